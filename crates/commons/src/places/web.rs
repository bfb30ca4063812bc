//! The pages of places: the list with its map, and one place.

use std::collections::HashMap;

use askama::Template;
use axum::{
    Router,
    extract::State,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use infitah_base::{Lang, Text};
use infitah_kit::{
    Cache, Error, Head, Page, T, Visit,
    components::MapKey,
    extract::{Path, Query},
    svg::{self, Area, Bar, Map, Ring},
    urls,
};
use infitah_store::{ReadTx, StoreError};
use serde::Deserialize;

use super::{
    model::{Figure, Indicator, Place, Unit},
    queries::{self, Tree},
};
use crate::{
    App, Viewer, failed,
    links::{Card, Resolver},
};

/// The routes of the pages.
pub fn routes() -> Router<App> {
    Router::new().route("/{lang}/places", get(list)).route("/{lang}/places/{code}", get(one))
}

#[derive(Deserialize)]
struct Asked {
    /// The place switcher sends the code here.
    #[serde(default)]
    go: String,
    /// Words of the name of a place.
    #[serde(default)]
    q: String,
}

/// One line of a list of places.
struct Row {
    code: String,
    name: Text,
    kind: Text,
    population: Option<i64>,
    within: usize,
}

/// A province with the places in it.
struct Group {
    head: Row,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "places/templates/list.html")]
struct ListPage {
    t: T,
    lang: Lang,
    code: String,
    region: Text,
    map: Map,
    key: MapKey<'static>,
    groups: Vec<Group>,
    count: usize,
    query: String,
}

impl ListPage {
    fn is_found(&self) -> bool {
        self.groups.iter().any(|group| !group.rows.is_empty())
    }
}

impl Page for ListPage {
    const CACHE: Cache = Cache::Until(&["place"]);

    fn head(&self, t: &T) -> Head {
        Head {
            title: t.m("places-title").to_string(),
            description: t.m("places-lede").n("count", self.count).to_string(),
            url: urls::places().with("q", self.query.as_str()),
            section: "places",
            crumbs: vec![(t.as_text("home-link"), urls::home())],
            ..Head::default()
        }
    }
}

