//! Sections are opened and closed, and what is said where one is closed.

use std::collections::BTreeSet;

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use infitah_base::{CivilDate, Lang, Text};
use infitah_kit::{
    Cache, Error, Head, Page, T, Visit,
    extract::{Form, Query},
    urls,
};
use serde::Deserialize;
use uuid::Uuid;

use super::{Asked, chosen, theirs};
use crate::{
    App,
    access::Deed,
    accounts::{self, Door, Signed},
    desk::Desk,
    failed,
    settings::{ChangeSettings, MOST_DAYS, SECTION_KIND, Section, SectionError, decide},
};

/// A section of the place that is looked at.
struct Shown {
    id: &'static str,
    label: &'static str,
    /// What was decided for this very place.
    own: Section,
    is_open: bool,
    since: Option<CivilDate>,
    missing: Vec<&'static str>,
    history: String,
}

impl Shown {
    fn is_owner(&self, account: &Uuid) -> bool {
        self.own.owner.as_ref() == Some(account)
    }

    fn is_deputy(&self, account: &Uuid) -> bool {
        self.own.deputy.as_ref() == Some(account)
    }

    fn days(&self) -> String {
        self.own.days.map(|days| days.to_string()).unwrap_or_default()
    }
}

#[derive(Template)]
#[template(path = "settings/templates/sections.html")]
struct SectionsPage {
    t: T,
    lang: Lang,
    desk: Desk,
    place: String,
    places: Vec<(String, String)>,
    people: Vec<(Uuid, String)>,
    sections: Vec<Shown>,
    most: i64,
    /// The section that could not be opened.
    refused: Option<String>,
}

impl SectionsPage {
    fn action(&self) -> String {
        urls::desk_sections().with("place", self.place.as_str()).to(self.lang)
    }

    fn is_refused(&self, section: &Shown) -> bool {
        self.refused.as_deref() == Some(section.id)
    }
}

impl Page for SectionsPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, _: &T) -> Head {
        let mut head = self.desk.page("desk-sections", urls::desk_sections().with("place", self.place.as_str()));
        head.error = self.refused.is_some();
        head
    }
}

/// The staff who may answer for something of a place: who holds a role there, or in a place around it.
async fn staff(app: &App, place: &str) -> Result<Vec<(Uuid, String)>, Error> {
    let atlas = app.atlas();
    let around = atlas.find(place).map(|place| atlas.ancestors(place)).unwrap_or_default();
    let codes: BTreeSet<String> = around.iter().map(|place| place.code.clone()).chain([place.to_owned()]).collect();
    let tx = app.db.read().await.map_err(failed)?;
    accounts::staff_at(&tx, codes, app.db.clock().now()).await.map_err(failed)
}

async fn page(
    app: &App,
    visit: &Visit,
    desk: Desk,
    (place, places): (String, Vec<(String, String)>),
    refused: Option<(String, Section)>,
) -> Result<SectionsPage, Error> {
    let (settings, atlas) = (app.settings(), app.atlas());
    let mut sections = Vec::new();
    for content in &app.registry.contents {
        let id = content.section();
        let kept = settings.section_at(id, &place).cloned().unwrap_or_default();
        let own = refused.as_ref().filter(|(of, _)| of == id).map_or(kept, |(_, sent)| sent.clone());
        let is_open = settings.is_open(id, &place, &atlas);
        let missing = own.missing(content.has(app, &place).await?);
        sections.push(Shown {
            id,
            label: content.label(),
            is_open,
            since: own.opened.filter(|_| is_open).map(|at| at.date_in(&app.site.config().time_zone)),
            missing,
            history: urls::desk_journal().with("object", format!("{SECTION_KIND}/{id}@{place}")).to(visit.lang),
            own,
        });
    }
    Ok(SectionsPage {
        t: visit.t.clone(),
        lang: visit.lang,
        desk,
        people: staff(app, &place).await?,
        place,
        places,
        sections,
        most: MOST_DAYS,
        refused: refused.map(|(section, _)| section),
    })
}

pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let all = theirs(&app, &visit, &who);
    let desk = Desk::at(&app, &visit, who, "sections")?;
    let place = chosen(&all, &asked.place)?;
    app.may_see(&desk.who, Deed::ChangeSettings, &place, &visit.address)?;
    visit.page(async || page(&app, &visit, desk, (place, all), None).await).await
}

#[derive(Deserialize)]
pub(super) struct Sent {
    #[serde(default)]
    section: String,
    #[serde(default)]
    owner: String,
    #[serde(default)]
    deputy: String,
    #[serde(default)]
    days: String,
    #[serde(default, rename = "do")]
    what: String,
}

pub(super) async fn change(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
    Query(asked): Query<Asked>,
    Form(sent): Form<Sent>,
) -> Result<Response, Error> {
    let all = theirs(&app, &visit, &who);
    let place = chosen(&all, &asked.place)?;
    let permit = app.permit::<ChangeSettings>(&who, &place, &visit.address)?;
    let desk = Desk::at(&app, &visit, who, "sections")?;
    let content = app.registry.contents.iter().find(|content| content.section() == sent.section);
    let content = content.ok_or(Error::NotFound)?;
    let (section, has_content) = (content.section(), content.has(&app, &place).await?);
    let people = staff(&app, &place).await?;
    let known = |id: &str| id.parse().ok().filter(|id| people.iter().any(|(known, _)| known == id));
    let closed = match sent.what.as_str() {
        "open" => false,
        "close" => true,
        _ => return Err(Error::Bad("error-bad-request")),
    };
    let new = Section {
        owner: known(&sent.owner),
        deputy: known(&sent.deputy),
        days: sent.days.trim().parse().ok().filter(|days| (1..=MOST_DAYS).contains(days)),
        closed,
        opened: None,
    };
    let (decided, of) = (new.clone(), place.clone());
    let done = app
        .db
        .write(move |tx| Box::pin(async move { decide(tx, &permit, (section, &of), decided, has_content).await }))
        .await;
    app.refresh_settings().await.map_err(failed)?;
    match done {
        Ok(()) => Ok(Redirect::to(&urls::desk_sections().with("place", place).to(visit.lang)).into_response()),
        Err(SectionError::Store(error)) => Err(failed(error)),
        Err(SectionError::Missing(_)) => {
            let refused = Some((section.to_owned(), new));
            visit.refused(&page(&app, &visit, desk, (place, all), refused).await?)
        }
    }
}

/// What stands where a section is not open.
#[derive(Template)]
#[template(path = "settings/templates/closed.html")]
struct ClosedPage {
    t: T,
    section: &'static str,
    place: Text,
    url: urls::Url,
}

impl Page for ClosedPage {
    const CACHE: Cache = Cache::Until(&[]);

    fn head(&self, t: &T) -> Head {
        Head {
            title: t.m("section-closed-title").to_string(),
            url: self.url.clone(),
            section: self.section,
            crumbs: vec![(t.as_text("home-link"), urls::home())],
            unlisted: true,
            ..Head::default()
        }
    }
}

/// The page that stands where a section is not open for a place; `None`: it is open, or there is no such place. An empty
/// code is the region.
pub async fn closed(
    app: &App,
    visit: &Visit,
    section: &'static str,
    place: &str,
    url: urls::Url,
) -> Option<Result<Response, Error>> {
    let (atlas, place) = (app.atlas(), place.trim());
    let found = atlas.find(if place.is_empty() { &app.site.config().region } else { place })?;
    if app.settings().is_open(section, &found.code, &atlas) {
        return None;
    }
    let page = ClosedPage { t: visit.t.clone(), section, place: found.names.clone(), url };
    Some(visit.page(async || Ok(page)).await)
}
