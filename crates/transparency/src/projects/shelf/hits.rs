//! What a filter finds on a shelf: counted, summed and told page by page.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use infitah_base::{CivilDate, Currency, Money};
use infitah_store::StoreError;
use sea_orm::ConnectionTrait;
use strum::IntoEnumIterator;

use super::{Entry, Shelf};
use crate::projects::{
    model::{Concern, Stage},
    queries::{self, Listed},
};

/// The projects that a filter finds, in its order.
pub struct Hits {
    shelf: Arc<Shelf>,
    positions: Vec<u32>,
}

impl Hits {
    pub(in crate::projects) fn new(shelf: Arc<Shelf>, positions: Vec<u32>) -> Self {
        Self { shelf, positions }
    }

    fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.positions.iter().filter_map(|position| self.shelf.at(*position))
    }

    /// How many there are.
    pub fn count(&self) -> u64 {
        u64::try_from(self.positions.len()).unwrap_or(u64::MAX)
    }

    /// What they cost together: one sum per currency, that of the most projects first.
    pub fn totals(&self) -> Vec<Money> {
        let mut sums: BTreeMap<Currency, (u32, i64)> = BTreeMap::new();
        for budget in self.entries().filter_map(|entry| entry.budget) {
            let (count, sum) = sums.entry(budget.currency).or_default();
            *count += 1;
            *sum = sum.saturating_add(budget.minor);
        }
        let mut sums: Vec<(u32, Money)> =
            sums.into_iter().map(|(currency, (count, sum))| (count, Money::new(sum, currency))).collect();
        sums.sort_by_key(|(count, _)| Reverse(*count));
        sums.into_iter().map(|(_, sum)| sum).collect()
    }

    /// How many each place has that name it themselves.
    pub fn counts(&self) -> HashMap<String, i64> {
        self.by_place(|direct| direct)
    }

    /// How many each place has in it or within it.
    pub fn counts_within(&self) -> HashMap<String, i64> {
        self.by_place(|_| true)
    }

    fn by_place(&self, counts: impl Fn(bool) -> bool) -> HashMap<String, i64> {
        let mut by_id = vec![0_i64; self.shelf.places.len()];
        for (place, direct) in self.entries().flat_map(|entry| &entry.places) {
            if let Some(count) = by_id.get_mut(place.index()).filter(|_| counts(*direct)) {
                *count += 1;
            }
        }
        let names = self.shelf.places.all().zip(by_id).filter(|(_, count)| *count > 0);
        names.map(|((name, _), count)| (name.to_owned(), count)).collect()
    }

    /// How many are at each stage, in the order of the way; those of which nothing shows it last. None is left out.
    pub fn stages(&self) -> Vec<(Option<Stage>, u64)> {
        let mut by_stage: HashMap<Option<Stage>, u64> = HashMap::new();
        for entry in self.entries() {
            *by_stage.entry(entry.standing.stage).or_default() += 1;
        }
        let stages = Stage::iter().map(Some).chain([None]);
        stages.filter_map(|stage| Some((stage, by_stage.remove(&stage)?))).collect()
    }

    /// How many give this concern.
    pub fn concerning(&self, concern: Concern, today: CivilDate) -> u64 {
        let some = self.entries().filter(|entry| entry.standing.is(concern, today));
        u64::try_from(some.count()).unwrap_or(u64::MAX)
    }

    /// Which version of which project, in order.
    pub(in crate::projects) fn keys(&self) -> Vec<(String, i64)> {
        self.entries().map(key).collect()
    }

    /// One page of them, pages counting from 1: one statement.
    pub async fn page(&self, db: &impl ConnectionTrait, page: u64, per_page: u64) -> Result<Vec<Listed>, StoreError> {
        let number = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        let before = number(page.saturating_sub(1).saturating_mul(per_page));
        let keys = self.entries().skip(before).take(number(per_page)).map(key).collect();
        queries::at_versions(db, keys).await
    }

    /// Those of which there is news, in order, at most `limit`: one statement.
    pub async fn with_news(&self, db: &impl ConnectionTrait, limit: usize) -> Result<Vec<Listed>, StoreError> {
        let keys = self.entries().filter(|entry| entry.standing.last_news.is_some()).take(limit).map(key).collect();
        queries::at_versions(db, keys).await
    }

    /// Those after a reference, in the order of the references, at most `limit`: one statement.
    pub(in crate::projects) async fn after(
        &self,
        db: &impl ConnectionTrait,
        reference: &str,
        limit: usize,
    ) -> Result<Vec<Listed>, StoreError> {
        let mut positions = self.positions.clone();
        positions.sort_unstable();
        let entries = positions.into_iter().filter_map(|position| self.shelf.at(position));
        let keys = entries.skip_while(|entry| *entry.reference <= *reference).take(limit).map(key).collect();
        queries::at_versions(db, keys).await
    }
}

fn key(entry: &Entry) -> (String, i64) {
    (entry.reference.to_string(), entry.version)
}
