//! The change feed: what changed, told within the process at once and read from the database four times a second.

use std::{
    collections::HashSet,
    sync::{Mutex, RwLock},
};

use infitah_base::Timestamp;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::{
    entities::change,
    tx::{Committed, StoreError},
};

/// An object that reached a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// `kind/id`.
    pub object: String,
    /// Where the object has versions.
    pub version: Option<i64>,
}

impl Change {
    /// The kind before the slash.
    pub fn kind(&self) -> &str {
        self.object.split('/').next().unwrap_or(&self.object)
    }
}

/// The number and the instant of the last change: while they are the same, everything is the same. Writes are serial,
/// so a higher number never commits before a lower one.
pub async fn last_change(db: &impl ConnectionTrait) -> Result<(i64, Timestamp), StoreError> {
    let last = change::Entity::find().order_by_desc(change::Column::Seq).limit(1).one(db).await?;
    Ok(last.map_or((0, Timestamp::default()), |row| (row.seq, Timestamp::from_millis(row.at))))
}

type Hear = Box<dyn Fn(&[Change]) + Send + Sync>;

/// How many rows back are read again: a transaction that took its number earlier may commit a little later.
const OVERLAP: i64 = 64;

pub(crate) struct Feed {
    hearers: RwLock<Vec<Hear>>,
    place: Mutex<Place>,
    /// One reads and tells, the others wait until it is told.
    turn: tokio::sync::Mutex<()>,
}

struct Place {
    /// The highest number seen.
    last: i64,
    /// The numbers within the overlap that were told already.
    told: HashSet<i64>,
}

impl Feed {
    /// A feed that tells what comes from now on.
    pub(crate) async fn start_after(db: &impl ConnectionTrait) -> Result<Self, StoreError> {
        let recent = change::Entity::find()
            .order_by_desc(change::Column::Seq)
            .limit(u64::try_from(OVERLAP).unwrap_or_default())
            .all(db)
            .await?;
        let last = recent.first().map_or(0, |row| row.seq);
        let told = recent.into_iter().map(|row| row.seq).collect();
        Ok(Self {
            hearers: RwLock::default(),
            place: Mutex::new(Place { last, told }),
            turn: tokio::sync::Mutex::default(),
        })
    }

    pub(crate) fn add(&self, hear: Hear) {
        self.hearers.write().unwrap_or_else(|p| p.into_inner()).push(hear);
    }

    /// Tells what this process changed. It is not told again.
    pub(crate) fn tell_own(&self, done: &Committed) {
        let count = i64::try_from(done.changes.len()).unwrap_or_default();
        self.place.lock().unwrap_or_else(|p| p.into_inner()).told.extend(done.last - count + 1..=done.last);
        self.tell(&done.changes);
        self.tell(&done.here);
    }

    fn tell(&self, changes: &[Change]) {
        if changes.is_empty() {
            return;
        }
        for hear in self.hearers.read().unwrap_or_else(|p| p.into_inner()).iter() {
            hear(changes);
        }
    }

    /// Reads what is new. Whatever is told a second time does no harm.
    pub(crate) async fn catch_up(&self, db: &impl ConnectionTrait) -> Result<(), StoreError> {
        let _turn = self.turn.lock().await;
        let from = self.place.lock().unwrap_or_else(|p| p.into_inner()).last - OVERLAP;
        let rows = change::Entity::find()
            .filter(change::Column::Seq.gt(from))
            .order_by_asc(change::Column::Seq)
            .all(db)
            .await?;
        let fresh: Vec<Change> = {
            let mut place = self.place.lock().unwrap_or_else(|p| p.into_inner());
            let fresh = rows.iter().filter(|row| !place.told.contains(&row.seq));
            let fresh = fresh.map(|row| Change { object: row.object.clone(), version: row.version }).collect();
            place.last = rows.last().map_or(place.last, |row| row.seq.max(place.last));
            let floor = place.last - OVERLAP;
            // What this process told after the rows were read stays told.
            place.told.retain(|seq| *seq > floor);
            place.told.extend(rows.iter().map(|row| row.seq).filter(|seq| *seq > floor));
            fresh
        };
        self.tell(&fresh);
        Ok(())
    }
}
