//! Views as files: two years side by side, what the law asks, what was spent. A file has the rows of its page, with
//! codes and whole amounts in place of words; texts have a column for each language of the site.

use std::sync::Arc;

use infitah_base::{CivilDate, Lang, Timestamp};
use infitah_commons::App;
use infitah_kit::{
    Error, T,
    components::Downloads,
    export::{
        sheet::{About, Sheet, SheetError},
        table::{Cell, Column, csv_table},
    },
    urls::{self, Url},
};
use serde::Deserialize;
use strum::{EnumString, IntoStaticStr};
use utoipa::IntoParams;

use super::{Told, compare, in_phase, spent};
use crate::budget::{
    ledger::{Edition, ledger_of},
    model::Direction,
};

mod compare_rows;
mod law_rows;
mod spent_rows;

/// A page of a year's budget that can be taken as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum View {
    /// Two years side by side.
    Compare,
    /// What the law asks.
    Law,
    /// Whether it was spent.
    Spent,
}

impl View {
    /// Its name in addresses and files.
    pub fn code(self) -> &'static str {
        self.into()
    }
}

/// What is asked of a view, as of its page.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
pub struct AskedView {
    /// `voted`, `modified` or `executed`; without it as voted.
    #[serde(default)]
    pub phase: String,
    /// The other year (`compare`); without it the year before.
    #[serde(default)]
    pub with: String,
    /// `voted`, `modified`, `committed` or `paid` (`spent`); without it the last that is published.
    #[serde(default)]
    pub measure: String,
}

/// A view as a file, and the ways to write it.
pub struct Taken {
    /// The edition that is told.
    pub edition: Arc<Edition>,
    /// When what it is made from was written last.
    pub at: Timestamp,
    /// As CSV.
    pub csv: Vec<u8>,
    /// As a spreadsheet.
    pub book: Box<dyn FnOnce(About) -> Result<Vec<u8>, SheetError> + Send>,
}

/// Links to a view as files.
pub(super) fn downloads(t: &T, asked: impl Fn(Url) -> Url, year: i16, view: View) -> Downloads<'static> {
    let of = |ending: &str| asked(urls::budget_view(year, view.code(), ending)).bare();
    Downloads { title: t.m("downloads-list").to_string(), files: vec![("CSV", of("csv")), ("XLSX", of("xlsx"))] }
}

/// The view of a year that is asked for.
pub async fn take(app: &App, year: i16, view: View, asked: &AskedView, today: CivilDate) -> Result<Taken, Error> {
    let ledger = ledger_of(app).await?;
    let phase = if view == View::Spent { "" } else { asked.phase.as_str() };
    let edition = in_phase(&ledger, year, phase)?;
    let languages = app.site.config().languages.clone();
    let tolds = languages.iter().map(|lang| Told::new(app, &app.site.t(*lang), ledger.clone(), edition.clone()));
    let tolds: Vec<Told> = tolds.collect();
    let of_year = || ledger.editions().filter(|other| other.budget().year == year);
    let newest = of_year().map(|one| one.at()).max().unwrap_or_else(|| edition.at());
    match view {
        View::Compare => {
            let other = match tolds.first() {
                Some(told) => compare::other(told, &asked.with)?,
                None => None,
            };
            let rows = |told| other.as_ref().map_or_else(Vec::new, |other| compare_rows::rows(told, other));
            let said = tolds.iter().map(rows).collect();
            let at = other.as_ref().map_or(edition.at(), |other| other.at().max(edition.at()));
            Ok(taken((view, edition, at), compare_rows::columns(&languages), said))
        }
        View::Law => {
            let said = tolds.iter().map(|told| law_rows::rows(told, today)).collect();
            Ok(taken((view, edition, newest), law_rows::columns(&languages), said))
        }
        View::Spent => {
            let asked = spent::Asked { measure: asked.measure.clone() };
            let said = tolds.iter().map(|told| spent_rows::rows(told, &asked)).collect();
            Ok(taken((view, edition, newest), spent_rows::columns(&languages), said))
        }
    }
}

/// A row as it is said in each language of the site, in their order.
type Said<R> = Vec<R>;

/// A file of rows that were made once in each language.
fn taken<R: Send + Sync + 'static>(
    (view, edition, at): (View, Arc<Edition>, Timestamp),
    columns: Vec<Column<Said<R>>>,
    by_language: Vec<Vec<R>>,
) -> Taken {
    let mut rows: Vec<Said<R>> = Vec::new();
    for (place, row) in by_language.into_iter().flat_map(|rows| rows.into_iter().enumerate()) {
        match rows.get_mut(place) {
            Some(said) => said.push(row),
            None => rows.push(vec![row]),
        }
    }
    let csv = csv_table(&columns, &rows);
    let book = move |about: About| {
        let mut book = Sheet::begin(view.code(), columns.into(), about)?;
        book.write(&rows)?;
        let mut out = Vec::new();
        book.save(&mut out)?;
        Ok(out)
    };
    Taken { edition, at, csv, book: Box::new(book) }
}

/// What is the same in every language.
fn same<R>(read: impl Fn(&R) -> Cell + Send + Sync + 'static) -> impl Fn(&Said<R>) -> Cell + Send + Sync + 'static {
    move |said| said.first().map_or(Cell::Nothing, &read)
}

/// A column for each language.
fn texts<R: 'static>(
    name: &str,
    about: &str,
    languages: &[Lang],
    read: fn(&R, Lang) -> Cell,
) -> impl Iterator<Item = Column<Said<R>>> {
    languages.iter().enumerate().map(move |(place, &lang)| {
        let (name, about) = (format!("{name}.{lang}"), format!("{about}; language: {lang}."));
        Column::text(name, about, move |said: &Said<R>| said.get(place).map_or(Cell::Nothing, |row| read(row, lang)))
    })
}

fn amount(edition: &Edition, minor: Option<i64>) -> Cell {
    Cell::number(minor.map(|minor| edition.money(minor).to_decimal()))
}

/// What every row says of the edition that is told.
#[derive(Clone)]
struct Of {
    year: i16,
    phase: &'static str,
    currency: String,
}

impl Of {
    fn new(edition: &Edition) -> Self {
        let budget = edition.budget();
        Self { year: budget.year, phase: budget.phase.code(), currency: budget.currency.code().to_owned() }
    }
}

fn of_edition<R: 'static>(read: fn(&R) -> &Of) -> [Column<Said<R>>; 3] {
    [
        Column::whole("year", "The fiscal year.", same(move |row| Cell::number(Some(read(row).year)))).required(),
        Column::text("phase", "voted, modified or executed.", same(move |row| read(row).phase.into())).required(),
        Column::text(
            "currency",
            "Currency of the amounts, ISO 4217.",
            same(move |row| read(row).currency.as_str().into()),
        )
        .required(),
    ]
}

/// What stands where a row is the sum of those before it.
const TOTAL: &str = "total";

fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Revenue => "revenue",
        Direction::Spending => "expenditure",
    }
}
