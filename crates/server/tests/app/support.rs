//! A program of a test's own, and a visitor who asks it for pages.

use std::{
    collections::BTreeMap,
    path::Path,
    process::{Command, Output, Stdio},
    sync::{Arc, LazyLock},
};

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
};
use infitah::{commands::demo::budget, metrics::Metrics, routes, start};
use infitah_base::{
    Chance, Lang,
    config::{Config, Layers},
};
use infitah_commons::{
    App, Permit, Viewer,
    access::{Role, Strength},
    accounts::{self, NewAccount, NewGrant, Token},
    places,
};
use infitah_store::{StoreError, testing::TestDb};
use infitah_transparency::{
    budget::Budget,
    projects::{self, Filter, Project, Saved},
};
use scraper::{Html, Selector};
use tower::ServiceExt;

/// The invented projects of the demonstration.
pub fn demo_projects() -> Vec<Project> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/demo/projects.json");
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

/// The invented budgets, read once.
pub fn demo_budgets() -> Vec<Budget> {
    static READ: LazyLock<Vec<Budget>> =
        LazyLock::new(|| budget::invented().unwrap().into_iter().map(|(_, budget)| budget).collect());
    READ.clone()
}

/// The program on a test's database.
pub struct TestApp {
    pub db: TestDb,
    pub app: App,
    pub metrics: Arc<Metrics>,
    pub router: Router,
}

/// An answer.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    async fn of(response: axum::response::Response) -> Self {
        let (parts, body) = response.into_parts();
        let body = axum::body::to_bytes(body, 64 * 1024 * 1024).await.unwrap().to_vec();
        Self { status: parts.status, headers: parts.headers, body }
    }

    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    pub fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The texts of the elements that `selector` finds.
    pub fn find(&self, selector: &str) -> Vec<String> {
        let page = Html::parse_document(&self.text());
        let selector = Selector::parse(selector).unwrap();
        let text = |element: scraper::ElementRef<'_>| {
            element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
        };
        page.select(&selector).map(text).collect()
    }

    /// The values of an attribute of the elements that `selector` finds.
    pub fn attribute(&self, selector: &str, name: &str) -> Vec<String> {
        let page = Html::parse_document(&self.text());
        let selector = Selector::parse(selector).unwrap();
        page.select(&selector).filter_map(|element| element.attr(name).map(str::to_owned)).collect()
    }
}

impl TestApp {
    /// With places, without projects.
    pub async fn bare(db: TestDb) -> Self {
        Self::with(db, &[]).await
    }

    /// With these settings (`INFITAH_…`).
    pub async fn with(db: TestDb, settings: &[(&str, &str)]) -> Self {
        start::load_places(&db).await.unwrap();
        let variables: BTreeMap<String, String> =
            settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let mut config = Config::parse(&Layers::new(None, &variables, &[]).unwrap()).unwrap();
        config.demo = true;
        let app = start::app(db.db.clone(), config).await.unwrap();
        let metrics = Arc::new(Metrics::new(db.clock().now().millis()).unwrap());
        let router = routes::router(app.clone(), metrics.clone());
        Self { db, app, metrics, router }
    }

    /// Somebody who signed in by all that can be proved, and holds this role there.
    pub async fn signed_in(&self, role: Option<(Role, &str)>) -> Browser {
        let called = role.map_or("citizen", |(role, _)| role.code());
        let (grant, name) = (role.map(|(role, place)| (role, place.to_owned())), called.to_owned());
        let token = Token::new(&Chance::system());
        let kept = token.secret().to_owned();
        let made: Result<(), StoreError> = self
            .app
            .db
            .write(move |tx| {
                Box::pin(async move {
                    let new = NewAccount { name, lang: Lang::arabic(), place: None, opened_by: None };
                    let account = accounts::open(tx, &Permit::for_operator("test"), new).await?;
                    if let Some((role, place)) = grant {
                        let new = NewGrant { account, role, place, domain: None, until: None, given_by: None };
                        accounts::give(tx, &Permit::for_operator("test"), new).await?;
                    }
                    let permit = Permit::for_operator("test");
                    accounts::begin(tx, &permit, &token, account, Strength::Passkey, "a test").await
                })
            })
            .await;
        made.unwrap();
        Browser { router: self.router.clone(), cookies: BTreeMap::from([("infitah".to_owned(), kept)]) }
    }

