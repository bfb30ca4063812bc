//! The record: `infitah record`.

use clap::{Args, Subcommand};
use infitah_base::CivilDate;
use infitah_store::record::RecordHead;

use super::Common;

/// What can be done with the record.
#[derive(Debug, Subcommand)]
pub enum RecordCommand {
    /// Look through the whole chain, and name the first row that is not as it was written
    Verify(VerifyRecord),
    /// Show who did what to which object when, the latest first
    List(ListRecord),
}

/// What `record verify` takes.
#[derive(Debug, Args)]
pub struct VerifyRecord {
    /// A head that was written down earlier, as this command prints it: it must still be in the chain
    #[arg(long, value_name = "NUMBER:HASH")]
    pub known: Option<RecordHead>,
    /// What every command takes
    #[command(flatten)]
    pub common: Common,
}

/// What `record list` takes.
#[derive(Debug, Args)]
pub struct ListRecord {
    /// An object, as project/PRJ-2026-0001, or all of a kind, as project/
    #[arg(long)]
    pub object: Option<String>,
    /// Who acted, from the beginning of the name, as operator:
    #[arg(long)]
    pub actor: Option<String>,
    /// What was done, from its beginning, as project.
    #[arg(long)]
    pub action: Option<String>,
    /// From this day on
    #[arg(long, value_name = "DATE")]
    pub from: Option<CivilDate>,
    /// Up to this day, with it
    #[arg(long, value_name = "DATE")]
    pub until: Option<CivilDate>,
    /// How many rows, at most
    #[arg(long, default_value_t = 50)]
    pub limit: u64,
    /// What every command takes
    #[command(flatten)]
    pub common: Common,
}
