//! What a browser was asked and has not answered yet. It says nothing of the world, so it stands in no record; it is kept
//! in the database, so that any process of the site can hear the answer.

use infitah_base::{Timestamp, ids};
use infitah_store::{StoreError, WriteTx, entities::challenge};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter};
use strum::IntoStaticStr;
use uuid::Uuid;

use super::rules;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Purpose {
    /// The first code of a new application.
    NewTotp,
    /// A new passkey.
    NewPasskey,
    /// A passkey that is known.
    Passkey,
}

/// Keeps what is asked of a device, in place of what was asked of it before.
pub async fn keep(tx: &WriteTx, session: Uuid, purpose: Purpose, data: String) -> Result<(), StoreError> {
    challenge::Entity::delete_many().filter(of(session, purpose)).exec(&tx.bookkeeping()).await?;
    // What nobody answered, on whatever device.
    let over = challenge::Column::EndsAt.lte(tx.at().millis());
    challenge::Entity::delete_many().filter(over).exec(&tx.bookkeeping()).await?;
    let row = challenge::ActiveModel {
        id: Set(ids::new_uuid(tx.at(), tx.chance())),
        session: Set(session),
        purpose: Set(<&str>::from(purpose).to_owned()),
        data: Set(data),
        ends_at: Set(rules::challenge_ends(tx.at()).millis()),
    };
    challenge::Entity::insert(row).exec_without_returning(&tx.bookkeeping()).await?;
    Ok(())
}

/// What is asked of a device; `None`: nothing any more, or of another one.
pub async fn find(
    db: &impl ConnectionTrait,
    session: Uuid,
    purpose: Purpose,
    now: Timestamp,
) -> Result<Option<String>, StoreError> {
    let row = challenge::Entity::find().filter(of(session, purpose)).one(db).await?;
    Ok(row.filter(|row| now.millis() < row.ends_at).map(|row| row.data))
}

/// Takes what is asked of a device: whatever comes of the answer, there is no second one.
pub async fn take(tx: &WriteTx, session: Uuid, purpose: Purpose) -> Result<Option<String>, StoreError> {
    let found = find(tx, session, purpose, tx.at()).await?;
    if found.is_some() {
        challenge::Entity::delete_many().filter(of(session, purpose)).exec(&tx.bookkeeping()).await?;
    }
    Ok(found)
}

fn of(session: Uuid, purpose: Purpose) -> Condition {
    let this = challenge::Column::Purpose.eq(<&str>::from(purpose));
    Condition::all().add(challenge::Column::Session.eq(session)).add(this)
}
