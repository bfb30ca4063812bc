//! The page cache: pages as they are sent, already compressed, as long as nothing they show has changed.
//!
//! Every kind of object has a count of its changes, and so has every object. A page remembers the counts of what it
//! shows as they were *before* it was made; it is served to whoever asks while they are not higher. So a change that
//! commits while a page is being made can never leave the old page behind. One request makes a page, and those who ask
//! for it meanwhile wait for that.

use std::{
    collections::HashMap,
    hash::{BuildHasher, RandomState},
    iter,
    sync::{
        Arc, RwLock,
        atomic::{AtomicU64, Ordering},
    },
};

use axum::body::Bytes;
use quick_cache::{Weighter, sync::Cache};
use tokio::sync::{Mutex, MutexGuard};

/// A page as it is sent.
#[derive(Debug)]
pub struct Stored {
    /// The body, compressed with gzip.
    pub gzip: Bytes,
    /// A strong validator (RFC 9110, 8.8.3), with its quotes.
    pub etag: String,
    /// The media type.
    pub content_type: &'static str,
    counts: Counts,
}

/// How often each of what a page shows had changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts(Vec<u64>);

impl Counts {
    /// Whether these were read when everything that `asked` counts had happened.
    fn have(&self, asked: &Self) -> bool {
        iter::zip(&self.0, &asked.0).all(|(mine, asked)| mine >= asked)
    }
}

/// What a page shows: its kinds, and the one object (`kind/id`) of which it shows nothing but that one.
#[derive(Clone, Debug, Default)]
pub struct Watched<'a> {
    /// Kinds of objects, every one of them.
    pub kinds: Vec<&'static str>,
    /// A single object.
    pub object: Option<&'a str>,
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
const CAPACITY: u64 = 44 * 1024 * 1024;

/// Objects share so many counts, and pages so many turns: that two of them share one costs a page made once too often
/// or a short wait, and what visitors ask for can not fill the memory.
const SHARED: usize = 4096;

/// The cache of one process.
pub struct PageCache {
    pages: Cache<String, Arc<Stored>, BySize>,
    kinds: RwLock<HashMap<String, Arc<AtomicU64>>>,
    objects: Vec<AtomicU64>,
    turns: Vec<Mutex<()>>,
    hasher: RandomState,
    hits: AtomicU64,
    misses: AtomicU64,
}

impl Default for PageCache {
    fn default() -> Self {
        Self {
            pages: Cache::with_weighter(4096, CAPACITY, BySize),
            kinds: RwLock::default(),
            objects: iter::repeat_with(AtomicU64::default).take(SHARED).collect(),
            turns: iter::repeat_with(Mutex::default).take(SHARED).collect(),
            hasher: RandomState::new(),
            hits: AtomicU64::new(0),
            misses: AtomicU64::new(0),
        }
    }
}

impl PageCache {
    /// An object (`kind/id`), or something of a kind that has no objects, changed: pages that show it are made anew.
    pub fn changed(&self, object: &str) {
        let kind = object.split('/').next().unwrap_or(object);
        self.of_object(object).fetch_add(1, Ordering::SeqCst);
        self.of_kind(kind).fetch_add(1, Ordering::SeqCst);
        self.of_kind(ANY).fetch_add(1, Ordering::SeqCst);
    }

    fn of_kind(&self, kind: &str) -> Arc<AtomicU64> {
        if let Some(count) = self.kinds.read().unwrap_or_else(|p| p.into_inner()).get(kind) {
            return count.clone();
        }
        self.kinds.write().unwrap_or_else(|p| p.into_inner()).entry(kind.to_owned()).or_default().clone()
    }

    fn of_object(&self, object: &str) -> &AtomicU64 {
        &self.objects[self.share(object)]
    }

    fn share(&self, of: &str) -> usize {
        // The remainder is below `SHARED`, which is a usize.
        (self.hasher.hash_one(of) % SHARED as u64) as usize
    }

    /// The counts of what is watched now: taken before a page is asked for and made, given back with it.
    pub fn counts(&self, watched: &Watched) -> Counts {
        let kinds = watched.kinds.iter().map(|kind| self.of_kind(kind).load(Ordering::SeqCst));
        Counts(kinds.chain(watched.object.map(|object| self.of_object(object).load(Ordering::SeqCst))).collect())
    }

    /// The page under this key, if it shows everything that `asked` counts.
    pub fn get(&self, key: &str, asked: &Counts) -> Option<Arc<Stored>> {
        let found = self.pages.get(key).filter(|page| page.counts.have(asked))?;
        self.hits.fetch_add(1, Ordering::Relaxed);
        Some(found)
    }

    /// The turn to make the page under this key: whoever waited for it looks first whether it is made. It ends when the
    /// guard is dropped, also because the visitor gave up.
    pub async fn turn(&self, key: &str) -> MutexGuard<'_, ()> {
        self.turns[self.share(key)].lock().await
    }

    /// Keeps a page made while the counts were these.
    pub fn put(
        &self,
        key: String,
        counts: Counts,
        gzip: &[u8],
        etag: String,
        content_type: &'static str,
    ) -> Arc<Stored> {
        self.misses.fetch_add(1, Ordering::Relaxed);
        // Copied, not shrunk: an allocator may leave a shrunk block as large as it was, and this one stays.
        let page = Arc::new(Stored { gzip: Bytes::copy_from_slice(gzip), etag, content_type, counts });
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

    fn of(kinds: &[&'static str]) -> Watched<'static> {
        Watched { kinds: kinds.to_vec(), object: None }
    }

    #[test]
    fn a_change_during_the_making_leaves_no_old_page() {
        let cache = PageCache::default();
        let watched = of(&["project"]);
        let before = cache.counts(&watched);
        cache.changed("project/a");
        cache.put("/fr/projects".into(), before, &[1], "\"a\"".into(), "text/html");
        assert!(cache.get("/fr/projects", &cache.counts(&watched)).is_none());
        let now = cache.counts(&watched);
        cache.put("/fr/projects".into(), now, &[2], "\"b\"".into(), "text/html");
        assert!(cache.get("/fr/projects", &cache.counts(&watched)).is_some());
        cache.changed("place/03");
        assert!(cache.get("/fr/projects", &cache.counts(&watched)).is_some(), "another kind does not matter");
    }

    #[test]
    fn a_page_of_one_object_stays_when_others_change() {
        let cache = PageCache::default();
        let one = Watched { kinds: vec!["place"], object: Some("project/one") };
        let before = cache.counts(&one);
        // Two objects may share a count, so one is sought that does not.
        let other =
            (0..).map(|n| format!("project/{n}")).find(|other| cache.share(other) != cache.share("project/one"));
        cache.changed(&other.unwrap());
        assert_eq!(cache.counts(&one), before);
        cache.changed("project/one");
        assert_ne!(cache.counts(&one), before);
        let before = cache.counts(&one);
        cache.changed("place/03");
        assert_ne!(cache.counts(&one), before);
    }

    #[test]
    fn who_asked_before_a_change_may_have_the_page_from_before() {
        let cache = PageCache::default();
        let watched = of(&["project"]);
        let asked = cache.counts(&watched);
        cache.put("/fr".into(), cache.counts(&watched), &[1], "\"a\"".into(), "text/html");
        cache.changed("project/a");
        assert!(cache.get("/fr", &asked).is_some(), "it shows all that had happened when it was asked for");
        assert!(cache.get("/fr", &cache.counts(&watched)).is_none());
    }
}
