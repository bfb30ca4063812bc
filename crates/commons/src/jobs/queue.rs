//! The queue itself: one table, every step of a job one write.

use std::sync::Arc;

use infitah_base::{Timestamp, ids};
use infitah_store::{Db, StoreError, WriteTx, entities::job};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, UpdateMany, sea_query::Expr,
};
use serde::Serialize;

use super::{
    kinds::{Effect, Failure, Kinds, Task},
    model::{JobId, KIND, New, State},
};

/// What is told to the worker of this process when there is something to do.
const WAITING: &str = "job/waiting";

/// What is said of a job that was begun as often as may be, and whose worker died each time.
const DESERTED: &str = "its worker ended without an answer";

/// Of an error, so much is kept.
const LONGEST_ERROR: usize = 2000;

/// Adds a job in the transaction that gives the reason for it: it is there if that is committed. `None`: an open job of
/// this kind and key is there already.
pub async fn enqueue<P: Serialize + Sync + ?Sized>(tx: &WriteTx, new: New<'_, P>) -> Result<Option<JobId>, StoreError> {
    let payload = serde_json::to_string(new.payload)?;
    let books = tx.bookkeeping();
    let open_key = new.key.as_ref().map(|key| open_key(new.kind, key));
    if let Some(key) = &open_key
        && is_open(&books, key).await?
    {
        return Ok(None);
    }
    let id = ids::new_uuid(tx.at(), tx.chance());
    let row = job::ActiveModel {
        id: Set(id),
        kind: Set(new.kind.to_owned()),
        key: Set(new.key),
        open_key: Set(open_key),
        payload: Set(payload),
        state: Set(State::Waiting.code().to_owned()),
        run_at: Set(new.run_at.unwrap_or(tx.at()).millis()),
        attempts: Set(0),
        lease_until: Set(None),
        lease_by: Set(None),
        error: Set(None),
        made_at: Set(tx.at().millis()),
        ended_at: Set(None),
    };
    job::Entity::insert(row).exec_without_returning(&books).await?;
    books.tell_here(WAITING);
    Ok(Some(JobId(id)))
}

/// What no two open jobs have.
pub(super) fn open_key(kind: &str, key: &str) -> String {
    format!("{kind}:{key}")
}

/// Whether there is an open job of this key. Writes are serial, so the answer holds until the end of this one.
pub(super) async fn is_open(db: &impl ConnectionTrait, open_key: &str) -> Result<bool, StoreError> {
    Ok(job::Entity::find().filter(job::Column::OpenKey.eq(open_key)).count(db).await? > 0)
}

/// A job that was taken, and the leave to end it.
pub(super) struct Claimed {
    pub(super) task: Task,
    pub(super) lease: Lease,
}

/// The leave to end one attempt of a job: nobody who took it later has the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lease {
    pub(super) id: JobId,
    by: String,
}

impl Lease {
    /// The job, while this is its last lease.
    fn update(&self) -> UpdateMany<job::Entity> {
        job::Entity::update_many()
            .filter(job::Column::Id.eq(self.id.0))
            .filter(job::Column::State.eq(State::Running.code()))
            .filter(job::Column::LeaseBy.eq(&self.by))
    }
}

/// When the next job of these kinds can be taken; in the past, where one can be taken now.
pub(super) async fn next_due(db: &Db, kinds: &Kinds) -> Result<Option<Timestamp>, StoreError> {
    let tx = db.read().await?;
    let mut soonest = None;
    for (state, column) in [(State::Waiting, job::Column::RunAt), (State::Running, job::Column::LeaseUntil)] {
        let at: Option<Option<i64>> = job::Entity::find()
            .select_only()
            .column_as(column.min(), "at")
            .filter(job::Column::State.eq(state.code()))
            .filter(job::Column::Kind.is_in(kinds.names()))
            .into_tuple()
            .one(&tx)
            .await?;
        soonest = [soonest, at.flatten()].into_iter().flatten().min();
    }
    Ok(soonest.map(Timestamp::from_millis))
}

/// Takes jobs that are due, or whose worker is dead, the oldest first, for `length` milliseconds.
pub(super) async fn claim(db: &Db, kinds: &Arc<Kinds>, most: usize, length: i64) -> Result<Vec<Claimed>, StoreError> {
    let kinds = kinds.clone();
    db.write(move |tx| Box::pin(async move { claim_in(tx, &kinds, most, length).await })).await
}

