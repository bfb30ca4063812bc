//! `infitah demo`

use std::process::ExitCode;

use infitah_base::config::Config;
use infitah_commons::{Permit, places};
use infitah_store::{Act, Db, State, StoreError, settings};
use infitah_transparency::projects::{self, Project};

use super::{CommandError, say, serve};
use crate::{
    cli::Common,
    start::{self, StartError},
};

#[derive(rust_embed::RustEmbed)]
#[folder = "demo"]
#[include = "projects.json"]
struct Files;

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
    let db = start::open(&config, State::Migrate).await?;
    start::load_places(&db).await?;
    fill(&db, &config).await?;
    say("This is a demonstration: the projects are invented, the places and census figures are real.");
    if passing.is_some() {
        say("Nothing is kept when it stops; to keep it, name a directory: infitah demo --data DIR");
    }
    serve::serve(start::app(db, config).await?).await?;
    Ok(ExitCode::SUCCESS)
}

/// The invented projects.
fn invented() -> Result<Vec<Project>, CommandError> {
    let bytes = Files::get("projects.json").map(|file| file.data).unwrap_or_default();
    serde_json::from_slice(&bytes).map_err(|error| CommandError::Usage(format!("demonstration data: {error}")))
}

/// Fills the database with the demonstration. Filling twice changes nothing.
async fn fill(db: &Db, config: &Config) -> Result<(), CommandError> {
    let projects = invented()?;
    let year = db.clock().now().date_in(&config.time_zone).year();
    let filled: Result<_, StoreError> = db
        .write(move |tx| {
            Box::pin(async move {
                let parents = places::codes_and_parents(tx).await?;
                let permit = Permit::for_operator("demo");
                projects::save(tx, &permit, projects, &parents, year, None).await?;
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
        .await;
    Ok(filled?)
}
