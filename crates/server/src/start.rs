//! Putting the program together: database, site, registry; and keeping caches true to the database.

use std::{sync::Arc, time::Duration};

use axum::http::Extensions;
use infitah_base::{Chance, Clock, config::Config};
use infitah_commons::{
    App, Permit, accounts, jobs,
    links::Registry,
    messages as carried,
    places::{self, Atlas, PlaceResolver},
    remarks,
    settings::{self, Settings},
};
use infitah_kit::{Site, site::Section, urls};
use infitah_store::{Db, OpenError, State, StoreError, checks::Check};
use infitah_transparency::{
    budget::{self, BudgetContent, BudgetOfPlace, BudgetResolver},
    projects::{self, OrganisationResolver, ProjectContent, ProjectResolver, ProjectsOfPlace},
};
use tokio::sync::Notify;

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
    /// The figures that are part of the program.
    #[error(transparent)]
    Figures(#[from] prometheus::Error),
    /// Mail or SMS.
    #[error(transparent)]
    Carriers(#[from] carried::Failure),
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
    open_at(config, state, Clock::system()).await
}

/// Opens the database of a configuration, and gives the configuration with what was chosen at the first run.
pub async fn open_settled(config: Config) -> Result<(Config, Db), StartError> {
    let db = open(&config, State::Ready).await?;
    let config = accounts::settled(&db.read().await?, config).await?;
    Ok((config, db))
}

/// Opens the database of a configuration with a clock: what is written is dated by it.
pub async fn open_at(config: &Config, state: State, clock: Clock) -> Result<Db, StartError> {
    Ok(Db::open(&config.database_url, state, clock, Chance::system()).await?)
}

/// Loads the places that come with the program, when this edition is not there yet.
pub async fn load_places(db: &Db) -> Result<Option<places::Loaded>, StoreError> {
    db.write(|tx| Box::pin(async move { places::load_all(tx, &Permit::for_operator("migrate")).await })).await
}

/// The sections of the bar: those that exist.
fn sections() -> Vec<Section> {
    vec![
        Section { id: "projects", url: urls::projects(), icon: "i-road", label: "section-projects" },
        Section { id: "budget", url: urls::budget(), icon: "i-coins", label: "section-budget" },
        Section { id: "places", url: urls::places(), icon: "i-pin", label: "section-places" },
        Section { id: "data", url: urls::data(), icon: "i-download", label: "section-data" },
        Section { id: "words", url: urls::words(), icon: "i-easy", label: "section-words" },
    ]
}

/// What must hold in the database, as each domain says it.
pub fn checks() -> Vec<Check> {
    [
        accounts::what_must_hold(),
        jobs::what_must_hold(),
        places::what_must_hold(),
        projects::what_must_hold(),
        budget::what_must_hold(),
        carried::what_must_hold(),
    ]
    .concat()
}

/// Puts the program together on an open database.
pub async fn app(db: Db, config: Config) -> Result<App, StartError> {
    let config = accounts::settled(&db.read().await?, config).await?;
    let (shelves, ledgers) = (projects::Keeper::default(), budget::Keeper::default());
    let mut held = Extensions::new();
    held.insert(shelves.clone());
    held.insert(ledgers.clone());
    held.insert(Arc::new(remarks::Gate::default()));
    held.insert(Arc::new(accounts::Asking::default()));
    held.insert(Arc::new(accounts::DemoPeople::default()));
    held.insert(carried::Carriers::of(&config)?);
    let registry = Registry {
        resolvers: vec![
            Box::new(ProjectResolver),
            Box::new(BudgetResolver),
            Box::new(OrganisationResolver),
            Box::new(PlaceResolver),
        ],
        place_sections: vec![Box::new(ProjectsOfPlace), Box::new(BudgetOfPlace)],
        contents: vec![Box::new(ProjectContent), Box::new(BudgetContent)],
        held,
    };
    let tx = db.read().await?;
    let (atlas, settings) = (Atlas::load(&tx).await?, Settings::load(&tx, &config).await?);
    drop(tx);
    if atlas.find(&config.region).is_none() {
        return Err(StartError::NoSuchRegion(config.region));
    }
    let site = Site::new(config, messages::catalog()?, db.clock().clone(), sections());
    let app = App::new(db, site, registry, atlas, settings);
    keep_caches_true(&app, shelves.clone(), ledgers.clone());
    // Read now, after changes are heard: the first visitor need not wait for it.
    shelves.shelf(&app.db).await?;
    ledgers.ledger(&app.db).await?;
    Ok(app)
}

/// How long to wait before places or settings are read again, when they could not be.
const AGAIN: Duration = Duration::from_secs(1);

/// Every change, of this process at once and of others within a second, makes the pages that show it anew.
fn keep_caches_true(app: &App, shelves: projects::Keeper, ledgers: budget::Keeper) {
    let site = app.site.clone();
    let (moved, chosen) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let (places_moved, settings_chosen) = (moved.clone(), chosen.clone());
    app.db.on_change(move |changes| {
        // First: who sees the new counts asks for a shelf and a ledger that know of these changes.
        shelves.note(changes);
        ledgers.note(changes);
        for change in changes {
            site.cache().changed(&change.object);
        }
        if changes.iter().any(|change| change.kind() == "place") {
            places_moved.notify_one();
        }
        if changes.iter().any(|change| [settings::KIND, settings::SECTION_KIND].contains(&change.kind())) {
            settings_chosen.notify_one();
        }
    });
    // A page made in between may be kept with the old places or settings for that moment: when the new ones are there the
    // frame is counted, and every page watches it.
    let (of_places, of_settings) = (app.clone(), app.clone());
    tokio::spawn(async move {
        loop {
            moved.notified().await;
            while let Err(error) = of_places.refresh_places().await {
                tracing::warn!(%error, "the places could not be read anew; trying again");
                tokio::time::sleep(AGAIN).await;
            }
        }
    });
    tokio::spawn(async move {
        loop {
            chosen.notified().await;
            while let Err(error) = of_settings.refresh_settings().await {
                tracing::warn!(%error, "the settings could not be read anew; trying again");
                tokio::time::sleep(AGAIN).await;
            }
        }
    });
}
