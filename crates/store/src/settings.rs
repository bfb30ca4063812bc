//! What the database knows of itself: a few values by name.

use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, sea_query::OnConflict};

use crate::{
    entities::setting,
    tx::{StoreError, WriteTx},
};

/// The value of a setting.
pub async fn get(db: &impl ConnectionTrait, key: &str) -> Result<Option<String>, StoreError> {
    Ok(setting::Entity::find_by_id(key).one(db).await?.map(|row| row.value))
}

/// Writes a setting. The row of the record is the caller's, who knows why.
pub async fn set(tx: &WriteTx, key: &str, value: &str) -> Result<(), StoreError> {
    let row = setting::ActiveModel { key: Set(key.to_owned()), value: Set(value.to_owned()) };
    let replace = OnConflict::column(setting::Column::Key).update_column(setting::Column::Value).to_owned();
    setting::Entity::insert(row).on_conflict(replace).exec_without_returning(tx).await?;
    Ok(())
}
