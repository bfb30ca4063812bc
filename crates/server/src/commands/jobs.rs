//! `infitah jobs`

use std::process::ExitCode;

use infitah_commons::{
    Permit,
    jobs::{self, Job, JobError, JobId, State as JobState},
};
use infitah_store::{Db, State};

use super::{CommandError, say};
use crate::{
    cli::{Common, Jobs},
    start,
};

/// Does what the command says.
pub async fn run(command: &Jobs) -> Result<ExitCode, CommandError> {
    match command {
        Jobs::List { failed, common } => list(&open(common).await?, *failed).await?,
        Jobs::Again { id, common } => {
            let job = again(&open(common).await?, *id).await?;
            say(&format!("{} {id} will be done again.", job.kind));
        }
        Jobs::Drop { id, common } => {
            let job = forget(&open(common).await?, *id).await?;
            say(&format!("{} {id} is gone.", job.kind));
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn open(common: &Common) -> Result<Db, CommandError> {
    Ok(start::open(&common.config()?, State::Ready).await?)
}

async fn again(db: &Db, id: JobId) -> Result<Job, JobError> {
    db.write(move |tx| Box::pin(async move { jobs::again(tx, &Permit::for_operator("jobs"), id).await })).await
}

async fn forget(db: &Db, id: JobId) -> Result<Job, JobError> {
    db.write(move |tx| Box::pin(async move { jobs::forget(tx, &Permit::for_operator("jobs"), id).await })).await
}

async fn list(db: &Db, failed: bool) -> Result<(), CommandError> {
    let states = if failed {
        &[JobState::Failed][..]
    } else {
        &[JobState::Done, JobState::Failed, JobState::Running, JobState::Waiting]
    };
    let found = jobs::list(&db.read().await?, states).await?;
    if found.is_empty() {
        say(if failed { "No job has failed." } else { "There are no jobs." });
    }
    for job in found {
        say(&line(&job));
    }
    Ok(())
}

/// One line: number, state, kind with its key, when, how often it was begun, what was wrong.
fn line(job: &Job) -> String {
    let what = match &job.key {
        Some(key) if *key != job.kind => format!("{} {key}", job.kind),
        _ => job.kind.clone(),
    };
    let when = match job.ended_at {
        Some(at) => format!("ended {}", at.rfc3339()),
        None => format!("due {}", job.run_at.rfc3339()),
    };
    let wrong = job.error.as_ref().map(|error| format!(": {}", error.replace(['\n', '\r'], " ")));
    let wrong = wrong.unwrap_or_default();
    format!("{}  {:<8} {what:<20} {when}, begun {} times{wrong}", job.id, job.state.code(), job.attempts)
}
