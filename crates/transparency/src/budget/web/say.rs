//! What people say about a budget's page, without an account.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::State,
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect, Response},
};
use infitah_base::Lang;
use infitah_commons::{
    App, Permit,
    remarks::{self, Gate, Pass, Remark},
    settings::key,
};
use infitah_kit::{
    Cache, Client, Error, Head, Page, T, Visit,
    components::{Notice, NoticeKind},
    extract::{Form, Path},
    form::FormState,
    urls,
};
use infitah_store::SubmitError;
use serde::Deserialize;

use super::year;

/// Letters of what is written, at most.
const LETTERS: usize = 1000;

/// What the form sends.
#[derive(Deserialize)]
pub(super) struct Said {
    #[serde(default)]
    understood: String,
    #[serde(default)]
    text: String,
}

impl Said {
    /// Whether all was understood, or what is wrong with the form.
    fn checked(&self, form: &mut FormState) -> Option<bool> {
        form.keep("understood", &self.understood).keep("text", &self.text);
        let understood = match self.understood.as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => {
                form.wrong("understood", "say-choose", 0);
                None
            }
        };
        if self.text.trim().chars().count() > LETTERS {
            form.wrong("text", "form-too-long", i64::try_from(LETTERS).unwrap_or_default());
        }
        understood.filter(|_| form.is_good())
    }
}

/// An instance that takes no remarks has no doors for them.
fn open(app: &App) -> Result<(), Error> {
    if app.settings().has(key::REMARKS) { Ok(()) } else { Err(Error::NotFound) }
}

pub(super) async fn send(
    State(app): State<App>,
    visit: Visit,
    Path((_, year)): Path<(String, i16)>,
    client: Client,
    headers: HeaderMap,
    Form(said): Form<Said>,
) -> Result<Response, Error> {
    open(&app)?;
    let mut form = FormState::default();
    let Some(understood) = said.checked(&mut form) else { return refused(&app, &visit, year, form).await };
    let (about, text) = (year::about(year), said.text.trim().to_owned());
    let remark = Remark { about, lang: visit.lang, understood, text };
    let browser = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let gate = app.held::<Arc<Gate>>()?;
    match gate.pass(app.site.clock().now(), client, browser, &remark) {
        Pass::Later => return refused(&app, &visit, year, later(form)).await,
        Pass::Again => {}
        Pass::New => {
            // A year that is not published has no page to speak about.
            year::exists(&app, year).await?;
            match remarks::make(&app.db, Permit::for_anybody("remark"), remark.clone()).await {
                Ok(Ok(())) => {}
                Ok(Err(remarks::TooMany)) | Err(SubmitError::Full) => {
                    gate.forget(client, &remark);
                    return refused(&app, &visit, year, later(form)).await;
                }
                Err(SubmitError::Failed(reason)) => {
                    gate.forget(client, &remark);
                    return Err(Error::internal(reason));
                }
            }
        }
    }
    // The answer to a form is another page: who reloads it sends nothing again.
    Ok(Redirect::to(&urls::budget_thanks(year).to(visit.lang)).into_response())
}

fn later(mut form: FormState) -> FormState {
    form.wrong("understood", "say-later", 0);
    form
}

/// The page again, with what was typed and what is wrong with it.
async fn refused(app: &App, visit: &Visit, year: i16, form: FormState) -> Result<Response, Error> {
    let asked = year::Asked::default();
    visit.refused(&year::make(app, visit, urls::budget_of(year), year, &asked, form).await?)
}

#[derive(Template)]
#[template(path = "budget/templates/thanks.html")]
struct ThanksPage {
    t: T,
    lang: Lang,
    year: i16,
}

impl ThanksPage {
    fn notice(&self) -> Notice<'static> {
        Notice { kind: NoticeKind::Good, strong: self.t.m("say-thanks").to_string(), text: "" }
    }
}

impl Page for ThanksPage {
    const CACHE: Cache = Cache::Until(&["budget"]);

    fn head(&self, t: &T) -> Head {
        Head {
            title: t.m("say-thanks-title").to_string(),
            url: urls::budget_thanks(self.year),
            section: "budget",
            crumbs: vec![
                (t.as_text("home-link"), urls::home()),
                (t.as_text("section-budget"), urls::budget()),
                (infitah_base::Text::one(self.lang, self.year.to_string()), urls::budget_of(self.year)),
            ],
            unlisted: true,
            ..Head::default()
        }
    }
}

pub(super) async fn thanks(
    State(app): State<App>,
    visit: Visit,
    Path((_, year)): Path<(String, i16)>,
) -> Result<Response, Error> {
    open(&app)?;
    visit
        .page(async || {
            year::exists(&app, year).await?;
            Ok(ThanksPage { t: visit.t.clone(), lang: visit.lang, year })
        })
        .await
}
