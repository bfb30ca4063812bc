//! What a backup says of itself.

use std::{
    fs::File,
    io::Read,
    path::{Path, PathBuf},
};

use infitah_base::Timestamp;
use infitah_store::Contents;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{BackupError, at};

/// The archive form that this program writes. It reads this one and all before it.
pub(super) const FORMAT: u32 = 1;
/// The name of the database in an archive.
pub(super) const DATABASE: &str = "infitah.db";
/// The beginning of the names of the other files in an archive.
pub(super) const FILES: &str = "files/";
/// The folders of the data directory that belong to the content of an instance. A list of what goes in, not of what
/// stays out: a key that somebody puts there tomorrow stays out.
const FOLDERS: &[&str] = &["recordings", "photos", "signed"];

/// Why a backup was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// Somebody asked for it.
    Asked,
    /// Its time had come.
    Scheduled,
    /// The database was about to be migrated.
    BeforeUpgrade,
    /// Another backup was about to take its place.
    BeforeRestore,
}

/// A file in an archive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// Its name in the archive.
    pub name: String,
    /// Its length.
    pub size: u64,
    /// Its sum.
    pub sha256: String,
}

/// `manifest.json`, the first file of an archive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The form of the archive.
    pub format: u32,
    /// The version of the program that made it.
    pub program: String,
    /// Which database the instance ran on.
    pub kind: String,
    /// When it was begun.
    pub at: Timestamp,
    /// The same, for people.
    pub when: String,
    /// Why it was made.
    pub why: Why,
    /// What the database holds.
    #[serde(flatten)]
    pub contents: Contents,
    /// The database and the other files.
    pub files: Vec<Piece>,
}

impl Manifest {
    /// Sums up what is about to go into an archive.
    pub(super) fn of(
        kind: String,
        at: Timestamp,
        why: Why,
        contents: Contents,
        snapshot: &Path,
        data: &Path,
    ) -> Result<Self, BackupError> {
        let mut files = vec![piece(DATABASE.to_owned(), snapshot)?];
        let mut found = Vec::new();
        for folder in FOLDERS {
            walk(&data.join(folder), folder, &mut found)?;
        }
        found.sort();
        for (name, path) in found {
            files.push(piece(format!("{FILES}{name}"), &path)?);
        }
        let program = env!("CARGO_PKG_VERSION").to_owned();
        Ok(Self { format: FORMAT, program, kind, at, when: at.rfc3339(), why, contents, files })
    }

    /// The first thing in which a database is not what was kept.
    pub(super) fn difference(&self, found: &Contents) -> Option<String> {
        if self.contents.migrations != found.migrations {
            return Some("the list of migrations".to_owned());
        }
        if self.contents.tables.len() != found.tables.len() {
            return Some("some table".to_owned());
        }
        let mut both = self.contents.tables.iter().zip(&found.tables);
        both.find(|(kept, found)| kept != found).map(|(kept, _)| kept.table.clone())
    }

    /// How many rows it holds in all.
    pub fn rows(&self) -> u64 {
        self.contents.tables.iter().map(|sum| sum.rows).sum()
    }
}

/// Where a piece comes from.
pub(super) fn source(name: &str, snapshot: &Path, data: &Path) -> PathBuf {
    name.strip_prefix(FILES).map_or_else(|| snapshot.to_owned(), |name| data.join(name))
}

fn piece(name: String, path: &Path) -> Result<Piece, BackupError> {
    let mut file = File::open(path).map_err(at(path))?;
    let (mut sha, mut size, mut buffer) = (Sha256::new(), 0, vec![0; 64 * 1024]);
    loop {
        let read = file.read(&mut buffer).map_err(at(path))?;
        if read == 0 {
            break;
        }
        size += read as u64;
        sha.update(&buffer[..read]);
    }
    Ok(Piece { name, size, sha256: hex(sha) })
}

pub(super) fn hex(sha: Sha256) -> String {
    sha.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn walk(folder: &Path, name: &str, found: &mut Vec<(String, PathBuf)>) -> Result<(), BackupError> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(BackupError::Io(folder.to_owned(), error)),
    };
    for entry in entries {
        let entry = entry.map_err(at(folder))?;
        let inner = format!("{name}/{}", entry.file_name().to_string_lossy());
        let kind = entry.file_type().map_err(at(folder))?;
        // A link may lead out of the data directory, to what is nobody's business.
        if kind.is_dir() {
            walk(&entry.path(), &inner, found)?;
        } else if kind.is_file() {
            found.push((inner, entry.path()));
        }
    }
    Ok(())
}
