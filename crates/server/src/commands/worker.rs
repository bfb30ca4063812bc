//! `infitah worker`

use std::process::ExitCode;

use infitah_store::State;
use sd_notify::NotifyState;

use super::{
    CommandError, say,
    serve::{is_demo, tell_systemd, told_to_stop},
};
use crate::{
    cli::Common,
    schedules,
    start::{self, StartError},
};

/// Does what is to be done in the background until told to stop. It listens to nobody.
pub async fn run(common: &Common) -> Result<ExitCode, CommandError> {
    let mut config = common.config()?;
    let db = start::open(&config, State::Ready).await?;
    config.demo = is_demo(&db).await?;
    let app = start::app(db, config).await?;
    let worker = schedules::worker(&app)?;
    let told = told_to_stop().map_err(|error| StartError::Io("signals".to_owned(), error))?;
    say(&format!("Infitah works in the background  ({} at {})", app.db.kind().name(), app.db.address()));
    tell_systemd(NotifyState::Ready);
    worker
        .run(async {
            told.await;
            tell_systemd(NotifyState::Stopping);
        })
        .await;
    Ok(ExitCode::SUCCESS)
}
