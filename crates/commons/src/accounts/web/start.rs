//! The first run, page by page: the region, its first administrator, a code, what comes next.

use askama::Template;
use axum::{
    extract::State,
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect, Response},
};
use infitah_base::{Lang, Text};
use infitah_kit::{
    Cache, Client, Error, Head, Page, T, Visit,
    components::{ErrorSummary, TextField},
    extract::{Form, Query},
    form::FormState,
    urls,
};
use serde::Deserialize;

use super::{
    Signed,
    cookies::{self, Kept},
    sign_in::{device, digits, name_in, send_code},
};
use crate::{
    App,
    accounts::{
        codes::{self, Answer},
        start::{self, FirstChoices},
    },
    failed,
};

/// The level of the places that can be chosen.
const REGION: &str = "region";

/// Letters of the region's name, at most.
const NAME: usize = 120;

/// What the address brings.
#[derive(Deserialize)]
pub(super) struct Link {
    #[serde(default)]
    key: String,
}

impl Link {
    /// Who has no good key is told how one is had; nothing else is said.
    async fn proved(&self, app: &App) -> Result<(), Error> {
        let tx = app.db.read().await.map_err(failed)?;
        let good = start::is_good(&tx, &self.key, app.db.clock().now().millis()).await.map_err(failed)?;
        if good { Ok(()) } else { Err(Error::Bad("start-wrong-key")) }
    }
}

fn head(t: &T, title: &str, url: urls::Url, form: &FormState) -> Head {
    Head { title: t.m(title).bare(), url, unlisted: true, error: !form.is_good(), ..Head::default() }
}

#[derive(Template)]
#[template(path = "accounts/templates/start.html")]
struct RegionPage {
    t: T,
    lang: Lang,
    key: String,
    form: FormState,
    /// The regions that can be chosen; empty where the configuration says which it is.
    regions: Vec<(String, Text)>,
    /// The languages that can be chosen; empty where the configuration says which they are.
    languages: Vec<(Lang, bool)>,
    sections: Vec<(&'static str, &'static str)>,
}

impl RegionPage {
    fn errors(&self) -> ErrorSummary<'_> {
        ErrorSummary { t: &self.t, errors: self.form.errors() }
    }

    fn name<'p>(&'p self, name: &'p str, label: &'p str) -> TextField<'p> {
        TextField { t: &self.t, form: &self.form, name, label, hint: "", autocomplete: "off" }
    }

    fn action(&self) -> String {
        urls::start(&self.key).to(self.lang)
    }

    fn is_region(&self, code: &str) -> bool {
        self.form.value("region") == code
    }

    fn is_section(&self, id: &str) -> bool {
        self.form.value("section") == id
    }
}

impl Page for RegionPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        head(t, "start-title", urls::start(&self.key), &self.form)
    }
}

fn region_page(app: &App, visit: &Visit, key: String, form: FormState, chosen: &[Lang]) -> RegionPage {
    let (config, atlas) = (app.site.config(), app.atlas());
    let regions = |unset: bool| {
        let tops = atlas.all().filter(|place| unset && place.kind == REGION);
        tops.map(|place| (place.code.clone(), place.names.clone())).collect()
    };
    let languages = Lang::all().filter(|_| config.unset.contains(&"languages"));
    RegionPage {
        t: visit.t.clone(),
        lang: visit.lang,
        key,
        regions: regions(config.unset.contains(&"region")),
        languages: languages.map(|lang| (lang, chosen.contains(&lang))).collect(),
        sections: app.registry.contents.iter().map(|content| (content.section(), content.label())).collect(),
        form,
    }
}

pub(super) async fn ask(State(app): State<App>, visit: Visit, Query(link): Query<Link>) -> Result<Response, Error> {
    link.proved(&app).await?;
    let config = app.site.config();
    let mut form = FormState::default();
    form.keep("region", &config.region);
    if let Some(first) = app.registry.contents.first() {
        form.keep("section", first.section());
    }
    let languages = config.languages.clone();
    visit.page(async || Ok(region_page(&app, &visit, link.key, form, &languages))).await
}

