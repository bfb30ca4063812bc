//! What the operator of the machine does with accounts: the first administrator, and the way back in for one who lost all
//! that proves them. Each of it stands in the record, as done by the operator.

use infitah_base::{Lang, Timestamp};
use infitah_store::{
    StoreError, WriteTx,
    entities::{account, contact, granting},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{
    codes::canonical,
    model::{NewAccount, NewGrant},
    queries::OPEN,
    service, start,
};
use crate::{Permit, access::Role, messages::Address};

/// Opens the account of an administrator at a place, and gives its id. They sign in by a code that is sent to the address.
pub async fn appoint(tx: &WriteTx, name: &str, lang: Lang, address: &Address, place: &str) -> Result<Uuid, StoreError> {
    let new = NewAccount { name: name.to_owned(), lang, place: None, opened_by: None };
    let account = service::open(tx, &Permit::for_operator("admin add"), new).await?;
    service::add_contact(tx, account, &address.to_string(), &canonical(address), false).await?;
    let (role, place) = (Role::Administrator, place.to_owned());
    let role = NewGrant { account, role, place, domain: None, until: None, given_by: None };
    service::give(tx, &Permit::for_operator("admin add"), role).await?;
    // Now there is one: nobody becomes the first.
    start::forget_key(tx, "operator:admin add").await?;
    Ok(account)
}

/// Notes that somebody is reached at an address, as the operator knows; in the write in which the account is opened.
pub async fn known_at(tx: &WriteTx, account: Uuid, address: &Address) -> Result<(), StoreError> {
    service::add_contact(tx, account, &address.to_string(), &canonical(address), true).await
}

/// Somebody whom the operator is told of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The account.
    pub id: Uuid,
    /// By which they are called.
    pub name: String,
    /// Where they are reached.
    pub addresses: Vec<String>,
}

/// The administrators there are, by name.
pub async fn administrators(db: &impl ConnectionTrait, now: Timestamp) -> Result<Vec<Holder>, StoreError> {
    let rows = granting::Entity::find()
        .filter(granting::Column::Role.eq(Role::Administrator.code()))
        .filter(granting::Column::EndedAt.is_null())
        .filter(granting::Column::FromAt.lte(now.millis()))
        .all(db)
        .await?;
    let holding = rows.into_iter().filter(|row| row.until_at.is_none_or(|until| now.millis() < until));
    people(db, holding.map(|row| row.account).collect()).await
}

/// Whoever is meant by the id of an account, or by an address: several may share one.
pub async fn named(db: &impl ConnectionTrait, text: &str) -> Result<Vec<Holder>, StoreError> {
    if let Ok(id) = text.parse() {
        return people(db, vec![id]).await;
    }
    let Ok(address) = text.parse::<Address>() else { return Ok(Vec::new()) };
    let rows = contact::Entity::find().filter(contact::Column::Canonical.eq(canonical(&address))).all(db).await?;
    people(db, rows.into_iter().map(|row| row.account).collect()).await
}

/// The open ones of these accounts.
async fn people(db: &impl ConnectionTrait, ids: Vec<Uuid>) -> Result<Vec<Holder>, StoreError> {
    let accounts = account::Entity::find()
        .filter(account::Column::Id.is_in(ids.clone()))
        .filter(account::Column::State.eq(OPEN))
        .order_by_asc(account::Column::Search)
        .order_by_asc(account::Column::Id)
        .all(db)
        .await?;
    let contacts = contact::Entity::find().filter(contact::Column::Account.is_in(ids)).all(db).await?;
    let person = |row: account::Model| {
        let theirs = contacts.iter().filter(|contact| contact.account == row.id);
        Holder { addresses: theirs.map(|contact| contact.address.clone()).collect(), id: row.id, name: row.name }
    };
    Ok(accounts.into_iter().map(person).collect())
}
