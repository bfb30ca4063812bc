//! Two years side by side, in the same phase: each in a column of its own, and what lies between them.

use std::sync::Arc;

use askama::Template;
use axum::{extract::State, response::Response};
use infitah_base::{Lang, Text};
use infitah_commons::App;
use infitah_kit::{
    Cache, Error, Head, Page, T, Visit,
    components::Downloads,
    extract::{Path, Query},
    urls,
};
use serde::Deserialize;

use super::{
    KINDS, Told, crumbs,
    sliced::Sliced,
    views::{self, View},
};
use crate::budget::{
    ledger::{By, Edition, Key, NONE, Row, Side, side_by_side, slices},
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

/// What one year says and what another does, and what lies between.
#[derive(Clone, Copy)]
pub(super) struct Two {
    pub(super) was: Option<i64>,
    pub(super) is: Option<i64>,
    pub(super) change: Option<i64>,
}

impl Two {
    fn of(was: Option<i64>, is: Option<i64>) -> Self {
        Self { was, is, change: was.zip(is).and_then(|(was, is)| is.checked_sub(was)) }
    }

    /// In words.
    fn said(&self, told: &Told) -> (String, String, String) {
        (told.said(self.was), told.said(self.is), told.change(self.change))
    }
}

/// A row of two years.
pub(super) struct Pair {
    /// What it is about, as it stands in addresses.
    pub(super) key: String,
    pub(super) two: Two,
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
    Changed {
        year: Some(before.budget().year),
        total: Some(Two::of(total(before), total(&told.edition)).said(told)),
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

/// A row of sources, nodes or lines.
fn pair(told: &Told, before: &Edition, row: &Row) -> Pair {
    let at = |place: usize| row.amounts.get(place).copied().flatten();
    let two = Two::of(at(0), at(1));
    match &row.key {
        Key::Named(key) => {
            let (key, (name, mark)) = (key.as_deref().unwrap_or(NONE), told.source(key.as_deref()));
            let href = told.counted(Direction::Revenue, &[("source", key)]);
            Pair { mark: Some(mark), ..Pair::new(told, key.to_owned(), name, href, two) }
        }
        Key::Node(node) => {
            let name = told.edition.name(node).or_else(|| before.name(node)).cloned();
            let is_there = told.edition.tree().find(node).is_some();
            let href = if is_there { told.node_url(node) } else { String::new() };
            let code = node.path.last().cloned().unwrap_or_default();
            let name = name.unwrap_or_else(|| told.node_name(node));
            Pair { code, part: told.part_name(node), ..Pair::new(told, node.to_string(), name, href, two) }
        }
        Key::Line(id) => {
            let line = told.edition.line(id);
            let name = line.or_else(|| before.line(id)).map(|line| line.name.clone()).unwrap_or_default();
            let href = line.map(|line| told.line_url(&line.id)).unwrap_or_default();
            Pair::new(told, id.clone(), name, href, two)
        }
    }
}

impl Pair {
    fn new(told: &Told, key: String, name: Text, href: String, two: Two) -> Self {
        let (before, now, change) = two.said(told);
        Self { key, two, mark: None, name, code: String::new(), part: String::new(), href, before, now, change }
    }

    fn of(told: &Told, one: Sliced, was: Option<i64>) -> Self {
        let new = Self::new(told, one.slice.key(), one.name, one.href, Two::of(was, one.amount));
        Self { mark: Some(one.mark), code: one.code, part: one.part, ..new }
    }
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
pub(super) struct Table {
    pub(super) id: &'static str,
    title: &'static str,
    head: String,
    pub(super) direction: Direction,
    pub(super) rows: Vec<Pair>,
    total: Option<(String, String, String)>,
    /// What all rows sum to, where that is said.
    pub(super) sum: Option<Two>,
}

impl ComparePage {
    fn action(&self) -> String {
        urls::budget_compare(self.told.year()).to(self.lang)
    }

    fn downloads(&self) -> Downloads<'static> {
        let with = self.with.map(|with| with.to_string()).unwrap_or_default();
        views::downloads(&self.t, |url| self.told.at(url).with("with", with.as_str()), self.told.year(), View::Compare)
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
    let other = other(&told, &asked.with)?;
    let with = other.as_ref().map(|other| other.budget().year);
    Ok(ComparePage {
        t: visit.t.clone(),
        lang: visit.lang,
        tables: other.as_ref().map_or_else(Vec::new, |other| tables(&told, other)),
        choices: years(&told).map(|other| other.budget().year).map(|year| (year, Some(year) == with)).collect(),
        with,
        told,
    })
}

/// The years that can stand beside the one that is told, the newest first.
fn years(told: &Told) -> impl Iterator<Item = &Arc<Edition>> {
    let is_like = |other: &&Arc<Edition>| other.budget().phase == told.phase() && told.is_like(other);
    told.ledger.editions().rev().filter(is_like).filter(|other| other.budget().year != told.year())
}

/// The other year: the one that is asked for, else the year before, else the newest; `None`: there is no other.
pub(super) fn other(told: &Told, with: &str) -> Result<Option<Arc<Edition>>, Error> {
    match with.trim() {
        "" => Ok(told.before().or_else(|| years(told).next()).cloned()),
        with => {
            let with: i16 = with.parse().map_err(|_| Error::NotFound)?;
            let found = years(told).find(|other| other.budget().year == with);
            found.cloned().map(Some).ok_or(Error::NotFound)
        }
    }
}

/// Both years, by what spending is for, by source, by chapter, and the lines that changed most.
pub(super) fn tables(told: &Told, other: &Edition) -> Vec<Table> {
    let (spending, t) = (Direction::Spending, &told.t);
    let sides = [Side::of(other), told.side()];
    let pairs = |rows: Vec<Row>| rows.iter().map(|row| pair(told, other, row)).collect::<Vec<_>>();
    let slices = slices(&sides);
    let was = sides[0].amounts(&slices);
    let goes = told.in_words(&slices).into_iter().zip(was).map(|(one, was)| Pair::of(told, one, was)).collect();
    let table = |id: &'static str, title: &'static str, head: String, direction: Direction, rows: Vec<Pair>| Table {
        id,
        title,
        head,
        direction,
        rows,
        total: None,
        sum: None,
    };
    let summed = |table: Table| {
        let [was, is] = sides.map(|side| side.edition.total(table.direction, None, side.measure));
        let sum = Two::of(was, is);
        Table { total: Some(sum.said(told)), sum: Some(sum), ..table }
    };
    let most = most(told, other, side_by_side(&sides, &By::Lines(NodeKey::direction(spending))), MOST);
    let chapter = t.m("budget-chapter-word").to_string();
    let source = t.m("budget-source").to_string();
    let sources = pairs(side_by_side(&sides, &By::Source));
    vec![
        summed(table("where", "budget-where", told.slices_head(&slices), spending, goes)),
        summed(table("from", "budget-from", source, Direction::Revenue, sources)),
        table("chapters", "compare-chapters", chapter, spending, pairs(chapters(told, other))),
        table("lines", "compare-lines", t.m("lines-line").to_string(), spending, most),
    ]
}
