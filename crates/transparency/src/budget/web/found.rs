//! The budget where others look for it: by search, on the page of a place; and what of it falls to places.

use std::sync::Arc;

use askama::Template;
use infitah_base::{Lang, Text, text};
use infitah_commons::{
    App, Viewer,
    links::{Card, PlaceSection, Resolver},
    places::Place,
    settings::Content,
};
use infitah_kit::{Error, T, Visit, urls};

use super::Told;
use crate::budget::{
    ledger::{self, Edition, Filter},
    model::{Direction, NodeKey, Phase},
};

/// What of the spending falls to a place, or to the places of the region.
pub(super) struct Placed {
    pub(super) rows: Vec<Row>,
    /// What cannot be said to be in one of them, each with why.
    pub(super) apart: Vec<(&'static str, String, String)>,
    /// Of a hundred of all spending, how many can be placed.
    pub(super) of_hundred: Option<i64>,
}

impl Placed {
    /// Whether amounts are divided by the people of each place.
    pub(super) fn is_divided(&self) -> bool {
        self.rows.iter().any(|row| row.each.is_some())
    }
}

/// A place with what falls to it.
pub(super) struct Row {
    pub(super) name: Text,
    pub(super) code: String,
    pub(super) amount: String,
    /// By inhabitant of that place.
    pub(super) each: Option<String>,
    pub(super) href: String,
}

/// What falls to a place, or without one to each province; what cannot be told apart is said apart.
pub(super) fn placed(told: &Told, app: &App, place: Option<&Place>) -> Placed {
    let atlas = app.atlas();
    let measure = told.measure;
    let lines = |code: &str, lies: &'static str| told.counted(Direction::Spending, &[("place", code), ("lies", lies)]);
    let row = |place: &Place, minor: Option<i64>| Row {
        name: place.names.clone(),
        code: place.code.clone(),
        // No line is there: then nothing is attributed, which is not that nothing is spent.
        amount: minor.map_or_else(|| told.t.m("placed-nothing").to_string(), |minor| told.said(Some(minor))),
        each: told.people.as_ref().map(|_| told.each(minor, place.population).unwrap_or_default()),
        href: minor.map(|_| lines(&place.code, "")).unwrap_or_default(),
    };
    let all = told.edition.total(Direction::Spending, None, measure).filter(|all| *all > 0);
    let share =
        |known: i64| all.and_then(|all| i64::try_from((i128::from(known) * 200 / i128::from(all) + 1) / 2).ok());
    let apart = |label: &'static str, minor: Option<i64>, href: String| {
        minor.filter(|minor| *minor != 0).map(|minor| (label, told.said(Some(minor)), href))
    };
    let none = || lines("none", "");
    let region = &app.site.config().region;
    match place.filter(|place| place.code != *region) {
        Some(place) => {
            let sums = told.edition.placed(&atlas, &place.code);
            let here = sums.here.get(measure);
            let parts = [
                apart("placed-shared", sums.shared.get(measure), lines(&place.code, "shared")),
                apart("placed-elsewhere", sums.elsewhere.get(measure), lines(&place.code, "elsewhere")),
                apart("placed-nowhere", sums.nowhere.get(measure), none()),
            ];
            Placed {
                rows: vec![row(place, here)],
                apart: parts.into_iter().flatten().collect(),
                of_hundred: share(here.unwrap_or_default()),
            }
        }
        None => {
            let Some(tree) = atlas.descendants(region) else {
                return Placed { rows: Vec::new(), apart: Vec::new(), of_hundred: None };
            };
            let provinces: Vec<&Place> = tree.children(region).collect();
            let codes: Vec<&str> = provinces.iter().map(|place| place.code.as_str()).collect();
            let sums = told.edition.in_parts(&atlas, region, &codes);
            let known: i64 = sums.parts.iter().filter_map(|sums| sums.get(measure)).sum();
            let parts = [
                apart("placed-several", sums.several.get(measure), lines(region, "several")),
                apart("placed-outside", sums.shared.get(measure), lines(region, "shared")),
                apart("placed-elsewhere", sums.elsewhere.get(measure), lines(region, "elsewhere")),
                apart("placed-nowhere", sums.nowhere.get(measure), none()),
            ];
            let rows = provinces.iter().zip(&sums.parts).map(|(place, sums)| row(place, sums.get(measure)));
            Placed { rows: rows.collect(), apart: parts.into_iter().flatten().collect(), of_hundred: share(known) }
        }
    }
}

/// Provinces and communes to choose from: code, name, whether it is chosen.
pub(super) fn choices(app: &App, visit: &Visit, chosen: Option<&Place>) -> Vec<(String, String, bool)> {
    let chrome = app.site.chrome();
    let provinces = chrome.provinces.iter().map(|(code, name)| (code.clone(), name.plain(visit.lang).to_owned()));
    let all = provinces.chain(chrome.communes(visit.lang).iter().cloned());
    let is_chosen = |code: &str| chosen.is_some_and(|place| place.code == code);
    all.map(|(code, name)| (code.clone(), name, is_chosen(&code))).collect()
}

/// The newest budget as it was voted, else the newest there is.
fn newest(ledger: &ledger::Ledger) -> Option<&Arc<Edition>> {
    ledger.newest(Phase::Voted).or_else(|| ledger.editions().next_back())
}