async fn claim_in(tx: &WriteTx, kinds: &Kinds, most: usize, length: i64) -> Result<Vec<Claimed>, StoreError> {
    let (now, books) = (tx.at().millis(), tx.bookkeeping());
    let waiting = job::Column::State.eq(State::Waiting.code()).and(job::Column::RunAt.lte(now));
    let deserted = job::Column::State.eq(State::Running.code()).and(job::Column::LeaseUntil.lte(now));
    let found = job::Entity::find()
        .filter(Condition::any().add(waiting).add(deserted))
        .filter(job::Column::Kind.is_in(kinds.names()))
        .order_by_asc(job::Column::RunAt)
        .order_by_asc(job::Column::Id)
        .limit(u64::try_from(most).unwrap_or(u64::MAX))
        .all(&books)
        .await?;
    let is_spent = |row: &job::Model| {
        let attempts = kinds.get(&row.kind).map_or(u32::MAX, |kind| kind.patience.attempts);
        row.state == State::Running.code() && row.attempts >= i64::from(attempts)
    };
    let (spent, taken): (Vec<_>, Vec<_>) = found.into_iter().partition(is_spent);
    // A job that ends its worker each time must not do so for ever.
    if !spent.is_empty() {
        let spent = job::Entity::update_many().filter(job::Column::Id.is_in(spent.into_iter().map(|row| row.id)));
        end(spent, State::Failed, tx.at(), Some(DESERTED)).exec(&books).await?;
    }
    let by = ids::new_uuid(tx.at(), tx.chance()).to_string();
    job::Entity::update_many()
        .filter(job::Column::Id.is_in(taken.iter().map(|row| row.id)))
        .col_expr(job::Column::State, Expr::value(State::Running.code()))
        .col_expr(job::Column::Attempts, Expr::col(job::Column::Attempts).add(1))
        .col_expr(job::Column::LeaseUntil, Expr::value(now + length))
        .col_expr(job::Column::LeaseBy, Expr::value(by.clone()))
        .exec(&books)
        .await?;
    let claimed = |row: job::Model| Claimed {
        lease: Lease { id: JobId(row.id), by: by.clone() },
        task: Task {
            id: JobId(row.id),
            attempt: u32::try_from(row.attempts + 1).unwrap_or(u32::MAX),
            made_at: Timestamp::from_millis(row.made_at),
            kind: row.kind,
            payload: row.payload,
        },
    };
    Ok(taken.into_iter().map(claimed).collect())
}

/// Ends jobs: they are open no more.
fn end(jobs: UpdateMany<job::Entity>, state: State, at: Timestamp, error: Option<&str>) -> UpdateMany<job::Entity> {
    told(free(jobs, state), error)
        .col_expr(job::Column::OpenKey, Expr::value(None::<String>))
        .col_expr(job::Column::EndedAt, Expr::value(at.millis()))
}

/// Nobody has them any more.
fn free(jobs: UpdateMany<job::Entity>, state: State) -> UpdateMany<job::Entity> {
    jobs.col_expr(job::Column::State, Expr::value(state.code()))
        .col_expr(job::Column::LeaseUntil, Expr::value(None::<i64>))
        .col_expr(job::Column::LeaseBy, Expr::value(None::<String>))
}

/// What was wrong the last time, if anything was.
fn told(jobs: UpdateMany<job::Entity>, error: Option<&str>) -> UpdateMany<job::Entity> {
    let error: Option<String> = error.map(|error| error.chars().take(LONGEST_ERROR).collect());
    jobs.col_expr(job::Column::Error, Expr::value(error))
}

/// Keeps a job for another `length` milliseconds. `false`: somebody else has it, or it is gone.
pub(super) async fn renew(db: &Db, lease: &Lease, length: i64) -> Result<bool, StoreError> {
    let renewed = lease.update();
    db.write(move |tx| {
        Box::pin(async move {
            let until = tx.at().millis() + length;
            let renewed = renewed.col_expr(job::Column::LeaseUntil, Expr::value(until));
            Ok(renewed.exec(&tx.bookkeeping()).await?.rows_affected > 0)
        })
    })
    .await
}

/// Marks a job as done, and writes what it does to the database in the same transaction. `false`, and nothing is
/// written: somebody else has it, or it is gone.
pub(super) async fn finish(db: &Db, lease: &Lease, effect: Option<Effect>) -> Result<bool, StoreError> {
    let jobs = lease.update();
    db.write(move |tx| {
        Box::pin(async move {
            let ended = end(jobs, State::Done, tx.at(), None).exec(&tx.bookkeeping()).await?;
            if ended.rows_affected == 0 {
                return Ok(false);
            }
            if let Some(effect) = effect {
                effect(tx).await?;
            }
            Ok(true)
        })
    })
    .await
}

/// Writes down that an attempt failed. `pause`: how long until the next one, in milliseconds; `None`: there is none.
pub(super) async fn fail(db: &Db, lease: &Lease, failure: &Failure, pause: Option<i64>) -> Result<bool, StoreError> {
    let (jobs, error) = (lease.update(), failure.to_string());
    db.write(move |tx| {
        Box::pin(async move {
            let jobs = match pause {
                None => end(jobs, State::Failed, tx.at(), Some(&error)),
                Some(pause) => told(free(jobs, State::Waiting), Some(&error))
                    .col_expr(job::Column::RunAt, Expr::value(tx.at().millis() + pause)),
            };
            Ok(jobs.exec(&tx.bookkeeping()).await?.rows_affected > 0)
        })
    })
    .await
}

/// Gives jobs back that were begun and not ended, as if nobody had taken them.
pub(super) async fn give_back(db: &Db, leases: Vec<Lease>) -> Result<(), StoreError> {
    db.write(move |tx| {
        Box::pin(async move {
            for lease in &leases {
                free(lease.update(), State::Waiting)
                    .col_expr(job::Column::Attempts, Expr::col(job::Column::Attempts).sub(1))
                    .exec(&tx.bookkeeping())
                    .await?;
            }
            Ok(())
        })
    })
    .await
}

/// The object name of a job.
pub(super) fn object(id: JobId) -> String {
    format!("{KIND}/{id}")
}
