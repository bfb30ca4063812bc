//! How the program is: what failed, what waits, what is old, each with what to do.

mod look;

pub(crate) use look::ROOM;

use askama::Template;
use axum::{Router, extract::State, response::Response, routing::get};
use infitah_base::Timestamp;
use infitah_commons::{
    App,
    access::Deed,
    accounts::{Door, Signed},
    desk::Desk,
};
use infitah_kit::{
    Cache, Error, Head, Page, T, Visit,
    components::{Tag, Tone},
    urls,
};
use infitah_store::{Act, Db, StoreError, record::Verified, settings};
use serde::{Deserialize, Serialize};

/// The routes of this page.
pub fn routes() -> Router<App> {
    Router::new().route("/{lang}/desk/health", get(show))
}

/// How something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    Good,
    /// It is to be looked at.
    Attend,
    Bad,
}

/// One thing that is looked at.
struct Line {
    /// The message that names it.
    label: &'static str,
    /// How it is.
    told: String,
    level: Level,
    /// The message that says what to do.
    todo: Option<&'static str>,
    /// What a machine said about it.
    said: Option<String>,
}

impl Line {
    fn good(label: &'static str, told: String) -> Self {
        Self { label, told, level: Level::Good, todo: None, said: None }
    }

    fn but(self, level: Level, todo: &'static str) -> Self {
        Self { level, todo: Some(todo), ..self }
    }

    fn tag(&self, t: &T) -> Tag<'static> {
        let (icon, key, tone) = match self.level {
            Level::Good => ("i-check", "health-good", Tone::Go),
            Level::Attend => ("i-info", "health-attend", Tone::Work),
            Level::Bad => ("i-warn", "health-bad", Tone::Late),
        };
        Tag { icon, label: t.m(key).bare(), tone }
    }
}

#[derive(Template)]
#[template(path = "health/templates/health.html")]
struct HealthPage {
    t: T,
    desk: Desk,
    groups: Vec<(&'static str, Vec<Line>)>,
}

impl HealthPage {
    /// How the whole is: as the worst of its parts.
    fn whole(&self) -> Line {
        let lines = || self.groups.iter().flat_map(|(_, lines)| lines);
        let has = |level| lines().any(|line| line.level == level);
        let level = if has(Level::Bad) {
            Level::Bad
        } else if has(Level::Attend) {
            Level::Attend
        } else {
            Level::Good
        };
        Line { level, ..Line::good("", String::new()) }
    }
}

impl Page for HealthPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, _: &T) -> Head {
        self.desk.page("desk-health", urls::desk_health())
    }
}

async fn show(State(app): State<App>, visit: Visit, Signed(who): Signed) -> Result<Response, Error> {
    app.may_see(&who, Deed::SeeWorkings, &app.site.config().region, &visit.address)?;
    let desk = Desk::at(&app, &visit, who, "health")?;
    visit.page(async || Ok(HealthPage { t: visit.t.clone(), desk, groups: look::at_all(&app, &visit.t).await? })).await
}

/// What the last look through the record found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct LookedThrough {
    at: Timestamp,
    rows: i64,
    wrong: Option<String>,
}

/// The setting under which it is kept.
const LOOKED_THROUGH: &str = "record-verified";

/// Notes what a look through the record found, for the page.
pub async fn note_look(db: &Db, verified: &Verified) -> Result<(), StoreError> {
    let (rows, wrong) = (verified.head.seq, verified.wrong.as_ref().map(ToString::to_string));
    db.write(move |tx| {
        Box::pin(async move {
            let noted = serde_json::to_string(&LookedThrough { at: tx.at(), rows, wrong })?;
            tx.record(Act {
                actor: "operator:record verify",
                action: "record.verified",
                object: "setting/record-verified",
                version: None,
                old: None,
                new: Some(noted.clone()),
                why: None,
            });
            settings::set(tx, LOOKED_THROUGH, &noted).await
        })
    })
    .await
}
