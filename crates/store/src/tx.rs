//! Transactions. A [`WriteTx`] knows whether it wrote and whether what it wrote is in the record: without its row in
//! the record nothing is committed.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, MutexGuard,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
};

use infitah_base::{Chance, Clock, Timestamp};
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, ExecResult, QueryOrder, QueryResult,
    Statement,
};

use crate::{
    change::Change,
    dialect, entities,
    record::{self, Act, Noted},
};

/// What can go wrong between the program and its database.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database refused, or could not be reached.
    #[error("database: {}", dialect::sentence(.0))]
    Db(#[from] DbErr),
    /// Something was written and not recorded: a fault of the program, rolled back.
    #[error("a write without its row in the record was rolled back")]
    Unrecorded,
    /// What is kept is not what the program expects.
    #[error("the database holds something that cannot be read: {0}")]
    Unreadable(String),
    /// Leave was given to act in another place.
    #[error("leave was given for another place than {0}")]
    Elsewhere(String),
    /// The task of a write ended without an answer.
    #[error("the write did not finish")]
    Interrupted,
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> Self {
        StoreError::Unreadable(error.to_string())
    }
}

/// A consistent view of the database. Ends when dropped.
pub struct ReadTx {
    pub(crate) inner: DatabaseTransaction,
    pub(crate) statements: Arc<AtomicU64>,
}

impl ReadTx {
    fn counted(&self) -> &DatabaseTransaction {
        self.statements.fetch_add(1, Ordering::Relaxed);
        &self.inner
    }
}

/// The one write that is going on. Made by [`crate::Db::write`] and [`crate::Db::submit`] only.
pub struct WriteTx {
    pub(crate) inner: DatabaseTransaction,
    at: Timestamp,
    chance: Chance,
    wrote: AtomicBool,
    changes: Mutex<Vec<Change>>,
    acts: Mutex<Vec<Noted>>,
    kept: Mutex<HashMap<(String, i64), String>>,
    here: Mutex<Vec<Change>>,
}

/// The same transaction for rows that say nothing about the world (who has taken which job): they need no row in the
/// record. Made by [`WriteTx::bookkeeping`].
pub struct Bookkeeping<'t>(&'t WriteTx);

impl Bookkeeping<'_> {
    /// Tells the hearers of this process, after the commit, that there is something new; others are told nothing.
    pub fn tell_here(&self, object: &str) {
        hold(&self.0.here).push(Change { object: object.to_owned(), version: None });
    }
}

/// What a write changed.
pub(crate) struct Committed {
    /// For everybody, as it stands in the change feed.
    pub(crate) changes: Vec<Change>,
    /// The number of the last of all changes.
    pub(crate) last: i64,
    /// For this process alone.
    pub(crate) here: Vec<Change>,
}

impl WriteTx {
    pub(crate) fn new(inner: DatabaseTransaction, clock: &Clock, chance: Chance) -> Self {
        Self {
            inner,
            at: clock.now(),
            chance,
            wrote: AtomicBool::new(false),
            changes: Mutex::default(),
            acts: Mutex::default(),
            kept: Mutex::default(),
            here: Mutex::default(),
        }
    }

    /// The instant of this write: one for all that it changes.
    pub fn at(&self) -> Timestamp {
        self.at
    }

    /// Randomness for what this write makes.
    pub fn chance(&self) -> &Chance {
        &self.chance
    }

