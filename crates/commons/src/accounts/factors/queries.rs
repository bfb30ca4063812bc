//! What somebody has to prove themselves with, and what was tried.

use infitah_base::Timestamp;
use infitah_store::{
    StoreError,
    entities::{factor, factor_miss},
};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use uuid::Uuid;
use webauthn_rs::prelude::Passkey;

use super::{
    model::{Factor, KeptCode, Kind, Proofs},
    rules,
};

/// All that somebody has.
pub async fn proofs(db: &impl ConnectionTrait, account: Uuid) -> Result<Proofs, StoreError> {
    let mut proofs = Proofs::default();
    for row in rows(db, account).await? {
        match kind(&row)? {
            kind @ (Kind::Totp | Kind::Passkey) => proofs.factors.push(Factor {
                id: row.id,
                kind,
                label: row.label,
                since: Timestamp::from_millis(row.made_at),
                used: row.used_at.map(Timestamp::from_millis),
            }),
            Kind::Recovery => proofs.codes_left += usize::from(row.used_at.is_none()),
            Kind::Operator => {}
        }
    }
    Ok(proofs)
}

/// The passkeys of somebody, with the rows that hold them.
pub async fn passkeys(db: &impl ConnectionTrait, account: Uuid) -> Result<Vec<(factor::Model, Passkey)>, StoreError> {
    let rows = rows(db, account).await?.into_iter().filter(|row| row.kind == Kind::Passkey.code());
    rows.map(|row| Ok((row.clone(), serde_json::from_str(&row.data)?))).collect()
}

/// Whether so many codes of somebody were wrong lately that none is looked at.
pub async fn too_many(db: &impl ConnectionTrait, account: Uuid, now: Timestamp) -> Result<bool, StoreError> {
    let missed = factor_miss::Entity::find()
        .filter(factor_miss::Column::Account.eq(account))
        .filter(factor_miss::Column::MissedAt.gt(rules::misses_since(now).millis()))
        .count(db)
        .await?;
    Ok(missed >= rules::MOST_MISSES)
}

/// A kept code that may be the one somebody typed, if its hash is that of what they typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its row.
    pub id: Uuid,
    /// Whose it is.
    pub account: Uuid,
    /// Its hash.
    pub hash: String,
}

/// The kept codes of somebody that have the name of this one, and may still be used.
pub async fn kept_codes(
    db: &impl ConnectionTrait,
    account: Uuid,
    code: &KeptCode,
    now: Timestamp,
) -> Result<Vec<Candidate>, StoreError> {
    let kinds = factor::Column::Kind.is_in([Kind::Recovery.code(), Kind::Operator.code()]);
    candidates(db, code, Condition::all().add(factor::Column::Account.eq(account)).add(kinds), now).await
}

/// The codes of the operator that have the name of this one, whosever they are.
pub async fn operator_codes(
    db: &impl ConnectionTrait,
    code: &KeptCode,
    now: Timestamp,
) -> Result<Vec<Candidate>, StoreError> {
    let kind = factor::Column::Kind.eq(Kind::Operator.code());
    candidates(db, code, Condition::all().add(kind), now).await
}

async fn candidates(
    db: &impl ConnectionTrait,
    code: &KeptCode,
    which: Condition,
    now: Timestamp,
) -> Result<Vec<Candidate>, StoreError> {
    let rows = factor::Entity::find()
        .filter(which)
        .filter(factor::Column::Label.eq(&code.name))
        .filter(factor::Column::UsedAt.is_null())
        .all(db)
        .await?;
    let good = rows
        .into_iter()
        .filter(|row| row.kind != Kind::Operator.code() || row.made_at > rules::operator_since(now).millis());
    Ok(good.map(|row| Candidate { id: row.id, account: row.account, hash: row.data }).collect())
}

/// All rows of somebody, in the order in which they were made.
pub(super) async fn rows(db: &impl ConnectionTrait, account: Uuid) -> Result<Vec<factor::Model>, StoreError> {
    let rows = factor::Entity::find().filter(factor::Column::Account.eq(account));
    Ok(rows.order_by_asc(factor::Column::MadeAt).order_by_asc(factor::Column::Id).all(db).await?)
}

/// What a row is.
pub(super) fn kind(row: &factor::Model) -> Result<Kind, StoreError> {
    row.kind.parse().map_err(|_| StoreError::Unreadable(format!("factor/{}", row.id)))
}
