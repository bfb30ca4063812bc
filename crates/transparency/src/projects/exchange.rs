//! Files in and out: OC4IDS 0.9.5 packages, CSV and workbooks; GeoJSON out. What comes in is read project by project and
//! checked whole before anything is written; nothing is dropped without being named.

use std::{collections::BTreeMap, io};

use infitah_base::{Currency, Lang};

use super::model::Project;
pub use crate::tables::{Body, Note, Problem, Source};
use crate::tables::{HEADER_WITHIN, Kind};

mod beyond;
mod check;
mod columns;
mod csv_in;
mod draft;
mod ear;
mod geojson_out;
mod mapping;
mod oc4ids_in;
mod oc4ids_out;
mod out;
mod package;
mod table;
mod table_out;
mod values;

pub use check::{Checked, Listing, check};
pub use draft::draft_mapping;
use ear::Ear;
pub use ear::{Heard, Stop, key_of};
pub use mapping::{Mapping, read_mapping};
pub use out::{ExportError, ExportFormat, Publication, Row, Writer, export};
pub use table_out::columns;

/// What the operator says about a file.
#[derive(Clone, Debug, Default)]
pub struct ImportOptions {
    /// The currency of amounts that name none.
    pub currency: Option<Currency>,
    /// The language of texts that name none.
    pub language: Option<Lang>,
    /// What the columns mean, when the operator has said it.
    pub mapping: Option<Mapping>,
    /// Folded names that only one place of the instance has, with its code.
    pub gazetteer: std::collections::HashMap<String, String>,
}

/// What a file holds, before anything is written.
#[derive(Clone, Debug, Default)]
pub struct ImportReport {
    /// Rows or projects read.
    pub read: usize,
    /// The projects that can be taken, each with its row.
    pub good: Vec<(usize, Project)>,
    /// What cannot be taken, in the order of the file.
    pub problems: Vec<Problem>,
    /// What is kept word for word but has no place on the pages: column or field, and in how many rows.
    pub kept: BTreeMap<String, usize>,
    /// What the mapping says to leave out: column, and in how many rows it held something.
    pub left_out: BTreeMap<String, usize>,
}

impl ImportReport {
    /// The rows that cannot be taken, each once.
    pub fn bad_rows(&self) -> Vec<usize> {
        let mut rows: Vec<usize> = self.problems.iter().map(|problem| problem.row).filter(|row| *row > 0).collect();
        rows.dedup();
        rows
    }

    /// Whether the file as a whole cannot be used.
    pub fn is_unusable(&self) -> bool {
        self.problems.iter().any(|problem| problem.row == 0)
    }

    fn hear(&mut self, heard: Heard<'_>) -> Stop {
        self.read += usize::from(matches!(heard, Heard::Good(..) | Heard::Bad(_)));
        match heard {
            Heard::Good(row, project) => self.good.push((row, *project)),
            Heard::Bad(problems) | Heard::Unusable(problems) => self.problems.extend(problems),
            Heard::Kept(field) => *self.kept.entry(field.to_owned()).or_default() += 1,
            Heard::LeftOut(field) => *self.left_out.entry(field.to_owned()).or_default() += 1,
            Heard::Note(_) => {}
        }
        Stop::Continue(())
    }
}

/// Whether a cell is a header that is understood without a mapping.
pub(crate) fn is_header(cell: &str) -> bool {
    columns::understand(cell).is_some()
}

/// Reads a file, project by project: `hear` is told of each, and may stop. What is held in memory is one project, and
/// a hash of each identifier.
pub fn read(source: &Source, options: &ImportOptions, hear: &mut dyn FnMut(Heard<'_>) -> Stop) -> io::Result<()> {
    let mut ear = Ear::new(hear);
    match source.kind() {
        Kind::Json => package::read(source, options, &mut ear),
        Kind::Csv | Kind::Xlsx => table::read(source, options, &mut ear),
    }
}

/// Reads and checks a small file that is in memory.
pub fn prepare(bytes: &[u8], options: &ImportOptions) -> ImportReport {
    let mut report = ImportReport::default();
    let broken = |error: io::Error| Problem::new(0, "", error.to_string(), "import-row-broken");
    let source = Source::look(Body::Bytes(bytes.to_vec()), None, None).map_err(broken).and_then(|looked| looked);
    let read = source.and_then(|source| read(&source, options, &mut |heard| report.hear(heard)).map_err(broken));
    report.problems.extend(read.err());
    if report.is_unusable() {
        report.good.clear();
    }
    report
}

/// The largest amount that is taken, in minor units: a million million dirhams. What is larger is a slip, and sums of
/// many must still fit.
const LARGEST: i64 = 100_000_000_000_000;

/// An amount that can stand in the register.
fn sane_amount(plain: &str, currency: Currency) -> Option<infitah_base::Money> {
    let money = infitah_base::Money::from_decimal(plain, currency).ok()?;
    (0..=LARGEST).contains(&money.minor).then_some(money)
}

/// The largest count of jobs that is taken.
const MOST_JOBS: u32 = 10_000_000;

/// The largest count of people that is taken.
const MOST_PEOPLE: u32 = 1_000_000_000;

/// A year that a project can have.
fn sane_year(date: infitah_base::CivilDate) -> bool {
    (1900..=2200).contains(&date.year())
}

#[cfg(test)]
mod tests;