    /// Somebody at the same data, as the program serves it that is no demonstration.
    pub async fn served(&self) -> Browser {
        let mut config = self.app.site.config().clone();
        config.demo = false;
        let app = start::app(self.db.again().await, config).await.unwrap();
        Browser { router: routes::router(app, self.metrics.clone()), cookies: BTreeMap::new() }
    }

    /// With the projects and budgets of the demonstration.
    pub async fn demo(db: TestDb) -> Self {
        let app = Self::bare(db).await;
        for edition in demo_budgets() {
            budget::save(&app.db, edition).await.unwrap();
        }
        budget::save_words(&app.db).await.unwrap();
        app.save(demo_projects()).await;
        app
    }

    /// Saves projects.
    pub async fn save(&self, projects: Vec<Project>) -> Saved {
        save(&self.db, projects).await
    }

    /// The whole register.
    pub async fn all(&self) -> Vec<projects::Row> {
        let mut reading =
            projects::Reading::begin(&self.db, self.app.held().unwrap(), &Viewer::Public, &Filter::default())
                .await
                .unwrap();
        let mut all = Vec::new();
        while let Some(rows) = reading.next().await.unwrap() {
            all.extend(rows);
        }
        all
    }

    /// Asks for a page.
    pub async fn get(&self, address: &str) -> Answer {
        self.ask(Request::get(address).body(Body::empty()).unwrap()).await
    }

    /// Asks anything.
    pub async fn ask(&self, request: Request<Body>) -> Answer {
        Answer::of(self.router.clone().oneshot(request).await.unwrap()).await
    }
}

/// Saves projects through any handle on a database.
pub async fn save(db: &infitah_store::Db, projects: Vec<Project>) -> Saved {
    let saved: Result<Saved, StoreError> = db
        .write(move |tx| {
            Box::pin(async move {
                let parents = places::codes_and_parents(tx).await?;
                projects::save(tx, &Permit::for_operator("test"), projects, &parents, 2026, Some("test")).await
            })
        })
        .await;
    saved.unwrap()
}

/// The built program, in a directory of its own.
pub fn infitah(directory: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_infitah"));
    command.args(arguments).current_dir(directory).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs it to its end.
pub fn run(directory: &Path, arguments: &[&str]) -> Output {
    infitah(directory, arguments).output().unwrap()
}

/// What it said, on both streams.
pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[&output.stdout[..], &output.stderr].concat()).into_owned()
}

/// A browser that keeps cookies.
pub struct Browser {
    router: Router,
    pub cookies: BTreeMap<String, String>,
}

impl Browser {
    pub fn new(app: &TestApp) -> Self {
        Self { router: app.router.clone(), cookies: BTreeMap::new() }
    }

    pub async fn get(&mut self, address: &str) -> Answer {
        self.ask(Request::get(address), "").await
    }

    /// Sends a form (`name=value&…`).
    pub async fn post(&mut self, address: &str, form: &str) -> Answer {
        self.ask(Request::post(address).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded"), form).await
    }

    pub async fn ask(&mut self, request: axum::http::request::Builder, body: &str) -> Answer {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = request.header("sec-fetch-site", "same-origin").header(header::COOKIE, cookies.join("; "));
        let request = request.body(Body::from(body.to_owned())).unwrap();
        let answer = Answer::of(self.router.clone().oneshot(request).await.unwrap()).await;
        for line in answer.headers.get_all(header::SET_COOKIE) {
            let (name, rest) = line.to_str().unwrap().split_once('=').unwrap();
            match rest.split(';').next().unwrap() {
                "" => self.cookies.remove(name),
                value => self.cookies.insert(name.to_owned(), value.to_owned()),
            };
        }
        answer
    }
}
