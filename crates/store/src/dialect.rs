//! Every place where SQLite and PostgreSQL differ, and nothing else.

use std::time::Duration;

use infitah_base::config::without_password;
use sea_orm::{
    AccessMode, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, IsolationLevel,
    SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
    sea_query::{Expr, SimpleExpr},
};
use sea_orm_migration::SchemaManager;

use crate::{db::OpenError, tx::StoreError};

mod failure;
mod open;
mod schema;
mod tables;
mod version;
pub(crate) use failure::sentence;
pub(crate) use open::{check_presence, connect, gather, look, pool, sqlite_path};
pub use schema::schema;
pub(crate) use tables::*;
pub(crate) use version::*;

/// SeaORM's own name for the two, for those who only pass it on.
pub(crate) type Backend = DbBackend;

/// Which database it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One file, one machine.
    Sqlite,
    /// A server, when one machine is outgrown.
    Postgres,
}

impl Kind {
    /// Read off the address.
    pub fn of(address: &str) -> Result<Kind, OpenError> {
        if address.starts_with("sqlite:") {
            Ok(Kind::Sqlite)
        } else if address.starts_with("postgres:") || address.starts_with("postgresql:") {
            Ok(Kind::Postgres)
        } else {
            Err(OpenError::NotAnAddress(without_password(address)))
        }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Sqlite => "SQLite",
            Kind::Postgres => "PostgreSQL",
        }
    }
}

/// Which of the two a transaction speaks to, by SeaORM's own name.
pub(crate) fn backend(db: &impl ConnectionTrait) -> Backend {
    db.get_database_backend()
}

pub(crate) fn kind_of(db: &impl ConnectionTrait) -> Kind {
    match db.get_database_backend() {
        DbBackend::Postgres => Kind::Postgres,
        _ => Kind::Sqlite,
    }
}

/// Begins the view of a reader: consistent, and unable to write.
#[expect(clippy::disallowed_methods, reason = "the one place where a read begins")]
pub(crate) async fn begin_read(pool: &DatabaseConnection) -> Result<DatabaseTransaction, DbErr> {
    let options = match kind_of(pool) {
        Kind::Sqlite => TransactionOptions::default(),
        Kind::Postgres => TransactionOptions {
            isolation_level: Some(IsolationLevel::RepeatableRead),
            access_mode: Some(AccessMode::ReadOnly),
            ..Default::default()
        },
    };
    pool.begin_with_options(options).await
}

/// Begins the one write. SQLite takes its lock at once (a deferred BEGIN fails later, in the middle); PostgreSQL
/// takes an advisory lock, so that on both a write reads what the last one wrote, and numbers follow commits.
#[expect(clippy::disallowed_methods, reason = "the one place where a write begins")]
pub(crate) async fn begin_write(pool: &DatabaseConnection) -> Result<DatabaseTransaction, DbErr> {
    match kind_of(pool) {
        Kind::Sqlite => {
            let immediate = Some(SqliteTransactionMode::Immediate);
            pool.begin_with_options(TransactionOptions { sqlite_transaction_mode: immediate, ..Default::default() })
                .await
        }
        Kind::Postgres => {
            let tx = pool.begin_with_options(TransactionOptions::default()).await?;
            tx.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({WRITE_LOCK}, hashtext(current_schema()))"))
                .await?;
            Ok(tx)
        }
    }
}

/// How long a process that writes again and again has to pause, so that others get their turn. PostgreSQL's lock is
/// a queue. SQLite has none: who waits looks again after 1 to 25 ms (for the first 128 ms), so a pause of 26 is seen.
pub(crate) fn turn(kind: Kind) -> Duration {
    match kind {
        Kind::Sqlite => Duration::from_millis(26),
        Kind::Postgres => Duration::ZERO,
    }
}

/// Takes the leave of one process, for as long as the transaction lasts; `false` when another has it.
pub(crate) async fn take_alone(tx: &DatabaseTransaction) -> Result<bool, DbErr> {
    if kind_of(tx) == Kind::Sqlite {
        return Ok(true);
    }
    let sql = format!("SELECT pg_try_advisory_xact_lock({ALONE_LOCK}, hashtext(current_schema()))");
    let row = tx.query_one_raw(Statement::from_string(tx.get_database_backend(), sql)).await?;
    row.map_or(Ok(false), |row| row.try_get_by_index(0))
}

/// "infs" as a number.
const ALONE_LOCK: i32 = 0x696e_6673;

/// "inft" as a number: ours among the advisory locks of the server.
const WRITE_LOCK: i32 = 0x696e_6674;

/// How many rows a table has. The name comes from the program, never from outside.
pub(crate) async fn count(db: &DatabaseConnection, table: &str) -> Result<i64, StoreError> {
    let sql = format!("SELECT COUNT(*) FROM \"{}\"", table.replace('"', ""));
    let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
    let row = row.ok_or_else(|| StoreError::Unreadable(table.to_owned()))?;
    Ok(row.try_get_by_index(0)?)
}

/// The search index: FTS5 or tsvector, over text that was folded in Rust.
pub(crate) async fn create_search_table(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let db = manager.get_connection();
    match kind_of(db) {
        // The text is folded already, so the tokenizer must not fold it a second time in its own way.
        Kind::Sqlite => {
            db.execute_unprepared(
                "CREATE VIRTUAL TABLE search USING fts5(object UNINDEXED, title, body, \
                 tokenize='unicode61 remove_diacritics 0', prefix='2 3')",
            )
            .await?;
        }
        Kind::Postgres => {
            db.execute_unprepared(
                "CREATE TABLE search (object text NOT NULL, title text NOT NULL, body text NOT NULL, \
                 words tsvector NOT NULL)",
            )
            .await?;
            db.execute_unprepared("CREATE INDEX search_words ON search USING gin (words)").await?;
            db.execute_unprepared("CREATE INDEX search_object ON search (object)").await?;
        }
    }
    Ok(())
}

