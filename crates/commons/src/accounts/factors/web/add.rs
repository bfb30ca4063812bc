//! Adding an application that shows codes, or a passkey.

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use infitah_base::Lang;
use infitah_kit::{
    Cache, Error, Head, Page, T, Visit, assets,
    components::{ErrorSummary, TextField},
    extract::Form,
    form::FormState,
    urls,
};
use serde::Deserialize;

use super::{field, head, party, prove_first, told, warned};
use crate::{
    App, Permit,
    access::Who,
    accounts::{
        Signed,
        factors::{
            challenges::{self, Purpose},
            model::Outcome,
            passkeys::Asked,
            qr::Qr,
            queries,
            secrets::Shared,
            service::{self, KeepProofs},
        },
    },
    failed,
};

#[derive(Template)]
#[template(path = "accounts/factors/templates/totp.html")]
struct TotpPage {
    t: T,
    lang: Lang,
    groups: Vec<String>,
    link: String,
    qr: Option<Qr>,
    form: FormState,
}

impl TotpPage {
    fn errors(&self) -> ErrorSummary<'_> {
        ErrorSummary { t: &self.t, errors: self.form.errors() }
    }

    fn code(&self) -> TextField<'_> {
        field(&self.t, &self.form, "code", "totp-code", "prove-code-hint", "one-time-code")
    }

    fn label(&self) -> TextField<'_> {
        field(&self.t, &self.form, "label", "proofs-name", "proofs-name-hint", "off")
    }
}

impl Page for TotpPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        let parent = Some(("proofs-title", urls::my_proofs()));
        head(t, "totp-title", urls::my_proofs_totp(), parent, &self.form)
    }
}

pub(super) async fn begin_totp(State(app): State<App>, visit: Visit, Signed(who): Signed) -> Result<Response, Error> {
    let beginning = app.db.write(move |tx| Box::pin(async move { service::begin_totp(tx, &who).await }));
    match beginning.await.map_err(failed)? {
        Outcome::Done => Ok(Redirect::to(&urls::my_proofs_totp().to(visit.lang)).into_response()),
        _ => Err(prove_first(visit.lang)),
    }
}

/// The page of the application that is being added; who adds none is sent to where one is added.
async fn totp_page(app: &App, visit: &Visit, who: &Who, form: FormState) -> Result<TotpPage, Error> {
    let (tx, now) = (app.db.read().await.map_err(failed)?, app.db.clock().now());
    let kept = challenges::find(&tx, who.session, Purpose::NewTotp, now).await.map_err(failed)?;
    let kept = kept.ok_or_else(|| Error::Elsewhere(urls::my_proofs().to(visit.lang)))?;
    let shared = Shared::kept(&kept).map_err(failed)?;
    let link = shared.link(&visit.t.m("site-name").bare(), &who.name);
    let link = link.ok_or_else(|| Error::internal("the link of an application could not be made"))?;
    let (t, lang, groups, qr) = (visit.t.clone(), visit.lang, shared.groups(), Qr::of(&link));
    Ok(TotpPage { t, lang, groups, link, qr, form })
}

pub(super) async fn totp(State(app): State<App>, visit: Visit, Signed(who): Signed) -> Result<Response, Error> {
    visit.page(async || totp_page(&app, &visit, &who, FormState::default()).await).await
}

#[derive(Deserialize)]
pub(super) struct Confirmed {
    #[serde(default)]
    code: String,
    #[serde(default)]
    label: String,
}

pub(super) async fn confirm_totp(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
    Form(confirmed): Form<Confirmed>,
) -> Result<Response, Error> {
    let mut form = FormState::default();
    form.keep("label", &confirmed.label);
    let (person, site) = (who.clone(), app.site.clone());
    let adding = app.db.write(move |tx| {
        Box::pin(async move {
            let permit = Permit::<KeepProofs>::for_person(&person);
            let outcome = service::add_totp(tx, &permit, &person, &confirmed.code, &confirmed.label).await?;
            warned(tx, &site, person.account, outcome, "security-totp-added").await
        })
    });
    match adding.await.map_err(failed)? {
        Outcome::Done => Ok(Redirect::to(&urls::my_proofs().to(visit.lang)).into_response()),
        Outcome::ProveFirst => Err(prove_first(visit.lang)),
        outcome => {
            form.wrong("code", told(outcome), 0);
            visit.refused(&totp_page(&app, &visit, &who, form).await?)
        }
    }
}

