//! `infitah backup` and `infitah restore`

use std::process::ExitCode;

use infitah_base::Clock;

use super::{CommandError, say, say_contents};
use crate::{
    backup::{self, Manifest, What, Why},
    cli::{Backup, Restore},
};

/// Makes a backup while the site is served, or reads one whole.
pub async fn backup(asked: &Backup) -> Result<ExitCode, CommandError> {
    let file = &asked.file;
    if asked.verify {
        let manifest = backup::verify(file).await?;
        tell(&manifest);
        say(&format!("{} is whole.", file.display()));
        return Ok(ExitCode::SUCCESS);
    }
    let config = asked.common.config()?;
    let manifest = backup::make(&config.database_url, &config.data, file, Why::Asked, &Clock::system()).await?;
    tell(&manifest);
    say(&format!("Backup made, and read back whole: {}", file.display()));
    Ok(ExitCode::SUCCESS)
}

/// Restores a backup into the configured database.
pub async fn restore(asked: &Restore) -> Result<ExitCode, CommandError> {
    let config = asked.common.config()?;
    let what = match (asked.replace, asked.discard) {
        (true, true) => What::Discarded,
        (true, false) => What::Aside,
        (false, _) => What::Nothing,
    };
    let restored = backup::restore(&asked.file, &config, what, &Clock::system()).await?;
    tell(&restored.manifest);
    let database = infitah_store::without_password(&config.database_url);
    say(&format!("Restored into {database}; the rows and their SHA-256 sums are those of the backup."));
    if let Some(aside) = &restored.aside {
        say(&format!("What was there before is in {}", aside.display()));
    }
    let (has, knows) =
        infitah_store::copy::version(&config.database_url).await.map_err(crate::start::StartError::from)?;
    if has.len() < knows.len() {
        say("It is of an older version: run `infitah migrate` before you serve it, or install the program it is from.");
    }
    Ok(ExitCode::SUCCESS)
}

fn tell(manifest: &Manifest) {
    say(&format!("Infitah {}, {}, {}", manifest.program, manifest.kind, manifest.when));
    say_contents(&manifest.contents);
    let bytes: u64 = manifest.files.iter().map(|piece| piece.size).sum();
    say(&format!("  {} files, {bytes} bytes", manifest.files.len()));
}
