//! What is done without being asked: backups in their time, one process at a time, and a mail when they fail; jobs, by
//! the built program.

use std::{
    path::Path,
    process::Command,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use infitah::backup::{
    Shelf,
    schedule::{Keeper, Turn},
};
use infitah_base::{Lang, ids};
use infitah_commons::{
    Permit,
    jobs::{self, Job, JobId, New, State},
    messages::{self, Carriers, Outgoing, Purpose},
};
use infitah_store::{
    Kind, StoreError, db_test,
    entities::job,
    testing::{self, TestDb},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, UpdateMany, sea_query::Expr};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::TcpListener,
};

use crate::support::{TestApp, infitah, run, said};

const HOUR: i64 = 3600 * 1000;

async fn app_with(db: TestDb, directory: &Path, settings: &[(&str, &str)]) -> TestApp {
    // The database's address is the test's own: a backup opens it again.
    let address = db.address.clone();
    let data = directory.join("data").display().to_string();
    let mut all = vec![("INFITAH_DATABASE_URL", address.as_str()), ("INFITAH_DATA", data.as_str())];
    all.extend_from_slice(settings);
    TestApp::with(db, &all).await
}

#[db_test]
async fn a_backup_is_made_when_it_is_due_and_old_ones_go(db: TestDb) {
    let here = tempfile::tempdir().unwrap();
    let app = app_with(db, here.path(), &[("INFITAH_BACKUP_KEEP", "3")]).await;
    let keeper = Keeper::new(&app.app);
    let shelf = Shelf::at(&here.path().join("data/backups"));
    assert_eq!(keeper.turn().await, Turn::Made, "the first at once");
    assert_eq!(keeper.turn().await, Turn::Nothing);
    app.db.clock.advance(23 * HOUR);
    assert_eq!(keeper.turn().await, Turn::Nothing);
    app.db.clock.advance(HOUR);
    assert_eq!(keeper.turn().await, Turn::Made);
    assert_eq!(Keeper::new(&app.app).turn().await, Turn::Nothing, "another process sees it");
    std::fs::create_dir(shelf.directory().join(".infitah-work-killed")).unwrap();
    for _ in 0..5 {
        app.db.clock.advance(24 * HOUR);
        assert_eq!(keeper.turn().await, Turn::Made);
    }
    let days: Vec<String> = shelf.list().iter().map(|(_, manifest, _)| manifest.when[..10].to_owned()).collect();
    assert_eq!(days, ["2026-11-29", "2026-11-28", "2026-11-27", "2026-11-23"], "three, and the first of the month");
    assert!(!shelf.directory().join(".infitah-work-killed").exists(), "what a killed one left is taken away");
}

/// Puts a message.
async fn put(app: &TestApp, purpose: Purpose) -> uuid::Uuid {
    let put = app.app.db.write(move |tx| {
        Box::pin(async move {
            let id = ids::new_uuid(tx.at(), tx.chance());
            let (to, lang) = ("0612345678".parse().unwrap(), Lang::arabic());
            let text = "123456".parse().unwrap();
            let message = Outgoing { id, to, purpose, lang, subject: "".parse().unwrap(), text };
            messages::put(tx, &Permit::for_operator("test"), &message, "Africa/Casablanca").await?;
            Ok::<_, StoreError>(id)
        })
    });
    put.await.unwrap()
}

