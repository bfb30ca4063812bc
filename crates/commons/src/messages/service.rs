//! Messages are written, tried, settled, reported and stopped.

use infitah_base::{
    Timestamp,
    config::{Config, QuietHours},
    ids,
};
use infitah_kit::Site;
use infitah_store::{
    Act, Db, StoreError, WriteTx,
    entities::{message, message_in, message_stop},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;

use super::{
    KIND, KIND_IN, answers,
    carriers::{Carriers, Failure, Receipt},
    inbox,
    incoming::Incoming,
    leave,
    model::{Address, Outgoing, Phone, Purpose, State},
    queries::{self, is_stopped, key, spent},
    rules,
    segments::segments,
    wishes::wishes_of,
};
use crate::{Actor, Permit};

/// A message is put among those that wait: the action of its permit.
#[derive(Clone, Copy, Debug)]
pub struct PutMessage;

/// A message is tried, or reported to have arrived.
#[derive(Clone, Copy, Debug)]
pub struct MoveMessage;

/// An SMS is taken, or somebody says that they want no more, or again.
#[derive(Clone, Copy, Debug)]
pub struct TakeMessage;

fn act(tx: &WriteTx, actor: &Actor, action: &str, object: &str, new: Option<String>) {
    // Addresses and texts stay out of the record: it is never forgotten.
    tx.record(Act { actor: actor.as_str(), action, object, version: None, old: None, new, why: None });
}

/// Writes a message that is to leave. To who wants no more it is written as stopped, so that it can be seen why.
pub async fn put(
    tx: &WriteTx,
    permit: &Permit<PutMessage>,
    outgoing: &Outgoing,
    zone: &str,
) -> Result<State, StoreError> {
    put_by(tx, permit, outgoing, zone, None).await
}

/// The same for somebody with an account: what can wait is to leave when their quiet hours are over.
pub async fn put_for(
    tx: &WriteTx,
    permit: &Permit<PutMessage>,
    outgoing: &Outgoing,
    zone: &str,
    account: Uuid,
    quiet: Option<QuietHours>,
) -> Result<State, StoreError> {
    put_by(tx, permit, outgoing, zone, Some((account, quiet))).await
}

async fn put_by(
    tx: &WriteTx,
    permit: &Permit<PutMessage>,
    outgoing: &Outgoing,
    zone: &str,
    whose: Option<(Uuid, Option<QuietHours>)>,
) -> Result<State, StoreError> {
    let stopped = outgoing.purpose.can_be_stopped() && is_stopped(tx, &outgoing.to).await?;
    let state = if stopped { State::Stopped } else { State::Waiting };
    let row = message::ActiveModel {
        id: Set(outgoing.id),
        made_at: Set(tx.at().millis()),
        month: Set(month(tx.at(), zone)),
        address: Set(outgoing.to.to_string()),
        purpose: Set(outgoing.purpose.code().to_owned()),
        lang: Set(outgoing.lang.tag().to_owned()),
        subject: Set(outgoing.subject.as_str().to_owned()),
        text: Set(outgoing.text.as_str().to_owned()),
        state: Set(state.code().to_owned()),
        attempts: Set(0),
        segments: Set(0),
        cost: Set(0),
        sent_at: Set(None),
        delivered_at: Set(None),
        error: Set(None),
        provider_id: Set(None),
        account: Set(whose.map(|(account, _)| account)),
    };
    message::Entity::insert(row).exec_without_returning(tx).await?;
    if state == State::Waiting {
        let quiet = whose.and_then(|(_, quiet)| quiet);
        leave::enqueue(tx, outgoing.id, rules::not_before(outgoing.purpose, tx.at(), quiet, zone)).await?;
    }
    act(tx, permit.actor(), "message.put", &object(outgoing.id), Some(outgoing.purpose.code().to_owned()));
    Ok(state)
}

fn object(id: Uuid) -> String {
    format!("{KIND}/{id}")
}

fn month(at: Timestamp, zone: &str) -> String {
    let date = at.date_in(zone);
    format!("{:04}-{:02}", date.year(), date.month())
}

/// What came of a try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attempt {
    /// Nothing is left to do.
    Done(State),
    /// It is to be tried again, not before this instant.
    NotBefore(Timestamp),
}

