//! Mappings: what the columns of a budget table mean, and what no column says, as a person said it.

use std::collections::BTreeMap;

use infitah_base::{Currency, Lang, Text, number::DecimalMark};
use serde::Deserialize;

use super::columns::Meaning;
use crate::budget::{
    data,
    model::{Account, Direction, Level, Part, Scheme},
};

/// How the rows of a table stand to each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rows {
    /// One line a row.
    #[default]
    Lines,
    /// Rows of every level stand in one table, and the code of each begins with that of the one above: the lowest are
    /// lines, the others say what those below them sum to.
    Levels,
}

/// What a person said of a table.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The key of a scheme that comes with the program.
    #[serde(default)]
    pub scheme: Option<String>,
    /// Levels of its own, from above: key and name.
    #[serde(default)]
    pub level: Vec<OwnLevel>,
    /// How the rows stand to each other.
    #[serde(default)]
    pub rows: Option<Rows>,
    /// The language of its texts.
    #[serde(default)]
    pub language: Option<Lang>,
    /// The currency of its amounts.
    #[serde(default)]
    pub currency: Option<Currency>,
    /// Its decimal mark.
    #[serde(default)]
    pub decimal: Option<DecimalMark>,
    /// The direction of rows that name none.
    #[serde(default)]
    pub direction: Option<Direction>,
    /// The part of rows that name none.
    #[serde(default)]
    pub part: Option<Part>,
    /// The account of rows that name none.
    #[serde(default)]
    pub account: Option<Account>,
    /// How many units of the currency one unit of the table is (1000 for thousands).
    #[serde(default)]
    pub unit: Option<i64>,
    /// Whether the same line may stand at two paths.
    #[serde(default)]
    pub repeated_lines: bool,
    /// Meaning by header.
    #[serde(default)]
    pub columns: BTreeMap<String, String>,
    /// Code by value, for `direction`, `part`, `phase`, `purpose`, `family` and `mandatory`.
    #[serde(default)]
    pub values: BTreeMap<String, BTreeMap<String, String>>,
}

/// A level that a mapping names itself.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnLevel {
    /// Its key: one of those that columns can mean.
    pub key: String,
    /// What one of it is called.
    #[serde(default)]
    pub name: Text,
}

/// The scheme of tables that name none.
const USUAL: &str = "ma-111-14";

/// The scheme of tables with one code of the whole path.
const PLAIN: &str = "plain";

impl Mapping {
    /// The levels of the paths: named, its own, those that are known, or those that its columns speak of.
    pub(super) fn scheme(&self, columns: &[Option<Meaning>], known: Option<&Scheme>) -> Scheme {
        if !self.level.is_empty() {
            let level = |one: &OwnLevel| Level { key: one.key.clone(), name: one.name.clone() };
            return Scheme { key: "own".to_owned(), levels: self.level.iter().map(level).collect() };
        }
        let named = self.scheme.as_deref().and_then(data::scheme);
        let codes: Vec<&str> = columns
            .iter()
            .filter_map(|meaning| match meaning {
                Some(Meaning::Code(level)) => Some(level.as_str()),
                _ => None,
            })
            .collect();
        let holds = |scheme: &&Scheme| codes.iter().all(|code| scheme.levels.iter().any(|level| level.key == *code));
        let usual = if codes.is_empty() { data::scheme(PLAIN) } else { data::scheme(USUAL).filter(holds) };
        // The shortest that has them all.
        let fitting = || data::schemes().values().filter(holds).min_by_key(|scheme| scheme.levels.len());
        let empty = || Scheme { key: PLAIN.to_owned(), levels: Vec::new() };
        named.or(known.filter(holds)).or(usual).or_else(fitting).cloned().unwrap_or_else(empty)
    }
}

/// Reads a mapping; the error says what is wrong with it.
pub fn read_mapping(text: &str) -> Result<Mapping, String> {
    let mapping: Mapping = toml::from_str(text).map_err(|error| error.to_string())?;
    if let Some(scheme) = mapping.scheme.as_deref().filter(|key| data::scheme(key).is_none()) {
        let known: Vec<&str> = data::schemes().keys().map(String::as_str).collect();
        return Err(format!("scheme {scheme:?} is not known; known are {}", known.join(", ")));
    }
    for (header, meaning) in &mapping.columns {
        if Meaning::parse(meaning).is_none() {
            let known = Meaning::known().join(", ");
            return Err(format!("column {header:?}: {meaning:?} is not known; known are {known}"));
        }
    }
    for level in &mapping.level {
        if !matches!(Meaning::parse(&level.key), Some(Meaning::Code(_))) {
            return Err(format!("level {:?} is not known", level.key));
        }
    }
    if mapping.unit.is_some_and(|unit| !(1..=1_000_000_000).contains(&unit)) {
        return Err("unit: write 1000 where the table is in thousands".to_owned());
    }
    Ok(mapping)
}
