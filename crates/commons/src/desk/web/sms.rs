//! The SMS that people wrote for somebody to read. That it was read is what their senders are told when they ask.

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use infitah_base::{Lang, Timestamp};
use infitah_kit::{Cache, Error, Head, Page, T, Visit, extract::Form, urls};
use serde::Deserialize;
use uuid::Uuid;

use super::Desk;
use crate::{
    App,
    access::{Action, Deed},
    accounts::{Door, Signed},
    failed,
    messages::{self, Arrived, ReadSms},
};

/// SMS that are shown of those that were read, and of those that were not.
const SHOWN: u64 = 100;

impl Action for ReadSms {
    const DEED: Deed = Deed::ReadRemarks;
}

#[derive(Template)]
#[template(path = "desk/templates/sms.html")]
struct SmsPage {
    t: T,
    lang: Lang,
    desk: Desk,
    zone: String,
    arrived: Vec<Arrived>,
}

impl SmsPage {
    fn at(&self, at: &Timestamp) -> String {
        format!("{} {}", self.t.date(at.date_in(&self.zone)), at.time_in(&self.zone))
    }
}

impl Page for SmsPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, _: &T) -> Head {
        self.desk.page("desk-sms", urls::desk_sms())
    }
}

pub(super) async fn show(State(app): State<App>, visit: Visit, Signed(who): Signed) -> Result<Response, Error> {
    let desk = Desk::at(&app, &visit, who, "sms")?;
    visit
        .page(async || {
            let tx = app.db.read().await.map_err(failed)?;
            Ok(SmsPage {
                t: visit.t.clone(),
                lang: visit.lang,
                desk,
                zone: app.site.config().time_zone.clone(),
                arrived: messages::arrived(&tx, SHOWN).await.map_err(failed)?,
            })
        })
        .await
}

#[derive(Deserialize)]
pub(super) struct Read {
    #[serde(default)]
    read: String,
}

pub(super) async fn mark(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
    Form(read): Form<Read>,
) -> Result<Response, Error> {
    let here = urls::desk_sms().to(visit.lang);
    let permit = app.permit::<ReadSms>(&who, &app.site.config().region, &here)?;
    let id: Uuid = read.read.parse().map_err(|_| Error::NotFound)?;
    // A colleague may have been quicker: then nothing is left to do.
    let marking = app.db.write(move |tx| Box::pin(async move { messages::mark_read(tx, &permit, id).await }));
    marking.await.map_err(failed)?;
    Ok(Redirect::to(&here).into_response())
}
