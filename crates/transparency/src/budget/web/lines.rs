//! The lines of a year's budget: all, or those behind a figure; searched, narrowed, counted, and taken away.

use askama::Template;
use axum::{extract::State, response::Response};
use infitah_base::{Lang, Text};
use infitah_commons::App;
use infitah_kit::{
    Cache, Error, Head, Page, T, Visit,
    components::{Downloads, Empty, Pagination},
    extract::{Path, Query},
    urls,
};
use strum::IntoEnumIterator;

use super::{Asked, Told, crumbs};
use crate::budget::{
    data,
    ledger::{Found, NONE},
    model::{Account, Amounts, Direction, Line, Measure, NodeKey, Part, Phase},
};

/// Lines on a page.
const PAGE: u64 = 50;

/// Nodes to choose from, at most: who needs finer ones goes down the path.
const NODES: usize = 120;

/// A choice of a filter.
struct Choice {
    value: String,
    label: String,
    chosen: bool,
}

/// A line as a row.
pub(super) struct Row {
    pub(super) name: Text,
    /// The codes of its path.
    pub(super) code: String,
    pub(super) href: String,
    pub(super) direction: Direction,
    /// The chapter that it stands in.
    pub(super) around: Option<Text>,
    pub(super) surplus: bool,
    /// One amount per measure of the phase.
    pub(super) amounts: Vec<String>,
}

impl Row {
    pub(super) fn direction_key(&self) -> &'static str {
        match self.direction {
            Direction::Revenue => "direction-revenue",
            Direction::Spending => "direction-spending",
        }
    }
}

/// Sums of one direction, one per measure.
struct Sum {
    label: String,
    amounts: Vec<String>,
}

#[derive(Template)]
#[template(path = "budget/templates/lines.html")]
struct LinesPage {
    told: Told,
    t: T,
    lang: Lang,
    asked: Asked,
    tabs: Vec<(String, bool, String)>,
    filters: Vec<(&'static str, &'static str, Vec<Choice>)>,
    /// What was asked elsewhere and has no field of its own.
    kept: Vec<(&'static str, String)>,
    node: Option<(Text, String)>,
    measures: Vec<(Measure, String)>,
    rows: Vec<Row>,
    count: usize,
    sums: Vec<Sum>,
    carried: Option<String>,
    accounts_meet: bool,
    last: u64,
}

/// The measures that a phase can have.
pub(super) fn measures(phase: Phase) -> [Measure; 2] {
    match phase {
        Phase::Voted | Phase::Modified => [Measure::Payment, Measure::Commitment],
        Phase::Executed => [Measure::Paid, Measure::Committed],
    }
}

impl LinesPage {
    fn pagination(&self) -> Pagination<'_> {
        let url = self.asked.url(urls::budget_lines(self.told.year()), self.told.phase_code());
        Pagination { t: &self.t, url, page: self.asked.page(), last: self.last }
    }

    fn downloads(&self) -> Downloads<'static> {
        let year = self.told.year();
        let of = |url: urls::Url| self.asked.url(url, self.told.phase_code()).bare();
        let files = vec![("CSV", of(urls::budget_lines_csv(year))), ("XLSX", of(urls::budget_lines_xlsx(year)))];
        Downloads { title: self.t.m("downloads-list").to_string(), files }
    }

    fn action(&self) -> String {
        urls::budget_lines(self.told.year()).to(self.lang)
    }

    fn all(&self) -> String {
        self.told.lines(&[])
    }

    fn nothing(&self) -> Empty<'static> {
        let t = &self.t;
        let way = Some((t.m("lines-clear").to_string(), self.all()));
        let (title, text) = (t.m("lines-none").to_string(), t.m("lines-none-why").to_string());
        Empty { icon: "i-coins", title, text, way }
    }

    fn measure_label(&self, index: impl std::borrow::Borrow<usize>) -> &str {
        self.measures.get(*index.borrow()).map(|(_, name)| name.as_str()).unwrap_or_default()
    }

    fn is_mixed(&self) -> bool {
        self.sums.len() > 1
    }
}

impl Page for LinesPage {
    const CACHE: Cache = Cache::Until(&["budget", "budget-words", "place"]);

