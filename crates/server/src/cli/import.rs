//! What comes in: `infitah import`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{Common, budget};

/// How a table is read, whatever it holds.
#[derive(Debug, Args)]
pub struct Table {
    /// What the columns and values mean
    #[arg(long, value_name = "FILE")]
    pub mapping: Option<PathBuf>,
    /// Write a draft of such a mapping, to correct, and stop
    #[arg(long, value_name = "OUT")]
    pub draft_mapping: Option<PathBuf>,
    /// Check the file and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Write the bad rows, with what is wrong, to this CSV file
    #[arg(long, value_name = "FILE")]
    pub rejects: Option<PathBuf>,
    /// The sheet of a workbook [default: the first that is not hidden]
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// Encoding of a text that is not UTF-8, as windows-1256
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<String>,
    /// Language of texts that name none, as fr
    #[arg(long, value_name = "LANG")]
    pub language: Option<String>,
    /// The reason, written into the record
    #[arg(long, value_name = "TEXT")]
    pub why: Option<String>,
    /// Language of the report, as fr or ar
    #[arg(long, value_name = "LANG", default_value = "en")]
    pub report: String,
}

/// What `import` takes.
#[derive(Debug, Args)]
pub struct Import {
    /// What to do
    #[command(subcommand)]
    pub what: ImportWhat,
}

/// What `import` does.
#[derive(Debug, Subcommand)]
pub enum ImportWhat {
    /// Bring projects in: OC4IDS JSON, CSV or XLSX
    Projects(Box<ImportProjects>),
    /// Bring in the budget of one year in one phase: CSV or XLSX
    Budget(Box<budget::ImportBudget>),
    /// Bring in plain words about chapters and programmes, and for what they are: CSV
    BudgetWords(budget::ImportBudgetWords),
    /// Bring in the addresses of a platform that is replaced: a CSV table with the columns from and to
    Addresses(ImportAddresses),
    /// Finish an import that was interrupted
    Resume(Resume),
    /// Take an import back: what it made goes, what it changed is as before
    Undo(Undo),
    /// Name the imports, the latest first
    List(Common),
}

/// What `import addresses` takes.
#[derive(Debug, Args)]
pub struct ImportAddresses {
    /// CSV with the columns from (/index.php?id=12) and to (/fr/projects/PRJ-2026-0001)
    pub file: PathBuf,
    /// What every command takes
    #[command(flatten)]
    pub common: Common,
}

/// What `import projects` takes.
#[derive(Debug, Args)]
pub struct ImportProjects {
    /// OC4IDS JSON, CSV or XLSX
    pub file: PathBuf,
    /// What the table is
    #[command(flatten)]
    pub table: Table,
    /// Take the good rows although others are bad
    #[arg(long)]
    pub accept_valid: bool,
    /// Change known projects only; what matches nothing is listed
    #[arg(long)]
    pub update_only: bool,
    /// Currency of amounts that name none, as MAD
    #[arg(long, value_name = "CODE")]
    pub currency: Option<String>,
    /// What every command takes
    #[command(flatten)]
    pub common: Common,
}

/// What `import resume` takes.
#[derive(Debug, Args)]
pub struct Resume {
    /// The import, as IMP-2026-0001
    pub id: String,
    /// The same file again, when its copy is not in the data directory
    pub file: Option<PathBuf>,
    /// Language of the report, as fr or ar
    #[arg(long, value_name = "LANG", default_value = "en")]
    pub report: String,
    /// What every command takes
    #[command(flatten)]
    pub common: Common,
}

/// What `import undo` takes.
#[derive(Debug, Args)]
pub struct Undo {
    /// The import, as IMP-2026-0001
    pub id: String,
    /// The reason, written into the record
    #[arg(long, value_name = "TEXT")]
    pub why: Option<String>,
    /// Language of the report, as fr or ar
    #[arg(long, value_name = "LANG", default_value = "en")]
    pub report: String,
    /// What every command takes
    #[command(flatten)]
    pub common: Common,
}
