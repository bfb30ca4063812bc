//! Search over what exists.

use askama::Template;
use axum::{Router, extract::State, response::Response, routing::get};
use infitah_base::Lang;
use infitah_kit::{Cache, Error, Head, Page, T, Visit, components::Empty, extract::Query, urls};
use infitah_store::search;
use serde::Deserialize;

use super::Card;
use crate::{App, Viewer, failed};

/// The routes of search.
pub fn routes() -> Router<App> {
    Router::new().route("/{lang}/search", get(show))
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    q: String,
}

struct Group {
    label: &'static str,
    icon: &'static str,
    cards: Vec<Card>,
}

#[derive(Template)]
#[template(path = "links/templates/search.html")]
struct SearchPage {
    t: T,
    lang: Lang,
    query: String,
    groups: Vec<Group>,
    found: usize,
}

impl SearchPage {
    fn nothing(&self) -> Empty<'static> {
        let t = &self.t;
        Empty {
            icon: "i-search",
            title: t.m("search-nothing").s("query", self.query.as_str()).to_string(),
            text: t.m("search-nothing-why").to_string(),
            way: Some((t.m("search-all-projects").to_string(), urls::projects().to(self.lang))),
        }
    }
}

impl Page for SearchPage {
    const CACHE: Cache = Cache::UntilAny;

    fn head(&self, t: &T) -> Head {
        Head {
            title: t.m("search-title").to_string(),
            url: urls::search().with("q", self.query.as_str()),
            section: "search",
            crumbs: vec![(t.as_text("home-link"), urls::home())],
            unlisted: !self.query.is_empty(),
            ..Head::default()
        }
    }
}

/// How many of each kind are shown: who needs more goes to that kind's own list.
const MOST: u32 = 30;

async fn show(State(app): State<App>, visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Error> {
    visit.page(async || find(&app, &visit, asked.q).await).await
}

async fn find(app: &App, visit: &Visit, query: String) -> Result<SearchPage, Error> {
    let query: String = query.trim().chars().take(200).collect();
    let kinds: Vec<&str> = app.registry.resolvers.iter().map(|resolver| resolver.kind()).collect();
    let found = {
        let tx = app.db.read().await.map_err(failed)?;
        search::find(&tx, &kinds, &query, MOST).await.map_err(failed)?
    };
    let mut groups = Vec::new();
    for (resolver, ids) in app.registry.resolvers.iter().zip(found) {
        let ids = resolver.found(app, &query, MOST as usize).await?.unwrap_or(ids);
        let cards = resolver.cards(app, &Viewer::Public, &visit.t, &ids).await?;
        if !cards.is_empty() {
            groups.push(Group { label: resolver.label(), icon: resolver.icon(), cards });
        }
    }
    let found = groups.iter().map(|group| group.cards.len()).sum();
    Ok(SearchPage { t: visit.t.clone(), lang: visit.lang, query, groups, found })
}
