//! Copying a whole database into another, of the same kind or the other one, and proving that both are the same.
//!
//! A copy is one view of FROM and one transaction in TO. It reads back what it wrote and compares before it commits:
//! killed, refused or failed, TO is as empty as it was.

use std::collections::BTreeMap;

use futures_util::TryStreamExt;
use sea_orm::{
    ConnectionTrait, DatabaseTransaction, StreamTrait, Value,
    sea_query::{Alias, Expr, Query, SimpleExpr},
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{
    Kind, OpenError,
    dialect::{self, SEARCH, Table},
    tx::{BATCH, StoreError},
};

/// What a table holds, in one line that is the same wherever the same rows are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sum {
    /// Its name.
    pub table: String,
    /// How many rows it has.
    pub rows: u64,
    /// SHA-256 over all values in the order of the key.
    pub sha256: String,
}

/// What a database holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    /// The migrations it has, in their order.
    pub migrations: Vec<String>,
    /// Its tables, by name.
    pub tables: Vec<Sum>,
}

/// Why a copy was not made. Nothing is left of it.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// One of the two cannot be opened, or is of another version.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// There is something where the copy should go.
    #[error("{0} is not empty: a copy goes only into an empty or a missing database")]
    NotEmpty(String),
    /// There is nothing to be copied.
    #[error("{0} holds nothing of Infitah: check the address")]
    Nothing(String),
    /// Migrations are missing in the middle: its program was never released.
    #[error("{0} lacks a migration in the middle of its list: run `infitah migrate` on it first")]
    Gap(String),
    /// The tables are not what their migrations make.
    #[error("the table {0} is not what its migrations make: it was changed by hand")]
    Altered(String),
    /// What was read back is not what was written.
    #[error("the copy is not equal to its original in {0}: it was not kept")]
    Differs(String),
    /// The file is damaged.
    #[error("{0} is damaged: {1}")]
    Damaged(String, String),
    /// A database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sea_orm::DbErr> for CopyError {
    fn from(error: sea_orm::DbErr) -> Self {
        CopyError::Store(error.into())
    }
}

/// Whether what is in TO may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Onto {
    /// TO must be empty or missing.
    Nothing,
    /// What is in TO is dropped, in the transaction that puts the copy in its place.
    Anything,
}

/// Copies everything from one address to another. Gives what both hold then.
pub async fn copy(from: &str, to: &str, onto: Onto) -> Result<Contents, CopyError> {
    let (kind, target) = (Kind::of(from)?, Kind::of(to)?);
    dialect::check_presence(kind, from, false)?;
    dialect::check_presence(target, to, true)?;
    dialect::look(kind, from, false).await?;
    let source = dialect::pool(kind, from, 1, true).await?;
    let view = dialect::begin_read(&source).await?;
    let copied = copy_view(&view, from, to, onto).await;
    view.rollback().await?;
    source.close().await?;
    copied
}

async fn copy_view(view: &DatabaseTransaction, from: &str, to: &str, onto: Onto) -> Result<Contents, CopyError> {
    let migrations = dialect::applied(view).await?;
    dialect::refuse_newer(&migrations)?;
    if migrations.is_empty() {
        return Err(CopyError::Nothing(crate::without_password(from)));
    }
    if !dialect::known().starts_with(&migrations) {
        return Err(CopyError::Gap(crate::without_password(from)));
    }
    let kind = Kind::of(to)?;
    dialect::look(kind, to, true).await?;
    let target = dialect::pool(kind, to, 1, false).await?;
    let done = async {
        let tx = dialect::begin_write(&target).await?;
        if onto == Onto::Anything {
            dialect::drop_all(&tx).await?;
        } else if !dialect::table_names(&tx).await?.is_empty() {
            return Err(CopyError::NotEmpty(crate::without_password(to)));
        }
        dialect::migrate_in(&tx, migrations.len()).await?;
        let contents = Contents { tables: fill(view, &tx).await?, migrations };
        tx.commit().await?;
        Ok(contents)
    }
    .await;
    // Closed with SQLite, the one file holds all.
    target.close().await?;
    done
}

