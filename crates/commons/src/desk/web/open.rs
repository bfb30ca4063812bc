//! An account is opened for somebody who cannot do it alone: at a desk, in a workshop, by telephone.

use askama::Template;
use axum::{extract::State, response::Response};
use infitah_base::{Lang, ids};
use infitah_kit::{
    Cache, Error, Head, Page, T, Visit,
    components::{Choices, ErrorSummary, TextField},
    extract::Form,
    form::FormState,
    urls,
};
use serde::Deserialize;
use uuid::Uuid;

use super::{Desk, people::places};
use crate::{
    App,
    access::{Deed, Who, may},
    accounts::{self, Door, NewAccount, OpenAccount, Signed, name_in},
    failed,
    messages::Address,
};

/// Where somebody is helped, and the message that says so.
const HOW: [(&str, &str); 3] = [("desk", "open-desk"), ("workshop", "open-workshop"), ("telephone", "open-telephone")];

#[derive(Template)]
#[template(path = "desk/templates/open.html")]
struct OpenPage {
    t: T,
    lang: Lang,
    desk: Desk,
    account: Uuid,
    langs: Vec<Lang>,
    places: Vec<(String, String)>,
    form: FormState,
}

impl OpenPage {
    fn errors(&self) -> ErrorSummary<'_> {
        ErrorSummary { t: &self.t, errors: self.form.errors() }
    }

    fn name(&self) -> TextField<'_> {
        let (label, hint) = ("open-name", "open-name-hint");
        TextField { t: &self.t, form: &self.form, name: "name", label, hint, autocomplete: "off" }
    }

    fn address(&self) -> TextField<'_> {
        let (label, hint) = ("open-address", "sign-in-address-hint");
        TextField { t: &self.t, form: &self.form, name: "address", label, hint, autocomplete: "off" }
    }

    fn how(&self) -> Choices<'_> {
        Choices { t: &self.t, form: &self.form, name: "how", legend: "open-how", choices: HOW.to_vec() }
    }
}

impl Page for OpenPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, _: &T) -> Head {
        Head { error: !self.form.is_good(), ..self.desk.page("desk-open", urls::desk_open()) }
    }
}

/// The paper that whoever was helped takes home.
#[derive(Template)]
#[template(path = "desk/templates/paper.html")]
struct PaperPage {
    t: T,
    lang: Lang,
    name: String,
    /// In two groups: so it is copied with fewer mistakes.
    code: String,
    site: String,
}

impl Page for PaperPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        let crumbs = vec![(t.as_text("home-link"), urls::home()), (t.as_text("desk-title"), urls::desk())];
        Head { title: t.m("open-done").to_string(), url: urls::desk_open(), crumbs, unlisted: true, ..Head::default() }
    }
}

/// The page, for the places where `who` may do it.
fn page(app: &App, visit: &Visit, who: Who, account: Uuid, form: FormState) -> Result<OpenPage, Error> {
    let (atlas, now) = (app.atlas(), app.db.clock().now());
    let mut places = places(app, visit);
    places.retain(|(code, _)| may(&who, Deed::OpenForOthers, code, &atlas, now).is_ok());
    let desk = Desk::at(app, visit, who, "open")?;
    let langs = app.site.config().languages.clone();
    Ok(OpenPage { t: visit.t.clone(), lang: visit.lang, desk, account, langs, places, form })
}

pub(super) async fn ask(State(app): State<App>, visit: Visit, Signed(who): Signed) -> Result<Response, Error> {
    let mut form = FormState::default();
    form.keep("lang", visit.lang.tag()).keep("how", "desk");
    let account = ids::new_uuid(app.db.clock().now(), &infitah_base::Chance::system());
    visit.page(async || page(&app, &visit, who, account, form)).await
}

#[derive(Deserialize)]
pub(super) struct Helped {
    #[serde(default)]
    account: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    address: String,
    #[serde(default)]
    place: String,
    #[serde(default)]
    lang: String,
    #[serde(default)]
    how: String,
}

pub(super) async fn open(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
    Form(helped): Form<Helped>,
) -> Result<Response, Error> {
    let account: Uuid = helped.account.parse().map_err(|_| Error::Bad("error-bad-request"))?;
    let mut form = FormState::default();
    form.keep("name", &helped.name).keep("address", &helped.address).keep("place", &helped.place);
    form.keep("lang", &helped.lang).keep("how", &helped.how);
    let name = name_in(&mut form, &helped.name);
    let address = match helped.address.trim() {
        "" => None,
        some => some.parse::<Address>().map_err(|_| form.wrong("address", "sign-in-no-address", 0)).ok(),
    };
    let lang = Lang::parse(&helped.lang).ok().filter(|lang| app.site.config().languages.contains(lang));
    let how = HOW.iter().find(|(code, _)| *code == helped.how).map(|(code, _)| *code);
    if how.is_none() {
        form.wrong("how", "say-choose", 0);
    }
    let place = app.atlas().find(&helped.place).map(|place| place.code.clone());
    if place.is_none() {
        form.wrong("place", "open-place-wrong", 0);
    }
    let (Some(name), Some(place), Some(lang), Some(how), true) = (name, place, lang, how, form.is_good()) else {
        return visit.refused(&page(&app, &visit, who, account, form)?);
    };
    let permit = app.permit::<OpenAccount>(&who, &place, &urls::desk_open().to(visit.lang))?;
    let new = NewAccount { name: name.clone(), lang, place: Some(place), opened_by: Some(who.account) };
    let opening = app.db.write(move |tx| {
        Box::pin(async move { accounts::open_for(tx, &permit, account, new, address.as_ref(), how).await })
    });
    let Some(code) = opening.await.map_err(failed)? else { return Err(Error::Bad("open-taken")) };
    let (first, second) = code.split_at(code.len() / 2);
    let (code, site) = (format!("{first} {second}"), app.site.absolute(&urls::sign_in().to(lang)));
    // In the language of who takes it home.
    let paper = PaperPage { t: app.site.t(lang), lang, name, code, site };
    visit.page(async || Ok(paper)).await
}
