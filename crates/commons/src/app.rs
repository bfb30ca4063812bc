//! The state that every handler gets.

use std::sync::{Arc, RwLock};

use axum::extract::FromRef;
use infitah_kit::{Error, Site, site::FRAME};
use infitah_store::{Db, StoreError};

use crate::{links::Registry, places::Atlas};

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
}

impl App {
    /// Puts the state together.
    pub fn new(db: Db, site: Site, registry: Registry, atlas: Atlas) -> Self {
        Self { db, site, registry: Arc::new(registry), atlas: Arc::new(RwLock::new(Arc::new(atlas))) }
    }

    /// What a domain put into the registry to hold in memory.
    pub fn held<T: Send + Sync + 'static>(&self) -> Result<&T, Error> {
        self.registry.held.get().ok_or_else(|| Error::internal(NotHeld(std::any::type_name::<T>())))
    }

    /// All places, as they are now: to be taken once for a page, so that the page sees one state of them.
    pub fn atlas(&self) -> Arc<Atlas> {
        self.atlas.read().unwrap_or_else(|p| p.into_inner()).clone()
    }

    /// Replaces the atlas, then counts the frame as changed: every kept page watches the frame, so no page that was
    /// made with the old atlas is served any more.
    pub fn set_atlas(&self, atlas: Atlas) {
        *self.atlas.write().unwrap_or_else(|p| p.into_inner()) = Arc::new(atlas);
        self.site.cache().changed(FRAME);
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