/// What the page of a place shows of the newest budget.
pub struct BudgetOfPlace;

#[derive(Template)]
#[template(path = "budget/templates/place.html")]
struct Section {
    t: T,
    lang: Lang,
    year: i16,
    placed: Placed,
    more: String,
}

#[async_trait::async_trait]
impl PlaceSection for BudgetOfPlace {
    async fn show(&self, app: &App, _: &Viewer, visit: &Visit, place: &Place) -> Result<String, Error> {
        let ledger = ledger::ledger_of(app).await?;
        let region = &app.site.config().region;
        let atlas = app.atlas();
        // A budget says nothing of places outside its region.
        let is_within = place.code == *region || atlas.is_within(place, region);
        let is_open = app.settings().is_open("budget", &place.code, &atlas);
        let Some(edition) = newest(&ledger).filter(|_| is_within && is_open).cloned() else { return Ok(String::new()) };
        let told = Told::new(app, &visit.t, ledger, edition);
        let url = told.at(urls::budget_of(told.year()));
        let code = if place.code == *region { "" } else { place.code.as_str() };
        let section = Section {
            t: visit.t.clone(),
            lang: visit.lang,
            year: told.year(),
            placed: placed(&told, app, Some(place)),
            more: format!("{}#place", url.with("place", code).to(visit.lang)),
        };
        Ok(section.render()?)
    }
}

/// Chapters, programmes and lines of the newest budget, as search finds them.
pub struct BudgetResolver;

/// Before the identifier of a line, where others are nodes.
const LINE: &str = "line:";

#[async_trait::async_trait]
impl Resolver for BudgetResolver {
    fn kind(&self) -> &'static str {
        crate::budget::queries::KIND
    }

    fn label(&self) -> &'static str {
        "section-budget"
    }

    fn icon(&self) -> &'static str {
        "i-coins"
    }

    async fn found(&self, app: &App, query: &str, most: usize) -> Result<Option<Vec<String>>, Error> {
        let ledger = ledger::ledger_of(app).await?;
        let (Some(edition), false) = (newest(&ledger), text::words(query).is_empty()) else {
            return Ok(Some(Vec::new()));
        };
        let words: Vec<String> = text::words(query).into_iter().map(|word| format!(" {word}")).collect();
        let is_asked = |node: &NodeKey| {
            let folded = |name: &Text| {
                let all: Vec<&str> = name.iter().map(|(_, text)| text).collect();
                format!(" {}", text::for_index(&all.join(" ")))
            };
            let name = edition.budget().name(node).map(folded).unwrap_or_default();
            let plain = ledger.words(node).map(|words| folded(&words.name)).unwrap_or_default();
            words.iter().all(|word| name.contains(word.as_str()) || plain.contains(word.as_str()))
        };
        let nodes = edition.tree().nodes().filter(|node| !node.key.path.is_empty() && is_asked(&node.key));
        let mut ids: Vec<String> = nodes.map(|node| node.key.to_string()).take(most).collect();
        let asked = Filter { words: query.to_owned(), ..Filter::default() };
        let lines = edition.find(&asked, &app.atlas()).positions;
        let lines = lines.iter().filter_map(|position| edition.at_position(*position));
        ids.extend(lines.take(most.saturating_sub(ids.len())).map(|line| format!("{LINE}{}", line.id)));
        Ok(Some(ids))
    }

    async fn cards(&self, app: &App, _: &Viewer, t: &T, ids: &[String]) -> Result<Vec<Card>, Error> {
        let ledger = ledger::ledger_of(app).await?;
        let Some(edition) = newest(&ledger) else { return Ok(Vec::new()) };
        let (year, measure) = (edition.budget().year, edition.budget().phase.measure());
        let line = |direction: Direction, minor: Option<i64>| {
            let amount = minor.map(|minor| t.money(edition.money(minor)));
            let direction = t.m(&format!("direction-{}", direction.code())).to_string();
            [Some(year.to_string()), Some(direction), amount].into_iter().flatten().collect::<Vec<_>>().join(" · ")
        };
        let card = |id: &String| match id.strip_prefix(LINE) {
            Some(id) => edition.line(id).map(|one| Card {
                title: one.name.clone(),
                url: urls::budget_line(year, &one.id),
                line: line(one.direction, one.amounts.get(measure)),
            }),
            None => {
                let node = id.parse().ok().and_then(|key: NodeKey| edition.tree().find(&key))?;
                Some(Card {
                    title: edition.name(&node.key)?.clone(),
                    url: urls::budget_node(year, id),
                    line: line(node.key.direction?, node.sums.get(measure)),
                })
            }
        };
        Ok(ids.iter().filter_map(card).collect())
    }
}

/// Whether there is a budget that says something of a place: then its section can open there.
pub struct BudgetContent;

#[async_trait::async_trait]
impl Content for BudgetContent {
    fn section(&self) -> &'static str {
        "budget"
    }

    fn label(&self) -> &'static str {
        "section-budget"
    }

    async fn has(&self, app: &App, place: &str) -> Result<bool, Error> {
        let ledger = ledger::ledger_of(app).await?;
        let (atlas, region) = (app.atlas(), &app.site.config().region);
        let is_within = atlas.find(place).is_some_and(|place| place.code == *region || atlas.is_within(place, region));
        Ok(is_within && newest(&ledger).is_some())
    }
}
