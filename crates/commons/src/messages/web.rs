//! The doors of messages: what gateways bring, the page that stops messages, what they cost, the outbox of a
//! demonstration.

mod hooks;

use askama::Template;
use axum::{Router, extract::State, response::Response, routing::get};
use infitah_base::{CivilDate, Lang, Money};
use infitah_kit::{
    Cache, Error, Head, Page, Site, T, Visit,
    components::{Empty, Notice, NoticeKind},
    extract::{Form, Query},
    urls,
};
use serde::Deserialize;
use strum::IntoEnumIterator;
use uuid::Uuid;

use super::{
    carriers::{Carriers, Kept},
    model::{Address, Purpose},
    queries::{self, Month},
    service,
    signature::Keys,
};
use crate::{App, Permit, failed, settings::key};

/// The routes of messages.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/hooks/sms/report", get(hooks::report).post(hooks::report))
        .route("/hooks/sms/in", get(hooks::incoming).post(hooks::incoming))
        .route("/{lang}/stop", get(ask_to_stop).post(stop))
        .route("/{lang}/messages", get(costs))
}

/// The outbox: of a demonstration only, where nothing in it is anybody's.
pub fn outbox_routes() -> Router<App> {
    Router::new().route("/{lang}/outbox", get(outbox))
}

/// The page that stops what is sent to the receiver of a message.
pub(super) fn stop_link(lang: Lang, message: Uuid, keys: &Keys) -> String {
    urls::stop_messages(&message.to_string(), &keys.stop(message)).to(lang)
}

/// The same as it stands in the text of a mail; an instance without a secret has none.
pub fn stop_address(site: &Site, lang: Lang, message: Uuid) -> Option<String> {
    let keys = Keys::of(site.config().messages.secret.as_ref()?);
    Some(site.absolute(&stop_link(lang, message, &keys)))
}

/// Where the reports of a message are brought.
pub(super) fn report_link(message: Uuid, keys: &Keys) -> String {
    urls::sms_report().with("id", message.to_string()).with("key", keys.report(message)).bare()
}

/// What stands in the link of a message.
#[derive(Deserialize)]
struct Link {
    #[serde(default)]
    message: String,
    #[serde(default)]
    key: String,
}

impl Link {
    /// The message, if whoever asks has its link.
    fn proved(&self, app: &App) -> Result<Uuid, Error> {
        let keys = app.site.config().messages.secret.as_ref().map(Keys::of);
        let message: Uuid = self.message.parse().map_err(|_| Error::Bad("stop-wrong-link"))?;
        let proved = keys.is_some_and(|keys| keys.is_stop(message, Some(&self.key)));
        if proved { Ok(message) } else { Err(Error::Bad("stop-wrong-link")) }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Asked,
    Stopped,
    Again,
}

#[derive(Template)]
#[template(path = "messages/templates/stop.html")]
struct StopPage {
    t: T,
    lang: Lang,
    link: Link,
    step: Step,
}

impl StopPage {
    fn done(&self) -> Notice<'static> {
        let key = if self.step == Step::Stopped { "stop-done" } else { "stop-again-done" };
        Notice { kind: NoticeKind::Good, strong: self.t.m(key).to_string(), text: "" }
    }

    fn address(&self) -> String {
        urls::stop_messages(&self.link.message, &self.link.key).to(self.lang)
    }
}

impl Page for StopPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        Head {
            title: t.m("stop-title").to_string(),
            url: urls::stop_messages(&self.link.message, &self.link.key),
            crumbs: vec![(t.as_text("home-link"), urls::home())],
            unlisted: true,
            ..Head::default()
        }
    }
}

/// Asks first: programs that look at links in mails must stop nothing.
async fn ask_to_stop(State(app): State<App>, visit: Visit, Query(link): Query<Link>) -> Result<Response, Error> {
    link.proved(&app)?;
    visit.page(async || Ok(StopPage { t: visit.t.clone(), lang: visit.lang, link, step: Step::Asked })).await
}

/// What the form of the page sends; a mail program that stops by one click (RFC 8058) sends other words, which count as
/// none.
#[derive(Deserialize)]
struct Wish {
    #[serde(default)]
    again: String,
}

