//! The page of one project.

use askama::Template;
use axum::{extract::State, response::Response};
use infitah_base::{CivilDate, Lang, Money, Reference, Text};
use infitah_commons::{App, Viewer, failed, places};
use infitah_kit::{
    Cache, Error, Head, Page, T, Visit,
    components::{Funding, Measured, Notice, NoticeKind, Progress, Stages, Tag},
    extract::Path,
    i18n::Shown,
    svg::{Area, Map},
    urls,
};
use infitah_store::{ReadTx, documents};
use strum::IntoEnumIterator;

use super::{lateness, sector_name, stage_tag};
use crate::projects::{
    exchange::ExportFormat,
    model::{JobCount, Observation, Project, Stage},
    queries,
    rules::{Change, Protected, changes},
    service,
};

/// A version and what changed in it.
struct Step {
    date: CivilDate,
    changes: Vec<Change>,
    first: bool,
    reason: Option<String>,
}

#[derive(Template)]
#[template(path = "projects/templates/one.html")]
struct ProjectPage {
    t: T,
    lang: Lang,
    reference: String,
    project: Project,
    places: Vec<places::Place>,
    around: Vec<places::Place>,
    today: CivilDate,
    map: Map,
    history: Vec<Step>,
}

impl ProjectPage {
    fn stage(&self) -> Option<Stage> {
        self.project.stage()
    }

    fn tag(&self) -> Tag<'static> {
        stage_tag(&self.t, self.stage())
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

    fn progress(&self) -> Progress<'_> {
        let measured = |observation: Option<&Observation>| {
            observation.map(|o| Measured { percent: o.percent, date: o.date, source: o.source.clone() })
        };
        Progress { t: &self.t, built: measured(self.project.built()), paid: measured(self.project.paid()) }
    }

    /// Who pays how much: several shares of one party (by year, by part) are one line.
    fn funding(&self) -> Option<Funding<'_>> {
        let mut rows: Vec<(Shown<'_>, Money)> = Vec::new();
        let mut seen: Vec<(&str, infitah_base::Currency)> = Vec::new();
        for share in &self.project.funding {
            let name = match self.project.party(&share.party) {
                Some(party) => self.t.text(&party.name),
                // Whom the source does not name is shown by the id it gives.
                None => Shown::plain(&share.party),
            };
            let key = (share.party.as_str(), share.amount.currency);
            let known = seen.iter().position(|known| *known == key).and_then(|index| rows.get_mut(index));
            match known.and_then(|row| Some((row.1.checked_add(share.amount)?, row))) {
                Some((sum, row)) => row.1 = sum,
                None => {
                    seen.push(key);
                    rows.push((name, share.amount));
                }
            }
        }
        let total = self.project.budget.as_ref().map(|budget| budget.amount);
        (!rows.is_empty()).then_some(Funding { t: &self.t, rows, total })
    }

    fn parties(&self, role: &str) -> Vec<&Text> {
        self.project.with_role(role).map(|party| &party.name).collect()
    }

    /// Key of the label and the date, or nothing where it is not published.
    fn dates(&self) -> [(&'static str, Option<CivilDate>); 4] {
        let dates = &self.project.dates;
        [
            ("date-planned-start", dates.planned_start),
            ("date-actual-start", dates.actual_start),
            ("date-planned-end", dates.planned_end),
            ("date-actual-end", dates.actual_end),
        ]
    }

    fn has_jobs(&self) -> bool {
        self.project.jobs != crate::projects::Jobs::default()
    }

    /// Key of the label, planned, and what may be said of created, for women, men and all.
    fn jobs(&self) -> [(&'static str, String, String); 3] {
        let JobCount { women, men, .. } = self.project.jobs.planned;
        let number = |count: Option<u32>| match count {
            Some(count) => self.t.int(count),
            None => self.t.m("not-published").to_string(),
        };
        let said = |count: Option<Protected>| match count {
            Some(Protected::FewerThanFive) => self.t.m("fewer-than-five").to_string(),
            Some(Protected::Number(count)) => self.t.int(count),
            None => self.t.m("not-published").to_string(),
        };
        let (created_women, created_men, created_all) = self.project.jobs.created.protected();
        let hidden = [created_women, created_men].contains(&Some(Protected::FewerThanFive));
        let all = if hidden { self.t.m("jobs-total-hidden").to_string() } else { number(created_all) };
        [
            ("place-women", number(women), said(created_women)),
            ("place-men", number(men), said(created_men)),
            ("place-all", number(self.project.jobs.planned.all()), all),
        ]
    }

    fn hides_small_groups(&self) -> bool {
        let (women, men, _) = self.project.jobs.created.protected();
        [women, men].contains(&Some(Protected::FewerThanFive))
    }

    /// The old and the new value of a change, in words; an unpublished value says so.
    fn words(&self, change: &Change) -> (&'static str, String, String) {
        let none = || self.t.m("not-published").to_string();
        let percent = |value: &Option<u32>| value.map_or_else(none, |value| format!("{value}%"));
        match change {
            Change::Stage(old, new) => {
                let stage =
                    |stage: &Option<Stage>| stage.map_or_else(none, |stage| self.t.m(stage.label()).to_string());
                ("change-stage", stage(old), stage(new))
            }
            Change::Cost(old, new) => {
                let money = |money: &Option<Money>| money.map_or_else(none, |money| self.t.money(money));
                ("change-cost", money(old), money(new))
            }
            Change::PlannedEnd(old, new) => {
                let date = |date: &Option<CivilDate>| date.map_or_else(none, |date| self.t.date(date));
                ("change-planned-end", date(old), date(new))
            }
            Change::Built(old, new) => ("progress-built", percent(old), percent(new)),
            Change::Paid(old, new) => ("progress-paid", percent(old), percent(new)),
            Change::Other => ("change-other", String::new(), String::new()),
        }
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

    fn data(&self) -> impl Iterator<Item = (&'static str, String)> {
        let one = |format: ExportFormat| format.url().with("reference", self.reference.as_str()).bare();
        ExportFormat::iter().map(move |format| (format.label(), one(format)))
    }
}

impl Page for ProjectPage {
    const CACHE: Cache = Cache::Until(&["project", "place"]);

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
            title: self.project.title.plain(self.lang).to_owned(),
            description: self.project.purpose.plain(self.lang).to_owned(),
            url: urls::project(&self.reference),
            section: "projects",
            crumbs,
            place: self.places.first().map(|place| (place.code.clone(), place.names.clone())),
            ..Head::default()
        }
    }
}

pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((_, reference)): Path<(String, Reference)>,
) -> Result<Response, Error> {
    visit.page(async || make(&app, &visit, &reference.to_string()).await).await
}

async fn make(app: &App, visit: &Visit, reference: &str) -> Result<ProjectPage, Error> {
    let viewer = Viewer::Public;
    let tx = app.db.read().await.map_err(failed)?;
    let listed = queries::find(&tx, &viewer, reference).await.map_err(failed)?.ok_or(Error::NotFound)?;
    let project = listed.project;
    let codes: Vec<String> = project.places.iter().filter_map(|place| place.code.clone()).collect();
    let mut found = places::many(&tx, &viewer, &codes).await.map_err(failed)?;
    found.sort_by_key(|place| codes.iter().position(|code| *code == place.code));
    let around = match found.first() {
        Some(place) => places::ancestors(&tx, &viewer, place).await.map_err(failed)?,
        None => Vec::new(),
    };
    let map = map(&tx, visit.lang, &found, &around).await?;
    let history = history(&tx, visit, reference).await?;
    Ok(ProjectPage {
        t: visit.t.clone(),
        lang: visit.lang,
        reference: reference.to_owned(),
        project,
        places: found,
        around,
        today: visit.site.today(),
        map,
        history,
    })
}

/// The project's places in the province around them.
async fn map(tx: &ReadTx, lang: Lang, found: &[places::Place], around: &[places::Place]) -> Result<Map, Error> {
    let Some(province) = around.iter().find(|place| place.has_outline) else { return Ok(Map::default()) };
    let tree = places::descendants(tx, &Viewer::Public, &province.code).await.map_err(failed)?;
    let Some(tree) = tree else { return Ok(Map::default()) };
    let shown: Vec<&places::Place> = tree.smallest().filter(|place| place.has_outline).collect();
    let outlines = places::outlines_of(tx, &shown).await.map_err(failed)?;
    let hit = |place: &places::Place| {
        found.iter().any(|one| one.code == place.code || Some(&one.code) == place.parent.as_ref())
    };
    let areas = shown.iter().map(|place| Area {
        rings: outlines.get(&place.code).cloned().unwrap_or_default(),
        class: if hit(place) { "hit" } else { "m1" },
        href: None,
        title: place.name(lang).to_owned(),
    });
    Ok(Map { areas: areas.collect() })
}

async fn history(tx: &ReadTx, visit: &Visit, reference: &str) -> Result<Vec<Step>, Error> {
    let versions: Vec<(i64, infitah_base::Timestamp, Project)> =
        documents::history(tx, &service::object(reference)).await.map_err(failed)?;
    let zone = &visit.site.config().time_zone;
    let reasons = queries::reasons(tx, reference).await.map_err(failed)?;
    let steps = versions.iter().enumerate().map(|(index, (version, at, project))| {
        let before = versions.get(index + 1);
        Step {
            date: at.date_in(zone),
            changes: before.map(|(_, _, before)| changes(before, project)).unwrap_or_default(),
            first: before.is_none(),
            reason: reasons.get(version).cloned(),
        }
    });
    Ok(steps.collect())
}
