//! The list of projects, filtered and sorted, with its map and its downloads.

use std::sync::Arc;

use askama::Template;
use axum::{extract::State, response::Response};
use infitah_base::{Lang, Text};
use infitah_commons::{App, Viewer, failed, places, settings::closed};
use infitah_kit::{
    Cache, Error, Head, Page, T, Visit,
    components::{Downloads, Empty, MapKey, Pagination},
    extract::Query,
    svg::{self, Area, Map},
    urls,
};
use strum::IntoEnumIterator;

use super::{Asked, Row, rows, sector_name};
use crate::projects::{
    exchange::ExportFormat,
    model::{Concern, Kind, Stage},
    queries::{self, Filter, Sort},
    shelf::{Hits, Shelf},
};

/// Projects on a page.
const PAGE: u64 = 20;

/// One choice of a filter.
struct Choice {
    value: String,
    label: String,
    chosen: bool,
    /// The key of the word above it and its like; empty: none.
    group: &'static str,
}

/// A place with its number of projects.
struct Counted {
    code: String,
    name: Text,
    count: i64,
}

#[derive(Template)]
#[template(path = "projects/templates/list.html")]
pub(super) struct ListPage {
    t: T,
    lang: Lang,
    asked: Asked,
    place: Option<Arc<places::Place>>,
    choices: [Vec<Choice>; 7],
    rows: Vec<Row>,
    count: u64,
    totals: Vec<String>,
    last: u64,
    map: Map,
    key: MapKey<'static>,
    counted: Vec<Counted>,
}

impl ListPage {
    fn pagination(&self) -> Pagination<'_> {
        Pagination { t: &self.t, url: self.asked.url(urls::projects()), page: self.asked.page(), last: self.last }
    }

    fn downloads(&self) -> Downloads<'static> {
        let files = ExportFormat::iter().map(|format| (format.label(), self.asked.url(format.url()).bare()));
        Downloads { title: self.t.m("downloads-list").to_string(), files: files.collect() }
    }

    fn nothing(&self) -> Empty<'static> {
        let t = &self.t;
        Empty {
            icon: "i-road",
            title: t.m("projects-none").to_string(),
            text: t.m("projects-none-why").to_string(),
            way: Some((t.m("projects-clear").to_string(), urls::projects().to(self.lang))),
        }
    }

    /// Name, key of the label and choices of each filter, those of one group together.
    fn filters(&self) -> impl Iterator<Item = (&'static str, &'static str, impl Iterator<Item = &[Choice]>)> {
        let names = ["place", "sector", "stage", "kind", "organisation", "state", "sort"];
        let labels = [
            "filter-place",
            "filter-sector",
            "filter-stage",
            "filter-kind",
            "filter-organisation",
            "filter-state",
            "filter-sort",
        ];
        names
            .into_iter()
            .zip(labels)
            .zip(&self.choices)
            .map(|((name, label), choices)| (name, label, choices.chunk_by(|a, b| a.group == b.group)))
    }
}

impl Page for ListPage {
    const CACHE: Cache = Cache::Until(&["project", "place"]);

    fn head(&self, t: &T) -> Head {
        let number = if self.asked.page() == 1 { String::new() } else { self.asked.page().to_string() };
        let name = self.place.as_ref().map(|place| place.name(self.lang).to_owned());
        Head {
            title: match &name {
                Some(name) => t.m("projects-title-in").s("place", name.as_str()).to_string(),
                None => t.m("projects-title").to_string(),
            },
            description: t.m("projects-lede").to_string(),
            url: self.asked.url(urls::projects()).with("page", number),
            section: "projects",
            crumbs: vec![(t.as_text("home-link"), urls::home())],
            place: self.place.as_ref().map(|place| (place.code.clone(), place.names.clone())),
            ..Head::default()
        }
    }
}