/// Puts entries (object, title, body) into the index.
pub(crate) fn search_insert(backend: DbBackend, entries: &[[String; 3]]) -> Statement {
    let mut values: Vec<sea_orm::Value> = Vec::new();
    let mut rows = Vec::new();
    let head = match backend {
        DbBackend::Postgres => "object, title, body, words",
        _ => "rowid, object, title, body",
    };
    for [object, title, body] in entries {
        let first = values.len() + 1;
        match backend {
            // No text parser: the folded words themselves are the lexemes. Rank is decided on the title.
            DbBackend::Postgres => rows.push(format!(
                "(${first}, ${second}, ${third}, \
                 array_to_tsvector(array_remove(string_to_array(${second} || ' ' || ${third}, ' '), '')))",
                second = first + 1,
                third = first + 2
            )),
            _ => {
                rows.push("(?, ?, ?, ?)".to_owned());
                values.push(row_of(object).into());
            }
        }
        values.extend([object.as_str().into(), title.as_str().into(), body.as_str().into()]);
    }
    Statement::from_sql_and_values(backend, format!("INSERT INTO search ({head}) VALUES {}", rows.join(", ")), values)
}

/// The row of an object in FTS5, which has no other index: 63 bits of a hash (FNV-1a) of its name. Two of a million
/// objects meet once in ten million registers.
fn row_of(object: &str) -> i64 {
    let hash = object
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    i64::try_from(hash >> 1).unwrap_or_default()
}

/// Takes objects out of the index.
pub(crate) fn search_delete(backend: DbBackend, objects: &[String]) -> Statement {
    let marks = |mark: &dyn Fn(usize) -> String| (1..=objects.len()).map(mark).collect::<Vec<_>>().join(", ");
    match backend {
        DbBackend::Postgres => {
            let sql = format!("DELETE FROM search WHERE object IN ({})", marks(&|n| format!("${n}")));
            Statement::from_sql_and_values(backend, sql, objects.iter().map(|object| object.as_str().into()))
        }
        _ => {
            let sql = format!("DELETE FROM search WHERE rowid IN ({})", marks(&|_| "?".to_owned()));
            Statement::from_sql_and_values(backend, sql, objects.iter().map(|object| row_of(object).into()))
        }
    }
}

/// The objects (`kind/…`) of each kind that have all words (each may be the beginning of one), kind by kind, those with
/// the words in their title first, at most `limit` of each. `words` come from [`infitah_base::text::words`]: letters and
/// digits only.
pub(crate) fn search_query(backend: DbBackend, kinds: &[&str], words: &[String], limit: u32) -> Statement {
    let in_title = words.iter().map(|word| format!("%{word}%")).collect::<Vec<_>>().join("");
    let (mut parts, mut values): (Vec<String>, Vec<sea_orm::Value>) = (Vec::new(), Vec::new());
    for (number, kind) in kinds.iter().enumerate() {
        let first = values.len();
        let mark = |offset: usize| match backend {
            DbBackend::Postgres => format!("${}", first + offset),
            _ => "?".to_owned(),
        };
        let (title, query, like, most) = (mark(1), mark(2), mark(3), mark(4));
        let has_words = match backend {
            DbBackend::Postgres => format!("words @@ {query}::tsquery"),
            _ => format!("search MATCH {query}"),
        };
        parts.push(format!(
            "SELECT * FROM (SELECT {number} AS kind, object, (title LIKE {title}) AS hit, length(title) AS size \
             FROM search WHERE {has_words} AND object LIKE {like} \
             ORDER BY hit DESC, size, object LIMIT {most}) AS of_kind_{number}"
        ));
        let like = format!("{kind}/%");
        values.extend([in_title.as_str().into(), all_of(backend, words).into(), like.into(), i64::from(limit).into()]);
    }
    let sql =
        format!("SELECT object FROM ({}) AS found ORDER BY kind, hit DESC, size, object", parts.join(" UNION ALL "));
    Statement::from_sql_and_values(backend, sql, values)
}

/// The query of each database for objects that have all words.
fn all_of(backend: DbBackend, words: &[String]) -> String {
    match backend {
        DbBackend::Postgres => words.iter().map(|word| format!("'{word}':*")).collect::<Vec<_>>().join(" & "),
        _ => words.iter().map(|word| format!("\"{word}\"*")).collect::<Vec<_>>().join(" AND "),
    }
}

/// All objects of one kind that have all words, in no order.
pub(crate) fn search_all(backend: DbBackend, kind: &str, words: &[String]) -> Statement {
    let like = format!("{kind}/%");
    let sql = match backend {
        DbBackend::Postgres => "SELECT object FROM search WHERE words @@ $1::tsquery AND object LIKE $2",
        _ => "SELECT object FROM search WHERE search MATCH ? AND object LIKE ?",
    };
    Statement::from_sql_and_values(backend, sql, [all_of(backend, words).into(), like.into()])
}

/// That `column`, with `kind/` before it, names an object that has all words: for lists that filter by words.
pub(crate) fn search_condition(backend: DbBackend, kind: &str, column: &str, words: &[String]) -> SimpleExpr {
    match backend {
        DbBackend::Postgres => {
            let sql = format!("'{kind}/' || {column} IN (SELECT object FROM search WHERE words @@ $1::tsquery)");
            Expr::cust_with_values(sql, [all_of(backend, words)])
        }
        _ => {
            let sql = format!("'{kind}/' || {column} IN (SELECT object FROM search WHERE search MATCH ?)");
            Expr::cust_with_values(sql, [all_of(backend, words)])
        }
    }
}
