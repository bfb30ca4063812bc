//! The way back in for who has lost all: a code that the operator of the machine gives.

use askama::Template;
use axum::{
    extract::State,
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect, Response},
};
use infitah_base::Lang;
use infitah_kit::{
    Cache, Error, Head, Page, T, Visit,
    components::{ErrorSummary, TextField},
    extract::Form,
    form::FormState,
    urls,
};
use serde::Deserialize;

use super::field;
use crate::{
    App, Permit,
    access::Strength,
    accounts::{
        self, BeginSession, Token,
        factors::{model::Typed, queries, rules, service},
        telling::warn,
        web::{
            cookies::{self, Kept},
            device,
        },
    },
    failed,
};

#[derive(Template)]
#[template(path = "accounts/factors/templates/recover.html")]
struct RecoverPage {
    t: T,
    lang: Lang,
    form: FormState,
}

impl RecoverPage {
    fn errors(&self) -> ErrorSummary<'_> {
        ErrorSummary { t: &self.t, errors: self.form.errors() }
    }

    fn code(&self) -> TextField<'_> {
        field(&self.t, &self.form, "code", "recover-code", "prove-kept-hint", "off")
    }
}

impl Page for RecoverPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        Head {
            title: t.m("recover-title").to_string(),
            url: urls::recover(),
            crumbs: vec![(t.as_text("home-link"), urls::home())],
            unlisted: true,
            error: !self.form.is_good(),
            ..Head::default()
        }
    }
}

pub(super) async fn ask(visit: Visit) -> Result<Response, Error> {
    visit.page(async || Ok(RecoverPage { t: visit.t.clone(), lang: visit.lang, form: FormState::default() })).await
}

#[derive(Deserialize)]
pub(super) struct Entered {
    #[serde(default)]
    code: String,
}

pub(super) async fn enter(
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    Form(entered): Form<Entered>,
) -> Result<Response, Error> {
    let token = match rules::typed(&entered.code) {
        Some(Typed::Kept(code)) => {
            let (now, device) = (app.db.clock().now(), device(&headers));
            let found = queries::operator_codes(&app.db.read().await.map_err(failed)?, &code, now).await;
            let found = found.map_err(failed)?;
            // What has the name of a code and another secret counts against its owner's five tries.
            let named = found.first().map(|candidate| candidate.account);
            let code = super::slowly(move || service::matching(found, &code)).await?;
            let site = app.site.clone();
            let entering = app.db.write(move |tx| {
                Box::pin(async move {
                    let Some(code) = code else {
                        if let Some(account) = named {
                            service::miss_operator_code(tx, account).await?;
                        }
                        return Ok(None);
                    };
                    let Some(account) = service::recover(tx, &code).await? else { return Ok(None) };
                    let (token, permit) = (Token::new(tx.chance()), Permit::<BeginSession>::for_anybody("recover"));
                    accounts::begin(tx, &permit, &token, account, Strength::Totp, &device).await?;
                    warn(tx, &site, account, "security-recovered").await?;
                    Ok(Some(token))
                })
            });
            entering.await.map_err(failed)?
        }
        _ => None,
    };
    let Some(token) = token else {
        let mut form = FormState::default();
        form.wrong("code", "recover-wrong", 0);
        return visit.refused(&RecoverPage { t: visit.t.clone(), lang: visit.lang, form });
    };
    let cookie = cookies::keep(app.site.config(), Kept::Session, &token)?;
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to(&urls::my_proofs().to(visit.lang))).into_response())
}
