//! What changed between two versions of a project, field by field: every field, whatever it is, with its old and its
//! new value.

use std::collections::BTreeMap;

use infitah_base::{Currency, Lang, Money, Text};
use serde_json::{Map, Value};

use super::model::Project;

/// One value of a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Leaf {
    /// Words in several languages.
    Words(Text),
    /// An amount.
    Money(Money),
    /// A date, a code, a name: as it is kept.
    Plain(String),
    /// A number.
    Number(i64),
    /// Yes or no.
    Truth(bool),
}

/// A field whose value changed.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldChange {
    /// The field of the project (`milestones`).
    pub field: String,
    /// Which one, where there are several: its name or number.
    pub entry: Option<String>,
    /// The part of it (`due`, `vote.date`).
    pub part: Option<String>,
    /// What it was; `None`: not published.
    pub old: Option<Leaf>,
    /// What it is; `None`: not published any more.
    pub new: Option<Leaf>,
}

/// The way to a value: the field, the entry, the part.
type Way = (String, Option<String>, Option<String>);

/// What changed from one version to the next. People who were counted are protected in both.
pub fn changes(old: &Project, new: &Project) -> Vec<FieldChange> {
    let (old, new) = (leaves(old), leaves(new));
    let mut ways: Vec<&Way> = old.keys().chain(new.keys()).collect();
    ways.sort();
    ways.dedup();
    let changed = ways.into_iter().filter(|way| old.get(*way) != new.get(*way));
    changed
        .map(|way| FieldChange {
            field: way.0.clone(),
            entry: way.1.clone(),
            part: way.2.clone(),
            old: old.get(way).cloned(),
            new: new.get(way).cloned(),
        })
        .collect()
}

/// Every value of a project by the way to it.
fn leaves(project: &Project) -> BTreeMap<Way, Leaf> {
    let mut out = BTreeMap::new();
    // A project that was read from JSON is written as JSON.
    let Ok(Value::Object(fields)) = serde_json::to_value(project.for_files()) else { return out };
    for (field, value) in &fields {
        // The original of a file repeats what the fields say; that it came again is one change, not hundreds.
        if field == "carried" {
            let size = i64::try_from(value.to_string().len()).unwrap_or(i64::MAX);
            out.insert((field.clone(), None, None), Leaf::Number(size));
            continue;
        }
        walk(&mut out, (field.clone(), None, None), value);
    }
    out
}

fn walk(out: &mut BTreeMap<Way, Leaf>, way: Way, value: &Value) {
    if let Some(leaf) = leaf(value) {
        out.insert(way, leaf);
        return;
    }
    match value {
        Value::Object(parts) => {
            for (part, value) in parts {
                let (field, entry, around) = way.clone();
                let part = around.map_or(part.clone(), |around| format!("{around}.{part}"));
                walk(out, (field, entry, Some(part)), value);
            }
        }
        Value::Array(entries) if entries.iter().all(|one| !one.is_object()) => {
            let words = entries.iter().map(|one| one.as_str().map_or_else(|| one.to_string(), str::to_owned));
            out.insert(way, Leaf::Plain(words.collect::<Vec<_>>().join(", ")));
        }
        Value::Array(entries) => {
            for (number, entry) in (1..).zip(entries) {
                let name = entry.as_object().and_then(name_of).unwrap_or_else(|| i32::to_string(&number));
                let (field, around, part) = way.clone();
                let name = around.map_or(name.clone(), |around| format!("{around} · {name}"));
                walk(out, (field, Some(name), part), entry);
            }
        }
        _ => {}
    }
}

/// A value that is shown as one: a scalar, an amount, words in several languages.
fn leaf(value: &Value) -> Option<Leaf> {
    match value {
        Value::Bool(truth) => Some(Leaf::Truth(*truth)),
        Value::Number(number) => Some(number.as_i64().map_or_else(|| Leaf::Plain(number.to_string()), Leaf::Number)),
        Value::String(text) => Some(Leaf::Plain(text.clone())),
        Value::Object(object) => money(object).or_else(|| words(object)),
        Value::Null | Value::Array(_) => None,
    }
}

fn money(object: &Map<String, Value>) -> Option<Leaf> {
    let currency: Currency = object.get("currency")?.as_str()?.parse().ok()?;
    (object.len() == 2).then_some(())?;
    Some(Leaf::Money(Money::new(object.get("minor")?.as_i64()?, currency)))
}

fn words(object: &Map<String, Value>) -> Option<Leaf> {
    let mut text = Text::default();
    for (tag, words) in object {
        text.set(Lang::parse(tag).ok()?, words.as_str()?);
    }
    (!text.is_empty()).then_some(Leaf::Words(text))
}

/// By what an entry of a list is known: the same fields by which a newer file finds it again.
const NAMES: [&str; 9] = ["id", "number", "at", "status", "date", "file", "party", "code", "given"];

pub(super) fn name_of(entry: &Map<String, Value>) -> Option<String> {
    NAMES.iter().find_map(|name| entry.get(*name)?.as_str().map(str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::projects::model::Milestone;

    fn project() -> Project {
        Project::new("A1", Text::one(Lang::arabic(), "طريق"))
    }

    #[test]
    fn every_field_is_told_with_its_old_and_new_value() {
        let (old, mut new) = (project(), project());
        new.milestones.push(Milestone {
            id: "2".to_owned(),
            title: Text::default(),
            description: Text::default(),
            kind: None,
            due: "2026-11-23".parse().ok(),
            met: None,
            status: None,
        });
        new.title.set(Lang::arabic(), "طريق قروية");
        let told = changes(&old, &new);
        let due = told.iter().find(|change| change.part.as_deref() == Some("due")).unwrap();
        assert_eq!((due.field.as_str(), due.entry.as_deref()), ("milestones", Some("2")));
        assert_eq!((&due.old, &due.new), (&None, &Some(Leaf::Plain("2026-11-23".to_owned()))));
        assert!(told.iter().any(|change| change.field == "title" && matches!(change.old, Some(Leaf::Words(_)))));
        assert_eq!(changes(&old, &old), []);
    }

    #[test]
    fn small_groups_are_not_told_by_their_changes() {
        let (mut old, mut new) = (project(), project());
        old.jobs.created.women = Some(2);
        new.jobs.created.women = Some(4);
        assert_eq!(changes(&old, &new), []);
    }
}
