//! `infitah db copy`

use std::process::ExitCode;

use infitah_store::copy::{self, Onto};

use super::{CommandError, say, say_contents};

/// Copies a whole database into an empty one, and proves that both hold the same.
pub async fn copy(from: &str, to: &str) -> Result<ExitCode, CommandError> {
    let contents = copy::copy(from, to, Onto::Nothing).await?;
    say_contents(&contents);
    say(&format!("{} tables copied; in both, the rows and their SHA-256 sums are the same.", contents.tables.len()));
    Ok(ExitCode::SUCCESS)
}
