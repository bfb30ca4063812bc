//! The page cache: pages as they are sent, already compressed, as long as nothing they show has changed.
//!
//! Every kind of object has a count of its changes. A page remembers the counts of the kinds it shows as they were
//! *before* it was made; it is served only while they are still the same. So a change that commits while a page is
//! being made can never leave the old page behind.

use std::{
    collections::HashMap,
    sync::{
        Arc, RwLock,
        atomic::{AtomicU64, Ordering},
    },
};

use quick_cache::{Weighter, sync::Cache};

/// A page as it is sent.
#[derive(Debug)]
pub struct Stored {
    /// The body, compressed with gzip.
    pub gzip: Vec<u8>,
    /// A strong validator (RFC 9110, 8.8.3), with its quotes.
    pub etag: String,
    /// The media type.
    pub content_type: &'static str,
    counts: Vec<u64>,
}

/// Counts every change, of whatever kind.
pub const ANY: &str = "*";

#[derive(Clone)]
struct BySize;

impl Weighter<String, Arc<Stored>> for BySize {
    fn weight(&self, key: &String, page: &Arc<Stored>) -> u64 {
        u64::try_from(key.len() + page.gzip.len() + 200).unwrap_or(u64::MAX)
    }
}

/// At most this many bytes of pages are kept.
const CAPACITY: u64 = 48 * 1024 * 1024;

/// The cache of one process.
pub struct PageCache {
    pages: Cache<String, Arc<Stored>, BySize>,
    counts: RwLock<HashMap<String, Arc<AtomicU64>>>,
    hits: AtomicU64,
    misses: AtomicU64,
}

impl Default for PageCache {
    fn default() -> Self {
        Self {
            pages: Cache::with_weighter(4096, CAPACITY, BySize),
            counts: RwLock::default(),
            hits: AtomicU64::new(0),
            misses: AtomicU64::new(0),
        }
    }
}

impl PageCache {
    /// Something of this kind changed: pages that show the kind are made anew.
    pub fn changed(&self, kind: &str) {
        self.count(kind).fetch_add(1, Ordering::SeqCst);
        self.count(ANY).fetch_add(1, Ordering::SeqCst);
    }

    fn count(&self, kind: &str) -> Arc<AtomicU64> {
        if let Some(count) = self.counts.read().unwrap_or_else(|p| p.into_inner()).get(kind) {
            return count.clone();
        }
        self.counts.write().unwrap_or_else(|p| p.into_inner()).entry(kind.to_owned()).or_default().clone()
    }

    /// The counts of these kinds now: taken before a page is made, given back with it.
    pub fn counts(&self, kinds: &[&str]) -> Vec<u64> {
        kinds.iter().map(|kind| self.count(kind).load(Ordering::SeqCst)).collect()
    }

    /// The page under this key, if what it shows has not changed.
    pub fn get(&self, key: &str, kinds: &[&str]) -> Option<Arc<Stored>> {
        let found = self.pages.get(key).filter(|page| page.counts == self.counts(kinds));
        let counter = if found.is_some() { &self.hits } else { &self.misses };
        counter.fetch_add(1, Ordering::Relaxed);
        found
    }

    /// Keeps a page made while the counts were these.
    pub fn put(
        &self,
        key: String,
        counts: Vec<u64>,
        gzip: Vec<u8>,
        etag: String,
        content_type: &'static str,
    ) -> Arc<Stored> {
        let page = Arc::new(Stored { gzip, etag, content_type, counts });
        self.pages.insert(key, page.clone());
        page
    }

    /// How often a page was there, and how often it had to be made.
    pub fn hits_and_misses(&self) -> (u64, u64) {
        (self.hits.load(Ordering::Relaxed), self.misses.load(Ordering::Relaxed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_during_the_making_leaves_no_old_page() {
        let cache = PageCache::default();
        let before = cache.counts(&["project"]);
        cache.changed("project");
        cache.put("/fr/projects".into(), before, vec![1], "\"a\"".into(), "text/html");
        assert!(cache.get("/fr/projects", &["project"]).is_none());
        let now = cache.counts(&["project"]);
        cache.put("/fr/projects".into(), now, vec![2], "\"b\"".into(), "text/html");
        assert!(cache.get("/fr/projects", &["project"]).is_some());
        cache.changed("place");
        assert!(cache.get("/fr/projects", &["project"]).is_some(), "another kind does not matter");
    }
}
