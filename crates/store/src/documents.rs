//! Rich objects: every version whole. History, the page on a past date, undo and repeated import come from here.

use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    entities::{counter, document},
    tx::{StoreError, WriteTx},
};

/// Keeps a version of an object. `object` is `kind/id`; versions count from 1.
pub async fn keep(tx: &WriteTx, object: &str, version: i64, body: &impl Serialize) -> Result<(), StoreError> {
    let row = document::ActiveModel {
        object: Set(object.to_owned()),
        version: Set(version),
        at: Set(tx.at().millis()),
        body: Set(serde_json::to_string(body)?),
    };
    document::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// The version `version` of an object.
pub async fn at_version<T: DeserializeOwned>(
    db: &impl ConnectionTrait,
    object: &str,
    version: i64,
) -> Result<Option<T>, StoreError> {
    let row = document::Entity::find_by_id((object.to_owned(), version)).one(db).await?;
    row.map(|row| read(&row)).transpose()
}

/// Up to which version a history is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// The newest.
    Now,
    /// The one that held at an instant.
    At(infitah_base::Timestamp),
    /// This one.
    Version(i64),
}

/// The versions of an object, newest first, at most `limit`.
pub async fn history<T: DeserializeOwned>(
    db: &impl ConnectionTrait,
    object: &str,
    until: Until,
    limit: u64,
) -> Result<Vec<Version<T>>, StoreError> {
    let all = document::Entity::find().filter(document::Column::Object.eq(object));
    let some = match until {
        Until::Now => all,
        Until::At(latest) => all.filter(document::Column::At.lte(latest.millis())),
        Until::Version(number) => all.filter(document::Column::Version.lte(number)),
    };
    let rows = some.order_by_desc(document::Column::Version).limit(limit).all(db).await?;
    rows.iter()
        .map(|row| {
            let at = infitah_base::Timestamp::from_millis(row.at);
            Ok(Version { number: row.version, at, body: read(row)? })
        })
        .collect()
}

/// A version of an object.
#[derive(Clone, Debug)]
pub struct Version<T> {
    /// Counts from 1.
    pub number: i64,
    /// When it was written.
    pub at: infitah_base::Timestamp,
    /// The object as it was then.
    pub body: T,
}

/// The typed document of a row.
pub fn read<T: DeserializeOwned>(row: &document::Model) -> Result<T, StoreError> {
    serde_json::from_str(&row.body)
        .map_err(|error| StoreError::Unreadable(format!("{} version {}: {error}", row.object, row.version)))
}

/// The next running number of `name`, from 1. Within the one write no two get the same.
pub async fn next_number(tx: &WriteTx, name: &str) -> Result<i64, StoreError> {
    let next = match counter::Entity::find_by_id(name).one(tx).await? {
        Some(row) => row.value + 1,
        None => 1,
    };
    let row = counter::ActiveModel { name: Set(name.to_owned()), value: Set(next) };
    let replace =
        sea_orm::sea_query::OnConflict::column(counter::Column::Name).update_column(counter::Column::Value).to_owned();
    counter::Entity::insert(row).on_conflict(replace).exec_without_returning(tx).await?;
    Ok(next)
}
