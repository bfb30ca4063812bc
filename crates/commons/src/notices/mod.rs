//! What every public site owes its visitors: what it is, legal and privacy notice, accessibility statement, contact.

use askama::Template;
use axum::{Router, extract::State, response::Response, routing::get};
use infitah_kit::{
    Cache, Error, Head, Page, T, Visit,
    urls::{self, Url},
};

use crate::{App, settings::key};

/// The routes of the notices.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/{lang}/about", get(|app: State<App>, visit: Visit| show(app, visit, &ABOUT)))
        .route(
            "/{lang}/privacy",
            get(|app: State<App>, visit: Visit| {
                let notice = if app.site.config().access_log { &PRIVACY_WITH_LOG } else { &PRIVACY };
                show(app, visit, notice)
            }),
        )
        .route("/{lang}/accessibility", get(|app: State<App>, visit: Visit| show(app, visit, &ACCESSIBILITY)))
        .route("/{lang}/contact", get(|app: State<App>, visit: Visit| show(app, visit, &CONTACT)))
}

/// A notice: its address, the key of its title and lede, and its parts (key of the heading, keys of paragraphs).
struct Notice {
    url: fn() -> Url,
    title: &'static str,
    lede: &'static str,
    parts: &'static [(&'static str, &'static [&'static str])],
    contact: bool,
}

static ABOUT: Notice = Notice {
    url: urls::about,
    title: "about-page-title",
    lede: "about-lede",
    parts: &[
        ("about-what", &["about-what-1", "about-what-2"]),
        ("about-data", &["about-data-1", "about-data-2", "about-data-3"]),
        ("about-free", &["about-free-1"]),
    ],
    contact: false,
};

static PRIVACY: Notice = Notice {
    url: urls::privacy,
    title: "privacy-page-title",
    lede: "privacy-lede",
    parts: &[
        ("privacy-who", &["privacy-who-1"]),
        ("privacy-what", &["privacy-what-1", "privacy-what-2", "privacy-what-3", "privacy-what-4"]),
        ("privacy-rights", &["privacy-rights-1"]),
        ("privacy-reuse", &["privacy-reuse-1"]),
    ],
    contact: false,
};

/// Where the server keeps a log of requests, its visitors are told.
static PRIVACY_WITH_LOG: Notice = Notice {
    lede: "privacy-lede-log",
    parts: &[
        ("privacy-who", &["privacy-who-1"]),
        (
            "privacy-what",
            &["privacy-what-log-1", "privacy-what-log-2", "privacy-what-2", "privacy-what-3", "privacy-what-4"],
        ),
        ("privacy-rights", &["privacy-rights-1"]),
        ("privacy-reuse", &["privacy-reuse-1"]),
    ],
    ..PRIVACY
};

static ACCESSIBILITY: Notice = Notice {
    url: urls::accessibility,
    title: "accessibility-page-title",
    lede: "accessibility-lede",
    parts: &[
        (
            "accessibility-works",
            &["accessibility-works-1", "accessibility-works-2", "accessibility-works-3", "accessibility-works-4"],
        ),
        (
            "accessibility-missing",
            &[
                "accessibility-missing-1",
                "accessibility-missing-2",
                "accessibility-missing-3",
                "accessibility-missing-4",
            ],
        ),
        ("accessibility-tested", &["accessibility-tested-1"]),
        ("accessibility-tell", &["accessibility-tell-1"]),
    ],
    contact: false,
};

static CONTACT: Notice = Notice {
    url: urls::contact,
    title: "contact-title",
    lede: "contact-lede",
    parts: &[("contact-mistake", &["contact-mistake-1"])],
    contact: true,
};

#[derive(Template)]
#[template(path = "notices/templates/notice.html")]
struct NoticePage {
    t: T,
    notice: &'static Notice,
    region: String,
    phone: Option<String>,
    email: Option<String>,
    /// Within how many working days people are answered, where it is promised.
    days: Option<i64>,
    source: Option<String>,
    /// Whether it is told what is kept of messages.
    messages: bool,
}

impl Page for NoticePage {
    const CACHE: Cache = Cache::Until(&[]);

    fn head(&self, t: &T) -> Head {
        Head {
            title: t.m(self.notice.title).to_string(),
            description: t.m(self.notice.lede).s("region", self.region.as_str()).to_string(),
            url: (self.notice.url)(),
            crumbs: vec![(t.as_text("home-link"), urls::home())],
            ..Head::default()
        }
    }
}

async fn show(State(app): State<App>, visit: Visit, notice: &'static Notice) -> Result<Response, Error> {
    let config = app.site.config();
    let page = NoticePage {
        t: visit.t.clone(),
        notice,
        region: app.site.chrome().region.plain(visit.lang).to_owned(),
        phone: app.site.chrome().phone.clone(),
        email: app.site.chrome().mail.clone(),
        days: app.settings().number(key::ANSWER_DAYS).filter(|days| *days > 0),
        // Who speaks of privacy on an instance that writes to people, or that people write to, says what of it stays.
        messages: (notice.url)() == urls::privacy() && config.messages.secret.is_some(),
        source: config.source_url.clone().filter(|_| std::ptr::eq(notice, &raw const ABOUT)),
    };
    visit.page(async || Ok(page)).await
}
