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
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, JoinType, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
    sea_query::{Expr, OnConflict, Query},
};
use sha2::{Digest, Sha256};

use crate::{
    entities::{document, record, record_head, record_private},
    tx::{BATCH, StoreError, WriteTx},
};

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

/// What is wrong with the record.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Tampered {
    /// A number is missing: a row was taken out.
    #[error("row {0} is missing")]
    Missing(i64),
    /// A row is not as it was written, or stands behind one that was put in.
    #[error("row {seq} ({action} of {object}) is not as it was written")]
    Altered {
        /// Its number.
        seq: i64,
        /// What it says was done.
        action: String,
        /// And to what.
        object: String,
    },
    /// A version of a document is gone or is not what was recorded.
    #[error("version {version} of {object} is not the one that row {seq} recorded")]
    Document {
        /// The row.
        seq: i64,
        /// The object.
        object: String,
        /// The version.
        version: i64,
    },
    /// A version of a document that no row speaks of.
    #[error("version {version} of {object} is in no row of the record")]
    Unrecorded {
        /// The object.
        object: String,
        /// The version.
        version: i64,
    },
    /// A value that was set apart is gone, and no row says that it was erased; or it is another one.
    #[error("the value `{field}` that belongs to row {seq} is not the one that was set apart")]
    Private {
        /// The row.
        seq: i64,
        /// Which value.
        field: String,
    },
    /// Rows after the last one were taken out, or the head was altered.
    #[error(
        "the record ends with row {found}, and its head names row {named}: rows were taken out, or the head altered"
    )]
    End {
        /// The last row that is there.
        found: i64,
        /// The one that the head names.
        named: i64,
    },
    /// A head that was written down earlier is not in the chain.
    #[error("row {0} does not have the hash that was written down: the record was made anew")]
    Anew(i64),
}

/// What looking through the record found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// Its head, to be written down elsewhere.
    pub head: RecordHead,
    /// Rows whose values were erased, as other rows say.
    pub erased: u64,
    /// The first thing that is wrong; `None`: nothing is.
    pub wrong: Option<Tampered>,
}

/// Looks through the whole record, and finds the first row that is not as it was written. `known` is a head that was
/// written down earlier.
pub async fn verify(db: &impl ConnectionTrait, known: Option<&RecordHead>) -> Result<Verified, StoreError> {
    let named = head(db).await?;
    let mut at = RecordHead { seq: 0, hash: BEGINNING.to_owned() };
    let mut erased = 0;
    loop {
        let rows = rows_after(db, at.seq).await?;
        let Some(last) = rows.last().map(|(row, _)| row.seq) else { break };
        let mut apart = apart(db, at.seq, last).await?;
        for (row, document) in rows {
            match look(&at, &row, document, apart.remove(&row.seq).unwrap_or_default()) {
                Ok(Values::There) => {}
                Ok(Values::Gone(field)) => {
                    if !is_erased(db, row.seq).await? {
                        return Ok(Verified {
                            head: named,
                            erased,
                            wrong: Some(Tampered::Private { seq: row.seq, field }),
                        });
                    }
                    erased += 1;
                }
                Err(wrong) => return Ok(Verified { head: named, erased, wrong: Some(wrong) }),
            }
            at = RecordHead { seq: row.seq, hash: row.hash };
            if known.is_some_and(|known| known.seq == at.seq && known.hash != at.hash) {
                return Ok(Verified { head: named, erased, wrong: Some(Tampered::Anew(at.seq)) });
            }
        }
        // What is left belongs to rows that are not there, or that set nothing apart.
        if let Some((seq, fields)) = apart.into_iter().min_by_key(|(seq, _)| *seq) {
            let field = fields.into_iter().next().map(|one| one.field).unwrap_or_default();
            return Ok(Verified { head: named, erased, wrong: Some(Tampered::Private { seq, field }) });
        }
    }
    let wrong = at_the_end(db, &at, &named, known).await?;
    Ok(Verified { head: named, erased, wrong })
}

