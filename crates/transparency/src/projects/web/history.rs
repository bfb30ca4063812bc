//! What changed, in words: for the history of a project, for what changed lately, and for feeds.

use std::collections::HashMap;

use infitah_base::{CivilDate, Text, Timestamp};
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
    pub(super) reason: Option<String>,
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
            reason: acted.and_then(|acted| acted.why.clone()),
            first: version.number == 1,
            lines: before.map(|before| lines(t, &before.body, &version.body)).unwrap_or_default(),
        }
    };
    versions.iter().enumerate().map(step).collect()
}

/// Who it was, in words.
pub(super) fn actor(t: &T, actor: &str) -> String {
    let key = format!("actor-{}", actor.rsplit(':').next().unwrap_or_default());
    t.m(if t.has(&key) { &key } else { "actor-operator" }).to_string()
}

/// Fields in the order in which people ask for them; the others follow in the order of their names.
const FIRST: [&str; 9] =
    ["status", "budget", "costs", "dates", "physical", "financial", "milestones", "funding", "contracts"];

/// What changed from one version to the next, in words.
pub(super) fn lines(t: &T, old: &Project, new: &Project) -> Vec<Line> {
    let mut all = changes(old, new);
    all.sort_by_key(|change| FIRST.iter().position(|first| *first == change.field).unwrap_or(FIRST.len()));
    all.into_iter().map(|change| line(t, change)).collect()
}

fn line(t: &T, change: FieldChange) -> Line {
    let field = format!("field-{}", change.field.replace('_', "-"));
    let mut label = if t.has(&field) { t.m(&field).to_string() } else { change.field.clone() };
    for part in change.part.iter().flat_map(|part| part.split('.')) {
        let key = format!("part-{}", part.replace('_', "-"));
        label.push_str(" · ");
        label.push_str(&if t.has(&key) { t.m(&key).to_string() } else { part.to_owned() });
    }
    // What came again from a file says nothing by its size.
    let told = change.field != "carried";
    let words = |leaf: &Option<Leaf>| leaf.as_ref().filter(|_| told).map(|leaf| words(t, &change, leaf));
    let none = || t.as_text("not-published");
    let (old, new) = match (words(&change.old), words(&change.new)) {
        (None, None) => (Text::default(), Text::default()),
        (old, new) => (old.unwrap_or_else(none), new.unwrap_or_else(none)),
    };
    Line { label, entry: change.entry, old, new }
}

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

fn words(t: &T, change: &FieldChange, leaf: &Leaf) -> Text {
    let plain = match leaf {
        Leaf::Words(text) => return text.clone(),
        Leaf::Money(money) => t.money(money),
        Leaf::Number(number) if change.part.as_deref() == Some("percent") => format!("{number}%"),
        Leaf::Number(number) => t.int(number),
        Leaf::Truth(truth) => t.m(if *truth { "yes" } else { "no" }).to_string(),
        Leaf::Plain(text) => coded(t, change, text),
    };
    Text::one(t.lang(), plain)
}

fn coded(t: &T, change: &FieldChange, text: &str) -> String {
    if change.field == "status"
        && let Ok(status) = text.parse::<Status>()
    {
        return t.m(status.stage().label()).to_string();
    }
    if let Ok(date) = text.parse::<CivilDate>() {
        return t.date(date);
    }
    let part = change.part.as_deref().unwrap_or_default();
    let prefix = CODES.iter().find(|(field, at, _)| *field == change.field && *at == part).map(|(.., prefix)| *prefix);
    let key = prefix.map(|prefix| format!("{prefix}-{text}"));
    match key.filter(|key| t.has(key)) {
        Some(key) => t.m(&key).to_string(),
        None => text.to_owned(),
    }
}
