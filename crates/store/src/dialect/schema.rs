//! The schema as the database itself tells it, in words that both databases share, so that the two can be compared.

use std::collections::BTreeMap;

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};

use crate::{Db, tx::StoreError};

/// Each table's columns (`name type null|not null`) and indexes (`unique? (columns)`). The search index is left out:
/// it is of each database's own kind.
pub async fn schema(db: &Db) -> Result<BTreeMap<String, Vec<String>>, StoreError> {
    let writer = db.writer();
    match writer.get_database_backend() {
        DbBackend::Postgres => postgres(writer).await,
        _ => sqlite(writer).await,
    }
}

const LEFT_OUT: &str = "search";

async fn ask(db: &DatabaseConnection, sql: String) -> Result<Vec<sea_orm::QueryResult>, StoreError> {
    Ok(db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await?)
}

async fn sqlite(db: &DatabaseConnection) -> Result<BTreeMap<String, Vec<String>>, StoreError> {
    let mut out = BTreeMap::new();
    let tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
    for row in ask(db, tables.to_owned()).await? {
        let table: String = row.try_get_by_index(0)?;
        if table.starts_with(LEFT_OUT) {
            continue;
        }
        let mut lines = Vec::new();
        let columns = format!("SELECT name, type, \"notnull\", pk FROM pragma_table_info('{table}')");
        let mut key: Vec<(i64, String)> = Vec::new();
        for column in ask(db, columns).await? {
            let (name, kind): (String, String) = (column.try_get_by_index(0)?, column.try_get_by_index(1)?);
            let (not_null, pk): (i64, i64) = (column.try_get_by_index(2)?, column.try_get_by_index(3)?);
            // SQLite says of an INTEGER PRIMARY KEY that it may be null; it may not.
            let null = if not_null == 1 || pk > 0 { "not null" } else { "null" };
            lines.push(format!("{name} {} {null}", portable(&kind)));
            if pk > 0 {
                key.push((pk, name));
            }
        }
        key.sort();
        let key: Vec<String> = key.into_iter().map(|(_, name)| name).collect();
        lines.push(format!("unique ({})", key.join(", ")));
        let indexes = format!("SELECT name, \"unique\", origin FROM pragma_index_list('{table}')");
        for index in ask(db, indexes).await? {
            let (name, unique): (String, i64) = (index.try_get_by_index(0)?, index.try_get_by_index(1)?);
            let origin: String = index.try_get_by_index(2)?;
            if origin == "pk" {
                continue;
            }
            let columns = format!("SELECT name FROM pragma_index_info('{name}') ORDER BY seqno");
            let columns: Result<Vec<String>, _> =
                ask(db, columns).await?.iter().map(|row| row.try_get_by_index(0)).collect();
            lines.push(format!("{}({})", if unique == 1 { "unique " } else { "index " }, columns?.join(", ")));
        }
        lines.sort();
        out.insert(table, lines);
    }
    Ok(out)
}

async fn postgres(db: &DatabaseConnection) -> Result<BTreeMap<String, Vec<String>>, StoreError> {
    let mut out: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let columns = "SELECT table_name::text, column_name::text, data_type::text, is_nullable::text \
                   FROM information_schema.columns WHERE table_schema = current_schema()";
    for row in ask(db, columns.to_owned()).await? {
        let table: String = row.try_get_by_index(0)?;
        let (name, kind): (String, String) = (row.try_get_by_index(1)?, row.try_get_by_index(2)?);
        let null: String = row.try_get_by_index(3)?;
        let null = if null == "NO" { "not null" } else { "null" };
        out.entry(table).or_default().push(format!("{name} {} {null}", portable(&kind)));
    }
    let indexes = "SELECT t.relname::text, i.indisunique, \
                   (SELECT string_agg(a.attname::text, ', ' ORDER BY k.ord) \
                    FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS k(num, ord) \
                    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.num) \
                   FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid \
                   JOIN pg_namespace n ON n.oid = t.relnamespace WHERE n.nspname = current_schema()";
    for row in ask(db, indexes.to_owned()).await? {
        let table: String = row.try_get_by_index(0)?;
        let (unique, columns): (bool, String) = (row.try_get_by_index(1)?, row.try_get_by_index(2)?);
        let line = format!("{}({columns})", if unique { "unique " } else { "index " });
        out.entry(table).or_default().push(line);
    }
    out.retain(|table, _| !table.starts_with(LEFT_OUT));
    for lines in out.values_mut() {
        lines.sort();
    }
    Ok(out)
}

/// One word for what the two databases call differently.
fn portable(kind: &str) -> &'static str {
    match kind.to_ascii_lowercase().as_str() {
        "text" | "varchar" | "character varying" => "text",
        "bigint" | "integer" => "integer",
        "boolean" => "boolean",
        "double" | "double precision" | "real" => "double",
        "uuid_text" | "uuid" | "blob" => "uuid",
        _ => "other",
    }
}
