//! Messages leave by jobs: one for each, enqueued in the write that puts the message, and again whenever it is to be tried
//! later. What waits without a job is found by a sweep.

use infitah_base::config::Config;
use infitah_store::{Act, BATCH, Db, StoreError, WriteTx, entities::message};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::Expr};
use uuid::Uuid;

use super::{
    KIND,
    carriers::Carriers,
    model::State,
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

/// How long it is known to whom a message went and what it said: that is time enough to complain, and what
/// is not kept cannot be lost.
const KEPT: i64 = 90 * 24 * 3600 * 1000;

/// Forgets addresses and texts of messages that were settled long ago, and says of how many; what they cost stays.
pub async fn forget_old(db: &Db) -> Result<usize, StoreError> {
    let mut forgotten = 0;
    loop {
        let some = db.write(|tx| {
            Box::pin(async move {
                let old: Vec<Uuid> = message::Entity::find()
                    .select_only()
                    .column(message::Column::Id)
                    .filter(message::Column::State.ne(State::Waiting.code()))
                    .filter(message::Column::MadeAt.lt(tx.at().millis() - KEPT))
                    .filter(message::Column::Address.ne(""))
                    .limit(BATCH as u64)
                    .into_tuple()
                    .all(tx)
                    .await?;
                if old.is_empty() {
                    return Ok(0);
                }
                let count = old.len();
                let columns = [message::Column::Address, message::Column::Subject, message::Column::Text];
                let blank = columns
                    .into_iter()
                    .fold(message::Entity::update_many(), |rows, column| rows.col_expr(column, Expr::value("")));
                blank.filter(message::Column::Id.is_in(old)).exec(tx).await?;
                tx.record(Act {
                    actor: Permit::<service::MoveMessage>::for_machine("messages").actor().as_str(),
                    action: "message.forgotten",
                    object: KIND,
                    version: None,
                    old: None,
                    new: Some(count.to_string()),
                    why: None,
                });
                Ok::<usize, StoreError>(count)
            })
        });
        match some.await? {
            0 => return Ok(forgotten),
            some => forgotten += some,
        }
        db.give_way().await;
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
