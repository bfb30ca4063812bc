//! The budgets in memory: every published edition with its sums made. Pages and files read from here; one ledger never
//! changes, a [`Keeper`] has the current one.

use std::{collections::BTreeMap, sync::Arc};

use infitah_commons::{App, Viewer, failed};
use infitah_kit::Error;
use infitah_store::{Db, ReadTx, StoreError};

use super::{
    model::{NodeKey, Phase, Words},
    queries::{self, KIND, WORDS},
};
use crate::keeper::Memory;

mod beside;
mod edition;
mod find;
mod judged;
mod placed;
mod slices;
#[cfg(test)]
mod tests;

pub use beside::{By, Key, Row, Side, side_by_side};
pub use edition::{Edition, Share};
pub use find::{Filter, Found, NONE, Sort};
use judged::Judged;
pub use judged::Verdicts;
pub use placed::{InParts, Lies, Placed};
pub use slices::{Slice, slices};

/// Keeps the current ledger.
pub type Keeper = crate::keeper::Keeper<Ledger>;

/// The budgets as they are now: to be asked before a view is begun, and once for a page.
pub async fn ledger_of(app: &App) -> Result<Arc<Ledger>, Error> {
    app.held::<Keeper>()?.newest(&app.db).await.map_err(failed)
}

/// Every published edition, and the plain words about nodes.
#[derive(Debug, Default)]
pub struct Ledger {
    editions: BTreeMap<(i16, Phase), Arc<Edition>>,
    words: Arc<BTreeMap<NodeKey, Words>>,
    judged: Judged,
}

impl Ledger {
    /// Whether nothing is published.
    pub fn is_empty(&self) -> bool {
        self.editions.is_empty()
    }

    /// The edition of a year in a phase.
    pub fn edition(&self, year: i16, phase: Phase) -> Option<&Arc<Edition>> {
        self.editions.get(&(year, phase))
    }

    /// The newest year in a phase.
    pub fn newest(&self, phase: Phase) -> Option<&Arc<Edition>> {
        self.editions.iter().rev().find(|((_, one), _)| *one == phase).map(|(_, edition)| edition)
    }

    /// The edition of the year before that has this phase.
    pub fn before(&self, year: i16, phase: Phase) -> Option<&Arc<Edition>> {
        self.editions.range(..(year, Phase::Voted)).rev().find(|((_, one), _)| *one == phase).map(|(_, found)| found)
    }

    /// All editions, by year and phase.
    pub fn editions(&self) -> impl DoubleEndedIterator<Item = &Arc<Edition>> {
        self.editions.values()
    }

    /// The years of which anything is published, in order.
    pub fn years(&self) -> Vec<i16> {
        let mut years: Vec<i16> = self.editions.keys().map(|(year, _)| *year).collect();
        years.dedup();
        years
    }

    /// The phases in which a year is published.
    pub fn phases(&self, year: i16) -> Vec<Phase> {
        self.editions.keys().filter(|(one, _)| *one == year).map(|(_, phase)| *phase).collect()
    }

    /// The plain words about a node.
    pub fn words(&self, node: &NodeKey) -> Option<&Words> {
        self.words.get(node)
    }

    /// All plain words.
    pub fn all_words(&self) -> &BTreeMap<NodeKey, Words> {
        &self.words
    }

    async fn taken(&self, tx: &ReadTx, objects: Option<&[String]>) -> Result<Self, StoreError> {
        let viewer = Viewer::Public;
        let kind = |object: &String, kind: &str| object.strip_prefix(kind).is_some_and(|rest| rest.starts_with('/'));
        let are_words = objects.is_none_or(|some| some.iter().any(|object| kind(object, WORDS)));
        let words = if are_words { Arc::new(queries::words(tx, &viewer).await?) } else { self.words.clone() };
        let mut editions = BTreeMap::new();
        if let Some(objects) = objects {
            editions = self.editions.clone();
            let is_read_anew = |(year, phase): &(i16, Phase)| objects.contains(&queries::object(*year, *phase));
            editions.retain(|key, _| !is_read_anew(key));
            if are_words {
                // For what a line is can follow from the words.
                editions.values_mut().for_each(|one| *one = Arc::new(one.sorted_anew(&words)));
            }
        }
        for kept in queries::editions(tx, &viewer, objects).await? {
            if let Some(budget) = kept.budget {
                let key = (budget.year, budget.phase);
                editions.insert(key, Arc::new(Edition::new(kept.version, kept.at, budget, &words)));
            }
        }
        Ok(Self { editions, words, judged: Judged::default() })
    }

    /// A ledger of these editions, for who has them from elsewhere than the database.
    pub fn of(editions: impl IntoIterator<Item = Edition>, words: BTreeMap<NodeKey, Words>) -> Self {
        let keyed = |edition: Edition| ((edition.budget().year, edition.budget().phase), Arc::new(edition));
        Self { editions: editions.into_iter().map(keyed).collect(), words: Arc::new(words), judged: Judged::default() }
    }
}

impl Memory for Ledger {
    const KINDS: &'static [&'static str] = &[KIND, WORDS];

    async fn load(tx: &ReadTx) -> Result<Self, StoreError> {
        Self::default().taken(tx, None).await
    }

    async fn refreshed(&self, tx: &ReadTx, objects: Vec<String>) -> Result<Self, StoreError> {
        self.taken(tx, Some(&objects)).await
    }
}

impl Keeper {
    /// The ledger, with everything that was noted until now. To be asked before a view is begun.
    pub async fn ledger(&self, db: &Db) -> Result<Arc<Ledger>, StoreError> {
        self.newest(db).await
    }
}
