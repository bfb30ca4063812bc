//! Files in and out: tables in; tables and open fiscal data out. What comes in is read and checked whole before anything
//! is written; what cannot be taken is named by row and field, and nothing is dropped without being named.

use std::{
    collections::{BTreeMap, HashMap},
    io,
};

use infitah_base::{Currency, Lang, Text};

use super::model::{Line, NodeKey, Phase, Scheme, Stated};
use crate::tables::{Note, Problem, Source};

mod assemble;
mod columns;
mod decision;
mod draft;
mod levels;
mod mapping;
mod out;
mod read;
mod row;
mod sound;
#[cfg(test)]
mod tests;
mod words;

pub(crate) use columns::is_header;
pub use decision::{draft_decision, read_decision};
pub use draft::draft_mapping;
pub use mapping::{Mapping, Rows, read_mapping};
pub(super) use out::{Row, columns, resource};
pub use sound::{Finding, what_is_wrong};
pub use words::{read_words, write_words};

/// What is asked of a file, and what the operator says of it.
#[derive(Clone, Debug)]
pub struct ReadOptions {
    /// The year whose rows are read; others are passed over, and counted.
    pub year: i16,
    /// The phase.
    pub phase: Phase,
    /// The currency of amounts.
    pub currency: Option<Currency>,
    /// The language of texts that name none.
    pub language: Option<Lang>,
    /// What the columns mean, when the operator has said it.
    pub mapping: Option<Mapping>,
    /// The scheme that the edition has already: kept, where the file has no level beyond it and names no other.
    pub scheme: Option<Scheme>,
    /// All rows are totals of the signed document.
    pub totals: bool,
}

/// What a file says of one edition.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The levels of its paths.
    pub scheme: Scheme,
    /// Its lines, each with its row.
    pub lines: Vec<(usize, Line)>,
    /// What its nodes are called.
    pub names: BTreeMap<String, Text>,
    /// The totals that it states, each with its row.
    pub stated: Vec<(usize, Stated)>,
    /// What cannot be taken, in the order of its rows.
    pub problems: Vec<Problem>,
    /// What else is to be known.
    pub notes: Vec<Note>,
    /// Columns that are left out, and in how many rows they held something.
    pub left_out: BTreeMap<String, usize>,
    /// Rows of other years and phases.
    pub others: usize,
    /// Rows of this one.
    pub read: usize,
    /// The currency.
    pub currency: Currency,
    /// Whether the same line may stand at two paths.
    pub repeated_lines: bool,
}

impl Reading {
    /// The rows of the lines, by identifier.
    pub fn rows(&self) -> HashMap<&str, usize> {
        self.lines.iter().map(|(row, line)| (line.id.as_str(), *row)).collect()
    }
}

/// Reads a table; the inner error is why it cannot be used at all. `is_place` knows the codes of places.
pub fn read(
    source: &Source,
    options: &ReadOptions,
    is_place: &dyn Fn(&str) -> bool,
) -> io::Result<Result<Reading, Vec<Problem>>> {
    Ok(match read::table(source, options)? {
        Ok(table) => assemble::reading(table, options, is_place),
        Err(problems) => Err(problems),
    })
}

/// The identifier of a line that has none: its node, and its economic nature where there is one. Without slashes: it
/// stands in addresses.
fn made_id(node: &NodeKey, nature: Option<&str>) -> String {
    let node = node.to_string().replace('/', ":");
    nature.map_or_else(|| node.clone(), |nature| format!("{node}:{nature}"))
}
