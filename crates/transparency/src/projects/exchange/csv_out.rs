//! Writing the register as a table that spreadsheets open safely and that can be imported again.

use infitah_base::Lang;
use infitah_kit::export::{cell, csv_writer};

use crate::projects::model::{JobCount, Kind, Observation, Project, Stage};

/// One row per project, each with its reference. Texts in every language of the instance.
pub fn csv_out(projects: &[(String, Project)], languages: &[Lang]) -> Vec<u8> {
    let mut writer = csv_writer();
    // Writing into memory does not fail.
    let _ = writer.write_record(headers(languages));
    for (reference, project) in projects {
        let row = row(reference, project, languages);
        let _ = writer.write_record(row.iter().map(|text| cell(text).into_owned()));
    }
    writer.into_inner().unwrap_or_default()
}

fn headers(languages: &[Lang]) -> Vec<String> {
    let mut out: Vec<String> = ["reference", "identifier"].map(str::to_owned).to_vec();
    for field in ["title", "purpose", "description"] {
        out.extend(languages.iter().map(|lang| format!("{field}_{lang}")));
    }
    let rest = [
        "kind",
        "status",
        "stage",
        "work",
        "sectors",
        "place",
        "place_name",
        "longitude",
        "latitude",
        "currency",
        "budget",
        "budget_approved",
        "funding",
        "planned_start",
        "planned_end",
        "actual_start",
        "actual_end",
        "built_percent",
        "built_date",
        "paid_percent",
        "paid_date",
        "jobs_planned_women",
        "jobs_planned_men",
        "jobs_planned",
        "jobs_created_women",
        "jobs_created_men",
        "jobs_created",
        "owner",
        "contractor",
        "updated",
    ];
    out.extend(rest.map(str::to_owned));
    out
}

fn row(reference: &str, project: &Project, languages: &[Lang]) -> Vec<String> {
    let mut out = vec![reference.to_owned(), project.identifier.clone()];
    for text in [&project.title, &project.purpose, &project.description] {
        out.extend(languages.iter().map(|lang| text.exactly(*lang).unwrap_or_default().to_owned()));
    }
    let date = |date: Option<infitah_base::CivilDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let joined = |parts: Vec<String>| parts.join(" | ");
    let bare = languages.first().copied().unwrap_or(Lang::arabic());
    let name =
        |role: &str| project.with_role(role).next().map(|party| party.name.plain(bare).to_owned()).unwrap_or_default();
    let first = project.places.first();
    let degree =
        |axis: usize| first.and_then(|place| place.point).map(|point| point[axis].to_string()).unwrap_or_default();
    let funding = project.funding.iter().map(|share| {
        let who = project.party(&share.party).map(|party| party.name.plain(bare).to_owned());
        format!("{}: {}", who.unwrap_or_else(|| share.party.clone()), share.amount.to_decimal())
    });
    out.extend([
        project.kind.map(Kind::code).unwrap_or_default().to_owned(),
        project.status.map(<&'static str>::from).unwrap_or_default().to_owned(),
        project.stage().map(Stage::code).unwrap_or_default().to_owned(),
        project.work.map(|work| work.code().to_owned()).unwrap_or_default(),
        joined(project.sectors.clone()),
        joined(project.places.iter().filter_map(|place| place.code.clone()).collect()),
        first.and_then(|place| place.given.clone()).unwrap_or_default(),
        degree(0),
        degree(1),
        project.budget.as_ref().map(|budget| budget.amount.currency.code().to_owned()).unwrap_or_default(),
        project.budget.as_ref().map(|budget| budget.amount.to_decimal()).unwrap_or_default(),
        date(project.budget.as_ref().and_then(|budget| budget.approved)),
        joined(funding.collect()),
        date(project.dates.planned_start),
        date(project.dates.planned_end),
        date(project.dates.actual_start),
        date(project.dates.actual_end),
    ]);
    out.extend(progress(project.built()));
    out.extend(progress(project.paid()));
    out.extend(jobs(&project.jobs.planned));
    out.extend(jobs(&project.jobs.created));
    out.extend([name("publicAuthority"), name("supplier"), date(project.updated)]);
    out
}

fn progress(observation: Option<&Observation>) -> [String; 2] {
    observation.map(|o| [o.percent.to_string(), o.date.to_string()]).unwrap_or_default()
}

fn jobs(count: &JobCount) -> [String; 3] {
    [count.women, count.men, count.total].map(|number| number.map(|number| number.to_string()).unwrap_or_default())
}
