//! Who knows how to do what.

use std::{collections::HashMap, sync::Arc};

use futures_util::future::BoxFuture;
use infitah_base::Timestamp;
use infitah_store::{InTx, StoreError, WriteTx};
use serde::de::DeserializeOwned;

use super::{model::JobId, rules::Patience};

/// What a job does to the database.
pub type Effect = Box<dyn for<'t> FnOnce(&'t WriteTx) -> InTx<'t, (), StoreError> + Send>;

/// A job that was begun.
#[derive(Clone, Debug)]
pub struct Task {
    /// Its identifier: the key by which others can tell that they were asked before.
    pub id: JobId,
    /// Which attempt it is, from 1.
    pub attempt: u32,
    /// When it was enqueued.
    pub made_at: Timestamp,
    pub(super) kind: String,
    pub(super) payload: String,
}

impl Task {
    /// What it is about. One that cannot be read will not be readable the next time.
    pub fn payload<T: DeserializeOwned>(&self) -> Result<T, Failure> {
        serde_json::from_str(&self.payload).map_err(|error| Failure::Never(format!("the payload: {error}")))
    }
}

/// A job is done; what is left to write is written together with that.
#[derive(Default)]
pub struct Done(pub(super) Option<Effect>);

impl Done {
    /// Nothing is left to write.
    pub fn nothing() -> Self {
        Self(None)
    }

    /// This is written in the transaction that marks the job as done, if its worker still has it: exactly once. It
    /// records what it changes, like every write.
    pub fn with(effect: impl for<'t> FnOnce(&'t WriteTx) -> InTx<'t, (), StoreError> + Send + 'static) -> Self {
        Self(Some(Box::new(effect)))
    }
}

/// A job was not done: one line for who looks after the queue.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// It may go better another time.
    #[error("{0}")]
    Later(String),
    /// It never will.
    #[error("{0}")]
    Never(String),
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Failure::Later(error.to_string())
    }
}

type Work = dyn Fn(Task) -> BoxFuture<'static, Result<Done, Failure>> + Send + Sync;

/// How jobs of a kind are done.
#[derive(Clone)]
pub(super) struct Kind {
    pub(super) work: Arc<Work>,
    pub(super) patience: Patience,
}

/// Every kind of job that this program knows.
#[derive(Clone, Default)]
pub struct Kinds(HashMap<&'static str, Kind>);

impl Kinds {
    /// Adds a kind. `work` is called for each attempt; it may be called a second time for the same job while the first
    /// call still goes on, when that one has lost its lease. It must end by itself: who speaks with another machine sets
    /// a limit to that.
    pub fn with<F>(
        mut self,
        kind: &'static str,
        patience: Patience,
        work: impl Fn(Task) -> F + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = Result<Done, Failure>> + Send + 'static,
    {
        self.0.insert(kind, Kind { work: Arc::new(move |task| Box::pin(work(task))), patience });
        self
    }

    pub(super) fn get(&self, kind: &str) -> Option<&Kind> {
        self.0.get(kind)
    }

    /// Their names.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.0.keys().copied()
    }
}
