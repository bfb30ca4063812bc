//! Places for programs.

use std::{collections::BTreeMap, sync::Arc};

use axum::{Json, Router, extract::State, response::Response, routing::get};
use infitah_base::Lang;
use infitah_kit::{
    Error,
    export::{attachment, cell, csv_writer},
    extract::Query,
    urls,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{model::Place, queries};
use crate::{App, failed};

/// The routes for programs.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/api/v1/places", get(list))
        .route("/data/places.csv", get(places_table))
        .route("/data/census.csv", get(census_table))
}

/// A place.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlaceItem {
    /// Census code with dots (`05.091.01.01`).
    pub code: String,
    /// `region`, `province`, `prefecture`, `cercle`, `urban` or `rural` (communes).
    pub kind: String,
    /// The name by language.
    pub name: BTreeMap<String, String>,
    /// The code of the place around it.
    pub parent: Option<String>,
    /// Legal population at the 2024 census.
    pub population: Option<i64>,
}

impl From<&Place> for PlaceItem {
    fn from(place: &Place) -> Self {
        let Place { code, kind, parent, population, .. } = place.clone();
        let name = place.names.iter().map(|(lang, name)| (lang.tag().to_owned(), name.to_owned())).collect();
        Self { code, kind, name, parent, population }
    }
}

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlaceList {
    /// The items.
    pub items: Vec<PlaceItem>,
    /// The address of the next page, or null.
    pub next: Option<String>,
}

/// What is asked of the list.
#[derive(Debug, Deserialize, IntoParams)]
pub struct Asked {
    /// Only places of this kind.
    #[serde(default)]
    kind: String,
    /// Only places directly within this one.
    #[serde(default)]
    parent: String,
    /// Only codes after this one (`next` has it).
    #[serde(default)]
    after: String,
}

/// Items on a page.
const PAGE: usize = 500;

/// All places, in the order of their codes.
#[utoipa::path(get, path = "/api/v1/places", params(Asked), responses((status = 200, body = PlaceList)))]
pub async fn list(State(app): State<App>, Query(asked): Query<Asked>) -> Result<Json<PlaceList>, Error> {
    let atlas = app.atlas();
    let is_asked = |place: &&Arc<Place>| {
        (asked.kind.is_empty() || place.kind == asked.kind)
            && (asked.parent.is_empty() || place.parent.as_ref() == Some(&asked.parent))
    };
    let mut places: Vec<&Arc<Place>> = atlas.after(&asked.after).filter(is_asked).take(PAGE + 1).collect();
    let more = places.len() > PAGE;
    places.truncate(PAGE);
    let next = places.last().filter(|_| more).map(|last| {
        urls::api_places()
            .with("kind", asked.kind)
            .with("parent", asked.parent)
            .with("after", last.code.as_str())
            .bare()
    });
    Ok(Json(PlaceList { items: places.into_iter().map(|place| PlaceItem::from(place.as_ref())).collect(), next }))
}

/// The places as a table: all of them, or those in and within `?within=CODE`.
async fn places_table(State(app): State<App>, Query(asked): Query<Within>) -> Result<Response, Error> {
    let atlas = app.atlas();
    let rows: Vec<&Arc<Place>> = if asked.within.is_empty() {
        atlas.all().collect()
    } else {
        let tree = atlas.descendants(&asked.within).ok_or(Error::NotFound)?;
        std::iter::once(&tree.root).chain(&tree.within).collect()
    };
    let languages = [Lang::parse("ar"), Lang::parse("fr")].into_iter().flatten();
    let mut writer = csv_writer();
    // Writing into memory does not fail.
    let _ = writer.write_record(["code", "kind", "parent", "name_ar", "name_fr", "population_2024", "households_2024"]);
    for place in rows {
        let number = |count: Option<i64>| count.map(|count| count.to_string()).unwrap_or_default();
        let names = languages.clone().map(|lang| place.names.exactly(lang).unwrap_or_default().to_owned());
        let mut row = vec![place.code.clone(), place.kind.clone(), place.parent.clone().unwrap_or_default()];
        row.extend(names);
        row.extend([number(place.population), number(place.households)]);
        let _ = writer.write_record(row.iter().map(|text| cell(text).into_owned()));
    }
    Ok(attachment("places.csv", TABLE, writer.into_inner().unwrap_or_default().into()))
}

/// The census figures as a long table: one figure a row.
async fn census_table(State(app): State<App>) -> Result<Response, Error> {
    let tx = app.db.read().await.map_err(failed)?;
    let mut writer = csv_writer();
    let _ = writer.write_record(["place", "indicator", "area", "sex", "value"]);
    for (place, figure) in queries::all_figures(&tx).await.map_err(failed)? {
        let _ = writer.write_record([place, figure.indicator, figure.area, figure.sex, figure.value.to_string()]);
    }
    Ok(attachment("census.csv", TABLE, writer.into_inner().unwrap_or_default().into()))
}

const TABLE: &str = "text/csv; charset=utf-8";

/// What is asked of the table of places.
#[derive(Debug, Deserialize)]
struct Within {
    #[serde(default)]
    within: String,
}
