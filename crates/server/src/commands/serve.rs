//! `infitah serve`

use std::process::ExitCode;

use infitah_commons::App;
use infitah_store::{Db, State, settings};
use tokio::{net::TcpListener, signal};

use super::{CommandError, say};
use crate::{
    cli::Common,
    routes, schedules,
    start::{self, StartError},
};

/// The setting that marks a database as a demonstration: its pages say so whoever serves them.
pub(super) const DEMO: &str = "demo";

/// Serves the site until it is told to stop.
pub async fn run(common: &Common) -> Result<ExitCode, CommandError> {
    let mut config = common.config()?;
    let db = start::open(&config, State::Ready).await?;
    config.demo = is_demo(&db).await?;
    let app = start::app(db, config).await?;
    schedules::start(&app);
    serve(app).await?;
    Ok(ExitCode::SUCCESS)
}

/// Whether a database holds a demonstration.
pub(super) async fn is_demo(db: &Db) -> Result<bool, CommandError> {
    Ok(settings::get(&db.read().await?, DEMO).await?.is_some())
}

/// Listens, says where, and stops gently when told: requests under way are answered.
pub(super) async fn serve(app: App) -> Result<(), CommandError> {
    let (listen, public) = (app.site.config().listen, app.site.config().public_url.clone());
    let failed = |error| StartError::Io(listen.to_string(), error);
    let listener = TcpListener::bind(listen).await.map_err(failed)?;
    say(&format!("Infitah answers at {public}  ({} at {})", app.db.kind().name(), app.db.address()));
    axum::serve(listener, routes::router(app)).with_graceful_shutdown(told_to_stop()).await.map_err(failed)?;
    Ok(())
}

async fn told_to_stop() {
    let interrupt = signal::ctrl_c();
    match signal::unix::signal(signal::unix::SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
        }
        Err(_) => {
            let _ = interrupt.await;
        }
    }
}
