//! The state that every handler gets.

use std::sync::{Arc, RwLock};

use axum::extract::FromRef;
use infitah_kit::{
    Error, Site,
    site::{Banner, Chrome, FRAME},
};
use infitah_store::{Db, StoreError};
use tokio::sync::Mutex;

use crate::{
    links::Registry,
    places::Atlas,
    settings::{Settings, key},
};

/// The database, the site, the places and what the domains offer each other. Cheap to clone.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub db: Db,
    /// Configuration, translations, cache and frame.
    pub site: Site,
    /// What the domains offer each other.
    pub registry: Arc<Registry>,
    atlas: Arc<RwLock<Arc<Atlas>>>,
    settings: Arc<RwLock<Arc<Settings>>>,
    /// Whose turn it is to read what is held anew: an older reading must not replace a newer one.
    reading: Arc<Mutex<()>>,
}

impl App {
    /// Puts the state together.
    pub fn new(db: Db, site: Site, registry: Registry, atlas: Atlas, settings: Settings) -> Self {
        let (registry, reading) = (Arc::new(registry), Arc::default());
        let (atlas, settings) = (Arc::new(RwLock::new(Arc::new(atlas))), Arc::new(RwLock::new(Arc::new(settings))));
        let app = Self { db, site, registry, atlas, settings, reading };
        app.dress();
        app
    }

    /// What a domain put into the registry to hold in memory.
    pub fn held<T: Send + Sync + 'static>(&self) -> Result<&T, Error> {
        self.registry.held.get().ok_or_else(|| Error::internal(NotHeld(std::any::type_name::<T>())))
    }

    /// All places, as they are now: to be taken once for a page, so that the page sees one state of them.
    pub fn atlas(&self) -> Arc<Atlas> {
        self.atlas.read().unwrap_or_else(|p| p.into_inner()).clone()
    }

    /// All settings, as they are now: to be taken once for a page.
    pub fn settings(&self) -> Arc<Settings> {
        self.settings.read().unwrap_or_else(|p| p.into_inner()).clone()
    }

    /// Reads the places anew, then counts the frame as changed: every kept page watches the frame, so no page that was
    /// made with the old atlas is served any more.
    pub async fn refresh_places(&self) -> Result<(), StoreError> {
        let _turn = self.reading.lock().await;
        let atlas = Atlas::load(&self.db.read().await?).await?;
        *self.atlas.write().unwrap_or_else(|p| p.into_inner()) = Arc::new(atlas);
        self.dress();
        self.site.cache().changed(FRAME);
        Ok(())
    }

    /// Reads the settings anew, in the same way. Who changed one waits for it, and sees what they did.
    pub async fn refresh_settings(&self) -> Result<(), StoreError> {
        let _turn = self.reading.lock().await;
        let settings = Settings::load(&self.db.read().await?, self.site.config()).await?;
        *self.settings.write().unwrap_or_else(|p| p.into_inner()) = Arc::new(settings);
        self.dress();
        self.site.cache().changed(FRAME);
        Ok(())
    }

    /// Puts around every page what places and settings say of it.
    fn dress(&self) {
        let (config, settings) = (self.site.config(), self.settings());
        let Some(chrome) = self.atlas().chrome(&config.region, &config.languages) else { return };
        let banner = settings.words(key::BANNER).map(|words| Banner {
            words: words.clone(),
            tone: settings.line(key::BANNER_TONE).unwrap_or_default().to_owned(),
            until: settings.day(key::BANNER_UNTIL),
        });
        self.site.set_chrome(Chrome {
            region: settings.words(key::NAME).cloned().unwrap_or(chrome.region),
            phone: settings.line(key::PHONE).map(str::to_owned),
            mail: settings.line(key::MAIL).map(str::to_owned),
            banner,
            costs: settings.has(key::COSTS),
            ..chrome
        });
    }
}

impl FromRef<App> for Site {
    fn from_ref(app: &App) -> Site {
        app.site.clone()
    }
}

/// The program was put together without it.
#[derive(Debug, thiserror::Error)]
#[error("the registry does not hold {0}")]
struct NotHeld(&'static str);

/// A fault of the database as what a visitor is told.
pub fn failed(error: StoreError) -> Error {
    Error::internal(error)
}
