//! A node of a budget: a part, a chapter, an article, a programme; in plain words, with what it sums and what is in it.

use askama::Template;
use axum::{extract::State, response::Response};
use infitah_base::{Lang, Text};
use infitah_commons::App;
use infitah_kit::{
    Cache, Error, Head, Page, T, Visit,
    extract::{Path, Query},
    svg::Bar,
    urls,
};

use super::{
    InPhase, KINDS, Told,
    chart::{Chart, Listed},
    crumbs,
    lines::{self, Row},
    per_mille,
};
use crate::budget::{
    model::{Direction, Indicator, Measure, NodeKey, Phase, Programme, Words},
    rules::totals::TreeNode,
};

/// Lines shown on the page of a node; the others are one click away.
const LINES: usize = 25;

/// Marks of what stands below, in turn.
const MARKS: u8 = 7;

#[derive(Template)]
#[template(path = "budget/templates/node.html")]
struct NodePage {
    told: Told,
    t: T,
    lang: Lang,
    key: NodeKey,
    name: Text,
    level: Option<Text>,
    path: Vec<Around>,
    words: Option<Words>,
    tabs: Vec<(String, bool, String)>,
    figures: Vec<(String, String)>,
    head: Option<String>,
    count: u32,
    below: Option<Chart>,
    rows: Vec<Row>,
    measures: Vec<(Measure, String)>,
    programme: Option<Programme>,
    years: Vec<Year>,
}

/// A node around another: what the level is called, the name, the page.
pub(super) struct Around {
    pub(super) level: String,
    pub(super) name: Text,
    pub(super) href: String,
}

/// The same in another year or phase.
pub(super) struct Year {
    pub(super) year: i16,
    pub(super) phase: String,
    pub(super) href: String,
    pub(super) amount: String,
    pub(super) share: u32,
    pub(super) is_this: bool,
}

impl Year {
    pub(super) fn bar(&self) -> Bar {
        Bar { per_mille: self.share, motif: if self.is_this { 1 } else { 4 } }
    }
}

impl NodePage {
    fn lines(&self) -> String {
        self.told.lines(&[("node", &self.key.to_string())])
    }

    fn measure_label(&self, index: impl std::borrow::Borrow<usize>) -> &str {
        self.measures.get(*index.borrow()).map(|(_, name)| name.as_str()).unwrap_or_default()
    }

    fn has_more(&self) -> bool {
        usize::try_from(self.count).is_ok_and(|count| count > self.rows.len())
    }

    /// A figure of an indicator, with its year where one is said.
    fn number(&self, value: Option<f64>, year: Option<i16>) -> String {
        let Some(value) = value else { return self.t.m("not-published").to_string() };
        let said = self.t.measure(value);
        year.map_or_else(|| said.clone(), |year| format!("{said} ({year})"))
    }

    fn baseline(&self, indicator: &Indicator) -> String {
        self.number(indicator.baseline, None)
    }

    fn target(&self, indicator: &Indicator) -> String {
        self.number(indicator.target, indicator.year)
    }

    fn result(&self, indicator: &Indicator) -> String {
        let result = indicator.result();
        self.number(result.map(|one| one.value), result.map(|one| one.year))
    }
}

impl Page for NodePage {
    const CACHE: Cache = Cache::Until(KINDS);

    fn head(&self, t: &T) -> Head {
        let year = self.told.year().to_string();
        let mut crumbs = crumbs(&self.told);
        crumbs.extend(self.key.parent().into_iter().flat_map(|parent| {
            let around = std::iter::successors(Some(parent), NodeKey::parent).filter(|node| node.direction.is_some());
            let mut all: Vec<NodeKey> = around.collect();
            all.reverse();
            let url = |node: &NodeKey| self.told.at(urls::budget_node(self.told.year(), &node.to_string()));
            all.into_iter().map(|node| (self.told.node_name(&node), url(&node))).collect::<Vec<_>>()
        }));
        Head {
            title: t.m("node-title").s("name", self.name.plain(self.lang)).s("year", year).to_string(),
            description: self
                .words
                .as_ref()
                .map(|words| words.explanation.plain(self.lang).to_owned())
                .unwrap_or_default(),
            url: self.told.at(urls::budget_node(self.told.year(), &self.key.to_string())),
            section: "budget",
            crumbs,
            ..Head::default()
        }
    }
}

pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((_, year, node)): Path<(String, i16, String)>,
    Query(asked): Query<InPhase>,
) -> Result<Response, Error> {
    visit.page(async || make(&app, &visit, year, &node, &asked).await).await
}

