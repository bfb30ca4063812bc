//! What the desk has to know of the register before it writes.

use infitah_store::{
    StoreError, documents,
    entities::{project, project_withdrawn},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde_json::Value;

use crate::projects::{model::Project, service::object};

/// A document as the model writes it, so that two of them can be compared; what is no project yet stays as it is.
pub fn canonical(body: Value) -> Value {
    match serde_json::from_value::<Project>(body.clone()) {
        Ok(project) => serde_json::to_value(project).unwrap_or(body),
        Err(_) => body,
    }
}

/// What a version of a project says; `null`: there is none.
pub async fn version(db: &impl ConnectionTrait, reference: &str, version: i64) -> Result<Value, StoreError> {
    Ok(documents::at_version(db, &object(reference), version).await?.map_or(Value::Null, canonical))
}

/// The newest version of a project and what it says; `None`: the register does not have it.
pub async fn newest(db: &impl ConnectionTrait, reference: &str) -> Result<Option<(i64, Value)>, StoreError> {
    let row = project::Entity::find().filter(project::Column::Reference.eq(reference)).one(db).await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some((row.version, version(db, reference, row.version).await?)))
}

/// Whether a project other than that with this reference has the identifier, or had it before it was withdrawn: what
/// was withdrawn stays known by its name.
pub async fn is_taken(db: &impl ConnectionTrait, identifier: &str, reference: &str) -> Result<bool, StoreError> {
    let named = project::Entity::find().filter(project::Column::Identifier.eq(identifier)).one(db).await?;
    if let Some(row) = named {
        return Ok(row.reference != reference);
    }
    let gone = project_withdrawn::Entity::find().filter(project_withdrawn::Column::Identifier.eq(identifier));
    Ok(gone.one(db).await?.is_some_and(|row| row.reference != reference))
}
