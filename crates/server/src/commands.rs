//! What each command does.

use std::io::Write;

use infitah_base::config::ConfigError;
use infitah_store::{Contents, CopyError, StoreError};

use crate::{backup::BackupError, keys::KeyError, start::StartError, tls::TlsError};

pub mod admin;
pub mod backup;
pub mod db;
pub mod demo;
pub mod doctor;
pub mod export;
pub mod import;
pub mod jobs;
pub mod keys;
pub mod migrate;
pub mod photo;
pub mod record;
pub mod serve;
pub mod worker;

/// Why a command failed: one plain sentence for the technician.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// The configuration.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// Starting up.
    #[error(transparent)]
    Start(#[from] StartError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The certificate.
    #[error(transparent)]
    Tls(#[from] TlsError),
    /// The keys.
    #[error(transparent)]
    Keys(#[from] KeyError),
    /// The journal of imports.
    #[error(transparent)]
    Import(#[from] infitah_transparency::projects::ImportError),
    /// A budget that is not written, or not taken back.
    #[error(transparent)]
    Budget(#[from] infitah_transparency::budget::BudgetError),
    /// A project that is not there.
    #[error(transparent)]
    Project(#[from] infitah_transparency::projects::NoSuchProject),
    /// A backup or a restore.
    #[error(transparent)]
    Backup(#[from] BackupError),
    /// A job that stays as it is.
    #[error(transparent)]
    Job(#[from] infitah_commons::jobs::JobError),
    /// A schedule of the program.
    #[error(transparent)]
    Schedule(#[from] infitah_commons::jobs::BadSchedule),
    /// A copy.
    #[error(transparent)]
    Copy(#[from] CopyError),
    /// A file.
    #[error("{0}: {1}")]
    File(String, std::io::Error),
    /// Something said on the command line or in a file cannot be used.
    #[error("{0}")]
    Usage(String),
}

/// Says something to the technician, on standard output. A closed pipe is no reason to fail. The marks that isolate
/// directions on a page are left out: most terminals print them as boxes.
pub(crate) fn say(text: &str) {
    let _ = writeln!(std::io::stdout(), "{}", text.replace(ISOLATES, ""));
}

/// Says what a database holds, table by table.
fn say_contents(contents: &Contents) {
    for sum in &contents.tables {
        say(&format!("  {:<20} {:>10} rows  {}", sum.table, sum.rows, sum.sha256));
    }
}

/// FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE.
pub(crate) const ISOLATES: [char; 2] = ['\u{2068}', '\u{2069}'];

/// Says what went wrong, on standard error.
pub(crate) fn complain(problem: &dyn std::fmt::Display) {
    let _ = writeln!(std::io::stderr(), "infitah: {}", problem.to_string().replace(ISOLATES, ""));
}

/// A file's bytes, or a sentence with its name.
fn read(path: &std::path::Path) -> Result<Vec<u8>, CommandError> {
    std::fs::read(path).map_err(|error| CommandError::File(path.display().to_string(), error))
}

/// Writes a file, or a sentence with its name.
fn write(path: &std::path::Path, bytes: &[u8]) -> Result<(), CommandError> {
    let done = if path == std::path::Path::new("-") {
        std::io::stdout().write_all(bytes)
    } else {
        std::fs::write(path, bytes)
    };
    done.map_err(|error| CommandError::File(path.display().to_string(), error))
}
