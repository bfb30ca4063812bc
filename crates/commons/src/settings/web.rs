//! Settings are looked at and changed.

mod one;
mod sections;

pub use sections::closed;

use std::collections::BTreeMap;

use askama::Template;
use axum::{Router, extract::State, response::Response, routing::get};
use infitah_base::{Lang, Text};
use infitah_kit::{Cache, Error, Head, Page, T, Visit, extract::Query, urls};
use serde::Deserialize;
use strum::IntoEnumIterator;

use super::{
    known::{Group, KNOWN, Known, Reach},
    model::Value,
    service::object,
    snapshot::Settings,
};
use crate::{
    App,
    access::{Deed, Refusal, Who, may},
    accounts::Signed,
    desk::{Desk, places},
    places::Atlas,
};

/// The routes of settings.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/{lang}/desk/settings", get(list))
        .route("/{lang}/desk/settings/{key}", get(one::ask).post(one::change))
        .route("/{lang}/desk/sections", get(sections::show).post(sections::change))
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    place: String,
}

/// A value as it is shown, and where it comes from.
struct Shown {
    words: Option<Text>,
    text: String,
    /// The place for which it was chosen; `None`: it is the default.
    origin: Option<Text>,
    /// Whether it was chosen for the very place that is looked at.
    here: bool,
}

impl Shown {
    fn of(t: &T, known: &Known, settings: &Settings, place: &str, atlas: &Atlas) -> Option<Self> {
        let found = settings.find(known.key, place, atlas)?;
        let nothing = || t.m("settings-nothing").bare();
        let text = match found.value {
            Value::Words(words) if !words.is_empty() => String::new(),
            Value::Words(_) | Value::Day(None) => nothing(),
            Value::Line(text) if text.is_empty() => nothing(),
            Value::Line(text) => text.clone(),
            Value::Choice(code) => t.m(choice(code)).bare(),
            Value::Switch(on) => t.m(if *on { "settings-yes" } else { "settings-no" }).bare(),
            Value::Number(number) => t.int(*number),
            Value::Day(Some(day)) => t.date(day),
        };
        let words = match found.value {
            Value::Words(words) if !words.is_empty() => Some(words.clone()),
            _ => None,
        };
        let name = |code: &str| atlas.find(code).map_or_else(Text::default, |place| place.names.clone());
        Some(Self { words, text, origin: found.origin.map(name), here: found.origin == Some(place) })
    }

    fn text(&self) -> &str {
        &self.text
    }
}

/// The message that names a code that can be chosen.
fn choice(code: &str) -> &'static str {
    match code {
        "warning" => "setting-tone-warning",
        "urgent" => "setting-tone-urgent",
        _ => "setting-tone-info",
    }
}

/// The places whose settings somebody may change, by code and name, the region first.
fn theirs(app: &App, visit: &Visit, who: &Who) -> Vec<(String, String)> {
    let (atlas, now) = (app.atlas(), app.db.clock().now());
    let mut all = places(app, visit);
    // Who has to prove again that it is them is sent there when they change something.
    all.retain(|(code, _)| {
        matches!(may(who, Deed::ChangeSettings, code, &atlas, now), Ok(()) | Err(Refusal::ProveAgain))
    });
    all
}

/// The place that is looked at: the one asked for, else the first of theirs.
fn chosen(all: &[(String, String)], asked: &str) -> Result<String, Error> {
    let found = if asked.is_empty() { all.first() } else { all.iter().find(|(code, _)| code == asked) };
    found.map(|(code, _)| code.clone()).ok_or(Error::Forbidden("error-no-role"))
}

#[derive(Template)]
#[template(path = "settings/templates/list.html")]
struct ListPage {
    t: T,
    lang: Lang,
    desk: Desk,
    place: String,
    places: Vec<(String, String)>,
    groups: BTreeMap<Group, Vec<(&'static Known, Shown)>>,
}

impl ListPage {
    fn history(&self, known: &Known) -> String {
        urls::desk_journal().with("object", object(known.key, &self.place)).to(self.lang)
    }

    fn form(&self, known: &Known) -> String {
        urls::desk_setting(known.key).with("place", self.place.as_str()).to(self.lang)
    }
}

impl Page for ListPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, _: &T) -> Head {
        self.desk.page("desk-settings", urls::desk_settings().with("place", self.place.as_str()))
    }
}

async fn list(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let all = theirs(&app, &visit, &who);
    let desk = Desk::at(&app, &visit, who, "settings")?;
    let place = chosen(&all, &asked.place)?;
    let (settings, atlas) = (app.settings(), app.atlas());
    let whole = place == app.site.config().region;
    let of = |group: Group| {
        let known = KNOWN.iter().filter(|known| known.group == group && (whole || known.reach == Reach::Places));
        let shown = |known| Some((known, Shown::of(&visit.t, known, &settings, &place, &atlas)?));
        (group, known.filter_map(shown).collect::<Vec<_>>())
    };
    let groups = Group::iter().map(of).filter(|(_, known)| !known.is_empty()).collect();
    visit.page(async || Ok(ListPage { t: visit.t.clone(), lang: visit.lang, desk, place, places: all, groups })).await
}
