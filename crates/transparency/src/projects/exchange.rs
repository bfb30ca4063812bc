//! Files in and out: OC4IDS 0.9.5 packages and tables; GeoJSON and spreadsheets out. What comes in is checked whole before anything is written;
//! nothing is dropped without being named.

use std::collections::BTreeMap;

use infitah_base::{Currency, Lang};
use infitah_kit::T;

use super::model::Project;

mod columns;
mod csv_in;
mod geojson_out;
mod mapping;
mod oc4ids_in;
mod oc4ids_out;
mod out;
mod table_out;

pub use mapping::{Mapping, draft_mapping, read_mapping};
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
    fn new(row: usize, field: impl Into<String>, value: impl Into<String>, key: &'static str) -> Self {
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
}

/// Reads and checks a file. JSON is known by its first brace, everything else is CSV.
pub fn prepare(bytes: &[u8], options: &ImportOptions) -> ImportReport {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => bare(text),
        Err(_) => return unusable("import-not-utf8"),
    };
    let mut report = match text.trim_start().chars().next() {
        None => unusable("import-empty"),
        Some('{' | '[') => oc4ids_in::read(text, options),
        Some(_) => csv_in::read(text, options),
    };
    refuse_nul(&mut report);
    refuse_twins(&mut report);
    report
}

/// Without the byte-order mark, blank lines at the head and the line by which some spreadsheets name their separator.
fn bare(text: &str) -> &str {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = text.trim_start_matches(['\r', '\n']);
    match text.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).and_then(|_| text.split_once('\n')) {
        Some((_, rest)) => rest,
        None => text,
    }
}

fn unusable(key: &'static str) -> ImportReport {
    ImportReport { problems: vec![Problem::new(0, "", "", key)], ..ImportReport::default() }
}

/// A null character is in no text that people write, and PostgreSQL keeps none.
fn refuse_nul(report: &mut ImportReport) {
    let has_nul = |project: &Project| serde_json::to_string(project).is_ok_and(|text| text.contains("\\u0000"));
    let (bad, good): (Vec<_>, Vec<_>) =
        std::mem::take(&mut report.good).into_iter().partition(|(_, project)| has_nul(project));
    report.good = good;
    report.problems.extend(bad.into_iter().map(|(row, _)| Problem::new(row, "", "", "import-nul")));
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

/// A year that a project can have.
fn sane_year(date: infitah_base::CivilDate) -> bool {
    (1900..=2200).contains(&date.year())
}

/// Two rows with one identifier: the first is taken, the second is named, because which one is true is not ours to say.
fn refuse_twins(report: &mut ImportReport) {
    let mut seen: std::collections::HashSet<String> = std::collections::HashSet::new();
    let (good, twins): (Vec<_>, Vec<_>) =
        std::mem::take(&mut report.good).into_iter().partition(|(_, project)| seen.insert(project.identifier.clone()));
    report.good = good;
    let named =
        twins.into_iter().map(|(row, project)| Problem::new(row, "identifier", project.identifier, "import-twin"));
    report.problems.extend(named);
    report.problems.sort_by_key(|problem| problem.row);
}

impl Project {
    /// The project as it may leave as a file: people who were counted are protected.
    pub fn for_files(&self) -> Project {
        let mut out = self.clone();
        out.jobs.created = self.jobs.created.for_files();
        // What the source said of people in smaller bands does not go out again: only what this model protects does.
        if let Some(serde_json::Value::Array(metrics)) =
            out.carried.as_mut().and_then(|carried| carried.get_mut("metrics"))
        {
            metrics.retain(|metric| metric.get("id").and_then(serde_json::Value::as_str) != Some("jobsCreated"));
        }
        out
    }
}
