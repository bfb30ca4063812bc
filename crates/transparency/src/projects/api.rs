//! The register for programs and as files.

use std::collections::{BTreeMap, HashSet};

use axum::{Extension, Json, Router, extract::State, routing::get};
use infitah_base::Reference;
use infitah_commons::{App, Viewer, failed};
use infitah_kit::{
    Error,
    extract::{Path, Query},
    urls,
};
use infitah_store::documents;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, OpenApi, ToSchema};

use super::{
    model::{PlaceRef, Project},
    queries::{self, Listed},
    service::object,
    web::{Asked, shelf_of},
};

mod files;
mod organisations;

pub use organisations::columns as organisation_columns;

/// The routes for programs and of files.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/api/v1/projects", get(list))
        .route("/api/v1/projects/{reference}", get(one))
        .route("/data/projects.oc4ids.json", get(files::oc4ids))
        .route("/data/projects.csv", get(files::csv))
        .route("/data/projects.xlsx", get(files::xlsx))
        .route("/data/projects.geojson", get(files::geojson))
        .route("/data/organisations.csv", get(organisations::csv))
        .layer(Extension(files::workshop()))
}

/// The description of these routes (OpenAPI 3.1).
#[derive(OpenApi)]
#[openapi(paths(list, one, files::csv, files::xlsx, files::oc4ids, files::geojson, organisations::csv))]
pub struct Api;

/// An amount.
#[derive(Debug, Serialize, ToSchema)]
pub struct Amount {
    /// Exact decimal.
    pub amount: String,
    /// ISO 4217.
    pub currency: String,
}

/// A project.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProjectItem {
    /// What people say (`PRJ-2026-0042`).
    pub reference: String,
    /// The publisher's own.
    pub identifier: String,
    /// Counts the changes, from 1.
    pub version: i64,
    /// By language.
    pub title: BTreeMap<String, String>,
    /// `public_works`, `employment_programme`, `private_investment` or `service`; null: not published.
    pub kind: Option<String>,
    /// `idea`, `prepared`, `works`, `finished`, `service`, `closed` or `cancelled`; null: nothing shows it.
    pub stage: Option<String>,
    /// OC4IDS sector codes.
    pub sectors: Vec<String>,
    /// Census codes.
    pub places: Vec<String>,
    /// Places that the register does not know, in the source's own words.
    pub unplaced: Vec<String>,
    /// Planned cost; null: not published.
    pub budget: Option<Amount>,
    /// Percent built; null: not published.
    pub built: Option<u32>,
    /// Percent paid; null: not published.
    pub paid: Option<u32>,
    /// ISO date of the last news; null: none.
    pub updated: Option<String>,
    /// The root-relative address of its page, in the instance's first language.
    pub page: String,
}

impl ProjectItem {
    /// `known` are the codes of places that the database has.
    fn new(listed: Listed, lang: infitah_base::Lang, known: &HashSet<String>) -> Self {
        let Listed { reference, version, project } = listed;
        let placed = |place: &&PlaceRef| place.code.as_ref().is_some_and(|code| known.contains(code));
        let (placed, unplaced): (Vec<_>, Vec<_>) = project.places.iter().partition(placed);
        let amount = |budget: &super::model::Budget| Amount {
            amount: budget.amount.to_decimal(),
            currency: budget.amount.currency.code().to_owned(),
        };
        Self {
            page: urls::project(&reference).to(lang),
            version,
            title: project.title.iter().map(|(lang, text)| (lang.tag().to_owned(), text.to_owned())).collect(),
            kind: project.kind.map(|kind| kind.code().to_owned()),
            stage: project.stage().map(|stage| stage.code().to_owned()),
            places: placed.into_iter().filter_map(|place| place.code.clone()).collect(),
            unplaced: unplaced
                .into_iter()
                .filter_map(|place| place.given.clone().or_else(|| place.code.clone()))
                .collect(),
            budget: project.budget.as_ref().map(amount),
            built: project.built().map(|observation| observation.percent),
            paid: project.paid().map(|observation| observation.percent),
            updated: project.last_news().map(|date| date.to_string()),
            sectors: project.sectors,
            identifier: project.identifier,
            reference,
        }
    }
}

/// A page of the list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProjectList {
    /// The items.
    pub items: Vec<ProjectItem>,
    /// The address of the next page, or null.
    pub next: Option<String>,
}

/// Where the page begins.
#[derive(Debug, Deserialize, IntoParams)]
pub struct Start {
    /// Only references after this one (`next` has it).
    #[serde(default)]
    after: String,
}

/// Items on a page.
const PAGE: usize = 100;

