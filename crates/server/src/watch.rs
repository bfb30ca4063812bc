//! Every request passes here: who asks is found out, the time is taken, and the log gets its line where it is wanted.

use std::{net::SocketAddr, sync::Arc, time::Instant};

use axum::{
    extract::{ConnectInfo, MatchedPath, Request, State},
    http::Method,
    middleware::Next,
    response::Response,
};
use infitah_kit::{Client, Site};
use prometheus::IntGauge;

use crate::metrics::Metrics;

/// The part of the log that holds a line for each request.
pub const ACCESS: &str = "infitah::access";

/// What the watch needs. Cheap to clone.
#[derive(Clone)]
pub struct Watch {
    site: Site,
    metrics: Arc<Metrics>,
}

impl Watch {
    /// Counts into `metrics`.
    pub fn new(site: Site, metrics: Arc<Metrics>) -> Self {
        Self { site, metrics }
    }
}

/// A request under way; one that is given up counts no longer.
struct UnderWay(IntGauge);

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.0.dec();
    }
}

/// Middleware, the outermost.
pub async fn watch(State(watch): State<Watch>, mut request: Request, next: Next) -> Response {
    let config = watch.site.config();
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(address)| address.ip());
    let client = Client::of(peer, config.tls.is_some(), request.headers(), &config.trusted_proxies);
    request.extensions_mut().insert(client);
    let route = Route::of(&request);
    let (method, path) = (request.method().clone(), config.access_log.then(|| request.uri().path().to_owned()));

    watch.metrics.in_flight.inc();
    let under_way = UnderWay(watch.metrics.in_flight.clone());
    let begun = Instant::now();
    let response = next.run(request).await;
    let (took, status) = (begun.elapsed(), response.status().as_u16());
    drop(under_way);

    watch.metrics.answered(route.label(), known(&method), status, took);
    if let Some(path) = path {
        tracing::info!(
            target: ACCESS,
            %method,
            path,
            status,
            ms = took.as_millis() as u64,
            from = %client.shortened(),
            https = client.https,
        );
    }
    response
}

/// Folders of files.
const FOLDERS: &[&str] = &["/recordings", "/files/budget"];

fn is_below(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

/// Where a request was led, as few different labels.
enum Route {
    /// A route, by its template (`/{lang}/projects`).
    Template(MatchedPath),
    /// A folder of files, for which axum names no template, or nowhere.
    Other(&'static str),
}

impl Route {
    fn of(request: &Request) -> Self {
        match request.extensions().get::<MatchedPath>() {
            Some(path) => Self::Template(path.clone()),
            None => {
                Self::Other(FOLDERS.iter().find(|folder| is_below(request.uri().path(), folder)).unwrap_or(&"none"))
            }
        }
    }

    fn label(&self) -> &str {
        match self {
            Self::Template(path) => path.as_str(),
            Self::Other(name) => name,
        }
    }
}

/// Anybody may invent a method; the figures know these.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        _ => "other",
    }
}
