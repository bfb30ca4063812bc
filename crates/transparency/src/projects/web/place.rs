//! What the page of a place shows of its projects.

use askama::Template;
use infitah_base::Lang;
use infitah_commons::{App, Viewer, failed, links::PlaceSection, places::Place, settings::Content};
use infitah_kit::{Error, T, Visit, svg::Bar, urls};

use super::{Row, rows};
use crate::projects::{
    model::{Concern, Stage},
    queries::{self, Filter},
};

/// Projects shown on the page of a place; the others are one click away.
const SHOWN: u64 = 5;

/// The projects of a place.
pub struct ProjectsOfPlace;

#[derive(Template)]
#[template(path = "projects/templates/place.html")]
struct Section {
    t: T,
    lang: Lang,
    code: String,
    name: String,
    rows: Vec<Row>,
    count: u64,
    totals: Vec<String>,
    per_head: Option<String>,
    stages: Vec<(Option<Stage>, u64)>,
    late: u64,
    silent: u64,
}

impl Section {
    fn has_more(&self) -> bool {
        self.count > SHOWN
    }

    /// The address of the list with these projects, narrowed further.
    fn list(&self, name: &'static str, value: &str) -> String {
        urls::projects().with("place", self.code.as_str()).with(name, value).to(self.lang)
    }

    fn label(&self, stage: &Option<Stage>) -> String {
        self.t.m(stage.map_or("stage-unknown", Stage::label)).to_string()
    }

    /// The share of all projects.
    fn bar(&self, count: &u64) -> Bar {
        let per_mille = count.saturating_mul(1000).checked_div(self.count).unwrap_or_default();
        Bar { per_mille: u32::try_from(per_mille).unwrap_or(1000), motif: 3 }
    }
}

#[async_trait::async_trait]
impl PlaceSection for ProjectsOfPlace {
    async fn show(&self, app: &App, viewer: &Viewer, visit: &Visit, place: &Place) -> Result<String, Error> {
        let (t, today) = (&visit.t, visit.site.today());
        if !app.settings().is_open("projects", &place.code, &app.atlas()) {
            return Ok(String::new());
        }
        let shelf = super::shelf_of(app).await?;
        let tx = app.db.read().await.map_err(failed)?;
        let filter = Filter { place: Some(place.code.clone()), ..Filter::default() };
        let hits = queries::hits(&tx, &shelf, viewer, &filter).await.map_err(failed)?;
        let shown = hits.page(&tx, 1, SHOWN).await.map_err(failed)?;
        let totals = hits.totals();
        // Per inhabitant only where one sum stands for all.
        let per_head = match (totals.as_slice(), place.population) {
            ([total], Some(people)) if people > 0 => {
                let minor = (total.minor + people / 2) / people;
                let whole = minor / total.currency.scale() * total.currency.scale();
                Some(t.money(infitah_base::Money::new(whole, total.currency)))
            }
            _ => None,
        };
        let section = Section {
            t: t.clone(),
            lang: visit.lang,
            code: place.code.clone(),
            name: place.name(visit.lang).to_owned(),
            rows: rows(&app.atlas(), t, today, shown),
            count: hits.count(),
            totals: totals.iter().map(|total| t.money(total)).collect(),
            per_head,
            stages: hits.stages(),
            late: hits.concerning(Concern::Late, today),
            silent: hits.concerning(Concern::Silent, today),
        };
        Ok(section.render()?)
    }
}

/// Whether there are projects of a place: then their section can open there.
pub struct ProjectContent;

#[async_trait::async_trait]
impl Content for ProjectContent {
    fn section(&self) -> &'static str {
        "projects"
    }

    fn label(&self) -> &'static str {
        "section-projects"
    }

    async fn has(&self, app: &App, place: &str) -> Result<bool, Error> {
        let shelf = super::shelf_of(app).await?;
        let tx = app.db.read().await.map_err(failed)?;
        let filter = Filter { place: Some(place.to_owned()), ..Filter::default() };
        Ok(queries::hits(&tx, &shelf, &Viewer::Public, &filter).await.map_err(failed)?.count() > 0)
    }
}
