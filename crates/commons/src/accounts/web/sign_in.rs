//! Signing in by a code. Every step is a form: a program that opens the links of mails enters nothing.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::State,
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect, Response},
};
use infitah_base::{Lang, ids, number};
use infitah_kit::{
    Cache, Client, Error, Head, Page, T, Visit,
    components::{ErrorSummary, TextField},
    extract::{Form, Query},
    form::FormState,
    urls,
};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    SignedOrNot,
    cookies::{self, Kept},
    own_path,
};
use crate::{
    App, Permit,
    accounts::{
        NewAccount, Token,
        codes::{self, Answer, Chosen, Known},
    },
    failed,
    lately::Lately,
    messages::{self, Address, Body, Outgoing, Purpose},
    settings::key,
};

/// Codes that are asked for from one address in ten minutes: a whole workshop may be behind it.
const MOST: usize = 30;

/// Letters of a name, at most.
const NAME: usize = 80;

/// A name as it was typed into the field `name`; what is wrong with it is noted there.
pub fn name_in(form: &mut FormState, typed: &str) -> Option<String> {
    let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() || name.contains(char::is_control) {
        form.wrong("name", "sign-in-no-name", 0);
        None
    } else if name.chars().count() > NAME {
        form.wrong("name", "form-too-long", i64::try_from(NAME).unwrap_or_default());
        None
    } else {
        Some(name)
    }
}

/// From where codes were asked for.
pub type Asking = Lately<()>;

/// Where people want to go after it.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Next {
    #[serde(default)]
    next: String,
}

impl Next {
    /// The address, where it is one of ours.
    fn address(&self) -> &str {
        own_path(&self.next).unwrap_or_default()
    }

    fn or_my(&self, lang: Lang) -> String {
        own_path(&self.next).map_or_else(|| urls::my().to(lang), str::to_owned)
    }
}

fn head(t: &T, title: &str, url: urls::Url, form: &FormState) -> Head {
    Head {
        title: t.m(title).to_string(),
        url,
        crumbs: vec![(t.as_text("home-link"), urls::home())],
        unlisted: true,
        error: !form.is_good(),
        ..Head::default()
    }
}

#[derive(Template)]
#[template(path = "accounts/templates/sign-in.html")]
struct AskPage {
    t: T,
    lang: Lang,
    next: Next,
    form: FormState,
}

impl AskPage {
    fn errors(&self) -> ErrorSummary<'_> {
        ErrorSummary { t: &self.t, errors: self.form.errors() }
    }

    fn address(&self) -> TextField<'_> {
        let (label, hint) = ("sign-in-address", "sign-in-address-hint");
        TextField { t: &self.t, form: &self.form, name: "address", label, hint, autocomplete: "username" }
    }

    fn action(&self) -> String {
        urls::sign_in().with("next", self.next.address()).to(self.lang)
    }
}

impl Page for AskPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        head(t, "sign-in-title", urls::sign_in().with("next", self.next.address()), &self.form)
    }
}

pub(super) async fn ask(
    visit: Visit,
    SignedOrNot(who): SignedOrNot,
    Query(next): Query<Next>,
) -> Result<Response, Error> {
    if who.is_some() {
        return Ok(Redirect::to(&next.or_my(visit.lang)).into_response());
    }
    let (t, lang, form) = (visit.t.clone(), visit.lang, FormState::default());
    visit.page(async || Ok(AskPage { t, lang, next, form })).await
}

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    address: String,
}

pub(super) async fn send(
    State(app): State<App>,
    visit: Visit,
    client: Client,
    Query(next): Query<Next>,
    Form(asked): Form<Asked>,
) -> Result<Response, Error> {
    match send_code(&app, &visit, client, &asked.address).await? {
        Ok(browser) => {
            let on = urls::sign_in_code().with("next", next.address()).to(visit.lang);
            let cookie = cookies::keep(app.site.config(), Kept::Asked, &browser)?;
            Ok(([(header::SET_COOKIE, cookie)], Redirect::to(&on)).into_response())
        }
        Err(key) => {
            let mut form = FormState::default();
            form.keep("address", &asked.address).wrong("address", key, 0);
            again(&visit, next, form)
        }
    }
}

