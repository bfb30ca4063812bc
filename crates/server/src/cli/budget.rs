//! What the commands about budgets take.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use infitah_transparency::budget::Phase;

use super::{Common, import::Table};

/// The phases of a budget.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum BudgetPhase {
    /// As the council voted it
    Voted,
    /// As it stands after amendments
    Modified,
    /// What was committed, paid and collected
    Executed,
}

impl From<BudgetPhase> for Phase {
    fn from(phase: BudgetPhase) -> Self {
        match phase {
            BudgetPhase::Voted => Self::Voted,
            BudgetPhase::Modified => Self::Modified,
            BudgetPhase::Executed => Self::Executed,
        }
    }
}

/// What `import budget` takes.
#[derive(Debug, Args)]
pub struct ImportBudget {
    /// CSV or XLSX
    pub file: PathBuf,
    /// The year; rows of others are passed over
    #[arg(long, value_parser = clap::value_parser!(i16).range(1900..=2200))]
    pub year: i16,
    /// The phase
    #[arg(long)]
    pub phase: BudgetPhase,
    /// What the table is
    #[command(flatten)]
    pub table: Table,
    /// How it was decided: dates, votes, documents
    #[arg(long, value_name = "FILE")]
    pub decision: Option<PathBuf>,
    /// Write a draft of such a file, to fill in, and stop
    #[arg(long, value_name = "OUT")]
    pub draft_decision: Option<PathBuf>,
    /// The totals of the signed document, as a table with the same columns
    #[arg(long, value_name = "FILE")]
    pub totals: Option<PathBuf>,
    /// The signed document, a PDF
    #[arg(long, value_name = "FILE")]
    pub signed: Option<PathBuf>,
    /// The file is the whole of what it is about: known lines that it does not name are taken out
    #[arg(long)]
    pub whole: bool,
    /// Currency of the amounts, as MAD
    #[arg(long, value_name = "CODE")]
    pub currency: Option<String>,
    /// What every command takes
    #[command(flatten)]
    pub common: Common,
}

/// What `import budget-words` takes.
#[derive(Debug, Args)]
pub struct ImportBudgetWords {
    /// CSV as `infitah export budget-words` writes it
    pub file: PathBuf,
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
