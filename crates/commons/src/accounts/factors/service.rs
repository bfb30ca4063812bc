//! Factors are added, used and taken away. Each rule that says "once" or "at most" is decided in the write itself, so that
//! of many who try at the same moment one comes through. Secrets, codes and names are in no row of the record.

use infitah_base::{Chance, Timestamp, ids};
use infitah_store::{
    Act, Db, StoreError, WriteTx,
    entities::{factor, factor_miss},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::Expr};
use serde_json::json;
use uuid::Uuid;
use webauthn_rs::prelude::{AuthenticationResult, Passkey};

use super::{
    challenges::{self, Purpose},
    model::{KeptCode, Kind, Outcome, Typed},
    queries::{self, Candidate, kind, rows, too_many},
    rules, secrets,
    secrets::Shared,
};
use crate::{
    Permit,
    access::{Strength, Who, is_fresh},
    accounts::service::{self as accounts, BeginSession},
};

/// Somebody changes what proves them, or the operator gives them a code: the action of the permit.
#[derive(Clone, Copy, Debug)]
pub struct KeepProofs;

fn act<A>(tx: &WriteTx, permit: &Permit<A>, action: &str, account: Uuid, told: Option<serde_json::Value>) {
    let (actor, object) = (permit.actor().as_str(), format!("account/{account}"));
    let new = told.map(|told| told.to_string());
    tx.record(Act { actor, action, object: &object, version: None, old: None, new, why: None });
}

/// Whether somebody may change what proves them, at this instant.
async fn may_change(tx: &WriteTx, who: &Who) -> Result<bool, StoreError> {
    let has = rows(tx, who.account).await?.iter().any(|row| kind(row).is_ok_and(|kind| Kind::LASTING.contains(&kind)));
    Ok(rules::may_change(has, who.strength >= Strength::Totp, is_fresh(who.proved, tx.at())))
}

/// Whether somebody has just proved who they are by the best that they have: what is asked before an account is closed.
pub async fn is_proved(db: &impl ConnectionTrait, who: &Who, now: Timestamp) -> Result<bool, StoreError> {
    let has = !queries::proofs(db, who.account).await?.factors.is_empty();
    Ok(is_fresh(who.proved, now) && (!has || who.strength >= Strength::Totp))
}

/// Begins to add an application that shows codes: its secret is kept until a first code shows that it is there.
pub async fn begin_totp(tx: &WriteTx, who: &Who) -> Result<Outcome, StoreError> {
    if !may_change(tx, who).await? {
        return Ok(Outcome::ProveFirst);
    }
    let secret = Shared::new(tx.chance()).to_base32();
    challenges::keep(tx, who.session, Purpose::NewTotp, secret).await?;
    Ok(Outcome::Done)
}

/// Adds the application, when the code is one that it shows. That proves its owner too.
pub async fn add_totp(
    tx: &WriteTx,
    permit: &Permit<KeepProofs>,
    who: &Who,
    code: &str,
    label: &str,
) -> Result<Outcome, StoreError> {
    let Some(kept) = challenges::find(tx, who.session, Purpose::NewTotp, tx.at()).await? else {
        return Ok(Outcome::Over);
    };
    let Some(Typed::Shown(code)) = rules::typed(code) else { return Ok(Outcome::Wrong) };
    let Some(step) = Shared::kept(&kept)?.step(&code, tx.at()) else { return Ok(Outcome::Wrong) };
    let added = add(tx, permit, who, Kind::Totp, label, kept, step).await?;
    if added == Outcome::Done {
        challenges::take(tx, who.session, Purpose::NewTotp).await?;
    }
    Ok(added)
}

/// Begins to add a passkey: what the browser is asked is kept until it answers.
pub async fn begin_passkey(tx: &WriteTx, who: &Who, asked: String) -> Result<Outcome, StoreError> {
    if !may_change(tx, who).await? {
        return Ok(Outcome::ProveFirst);
    }
    challenges::keep(tx, who.session, Purpose::NewPasskey, asked).await?;
    Ok(Outcome::Done)
}

/// Adds a passkey that was made here. That proves its owner too.
pub async fn add_passkey(
    tx: &WriteTx,
    permit: &Permit<KeepProofs>,
    who: &Who,
    passkey: &Passkey,
    label: &str,
) -> Result<Outcome, StoreError> {
    add(tx, permit, who, Kind::Passkey, label, serde_json::to_string(passkey)?, 0).await
}

