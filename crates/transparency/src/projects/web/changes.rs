//! What changed lately: a page, and feeds for all projects or one (Atom, RFC 4287).

use askama::Template;
use axum::{extract::State, response::Response};
use infitah_base::{CivilDate, Lang, Reference, Text};
use infitah_commons::{App, Viewer, failed};
use infitah_kit::{
    Cache, Error, Head, Page, T, Visit,
    components::Empty,
    export::Stamp,
    extract::{Path, Query},
    feed::{self, Feed},
    urls::{self, Url},
};
use infitah_store::last_change;
use serde::Deserialize;

use super::history::{Step, actor, by_script, lines};
use crate::projects::queries::changes::{Deed, deeds};

/// Changes on a page and in a feed.
const PAGE: u64 = 20;

/// Where the page begins.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Start {
    #[serde(default)]
    before: String,
}

/// A change of a project, in words.
struct Told {
    reference: String,
    title: Text,
    gone: bool,
    step: Step,
}

fn told(t: &T, zone: &str, deed: Deed) -> Option<Told> {
    let title = deed.new.as_ref().or(deed.old.as_ref())?.title.clone();
    let told = match (&deed.old, &deed.new) {
        (Some(old), Some(new)) => lines(t, old, new),
        _ => Vec::new(),
    };
    let step = Step {
        version: deed.version.unwrap_or_default(),
        at: deed.at,
        date: deed.at.date_in(zone),
        who: actor(t, &deed.actor),
        reason: deed.why.map(|why| by_script(t, why)),
        first: deed.old.is_none(),
        lines: told,
    };
    Some(Told { reference: deed.reference, title, gone: deed.new.is_none(), step })
}

#[derive(Template)]
#[template(path = "projects/templates/changes.html")]
struct ChangesPage {
    t: T,
    lang: Lang,
    days: Vec<(CivilDate, Vec<Told>)>,
    before: String,
    older: Option<i64>,
}

impl ChangesPage {
    fn nothing(&self) -> Empty<'static> {
        Empty {
            icon: "i-history",
            title: self.t.m("changes-none").to_string(),
            text: self.t.m("changes-none-why").to_string(),
            way: Some((self.t.m("section-projects").to_string(), urls::projects().to(self.lang))),
        }
    }

    fn next(&self) -> Option<String> {
        Some(urls::changes().with("before", self.older?.to_string()).to(self.lang))
    }
}

impl Page for ChangesPage {
    const CACHE: Cache = Cache::Until(&["project"]);

    fn head(&self, t: &T) -> Head {
        Head {
            title: t.m("changes-title").to_string(),
            description: t.m("changes-lede").to_string(),
            url: urls::changes().with("before", self.before.as_str()),
            section: "projects",
            crumbs: vec![(t.as_text("home-link"), urls::home()), (t.as_text("section-projects"), urls::projects())],
            unlisted: !self.before.is_empty(),
            feed: Some(urls::changes_feed()),
            ..Head::default()
        }
    }
}

pub(super) async fn show(State(app): State<App>, visit: Visit, Query(from): Query<Start>) -> Result<Response, Error> {
    visit
        .page(async || {
            let before: Option<i64> = from.before.parse().ok();
            let tx = app.db.read().await.map_err(failed)?;
            let mut found = deeds(&tx, &Viewer::Public, None, before, PAGE + 1).await.map_err(failed)?;
            let more = found.len() > usize::try_from(PAGE).unwrap_or(usize::MAX);
            found.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
            let older = found.last().filter(|_| more).map(|deed| deed.seq);
            let mut days: Vec<(CivilDate, Vec<Told>)> = Vec::new();
            for told in found.into_iter().filter_map(|deed| told(&visit.t, &visit.site.config().time_zone, deed)) {
                match days.last_mut() {
                    Some((day, list)) if *day == told.step.date => list.push(told),
                    _ => days.push((told.step.date, vec![told])),
                }
            }
            let before = before.map(|before| before.to_string()).unwrap_or_default();
            Ok(ChangesPage { t: visit.t.clone(), lang: visit.lang, days, before, older })
        })
        .await
}

pub(super) async fn all_feed(State(app): State<App>, visit: Visit) -> Result<Response, Error> {
    let title = visit.t.m("changes-title").to_string();
    feed(&app, &visit, None, title, urls::changes(), urls::changes_feed()).await
}

pub(super) async fn one_feed(
    State(app): State<App>,
    visit: Visit,
    Path((_, reference)): Path<(String, Reference)>,
) -> Result<Response, Error> {
    let reference = reference.to_string();
    let (page, own) = (urls::project(&reference), urls::project_feed(&reference));
    let title = format!("{reference} — {}", visit.t.m("changes-title"));
    feed(&app, &visit, Some(&reference), title, page, own).await
}

async fn feed(
    app: &App,
    visit: &Visit,
    reference: Option<&str>,
    title: String,
    page: Url,
    own: Url,
) -> Result<Response, Error> {
    let tx = app.db.read().await.map_err(failed)?;
    let (seq, at) = last_change(&tx).await.map_err(failed)?;
    let (lang, site) = (visit.lang, &visit.site);
    let stamp = Stamp::new(at, &[env!("CARGO_PKG_VERSION"), &own.to(lang), &seq.to_string()]);
    if let Some(known) = stamp.known(&visit.headers) {
        return Ok(known);
    }
    let found = deeds(&tx, &Viewer::Public, reference, None, PAGE).await.map_err(failed)?;
    if found.is_empty() && reference.is_some() {
        return Err(Error::NotFound);
    }
    let zone = &site.config().time_zone;
    let entries = found.into_iter().filter_map(|deed| told(&visit.t, zone, deed)).map(|told| entry(visit, told));
    let feed = Feed {
        title,
        lang,
        id: site.absolute(&own.to(lang)),
        page: site.absolute(&page.to(lang)),
        updated: at,
        author: visit.t.m("site-name").to_string(),
        entries: entries.collect(),
    };
    Ok(stamp.inline(feed::ATOM, feed.to_xml()?.into()))
}

fn entry(visit: &Visit, told: Told) -> feed::Entry {
    let (t, lang) = (&visit.t, visit.lang);
    let version = told.step.version.to_string();
    let mut said: Vec<String> = Vec::new();
    if told.gone {
        said.push(t.m("project-gone").to_string());
    } else if told.step.first {
        said.push(t.m("changes-new").to_string());
    }
    said.extend(told.step.lines.iter().map(|line| {
        let entry = line.entry.as_ref().map(|entry| format!(" ({entry})")).unwrap_or_default();
        let values: Vec<&str> =
            [line.old.plain(lang), line.new.plain(lang)].into_iter().filter(|one| !one.is_empty()).collect();
        if values.is_empty() { line.label.clone() } else { format!("{}{entry}: {}", line.label, values.join(" → ")) }
    }));
    let reason = told.step.reason.iter();
    said.extend(reason.map(|reason| t.m("change-reason").s("reason", reason.plain(lang)).to_string()));
    let page = urls::project(&told.reference).with("version", version);
    feed::Entry {
        // One version is one entry, whatever the reader's language.
        id: visit
            .site
            .absolute(&urls::api_project(&told.reference).with("version", told.step.version.to_string()).bare()),
        title: told.title.plain(lang).to_owned(),
        page: visit.site.absolute(&page.to(lang)),
        updated: told.step.at,
        summary: said.join("\n"),
    }
}
