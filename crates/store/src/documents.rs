//! Rich objects: every version whole. History, the page on a past date, undo and repeated import come from here.

use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
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

/// The version `version` of an object, with the instant at which it was kept.
pub async fn kept_at<T: DeserializeOwned>(
    db: &impl ConnectionTrait,
    object: &str,
    version: i64,
) -> Result<Option<(infitah_base::Timestamp, T)>, StoreError> {
    let row = document::Entity::find_by_id((object.to_owned(), version)).one(db).await?;
    row.map(|row| Ok((infitah_base::Timestamp::from_millis(row.at), read(&row)?))).transpose()
}

/// All versions of an object, newest first, each with its number and instant.
pub async fn history<T: DeserializeOwned>(
    db: &impl ConnectionTrait,
    object: &str,
) -> Result<Vec<(i64, infitah_base::Timestamp, T)>, StoreError> {
    let rows = document::Entity::find()
        .filter(document::Column::Object.eq(object))
        .order_by_desc(document::Column::Version)
        .all(db)
        .await?;
    rows.iter().map(|row| Ok((row.version, infitah_base::Timestamp::from_millis(row.at), read(row)?))).collect()
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
