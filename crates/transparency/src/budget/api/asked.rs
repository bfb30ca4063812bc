//! The lines that a list shows, as files: exactly those, all pages of it.

use axum::{
    Extension,
    body::Body,
    extract::State,
    http::{HeaderMap, Method},
    response::Response,
};
use infitah_commons::App;
use infitah_kit::{
    Error,
    export::{Stamp, no_body},
    extract::{Path, Query},
    urls::{self, Url},
};

use super::{SPREADSHEET, Workshop};
use crate::budget::{
    ledger_of,
    web::{Asked, in_phase},
};

/// What a request brings with it.
type Call = (State<App>, Path<i16>, Query<Asked>, Method, HeaderMap);

/// The lines of a year's budget that a list shows, as a table.
#[utoipa::path(get, path = "/data/budget/{year}/lines.csv", params(("year" = i16, Path), Asked), responses(
    (status = 200, content_type = "text/csv", body = String), (status = 304, description = "Not changed")
))]
pub(super) async fn csv(
    state: State<App>,
    year: Path<i16>,
    asked: Query<Asked>,
    method: Method,
    headers: HeaderMap,
) -> Result<Response, Error> {
    file((state, year, asked, method, headers), None).await
}

/// The same as a spreadsheet.
#[utoipa::path(get, path = "/data/budget/{year}/lines.xlsx", params(("year" = i16, Path), Asked), responses(
    (
        status = 200,
        content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        body = Vec<u8>
    ),
    (status = 304, description = "Not changed"),
    (status = 503, description = "Others are being made: see Retry-After")
))]
pub(super) async fn xlsx(
    state: State<App>,
    year: Path<i16>,
    asked: Query<Asked>,
    Extension(workshop): Extension<Workshop>,
    method: Method,
    headers: HeaderMap,
) -> Result<Response, Error> {
    file((state, year, asked, method, headers), Some(workshop)).await
}

async fn file(
    (State(app), Path(year), Query(asked), method, headers): Call,
    workshop: Option<Workshop>,
) -> Result<Response, Error> {
    let edition = in_phase(&*ledger_of(&app).await?, year, &asked.phase)?;
    let (ending, url): (_, fn(i16) -> Url) = match &workshop {
        None => ("csv", urls::budget_lines_csv),
        Some(_) => ("xlsx", urls::budget_lines_xlsx),
    };
    let address = asked.url(url(year), edition.budget().phase.code()).bare();
    let (config, version) = (app.site.config(), edition.version().to_string());
    // A place may come to lie elsewhere: then another file is found under the same question.
    let (found, program) =
        (edition.find(&asked.filter(edition.budget().phase.measure()), &app.atlas()), env!("CARGO_PKG_VERSION"));
    let count = found.len().to_string();
    let from = [program, &version, &count, &address, &config.public_url, &config.licence_url];
    let stamp = Stamp::new(edition.at(), &from);
    if let Some(known) = stamp.known(&headers) {
        return Ok(known);
    }
    let name = format!("budget-{}-lines.{ending}", edition.budget().edition());
    let body: Body = match workshop {
        _ if method == Method::HEAD => no_body(),
        None => super::csv(edition, found.positions),
        Some(workshop) => {
            let about = super::about(&app, &edition, &address);
            super::made(workshop, move || super::book(&edition, &found.positions, about)).await?
        }
    };
    let kind = if ending == "csv" { "text/csv; charset=utf-8" } else { SPREADSHEET };
    Ok(stamp.attachment(&name, kind, body))
}
