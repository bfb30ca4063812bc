//! Putting a backup in place.

use std::path::{Path, PathBuf};

use infitah_base::{Clock, config::Config};
use infitah_store::{CopyError, OpenError, copy};

use super::{BackupError, Manifest, Shelf, Why, archive, at, manifest, on_files, unpack, work_directory};

/// What may become of the database that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// There must be none.
    Nothing,
    /// It is put aside: an SQLite file under another name, PostgreSQL tables in a backup.
    Aside,
    /// It may be lost where it cannot be put aside.
    Discarded,
}

/// What was done.
#[derive(Debug)]
pub struct Restored {
    /// The backup.
    pub manifest: Manifest,
    /// Where the database is that was there before.
    pub aside: Option<PathBuf>,
}

/// Restores a backup into the configured database, of whichever kind, and its files into the data directory. Everything
/// is proved before anything is changed, and again in the database before it is committed.
pub async fn restore(file: &Path, config: &Config, what: What, clock: &Clock) -> Result<Restored, BackupError> {
    std::fs::create_dir_all(&config.data).map_err(at(&config.data))?;
    let work = work_directory(&config.data)?;
    let unpacked = work.path().join("unpacked");
    let manifest = unpack(file, &unpacked).await?;
    let url = &config.database_url;
    let there = !is_empty(url).await?;
    if there && what == What::Nothing {
        return Err(BackupError::NotEmpty(infitah_store::without_password(url)));
    }
    let snapshot = super::address(&unpacked.join(manifest::DATABASE));
    let aside = match copy::file_of(url) {
        Some(path) => into_file(&snapshot, path, there, clock).await?,
        None => {
            let aside = if there { save_tables(config, what, clock).await? } else { None };
            let onto = if there { copy::Onto::Anything } else { copy::Onto::Nothing };
            copy::copy(&snapshot, url, onto).await?;
            aside
        }
    };
    let data = config.data.clone();
    let pieces = manifest.files.clone();
    on_files(move || put_files(&pieces, &unpacked, &data)).await?;
    Ok(Restored { manifest, aside })
}

/// A damaged file is not empty: it is put aside like any other.
async fn is_empty(url: &str) -> Result<bool, BackupError> {
    match copy::is_empty(url).await {
        Err(OpenError::Unreadable(..)) if copy::file_of(url).is_some_and(Path::is_file) => Ok(false),
        other => Ok(other?),
    }
}

/// Makes the new file beside the old one, then changes their names: at each moment there is one whole database under
/// the name, the old one or the new one.
async fn into_file(snapshot: &str, path: &Path, there: bool, clock: &Clock) -> Result<Option<PathBuf>, BackupError> {
    let folder = super::directory_of(path);
    std::fs::create_dir_all(folder).map_err(at(folder))?;
    let work = work_directory(folder)?;
    let fresh = work.path().join(manifest::DATABASE);
    copy::copy(snapshot, &super::address(&fresh), copy::Onto::Nothing).await?;
    let mut aside = None;
    if path.exists() {
        match copy::gather(&super::address(path)).await {
            Ok(()) => {}
            // A damaged one cannot be gathered; it is moved as it is, with its log.
            Err(OpenError::Unreadable(..)) => {}
            Err(held) => return Err(held.into()),
        }
        if there {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let stamp = super::shelf::stamp(clock.now());
            let kept = path.with_file_name(format!("{name}.before-restore-{stamp}"));
            std::fs::hard_link(path, &kept).map_err(at(&kept))?;
            // A damaged database may keep its log: it belongs to the old file.
            for tail in ["-wal", "-shm"] {
                let from = path.with_file_name(format!("{name}{tail}"));
                if from.exists() {
                    let to = PathBuf::from(format!("{}{tail}", kept.display()));
                    std::fs::rename(&from, to).map_err(at(&from))?;
                }
            }
            aside = Some(kept);
        }
    }
    std::fs::rename(&fresh, path).map_err(at(path))?;
    archive::sync_directory(folder)?;
    Ok(aside)
}

/// Backs up what PostgreSQL has before it goes.
async fn save_tables(config: &Config, what: What, clock: &Clock) -> Result<Option<PathBuf>, BackupError> {
    let shelf = Shelf::make(&config.backup_dir)?;
    let file = shelf.path_for(clock.now(), Why::BeforeRestore, "");
    let made = super::make(&config.database_url, &config.data, &file, Why::BeforeRestore, clock).await;
    match made {
        Ok(_) => Ok(Some(file)),
        Err(BackupError::Copy(CopyError::Open(OpenError::Unreachable(address, said)))) => {
            Err(OpenError::Unreachable(address, said).into())
        }
        Err(_) if what == What::Discarded => Ok(None),
        Err(error) => {
            Err(BackupError::WouldLose(infitah_store::without_password(&config.database_url), error.to_string()))
        }
    }
}

fn put_files(pieces: &[manifest::Piece], unpacked: &Path, data: &Path) -> Result<(), BackupError> {
    for piece in pieces {
        let Some(name) = piece.name.strip_prefix(manifest::FILES) else { continue };
        let to = data.join(name);
        let folder = super::directory_of(&to);
        std::fs::create_dir_all(folder).map_err(at(folder))?;
        // Both lie in the data directory, so that a file is there whole or not at all.
        std::fs::rename(unpacked.join(&piece.name), &to).map_err(at(&to))?;
    }
    Ok(())
}