pub(super) async fn show(State(app): State<App>, visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Error> {
    if let Some(closed) = closed(&app, &visit, "projects", &asked.place, asked.url(urls::projects())).await {
        return closed;
    }
    visit.page(async || make(&app, &visit, asked).await).await
}

async fn make(app: &App, visit: &Visit, asked: Asked) -> Result<ListPage, Error> {
    let (t, today) = (&visit.t, visit.site.today());
    let filter = asked.filter(today);
    let shelf = super::shelf_of(app).await?;
    let tx = app.db.read().await.map_err(failed)?;
    let hits = queries::hits(&tx, &shelf, &Viewer::Public, &filter).await.map_err(failed)?;
    let last = hits.count().div_ceil(PAGE).max(1);
    if asked.page() > last {
        return Err(Error::NotFound);
    }
    let shown = hits.page(&tx, asked.page(), PAGE).await.map_err(failed)?;
    let atlas = app.atlas();
    let place = filter.place.as_deref().and_then(|code| atlas.find(code)).cloned();
    let (map, key, counted) = map(&hits, &atlas, visit, &asked);
    Ok(ListPage {
        t: t.clone(),
        lang: visit.lang,
        place,
        choices: choices(&shelf, app, t, &filter),
        rows: rows(&atlas, t, today, shown),
        count: hits.count(),
        totals: hits.totals().iter().map(|total| t.money(total)).collect(),
        last,
        map,
        key,
        counted,
        asked,
    })
}

fn choices(shelf: &Shelf, app: &App, t: &T, filter: &Filter) -> [Vec<Choice>; 7] {
    let chrome = app.site.chrome();
    let choice =
        |value: &str, label: String, chosen: bool| Choice { value: value.to_owned(), label, chosen, group: "" };
    let any = |label: &'static str| choice("", t.m(label).to_string(), false);

    let mut place = vec![any("filter-place-all")];
    let chosen = filter.place.as_deref();
    place.extend(
        chrome.provinces.iter().map(|(code, name)| choice(code, name.plain(t.lang()).to_owned(), chosen == Some(code))),
    );
    // A commune that was chosen elsewhere stays chosen here.
    if let Some(code) = chosen.filter(|code| !chrome.provinces.iter().any(|(known, _)| known == code)) {
        let name = chrome.communes(t.lang()).iter().find(|(known, _)| known == code).map(|(_, name)| name.clone());
        place.push(choice(code, name.unwrap_or_else(|| code.to_owned()), true));
    }
    let mut sector = vec![any("filter-sector-all")];
    for code in shelf.sectors() {
        let top = code.split('.').next().unwrap_or(code);
        if !sector.iter().any(|known: &Choice| known.value == top) {
            sector.push(choice(top, sector_name(t, top), filter.sector.as_deref() == Some(top)));
        }
    }
    // A narrower sector that was chosen in the address stays chosen.
    if let Some(chosen) = filter.sector.as_deref().filter(|chosen| !sector.iter().any(|one| one.value == **chosen)) {
        sector.push(choice(chosen, sector_name(t, chosen), true));
    }
    let mut stage = vec![any("filter-stage-all")];
    stage.extend(Stage::iter().map(|one| choice(one.code(), t.m(one.label()).to_string(), filter.stage == Some(one))));
    let mut kind = vec![any("filter-kind-all")];
    kind.extend(Kind::iter().map(|one| choice(one.code(), t.m(one.label()).to_string(), filter.kind == Some(one))));
    let mut organisation = vec![any("filter-organisation-all")];
    let chosen = filter.organisation.as_deref();
    for (group, offered) in ["filter-organisation-pays", "filter-organisation-builds"].into_iter().zip(shelf.offered())
    {
        let one = |(key, name): (&str, &Text)| Choice {
            group,
            ..choice(key, name.plain(t.lang()).to_owned(), chosen == Some(key))
        };
        organisation.extend(offered.map(one));
    }
    // One that was chosen elsewhere stays chosen here.
    if let Some(key) = chosen.filter(|key| !organisation.iter().any(|one| one.value == **key)) {
        let name = shelf.called(key).map_or(key, |name| name.plain(t.lang()));
        organisation.push(choice(key, name.to_owned(), true));
    }
    let mut state = vec![any("filter-state-all")];
    let chosen = filter.concern.map(|(concern, _)| concern);
    state.extend(Concern::iter().map(|one| choice(one.code(), t.m(one.label()).to_string(), chosen == Some(one))));
    let sort = Sort::iter().map(|one| {
        let label = match one {
            Sort::Cost => "sort-cost",
            Sort::News => "sort-news",
            Sort::Name => "sort-name",
        };
        choice(one.code(), t.m(label).to_string(), filter.sort == one)
    });
    [place, sector, stage, kind, organisation, state, sort.collect()]
}

/// The smallest places with an outline, coloured by their projects; and the ten that have most, as a list.
fn map(hits: &Hits, atlas: &places::Atlas, visit: &Visit, asked: &Asked) -> (Map, MapKey<'static>, Vec<Counted>) {
    let around = Some(asked.place.trim()).filter(|code| !code.is_empty()).unwrap_or(&visit.site.config().region);
    let Some(tree) = atlas.descendants(around) else {
        return (Map::default(), MapKey { classes: Vec::new() }, Vec::new());
    };
    let smallest: Vec<&places::Place> =
        if tree.within.is_empty() { vec![&tree.root] } else { tree.smallest().collect() };
    let counts = hits.counts();
    let count = |place: &places::Place| counts.get(&place.code).copied().filter(|count| *count > 0);
    #[expect(clippy::cast_precision_loss, reason = "counts of projects stay far below 2^53")]
    let values: Vec<Option<f64>> = smallest.iter().map(|place| count(place).map(|count| count as f64)).collect();
    let (classes, limits) = svg::classes(&values);
    let areas = smallest.iter().zip(classes).map(|(place, class)| Area {
        code: place.code.clone(),
        class,
        href: Some(
            Asked { place: place.code.clone(), page: String::new(), ..asked.clone() }
                .url(urls::projects())
                .to(visit.lang),
        ),
        title: format!("{} · {}", place.name(visit.lang), count(place).unwrap_or_default()),
    });
    let mut key = MapKey::of(&visit.t, limits);
    key.classes.insert(0, ("", visit.t.m("map-none").to_string()));
    let map = Map { outlines: atlas.outlines_of(&smallest), areas: areas.collect(), marks: Vec::new() };
    let mut counted: Vec<Counted> = smallest
        .iter()
        .filter_map(|place| Some(Counted { code: place.code.clone(), name: place.names.clone(), count: count(place)? }))
        .collect();
    counted.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.code.cmp(&b.code)));
    (map, key, counted)
}
