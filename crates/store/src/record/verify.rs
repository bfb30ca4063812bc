//! Looking through the record: the first row, document or value that is not as it was written.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, JoinType, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
    sea_query::{Expr, Query},
};

use super::{BEGINNING, ERASED, FIELDS, Link, RecordHead, commitment, digest, head};
use crate::{
    entities::{document, record, record_private},
    tx::{BATCH, StoreError},
};

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