/// Sends a code to an address, and gives what the browser keeps that asked; else what is wrong, as a message.
pub(super) async fn send_code(
    app: &App,
    visit: &Visit,
    client: Client,
    address: &str,
) -> Result<Result<Token, &'static str>, Error> {
    let Ok(to) = address.parse::<Address>() else { return Ok(Err("sign-in-no-address")) };
    let config = app.site.config();
    let leaves = match &to {
        Address::Mail(_) => config.smtp_url.is_some(),
        Address::Phone(_) => config.messages.sms.is_some(),
    };
    let off = matches!(to, Address::Phone(_)) && !app.settings().has(key::SMS);
    if off || (!leaves && !config.demo) {
        return Ok(Err("sign-in-no-way"));
    }
    let pass = |lately: &[_]| (lately.len() < MOST, lately.len() < MOST);
    if app.held::<Arc<Asking>>()?.pass(app.db.clock().now(), client, (), pass) != Some(true) {
        return Ok(Err("sign-in-later"));
    }
    let (t, zone) = (visit.t.clone(), config.time_zone.clone());
    let sent = app.db.write(move |tx| {
        Box::pin(async move {
            let browser = Token::new(tx.chance());
            let code = match codes::ask(tx, &to, &browser).await? {
                Ok(code) => code,
                Err(too_many) => return Ok(Err(too_many)),
            };
            let minutes = codes::GOOD_FOR / 60_000;
            let text = t.m("sign-in-message").s("code", code).n("minutes", minutes).s("site", t.m("site-name").bare());
            let outgoing = Outgoing {
                id: ids::new_uuid(tx.at(), tx.chance()),
                to,
                purpose: Purpose::Code,
                lang: t.lang(),
                subject: t.m("sign-in-subject").bare().parse().map_err(unsaid)?,
                text: text.bare().parse::<Body>().map_err(unsaid)?,
            };
            messages::put(tx, &Permit::for_machine("sign-in"), &outgoing, &zone).await?;
            Ok(Ok(browser))
        })
    });
    Ok(sent.await.map_err(failed)?.map_err(|codes::TooMany| "sign-in-later"))
}

/// Our own words did not make a message.
fn unsaid(error: messages::NotAMessage) -> infitah_store::StoreError {
    infitah_store::StoreError::Unreadable(error.to_string())
}

fn again(visit: &Visit, next: Next, form: FormState) -> Result<Response, Error> {
    visit.refused(&AskPage { t: visit.t.clone(), lang: visit.lang, next, form })
}

#[derive(Template)]
#[template(path = "accounts/templates/code.html")]
struct CodePage {
    t: T,
    lang: Lang,
    next: Next,
    form: FormState,
    demo: bool,
}

impl CodePage {
    fn errors(&self) -> ErrorSummary<'_> {
        ErrorSummary { t: &self.t, errors: self.form.errors() }
    }

    fn code(&self) -> TextField<'_> {
        let (label, hint) = ("sign-in-code", "sign-in-code-hint");
        TextField { t: &self.t, form: &self.form, name: "code", label, hint, autocomplete: "one-time-code" }
    }

    fn action(&self) -> String {
        urls::sign_in_code().with("next", self.next.address()).to(self.lang)
    }

    fn anew(&self) -> String {
        urls::sign_in().with("next", self.next.address()).to(self.lang)
    }
}

impl Page for CodePage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        head(t, "sign-in-code-title", urls::sign_in_code().with("next", self.next.address()), &self.form)
    }
}

pub(super) async fn code(State(app): State<App>, visit: Visit, Query(next): Query<Next>) -> Result<Response, Error> {
    visit.page(async || Ok(code_page(&app, &visit, next, FormState::default()))).await
}

