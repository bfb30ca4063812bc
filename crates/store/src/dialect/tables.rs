//! The tables as they are, read from the database itself, so that a copy needs no list that somebody forgets.

use std::collections::BTreeMap;

use sea_orm::{ConnectionTrait, DbBackend, DbErr, QueryResult, Statement, Value, prelude::Uuid};

use super::{Kind, kind_of};
use crate::tx::StoreError;

/// What a column holds, in both databases alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holds {
    Text,
    Whole,
    YesOrNo,
    Measure,
    Id,
    Bytes,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) holds: Holds,
}

/// A table that a copy carries over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Table {
    pub(crate) name: String,
    pub(crate) columns: Vec<Column>,
    /// The columns of the primary key, in its order; all columns where there is none.
    pub(crate) key: Vec<Column>,
}

/// The search index is a table of its own kind in each database; what both have is the folded text.
pub(crate) const SEARCH: &str = "search";
/// SeaORM's list of migrations: a copy makes it anew by migrating.
const MIGRATIONS: &str = "seaql_migrations";

async fn ask(db: &impl ConnectionTrait, sql: &str) -> Result<Vec<QueryResult>, DbErr> {
    db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await
}

/// The names of all tables, those of search and migrations too, in the order in which they were made: one that
/// refers to another comes after it.
pub(crate) async fn table_names(db: &impl ConnectionTrait) -> Result<Vec<String>, DbErr> {
    let sql = match kind_of(db) {
        // FTS5 keeps what it needs in tables of its own, which SQLite calls shadows.
        Kind::Sqlite => {
            "SELECT m.name FROM sqlite_master m JOIN pragma_table_list l ON l.schema = 'main' AND l.name = m.name \
             WHERE m.type = 'table' AND l.type IN ('table', 'virtual') AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' \
             ORDER BY m.rowid"
        }
        Kind::Postgres => {
            "SELECT relname::text FROM pg_class WHERE relnamespace = current_schema()::regnamespace \
             AND relkind IN ('r', 'p') ORDER BY oid"
        }
    };
    ask(db, sql).await?.iter().map(|row| row.try_get_by_index(0)).collect()
}

/// The tables whose rows a copy carries over.
pub(crate) async fn tables(db: &impl ConnectionTrait) -> Result<Vec<Table>, StoreError> {
    let mut out = Vec::new();
    for name in table_names(db).await? {
        if name == SEARCH {
            let column = |name: &str| Column { name: name.to_owned(), holds: Holds::Text };
            let columns = vec![column("object"), column("title"), column("body")];
            out.push(Table { name, key: columns.clone(), columns });
        } else if name != MIGRATIONS {
            out.push(table(db, name).await?);
        }
    }
    Ok(out)
}

async fn table(db: &impl ConnectionTrait, name: String) -> Result<Table, StoreError> {
    // Name, type and place in the primary key (from 1; 0: not in it) of each column.
    let sql = match kind_of(db) {
        Kind::Sqlite => format!("SELECT name, type, pk FROM pragma_table_info('{name}') ORDER BY cid"),
        Kind::Postgres => format!(
            "SELECT a.attname::text, format_type(a.atttypid, NULL), \
             COALESCE(array_position(i.indkey::int2[], a.attnum) + 1, 0)::bigint FROM pg_attribute a \
             LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary \
             WHERE a.attrelid = '\"{name}\"'::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum"
        ),
    };
    let (mut columns, mut key) = (Vec::new(), BTreeMap::new());
    for row in ask(db, &sql).await? {
        let (column, kind): (String, String) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        let place: i64 = row.try_get_by_index(2)?;
        let Some(holds) = holds(&kind) else {
            return Err(StoreError::Unreadable(format!(
                "{name}.{column} is of the type {kind}, which is not portable"
            )));
        };
        let column = Column { name: column, holds };
        if place > 0 {
            key.insert(place, column.clone());
        }
        columns.push(column);
    }
    let key = if key.is_empty() { columns.clone() } else { key.into_values().collect() };
    Ok(Table { name, columns, key })
}

/// The types of the portable subset, as each of the two calls them.
fn holds(kind: &str) -> Option<Holds> {
    let kind = kind.to_ascii_lowercase();
    let kind = kind.split('(').next().unwrap_or(&kind).trim();
    Some(match kind {
        "text" | "varchar" | "character varying" | "char" | "character" => Holds::Text,
        "bigint" | "integer" | "int" | "smallint" => Holds::Whole,
        "boolean" => Holds::YesOrNo,
        "double" | "double precision" | "real" | "float" => Holds::Measure,
        "uuid_text" | "uuid" => Holds::Id,
        "blob" | "varbinary_blob" | "bytea" => Holds::Bytes,
        _ => return None,
    })
}