/// Works until no message waits, or for a while.
async fn work(app: &TestApp, until: impl AsyncFn() -> bool) {
    let worker = infitah::schedules::worker(&app.app).unwrap();
    let done = async {
        for _ in 0..200 {
            if until().await {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("it was not done within four seconds");
    };
    worker.run(done).await;
}

async fn state(app: &TestApp, id: uuid::Uuid) -> messages::State {
    messages::one(&app.db.read().await.unwrap(), id).await.unwrap().unwrap().state
}

#[db_test]
async fn a_message_leaves_by_the_job_that_was_put_with_it(db: TestDb) {
    let app = TestApp::bare(db).await;
    let id = put(&app, Purpose::Code).await;
    work(&app, async || state(&app, id).await == messages::State::Sent).await;
    let outbox = app.app.held::<Carriers>().unwrap().outbox().unwrap().clone();
    assert_eq!(outbox.all().len(), 1);
    // One whose job was lost is found by the sweep, and sent once however often it is swept.
    let lost = put(&app, Purpose::Code).await;
    let gone: Result<_, StoreError> = app
        .app
        .db
        .write(|tx| {
            Box::pin(async move {
                let waiting = job::Column::Kind.eq(messages::SEND);
                Ok(job::Entity::delete_many().filter(waiting).exec(&tx.bookkeeping()).await?.rows_affected)
            })
        })
        .await;
    assert!(gone.unwrap() > 0);
    for _ in 0..3 {
        messages::sweep(&app.app.db).await.unwrap();
    }
    work(&app, async || state(&app, lost).await == messages::State::Sent).await;
    assert_eq!(outbox.all().len(), 2);
}

#[db_test]
async fn a_notice_put_in_the_night_leaves_in_the_morning(db: TestDb) {
    let app = TestApp::bare(db).await;
    // 23:00 of a night in which it is quiet from 21 to 8.
    let day = app.app.site.today();
    let night = day.hour_begins_in(23, "Africa/Casablanca");
    app.db.clock.advance(night.millis() - app.db.clock.now().millis());
    let id = put(&app, Purpose::Notice).await;
    let jobs = async || {
        let open = jobs::open(&app.db.read().await.unwrap(), 10).await.unwrap();
        open.into_iter().filter(|job| job.kind == messages::SEND).map(|job| job.run_at).collect::<Vec<_>>()
    };
    work(&app, async || jobs().await.first().is_some_and(|at| *at > app.db.clock.now())).await;
    assert_eq!(state(&app, id).await, messages::State::Waiting);
    let morning = jobs().await[0];
    assert!(morning.hour_in("Africa/Casablanca") >= 7, "{}", morning.rfc3339());
    app.db.clock.advance(morning.millis() - app.db.clock.now().millis());
    work(&app, async || state(&app, id).await == messages::State::Sent).await;
}

#[db_test]
async fn one_process_at_a_time_makes_backups(db: TestDb) {
    let here = tempfile::tempdir().unwrap();
    let app = app_with(db, here.path(), &[]).await;
    let keeper = Keeper::new(&app.app);
    let shelf = Shelf::make(&here.path().join("data/backups")).unwrap();
    let held = shelf.lock().unwrap().unwrap();
    assert_eq!(keeper.turn().await, Turn::Nothing, "another process of this machine is at it");
    drop(held);
    let other = app.db.again().await;
    let held = other.alone().await.unwrap();
    if other.kind() == Kind::Postgres {
        assert_eq!(keeper.turn().await, Turn::Nothing, "another machine is at it");
    }
    held.unwrap().release().await.unwrap();
    assert_eq!(keeper.turn().await, Turn::Made);
    let off = app_with_none(&app, here.path());
    assert_eq!(off.turn().await, Turn::Nothing, "0 hours: none");
}

fn app_with_none(app: &TestApp, directory: &Path) -> Keeper {
    let mut config = app.app.site.config().clone();
    config.backup_every = 0;
    config.backup_dir = directory.join("never");
    Keeper::with(&app.app, config)
}

/// A mail server that takes whatever it is given: sender and receiver, and the mail as it came.
pub async fn mail_server() -> (u16, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let mails = Arc::new(Mutex::new(Vec::new()));
    let taken = mails.clone();
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let (read, mut write) = stream.into_split();
            let mut lines = BufReader::new(read).lines();
            write.write_all(b"220 here ESMTP\r\n").await.unwrap();
            let (mut mail, mut in_data) = (String::new(), false);
            while let Ok(Some(line)) = lines.next_line().await {
                let answer = if in_data && line == "." {
                    in_data = false;
                    taken.lock().unwrap().push(std::mem::take(&mut mail));
                    "250 taken\r\n"
                } else if in_data {
                    mail.push_str(&line);
                    mail.push('\n');
                    continue;
                } else if line.starts_with("EHLO") {
                    "250-here\r\n250 8BITMIME\r\n"
                } else if line == "DATA" {
                    in_data = true;
                    "354 go on\r\n"
                } else if line == "QUIT" {
                    "221 bye\r\n"
                } else {
                    mail.push_str(&line);
                    mail.push('\n');
                    "250 yes\r\n"
                };
                if write.write_all(answer.as_bytes()).await.is_err() {
                    break;
                }
            }
        }
    });
    (port, mails)
}

