//! Reading where old addresses lead.

use infitah_store::{StoreError, entities::old_address};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};

/// Where an old address leads: looked for with its query first, then without.
pub async fn target(db: &impl ConnectionTrait, address: &str) -> Result<Option<String>, StoreError> {
    let path = address.split('?').next().unwrap_or(address);
    let rows = old_address::Entity::find().filter(old_address::Column::Path.is_in([address, path])).all(db).await?;
    let exact = rows.iter().find(|row| row.path == address).or(rows.first());
    Ok(exact.map(|row| row.target.clone()))
}

/// How many old addresses are known.
pub async fn how_many(db: &impl ConnectionTrait) -> Result<u64, StoreError> {
    Ok(old_address::Entity::find().count(db).await?)
}