pub(super) async fn choose(
    State(app): State<App>,
    visit: Visit,
    Query(link): Query<Link>,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    link.proved(&app).await?;
    let config = app.site.config();
    let field = |name: &str| {
        let found = sent.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.split_whitespace().collect::<Vec<_>>().join(" ")).unwrap_or_default()
    };
    let mut form = FormState::default();
    let mut name = Text::default();
    for lang in ["ar", "fr"].into_iter().filter_map(|tag| Lang::parse(tag).ok()) {
        let text = field(lang.tag());
        form.keep(lang.tag(), &text);
        if text.is_empty() || text.chars().count() > NAME || text.contains(char::is_control) {
            form.wrong(lang.tag(), "start-no-name", 0);
        }
        name.set(lang, text);
    }
    let region = if config.unset.contains(&"region") { field("region") } else { config.region.clone() };
    form.keep("region", &region);
    if app.atlas().find(&region).is_none_or(|place| place.kind != REGION && place.code != config.region) {
        form.wrong("region", "people-place-wrong", 0);
    }
    let languages: Vec<Lang> = if config.unset.contains(&"languages") {
        let asked = |lang: &Lang| sent.iter().any(|(name, tag)| name == "languages" && tag == lang.tag());
        Lang::all().filter(asked).collect()
    } else {
        config.languages.clone()
    };
    if languages.is_empty() {
        form.wrong("languages", "start-no-language", 0);
    }
    let section = field("section");
    form.keep("section", &section);
    let sections: Vec<&str> = app.registry.contents.iter().map(|content| content.section()).collect();
    if !sections.contains(&section.as_str()) {
        form.wrong("section", "say-choose", 0);
    }
    if !form.is_good() {
        return visit.refused(&region_page(&app, &visit, link.key, form, &languages));
    }
    let on_lang = if languages.contains(&visit.lang) { visit.lang } else { languages[0] };
    // What is shown already stays shown.
    let mut empty = Vec::new();
    for content in &app.registry.contents {
        if !content.has(&app, &region).await? {
            empty.push(content.section());
        }
    }
    let (key, first) = (link.key.clone(), FirstChoices { region, languages, name, section, empty });
    let done = app.db.write(move |tx| Box::pin(async move { start::choose(tx, &key, first).await }));
    if !done.await.map_err(failed)? {
        return Err(Error::Bad("start-wrong-key"));
    }
    Ok(Redirect::to(&urls::start_administrator(&link.key).to(on_lang)).into_response())
}

#[derive(Template)]
#[template(path = "accounts/templates/start-who.html")]
struct WhoPage {
    t: T,
    lang: Lang,
    key: String,
    form: FormState,
}

impl WhoPage {
    fn errors(&self) -> ErrorSummary<'_> {
        ErrorSummary { t: &self.t, errors: self.form.errors() }
    }

    fn address(&self) -> TextField<'_> {
        let (label, hint) = ("sign-in-address", "sign-in-address-hint");
        TextField { t: &self.t, form: &self.form, name: "address", label, hint, autocomplete: "username" }
    }

    fn action(&self) -> String {
        urls::start_administrator(&self.key).to(self.lang)
    }
}

impl Page for WhoPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        head(t, "start-who-title", urls::start_administrator(&self.key), &self.form)
    }
}

pub(super) async fn who(State(app): State<App>, visit: Visit, Query(link): Query<Link>) -> Result<Response, Error> {
    link.proved(&app).await?;
    let (t, lang, form) = (visit.t.clone(), visit.lang, FormState::default());
    visit.page(async || Ok(WhoPage { t, lang, key: link.key, form })).await
}

#[derive(Deserialize)]
pub(super) struct Sent {
    #[serde(default)]
    address: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    name: String,
}

pub(super) async fn send(
    State(app): State<App>,
    visit: Visit,
    client: Client,
    Query(link): Query<Link>,
    Form(sent): Form<Sent>,
) -> Result<Response, Error> {
    link.proved(&app).await?;
    match send_code(&app, &visit, client, &sent.address).await? {
        Ok(browser) => {
            let cookie = cookies::keep(app.site.config(), Kept::Asked, &browser)?;
            let on = urls::start_code(&link.key).to(visit.lang);
            Ok(([(header::SET_COOKIE, cookie)], Redirect::to(&on)).into_response())
        }
        Err(key) => {
            let mut form = FormState::default();
            form.keep("address", &sent.address).wrong("address", key, 0);
            visit.refused(&WhoPage { t: visit.t.clone(), lang: visit.lang, key: link.key, form })
        }
    }
}

#[derive(Template)]
#[template(path = "accounts/templates/start-code.html")]
struct CodePage {
    t: T,
    lang: Lang,
    key: String,
    form: FormState,
}

