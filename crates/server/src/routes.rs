//! Every route of the program, and the layers that every request passes.

use std::{sync::Arc, time::Duration};

use axum::{
    Router,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    middleware,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use infitah_base::Lang;
use infitah_commons::App;
use infitah_kit::{assets, error, security, urls};
use infitah_transparency::budget;
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::{
        CompressionLayer,
        predicate::{DefaultPredicate, NotForContentType, Predicate},
    },
    csrf::CsrfLayer,
    limit::RequestBodyLimitLayer,
    services::ServeDir,
    timeout::TimeoutLayer,
};

use crate::{
    data, gallery, health, home, keys,
    metrics::Metrics,
    watch::{self, Watch},
};

/// A posted body may have this many bytes.
const BODY_LIMIT: usize = 1024 * 1024;

/// A request that takes longer is given up: one slow telephone must not hold a place for ever.
const PATIENCE: Duration = Duration::from_secs(30);

/// The whole site; its requests are counted in `metrics`.
pub fn router(app: App, metrics: Arc<Metrics>) -> Router {
    let mut router = Router::new()
        .route("/", get(front_door))
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/readyz", get(ready))
        .route("/robots.txt", get(robots))
        .route("/favicon.ico", get(|| async { Redirect::permanent(&assets::url("mark.svg")) }))
        .route("/assets/{name}", get(assets::serve))
        .nest_service("/recordings", ServeDir::new(app.site.recordings().directory()))
        .nest_service("/files/budget", ServeDir::new(budget::signed_folder(&app.site.config().data)))
        .merge(home::routes())
        .merge(infitah_commons::places::routes())
        .merge(infitah_commons::links::routes())
        .merge(infitah_commons::accounts::routes())
        .merge(infitah_commons::desk::routes())
        .merge(infitah_commons::messages::routes())
        .merge(infitah_commons::settings::routes())
        .merge(infitah_commons::notices::routes())
        .merge(infitah_commons::words::routes())
        .merge(infitah_transparency::projects::routes())
        .merge(budget::routes())
        .merge(data::routes())
        .merge(keys::routes())
        .merge(health::routes())
        .merge(for_programs());
    if app.site.config().demo {
        router = router.merge(gallery::routes()).merge(infitah_commons::messages::outbox_routes());
        router = router.merge(infitah_commons::accounts::demo_routes());
    }
    let site = app.site.clone();
    let watch = Watch::new(site.clone(), metrics);
    let forwarder = app.clone();
    router
        .with_state(app)
        .layer(RequestBodyLimitLayer::new(BODY_LIMIT))
        .layer(CsrfLayer::new())
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, PATIENCE))
        .layer(CatchPanicLayer::custom(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response()))
        .layer(middleware::from_fn(security::refuse_nul))
        .layer(middleware::from_fn_with_state(forwarder, infitah_commons::moved::forward))
        .layer(middleware::from_fn_with_state(site.clone(), error::explain))
        .layer(middleware::from_fn_with_state(site, security::headers))
        .layer(middleware::from_fn_with_state(watch, watch::watch))
}

/// Data: compressed on its way, but for spreadsheets, which are compressed already.
fn for_programs() -> Router<App> {
    let worth_it = DefaultPredicate::new().and(NotForContentType::const_new(SPREADSHEET));
    Router::new()
        .merge(infitah_commons::places::api_routes())
        .merge(infitah_transparency::projects::api_routes())
        .merge(infitah_transparency::budget::api_routes())
        .merge(data::api_routes())
        .layer(CompressionLayer::new().compress_when(worth_it))
}

/// Media types of spreadsheets begin so.
const SPREADSHEET: &str = "application/vnd.openxmlformats";

/// `/` chooses the language that the browser asks for, Arabic first.
async fn front_door(State(app): State<App>, headers: HeaderMap) -> Response {
    let wanted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let lang = Lang::negotiate(wanted, &app.site.config().languages);
    ([(header::VARY, "Accept-Language")], Redirect::to(&urls::home().to(lang))).into_response()
}

/// Ready when the database answers.
async fn ready(State(app): State<App>) -> Response {
    match app.db.ping().await {
        Ok(()) => "ready\n".into_response(),
        Err(error) => {
            tracing::error!(%error, "the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response()
        }
    }
}

/// Everything may be found; searches are endless and left out.
async fn robots() -> &'static str {
    "User-agent: *\nDisallow: /*/search\n"
}
