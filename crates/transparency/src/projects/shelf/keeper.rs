//! Who has the current shelf, and brings it up to date when it is asked for.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, RwLock},
};

use infitah_store::{Change, Db, StoreError};
use tokio::sync;

use super::Shelf;
use crate::projects::service::KIND;

/// The name under which everything is noted: no project has it.
const ALL: &str = "";

/// Keeps the current shelf. Cheap to clone.
///
/// A change is noted, with its project, before any page is counted as old; the next who asks for the shelf reads what
/// was noted, in a view of its own, before they get it. So who saw a count of changes never gets a shelf from before.
#[derive(Clone)]
pub struct Keeper(Arc<Inner>);

struct Inner {
    noted: Mutex<Noted>,
    /// The shelf, and up to which note it is true.
    now: RwLock<(Arc<Shelf>, u64)>,
    /// One reads, the others wait for what is read.
    turn: sync::Mutex<()>,
}

/// What changed since it was read: the last note about each project, notes counting from 1.
struct Noted {
    last: u64,
    about: HashMap<String, u64>,
}

impl Default for Keeper {
    /// With an empty shelf, which is filled when it is first asked for.
    fn default() -> Self {
        let noted = Noted { last: 1, about: HashMap::from([(ALL.to_owned(), 1)]) };
        Self(Arc::new(Inner { noted: Mutex::new(noted), now: RwLock::default(), turn: sync::Mutex::default() }))
    }
}

impl Keeper {
    /// Notes changes: to be called before pages are counted as old.
    pub fn note(&self, changes: &[Change]) {
        let of_projects = changes.iter().filter_map(|change| change.object.strip_prefix(KIND)?.strip_prefix('/'));
        let mut noted = self.noted();
        for reference in of_projects {
            noted.last += 1;
            let last = noted.last;
            noted.about.insert(reference.to_owned(), last);
        }
    }

    fn noted(&self) -> MutexGuard<'_, Noted> {
        self.0.noted.lock().unwrap_or_else(|p| p.into_inner())
    }

    /// The shelf, when it has everything that was noted.
    fn current(&self) -> Option<Arc<Shelf>> {
        let last = self.noted().last;
        let now = self.0.now.read().unwrap_or_else(|p| p.into_inner());
        (now.1 >= last).then(|| now.0.clone())
    }

    /// The shelf, with everything that was noted until now. To be asked before a view is begun: reading takes a view of
    /// its own, and who holds one already could be waiting for themselves.
    pub async fn shelf(&self, db: &Db) -> Result<Arc<Shelf>, StoreError> {
        if let Some(current) = self.current() {
            return Ok(current);
        }
        let _turn = self.0.turn.lock().await;
        if let Some(current) = self.current() {
            return Ok(current);
        }
        let (last, references) = {
            let noted = self.noted();
            (noted.last, noted.about.keys().cloned().collect::<Vec<_>>())
        };
        let known = self.0.now.read().unwrap_or_else(|p| p.into_inner()).0.clone();
        let tx = db.read().await?;
        // Where half of it changed, reading all of it is cheaper.
        let is_much = references.iter().any(|one| one == ALL) || references.len() * 2 > known.len();
        let shelf = if is_much { Shelf::load(&tx).await } else { known.refreshed(&tx, references).await };
        let shelf = Arc::new(shelf?);
        *self.0.now.write().unwrap_or_else(|p| p.into_inner()) = (shelf.clone(), last);
        // Not before it was read: who gives up in between leaves it noted.
        self.noted().about.retain(|_, note| *note > last);
        Ok(shelf)
    }
}
