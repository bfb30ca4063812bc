//! `infitah demo`

use std::process::ExitCode;

use infitah_base::{CivilDate, Clock, Money, config::Config};
use infitah_commons::{Permit, places};
use infitah_store::{Act, Db, State, StoreError, settings};
use infitah_transparency::projects::{self, MilestoneStatus, Project, Status};
use serde::Deserialize;

use super::{CommandError, say, serve};
use crate::{
    cli::Common,
    start::{self, StartError},
};

pub mod budget;
pub mod outbox;
pub mod people;

#[derive(rust_embed::RustEmbed)]
#[folder = "demo"]
#[include = "*.json"]
struct Files;

/// What a part of an SMS costs in a demonstration, in hundredths: an invented price.
const PRICE: i64 = 25;

/// Serves a demonstration, from a directory that goes away unless one was named.
pub async fn run(common: &Common) -> Result<ExitCode, CommandError> {
    let passing = if common.names_data() {
        None
    } else {
        Some(tempfile::tempdir().map_err(|error| StartError::Io("a passing directory".to_owned(), error))?)
    };
    let instead = passing.as_ref().map(|directory| directory.path().display().to_string());
    let mut config = Config::parse(&common.layers(&[("data", instead)])?)?;
    config.demo = true;
    // By this name, and not by the number of the same machine, browsers make passkeys.
    if config.listen.ip().is_loopback() && config.public_url == format!("http://{}", config.listen) {
        config.public_url = format!("http://localhost:{}", config.listen.port());
    }
    // So that the page of what messages cost has something to tell; whoever sets a price sees their own.
    if config.messages.price.minor == 0 {
        config.messages.price = Money::new(PRICE, config.currency);
    }
    // What is invented needs no backup.
    config.backup_every = 0;
    let db = start::open(&config, State::Migrate).await?;
    start::load_places(&db).await?;
    if !serve::is_demo(&db).await? {
        fill(&config).await?;
    }
    say("This is a demonstration: the projects and budgets are invented, the places and census figures are real.");
    if passing.is_some() {
        say("Nothing is kept when it stops; to keep it, name a directory: infitah demo --data DIR");
    }
    let app = start::app(db, config).await?;
    outbox::fill(&app).await?;
    say("To sign in, open one of these while it runs:");
    for (name, address) in people::sign_in_links(&app).await? {
        say(&format!("  {name:<20} {}", app.site.absolute(&address)));
    }
    serve::serve(app).await?;
    Ok(ExitCode::SUCCESS)
}

/// The invented projects.
fn invented() -> Result<Vec<Project>, CommandError> {
    let bytes = Files::get("projects.json").map(|file| file.data).unwrap_or_default();
    serde_json::from_slice(&bytes).map_err(|error| CommandError::Usage(format!("demonstration data: {error}")))
}

/// A day on which the demonstration was brought up to date, with the reason that stands in the record.
#[derive(Deserialize)]
struct News {
    day: CivilDate,
    why: String,
}

/// The days, the first one first.
fn news() -> Result<Vec<News>, CommandError> {
    let bytes = Files::get("news.json").map(|file| file.data).unwrap_or_default();
    serde_json::from_slice(&bytes).map_err(|error| CommandError::Usage(format!("demonstration data: {error}")))
}

/// Fills the database with the demonstration as it came to be: each project as it was known on a few days, so that its
/// history has something to tell.
async fn fill(config: &Config) -> Result<(), CommandError> {
    for (day, edition) in budget::invented()? {
        let db = start::open_at(config, State::Ready, Clock::held(day.ends_in(&config.time_zone))).await?;
        budget::save(&db, edition).await?;
    }
    let projects = invented()?;
    for News { day, why } in news()? {
        let known = projects.iter().map(|project| as_known_on(project, day)).collect();
        // The record is dated by the clock of the database that writes it.
        let db = start::open_at(config, State::Ready, Clock::held(day.ends_in(&config.time_zone))).await?;
        save(&db, known, day.year(), why).await?;
        budget::save_words(&db).await?;
    }
    Ok(())
}

/// What was known of a project on a day: nothing that is dated after it.
fn as_known_on(project: &Project, day: CivilDate) -> Project {
    let mut known = project.clone();
    let past = |date: Option<CivilDate>| date.is_none_or(|date| date <= day);
    known.physical.retain(|one| one.date <= day);
    known.financial.retain(|one| one.date <= day);
    known.costs.retain(|step| past(step.date));
    known.commitments.retain(|one| past(one.date));
    known.payments.retain(|one| past(one.date));
    known.documents.retain(|one| past(one.published));
    known.photos.retain(|one| past(one.taken));
    known.investment.retain(|step| past(step.date));
    known.agreements.retain(|one| past(one.date));
    for contract in &mut known.contracts {
        contract.modifications.retain(|one| past(one.date));
    }
    for milestone in &mut known.milestones {
        // What was not to be reached yet was neither missed nor half reached.
        let foreseen = !past(milestone.due) && milestone.status != Some(MilestoneStatus::Scheduled);
        if !past(milestone.met) || foreseen {
            milestone.status = None;
        }
        milestone.met = milestone.met.filter(|met| *met <= day);
    }
    for date in [&mut known.dates.actual_start, &mut known.dates.actual_end] {
        *date = date.filter(|date| *date <= day);
    }
    if project.dates.actual_end != known.dates.actual_end {
        known.status = Some(Status::Implementation);
    }
    if project.dates.actual_start != known.dates.actual_start {
        known.status = Some(Status::Preparation);
    }
    known.updated = known.updated.filter(|updated| *updated <= day);
    known
}

async fn save(db: &Db, projects: Vec<Project>, year: i16, why: String) -> Result<(), StoreError> {
    db.write(move |tx| {
        Box::pin(async move {
            let parents = places::codes_and_parents(tx).await?;
            let permit = Permit::for_operator("demo");
            projects::save(tx, &permit, projects, &parents, year, Some(&why)).await?;
            if settings::get(tx, serve::DEMO).await?.is_none() {
                settings::set(tx, serve::DEMO, "yes").await?;
                tx.record(Act {
                    actor: permit.actor().as_str(),
                    action: "instance.marked-as-demonstration",
                    object: "setting/demo",
                    version: None,
                    old: None,
                    new: Some("yes".to_owned()),
                    why: None,
                });
            }
            Ok(())
        })
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_known_on_the_last_day_is_the_whole() {
        let news = news().unwrap();
        let (earlier, last) = (news.first().unwrap().day, news.last().unwrap().day);
        let (mut same, mut less) = (0, 0);
        for project in invented().unwrap() {
            same += usize::from(as_known_on(&project, last) == project);
            less += usize::from(as_known_on(&project, earlier) != project);
        }
        assert_eq!(same, 73, "nothing in the demonstration is dated after its last day");
        assert!(less > 40, "{less} projects have a history");
    }
}
