//! The pages of the register: the list with its map, one project, and what a place shows of its projects.

use std::sync::Arc;

use axum::{Router, routing::get};
use infitah_base::{CivilDate, Text};
use infitah_commons::{
    App, Viewer, failed,
    links::{Card, Resolver},
    places::Atlas,
};
use infitah_kit::{
    Error, T,
    components::{Pairs, Tag, Tone},
    urls::{self, Url},
};
use serde::Deserialize;
use utoipa::IntoParams;

use super::{
    model::{Concern, Kind, Project, Stage},
    queries::{self, Filter, Listed, Sort},
    shelf::{Keeper, Shelf},
};

mod changes;
mod desk;
mod history;
mod list;
mod named;
mod one;
mod organisations;
mod photo;
mod place;

pub use named::{Named, named, reference_of};
pub use organisations::OrganisationResolver;
pub use place::{ProjectContent, ProjectsOfPlace};

/// The routes of the pages.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/{lang}/projects", get(list::show))
        .route("/{lang}/projects/{reference}", get(one::show))
        .route("/{lang}/projects/{reference}/changes.atom", get(changes::one_feed))
        .route("/photos/{name}", get(photo::send))
        .merge(desk::routes())
        .route("/{lang}/changes", get(changes::show))
        .route("/{lang}/changes.atom", get(changes::all_feed))
        .route("/{lang}/organisations", get(organisations::all))
        .route("/{lang}/organisations/{key}", get(organisations::one))
}

/// What is asked of the register, in the address. What is not understood asks for nothing.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
pub struct Asked {
    /// Words to be found.
    #[serde(default)]
    pub q: String,
    /// A reference: exactly this project.
    #[serde(default)]
    pub reference: String,
    /// Census code of a place: in it or within it.
    #[serde(default)]
    pub place: String,
    /// OC4IDS sector code.
    #[serde(default)]
    pub sector: String,
    /// Stage code.
    #[serde(default)]
    pub stage: String,
    /// Kind code.
    #[serde(default)]
    pub kind: String,
    /// Key of an organisation that has a part in it.
    #[serde(default)]
    pub organisation: String,
    /// `late`, `silent` or `ahead` (paid ahead of built), as of today.
    #[serde(default)]
    pub state: String,
    /// `cost`, `news` or `name`.
    #[serde(default)]
    pub sort: String,
    /// Page of the list, from 1.
    #[serde(default)]
    #[param(ignore)]
    pub page: String,
}

/// Letters of the words that are sought, at most.
const WORDS: usize = 200;

impl Asked {
    /// Whether the answer is another one tomorrow.
    pub(super) fn has_day(&self) -> bool {
        self.concern().is_some()
    }

    fn concern(&self) -> Option<Concern> {
        self.state.parse().ok()
    }

    /// As a filter on a day.
    pub fn filter(&self, today: CivilDate) -> Filter {
        let some = |text: &String| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        Filter {
            words: self.q.chars().take(WORDS).collect(),
            reference: some(&self.reference),
            place: some(&self.place),
            sector: some(&self.sector),
            stage: self.stage.parse().ok(),
            kind: self.kind.parse().ok(),
            organisation: some(&self.organisation),
            concern: self.concern().map(|concern| (concern, today)),
            sort: self.sort.parse().unwrap_or_default(),
        }
    }

    /// The number of the page, from 1.
    fn page(&self) -> u64 {
        self.page.parse().unwrap_or(1).clamp(1, 1_000_000)
    }

    /// The same question put to another address.
    pub fn url(&self, url: Url) -> Url {
        let words: String = self.q.chars().take(WORDS).collect();
        let sort: Sort = self.sort.parse().unwrap_or_default();
        url.with("q", words)
            .with("reference", self.reference.trim())
            .with("place", self.place.trim())
            .with("sector", self.sector.trim())
            .with("stage", self.stage.parse().map_or("", Stage::code))
            .with("kind", self.kind.parse().map_or("", Kind::code))
            .with("organisation", self.organisation.trim())
            .with("state", self.concern().map_or("", Concern::code))
            .with("sort", if sort == Sort::default() { "" } else { sort.code() })
    }
}

/// The register as it is now: to be asked before a view is begun, and once for a page.
pub async fn shelf_of(app: &App) -> Result<Arc<Shelf>, Error> {
    app.held::<Keeper>()?.shelf(&app.db).await.map_err(failed)
}