#[db_test]
async fn who_should_know_gets_one_mail_a_day_while_backups_fail(db: TestDb) {
    let here = tempfile::tempdir().unwrap();
    let (port, mails) = mail_server().await;
    let (dir, smtp) = (here.path().join("kept/backups"), format!("smtp://127.0.0.1:{port}"));
    let app = app_with(
        db,
        here.path(),
        &[
            ("INFITAH_BACKUP_DIR", dir.to_str().unwrap()),
            ("INFITAH_SMTP_URL", &smtp),
            ("INFITAH_ALARM_EMAIL", "operator@example.org"),
            ("INFITAH_MAIL_FROM", "infitah@example.org"),
            ("INFITAH_LANGUAGES", "en"),
            ("INFITAH_PUBLIC_URL", "https://region.example"),
        ],
    )
    .await;
    let keeper = Keeper::new(&app.app);
    // A file stands where the directory should be.
    std::fs::write(here.path().join("kept"), "").unwrap();
    assert_eq!(keeper.turn().await, Turn::Alarmed { mailed: true });
    app.db.clock.advance(HOUR);
    assert_eq!(keeper.turn().await, Turn::Silent);
    app.db.clock.advance(23 * HOUR);
    assert_eq!(keeper.turn().await, Turn::Alarmed { mailed: true }, "a day later once more");
    let taken = mails.lock().unwrap().clone();
    assert_eq!(taken.len(), 2);
    for expected in [
        "MAIL FROM:<infitah@example.org>",
        "RCPT TO:<operator@example.org>",
        "Subject: https://region.example: no good backup",
        "infitah doctor",
        "kept/backups",
    ] {
        assert!(taken[0].contains(expected), "{expected}: {}", taken[0]);
    }

    std::fs::remove_file(here.path().join("kept")).unwrap();
    assert_eq!(keeper.turn().await, Turn::Made, "mended, all goes on");
    // The recording cannot be read any more: the backup fails, an earlier good one is there.
    app.db.clock.advance(24 * HOUR);
    std::fs::create_dir_all(here.path().join("data")).unwrap();
    std::fs::write(here.path().join("data/recordings"), "").unwrap();
    assert_eq!(keeper.turn().await, Turn::Alarmed { mailed: true });
    let shelf = Shelf::at(&dir);
    assert!(shelf.status().failed.is_some());
    assert_eq!(shelf.list().len(), 1, "nothing half made has a name");
    app.db.clock.advance(30 * 60 * 1000);
    std::fs::remove_file(here.path().join("data/recordings")).unwrap();
    assert_eq!(keeper.turn().await, Turn::Silent, "tried again after an hour, not each minute");
    app.db.clock.advance(30 * 60 * 1000);
    assert_eq!(keeper.turn().await, Turn::Made);
    assert!(shelf.status().failed.is_none());
}

#[db_test]
async fn without_a_mail_server_an_alarm_is_still_an_alarm(db: TestDb) {
    let here = tempfile::tempdir().unwrap();
    let dir = here.path().join("kept/backups");
    let app = app_with(db, here.path(), &[("INFITAH_BACKUP_DIR", dir.to_str().unwrap())]).await;
    std::fs::write(here.path().join("kept"), "").unwrap();
    assert_eq!(Keeper::new(&app.app).turn().await, Turn::Alarmed { mailed: false });
}

async fn enqueue(app: &TestApp, kind: &'static str) -> JobId {
    let added: Result<Option<JobId>, StoreError> = app
        .db
        .write(move |tx| {
            let new = New { kind, key: None, payload: &(), run_at: None };
            Box::pin(async move { jobs::enqueue(tx, new).await })
        })
        .await;
    added.unwrap().unwrap()
}

