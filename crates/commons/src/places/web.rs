//! The pages of places: the list with its map, and one place.

use std::sync::Arc;

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
    svg::{self, Area, Bar, Map},
    urls,
};
use serde::Deserialize;

use super::{
    atlas::{Atlas, Tree},
    model::{Figure, Indicator, Place, Unit},
    queries,
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
    visit.page(async || make_list(&app, &visit, &asked.q)).await
}

fn make_list(app: &App, visit: &Visit, query: &str) -> Result<ListPage, Error> {
    let query: String = query.trim().chars().take(100).collect();
    let wanted = infitah_base::text::fold(&query);
    let region = &visit.site.config().region;
    let atlas = app.atlas();
    let tree = atlas.descendants(region).ok_or(Error::NotFound)?;
    let (map, key) = population_map(&atlas, visit, tree);
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
            let within: Vec<&&Place> = smallest.iter().filter(|place| atlas.is_within(place, &province.code)).collect();
            let has_words = |name: &str| infitah_base::text::fold(name).contains(&wanted);
            let is_wanted = |place: &Place| wanted.is_empty() || place.names.iter().any(|(_, name)| has_words(name));
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

/// The smallest places that have an outline, coloured by their population; when none has one, those above them.
fn population_map(atlas: &Atlas, visit: &Visit, tree: &Tree) -> (Map, MapKey<'static>) {
    let mut shown: Vec<&Place> = tree.smallest().filter(|place| place.has_outline).collect();
    if shown.is_empty() {
        shown = tree.children(&tree.root.code).filter(|place| place.has_outline).collect();
    }
    #[expect(clippy::cast_precision_loss, reason = "populations stay far below 2^53")]
    let values: Vec<Option<f64>> = shown.iter().map(|place| place.population.map(|people| people as f64)).collect();
    let (classes, limits) = svg::classes(&values);
    let areas = shown.iter().zip(classes).map(|(place, class)| area(visit, place, class)).collect();
    (Map { outlines: atlas.outlines_of(&shown), areas, marks: Vec::new() }, MapKey::of(&visit.t, limits))
}

fn area(visit: &Visit, place: &Place, class: &'static str) -> Area {
    Area {
        code: place.code.clone(),
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
    place: Arc<Place>,
    kind: Text,
    around: Vec<Arc<Place>>,
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
    let atlas = app.atlas();
    let tree = atlas.descendants(code).ok_or(Error::NotFound)?;
    let place = tree.root.clone();
    let around = atlas.ancestors(&place);
    // The view ends before the sections are asked: each takes its own.
    let figures = queries::figures(&app.db.read().await.map_err(failed)?, code).await.map_err(failed)?;
    let map = place_map(&atlas, visit, tree, &around);
    let mut sections = Vec::new();
    for section in &app.registry.place_sections {
        sections.push(section.show(app, &viewer, visit, &place).await?);
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
    let source = atlas.indicators().first().map(|indicator| (indicator.source.clone(), indicator.date.clone()));
    Ok(PlacePage {
        t: visit.t.clone(),
        lang: visit.lang,
        kind: tree.kinds.get(&place.kind).map(|kind| kind.one.clone()).unwrap_or_default(),
        figures: figure_rows(atlas.indicators(), &figures),
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
fn place_map(atlas: &Atlas, visit: &Visit, tree: &Tree, around: &[Arc<Place>]) -> Map {
    let map = |places: &[&Place], class: &dyn Fn(&Place) -> &'static str| Map {
        outlines: atlas.outlines_of(places),
        areas: places.iter().map(|place| area(visit, place, class(place))).collect(),
        marks: Vec::new(),
    };
    let parts: Vec<&Place> = tree.smallest().filter(|place| place.has_outline).collect();
    if !parts.is_empty() {
        return map(&parts, &|_| "m1");
    }
    if !tree.root.has_outline {
        return Map::default();
    }
    let wider = around.iter().find(|place| place.has_outline).and_then(|wider| atlas.descendants(&wider.code));
    let Some(wider) = wider else { return Map::default() };
    let rank = tree.rank(&tree.root);
    let sisters = wider.within.iter().map(Arc::as_ref).filter(|place| tree.rank(place) == rank && place.has_outline);
    map(&sisters.collect::<Vec<_>>(), &|place| if place.code == tree.root.code { "hit" } else { "m1" })
}

fn figure_rows(indicators: &[Indicator], figures: &[Figure]) -> Vec<FigureRow> {
    let value = |key: &str, sex: &str| {
        let matches = |figure: &&Figure| figure.indicator == key && figure.area == "total" && figure.sex == sex;
        figures.iter().find(matches).map(|figure| figure.value)
    };
    let row = |indicator: &Indicator| FigureRow {
        all: value(&indicator.key, "all"),
        women: value(&indicator.key, "female"),
        men: value(&indicator.key, "male"),
        percent: indicator.unit == Unit::Percent,
        key: indicator.key.clone(),
        label: indicator.label.clone(),
        explanation: indicator.explanation.clone(),
        base: indicator.base.clone(),
    };
    let rows = indicators.iter().map(row);
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

    async fn cards(&self, app: &App, _: &Viewer, t: &T, ids: &[String]) -> Result<Vec<Card>, Error> {
        let atlas = app.atlas();
        let card = |place: &Arc<Place>| {
            let people = place.population.map(|people| t.m("place-people").n("count", people).to_string());
            let line = atlas.parent(place).map(|around| around.name(t.lang()).to_owned()).into_iter().chain(people);
            Card {
                title: place.names.clone(),
                url: urls::place(&place.code),
                line: line.collect::<Vec<_>>().join(" · "),
            }
        };
        Ok(ids.iter().filter_map(|id| atlas.find(id)).map(card).collect())
    }
}
