//! The open data: what there is and how to take it, for people; its descriptions, for programs.

use askama::Template;
use axum::{
    Json, Router,
    extract::State,
    http::{HeaderMap, Method},
    response::Response,
    routing::get,
};
use infitah_base::Lang;
use infitah_commons::{App, failed, places};
use infitah_kit::{
    Cache, Error, Head, Page, T, Visit,
    export::{Stamp, no_body, table},
    urls,
};
use infitah_store::last_change;
use infitah_transparency::{
    budget::{self, Budget, Phase},
    projects::{self, ExportFormat},
};
use serde_json::{Value, json};
use strum::IntoEnumIterator;
use utoipa::OpenApi;

/// The route of the page.
pub fn routes() -> Router<App> {
    Router::new().route("/{lang}/data", get(show))
}

/// The routes of the descriptions.
pub fn api_routes() -> Router<App> {
    Router::new().route("/api/openapi.json", get(openapi)).route("/data/datapackage.json", get(datapackage))
}

/// What is described here, and of the whole.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Infitah",
        description = "Open data of a region. Lists are pages: `next` is the address of the next one, or null. Files are \
                       whole. What is not published is null or absent, never zero."
    ),
    paths(openapi, datapackage)
)]
struct Api;

/// The description of everything that programs can ask for (OpenAPI 3.1).
#[utoipa::path(get, path = "/api/openapi.json", responses((status = 200, body = Object)))]
async fn openapi() -> Json<utoipa::openapi::OpenApi> {
    let mut all = Api::openapi();
    all.merge(places::Api::openapi());
    all.merge(projects::Api::openapi());
    all.merge(budget::Api::openapi());
    Json(all)
}

/// The description of the files, each with its columns (Frictionless Data Package).
#[utoipa::path(get, path = "/data/datapackage.json", responses(
    (status = 200, content_type = "application/json", body = Object), (status = 304, description = "Not changed")
))]
async fn datapackage(State(app): State<App>, method: Method, headers: HeaderMap) -> Result<Response, Error> {
    let (seq, at) = last_change(&app.db.read().await.map_err(failed)?).await.map_err(failed)?;
    let package = package(&app, &at.rfc3339()).to_string();
    let stamp = Stamp::new(at, &[&seq.to_string(), &package]);
    if let Some(known) = stamp.known(&headers) {
        return Ok(known);
    }
    let body = if method == Method::HEAD { no_body() } else { package.into() };
    Ok(stamp.inline("application/json; charset=utf-8", body))
}

fn package(app: &App, created: &str) -> Value {
    let config = app.site.config();
    let lang = config.languages.first().copied().unwrap_or(Lang::arabic());
    let (t, chrome) = (app.site.t(lang), app.site.chrome());
    let council = t.m("council-of").s("region", chrome.region.plain(lang)).bare();
    let table = |name: &str, title: &'static str, schema: Value| {
        json!({
            "name": name,
            "path": format!("{name}.csv"),
            "profile": "tabular-data-resource",
            "title": t.m(title).to_string(),
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "dialect": {
                "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true
            },
            "schema": schema,
        })
    };
    let mut census = table::schema(&places::census_columns(), &["place", "indicator", "area", "sex"]);
    census["foreignKeys"] = json!([{ "fields": "place", "reference": { "resource": "places", "fields": "code" } }]);
    let of_projects = table::schema(&projects::columns(&config.languages), &["reference"]);
    let mut resources = vec![
        table("projects", "section-projects", of_projects.clone()),
        table(
            "organisations",
            "organisations-title",
            table::schema(&projects::organisation_columns(&config.languages), &[]),
        ),
        table("places", "section-places", table::schema(&places::place_columns(), &["code"])),
        table("census", "data-census", census),
    ];
    // The same projects in other forms.
    resources.extend(ExportFormat::iter().filter(|format| *format != ExportFormat::Csv).map(|format| {
        let path = format.file_name();
        let mut resource = json!({
            "name": path.replace('.', "-"),
            "path": path,
            "title": format!("{} ({})", t.m("section-projects"), format.label()),
            "format": path.rsplit('.').next(),
            "mediatype": format.media_type().split(';').next(),
        });
        if format == ExportFormat::Xlsx {
            resource["profile"] = json!("tabular-data-resource");
            resource["schema"] = of_projects.clone();
        }
        resource
    }));
    json!({
        "profile": "data-package",
        "name": format!("infitah-{}", config.region.replace('.', "-").to_lowercase()),
        "title": format!("{} · {council}", t.m("data-title")),
        "description": t.m("data-lede").to_string(),
        "homepage": app.site.absolute(&urls::data().to(lang)),
        "created": created,
        "licenses": [{ "path": config.licence_url }],
        "sources": [
            { "title": council, "path": app.site.absolute(&urls::projects().to(lang)) },
            { "title": CENSUS, "path": "https://www.hcp.ma" },
        ],
        "contributors": [{ "title": council, "role": "publisher" }],
        "resources": resources,
    })
}

