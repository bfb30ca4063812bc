//! `infitah migrate`

use std::{path::PathBuf, process::ExitCode};

use infitah_base::{Clock, config::Config};
use infitah_commons::Permit;
use infitah_store::{State, copy};
use infitah_transparency::projects;

use super::{CommandError, say};
use crate::{
    backup::{self, Shelf, Why},
    cli::Migrate,
    start::{self, StartError},
};

/// Makes the database or brings it to this version, after a backup of what it is, and loads the places.
pub async fn run(migrate: &Migrate) -> Result<ExitCode, CommandError> {
    let config = migrate.common.config()?;
    if !migrate.no_backup
        && let Some(file) = save_before_upgrade(&config, &Clock::system()).await?
    {
        say(&format!("What it is now is kept in {}", file.display()));
        say("The way back: install the older program, then `infitah restore --replace` with that file.");
    }
    let db = start::open(&config, State::Migrate).await?;
    say(&format!("{} at {}: tables are of this version", db.kind().name(), db.address()));
    match start::load_places(&db).await? {
        Some(loaded) => say(&format!("{} places and {} census figures loaded", loaded.places, loaded.figures)),
        None => say("places are there already"),
    }
    let reindexed = projects::reindex(&db, Permit::for_operator("migrate")).await?;
    if reindexed > 0 {
        say(&format!("{reindexed} projects entered into the new lists"));
    }
    Ok(ExitCode::SUCCESS)
}

/// Backs up a database that has migrations to come. `None`: it has none, or is new.
pub async fn save_before_upgrade(config: &Config, clock: &Clock) -> Result<Option<PathBuf>, CommandError> {
    let (has, knows) = copy::version(&config.database_url).await.map_err(StartError::from)?;
    let Some(last) = has.last().filter(|_| has.len() < knows.len()) else { return Ok(None) };
    let file = Shelf::make(&config.backup_dir)?.path_for(clock.now(), Why::BeforeUpgrade, last);
    backup::make(&config.database_url, &config.data, &file, Why::BeforeUpgrade, clock).await?;
    Ok(Some(file))
}
