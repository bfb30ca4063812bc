//! Two years side by side, in the same phase: each in a column of its own, and what lies between them.

use std::sync::Arc;

use askama::Template;
use axum::{extract::State, response::Response};
use infitah_base::{Lang, Text};
use infitah_commons::App;
use infitah_kit::{
    Cache, Error, Head, Page, T, Visit,
    extract::{Path, Query},
    urls,
};
use serde::Deserialize;

use super::{KINDS, Told, crumbs};
use crate::budget::{
    ledger::{By, Edition, Key, Row, Side, side_by_side},
    model::{Direction, NodeKey},
};

/// Rows of what changed most, on the page of a year and here.
const ON_YEAR: usize = 5;
const MOST: usize = 15;

#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    phase: String,
    #[serde(default)]
    with: String,
}

/// A row of two years.
pub(super) struct Pair {
    pub(super) mark: Option<u8>,
    pub(super) name: Text,
    pub(super) code: String,
    /// Running or equipment, where chapters of both stand together.
    pub(super) part: String,
    pub(super) href: String,
    pub(super) before: String,
    pub(super) now: String,
    pub(super) change: String,
}

/// What changed since the year before, as the page of a year tells it.
pub(super) struct Changed {
    /// The year before; `None`: there is none in this phase.
    pub(super) year: Option<i16>,
    /// What all spending was, is, and how it changed.
    pub(super) total: Option<(String, String, String)>,
    /// The chapters that changed most.
    pub(super) rows: Vec<Pair>,
}

/// What changed since the year before.
pub(super) fn changed(told: &Told) -> Changed {
    let Some(before) = told.before() else { return Changed { year: None, total: None, rows: Vec::new() } };
    let spending = Direction::Spending;
    let total = |edition: &Edition| edition.total(spending, None, edition.budget().phase.measure());
    let (was, is) = (total(before), total(&told.edition));
    let change = told.change(was.zip(is).map(|(was, is)| is - was));
    Changed {
        year: Some(before.budget().year),
        total: Some((told.said(was), told.said(is), change)),
        rows: most(told, before, chapters(told, before), ON_YEAR),
    }
}

/// Rows of the chapters of spending: what stands right below the parts.
fn chapters(told: &Told, before: &Edition) -> Vec<Row> {
    let sides = [Side::of(before), Side::of(&told.edition)];
    let below = |node: NodeKey| side_by_side(&sides, &By::Below(node));
    let parts = below(NodeKey::direction(Direction::Spending));
    let nodes = parts.into_iter().flat_map(|row| match row.key.clone() {
        Key::Node(node) if node.path.is_empty() => below(node),
        _ => vec![row],
    });
    nodes.collect()
}

/// The rows that changed most, the largest change first. What only one of the two has comes with its whole amount.
fn most(told: &Told, before: &Edition, rows: Vec<Row>, limit: usize) -> Vec<Pair> {
    let weight = |row: &Row| {
        let amount = |at: usize| row.amounts.get(at).copied().flatten().unwrap_or_default();
        amount(1).saturating_sub(amount(0)).saturating_abs()
    };
    let mut rows: Vec<Row> = rows.into_iter().filter(|row| weight(row) > 0).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(weight(row)));
    rows.truncate(limit);
    rows.iter().map(|row| pair(told, before, row)).collect()
}

fn pair(told: &Told, before: &Edition, row: &Row) -> Pair {
    let at = |place: usize| row.amounts.get(place).copied().flatten();
    let (mut mark, mut code, mut part) = (None, String::new(), String::new());
    let (name, href) = match &row.key {
        Key::Named(key) => {
            mark = Some(Told::purpose_mark(key.as_deref()));
            let asked = key.as_deref().unwrap_or("none");
            (told.purpose_name(key.as_deref()), told.counted(Direction::Spending, &[("purpose", asked)]))
        }
        Key::Node(node) => {
            code = node.path.last().cloned().unwrap_or_default();
            part = told.part_name(node);
            let name = told.edition.name(node).or_else(|| before.name(node)).cloned();
            let is_there = told.edition.tree().find(node).is_some();
            (name.unwrap_or_else(|| told.node_name(node)), if is_there { told.node_url(node) } else { String::new() })
        }
        Key::Line(id) => {
            let line = told.edition.line(id);
            let name = line.or_else(|| before.line(id)).map(|line| line.name.clone()).unwrap_or_default();
            (name, line.map(|line| told.line_url(&line.id)).unwrap_or_default())
        }
    };
    let (was, is) = (at(0), at(1));
    Pair { mark, name, code, part, href, before: told.said(was), now: told.said(is), change: told.change(row.change()) }
}

