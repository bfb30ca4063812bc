//! What somebody is sent, which way, when not, and in which language: what can be chosen, and what cannot.

use std::ops::Range;

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use infitah_base::{
    Lang,
    config::{Config, QuietHours},
};
use infitah_kit::{
    Cache, Error, Head, Page, T, Visit,
    components::{Choices, ErrorSummary, Notice, NoticeKind},
    extract::{Form, Query},
    form::FormState,
    urls,
};
use serde::Deserialize;

use super::Signed;
use crate::{
    App, Permit,
    access::Who,
    accounts::{
        service::{self, SpeakTo},
        telling,
    },
    failed,
    messages::{self, Address, TakeMessage, Way, Wish, Wishes},
};

#[derive(Template)]
#[template(path = "accounts/templates/wishes.html")]
struct WishesPage {
    t: T,
    lang: Lang,
    addresses: Vec<Address>,
    /// Those of the addresses that want no more of what can be stopped.
    stopped: Vec<Address>,
    langs: Vec<Lang>,
    form: FormState,
    kept: bool,
}

impl WishesPage {
    fn errors(&self) -> ErrorSummary<'_> {
        ErrorSummary { t: &self.t, errors: self.form.errors() }
    }

    fn done(&self) -> Notice<'static> {
        Notice { kind: NoticeKind::Good, strong: self.t.m("wish-kept").to_string(), text: "" }
    }

    fn ways<'a>(&'a self, name: &'a str, legend: &'a str) -> Choices<'a> {
        let mut choices = vec![("sms", "wish-sms"), ("mail", "wish-mail")];
        choices.retain(|(code, _)| is_open(code, &self.addresses));
        choices.push(("none", "wish-none"));
        Choices { t: &self.t, form: &self.form, name, legend, choices }
    }

    fn notices(&self) -> Choices<'_> {
        self.ways("notices", "wish-notices")
    }

    fn digests(&self) -> Choices<'_> {
        self.ways("digests", "wish-digests")
    }

    fn hours(&self) -> Range<i8> {
        0..24
    }

    fn is(&self, field: &str, hour: &i8) -> bool {
        self.form.value(field) == hour.to_string()
    }

    fn says(&self, lang: &Lang) -> bool {
        self.form.value("lang") == lang.tag()
    }
}

/// Whether a way leads to one of these addresses.
fn is_open(code: &str, addresses: &[Address]) -> bool {
    let way = code.parse::<Way>().unwrap_or(Way::None);
    addresses.iter().any(|address| way.leads_to(address))
}

impl Page for WishesPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        Head {
            title: t.m("wish-title").to_string(),
            url: urls::my_messages(),
            crumbs: vec![(t.as_text("home-link"), urls::home()), (t.as_text("my-title"), urls::my())],
            unlisted: true,
            error: !self.form.is_good(),
            ..Head::default()
        }
    }
}

async fn page(app: &App, visit: &Visit, who: &Who, form: Option<FormState>, kept: bool) -> Result<WishesPage, Error> {
    let config = app.site.config();
    let tx = app.db.read().await.map_err(failed)?;
    let addresses = telling::addresses(&tx, who.account).await.map_err(failed)?;
    let form = match form {
        Some(form) => form,
        None => {
            let wishes = messages::wishes_of(&tx, who.account).await.map_err(failed)?;
            filled(&wishes.unwrap_or_else(|| Wishes::usual(config, &addresses)), who.lang)
        }
    };
    let mut stopped = Vec::new();
    for address in &addresses {
        if messages::is_stopped(&tx, address).await.map_err(failed)? {
            stopped.push(address.clone());
        }
    }
    let langs = config.languages.clone();
    Ok(WishesPage { t: visit.t.clone(), lang: visit.lang, addresses, stopped, langs, form, kept })
}

fn filled(wishes: &Wishes, lang: Lang) -> FormState {
    let quiet = wishes.quiet.unwrap_or(QuietHours { from: 0, to: 0 });
    let mut form = FormState::default();
    form.keep("notices", wishes.notices.code()).keep("digests", wishes.digests.code());
    form.keep("from", &quiet.from.to_string()).keep("to", &quiet.to.to_string()).keep("lang", lang.tag());
    form
}

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    kept: String,
}

pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    visit.page(async || page(&app, &visit, &who, None, !asked.kept.is_empty()).await).await
}

#[derive(Deserialize)]
pub(super) struct Wished {
    #[serde(default)]
    notices: String,
    #[serde(default)]
    digests: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    to: String,
    #[serde(default)]
    lang: String,
    /// Addresses that want no more of anything want it again.
    #[serde(default)]
    again: String,
}

impl Wished {
    /// What was chosen; what is wrong is noted in the form.
    fn read(&self, config: &Config, addresses: &[Address], form: &mut FormState) -> Option<(Wishes, Lang)> {
        let mut way = |name: &'static str, code: &str| {
            let way = code.parse::<Way>().ok().filter(|way| *way == Way::None || is_open(code, addresses));
            way.or_else(|| {
                form.wrong(name, "say-choose", 0);
                None
            })
        };
        let (notices, digests) = (way("notices", &self.notices), way("digests", &self.digests));
        let hour = |text: &str| text.parse::<i8>().ok().filter(|hour| (0..24).contains(hour));
        let hours = hour(&self.from).zip(hour(&self.to)).map(|(from, to)| QuietHours { from, to });
        if hours.is_none() {
            form.wrong("from", "wish-hours-wrong", 0);
        }
        let lang = Lang::parse(&self.lang).ok().filter(|lang| config.languages.contains(lang));
        if lang.is_none() {
            form.wrong("lang", "say-choose", 0);
        }
        let quiet = hours?;
        let quiet = Some(quiet).filter(|quiet| quiet.from != quiet.to);
        Some((Wishes { notices: notices?, digests: digests?, quiet }, lang?))
    }
}

pub(super) async fn keep(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
    Form(wished): Form<Wished>,
) -> Result<Response, Error> {
    let addresses = {
        let tx = app.db.read().await.map_err(failed)?;
        telling::addresses(&tx, who.account).await.map_err(failed)?
    };
    if !wished.again.is_empty() {
        let permit = Permit::<TakeMessage>::for_person(&who);
        let again = app.db.write(move |tx| {
            Box::pin(async move { messages::wanted_again(tx, &permit, who.account, &addresses).await })
        });
        again.await.map_err(failed)?;
        return Ok(Redirect::to(&urls::my_messages().to(visit.lang)).into_response());
    }
    let mut form = FormState::default();
    form.keep("notices", &wished.notices).keep("digests", &wished.digests);
    form.keep("from", &wished.from).keep("to", &wished.to).keep("lang", &wished.lang);
    let Some((wishes, lang)) = wished.read(app.site.config(), &addresses, &mut form) else {
        return visit.refused(&page(&app, &visit, &who, Some(form), false).await?);
    };
    let keeping = app.db.write(move |tx| {
        Box::pin(async move {
            messages::wish(tx, &Permit::<Wish>::for_person(&who), who.account, wishes).await?;
            service::speak_to(tx, &Permit::<SpeakTo>::for_person(&who), who.account, lang).await
        })
    });
    keeping.await.map_err(failed)?;
    Ok(Redirect::to(&urls::my_messages().with("kept", "yes").to(visit.lang)).into_response())
}
