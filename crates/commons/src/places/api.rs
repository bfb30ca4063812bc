//! Places for programs.

use std::collections::BTreeMap;

use axum::{Json, Router, extract::State, routing::get};
use infitah_kit::{Error, extract::Query, urls};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{model::Place, queries};
use crate::{App, Viewer, failed};

/// The routes for programs.
pub fn routes() -> Router<App> {
    Router::new().route("/api/v1/places", get(list))
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

impl From<Place> for PlaceItem {
    fn from(place: Place) -> Self {
        let name = place.names.iter().map(|(lang, name)| (lang.tag().to_owned(), name.to_owned())).collect();
        Self { code: place.code, kind: place.kind, name, parent: place.parent, population: place.population }
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
    let tx = app.db.read().await.map_err(failed)?;
    let some = |value: &String| Some(value.clone()).filter(|value| !value.is_empty());
    let (kind, parent) = (some(&asked.kind), some(&asked.parent));
    let limit = u64::try_from(PAGE + 1).unwrap_or_default();
    let mut places = queries::page_after(&tx, &Viewer::Public, kind.as_deref(), parent.as_deref(), &asked.after, limit)
        .await
        .map_err(failed)?;
    let more = places.len() > PAGE;
    places.truncate(PAGE);
    let next = places.last().filter(|_| more).map(|last| {
        urls::api_places()
            .with("kind", asked.kind)
            .with("parent", asked.parent)
            .with("after", last.code.as_str())
            .bare()
    });
    Ok(Json(PlaceList { items: places.into_iter().map(PlaceItem::from).collect(), next }))
}
