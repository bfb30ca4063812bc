//! Loading the place data that comes with the program. Loading twice changes nothing.

use infitah_base::text;
use infitah_store::{Act, StoreError, WriteTx, entities, search, settings};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, Iterable, PrimaryKeyToColumn, sea_query::OnConflict};

use super::data;
use crate::Permit;

/// Leave to load places.
#[derive(Clone, Debug)]
pub enum LoadPlaces {}

/// How much was loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loaded {
    /// Places.
    pub places: usize,
    /// Census figures.
    pub figures: usize,
}

/// The edition of the data: what was loaded once is not loaded again until this changes.
const EDITION: &str = "hcp-rgph-2024 1";

/// Loads levels, places, outlines, indicators and figures. `None` when this edition is there already.
pub async fn load_all(tx: &WriteTx, permit: &Permit<LoadPlaces>) -> Result<Option<Loaded>, StoreError> {
    let key = "places.edition";
    if settings::get(tx, key).await?.as_deref() == Some(EDITION) {
        return Ok(None);
    }
    let broken = |error: data::BadData| StoreError::Unreadable(error.to_string());
    let json = |text: &infitah_base::Text| serde_json::to_string(text).unwrap_or_default();

    let levels = data::levels().map_err(broken)?;
    let rows = levels.iter().map(|level| entities::place_kind::ActiveModel {
        kind: Set(level.kind.clone()),
        rank: Set(level.rank),
        one: Set(json(&level.one)),
        many: Set(json(&level.many)),
    });
    put::<entities::place_kind::Entity>(tx, rows.collect()).await?;

    let places = data::places().map_err(broken)?;
    let rows = places.iter().map(|place| entities::place::ActiveModel {
        code: Set(place.code.clone()),
        kind: Set(place.kind.clone()),
        parent: Set(place.parent.clone()),
        names: Set(json(&place.names)),
        sort_key: Set(text::sort_key(place.name(infitah_base::Lang::arabic()))),
        population: Set(place.population),
        households: Set(place.households),
        has_outline: Set(place.has_outline),
    });
    put::<entities::place::Entity>(tx, rows.collect()).await?;
    for place in &places {
        let names: Vec<&str> = place.names.iter().map(|(_, name)| name).collect();
        search::index(tx, &format!("place/{}", place.code), &names.join(" "), &place.code.replace('.', "")).await?;
    }

    let outlines = data::outlines().map_err(broken)?;
    let rows = outlines.into_iter().map(|(code, rings)| entities::place_outline::ActiveModel {
        code: Set(code),
        rings: Set(serde_json::to_string(&rings).unwrap_or_default()),
    });
    put::<entities::place_outline::Entity>(tx, rows.collect()).await?;

    let indicators = data::indicators().map_err(broken)?;
    let rows = indicators.iter().zip(0..).map(|(indicator, position)| entities::indicator::ActiveModel {
        key: Set(indicator.key.clone()),
        position: Set(position),
        definition: Set(serde_json::to_string(indicator).unwrap_or_default()),
    });
    put::<entities::indicator::Entity>(tx, rows.collect()).await?;

    let figures = data::figures().map_err(broken)?;
    let rows = figures.iter().map(|(place, figure)| entities::place_figure::ActiveModel {
        place: Set(place.clone()),
        indicator: Set(figure.indicator.clone()),
        area: Set(figure.area.clone()),
        sex: Set(figure.sex.clone()),
        value: Set(figure.value),
    });
    put::<entities::place_figure::Entity>(tx, rows.collect()).await?;

    settings::set(tx, key, EDITION).await?;
    let loaded = Loaded { places: places.len(), figures: figures.len() };
    tx.record(Act {
        actor: permit.actor().as_str(),
        action: "places.loaded",
        object: "place/all",
        version: None,
        old: None,
        new: Some(format!("{EDITION}: {} places, {} figures", loaded.places, loaded.figures)),
        why: None,
    });
    Ok(Some(loaded))
}

/// Writes rows, in place of those with the same key.
async fn put<E>(tx: &impl ConnectionTrait, rows: Vec<E::ActiveModel>) -> Result<(), StoreError>
where
    E: EntityTrait,
    E::ActiveModel: Send + Clone,
{
    let keys: Vec<E::Column> = E::PrimaryKey::iter().map(PrimaryKeyToColumn::into_column).collect();
    let is_key = |column: &E::Column| keys.iter().any(|key| format!("{key:?}") == format!("{column:?}"));
    let others: Vec<E::Column> = E::Column::iter().filter(|column| !is_key(column)).collect();
    for some in rows.chunks(infitah_store::BATCH) {
        let replace = OnConflict::columns(keys.clone()).update_columns(others.clone()).to_owned();
        E::insert_many(some.to_vec()).on_conflict(replace).exec_without_returning(tx).await?;
    }
    Ok(())
}
