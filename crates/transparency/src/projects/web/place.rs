//! What the page of a place shows of its projects.

use askama::Template;
use infitah_base::Lang;
use infitah_commons::{App, Viewer, failed, links::PlaceSection, places::Place};
use infitah_kit::{Error, T, Visit, urls};
use infitah_store::ReadTx;

use super::{Row, rows};
use crate::projects::queries::{self, Filter};

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
}

impl Section {
    fn has_more(&self) -> bool {
        self.count > SHOWN
    }
}

#[async_trait::async_trait]
impl PlaceSection for ProjectsOfPlace {
    async fn show(
        &self,
        app: &App,
        tx: &ReadTx,
        viewer: &Viewer,
        visit: &Visit,
        place: &Place,
    ) -> Result<String, Error> {
        let filter = Filter { place: Some(place.code.clone()), ..Filter::default() };
        let found = queries::list(tx, viewer, &filter, 1, SHOWN).await.map_err(failed)?;
        // Per inhabitant only where one sum stands for all.
        let per_head = match (found.totals.as_slice(), place.population) {
            ([total], Some(people)) if people > 0 => {
                let minor = (total.minor + people / 2) / people;
                let whole = minor / total.currency.scale() * total.currency.scale();
                Some(visit.t.money(infitah_base::Money::new(whole, total.currency)))
            }
            _ => None,
        };
        let section = Section {
            t: visit.t.clone(),
            lang: visit.lang,
            code: place.code.clone(),
            name: place.name(visit.lang).to_owned(),
            rows: rows(&app.atlas(), &visit.t, visit.site.today(), found.rows),
            count: found.count,
            totals: found.totals.iter().map(|total| visit.t.money(total)).collect(),
            per_head,
        };
        Ok(section.render()?)
    }
}
