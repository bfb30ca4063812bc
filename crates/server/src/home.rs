//! The home page: what several domains show together.

use askama::Template;
use axum::{Router, extract::State, response::Response, routing::get};
use infitah_base::{CivilDate, Lang, Text};
use infitah_commons::{
    App, Viewer, failed,
    places::{Atlas, Place, Tree},
};
use infitah_kit::{
    Cache, Error, Head, Page, T, Visit,
    components::MapKey,
    svg::{self, Area, Map},
    urls,
};
use infitah_transparency::{
    budget::{self, Direction, Phase},
    projects::{self, Filter, Sort},
};

/// The routes of the home page.
pub fn routes() -> Router<App> {
    Router::new().route("/{lang}/", get(show)).route("/{lang}", get(to_slash))
}

async fn to_slash(visit: Visit) -> axum::response::Redirect {
    axum::response::Redirect::permanent(&urls::home().to(visit.lang))
}

/// A part of the region with its projects.
struct Part {
    code: String,
    name: Text,
    population: Option<i64>,
    projects: i64,
}

/// A project with its latest news.
struct News {
    date: CivilDate,
    reference: String,
    title: Text,
    stage: Option<&'static str>,
    built: Option<u32>,
}

#[derive(Template)]
#[template(path = "home/templates/home.html")]
struct HomePage {
    t: T,
    lang: Lang,
    population: Option<i64>,
    communes: usize,
    provinces: usize,
    projects: u64,
    total: Option<String>,
    /// The newest budget as it was voted: its year, and all that is to be spent.
    budget: Option<(i16, String)>,
    parts: Vec<Part>,
    map: Map,
    key: MapKey<'static>,
    news: Vec<News>,
}

impl Page for HomePage {
    const CACHE: Cache = Cache::UntilAny;

    fn head(&self, t: &T) -> Head {
        Head { description: t.m("home-lede").to_string(), url: urls::home(), bare: true, ..Head::default() }
    }
}

/// What stands there before anybody keeps this instance.
#[derive(Template)]
#[template(path = "home/templates/not-yet.html")]
struct NotYetPage {
    t: T,
}

impl Page for NotYetPage {
    const CACHE: Cache = Cache::UntilAny;

    fn head(&self, t: &T) -> Head {
        Head { description: t.m("home-not-yet-text").to_string(), url: urls::home(), unlisted: true, ..Head::default() }
    }
}

/// Whether nobody administers and nothing was published: an instance that is kept from the command line alone is one.
async fn is_not_yet(app: &App) -> Result<bool, Error> {
    if app.settings().is_set_up() || app.site.config().demo {
        return Ok(false);
    }
    Ok(projects::shelf_of(app).await?.is_empty() && budget::ledger_of(app).await?.is_empty())
}

async fn show(State(app): State<App>, visit: Visit) -> Result<Response, Error> {
    if is_not_yet(&app).await? {
        return visit.page(async || Ok(NotYetPage { t: visit.t.clone() })).await;
    }
    visit.page(async || make(&app, &visit).await).await
}

async fn make(app: &App, visit: &Visit) -> Result<HomePage, Error> {
    let viewer = Viewer::Public;
    let region = &app.site.config().region;
    let atlas = app.atlas();
    let tree = atlas.descendants(region).ok_or(Error::NotFound)?;
    let shelf = projects::shelf_of(app).await?;
    let budget = newest_budget(app, visit).await?;
    let tx = app.db.read().await.map_err(failed)?;
    let latest = Filter { sort: Sort::News, ..Filter::default() };
    let hits = projects::hits(&tx, &shelf, &viewer, &latest).await.map_err(failed)?;
    let (within, totals) = (hits.counts_within(), hits.totals());
    let count = |code: &str| within.get(code).copied().unwrap_or_default();
    let part = |place: &Place| Part {
        code: place.code.clone(),
        name: place.names.clone(),
        population: place.population,
        projects: count(&place.code),
    };
    let mut parts: Vec<Part> = tree.children(region).map(part).collect();
    parts.sort_by_key(|part| std::cmp::Reverse(part.projects));
    let (map, key) = map(&atlas, visit, tree, &count);
    let recent = hits.with_news(&tx, 4).await.map_err(failed)?;
    let news = recent.into_iter().filter_map(|one| {
        Some(News {
            date: one.project.last_news()?,
            stage: one.project.stage().map(|stage| stage.label()),
            built: one.project.built().map(|observation| observation.percent),
            title: one.project.title,
            reference: one.reference,
        })
    });
    Ok(HomePage {
        t: visit.t.clone(),
        lang: visit.lang,
        population: tree.root.population,
        communes: tree.smallest().count(),
        provinces: parts.len(),
        projects: hits.count(),
        // Two currencies do not add up: then the register says each, the home page none.
        total: totals.first().filter(|_| totals.len() == 1).map(|total| visit.t.money(total)),
        budget,
        parts,
        map,
        key,
        news: news.collect(),
    })
}

/// The newest budget as it was voted: its year, and all that is to be spent.
async fn newest_budget(app: &App, visit: &Visit) -> Result<Option<(i16, String)>, Error> {
    let ledger = budget::ledger_of(app).await?;
    Ok(ledger.newest(Phase::Voted).and_then(|edition| {
        let total = edition.total(Direction::Spending, None, Phase::Voted.measure())?;
        Some((edition.budget().year, visit.t.money(edition.money(total))))
    }))
}

/// The provinces, coloured by their projects.
fn map(atlas: &Atlas, visit: &Visit, tree: &Tree, count: &impl Fn(&str) -> i64) -> (Map, MapKey<'static>) {
    let shown: Vec<&Place> = tree.children(&tree.root.code).filter(|place| place.has_outline).collect();
    #[expect(clippy::cast_precision_loss, reason = "counts of projects stay far below 2^53")]
    let values: Vec<Option<f64>> = shown.iter().map(|place| Some(count(&place.code) as f64)).collect();
    let (classes, limits) = svg::classes(&values);
    let areas = shown.iter().zip(classes).map(|(place, class)| Area {
        code: place.code.clone(),
        class,
        href: Some(urls::place(&place.code).to(visit.lang)),
        title: format!("{} · {}", place.name(visit.lang), count(&place.code)),
    });
    (
        Map { outlines: atlas.outlines_of(&shown), areas: areas.collect(), marks: Vec::new() },
        MapKey::of(&visit.t, limits),
    )
}