    fn head(&self, t: &T) -> Head {
        let number = if self.asked.page() == 1 { String::new() } else { self.asked.page().to_string() };
        let url = self.asked.url(urls::budget_lines(self.told.year()), self.told.phase_code());
        Head {
            title: t.m("lines-title-of").s("year", self.told.year().to_string()).to_string(),
            description: t.m("lines-lede").to_string(),
            url: url.with("page", number),
            section: "budget",
            crumbs: crumbs(&self.told),
            unlisted: self.asked.is_narrow(),
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
    visit.page(async || make(&app, &visit, year, asked).await).await
}

async fn make(app: &App, visit: &Visit, year: i16, asked: Asked) -> Result<LinesPage, Error> {
    let told = Told::of(app, visit, year, &asked.phase).await?;
    let found = told.edition.find(&asked.filter(told.measure), &app.atlas());
    let pages = u64::try_from(found.len()).unwrap_or(u64::MAX).div_ceil(PAGE).max(1);
    if asked.page() > pages {
        return Err(Error::NotFound);
    }
    let first = usize::try_from((asked.page() - 1) * PAGE).unwrap_or(usize::MAX);
    let shown = found.positions.iter().skip(first).take(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let lines = shown.filter_map(|position| told.edition.at_position(*position));
    let measures = known_measures(&told);
    Ok(LinesPage {
        t: visit.t.clone(),
        lang: visit.lang,
        tabs: told.phases(&asked.url(urls::budget_lines(year), "")),
        filters: filters(&told, app, &asked),
        kept: kept(&asked),
        node: asked.node().map(|node| (told.node_name(&node), told.node_url(&node))),
        rows: lines.map(|line| row(&told, line, &measures)).collect(),
        count: found.len(),
        sums: sums(&told, &found, &measures),
        carried: carried(&told, &found),
        accounts_meet: meet(&told, &found),
        measures: measures.iter().map(|measure| (*measure, told.measure_name(*measure))).collect(),
        last: pages,
        asked,
        told,
    })
}

/// The measures that any line of the edition says; the one of the phase always.
pub(super) fn known_measures(told: &Told) -> Vec<Measure> {
    let [first, second] = measures(told.phase());
    let is_said = told.edition.lines().iter().any(|line| line.amounts.get(second).is_some());
    if is_said { vec![first, second] } else { vec![first] }
}

/// A line as a row.
pub(super) fn row(told: &Told, line: &Line, measures: &[Measure]) -> Row {
    let chapter = |code: &String| NodeKey { path: vec![code.clone()], ..line.node() };
    let around = if line.account.is_main() {
        line.path.first().filter(|_| line.path.len() > 1).map(|code| told.node_name(&chapter(code)))
    } else {
        Some(told.account_name(&line.account))
    };
    Row {
        name: line.name.clone(),
        code: line.path.join("."),
        href: told.line_url(&line.id),
        direction: line.direction,
        around,
        surplus: line.surplus,
        amounts: measures.iter().map(|measure| said(told, line.direction, *measure, &line.amounts)).collect(),
    }
}

/// An amount; nothing where revenue has none, for nobody promises it.
fn said(told: &Told, direction: Direction, measure: Measure, amounts: &Amounts) -> String {
    let is_promise = matches!(measure, Measure::Commitment | Measure::Committed);
    match amounts.get(measure) {
        None if is_promise && direction == Direction::Revenue => String::new(),
        amount => told.said(amount),
    }
}

/// What the lines of each direction sum to; two directions are never in one sum.
fn sums(told: &Told, found: &Found, measures: &[Measure]) -> Vec<Sum> {
    let of = |direction: Direction| {
        let sums = found.sums(direction);
        (sums.lines > 0).then(|| Sum {
            label: told.t.m(&format!("direction-{}", direction.code())).to_string(),
            amounts: measures.iter().map(|measure| said(told, direction, *measure, &sums.counted)).collect(),
        })
    };
    Direction::iter().filter_map(of).collect()
}

/// Whether lines of several accounts are in one sum: that is said.
fn meet(told: &Told, found: &Found) -> bool {
    let mut accounts =
        found.positions.iter().filter_map(|position| Some(&told.edition.at_position(*position)?.account));
    let first = accounts.next();
    accounts.any(|account| Some(account) != first)
}

/// What the lines carry from running to equipment, and is in no sum.
fn carried(told: &Told, found: &Found) -> Option<String> {
    let carried = |direction| found.sums(direction).carried.get(told.measure);
    carried(Direction::Revenue).or_else(|| carried(Direction::Spending)).map(|minor| told.said(Some(minor)))
}

/// What is asked and has no field of its own in the form.
fn kept(asked: &Asked) -> Vec<(&'static str, String)> {
    let all = [
        ("phase", &asked.phase),
        ("without", &asked.without),
        ("family", &asked.family),
        ("source", &asked.source),
        ("mandatory", &asked.mandatory),
        ("nature", &asked.nature),
        ("cofog", &asked.cofog),
        ("lies", &asked.lies),
        ("project", &asked.project),
        ("surplus", &asked.surplus),
    ];
    all.into_iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| (name, value.clone())).collect()
}

/// Name, key of the label and choices of each filter.
fn filters(told: &Told, app: &App, asked: &Asked) -> Vec<(&'static str, &'static str, Vec<Choice>)> {
    let t = &told.t;
    let any = |label: &'static str| Choice { value: String::new(), label: t.m(label).to_string(), chosen: false };
    let choice =
        |value: &str, label: String, asked: &str| Choice { value: value.to_owned(), label, chosen: value == asked };
    let mut direction = vec![any("lines-any-direction")];
    direction.extend(
        Direction::iter()
            .map(|one| choice(one.code(), t.m(&format!("direction-{}", one.code())).to_string(), &asked.direction)),
    );
    let mut part = vec![any("lines-any-part")];
    part.extend(
        Part::iter().map(|one| choice(one.code(), t.m(&format!("part-{}", one.code())).to_string(), &asked.part)),
    );
    let mut purpose = vec![any("lines-any-purpose")];
    purpose.extend(
        data::purposes().iter().map(|one| choice(&one.key, one.name.plain(told.lang).to_owned(), &asked.purpose)),
    );
    purpose.push(choice(NONE, t.m("budget-unsorted").to_string(), &asked.purpose));
    let mut place = vec![any("lines-any-place")];
    let chrome = app.site.chrome();
    place.extend(
        chrome.provinces.iter().map(|(code, name)| choice(code, name.plain(told.lang).to_owned(), &asked.place)),
    );
    let chosen = asked.place.trim();
    if !chosen.is_empty() && chosen != NONE && !place.iter().any(|one| one.value == chosen) {
        let name = app.atlas().find(chosen).map_or_else(|| chosen.to_owned(), |place| place.name(told.lang).to_owned());
        place.push(choice(chosen, name, chosen));
    }
    place.push(choice(NONE, t.m("lines-no-place").to_string(), &asked.place));
    let mut sort = vec![any("lines-by-path")];
    sort.push(choice("amount", t.m("lines-by-amount").to_string(), &asked.sort));
    let mut all = vec![
        ("direction", "lines-direction", direction),
        ("part", "lines-part", part),
        ("node", "lines-node", nodes(told, asked)),
        ("purpose", "lines-purpose", purpose),
        ("place", "filter-place", place),
        ("account", "lines-account", accounts(told, asked)),
        ("sort", "filter-sort", sort),
    ];
    // One account is no choice.
    all.retain(|(name, _, choices)| *name != "account" || choices.len() > 2);
    all
}

/// Chapters of the direction and part that are asked for, and below the node that is chosen.
fn nodes(told: &Told, asked: &Asked) -> Vec<Choice> {
    let tree = told.edition.tree();
    let chosen = asked.node();
    let (direction, part) = (asked.direction.parse::<Direction>().ok(), asked.part.parse::<Part>().ok());
    let is_offered = |node: &NodeKey| {
        let is_top = node.path.len() == 1;
        let is_near = chosen.as_ref().is_some_and(|chosen| {
            node == chosen || node.parent().as_ref() == Some(chosen) || (node.holds(chosen) && !node.path.is_empty())
        });
        (is_top || is_near)
            && direction.is_none_or(|direction| node.direction == Some(direction))
            && part.is_none_or(|part| node.part == Some(part))
    };
    let name = |node: &NodeKey| {
        let name = told.node_name(node);
        let named = format!("{} {}", node.path.join("."), name.plain(told.lang));
        if node.account.is_main() {
            return named;
        }
        format!("{} – {named}", told.account_name(&node.account).plain(told.lang))
    };
    let mut out = vec![Choice { value: String::new(), label: told.t.m("lines-any-node").to_string(), chosen: false }];
    let offered = tree.nodes().filter(|node| is_offered(&node.key)).take(NODES);
    out.extend(offered.map(|node| Choice {
        value: node.key.to_string(),
        label: name(&node.key),
        chosen: Some(&node.key) == chosen.as_ref(),
    }));
    // One that is not offered stays chosen.
    if let Some(node) = chosen.filter(|_| !out.iter().any(|choice| choice.chosen)) {
        out.push(Choice { value: node.to_string(), label: name(&node), chosen: true });
    }
    out
}

fn accounts(told: &Told, asked: &Asked) -> Vec<Choice> {
    let mut accounts: Vec<&Account> = told.edition.tree().roots().map(|root| &root.key.account).collect();
    accounts.dedup();
    let asked: Option<Account> = asked.account.parse().ok();
    let choice = |account: &Account| Choice {
        value: account.to_string(),
        label: told.account_name(account).plain(told.lang).to_owned(),
        chosen: asked.as_ref() == Some(account),
    };
    let any = Choice { value: String::new(), label: told.t.m("lines-any-account").to_string(), chosen: false };
    std::iter::once(any).chain(accounts.into_iter().map(choice)).collect()
}
