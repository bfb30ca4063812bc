//! Keeping old addresses.

use infitah_store::{Act, BATCH, StoreError, WriteTx, entities::old_address};
use sea_orm::{ActiveValue::Set, EntityTrait, sea_query::OnConflict};
use serde::Deserialize;

use crate::Permit;

/// As browsers ask for it: letters beyond ASCII are escaped.
fn escaped(address: &str) -> String {
    percent_encoding::utf8_percent_encode(address, percent_encoding::CONTROLS).to_string()
}

/// Leave to keep old addresses.
#[derive(Clone, Debug)]
pub enum KeepAddresses {}

/// An old address and where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Path and query on the old platform.
    pub from: String,
    /// Path and query on this site.
    pub to: String,
}

/// A row that cannot be used, with what to do. Said to the technician.
#[derive(Debug, thiserror::Error)]
pub enum BadAddress {
    /// The table has no such columns, or cannot be read.
    #[error("the table needs the columns `from` and `to`: {0}")]
    NoTable(#[from] csv::Error),
    /// Not a path.
    #[error(
        "row {0}: `{1}` is not an address of the old platform: write what stands after its host, as /index.php?id=12"
    )]
    From(usize, String),
    /// Another site, or no path.
    #[error("row {0}: `{1}` is not a page of this site: write its path, as /fr/projects/PRJ-2026-0001")]
    To(usize, String),
    /// Leads to itself.
    #[error("row {0}: `{1}` would lead to itself")]
    Circle(usize, String),
}

#[derive(Deserialize)]
struct Row {
    from: String,
    to: String,
}

/// The path and query of an address: a whole one (`https://old.example/x?y=1`) is cut behind its host.
fn after_host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest.find('/').map_or("/", |at| &rest[at..]));
    rest.split('#').next().unwrap_or(rest)
}

fn is_path(address: &str) -> bool {
    // Two slashes would be another host, and a backslash is one to some browsers.
    let clean = !address.chars().any(|c| c.is_control() || c.is_whitespace() || c == '\\');
    address.starts_with('/') && !address.starts_with("//") && clean && address.len() <= 2000
}

/// Reads a table of old addresses; the first row that cannot be used stops it.
pub fn read_table(bytes: &[u8]) -> Result<Vec<Moved>, BadAddress> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(bytes);
    let mut out = Vec::new();
    for (number, row) in (2..).zip(reader.deserialize::<Row>()) {
        let row = row?;
        let (from, to) = (escaped(after_host(&row.from)), escaped(&row.to));
        if !is_path(&from) {
            return Err(BadAddress::From(number, row.from));
        }
        if !is_path(&to) {
            return Err(BadAddress::To(number, row.to));
        }
        if from == to {
            return Err(BadAddress::Circle(number, row.to));
        }
        out.push(Moved { from, to });
    }
    Ok(out)
}

/// Keeps old addresses; one that is known leads where the newer table says.
pub async fn keep(tx: &WriteTx, permit: &Permit<KeepAddresses>, moved: Vec<Moved>) -> Result<(), StoreError> {
    let replace = OnConflict::column(old_address::Column::Path).update_column(old_address::Column::Target).to_owned();
    // One statement may not name a row twice: the last one said stands.
    let last: std::collections::BTreeMap<String, String> = moved.into_iter().map(|one| (one.from, one.to)).collect();
    let count = last.len();
    let rows: Vec<old_address::ActiveModel> =
        last.into_iter().map(|(from, to)| old_address::ActiveModel { path: Set(from), target: Set(to) }).collect();
    for some in rows.chunks(BATCH) {
        let insert = old_address::Entity::insert_many(some.to_vec()).on_conflict(replace.clone());
        insert.exec_without_returning(tx).await?;
    }
    tx.record(Act {
        actor: permit.actor().as_str(),
        action: "addresses.kept",
        object: "setting/old-addresses",
        version: None,
        old: None,
        new: Some(count.to_string()),
        why: None,
    });
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_and_other_sites_are_refused() {
        let table =
            "from,to\nhttps://old.example/index.php?id=12#top,/fr/projects/PRJ-2026-0001\n/projets,/fr/projects\n";
        let rows = read_table(table.as_bytes()).unwrap();
        assert_eq!(rows[0], Moved { from: "/index.php?id=12".into(), to: "/fr/projects/PRJ-2026-0001".into() });
        for to in ["https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example", "fr/projects", ""] {
            let table = format!("from,to\n/a,{to}\n");
            assert!(matches!(read_table(table.as_bytes()), Err(BadAddress::To(2, _))), "{to}");
        }
        assert!(matches!(read_table(b"from,to\n/a,/a\n"), Err(BadAddress::Circle(2, _))));
        assert!(matches!(read_table(b"old,new\n/a,/b\n"), Err(BadAddress::NoTable(_))));
    }
}
