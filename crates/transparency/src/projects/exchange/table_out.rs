//! The register as a table, which spreadsheets open safely and which can be imported again. The list below is its
//! header, its rows, its Table Schema and its explanation: a column is one line of it.

use infitah_base::{Currency, Lang, Money, Text};
use infitah_kit::export::table::{Cell, Column};
use strum::IntoEnumIterator;

use super::out::Row;
use crate::projects::model::{JobCount, Kind, Observation, PlaceRef, Project, Stage, Status, Work};

mod parts;

type Col = Column<Row>;

type Of = fn(&Project) -> &Text;

/// Texts, each with a column for each language of the instance.
const TEXTS: [(&str, &str, Of); 3] = [
    ("title", "The project's name", |p| &p.title),
    ("purpose", "What it is for", |p| &p.purpose),
    ("description", "More about it", |p| &p.description),
];

/// The columns. Names of people and bodies are in the instance's first language, where they have one in it.
#[rustfmt::skip]
pub fn columns(languages: &[Lang]) -> Vec<Col> {
    let lang = languages.first().copied().unwrap_or(Lang::arabic());
    let mut out = vec![
        Col::text("reference", "What people say and write down; never changes.", |(reference, _)| reference.into()).required().unique().pattern("[A-Z]{2,4}-[0-9]{4}-[0-9]{4,}"),
        Col::text("identifier", "The publisher's own identifier.", |(_, p)| (&p.identifier).into()).required().unique(),
    ];
    for (name, about, text) in TEXTS {
        out.extend(texts(languages, name, about, move |p| Some(text(p))));
    }
    out.extend([
        Col::text("kind", "What kind of undertaking it is.", |(_, p)| p.kind.map(Kind::code).into()).one_of(Kind::iter().map(Kind::code)),
        Col::text("status", "Status, by the codes of OC4IDS, as it was published.", |(_, p)| p.status.map(<&'static str>::from).into()).one_of(Status::iter().map(<&'static str>::from)),
        Col::text("stage", "Stage as the pages say it: as published, else as dates and progress show.", |(_, p)| p.stage().map(Stage::code).into()).one_of(Stage::iter().map(Stage::code)),
        Col::text("work", "What is done to the asset, by the codes of OC4IDS.", |(_, p)| p.work.map(Work::code).into()).one_of(Work::iter().map(Work::code)),
        Col::text("sectors", "Sectors, by the codes of OC4IDS, separated by ' | '.", |(_, p)| joined(p.sectors.iter().cloned())),
        Col::text("place", "Census codes of its places, separated by ' | '.", |(_, p)| joined(p.places.iter().filter_map(|place| place.code.clone()))),
        Col::text("place_name", "The first place, in the words of the source.", |(_, p)| first(p).and_then(|place| place.given.as_ref()).into()),
        Col::number("longitude", "Of the first place's point, WGS 84.", |(_, p)| degree(p, 0)).between(-180, 180),
        Col::number("latitude", "Of the first place's point, WGS 84.", |(_, p)| degree(p, 1)).between(-90, 90),
        Col::text("currency", "Currency of the amounts of the row, ISO 4217. An amount in another one is in the OC4IDS file only.", |(_, p)| currency(p).map(|currency| currency.to_string()).into()).pattern("[A-Z]{3}"),
        Col::number("budget", "Planned cost.", |(_, p)| Cell::number(p.budget.as_ref().map(|budget| budget.amount.to_decimal()))),
        Col::date("budget_approved", "When the planned cost was approved.", |(_, p)| p.budget.as_ref().and_then(|budget| budget.approved).into()),
        Col::text("funding", "Who promised how much, as 'name: amount', separated by ' | '.", move |(_, p)| joined(shares(p, lang).into_iter())),
        Col::date("planned_start", "Planned beginning.", |(_, p)| p.dates.planned_start.into()),
        Col::date("planned_end", "Planned end.", |(_, p)| p.dates.planned_end.into()),
        Col::date("actual_start", "When it began.", |(_, p)| p.dates.actual_start.into()),
        Col::date("actual_end", "When it ended.", |(_, p)| p.dates.actual_end.into()),
        Col::whole("built_percent", "How much is built, by the latest observation.", |(_, p)| percent(p.built())).between(0, 100),
        Col::date("built_date", "The day of that observation.", |(_, p)| day(p.built())),
        Col::whole("paid_percent", "How much is paid, by the latest observation.", |(_, p)| percent(p.paid())).between(0, 100),
        Col::date("paid_date", "The day of that observation.", |(_, p)| day(p.paid())),
        Col::whole("jobs_planned_women", "Jobs promised, women.", |(_, p)| jobs(&p.jobs.planned, |count| count.women)).not_negative(),
        Col::whole("jobs_planned_men", "Jobs promised, men.", |(_, p)| jobs(&p.jobs.planned, |count| count.men)).not_negative(),
        Col::whole("jobs_planned", "Jobs promised, where the total was published apart.", |(_, p)| jobs(&p.jobs.planned, |count| count.total)).not_negative(),
        Col::whole("jobs_created_women", "People in jobs, women; groups of 1 to 4 are left out.", |(_, p)| jobs(&p.jobs.created, |count| count.women)).not_negative(),
        Col::whole("jobs_created_men", "People in jobs, men; groups of 1 to 4 are left out.", |(_, p)| jobs(&p.jobs.created, |count| count.men)).not_negative(),
        Col::whole("jobs_created", "People in jobs, where the total was published apart and hides no small group.", |(_, p)| jobs(&p.jobs.created, |count| count.total)).not_negative(),
        Col::text("owner", "The public authority.", move |(_, p)| party(p, "publicAuthority", lang)),
    ]);
    out.extend(parts::columns(languages));
    out.push(Col::date("updated", "When the publisher last updated it.", |(_, p)| p.updated.into()));
    out
}