fn code_page(app: &App, visit: &Visit, next: Next, form: FormState) -> CodePage {
    CodePage { t: visit.t.clone(), lang: visit.lang, next, form, demo: app.site.config().demo }
}

#[derive(Deserialize)]
pub(super) struct Entered {
    #[serde(default)]
    code: String,
}

/// A code as people copy it: in either digits, with spaces.
pub(super) fn digits(typed: &str) -> String {
    number::latin_digits(typed).chars().filter(char::is_ascii_digit).collect()
}

pub(super) async fn enter(
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    Query(next): Query<Next>,
    Form(entered): Form<Entered>,
) -> Result<Response, Error> {
    let mut form = FormState::default();
    let code = digits(&entered.code);
    let answer = match cookies::brought(app.site.config(), &headers, Kept::Asked) {
        None => Answer::Over,
        Some(_) if code.len() != 6 => {
            form.keep("code", &entered.code).wrong("code", "sign-in-six", 0);
            return visit.refused(&code_page(&app, &visit, next, form));
        }
        Some(browser) => {
            let entering = app.db.write(move |tx| Box::pin(async move { codes::answer(tx, &browser, &code).await }));
            entering.await.map_err(failed)?
        }
    };
    match answer {
        Answer::Right(people) => match people.as_slice() {
            [one] if !one.waits => finish(&app, &visit, &headers, &next, Chosen::Known(one.account)).await,
            _ => {
                let on = urls::sign_in_who().with("next", next.address()).to(visit.lang);
                Ok(Redirect::to(&on).into_response())
            }
        },
        Answer::Wrong(left) => {
            form.wrong("code", "sign-in-wrong", left);
            visit.refused(&code_page(&app, &visit, next, form))
        }
        Answer::Over => {
            form.wrong("code", "sign-in-over", 0);
            visit.refused(&code_page(&app, &visit, next, form))
        }
    }
}

/// What stands for somebody new.
const NEW: &str = "new";

/// What stands for whose account was opened for them, and who has a code on paper.
const PAPER: &str = "paper";

#[derive(Template)]
#[template(path = "accounts/templates/who.html")]
struct WhoPage {
    t: T,
    lang: Lang,
    next: Next,
    people: Vec<Known>,
    /// Whether an account opens for somebody new.
    opens: bool,
    form: FormState,
}

impl WhoPage {
    fn errors(&self) -> ErrorSummary<'_> {
        ErrorSummary { t: &self.t, errors: self.form.errors() }
    }

    fn name(&self) -> TextField<'_> {
        let (label, hint) = ("sign-in-name", "sign-in-name-hint");
        TextField { t: &self.t, form: &self.form, name: "name", label, hint, autocomplete: "name" }
    }

    fn paper(&self) -> TextField<'_> {
        let (label, hint) = ("sign-in-paper", "sign-in-paper-hint");
        TextField { t: &self.t, form: &self.form, name: "paper", label, hint, autocomplete: "off" }
    }

    fn action(&self) -> String {
        urls::sign_in_who().with("next", self.next.address()).to(self.lang)
    }

    fn is_chosen(&self, value: &str) -> bool {
        self.form.value("who") == value
    }
}

impl Page for WhoPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        head(t, "sign-in-who-title", urls::sign_in_who().with("next", self.next.address()), &self.form)
    }
}

/// The people at the address that was proved in this browser; who proved none begins again.
async fn proved(app: &App, visit: &Visit, headers: &HeaderMap, next: &Next) -> Result<Vec<Known>, Error> {
    let begin = || Error::Elsewhere(urls::sign_in().with("next", next.address()).to(visit.lang));
    let browser = cookies::brought(app.site.config(), headers, Kept::Asked).ok_or_else(begin)?;
    let tx = app.db.read().await.map_err(failed)?;
    codes::proved(&tx, &browser, app.db.clock().now().millis()).await.map_err(failed)?.ok_or_else(begin)
}

