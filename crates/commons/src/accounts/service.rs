//! Accounts are opened and closed, roles given and taken back, devices signed in and out. Names are kept out of the
//! record: its rows name accounts by their id.

use std::collections::BTreeSet;

use infitah_base::{Lang, Timestamp, ids, text};
use infitah_store::{
    Act, StoreError, WriteTx,
    entities::{account, account_word, contact, granting, session},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use serde_json::json;
use uuid::Uuid;

use super::{
    codes,
    model::{NewAccount, NewGrant, Token},
    queries::{CLOSED, OPEN, grants},
    rules,
};
use crate::{
    Permit,
    access::{Action, Deed, Strength, Who},
    messages::Address,
};

/// An account is opened: the action of its permit.
#[derive(Clone, Copy, Debug)]
pub struct OpenAccount;

impl Action for OpenAccount {
    const DEED: Deed = Deed::OpenForOthers;
}

/// An account is closed: not by whoever may open one for others.
#[derive(Clone, Copy, Debug)]
pub struct CloseAccount;

impl Action for CloseAccount {
    const DEED: Deed = Deed::GiveRoles;
}

/// A role is given.
#[derive(Clone, Copy, Debug)]
pub struct GiveRole;

impl Action for GiveRole {
    const DEED: Deed = Deed::GiveRoles;
}

/// A role is taken back.
#[derive(Clone, Copy, Debug)]
pub struct TakeRole;

impl Action for TakeRole {
    const DEED: Deed = Deed::GiveRoles;
}

/// A role is handed on by who holds it.
#[derive(Clone, Copy, Debug)]
pub struct HandOn;

/// Somebody says in which language they are written to.
#[derive(Clone, Copy, Debug)]
pub struct SpeakTo;

/// A device is signed in: only who has just proved who they are gets this permit.
#[derive(Clone, Copy, Debug)]
pub struct BeginSession;

/// A device is signed out.
#[derive(Clone, Copy, Debug)]
pub struct EndSession;

fn act<A>(tx: &WriteTx, permit: &Permit<A>, action: &str, object: &str, new: Option<String>) {
    let actor = permit.actor().as_str();
    tx.record(Act { actor, action, object, version: None, old: None, new, why: None });
}

fn object(account: Uuid) -> String {
    format!("account/{account}")
}

/// Opens an account and gives its id.
pub async fn open(tx: &WriteTx, permit: &Permit<OpenAccount>, new: NewAccount) -> Result<Uuid, StoreError> {
    let id = ids::new_uuid(tx.at(), tx.chance());
    open_as(tx, permit, id, new, None).await?;
    Ok(id)
}

/// Opens an account for somebody who cannot do it alone, and gives the code to be printed for them. The id comes with
/// the form: sent twice, it opens one account, and the code of the second paper is the good one. `address`: how they are
/// reached, as they say; `how`: where they were helped. `None`: there is such an account, of somebody else's making or
/// already in its owner's hands.
pub async fn open_for(
    tx: &WriteTx,
    permit: &Permit<OpenAccount>,
    id: Uuid,
    new: NewAccount,
    address: Option<&Address>,
    how: &str,
) -> Result<Option<String>, StoreError> {
    match account::Entity::find_by_id(id).one(tx).await? {
        None => {
            open_as(tx, permit, id, new, Some(how)).await?;
            if let Some(address) = address {
                add_contact(tx, id, &address.to_string(), &codes::canonical(address), false).await?;
            }
        }
        Some(row) if row.opened_by == new.opened_by && row.claimed_at.is_none() && row.state == OPEN => {}
        Some(_) => return Ok(None),
    }
    Ok(Some(codes::write_on_paper(tx, id).await?))
}

async fn open_as(
    tx: &WriteTx,
    permit: &Permit<OpenAccount>,
    id: Uuid,
    new: NewAccount,
    how: Option<&str>,
) -> Result<(), StoreError> {
    if let Some(place) = new.place.as_ref().filter(|place| !permit.is_for(place)) {
        return Err(StoreError::Elsewhere(place.clone()));
    }
    let assisted = new.opened_by.is_some();
    let search = text::fold(&new.name);
    let words: BTreeSet<&str> = search.split_whitespace().collect();
    let words: Vec<account_word::ActiveModel> = words
        .into_iter()
        .map(|word| account_word::ActiveModel { word: Set(word.to_owned()), account: Set(id) })
        .collect();
    let row = account::ActiveModel {
        id: Set(id),
        search: Set(search),
        name: Set(new.name),
        lang: Set(new.lang.tag().to_owned()),
        place: Set(new.place),
        state: Set(OPEN.to_owned()),
        opened_by: Set(new.opened_by),
        made_at: Set(tx.at().millis()),
        claimed_at: Set(None),
    };
    account::Entity::insert(row).exec_without_returning(tx).await?;
    if !words.is_empty() {
        account_word::Entity::insert_many(words).exec_without_returning(tx).await?;
    }
    let action = if assisted { "account.opened-for" } else { "account.opened" };
    act(tx, permit, action, &object(id), how.map(str::to_owned));
    Ok(())
}

/// Closes an account: its devices are signed out and its roles end with it. `false`: it is not open.
pub async fn close(tx: &WriteTx, permit: &Permit<CloseAccount>, account: Uuid) -> Result<bool, StoreError> {
    let open = account::Entity::find_by_id(account).one(tx).await?.is_some_and(|row| row.state == OPEN);
    if !open {
        return Ok(false);
    }
    account::Entity::update_many()
        .col_expr(account::Column::State, Expr::value(CLOSED))
        .filter(account::Column::Id.eq(account))
        .exec(tx)
        .await?;
    session::Entity::update_many()
        .col_expr(session::Column::EndedAt, Expr::value(tx.at().millis()))
        .filter(session::Column::Account.eq(account))
        .filter(session::Column::EndedAt.is_null())
        .exec(tx)
        .await?;
    granting::Entity::update_many()
        .col_expr(granting::Column::EndedAt, Expr::value(tx.at().millis()))
        .filter(granting::Column::Account.eq(account))
        .filter(granting::Column::EndedAt.is_null())
        .exec(tx)
        .await?;
    act(tx, permit, "account.closed", &object(account), None);
    Ok(true)
}

/// From now on somebody is written to in this language.
pub async fn speak_to(tx: &WriteTx, permit: &Permit<SpeakTo>, id: Uuid, lang: Lang) -> Result<(), StoreError> {
    account::Entity::update_many()
        .col_expr(account::Column::Lang, Expr::value(lang.tag()))
        .filter(account::Column::Id.eq(id))
        .exec(tx)
        .await?;
    act(tx, permit, "account.language", &object(id), Some(lang.tag().to_owned()));
    Ok(())
}

/// Gives a role and says its id.
pub async fn give(tx: &WriteTx, permit: &Permit<GiveRole>, new: NewGrant) -> Result<Uuid, StoreError> {
    let id = ids::new_uuid(tx.at(), tx.chance());
    if !permit.is_for(&new.place) {
        return Err(StoreError::Elsewhere(new.place));
    }
    let domain = new.domain.map(|domain| domain.code()).unwrap_or_default();
    let until = new.until.map(|until| until.millis());
    let told = json!({ "grant": id, "role": new.role.code(), "place": new.place, "domain": domain, "until": until });
    let row = granting::ActiveModel {
        id: Set(id),
        account: Set(new.account),
        role: Set(new.role.code().to_owned()),
        place: Set(new.place),
        domain: Set(domain.to_owned()),
        from_at: Set(tx.at().millis()),
        until_at: Set(until),
        given_by: Set(new.given_by),
        delegated_from: Set(None),
        ended_at: Set(None),
    };
    granting::Entity::insert(row).exec_without_returning(tx).await?;
    act(tx, permit, "role.given", &object(new.account), Some(told.to_string()));
    Ok(id)
}

/// How long a role can be handed on: who is away for longer is replaced.
const LONGEST: i64 = 92 * 24 * 60 * 60 * 1000;

/// Hands a role on until an instant: its holder keeps it, somebody else holds it too. `None`: it is not theirs, was handed
/// to them by another, ends earlier, or that is too far off.
pub async fn hand_on(
    tx: &WriteTx,
    permit: &Permit<HandOn>,
    who: &Who,
    grant: Uuid,
    to: Uuid,
    until: Timestamp,
) -> Result<Option<Uuid>, StoreError> {
    let held = grants(tx, who.account, tx.at()).await?.into_iter().find(|held| held.id == grant && !held.delegated);
    let span = until.millis() - tx.at().millis();
    let Some(held) = held.filter(|held| held.until.is_none_or(|end| until <= end)) else { return Ok(None) };
    if to == who.account || !(1..=LONGEST).contains(&span) {
        return Ok(None);
    }
    let id = ids::new_uuid(tx.at(), tx.chance());
    let told =
        json!({ "grant": id, "from": grant, "role": held.role.code(), "place": held.place, "until": until.millis() });
    let row = granting::ActiveModel {
        id: Set(id),
        account: Set(to),
        role: Set(held.role.code().to_owned()),
        place: Set(held.place),
        domain: Set(held.domain.map(|domain| domain.code()).unwrap_or_default().to_owned()),
        from_at: Set(tx.at().millis()),
        until_at: Set(Some(until.millis())),
        given_by: Set(Some(who.account)),
        delegated_from: Set(Some(grant)),
        ended_at: Set(None),
    };
    granting::Entity::insert(row).exec_without_returning(tx).await?;
    act(tx, permit, "role.handed-on", &object(to), Some(told.to_string()));
    Ok(Some(id))
}

/// Takes back what was handed on. `false`: it was not theirs to take, or is over.
pub async fn take_back(tx: &WriteTx, permit: &Permit<HandOn>, who: &Who, grant: Uuid) -> Result<bool, StoreError> {
    let Some(row) = granting::Entity::find_by_id(grant).one(tx).await?.filter(|row| row.ended_at.is_none()) else {
        return Ok(false);
    };
    if row.delegated_from.is_none() || row.given_by != Some(who.account) {
        return Ok(false);
    }
    end_grant(tx, grant).await?;
    act(tx, permit, "role.taken-back", &object(row.account), Some(json!({ "grant": grant }).to_string()));
    Ok(true)
}

async fn end_grant(tx: &WriteTx, grant: Uuid) -> Result<(), StoreError> {
    granting::Entity::update_many()
        .col_expr(granting::Column::EndedAt, Expr::value(tx.at().millis()))
        .filter(granting::Column::Id.eq(grant))
        .exec(tx)
        .await?;
    Ok(())
}

/// Takes a role back. `false`: nobody holds it.
pub async fn take(tx: &WriteTx, permit: &Permit<TakeRole>, grant: Uuid) -> Result<bool, StoreError> {
    let Some(row) = granting::Entity::find_by_id(grant).one(tx).await?.filter(|row| row.ended_at.is_none()) else {
        return Ok(false);
    };
    if !permit.is_for(&row.place) {
        return Err(StoreError::Elsewhere(row.place));
    }
    end_grant(tx, grant).await?;
    act(tx, permit, "role.taken", &object(row.account), Some(json!({ "grant": grant }).to_string()));
    Ok(true)
}

/// Writes down how somebody is reached; `proved`: they have shown that they are.
pub(super) async fn add_contact(
    tx: &WriteTx,
    account: Uuid,
    address: &str,
    canonical: &str,
    proved: bool,
) -> Result<(), StoreError> {
    let row = contact::ActiveModel {
        id: Set(ids::new_uuid(tx.at(), tx.chance())),
        account: Set(account),
        address: Set(address.to_owned()),
        canonical: Set(canonical.to_owned()),
        proved_at: Set(proved.then_some(tx.at().millis())),
    };
    contact::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Notes that somebody was reached at an address. Who opens an account this way that others opened for them takes it
/// over: from then on it is theirs alone.
pub(super) async fn reached(tx: &WriteTx, id: Uuid, canonical: &str) -> Result<(), StoreError> {
    let at_this = || {
        let of_them = contact::Entity::find().filter(contact::Column::Account.eq(id));
        of_them.filter(contact::Column::Canonical.eq(canonical)).filter(contact::Column::ProvedAt.is_null())
    };
    let now = tx.at().millis();
    if let Some(row) = at_this().one(tx).await? {
        contact::Entity::update_many()
            .col_expr(contact::Column::ProvedAt, Expr::value(now))
            .filter(contact::Column::Id.eq(row.id))
            .exec(tx)
            .await?;
    }
    let row = account::Entity::find_by_id(id).one(tx).await?;
    if row.is_some_and(|row| row.opened_by.is_some() && row.claimed_at.is_none()) {
        account::Entity::update_many()
            .col_expr(account::Column::ClaimedAt, Expr::value(now))
            .filter(account::Column::Id.eq(id))
            .exec(tx)
            .await?;
        act(tx, &Permit::<BeginSession>::for_anybody("sign-in"), "account.claimed", &object(id), None);
    }
    Ok(())
}

/// Signs a device in, with a token that nobody had before: so none that was planted is ever good.
pub async fn begin(
    tx: &WriteTx,
    permit: &Permit<BeginSession>,
    token: &Token,
    account: Uuid,
    strength: Strength,
    device: &str,
) -> Result<(), StoreError> {
    let now = tx.at();
    let staff = grants(tx, account, now).await?.iter().any(|grant| grant.role.is_staff());
    let row = session::ActiveModel {
        id: Set(ids::new_uuid(now, tx.chance())),
        token: Set(token.hash()),
        account: Set(account),
        device: Set(device.to_owned()),
        strength: Set(strength.code().to_owned()),
        made_at: Set(now.millis()),
        proved_at: Set(now.millis()),
        seen_at: Set(now.millis()),
        ends_at: Set(rules::whole(now, staff).millis()),
        ended_at: Set(None),
    };
    session::Entity::insert(row).exec_without_returning(tx).await?;
    act(tx, permit, "session.begun", &object(account), Some(strength.code().to_owned()));
    Ok(())
}

/// Notes that a device is in use. That stands in no record: when people look is nobody's business for ever.
pub async fn seen(tx: &WriteTx, who: &Who) -> Result<(), StoreError> {
    let seen = Expr::value(tx.at().millis());
    session::Entity::update_many()
        .col_expr(session::Column::SeenAt, seen)
        .filter(session::Column::Id.eq(who.session))
        .exec(&tx.bookkeeping())
        .await?;
    Ok(())
}

/// Notes that somebody proved again, on the same device, who they are; a proof never makes a session weaker.
pub async fn prove(
    tx: &WriteTx,
    permit: &Permit<BeginSession>,
    who: &Who,
    strength: Strength,
) -> Result<(), StoreError> {
    let strength = strength.max(who.strength);
    session::Entity::update_many()
        .col_expr(session::Column::ProvedAt, Expr::value(tx.at().millis()))
        .col_expr(session::Column::Strength, Expr::value(strength.code()))
        .filter(session::Column::Id.eq(who.session))
        .exec(tx)
        .await?;
    act(tx, permit, "session.proved", &object(who.account), Some(strength.code().to_owned()));
    Ok(())
}

/// Gives a device another token, once more was proved on it: whoever had the old one has nothing (ASVS 5.0, 7.2.4). The
/// proof itself stands in the record.
pub(super) async fn renew(tx: &WriteTx, who: &Who, token: &Token) -> Result<(), StoreError> {
    session::Entity::update_many()
        .col_expr(session::Column::Token, Expr::value(token.hash()))
        .filter(session::Column::Id.eq(who.session))
        .exec(&tx.bookkeeping())
        .await?;
    Ok(())
}

/// Signs one device of somebody out. `false`: it is not theirs, or not signed in.
pub async fn end(tx: &WriteTx, permit: &Permit<EndSession>, account: Uuid, device: Uuid) -> Result<bool, StoreError> {
    let this = session::Column::Id.eq(device);
    let ended = ended(tx, account, this).await?;
    if ended > 0 {
        act(tx, permit, "session.ended", &object(account), None);
    }
    Ok(ended > 0)
}

/// Signs all other devices of somebody out, and says how many there were.
pub async fn end_others(tx: &WriteTx, permit: &Permit<EndSession>, who: &Who) -> Result<u64, StoreError> {
    let ended = ended(tx, who.account, session::Column::Id.ne(who.session)).await?;
    if ended > 0 {
        act(tx, permit, "session.others-ended", &object(who.account), Some(ended.to_string()));
    }
    Ok(ended)
}

async fn ended(tx: &WriteTx, account: Uuid, which: impl sea_orm::sea_query::IntoCondition) -> Result<u64, StoreError> {
    let ids: Vec<Uuid> = session::Entity::find()
        .filter(session::Column::Account.eq(account))
        .filter(session::Column::EndedAt.is_null())
        .filter(which)
        .all(tx)
        .await?
        .into_iter()
        .map(|row| row.id)
        .collect();
    // A write that changes nothing has no row in the record, and would be rolled back.
    if ids.is_empty() {
        return Ok(0);
    }
    let done = session::Entity::update_many()
        .col_expr(session::Column::EndedAt, Expr::value(tx.at().millis()))
        .filter(session::Column::Id.is_in(ids))
        .exec(tx)
        .await?;
    Ok(done.rows_affected)
}

#[cfg(test)]
mod tests;
