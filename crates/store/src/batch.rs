//! Group commit: commands of many requests, one transaction.

use std::{
    any::{Any, TypeId},
    collections::HashMap,
    sync::Mutex,
};

use tokio::sync::{mpsc, oneshot};

use crate::{
    db::{Db, InTx},
    tx::{StoreError, WriteTx},
};

/// Something that many people do at once (signing, voting, answering one question).
pub trait Command: Send + Sync + 'static {
    /// What each person is told.
    type Answer: Send + 'static;

    /// Applies all commands set-wise and answers each, in their order. Losers of a uniqueness rule get an answer
    /// that says so; an error fails the whole batch.
    fn apply_many<'t>(tx: &'t WriteTx, commands: &'t [Self]) -> InTx<'t, Vec<Self::Answer>, StoreError>
    where
        Self: Sized;
}

/// Why a command got no answer.
#[derive(Debug, thiserror::Error)]
pub enum SubmitError {
    /// More wait than can be served: say 503 and when to come back.
    #[error("too many wait already")]
    Full,
    /// Its transaction failed; nothing of it is kept.
    #[error("{0}")]
    Failed(String),
}

/// How many commands wait at most.
const WAITING: usize = 4096;
/// How many go into one transaction.
const TOGETHER: usize = 512;

type Waiting<C> = (C, oneshot::Sender<Result<<C as Command>::Answer, String>>);

#[derive(Default)]
pub(crate) struct Batches(Mutex<HashMap<TypeId, Box<dyn Any + Send>>>);

impl Batches {
    pub(crate) async fn submit<C: Command>(&self, db: &Db, command: C) -> Result<C::Answer, SubmitError> {
        let (answer, answered) = oneshot::channel();
        self.queue::<C>(db).try_send((command, answer)).map_err(|_| SubmitError::Full)?;
        match answered.await {
            Ok(Ok(answer)) => Ok(answer),
            Ok(Err(reason)) => Err(SubmitError::Failed(reason)),
            Err(_) => Err(SubmitError::Failed(StoreError::Interrupted.to_string())),
        }
    }

    fn queue<C: Command>(&self, db: &Db) -> mpsc::Sender<Waiting<C>> {
        let mut queues = self.0.lock().unwrap_or_else(|p| p.into_inner());
        let known = queues.get(&TypeId::of::<C>()).and_then(|any| any.downcast_ref::<mpsc::Sender<Waiting<C>>>());
        // A worker ends only with its runtime; a closed queue belongs to one that is gone.
        if let Some(queue) = known.filter(|queue| !queue.is_closed()) {
            return queue.clone();
        }
        let (queue, waiting) = mpsc::channel(WAITING);
        tokio::spawn(work(db.clone(), waiting));
        queues.insert(TypeId::of::<C>(), Box::new(queue.clone()));
        queue
    }
}

async fn work<C: Command>(db: Db, mut waiting: mpsc::Receiver<Waiting<C>>) {
    let mut batch = Vec::with_capacity(TOGETHER);
    while waiting.recv_many(&mut batch, TOGETHER).await > 0 {
        let (commands, answers): (Vec<C>, Vec<_>) = batch.drain(..).unzip();
        let done = db.write(move |tx| Box::pin(async move { C::apply_many(tx, &commands).await })).await;
        match done {
            Ok(results) => {
                // Who hung up is not told; what was done stays done.
                for (answer, result) in answers.into_iter().zip(results) {
                    let _ = answer.send(Ok(result));
                }
            }
            Err(error) => {
                tracing::error!(%error, "a batch of commands failed");
                for answer in answers {
                    let _ = answer.send(Err(error.to_string()));
                }
            }
        }
    }
}