async fn add(
    tx: &WriteTx,
    permit: &Permit<KeepProofs>,
    who: &Who,
    kind: Kind,
    label: &str,
    data: String,
    counter: i64,
) -> Result<Outcome, StoreError> {
    if !may_change(tx, who).await? {
        return Ok(Outcome::ProveFirst);
    }
    let lasting = queries::proofs(tx, who.account).await?.factors.len();
    if lasting >= rules::MOST_FACTORS {
        return Ok(Outcome::Full);
    }
    let id = insert(tx, who.account, kind, label, data, counter).await?;
    act(tx, permit, "proof.added", who.account, Some(json!({ "factor": id, "kind": kind.code() })));
    prove(tx, who, if kind == Kind::Passkey { Strength::Passkey } else { Strength::Totp }).await?;
    Ok(Outcome::Done)
}

async fn insert(
    tx: &WriteTx,
    account: Uuid,
    kind: Kind,
    label: &str,
    data: String,
    counter: i64,
) -> Result<Uuid, StoreError> {
    let id = ids::new_uuid(tx.at(), tx.chance());
    let row = factor::ActiveModel {
        id: Set(id),
        account: Set(account),
        kind: Set(kind.code().to_owned()),
        label: Set(label.trim().chars().take(rules::LABEL).collect()),
        data: Set(data),
        counter: Set(counter),
        made_at: Set(tx.at().millis()),
        used_at: Set(None),
    };
    factor::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(id)
}

async fn prove(tx: &WriteTx, who: &Who, strength: Strength) -> Result<(), StoreError> {
    accounts::prove(tx, &Permit::<BeginSession>::for_person(who), who, strength).await
}

/// Gives one of somebody's factors another name.
pub async fn rename(
    tx: &WriteTx,
    permit: &Permit<KeepProofs>,
    who: &Who,
    id: Uuid,
    label: &str,
) -> Result<Outcome, StoreError> {
    if lasting(tx, who, id).await?.is_none() {
        return Ok(Outcome::NotThere);
    }
    if !may_change(tx, who).await? {
        return Ok(Outcome::ProveFirst);
    }
    let label: String = label.trim().chars().take(rules::LABEL).collect();
    factor::Entity::update_many()
        .col_expr(factor::Column::Label, Expr::value(label))
        .filter(factor::Column::Id.eq(id))
        .exec(tx)
        .await?;
    act(tx, permit, "proof.named", who.account, Some(json!({ "factor": id })));
    Ok(Outcome::Done)
}

/// Takes one of somebody's factors away: not the last one of somebody who works here.
pub async fn remove(tx: &WriteTx, permit: &Permit<KeepProofs>, who: &Who, id: Uuid) -> Result<Outcome, StoreError> {
    let Some(gone) = lasting(tx, who, id).await? else { return Ok(Outcome::NotThere) };
    if !may_change(tx, who).await? {
        return Ok(Outcome::ProveFirst);
    }
    let kinds = rows(tx, who.account).await?.iter().map(kind).collect::<Result<Vec<_>, _>>()?;
    let staff = who.grants.iter().any(|grant| grant.role.is_staff());
    if !rules::may_go(&kinds, staff) {
        return Ok(Outcome::Last);
    }
    factor::Entity::delete_by_id(id).exec(tx).await?;
    act(tx, permit, "proof.removed", who.account, Some(json!({ "factor": id, "kind": gone.kind })));
    Ok(Outcome::Done)
}

/// A factor of somebody that lasts.
async fn lasting(tx: &WriteTx, who: &Who, id: Uuid) -> Result<Option<factor::Model>, StoreError> {
    let row = factor::Entity::find_by_id(id).one(tx).await?.filter(|row| row.account == who.account);
    Ok(row.filter(|row| kind(row).is_ok_and(|kind| Kind::LASTING.contains(&kind))))
}

/// What was typed, as far as it could be looked at before the write: whether a slow hash fits is found out outside.
#[derive(Clone, Debug)]
pub enum Tried {
    /// What an application shows.
    Shown(String),
    /// A kept code, with the one it is.
    Kept(Option<Candidate>),
}

