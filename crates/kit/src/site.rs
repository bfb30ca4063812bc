//! What every page needs to know: the configuration, the translations, the cache, the clock and the frame around it.

use std::sync::{Arc, OnceLock, RwLock};

use infitah_base::{CivilDate, Clock, Lang, Text, config::Config};

use crate::{
    cache::PageCache,
    i18n::{Catalog, T},
    listen::Recordings,
    urls::Url,
};

/// A section of the site, in the bar under the head.
#[derive(Clone, Debug)]
pub struct Section {
    /// Which one (`projects`): pages name theirs.
    pub id: &'static str,
    /// Its page.
    pub url: Url,
    /// Its pictogram (`i-road`).
    pub icon: &'static str,
    /// The key of its name.
    pub label: &'static str,
}

/// What the frame around every page shows of the region. Made anew when places change.
#[derive(Clone, Debug, Default)]
pub struct Chrome {
    /// The region's name.
    pub region: Text,
    /// The places under the region (provinces): code and name.
    pub provinces: Vec<(String, Text)>,
    /// The smallest places (communes) by language: code and name, in that language's order.
    pub communes: std::collections::BTreeMap<Lang, Vec<(String, String)>>,
    /// The telephone that people call, when there is one.
    pub phone: Option<String>,
    /// The address that people write to, when there is one.
    pub mail: Option<String>,
    /// What stands above every page.
    pub banner: Option<Banner>,
    /// Whether everybody sees what messages cost.
    pub costs: bool,
}

/// A few words above every page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Banner {
    /// The words.
    pub words: Text,
    /// How they sound: `info`, `warning` or `urgent`.
    pub tone: String,
    /// The last day on which they stand there; `None`: until they are taken away.
    pub until: Option<CivilDate>,
}

impl Chrome {
    /// The smallest places for a reader.
    pub fn communes(&self, lang: Lang) -> &[(String, String)] {
        self.communes.get(&lang).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The site. Cheap to clone.
#[derive(Clone)]
pub struct Site(Arc<Inner>);

struct Inner {
    config: Config,
    /// What was chosen at the first run, while the program ran.
    settled: OnceLock<Config>,
    catalog: Arc<Catalog>,
    clock: Clock,
    cache: PageCache,
    recordings: Recordings,
    sections: Vec<Section>,
    chrome: RwLock<Arc<Chrome>>,
}

impl Site {
    /// Puts the site together.
    pub fn new(config: Config, catalog: Catalog, clock: Clock, sections: Vec<Section>) -> Self {
        Self(Arc::new(Inner {
            recordings: Recordings::new(config.data.join("recordings")),
            config,
            settled: OnceLock::new(),
            catalog: Arc::new(catalog),
            clock,
            cache: PageCache::default(),
            sections,
            chrome: RwLock::default(),
        }))
    }

    /// The configuration.
    pub fn config(&self) -> &Config {
        self.0.settled.get().unwrap_or(&self.0.config)
    }

    /// Takes what was chosen at the first run: once, while there is nothing yet that was made with other choices.
    pub fn settle(&self, config: Config) {
        if self.0.settled.set(config).is_err() {
            tracing::warn!("what was chosen at another first run holds when the program starts anew");
        }
    }

    /// The clock.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// Today, where people live.
    pub fn today(&self) -> CivilDate {
        self.0.clock.now().date_in(&self.config().time_zone)
    }

    /// The page cache.
    pub fn cache(&self) -> &PageCache {
        &self.0.cache
    }

    /// The recordings of pages read aloud.
    pub fn recordings(&self) -> &Recordings {
        &self.0.recordings
    }

    /// The sections in the bar.
    pub fn sections(&self) -> &[Section] {
        &self.0.sections
    }

    /// A translator.
    pub fn t(&self, lang: Lang) -> T {
        T::new(self.0.catalog.clone(), lang)
    }

    /// What the frame shows of the region.
    pub fn chrome(&self) -> Arc<Chrome> {
        self.0.chrome.read().unwrap_or_else(|p| p.into_inner()).clone()
    }

    /// Replaces what the frame shows; every page is made anew.
    pub fn set_chrome(&self, chrome: Chrome) {
        *self.0.chrome.write().unwrap_or_else(|p| p.into_inner()) = Arc::new(chrome);
        self.0.cache.changed(FRAME);
    }

    /// The absolute address of a page.
    pub fn absolute(&self, root_relative: &str) -> String {
        format!("{}{root_relative}", self.config().public_url)
    }
}

/// The kind of change that touches every page.
pub const FRAME: &str = "frame";
