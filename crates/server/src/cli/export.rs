//! What goes out: `infitah export`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Common;

/// What can come in and go out.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum ObjectKind {
    /// The register of projects
    Projects,
    /// The budget of one year in one phase (--edition)
    Budget,
    /// Plain words about chapters and programmes, and for what they are
    BudgetWords,
    /// What visitors said about pages, for their owner
    Remarks,
}

/// The formats of `export`.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Format {
    /// OC4IDS 0.9.5 package
    Oc4ids,
    /// Table
    Csv,
    /// The same table as a spreadsheet
    Xlsx,
    /// Places on a map
    Geojson,
}

/// What `export` takes.
#[derive(Debug, Args)]
pub struct Export {
    /// What to write
    pub kind: ObjectKind,
    /// The file to write; - for standard output
    pub file: PathBuf,
    /// Its format; words and remarks are CSV
    #[arg(long, required_if_eq_any([("kind", "projects"), ("kind", "budget")]))]
    pub format: Option<Format>,
    /// The budget, as 2027-voted
    #[arg(long, value_name = "YEAR-PHASE", required_if_eq("kind", "budget"))]
    pub edition: Option<String>,
    /// Write the signature of the file beside it, as FILE.sig
    #[arg(long)]
    pub sign: bool,
    /// What every command takes
    #[command(flatten)]
    pub common: Common,
}