/// Carries every table over, reads it back, and compares.
async fn fill(view: &DatabaseTransaction, tx: &DatabaseTransaction) -> Result<Vec<Sum>, CopyError> {
    let originals: BTreeMap<String, Table> =
        dialect::tables(view).await?.into_iter().map(|table| (table.name.clone(), table)).collect();
    let tables = dialect::tables(tx).await?;
    for table in &tables {
        let same = originals.get(&table.name).is_some_and(|original| same_columns(original, table));
        if !same {
            return Err(CopyError::Altered(table.name.clone()));
        }
        // A migration may have put rows there.
        tx.execute_unprepared(&format!("DELETE FROM \"{}\"", table.name)).await?;
    }
    let mut sums = Vec::new();
    for table in &tables {
        let read = carry(view, tx, table).await?;
        if sum(tx, table).await? != read {
            return Err(CopyError::Differs(format!("the table {}", table.name)));
        }
        sums.push(read);
    }
    dialect::continue_numbers(tx).await?;
    sums.sort_by(|one, other| one.table.cmp(&other.table));
    Ok(sums)
}

/// Whether two tables hold the same things, whatever the order in which they stand.
fn same_columns(one: &Table, other: &Table) -> bool {
    one.columns.len() == other.columns.len()
        && other.columns.iter().all(|column| one.columns.contains(column))
        && one.key == other.key
}

/// Carries the rows of one table over, in batches, and sums up what was read.
async fn carry(view: &DatabaseTransaction, tx: &DatabaseTransaction, table: &Table) -> Result<Sum, CopyError> {
    // Both databases bound the number of values in a statement; SQLite's bound is the lower one.
    let together = BATCH.min(VALUES / (table.columns.len() + 1));
    let mut digest = Digested::default();
    let mut batch = Vec::with_capacity(together);
    let mut rows = view.stream_raw(dialect::select_in_order(dialect::backend(view), table)).await?;
    while let Some(row) = rows.try_next().await? {
        let values = dialect::values(&row, table)?;
        digest.add(&values);
        batch.push(values);
        if batch.len() == together {
            insert(tx, table, std::mem::take(&mut batch)).await?;
        }
    }
    if !batch.is_empty() {
        insert(tx, table, batch).await?;
    }
    Ok(digest.sum(table))
}

/// The most values that one statement takes.
const VALUES: usize = 30_000;

async fn insert(tx: &DatabaseTransaction, table: &Table, rows: Vec<Vec<Value>>) -> Result<(), CopyError> {
    if table.name == SEARCH {
        let entries: Vec<[String; 3]> = rows.into_iter().map(entry).collect();
        tx.execute_raw(dialect::search_insert(dialect::backend(tx), &entries)).await?;
        return Ok(());
    }
    let mut statement = Query::insert();
    statement.into_table(Alias::new(&table.name)).columns(table.columns.iter().map(|column| Alias::new(&column.name)));
    for row in rows {
        statement
            .values(row.into_iter().map(|value| SimpleExpr::from(Expr::val(value))))
            .map_err(|error| StoreError::Unreadable(error.to_string()))?;
    }
    tx.execute(&statement).await?;
    Ok(())
}

fn entry(row: Vec<Value>) -> [String; 3] {
    let mut texts = row.into_iter().map(|value| match value {
        Value::String(Some(text)) => text,
        _ => String::new(),
    });
    std::array::from_fn(|_| texts.next().unwrap_or_default())
}

async fn sum(tx: &DatabaseTransaction, table: &Table) -> Result<Sum, CopyError> {
    let mut digest = Digested::default();
    let mut rows = tx.stream_raw(dialect::select_in_order(dialect::backend(tx), table)).await?;
    while let Some(row) = rows.try_next().await? {
        digest.add(&dialect::values(&row, table)?);
    }
    Ok(digest.sum(table))
}