impl CodePage {
    fn errors(&self) -> ErrorSummary<'_> {
        ErrorSummary { t: &self.t, errors: self.form.errors() }
    }

    fn code(&self) -> TextField<'_> {
        let (label, hint) = ("sign-in-code", "sign-in-code-hint");
        TextField { t: &self.t, form: &self.form, name: "code", label, hint, autocomplete: "one-time-code" }
    }

    fn name(&self) -> TextField<'_> {
        let (label, hint) = ("sign-in-name", "sign-in-name-hint");
        TextField { t: &self.t, form: &self.form, name: "name", label, hint, autocomplete: "name" }
    }

    fn action(&self) -> String {
        urls::start_code(&self.key).to(self.lang)
    }

    fn anew(&self) -> String {
        urls::start_administrator(&self.key).to(self.lang)
    }
}

impl Page for CodePage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        head(t, "sign-in-code-title", urls::start_code(&self.key), &self.form)
    }
}

pub(super) async fn code(State(app): State<App>, visit: Visit, Query(link): Query<Link>) -> Result<Response, Error> {
    link.proved(&app).await?;
    let (t, lang, form) = (visit.t.clone(), visit.lang, FormState::default());
    visit.page(async || Ok(CodePage { t, lang, key: link.key, form })).await
}

pub(super) async fn enter(
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    Query(link): Query<Link>,
    Form(sent): Form<Sent>,
) -> Result<Response, Error> {
    link.proved(&app).await?;
    let config = app.site.config();
    let mut form = FormState::default();
    form.keep("name", &sent.name).keep("code", &sent.code);
    let (name, code) = (name_in(&mut form, &sent.name), digits(&sent.code));
    if code.len() != 6 {
        form.wrong("code", "sign-in-six", 0);
    }
    let again = |form| visit.refused(&CodePage { t: visit.t.clone(), lang: visit.lang, key: link.key.clone(), form });
    // A code is good once: it is not used before the name is one.
    let (Some(name), true) = (name, form.is_good()) else { return again(form) };
    let Some(browser) = cookies::brought(config, &headers, Kept::Asked) else {
        form.wrong("code", "sign-in-over", 0);
        return again(form);
    };
    let asked = browser.clone();
    let answer = app.db.write(move |tx| Box::pin(async move { codes::answer(tx, &asked, &code).await }));
    match answer.await.map_err(failed)? {
        Answer::Right(_) => {}
        Answer::Wrong(left) => {
            form.wrong("code", "sign-in-wrong", left);
            return again(form);
        }
        Answer::Over => {
            form.wrong("code", "sign-in-over", 0);
            return again(form);
        }
    }
    // What was chosen on the first page holds from now on.
    let settled = {
        let tx = app.db.read().await.map_err(failed)?;
        start::settled(&tx, config.clone()).await.map_err(failed)?
    };
    let (key, region) = (link.key.clone(), settled.region.clone());
    let (device, lang) = (device(&headers), visit.lang);
    let done = app.db.write(move |tx| {
        Box::pin(async move { start::finish(tx, (&key, &browser), (name, lang), &region, &device).await })
    });
    let token = done.await.map_err(failed)?.ok_or(Error::Bad("start-wrong-key"))?;
    app.site.settle(settled);
    app.refresh_settings().await.map_err(failed)?;
    let config = app.site.config();
    let mut response = Redirect::to(&urls::start_done().to(visit.lang)).into_response();
    response.headers_mut().append(header::SET_COOKIE, cookies::keep(config, Kept::Session, &token)?);
    response.headers_mut().append(header::SET_COOKIE, cookies::forget(config, Kept::Asked)?);
    Ok(response)
}

#[derive(Template)]
#[template(path = "accounts/templates/start-done.html")]
struct DonePage {
    t: T,
    lang: Lang,
    region: Text,
    /// The message that names the section that is to come first.
    section: Option<&'static str>,
}

impl Page for DonePage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        head(t, "start-done-title", urls::start_done(), &FormState::default())
    }
}

pub(super) async fn done(State(app): State<App>, visit: Visit, Signed(_): Signed) -> Result<Response, Error> {
    let first = {
        let tx = app.db.read().await.map_err(failed)?;
        start::first_section(&tx).await.map_err(failed)?
    };
    let of = |first: &String| app.registry.contents.iter().find(|content| content.section() == first);
    let section = first.as_ref().and_then(of).map(|content| content.label());
    let region = app.site.chrome().region.clone();
    visit.page(async || Ok(DonePage { t: visit.t.clone(), lang: visit.lang, region, section })).await
}
