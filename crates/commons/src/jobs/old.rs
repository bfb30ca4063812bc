//! Jobs that were done are not kept for ever.

use infitah_store::{BATCH, Db, StoreError, entities::job};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid};

use super::model::State;

/// The kind of the job that takes old ones away.
pub const TIDY: &str = "jobs.tidy";

/// A job that was done is kept for 30 days.
const KEPT: i64 = 30 * 24 * 3600 * 1000;

/// Takes away what was done long ago, and says how many. What was given up stays until a person decides.
pub async fn remove_old(db: &Db) -> Result<u64, StoreError> {
    let mut removed = 0;
    loop {
        let some = db.write(|tx| {
            Box::pin(async move {
                let old: Vec<Uuid> = job::Entity::find()
                    .select_only()
                    .column(job::Column::Id)
                    .filter(job::Column::State.eq(State::Done.code()))
                    .filter(job::Column::EndedAt.lt(tx.at().millis() - KEPT))
                    .limit(BATCH as u64)
                    .into_tuple()
                    .all(tx)
                    .await?;
                let gone = job::Entity::delete_many().filter(job::Column::Id.is_in(old));
                Ok::<u64, StoreError>(gone.exec(&tx.bookkeeping()).await?.rows_affected)
            })
        });
        match some.await? {
            0 => return Ok(removed),
            some => removed += some,
        }
        db.give_way().await;
    }
}
