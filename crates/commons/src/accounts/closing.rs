//! Somebody closes their own account. What tells of them goes: name, addresses, proofs, devices, wishes, what the record
//! keeps apart. What stays are the rows of the record, which name the account by its id, and the id itself.

use infitah_base::Timestamp;
use infitah_kit::Site;
use infitah_store::{
    StoreError, WriteTx,
    entities::{account, account_word, contact, factor, factor_miss, granting, session, sign_in},
    record,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::Expr};
use uuid::Uuid;

use super::{factors, operator, service, service::CloseAccount, telling};
use crate::{
    Permit,
    access::{Role, Who},
    messages,
};

/// What stands where a name stood.
const NAMELESS: &str = "\u{2014}";

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closing {
    /// The account is closed.
    Done,
    /// They have to prove first who they are.
    ProveFirst,
    /// Nobody else could give roles: another administrator is appointed first.
    LastAdministrator,
}

/// Whether somebody is the only one left who administers.
pub async fn is_last_administrator(db: &impl ConnectionTrait, who: &Who, now: Timestamp) -> Result<bool, StoreError> {
    let own = |grant: &crate::access::Grant| grant.role == Role::Administrator && !grant.delegated;
    if !who.grants.iter().any(own) {
        return Ok(false);
    }
    // What they handed on ends with them.
    let handed = granting::Entity::find()
        .filter(granting::Column::DelegatedFrom.is_not_null())
        .filter(granting::Column::Role.eq(Role::Administrator.code()))
        .filter(granting::Column::EndedAt.is_null())
        .all(db)
        .await?;
    let others = operator::administrators(db, now).await?.into_iter().map(|one| one.id);
    let mut others = others.filter(|id| *id != who.account && !handed.iter().any(|row| row.account == *id));
    Ok(others.next().is_none())
}

/// Closes the account of whoever asks for it, and tells them at every address that it was done.
pub async fn close_own(tx: &WriteTx, site: &Site, who: &Who) -> Result<Closing, StoreError> {
    if !factors::is_proved(tx, who, tx.at()).await? {
        return Ok(Closing::ProveFirst);
    }
    if is_last_administrator(tx, who, tx.at()).await? {
        return Ok(Closing::LastAdministrator);
    }
    telling::say_closed(tx, site, who.account).await?;
    let permit = Permit::<CloseAccount>::for_person(who);
    if service::close(tx, &permit, who.account).await? {
        forget(tx, who.account).await?;
        let object = format!("account/{}", who.account);
        record::erase(tx, permit.actor().as_str(), &object, "account closed by its owner").await?;
    }
    Ok(Closing::Done)
}

/// Deletes what tells of somebody.
async fn forget(tx: &WriteTx, id: Uuid) -> Result<(), StoreError> {
    account::Entity::update_many()
        .col_expr(account::Column::Name, Expr::value(NAMELESS))
        .col_expr(account::Column::Search, Expr::value(""))
        .col_expr(account::Column::Place, Expr::value(None::<String>))
        .filter(account::Column::Id.eq(id))
        .exec(tx)
        .await?;
    account_word::Entity::delete_many().filter(account_word::Column::Account.eq(id)).exec(tx).await?;
    contact::Entity::delete_many().filter(contact::Column::Account.eq(id)).exec(tx).await?;
    factor::Entity::delete_many().filter(factor::Column::Account.eq(id)).exec(tx).await?;
    factor_miss::Entity::delete_many().filter(factor_miss::Column::Account.eq(id)).exec(tx).await?;
    session::Entity::delete_many().filter(session::Column::Account.eq(id)).exec(tx).await?;
    sign_in::Entity::delete_many().filter(sign_in::Column::Account.eq(id)).exec(tx).await?;
    messages::forget_wishes(tx, id).await?;
    messages::forget_of(tx, id).await
}
