//! The state that every handler gets.

use std::sync::Arc;

use axum::extract::FromRef;
use infitah_kit::{Error, Site};
use infitah_store::{Db, StoreError};

use crate::links::Registry;

/// The database, the site and what the domains offer each other. Cheap to clone.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub db: Db,
    /// Configuration, translations, cache and frame.
    pub site: Site,
    /// What the domains offer each other.
    pub registry: Arc<Registry>,
}

impl FromRef<App> for Site {
    fn from_ref(app: &App) -> Site {
        app.site.clone()
    }
}

/// A fault of the database as what a visitor is told.
pub fn failed(error: StoreError) -> Error {
    Error::internal(error)
}