/// The tag of a stage.
fn stage_tag(t: &T, stage: Option<Stage>) -> Tag<'static> {
    let Some(stage) = stage else {
        return Tag { icon: "i-info", label: t.m("stage-unknown").to_string(), tone: Tone::Plain };
    };
    let tone = match stage {
        Stage::Idea | Stage::Closed => Tone::Plain,
        Stage::Prepared => Tone::Info,
        Stage::Works => Tone::Work,
        Stage::Finished | Stage::Service => Tone::Go,
        Stage::Cancelled => Tone::Late,
    };
    Tag { icon: stage.icon(), label: t.m(stage.label()).to_string(), tone }
}

/// The name of a sector: its own words, or those of the one above it, or its code.
fn sector_name(t: &T, code: &str) -> String {
    let mut at = Some(code);
    while let Some(sector) = at {
        let key = format!("sector-{}", sector.replace('.', "-"));
        if t.has(&key) {
            return t.m(&key).to_string();
        }
        at = sector.rsplit_once('.').map(|(above, _)| above);
    }
    code.to_owned()
}

/// A project as a row of a table.
struct Row {
    reference: String,
    title: Text,
    places: Vec<Text>,
    more: usize,
    sector: String,
    stage: Option<Stage>,
    cost: Option<infitah_base::Money>,
    built: Option<u32>,
    paid: Option<u32>,
    late: Option<Tag<'static>>,
}

impl Row {
    fn tag(&self, t: &T) -> Tag<'static> {
        stage_tag(t, self.stage)
    }

    fn pairs<'a>(&self, t: &'a T) -> Pairs<'a> {
        Pairs { t, built: self.built, paid: self.paid }
    }
}

/// What is late or silent, in plain words.
fn lateness(t: &T, project: &Project, today: infitah_base::CivilDate) -> Option<Tag<'static>> {
    let late = project.days_late(today).map(|days| {
        let months = project.dates.planned_end.map_or(0, |end| end.months_until(today));
        if months > 0 {
            t.m("late-months").n("count", months).to_string()
        } else {
            t.m("late-days").n("count", days).to_string()
        }
    });
    let silent = || project.days_silent(today).map(|days| t.m("silent-days").n("count", days).to_string());
    let label = late.or_else(silent)?;
    Some(Tag { icon: "i-warn", label, tone: Tone::Late })
}

/// Rows for these projects, with the names of their places.
fn rows(atlas: &Atlas, t: &T, today: infitah_base::CivilDate, listed: Vec<Listed>) -> Vec<Row> {
    let name = |code: &str| atlas.find(code).map(|place| place.names.clone());
    let row = |one: Listed| {
        let project = one.project;
        let given = |text: &String| Text::one(t.lang(), text.clone());
        let mut names: Vec<Text> = project
            .places
            .iter()
            .filter_map(|place| place.code.as_deref().and_then(name).or_else(|| place.given.as_ref().map(given)))
            .collect();
        let more = names.len().saturating_sub(2);
        names.truncate(2);
        Row {
            late: lateness(t, &project, today),
            reference: one.reference,
            places: names,
            more,
            sector: project.sectors.first().map(|sector| sector_name(t, sector)).unwrap_or_default(),
            stage: project.stage(),
            cost: project.budget.as_ref().map(|budget| budget.amount),
            built: project.built().map(|observation| observation.percent),
            paid: project.paid().map(|observation| observation.percent),
            title: project.title,
        }
    };
    listed.into_iter().map(row).collect()
}

/// Projects as others show them.
pub struct ProjectResolver;

#[async_trait::async_trait]
impl Resolver for ProjectResolver {
    fn kind(&self) -> &'static str {
        super::service::KIND
    }

    fn label(&self) -> &'static str {
        "section-projects"
    }

    fn icon(&self) -> &'static str {
        "i-road"
    }

    async fn cards(&self, app: &App, viewer: &Viewer, t: &T, ids: &[String]) -> Result<Vec<Card>, Error> {
        let shelf = shelf_of(app).await?;
        let tx = app.db.read().await.map_err(failed)?;
        let listed = queries::many(&tx, &shelf, viewer, ids).await.map_err(failed)?;
        let today = listed.iter().filter_map(|one| one.project.last_news()).max();
        let Some(today) = today.or_else(|| "1970-01-01".parse().ok()) else { return Ok(Vec::new()) };
        let rows = rows(&app.atlas(), t, today, listed);
        let card = |row: Row| {
            let stage = row.stage.map(|stage| t.m(stage.label()).to_string()).unwrap_or_default();
            let place = row.places.first().map(|place| place.plain(t.lang()).to_owned()).unwrap_or_default();
            let parts = [place, row.sector, stage];
            Card {
                url: urls::project(&row.reference),
                title: row.title,
                line: parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
            }
        };
        Ok(rows.into_iter().map(card).collect())
    }
}
