//! Reading what changed lately.

use infitah_base::Timestamp;
use infitah_commons::Viewer;
use infitah_store::{StoreError, entities::record};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{KIND, Project, object};

/// Something that was done to a project, from the record.
#[derive(Clone, Debug)]
pub(in crate::projects) struct Deed {
    /// Counts all that was ever done.
    pub(in crate::projects) seq: i64,
    pub(in crate::projects) at: Timestamp,
    pub(in crate::projects) reference: String,
    pub(in crate::projects) version: Option<i64>,
    pub(in crate::projects) actor: String,
    pub(in crate::projects) why: Option<String>,
    pub(in crate::projects) old: Option<Project>,
    /// `None`: it was taken out of the register.
    pub(in crate::projects) new: Option<Project>,
}

/// What was done to projects, or to one of them, the latest first: at most `limit`, before `before` where it is given.
pub(in crate::projects) async fn deeds(
    db: &impl ConnectionTrait,
    _: &Viewer,
    reference: Option<&str>,
    before: Option<i64>,
    limit: u64,
) -> Result<Vec<Deed>, StoreError> {
    use record::Column;
    let mut select = record::Entity::find().filter(Column::Action.starts_with(format!("{KIND}.")));
    if let Some(reference) = reference {
        select = select.filter(Column::Object.eq(object(reference)));
    }
    if let Some(before) = before {
        select = select.filter(Column::Seq.lt(before));
    }
    let rows = select.order_by_desc(Column::Seq).limit(limit).all(db).await?;
    let read = |text: Option<String>| text.map(|text| serde_json::from_str(&text)).transpose();
    rows.into_iter()
        .map(|row| {
            let reference = row.object.split_once('/').map(|(_, reference)| reference.to_owned());
            Ok(Deed {
                seq: row.seq,
                at: Timestamp::from_millis(row.at),
                reference: reference.unwrap_or(row.object),
                version: row.version,
                actor: row.actor,
                why: row.why,
                old: read(row.old)?,
                new: read(row.new)?,
            })
        })
        .collect()
}