fn joined(parts: impl Iterator<Item = String>) -> Cell {
    parts.collect::<Vec<_>>().join(" | ").into()
}

fn first(project: &Project) -> Option<&PlaceRef> {
    project.places.first()
}

fn degree(project: &Project, axis: usize) -> Cell {
    Cell::number(first(project).and_then(|place| place.point).map(|point| point[axis]))
}

fn shares(project: &Project, lang: Lang) -> Vec<String> {
    let all = project.funding.iter().map(|share| {
        // Whom the source does not name is shown by the id it gives.
        let who = project.party(&share.party).map_or(share.party.as_str(), |party| party.name.plain(lang));
        let amount = in_row(project, Some(share.amount)).filter(|_| !who.contains(BAR))?;
        Some(format!("{who}: {}", amount.to_decimal()))
    });
    // A list that is not whole would be read as the whole list.
    all.collect::<Option<_>>().unwrap_or_default()
}

/// What stands between the parts of a list.
const BAR: char = '|';

/// The currency of a project's row: that of the budget, else of what else is said of its money.
fn currency(project: &Project) -> Option<Currency> {
    let contracts = || project.contracts.iter().flat_map(|one| [one.value, one.estimate, one.final_value]).flatten();
    let transfers = || project.commitments.iter().chain(&project.payments).map(|one| one.amount);
    let budget = project.budget.as_ref().map(|budget| budget.amount);
    let first = budget
        .or_else(|| project.funding.first().map(|share| share.amount))
        .or_else(|| project.costs.first().map(|step| step.amount))
        .or_else(|| contracts().next())
        .or_else(|| transfers().next())
        .or(project.surroundings.land_compensation);
    first.map(|amount| amount.currency)
}

/// An amount, when it is in the currency of the row.
fn in_row(project: &Project, amount: Option<Money>) -> Option<Money> {
    amount.filter(|amount| Some(amount.currency) == currency(project))
}

/// A column for each language in which a text may be.
fn texts(
    languages: &[Lang],
    name: &str,
    about: &str,
    text: impl Fn(&Project) -> Option<&Text> + Clone + Send + Sync + 'static,
) -> Vec<Col> {
    let column = |&lang: &Lang| {
        let text = text.clone();
        Col::text(format!("{name}_{lang}"), format!("{about}; language: {lang}."), move |(_, p)| {
            text(p).and_then(|text| text.exactly(lang)).into()
        })
    };
    languages.iter().map(column).collect()
}

fn percent(observation: Option<&Observation>) -> Cell {
    Cell::number(observation.map(|observation| observation.percent))
}

fn day(observation: Option<&Observation>) -> Cell {
    observation.map(|observation| observation.date).into()
}

fn jobs(count: &JobCount, group: fn(&JobCount) -> Option<u32>) -> Cell {
    Cell::number(group(count))
}

fn party(project: &Project, role: &str, lang: Lang) -> Cell {
    project.with_role(role).next().map(|party| party.name.plain(lang)).into()
}