/// Whose figures the census figures are.
const CENSUS: &str = "Haut-Commissariat au Plan, recensement général de la population et de l’habitat 2024";

/// A file that the page offers.
struct Offered {
    format: &'static str,
    address: String,
    /// What is in it, by message key.
    what: &'static str,
}

/// A budget that the page offers.
struct Edition {
    year: String,
    csv: String,
    xlsx: String,
    /// In which phase, by message key.
    what: &'static str,
}

impl Edition {
    fn of(budget: &Budget) -> Self {
        let name = budget.edition();
        let what = match budget.phase {
            Phase::Voted => "data-budget-voted",
            Phase::Modified => "data-budget-modified",
            Phase::Executed => "data-budget-executed",
        };
        let (csv, xlsx) = (urls::budget_csv(&name).bare(), urls::budget_xlsx(&name).bare());
        Self { year: budget.year.to_string(), csv, xlsx, what }
    }
}

#[derive(Template)]
#[template(path = "data/templates/data.html")]
struct DataPage {
    t: T,
    projects: u64,
    budgets: Vec<Edition>,
    licence: String,
}

impl DataPage {
    fn of_projects(&self) -> impl Iterator<Item = Offered> {
        let whole = ExportFormat::iter().map(|format| Offered {
            format: format.label(),
            address: format.url().bare(),
            what: match format {
                ExportFormat::Csv => "data-csv",
                ExportFormat::Xlsx => "data-xlsx",
                ExportFormat::Oc4ids => "data-oc4ids",
                ExportFormat::GeoJson => "data-geojson",
            },
        });
        let who = Offered { format: "CSV", address: urls::organisations_csv().bare(), what: "organisations-title" };
        whole.chain([who, Offered { format: "API", address: urls::api_projects().bare(), what: "data-api" }])
    }

    fn of_places(&self) -> [Offered; 3] {
        [
            Offered { format: "CSV", address: urls::places_csv().bare(), what: "data-places-table" },
            Offered { format: "CSV", address: urls::census_csv().bare(), what: "data-census" },
            Offered { format: "API", address: urls::api_places().bare(), what: "data-api" },
        ]
    }

    fn of_budgets(&self) -> [Offered; 1] {
        let address = urls::budget_datapackage().bare();
        [Offered { format: "Data Package", address, what: "data-budget-package" }]
    }

    fn of_descriptions(&self) -> [Offered; 2] {
        [
            Offered { format: "Data Package", address: urls::datapackage().bare(), what: "data-package" },
            Offered { format: "OpenAPI", address: urls::openapi().bare(), what: "data-openapi" },
        ]
    }
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
            let projects = u64::try_from(projects::shelf_of(&app).await?.len()).unwrap_or_default();
            let licence = app.site.config().licence_url.clone();
            let ledger = budget::ledger_of(&app).await?;
            let budgets = ledger.editions().rev().map(|edition| Edition::of(edition.budget())).collect();
            Ok(DataPage { t: visit.t.clone(), projects, budgets, licence })
        })
        .await
}
