//! Messages leave by jobs: one for each, enqueued in the write that puts the message, and again whenever it is to be tried
//! later. What waits without a job is found by a sweep.

use infitah_base::config::Config;
use infitah_store::{Db, StoreError, WriteTx};
use uuid::Uuid;

use super::{
    carriers::Carriers,
    queries,
    service::{self, Attempt},
};
use crate::{
    Permit,
    jobs::{self, Done, Failure, New, Task},
};

/// The kind of the job that sends a message. What it is about is the message's id.
pub const SEND: &str = "message";

/// The kind of the job that looks for messages without one.
pub const SWEEP: &str = "messages.sweep";

/// Messages that one sweep takes up.
const SWEPT: u64 = 500;

/// Enqueues the job that sends a message, unless it has one.
pub(super) async fn enqueue(
    tx: &WriteTx,
    message: Uuid,
    run_at: Option<infitah_base::Timestamp>,
) -> Result<(), StoreError> {
    jobs::enqueue(tx, New { kind: SEND, key: Some(message.to_string()), payload: &message, run_at }).await?;
    Ok(())
}

/// Tries to send the message of a job. What is to be tried later gets another job for that time: a failure of a carrier is
/// the message's, with its own patience, and none of the queue.
pub async fn send(db: &Db, carriers: &Carriers, config: &Config, task: &Task) -> Result<Done, Failure> {
    let message: Uuid = task.payload()?;
    match service::attempt(db, &Permit::for_machine("messages"), carriers, config, message).await? {
        Attempt::Done(_) => Ok(Done::nothing()),
        Attempt::NotBefore(at) => {
            Ok(Done::with(move |tx| Box::pin(async move { enqueue(tx, message, Some(at)).await })))
        }
    }
}

/// Gives a job to each message that waits without one: those of a program that had no jobs, or whose job was forgotten.
pub async fn sweep(db: &Db) -> Result<(), StoreError> {
    db.write(|tx| {
        Box::pin(async move {
            for message in queries::waiting(tx, SWEPT).await? {
                enqueue(tx, message, None).await?;
            }
            Ok(())
        })
    })
    .await
}