/// All rows of a table, in the order of its key: the same order in both databases.
pub(crate) fn select_in_order(backend: DbBackend, table: &Table) -> Statement {
    let postgres = backend == DbBackend::Postgres;
    let shown = |column: &Column| match column.holds {
        Holds::Whole if postgres => format!("\"{}\"::bigint", column.name),
        Holds::Measure if postgres => format!("\"{}\"::double precision", column.name),
        _ => format!("\"{}\"", column.name),
    };
    // SQLite compares bytes; PostgreSQL compares as its locale does, unless told.
    let ordered = |column: &Column| match column.holds {
        Holds::Text if postgres => format!("\"{}\" COLLATE \"C\" NULLS FIRST", column.name),
        _ => format!("\"{}\" NULLS FIRST", column.name),
    };
    let columns = table.columns.iter().map(shown).collect::<Vec<_>>().join(", ");
    let order = table.key.iter().map(ordered).collect::<Vec<_>>().join(", ");
    Statement::from_string(backend, format!("SELECT {columns} FROM \"{}\" ORDER BY {order}", table.name))
}

/// The values of a row that [`select_in_order`] gave.
pub(crate) fn values(row: &QueryResult, table: &Table) -> Result<Vec<Value>, DbErr> {
    let value = |(at, column): (usize, &Column)| {
        Ok(match column.holds {
            Holds::Text => row.try_get_by_index::<Option<String>>(at)?.into(),
            Holds::Whole => row.try_get_by_index::<Option<i64>>(at)?.into(),
            Holds::YesOrNo => row.try_get_by_index::<Option<bool>>(at)?.into(),
            Holds::Measure => row.try_get_by_index::<Option<f64>>(at)?.into(),
            Holds::Id => row.try_get_by_index::<Option<Uuid>>(at)?.into(),
            Holds::Bytes => row.try_get_by_index::<Option<Vec<u8>>>(at)?.into(),
        })
    };
    table.columns.iter().enumerate().map(value).collect()
}

/// Numbers that the database gives out go on after the highest one that is there. SQLite sees to it by itself.
pub(crate) async fn continue_numbers(db: &impl ConnectionTrait) -> Result<(), DbErr> {
    if kind_of(db) == Kind::Sqlite {
        return Ok(());
    }
    let serial = "SELECT c.relname::text, a.attname::text FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid \
                  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND a.attnum > 0 \
                  AND NOT a.attisdropped \
                  AND pg_get_serial_sequence(quote_ident(c.relname), a.attname) IS NOT NULL";
    for row in ask(db, serial).await? {
        let (table, column): (String, String) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        db.execute_unprepared(&format!(
            "SELECT setval(pg_get_serial_sequence('\"{table}\"', '{column}'), COALESCE(MAX(\"{column}\"), 1), \
             MAX(\"{column}\") IS NOT NULL) FROM \"{table}\""
        ))
        .await?;
    }
    Ok(())
}

/// Takes every table away, in the transaction of whoever puts others in their place.
pub(crate) async fn drop_all(db: &impl ConnectionTrait) -> Result<(), DbErr> {
    let mut names = table_names(db).await?;
    names.reverse();
    let cascade = if kind_of(db) == Kind::Postgres { " CASCADE" } else { "" };
    for name in names {
        db.execute_unprepared(&format!("DROP TABLE \"{name}\"{cascade}")).await?;
    }
    Ok(())
}

/// What is wrong with the database as such: pages, indexes, references. PostgreSQL sees to that itself.
pub(crate) async fn faults(db: &impl ConnectionTrait) -> Result<Vec<String>, DbErr> {
    if kind_of(db) == Kind::Postgres {
        return Ok(Vec::new());
    }
    let mut out = Vec::new();
    for row in ask(db, "PRAGMA integrity_check(5)").await? {
        let line: String = row.try_get_by_index(0)?;
        if line != "ok" {
            out.push(line);
        }
    }
    for row in ask(db, "SELECT \"table\", COUNT(*) FROM pragma_foreign_key_check GROUP BY 1").await? {
        let (table, count): (String, i64) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        out.push(format!("{count} rows of {table} refer to rows that are not there"));
    }
    Ok(out)
}

/// How much room the database takes on its disk, in bytes.
pub(crate) async fn size(db: &impl ConnectionTrait) -> Result<i64, DbErr> {
    let sql = match kind_of(db) {
        Kind::Sqlite => "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
        Kind::Postgres => {
            "SELECT COALESCE(SUM(pg_total_relation_size(oid)), 0)::bigint FROM pg_class \
             WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'"
        }
    };
    ask(db, sql).await?.first().map_or(Ok(0), |row| row.try_get_by_index(0))
}
