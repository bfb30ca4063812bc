//! The frame of the desk, and its first page.

mod guide;
mod jobs;
mod journal;
mod open;
mod people;
mod sms;

use askama::Template;
use axum::{Router, extract::State, response::Response, routing::get};
use infitah_base::{Lang, Text};
use infitah_kit::{Cache, Error, Head, Page, T, Visit, urls};

pub(crate) use people::places;

use super::{ITEMS, Item};
use crate::{
    App,
    access::{Refusal, Who, may},
    accounts::{Door, Signed},
};

/// The routes of the desk.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/{lang}/desk", get(show))
        .route("/{lang}/desk/guide", get(guide::list))
        .route("/{lang}/desk/guide/{page}", get(guide::one))
        .route("/{lang}/desk/open", get(open::ask).post(open::open))
        .route("/{lang}/desk/sms", get(sms::show).post(sms::mark))
        .route("/{lang}/desk/people", get(people::list))
        .route("/{lang}/desk/people/{account}", get(people::one))
        .route("/{lang}/desk/people/{account}/roles", get(people::ask_role).post(people::change_role))
        .route("/{lang}/desk/journal", get(journal::show))
        .route("/{lang}/desk/jobs", get(jobs::show).post(jobs::change))
}

/// What stands beside every page of the desk: who is there, and where they can go.
#[derive(Template)]
#[template(path = "desk/templates/desk.html")]
pub struct Desk {
    t: T,
    lang: Lang,
    /// Who is at it.
    pub who: Who,
    /// The places where they hold roles.
    places: Vec<Text>,
    items: Vec<&'static Item>,
    here: &'static str,
}

impl Item {
    /// The places for which it is asked whether `who` may.
    fn places<'a>(&self, who: &'a Who, region: &'a str) -> Vec<&'a str> {
        if self.whole { vec![region] } else { who.grants.iter().map(|grant| grant.place.as_str()).collect() }
    }
}

impl Desk {
    /// The desk of somebody, at the page of this id. Who holds no role that opens any has none.
    pub fn of(app: &App, visit: &Visit, who: Who, here: &'static str) -> Result<Self, Error> {
        let (atlas, now) = (app.atlas(), app.db.clock().now());
        let region = app.site.config().region.as_str();
        let mut refusals = Vec::new();
        let mut opens = |item: &&Item| {
            let places = item.places(&who, region).into_iter();
            let answers: Vec<_> = places.map(|place| may(&who, item.deed, place, &atlas, now)).collect();
            refusals.extend(answers.iter().copied().filter_map(Result::err));
            // What has to be proved again is proved there.
            answers.iter().any(|answer| matches!(answer, Ok(()) | Err(Refusal::ProveAgain)))
        };
        let items: Vec<&Item> = ITEMS.iter().filter(|item| opens(item)).collect();
        if items.is_empty() && !who.grants.iter().any(|grant| grant.role.is_staff()) {
            return Err(Error::Forbidden("error-no-role"));
        }
        if items.is_empty() && refusals.contains(&Refusal::TooWeak) {
            return Err(Error::Elsewhere(urls::my_prove().with("next", visit.address.clone()).to(visit.lang)));
        }
        let mut codes: Vec<&str> = who.grants.iter().map(|grant| grant.place.as_str()).collect();
        codes.sort_unstable();
        codes.dedup();
        let places = codes.into_iter().filter_map(|code| atlas.find(code)).map(|place| place.names.clone()).collect();
        Ok(Self { t: visit.t.clone(), lang: visit.lang, who, places, items, here })
    }

    /// The desk of who may do what this page is for somewhere; who may not anywhere is told so.
    pub fn at(app: &App, visit: &Visit, who: Who, here: &'static str) -> Result<Self, Error> {
        let item = ITEMS.iter().find(|item| item.id == here).ok_or(Error::NotFound)?;
        let mut refused = Error::Forbidden("error-no-role");
        for place in item.places(&who, &app.site.config().region) {
            match app.may_see(&who, item.deed, place, &visit.address) {
                Ok(()) => return Self::of(app, visit, who, here),
                // What can be done about it is said rather than that nothing can.
                Err(first @ Error::Elsewhere(_)) => refused = first,
                Err(_) => {}
            }
        }
        Err(refused)
    }

    fn is_here(&self, item: &Item) -> bool {
        item.id == self.here
    }

    /// Whether a page of the guide is about something that this person has.
    fn explains(&self, guide: &str) -> bool {
        !ITEMS.iter().any(|item| item.id == guide) || self.items.iter().any(|item| item.id == guide)
    }

    /// The guide, opened at what this page is about.
    fn guide(&self) -> urls::Url {
        super::guide::one(self.here).map_or_else(urls::desk_guide, |guide| urls::desk_guide_page(guide.id))
    }

    /// What stands above the heading: who, and where.
    pub fn meta(&self) -> Meta<'_> {
        Meta { desk: self }
    }

    fn head(&self, t: &T, title: String, url: urls::Url) -> Head {
        let mut crumbs = vec![(t.as_text("home-link"), urls::home())];
        if !self.here.is_empty() {
            crumbs.push((t.as_text("desk-title"), urls::desk()));
        }
        Head { title, url, crumbs, unlisted: true, ..Head::default() }
    }

    /// What the frame has to know about a page of the desk.
    pub fn page(&self, title: &str, url: urls::Url) -> Head {
        self.head(&self.t, self.t.m(title).to_string(), url)
    }
}

/// Who is at the desk, and where.
#[derive(Template)]
#[template(path = "desk/templates/meta.html")]
pub struct Meta<'d> {
    desk: &'d Desk,
}

#[derive(Template)]
#[template(path = "desk/templates/first.html")]
struct FirstPage {
    t: T,
    lang: Lang,
    desk: Desk,
}

impl Page for FirstPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, _: &T) -> Head {
        self.desk.page("desk-title", urls::desk())
    }
}

async fn show(State(app): State<App>, visit: Visit, Signed(who): Signed) -> Result<Response, Error> {
    let desk = Desk::of(&app, &visit, who, "")?;
    visit.page(async || Ok(FirstPage { t: visit.t.clone(), lang: visit.lang, desk })).await
}

impl askama::filters::HtmlSafe for Desk {}
impl askama::filters::HtmlSafe for Meta<'_> {}