/// How long another process that is at a message is given.
const TURN: i64 = 2 * 60 * 1000;

/// Tries to send a message that waits. It may be called for any message at any time: what is not due, not wanted or
/// not affordable is not sent. A message leaves at least once; where a machine dies between sending and noting it, twice.
pub async fn attempt(
    db: &Db,
    permit: &Permit<MoveMessage>,
    carriers: &Carriers,
    config: &Config,
    id: Uuid,
) -> Result<Attempt, StoreError> {
    let (now, zone) = (db.clock().now(), config.time_zone.as_str());
    let tx = db.read().await?;
    let Some(one) = queries::one(&tx, id).await? else {
        return Err(StoreError::Unreadable(format!("{}: there is no such message", object(id))));
    };
    let Some(message) = one.message.filter(|_| one.state == State::Waiting) else {
        return Ok(Attempt::Done(one.state));
    };
    let unwanted = message.purpose.can_be_stopped() && is_stopped(&tx, &message.to).await?;
    let paid = matches!(message.to, Address::Phone(_));
    let spent = if paid { spent(&tx, &month(now, zone)).await? } else { 0 };
    // What was wished since it was put counts.
    let wishes = match one.account {
        Some(account) => wishes_of(&tx, account).await?,
        None => None,
    };
    drop(tx);
    let limit = config.messages.limit.filter(|_| paid).map(|limit| limit.minor);
    if unwanted || !rules::may_send(message.purpose, spent, limit) {
        let why = (!unwanted).then(|| "the limit of the month is reached".to_owned());
        return settle(db, permit, config, &message, Outcome::Stopped(why)).await;
    }
    let quiet = wishes.map_or(config.messages.quiet, |wishes| wishes.quiet);
    if let Some(until) = rules::not_before(message.purpose, now, quiet, zone) {
        return Ok(Attempt::NotBefore(until));
    }
    if !begin(db, permit, id, one.attempts).await? {
        return Ok(Attempt::NotBefore(now.plus_millis(TURN)));
    }
    let outcome = match carriers.deliver(&message).await {
        Ok(receipt) => Outcome::Sent(receipt),
        Err(failure) => Outcome::Failed(failure, one.attempts + 1),
    };
    settle(db, permit, config, &message, outcome).await
}

/// Counts the try before it is made. Of two that are at one message, one is told no.
async fn begin(db: &Db, permit: &Permit<MoveMessage>, id: Uuid, attempts: i64) -> Result<bool, StoreError> {
    let actor = permit.actor().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let still = message::Entity::update_many()
                .col_expr(message::Column::Attempts, (attempts + 1).into())
                .filter(message::Column::Id.eq(id))
                .filter(message::Column::State.eq(State::Waiting.code()))
                .filter(message::Column::Attempts.eq(attempts))
                .exec(tx)
                .await?;
            act(tx, &actor, "message.tried", &object(id), Some((attempts + 1).to_string()));
            Ok(still.rows_affected == 1)
        })
    })
    .await
}

enum Outcome {
    Sent(Receipt),
    Failed(Failure, i64),
    Stopped(Option<String>),
}

