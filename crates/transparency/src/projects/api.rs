//! The register for programs and as files.

use std::collections::{BTreeMap, HashSet};

use axum::{Json, Router, body::Body, extract::State, http::HeaderMap, response::Response, routing::get};
use infitah_commons::{App, Viewer, failed};
use infitah_kit::{Error, export::attachment, extract::Query, urls};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    exchange::{self, Context, ExportFormat},
    model::PlaceRef,
    queries::{self, Listed},
    web::Asked,
};

/// The routes for programs and of files.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/api/v1/projects", get(list))
        .route("/data/projects.oc4ids.json", get(oc4ids))
        .route("/data/projects.csv", get(csv))
}

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
    let tx = app.db.read().await.map_err(failed)?;
    let limit = u64::try_from(PAGE + 1).unwrap_or_default();
    let mut rows =
        queries::page_after(&tx, &Viewer::Public, &asked.filter(), &from.after, limit).await.map_err(failed)?;
    let lang = app.site.config().languages.first().copied().unwrap_or(infitah_base::Lang::arabic());
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let next = rows
        .last()
        .filter(|_| more)
        .map(|last| asked.url(urls::api_projects()).with("after", last.reference.as_str()).bare());
    let codes = rows.iter().flat_map(|row| row.project.places.iter().filter_map(|place| place.code.clone()));
    let known =
        infitah_commons::places::many(&tx, &Viewer::Public, &codes.collect::<Vec<_>>()).await.map_err(failed)?;
    let known = known.into_iter().map(|place| place.code).collect();
    Ok(Json(ProjectList { items: rows.into_iter().map(|row| ProjectItem::new(row, lang, &known)).collect(), next }))
}

async fn oc4ids(state: State<App>, asked: Query<Asked>, headers: HeaderMap) -> Result<Response, Error> {
    file(state, asked, headers, ExportFormat::Oc4ids).await
}

async fn csv(state: State<App>, asked: Query<Asked>, headers: HeaderMap) -> Result<Response, Error> {
    file(state, asked, headers, ExportFormat::Csv).await
}

/// Exactly what the list shows under the same filters, all pages of it.
async fn file(
    State(app): State<App>,
    Query(asked): Query<Asked>,
    _: HeaderMap,
    format: ExportFormat,
) -> Result<Response, Error> {
    let tx = app.db.read().await.map_err(failed)?;
    let projects = queries::all(&tx, &Viewer::Public, &asked.filter()).await.map_err(failed)?;
    let (name, content_type, url) = match format {
        ExportFormat::Oc4ids => ("projects.oc4ids.json", "application/json; charset=utf-8", urls::projects_oc4ids()),
        ExportFormat::Csv => ("projects.csv", "text/csv; charset=utf-8", urls::projects_csv()),
    };
    let config = app.site.config();
    let context = Context {
        uri: app.site.absolute(&url.bare()),
        at: app.site.clock().now(),
        publisher: publisher(&app),
        licence: &config.licence_url,
        prefix: &config.oc4ids_prefix,
        languages: &config.languages,
    };
    let bytes = exchange::export(format, &projects, &context).map_err(Error::internal)?;
    Ok(attachment(name, content_type, Body::from(bytes)))
}

/// Who publishes: the council of the region, in the instance's first language.
fn publisher(app: &App) -> String {
    let lang = app.site.config().languages.first().copied().unwrap_or(infitah_base::Lang::arabic());
    let region = app.site.chrome();
    app.site.t(lang).m("council-of").s("region", region.region.plain(lang)).to_string()
}
