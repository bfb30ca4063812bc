//! What changed, in words: for the history of a project, for what changed lately, and for feeds.

use std::collections::HashMap;

use infitah_base::{CivilDate, Lang, Text, Timestamp};
use infitah_kit::T;
use infitah_store::documents::Version;

use crate::projects::{
    history::{FieldChange, Leaf, changes},
    model::{Project, Status},
    queries::Acted,
};

/// One changed value, in words.
pub(super) struct Line {
    /// What changed.
    pub(super) label: String,
    /// Which one, where there are several.
    pub(super) entry: Option<String>,
    /// What it was.
    pub(super) old: Text,
    /// What it is.
    pub(super) new: Text,
}

/// A version and what changed in it.
pub(super) struct Step {
    /// Its number.
    pub(super) version: i64,
    /// When it was written.
    pub(super) at: Timestamp,
    /// The day on which it was written.
    pub(super) date: CivilDate,
    /// Who wrote it, in words.
    pub(super) who: String,
    /// Why.
    pub(super) reason: Option<Text>,
    /// Whether it is the first.
    pub(super) first: bool,
    /// What changed, what people ask first standing first.
    pub(super) lines: Vec<Line>,
}

impl Step {
    /// The changes that stand open on a page, and those that are a click away.
    pub(super) fn shown(&self) -> (&[Line], &[Line]) {
        self.lines.split_at(self.lines.len().min(OPEN))
    }
}

/// Changes of one version that stand open.
const OPEN: usize = 6;

/// The steps of a history, newest first. The last version of the list is only compared with, unless it is the first.
pub(super) fn steps(t: &T, zone: &str, versions: &[Version<Project>], acts: &HashMap<i64, Acted>) -> Vec<Step> {
    let step = |(index, version): (usize, &Version<Project>)| {
        let before = versions.get(index + 1);
        let acted = acts.get(&version.number);
        Step {
            version: version.number,
            at: version.at,
            date: version.at.date_in(zone),
            who: actor(t, acted.map(|acted| acted.actor.as_str()).unwrap_or_default()),
            reason: acted.and_then(|acted| acted.why.clone()).map(|why| by_script(t, why)),
            first: version.number == 1,
            lines: before.map(|before| lines(t, &before.body, &version.body)).unwrap_or_default(),
        }
    };
    versions.iter().enumerate().map(step).collect()
}

/// A reason as somebody wrote it: in the language that its script shows, else in the page's.
pub(super) fn by_script(t: &T, why: String) -> Text {
    Text::one(Lang::of_script(&why).unwrap_or(t.lang()), why)
}

/// Who it was, in words.
pub(super) fn actor(t: &T, actor: &str) -> String {
    let key = format!("actor-{}", actor.rsplit(':').next().unwrap_or_default());
    t.m(if t.has(&key) { &key } else { "actor-operator" }).to_string()
}

/// Fields in the order in which people ask for them; the others follow in the order of their names.
const FIRST: [&str; 9] =
    ["status", "budget", "costs", "dates", "physical", "financial", "milestones", "funding", "contracts"];

/// What changed from one version to the next, in words. An entry that is wholly new, or wholly gone, is one line.
pub(super) fn lines(t: &T, old: &Project, new: &Project) -> Vec<Line> {
    let mut all = changes(old, new);
    all.sort_by_key(|change| FIRST.iter().position(|first| *first == change.field).unwrap_or(FIRST.len()));
    let same_entry = |a: &FieldChange, b: &FieldChange| a.field == b.field && a.entry.is_some() && a.entry == b.entry;
    let tell = Teller { t, old, new };
    all.chunk_by(same_entry).flat_map(|some| tell.entry(some)).collect()
}

/// Puts changes into words; parties are told by their names.
struct Teller<'a> {
    t: &'a T,
    old: &'a Project,
    new: &'a Project,
}

