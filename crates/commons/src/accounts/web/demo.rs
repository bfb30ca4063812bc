//! Signing in to a demonstration as one of its people, by the links that `demo` prints. The routes exist in a
//! demonstration only, the links only while its program runs, and what they begin is good nowhere else.

use std::sync::{Arc, OnceLock};

use askama::Template;
use axum::{
    Router,
    extract::State,
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use infitah_base::{Chance, Lang};
use infitah_kit::{
    Cache, Error, Head, Page, T, Visit,
    extract::{Path, Query},
    urls,
};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    cookies::{self, Kept},
    sign_in::device,
};
use crate::{
    App, Permit,
    access::Strength,
    accounts::{
        Token,
        service::{self, BeginSession},
    },
    failed,
};

/// The people of a demonstration by what they are called in the links, each with account and name.
pub type People = Vec<(&'static str, Uuid, String)>;

/// The people of a demonstration, and the key of its links; nobody, until they are there.
#[derive(Debug, Default)]
pub struct DemoPeople(OnceLock<(People, Token)>);

impl DemoPeople {
    /// These people are there; gives the address that signs in each, while this program runs.
    pub fn are(&self, people: People, chance: &Chance, lang: Lang) -> Vec<(&'static str, String)> {
        let (people, key) = self.0.get_or_init(|| (people, Token::new(chance)));
        let link = |name: &str| urls::demo_sign_in(name).with("key", key.secret()).to(lang);
        people.iter().map(|(name, ..)| (*name, link(name))).collect()
    }
}

/// The routes of a demonstration.
pub fn routes() -> Router<App> {
    Router::new().route("/{lang}/demo/{name}", get(ask).post(enter))
}

#[derive(Deserialize)]
struct Link {
    #[serde(default)]
    key: String,
}

#[derive(Template)]
#[template(path = "accounts/templates/demo.html")]
struct DemoPage {
    t: T,
    lang: Lang,
    link: urls::Url,
    name: String,
}

impl Page for DemoPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        Head {
            title: t.m("demo-sign-in-title").to_string(),
            url: self.link.clone(),
            crumbs: vec![(t.as_text("home-link"), urls::home())],
            unlisted: true,
            ..Head::default()
        }
    }
}

/// The account and name of who is meant, if the link is one that was printed.
fn proved(app: &App, name: &str, link: &Link) -> Result<(Uuid, String), Error> {
    let (people, key) = app.held::<Arc<DemoPeople>>()?.0.get().ok_or(Error::NotFound)?;
    // Their hashes are compared: how long that takes says nothing of the key.
    let shown = key.hash() == Token::brought(&link.key).hash();
    let found = people.iter().find(|(called, ..)| *called == name).filter(|_| shown);
    found.map(|(_, account, name)| (*account, name.clone())).ok_or(Error::NotFound)
}

async fn ask(
    State(app): State<App>,
    visit: Visit,
    Path((_, name)): Path<(String, String)>,
    Query(link): Query<Link>,
) -> Result<Response, Error> {
    let (_, called) = proved(&app, &name, &link)?;
    let link = urls::demo_sign_in(&name).with("key", link.key);
    visit.page(async || Ok(DemoPage { t: visit.t.clone(), lang: visit.lang, link, name: called })).await
}

async fn enter(
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    Path((_, name)): Path<(String, String)>,
    Query(link): Query<Link>,
) -> Result<Response, Error> {
    let (account, _) = proved(&app, &name, &link)?;
    let device = device(&headers);
    let beginning = app.db.write(move |tx| {
        Box::pin(async move {
            let token = Token::of_demo(tx.chance());
            // As if they had proved all they can: what is tried out here is what comes after.
            let permit = Permit::<BeginSession>::for_machine("demo");
            service::begin(tx, &permit, &token, account, Strength::Passkey, &device).await?;
            Ok(token)
        })
    });
    let token = beginning.await.map_err(failed)?;
    let kept = cookies::keep(app.site.config(), Kept::Session, &token)?;
    Ok(([(header::SET_COOKIE, kept)], Redirect::to(&urls::my().to(visit.lang))).into_response())
}
