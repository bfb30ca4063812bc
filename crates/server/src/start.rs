//! Putting the program together: database, site, registry; and keeping caches true to the database.

use std::sync::Arc;

use infitah_base::{Chance, Clock, config::Config};
use infitah_commons::{
    App, Permit,
    links::Registry,
    places::{self, PlaceResolver},
};
use infitah_kit::{
    Site,
    site::{FRAME, Section},
    urls,
};
use infitah_store::{Db, OpenError, State, StoreError, checks::Check};
use infitah_transparency::projects::{self, ProjectResolver, ProjectsOfPlace};

use crate::messages;

/// Why the program could not start. Said to the technician.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The database.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The database, once open.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The messages that are part of the program.
    #[error(transparent)]
    Messages(#[from] infitah_kit::i18n::BadMessages),
    /// The region that the configuration names is not among the places.
    #[error("there is no place with the code `{0}`: set `region` to a census code, as 05, or run `infitah migrate`")]
    NoSuchRegion(String),
    /// Disk or network.
    #[error("{0}: {1}")]
    Io(String, std::io::Error),
}

/// Opens the database of a configuration.
pub async fn open(config: &Config, state: State) -> Result<Db, StartError> {
    if state == State::Migrate {
        std::fs::create_dir_all(&config.data)
            .map_err(|error| StartError::Io(config.data.display().to_string(), error))?;
    }
    Ok(Db::open(&config.database_url, state, Clock::system(), Chance::system()).await?)
}

/// Loads the places that come with the program, when this edition is not there yet.
pub async fn load_places(db: &Db) -> Result<Option<places::Loaded>, StoreError> {
    db.write(|tx| Box::pin(async move { places::load_all(tx, &Permit::for_operator("migrate")).await })).await
}

/// The sections of the bar: those that exist.
fn sections() -> Vec<Section> {
    vec![
        Section { id: "projects", url: urls::projects(), icon: "i-road", label: "section-projects" },
        Section { id: "places", url: urls::places(), icon: "i-pin", label: "section-places" },
        Section { id: "data", url: urls::data(), icon: "i-download", label: "section-data" },
        Section { id: "words", url: urls::words(), icon: "i-easy", label: "section-words" },
    ]
}

/// What must hold in the database, as each domain says it.
pub fn checks() -> Vec<Check> {
    [places::what_must_hold(), projects::what_must_hold()].concat()
}

/// Puts the program together on an open database.
pub async fn app(db: Db, config: Config) -> Result<App, StartError> {
    let registry = Registry {
        resolvers: vec![Box::new(ProjectResolver), Box::new(PlaceResolver)],
        place_sections: vec![Box::new(ProjectsOfPlace)],
    };
    let region = config.region.clone();
    let site = Site::new(config, messages::catalog()?, db.clock().clone(), sections());
    let app = App { db, site, registry: Arc::new(registry) };
    if !refresh_frame(&app).await? {
        return Err(StartError::NoSuchRegion(region));
    }
    keep_caches_true(&app);
    Ok(app)
}

/// Reads what the frame around every page shows. `false`: there is no such region.
async fn refresh_frame(app: &App) -> Result<bool, StoreError> {
    let config = app.site.config();
    let tx = app.db.read().await?;
    let chrome = places::chrome(&tx, &config.region, &config.languages).await?;
    let found = chrome.is_some();
    if let Some(chrome) = chrome {
        app.site.set_chrome(chrome);
    }
    Ok(found)
}

/// Every change, of this process at once and of others within a second, makes the pages that show it anew.
fn keep_caches_true(app: &App) {
    let (site, frame) = (app.site.clone(), app.clone());
    let runtime = tokio::runtime::Handle::current();
    app.db.on_change(move |changes| {
        for change in changes {
            site.cache().changed(change.kind());
        }
        if changes.iter().any(|change| change.kind() == "place") {
            let app = frame.clone();
            runtime.spawn(async move {
                if let Err(error) = refresh_frame(&app).await {
                    tracing::warn!(%error, "the frame of the pages could not be read anew");
                }
                app.site.cache().changed(FRAME);
            });
        }
    });
}