/// Waits until a job is as expected.
async fn until(app: &TestApp, is: impl Fn(&Job) -> bool) -> Job {
    let start = Instant::now();
    loop {
        let all = jobs::list(&app.db.read().await.unwrap(), &State::ALL).await.unwrap();
        if let Some(job) = all.iter().find(|job| is(job)) {
            return job.clone();
        }
        assert!(start.elapsed() < Duration::from_secs(25), "{all:?}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Changes all open jobs as no program does.
async fn by_hand(app: &TestApp, change: impl FnOnce(UpdateMany<job::Entity>) -> UpdateMany<job::Entity>) {
    let change = change(job::Entity::update_many().filter(job::Column::State.is_in(["waiting", "running"])));
    let done: Result<(), StoreError> = app
        .db
        .write(move |tx| {
            Box::pin(async move {
                change.exec(&tx.bookkeeping()).await?;
                Ok(())
            })
        })
        .await;
    done.unwrap();
}

/// A worker is killed while it does a job: it was telling a mail server that says nothing. Another one takes it over.
#[db_test]
async fn a_killed_worker_is_followed_by_another(db: TestDb) {
    let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let smtp = format!("smtp://{}", silent.local_addr().unwrap());
    let app = TestApp::bare(db).await;
    let here = tempfile::tempdir().unwrap();
    let work = || {
        let mut command = infitah(here.path(), &["worker", "--data", "data", "--database-url", &app.db.address]);
        command
            .env("INFITAH_SMTP_URL", &smtp)
            .env("INFITAH_ALARM_EMAIL", "operator@example.org")
            .env("INFITAH_BACKUP_DIR", "kept/backups");
        command
    };
    // A file stands where the directory of the backups should be: it fails, and somebody has to be told.
    std::fs::write(here.path().join("kept"), "").unwrap();
    let mut first = work().spawn().unwrap();
    let (_held, _) = silent.accept().await.unwrap();
    let job = until(&app, |job| job.kind == "backup" && job.state == State::Running).await;
    assert_eq!(job.attempts, 1);
    first.kill().unwrap();
    first.wait().unwrap();

    std::fs::remove_file(here.path().join("kept")).unwrap();
    let mut second = work().spawn().unwrap();
    tokio::time::sleep(Duration::from_secs(2)).await;
    let left = until(&app, |one| one.id == job.id).await;
    assert_eq!((left.state, left.attempts), (State::Running, 1), "as long as its lease lasts");
    // A minute later.
    by_hand(&app, |jobs| jobs.col_expr(job::Column::LeaseUntil, Expr::value(0_i64))).await;
    let done = until(&app, |one| one.id == job.id && one.state == State::Done).await;
    assert_eq!(done.attempts, 2);
    assert_eq!(Shelf::at(&here.path().join("kept/backups")).list().len(), 1);
    Command::new("kill").arg(second.id().to_string()).status().unwrap();
    assert!(second.wait().unwrap().success(), "it ends when it is told");
}

#[db_test]
async fn the_operator_sees_what_failed_and_has_it_done_again(db: TestDb) {
    let app = TestApp::bare(db).await;
    let here = tempfile::tempdir().unwrap();
    let database = ["--data", "data", "--database-url", &app.db.address];
    let jobs = |arguments: &[&str]| {
        let done = run(here.path(), &[&["jobs"], arguments, &database].concat());
        (done.status.success(), said(&done))
    };
    assert_eq!(jobs(&["list"]), (true, "There are no jobs.\n".to_owned()));
    let id = enqueue(&app, jobs::TIDY).await.to_string();
    by_hand(&app, |jobs| {
        jobs.col_expr(job::Column::State, Expr::value(State::Failed.code()))
            .col_expr(job::Column::Error, Expr::value("no room"))
            .col_expr(job::Column::Attempts, Expr::value(15_i64))
            .col_expr(job::Column::EndedAt, Expr::value(testing::NOW.millis()))
    })
    .await;
    let waiting = enqueue(&app, "of-a-newer-program").await.to_string();
    let (_, all) = jobs(&["list"]);
    assert!(all.contains(&id) && all.contains(&waiting), "{all}");
    let (_, listed) = jobs(&["list", "--failed"]);
    let line = format!("{id}  failed   jobs.tidy            ended 2026-11-23T09:15:00Z, begun 15 times: no room\n");
    assert_eq!(listed, line);
    let doctor = said(&run(here.path(), &[&["doctor"][..], &database].concat()));
    assert!(doctor.contains("jobs that were given up: 1: see `infitah jobs list --failed`"), "{doctor}");

    let (well, out) = jobs(&["again", &id]);
    assert!(well && out.contains("jobs.tidy"), "{out}");
    let mut worker =
        infitah(here.path(), &[&["worker"][..], &database].concat()).env("INFITAH_BACKUP_EVERY", "0").spawn().unwrap();
    until(&app, |job| job.id.to_string() == id && job.state == State::Done).await;
    Command::new("kill").arg(worker.id().to_string()).status().unwrap();
    assert!(worker.wait().unwrap().success());
    let (well, out) = jobs(&["again", &id]);
    assert!(!well && out.contains("was done"), "{out}");
    assert!(jobs(&["drop", &waiting]).0);
    let (well, out) = jobs(&["drop", &waiting]);
    assert!(!well && out.contains("there is no job"), "{out}");
    let (well, out) = jobs(&["again", "PRJ-2026-0001"]);
    assert!(!well && out.contains("is not the number of a job"), "{out}");
    let acts = infitah_store::record::verify(&app.db.read().await.unwrap(), None).await.unwrap();
    assert_eq!(acts.wrong, None);
}
