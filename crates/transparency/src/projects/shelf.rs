//! The register in memory: of every project the little that lists, filters and sums need. Documents stay in the
//! database, and a page reads only those that it shows. One shelf never changes; a [`Keeper`] has the current one.

use std::{cmp::Reverse, collections::HashSet, sync::Arc};

use infitah_base::{CivilDate, Money, Text};
use infitah_store::{Db, StoreError};

use super::{
    model::{Concern, Kind, Stage},
    queries::{Filter, Sort},
    rules::Standing,
};

mod hits;
mod names;
mod read;
#[cfg(test)]
mod tests;

pub use hits::Hits;
use names::{Id, Names};

/// Keeps the current shelf.
pub type Keeper = crate::keeper::Keeper<Shelf>;

impl Keeper {
    /// The shelf, with everything that was noted until now. To be asked before a view is begun.
    pub async fn shelf(&self, db: &Db) -> Result<Arc<Shelf>, StoreError> {
        self.newest(db).await
    }
}

/// What the shelf has of a project.
#[derive(Debug, PartialEq, Eq)]
struct Entry {
    reference: Box<str>,
    version: i64,
    sort_key: Box<str>,
    kind: Option<Kind>,
    standing: Standing,
    budget: Option<Money>,
    /// All places it lies in; whether it names them itself.
    places: Box<[(Id, bool)]>,
    sectors: Box<[Id]>,
    /// Who has a part in it.
    organisations: Box<[Id]>,
    /// Who promised money.
    funders: Box<[Id]>,
    /// Who builds.
    suppliers: Box<[Id]>,
}

/// Funders and suppliers, so many of each, that the list offers to choose from: those whom most projects name.
const OFFERED: usize = 30;

/// The register as it was when it was read.
#[derive(Clone, Default)]
pub struct Shelf {
    /// In the order of the references. A position in it stands for a project elsewhere.
    entries: Vec<Arc<Entry>>,
    /// The positions in each order of [`Sort`].
    orders: [Vec<u32>; 3],
    places: Names,
    sectors: Names,
    organisations: Names,
    /// What the organisations are called, by their numbers.
    called: Vec<Arc<Text>>,
    /// The funders and the suppliers that the list offers.
    offered: [Vec<Id>; 2],
    /// The sectors that projects have, in the order of their codes.
    used: Vec<Id>,
}

