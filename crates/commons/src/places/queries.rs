//! Reading from the database what is not asked of the [`Atlas`](super::Atlas): census figures, and what commands and
//! writes need.

use std::collections::HashMap;

use infitah_store::{
    StoreError,
    entities::{place, place_figure},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::model::{Figure, Place};
use crate::Viewer;

/// A place as it is kept.
pub(super) fn read(row: place::Model) -> Result<Place, StoreError> {
    Ok(Place {
        names: serde_json::from_str(&row.names)?,
        code: row.code,
        kind: row.kind,
        parent: row.parent,
        population: row.population,
        households: row.households,
        has_outline: row.has_outline,
    })
}

/// The place with this code. Places are public: every viewer sees all.
pub async fn find(db: &impl ConnectionTrait, _: &Viewer, code: &str) -> Result<Option<Place>, StoreError> {
    place::Entity::find_by_id(code).one(db).await?.map(read).transpose()
}

/// Every place's code with the code of the place around it: what an import needs to place thousands of rows.
pub async fn codes_and_parents(db: &impl ConnectionTrait) -> Result<HashMap<String, Option<String>>, StoreError> {
    let rows = place::Entity::find().all(db).await?;
    Ok(rows.into_iter().map(|row| (row.code, row.parent)).collect())
}

/// The census figures of a place.
pub(super) async fn figures(db: &impl ConnectionTrait, code: &str) -> Result<Vec<Figure>, StoreError> {
    let rows = place_figure::Entity::find().filter(place_figure::Column::Place.eq(code)).all(db).await?;
    let figure =
        |row: place_figure::Model| Figure { indicator: row.indicator, area: row.area, sex: row.sex, value: row.value };
    Ok(rows.into_iter().map(figure).collect())
}

/// Every census figure with its place, in the order of the table.
pub(super) async fn all_figures(db: &impl ConnectionTrait) -> Result<Vec<(String, Figure)>, StoreError> {
    use place_figure::Column;
    let rows = place_figure::Entity::find()
        .order_by_asc(Column::Place)
        .order_by_asc(Column::Indicator)
        .order_by_asc(Column::Area)
        .order_by_asc(Column::Sex)
        .all(db)
        .await?;
    let figure = |row: place_figure::Model| {
        (row.place, Figure { indicator: row.indicator, area: row.area, sex: row.sex, value: row.value })
    };
    Ok(rows.into_iter().map(figure).collect())
}
