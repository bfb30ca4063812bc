//! Reading the record: what an auditor asks for.

use infitah_base::Timestamp;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::{entities::record, tx::StoreError};

/// Which rows are asked for; what is `None` asks for nothing.
#[derive(Clone, Debug, Default)]
pub struct RecordFilter {
    /// An object (`project/PRJ-2026-0042`), or all of a kind (`project/`).
    pub object: Option<String>,
    /// Who acted, from the beginning of the name (`operator:`).
    pub actor: Option<String>,
    /// What was done, from its beginning (`project.`).
    pub action: Option<String>,
    /// From this instant on.
    pub from: Option<Timestamp>,
    /// Before this instant.
    pub until: Option<Timestamp>,
    /// Rows with smaller numbers than this.
    pub before: Option<i64>,
}

/// The rows with larger numbers than `after`, in their order, at most `limit`. Values that tell of a person are
/// commitments here.
pub async fn rows_after(
    db: &impl ConnectionTrait,
    filter: &RecordFilter,
    after: i64,
    limit: u64,
) -> Result<Vec<record::Model>, StoreError> {
    let asked = asked(filter).filter(record::Column::Seq.gt(after));
    Ok(asked.order_by_asc(record::Column::Seq).limit(limit).all(db).await?)
}

/// The newest rows, the last one first, at most `limit`.
pub async fn newest(
    db: &impl ConnectionTrait,
    filter: &RecordFilter,
    limit: u64,
) -> Result<Vec<record::Model>, StoreError> {
    Ok(asked(filter).order_by_desc(record::Column::Seq).limit(limit).all(db).await?)
}

fn asked(filter: &RecordFilter) -> sea_orm::Select<record::Entity> {
    let mut select = record::Entity::find();
    if let Some(object) = &filter.object {
        let is_kind = object.ends_with('/');
        let column = record::Column::Object;
        select = select.filter(if is_kind { column.starts_with(object) } else { column.eq(object) });
    }
    if let Some(actor) = &filter.actor {
        select = select.filter(record::Column::Actor.starts_with(actor));
    }
    if let Some(action) = &filter.action {
        select = select.filter(record::Column::Action.starts_with(action));
    }
    if let Some(from) = filter.from {
        select = select.filter(record::Column::At.gte(from.millis()));
    }
    if let Some(before) = filter.before {
        select = select.filter(record::Column::Seq.lt(before));
    }
    if let Some(until) = filter.until {
        select = select.filter(record::Column::At.lt(until.millis()));
    }
    select
}
