//! Every place where SQLite and PostgreSQL differ, and nothing else.

use std::{path::Path, time::Duration};

use sea_orm::{
    AccessMode, ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr,
    IsolationLevel, SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait, Value,
    sea_query::{Expr, SimpleExpr},
};
use sea_orm_migration::{MigratorTrait, SchemaManager};

use crate::{db::OpenError, migrations::Migrator, tx::StoreError};

mod schema;
pub use schema::schema;

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

fn kind_of(db: &impl ConnectionTrait) -> Kind {
    match db.get_database_backend() {
        DbBackend::Postgres => Kind::Postgres,
        _ => Kind::Sqlite,
    }
}

/// The path of an SQLite address.
fn sqlite_path(address: &str) -> &str {
    let path = address.strip_prefix("sqlite:").unwrap_or(address);
    path.strip_prefix("//").unwrap_or(path)
}

/// The address with its password blotted out, for messages.
pub fn without_password(address: &str) -> String {
    let Some((scheme, rest)) = address.split_once("://") else { return address.to_owned() };
    match rest.rsplit_once('@') {
        Some((login, host)) if login.contains(':') => {
            let user = login.split(':').next().unwrap_or_default();
            format!("{scheme}://{user}:…@{host}")
        }
        _ => address.to_owned(),
    }
}

/// A mistyped path is an error, never a new empty file, unless one is asked to be made.
pub(crate) fn check_presence(kind: Kind, address: &str, may_make: bool) -> Result<(), OpenError> {
    if kind == Kind::Postgres {
        return Ok(());
    }
    let path = Path::new(sqlite_path(address));
    if path.as_os_str().is_empty() {
        return Err(OpenError::NotAnAddress(address.to_owned()));
    }
    if !path.exists() && !may_make {
        return Err(OpenError::Missing(path.display().to_string()));
    }
    if path.is_dir() {
        return Err(OpenError::Unreadable(path.display().to_string(), "it is a directory".to_owned()));
    }
    Ok(())
}

/// Opens the pools for reading and for writing.
pub(crate) async fn connect(
    kind: Kind,
    address: &str,
    may_make: bool,
) -> Result<(DatabaseConnection, DatabaseConnection), OpenError> {
    match kind {
        Kind::Sqlite => {
            let fail = |error: DbErr| OpenError::Unreadable(sqlite_path(address).to_owned(), error.to_string());
            // The writer comes first: it makes the file and switches it to WAL.
            let write = sqlite_pool(address, if may_make { "rwc" } else { "rw" }, 1, false).await.map_err(fail)?;
            let read = sqlite_pool(address, "rw", 8, true).await.map_err(fail)?;
            Ok((read, write))
        }
        Kind::Postgres => {
            let fail = |error: DbErr| OpenError::Unreachable(without_password(address), error.to_string());
            let pool = |most: u32| {
                let mut options = ConnectOptions::new(address);
                options
                    .max_connections(most)
                    .connect_timeout(Duration::from_secs(5))
                    .acquire_timeout(Duration::from_secs(10))
                    .sqlx_logging(false);
                options
            };
            let write = open_pool(pool(4)).await.map_err(fail)?;
            let read = open_pool(pool(8)).await.map_err(fail)?;
            Ok((read, write))
        }
    }
}

/// A path as part of an address: a directory may be called `50%?`.
fn in_url(path: &str) -> String {
    path.replace('%', "%25").replace('?', "%3F").replace('#', "%23")
}

async fn sqlite_pool(
    address: &str,
    mode: &str,
    connections: u32,
    read_only: bool,
) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(format!("sqlite://{}?mode={mode}", in_url(sqlite_path(address))));
    options
        .max_connections(connections)
        .acquire_timeout(Duration::from_secs(60))
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |sqlite| {
            let sqlite = sqlite
                .pragma("journal_mode", "WAL")
                // An answer means "on disk": NORMAL loses acknowledged commits when the power goes.
                .pragma("synchronous", "FULL")
                .pragma("foreign_keys", "ON")
                .pragma("cache_size", "-8000")
                // Statements of many rows are large; a hundred of them, which is the default, are megabytes.
                .statement_cache_capacity(40)
                .busy_timeout(Duration::from_secs(60));
            if read_only { sqlite.pragma("query_only", "ON") } else { sqlite }
        });
    open_pool(options).await
}