async fn make(app: &App, visit: &Visit, year: i16, node: &str, asked: &InPhase) -> Result<NodePage, Error> {
    let told = Told::of(app, visit, year, &asked.phase).await?;
    let key: NodeKey = node.parse().map_err(|_| Error::NotFound)?;
    let edition = told.edition.clone();
    let node = edition.tree().find(&key).ok_or(Error::NotFound)?;
    let mut measures = lines::known_measures(&told);
    if key.direction == Some(Direction::Revenue) {
        measures.truncate(1);
    }
    let below = below(&told, node);
    let shown = if below.is_some() { 0 } else { LINES };
    let said = |measure: &Measure| (told.measure_name(*measure), told.said(node.sums.get(*measure)));
    Ok(NodePage {
        t: visit.t.clone(),
        lang: visit.lang,
        name: told.node_name(&key),
        level: level(&told, &key),
        path: way(&told, &key),
        words: told.ledger.words(&key).cloned(),
        tabs: told.phases(&urls::budget_node(year, &key.to_string())),
        figures: measures.iter().map(said).collect(),
        head: told.head(node.sums.get(told.measure)),
        count: node.sums.lines,
        rows: edition.lines_of(node).take(shown).map(|line| lines::row(&told, line, &measures)).collect(),
        measures: measures.iter().map(|measure| (*measure, told.measure_name(*measure))).collect(),
        programme: edition.budget().programmes.get(&key.to_string()).cloned(),
        years: years(&told, &key),
        below,
        key,
        told,
    })
}

/// What the level of a node is called.
fn level(told: &Told, key: &NodeKey) -> Option<Text> {
    told.edition.level(key.path.len().checked_sub(1)?).cloned()
}

/// The nodes around one, the widest first.
pub(super) fn way(told: &Told, key: &NodeKey) -> Vec<Around> {
    let around = std::iter::successors(key.parent(), NodeKey::parent).filter(|node| node.direction.is_some());
    let mut way: Vec<Around> = around
        .filter(|node| told.edition.tree().find(node).is_some())
        .map(|node| Around {
            level: level(told, &node).map(|level| level.plain(told.lang).to_owned()).unwrap_or_default(),
            name: told.node_name(&node),
            href: told.node_url(&node),
        })
        .collect();
    way.reverse();
    way
}

/// Bars of what stands right below; `None`: only lines do.
fn below(told: &Told, node: &TreeNode) -> Option<Chart> {
    let tree = told.edition.tree();
    let children: Vec<&TreeNode> = tree.children(node).collect();
    // Where each child is a single line, the lines themselves are shown.
    if children.iter().all(|child| child.sums.lines <= 1 && child.children.is_empty()) {
        return None;
    }
    let row = |(index, child): (usize, &&TreeNode)| Listed {
        mark: u8::try_from(index).unwrap_or_default() % MARKS + 1,
        name: told.node_name(&child.key),
        code: child.key.path.last().cloned().unwrap_or_default(),
        part: String::new(),
        href: told.node_url(&child.key),
        amount: child.sums.get(told.measure),
    };
    let rows = children.iter().enumerate().map(row).collect();
    let level = told.edition.level(node.key.path.len()).map(|level| level.plain(told.lang).to_owned());
    let is_path = !children.iter().any(|child| child.key.path.is_empty());
    let head = level.filter(|_| is_path).unwrap_or_else(|| told.t.m("lines-part").to_string());
    let caption = told.t.m("node-below").s("what", told.measure_name(told.measure)).to_string();
    Some(Chart::listed(told, head, caption, rows, node.sums.get(told.measure)))
}

/// The same node in every year and phase that has it.
fn years(told: &Told, key: &NodeKey) -> Vec<Year> {
    let all = told.ledger.editions().filter_map(|edition| {
        let node = edition.tree().find(key)?;
        let budget = edition.budget();
        Some((budget.year, budget.phase, node.sums.get(budget.phase.measure())))
    });
    let all: Vec<(i16, Phase, Option<i64>)> = all.collect();
    let largest = all.iter().filter_map(|(.., amount)| *amount).max().unwrap_or_default();
    let this = (told.year(), told.phase());
    let year = |(year, phase, amount): (i16, Phase, Option<i64>)| {
        let url = urls::budget_node(year, &key.to_string());
        let is_standard = super::standard(&told.ledger, year) == Some(phase);
        Year {
            year,
            phase: told.phase_name(phase),
            href: url.with("phase", if is_standard { "" } else { phase.code() }).to(told.lang),
            amount: told.said(amount),
            share: per_mille(amount.unwrap_or_default(), largest),
            is_this: (year, phase) == this,
        }
    };
    all.into_iter().map(year).collect()
}