/// Notes what came of a try.
async fn settle(
    db: &Db,
    permit: &Permit<MoveMessage>,
    config: &Config,
    message: &Outgoing,
    outcome: Outcome,
) -> Result<Attempt, StoreError> {
    let (actor, id, purpose) = (permit.actor().clone(), message.id, message.purpose);
    let parts = match message.to {
        Address::Phone(_) => i64::from(segments(message.text.as_str()).count),
        Address::Mail(_) => 0,
    };
    let (price, zone) = (config.messages.price.minor, config.time_zone.clone());
    db.write(move |tx| {
        Box::pin(async move {
            let Some(row) = message::Entity::find_by_id(id).one(tx).await? else {
                return Err(StoreError::Unreadable(format!("{}: there is no such message", object(id))));
            };
            let known: State =
                row.state.parse().map_err(|_| StoreError::Unreadable(format!("{}: state", object(id))))?;
            let mut row = row.into_active_model();
            let (state, answer) = match outcome {
                Outcome::Sent(receipt) => {
                    row.sent_at = Set(Some(tx.at().millis()));
                    row.month = Set(month(tx.at(), &zone));
                    row.segments = Set(parts);
                    row.cost = Set(parts.saturating_mul(price));
                    row.error = Set(None);
                    row.provider_id = Set(receipt.provider_id);
                    // A report can be quicker than the answer of the gateway.
                    let state = if known == State::Waiting { State::Sent } else { known };
                    (state, Attempt::Done(state))
                }
                _ if known != State::Waiting => return Ok(Attempt::Done(known)),
                Outcome::Stopped(why) => {
                    row.error = Set(why);
                    (State::Stopped, Attempt::Done(State::Stopped))
                }
                Outcome::Failed(failure, tries) => {
                    let again = match &failure {
                        Failure::Never(_) => None,
                        _ => rules::again_at(purpose, tx.at(), tries),
                    };
                    row.error = Set(Some(failure.to_string()));
                    match again {
                        Some(at) => (State::Waiting, Attempt::NotBefore(at)),
                        None => (State::Failed, Attempt::Done(State::Failed)),
                    }
                }
            };
            row.state = Set(state.code().to_owned());
            forget_code(&mut row, purpose, state);
            row.update(tx).await?;
            act(tx, &actor, &format!("message.{}", state.code()), &object(id), None);
            Ok(answer)
        })
    })
    .await
}

/// The text of a code is of no use once it left, and of much use to a thief.
fn forget_code(row: &mut message::ActiveModel, purpose: Purpose, state: State) {
    if purpose == Purpose::Code && state != State::Waiting {
        row.text = Set(String::new());
        row.subject = Set(String::new());
    }
}

/// What came of a delivery report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reported {
    /// The message is now in this state.
    Moved(State),
    /// It says nothing final.
    OnTheWay,
    /// A final report was there before: nothing changes any more.
    Seen,
    /// No such message was sent.
    Unknown,
}

/// Takes a delivery report of a message; `arrived` is what it says: yes, no, or not yet known.
pub async fn report(
    db: &Db,
    permit: &Permit<MoveMessage>,
    id: Uuid,
    arrived: Option<bool>,
) -> Result<Reported, StoreError> {
    let actor = permit.actor().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let Some(row) = message::Entity::find_by_id(id).one(tx).await? else { return Ok(Reported::Unknown) };
            let one = queries::read(row.clone())?;
            match one.state {
                State::Delivered | State::Failed => return Ok(Reported::Seen),
                // It is on its way to the gateway, whose report is quicker than its answer.
                State::Waiting if one.attempts > 0 => {}
                State::Waiting | State::Stopped => return Ok(Reported::Unknown),
                State::Sent => {}
            }
            let Some(arrived) = arrived else { return Ok(Reported::OnTheWay) };
            let state = if arrived { State::Delivered } else { State::Failed };
            let mut row = row.into_active_model();
            row.state = Set(state.code().to_owned());
            row.delivered_at = Set(arrived.then(|| tx.at().millis()));
            row.error = Set((!arrived).then(|| "the network could not deliver it".to_owned()));
            forget_code(&mut row, one.purpose, state);
            row.update(tx).await?;
            act(tx, &actor, &format!("message.{}", state.code()), &object(id), None);
            Ok(Reported::Moved(state))
        })
    })
    .await
}

/// What came of an SMS that arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Received {
    /// It is kept, and wants this.
    Taken(Incoming),
    /// The gateway brought it before.
    Seen,
}

/// Letters of an incoming SMS that are kept, at most; the longest one has 39,015.
const KEPT: usize = 4_000;

/// Takes an SMS, once for each name that the gateway gives it, and answers it. `STOP` and `START` are obeyed at once.
pub async fn receive(
    db: &Db,
    permit: &Permit<TakeMessage>,
    site: &Site,
    provider_id: &str,
    sender: &Phone,
    text: &str,
) -> Result<Received, StoreError> {
    let (permit, site) = (permit.clone(), site.clone());
    let (provider_id, sender, text) = (provider_id.to_owned(), sender.clone(), text.to_owned());
    db.write(move |tx| {
        Box::pin(async move {
            let zone = &site.config().time_zone;
            let Some((wanted, row)) = take(tx, &permit, zone, &provider_id, &sender, &text).await? else {
                return Ok(Received::Seen);
            };
            answers::answer(tx, &Permit::for_machine("sms-answers"), &site, &sender, &row).await?;
            Ok(Received::Taken(wanted))
        })
    })
    .await
}

