//! Forms: what was typed is kept, what is wrong is said at the field and in a summary, in the person's language.

use std::{borrow::Cow, collections::BTreeMap};

use crate::i18n::T;

/// The state of a form: what was typed and what was wrong with it. Nothing typed is ever lost.
#[derive(Clone, Debug, Default)]
pub struct FormState {
    values: BTreeMap<Cow<'static, str>, String>,
    errors: Vec<FieldError>,
}

/// What is wrong with one field: a message key, and the figure it speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The field's name, which is also its id on the page.
    pub field: Cow<'static, str>,
    /// The message that says what to do.
    pub key: &'static str,
    /// The figure in that message (`at most 500 letters`), 0 when there is none.
    pub figure: i64,
}

impl FormState {
    /// Remembers what was typed into a field.
    pub fn keep(&mut self, field: impl Into<Cow<'static, str>>, value: &str) -> &mut Self {
        self.values.insert(field.into(), value.to_owned());
        self
    }

    /// Notes what is wrong with a field.
    pub fn wrong(&mut self, field: impl Into<Cow<'static, str>>, key: &'static str, figure: i64) -> &mut Self {
        self.errors.push(FieldError { field: field.into(), key, figure });
        self
    }

    /// What was typed into a field.
    pub fn value(&self, field: &str) -> &str {
        self.values.get(field).map(String::as_str).unwrap_or_default()
    }

    /// What is wrong with a field.
    pub fn error(&self, field: &str) -> Option<&FieldError> {
        self.errors.iter().find(|error| error.field == field)
    }

    /// All that is wrong, in the order of the fields.
    pub fn errors(&self) -> &[FieldError] {
        &self.errors
    }

    /// Whether anything was typed.
    pub fn is_filled(&self) -> bool {
        self.values.values().any(|value| !value.is_empty())
    }

    /// Whether it can be accepted.
    pub fn is_good(&self) -> bool {
        self.errors.is_empty()
    }
}

impl FieldError {
    /// The sentence for a person.
    pub fn say(&self, t: &T) -> String {
        t.m(self.key).n("figure", self.figure).to_string()
    }
}
