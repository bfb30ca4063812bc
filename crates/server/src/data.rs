//! The open data: what there is and how to take it, for people; its description, for programs.

use askama::Template;
use axum::{Json, Router, extract::State, response::Response, routing::get};
use infitah_commons::{App, Viewer, failed};
use infitah_kit::{Cache, Error, Head, Page, T, Visit, urls};
use infitah_transparency::projects;
use utoipa::OpenApi;

/// The routes of the open data.
pub fn routes() -> Router<App> {
    Router::new().route("/{lang}/data", get(show)).route("/api/openapi.json", get(|| async { Json(Api::openapi()) }))
}

/// The description of the API (OpenAPI 3.1).
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Infitah",
        description = "Open data of a region. Lists are pages: `next` is the address of the next one, or null."
    ),
    paths(infitah_commons::places::api_list, infitah_transparency::projects::api_list)
)]
pub struct Api;

#[derive(Template)]
#[template(path = "data/templates/data.html")]
struct DataPage {
    t: T,
    projects: u64,
    licence: String,
}

impl Page for DataPage {
    const CACHE: Cache = Cache::UntilAny;

    fn head(&self, t: &T) -> Head {
        Head {
            title: t.m("data-title").to_string(),
            description: t.m("data-lede").to_string(),
            url: urls::data(),
            section: "data",
            crumbs: vec![(t.as_text("home-link"), urls::home())],
            ..Head::default()
        }
    }
}

async fn show(State(app): State<App>, visit: Visit) -> Result<Response, Error> {
    visit
        .page(async || {
            let tx = app.db.read().await.map_err(failed)?;
            let projects = projects::how_many(&tx, &Viewer::Public).await.map_err(failed)?;
            let licence = app.site.config().licence_url.clone();
            Ok(DataPage { t: visit.t.clone(), projects, licence })
        })
        .await
}