/// Which of these codes was typed. Slow on purpose: not to be called where others wait.
pub fn matching(candidates: Vec<Candidate>, code: &KeptCode) -> Result<Option<Candidate>, StoreError> {
    for candidate in candidates {
        if secrets::is_hash_of(&candidate.hash, code)? {
            return Ok(Some(candidate));
        }
    }
    Ok(None)
}

/// Proves somebody by a code that they typed.
pub async fn prove_by_code(tx: &WriteTx, who: &Who, tried: &Tried) -> Result<Outcome, StoreError> {
    if too_many(tx, who.account, tx.at()).await? {
        return Ok(Outcome::TooMany);
    }
    let right = match tried {
        Tried::Shown(code) => spend_step(tx, who.account, code).await?,
        Tried::Kept(Some(code)) => code.account == who.account && spend(tx, code).await?,
        Tried::Kept(None) => false,
    };
    if !right {
        miss(tx, &Permit::<KeepProofs>::for_person(who), who.account).await?;
        return Ok(Outcome::Wrong);
    }
    prove(tx, who, Strength::Totp).await?;
    Ok(Outcome::Done)
}

/// Takes the step of the application that shows this code: it only grows, so no code is good twice.
async fn spend_step(tx: &WriteTx, account: Uuid, code: &str) -> Result<bool, StoreError> {
    for row in rows(tx, account).await?.into_iter().filter(|row| row.kind == Kind::Totp.code()) {
        let step = Shared::kept(&row.data)?.step(code, tx.at());
        if let Some(step) = step.filter(|step| *step > row.counter) {
            factor::Entity::update_many()
                .col_expr(factor::Column::Counter, Expr::value(step))
                .col_expr(factor::Column::UsedAt, Expr::value(tx.at().millis()))
                .filter(factor::Column::Id.eq(row.id))
                .exec(tx)
                .await?;
            return Ok(true);
        }
    }
    Ok(false)
}

/// Uses a kept code up. `false`: somebody just did, or there are new ones.
async fn spend(tx: &WriteTx, code: &Candidate) -> Result<bool, StoreError> {
    let row = factor::Entity::find_by_id(code.id).one(tx).await?;
    let Some(row) = row.filter(|row| row.used_at.is_none()) else { return Ok(false) };
    if row.kind == Kind::Operator.code() && row.made_at <= rules::operator_since(tx.at()).millis() {
        return Ok(false);
    }
    factor::Entity::update_many()
        .col_expr(factor::Column::UsedAt, Expr::value(tx.at().millis()))
        .filter(factor::Column::Id.eq(row.id))
        .exec(tx)
        .await?;
    let permit = Permit::<KeepProofs>::for_machine("codes");
    act(tx, &permit, "proof.code-used", row.account, Some(json!({ "factor": row.id, "kind": row.kind })));
    Ok(true)
}

/// Notes that a code was wrong; what counts no longer goes.
async fn miss<A>(tx: &WriteTx, permit: &Permit<A>, account: Uuid) -> Result<(), StoreError> {
    let row = factor_miss::ActiveModel {
        id: Set(ids::new_uuid(tx.at(), tx.chance())),
        account: Set(account),
        missed_at: Set(tx.at().millis()),
    };
    let old = factor_miss::Column::MissedAt.lte(rules::misses_since(tx.at()).millis());
    factor_miss::Entity::delete_many().filter(old).exec(tx).await?;
    factor_miss::Entity::insert(row).exec_without_returning(tx).await?;
    act(tx, permit, "proof.wrong", account, None);
    Ok(())
}

/// Proves somebody by a passkey whose answer was found good. The counter is looked at again: of two answers that were
/// given at once, one is older.
pub async fn prove_by_passkey(tx: &WriteTx, who: &Who, answer: &AuthenticationResult) -> Result<Outcome, StoreError> {
    let known = queries::passkeys(tx, who.account).await?;
    let Some((row, mut passkey)) = known.into_iter().find(|(_, passkey)| passkey.cred_id() == answer.cred_id()) else {
        return Ok(Outcome::Wrong);
    };
    if !rules::counts_on(row.counter, i64::from(answer.counter())) {
        act(
            tx,
            &Permit::<KeepProofs>::for_person(who),
            "proof.counter-went-back",
            who.account,
            Some(json!({ "factor": row.id })),
        );
        return Ok(Outcome::Wrong);
    }
    passkey.update_credential(answer);
    factor::Entity::update_many()
        .col_expr(factor::Column::Data, Expr::value(serde_json::to_string(&passkey)?))
        .col_expr(factor::Column::Counter, Expr::value(i64::from(answer.counter())))
        .col_expr(factor::Column::UsedAt, Expr::value(tx.at().millis()))
        .filter(factor::Column::Id.eq(row.id))
        .exec(tx)
        .await?;
    prove(tx, who, Strength::Passkey).await?;
    Ok(Outcome::Done)
}

