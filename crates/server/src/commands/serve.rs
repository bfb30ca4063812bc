//! `infitah serve`

use std::{net::SocketAddr, process::ExitCode, sync::Arc, time::Duration};

use axum::serve::ListenerExt;
use infitah_commons::App;
use infitah_kit::{Site, site::FRAME};
use infitah_store::{Db, State, settings};
use sd_notify::NotifyState;
use tokio::{
    net::TcpListener,
    signal::unix::{self, Signal, SignalKind},
    sync::watch,
};

use super::{CommandError, admin, say};
use crate::{
    cli::Common,
    metrics::{self, Metrics},
    routes, schedules,
    start::{self, StartError},
    tls::{Certificates, TlsListener},
};

/// The setting that marks a database as a demonstration: its pages say so whoever serves them.
pub(super) const DEMO: &str = "demo";

/// Serves the site until it is told to stop.
pub async fn run(common: &Common) -> Result<ExitCode, CommandError> {
    let mut config = common.config()?;
    let db = start::open(&config, State::Ready).await?;
    config.demo = is_demo(&db).await?;
    let app = start::app(db, config).await?;
    serve(app).await?;
    Ok(ExitCode::SUCCESS)
}

/// Whether a database holds a demonstration.
pub(super) async fn is_demo(db: &Db) -> Result<bool, CommandError> {
    Ok(settings::get(&db.read().await?, DEMO).await?.is_some())
}

/// Listens, says where, and stops gently when told: requests under way are answered, jobs may end.
pub(super) async fn serve(app: App) -> Result<(), CommandError> {
    let config = app.site.config().clone();
    let failed = |address: SocketAddr| move |error| StartError::Io(address.to_string(), error);
    let certificates = config.tls.as_ref().map(Certificates::load).transpose()?.map(Arc::new);
    let listener = TcpListener::bind(config.listen).await.map_err(failed(config.listen))?;
    let metrics = Metrics::new(app.db.clock().now().millis()).map_err(StartError::from)?;
    let metrics = Arc::new(metrics);
    let _figures = match config.metrics_listen {
        None => None,
        Some(address) => Some(metrics::listen(address, app.clone(), metrics.clone()).await.map_err(failed(address))?),
    };
    // Signals are heard before anybody is told that we are there: one that comes earlier would simply end us.
    let signals = |error| StartError::Io("signals".to_owned(), error);
    let told_to_stop = told_to_stop().map_err(signals)?;
    let hangups = unix::signal(SignalKind::hangup()).map_err(signals)?;
    // Told to stop by a word, or by the end of who could say it.
    let (stop_worker, mut stopped) = watch::channel(false);
    let worker = config.worker.then(|| schedules::worker(&app)).transpose()?.map(|worker| {
        tokio::spawn(worker.run(async move {
            let _ = stopped.wait_for(|stopped| *stopped).await;
        }))
    });
    let _renewing = tokio::spawn(renew(hangups, app.site.clone(), certificates.clone()));
    say(&format!("Infitah answers at {}  ({} at {})", config.public_url, app.db.kind().name(), app.db.address()));
    if !config.demo {
        admin::begin(&config, &app.db).await?;
    }
    tell_systemd(NotifyState::Ready);

    let service = routes::router(app, metrics).into_make_service_with_connect_info::<SocketAddr>();
    let stop = async move {
        told_to_stop.await;
        tell_systemd(NotifyState::Stopping);
        stop_worker.send_replace(true);
    };
    let served = match certificates {
        // Small answers leave at once.
        None => {
            let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
            axum::serve(listener, service).with_graceful_shutdown(stop).await
        }
        Some(certificates) => {
            let listener = TlsListener::new(listener, certificates).map_err(failed(config.listen))?.tap_io(|_| {});
            axum::serve(listener, service).with_graceful_shutdown(stop).await
        }
    };
    served.map_err(failed(config.listen))?;
    if let Some(worker) = worker
        && worker.await.is_err()
    {
        tracing::error!("the worker fell over");
    }
    Ok(())
}

/// Says to systemd how far we are; where there is no systemd, nobody hears.
pub(super) fn tell_systemd(state: NotifyState<'_>) {
    if let Err(error) = sd_notify::notify(&[state]) {
        tracing::warn!(%error, "systemd could not be told");
    }
}

/// Renewed certificates are noticed within this time, without a signal too.
const LOOK_AGAIN: Duration = Duration::from_secs(60);

/// Reads anew what may change while the program runs: certificates by themselves, recordings at SIGHUP. SIGHUP never
/// ends the program.
async fn renew(mut hangups: Signal, site: Site, certificates: Option<Arc<Certificates>>) {
    loop {
        tokio::select! {
            _ = hangups.recv() => {
                site.recordings().look_again();
                site.cache().changed(FRAME);
            }
            () = tokio::time::sleep(LOOK_AGAIN) => {}
        }
        match certificates.as_ref().map(|certificates| certificates.renew()) {
            Some(Ok(true)) => tracing::warn!("the certificate was read anew"),
            Some(Err(error)) => tracing::error!(%error, "the old certificate stays in use"),
            Some(Ok(false)) | None => {}
        }
    }
}

/// Ends when somebody says SIGTERM or presses Ctrl-C. Both are heard from the call on.
pub(super) fn told_to_stop() -> std::io::Result<impl Future<Output = ()>> {
    let (mut terminate, mut interrupt) =
        (unix::signal(SignalKind::terminate())?, unix::signal(SignalKind::interrupt())?);
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}