async fn list(State(app): State<App>, visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Error> {
    if !asked.go.is_empty() {
        return Ok(Redirect::to(&urls::place(&asked.go).to(visit.lang)).into_response());
    }
    visit.page(async || make_list(&app, &visit, &asked.q).await).await
}

async fn make_list(app: &App, visit: &Visit, query: &str) -> Result<ListPage, Error> {
    let query: String = query.trim().chars().take(100).collect();
    let wanted = infitah_base::text::fold(&query);
    let tx = app.db.read().await.map_err(failed)?;
    let region = &visit.site.config().region;
    let tree = queries::descendants(&tx, &Viewer::Public, region).await.map_err(failed)?.ok_or(Error::NotFound)?;
    let (map, key) = population_map(&tx, visit, &tree).await.map_err(failed)?;
    let row = |place: &Place| Row {
        code: place.code.clone(),
        name: place.names.clone(),
        kind: tree.kinds.get(&place.kind).map(|kind| kind.one.clone()).unwrap_or_default(),
        population: place.population,
        within: 0,
    };
    let smallest: Vec<&Place> = tree.smallest().collect();
    let groups: Vec<Group> = tree
        .children(region)
        .map(|province| {
            let within: Vec<&&Place> =
                smallest.iter().filter(|place| is_within(&tree, place, &province.code)).collect();
            let is_wanted =
                |place: &Place| place.names.iter().any(|(_, name)| infitah_base::text::fold(name).contains(&wanted));
            let mut rows: Vec<Row> = within.iter().filter(|place| is_wanted(place)).map(|place| row(place)).collect();
            rows.sort_by_cached_key(|row| infitah_base::text::sort_key(row.name.plain(visit.lang)));
            Group { head: Row { within: within.len(), ..row(province) }, rows }
        })
        .collect();
    Ok(ListPage {
        t: visit.t.clone(),
        lang: visit.lang,
        code: tree.root.code.clone(),
        region: tree.root.names.clone(),
        map,
        key,
        count: smallest.len(),
        groups,
        query,
    })
}

fn is_within(tree: &Tree, place: &Place, code: &str) -> bool {
    let mut at = place.parent.as_deref();
    while let Some(parent) = at {
        if parent == code {
            return true;
        }
        at = tree.within.iter().find(|one| one.code == parent).and_then(|one| one.parent.as_deref());
    }
    false
}

/// The smallest places that have an outline, coloured by their population; when none has one, those above them.
async fn population_map(tx: &ReadTx, visit: &Visit, tree: &Tree) -> Result<(Map, MapKey<'static>), StoreError> {
    let mut shown: Vec<&Place> = tree.smallest().filter(|place| place.has_outline).collect();
    if shown.is_empty() {
        shown = tree.children(&tree.root.code).filter(|place| place.has_outline).collect();
    }
    let outlines = queries::outlines_of(tx, &shown).await?;
    #[expect(clippy::cast_precision_loss, reason = "populations stay far below 2^53")]
    let values: Vec<Option<f64>> = shown.iter().map(|place| place.population.map(|people| people as f64)).collect();
    let (classes, limits) = svg::classes(&values);
    let areas = shown.iter().zip(classes).map(|(place, class)| area(visit, place, &outlines, class));
    Ok((Map { areas: areas.collect(), ..Map::default() }, MapKey::of(&visit.t, limits)))
}

fn area(visit: &Visit, place: &Place, outlines: &HashMap<String, Vec<Ring>>, class: &'static str) -> Area {
    Area {
        rings: outlines.get(&place.code).cloned().unwrap_or_default(),
        class,
        href: Some(urls::place(&place.code).to(visit.lang)),
        title: place.name(visit.lang).to_owned(),
    }
}

/// The indicators that the page also draws.
const CANNOT_READ: &str = "illiteracy";
const SPEAKS: &str = "speaks-";

/// The bar of a percentage.
fn bar(percent: f64, motif: u8) -> Bar {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0 to 1000")]
    let per_mille = (percent * 10.0).round().clamp(0.0, 1000.0) as u32;
    Bar { per_mille, motif }
}

/// A census figure as the page shows it: for all, for women and for men.
struct FigureRow {
    key: String,
    label: Text,
    explanation: Text,
    base: Text,
    percent: bool,
    all: Option<f64>,
    women: Option<f64>,
    men: Option<f64>,
}

impl FigureRow {
    fn show(&self, t: &T, value: &Option<f64>) -> String {
        match value {
            Some(value) if self.percent => format!("{}%", t.measure(value)),
            Some(value) => t.measure(value),
            None => t.m("not-published").to_string(),
        }
    }

    fn has_sexes(&self) -> bool {
        self.women.is_some() || self.men.is_some()
    }
}

#[derive(Template)]
#[template(path = "places/templates/one.html")]
struct PlacePage {
    t: T,
    lang: Lang,
    place: Place,
    kind: Text,
    around: Vec<Place>,
    map: Map,
    children: Vec<Row>,
    figures: Vec<FigureRow>,
    source: Option<(Text, String)>,
    sections: Vec<String>,
}

impl PlacePage {
    fn with_sexes(&self) -> impl Iterator<Item = &FigureRow> {
        self.figures.iter().filter(|row| row.has_sexes())
    }

    /// Who cannot read, women and men: the label's key, the figure and its bar.
    fn readers(&self) -> Vec<(&'static str, String, Bar)> {
        let Some(row) = self.figures.iter().find(|row| row.key == CANNOT_READ) else { return Vec::new() };
        let one = |label, value: Option<f64>, motif| {
            let value = value?;
            Some((label, row.show(&self.t, &Some(value)), bar(value, motif)))
        };
        [one("place-women", row.women, 7), one("place-men", row.men, 5)].into_iter().flatten().collect()
    }

    /// The languages that are spoken here, the most spoken first; those of less than one in a hundred are in the table.
    fn spoken(&self) -> Vec<(&Text, String, Bar)> {
        let mut rows: Vec<(&FigureRow, f64)> = self
            .figures
            .iter()
            .filter(|row| row.key.starts_with(SPEAKS))
            .filter_map(|row| Some((row, row.all.filter(|value| *value >= 1.0)?)))
            .collect();
        rows.sort_by(|a, b| b.1.total_cmp(&a.1));
        rows.into_iter().map(|(row, value)| (&row.label, row.show(&self.t, &row.all), bar(value, 3))).collect()
    }

    fn without_sexes(&self) -> impl Iterator<Item = &FigureRow> {
        self.figures.iter().filter(|row| !row.has_sexes())
    }

    fn census_date(&self) -> Option<String> {
        let (_, date) = self.source.as_ref()?;
        Some(date.parse().map_or_else(|_| date.clone(), |date: infitah_base::CivilDate| self.t.date(date)))
    }
}

impl Page for PlacePage {
    const CACHE: Cache = Cache::UntilAny;

    fn head(&self, t: &T) -> Head {
        let mut crumbs = vec![(t.as_text("home-link"), urls::home()), (t.as_text("section-places"), urls::places())];
        for place in self.around.iter().rev() {
            // A cercle often has its province's name: twice the same word would only puzzle.
            if crumbs.last().is_none_or(|(last, _)| *last != place.names) {
                crumbs.push((place.names.clone(), urls::place(&place.code)));
            }
        }
        let name = self.place.name(self.lang).to_owned();
        Head {
            title: name.clone(),
            description: t
                .m("place-description")
                .s("name", name.as_str())
                .s("kind", self.kind.plain(self.lang))
                .to_string(),
            url: urls::place(&self.place.code),
            section: "places",
            crumbs,
            place: Some((self.place.code.clone(), self.place.names.clone())),
            ..Head::default()
        }
    }
}

async fn one(State(app): State<App>, visit: Visit, Path((_, code)): Path<(String, String)>) -> Result<Response, Error> {
    visit.page(async || make_one(&app, &visit, &code).await).await
}

async fn make_one(app: &App, visit: &Visit, code: &str) -> Result<PlacePage, Error> {
    let viewer = Viewer::Public;
    let tx = app.db.read().await.map_err(failed)?;
    let tree = queries::descendants(&tx, &viewer, code).await.map_err(failed)?.ok_or(Error::NotFound)?;
    let place = tree.root.clone();
    let around = queries::ancestors(&tx, &viewer, &place).await.map_err(failed)?;
    let (indicators, figures) = queries::figures(&tx, code).await.map_err(failed)?;
    let map = place_map(&tx, visit, &tree, &around).await.map_err(failed)?;
    let mut sections = Vec::new();
    for section in &app.registry.place_sections {
        sections.push(section.show(&tx, &viewer, visit, &place).await?);
    }
    let mut children: Vec<Row> = tree
        .children(code)
        .map(|child| Row {
            code: child.code.clone(),
            name: child.names.clone(),
            kind: tree.kinds.get(&child.kind).map(|kind| kind.one.clone()).unwrap_or_default(),
            population: child.population,
            within: 0,
        })
        .collect();
    children.sort_by_cached_key(|row| infitah_base::text::sort_key(row.name.plain(visit.lang)));
    let source = indicators.first().map(|indicator| (indicator.source.clone(), indicator.date.clone()));
    Ok(PlacePage {
        t: visit.t.clone(),
        lang: visit.lang,
        kind: tree.kinds.get(&place.kind).map(|kind| kind.one.clone()).unwrap_or_default(),
        figures: figure_rows(indicators, &figures),
        // Around a place, only what belongs to the instance: the country is not a page people look for here.
        around: around.into_iter().take_while(|one| one.kind != "country").collect(),
        place,
        map,
        children,
        source,
        sections,
    })
}

/// The place among its sisters; a place with parts shows its parts.
async fn place_map(tx: &ReadTx, visit: &Visit, tree: &Tree, around: &[Place]) -> Result<Map, StoreError> {
    let parts: Vec<&Place> = tree.smallest().filter(|place| place.has_outline).collect();
    if !parts.is_empty() {
        let outlines = queries::outlines_of(tx, &parts).await?;
        return Ok(Map { areas: parts.iter().map(|place| area(visit, place, &outlines, "m1")).collect(), ..Map::default() });
    }
    if !tree.root.has_outline {
        return Ok(Map::default());
    }
    let Some(wider) = around.iter().find(|place| place.has_outline) else { return Ok(Map::default()) };
    let all = queries::descendants(tx, &Viewer::Public, &wider.code).await?;
    let sisters: Vec<Place> = all.map(|all| all.within).unwrap_or_default();
    let same_level = |place: &&Place| tree.rank(place) == tree.rank(&tree.root) && place.has_outline;
    let sisters: Vec<&Place> = sisters.iter().filter(same_level).collect();
    let outlines = queries::outlines_of(tx, &sisters).await?;
    let class = |place: &Place| if place.code == tree.root.code { "hit" } else { "m1" };
    Ok(Map { areas: sisters.iter().map(|place| area(visit, place, &outlines, class(place))).collect(), ..Map::default() })
}

fn figure_rows(indicators: Vec<Indicator>, figures: &[Figure]) -> Vec<FigureRow> {
    let value = |key: &str, sex: &str| {
        let matches = |figure: &&Figure| figure.indicator == key && figure.area == "total" && figure.sex == sex;
        figures.iter().find(matches).map(|figure| figure.value)
    };
    let row = |indicator: Indicator| FigureRow {
        all: value(&indicator.key, "all"),
        women: value(&indicator.key, "female"),
        men: value(&indicator.key, "male"),
        percent: indicator.unit == Unit::Percent,
        key: indicator.key,
        label: indicator.label,
        explanation: indicator.explanation,
        base: indicator.base,
    };
    let rows = indicators.into_iter().map(row);
    // A language that nobody speaks here would only be a line of zeros.
    rows.filter(|row| [row.all, row.women, row.men].into_iter().flatten().any(|value| value >= 0.05)).collect()
}

/// Places as others show them.
pub struct PlaceResolver;

#[async_trait::async_trait]
impl Resolver for PlaceResolver {
    fn kind(&self) -> &'static str {
        "place"
    }

    fn label(&self) -> &'static str {
        "section-places"
    }

    fn icon(&self) -> &'static str {
        "i-pin"
    }

    async fn cards(&self, tx: &ReadTx, viewer: &Viewer, t: &T, ids: &[String]) -> Result<Vec<Card>, Error> {
        let places = queries::many(tx, viewer, ids).await.map_err(failed)?;
        let parents: Vec<String> = places.iter().filter_map(|place| place.parent.clone()).collect();
        let parents = queries::many(tx, viewer, &parents).await.map_err(failed)?;
        let card = |id: &String| {
            let place = places.iter().find(|place| place.code == *id)?;
            let around = parents.iter().find(|parent| Some(&parent.code) == place.parent.as_ref());
            let people = place.population.map(|people| t.m("place-people").n("count", people).to_string());
            let line = around.map(|around| around.name(t.lang()).to_owned()).into_iter().chain(people);
            Some(Card {
                title: place.names.clone(),
                url: urls::place(&place.code),
                line: line.collect::<Vec<_>>().join(" · "),
            })
        };
        Ok(ids.iter().filter_map(card).collect())
    }
}
