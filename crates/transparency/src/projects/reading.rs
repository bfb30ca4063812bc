//! The register read from end to end, for files.

use infitah_base::Timestamp;
use infitah_commons::Viewer;
use infitah_store::{BATCH, Db, StoreError, last_change};

use super::{
    exchange::Row,
    queries::{self, Filter},
    shelf::Keeper,
};

/// The projects that a filter found at one moment, read batch by batch. What is kept is only which version of which
/// project: versions never change, so each batch is read in a view of its own, and a slow reader holds no transaction
/// open.
pub struct Reading {
    db: Db,
    left: std::vec::IntoIter<(String, i64)>,
    seq: i64,
    at: Timestamp,
}

impl Reading {
    /// Finds out what there is to read.
    pub async fn begin(db: &Db, keeper: &Keeper, viewer: &Viewer, filter: &Filter) -> Result<Self, StoreError> {
        let (seq, at) = last_change(&db.read().await?).await?;
        // What is on the shelf then is at least as new as the number: nobody keeps an old file under a new one.
        db.catch_up().await?;
        let shelf = keeper.shelf(db).await?;
        let hits = queries::hits(&db.read().await?, &shelf, viewer, filter).await?;
        Ok(Self { db: db.clone(), left: hits.keys().into_iter(), seq, at })
    }

    /// The next projects in the order of the list; none: that was all.
    pub async fn next(&mut self) -> Result<Option<Vec<Row>>, StoreError> {
        let keys: Vec<(String, i64)> = self.left.by_ref().take(BATCH).collect();
        if keys.is_empty() {
            return Ok(None);
        }
        let tx = self.db.read().await?;
        let listed = queries::at_versions(&tx, keys).await?;
        Ok(Some(listed.into_iter().map(|one| (one.reference, one.project)).collect()))
    }

    /// How many are left to read.
    pub fn left(&self) -> usize {
        self.left.len()
    }

    /// The number of the last change before it began.
    pub fn seq(&self) -> i64 {
        self.seq
    }

    /// The instant of the last change before it began.
    pub fn at(&self) -> Timestamp {
        self.at
    }
}
