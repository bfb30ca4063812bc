//! Pages of a year's budget as files: two years side by side, what the law asks, what was spent.

use axum::{
    Extension,
    extract::State,
    http::{HeaderMap, Method},
    response::Response,
};
use infitah_commons::App;
use infitah_kit::{
    Error,
    export::{Stamp, no_body},
    extract::{Path, Query},
    urls,
};

use super::{SPREADSHEET, Workshop};
use crate::budget::web::{AskedView, View, take};

/// A page of a year's budget as a table, with what the page asks: `compare.csv`, `law.csv`, `spent.csv`, or `.xlsx`.
#[utoipa::path(get, path = "/data/budget/{year}/{view}", params(
    ("year" = i16, Path), ("view" = String, Path, description = "As law.csv"), AskedView
), responses(
    (status = 200, content_type = "text/csv", body = String),
    (status = 304, description = "Not changed"),
    (status = 404, description = "There is none of this year, phase or other year"),
    (status = 503, description = "Others are being made: see Retry-After")
))]
pub(super) async fn view(
    State(app): State<App>,
    Path((year, name)): Path<(i16, String)>,
    Query(asked): Query<AskedView>,
    Extension(workshop): Extension<Workshop>,
    method: Method,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let (view, ending) = name.split_once('.').ok_or(Error::NotFound)?;
    let view: View = view.parse().map_err(|_| Error::NotFound)?;
    if !["csv", "xlsx"].contains(&ending) {
        return Err(Error::NotFound);
    }
    let taken = take(&app, year, view, &asked, app.site.today()).await?;
    let AskedView { phase, with, measure } = &asked;
    let url = urls::budget_view(year, view.code(), ending);
    let address =
        url.with("phase", phase.as_str()).with("with", with.as_str()).with("measure", measure.as_str()).bare();
    let config = app.site.config();
    // Editions, plain words and the day decide what it says: it is small, and stands for them all.
    let says = String::from_utf8_lossy(&taken.csv);
    let from = [env!("CARGO_PKG_VERSION"), &address, &config.public_url, &config.licence_url, &says];
    let stamp = Stamp::new(taken.at, &from);
    if let Some(known) = stamp.known(&headers) {
        return Ok(known);
    }
    let file = format!("budget-{}-{name}", taken.edition.budget().edition());
    let is_sheet = ending == "xlsx";
    let kind = if is_sheet { SPREADSHEET } else { "text/csv; charset=utf-8" };
    let body = match (method == Method::HEAD, is_sheet) {
        (true, _) => no_body(),
        (false, false) => taken.csv.into(),
        (false, true) => {
            let about = super::about(&app, &taken.edition, &address);
            super::made(workshop, move || (taken.book)(about)).await?
        }
    };
    Ok(stamp.attachment(&file, kind, body))
}
