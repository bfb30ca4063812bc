//! One line: where it stands in the law's order, all that is said of it, the same line in other years, and what it was
//! before.

use askama::Template;
use axum::{extract::State, response::Response};
use infitah_base::{Lang, Text};
use infitah_commons::{App, Viewer, failed};
use infitah_kit::{
    Cache, Error, Head, Page, T, Visit,
    extract::{Path, Query},
    urls,
};
use serde::Deserialize;

use super::{
    Told, crumbs, lines,
    node::{self, Around, Year},
    per_mille,
};
use crate::budget::{
    data,
    model::{Direction, Line, Measure, NodeKey, Phase, Words},
    queries,
};

/// Versions that a history looks at: each is a whole budget.
const VERSIONS: i64 = 10;

#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    phase: String,
    /// Anything: what was there before is asked for too.
    #[serde(default)]
    history: String,
}

/// A version in which the line said something else.
struct Before {
    number: i64,
    date: String,
    amounts: Vec<String>,
    /// Whether it was there at all.
    is_there: bool,
}

#[derive(Template)]
#[template(path = "budget/templates/line.html")]
struct LinePage {
    told: Told,
    t: T,
    lang: Lang,
    line: Line,
    path: Vec<Around>,
    tabs: Vec<(String, bool, String)>,
    measures: Vec<(Measure, String, String)>,
    head: Option<String>,
    purpose: Option<(u8, Text)>,
    words: Option<(Text, Words)>,
    places: Vec<(Text, String)>,
    project: Option<(String, Option<String>)>,
    years: Vec<Year>,
    history: Option<Vec<Before>>,
    ask_history: String,
    date: String,
}

impl LinePage {
    fn code(&self) -> String {
        self.line.path.join(".")
    }

    fn direction(&self) -> &'static str {
        match self.line.direction {
            Direction::Revenue => "direction-revenue",
            Direction::Spending => "direction-spending",
        }
    }

    /// What the line says of itself: key of the label, the words.
    fn said(&self) -> Vec<(&'static str, String)> {
        let (t, line) = (&self.t, &self.line);
        let name = |known: Option<&crate::budget::model::Family>, key: &String| {
            known.map_or_else(|| key.clone(), |one| one.name.plain(self.lang).to_owned())
        };
        let nature = line
            .nature
            .as_ref()
            .map(|nature| format!("{} {}", nature.code, nature.name.plain(self.lang)).trim().to_owned());
        let family = line.family.as_ref().map(|key| name(data::family(key), key));
        let mandatory =
            line.mandatory.as_ref().map(|key| name(data::mandatory().iter().find(|one| one.key == *key), key));
        let pdr = line.pdr.map(|pdr| t.m(if pdr { "yes" } else { "no" }).to_string());
        let basis = Some(line.basis.plain(self.lang).to_owned()).filter(|basis| !basis.is_empty());
        let all = [
            ("line-code", Some(self.code())),
            ("line-id", Some(line.id.clone())),
            ("line-nature", nature),
            ("line-cofog", line.cofog.clone()),
            ("line-family", family),
            ("line-mandatory", mandatory),
            ("line-pdr", pdr),
            ("line-basis", basis),
        ];
        all.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
    }
}

impl Page for LinePage {
    const CACHE: Cache = Cache::Until(&["budget", "budget-words", "place", "project"]);

    fn head(&self, t: &T) -> Head {
        let year = self.told.year().to_string();
        let mut crumbs = crumbs(&self.told);
        crumbs.push((t.as_text("lines-title"), self.told.at(urls::budget_lines(self.told.year()))));
        let asked = if self.history.is_some() { "yes" } else { "" };
        Head {
            title: t.m("node-title").s("name", self.line.name.plain(self.lang)).s("year", year).to_string(),
            url: self.told.at(urls::budget_line(self.told.year(), &self.line.id)).with("history", asked),
            section: "budget",
            crumbs,
            unlisted: self.history.is_some(),
            ..Head::default()
        }
    }
}

pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((_, year, id)): Path<(String, i16, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    visit.page(async || make(&app, &visit, year, &id, &asked).await).await
}