/// What a database holds, table by table; an SQLite file is checked page by page as well.
pub async fn contents(address: &str) -> Result<Contents, CopyError> {
    let kind = Kind::of(address)?;
    dialect::check_presence(kind, address, false)?;
    dialect::look(kind, address, false).await?;
    let source = dialect::pool(kind, address, 1, true).await?;
    let read = async {
        let view = dialect::begin_read(&source).await?;
        if let Some(fault) = dialect::faults(&view).await?.into_iter().next() {
            return Err(CopyError::Damaged(crate::without_password(address), fault));
        }
        let mut tables = Vec::new();
        for table in dialect::tables(&view).await? {
            tables.push(sum(&view, &table).await?);
        }
        tables.sort_by(|one, other| one.table.cmp(&other.table));
        Ok(Contents { migrations: dialect::applied(&view).await?, tables })
    }
    .await;
    source.close().await?;
    read
}

/// Which migrations a database has, and which this program knows. A missing or empty one has none.
pub async fn version(address: &str) -> Result<(Vec<String>, Vec<String>), OpenError> {
    let kind = Kind::of(address)?;
    dialect::check_presence(kind, address, true)?;
    if kind == Kind::Sqlite && !std::path::Path::new(dialect::sqlite_path(address)).exists() {
        return Ok((Vec::new(), dialect::known()));
    }
    dialect::look(kind, address, false).await?;
    let pool = dialect::pool(kind, address, 1, true).await?;
    let applied = dialect::applied(&pool).await;
    pool.close().await?;
    Ok((applied?, dialect::known()))
}

/// Whether a database holds any table at all. A missing one does not.
pub async fn is_empty(address: &str) -> Result<bool, OpenError> {
    let kind = Kind::of(address)?;
    dialect::check_presence(kind, address, true)?;
    if kind == Kind::Sqlite && !std::path::Path::new(dialect::sqlite_path(address)).exists() {
        return Ok(true);
    }
    dialect::look(kind, address, false).await?;
    let pool = dialect::pool(kind, address, 1, true).await?;
    let names = dialect::table_names(&pool).await;
    pool.close().await?;
    Ok(names?.is_empty())
}

/// The file of an SQLite address; `None` for PostgreSQL.
pub fn file_of(address: &str) -> Option<&std::path::Path> {
    matches!(Kind::of(address), Ok(Kind::Sqlite)).then(|| std::path::Path::new(dialect::sqlite_path(address)))
}

/// Gathers an SQLite database into its one file, so that the file can be moved. Fails when another program has it
/// open.
pub async fn gather(address: &str) -> Result<(), OpenError> {
    dialect::gather(address).await
}

/// SHA-256 over values: each with a letter for its type and its length, so that no two lists look alike.
#[derive(Default)]
struct Digested {
    sha: Sha256,
    rows: u64,
}

impl Digested {
    fn add(&mut self, row: &[Value]) {
        self.rows += 1;
        self.sha.update(b"\n");
        for value in row {
            match value {
                Value::String(Some(text)) => self.bytes(b't', text.as_bytes()),
                Value::BigInt(Some(number)) => self.bytes(b'i', &number.to_be_bytes()),
                Value::Bool(Some(yes)) => self.bytes(b'b', &[u8::from(*yes)]),
                Value::Double(Some(measure)) => self.bytes(b'd', &measure.to_bits().to_be_bytes()),
                Value::Uuid(Some(id)) => self.bytes(b'u', id.as_bytes()),
                Value::Bytes(Some(bytes)) => self.bytes(b'x', bytes),
                _ => self.bytes(b'-', &[]),
            }
        }
    }

    fn bytes(&mut self, kind: u8, bytes: &[u8]) {
        self.sha.update([kind]);
        self.sha.update((bytes.len() as u64).to_be_bytes());
        self.sha.update(bytes);
    }

    fn sum(self, table: &Table) -> Sum {
        let sha256 = self.sha.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        Sum { table: table.name.clone(), rows: self.rows, sha256 }
    }
}
