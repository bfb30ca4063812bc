//! What is looked at.

use std::path::Path;

use infitah_base::{Timestamp, config::Config};
use infitah_commons::{App, failed, jobs, messages};
use infitah_kit::{Error, T};
use infitah_store::settings;

use super::{LOOKED_THROUGH, Level, Line, LookedThrough};
use crate::backup::Shelf;

const HOUR: i64 = 3600 * 1000;
const DAY: i64 = 24 * HOUR;

/// Less room than this for the database and its next backups is not well.
pub(crate) const ROOM: u64 = 100 * 1024 * 1024;

const MEGABYTE: u64 = 1024 * 1024;

/// Who looks, in words and with a clock.
struct Look<'a> {
    t: &'a T,
    config: &'a Config,
    now: Timestamp,
}

/// Everything, in groups.
pub(super) async fn at_all(app: &App, t: &T) -> Result<Vec<(&'static str, Vec<Line>)>, Error> {
    let look = Look { t, config: app.site.config(), now: app.db.clock().now() };
    let (jobs, mail, verified) = {
        let tx = app.db.read().await.map_err(failed)?;
        let jobs = jobs::counts(&tx, look.now).await.map_err(failed)?;
        let mail = messages::held_up(&tx, look.now).await.map_err(failed)?;
        (jobs, mail, settings::get(&tx, LOOKED_THROUGH).await.map_err(failed)?)
    };
    let size = app.db.size().await.map_err(failed)?;
    let schema = app.db.schema().await.map_err(failed)?;
    let kind = look.t.m("health-database-is").s("kind", app.db.kind().name()).n("megabytes", size / MEGABYTE).bare();
    let mut disk = vec![Line::good("health-database", kind)];
    disk.extend(
        [("health-disk-data", &look.config.data), ("health-disk-backup", &look.config.backup_dir)]
            .map(|(label, directory)| look.room(label, directory, size)),
    );
    Ok(vec![
        ("health-group-work", vec![look.given_up(&jobs), look.overdue(&jobs), look.waiting(&mail), look.lost(&mail)]),
        ("health-group-backup", look.backups()),
        ("health-group-disk", disk),
        (
            "health-group-program",
            vec![
                Line::good("health-version", env!("CARGO_PKG_VERSION").to_owned()),
                Line::good("health-schema", schema.unwrap_or_default()),
                look.record(verified.as_deref())?,
            ],
        ),
    ])
}

impl Look<'_> {
    fn at(&self, at: Timestamp) -> String {
        let zone = &self.config.time_zone;
        format!("{} {}", self.t.date(at.date_in(zone)), at.time_in(zone))
    }

    fn age(&self, at: Timestamp) -> i64 {
        self.now.millis() - at.millis()
    }

    fn given_up(&self, jobs: &jobs::Counts) -> Line {
        let line = Line::good("health-jobs-failed", self.t.int(jobs.failed));
        if jobs.failed > 0 { line.but(Level::Bad, "health-jobs-failed-todo") } else { line }
    }

    fn overdue(&self, jobs: &jobs::Counts) -> Line {
        let told = jobs.due_since.map_or_else(|| self.t.m("health-nothing").bare(), |since| self.at(since));
        let line = Line::good("health-jobs-due", told);
        match jobs.due_since.map(|since| self.age(since)) {
            Some(HOUR..) => line.but(Level::Bad, "health-jobs-due-todo"),
            Some(age) if age >= HOUR / 6 => line.but(Level::Attend, "health-jobs-due-todo"),
            _ => line,
        }
    }

    fn waiting(&self, mail: &messages::HeldUp) -> Line {
        let line = Line::good("health-messages-waiting", self.t.int(mail.waiting));
        match mail.since.map(|since| self.age(since)) {
            Some(HOUR..) => line.but(Level::Attend, "health-messages-waiting-todo"),
            _ => line,
        }
    }

    fn lost(&self, mail: &messages::HeldUp) -> Line {
        let line = Line::good("health-messages-failed", self.t.int(mail.failed));
        if mail.failed > 0 { line.but(Level::Attend, "health-messages-failed-todo") } else { line }
    }

    fn backups(&self) -> Vec<Line> {
        let shelf = Shelf::at(&self.config.backup_dir);
        let (last, status) = (shelf.list().into_iter().next().map(|(_, manifest, _)| manifest.at), shelf.status());
        let told = last.map_or_else(|| self.t.m("health-none").bare(), |at| self.at(at));
        let line = Line::good("health-backup", told);
        let late = i64::from(self.config.backup_alarm_after) * HOUR;
        let line = match last.or(status.since).map(|at| self.age(at)) {
            Some(age) if age >= late => line.but(Level::Bad, "health-backup-todo"),
            _ if self.config.backup_every == 0 => line.but(Level::Attend, "health-backup-off-todo"),
            _ if last.is_none() => line.but(Level::Attend, "health-backup-todo"),
            _ => line,
        };
        let failure = status.failed.map(|(at, reason)| Line {
            said: Some(reason),
            ..Line::good("health-backup-failed", self.at(at)).but(Level::Bad, "health-backup-failed-todo")
        });
        std::iter::once(line).chain(failure).collect()
    }

    fn room(&self, label: &'static str, directory: &Path, size: u64) -> Line {
        let existing = directory.ancestors().find(|part| part.exists()).unwrap_or(Path::new("."));
        let needed = ROOM + 2 * size;
        match rustix::fs::statvfs(existing) {
            Ok(disk) => {
                let left = disk.f_bavail * disk.f_frsize;
                let line = Line::good(label, self.t.m("health-megabytes").n("megabytes", left / MEGABYTE).bare());
                match left {
                    left if left < needed => line.but(Level::Bad, "health-disk-todo"),
                    left if left < 3 * needed => line.but(Level::Attend, "health-disk-todo"),
                    _ => line,
                }
            }
            Err(error) => Line {
                said: Some(error.to_string()),
                ..Line::good(label, self.t.m("health-none").bare()).but(Level::Bad, "health-disk-todo")
            },
        }
    }

    fn record(&self, kept: Option<&str>) -> Result<Line, Error> {
        let label = "health-record";
        let Some(kept) = kept else {
            return Ok(Line::good(label, self.t.m("health-never").bare()).but(Level::Attend, "health-record-todo"));
        };
        let looked: LookedThrough = serde_json::from_str(kept).map_err(Error::internal)?;
        let rows = self.t.m("health-record-is").s("at", self.at(looked.at)).n("rows", looked.rows);
        let line = Line::good(label, rows.bare());
        Ok(match looked.wrong {
            Some(wrong) => Line { said: Some(wrong), ..line.but(Level::Bad, "health-record-wrong-todo") },
            None if self.age(looked.at) >= 32 * DAY => line.but(Level::Attend, "health-record-todo"),
            None => line,
        })
    }
}
