//! The page of one project, as it is or as it was.

use std::{collections::HashSet, sync::Arc};

use askama::Template;
use axum::{extract::State, response::Response};
use infitah_base::{CivilDate, Lang, Reference, Text};
use infitah_commons::{
    App, Viewer, failed,
    places::{self, Atlas},
};
use infitah_kit::{
    Cache, Error, Head, Page, T, Visit,
    components::{Notice, NoticeKind, Stages, Tag, Tone},
    extract::{Path, Query},
    svg::{Area, Map, Mark},
    urls,
};
use infitah_store::documents::Until;
use serde::Deserialize;
use strum::IntoEnumIterator;

use super::{
    history::{Step, steps},
    lateness, sector_name, stage_tag,
};
use crate::projects::{
    model::{Photo, Project, Shape, Stage},
    photos, queries,
    service::KIND,
};

mod money;
mod people;
mod way;

/// Which version is asked for: by its number, or by the day on which it held.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Which {
    #[serde(default)]
    version: String,
    #[serde(default)]
    on: String,
}

impl Which {
    fn until(&self, zone: &str) -> Result<Until, Error> {
        match (self.version.as_str(), self.on.as_str()) {
            ("", "") => Ok(Until::Now),
            ("", on) => {
                let day: CivilDate = on.parse().map_err(|_| Error::Bad("error-date"))?;
                Ok(Until::At(day.ends_in(zone)))
            }
            (number, _) => number.parse().map(Until::Version).map_err(|_| Error::NotFound),
        }
    }
}

/// An older version that is looked at.
struct Past {
    version: i64,
    date: CivilDate,
}

#[derive(Template)]
#[template(path = "projects/templates/one.html")]
pub(super) struct ProjectPage {
    t: T,
    lang: Lang,
    reference: String,
    project: Project,
    places: Vec<Arc<places::Place>>,
    around: Vec<Arc<places::Place>>,
    /// Today, or the day of the version that is looked at: lateness is told as of then.
    today: CivilDate,
    map: Map,
    history: Vec<Step>,
    older: bool,
    past: Option<Past>,
    contact: Option<String>,
    /// The photos whose files are there.
    photos: HashSet<String>,
}

impl ProjectPage {
    fn stage(&self) -> Option<Stage> {
        self.project.stage()
    }

    /// The message of a key that is put together.
    fn said(&self, key: impl AsRef<str>) -> String {
        self.t.m(key.as_ref()).to_string()
    }

    fn tag(&self) -> Tag<'static> {
        stage_tag(&self.t, self.stage())
    }

    /// Said at the head already: money that runs ahead of the works.
    fn ahead(&self) -> Option<Tag<'static>> {
        self.project.paid_ahead()?;
        Some(Tag { icon: "i-coins", label: self.t.m("ahead-tag").to_string(), tone: Tone::Late })
    }

    fn late(&self) -> Option<Tag<'static>> {
        lateness(&self.t, &self.project, self.today)
    }

    /// The way of five, for a project that is on it.
    fn stages(&self) -> Option<Stages<'_>> {
        let on_the_way = Stage::iter().filter(|stage| stage.step().is_some());
        let stages = on_the_way.map(|stage| (self.t.m(stage.label()).to_string(), stage.icon())).collect();
        Some(Stages { t: &self.t, stages, now: self.stage()?.step()? })
    }

    fn off_the_way(&self) -> Option<Notice<'static>> {
        let (kind, key) = match self.stage()? {
            Stage::Cancelled => (NoticeKind::Warning, "stage-cancelled"),
            Stage::Closed => (NoticeKind::Info, "stage-closed"),
            _ => return None,
        };
        Some(Notice { kind, strong: self.t.m(key).to_string(), text: "" })
    }

    /// The small version of a photo, where its file is there.
    fn small(&self, photo: &Photo) -> Option<String> {
        photo.small().filter(|_| self.photos.contains(&photo.file))
    }

    fn place_line(&self) -> Vec<(&Text, String)> {
        self.places.iter().map(|place| (&place.names, urls::place(&place.code).to(self.lang))).collect()
    }

    fn given_places(&self) -> Vec<&str> {
        let unplaced = self.project.places.iter().filter(|place| {
            place.code.as_ref().is_none_or(|code| !self.places.iter().any(|known| known.code == *code))
        });
        unplaced.filter_map(|place| place.given.as_deref().or(place.code.as_deref())).collect()
    }

    fn sectors(&self) -> Vec<String> {
        self.project.sectors.iter().map(|code| sector_name(&self.t, code)).collect()
    }
}

impl Page for ProjectPage {
    const CACHE: Cache = Cache::Until(&["place"]);

    fn head(&self, t: &T) -> Head {
        let mut crumbs =
            vec![(t.as_text("home-link"), urls::home()), (t.as_text("section-projects"), urls::projects())];
        let around = self.around.iter().rev().chain(self.places.first()).filter(|place| place.kind != "country");
        for place in around {
            // A cercle often has its province's name: twice the same word would only puzzle.
            if crumbs.last().is_none_or(|(last, _)| *last != place.names) {
                crumbs.push((place.names.clone(), urls::projects().with("place", place.code.as_str())));
            }
        }
        Head {
            title: match &self.past {
                Some(past) => {
                    let name = self.project.title.plain(self.lang);
                    t.m("past-head").s("name", name).s("date", t.date(past.date)).to_string()
                }
                None => self.project.title.plain(self.lang).to_owned(),
            },
            description: self.project.purpose.plain(self.lang).to_owned(),
            url: match &self.past {
                Some(past) => urls::project(&self.reference).with("version", past.version.to_string()),
                None => urls::project(&self.reference),
            },
            unlisted: self.past.is_some(),
            feed: Some(urls::project_feed(&self.reference)),
            section: "projects",
            crumbs,
            place: self.places.first().map(|place| (place.code.clone(), place.names.clone())),
            ..Head::default()
        }
    }
}

