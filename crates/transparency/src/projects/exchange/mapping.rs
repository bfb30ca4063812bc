//! Mappings: what the columns of a file mean, drafted by looking at it, corrected by a person.

use std::{collections::BTreeMap, fmt::Write};

use infitah_base::{Currency, Lang, number::DecimalMark};
use serde::Deserialize;

use super::columns;

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
    Ok(mapping)
}

/// Drafts a mapping by looking at the headers and the first values, for a person to correct.
pub fn draft_mapping(bytes: &[u8]) -> Result<String, String> {
    let text = std::str::from_utf8(bytes).map_err(|_| "the file is not UTF-8".to_owned())?;
    let text = super::bare(text);
    if text.starts_with(['{', '[']) {
        return Err("a JSON file needs no mapping: its fields have names of their own".to_owned());
    }
    let mut reader = super::csv_in::reader(text);
    let headers = reader.headers().map_err(|error| error.to_string())?.clone();
    let rows: Vec<csv::StringRecord> = reader.records().take(200).filter_map(Result::ok).collect();
    let column =
        |index: usize| rows.iter().filter_map(move |row| row.get(index)).filter(|cell| !cell.trim().is_empty());
    let all = || (0..headers.len()).flat_map(column);

    let mut out = String::from(
        "# What the columns mean. Correct it, then: infitah import projects FILE --mapping THIS\n\
         # \"keep\": kept word for word, not shown. \"ignore\": left out, and named in the report.\n",
    );
    let _ = writeln!(out, "# Known meanings: {}.\n", columns::known().join(", "));
    let _ = writeln!(out, "# language = \"fr\"\n# currency = \"MAD\"");
    let commas = all().filter(|cell| looks_decimal(cell, ',')).count();
    let points = all().filter(|cell| looks_decimal(cell, '.')).count();
    if commas + points > 0 {
        let _ = writeln!(out, "decimal = \"{}\"", if commas > points { "comma" } else { "point" });
    }
    if let Some(order) = date_order(all()) {
        let _ = writeln!(out, "dates = \"{order}\"");
    }
    out.push_str("\n[columns]\n");
    for (index, header) in headers.iter().enumerate() {
        let target = columns::understand(header).unwrap_or_else(|| columns::KEEP.to_owned());
        let example: String = column(index).next().unwrap_or_default().chars().take(40).collect();
        let name = toml::Value::String(header.to_owned());
        let _ = writeln!(out, "{name} = \"{target}\"  # {}", example.replace(['\n', '\r'], " "));
    }
    Ok(out)
}

/// A number whose mark is followed by other than three digits.
fn looks_decimal(cell: &str, mark: char) -> bool {
    let cell = cell.trim();
    cell.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',' | b' ' | b'-' | b'E' | b'e'))
        && cell.matches(mark).count() == 1
        && cell.rsplit(mark).next().is_some_and(|after| after.len() != 3 && !after.is_empty())
}

fn date_order<'a>(cells: impl Iterator<Item = &'a str>) -> Option<&'static str> {
    let (mut year_first, mut first_over_12, mut second_over_12, mut slashed) = (0, 0, 0, 0);
    for cell in cells {
        let parts: Vec<&str> = cell.trim().get(..10).unwrap_or(cell.trim()).split(['-', '/', '.']).collect();
        let [a, b, c] = parts.as_slice() else { continue };
        let (Ok(a_number), Ok(b_number), Ok(_)) = (a.parse::<u16>(), b.parse::<u16>(), c.parse::<u16>()) else {
            continue;
        };
        if a.len() == 4 {
            year_first += 1;
        } else if c.len() == 4 {
            slashed += 1;
            first_over_12 += usize::from(a_number > 12);
            second_over_12 += usize::from(b_number > 12);
        }
    }
    match (year_first, slashed) {
        (0, 0) => None,
        (0, _) if second_over_12 > first_over_12 => Some("month-first"),
        (0, _) => Some("day-first"),
        _ => Some("year-first"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_can_be_read_and_understands_what_it_can() {
        let file = "Code projet;Intitulé;Coût total;Début des travaux;Île\nA1;Route;1 234,50;23/11/2026;\"a\nb\"\n";
        let draft = draft_mapping(file.as_bytes()).unwrap();
        let mapping = read_mapping(&draft).unwrap_or_else(|error| panic!("{error}\n{draft}"));
        assert_eq!(mapping.decimal, Some(DecimalMark::Comma));
        assert_eq!(mapping.dates, Some(DateOrder::Day));
        let meanings: Vec<&str> = ["Code projet", "Intitulé", "Coût total", "Début des travaux", "Île"]
            .iter()
            .map(|header| mapping.columns[*header].as_str())
            .collect();
        assert_eq!(meanings, ["identifier", "title", "budget", "actual.start", "keep"]);
    }

    #[test]
    fn a_wrong_meaning_is_named() {
        let error = read_mapping("[columns]\n\"A\" = \"titel\"\n").unwrap_err();
        assert!(error.contains("\"titel\" is not known") && error.contains("title"), "{error}");
    }
}
