//! `infitah migrate`

use std::process::ExitCode;

use infitah_commons::Permit;
use infitah_store::State;
use infitah_transparency::projects;

use super::{CommandError, say};
use crate::{cli::Common, start};

/// Makes the database or brings it to this version, and loads the places.
pub async fn run(common: &Common) -> Result<ExitCode, CommandError> {
    let config = common.config()?;
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
