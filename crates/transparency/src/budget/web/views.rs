//! Views as files: two years side by side, what the law asks, what was spent. A file has the rows of its page, with
//! codes and whole amounts in place of words; texts have a column for each language of the site.

use std::sync::Arc;

use infitah_base::{CivilDate, Lang, Text, Timestamp};
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

use super::{
    Told, compare, in_phase,
    law::{self, Place, Ruled},
    spent,
};
use crate::budget::{
    ledger::{Edition, ledger_of},
    model::{Direction, Part},
    rules::law::{By, Verdict},
};

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
            let rows = |told| other.as_ref().map_or_else(Vec::new, |other| compared(told, other));
            let said = tolds.iter().map(rows).collect();
            let at = other.as_ref().map_or(edition.at(), |other| other.at().max(edition.at()));
            Ok(taken((view, edition, at), compare_columns(&languages), said))
        }
        View::Law => {
            let said = tolds.iter().map(|told| ruled(told, today)).collect();
            Ok(taken((view, edition, newest), law_columns(&languages), said))
        }
        View::Spent => {
            let asked = spent::Asked { measure: asked.measure.clone() };
            let said = tolds.iter().map(|told| steps(told, &asked)).collect();
            Ok(taken((view, edition, newest), spent_columns(&languages), said))
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

/// A row of two years.
struct Compared {
    of: Of,
    with: i16,
    table: &'static str,
    direction: Direction,
    part: Option<Part>,
    key: String,
    name: Text,
    amounts: [Cell; 3],
}

fn compared(told: &Told, other: &Edition) -> Vec<Compared> {
    let edition = &told.edition;
    let mut out = Vec::new();
    for table in compare::tables(told, other) {
        let row = |key: String, name: Text, two: compare::Two| Compared {
            of: Of::new(edition),
            with: other.budget().year,
            table: table.id,
            direction: table.direction,
            part: key.parse().ok().and_then(|node: crate::budget::NodeKey| node.part),
            key,
            name,
            amounts: [two.was, two.is, two.change].map(|minor| amount(edition, minor)),
        };
        out.extend(table.rows.iter().map(|one| row(one.key.clone(), one.name.clone(), one.two)));
        out.extend(table.sum.map(|two| row(TOTAL.to_owned(), told.t.as_text("budget-total"), two)));
    }
    out
}

fn compare_columns(languages: &[Lang]) -> Vec<Column<Said<Compared>>> {
    let mut out: Vec<Column<Said<Compared>>> = of_edition(|row: &Compared| &row.of).into();
    out.extend([
        Column::whole("with", "The year beside it.", same(|row: &Compared| Cell::number(Some(row.with)))).required(),
        Column::text(
            "table",
            "where: by what spending is for; from: by source; chapters; lines: those that change most.",
            same(|row: &Compared| row.table.into()),
        )
        .required(),
        Column::text("direction", "revenue or expenditure.", same(|row: &Compared| direction(row.direction).into()))
            .required(),
        Column::text(
            "part",
            "running or equipment, of a node.",
            same(|row: &Compared| row.part.map(Part::code).into()),
        ),
        Column::text(
            "key",
            "Key of a purpose or source (none: not sorted yet), a node (rest: all others), a line, or total.",
            same(|row: &Compared| (&row.key).into()),
        )
        .required(),
    ]);
    out.extend(texts("name", "What it is called", languages, |row: &Compared, lang| row.name.exactly(lang).into()));
    let value = |at: usize| same(move |row: &Compared| row.amounts.get(at).cloned().unwrap_or(Cell::Nothing));
    out.extend([
        Column::number("amount_with", "The amount in the year beside it.", value(0)),
        Column::number("amount", "The amount.", value(1)),
        Column::number("change", "By how much it is more.", value(2)),
    ]);
    out
}

fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Revenue => "revenue",
        Direction::Spending => "expenditure",
    }
}

/// A rule of the law, or one place where it is broken.
struct Rule {
    of: Of,
    key: &'static str,
    article: &'static str,
    term: Option<&'static str>,
    name: &'static Text,
    text: Option<&'static Text>,
    verdict: &'static str,
    reason: String,
    at: String,
    place: Text,
    by: Cell,
    unit: Cell,
}

fn ruled(told: &Told, today: CivilDate) -> Vec<Rule> {
    let mut out = Vec::new();
    for one in law::judged(told, today, usize::MAX).1 {
        if one.places.is_empty() {
            let reason = one.missing().map(|key| told.t.m(key).bare()).unwrap_or_default();
            out.push(Rule { reason, ..rule(told, &one) });
        }
        out.extend(one.places.iter().map(|place| broken(told, rule(told, &one), place)));
    }
    out
}

fn rule(told: &Told, one: &Ruled) -> Rule {
    Rule {
        of: Of::new(&told.edition),
        key: one.key,
        article: one.article,
        term: one.term,
        name: one.name,
        text: one.text,
        verdict: match one.verdict {
            Verdict::Kept => "kept",
            Verdict::Broken(_) => "broken",
            Verdict::CannotTell(_) => "cannot_tell",
        },
        reason: String::new(),
        at: String::new(),
        place: Text::default(),
        by: Cell::Nothing,
        unit: Cell::Nothing,
    }
}