#[expect(clippy::disallowed_methods, reason = "the one place where a database is connected to")]
async fn open_pool(options: ConnectOptions) -> Result<DatabaseConnection, DbErr> {
    Database::connect(options).await
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

/// "inft" as a number: ours among the advisory locks of the server.
const WRITE_LOCK: i32 = 0x696e_6674;

/// Brings the database to this program's version.
pub(crate) async fn migrate(db: &DatabaseConnection) -> Result<(), OpenError> {
    refuse_newer(db).await?;
    Migrator::up(db, None).await?;
    Ok(())
}

/// An older database asks for `migrate`, a newer one for a newer program.
pub(crate) async fn check_version(db: &DatabaseConnection) -> Result<(), OpenError> {
    refuse_newer(db).await?;
    let known = Migrator::migrations().len();
    let applied = applied(db).await?.len();
    if applied < known { Err(OpenError::Older { applied, known }) } else { Ok(()) }
}

async fn refuse_newer(db: &DatabaseConnection) -> Result<(), OpenError> {
    let known: Vec<String> = Migrator::migrations().iter().map(|migration| migration.name().to_owned()).collect();
    match applied(db).await?.into_iter().find(|name| !known.contains(name)) {
        Some(newer) => Err(OpenError::Newer(newer)),
        None => Ok(()),
    }
}

/// The migrations that the database has, none when it is empty.
async fn applied(db: &DatabaseConnection) -> Result<Vec<String>, DbErr> {
    if !SchemaManager::new(db).has_table("seaql_migrations").await? {
        return Ok(Vec::new());
    }
    let sql = "SELECT version FROM seaql_migrations ORDER BY version";
    let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
    rows.iter().map(|row| row.try_get_by_index::<String>(0)).collect()
}

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

/// Puts entries into the index: object, folded title, folded body.
pub(crate) fn search_insert(backend: DbBackend, entries: &[(&str, String, String)]) -> Statement {
    let mut values: Vec<Value> = Vec::with_capacity(entries.len() * 4);
    let mut rows = Vec::with_capacity(entries.len());
    for (object, title, body) in entries {
        match backend {
            // No text parser: the folded words themselves are the lexemes. Rank is decided on the title.
            DbBackend::Postgres => {
                let [a, b, c] = [values.len() + 1, values.len() + 2, values.len() + 3];
                let words = format!("array_to_tsvector(array_remove(string_to_array(${b} || ' ' || ${c}, ' '), ''))");
                rows.push(format!("(${a}, ${b}, ${c}, {words})"));
            }
            _ => {
                rows.push("(?, ?, ?, ?)".to_owned());
                values.push(row_of(object).into());
            }
        }
        values.extend([(*object).into(), title.as_str().into(), body.as_str().into()]);
    }
    let columns = match backend {
        DbBackend::Postgres => "object, title, body, words",
        _ => "rowid, object, title, body",
    };
    let sql = format!("INSERT INTO search ({columns}) VALUES {}", rows.join(", "));
    Statement::from_sql_and_values(backend, sql, values)
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

/// The objects of one kind (`kind/…`) that have all words (the last may be the beginning of one), those with the
/// words in their title first. `words` come from [`infitah_base::text::words`]: letters and digits only.
pub(crate) fn search_query(backend: DbBackend, kind: &str, words: &[String], limit: u32) -> Statement {
    let like = format!("{kind}/%");
    let limit = i64::from(limit);
    match backend {
        DbBackend::Postgres => {
            let query = words.iter().map(|word| format!("'{word}':*")).collect::<Vec<_>>().join(" & ");
            let in_title = words.iter().map(|word| format!("%{word}%")).collect::<Vec<_>>().join("");
            Statement::from_sql_and_values(
                backend,
                "SELECT object FROM search WHERE words @@ $1::tsquery AND object LIKE $2 \
                 ORDER BY (title LIKE $3) DESC, length(title), object LIMIT $4",
                [query.into(), like.into(), in_title.into(), limit.into()],
            )
        }
        _ => {
            let query = words.iter().map(|word| format!("\"{word}\"*")).collect::<Vec<_>>().join(" AND ");
            let in_title = words.iter().map(|word| format!("%{word}%")).collect::<Vec<_>>().join("");
            Statement::from_sql_and_values(
                backend,
                "SELECT object FROM search WHERE search MATCH ? AND object LIKE ? \
                 ORDER BY (title LIKE ?) DESC, length(title), object LIMIT ?",
                [query.into(), like.into(), in_title.into(), limit.into()],
            )
        }
    }
}

/// That `column`, with `kind/` before it, names an object that has all words: for lists that filter by words.
pub(crate) fn search_condition(backend: DbBackend, kind: &str, column: &str, words: &[String]) -> SimpleExpr {
    match backend {
        DbBackend::Postgres => {
            let query = words.iter().map(|word| format!("'{word}':*")).collect::<Vec<_>>().join(" & ");
            let sql = format!("'{kind}/' || {column} IN (SELECT object FROM search WHERE words @@ $1::tsquery)");
            Expr::cust_with_values(sql, [query])
        }
        _ => {
            let query = words.iter().map(|word| format!("\"{word}\"*")).collect::<Vec<_>>().join(" AND ");
            let sql = format!("'{kind}/' || {column} IN (SELECT object FROM search WHERE search MATCH ?)");
            Expr::cust_with_values(sql, [query])
        }
    }
}
