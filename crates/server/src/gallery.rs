//! The component gallery of the demonstration: every component with its examples, and a form that can be tried.

use askama::Template;
use axum::{Router, extract::State, response::Response, routing::get};
use infitah_base::{Lang, number};
use infitah_commons::App;
use infitah_kit::{
    Cache, Error, Head, Page, T, Visit,
    components::{ErrorSummary, Example, Notice, NoticeKind, TextField, examples},
    extract::Form,
    form::FormState,
    urls,
};
use serde::Deserialize;

/// The routes of the gallery.
pub fn routes() -> Router<App> {
    Router::new().route("/{lang}/design", get(show).post(tried))
}

#[derive(Template)]
#[template(path = "gallery/templates/gallery.html")]
struct GalleryPage {
    t: T,
    lang: Lang,
    examples: Vec<Example>,
    form: FormState,
    accepted: bool,
}

impl GalleryPage {
    fn new(visit: &Visit, form: FormState, accepted: bool) -> Result<Self, Error> {
        Ok(Self { t: visit.t.clone(), lang: visit.lang, examples: examples(&visit.t)?, form, accepted })
    }

    fn errors(&self) -> ErrorSummary<'_> {
        ErrorSummary { t: &self.t, errors: self.form.errors() }
    }

    fn field<'a>(&'a self, name: &'a str, label: &'a str, hint: &'a str) -> TextField<'a> {
        let autocomplete = if name == "name" { "name" } else { "off" };
        TextField { t: &self.t, form: &self.form, name, label, hint, autocomplete }
    }

    fn thanks(&self) -> Notice<'static> {
        Notice { kind: NoticeKind::Good, strong: self.t.m("design-form-accepted").to_string(), text: "" }
    }
}

impl Page for GalleryPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        Head {
            title: t.m("design-title").to_string(),
            url: urls::design(),
            crumbs: vec![(t.as_text("home-link"), urls::home())],
            error: !self.form.is_good(),
            unlisted: false,
            ..Head::default()
        }
    }
}

async fn show(State(_): State<App>, visit: Visit) -> Result<Response, Error> {
    visit.page(async || GalleryPage::new(&visit, FormState::default(), false)).await
}

/// What the example form sends.
#[derive(Deserialize)]
struct Tried {
    #[serde(default)]
    name: String,
    #[serde(default)]
    amount: String,
    #[serde(default)]
    date: String,
}

const NAME_LIMIT: usize = 40;

async fn tried(State(_): State<App>, visit: Visit, Form(tried): Form<Tried>) -> Result<Response, Error> {
    let mut form = FormState::default();
    form.keep("name", &tried.name).keep("amount", &tried.amount).keep("date", &tried.date);
    match tried.name.trim().chars().count() {
        0 => {
            form.wrong("name", "form-required", 0);
        }
        letters if letters > NAME_LIMIT => {
            form.wrong("name", "form-too-long", i64::try_from(NAME_LIMIT).unwrap_or_default());
        }
        _ => {}
    }
    if number::plain_decimal(&tried.amount, Some(number::DecimalMark::Comma)).is_none() {
        form.wrong("amount", "form-not-a-number", 0);
    }
    if number::latin_digits(&tried.date).parse::<infitah_base::CivilDate>().is_err() {
        form.wrong("date", "form-not-a-date", 0);
    }
    if !form.is_good() {
        return visit.refused(&GalleryPage::new(&visit, form, false)?);
    }
    visit.page(async || GalleryPage::new(&visit, FormState::default(), true)).await
}
