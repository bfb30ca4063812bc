//! A setting is changed: the value, and its row in the record, from which the history comes.

use infitah_store::{Act, StoreError, WriteTx, entities::setting_value};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};

use super::{known::Known, model::Value};
use crate::{
    Permit,
    access::{Action, Deed},
};

/// The kind before the slash of a setting's object name.
pub const KIND: &str = "setting";

/// Leave to change settings.
#[derive(Clone, Copy, Debug)]
pub enum ChangeSettings {}

impl Action for ChangeSettings {
    const DEED: Deed = Deed::ChangeSettings;
}

/// Why a setting stays as it is.
#[derive(Debug, thiserror::Error)]
pub enum SettingError {
    /// Somebody changed it since it was looked at.
    #[error("somebody changed the setting meanwhile")]
    Changed,
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sea_orm::DbErr> for SettingError {
    fn from(error: sea_orm::DbErr) -> Self {
        SettingError::Store(error.into())
    }
}

/// A setting as the record names it.
pub fn object(key: &str, place: &str) -> String {
    format!("{KIND}/{key}@{place}")
}

/// What is chosen.
#[derive(Clone, Debug)]
pub struct NewValue {
    /// Of which setting.
    pub known: &'static Known,
    /// For which place.
    pub place: String,
    /// The value; `None`: back to what holds without it.
    pub value: Option<Value>,
    /// The version that was looked at: 0 where there was none.
    pub seen: i64,
}

/// Changes a setting. Who did not see the last change is refused; what is as it was is no change.
pub async fn change(tx: &WriteTx, permit: &Permit<ChangeSettings>, new: NewValue) -> Result<(), SettingError> {
    if !permit.is_for(&new.place) {
        return Err(StoreError::Elsewhere(new.place).into());
    }
    let row = setting_value::Entity::find_by_id((new.known.key.to_owned(), new.place.clone())).one(tx).await?;
    let (version, old) = row.as_ref().map_or((0, None), |row| (row.version, row.value.clone()));
    if version != new.seen {
        return Err(SettingError::Changed);
    }
    let value = new.value.map(|value| value.json().to_string());
    if value == old {
        return Ok(());
    }
    let actor = permit.actor().as_str();
    tx.record(Act {
        actor,
        action: "setting.changed",
        object: &object(new.known.key, &new.place),
        version: Some(version + 1),
        old,
        new: value.clone(),
        why: None,
    });
    match row {
        Some(row) => {
            let mut row = row.into_active_model();
            row.value = Set(value);
            row.version = Set(version + 1);
            row.set_at = Set(tx.at().millis());
            row.set_by = Set(actor.to_owned());
            row.update(tx).await?;
        }
        None => {
            let row = setting_value::ActiveModel {
                key: Set(new.known.key.to_owned()),
                place: Set(new.place),
                value: Set(value),
                version: Set(1),
                set_at: Set(tx.at().millis()),
                set_by: Set(actor.to_owned()),
            };
            setting_value::Entity::insert(row).exec_without_returning(tx).await?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