async fn make(app: &App, visit: &Visit, year: i16, id: &str, asked: &Asked) -> Result<LinePage, Error> {
    let told = Told::of(app, visit, year, &asked.phase).await?;
    let edition = told.edition.clone();
    let position = edition.position(id).ok_or(Error::NotFound)?;
    let line = edition.at_position(position).cloned().ok_or(Error::NotFound)?;
    let atlas = app.atlas();
    let t = &visit.t;
    let all = [Measure::Commitment, Measure::Payment, Measure::Committed, Measure::Paid];
    let standard = lines::measures(told.phase());
    let is_promise = |measure: &Measure| matches!(measure, Measure::Commitment | Measure::Committed);
    let has = |measure: &Measure| {
        standard.contains(measure) && (line.direction == Direction::Spending || !is_promise(measure))
    };
    let is_told = |measure: &Measure| has(measure) || line.amounts.get(*measure).is_some();
    let history = if asked.history.is_empty() { None } else { Some(history(app, &told, &line).await?) };
    let url = urls::budget_line(year, id);
    Ok(LinePage {
        lang: visit.lang,
        path: way(&told, &line),
        tabs: told.phases(&url),
        measures: all
            .into_iter()
            .filter(is_told)
            .map(|measure| (measure, told.measure_name(measure), told.said(line.amounts.get(measure))))
            .collect(),
        head: told.head(line.amounts.get(told.measure)),
        purpose: edition.purpose(position).map(|purpose| (purpose.mark, purpose.name.clone())),
        words: words(&told, &line),
        places: line
            .places
            .iter()
            .map(|code| {
                let name = atlas.find(code).map(|place| place.names.clone());
                (name.unwrap_or_else(|| Text::one(visit.lang, code.clone())), urls::place(code).to(visit.lang))
            })
            .collect(),
        project: project(app, visit, &line).await?,
        years: years(&told, &line),
        ask_history: told.at(url).with("history", "yes").to(visit.lang),
        date: t.date(edition.at().date_in(&app.site.config().time_zone)),
        t: t.clone(),
        history,
        line,
        told,
    })
}

/// The nodes around a line, the widest first; the node of the line itself too, where others share it.
fn way(told: &Told, line: &Line) -> Vec<Around> {
    node::way(told, &line.node())
}

/// Plain words about the nearest node that has some: its name and the words.
fn words(told: &Told, line: &Line) -> Option<(Text, Words)> {
    let mut around = std::iter::successors(Some(line.node()), NodeKey::parent);
    around.find_map(|node| {
        let words = told.ledger.words(&node).filter(|words| !words.explanation.is_empty())?;
        Some((told.node_name(&node), words.clone()))
    })
}

/// The project in the register: its name and its page.
async fn project(app: &App, visit: &Visit, line: &Line) -> Result<Option<(String, Option<String>)>, Error> {
    let Some(project) = &line.project else { return Ok(None) };
    let named = crate::projects::reference_of(app, project).await?;
    Ok(Some(match named {
        Some(reference) => (reference.clone(), Some(urls::project(&reference).to(visit.lang))),
        None => (project.clone(), None),
    }))
}

/// The same line in every year and phase that has it.
fn years(told: &Told, line: &Line) -> Vec<Year> {
    let all = told.ledger.editions().filter_map(|edition| {
        let budget = edition.budget();
        let found = edition.line(&line.id)?;
        Some((budget.year, budget.phase, found.amounts.get(budget.phase.measure())))
    });
    let all: Vec<(i16, Phase, Option<i64>)> = all.collect();
    let largest = all.iter().filter_map(|(.., amount)| *amount).max().unwrap_or_default();
    let this = (told.year(), told.phase());
    let year = |(year, phase, amount): (i16, Phase, Option<i64>)| {
        let is_standard = super::standard(&told.ledger, year) == Some(phase);
        let url = urls::budget_line(year, &line.id).with("phase", if is_standard { "" } else { phase.code() });
        Year {
            year,
            phase: told.phase_name(phase),
            href: url.to(told.lang),
            amount: told.said(amount),
            share: per_mille(amount.unwrap_or_default(), largest),
            is_this: (year, phase) == this,
        }
    };
    all.into_iter().map(year).collect()
}

/// What the line said in earlier versions of its budget, the newest first; versions that say the same are left out.
async fn history(app: &App, told: &Told, line: &Line) -> Result<Vec<Before>, Error> {
    let tx = app.db.read().await.map_err(failed)?;
    let measures = lines::measures(told.phase());
    let newest = told.edition.version();
    let mut out: Vec<Before> = Vec::new();
    let mut last = Some(line.amounts);
    for number in ((newest - VERSIONS).max(1)..newest).rev() {
        let version = queries::edition_at(&tx, &Viewer::Public, told.year(), told.phase(), number).await;
        let Some((at, budget)) = version.map_err(failed)? else { continue };
        let was = budget.lines.into_iter().find(|one| one.id == line.id).map(|one| one.amounts);
        if was == last {
            continue;
        }
        out.push(Before {
            number,
            date: told.t.date(at.date_in(&app.site.config().time_zone)),
            amounts: measures.iter().map(|measure| told.said(was.and_then(|amounts| amounts.get(*measure)))).collect(),
            is_there: was.is_some(),
        });
        last = was;
    }
    Ok(out)
}

impl LinePage {
    /// The measures that a history shows.
    fn columns(&self) -> Vec<String> {
        lines::measures(self.told.phase()).iter().map(|measure| self.told.measure_name(*measure)).collect()
    }
}