#[derive(Template)]
#[template(path = "budget/templates/compare.html")]
struct ComparePage {
    told: Told,
    t: T,
    lang: Lang,
    /// The other year; `None`: no other one is published in this phase.
    with: Option<i16>,
    choices: Vec<(i16, bool)>,
    tables: Vec<Table>,
}

/// A table of two years.
struct Table {
    id: &'static str,
    title: &'static str,
    head: &'static str,
    rows: Vec<Pair>,
    total: Option<(String, String, String)>,
}

impl ComparePage {
    fn action(&self) -> String {
        urls::budget_compare(self.told.year()).to(self.lang)
    }
}

impl Page for ComparePage {
    const CACHE: Cache = Cache::Until(KINDS);

    fn head(&self, t: &T) -> Head {
        let year = self.told.year().to_string();
        let other = self.with.map(|with| with.to_string()).unwrap_or_default();
        let title = match self.with {
            Some(_) => t.m("compare-title-of").s("year", year).s("other", other.as_str()).to_string(),
            None => t.m("compare-title").to_string(),
        };
        Head {
            title,
            description: t.m("compare-lede").to_string(),
            url: self.told.at(urls::budget_compare(self.told.year())).with("with", other),
            section: "budget",
            crumbs: crumbs(&self.told),
            ..Head::default()
        }
    }
}

pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((_, year)): Path<(String, i16)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    visit.page(async || make(&app, &visit, year, &asked).await).await
}

async fn make(app: &App, visit: &Visit, year: i16, asked: &Asked) -> Result<ComparePage, Error> {
    let told = Told::of(app, visit, year, &asked.phase).await?;
    let years: Vec<i16> = told.ledger.years().into_iter().filter(|other| *other != year).collect();
    let years: Vec<i16> =
        years.into_iter().filter(|other| told.ledger.edition(*other, told.phase()).is_some()).rev().collect();
    let other = match asked.with.trim() {
        "" => told
            .before()
            .cloned()
            .or_else(|| years.first().and_then(|year| told.ledger.edition(*year, told.phase())).cloned()),
        with => {
            let with = with.parse().map_err(|_| Error::NotFound)?;
            Some(told.ledger.edition(with, told.phase()).filter(|_| with != year).cloned().ok_or(Error::NotFound)?)
        }
    };
    let with = other.as_ref().map(|other| other.budget().year);
    Ok(ComparePage {
        t: visit.t.clone(),
        lang: visit.lang,
        tables: other.as_ref().map_or_else(Vec::new, |other| tables(&told, other)),
        choices: years.into_iter().map(|year| (year, Some(year) == with)).collect(),
        with,
        told,
    })
}

fn tables(told: &Told, other: &Arc<Edition>) -> Vec<Table> {
    let sides = [Side::of(other), Side::of(&told.edition)];
    let pairs = |rows: Vec<Row>| rows.iter().map(|row| pair(told, other, row)).collect::<Vec<_>>();
    let total = |direction: Direction| {
        let of = |side: &Side<'_>| side.edition.total(direction, None, side.measure);
        let (was, is) = (of(&sides[0]), of(&sides[1]));
        Some((told.said(was), told.said(is), told.change(was.zip(is).map(|(was, is)| is - was))))
    };
    let mut sources = pairs(side_by_side(&sides, &By::Source));
    for (row, source) in sources.iter_mut().zip(side_by_side(&sides, &By::Source)) {
        if let Key::Named(key) = &source.key {
            let (name, mark) = told.source(key.as_deref());
            (row.name, row.mark) = (name, Some(mark));
            row.href = told.counted(Direction::Revenue, &[("source", key.as_deref().unwrap_or("none"))]);
        }
    }
    let lines = |direction| side_by_side(&sides, &By::Lines(NodeKey::direction(direction)));
    vec![
        Table {
            id: "where",
            title: "budget-where",
            head: "budget-for-what",
            rows: pairs(side_by_side(&sides, &By::Purpose)),
            total: total(Direction::Spending),
        },
        Table {
            id: "from",
            title: "budget-from",
            head: "budget-source",
            rows: sources,
            total: total(Direction::Revenue),
        },
        Table {
            id: "chapters",
            title: "compare-chapters",
            head: "budget-chapter-word",
            rows: pairs(chapters(told, other)),
            total: None,
        },
        Table {
            id: "lines",
            title: "compare-lines",
            head: "lines-line",
            rows: most(told, other, lines(Direction::Spending), MOST),
            total: None,
        },
    ]
}
