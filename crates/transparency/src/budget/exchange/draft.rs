//! Drafts of mappings, made by looking at headers and values, for a person to correct.

use std::{collections::BTreeSet, fmt::Write, io};

use infitah_base::number;

use super::{
    ReadOptions,
    columns::{self, Meaning},
    read::{self, Table},
};
use crate::tables::{Cell, Problem, Source};

/// How many different values of a column are drafted.
const DISTINCT: usize = 40;

/// A draft of a mapping of this table; the inner error is why it cannot be read.
pub fn draft_mapping(source: &Source, options: &ReadOptions) -> io::Result<Result<String, Vec<Problem>>> {
    Ok(read::table(source, options)?.map(|table| draft(&table)))
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

fn draft(table: &Table) -> String {
    let meanings: Vec<Option<Meaning>> = table.headers.iter().map(|header| Meaning::of_header(header)).collect();
    let mut out = String::from(
        "# What the columns of this budget mean. Correct it, then import with --mapping. Remove the mark # where a line\n\
         # is needed.\n\n",
    );
    let mapping = super::Mapping::default();
    let scheme = mapping.scheme(&meanings, None);
    let levels: Vec<&str> = scheme.levels.iter().map(|level| level.key.as_str()).collect();
    let _ = writeln!(out, "scheme = {}  # {}", quoted(&scheme.key), levels.join(" > "));
    let has_code = meanings.iter().flatten().any(|meaning| *meaning == Meaning::Field("code"));
    let is_above = if has_code && stand_above(table, &meanings) { "" } else { "# " };
    let _ = writeln!(out, "{is_above}rows = \"levels\"  # rows of every level stand in one table");
    out.push_str("# currency = \"MAD\"\n# unit = 1000  # the amounts are in thousands\n");
    let mark = decimal(table, &meanings);
    let _ = writeln!(out, "{}decimal = \"{}\"", if mark.is_some() { "" } else { "# " }, mark.unwrap_or("comma"));
    for (field, values) in [("direction", "\"spending\" or \"revenue\""), ("part", "\"running\" or \"equipment\"")] {
        if !meanings.contains(&Some(Meaning::Field(field))) {
            let _ = writeln!(out, "# {field} = …  # of all rows: {values}");
        }
    }
    out.push_str("\n[columns]\n");
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for (header, meaning) in table.headers.iter().zip(&meanings) {
        let header = header.trim();
        if header.is_empty() || !seen.insert(header) {
            continue;
        }
        let _ = match meaning {
            Some(meaning) => writeln!(out, "{} = {}", quoted(header), quoted(&meaning.to_string())),
            None => writeln!(out, "{} = \"ignore\"  # not understood", quoted(header)),
        };
    }
    for kind in ["direction", "part", "phase"] {
        let Some(column) = meanings.iter().position(|meaning| *meaning == Some(Meaning::Field(kind))) else { continue };
        let _ = write!(out, "\n[values.{kind}]\n");
        for value in distinct(table, column) {
            match columns::code(kind, &value) {
                Some(code) => {
                    let _ = writeln!(out, "{} = {}", quoted(&value), quoted(code));
                }
                None => {
                    let _ = writeln!(out, "{} = \"?\"  # not understood", quoted(&value));
                }
            }
        }
    }
    out
}

fn distinct(table: &Table, column: usize) -> BTreeSet<String> {
    let cells = table.rows.iter().filter_map(|row| row.cells.get(column)).filter(|cell| !cell.is_blank());
    let mut values = BTreeSet::new();
    for cell in cells {
        if values.len() == DISTINCT {
            break;
        }
        values.insert(cell.shown().trim().to_owned());
    }
    values
}

/// Whether a quarter of the codes are the beginnings of others.
fn stand_above(table: &Table, meanings: &[Option<Meaning>]) -> bool {
    let Some(column) = meanings.iter().position(|meaning| *meaning == Some(Meaning::Field("code"))) else {
        return false;
    };
    let codes: BTreeSet<String> =
        table.rows.iter().filter_map(|row| row.cells.get(column)).map(|cell| cell.shown().trim().to_owned()).collect();
    let above = codes.iter().filter(|code| {
        codes.range((*code).clone()..).nth(1).is_some_and(|next| !code.is_empty() && next.starts_with(code.as_str()))
    });
    above.count() * 4 >= codes.len() && !codes.is_empty()
}

/// The decimal mark, where some amount shows it beyond doubt.
fn decimal(table: &Table, meanings: &[Option<Meaning>]) -> Option<&'static str> {
    let amounts: Vec<usize> = (0..meanings.len())
        .filter(|index| meanings.get(*index).is_some_and(|one| one.as_ref().is_some_and(Meaning::is_amount)))
        .collect();
    let texts = table.rows.iter().flat_map(|row| amounts.iter().filter_map(|index| row.cells.get(*index)));
    let mut shown = texts.filter(|cell| matches!(cell, Cell::Text(_))).map(Cell::shown);
    shown.find_map(|text| {
        let latin = number::latin_digits(text.trim());
        let at = latin.rfind([',', '.'])?;
        let after = latin.get(at + 1..)?;
        let is_fraction = (1..=2).contains(&after.len()) && after.bytes().all(|b| b.is_ascii_digit());
        is_fraction.then(|| if latin.get(at..=at) == Some(",") { "comma" } else { "point" })
    })
}
