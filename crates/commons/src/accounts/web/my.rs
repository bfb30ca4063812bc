//! What is known here of whoever is signed in: their name, what they may do, the devices they are signed in on.

use askama::Template;
use axum::{
    extract::State,
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect, Response},
};
use infitah_base::{CivilDate, Lang, Text};
use infitah_kit::{Cache, Error, Head, Page, T, Visit, extract::Form, urls};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    Signed, SignedOrNot,
    cookies::{self, Kept},
};
use crate::{
    App, Permit,
    access::Who,
    accounts::{
        queries::{self, Device},
        service::{self, EndSession},
    },
    failed,
};

#[derive(Template)]
#[template(path = "accounts/templates/my.html")]
struct MyPage {
    t: T,
    lang: Lang,
    who: Who,
    devices: Vec<(Device, CivilDate, CivilDate)>,
    roles: Vec<Held>,
}

/// A role, where, and until when.
struct Held {
    id: Uuid,
    /// Whether it may be handed on.
    goes_on: bool,
    role: &'static str,
    place: Option<Text>,
    until: Option<CivilDate>,
}

impl MyPage {
    fn is_staff(&self) -> bool {
        self.who.grants.iter().any(|grant| grant.role.is_staff())
    }

    fn has_others(&self) -> bool {
        self.devices.len() > 1
    }
}

impl Page for MyPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        Head {
            title: t.m("my-title").to_string(),
            url: urls::my(),
            crumbs: vec![(t.as_text("home-link"), urls::home())],
            unlisted: true,
            ..Head::default()
        }
    }
}

pub(super) async fn show(State(app): State<App>, visit: Visit, Signed(who): Signed) -> Result<Response, Error> {
    visit
        .page(async || {
            let (now, atlas, zone) = (app.db.clock().now(), app.atlas(), app.site.config().time_zone.as_str());
            let tx = app.db.read().await.map_err(failed)?;
            let devices = queries::devices(&tx, &who, now).await.map_err(failed)?;
            let dated = devices.into_iter().map(|device| {
                let (since, seen) = (device.since.date_in(zone), device.seen.date_in(zone));
                (device, since, seen)
            });
            let roles = who.grants.iter().map(|grant| Held {
                id: grant.id,
                goes_on: grant.role.is_staff() && !grant.delegated,
                role: grant.role.key(),
                place: atlas.find(&grant.place).map(|place| place.names.clone()),
                until: grant.until.map(|until| until.date_in(zone)),
            });
            let (devices, roles) = (dated.collect(), roles.collect());
            Ok(MyPage { t: visit.t.clone(), lang: visit.lang, who, devices, roles })
        })
        .await
}

#[derive(Deserialize)]
pub(super) struct Ended {
    /// The session of the device; empty: all but this one.
    #[serde(default)]
    device: String,
}

pub(super) async fn end_devices(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
    Form(ended): Form<Ended>,
) -> Result<Response, Error> {
    let permit = Permit::<EndSession>::for_person(&who);
    let device = match ended.device.as_str() {
        "" => None,
        id => Some(id.parse::<Uuid>().map_err(|_| Error::NotFound)?),
    };
    let ending = app.db.write(move |tx| {
        Box::pin(async move {
            match device {
                // It may have been signed out a moment ago: then nothing is left to do.
                Some(device) => service::end(tx, &permit, who.account, device).await.map(|_| ()),
                None => service::end_others(tx, &permit, &who).await.map(|_| ()),
            }
        })
    });
    ending.await.map_err(failed)?;
    Ok(Redirect::to(&urls::my().to(visit.lang)).into_response())
}

pub(super) async fn sign_out(
    State(app): State<App>,
    visit: Visit,
    SignedOrNot(who): SignedOrNot,
) -> Result<Response, Error> {
    if let Some(who) = who {
        let permit = Permit::<EndSession>::for_person(&who);
        let ending =
            app.db.write(move |tx| Box::pin(async move { service::end(tx, &permit, who.account, who.session).await }));
        ending.await.map_err(failed)?;
    }
    let mut headers = HeaderMap::new();
    headers.append(header::SET_COOKIE, cookies::forget(app.site.config(), Kept::Session)?);
    // What the browser still holds of pages about this person goes too (ASVS 5.0, 14.3.1).
    headers.append("clear-site-data", axum::http::HeaderValue::from_static("\"cache\""));
    Ok((headers, Redirect::to(&urls::home().to(visit.lang))).into_response())
}
