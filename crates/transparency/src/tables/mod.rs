//! Files that hold tables, CSV and workbooks, as every domain reads them: row by row, with what is wrong said by row and
//! field.

use infitah_kit::T;

use crate::{budget, projects};

mod source;
mod xlsx_in;

pub use source::{Body, Source};
pub(crate) use source::{Cell, Kind, TableRow, Told, plain};

/// The header of a table stands within so many rows; above it are titles.
pub(crate) const HEADER_WITHIN: usize = 20;

/// Something in a file that cannot be taken as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The row (CSV: as the spreadsheet numbers it, headers are row 1) or the number of the project (JSON, from 1).
    /// 0: the file as a whole.
    pub row: usize,
    /// The column or the path.
    pub field: String,
    /// What stands there.
    pub value: String,
    /// The message that says what to do.
    pub key: &'static str,
}

impl Problem {
    pub(crate) fn new(row: usize, field: impl Into<String>, value: impl Into<String>, key: &'static str) -> Self {
        // A whole document pasted into a cell would bury the report.
        let value: String = value.into().chars().take(80).collect();
        Self { row, field: field.into(), value, key }
    }

    /// The sentence for a person.
    pub fn say(&self, t: &T) -> String {
        let what = t.m(self.key).s("value", self.value.as_str()).to_string();
        if self.row == 0 {
            return what;
        }
        t.m("import-problem").n("row", self.row).s("field", self.field.as_str()).s("what", what).to_string()
    }
}

/// Something about a file that its sender should know, and that stops nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The message.
    pub key: &'static str,
    /// What it is about.
    pub value: String,
}

/// Whether a cell is a header that some domain understands: by such cells the separator of a CSV file is known.
fn is_header(cell: &str) -> bool {
    projects::is_header(cell) || budget::is_header(cell)
}
