//! Reading the queue: for who looks after it. Jobs may be about anything, so no page shows them to the public.

use infitah_base::Timestamp;
use infitah_store::{StoreError, entities::job};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::model::{Job, JobId, State};

/// How many jobs are in which state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// For their time, or for a worker.
    pub waiting: u64,
    /// Taken.
    pub running: u64,
    /// Given up, until a person decides.
    pub failed: u64,
    /// Since when the first of those that wait could have been begun.
    pub due_since: Option<Timestamp>,
}

/// Counts the jobs, as of an instant.
pub async fn counts(db: &impl ConnectionTrait, now: Timestamp) -> Result<Counts, StoreError> {
    let by_state: Vec<(String, i64, Option<i64>)> = job::Entity::find()
        .select_only()
        .column(job::Column::State)
        .column_as(job::Column::Id.count(), "count")
        .column_as(job::Column::RunAt.min(), "first")
        // What was done is most of it, and nobody counts it.
        .filter(job::Column::State.is_in([State::Waiting, State::Running, State::Failed].map(State::code)))
        .group_by(job::Column::State)
        .into_tuple()
        .all(db)
        .await?;
    let mut counts = Counts::default();
    for (state, count, first) in by_state {
        let count = u64::try_from(count).unwrap_or_default();
        match State::of(&state) {
            Some(State::Waiting) => {
                counts.waiting = count;
                counts.due_since = first.map(Timestamp::from_millis).filter(|first| *first <= now);
            }
            Some(State::Running) => counts.running = count,
            Some(State::Failed) => counts.failed = count,
            Some(State::Done) | None => {}
        }
    }
    Ok(counts)
}

/// Of jobs that were done, so many are named.
const LATELY: u64 = 20;

/// The jobs in these states, in the order of their time; of those that were done the last ones only.
pub async fn list(db: &impl ConnectionTrait, states: &[State]) -> Result<Vec<Job>, StoreError> {
    let mut out = Vec::new();
    for state in states {
        let rows = job::Entity::find().filter(job::Column::State.eq(state.code()));
        let mut rows = match state {
            State::Done => rows.order_by_desc(job::Column::EndedAt).limit(LATELY).all(db).await?,
            _ => rows.order_by_asc(job::Column::RunAt).order_by_asc(job::Column::Id).all(db).await?,
        };
        if *state == State::Done {
            rows.reverse();
        }
        out.extend(rows.into_iter().map(|row| told(row, *state)));
    }
    Ok(out)
}

/// The first `limit` jobs that are not done, in the order of their time.
pub async fn open(db: &impl ConnectionTrait, limit: u64) -> Result<Vec<Job>, StoreError> {
    let rows = job::Entity::find()
        .filter(job::Column::State.ne(State::Done.code()))
        .order_by_asc(job::Column::RunAt)
        .order_by_asc(job::Column::Id)
        .limit(limit)
        .all(db)
        .await?;
    let job = |row: job::Model| {
        let state = State::of(&row.state).ok_or_else(|| StoreError::Unreadable(format!("job.state: {}", row.state)))?;
        Ok(told(row, state))
    };
    rows.into_iter().map(job).collect()
}

pub(super) fn told(row: job::Model, state: State) -> Job {
    Job {
        id: JobId(row.id),
        kind: row.kind,
        key: row.key,
        state,
        run_at: Timestamp::from_millis(row.run_at),
        attempts: u32::try_from(row.attempts).unwrap_or(u32::MAX),
        error: row.error,
        made_at: Timestamp::from_millis(row.made_at),
        ended_at: row.ended_at.map(Timestamp::from_millis),
    }
}
