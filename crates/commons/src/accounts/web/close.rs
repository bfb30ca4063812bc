//! Somebody closes their own account: first what goes and what stays is said, then it is proved that it is them.

use askama::Template;
use axum::{
    extract::State,
    http::{HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
};
use infitah_base::Lang;
use infitah_kit::{
    Cache, Error, Head, Page, T, Visit,
    components::{Choices, ErrorSummary, Notice, NoticeKind},
    extract::Form,
    form::FormState,
    urls,
};
use serde::Deserialize;

use super::{
    Signed,
    cookies::{self, Kept},
};
use crate::{
    App, Permit,
    access::Who,
    accounts::{
        closing::{self, Closing},
        factors,
        service::{self, EndSession},
    },
    failed,
};

#[derive(Template)]
#[template(path = "accounts/templates/close.html")]
struct ClosePage {
    t: T,
    lang: Lang,
    /// Whether they have proved who they are; else they sign in once more.
    proved: bool,
    /// Whether nobody else administers.
    last: bool,
    form: FormState,
}

impl ClosePage {
    fn errors(&self) -> ErrorSummary<'_> {
        ErrorSummary { t: &self.t, errors: self.form.errors() }
    }

    fn sure(&self) -> Choices<'_> {
        let choices = vec![("yes", "close-yes"), ("no", "close-no")];
        Choices { t: &self.t, form: &self.form, name: "sure", legend: "close-sure", choices }
    }

    fn warning(&self) -> Notice<'static> {
        Notice { kind: NoticeKind::Warning, strong: self.t.m("close-last").to_string(), text: "" }
    }
}

impl Page for ClosePage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        Head {
            title: t.m("close-title").to_string(),
            url: urls::my_close(),
            crumbs: vec![(t.as_text("home-link"), urls::home()), (t.as_text("my-title"), urls::my())],
            unlisted: true,
            error: !self.form.is_good(),
            ..Head::default()
        }
    }
}

#[derive(Template)]
#[template(path = "accounts/templates/closed.html")]
struct ClosedPage {
    t: T,
}

impl Page for ClosedPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        Head {
            title: t.m("closed-title").to_string(),
            url: urls::my_close(),
            crumbs: vec![(t.as_text("home-link"), urls::home())],
            unlisted: true,
            nowhere: true,
            ..Head::default()
        }
    }
}

/// The page; who can prove themselves by more than a code does that first.
async fn page(app: &App, visit: &Visit, who: &Who, form: FormState) -> Result<ClosePage, Error> {
    let (tx, now) = (app.db.read().await.map_err(failed)?, app.db.clock().now());
    let proved = factors::is_proved(&tx, who, now).await.map_err(failed)?;
    if !proved && !factors::proofs(&tx, who.account).await.map_err(failed)?.factors.is_empty() {
        let here = urls::my_close().to(visit.lang);
        return Err(Error::Elsewhere(urls::my_prove().with("next", here).to(visit.lang)));
    }
    let last = closing::is_last_administrator(&tx, who, now).await.map_err(failed)?;
    Ok(ClosePage { t: visit.t.clone(), lang: visit.lang, proved, last, form })
}

pub(super) async fn ask(State(app): State<App>, visit: Visit, Signed(who): Signed) -> Result<Response, Error> {
    visit.page(async || page(&app, &visit, &who, FormState::default()).await).await
}

#[derive(Deserialize)]
pub(super) struct Sure {
    #[serde(default)]
    sure: String,
    /// They sign in once more, to prove who they are.
    #[serde(default)]
    again: String,
}

pub(super) async fn close(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
    Form(wish): Form<Sure>,
) -> Result<Response, Error> {
    if !wish.again.is_empty() {
        return sign_in_again(&app, &visit, who).await;
    }
    match wish.sure.as_str() {
        "yes" => {}
        "no" => return Ok(Redirect::to(&urls::my().to(visit.lang)).into_response()),
        _ => {
            let mut form = FormState::default();
            form.wrong("sure", "say-choose", 0);
            return visit.refused(&page(&app, &visit, &who, form).await?);
        }
    }
    let (site, person) = (app.site.clone(), who.clone());
    let closing = app.db.write(move |tx| Box::pin(async move { closing::close_own(tx, &site, &person).await }));
    match closing.await.map_err(failed)? {
        Closing::ProveFirst => Ok(Redirect::to(&urls::my_close().to(visit.lang)).into_response()),
        Closing::LastAdministrator => visit.refused(&page(&app, &visit, &who, FormState::default()).await?),
        Closing::Done => {
            let mut closed = visit.page(async || Ok(ClosedPage { t: visit.t.clone() })).await?;
            let headers = closed.headers_mut();
            headers.append(header::SET_COOKIE, cookies::forget(app.site.config(), Kept::Session)?);
            headers.append("clear-site-data", HeaderValue::from_static("\"cache\""));
            Ok(closed)
        }
    }
}

/// Signs this device out, and leads back here after signing in.
async fn sign_in_again(app: &App, visit: &Visit, who: Who) -> Result<Response, Error> {
    let permit = Permit::<EndSession>::for_person(&who);
    let ending =
        app.db.write(move |tx| Box::pin(async move { service::end(tx, &permit, who.account, who.session).await }));
    ending.await.map_err(failed)?;
    let on = urls::sign_in().with("next", urls::my_close().to(visit.lang)).to(visit.lang);
    let cookie = cookies::forget(app.site.config(), Kept::Session)?;
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to(&on)).into_response())
}
