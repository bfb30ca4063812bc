//! What can be done with jobs: `infitah jobs`.

use clap::Subcommand;
use infitah_commons::jobs::JobId;

use super::Common;

/// What `jobs` can do.
#[derive(Debug, Subcommand)]
pub enum Jobs {
    /// What waits, is being done, was given up and was done lately, with the errors
    List {
        /// Only what was given up
        #[arg(long)]
        failed: bool,
        /// What every command takes
        #[command(flatten)]
        common: Common,
    },
    /// Have a job that was given up done again; one that waits, at once
    Again {
        /// Its number, as `jobs list` names it
        id: JobId,
        /// What every command takes
        #[command(flatten)]
        common: Common,
    },
    /// Take a job away
    Drop {
        /// Its number, as `jobs list` names it
        id: JobId,
        /// What every command takes
        #[command(flatten)]
        common: Common,
    },
}
