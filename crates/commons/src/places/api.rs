//! Places for programs.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    Json, Router,
    extract::State,
    http::{HeaderMap, Method},
    response::Response,
    routing::get,
};
use infitah_base::Lang;
use infitah_kit::{
    Error,
    export::{
        Stamp, no_body,
        table::{Cell, Column, csv_table},
    },
    extract::Query,
    urls,
};
use infitah_store::last_change;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, OpenApi, ToSchema};

use super::{
    model::{Figure, Place},
    queries,
};
use crate::{App, failed};

/// The routes for programs.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/api/v1/places", get(list))
        .route("/data/places.csv", get(places_table))
        .route("/data/census.csv", get(census_table))
}

/// The description of these routes (OpenAPI 3.1).
#[derive(OpenApi)]
#[openapi(paths(list, places_table, census_table))]
pub struct Api;

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

/// The columns of the table of places.
pub fn place_columns() -> Vec<Column<Place>> {
    let name = |tag: &'static str| {
        let about = format!("Its name; language: {tag}. Empty where the census has none.");
        let lang = Lang::parse(tag).ok();
        Column::text(format!("name_{tag}"), about, move |place: &Place| {
            lang.and_then(|lang| place.names.exactly(lang)).into()
        })
    };
    vec![
        Column::text("code", "Census code with dots.", |place: &Place| (&place.code).into()).required().unique(),
        Column::text("kind", "Its level, as region, province, cercle, urban and rural (communes).", |place: &Place| {
            (&place.kind).into()
        })
        .required(),
        Column::text("parent", "The code of the place around it.", |place: &Place| place.parent.as_ref().into()),
        name("ar"),
        name("fr"),
        Column::whole("population_2024", "Legal population at the 2024 census.", |p: &Place| {
            Cell::number(p.population)
        })
        .not_negative(),
        Column::whole("households_2024", "Households at the 2024 census.", |p: &Place| Cell::number(p.households))
            .not_negative(),
    ]
}

/// A figure with the code of its place.
type Counted = (String, Figure);

/// The columns of the table of census figures: one figure a row.
pub fn census_columns() -> Vec<Column<Counted>> {
    vec![
        Column::text("place", "Census code of the place.", |(place, _): &Counted| place.into()).required(),
        Column::text("indicator", "What is counted.", |(_, figure): &Counted| (&figure.indicator).into()).required(),
        Column::text("area", "Where within the place.", |(_, figure): &Counted| (&figure.area).into())
            .required()
            .one_of(["total", "urban", "rural"]),
        Column::text("sex", "Of whom.", |(_, figure): &Counted| (&figure.sex).into())
            .required()
            .one_of(["all", "male", "female"]),
        Column::number("value", "The figure, in the unit of its indicator.", |(_, figure): &Counted| {
            Cell::number(Some(figure.value))
        })
        .required(),
    ]
}

/// The places as a table: all of them, or those in and within one.
#[utoipa::path(get, path = "/data/places.csv", params(Within), responses(
    (status = 200, content_type = "text/csv", body = String),
    (status = 304, description = "Not changed"),
    (status = 404, description = "There is no place with this code")
))]
async fn places_table(
    State(app): State<App>,
    Query(asked): Query<Within>,
    method: Method,
    headers: HeaderMap,
) -> Result<Response, Error> {
    table(&app, "places.csv", &asked.within, &method, &headers, async |_| {
        let atlas = app.atlas();
        if asked.within.is_empty() {
            return Ok(csv_table(&place_columns(), &atlas.all().cloned().collect::<Vec<_>>()));
        }
        let tree = atlas.descendants(&asked.within).ok_or(Error::NotFound)?;
        let rows: Vec<Arc<Place>> = std::iter::once(&tree.root).chain(&tree.within).cloned().collect();
        Ok(csv_table(&place_columns(), &rows))
    })
    .await
}

/// The census figures as a long table: one figure a row.
#[utoipa::path(get, path = "/data/census.csv", responses(
    (status = 200, content_type = "text/csv", body = String), (status = 304, description = "Not changed")
))]
async fn census_table(State(app): State<App>, method: Method, headers: HeaderMap) -> Result<Response, Error> {
    table(&app, "census.csv", "", &method, &headers, async |tx| {
        Ok(csv_table(&census_columns(), &queries::all_figures(tx).await.map_err(failed)?))
    })
    .await
}

/// Sends a table that is small enough to be made at once, unless the client has it.
async fn table(
    app: &App,
    name: &str,
    asked: &str,
    method: &Method,
    headers: &HeaderMap,
    make: impl AsyncFnOnce(&infitah_store::ReadTx) -> Result<Vec<u8>, Error>,
) -> Result<Response, Error> {
    let tx = app.db.read().await.map_err(failed)?;
    let (seq, at) = last_change(&tx).await.map_err(failed)?;
    let from = [env!("CARGO_PKG_VERSION"), name, asked, &seq.to_string(), &at.millis().to_string()];
    let stamp = Stamp::new(at, &from);
    if let Some(known) = stamp.known(headers) {
        return Ok(known);
    }
    let body = if method == Method::HEAD { no_body() } else { make(&tx).await?.into() };
    Ok(stamp.attachment(name, "text/csv; charset=utf-8", body))
}

/// What is asked of the table of places.
#[derive(Debug, Deserialize, IntoParams)]
struct Within {
    /// Census code: only this place and what is within it.
    #[serde(default)]
    within: String,
}