async fn stop(
    State(app): State<App>,
    visit: Visit,
    Query(link): Query<Link>,
    Form(wish): Form<Wish>,
) -> Result<Response, Error> {
    let message = link.proved(&app)?;
    let permit = Permit::for_anybody("stop-link");
    let again = !wish.again.is_empty();
    let known = if again {
        service::start_again(&app.db, &permit, message).await
    } else {
        service::stop(&app.db, &permit, message).await
    };
    if !known.map_err(failed)? {
        return Err(Error::Bad("stop-wrong-link"));
    }
    let step = if again { Step::Again } else { Step::Stopped };
    visit.page(async || Ok(StopPage { t: visit.t.clone(), lang: visit.lang, link, step })).await
}

/// Months that are shown.
const MONTHS: usize = 24;

#[derive(Template)]
#[template(path = "messages/templates/costs.html")]
struct CostsPage {
    t: T,
    months: Vec<Month>,
    price: Money,
    limit: Option<Money>,
    sends: bool,
}

impl CostsPage {
    fn day(&self, month: &Month) -> Option<CivilDate> {
        format!("{}-01", month.month).parse().ok()
    }

    fn purposes(&self) -> Vec<Purpose> {
        Purpose::iter().collect()
    }

    fn sent(&self, month: &Month, purpose: &Purpose) -> i64 {
        month.sent.get(purpose).copied().unwrap_or_default()
    }

    fn cost(&self, month: &Month) -> Money {
        Money::new(month.cost, self.price.currency)
    }

    fn nothing(&self) -> Empty<'static> {
        let text = if self.sends { "messages-none-yet" } else { "messages-none-sent" };
        let (title, text) = (self.t.m("messages-none").to_string(), self.t.m(text).to_string());
        Empty { icon: "i-mail", title, text, way: None }
    }
}

impl Page for CostsPage {
    const CACHE: Cache = Cache::Until(&[super::KIND]);

    fn head(&self, t: &T) -> Head {
        Head {
            title: t.m("messages-title").to_string(),
            description: t.m("messages-lede").to_string(),
            url: urls::messages(),
            crumbs: vec![(t.as_text("home-link"), urls::home())],
            ..Head::default()
        }
    }
}

async fn costs(State(app): State<App>, visit: Visit) -> Result<Response, Error> {
    if !app.settings().has(key::COSTS) {
        return Err(Error::NotFound);
    }
    visit
        .page(async || {
            let config = app.site.config();
            let tx = app.db.read().await.map_err(failed)?;
            Ok(CostsPage {
                t: visit.t.clone(),
                months: queries::months(&tx, MONTHS).await.map_err(failed)?,
                price: config.messages.price,
                limit: config.messages.limit,
                sends: config.demo || config.smtp_url.is_some() || config.messages.sms.is_some(),
            })
        })
        .await
}

#[derive(Template)]
#[template(path = "messages/templates/outbox.html")]
struct OutboxPage {
    t: T,
    kept: Vec<Kept>,
}

impl OutboxPage {
    fn purpose(&self, kept: &Kept) -> String {
        self.t.m(kept.message.purpose.key()).to_string()
    }

    fn is_sms(&self, kept: &Kept) -> bool {
        matches!(kept.message.to, Address::Phone(_))
    }

    fn nothing(&self) -> Empty<'static> {
        let (title, text) = (self.t.m("outbox-none").to_string(), self.t.m("outbox-none-why").to_string());
        Empty { icon: "i-mail", title, text, way: None }
    }
}

impl Page for OutboxPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        Head {
            title: t.m("outbox-title").to_string(),
            url: urls::outbox(),
            crumbs: vec![(t.as_text("home-link"), urls::home())],
            unlisted: true,
            ..Head::default()
        }
    }
}

async fn outbox(State(app): State<App>, visit: Visit) -> Result<Response, Error> {
    let carriers = app.held::<Carriers>()?;
    let kept = carriers.outbox().ok_or(Error::NotFound)?.all();
    visit.page(async || Ok(OutboxPage { t: visit.t.clone(), kept })).await
}
