//! One setting of one place.

use std::collections::BTreeMap;

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use infitah_base::{Lang, Text};
use infitah_kit::{
    Cache, Error, Head, Page, T, Visit,
    components::{Choices, ErrorSummary, TextField},
    extract::{Form, Path, Query},
    form::FormState,
    urls,
};

use super::{Asked, Shown, choice, chosen, theirs};
use crate::{
    App,
    access::Deed,
    accounts::{Door, Signed},
    desk::Desk,
    failed,
    settings::{
        ChangeSettings, Kind, Known, NewValue, Reach, SettingError, Value, change as put, find, model::LONGEST, object,
    },
};

/// What its form sends: `value`, or words by the tag of their language; the version that was looked at; `default` where it
/// goes back.
type Sent = BTreeMap<String, String>;

#[derive(Template)]
#[template(path = "settings/templates/one.html")]
struct OnePage {
    t: T,
    lang: Lang,
    desk: Desk,
    known: &'static Known,
    place: String,
    place_name: String,
    shown: Shown,
    version: i64,
    languages: Vec<Lang>,
    form: FormState,
}

impl OnePage {
    fn errors(&self) -> ErrorSummary<'_> {
        ErrorSummary { t: &self.t, errors: self.form.errors() }
    }

    fn action(&self) -> String {
        urls::desk_setting(self.known.key).with("place", self.place.as_str()).to(self.lang)
    }

    fn back(&self) -> String {
        urls::desk_settings().with("place", self.place.as_str()).to(self.lang)
    }

    fn history(&self) -> String {
        urls::desk_journal().with("object", object(self.known.key, &self.place)).to(self.lang)
    }

    fn choices(&self) -> Option<Choices<'_>> {
        let choices = match self.known.kind {
            Kind::Switch => vec![("yes", "settings-yes"), ("no", "settings-no")],
            Kind::Choice(codes) => codes.iter().map(|code| (*code, choice(code))).collect(),
            _ => return None,
        };
        Some(Choices { t: &self.t, form: &self.form, name: "value", legend: "settings-value", choices })
    }

    fn line(&self) -> TextField<'_> {
        let (name, label) = ("value", "settings-value");
        TextField { t: &self.t, form: &self.form, name, label, hint: "", autocomplete: "off" }
    }

    fn is_words(&self) -> bool {
        matches!(self.known.kind, Kind::Words)
    }

    fn is_day(&self) -> bool {
        matches!(self.known.kind, Kind::Day)
    }
}

impl Page for OnePage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        let mut head =
            self.desk.page(self.known.label, urls::desk_setting(self.known.key).with("place", self.place.as_str()));
        head.crumbs.push((t.as_text("desk-settings"), urls::desk_settings()));
        head.error = !self.form.is_good();
        head
    }
}

/// The setting that is asked for, and the place; who may not change it there is refused.
fn asked_for(app: &App, key: &str, asked: &Asked, all: &[(String, String)]) -> Result<(&'static Known, String), Error> {
    let known = find(key).ok_or(Error::NotFound)?;
    let place = chosen(all, &asked.place)?;
    if known.reach == Reach::Region && place != app.site.config().region {
        return Err(Error::NotFound);
    }
    Ok((known, place))
}

fn page(
    app: &App,
    visit: &Visit,
    desk: Desk,
    (known, place): (&'static Known, String),
    form: Option<FormState>,
) -> Result<OnePage, Error> {
    let (settings, atlas) = (app.settings(), app.atlas());
    let shown = Shown::of(&visit.t, known, &settings, &place, &atlas).ok_or(Error::NotFound)?;
    let languages = app.site.config().languages.clone();
    let form = match form {
        Some(form) => form,
        None => {
            let value = settings.find(known.key, &place, &atlas).ok_or(Error::NotFound)?.value;
            let mut form = FormState::default();
            form.keep("value", &value.text());
            if let Value::Words(words) = value {
                for lang in &languages {
                    form.keep(lang.tag(), words.exactly(*lang).unwrap_or_default());
                }
            }
            form
        }
    };
    Ok(OnePage {
        t: visit.t.clone(),
        lang: visit.lang,
        desk,
        known,
        place_name: atlas.find(&place).map(|place| place.name(visit.lang).to_owned()).unwrap_or_default(),
        version: settings.chosen(known, &place).map_or(0, |chosen| chosen.version),
        place,
        shown,
        languages,
        form,
    })
}

pub(super) async fn ask(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
    Path((_, key)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let all = theirs(&app, &visit, &who);
    let desk = Desk::at(&app, &visit, who, "settings")?;
    let what = asked_for(&app, &key, &asked, &all)?;
    // Who has to prove again that it is them does so before the form is filled.
    app.may_see(&desk.who, Deed::ChangeSettings, &what.1, &visit.address)?;
    visit.page(async || page(&app, &visit, desk, what, None)).await
}

/// The value that was typed; else what is wrong stands in the form.
fn typed(known: &Known, languages: &[Lang], sent: &Sent, form: &mut FormState) -> Option<Value> {
    let field = |name: &str| sent.get(name).map(String::as_str).unwrap_or_default();
    form.keep("value", field("value"));
    if !matches!(known.kind, Kind::Words) {
        let value = Value::of_text(known.kind, field("value")).ok();
        if value.is_none() {
            form.wrong("value", "settings-wrong", 0);
        }
        return value;
    }
    let mut words = Text::default();
    for lang in languages {
        let text = field(lang.tag()).trim();
        form.keep(lang.tag(), text);
        if text.chars().count() > LONGEST || text.chars().any(|c| c.is_control() && !c.is_whitespace()) {
            form.wrong(lang.tag(), "form-too-long", i64::try_from(LONGEST).unwrap_or_default());
        }
        words.set(*lang, text);
    }
    form.is_good().then_some(Value::Words(words))
}

pub(super) async fn change(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
    Path((_, key)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    Form(sent): Form<Sent>,
) -> Result<Response, Error> {
    let all = theirs(&app, &visit, &who);
    let (known, place) = asked_for(&app, &key, &asked, &all)?;
    let permit = app.permit::<ChangeSettings>(&who, &place, &visit.address)?;
    let desk = Desk::at(&app, &visit, who, "settings")?;
    let mut form = FormState::default();
    let value = if sent.contains_key("default") {
        None
    } else {
        match typed(known, &app.site.config().languages, &sent, &mut form) {
            Some(value) => Some(value),
            None => return visit.refused(&page(&app, &visit, desk, (known, place), Some(form))?),
        }
    };
    let seen = sent.get("version").and_then(|version| version.parse().ok()).unwrap_or_default();
    let new = NewValue { known, place: place.clone(), value, seen };
    let done = app.db.write(move |tx| Box::pin(async move { put(tx, &permit, new).await })).await;
    app.refresh_settings().await.map_err(failed)?;
    match done {
        Ok(()) => Ok(Redirect::to(&urls::desk_settings().with("place", place).to(visit.lang)).into_response()),
        Err(SettingError::Store(error)) => Err(failed(error)),
        Err(SettingError::Changed) => {
            let field = if matches!(known.kind, Kind::Words) { visit.lang.tag() } else { "value" };
            form.wrong(field, "settings-changed", 0);
            visit.refused(&page(&app, &visit, desk, (known, place), Some(form))?)
        }
    }
}
