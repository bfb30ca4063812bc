//! The database: how it is opened, read and written.

use std::{
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use infitah_base::{Chance, Clock};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr};

use crate::{
    batch::{self, Command, SubmitError},
    change::{Change, Feed},
    dialect::{self, Kind},
    tx::{ReadTx, StoreError, WriteTx},
};

/// A future that borrows the transaction it works in.
pub type InTx<'t, T, E> = Pin<Box<dyn Future<Output = Result<T, E>> + Send + 't>>;

/// An open database. Cheap to clone.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    kind: Kind,
    address: String,
    read: DatabaseConnection,
    write: DatabaseConnection,
    clock: Clock,
    chance: Chance,
    feed: Feed,
    batches: batch::Batches,
    statements: Arc<AtomicU64>,
}

/// Why a database could not be opened. Said to the technician, with what to do.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Neither `sqlite:` nor `postgres:`.
    #[error("`{0}` is not a database address: write sqlite:PATH or postgres://USER@HOST/NAME")]
    NotAnAddress(String),
    /// A mistyped path must not become a new empty database.
    #[error("there is no database at {0}: check the path, or make one with `infitah migrate`")]
    Missing(String),
    /// The file is there and is not a database, or is damaged.
    #[error("the database {0} cannot be used: {1}")]
    Unreadable(String, String),
    /// Another program is writing in it, or has all of it.
    #[error(
        "another program holds the database {0}: stop that program (`infitah serve`?), or try again when it has finished"
    )]
    Held(String),
    /// Nobody answers there, or access is refused.
    #[error("the database {0} cannot be reached: {1}")]
    Unreachable(String, String),
    /// It is there and holds nothing: nobody has migrated it, or what was to fill it was stopped half-way.
    #[error(
        "the database {0} is empty: begin one with `infitah migrate`; if a copy or a restore into it was stopped, run \
         that again"
    )]
    Empty(String),
    /// Its tables are older than this program.
    #[error("the database is at an older version ({applied} of {known} migrations): run `infitah migrate`")]
    Older {
        /// Migrations that the database has.
        applied: usize,
        /// Migrations that this program knows.
        known: usize,
    },
    /// Its tables are newer than this program.
    #[error("the database was made by a newer Infitah (it has {0}): use that version or a newer one")]
    Newer(String),
    /// It failed in some other way.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<DbErr> for OpenError {
    fn from(error: DbErr) -> Self {
        OpenError::Store(error.into())
    }
}

/// What is asked of the database when it is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It must exist and be of this program's version.
    Ready,
    /// It is made when it is missing, and brought to this program's version.
    Migrate,
}

/// The leave that [`Db::alone`] gives.
pub struct Alone {
    tx: ReadTx,
}

impl Alone {
    /// Gives it back now; dropped, it goes back a little later.
    pub async fn release(self) -> Result<(), StoreError> {
        Ok(self.tx.inner.rollback().await?)
    }
}

impl Db {
    /// Opens the database at `address` (`sqlite:PATH`, `postgres://…`).
    pub async fn open(address: &str, state: State, clock: Clock, chance: Chance) -> Result<Db, OpenError> {
        let kind = Kind::of(address)?;
        dialect::check_presence(kind, address, state == State::Migrate)?;
        let (read, write) = dialect::connect(kind, address, state == State::Migrate).await?;
        match state {
            State::Migrate => dialect::migrate(&write).await?,
            State::Ready => dialect::check_version(&read, address).await?,
        }
        let feed = Feed::start_after(&read).await?;
        let db = Db(Arc::new(Inner {
            kind,
            address: infitah_base::config::without_password(address),
            read,
            write,
            clock,
            chance,
            feed,
            batches: batch::Batches::default(),
            statements: Arc::default(),
        }));
        db.follow();
        Ok(db)
    }

    /// Which database it is.
    pub fn kind(&self) -> Kind {
        self.0.kind
    }

    /// Where it is, without a password.
    pub fn address(&self) -> &str {
        &self.0.address
    }

    /// The clock that writes are dated by.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// Randomness for what is made before it is written.
    pub fn chance(&self) -> &Chance {
        &self.0.chance
    }

    /// Begins a consistent view.
    pub async fn read(&self) -> Result<ReadTx, StoreError> {
        let statements = self.0.statements.clone();
        Ok(ReadTx { inner: dialect::begin_read(&self.0.read).await?, statements })
    }

