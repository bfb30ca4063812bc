//! The budgets as files: one table per year and phase, and what describes them all. They are written from the editions
//! in memory, piece by piece.

use std::sync::Arc;

use axum::{
    Extension, Router,
    body::Body,
    extract::State,
    http::{HeaderMap, Method},
    response::Response,
    routing::get,
};
use futures_util::stream;
use infitah_base::Lang;
use infitah_commons::App;
use infitah_kit::{
    Error,
    export::{Stamp, no_body, pieces, sheet, table},
    extract::Path,
    urls,
};
use serde_json::{Value, json};
use tokio::{
    sync::Semaphore,
    task::spawn_blocking,
    time::{Duration, timeout},
};
use utoipa::OpenApi;

mod asked;
mod views;

use super::{
    Edition, Ledger,
    exchange::{Row, columns, resource},
    ledger_of,
    model::Phase,
};

/// What is described here for programs.
#[derive(OpenApi)]
#[openapi(paths(file, package, asked::csv, asked::xlsx, views::view))]
pub struct Api;

/// Where spreadsheets are made, two at once.
type Workshop = Arc<Semaphore>;

/// How long one waits for a place in the workshop before being told to come again.
const PATIENCE: Duration = Duration::from_secs(3);

/// The media type of spreadsheets.
const SPREADSHEET: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Rows that are written at once.
const PIECE: usize = 500;

/// The routes of the files.
pub fn api_routes() -> Router<App> {
    Router::new()
        .route("/data/budget/datapackage.json", get(package))
        .route("/data/budget/{file}", get(file))
        .route("/data/budget/{year}/lines.csv", get(asked::csv))
        .route("/data/budget/{year}/lines.xlsx", get(asked::xlsx))
        .route("/data/budget/{year}/{view}", get(views::view))
        .layer(Extension::<Workshop>(Arc::new(Semaphore::new(2))))
}

/// The lines of the budget of a year in a phase, as a table: `2027-voted.csv`, or `.xlsx`.
#[utoipa::path(get, path = "/data/budget/{file}", params(("file" = String, Path, description = "As 2027-voted.csv")), responses(
    (status = 200, content_type = "text/csv", body = String),
    (status = 304, description = "Not changed"),
    (status = 404, description = "There is none of this year and phase"),
    (status = 503, description = "Others are being made: see Retry-After")
))]
async fn file(
    State(app): State<App>,
    Path(name): Path<String>,
    Extension(workshop): Extension<Workshop>,
    method: Method,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let (edition, is_sheet) = named(&*ledger_of(&app).await?, &name).ok_or(Error::NotFound)?;
    let stamp = stamp(&app, &edition, &name);
    if let Some(known) = stamp.known(&headers) {
        return Ok(known);
    }
    if !is_sheet {
        let body = if method == Method::HEAD { no_body() } else { csv(edition.clone(), all(&edition)) };
        return Ok(stamp.attachment(&format!("budget-{name}"), "text/csv; charset=utf-8", body));
    }
    if method == Method::HEAD {
        return Ok(stamp.attachment(&format!("budget-{name}"), SPREADSHEET, no_body()));
    }
    let about = about(&app, &edition, &format!("/data/budget/{name}"));
    let positions = all(&edition);
    let made = made(workshop, move || book(&edition, &positions, about)).await?;
    Ok(stamp.attachment(&format!("budget-{name}"), SPREADSHEET, made))
}

/// A spreadsheet, when there is a place to make it.
async fn made(
    workshop: Workshop,
    make: impl FnOnce() -> Result<Vec<u8>, sheet::SheetError> + Send + 'static,
) -> Result<Body, Error> {
    let place = timeout(PATIENCE, workshop.acquire_owned()).await;
    let place = place.ok().and_then(Result::ok).ok_or(Error::Busy)?;
    let made = spawn_blocking(move || {
        let _until_made = place;
        make()
    });
    Ok(made.await.map_err(Error::internal)?.map_err(Error::internal)?.into())
}

/// All lines, in the order of the tree.
fn all(edition: &Edition) -> Vec<usize> {
    edition.tree().order.clone()
}

/// `2027-voted.csv` as the edition, and whether a spreadsheet is asked for.
fn named(ledger: &Ledger, name: &str) -> Option<(Arc<Edition>, bool)> {
    let (edition, ending) = name.rsplit_once('.')?;
    let is_sheet = match ending {
        "csv" => false,
        "xlsx" => true,
        _ => return None,
    };
    let (year, phase) = edition.split_once('-')?;
    let edition = ledger.edition(year.parse().ok()?, phase.parse::<Phase>().ok()?)?;
    // One file, one address: `02027-voted.csv` is not another way to write it.
    (edition.budget().edition() == name.strip_suffix(ending)?.strip_suffix('.')?).then(|| (edition.clone(), is_sheet))
}

fn stamp(app: &App, edition: &Edition, name: &str) -> Stamp {
    let config = app.site.config();
    let version = edition.version().to_string();
    Stamp::new(edition.at(), &[env!("CARGO_PKG_VERSION"), &version, name, &config.public_url, &config.licence_url])
}

