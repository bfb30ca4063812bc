//! Mappings: what the columns and values of a file mean, as a person said it.

use std::collections::BTreeMap;

use infitah_base::{Currency, Lang, number::DecimalMark};
use serde::Deserialize;

use super::{columns, values};

/// Which part of a date stands first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum DateOrder {
    /// `2026-11-23`
    #[serde(rename = "year-first")]
    Year,
    /// `23/11/2026`
    #[serde(rename = "day-first")]
    Day,
    /// `11/23/2026`
    #[serde(rename = "month-first")]
    Month,
}

/// What the columns of a file mean.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The language of its texts.
    #[serde(default)]
    pub language: Option<Lang>,
    /// The currency of its amounts.
    #[serde(default)]
    pub currency: Option<Currency>,
    /// Its decimal mark.
    #[serde(default)]
    pub decimal: Option<DecimalMark>,
    /// The order of its dates.
    #[serde(default)]
    pub dates: Option<DateOrder>,
    /// Meaning by header.
    #[serde(default)]
    pub columns: BTreeMap<String, String>,
    /// Code by value, for the meanings whose values are codes.
    #[serde(default)]
    pub values: BTreeMap<String, BTreeMap<String, String>>,
}

/// Reads a mapping; the error says what is wrong with it.
pub fn read_mapping(text: &str) -> Result<Mapping, String> {
    let mapping: Mapping = toml::from_str(text).map_err(|error| error.to_string())?;
    for (header, target) in &mapping.columns {
        if !columns::is_known(target) {
            return Err(format!(
                "column {header:?}: {target:?} is not known; known are {}",
                columns::known().join(", ")
            ));
        }
    }
    for (target, given) in &mapping.values {
        if !values::CODED.contains(&target.as_str()) {
            return Err(format!("[values.{target}]: only {} have values that are codes", values::CODED.join(", ")));
        }
        for (value, code) in given {
            let known = || format!("write one of {}, or \"ignore\"", values::codes(target).join(", "));
            if code == values::UNKNOWN {
                return Err(format!("[values.{target}]: {value:?} still has \"?\": {}", known()));
            }
            // The sectors of the standard are an open list.
            if target != "sector" && code != columns::IGNORE && !values::is_code(target, code) {
                return Err(format!("[values.{target}]: {value:?}: {code:?} is not a code: {}", known()));
            }
        }
    }
    Ok(mapping)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_meaning_is_named() {
        let error = read_mapping("[columns]\n\"A\" = \"titel\"\n").unwrap_err();
        assert!(error.contains("\"titel\" is not known") && error.contains("title"), "{error}");
    }

    #[test]
    fn a_question_that_is_left_open_is_an_error() {
        let open = "[values.status]\n\"Presque\" = \"?\"\n";
        let error = read_mapping(open).unwrap_err();
        assert!(error.contains("\"Presque\" still has \"?\"") && error.contains("implementation"), "{error}");
        assert!(read_mapping(&open.replace('?', "soon")).unwrap_err().contains("\"soon\" is not a code"));
        assert!(read_mapping(&open.replace('?', "ignore")).is_ok());
        assert!(read_mapping("[values.title]\n\"a\" = \"b\"\n").unwrap_err().contains("values.title"));
    }
}