/// Notes that what a browser answered proves nothing. It counts nowhere: nobody guesses a signature.
pub async fn refuse_passkey(tx: &WriteTx, who: &Who) -> Result<Outcome, StoreError> {
    act(tx, &Permit::<KeepProofs>::for_person(who), "proof.passkey-wrong", who.account, None);
    Ok(Outcome::Wrong)
}

/// Whether somebody may have recovery codes made: who proved it lately, and by more than a code that was sent.
pub fn may_make_codes(who: &Who, now: Timestamp) -> bool {
    who.strength >= Strength::Totp && is_fresh(who.proved, now)
}

/// Ten codes with their hashes. Slow on purpose: not to be called where others wait.
pub fn new_codes(chance: &Chance) -> Result<Vec<(KeptCode, String)>, StoreError> {
    (0..rules::RECOVERY_CODES).map(|_| new_code(chance)).collect()
}

fn new_code(chance: &Chance) -> Result<(KeptCode, String), StoreError> {
    let code = rules::kept_code(chance.bytes());
    let hash = secrets::hash(&code, chance.bytes())?;
    Ok((code, hash))
}

/// Puts new recovery codes in place of all that somebody had.
pub async fn replace_codes(
    tx: &WriteTx,
    permit: &Permit<KeepProofs>,
    who: &Who,
    codes: &[(String, String)],
) -> Result<Outcome, StoreError> {
    if !may_make_codes(who, tx.at()) {
        return Ok(Outcome::ProveFirst);
    }
    let old = factor::Column::Kind.eq(Kind::Recovery.code());
    factor::Entity::delete_many().filter(factor::Column::Account.eq(who.account)).filter(old).exec(tx).await?;
    for (name, hash) in codes {
        insert(tx, who.account, Kind::Recovery, name, hash.clone(), 0).await?;
    }
    act(tx, permit, "proof.codes-made", who.account, None);
    Ok(Outcome::Done)
}

/// Keeps a code that the operator gives, in place of one they gave before.
async fn keep_operator_code(
    tx: &WriteTx,
    permit: &Permit<KeepProofs>,
    account: Uuid,
    code: &KeptCode,
    hash: String,
) -> Result<(), StoreError> {
    let old = factor::Column::Kind.eq(Kind::Operator.code());
    factor::Entity::delete_many().filter(factor::Column::Account.eq(account)).filter(old).exec(tx).await?;
    insert(tx, account, Kind::Operator, &code.name, hash, 0).await?;
    act(tx, permit, "account.recovery-given", account, None);
    Ok(())
}

/// Gives somebody who lost all else a code of the operator.
pub async fn give_operator_code(db: &Db, account: Uuid) -> Result<KeptCode, StoreError> {
    let (code, hash) = new_code(db.chance())?;
    let kept = code.clone();
    let keeping = db.write(move |tx| {
        let permit = Permit::<KeepProofs>::for_operator("admin recover");
        Box::pin(async move { keep_operator_code(tx, &permit, account, &kept, hash).await })
    });
    keeping.await.map(|()| code)
}

/// Whose code of the operator this is, used up with it. `None`: it is nobody's, used, or too old.
pub async fn recover(tx: &WriteTx, code: &Candidate) -> Result<Option<Uuid>, StoreError> {
    if too_many(tx, code.account, tx.at()).await? || !spend(tx, code).await? {
        return Ok(None);
    }
    Ok(Some(code.account))
}

/// Notes that somebody typed the name of an operator's code, and another secret.
pub async fn miss_operator_code(tx: &WriteTx, account: Uuid) -> Result<(), StoreError> {
    if too_many(tx, account, tx.at()).await? {
        return Ok(());
    }
    miss(tx, &Permit::<KeepProofs>::for_anybody("recover"), account).await
}

#[cfg(test)]
mod tests;
