//! What a person does with jobs: have one done again, or forget it. Each is in the record.

use infitah_store::{Act, StoreError, WriteTx, entities::job};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};

use super::{
    model::{Job, JobId, State},
    queries, queue,
};
use crate::Permit;

/// Leave to look after jobs.
#[derive(Clone, Copy, Debug)]
pub enum KeepJobs {}

/// Why a job stays as it is. Said to the technician.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    /// There is none.
    #[error("there is no job {0}: `infitah jobs list` names those there are")]
    NoSuch(JobId),
    /// Some worker has it.
    #[error("job {0} is being done now: wait until it has ended")]
    Running(JobId),
    /// What was done is not done again.
    #[error("job {0} was done")]
    Done(JobId),
    /// Two open jobs of one key cannot be.
    #[error("job {0} is not needed any more: another one of the same kind and key is open")]
    Another(JobId),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sea_orm::DbErr> for JobError {
    fn from(error: sea_orm::DbErr) -> Self {
        JobError::Store(error.into())
    }
}

async fn find(tx: &WriteTx, id: JobId) -> Result<(job::Model, State), JobError> {
    let row = job::Entity::find_by_id(id.0).one(tx).await?.ok_or(JobError::NoSuch(id))?;
    let state = State::of(&row.state).ok_or_else(|| StoreError::Unreadable(format!("job.state: {}", row.state)))?;
    match state {
        State::Running if row.lease_until.is_some_and(|until| until > tx.at().millis()) => Err(JobError::Running(id)),
        _ => Ok((row, state)),
    }
}

fn record(tx: &WriteTx, permit: &Permit<KeepJobs>, action: &str, job: &Job, new: Option<State>) {
    let told = |state: State| format!("{}: {}", job.kind, state.code());
    tx.record(Act {
        actor: permit.actor().as_str(),
        action,
        object: &queue::object(job.id),
        version: None,
        old: Some(told(job.state)),
        new: new.map(told),
        why: None,
    });
}

/// Has a job that was given up done again, from its first attempt on; one that waits, at once.
pub async fn again(tx: &WriteTx, permit: &Permit<KeepJobs>, id: JobId) -> Result<Job, JobError> {
    let (row, state) = find(tx, id).await?;
    if state == State::Done {
        return Err(JobError::Done(id));
    }
    let open_key = row.key.as_ref().map(|key| queue::open_key(&row.kind, key));
    if state == State::Failed
        && let Some(key) = &open_key
        && queue::is_open(tx, key).await?
    {
        return Err(JobError::Another(id));
    }
    let mut again = row.clone().into_active_model();
    again.state = Set(State::Waiting.code().to_owned());
    again.open_key = Set(open_key);
    again.run_at = Set(tx.at().millis());
    again.attempts = Set(0);
    (again.lease_until, again.lease_by, again.ended_at) = (Set(None), Set(None), Set(None));
    again.update(tx).await?;
    let job = queries::told(row, state);
    record(tx, permit, "job.again", &job, Some(State::Waiting));
    Ok(job)
}

/// Takes a job away that is not being done now.
pub async fn forget(tx: &WriteTx, permit: &Permit<KeepJobs>, id: JobId) -> Result<Job, JobError> {
    let (row, state) = find(tx, id).await?;
    job::Entity::delete_by_id(id.0).exec(tx).await?;
    let job = queries::told(row, state);
    record(tx, permit, "job.forgotten", &job, None);
    Ok(job)
}