fn broken(told: &Told, rule: Rule, place: &Place) -> Rule {
    let node = || place.breach.node.as_ref().map(|node| node.to_string()).unwrap_or_default();
    let (by, unit) = match &place.breach.by {
        Some(By::Amount(minor)) => (amount(&told.edition, Some(*minor)), rule.of.currency.as_str().into()),
        Some(By::Days(days)) => (Cell::number(Some(days)), "days".into()),
        Some(By::Count(count)) => (Cell::number(Some(count)), "count".into()),
        Some(By::Missing(key)) => (Cell::Nothing, key.into()),
        None => (Cell::Nothing, Cell::Nothing),
    };
    Rule {
        reason: told.t.m(place.breach.key).bare(),
        at: place.breach.line.clone().unwrap_or_else(node),
        place: place.name.as_ref().map(|(name, _)| name.clone()).unwrap_or_default(),
        by,
        unit,
        ..rule
    }
}

fn law_columns(languages: &[Lang]) -> Vec<Column<Said<Rule>>> {
    let mut out: Vec<Column<Said<Rule>>> = of_edition(|row: &Rule| &row.of).into();
    out.extend([
        Column::text("rule", "Key of the rule; a broken one has a row for each place.", same(|r: &Rule| r.key.into()))
            .required(),
        Column::text("verdict", "kept, broken or cannot_tell.", same(|row: &Rule| row.verdict.into())).required(),
        Column::text("article", "Article of the law.", same(|row: &Rule| row.article.into())),
        Column::text("term", "The law's own word, in Arabic.", same(|row: &Rule| row.term.into())),
    ]);
    out.extend(texts("name", "The rule", languages, |row: &Rule, lang| row.name.exactly(lang).into()));
    let law = |row: &Rule, lang| row.text.and_then(|text| text.exactly(lang)).into();
    out.extend(texts("law", "The text that it stands in", languages, law));
    out.push(Column::text("at", "The line or node where it is broken.", same(|row: &Rule| (&row.at).into())));
    out.extend(texts("at.name", "What that is called", languages, |row: &Rule, lang| row.place.exactly(lang).into()));
    out.extend(texts("reason", "What is wrong, or missing to tell", languages, |row: &Rule, _| {
        row.reason.as_str().into()
    }));
    out.extend([
        Column::number("by", "By how much.", same(|row: &Rule| row.by.clone())),
        Column::text(
            "unit",
            "Of what that is: a currency, days, count; or the document that is missing.",
            same(|row: &Rule| row.unit.clone()),
        ),
    ]);
    out
}

/// An amount at one step.
struct Step {
    of: Of,
    table: &'static str,
    direction: Direction,
    step: &'static str,
    key: String,
    name: Text,
    amount: Cell,
    voted: Cell,
    of_hundred: Option<i64>,
}

fn steps(told: &Told, asked: &spent::Asked) -> Vec<Step> {
    let edition = &told.edition;
    let spent::Steps { rows, revenue } = spent::steps(told);
    let became = spent::asked_for(told, asked);
    let step = |direction: Direction, row: spent::Row| Step {
        of: Of { phase: row.phase, ..Of::new(edition) },
        table: "steps",
        direction,
        step: row.code,
        key: TOTAL.to_owned(),
        name: Text::one(told.lang, row.label),
        amount: amount(edition, row.minor),
        voted: Cell::Nothing,
        of_hundred: row.of_hundred,
    };
    let mut out: Vec<Step> = rows.into_iter().map(|row| step(Direction::Spending, row)).collect();
    out.extend(revenue.into_iter().map(|row| step(Direction::Revenue, row)));
    let Some(told) = &became.told else { return out };
    out.extend(became.fates.into_iter().map(|fate| Step {
        of: Of::new(&told.edition),
        table: "where",
        direction: Direction::Spending,
        step: became.step,
        key: fate.one.slice.key(),
        name: fate.one.name,
        amount: amount(edition, fate.one.amount),
        voted: amount(edition, fate.voted),
        of_hundred: fate.of_hundred,
    }));
    out
}

fn spent_columns(languages: &[Lang]) -> Vec<Column<Said<Step>>> {
    let mut out: Vec<Column<Said<Step>>> = of_edition(|row: &Step| &row.of).into();
    out.extend([
        Column::text(
            "table",
            "steps: all, one step after the other; where: by what spending is for, at the step that is asked for.",
            same(|row: &Step| row.table.into()),
        )
        .required(),
        Column::text("direction", "revenue or expenditure.", same(|row: &Step| direction(row.direction).into()))
            .required(),
        Column::text("step", "voted, modified, committed or paid.", same(|row: &Step| row.step.into())).required(),
        Column::text(
            "key",
            "total, the key of a purpose (none: not sorted yet), or a node (rest: all others).",
            same(|row: &Step| (&row.key).into()),
        )
        .required(),
    ]);
    out.extend(texts("name", "What it is called", languages, |row: &Step, lang| row.name.exactly(lang).into()));
    out.extend([
        Column::number("amount", "The amount.", same(|row: &Step| row.amount.clone())),
        Column::number("voted", "What was voted.", same(|row: &Step| row.voted.clone())),
        Column::whole("of_hundred", "For 100 voted.", same(|row: &Step| Cell::number(row.of_hundred))),
    ]);
    out
}
