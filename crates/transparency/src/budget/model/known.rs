//! What is known of every budget: purposes, families of the law, its rules. `data.rs` reads them.

use infitah_base::Text;
use serde::Deserialize;

use super::{Direction, Part};

/// For what money is spent, in plain words.
#[derive(Clone, Debug, Deserialize)]
pub struct Purpose {
    /// Its key.
    pub key: String,
    /// The number of its colour and motif in the carpet, 1 to 7.
    pub mark: u8,
    /// Its pictogram.
    pub icon: String,
    /// The beginnings of the codes of COFOG that are sorted here.
    pub cofog: Vec<String>,
    /// What it is called.
    pub name: Text,
}

/// A family of revenue or spending of the law, or one of its kinds of mandatory spending or documents.
#[derive(Clone, Debug, Deserialize)]
pub struct Family {
    /// Its key.
    pub key: String,
    /// Of what.
    #[serde(default)]
    pub direction: Option<Direction>,
    /// The only part that it stands in.
    #[serde(default)]
    pub part: Option<Part>,
    /// The article that names it.
    #[serde(default)]
    pub article: String,
    /// The plain source that it belongs to.
    #[serde(default)]
    pub source: Option<String>,
    /// What it is called.
    pub name: Text,
}

/// A rule of the law.
#[derive(Clone, Debug, Deserialize)]
pub struct Law {
    /// Its key (`R167c`).
    pub key: String,
    /// The text that it stands in.
    pub text: String,
    /// The article.
    pub article: String,
    /// The law's own term.
    #[serde(default)]
    pub term: Option<String>,
    /// The rule, in one sentence.
    pub name: Text,
}