impl Teller<'_> {
    fn entry(&self, changes: &[FieldChange]) -> Vec<Line> {
        let [first, _, ..] = changes else { return changes.iter().map(|change| self.line(change)).collect() };
        let came = changes.iter().all(|change| change.old.is_none());
        let went = changes.iter().all(|change| change.new.is_none());
        if !came && !went {
            return changes.iter().map(|change| self.line(change)).collect();
        }
        // What names the entry is said by its name.
        let told = changes.iter().filter(|change| !change.part.as_deref().is_some_and(|part| UNSAID.contains(&part)));
        let said: Vec<String> = told
            .filter_map(|change| {
                Some(self.words(change, change.new.as_ref().or(change.old.as_ref())?).plain(self.t.lang()).to_owned())
            })
            .collect();
        let whole = Text::one(self.t.lang(), said.join(" · "));
        let (old, new) = if came { (Text::default(), whole) } else { (whole, Text::default()) };
        vec![Line { label: self.field(first), entry: self.named(first), old, new }]
    }

    fn field(&self, change: &FieldChange) -> String {
        let key = format!("field-{}", change.field.replace('_', "-"));
        if self.t.has(&key) { self.t.m(&key).to_string() } else { change.field.clone() }
    }

    /// Which entry it is: a code or a date in words, else its number. A date is among what is said already.
    fn named(&self, change: &FieldChange) -> Option<String> {
        let entry = change.entry.as_deref()?;
        let part = if change.field == "phases" { "status" } else { "at" };
        let as_code = FieldChange { part: Some(part.to_owned()), ..change.clone() };
        (!["physical", "financial"].contains(&change.field.as_str())).then(|| self.coded(&as_code, entry))
    }

    fn line(&self, change: &FieldChange) -> Line {
        let mut label = self.field(change);
        for part in change.part.iter().flat_map(|part| part.split('.')) {
            let key = format!("part-{}", part.replace('_', "-"));
            label.push_str(" · ");
            label.push_str(&if self.t.has(&key) { self.t.m(&key).to_string() } else { part.to_owned() });
        }
        // What came again from a file says nothing by its size.
        let told = change.field != "carried";
        let words = |leaf: &Option<Leaf>| leaf.as_ref().filter(|_| told).map(|leaf| self.words(change, leaf));
        let none = || self.t.as_text("not-published");
        let (old, new) = match (words(&change.old), words(&change.new)) {
            (None, None) => (Text::default(), Text::default()),
            (old, new) => (old.unwrap_or_else(none), new.unwrap_or_else(none)),
        };
        Line { label, entry: self.named(change), old, new }
    }

    fn words(&self, change: &FieldChange, leaf: &Leaf) -> Text {
        let plain = match leaf {
            Leaf::Words(text) => return text.clone(),
            Leaf::Money(money) => self.t.money(money),
            Leaf::Number(number) if change.part.as_deref() == Some("percent") => format!("{number}%"),
            Leaf::Number(number) => self.t.int(number),
            Leaf::Truth(truth) => self.t.m(if *truth { "yes" } else { "no" }).to_string(),
            Leaf::Plain(text) => self.party(change, text).unwrap_or_else(|| self.coded(change, text)),
        };
        Text::one(self.t.lang(), plain)
    }

    fn coded(&self, change: &FieldChange, text: &str) -> String {
        if change.field == "status"
            && let Ok(status) = text.parse::<Status>()
        {
            return self.t.m(status.stage().label()).to_string();
        }
        if let Ok(date) = text.parse::<CivilDate>() {
            return self.t.date(date);
        }
        let part = change.part.as_deref().unwrap_or_default();
        let prefix =
            CODES.iter().find(|(field, at, _)| *field == change.field && *at == part).map(|(.., prefix)| *prefix);
        let key = prefix.map(|prefix| format!("{prefix}-{text}"));
        match key.filter(|key| self.t.has(key)) {
            Some(key) => self.t.m(&key).to_string(),
            None => text.to_owned(),
        }
    }

    /// The names of parties, where a part holds their ids.
    fn party(&self, change: &FieldChange, text: &str) -> Option<String> {
        let part = change.part.as_deref()?;
        let last = part.rsplit('.').next().unwrap_or(part);
        ["payer", "payee", "party", "buyer", "administrator", "suppliers"].contains(&last).then_some(())?;
        let name = |id: &str| {
            let party = self.new.party(id).or_else(|| self.old.party(id));
            party.map_or(id.to_owned(), |party| party.name.plain(self.t.lang()).to_owned())
        };
        Some(text.split(", ").map(name).collect::<Vec<_>>().join(", "))
    }
}

/// What names an entry, or helps machines only: not said of one that is wholly new.
const UNSAID: [&str; 6] = ["id", "at", "file", "url", "format", "language"];

/// Prefixes of the keys of coded values, by field and part.
const CODES: [(&str, &str, &str); 10] = [
    ("kind", "", "kind"),
    ("costs", "at", "cost-at"),
    ("contracts", "status", "contract"),
    ("contracts", "method", "method"),
    ("contracts", "modifications.what", "modified"),
    ("milestones", "status", "milestone"),
    ("phases", "status", "phase"),
    ("investment", "at", "investment"),
    ("documents", "kind", "document"),
    ("jobs", "sex", "sex"),
];
