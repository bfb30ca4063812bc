//! The backups that are made by themselves, and the alarm when they are not.

use std::sync::Mutex;

use infitah_base::{Clock, Lang, Timestamp, config::Config};
use infitah_commons::{App, messages};
use infitah_kit::T;
use infitah_store::Db;

use super::{BackupError, Shelf, Status, Why};

const HOUR: i64 = 3600 * 1000;
/// After a failure it is tried again so much later.
const AGAIN: i64 = HOUR;
/// Somebody is told at most so often.
const TOLD: i64 = 24 * HOUR;

/// Sees to the backups of one instance.
pub struct Keeper {
    db: Db,
    config: Config,
    clock: Clock,
    /// In the first language of the instance, and in English.
    voices: Vec<T>,
    /// When this process last told somebody: a directory that cannot be written to remembers nothing.
    told: Mutex<Option<Timestamp>>,
}

/// What one turn did.
#[derive(Debug, PartialEq, Eq)]
pub enum Turn {
    /// Nothing was due, or another process is at it.
    Nothing,
    /// A backup was made.
    Made,
    /// A backup failed, or the last good one is too old; whether a mail went out.
    Alarmed {
        /// A mail server took the mail.
        mailed: bool,
    },
    /// The same, within a day of the last alarm.
    Silent,
}

impl Keeper {
    /// For a program that was put together.
    pub fn new(app: &App) -> Self {
        Self::with(app, app.site.config().clone())
    }

    /// With other settings than the program's.
    pub fn with(app: &App, config: Config) -> Self {
        let mut langs: Vec<Lang> = config.languages.iter().take(1).copied().collect();
        langs.extend(Lang::parse("en").ok().filter(|english| !langs.contains(english)));
        let voices = langs.into_iter().map(|lang| app.site.t(lang)).collect();
        Self { db: app.db.clone(), clock: app.db.clock().clone(), config, voices, told: Mutex::default() }
    }

    /// Does what is due. Whatever fails is in the log, in the status beside the backups and, at most once a day, in a
    /// mail.
    pub async fn turn(&self) -> Turn {
        if self.config.backup_every == 0 {
            return Turn::Nothing;
        }
        match self.try_turn().await {
            Ok(turn) => turn,
            Err(error) => {
                // Not even the directory can be written to.
                tracing::error!(%error, "backups cannot be made");
                self.alarm(&mut Status::default(), None, Some(&error.to_string())).await
            }
        }
    }

    async fn try_turn(&self) -> Result<Turn, BackupError> {
        let shelf = Shelf::make(&self.config.backup_dir)?;
        let Some(_here) = shelf.lock()? else { return Ok(Turn::Nothing) };
        let Some(everywhere) = self.db.alone().await? else { return Ok(Turn::Nothing) };
        let turn = self.take_turn(&shelf).await;
        everywhere.release().await?;
        turn
    }

    async fn take_turn(&self, shelf: &Shelf) -> Result<Turn, BackupError> {
        let now = self.clock.now();
        let before = shelf.status();
        let mut status = before.clone();
        status.since.get_or_insert(now);
        let last = shelf.list().first().map(|(_, manifest, _)| manifest.at);
        let mut turn = Turn::Nothing;
        if self.is_due(now, last, &status) {
            match self.make(shelf, now).await {
                Ok(()) => {
                    status.failed = None;
                    turn = Turn::Made;
                }
                Err(error) => {
                    tracing::error!(%error, "the scheduled backup failed");
                    status.failed = Some((now, error.to_string()));
                }
            }
        }
        if turn == Turn::Nothing {
            let failed = status.failed.clone().map(|(_, reason)| reason);
            if failed.is_some() || self.is_late(now, last, &status) {
                turn = self.alarm(&mut status, last, failed.as_deref()).await;
            }
        }
        if status != before {
            shelf.keep_status(&status)?;
        }
        Ok(turn)
    }

    fn is_due(&self, now: Timestamp, last: Option<Timestamp>, status: &Status) -> bool {
        let every = i64::from(self.config.backup_every) * HOUR;
        let due = last.is_none_or(|last| now.millis() - last.millis() >= every);
        due && status.failed.as_ref().is_none_or(|(at, _)| now.millis() - at.millis() >= AGAIN)
    }

    fn is_late(&self, now: Timestamp, last: Option<Timestamp>, status: &Status) -> bool {
        let since = last.or(status.since).unwrap_or(now);
        now.millis() - since.millis() >= i64::from(self.config.backup_alarm_after) * HOUR
    }

    async fn make(&self, shelf: &Shelf, now: Timestamp) -> Result<(), BackupError> {
        let file = shelf.path_for(now, Why::Scheduled, "");
        super::make(&self.config.database_url, &self.config.data, &file, Why::Scheduled, &self.clock).await?;
        shelf.tidy(now, self.config.backup_keep)
    }

    async fn alarm(&self, status: &mut Status, last: Option<Timestamp>, reason: Option<&str>) -> Turn {
        let now = self.clock.now();
        let told = self.told.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).max(status.told);
        if told.is_some_and(|told| now.millis() - told.millis() < TOLD) {
            return Turn::Silent;
        }
        *self.told.lock().unwrap_or_else(|poisoned| poisoned.into_inner()) = Some(now);
        let last = last.map_or_else(|| "—".to_owned(), Timestamp::rfc3339);
        tracing::error!(last, reason, "there is no good backup of late");
        status.told = Some(now);
        let sent = messages::send_alarm(&self.config, &self.subject(), self.body(&last, reason.unwrap_or("—"))).await;
        if let Err(error) = &sent {
            tracing::error!(%error, "nobody could be told that backups fail");
        }
        Turn::Alarmed { mailed: sent.is_ok() }
    }

    fn subject(&self) -> String {
        let site = &self.config.public_url;
        let say = |t: &T| plain(t.m("alarm-backup-subject").s("site", site.as_str()).to_string());
        self.voices.first().map(say).unwrap_or_default()
    }

    fn body(&self, last: &str, reason: &str) -> String {
        let say = |t: &T| {
            t.m("alarm-backup-body")
                .s("site", self.config.public_url.as_str())
                .s("last", last)
                .s("reason", reason)
                .s("directory", self.config.backup_dir.display().to_string())
                .to_string()
        };
        plain(self.voices.iter().map(say).collect::<Vec<_>>().join("\n\n"))
    }
}

/// Without the marks that isolate directions on a page: a mail is plain text, read by programs as well.
fn plain(text: String) -> String {
    text.replace(crate::commands::ISOLATES, "")
}