/// Versions in the history of a page; older ones are behind its first.
const VERSIONS: u64 = 20;

pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((_, reference)): Path<(String, Reference)>,
    Query(which): Query<Which>,
) -> Result<Response, Error> {
    let reference = reference.to_string();
    visit.page_of(&format!("{KIND}/{reference}"), async || make(&app, &visit, &reference, &which).await).await
}

async fn make(app: &App, visit: &Visit, reference: &str, which: &Which) -> Result<ProjectPage, Error> {
    let viewer = Viewer::Public;
    let config = visit.site.config();
    let until = which.until(&config.time_zone)?;
    let mut is_listed = super::shelf_of(app).await?.version(reference).is_some();
    if !is_listed {
        // Another process may have entered it a moment ago.
        app.db.catch_up().await.map_err(failed)?;
        is_listed = super::shelf_of(app).await?.version(reference).is_some();
    }
    let tx = app.db.read().await.map_err(failed)?;
    if !is_listed {
        let gone = queries::is_withdrawn(&tx, &viewer, reference).await.map_err(failed)?;
        return Err(if gone { Error::Gone("project-gone") } else { Error::NotFound });
    }
    // One more than is shown: the oldest is what the one after it is compared with.
    let mut versions = queries::versions(&tx, &viewer, reference, until, VERSIONS + 1).await.map_err(failed)?;
    if versions.is_empty() && matches!(until, Until::At(_)) {
        // It was not published yet on that day: the first version says since when it is.
        versions = queries::versions(&tx, &viewer, reference, Until::Version(1), 1).await.map_err(failed)?;
    }
    let newest = versions.first().ok_or(Error::NotFound)?;
    if matches!(until, Until::Version(number) if number != newest.number) {
        return Err(Error::NotFound);
    }
    let date = newest.at.date_in(&config.time_zone);
    let past = (until != Until::Now).then_some(Past { version: newest.number, date });
    let project = newest.body.clone();
    let acts = queries::acts(&tx, &viewer, reference, newest.number, VERSIONS + 1).await.map_err(failed)?;
    let shown = usize::try_from(VERSIONS).unwrap_or(usize::MAX);
    let older = versions.len() > shown;
    let mut history = steps(&visit.t, &config.time_zone, &versions, &acts);
    history.truncate(shown);
    let today = past.as_ref().map_or(visit.site.today(), |past| past.date);
    Ok(ProjectPage { history, older, past, today, ..of(app, visit, reference, project).await })
}

/// The page of a project as it is given, without a past: what is published, or a draft.
pub(super) async fn of(app: &App, visit: &Visit, reference: &str, project: Project) -> ProjectPage {
    let config = visit.site.config();
    let codes: Vec<String> = project.places.iter().filter_map(|place| place.code.clone()).collect();
    let atlas = app.atlas();
    let found = atlas.many(&codes);
    let around = found.first().map(|place| atlas.ancestors(place)).unwrap_or_default();
    ProjectPage {
        t: visit.t.clone(),
        lang: visit.lang,
        reference: reference.to_owned(),
        today: visit.site.today(),
        map: map(&atlas, visit.lang, &project, &found, &around),
        photos: photos::there(&config.data, &project.photos).await,
        project,
        places: found,
        around,
        history: Vec::new(),
        older: false,
        past: None,
        contact: config.contact_email.clone(),
    }
}

/// The project's places in the province around them, and what it builds there.
fn map(
    atlas: &Atlas,
    lang: Lang,
    project: &Project,
    found: &[Arc<places::Place>],
    around: &[Arc<places::Place>],
) -> Map {
    let province = around.iter().find(|place| place.has_outline);
    let Some(tree) = province.and_then(|province| atlas.descendants(&province.code)) else { return Map::default() };
    let shown: Vec<&places::Place> = tree.smallest().filter(|place| place.has_outline).collect();
    let hit = |place: &places::Place| {
        found.iter().any(|one| one.code == place.code || Some(&one.code) == place.parent.as_ref())
    };
    let areas = shown.iter().map(|place| Area {
        code: place.code.clone(),
        class: if hit(place) { "hit" } else { "m1" },
        href: None,
        title: place.name(lang).to_owned(),
    });
    let own = project.places.iter().flat_map(|place| {
        let point = place.point.map(Shape::Point);
        place.shape.iter().cloned().chain(point).collect::<Vec<_>>()
    });
    Map { outlines: atlas.outlines_of(&shown), areas: areas.collect(), marks: own.flat_map(marks).collect() }
}

fn marks(shape: Shape) -> Vec<Mark> {
    match shape {
        Shape::Point(spot) => vec![Mark::Spot(spot)],
        Shape::MultiPoint(spots) => spots.into_iter().map(Mark::Spot).collect(),
        Shape::LineString(line) => vec![Mark::Line(line)],
        Shape::MultiLineString(lines) => lines.into_iter().map(Mark::Line).collect(),
        Shape::Polygon(rings) => vec![Mark::Patch(rings)],
        Shape::MultiPolygon(patches) => patches.into_iter().map(Mark::Patch).collect(),
    }
}