fn rows(edition: &Arc<Edition>, positions: &[usize]) -> Vec<Row> {
    positions.iter().map(|position| (edition.clone(), *position)).collect()
}

/// The table of an edition, whole: for who writes it elsewhere than to a browser.
pub fn whole_csv(edition: &Arc<Edition>) -> Vec<u8> {
    let columns = columns(edition);
    table::csv_table(&columns, &rows(edition, &edition.tree().order))
}

/// The spreadsheet of an edition, whole.
pub fn workbook(edition: &Arc<Edition>, about: sheet::About) -> Result<Vec<u8>, sheet::SheetError> {
    book(edition, &edition.tree().order, about)
}

fn book(edition: &Arc<Edition>, positions: &[usize], about: sheet::About) -> Result<Vec<u8>, sheet::SheetError> {
    let mut book = sheet::Sheet::begin("budget", columns(edition).into(), about)?;
    for some in positions.chunks(PIECE) {
        book.write(&rows(edition, some))?;
    }
    let mut out = Vec::new();
    book.save(&mut out)?;
    Ok(out)
}

/// These lines as a table, piece by piece.
fn csv(edition: Arc<Edition>, positions: Vec<usize>) -> Body {
    let columns = Arc::new(columns(&edition));
    let head = table::csv_head(&columns);
    let positions: Arc<[usize]> = positions.into();
    pieces(stream::try_unfold((Some(head), 0), move |(head, from)| {
        let (edition, columns, positions) = (edition.clone(), columns.clone(), positions.clone());
        async move {
            if let Some(head) = head {
                return Ok::<_, std::convert::Infallible>(Some((head, (None, from))));
            }
            let end = positions.len().min(from + PIECE);
            let rows = rows(&edition, positions.get(from..end).unwrap_or_default());
            let piece = table::csv_rows(&columns, &rows);
            Ok((!rows.is_empty()).then_some((piece, (None, end))))
        }
    }))
}

fn about(app: &App, edition: &Edition, address: &str) -> sheet::About {
    let config = app.site.config();
    let lang = config.languages.first().copied().unwrap_or(Lang::arabic());
    let (t, chrome) = (app.site.t(lang), app.site.chrome());
    let publisher = t.m("council-of").s("region", chrome.region.plain(lang)).bare();
    let date = t.date_full(edition.at().date_in(&config.time_zone)).to_string();
    let address = app.site.absolute(address);
    let line = |key: &'static str, said: &str| (t.m(key).to_string(), said.to_owned());
    sheet::About {
        title: edition.budget().edition(),
        lines: vec![
            line("file-source", &publisher),
            line("file-licence", &config.licence_url),
            line("file-date", &date),
            line("file-address", &address),
        ],
        right_to_left: lang.dir() == infitah_base::lang::Dir::Rtl,
        at: edition.at(),
    }
}

/// The description of the budgets as open fiscal data (Fiscal Data Package), one table per year and phase.
#[utoipa::path(get, path = "/data/budget/datapackage.json", responses(
    (status = 200, content_type = "application/json", body = Object), (status = 304, description = "Not changed")
))]
async fn package(State(app): State<App>, method: Method, headers: HeaderMap) -> Result<Response, Error> {
    let ledger = ledger_of(&app).await?;
    let at =
        ledger.editions().map(|edition| edition.at()).max().unwrap_or_else(|| infitah_base::Timestamp::from_millis(0));
    let text = described(&app, &ledger, &at.rfc3339()).to_string();
    let stamp = Stamp::new(at, &[&text]);
    if let Some(known) = stamp.known(&headers) {
        return Ok(known);
    }
    let body = if method == Method::HEAD { no_body() } else { text.into() };
    Ok(stamp.inline("application/json; charset=utf-8", body))
}

fn described(app: &App, ledger: &Ledger, created: &str) -> Value {
    let config = app.site.config();
    let lang = config.languages.first().copied().unwrap_or(Lang::arabic());
    let (t, chrome) = (app.site.t(lang), app.site.chrome());
    let council = t.m("council-of").s("region", chrome.region.plain(lang)).bare();
    let years = ledger.years();
    // The published schema of the profile `fiscal-data-package` is that of version 0.3, which has no column types.
    let mut package = json!({
        "profile": "data-package",
        "name": format!("infitah-budget-{}", config.region.replace('.', "-").to_lowercase()),
        "title": t.m("budget-data-title").s("council", council.as_str()).bare(),
        "homepage": app.site.absolute(&urls::budget().to(lang)),
        "created": created,
        "licenses": [{ "path": config.licence_url }],
        "contributors": [{ "title": council, "role": "publisher" }],
        "resources": ledger.editions().map(|edition| resource(edition, &edition.budget().edition())).collect::<Vec<_>>(),
    });
    if let (Some(first), Some(last)) = (years.first(), years.last()) {
        package["fiscalPeriod"] = json!({ "start": format!("{first}-01-01"), "end": format!("{last}-12-31") });
    }
    package
}
