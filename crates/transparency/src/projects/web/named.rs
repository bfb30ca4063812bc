//! What another domain's page shows of projects that it names: the costliest in a table, and the jobs of all.

use askama::Template;
use infitah_base::Lang;
use infitah_commons::{App, Viewer, failed};
use infitah_kit::{Error, T, Visit, urls};

use super::{Row, rows};
use crate::projects::{
    model::JobCount,
    queries::{self, Listed},
};

/// Projects in the table.
const SHOWN: usize = 6;

/// Projects that are named elsewhere, by reference or identifier.
pub struct Named {
    /// The costliest, as a table; empty where none is in the register.
    pub table: String,
    /// How many of them the register has.
    pub found: usize,
    /// How many are in the table.
    pub shown: usize,
    /// Their jobs, as a table; empty where none of them says anything.
    pub jobs: String,
}

#[derive(Template)]
#[template(path = "projects/templates/named.html")]
struct Table {
    t: T,
    lang: Lang,
    rows: Vec<Row>,
    count: usize,
}

#[derive(Template)]
#[template(path = "projects/templates/jobs.html")]
struct JobsTable {
    t: T,
    /// Label, planned, created.
    rows: [(&'static str, String, String); 3],
    /// Of how many projects jobs planned, and jobs created, are known.
    said: (usize, usize),
    /// Of how many projects only the whole is known, without women and men.
    whole: usize,
    /// Of how many projects those who were counted are too few to be told.
    hidden: usize,
}

/// The projects with these references or identifiers; those that are not in the register are left out.
pub async fn named(app: &App, visit: &Visit, names: &[String]) -> Result<Named, Error> {
    let shelf = super::shelf_of(app).await?;
    let tx = app.db.read().await.map_err(failed)?;
    let references = queries::references(&tx, names).await.map_err(failed)?;
    let mut listed = queries::many(&tx, &shelf, &Viewer::Public, &references).await.map_err(failed)?;
    drop(tx);
    listed.sort_by_key(|one| std::cmp::Reverse(one.project.budget.as_ref().map(|budget| budget.amount.minor)));
    let (t, found) = (visit.t.clone(), listed.len());
    let jobs = jobs(&t, &listed)?;
    listed.truncate(SHOWN);
    let rows = rows(&app.atlas(), &t, visit.site.today(), listed);
    let shown = rows.len();
    let table = Table { t, lang: visit.lang, rows, count: found };
    Ok(Named { table: if shown == 0 { String::new() } else { table.render()? }, found, shown, jobs })
}

/// The reference of the project with this reference or identifier, when the register has it.
pub async fn reference_of(app: &App, name: &str) -> Result<Option<String>, Error> {
    let tx = app.db.read().await.map_err(failed)?;
    let found = queries::references(&tx, &[name.to_owned()]).await.map_err(failed)?;
    Ok(found.into_iter().next())
}

/// Sums of what each project may tell. What is hidden in one is in no sum: it could be worked out from the others.
fn jobs(t: &T, listed: &[Listed]) -> Result<String, Error> {
    let told: Vec<(JobCount, JobCount)> =
        listed.iter().map(|one| (one.project.jobs.planned, one.project.jobs.created.for_files())).collect();
    let hidden = listed.iter().filter(|one| one.project.jobs.created.for_files() != one.project.jobs.created).count();
    let of = |counts: &[JobCount]| {
        let sum = |of: fn(&JobCount) -> Option<u32>| {
            let known: Vec<u64> = counts.iter().filter_map(|count| of(count).map(u64::from)).collect();
            if known.is_empty() { t.m("not-published").to_string() } else { t.int(known.iter().sum::<u64>()) }
        };
        [sum(|count| count.women), sum(|count| count.men), sum(JobCount::all)]
    };
    let planned: Vec<JobCount> = told.iter().map(|(planned, _)| *planned).filter(|count| !count.is_empty()).collect();
    let created: Vec<JobCount> = told.iter().map(|(_, created)| *created).filter(|count| !count.is_empty()).collect();
    if planned.is_empty() && created.is_empty() {
        return Ok(String::new());
    }
    let is_whole = |(planned, created): &&(JobCount, JobCount)| {
        [planned, created]
            .into_iter()
            .any(|count| count.total.is_some() && (count.women.is_none() || count.men.is_none()))
    };
    let whole = told.iter().filter(is_whole).count();
    let [[women, men, all], [women_now, men_now, all_now]] = [of(&planned), of(&created)];
    let rows = [("place-women", women, women_now), ("place-men", men, men_now), ("place-all", all, all_now)];
    Ok(JobsTable { t: t.clone(), rows, said: (planned.len(), created.len()), whole, hidden }.render()?)
}
