//! Reading remarks: their number is for all, their words are for the owner.

use infitah_base::{Lang, Timestamp};
use infitah_store::{StoreError, entities::remark};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::service::Remark;

/// How many spoke about a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// All.
    pub all: u64,
    /// Those who understood all of it.
    pub understood: u64,
}

/// How many spoke about a page.
pub async fn counted(db: &impl ConnectionTrait, about: &str) -> Result<Counted, StoreError> {
    let by_answer: Vec<(bool, i64)> = remark::Entity::find()
        .select_only()
        .column(remark::Column::Understood)
        .column_as(remark::Column::Id.count(), "count")
        .filter(remark::Column::About.eq(about))
        .group_by(remark::Column::Understood)
        .into_tuple()
        .all(db)
        .await?;
    let sum = |is: fn(bool) -> bool| {
        let some = by_answer.iter().filter(|(understood, _)| is(*understood));
        some.map(|(_, count)| u64::try_from(*count).unwrap_or_default()).sum()
    };
    Ok(Counted { all: sum(|_| true), understood: sum(|understood| understood) })
}

/// Every remark with its moment, the first one first. Called by the owner's command alone: they may hold anything.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<(Timestamp, Remark)>, StoreError> {
    let rows = remark::Entity::find()
        .order_by_asc(remark::Column::At)
        .order_by_asc(remark::Column::Id)
        .all(db)
        .await?
        .into_iter();
    let read = |row: remark::Model| {
        let lang = Lang::parse(&row.lang).unwrap_or(Lang::arabic());
        let remark = Remark { about: row.about, lang, understood: row.understood, text: row.text };
        (Timestamp::from_millis(row.at), remark)
    };
    Ok(rows.map(read).collect())
}