/// The register, in the order of the references; the filters are those of the page.
#[utoipa::path(get, path = "/api/v1/projects", params(Asked, Start), responses((status = 200, body = ProjectList)))]
pub async fn list(
    State(app): State<App>,
    Query(asked): Query<Asked>,
    Query(from): Query<Start>,
) -> Result<Json<ProjectList>, Error> {
    let shelf = shelf_of(&app).await?;
    let tx = app.db.read().await.map_err(failed)?;
    let filter = asked.filter(app.site.today());
    let hits = queries::hits(&tx, &shelf, &Viewer::Public, &filter).await.map_err(failed)?;
    let mut rows = hits.after(&tx, &from.after, PAGE + 1).await.map_err(failed)?;
    let lang = app.site.config().languages.first().copied().unwrap_or(infitah_base::Lang::arabic());
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let next = rows
        .last()
        .filter(|_| more)
        .map(|last| asked.url(urls::api_projects()).with("after", last.reference.as_str()).bare());
    let codes = rows.iter().flat_map(|row| row.project.places.iter().filter_map(|place| place.code.clone()));
    let atlas = app.atlas();
    let known = codes.filter(|code| atlas.find(code).is_some()).collect();
    Ok(Json(ProjectList { items: rows.into_iter().map(|row| ProjectItem::new(row, lang, &known)).collect(), next }))
}

/// A project, whole.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProjectWhole {
    /// What people say (`PRJ-2026-0042`).
    pub reference: String,
    /// Counts the changes, from 1.
    pub version: i64,
    /// The number of the newest version.
    pub latest: i64,
    /// When this version was written (RFC 3339).
    pub written: String,
    /// `idea`, `prepared`, `works`, `finished`, `service`, `closed` or `cancelled`; null: nothing shows it.
    pub stage: Option<String>,
    /// The root-relative address of its page, in the instance's first language.
    pub page: String,
    /// The root-relative address of the same project as an OC4IDS package.
    pub oc4ids: String,
    /// Everything that is published of it. Texts are objects by language; amounts have `amount`, an exact decimal, and
    /// `currency`; what is absent is not published.
    #[schema(value_type = Object)]
    pub project: Value,
}

/// Which version.
#[derive(Debug, Deserialize, IntoParams)]
pub struct Which {
    /// An earlier version, by its number.
    version: Option<i64>,
}

/// One project, whole: as it is now, or as it was in an earlier version.
#[utoipa::path(
    get,
    path = "/api/v1/projects/{reference}",
    params(("reference" = String, Path, description = "As PRJ-2026-0042"), Which),
    responses((status = 200, body = ProjectWhole), (status = 404, description = "There is no such project or version"))
)]
pub async fn one(
    State(app): State<App>,
    Path(reference): Path<Reference>,
    Query(which): Query<Which>,
) -> Result<Json<ProjectWhole>, Error> {
    let reference = reference.to_string();
    let latest = shelf_of(&app).await?.version(&reference).ok_or(Error::NotFound)?;
    let version = which.version.unwrap_or(latest);
    let tx = app.db.read().await.map_err(failed)?;
    let kept = documents::kept_at::<Project>(&tx, &object(&reference), version).await.map_err(failed)?;
    let (written, project) = kept.ok_or(Error::NotFound)?;
    let lang = app.site.config().languages.first().copied().unwrap_or(infitah_base::Lang::arabic());
    Ok(Json(ProjectWhole {
        version,
        latest,
        written: written.rfc3339(),
        stage: project.stage().map(|stage| stage.code().to_owned()),
        page: urls::project(&reference).to(lang),
        oc4ids: urls::projects_oc4ids().with("reference", reference.as_str()).bare(),
        project: published(&project).map_err(Error::internal)?,
        reference,
    }))
}

/// The model under the names by which versions are kept: those must be readable for ever, so they never change. What
/// has no place in the model is left out: nobody has looked whether it should be told.
fn published(project: &Project) -> Result<Value, serde_json::Error> {
    let mut out = serde_json::to_value(project.for_files())?;
    if let Some(fields) = out.as_object_mut() {
        fields.retain(|name, _| name != "kept" && name != "carried");
    }
    tell_amounts(&mut out);
    Ok(out)
}

/// Minor units are for machines that know each currency's digits; a decimal is for all.
fn tell_amounts(value: &mut Value) {
    if let Ok(money) = infitah_base::Money::deserialize(&*value) {
        *value = serde_json::json!({ "amount": money.to_decimal(), "currency": money.currency.code() });
        return;
    }
    match value {
        Value::Object(fields) => fields.values_mut().for_each(tell_amounts),
        Value::Array(items) => items.iter_mut().for_each(tell_amounts),
        _ => {}
    }
}
