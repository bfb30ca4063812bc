//! `infitah doctor`

use std::{path::Path, process::ExitCode};

use infitah_base::config::{Config, Layers, documented, shown, without_password};
use infitah_commons::{Viewer, jobs, places};
use infitah_kit::i18n::Catalog;
use infitah_store::Db;
use infitah_transparency::projects::{self, ImportError};

use super::{CommandError, complain, keys, say, serve};
use crate::{backup::Shelf, cli::Doctor, health::ROOM, messages, start};

/// What was found so far.
struct Findings {
    well: bool,
}

impl Findings {
    /// One line about something that is as it should be.
    fn good(&self, what: &str, how: &str) {
        say(&format!("  {what:<40} {how}"));
    }

    /// One line about something that is not.
    fn bad(&mut self, what: &str, how: &str) {
        self.well = false;
        say(&format!("  {what:<40} NOT WELL"));
        complain(&format!("{what}: {how}"));
    }
}

/// Says what runs here, each setting with its origin, and what is not well. Non-zero when something is not.
pub async fn run(doctor: &Doctor) -> Result<ExitCode, CommandError> {
    if doctor.print_config {
        say(documented(&[]).trim_end());
        return Ok(ExitCode::SUCCESS);
    }
    let common = &doctor.common;
    say(&format!("Infitah {}", env!("CARGO_PKG_VERSION")));
    let layers = common.layers(&[])?;
    settings(&layers);
    let config = Config::parse(&layers)?;
    let mut findings = Findings { well: true };
    let (config, db) = database(config, &mut findings).await?;
    say("\nWhat is in it");
    rows(&db, &mut findings).await?;
    say("\nIn the background");
    in_the_background(&db, &mut findings).await?;
    say("\nBackups");
    backups(&db, &config, &mut findings);
    mail(&config, &findings);
    say("\nDisk");
    disk(&db, &config, &mut findings).await?;
    say("\nMessages");
    let catalog: Catalog = messages::catalog().map_err(start::StartError::from)?;
    for lang in &config.languages {
        let has = catalog.has(*lang, "site-name");
        findings.well &= has;
        say(&format!("  {:<4} {} {}", lang.tag(), lang.name(), if has { "" } else { "has no messages" }));
    }
    findings.well &= keys::examine(&config, db.clock().now());
    say(if findings.well { "\nAll is well." } else { "\nNot all is well." });
    Ok(if findings.well { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn settings(layers: &Layers) {
    say("\nSettings (value, where it comes from)");
    for (name, value, origin) in layers.iter() {
        // A database and a mail server are named with their passwords; the gateway's stands alone.
        say(&format!("  {name:<18} {:<40} {origin}", shown(name, value)));
    }
}

async fn database(config: Config, findings: &mut Findings) -> Result<(Config, Db), CommandError> {
    say("\nDatabase");
    let (config, db) = start::open_settled(config).await?;
    say(&format!("  {} at {}, tables of this version", db.kind().name(), db.address()));
    for table in ["place", "place_figure", "project", "document", "record", "change"] {
        say(&format!("  {table:<15} {} rows", db.count(table).await?));
    }
    if serve::is_demo(&db).await? {
        say("  holds a demonstration: every page says so");
    }
    let region = places::find(&db.read().await?, &Viewer::Public, &config.region).await?;
    match region {
        Some(region) => say(&format!("  region {}: {}", config.region, region.name(infitah_base::Lang::arabic()))),
        None => findings.bad(
            &format!("region {}", config.region),
            &format!("the region `{}` is not among the places: set `region`, or run `infitah migrate`", config.region),
        ),
    }
    Ok((config, db))
}

async fn rows(db: &Db, findings: &mut Findings) -> Result<(), CommandError> {
    let faults = db.faults().await?;
    match faults.first() {
        None => findings.good("pages, indexes and references", "whole"),
        Some(fault) => findings.bad(
            "pages, indexes and references",
            &format!("{fault}: put the last good backup in place with `infitah restore --replace FILE`"),
        ),
    }
    for check in start::checks() {
        match check.look(db).await? {
            None => findings.good(&check.what(), "so"),
            Some(wrong) => findings.bad(&check.what(), &wrong),
        }
    }
    match infitah_store::record::verify(&db.read().await?, None).await?.wrong {
        None => findings.good("the record is as it was written", "so"),
        Some(wrong) => findings.bad("the record is as it was written", &wrong.to_string()),
    }
    if let Some(journal) = projects::unfinished(&db.read().await?).await? {
        findings.bad("imports", &ImportError::Unfinished(journal.id).to_string());
    }
    Ok(())
}

/// A job that nobody has begun for so long is not well, in milliseconds.
const LONG: i64 = 3600 * 1000;

/// What waits, and what was given up.
async fn in_the_background(db: &Db, findings: &mut Findings) -> Result<(), CommandError> {
    let now = db.clock().now();
    let counts = jobs::counts(&db.read().await?, now).await?;
    let told = format!("{} wait, {} are being done", counts.waiting, counts.running);
    match counts.due_since.filter(|since| now.millis() - since.millis() >= LONG) {
        None => findings.good("jobs", &told),
        Some(since) => findings.bad(
            "jobs",
            &format!(
                "{told}; nobody does them since {}: does `infitah serve` or `infitah worker` run?",
                since.rfc3339()
            ),
        ),
    }
    if counts.failed > 0 {
        let told = format!("{}: see `infitah jobs list --failed`, then `jobs again` or `jobs drop`", counts.failed);
        findings.bad("jobs that were given up", &told);
    }
    Ok(())
}

/// The last good backup, and whether it is young enough.
fn backups(db: &Db, config: &Config, findings: &mut Findings) {
    let shelf = Shelf::at(&config.backup_dir);
    let (last, status) = (shelf.list().into_iter().next(), shelf.status());
    let now = db.clock().now();
    let hours = |millis: i64| millis / (3600 * 1000);
    let what = "last good backup";
    let since = last.as_ref().map(|(_, manifest, _)| manifest.at).or(status.since);
    let late = since.is_some_and(|at| hours(now.millis() - at.millis()) >= i64::from(config.backup_alarm_after));
    let told = match &last {
        Some((path, manifest, size)) => format!(
            "{}, {} hours ago, {} bytes, {} rows: {}",
            manifest.when,
            hours(now.millis() - manifest.at.millis()),
            size,
            manifest.rows(),
            path.display()
        ),
        None => format!("none in {}", config.backup_dir.display()),
    };
    match (config.backup_every, late) {
        (0, _) => findings.good(what, &format!("{told} (`backup-every` is 0: `serve` makes none)")),
        (_, true) => findings.bad(what, &format!("{told}: too long ago; does `infitah serve` run?")),
        (every, false) => findings.good(what, &format!("{told} (`serve` makes one every {every} hours)")),
    }
    if let Some((at, reason)) = status.failed {
        findings.bad("last try of a backup", &format!("failed at {}: {reason}", at.rfc3339()));
    }
}

fn mail(config: &Config, findings: &Findings) {
    let told = match (&config.smtp_url, &config.alarm_email) {
        (Some(server), Some(to)) => format!("to {to} through {}", without_password(server)),
        (None, _) => "nobody: no mail server is set (`smtp-url`); an alarm is only in the log".to_owned(),
        (_, None) => "nobody: `alarm-email` is not set; an alarm is only in the log".to_owned(),
    };
    findings.good("who is told when backups fail", &told);
    let mail = match (&config.smtp_url, &config.messages.secret) {
        (Some(_), Some(_)) => "mails leave",
        (Some(_), None) => "mails leave, but no news (`message-secret` is not set: nobody could stop them)",
        (None, _) => "no mail leaves (`smtp-url` is not set)",
    };
    let sms =
        config.messages.sms.as_ref().map(|gateway| format!("SMS leave through {}", without_password(&gateway.url)));
    let sms = sms.unwrap_or_else(|| "no SMS leaves (`sms-gateway` is not set)".to_owned());
    findings.good("messages", &format!("{mail}; {sms}"));
}

async fn disk(db: &Db, config: &Config, findings: &mut Findings) -> Result<(), CommandError> {
    let needed = ROOM + 2 * db.size().await?;
    for directory in [&config.data, &config.backup_dir] {
        let what = format!("room left for {}", directory.display());
        let existing = directory.ancestors().find(|part| part.exists()).unwrap_or(Path::new("."));
        match rustix::fs::statvfs(existing) {
            Ok(disk) => {
                let left = disk.f_bavail * disk.f_frsize;
                let told = format!("{} MB", left / 1024 / 1024);
                if left < needed {
                    findings.bad(&what, &format!("{told}, {} MB are needed: make room", needed / 1024 / 1024));
                } else {
                    findings.good(&what, &told);
                }
            }
            Err(error) => findings.bad(&what, &error.to_string()),
        }
    }
    Ok(())
}