    /// How many statements views have run until now, their beginnings and ends left out: what pages cost the database.
    pub fn statements(&self) -> u64 {
        self.0.statements.load(Ordering::Relaxed)
    }

    /// Runs `work` in the one write transaction, on a task of its own: a client that hangs up cannot separate the
    /// commit from what follows it. When `work` fails nothing is kept. Never await a body, a mail or another machine
    /// inside: every other write waits.
    pub async fn write<T, E>(
        &self,
        work: impl for<'t> FnOnce(&'t WriteTx) -> InTx<'t, T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let db = self.clone();
        let task = tokio::spawn(async move { db.write_here(work).await });
        task.await.unwrap_or_else(|_| Err(StoreError::Interrupted.into()))
    }

    async fn write_here<T, E>(&self, work: impl for<'t> FnOnce(&'t WriteTx) -> InTx<'t, T, E>) -> Result<T, E>
    where
        E: From<StoreError>,
    {
        let begun = dialect::begin_write(&self.0.write).await.map_err(StoreError::from)?;
        let tx = WriteTx::new(begun, &self.0.clock, self.0.chance.clone());
        let answer = work(&tx).await?;
        let done = tx.commit().await?;
        self.0.feed.tell_own(&done);
        Ok(answer)
    }

    /// Lets others write, in this process and in others: called between the writes of a long work.
    pub async fn give_way(&self) {
        tokio::time::sleep(dialect::turn(self.0.kind)).await;
    }

    /// Hands over a command that is applied together with others, in one transaction, and answered after the
    /// commit. A full queue is an error at once: the caller says 503, nothing waits without end.
    pub async fn submit<C: Command>(&self, command: C) -> Result<C::Answer, SubmitError> {
        self.0.batches.submit(self, command).await
    }

    /// Calls `hear` with each change, from this process at once, from others within a second.
    pub fn on_change(&self, hear: impl Fn(&[Change]) + Send + Sync + 'static) {
        self.0.feed.add(Box::new(hear));
    }

    /// Hears now what other processes have changed until now, without waiting for the next quarter of a second.
    pub async fn catch_up(&self) -> Result<(), StoreError> {
        self.0.feed.catch_up(&self.0.read).await
    }

    /// The number of rows that `sql`'s table holds: for `doctor` and tests.
    pub async fn count(&self, table: &str) -> Result<i64, StoreError> {
        dialect::count(&self.0.read, table).await
    }

    /// Closes it, for all who hold it: what another program may then do with its file is that program's.
    pub async fn close(&self) {
        for pool in [&self.0.read, &self.0.write] {
            // What does not close was closed by the other side.
            let _ = pool.close_by_ref().await;
        }
    }

    /// What is wrong with the database as such (damaged pages, rows that refer to nothing), each in one line.
    pub async fn faults(&self) -> Result<Vec<String>, StoreError> {
        Ok(dialect::faults(&self.0.read).await?)
    }

    /// How much room it takes on its disk, in bytes.
    pub async fn size(&self) -> Result<u64, StoreError> {
        Ok(u64::try_from(dialect::size(&self.0.read).await?).unwrap_or_default())
    }

    /// The newest migration that it has.
    pub async fn schema(&self) -> Result<Option<String>, StoreError> {
        Ok(dialect::applied(&self.0.read).await?.into_iter().max())
    }

    /// Leave to do what only one process may do at a time, until it is given back; `None` when another has it. Only
    /// PostgreSQL is shared between machines: on SQLite everybody gets it.
    pub async fn alone(&self) -> Result<Option<Alone>, StoreError> {
        let tx = self.read().await?;
        Ok(dialect::take_alone(&tx.inner).await?.then_some(Alone { tx }))
    }

    /// A statement that costs nothing, to see that the database answers.
    pub async fn ping(&self) -> Result<(), StoreError> {
        self.0.read.execute_unprepared("SELECT 1").await?;
        Ok(())
    }

    pub(crate) fn writer(&self) -> &DatabaseConnection {
        &self.0.write
    }

    /// Follows what other processes change, four times a second, as long as the database is open.
    fn follow(&self) {
        let weak = Arc::downgrade(&self.0);
        tokio::spawn(async move {
            let mut ticks = tokio::time::interval(Duration::from_millis(250));
            ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
            loop {
                ticks.tick().await;
                let Some(inner) = weak.upgrade() else { return };
                if let Err(error) = inner.feed.catch_up(&inner.read).await {
                    tracing::warn!(%error, "the change feed could not be read; caches may be old for a moment");
                }
            }
        });
    }
}