/// Keeps an SMS and obeys it. `None`: the gateway brought it before.
async fn take(
    tx: &WriteTx,
    permit: &Permit<TakeMessage>,
    zone: &str,
    provider_id: &str,
    sender: &Phone,
    text: &str,
) -> Result<Option<(Incoming, message_in::Model)>, StoreError> {
    let known = message_in::Column::ProviderId.eq(provider_id);
    if message_in::Entity::find().filter(known).one(tx).await?.is_some() {
        return Ok(None);
    }
    let text: String = text.chars().filter(|c| !c.is_control() || *c == '\n').take(KEPT).collect();
    let wanted = Incoming::of(&text);
    let (id, address) = (ids::new_uuid(tx.at(), tx.chance()), Address::Phone(sender.clone()));
    let row = message_in::Model {
        id,
        at: tx.at().millis(),
        provider_id: provider_id.to_owned(),
        sender: address.to_string(),
        kind: wanted.kind().to_owned(),
        reference: wanted.reference().map(ToString::to_string),
        text,
        name: if wanted == Incoming::Text { Some(inbox::next_name(tx, zone).await?) } else { None },
        read_at: None,
    };
    let fresh = row.clone().into_active_model().reset_all();
    message_in::Entity::insert(fresh).exec_without_returning(tx).await?;
    let new = Some(wanted.kind().to_owned());
    act(tx, permit.actor(), "message-in.taken", &format!("{KIND_IN}/{id}"), new);
    match wanted {
        Incoming::Stop => no_more(tx, &address).await?,
        Incoming::Start => again(tx, &address).await?,
        _ => {}
    }
    Ok(Some((wanted, row)))
}

/// The receiver of a message wants no more notices and digests. `false`: there is no such message.
pub async fn stop(db: &Db, permit: &Permit<TakeMessage>, message: Uuid) -> Result<bool, StoreError> {
    wish(db, permit, message, "message.stopped-by-receiver", false).await
}

/// The receiver of a message wants notices and digests again. `false`: there is no such message.
pub async fn start_again(db: &Db, permit: &Permit<TakeMessage>, message: Uuid) -> Result<bool, StoreError> {
    wish(db, permit, message, "message.wanted-again", true).await
}

async fn wish(
    db: &Db,
    permit: &Permit<TakeMessage>,
    id: Uuid,
    action: &'static str,
    wanted: bool,
) -> Result<bool, StoreError> {
    let actor = permit.actor().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let Some(one) = queries::one(tx, id).await? else { return Ok(false) };
            if is_stopped(tx, &one.to).await? == wanted {
                act(tx, &actor, action, &object(id), None);
                if wanted { again(tx, &one.to).await? } else { no_more(tx, &one.to).await? }
            }
            Ok(true)
        })
    })
    .await
}

/// Somebody with an account wants notices and digests again at their addresses.
pub async fn wanted_again(
    tx: &WriteTx,
    permit: &Permit<TakeMessage>,
    account: Uuid,
    addresses: &[Address],
) -> Result<(), StoreError> {
    for address in addresses {
        if is_stopped(tx, address).await? {
            again(tx, address).await?;
            act(tx, permit.actor(), "message.wanted-again", &format!("account/{account}"), None);
        }
    }
    Ok(())
}

async fn no_more(tx: &WriteTx, address: &Address) -> Result<(), StoreError> {
    if !is_stopped(tx, address).await? {
        let row = message_stop::ActiveModel { address: Set(key(address)), at: Set(tx.at().millis()) };
        message_stop::Entity::insert(row).exec_without_returning(tx).await?;
    }
    Ok(())
}

async fn again(tx: &WriteTx, address: &Address) -> Result<(), StoreError> {
    message_stop::Entity::delete_by_id(key(address)).exec(tx).await?;
    Ok(())
}

#[cfg(test)]
mod tests;
