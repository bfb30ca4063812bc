//! The record: who did what to which object when, from what to what, and why. Its rows are chained, so that none can be
//! altered, left out or put in between without a trace.
//!
//! Each row holds the SHA-256 of itself and of the hash of the row before; `record_head` names the last one. A row about
//! a version of a document holds the digest of that document, so the chain covers what was kept as well. Values that
//! tell of a person stand in a table of their own, where they can be erased; the row itself holds a salted commitment
//! to each (SHA-256 of 16 random bytes, the name of the field and the value), which says nothing to who lacks the salt.
//!
//! Who can write to the database could make the whole chain anew. So its head is worth writing down elsewhere:
//! [`Verified::head`] is one line, and [`verify`] takes such a line from before and finds it again.

use std::{collections::HashMap, fmt, str::FromStr};

use infitah_base::{Chance, Timestamp};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, OnConflict, Query},
};
use sha2::{Digest, Sha256};

use crate::{
    entities::{record, record_head, record_private},
    tx::{BATCH, StoreError, WriteTx},
};

mod read;
mod verify;

pub use read::{RecordFilter, newest, rows_after};
pub use verify::{Tampered, Verified, verify};

/// One row of the record.
#[derive(Clone, Debug)]
pub struct Act<'a> {
    /// Who: `operator:import`, or a person's id.
    pub actor: &'a str,
    /// What was done (`project.imported`).
    pub action: &'a str,
    /// To what: `kind/id` (`project/PRJ-2026-0042`).
    pub object: &'a str,
    /// The version it has now, where it has versions.
    pub version: Option<i64>,
    /// What it was.
    pub old: Option<String>,
    /// What it is.
    pub new: Option<String>,
    /// The reason given.
    pub why: Option<&'a str>,
}

/// An act that waits for its commit, and whether its values tell of a person.
pub(crate) struct Noted {
    pub(crate) actor: String,
    pub(crate) action: String,
    pub(crate) object: String,
    pub(crate) version: Option<i64>,
    pub(crate) values: [Option<String>; 3],
    pub(crate) private: bool,
}

impl Noted {
    pub(crate) fn of(act: Act<'_>, private: bool) -> Self {
        Self {
            actor: act.actor.to_owned(),
            action: act.action.to_owned(),
            object: act.object.to_owned(),
            version: act.version,
            values: [act.old, act.new, act.why.map(str::to_owned)],
            private,
        }
    }
}

/// The names of the values of a row, in their order.
const FIELDS: [&str; 3] = ["old", "new", "why"];

/// What was done when values of a row were erased; its object is `record/NUMBER`.
const ERASED: &str = "record.erased";

/// The hash before the first row.
pub(crate) const BEGINNING: &str = "";

/// The parts of a row that its hash covers.
pub(crate) struct Link<'a> {
    pub(crate) seq: i64,
    pub(crate) at: i64,
    pub(crate) actor: &'a str,
    pub(crate) action: &'a str,
    pub(crate) object: &'a str,
    pub(crate) version: Option<i64>,
    pub(crate) values: [Option<&'a str>; 3],
    pub(crate) private: bool,
    pub(crate) content: Option<&'a str>,
}

impl Link<'_> {
    /// The hash of the row, in hexadecimal. Every part stands after its length, so that no two rows are spelled alike;
    /// a part that is missing has a mark instead.
    pub(crate) fn hash(&self, before: &str) -> String {
        let mut sha = Sha256::new();
        let mut part = |bytes: Option<&[u8]>| match bytes {
            Some(bytes) => {
                sha.update([1]);
                sha.update((bytes.len() as u64).to_be_bytes());
                sha.update(bytes);
            }
            None => sha.update([0]),
        };
        part(Some(before.as_bytes()));
        part(Some(&self.seq.to_be_bytes()));
        part(Some(&self.at.to_be_bytes()));
        for text in [self.actor, self.action, self.object] {
            part(Some(text.as_bytes()));
        }
        part(self.version.map(i64::to_be_bytes).as_ref().map(|bytes| &bytes[..]));
        for value in self.values {
            part(value.map(str::as_bytes));
        }
        part(Some(&[u8::from(self.private)]));
        part(self.content.map(str::as_bytes));
        hex(&sha.finalize())
    }
}

/// The digest of a version of a document, with the instant at which it was kept.
pub(crate) fn digest(at: i64, body: &str) -> String {
    hex(&Sha256::new().chain_update(at.to_be_bytes()).chain_update(body).finalize())
}

