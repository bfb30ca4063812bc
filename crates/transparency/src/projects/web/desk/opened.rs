//! A draft and what surrounds it: who may open it, what it began with, and what the register says by now.

use infitah_base::Currency;
use infitah_commons::{
    access::{Deed, Who},
    drafts::{Choice, Cx, State},
    places::Atlas,
};

use super::{App, CHAPTERS, Desk, Door, Draft, Error, Text, Uuid, Value, Visit, drafts, edit, failed, json};

/// A draft that somebody opened.
pub(super) struct Opened {
    pub(super) draft: Draft,
    /// What it began with; `null` for something new.
    pub(super) base: Value,
    /// What the register says by now; `None` for something new.
    pub(super) newest: Option<(i64, Value)>,
    /// How it is called.
    pub(super) title: Text,
}

impl Opened {
    /// Whether the register has moved on since the draft was begun.
    pub(super) fn is_behind(&self) -> bool {
        self.newest.as_ref().is_some_and(|(version, _)| *version != self.draft.base) && self.draft.is_alive()
    }

    /// Whose place it is, before and after.
    pub(super) fn places(&self, app: &App) -> Vec<String> {
        let newest = self.newest.as_ref().map(|(_, body)| body);
        places(app, &[Some(&self.draft.body), newest].into_iter().flatten().collect::<Vec<_>>())
    }
}

/// The places that documents name, as far as they are known here; the region where there is none.
pub(super) fn places(app: &App, bodies: &[&Value]) -> Vec<String> {
    let atlas = app.atlas();
    let entries = bodies.iter().filter_map(|body| body.get("places")?.as_array()).flatten();
    let codes = entries.filter_map(|entry| entry.get("code")?.as_str()).filter(|code| atlas.find(code).is_some());
    let mut codes: Vec<String> = codes.map(str::to_owned).collect();
    codes.sort();
    codes.dedup();
    if codes.is_empty() {
        codes.push(app.site.config().region.clone());
    }
    codes
}

/// Opens a draft for its author, or, when it was sent, for whoever may publish it.
pub(super) async fn open(app: &App, visit: &Visit, who: &Who, draft: &str) -> Result<Opened, Error> {
    let id: Uuid = draft.parse().map_err(|_| Error::NotFound)?;
    let tx = app.db.read().await.map_err(failed)?;
    let draft = drafts::one(&tx, id).await.map_err(failed)?.ok_or(Error::NotFound)?;
    let is_theirs = draft.author == who.account;
    if !is_theirs && draft.state != State::Submitted && draft.state != State::Published {
        return Err(Error::NotFound);
    }
    let (base, newest) = match draft.object.as_str() {
        "" => (Value::Null, None),
        reference => {
            let base = edit::version(&tx, reference, draft.base).await.map_err(failed)?;
            (base, edit::newest(&tx, reference).await.map_err(failed)?)
        }
    };
    let opened = Opened { title: super::title_of(&draft.body), draft, base, newest };
    let deed = if is_theirs { Deed::DraftProjects } else { Deed::PublishProjects };
    for place in opened.places(app) {
        app.may_see(who, deed, &place, &visit.address)?;
    }
    Ok(opened)
}

/// The desk and the draft that a page is about.
pub(super) async fn at(app: &App, visit: &Visit, who: Who, draft: &str) -> Result<(Desk, Opened), Error> {
    let desk = Desk::at(app, visit, who, "projects")?;
    let opened = open(app, visit, &desk.who, draft).await?;
    Ok((desk, opened))
}

/// What the forms of a document have to know.
pub(super) fn surroundings(app: &App, visit: &Visit, body: &Value) -> Cx {
    let config = app.site.config();
    // What the law asks for and what most write: Arabic and French, after the page's own language.
    let mut langs = vec![visit.lang];
    langs.extend(config.languages.iter().copied().filter(|lang| *lang != visit.lang));
    langs.sort_by_key(|lang| (*lang != visit.lang, !["ar", "fr"].contains(&lang.tag())));
    let parties = body.get("parties").and_then(Value::as_array).into_iter().flatten();
    let parties = parties.filter_map(|party| {
        let name: Text = serde_json::from_value(party.get("name")?.clone()).ok()?;
        Some(Choice { code: party.get("id")?.as_str()?.to_owned(), name: name.plain(visit.lang).to_owned() })
    });
    Cx {
        t: visit.t.clone(),
        langs,
        currency: currency_of(body).unwrap_or(config.currency),
        places: place_choices(app, visit, &app.atlas()),
        parties: parties.collect(),
    }
}

/// The currency in which a document speaks of money.
fn currency_of(body: &Value) -> Option<Currency> {
    body.get("budget")?.get("amount")?.get("currency")?.as_str()?.parse().ok()
}

fn place_choices(app: &App, visit: &Visit, atlas: &Atlas) -> Vec<Choice> {
    let (chrome, region) = (app.site.chrome(), app.site.config().region.clone());
    let first = atlas.find(&region).map(|place| (region.clone(), place.names.plain(visit.lang).to_owned()));
    let provinces = chrome.provinces.iter().map(|(code, text)| (code.clone(), text.plain(visit.lang).to_owned()));
    let all = first.into_iter().chain(provinces).chain(chrome.communes(visit.lang).iter().cloned());
    all.map(|(code, name)| Choice { code, name }).collect()
}

/// How many things a draft says on each of its pages.
pub(super) fn said(body: &Value) -> Vec<usize> {
    let count = |chapter: &drafts::Chapter| {
        let fields = chapter.fields().iter().filter(|field| drafts::at(body, field.at).is_some()).count();
        let entries = chapter.lists.iter().filter_map(|list| drafts::at(body, list.at)?.as_array().map(Vec::len));
        fields + entries.sum::<usize>()
    };
    CHAPTERS.iter().map(count).collect()
}

/// Nothing at all, where a document is looked for.
pub(super) fn nothing() -> Value {
    json!({})
}
