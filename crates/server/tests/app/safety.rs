//! What was kept can be put back: backups, restores, copies and upgrades, by the program as operators run it.

use std::{
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    time::{Duration, Instant},
};

use infitah_base::Chance;
use infitah_store::{
    Db, Kind, State, Sum, copy, db_test,
    testing::{self, Room, TestDb, room},
};

use crate::support::TestApp;

const KINDS: [Kind; 2] = [Kind::Sqlite, Kind::Postgres];

pub fn infitah(directory: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_infitah")).args(arguments).current_dir(directory).output().unwrap()
}

/// What it said on standard output, when all went well.
pub fn done(output: Output) -> String {
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{text}\n{}", String::from_utf8_lossy(&output.stderr));
    text
}

/// The one sentence that it complained with.
pub fn refused(output: Output) -> String {
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{text}");
    text.trim_end().strip_prefix("infitah: ").unwrap_or_else(|| panic!("{text}")).to_owned()
}

/// The names in a directory that do not begin with a dot; those that do are work that was left.
fn names(directory: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(directory).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// A data directory with a recording, and with what must never leave the machine.
fn data_directory(parent: &Path) -> PathBuf {
    let data = parent.join("data");
    std::fs::create_dir_all(data.join("recordings/ar")).unwrap();
    std::fs::create_dir_all(data.join("keys")).unwrap();
    std::fs::write(data.join("recordings/ar/home.opus"), b"a voice").unwrap();
    std::fs::write(data.join("keys/tls.pem"), b"PRIVATE").unwrap();
    std::fs::write(data.join("infitah.toml"), b"database-url = 'secret'").unwrap();
    data
}

async fn rooms(db: &TestDb, name: &str) -> Vec<Room> {
    let mut rooms = Vec::new();
    for kind in KINDS {
        rooms.push(room(kind, &format!("{name}_{}_{}", db.kind().name(), kind.name())).await);
    }
    rooms
}

#[db_test]
async fn a_backup_of_either_kind_is_restored_into_either_kind(db: TestDb) {
    let app = TestApp::demo(db).await;
    let here = tempfile::tempdir().unwrap();
    let data = data_directory(here.path());
    let arguments = |database: &str| ["--database-url".to_owned(), database.to_owned(), "--data".to_owned()];
    let run = |what: &[&str], database: &str, data: &Path| {
        let options = arguments(database);
        let mut all: Vec<&str> = what.to_vec();
        all.extend(options.iter().map(String::as_str));
        all.push(data.to_str().unwrap());
        infitah(here.path(), &all)
    };
    let said = done(run(&["backup", "kept.tar.gz"], &app.db.address, &data));
    assert!(said.contains("read back whole") && said.contains("project_place"), "{said}");
    let again = refused(run(&["backup", "kept.tar.gz"], &app.db.address, &data));
    assert!(again.contains("is there already"), "{again}");
    assert!(done(infitah(here.path(), &["backup", "--verify", "kept.tar.gz"])).contains("is whole"));
    let listed = Command::new("tar").args(["-tzf", "kept.tar.gz"]).current_dir(here.path()).output().unwrap();
    assert_eq!(
        String::from_utf8(listed.stdout).unwrap().lines().collect::<Vec<_>>(),
        ["manifest.json", "infitah.db", "files/recordings/ar/home.opus"],
        "neither keys nor settings leave the machine"
    );

    let original = copy::contents(&app.db.address).await.unwrap();
    for there in rooms(&app.db, "restored").await {
        let other = here.path().join(format!("other-{}", Kind::of(&there.address).unwrap().name()));
        let said = done(run(&["restore", "kept.tar.gz"], &there.address, &other));
        assert!(said.contains("are those of the backup") && !said.contains("older version"), "{said}");
        assert_eq!(copy::contents(&there.address).await.unwrap(), original);
        assert_eq!(std::fs::read(other.join("recordings/ar/home.opus")).unwrap(), b"a voice");

        // Served from there, it finds and shows what it did.
        let db = Db::open(&there.address, State::Ready, app.db.clock.clone(), Chance::seeded(5)).await.unwrap();
        let found = infitah_store::search::find(&db.read().await.unwrap(), &["project"], "route", 100).await.unwrap();
        assert!(!found.concat().is_empty());
        testing::execute(&there.address, &["DELETE FROM project_sector"]).await;
        db.close().await;

        let said = refused(run(&["restore", "kept.tar.gz"], &there.address, &other));
        assert!(said.contains("is not empty") && said.contains("--replace"), "{said}");
        let changed = copy::contents(&there.address).await.unwrap();
        assert_ne!(changed, original, "a refused restore changes nothing");
        let said = done(run(&["restore", "--replace", "kept.tar.gz"], &there.address, &other));
        assert_eq!(copy::contents(&there.address).await.unwrap(), original);
        // What was there before is kept, and can be had again.
        let aside = said.lines().find_map(|line| line.strip_prefix("What was there before is in ")).unwrap().to_owned();
        let aside = match Kind::of(&there.address).unwrap() {
            Kind::Sqlite => format!("sqlite:{aside}"),
            Kind::Postgres => {
                let again = here.path().join("aside.db").display().to_string();
                done(run(&["restore", &aside], &format!("sqlite:{again}"), &other));
                format!("sqlite:{again}")
            }
        };
        assert_eq!(copy::contents(&aside).await.unwrap().tables, changed.tables);
        assert!(names(&other).iter().all(|name| !name.starts_with('.')), "{:?}", names(&other));
    }
}

#[db_test]
async fn a_backup_shows_one_moment_while_others_write(db: TestDb) {
    let app = TestApp::bare(db).await;
    let here = tempfile::tempdir().unwrap();
    let writer = {
        let db = app.db.db.clone();
        tokio::spawn(async move {
            for number in 0.. {
                let mut project = crate::support::demo_projects().remove(0);
                project.identifier = format!("written-{number}");
                crate::support::save(&db, vec![project]).await;
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
        })
    };
    let mut counts = Vec::new();
    for number in 0..3 {
        let name = format!("{number}.tar.gz");
        let arguments = ["backup", &name, "--database-url", &app.db.address, "--data", "data"];
        // Two threads serve this test: the writer goes on while this one waits.
        let output = tokio::task::block_in_place(|| infitah(here.path(), &arguments));
        done(output);
        let manifest = infitah::backup::verify(&here.path().join(&name)).await.unwrap();
        let rows = |table: &str| manifest.contents.tables.iter().find(|sum| sum.table == table).unwrap().rows;
        assert_eq!(rows("project"), rows("document"), "no project without its document");
        counts.push(rows("project"));
    }
    assert!(!writer.is_finished(), "the writer wrote all the while");
    writer.abort();
    assert!(counts.is_sorted() && counts[0] < counts[2], "{counts:?}");
}

#[tokio::test]
async fn a_damaged_backup_is_known_and_changes_nothing() {
    let here = tempfile::tempdir().unwrap();
    let data = data_directory(here.path());
    let data = data.to_str().unwrap();
    done(infitah(here.path(), &["migrate", "--data", data]));
    done(infitah(here.path(), &["backup", "good.tar.gz", "--data", data]));
    let good = std::fs::read(here.path().join("good.tar.gz")).unwrap();
    let mut damaged = vec![("empty", Vec::new()), ("letter", b"this is a letter".to_vec())];
    damaged.push(("cut", good[..good.len() * 2 / 3].to_vec()));
    damaged.push(("cut at its end", good[..good.len() - 4].to_vec()));
    for place in [good.len() / 4, good.len() / 2, good.len() - 1000] {
        let mut bytes = good.clone();
        bytes[place] ^= 0x10;
        damaged.push(("one bit", bytes));
    }
    for (what, bytes) in damaged {
        std::fs::write(here.path().join("bad.tar.gz"), bytes).unwrap();
        let said = refused(infitah(here.path(), &["backup", "--verify", "bad.tar.gz"]));
        assert!(said.contains("is not a whole backup of Infitah"), "{what}: {said}");
        let said = refused(infitah(here.path(), &["restore", "bad.tar.gz", "--data", "new"]));
        assert!(said.contains("is not a whole backup of Infitah"), "{what}: {said}");
        assert!(names(&here.path().join("new")).is_empty(), "{what}: {:?}", names(&here.path().join("new")));
    }
    let said = refused(infitah(here.path(), &["restore", "none.tar.gz", "--data", "new"]));
    assert!(said.contains("there is no such file"), "{said}");
}

#[db_test]
async fn an_upgrade_keeps_what_was_and_there_is_a_way_back(db: TestDb) {
    let known = copy::version(&db.address).await.unwrap().1;
    let old = room(db.kind(), &format!("upgrade_{}", db.kind().name())).await;
    // As it was before the record was chained: its rows can be written by hand.
    let unchained = known.iter().position(|name| name == "m0007_record_chain").unwrap();
    testing::make_old(&old.address, unchained).await;
    testing::execute(
        &old.address,
        &[
            "INSERT INTO place_kind (kind, rank, one, many) VALUES ('old', 9, '{}', '{}')",
            "INSERT INTO document (object, version, at, body) VALUES ('project/PRJ-1', 1, 5, '\"مشروع\"')",
            "INSERT INTO record (at, actor, action, object) VALUES (5, 'a', 'b', 'project/PRJ-1')",
        ],
    )
    .await;
    let before = copy::contents(&old.address).await.unwrap();
    let here = tempfile::tempdir().unwrap();
    let options = ["--data", "data", "--database-url", &old.address];
    let said = refused(infitah(here.path(), &[&["serve"][..], &options].concat()));
    assert!(said.contains("older version") && said.contains("infitah migrate"), "{said}");

    let said = done(infitah(here.path(), &[&["migrate"][..], &options].concat()));
    let kept = names(&here.path().join("data/backups"));
    assert_eq!(kept.len(), 1, "{kept:?}");
    let expected = format!("-before-upgrade-of-{}.tar.gz", before.migrations.last().unwrap());
    assert!(kept[0].ends_with(&expected) && said.contains(&kept[0]), "{kept:?} {said}");
    assert_eq!(copy::contents(&old.address).await.unwrap().migrations, known);

    let file = format!("data/backups/{}", kept[0]);
    let said = done(infitah(here.path(), &[&["restore", "--replace", &file][..], &options].concat()));
    assert!(said.contains("of an older version"), "{said}");
    assert_eq!(copy::contents(&old.address).await.unwrap(), before, "schema and rows are the old ones");

    // And forward again, this time without a backup.
    let count = names(&here.path().join("data/backups")).len();
    done(infitah(here.path(), &[&["migrate", "--no-backup"][..], &options].concat()));
    assert_eq!(names(&here.path().join("data/backups")).len(), count);
}

#[db_test]
async fn an_older_program_takes_the_way_back_from_a_newer_database(db: TestDb) {
    let app = TestApp::demo(db).await;
    let here = tempfile::tempdir().unwrap();
    let options = ["--data", "data", "--database-url", &app.db.address];
    done(infitah(here.path(), &[&["backup", "kept.tar.gz"][..], &options].concat()));
    let original = copy::contents(&app.db.address).await.unwrap();
    testing::execute(
        &app.db.address,
        &["INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_from_tomorrow', 0)"],
    )
    .await;
    for command in [vec!["serve"], vec!["migrate"], vec!["doctor"], vec!["backup", "new.tar.gz"]] {
        let said = refused(infitah(here.path(), &[&command[..], &options].concat()));
        assert!(said.contains("made by a newer Infitah") && said.contains("m9999_from_tomorrow"), "{said}");
    }
    app.db.db.close().await;
    if app.db.kind() == Kind::Postgres {
        let said = refused(infitah(here.path(), &[&["restore", "--replace", "kept.tar.gz"][..], &options].concat()));
        assert!(said.contains("--discard"), "{said}");
        done(infitah(here.path(), &[&["restore", "--replace", "--discard", "kept.tar.gz"][..], &options].concat()));
    } else {
        done(infitah(here.path(), &[&["restore", "--replace", "kept.tar.gz"][..], &options].concat()));
    }
    assert_eq!(copy::contents(&app.db.address).await.unwrap(), original);
}

#[db_test]
async fn a_killed_copy_is_recognised_and_made_again(db: TestDb) {
    let app = TestApp::demo(db).await;
    let here = tempfile::tempdir().unwrap();
    let original = copy::contents(&app.db.address).await.unwrap();
    for there in rooms(&app.db, "killed_copy").await {
        let copying = || {
            let mut command = Command::new(env!("CARGO_BIN_EXE_infitah"));
            command.args(["db", "copy", &app.db.address, &there.address]).current_dir(here.path());
            command.stdout(Stdio::null()).spawn().unwrap()
        };
        let mut killed = copying();
        tokio::time::sleep(Duration::from_millis(250)).await;
        killed.kill().unwrap();
        killed.wait().unwrap();
        // A server needs a moment to see that its client is gone.
        tokio::time::sleep(Duration::from_millis(500)).await;
        if copy::is_empty(&there.address).await.unwrap() {
            let said = refused(infitah(here.path(), &["serve", "--database-url", &there.address]));
            assert!(said.contains("is empty") || said.contains("there is no database"), "{said}");
            assert!(copying().wait().unwrap().success());
        }
        assert_eq!(copy::contents(&there.address).await.unwrap(), original);
        let said = refused(infitah(here.path(), &["db", "copy", &app.db.address, &there.address]));
        assert!(said.contains("not empty"), "{said}");
    }
    let said = refused(infitah(here.path(), &["db", "copy", "sqlite:nothing.db", "sqlite:new.db"]));
    assert!(said.contains("there is no database at nothing.db") && !here.path().join("new.db").exists(), "{said}");
}

#[db_test]
async fn doctor_says_what_is_not_well(db: TestDb) {
    let app = TestApp::demo(db).await;
    let here = tempfile::tempdir().unwrap();
    let doctor = || {
        Command::new(env!("CARGO_BIN_EXE_infitah"))
            .args(["doctor", "--data", "data", "--database-url", &app.db.address])
            .env("INFITAH_SMTP_URL", "smtps://me:hidden@mail.example:465")
            .env("INFITAH_ALARM_EMAIL", "operator@example.org")
            .current_dir(here.path())
            .output()
            .unwrap()
    };
    let said = done(doctor());
    for expected in ["All is well", "none in data/backups", "to operator@example.org", "MB", "project.stage"] {
        assert!(said.contains(expected), "{expected}: {said}");
    }
    assert!(!said.contains("hidden") && said.contains("smtps://me:…@mail.example:465"), "{said}");
    for (statement, expected) in [
        ("UPDATE project SET stage = 'nowhere' WHERE reference = 'PRJ-2026-0001'", "project.stage"),
        ("DELETE FROM document WHERE object = 'project/PRJ-2026-0002'", "PRJ-2026-0002"),
        ("DELETE FROM search WHERE object = 'project/PRJ-2026-0003'", "PRJ-2026-0003"),
        ("DELETE FROM project WHERE reference = 'PRJ-2026-0004'", "project_place.project names a row of project"),
    ] {
        testing::execute(&app.db.address, &[statement]).await;
        let output = doctor();
        assert_eq!(output.status.code(), Some(1));
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(expected), "{expected}: {said}");
    }
}

/// The program itself makes its first backup soon after it starts, and ends with 0 when told.
#[db_test]
async fn serve_makes_its_backups_by_itself(db: TestDb) {
    let app = TestApp::demo(db).await;
    let here = tempfile::tempdir().unwrap();
    let mut serving = Command::new(env!("CARGO_BIN_EXE_infitah"))
        .args(["serve", "--data", "data", "--listen", "127.0.0.1:0", "--database-url", &app.db.address])
        .current_dir(here.path())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let start = Instant::now();
    let backups = here.path().join("data/backups");
    while !names(&backups).iter().any(|name| name.ends_with(".tar.gz")) {
        assert!(start.elapsed() < Duration::from_secs(20), "{:?}", names(&backups));
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Command::new("kill").arg(serving.id().to_string()).status().unwrap();
    assert!(serving.wait().unwrap().success());
    let file = names(&backups).into_iter().find(|name| name.ends_with(".tar.gz")).unwrap();
    let manifest = infitah::backup::verify(&backups.join(file)).await.unwrap();
    // The job that made it was still running then.
    let beside_jobs = |contents: copy::Contents| {
        let is_told = |sum: &Sum| !["job", "schedule"].contains(&sum.table.as_str());
        contents.tables.into_iter().filter(is_told).collect::<Vec<_>>()
    };
    let now = copy::contents(&app.db.address).await.unwrap();
    assert_eq!(beside_jobs(manifest.contents), beside_jobs(now));
    assert!(names(&backups).iter().all(|name| !name.starts_with('.')), "no work is left: {:?}", names(&backups));
}
