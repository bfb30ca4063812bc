//! Who pays and who builds, as a table: one row for each organisation, role and currency.

use axum::{
    extract::State,
    http::{HeaderMap, Method},
    response::Response,
};
use infitah_base::Lang;
use infitah_commons::{App, Viewer, failed};
use infitah_kit::{
    Error,
    export::{
        Stamp, no_body,
        table::{Cell, Column, csv_table},
    },
};
use infitah_store::last_change;

use crate::projects::queries::organisations::{self, Sums};

/// The columns of the table.
pub fn columns(languages: &[Lang]) -> Vec<Column<Sums>> {
    let name = |lang: &Lang| {
        let lang = *lang;
        let about = format!("Its name; language: {lang}. Empty where nobody gave one.");
        Column::text(format!("name_{lang}"), about, move |sums: &Sums| sums.names.exactly(lang).into())
    };
    let mut out = vec![
        Column::text("organisation", "Its key: a registered id, or a word made of its name.", |sums: &Sums| {
            (&sums.key).into()
        })
        .required(),
    ];
    out.extend(languages.iter().map(name));
    out.extend([
        Column::text("register", "The register of its number.", |sums: &Sums| sums.scheme.as_ref().into()),
        Column::text("number", "Its number in that register.", |sums: &Sums| sums.number.as_ref().into()),
        Column::text("role", "OC4IDS party role, as funder or supplier.", |sums: &Sums| (&sums.role).into()).required(),
        Column::whole("projects", "In how many projects it has this role.", |sums: &Sums| {
            Cell::number(Some(sums.projects))
        })
        .required()
        .not_negative(),
        Column::text("currency", "ISO 4217. Empty where no amount is published.", |sums: &Sums| {
            sums.amount.map(|amount| amount.currency.code().to_owned()).into()
        }),
        Column::number(
            "amount",
            "What it promised (funder) or what its contracts are worth (supplier).",
            |sums: &Sums| Cell::number(sums.amount.map(infitah_base::Money::to_decimal)),
        ),
    ]);
    out
}

/// Who pays and who builds, as a table (CSV: UTF-8 with byte-order mark, commas, CRLF).
#[utoipa::path(get, path = "/data/organisations.csv", responses(
    (status = 200, content_type = "text/csv", body = String), (status = 304, description = "Not changed")
))]
pub async fn csv(State(app): State<App>, method: Method, headers: HeaderMap) -> Result<Response, Error> {
    let tx = app.db.read().await.map_err(failed)?;
    let (seq, at) = last_change(&tx).await.map_err(failed)?;
    let stamp = Stamp::new(at, &[env!("CARGO_PKG_VERSION"), "organisations", &seq.to_string()]);
    if let Some(known) = stamp.known(&headers) {
        return Ok(known);
    }
    let body = if method == Method::HEAD {
        no_body()
    } else {
        let sums = organisations::sums(&tx, &Viewer::Public).await.map_err(failed)?;
        csv_table(&columns(&app.site.config().languages), &sums).into()
    };
    Ok(stamp.attachment("organisations.csv", "text/csv; charset=utf-8", body))
}
