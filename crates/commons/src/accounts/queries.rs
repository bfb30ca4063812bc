//! Who is signed in, and where else.

use infitah_base::{Lang, Timestamp};
use infitah_store::{
    StoreError,
    entities::{account, granting, session},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{model::Token, rules};
use crate::access::{Grant, Strength, Who};

/// An account that may be used.
pub(super) const OPEN: &str = "open";

/// One that was given up: its rows stay, since the record names it.
pub(super) const CLOSED: &str = "closed";

/// Who holds this token, if their session lasts and their account is open; with whether it is time to note that the device
/// is in use ([`super::seen`]). Three statements. Roles of staff stand in it whatever was proved: the policy decides.
pub async fn who(db: &impl ConnectionTrait, token: &Token, now: Timestamp) -> Result<Option<(Who, bool)>, StoreError> {
    let found = session::Entity::find().filter(session::Column::Token.eq(token.hash())).one(db).await?;
    let Some(session) = found.filter(|session| session.ended_at.is_none()) else { return Ok(None) };
    let owner = account::Entity::find_by_id(session.account).one(db).await?;
    let Some(owner) = owner.filter(|owner| owner.state == OPEN) else { return Ok(None) };
    let grants = grants(db, owner.id, now).await?;
    let staff = grants.iter().any(|grant| grant.role.is_staff());
    let at = Timestamp::from_millis;
    if !rules::lasts(at(session.made_at), at(session.seen_at), at(session.ends_at), staff, now) {
        return Ok(None);
    }
    let who = Who {
        account: owner.id,
        session: session.id,
        name: owner.name,
        lang: Lang::parse(&owner.lang).map_err(|_| unreadable("account", owner.id))?,
        strength: strength(&session.strength, session.id)?,
        proved: at(session.proved_at),
        grants,
    };
    Ok(Some((who, rules::worth_noting(at(session.seen_at), now))))
}

/// The roles that somebody holds at this instant.
pub(super) async fn grants(db: &impl ConnectionTrait, account: Uuid, now: Timestamp) -> Result<Vec<Grant>, StoreError> {
    let rows = granting::Entity::find()
        .filter(granting::Column::Account.eq(account))
        .filter(granting::Column::EndedAt.is_null())
        .order_by_asc(granting::Column::Id)
        .all(db)
        .await?;
    let grants = rows.into_iter().map(|row| {
        let bad = || unreadable("granting", row.id);
        Ok(Grant {
            id: row.id,
            role: row.role.parse().map_err(|_| bad())?,
            place: row.place.clone(),
            domain: match row.domain.as_str() {
                "" => None,
                domain => Some(domain.parse().map_err(|_| bad())?),
            },
            from: Timestamp::from_millis(row.from_at),
            until: row.until_at.map(Timestamp::from_millis),
        })
    });
    let grants = grants.collect::<Result<Vec<_>, StoreError>>()?;
    Ok(grants.into_iter().filter(|grant| grant.holds(now)).collect())
}

/// A device on which somebody is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// Its session.
    pub id: Uuid,
    /// What it calls itself.
    pub name: String,
    /// How its owner was proved.
    pub strength: Strength,
    /// Since when.
    pub since: Timestamp,
    /// Used last, to five minutes.
    pub seen: Timestamp,
}

/// The devices of somebody, the one used last first.
pub async fn devices(db: &impl ConnectionTrait, who: &Who, now: Timestamp) -> Result<Vec<Device>, StoreError> {
    let rows = session::Entity::find()
        .filter(session::Column::Account.eq(who.account))
        .filter(session::Column::EndedAt.is_null())
        .order_by_desc(session::Column::SeenAt)
        .all(db)
        .await?;
    let staff = who.grants.iter().any(|grant| grant.role.is_staff());
    let at = Timestamp::from_millis;
    let lasting =
        rows.into_iter().filter(|row| rules::lasts(at(row.made_at), at(row.seen_at), at(row.ends_at), staff, now));
    let devices = lasting.map(|row| {
        Ok(Device {
            strength: strength(&row.strength, row.id)?,
            id: row.id,
            name: row.device,
            since: at(row.made_at),
            seen: at(row.seen_at),
        })
    });
    devices.collect()
}

fn strength(code: &str, session: Uuid) -> Result<Strength, StoreError> {
    code.parse().map_err(|_| unreadable("session", session))
}

fn unreadable(table: &str, id: Uuid) -> StoreError {
    StoreError::Unreadable(format!("{table}/{id}"))
}
