//! The fields of a document as a form shows and reads them. A domain says what its document has ([`Chapter`]); how a
//! day, an amount or words in several languages are asked for is said here, once.

use askama::Template;
use infitah_base::{CivilDate, Currency, Lang, Money};
use infitah_kit::{T, form::FormState};
use serde_json::{Map, Value, json};

mod read;
mod show;

pub use read::read_fields;
pub use show::show_fields;

/// A value that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// As the document has it.
    pub code: String,
    /// As a person reads it.
    pub name: String,
}

/// How a value is asked for.
#[derive(Clone, Copy)]
pub enum Shape {
    /// Words in every language of the instance; `true`: several lines.
    Words(bool),
    /// One line, the same in all languages.
    Line,
    /// A count.
    Whole,
    /// 0 to 100.
    Percent,
    /// An amount and its currency.
    Money,
    /// A day.
    Day,
    /// Yes, no, or not said.
    Truth,
    /// One of a list.
    One(fn(&T) -> Vec<Choice>),
    /// Several of a list. What the document has beside them stays choosable.
    Several(fn(&T) -> Vec<Choice>),
    /// One of the document's own parties.
    Party,
    /// Several of them.
    Parties,
    /// A place of the census.
    Place,
    /// Latitude and longitude.
    Position,
    /// A geometry (RFC 7946), as text.
    Geometry(fn(&Value) -> bool),
    /// Names and values, a line each.
    Pairs,
    /// Shown, and not to be changed: it names the entry to machines.
    Fixed,
}

/// Whether a value may be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Must {
    /// It may.
    Never,
    /// It may not.
    Always,
    /// It may not when something beside it is said: an amount's date says nothing without the amount.
    WithOthers,
    /// Left out, it gets the next free number.
    Numbered,
}

/// One field of a form.
#[derive(Clone, Copy)]
pub struct Field {
    /// The way to it within its document or entry: `dates.planned_end`.
    pub at: &'static str,
    /// The message that names it.
    pub label: &'static str,
    /// How it is asked for.
    pub shape: Shape,
    /// Whether it may be left out.
    pub must: Must,
}

/// A list of entries.
pub struct List {
    /// The way to it within its document or entry.
    pub at: &'static str,
    /// The message that names it.
    pub label: &'static str,
    /// What an entry has.
    pub fields: &'static [Field],
    /// Lists within an entry.
    pub lists: &'static [List],
    /// The parts that name an entry to people, the first that is there.
    pub named: &'static [&'static str],
    /// The parts that no two entries have alike; empty: there may be equal ones.
    pub once: &'static [&'static str],
}

/// Fields that stand together.
pub struct Group {
    /// The message above them; empty: none.
    pub label: &'static str,
    /// The fields.
    pub fields: &'static [Field],
}

/// A short page of a document.
pub struct Chapter {
    /// Its name in addresses.
    pub id: &'static str,
    /// The message that names it.
    pub label: &'static str,
    /// Its pictogram.
    pub icon: &'static str,
    /// Its own fields.
    pub groups: &'static [Group],
    /// Its lists, each entry of which has a page.
    pub lists: &'static [List],
}

impl Chapter {
    /// All its own fields.
    pub fn fields(&self) -> Vec<Field> {
        self.groups.iter().flat_map(|group| group.fields).copied().collect()
    }
}

/// What a form has to know of its surroundings.
pub struct Cx {
    /// The translator.
    pub t: T,
    /// The languages in which words are asked for, the page's first.
    pub langs: Vec<Lang>,
    /// The currency that stands in a new amount.
    pub currency: Currency,
    /// The places that may be chosen.
    pub places: Vec<Choice>,
    /// The parties of the document.
    pub parties: Vec<Choice>,
}

/// The value at a way; `None`: nothing is said there.
pub fn at<'v>(value: &'v Value, way: &str) -> Option<&'v Value> {
    way.split('.').try_fold(value, |value, part| value.get(part)).filter(|value| !value.is_null())
}

/// Sets the value at a way, or takes it away; what is left empty around it goes too.
pub fn put(value: &mut Value, way: &str, new: Option<Value>) {
    if !value.is_object() {
        *value = Value::Object(Map::new());
    }
    let Some(object) = value.as_object_mut() else { return };
    match (way.split_once('.'), new) {
        (None, Some(new)) => {
            object.insert(way.to_owned(), new);
        }
        (None, None) => {
            object.remove(way);
        }
        (Some((first, rest)), new) => {
            if new.is_none() && !object.contains_key(first) {
                return;
            }
            let inner = object.entry(first).or_insert_with(|| json!({}));
            put(inner, rest, new);
            if inner.as_object().is_some_and(Map::is_empty) {
                object.remove(first);
            }
        }
    }
}

/// The name of the input of one language of words.
fn input_of(field: &Field, lang: Lang) -> String {
    format!("{}.{}", field.at, lang.tag())
}

/// The name of an input beside the first one of a field.
fn beside(field: &Field, what: &str) -> String {
    format!("{}:{what}", field.at)
}

/// So many languages of a text stand open.
const OPEN_LANGUAGES: usize = 2;

/// A field on a page.
#[derive(Template)]
#[template(path = "drafts/templates/field.html")]
pub struct FieldShown<'a> {
    /// The field.
    pub field: &'a Field,
    /// What is in the form.
    pub form: &'a FormState,
    /// What surrounds it.
    pub cx: &'a Cx,
}

impl FieldShown<'_> {
    fn t(&self) -> &T {
        &self.cx.t
    }

    fn input(&self, lang: &Lang) -> String {
        input_of(self.field, *lang)
    }

    fn beside(&self, what: &str) -> String {
        beside(self.field, what)
    }

    fn is_bad(&self) -> bool {
        self.form.error(self.field.at).is_some()
    }

    fn must(&self) -> bool {
        self.field.must == Must::Always
    }

    /// The inputs of words: name, language, value.
    fn words(&self) -> Vec<(String, Lang, &str)> {
        let input = |lang: &Lang| {
            let name = self.input(lang);
            let value = self.form.value(&name);
            (name, *lang, value)
        };
        self.cx.langs.iter().map(input).collect()
    }

    /// Whether the languages from this one on stand folded: most agents write in two.
    fn folds(&self, index: &usize) -> bool {
        *index == OPEN_LANGUAGES
    }

    fn folds_end(&self, count: &usize) -> bool {
        *count > OPEN_LANGUAGES && *count == self.cx.langs.len()
    }

    /// What can be chosen, and whether it is.
    fn choices(&self) -> Vec<(Choice, bool)> {
        let chosen: Vec<&str> = self.form.value(self.field.at).split('\n').filter(|one| !one.is_empty()).collect();
        let mut choices = choices(self.field, self.cx);
        for code in &chosen {
            if !choices.iter().any(|choice| choice.code == **code) {
                choices.push(Choice { code: (*code).to_owned(), name: (*code).to_owned() });
            }
        }
        choices
            .into_iter()
            .map(|choice| {
                let is_chosen = chosen.contains(&choice.code.as_str());
                (choice, is_chosen)
            })
            .collect()
    }
}

impl askama::filters::HtmlSafe for FieldShown<'_> {}

/// What a field lets one choose.
fn choices(field: &Field, cx: &Cx) -> Vec<Choice> {
    match field.shape {
        Shape::One(list) | Shape::Several(list) => list(&cx.t),
        Shape::Party | Shape::Parties => cx.parties.clone(),
        Shape::Place => cx.places.clone(),
        Shape::Truth => ["yes", "no"]
            .into_iter()
            .map(|code| Choice { code: code.to_owned(), name: cx.t.m(code).to_string() })
            .collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests;