fn commitment(salt: &str, field: &str, value: &str) -> String {
    hex(&Sha256::new()
        .chain_update(salt)
        .chain_update([0])
        .chain_update(field)
        .chain_update([0])
        .chain_update(value)
        .finalize())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Writes the acts of a write behind the last row. `kept` are the digests of documents that it kept, by object and
/// version: each must have its act.
pub(crate) async fn append(
    db: &impl ConnectionTrait,
    at: Timestamp,
    chance: &Chance,
    acts: Vec<Noted>,
    mut kept: HashMap<(String, i64), String>,
) -> Result<(), StoreError> {
    let head = head(db).await?;
    let (mut seq, mut hash) = (head.seq, head.hash);
    let (mut rows, mut private) = (Vec::with_capacity(acts.len()), Vec::new());
    for act in acts {
        seq += 1;
        let values = if act.private { set_apart(seq, act.values, chance, &mut private) } else { act.values };
        let content = act.version.and_then(|version| kept.remove(&(act.object.clone(), version)));
        let link = Link {
            seq,
            at: at.millis(),
            actor: &act.actor,
            action: &act.action,
            object: &act.object,
            version: act.version,
            values: values.each_ref().map(Option::as_deref),
            private: act.private,
            content: content.as_deref(),
        };
        hash = link.hash(&hash);
        let [old, new, why] = values;
        rows.push(record::ActiveModel {
            seq: Set(seq),
            at: Set(at.millis()),
            actor: Set(act.actor),
            action: Set(act.action),
            object: Set(act.object),
            version: Set(act.version),
            old: Set(old),
            new: Set(new),
            why: Set(why),
            private: Set(act.private),
            content: Set(content),
            hash: Set(hash.clone()),
        });
    }
    if !kept.is_empty() {
        return Err(StoreError::Unrecorded);
    }
    for some in rows.chunks(BATCH) {
        record::Entity::insert_many(some.to_vec()).exec_without_returning(db).await?;
    }
    for some in private.chunks(BATCH) {
        record_private::Entity::insert_many(some.to_vec()).exec_without_returning(db).await?;
    }
    set_head(db, seq, &hash).await
}

/// Puts the values where they can be erased; what is left are the commitments.
fn set_apart(
    seq: i64,
    values: [Option<String>; 3],
    chance: &Chance,
    private: &mut Vec<record_private::ActiveModel>,
) -> [Option<String>; 3] {
    let mut fields = FIELDS.into_iter();
    values.map(|value| {
        let (field, value) = (fields.next().unwrap_or_default(), value?);
        let salt = hex(&chance.bytes::<16>());
        let committed = commitment(&salt, field, &value);
        private.push(record_private::ActiveModel {
            seq: Set(seq),
            field: Set(field.to_owned()),
            salt: Set(salt),
            value: Set(value),
        });
        Some(committed)
    })
}

/// The number and hash of the last row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordHead {
    /// How many rows there are.
    pub seq: i64,
    /// The hash of the last one, in hexadecimal.
    pub hash: String,
}

impl fmt::Display for RecordHead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.seq, self.hash)
    }
}

/// What was given is no head of a record.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the head of a record is written as NUMBER:HASH, as `infitah record verify` prints it")]
pub struct NotAHead;

impl FromStr for RecordHead {
    type Err = NotAHead;

    fn from_str(text: &str) -> Result<Self, NotAHead> {
        let (seq, hash) = text.trim().split_once(':').ok_or(NotAHead)?;
        let is_hash = hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        let seq = seq.parse().ok().filter(|seq| *seq > 0 && is_hash).ok_or(NotAHead)?;
        Ok(Self { seq, hash: hash.to_ascii_lowercase() })
    }
}

const HEAD: i64 = 1;

async fn head(db: &impl ConnectionTrait) -> Result<RecordHead, StoreError> {
    let row = record_head::Entity::find_by_id(HEAD).one(db).await?;
    Ok(row.map_or(RecordHead { seq: 0, hash: BEGINNING.to_owned() }, |row| RecordHead { seq: row.seq, hash: row.hash }))
}

async fn set_head(db: &impl ConnectionTrait, seq: i64, hash: &str) -> Result<(), StoreError> {
    let row = record_head::ActiveModel { id: Set(HEAD), seq: Set(seq), hash: Set(hash.to_owned()) };
    let replace = OnConflict::column(record_head::Column::Id)
        .update_columns([record_head::Column::Seq, record_head::Column::Hash])
        .to_owned();
    record_head::Entity::insert(row).on_conflict(replace).exec_without_returning(db).await?;
    Ok(())
}

/// Erases what the record keeps apart about an object, and records that it did. The rows stay, with their commitments;
/// gives how many rows lost their values.
pub async fn erase(tx: &WriteTx, actor: &str, object: &str, why: &str) -> Result<usize, StoreError> {
    let about = Query::select()
        .column(record::Column::Seq)
        .from(record::Entity)
        .and_where(Expr::col(record::Column::Object).eq(object))
        .and_where(Expr::col(record::Column::Private).eq(true))
        .to_owned();
    let rows: Vec<i64> = record_private::Entity::find()
        .select_only()
        .column(record_private::Column::Seq)
        .filter(record_private::Column::Seq.in_subquery(about.clone()))
        .distinct()
        .order_by_asc(record_private::Column::Seq)
        .into_tuple()
        .all(tx)
        .await?;
    record_private::Entity::delete_many().filter(record_private::Column::Seq.in_subquery(about)).exec(tx).await?;
    for seq in &rows {
        let object = format!("record/{seq}");
        tx.record(Act { actor, action: ERASED, object: &object, version: None, old: None, new: None, why: Some(why) });
    }
    Ok(rows.len())
}