impl Shelf {
    /// How many projects there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no project.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    fn position(&self, reference: &str) -> Option<usize> {
        self.entries.binary_search_by(|entry| entry.reference.as_ref().cmp(reference)).ok()
    }

    /// The version that a project has; `None`: it is not in the register.
    pub(super) fn version(&self, reference: &str) -> Option<i64> {
        Some(self.entries.get(self.position(reference)?)?.version)
    }

    /// The sectors that projects have, in the order of their codes.
    pub(super) fn sectors(&self) -> impl Iterator<Item = &str> {
        self.used.iter().map(|id| self.sectors.name(*id))
    }

    /// The funders whom most projects name, and the suppliers who are none of these, with their names.
    pub(super) fn offered(&self) -> [impl Iterator<Item = (&str, &Text)>; 2] {
        let named = |id: &Id| Some((self.organisations.name(*id), self.called.get(id.index())?.as_ref()));
        self.offered.each_ref().map(|ids| ids.iter().filter_map(named))
    }

    /// What an organisation is called.
    pub(super) fn called(&self, organisation: &str) -> Option<&Text> {
        Some(self.called.get(self.organisations.find(organisation)?.index())?.as_ref())
    }

    /// The positions of what a filter finds, in its order. `with_words` are the references that have its words.
    pub(super) fn find(&self, filter: &Filter, with_words: Option<&HashSet<String>>) -> Vec<u32> {
        let Some(sought) = self.sought(filter) else { return Vec::new() };
        let has_words = |entry: &Entry| with_words.is_none_or(|found| found.contains(entry.reference.as_ref()));
        let is_found = |position: &u32| self.at(*position).is_some_and(|entry| sought.is(entry) && has_words(entry));
        self.order(filter.sort).iter().copied().filter(is_found).collect()
    }

    fn at(&self, position: u32) -> Option<&Entry> {
        self.entries.get(usize::try_from(position).ok()?).map(Arc::as_ref)
    }

    fn order(&self, sort: Sort) -> &[u32] {
        let [cost, news, name] = &self.orders;
        match sort {
            Sort::Cost => cost,
            Sort::News => news,
            Sort::Name => name,
        }
    }

    /// A filter in the numbers of this shelf; `None`: it names something that no project has.
    fn sought<'f>(&self, filter: &'f Filter) -> Option<Sought<'f>> {
        let place = filter.place.as_deref().map(|code| self.places.find(code).ok_or(())).transpose().ok()?;
        let organisation = filter.organisation.as_deref().map(|key| self.organisations.find(key).ok_or(()));
        let sectors = filter.sector.as_deref().map(|code| {
            let below = format!("{code}.");
            self.sectors.all().filter(|(name, _)| *name == code || name.starts_with(&below)).map(|(_, id)| id).collect()
        });
        Some(Sought {
            place,
            sectors,
            organisation: organisation.transpose().ok()?,
            reference: filter.reference.as_deref(),
            stage: filter.stage,
            kind: filter.kind,
            concern: filter.concern,
        })
    }

    /// Puts the entries in their orders, after they were changed. Equal ones stand in the order of their references,
    /// so that pages never overlap; what is not published comes last.
    fn arrange(&mut self) {
        self.entries.sort_by(|a, b| a.reference.cmp(&b.reference));
        let entries = &self.entries;
        let in_order = |compare: &dyn Fn(&Entry, &Entry) -> std::cmp::Ordering| {
            let mut order: Vec<(u32, &Arc<Entry>)> = (0..).zip(entries).collect();
            order.sort_by(|(_, a), (_, b)| compare(a, b));
            order.into_iter().map(|(position, _)| position).collect()
        };
        let cost = |entry: &Entry| Reverse(entry.budget.map(|budget| budget.minor));
        self.orders = [
            in_order(&|a, b| cost(a).cmp(&cost(b))),
            in_order(&|a, b| b.standing.last_news.cmp(&a.standing.last_news)),
            in_order(&|a, b| a.sort_key.cmp(&b.sort_key)),
        ];
        let used: HashSet<Id> = entries.iter().flat_map(|entry| entry.sectors.iter().copied()).collect();
        self.used = used.into_iter().collect();
        self.used.sort_unstable_by_key(|id| self.sectors.name(*id));
        let funders = self.most_named(|entry| &entry.funders, &[]);
        let suppliers = self.most_named(|entry| &entry.suppliers, &funders);
        self.offered = [funders, suppliers];
    }

    /// Those whom most projects name in a role, but for some.
    fn most_named(&self, role: impl Fn(&Entry) -> &[Id], but: &[Id]) -> Vec<Id> {
        let mut count = vec![0_u32; self.organisations.len()];
        for id in self.entries.iter().flat_map(|entry| role(entry)) {
            if let Some(count) = count.get_mut(id.index()) {
                *count += 1;
            }
        }
        let all = self.organisations.all().filter(|(_, id)| !but.contains(id));
        let mut named: Vec<(u32, &str, Id)> =
            all.filter_map(|(key, id)| Some((*count.get(id.index()).filter(|count| **count > 0)?, key, id))).collect();
        named.sort_by_key(|(count, key, _)| (Reverse(*count), *key));
        named.into_iter().take(OFFERED).map(|(_, _, id)| id).collect()
    }
}

/// What is sought, in the numbers of a shelf.
struct Sought<'f> {
    place: Option<Id>,
    sectors: Option<Vec<Id>>,
    organisation: Option<Id>,
    reference: Option<&'f str>,
    stage: Option<Stage>,
    kind: Option<Kind>,
    concern: Option<(Concern, CivilDate)>,
}

impl Sought<'_> {
    fn is(&self, entry: &Entry) -> bool {
        self.stage.is_none_or(|stage| entry.standing.stage == Some(stage))
            && self.kind.is_none_or(|kind| entry.kind == Some(kind))
            && self.place.is_none_or(|id| entry.places.iter().any(|(place, _)| *place == id))
            && self.sectors.as_ref().is_none_or(|ids| entry.sectors.iter().any(|sector| ids.contains(sector)))
            && self.organisation.is_none_or(|id| entry.organisations.contains(&id))
            && self.concern.is_none_or(|(concern, today)| entry.standing.is(concern, today))
            && self.reference.is_none_or(|reference| *entry.reference == *reference)
    }
}
