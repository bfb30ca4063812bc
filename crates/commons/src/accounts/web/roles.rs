//! A role is handed on to a colleague while its holder is away, and taken back.

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use infitah_base::{CivilDate, Lang, Text};
use infitah_kit::{
    Cache, Error, Head, Page, T, Visit,
    components::{ErrorSummary, TextField},
    extract::{Form, Path},
    form::FormState,
    urls,
};
use serde::Deserialize;
use uuid::Uuid;

use super::Signed;
use crate::{
    App, Permit,
    access::{Grant, Who},
    accounts::{
        HandOn, HandedOn, codes,
        queries::{self, Person},
        service,
    },
    failed,
    messages::Address,
};

#[derive(Template)]
#[template(path = "accounts/templates/roles.html")]
struct RolesPage {
    t: T,
    lang: Lang,
    grant: Uuid,
    role: &'static str,
    place: Option<Text>,
    handed: Vec<(HandedOn, CivilDate)>,
    form: FormState,
}

impl RolesPage {
    fn errors(&self) -> ErrorSummary<'_> {
        ErrorSummary { t: &self.t, errors: self.form.errors() }
    }

    fn address(&self) -> TextField<'_> {
        let (label, hint) = ("hand-on-to", "hand-on-to-hint");
        TextField { t: &self.t, form: &self.form, name: "address", label, hint, autocomplete: "off" }
    }

    fn action(&self) -> String {
        urls::my_role(&self.grant.to_string()).to(self.lang)
    }
}

impl Page for RolesPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        Head {
            title: t.m("hand-on-title").to_string(),
            url: urls::my_role(&self.grant.to_string()),
            crumbs: vec![(t.as_text("home-link"), urls::home()), (t.as_text("my-title"), urls::my())],
            unlisted: true,
            error: !self.form.is_good(),
            ..Head::default()
        }
    }
}

/// A role of theirs that they can hand on.
fn own<'w>(who: &'w Who, grant: &str) -> Result<&'w Grant, Error> {
    let id: Uuid = grant.parse().map_err(|_| Error::NotFound)?;
    let mut own = who.grants.iter().filter(|grant| grant.role.is_staff() && !grant.delegated);
    own.find(|grant| grant.id == id).ok_or(Error::NotFound)
}

async fn page(app: &App, visit: &Visit, grant: &Grant, form: FormState) -> Result<RolesPage, Error> {
    let zone = app.site.config().time_zone.as_str();
    let tx = app.db.read().await.map_err(failed)?;
    let handed = queries::handed_on(&tx, &[grant.id], app.db.clock().now()).await.map_err(failed)?;
    Ok(RolesPage {
        t: visit.t.clone(),
        lang: visit.lang,
        grant: grant.id,
        role: grant.role.key(),
        place: app.atlas().find(&grant.place).map(|place| place.names.clone()),
        handed: handed.into_iter().map(|one| (one.clone(), one.until.date_in(zone))).collect(),
        form,
    })
}

pub(super) async fn ask(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
    Path((_, grant)): Path<(String, String)>,
) -> Result<Response, Error> {
    let grant = own(&who, &grant)?;
    visit.page(async || page(&app, &visit, grant, FormState::default()).await).await
}

#[derive(Deserialize)]
pub(super) struct Handed {
    /// What is taken back.
    #[serde(default)]
    back: String,
    #[serde(default)]
    address: String,
    #[serde(default)]
    until: String,
}

pub(super) async fn hand_on(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
    Path((_, grant)): Path<(String, String)>,
    Form(handed): Form<Handed>,
) -> Result<Response, Error> {
    let grant = own(&who, &grant)?.clone();
    let here = urls::my_role(&grant.id.to_string()).to(visit.lang);
    let permit = Permit::<HandOn>::for_person(&who);
    if !handed.back.is_empty() {
        let back: Uuid = handed.back.parse().map_err(|_| Error::NotFound)?;
        let taking = app.db.write(move |tx| Box::pin(async move { service::take_back(tx, &permit, &who, back).await }));
        taking.await.map_err(failed)?;
        return Ok(Redirect::to(&here).into_response());
    }
    let mut form = FormState::default();
    form.keep("address", &handed.address).keep("until", &handed.until);
    let colleague = colleague(&app, &who, &handed.address).await?.map_err(|key| form.wrong("address", key, 0)).ok();
    let until = handed.until.trim().parse::<CivilDate>().ok().map(|day| day.ends_in(&app.site.config().time_zone));
    if until.is_none() {
        form.wrong("until", "hand-on-until-wrong", 0);
    }
    if let (Some(colleague), Some(until)) = (colleague, until) {
        let id = grant.id;
        let handing = app.db.write(move |tx| {
            Box::pin(async move { service::hand_on(tx, &permit, &who, id, colleague.id, until).await })
        });
        if handing.await.map_err(failed)?.is_some() {
            return Ok(Redirect::to(&here).into_response());
        }
        form.wrong("until", "hand-on-until-wrong", 0);
    }
    visit.refused(&page(&app, &visit, &grant, form).await?)
}

/// The colleague at an address, or the message that says why there is not one.
async fn colleague(app: &App, who: &Who, address: &str) -> Result<Result<Person, &'static str>, Error> {
    let Ok(address) = address.parse::<Address>() else { return Ok(Err("sign-in-no-address")) };
    let tx = app.db.read().await.map_err(failed)?;
    let found = queries::colleagues(&tx, &codes::canonical(&address), app.db.clock().now()).await.map_err(failed)?;
    let mut others = found.into_iter().filter(|one| one.id != who.account);
    Ok(match (others.next(), others.next()) {
        (Some(one), None) => Ok(one),
        (None, _) => Err("hand-on-nobody"),
        (Some(_), Some(_)) => Err("hand-on-several"),
    })
}
