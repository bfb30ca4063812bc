//! What the program does by itself, and what was given up of it.

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use infitah_base::Lang;
use infitah_kit::{
    Cache, Error, Head, Page, T, Visit,
    extract::{Form, Query},
    urls,
};
use serde::Deserialize;

use super::Desk;
use crate::{
    App,
    access::{Action, Deed},
    accounts::{Door, Signed},
    failed,
    jobs::{self, Counts, Job, JobError, JobId, KeepJobs, State as Stands},
};

/// Jobs that are not done and are shown.
const SHOWN: u64 = 200;

impl Action for KeepJobs {
    const DEED: Deed = Deed::MoveJobs;
}

#[derive(Template)]
#[template(path = "desk/templates/jobs.html")]
struct JobsPage {
    t: T,
    lang: Lang,
    desk: Desk,
    zone: String,
    counts: Counts,
    failed: Vec<Job>,
    open: Vec<Job>,
    done: Vec<Job>,
    /// Whether who looks may have one done again.
    moves: bool,
    /// Whether what was asked for could not be done, since the job is not as it was.
    refused: bool,
}

impl JobsPage {
    fn groups(&self) -> [(&'static str, &[Job]); 3] {
        [("jobs-title-failed", &self.failed), ("jobs-title-open", &self.open), ("jobs-title-done", &self.done)]
    }

    fn at(&self, job: &Job) -> String {
        let at = job.ended_at.unwrap_or(job.run_at);
        format!("{} {}", self.t.date(at.date_in(&self.zone)), at.time_in(&self.zone))
    }

    fn is_open(&self, job: &Job) -> bool {
        matches!(job.state, Stands::Waiting | Stands::Failed)
    }
}

impl Page for JobsPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, _: &T) -> Head {
        self.desk.page("desk-jobs", urls::desk_jobs())
    }
}

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    refused: String,
}

pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let region = app.site.config().region.clone();
    app.may_see(&who, Deed::SeeWorkings, &region, &visit.address)?;
    let moves = app.may_see(&who, Deed::MoveJobs, &region, &visit.address).is_ok();
    let desk = Desk::at(&app, &visit, who, "jobs")?;
    visit
        .page(async || {
            let tx = app.db.read().await.map_err(failed)?;
            let open = jobs::open(&tx, SHOWN).await.map_err(failed)?;
            let (given_up, open) = open.into_iter().partition(|job| job.state == Stands::Failed);
            Ok(JobsPage {
                t: visit.t.clone(),
                lang: visit.lang,
                desk,
                zone: app.site.config().time_zone.clone(),
                counts: jobs::counts(&tx, app.db.clock().now()).await.map_err(failed)?,
                failed: given_up,
                open,
                done: jobs::list(&tx, &[Stands::Done]).await.map_err(failed)?,
                moves,
                refused: !asked.refused.is_empty(),
            })
        })
        .await
}

#[derive(Deserialize)]
pub(super) struct Change {
    #[serde(default)]
    job: String,
    #[serde(default, rename = "do")]
    what: String,
}

pub(super) async fn change(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
    Form(change): Form<Change>,
) -> Result<Response, Error> {
    let permit = app.permit::<KeepJobs>(&who, &app.site.config().region, &urls::desk_jobs().to(visit.lang))?;
    let id: JobId = change.job.parse().map_err(|_| Error::NotFound)?;
    let again = match change.what.as_str() {
        "again" => true,
        "forget" => false,
        _ => return Err(Error::Bad("error-bad-request")),
    };
    let moving: Result<Job, JobError> = app
        .db
        .write(move |tx| {
            Box::pin(async move {
                if again { jobs::again(tx, &permit, id).await } else { jobs::forget(tx, &permit, id).await }
            })
        })
        .await;
    let on = match moving {
        Ok(_) => urls::desk_jobs(),
        Err(JobError::Store(error)) => return Err(failed(error)),
        Err(_) => urls::desk_jobs().with("refused", "yes"),
    };
    Ok(Redirect::to(&on.to(visit.lang)).into_response())
}
