//! What is answered to an SMS, in the write that takes it: that it came and by which reference, or how those of the same
//! telephone stand. Of others' nothing is said, not even that they are there.

use infitah_base::{Lang, ids};
use infitah_kit::{Site, T};
use infitah_store::{
    StoreError, WriteTx,
    entities::{message, message_in},
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::{
    inbox::{self, Arrived},
    incoming::Incoming,
    model::{Address, NotAMessage, Outgoing, Phone, Purpose},
    queries::is_stopped,
    service::{self, PutMessage},
};
use crate::{Permit, accounts};

/// Answers to one telephone in 24 hours, at most: two programs that answer each other end here, and so does what a
/// stranger can have us pay.
pub const MOST_A_DAY: u64 = 5;

/// A day, in milliseconds.
const DAY: i64 = 24 * 3600 * 1000;

/// Those of the same telephone that one answer tells of, at most: more would be a second paid part.
const TOLD: u64 = 3;

/// Answers an SMS that was taken in this write, unless its sender wants nothing more, had enough answers today, or is a
/// program.
pub(super) async fn answer(
    tx: &WriteTx,
    permit: &Permit<PutMessage>,
    site: &Site,
    sender: &Phone,
    taken: &message_in::Model,
) -> Result<(), StoreError> {
    let wanted = Incoming::of(&taken.text);
    if matches!(wanted, Incoming::Stop | Incoming::Start) {
        return Ok(());
    }
    let to = Address::Phone(sender.clone());
    if is_stopped(tx, &to).await? || is_ours(site, sender) || is_again(tx, taken, &wanted).await? {
        return Ok(());
    }
    let today = message::Entity::find()
        .filter(message::Column::Address.eq(to.to_string()))
        .filter(message::Column::Purpose.eq(Purpose::Answer.code()))
        .filter(message::Column::MadeAt.gt(tx.at().millis() - DAY));
    if today.count(tx).await? >= MOST_A_DAY {
        return Ok(());
    }
    let found = match &wanted {
        Incoming::Status(reference) => inbox::from(tx, sender, Some(&reference.to_string()), 1).await?,
        _ => inbox::from(tx, sender, None, TOLD).await?,
    };
    let langs = match accounts::langs_at(tx, &to).await?.as_slice() {
        [one] => vec![*one],
        _ => both(),
    };
    let zone = site.config().time_zone.as_str();
    let said: Vec<String> = langs.iter().map(|lang| say(&site.t(*lang), zone, &wanted, taken, &found)).collect();
    let outgoing = Outgoing {
        id: ids::new_uuid(tx.at(), tx.chance()),
        to,
        purpose: Purpose::Answer,
        lang: langs.first().copied().unwrap_or(Lang::arabic()),
        subject: String::new().parse().map_err(unsaid)?,
        text: said.join("\n").parse().map_err(unsaid)?,
    };
    service::put(tx, permit, &outgoing, zone).await?;
    Ok(())
}

/// The languages for who is not known here, or where several share a telephone and not a language.
fn both() -> Vec<Lang> {
    [Some(Lang::arabic()), Lang::parse("fr").ok()].into_iter().flatten().collect()
}

/// Whether an SMS comes from the number that ours leave from: it would be answered for ever.
fn is_ours(site: &Site, sender: &Phone) -> bool {
    let ours = site.config().messages.sms.as_ref().and_then(|sms| sms.from.parse::<Phone>().ok());
    ours.as_ref() == Some(sender)
}

/// Whether the same words came from there in the last day: people ask again how something stands, but only programs say
/// the same again and again.
async fn is_again(tx: &WriteTx, taken: &message_in::Model, wanted: &Incoming) -> Result<bool, StoreError> {
    if *wanted != Incoming::Text {
        return Ok(false);
    }
    let same = message_in::Entity::find()
        .filter(message_in::Column::Sender.eq(&taken.sender))
        .filter(message_in::Column::Text.eq(&taken.text))
        .filter(message_in::Column::At.gt(taken.at - DAY))
        .filter(message_in::Column::Id.ne(taken.id));
    Ok(same.count(tx).await? > 0)
}

/// The answer in one language.
fn say(t: &T, zone: &str, wanted: &Incoming, taken: &message_in::Model, found: &[Arrived]) -> String {
    let stands = |one: &Arrived| match one.read {
        Some(read) => t.m("sms-read").s("reference", one.name.as_str()).s("date", t.date(read.date_in(zone))).bare(),
        None => t.m("sms-waits").s("reference", one.name.as_str()).s("date", t.date(one.at.date_in(zone))).bare(),
    };
    match (wanted, found) {
        (Incoming::Status(reference), []) => t.m("sms-unknown").s("reference", reference.to_string()).bare(),
        (Incoming::StatusOfWhat, []) => t.m("sms-nothing").bare(),
        (Incoming::Status(_) | Incoming::StatusOfWhat, found) => {
            found.iter().map(stands).collect::<Vec<_>>().join("\n")
        }
        _ => t.m("sms-taken").s("reference", taken.name.clone().unwrap_or_default()).bare(),
    }
}

fn unsaid(error: NotAMessage) -> StoreError {
    StoreError::Unreadable(format!("an answer to an SMS: {error}"))
}