    /// This write for what needs no row in the record: only the queue of jobs, and who notes that a device is in
    /// use, may ask for it (`cargo xtask tidy`).
    pub fn bookkeeping(&self) -> Bookkeeping<'_> {
        Bookkeeping(self)
    }

    /// Writes the row of the record that belongs to a change, and tells every process that the object changed.
    /// Rows are kept until the commit and written together.
    pub fn record(&self, act: Act<'_>) {
        self.note_act(act, false);
    }

    /// The same for an act whose values tell of a person: they are kept apart, where [`record::erase`] finds them.
    pub fn record_privately(&self, act: Act<'_>) {
        self.note_act(act, true);
    }

    fn note_act(&self, act: Act<'_>, private: bool) {
        hold(&self.changes).push(Change { object: act.object.to_owned(), version: act.version });
        hold(&self.acts).push(Noted::of(act, private));
    }

    /// Notes that a version of a document was kept: its digest goes into the row that records it.
    pub(crate) fn kept(&self, object: &str, version: i64, body: &str) {
        hold(&self.kept).insert((object.to_owned(), version), record::digest(self.at.millis(), body));
    }

    /// Writes record and changes, commits, and gives the changes to tell with the number of the last one. Writes are
    /// serial, so their numbers follow one another.
    pub(crate) async fn commit(self) -> Result<Committed, StoreError> {
        let acts = std::mem::take(&mut *hold(&self.acts));
        let changes = std::mem::take(&mut *hold(&self.changes));
        let here = std::mem::take(&mut *hold(&self.here));
        if acts.is_empty() && self.wrote.load(Ordering::Relaxed) {
            self.inner.rollback().await?;
            return Err(StoreError::Unrecorded);
        }
        if !acts.is_empty() {
            let kept = std::mem::take(&mut *hold(&self.kept));
            record::append(&self.inner, self.at, &self.chance, acts, kept).await?;
        }
        for some in changes.chunks(BATCH) {
            let rows = some.iter().map(|change| entities::change::ActiveModel {
                at: Set(self.at.millis()),
                object: Set(change.object.clone()),
                version: Set(change.version),
                ..Default::default()
            });
            entities::change::Entity::insert_many(rows).exec_without_returning(&self.inner).await?;
        }
        let last = entities::change::Entity::find()
            .order_by_desc(entities::change::Column::Seq)
            .one(&self.inner)
            .await?
            .map_or(0, |row| row.seq);
        self.inner.commit().await?;
        Ok(Committed { changes, last, here })
    }

    fn note(&self, sql: &str) {
        let start = sql.trim_start();
        let head = start.get(..7).unwrap_or(start);
        if ["INSERT ", "UPDATE ", "DELETE "].iter().any(|verb| head.eq_ignore_ascii_case(verb)) {
            self.wrote.store(true, Ordering::Relaxed);
        }
    }
}

/// Rows in one statement, at most: SQLite and PostgreSQL both bound the number of values.
pub const BATCH: usize = 500;

/// The same values, the last one told again until there are 1, 2, 4, 8 … [`BATCH`] of them. Lists of any length in a
/// statement would be as many statements, each of which a connection keeps prepared; to hear a value twice changes
/// nothing of what `IN` or `OR` finds.
pub fn in_few_lengths<T: Clone>(values: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut values: Vec<T> = values.into_iter().collect();
    let Some(last) = values.last().cloned() else { return values };
    let length = values.len().next_power_of_two().min(BATCH).max(values.len());
    values.resize(length, last);
    values
}

fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A poisoned lock means a panic in between; the transaction is then dropped, so its content no longer matters.
    mutex.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
}

#[async_trait::async_trait]
impl ConnectionTrait for ReadTx {
    fn get_database_backend(&self) -> dialect::Backend {
        self.inner.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.counted().execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.counted().execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.counted().query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.counted().query_all_raw(statement).await
    }
}

#[async_trait::async_trait]
impl ConnectionTrait for WriteTx {
    fn get_database_backend(&self) -> dialect::Backend {
        self.inner.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.note(&statement.sql);
        self.inner.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.note(sql);
        self.inner.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.note(&statement.sql);
        self.inner.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.note(&statement.sql);
        self.inner.query_all_raw(statement).await
    }
}

#[async_trait::async_trait]
impl ConnectionTrait for Bookkeeping<'_> {
    fn get_database_backend(&self) -> dialect::Backend {
        self.0.inner.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.0.inner.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.0.inner.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.0.inner.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.0.inner.query_all_raw(statement).await
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn lists_of_any_length_take_few_lengths_and_name_nobody_else() {
        let lengths: HashSet<usize> = (0..=BATCH).map(|length| in_few_lengths(0..length).len()).collect();
        assert!(lengths.len() <= 11, "{lengths:?}");
        for length in [0, 1, 3, 300, BATCH] {
            let told: HashSet<usize> = in_few_lengths(0..length).into_iter().collect();
            assert_eq!(told, (0..length).collect());
        }
    }
}
