//! Plain types of places.

use infitah_base::{Lang, Text};
use serde::{Deserialize, Serialize};

/// A level of the administrative map.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Kind {
    /// What the place tables call it.
    pub kind: String,
    /// 0 is the widest; equal ranks stand beside each other.
    pub rank: i32,
    /// The word for one.
    pub one: Text,
    /// The word for several.
    pub many: Text,
}

/// A place.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Census code with dots (`05.091.01.01`).
    pub code: String,
    /// Its level.
    pub kind: String,
    /// The place around it.
    pub parent: Option<String>,
    /// Its name by language; no name is invented where the census has none.
    pub names: Text,
    /// Legal population at the last census.
    pub population: Option<i64>,
    /// Households at the last census.
    pub households: Option<i64>,
    /// Whether there is an outline to draw.
    pub has_outline: bool,
}

impl Place {
    /// Its name for a reader.
    pub fn name(&self, lang: Lang) -> &str {
        self.names.plain(lang)
    }
}

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Of a hundred.
    Percent,
    /// People.
    People,
    /// Households.
    Households,
}

/// What is counted of places, and how to say it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indicator {
    /// `illiteracy`
    pub key: String,
    /// Its unit.
    pub unit: Unit,
    /// The name of its source.
    pub source: Text,
    /// The day it speaks of.
    pub date: String,
    /// Of whom it is a share or count.
    pub base: Text,
    /// Its name.
    pub label: Text,
    /// One plain sentence.
    pub explanation: Text,
}

/// One figure of a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Which indicator.
    pub indicator: String,
    /// `total`, `urban` or `rural`.
    pub area: String,
    /// `all`, `male` or `female`.
    pub sex: String,
    /// In the indicator's unit.
    pub value: f64,
}