fn who_page(app: &App, visit: &Visit, next: Next, people: Vec<Known>, form: FormState) -> WhoPage {
    let opens = app.settings().has(key::SIGN_UP);
    WhoPage { t: visit.t.clone(), lang: visit.lang, next, people, opens, form }
}

pub(super) async fn who(
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    Query(next): Query<Next>,
) -> Result<Response, Error> {
    let people = proved(&app, &visit, &headers, &next).await?;
    visit.page(async || Ok(who_page(&app, &visit, next, people, FormState::default()))).await
}

#[derive(Deserialize)]
pub(super) struct Choice {
    #[serde(default)]
    who: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    paper: String,
}

pub(super) async fn choose(
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    Query(next): Query<Next>,
    Form(choice): Form<Choice>,
) -> Result<Response, Error> {
    let people = proved(&app, &visit, &headers, &next).await?;
    let mut form = FormState::default();
    form.keep("who", &choice.who).keep("name", &choice.name).keep("paper", &choice.paper);
    let has_paper = !choice.paper.trim().is_empty() && (choice.who == PAPER || people.is_empty());
    let is_new = people.is_empty() || choice.who == NEW;
    let chosen = match choice.who.parse::<Uuid>() {
        _ if has_paper => Some(Chosen::OnPaper(choice.paper.clone())),
        _ if choice.who == PAPER => {
            form.wrong("paper", "sign-in-paper-wrong", 0);
            None
        }
        Ok(id) if !is_new => Some(Chosen::Known(id)),
        _ if !is_new => {
            form.wrong("who", "say-choose", 0);
            None
        }
        _ if !app.settings().has(key::SIGN_UP) => {
            form.wrong("name", "sign-in-closed", 0);
            None
        }
        _ => name_in(&mut form, &choice.name)
            .map(|name| Chosen::New(NewAccount { name, lang: visit.lang, place: None, opened_by: None })),
    };
    match chosen {
        Some(Chosen::OnPaper(code)) => match finish(&app, &visit, &headers, &next, Chosen::OnPaper(code)).await {
            // The code on the paper was not right; the one that was sent still is.
            Err(Error::Bad(_)) => {
                form.wrong("paper", "sign-in-paper-wrong", 0);
                visit.refused(&who_page(&app, &visit, next, people, form))
            }
            answer => answer,
        },
        Some(chosen) => finish(&app, &visit, &headers, &next, chosen).await,
        None => visit.refused(&who_page(&app, &visit, next, people, form)),
    }
}

async fn finish(app: &App, visit: &Visit, headers: &HeaderMap, next: &Next, chosen: Chosen) -> Result<Response, Error> {
    let config = app.site.config();
    let browser = cookies::brought(config, headers, Kept::Asked).ok_or(Error::Bad("sign-in-over"))?;
    let device = device(headers);
    let done = app.db.write(move |tx| Box::pin(async move { codes::finish(tx, &browser, chosen, &device).await }));
    let token = done.await.map_err(failed)?.ok_or(Error::Bad("sign-in-over"))?;
    let kept = cookies::keep(config, Kept::Session, &token)?;
    let mut response = Redirect::to(&next.or_my(visit.lang)).into_response();
    response.headers_mut().append(header::SET_COOKIE, kept);
    response.headers_mut().append(header::SET_COOKIE, cookies::forget(config, Kept::Asked)?);
    Ok(response)
}

/// What a device is called among others of one person: its browser and its system, as far as it tells them.
pub(in crate::accounts) fn device(headers: &HeaderMap) -> String {
    let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let known = |names: &[&'static str]| names.iter().copied().find(|name| agent.contains(*name));
    // The order matters: each of them also claims to be some that come after it.
    let browser = known(&["Firefox", "Edg", "OPR", "SamsungBrowser", "Chrome", "Safari"]);
    let system = known(&["Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux"]);
    [browser, system].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
