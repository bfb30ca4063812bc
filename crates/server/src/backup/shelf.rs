//! The directory where backups stand: what is there, what may go, how the last tries went.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use infitah_base::Timestamp;
use serde::{Deserialize, Serialize};

use super::{BackupError, Manifest, WORK, Why, archive, at};

/// The directory of the backups of an instance.
#[derive(Clone, Debug)]
pub struct Shelf {
    directory: PathBuf,
}

/// What the backups themselves cannot say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Status {
    /// When a backup last failed, and why; gone with the next good one.
    pub failed: Option<(Timestamp, String)>,
    /// When somebody was last told.
    pub told: Option<Timestamp>,
    /// Since when backups are expected here.
    pub since: Option<Timestamp>,
}

const STATUS: &str = "status.json";
const ENDING: &str = ".tar.gz";

/// `20261123-101500`, in UTC.
pub(super) fn stamp(at: Timestamp) -> String {
    let digits: String = at.rfc3339().chars().filter(char::is_ascii_digit).collect();
    let (date, time) = digits.split_at(8);
    format!("{date}-{time}")
}

impl Shelf {
    /// The directory as it is, which need not be there.
    pub fn at(directory: &Path) -> Self {
        Self { directory: directory.to_owned() }
    }

    /// The directory, made when it is missing: for its owner only, because a backup holds everything.
    pub fn make(directory: &Path) -> Result<Self, BackupError> {
        use std::os::unix::fs::DirBuilderExt;
        fs::DirBuilder::new().recursive(true).mode(0o700).create(directory).map_err(at(directory))?;
        Ok(Self::at(directory))
    }

    /// Where it is.
    pub fn directory(&self) -> &Path {
        &self.directory
    }

    /// The name of a new backup.
    pub fn path_for(&self, now: Timestamp, why: Why, version: &str) -> PathBuf {
        let stamp = stamp(now);
        let reason = match why {
            Why::Asked | Why::Scheduled => String::new(),
            Why::BeforeUpgrade => format!("-before-upgrade-of-{version}"),
            Why::BeforeRestore => "-before-restore".to_owned(),
        };
        self.directory.join(format!("infitah-{stamp}{reason}{ENDING}"))
    }

    /// The backups with their manifests and sizes, the newest first. What cannot be read is left out.
    pub fn list(&self) -> Vec<(PathBuf, Manifest, u64)> {
        let mut found: Vec<(PathBuf, Manifest, u64)> = fs::read_dir(&self.directory)
            .into_iter()
            .flatten()
            .flatten()
            .filter(|entry| entry.file_name().to_string_lossy().ends_with(ENDING))
            .filter_map(|entry| {
                let manifest = archive::manifest(&entry.path()).ok()?;
                Some((entry.path(), manifest, entry.metadata().ok()?.len()))
            })
            .collect();
        found.sort_by_key(|(path, manifest, _)| std::cmp::Reverse((manifest.at, path.clone())));
        found
    }

    /// Takes away the scheduled backups that nobody needs any more, and what killed ones left. Others stay until a
    /// person takes them away.
    pub fn tidy(&self, now: Timestamp, keep: u32) -> Result<(), BackupError> {
        let scheduled: Vec<(PathBuf, Timestamp)> = self
            .list()
            .into_iter()
            .filter(|(_, manifest, _)| manifest.why == Why::Scheduled)
            .map(|(path, manifest, _)| (path, manifest.at))
            .collect();
        let times: Vec<Timestamp> = scheduled.iter().map(|(_, at)| *at).collect();
        for old in superseded(&times, now, keep) {
            fs::remove_file(&scheduled[old].0).map_err(at(&scheduled[old].0))?;
        }
        for entry in fs::read_dir(&self.directory).map_err(at(&self.directory))?.flatten() {
            if entry.file_name().to_string_lossy().starts_with(WORK) {
                fs::remove_dir_all(entry.path()).map_err(at(&entry.path()))?;
            }
        }
        Ok(())
    }

    /// How the last tries went.
    pub fn status(&self) -> Status {
        let text = fs::read(self.directory.join(STATUS)).unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or_default()
    }

