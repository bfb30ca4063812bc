//! Every kind of job and every schedule: what the program does without being asked by a visitor.

use std::sync::Arc;

use infitah_base::{Chance, config::Config};
use infitah_commons::{
    App, accounts,
    jobs::{self, BadSchedule, Done, Kinds, Patience, Schedule, Worker},
    messages::{self, Carriers},
};

use crate::backup::schedule::Keeper;

/// The kind of the job that sees to the backups.
pub const BACKUP: &str = "backup";

/// A worker that knows every kind of job.
pub fn worker(app: &App) -> Result<Worker, BadSchedule> {
    Ok(Worker::new(app.db.clone(), kinds(app), all(app.site.config())?, Chance::system()))
}

/// Every kind of job.
pub fn kinds(app: &App) -> Kinds {
    let (keeper, db) = (Arc::new(Keeper::new(app)), app.db.clone());
    let (sender, swept) = (app.clone(), app.db.clone());
    // An instance without carriers says of each message what to set.
    let carriers = app.held::<Carriers>().cloned().unwrap_or_default();
    Kinds::default()
        .with(BACKUP, Patience::default(), move |_| {
            let keeper = keeper.clone();
            async move {
                // It knows itself when to try again and whom to tell.
                keeper.turn().await;
                Ok(Done::nothing())
            }
        })
        .with(jobs::TIDY, Patience::default(), move |_| {
            let db = db.clone();
            async move {
                jobs::remove_old(&db).await?;
                messages::forget_old(&db).await?;
                db.write(|tx| Box::pin(async move { accounts::remove_old_codes(tx).await })).await?;
                Ok(Done::nothing())
            }
        })
        .with(messages::SEND, Patience::default(), move |task| {
            let (app, carriers) = (sender.clone(), carriers.clone());
            async move { messages::send(&app.db, &carriers, app.site.config(), &task).await }
        })
        .with(messages::SWEEP, Patience::default(), move |_| {
            let db = swept.clone();
            async move {
                messages::sweep(&db).await?;
                Ok(Done::nothing())
            }
        })
}

/// Every schedule.
pub fn all(config: &Config) -> Result<Vec<Schedule>, BadSchedule> {
    let zone = &config.time_zone;
    let mut all = vec![
        Schedule::new(jobs::TIDY, "17 3 * * *", zone, jobs::TIDY)?,
        Schedule::new(messages::SWEEP, "*/10 * * * *", zone, messages::SWEEP)?,
    ];
    if config.backup_every > 0 {
        // So often it is looked whether a backup is due, or too old.
        all.push(Schedule::new(BACKUP, "*/10 * * * *", zone, BACKUP)?);
    }
    Ok(all)
}