#[derive(Template)]
#[template(path = "accounts/factors/templates/passkey.html")]
struct PasskeyPage {
    t: T,
    lang: Lang,
    options: String,
    script: String,
    form: FormState,
}

impl PasskeyPage {
    fn label(&self) -> TextField<'_> {
        field(&self.t, &self.form, "label", "proofs-name", "proofs-name-hint", "off")
    }
}

impl Page for PasskeyPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        let parent = Some(("proofs-title", urls::my_proofs()));
        head(t, "passkey-title", urls::my_proofs_passkey(), parent, &self.form)
    }
}

pub(super) async fn begin_passkey(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
) -> Result<Response, Error> {
    let party = party(&app, &visit).ok_or(Error::NotFound)?;
    let known = queries::passkeys(&app.db.read().await.map_err(failed)?, who.account).await.map_err(failed)?;
    let known: Vec<_> = known.into_iter().map(|(_, passkey)| passkey).collect();
    let asked = serde_json::to_string(&party.ask_new(&who, &known).map_err(failed)?).map_err(Error::internal)?;
    let beginning = app.db.write(move |tx| Box::pin(async move { service::begin_passkey(tx, &who, asked).await }));
    match beginning.await.map_err(failed)? {
        Outcome::Done => Ok(Redirect::to(&urls::my_proofs_passkey().to(visit.lang)).into_response()),
        _ => Err(prove_first(visit.lang)),
    }
}

pub(super) async fn passkey(State(app): State<App>, visit: Visit, Signed(who): Signed) -> Result<Response, Error> {
    let (tx, now) = (app.db.read().await.map_err(failed)?, app.db.clock().now());
    let asked = challenges::find(&tx, who.session, Purpose::NewPasskey, now).await.map_err(failed)?;
    let asked = asked.ok_or_else(|| Error::Elsewhere(urls::my_proofs().to(visit.lang)))?;
    let asked: Asked = serde_json::from_str(&asked).map_err(Error::internal)?;
    let (t, lang, options) = (visit.t.clone(), visit.lang, asked.options.to_string());
    let (script, form) = (assets::url("passkey.js"), FormState::default());
    visit.page(async || Ok(PasskeyPage { t, lang, options, script, form })).await
}

/// What the script of the page sends.
#[derive(Deserialize)]
pub(super) struct Made {
    #[serde(default)]
    answer: String,
    #[serde(default)]
    label: String,
}

pub(super) async fn confirm_passkey(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
    Form(made): Form<Made>,
) -> Result<Response, Error> {
    let party = party(&app, &visit).ok_or(Error::NotFound)?;
    let asked = super::taken(&app, who.session, Purpose::NewPasskey).await?.ok_or(Error::Bad("proofs-over"))?;
    let passkey = party.made(&asked, &made.answer).ok_or(Error::Bad("passkey-wrong"))?;
    let site = app.site.clone();
    let adding = app.db.write(move |tx| {
        Box::pin(async move {
            let permit = Permit::<KeepProofs>::for_person(&who);
            let outcome = service::add_passkey(tx, &permit, &who, &passkey, &made.label).await?;
            warned(tx, &site, who.account, outcome, "security-passkey-added").await
        })
    });
    match adding.await.map_err(failed)? {
        Outcome::Done => Ok(Redirect::to(&urls::my_proofs().to(visit.lang)).into_response()),
        Outcome::ProveFirst => Err(prove_first(visit.lang)),
        outcome => Err(Error::Bad(told(outcome))),
    }
}
