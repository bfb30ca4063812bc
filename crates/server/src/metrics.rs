//! Figures for Prometheus, on a listener of their own: they are for the technician, not for everyone.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{
    Router,
    extract::State,
    http::header,
    response::{IntoResponse, Response},
    routing::get,
};
use infitah_commons::{
    App,
    jobs::{self, Counts},
};
use prometheus::{
    Counter, Encoder, Gauge, GaugeVec, HistogramOpts, HistogramVec, IntGauge, Opts, Registry, TextEncoder,
    core::Collector,
};
use tokio::{net::TcpListener, task::JoinHandle};

use crate::process;

/// Seconds: a kept page takes well under a millisecond, a large file some seconds, and at thirty a request is given up.
const BUCKETS: &[f64] = &[0.0005, 0.002, 0.01, 0.05, 0.2, 1.0, 5.0, 30.0];

/// How long the database may take to show that it is there.
const PATIENCE: Duration = Duration::from_secs(3);

/// The figures of one process.
pub struct Metrics {
    all: Registry,
    /// How long requests took, by route, method and class of status.
    requests: HistogramVec,
    /// Requests under way.
    pub(crate) in_flight: IntGauge,
    pulled: Mutex<Pulled>,
}

/// Figures that others count: copied when somebody asks.
struct Pulled {
    cache_hits: Counter,
    cache_misses: Counter,
    statements: Counter,
    cpu: Counter,
    memory: Gauge,
    open: Gauge,
    may_open: Gauge,
    database_up: Gauge,
    /// By state.
    jobs: GaugeVec,
    oldest_job: Gauge,
}

impl Metrics {
    /// Of a process that started just now. A name that is there twice is an error of the program, told by its tests.
    pub fn new(started_at_millis: i64) -> Result<Self, prometheus::Error> {
        let all = Registry::new();
        let requests = keep(
            &all,
            HistogramVec::new(
                HistogramOpts::new("infitah_http_request_duration_seconds", "Time until the answer began")
                    .buckets(BUCKETS.to_vec()),
                &["route", "method", "status"],
            )?,
        )?;
        let in_flight = keep(&all, IntGauge::new("infitah_http_requests_in_flight", "Requests being answered now")?)?;
        let counter = |name: &str, help: &str| keep(&all, Counter::new(name, help)?);
        let gauge = |name: &str, help: &str| keep(&all, Gauge::new(name, help)?);
        let pulled = Pulled {
            cache_hits: counter("infitah_page_cache_hits_total", "Pages that were there")?,
            cache_misses: counter("infitah_page_cache_misses_total", "Pages that had to be made")?,
            statements: counter("infitah_database_statements_total", "Statements that views have run")?,
            cpu: counter("process_cpu_seconds_total", "Processor time used, user and system")?,
            memory: gauge("process_resident_memory_bytes", "Memory held")?,
            open: gauge("process_open_fds", "Open files and connections")?,
            may_open: gauge("process_max_fds", "Files and connections that may be open")?,
            database_up: gauge("infitah_database_up", "1 when the database answers")?,
            jobs: keep(
                &all,
                GaugeVec::new(Opts::new("infitah_jobs", "Jobs that wait, run or were given up"), &["state"])?,
            )?,
            oldest_job: gauge("infitah_jobs_oldest_waiting_seconds", "How long a job that could be done has waited")?,
        };
        gauge("process_start_time_seconds", "When the process started, in seconds since 1970")?
            .set(started_at_millis as f64 / 1000.0);
        let build =
            Opts::new("infitah_build_info", "The program that runs").const_label("version", env!("CARGO_PKG_VERSION"));
        keep(&all, Gauge::with_opts(build)?)?.set(1.0);
        Ok(Self { all, requests, in_flight, pulled: Mutex::new(pulled) })
    }

    /// Counts an answered request. `route` is a template, never an address: the number of series stays small.
    pub(crate) fn answered(&self, route: &str, method: &str, status: u16, took: Duration) {
        let class = match status {
            ..200 => "1xx",
            200..300 => "2xx",
            300..400 => "3xx",
            400..500 => "4xx",
            500.. => "5xx",
        };
        self.requests.with_label_values(&[route, method, class]).observe(took.as_secs_f64());
    }

    /// Everything, as Prometheus reads it (text format 0.0.4).
    pub async fn text(&self, app: &App) -> Result<String, prometheus::Error> {
        let up = tokio::time::timeout(PATIENCE, app.db.ping()).await.is_ok_and(|answer| answer.is_ok());
        let now = app.db.clock().now();
        let counts = tokio::time::timeout(PATIENCE, counts(app)).await.ok().flatten();
        let (hits, misses) = app.site.cache().hits_and_misses();
        let own = process::figures();
        {
            // Two who ask at once must not add the same difference twice.
            let pulled = self.pulled.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
            for (counter, now) in [
                (&pulled.cache_hits, hits as f64),
                (&pulled.cache_misses, misses as f64),
                (&pulled.statements, app.db.statements() as f64),
                (&pulled.cpu, own.cpu_seconds),
            ] {
                counter.inc_by((now - counter.get()).max(0.0));
            }
            pulled.memory.set(own.resident_bytes);
            pulled.open.set(own.open_files);
            pulled.may_open.set(own.open_files_limit);
            pulled.database_up.set(if up { 1.0 } else { 0.0 });
            if let Some(counts) = counts {
                for (state, count) in [
                    (jobs::State::Waiting, counts.waiting),
                    (jobs::State::Running, counts.running),
                    (jobs::State::Failed, counts.failed),
                ] {
                    pulled.jobs.with_label_values(&[state.code()]).set(count as f64);
                }
                let waited = counts.due_since.map_or(0, |since| now.millis() - since.millis());
                pulled.oldest_job.set(waited as f64 / 1000.0);
            }
        }
        let mut out = Vec::new();
        TextEncoder::new().encode(&self.all.gather(), &mut out)?;
        String::from_utf8(out).map_err(|error| prometheus::Error::Msg(error.to_string()))
    }
}

/// `None`: the database did not say.
async fn counts(app: &App) -> Option<Counts> {
    let tx = app.db.read().await.ok()?;
    jobs::counts(&tx, app.db.clock().now()).await.ok()
}

fn keep<C: Collector + Clone + 'static>(all: &Registry, collector: C) -> Result<C, prometheus::Error> {
    all.register(Box::new(collector.clone()))?;
    Ok(collector)
}

/// The listener of the figures; it ends with this.
pub struct Listening(JoinHandle<()>);

impl Drop for Listening {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Answers at `address`, until the handle is dropped.
pub async fn listen(address: SocketAddr, app: App, metrics: Arc<Metrics>) -> std::io::Result<Listening> {
    let listener = TcpListener::bind(address).await?;
    Ok(Listening(tokio::spawn(async move {
        if let Err(error) = axum::serve(listener, router(app, metrics)).await {
            tracing::error!(%error, "the listener of the figures ended");
        }
    })))
}

/// What the second listener answers.
pub fn router(app: App, metrics: Arc<Metrics>) -> Router {
    Router::new().route("/metrics", get(show)).with_state((app, metrics))
}

async fn show(State((app, metrics)): State<(App, Arc<Metrics>)>) -> Response {
    match metrics.text(&app).await {
        Ok(text) => ([(header::CONTENT_TYPE, prometheus::TEXT_FORMAT)], text).into_response(),
        Err(error) => {
            tracing::error!(%error, "the figures could not be written");
            axum::http::StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
