//! Messages leave by jobs: one for each, enqueued in the write that puts the message, and again whenever it is to be tried
//! later. What waits without a job is found by a sweep.

use infitah_base::config::Config;
use infitah_store::{
    Act, BATCH, Db, InTx, StoreError, WriteTx,
    entities::{message, message_in},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::Expr};
use uuid::Uuid;

use super::{
    KIND, KIND_IN,
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

/// Forgets addresses and texts of messages that were settled long ago and of SMS that came as long ago, and says of how
/// many; what they cost stays.
pub async fn forget_old(db: &Db) -> Result<usize, StoreError> {
    let left = until_none(db, |tx| Box::pin(forget_left(tx))).await?;
    Ok(left + until_none(db, |tx| Box::pin(forget_arrived(tx))).await?)
}

/// Repeats a write until it finds nothing more to do, and says how much it did.
async fn until_none(
    db: &Db,
    some: impl for<'t> Fn(&'t WriteTx) -> InTx<'t, usize, StoreError> + Clone + Send + 'static,
) -> Result<usize, StoreError> {
    let mut done = 0;
    loop {
        match db.write(some.clone()).await? {
            0 => return Ok(done),
            some => done += some,
        }
        db.give_way().await;
    }
}

async fn forget_left(tx: &WriteTx) -> Result<usize, StoreError> {
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
    let count = old.len();
    if count > 0 {
        let columns = [message::Column::Address, message::Column::Subject, message::Column::Text];
        let blank = columns
            .into_iter()
            .fold(message::Entity::update_many(), |rows, column| rows.col_expr(column, Expr::value("")));
        let nobody = blank.col_expr(message::Column::Account, Expr::value(None::<Uuid>));
        nobody.filter(message::Column::Id.is_in(old)).exec(tx).await?;
        forgotten(tx, KIND, "message.forgotten", count);
    }
    Ok(count)
}

async fn forget_arrived(tx: &WriteTx) -> Result<usize, StoreError> {
    let old: Vec<Uuid> = message_in::Entity::find()
        .select_only()
        .column(message_in::Column::Id)
        .filter(message_in::Column::At.lt(tx.at().millis() - KEPT))
        .filter(message_in::Column::Sender.ne(""))
        .limit(BATCH as u64)
        .into_tuple()
        .all(tx)
        .await?;
    let count = old.len();
    if count > 0 {
        let columns = [message_in::Column::Sender, message_in::Column::Text];
        let blank = columns
            .into_iter()
            .fold(message_in::Entity::update_many(), |rows, column| rows.col_expr(column, Expr::value("")));
        blank.filter(message_in::Column::Id.is_in(old)).exec(tx).await?;
        forgotten(tx, KIND_IN, "message-in.forgotten", count);
    }
    Ok(count)
}

fn forgotten(tx: &WriteTx, object: &str, action: &str, count: usize) {
    let permit = Permit::<service::MoveMessage>::for_machine("messages");
    let (actor, new) = (permit.actor().as_str(), Some(count.to_string()));
    tx.record(Act { actor, action, object, version: None, old: None, new, why: None });
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
