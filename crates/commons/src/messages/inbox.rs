//! SMS that people are to read: each has a reference, by which its sender can ask how it stands.

use infitah_base::{Timestamp, ids::Reference};
use infitah_store::{Act, StoreError, WriteTx, documents, entities::message_in};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::{KIND_IN, model::Phone};
use crate::Permit;

/// The letters of its reference.
const PREFIX: &str = "MSG";

/// An SMS is read: the action of the permit.
#[derive(Clone, Copy, Debug)]
pub struct ReadSms;

/// An SMS that a person is to read, or has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrived {
    /// Its id.
    pub id: Uuid,
    /// Its reference.
    pub name: String,
    /// From where.
    pub sender: String,
    /// When it came.
    pub at: Timestamp,
    /// When it was read.
    pub read: Option<Timestamp>,
    /// What it says.
    pub text: String,
}

impl Arrived {
    fn of(row: message_in::Model) -> Option<Self> {
        let read = row.read_at.map(Timestamp::from_millis);
        let (id, at, sender, text) = (row.id, Timestamp::from_millis(row.at), row.sender, row.text);
        row.name.map(|name| Self { id, name, sender, at, read, text })
    }
}

/// The next reference.
pub(super) async fn next_name(tx: &WriteTx, zone: &str) -> Result<String, StoreError> {
    let year = tx.at().date_in(zone).year();
    let number = documents::next_number(tx, &format!("{PREFIX}-{year}")).await?;
    let number = u32::try_from(number).map_err(|_| StoreError::Unreadable(format!("the counter {PREFIX}-{year}")))?;
    Ok(Reference::new(PREFIX, year, number).to_string())
}

/// SMS that are to be read or were, those that nobody has read first, then the newest; at most so many.
pub async fn arrived(db: &impl ConnectionTrait, most: u64) -> Result<Vec<Arrived>, StoreError> {
    let named = || {
        let all = message_in::Entity::find().filter(message_in::Column::Name.is_not_null());
        all.filter(message_in::Column::Sender.ne("")).order_by_desc(message_in::Column::Id).limit(most)
    };
    let mut rows = named().filter(message_in::Column::ReadAt.is_null()).all(db).await?;
    rows.extend(named().filter(message_in::Column::ReadAt.is_not_null()).all(db).await?);
    Ok(rows.into_iter().filter_map(Arrived::of).collect())
}

/// The newest that came from a telephone, or the one of this reference if it came from there.
pub(super) async fn from(
    db: &impl ConnectionTrait,
    phone: &Phone,
    name: Option<&str>,
    most: u64,
) -> Result<Vec<Arrived>, StoreError> {
    let mut all = message_in::Entity::find()
        .filter(message_in::Column::Sender.eq(phone.as_str()))
        .filter(message_in::Column::Name.is_not_null());
    if let Some(name) = name {
        all = all.filter(message_in::Column::Name.eq(name));
    }
    let rows = all.order_by_desc(message_in::Column::Id).limit(most).all(db).await?;
    Ok(rows.into_iter().filter_map(Arrived::of).collect())
}

/// Notes that an SMS was read. `false`: it is not there, or somebody had.
pub async fn mark_read(tx: &WriteTx, permit: &Permit<ReadSms>, id: Uuid) -> Result<bool, StoreError> {
    let row = message_in::Entity::find_by_id(id).one(tx).await?;
    let Some(row) = row.filter(|row| row.name.is_some() && row.read_at.is_none()) else { return Ok(false) };
    let mut row = row.into_active_model();
    row.read_at = Set(Some(tx.at().millis()));
    row.update(tx).await?;
    let (actor, object) = (permit.actor().as_str(), format!("{KIND_IN}/{id}"));
    tx.record(Act {
        actor,
        action: "message-in.read",
        object: &object,
        version: None,
        old: None,
        new: None,
        why: None,
    });
    Ok(true)
}