/// What is wrong behind the last row.
async fn at_the_end(
    db: &impl ConnectionTrait,
    last: &RecordHead,
    named: &RecordHead,
    known: Option<&RecordHead>,
) -> Result<Option<Tampered>, StoreError> {
    if last != named {
        return Ok(Some(Tampered::End { found: last.seq, named: named.seq }));
    }
    if let Some(known) = known.filter(|known| known.seq > last.seq) {
        return Ok(Some(Tampered::End { found: last.seq, named: known.seq }));
    }
    let behind = record_private::Entity::find().filter(record_private::Column::Seq.gt(last.seq)).one(db).await?;
    if let Some(row) = behind {
        return Ok(Some(Tampered::Private { seq: row.seq, field: row.field }));
    }
    let recorded = Query::select()
        .expr(Expr::val(1))
        .from(record::Entity)
        .and_where(
            Expr::col((record::Entity, record::Column::Object))
                .eq(Expr::col((document::Entity, document::Column::Object))),
        )
        .and_where(
            Expr::col((record::Entity, record::Column::Version))
                .eq(Expr::col((document::Entity, document::Column::Version))),
        )
        .to_owned();
    let stray: Option<(String, i64)> = document::Entity::find()
        .select_only()
        .columns([document::Column::Object, document::Column::Version])
        .filter(Expr::exists(recorded).not())
        .order_by_asc(document::Column::Object)
        .into_tuple()
        .one(db)
        .await?;
    Ok(stray.map(|(object, version)| Tampered::Unrecorded { object, version }))
}

/// Rows with the documents that they recorded, in their order.
async fn rows_after(
    db: &impl ConnectionTrait,
    seq: i64,
) -> Result<Vec<(record::Model, Option<document::Model>)>, StoreError> {
    let document = record::Entity::belongs_to(document::Entity)
        .from((record::Column::Object, record::Column::Version))
        .to((document::Column::Object, document::Column::Version))
        .into();
    let rows = record::Entity::find()
        .join(JoinType::LeftJoin, document)
        .select_also(document::Entity)
        .filter(record::Column::Seq.gt(seq))
        .order_by_asc(record::Column::Seq)
        .limit(BATCH as u64);
    Ok(rows.all(db).await?)
}

/// The values that rows after one and up to another set apart.
async fn apart(
    db: &impl ConnectionTrait,
    after: i64,
    last: i64,
) -> Result<HashMap<i64, Vec<record_private::Model>>, StoreError> {
    let found = record_private::Entity::find()
        .filter(record_private::Column::Seq.gt(after).and(record_private::Column::Seq.lte(last)))
        .all(db)
        .await?;
    let mut of_rows: HashMap<i64, Vec<record_private::Model>> = HashMap::new();
    for value in found {
        of_rows.entry(value.seq).or_default().push(value);
    }
    Ok(of_rows)
}

/// Whether the values of a row that set some apart are there.
enum Values {
    There,
    /// This one is not.
    Gone(String),
}

fn look(
    before: &RecordHead,
    row: &record::Model,
    document: Option<document::Model>,
    apart: Vec<record_private::Model>,
) -> Result<Values, Tampered> {
    if row.seq != before.seq + 1 {
        return Err(Tampered::Missing(before.seq + 1));
    }
    let values = [row.old.as_deref(), row.new.as_deref(), row.why.as_deref()];
    let link = Link {
        seq: row.seq,
        at: row.at,
        actor: &row.actor,
        action: &row.action,
        object: &row.object,
        version: row.version,
        values,
        private: row.private,
        content: row.content.as_deref(),
    };
    if link.hash(&before.hash) != row.hash {
        return Err(Tampered::Altered { seq: row.seq, action: row.action.clone(), object: row.object.clone() });
    }
    if let (Some(content), Some(version)) = (&row.content, row.version)
        && document.is_none_or(|kept| digest(kept.at, &kept.body) != *content)
    {
        return Err(Tampered::Document { seq: row.seq, object: row.object.clone(), version });
    }
    let wrong = |field: &str| Tampered::Private { seq: row.seq, field: field.to_owned() };
    let is_meant = |value: &record_private::Model| {
        let position = FIELDS.iter().position(|field| *field == value.field);
        let committed = position.and_then(|position| values.get(position).copied().flatten());
        row.private && committed.is_some_and(|one| one == commitment(&value.salt, &value.field, &value.value))
    };
    if let Some(other) = apart.iter().find(|value| !is_meant(value)) {
        return Err(wrong(&other.field));
    }
    let is_there = |field: &str| apart.iter().any(|value| value.field == field);
    let gone = FIELDS.iter().zip(values).find(|(field, value)| row.private && value.is_some() && !is_there(field));
    Ok(gone.map_or(Values::There, |(field, _)| Values::Gone((*field).to_owned())))
}

async fn is_erased(db: &impl ConnectionTrait, seq: i64) -> Result<bool, StoreError> {
    let said = record::Entity::find()
        .filter(record::Column::Object.eq(format!("record/{seq}")))
        .filter(record::Column::Action.eq(ERASED));
    Ok(said.count(db).await? > 0)
}