    /// Keeps how the last tries went.
    pub fn keep_status(&self, status: &Status) -> Result<(), BackupError> {
        let (path, fresh) = (self.directory.join(STATUS), self.directory.join(format!("{STATUS}.new")));
        fs::write(&fresh, serde_json::to_vec_pretty(status).unwrap_or_default()).map_err(at(&fresh))?;
        fs::rename(&fresh, &path).map_err(at(&path))
    }

    /// The leave to make scheduled backups in this directory; `None` when another process has it.
    pub fn lock(&self) -> Result<Option<fs::File>, BackupError> {
        let path = self.directory.join("lock");
        let file = fs::OpenOptions::new().create(true).append(true).open(&path).map_err(at(&path))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(file)),
            Err(fs::TryLockError::WouldBlock) => Ok(None),
            Err(fs::TryLockError::Error(error)) => Err(BackupError::Io(path, error)),
        }
    }
}

/// How many months keep their first backup.
const MONTHS: i32 = 12;

/// Which backups may go (`times` newest first): all but the newest ones, and the first one of each of the last months.
fn superseded(times: &[Timestamp], now: Timestamp, keep: u32) -> Vec<usize> {
    let month = |at: Timestamp| {
        let date = at.date_in("UTC");
        i32::from(date.year()) * 12 + i32::from(date.month())
    };
    let mut firsts = BTreeSet::new();
    let mut seen = BTreeSet::new();
    for (index, at) in times.iter().enumerate().rev() {
        if month(*at) > month(now) - MONTHS && seen.insert(month(*at)) {
            firsts.insert(index);
        }
    }
    let newest = usize::try_from(keep).unwrap_or(usize::MAX);
    (newest..times.len()).filter(|index| !firsts.contains(index)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 24 * 3600 * 1000;

    #[test]
    fn names_sort_by_time_and_say_why() {
        let shelf = Shelf::at(Path::new("b"));
        let at = Timestamp::from_millis(1_795_425_300_123);
        let name = |why, version| shelf.path_for(at, why, version).display().to_string();
        assert_eq!(name(Why::Scheduled, ""), "b/infitah-20261123-091500.tar.gz");
        assert_eq!(
            name(Why::BeforeUpgrade, "m0003_projects"),
            "b/infitah-20261123-091500-before-upgrade-of-m0003_projects.tar.gz"
        );
    }

    #[test]
    fn the_newest_and_the_first_of_each_month_stay() {
        // 2026-11-23, a backup a day for 500 days.
        let now = Timestamp::from_millis(1_795_425_300_123);
        let times: Vec<Timestamp> = (0..500).map(|day| now.plus_millis(-day * DAY)).collect();
        let gone = superseded(&times, now, 14);
        let kept: Vec<String> = (0..500)
            .filter(|index| !gone.contains(index))
            .map(|index| times[index].date_in("UTC").to_string())
            .collect();
        let firsts: Vec<&str> = kept[14..].iter().map(String::as_str).collect();
        assert_eq!(kept[..14].first().map(String::as_str), Some("2026-11-23"));
        assert_eq!(kept[13], "2026-11-10");
        assert_eq!(
            firsts,
            [
                "2026-11-01",
                "2026-10-01",
                "2026-09-01",
                "2026-08-01",
                "2026-07-01",
                "2026-06-01",
                "2026-05-01",
                "2026-04-01",
                "2026-03-01",
                "2026-02-01",
                "2026-01-01",
                "2025-12-01"
            ]
        );
    }

    #[test]
    fn a_month_that_began_late_keeps_what_was_its_first() {
        let now = Timestamp::from_millis(1_795_425_300_123);
        let times: Vec<Timestamp> = [0_i64, 1, 40, 41, 42].iter().map(|day| now.plus_millis(-day * DAY)).collect();
        assert_eq!(superseded(&times, now, 1), [2, 3], "the 22nd is the first of November, the 12th of October");
        assert!(superseded(&times, now, 5).is_empty());
        assert!(superseded(&[], now, 1).is_empty());
    }
}
