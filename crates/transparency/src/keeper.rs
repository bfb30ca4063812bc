//! Who has the current state of what a domain holds in memory, and brings it up to date when it is asked for.

use std::{
    collections::HashMap,
    future::Future,
    sync::{Arc, Mutex, MutexGuard, RwLock},
};

use infitah_store::{Change, Db, ReadTx, StoreError};
use tokio::sync;

/// What a domain holds in memory of its objects. One state of it never changes.
pub trait Memory: Default + Send + Sync + 'static {
    /// The kinds of the objects that it is made of.
    const KINDS: &'static [&'static str];

    /// All of it, read.
    fn load(tx: &ReadTx) -> impl Future<Output = Result<Self, StoreError>> + Send;

    /// The same with these objects (`kind/id`) read anew.
    fn refreshed(&self, tx: &ReadTx, objects: Vec<String>) -> impl Future<Output = Result<Self, StoreError>> + Send;
}

/// The name under which everything is noted: no object has it.
const ALL: &str = "";

/// Keeps the current state. Cheap to clone.
///
/// A change is noted, with its object, before any page is counted as old; the next who asks for the state reads what
/// was noted, in a view of its own, before they get it. So who saw a count of changes never gets a state from before.
pub struct Keeper<M>(Arc<Inner<M>>);

impl<M> Clone for Keeper<M> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

struct Inner<M> {
    noted: Mutex<Noted>,
    /// The state, and up to which note it is true.
    now: RwLock<(Arc<M>, u64)>,
    /// One reads, the others wait for what is read.
    turn: sync::Mutex<()>,
}

/// What changed since it was read: the last note about each object, notes counting from 1.
struct Noted {
    last: u64,
    about: HashMap<String, u64>,
}

impl<M: Memory> Default for Keeper<M> {
    /// With an empty state, which is filled when it is first asked for.
    fn default() -> Self {
        let noted = Noted { last: 1, about: HashMap::from([(ALL.to_owned(), 1)]) };
        Self(Arc::new(Inner { noted: Mutex::new(noted), now: RwLock::default(), turn: sync::Mutex::default() }))
    }
}

impl<M: Memory> Keeper<M> {
    /// Notes changes: to be called before pages are counted as old.
    pub fn note(&self, changes: &[Change]) {
        let mut noted = self.noted();
        for change in changes.iter().filter(|change| M::KINDS.contains(&change.kind())) {
            noted.last += 1;
            let last = noted.last;
            noted.about.insert(change.object.clone(), last);
        }
    }

    fn noted(&self) -> MutexGuard<'_, Noted> {
        self.0.noted.lock().unwrap_or_else(|p| p.into_inner())
    }

    /// The state, when it has everything that was noted.
    fn current(&self) -> Option<Arc<M>> {
        let last = self.noted().last;
        let now = self.0.now.read().unwrap_or_else(|p| p.into_inner());
        (now.1 >= last).then(|| now.0.clone())
    }

    /// The state, with everything that was noted until now. To be asked before a view is begun: reading takes a view of
    /// its own, and who holds one already could be waiting for themselves.
    pub async fn newest(&self, db: &Db) -> Result<Arc<M>, StoreError> {
        if let Some(current) = self.current() {
            return Ok(current);
        }
        let _turn = self.0.turn.lock().await;
        if let Some(current) = self.current() {
            return Ok(current);
        }
        let (last, objects) = {
            let noted = self.noted();
            (noted.last, noted.about.keys().cloned().collect::<Vec<_>>())
        };
        let known = self.0.now.read().unwrap_or_else(|p| p.into_inner()).0.clone();
        let tx = db.read().await?;
        let all = objects.iter().any(|one| one == ALL);
        let state = if all { M::load(&tx).await } else { known.refreshed(&tx, objects).await };
        let state = Arc::new(state?);
        *self.0.now.write().unwrap_or_else(|p| p.into_inner()) = (state.clone(), last);
        // Not before it was read: who gives up in between leaves it noted.
        self.noted().about.retain(|_, note| *note > last);
        Ok(state)
    }
}
