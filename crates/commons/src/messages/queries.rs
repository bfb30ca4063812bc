//! Reading messages. Their texts and addresses are for whoever sends them; the public is told what they cost.

use std::collections::BTreeMap;

use infitah_base::{Lang, Timestamp};
use infitah_store::{
    StoreError,
    entities::{message, message_stop},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};
use uuid::Uuid;

use super::model::{Address, Outgoing, Purpose, State};

/// A message as it is kept, and how far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct One {
    /// What is to leave; `None` once the text of a code was emptied.
    pub message: Option<Outgoing>,
    /// Where it goes.
    pub to: Address,
    /// What for.
    pub purpose: Purpose,
    /// How far it is.
    pub state: State,
    /// How often it was tried.
    pub attempts: i64,
    /// What went wrong last.
    pub error: Option<String>,
    /// For whom it is, where it is for somebody with an account.
    pub account: Option<Uuid>,
}

/// A message by its id.
/// One that was forgotten is there no more.
pub async fn one(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<One>, StoreError> {
    message::Entity::find_by_id(id).one(db).await?.filter(|row| !row.address.is_empty()).map(read).transpose()
}

pub(super) fn read(row: message::Model) -> Result<One, StoreError> {
    let name = format!("message/{}", row.id);
    let bad = move |what: &str| StoreError::Unreadable(format!("{name}: {what}"));
    let purpose: Purpose = row.purpose.parse().map_err(|_| bad("purpose"))?;
    let to: Address = row.address.parse().map_err(|_| bad("address"))?;
    let message = match row.text.as_str() {
        "" => None,
        text => Some(Outgoing {
            id: row.id,
            to: to.clone(),
            purpose,
            lang: Lang::parse(&row.lang).map_err(|_| bad("language"))?,
            subject: row.subject.parse().map_err(|_| bad("subject"))?,
            text: text.parse().map_err(|_| bad("text"))?,
        }),
    };
    let state = row.state.parse().map_err(|_| bad("state"))?;
    Ok(One { message, to, purpose, state, attempts: row.attempts, error: row.error, account: row.account })
}

/// Messages that wait, at most so many, the oldest first.
pub async fn waiting(db: &impl ConnectionTrait, most: u64) -> Result<Vec<Uuid>, StoreError> {
    let found = message::Entity::find()
        .select_only()
        .column(message::Column::Id)
        .filter(message::Column::State.eq(State::Waiting.code()))
        .order_by_asc(message::Column::Id)
        .limit(most)
        .into_tuple();
    Ok(found.all(db).await?)
}

/// Whether an address wants no more notices and digests.
pub async fn is_stopped(db: &impl ConnectionTrait, address: &Address) -> Result<bool, StoreError> {
    Ok(message_stop::Entity::find_by_id(key(address)).one(db).await?.is_some())
}

/// An address as it stands in the list of those who want no more: the same however a mail address is written.
pub(super) fn key(address: &Address) -> String {
    address.to_string().to_lowercase()
}

/// What SMS cost in a month (`2026-11`), in minor units.
pub async fn spent(db: &impl ConnectionTrait, month: &str) -> Result<i64, StoreError> {
    let sum: Option<Option<i64>> = message::Entity::find()
        .select_only()
        .column_as(Expr::col(message::Column::Cost).sum().cast_as("bigint"), "cost")
        .filter(message::Column::Month.eq(month))
        .into_tuple()
        .one(db)
        .await?;
    Ok(sum.flatten().unwrap_or_default())
}

/// What was sent in a month, and what it cost.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Month {
    /// `2026-11`.
    pub month: String,
    /// Messages that left, by purpose.
    pub sent: BTreeMap<Purpose, i64>,
    /// Parts of SMS that were paid.
    pub segments: i64,
    /// What they cost, in minor units.
    pub cost: i64,
}

/// The months in which something was sent, the newest first, at most so many.
pub async fn months(db: &impl ConnectionTrait, most: usize) -> Result<Vec<Month>, StoreError> {
    let sum = |column: message::Column| Expr::col(column).sum().cast_as("bigint");
    let rows: Vec<(String, String, i64, i64, i64)> = message::Entity::find()
        .select_only()
        .column(message::Column::Month)
        .column(message::Column::Purpose)
        .column_as(message::Column::Id.count(), "count")
        .column_as(sum(message::Column::Segments), "segments")
        .column_as(sum(message::Column::Cost), "cost")
        .filter(message::Column::SentAt.is_not_null())
        .group_by(message::Column::Month)
        .group_by(message::Column::Purpose)
        .order_by_desc(message::Column::Month)
        .into_tuple()
        .all(db)
        .await?;
    let mut months: Vec<Month> = Vec::new();
    for (month, purpose, count, segments, cost) in rows {
        if months.last().is_none_or(|last| last.month != month) {
            months.push(Month { month, ..Month::default() });
        }
        let (Some(last), Ok(purpose)) = (months.last_mut(), purpose.parse()) else { continue };
        last.sent.insert(purpose, count);
        last.segments += segments;
        last.cost += cost;
    }
    months.truncate(most);
    Ok(months)
}

/// Messages that did not get away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HeldUp {
    /// How many wait.
    pub waiting: u64,
    /// Since when the first of them does.
    pub since: Option<Timestamp>,
    /// How many of the last seven days failed.
    pub failed: u64,
}

/// What waits, and what failed in the last seven days.
pub async fn held_up(db: &impl ConnectionTrait, now: Timestamp) -> Result<HeldUp, StoreError> {
    let rows: Vec<(String, i64, Option<i64>)> = message::Entity::find()
        .select_only()
        .column(message::Column::State)
        .column_as(message::Column::Id.count(), "count")
        .column_as(message::Column::MadeAt.min(), "first")
        .filter(
            message::Column::State.eq(State::Waiting.code()).or(message::Column::State
                .eq(State::Failed.code())
                .and(message::Column::MadeAt.gt(now.millis() - 7 * 24 * 3600 * 1000))),
        )
        .group_by(message::Column::State)
        .into_tuple()
        .all(db)
        .await?;
    let mut held = HeldUp::default();
    for (state, count, first) in rows {
        let count = u64::try_from(count).unwrap_or_default();
        if state == State::Waiting.code() {
            (held.waiting, held.since) = (count, first.map(Timestamp::from_millis));
        } else {
            held.failed = count;
        }
    }
    Ok(held)
}
