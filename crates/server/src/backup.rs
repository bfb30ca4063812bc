//! Backups: one archive form for both databases.
//!
//! An archive is a `.tar.gz` with `manifest.json` (what is in it, with counts and SHA-256 sums), `infitah.db` (an SQLite
//! database whatever the instance runs on) and `files/…` (what the data directory holds beside the database). Keys and
//! passwords are never in it.

use std::{
    io,
    path::{Path, PathBuf},
};

use infitah_base::Clock;
use infitah_store::{CopyError, OpenError, StoreError, copy};

mod archive;
mod manifest;
mod restore;
pub mod schedule;
mod shelf;

pub use manifest::{Manifest, Why};
pub use restore::{Restored, What, restore};
pub use shelf::{Shelf, Status};

/// Why a backup or a restore was not made.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The databases.
    #[error(transparent)]
    Copy(#[from] CopyError),
    /// The database.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file or a directory.
    #[error("{}", io_sentence(.0, .1))]
    Io(PathBuf, io::Error),
    /// The archive is not one, or not whole.
    #[error("{0} is not a whole backup of Infitah: {1}")]
    NotWhole(PathBuf, String),
    /// A later program made it.
    #[error("{0} was made by a newer Infitah ({1}): use that version or a newer one")]
    Newer(PathBuf, String),
    /// A backup never takes the place of another file.
    #[error("{0} is there already: name another file")]
    Exists(PathBuf),
    /// A restore never takes the place of what is there, unless told.
    #[error(
        "the database {0} is not empty: `infitah restore --replace FILE` puts what is there aside and the backup in its \
         place"
    )]
    NotEmpty(String),
    /// What is there cannot be saved before it goes.
    #[error(
        "what is in {0} cannot be backed up by this program ({1}), and a restore would lose it: make a backup with the \
         program that it belongs to, then add --discard"
    )]
    WouldLose(String, String),
    /// The task was stopped.
    #[error("the work did not finish")]
    Interrupted,
}

fn io_sentence(path: &Path, error: &io::Error) -> String {
    let path = path.display();
    match error.kind() {
        io::ErrorKind::StorageFull => format!("{path}: the disk is full and nothing of this was kept: make room"),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            format!("{path}: may not be read or written by the user who runs this program")
        }
        io::ErrorKind::NotFound => format!("{path}: there is no such file or directory"),
        _ => format!("{path}: {error}"),
    }
}

/// Names the path that an error is about.
fn at(path: &Path) -> impl FnOnce(io::Error) -> BackupError {
    let path = path.to_owned();
    move |error| BackupError::Io(path, error)
}

/// Work on files, away from the tasks that answer people.
async fn on_files<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, BackupError> + Send + 'static,
) -> Result<T, BackupError> {
    tokio::task::spawn_blocking(work).await.unwrap_or(Err(BackupError::Interrupted))
}

/// The beginning of the names of directories that backups work in; one that was killed leaves it behind.
pub(crate) const WORK: &str = ".infitah-work-";

/// A directory to work in, beside what will be made there. Goes away with the value.
fn work_directory(beside: &Path) -> Result<tempfile::TempDir, BackupError> {
    tempfile::Builder::new().prefix(WORK).tempdir_in(beside).map_err(at(beside))
}

/// The directory of a file; the present one for a bare name.
fn directory_of(file: &Path) -> &Path {
    file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn address(file: &Path) -> String {
    format!("sqlite:{}", file.display())
}

/// Makes a backup of the database at `database_url` and of the files in `data`, while others use them. It is read back
/// and compared before it gets its name: under that name there is a good backup or none.
pub async fn make(
    database_url: &str,
    data: &Path,
    file: &Path,
    why: Why,
    clock: &Clock,
) -> Result<Manifest, BackupError> {
    if file.exists() {
        return Err(BackupError::Exists(file.to_owned()));
    }
    let work = work_directory(directory_of(file))?;
    let snapshot = work.path().join(manifest::DATABASE);
    // Before the copy begins: what is written after this moment may be missing.
    let now = clock.now();
    let contents = copy::copy(database_url, &address(&snapshot), copy::Onto::Nothing).await?;
    let kind = infitah_store::Kind::of(database_url)?.name().to_owned();
    let (data, archive) = (data.to_owned(), work.path().join("archive.tar.gz"));
    let written = archive.clone();
    let manifest = on_files(move || {
        let manifest = Manifest::of(kind, now, why, contents, &snapshot, &data)?;
        archive::write(&written, &manifest, &snapshot, &data)?;
        Ok(manifest)
    })
    .await?;
    if verify_in(&archive, work.path()).await? != manifest {
        return Err(BackupError::NotWhole(file.to_owned(), "it does not hold what was written".to_owned()));
    }
    std::fs::rename(&archive, file).map_err(at(file))?;
    archive::sync_directory(directory_of(file))?;
    Ok(manifest)
}

/// Reads a backup whole: every sum in it, and the database page by page and row by row.
pub async fn verify(file: &Path) -> Result<Manifest, BackupError> {
    let work = tempfile::Builder::new().prefix(WORK).tempdir().map_err(at(file))?;
    verify_in(file, work.path()).await
}

async fn verify_in(file: &Path, work: &Path) -> Result<Manifest, BackupError> {
    let into = work.join("read-back");
    let manifest = unpack(file, &into).await?;
    on_files(move || std::fs::remove_dir_all(&into).map_err(at(&into))).await?;
    Ok(manifest)
}

/// Unpacks a backup into a directory that is not there yet, and proves that it is whole.
async fn unpack(file: &Path, into: &Path) -> Result<Manifest, BackupError> {
    let (file, into) = (file.to_owned(), into.to_owned());
    let database = address(&into.join(manifest::DATABASE));
    let named = file.clone();
    let manifest = on_files(move || archive::unpack(&file, &into)).await?;
    let contents = copy::contents(&database).await?;
    match manifest.difference(&contents) {
        None => Ok(manifest),
        Some(table) => Err(BackupError::NotWhole(named, format!("the rows of {table} are not those that were kept"))),
    }
}
