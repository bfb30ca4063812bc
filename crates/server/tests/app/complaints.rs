//! When the database or the disk is not as it should be, the program says what it is and what to do, ends with 1, and
//! leaves nothing half written.

use std::{
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use infitah_store::{
    Kind, copy, db_test,
    testing::{self, TestDb, room},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

use crate::{
    safety::{done, infitah, refused},
    support::TestApp,
};

/// A disk of this many megabytes; `None` where this user may not mount one, which is said.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    fn of(megabytes: u32) -> Option<Self> {
        let directory = tempfile::tempdir().unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={megabytes}m"), "none"])
            .arg(directory.path())
            .stderr(Stdio::null())
            .status();
        if mounted.is_ok_and(|status| status.success()) {
            return Some(Self(directory));
        }
        println!("NOT RUN: this user may not mount a small disk");
        None
    }

    fn remount(&self, options: &str) {
        let done = Command::new("mount").args(["-o", &format!("remount,{options}")]).arg(self.0.path()).status();
        assert!(done.unwrap().success());
    }

    fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).status();
    }
}

fn within_seconds<T>(work: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let answer = work();
    assert!(begun.elapsed() < Duration::from_secs(15), "{:?}", begun.elapsed());
    answer
}

#[tokio::test]
async fn a_full_disk_is_said_and_nothing_is_half_written() {
    let Some(disk) = SmallDisk::of(2) else { return };
    let here = tempfile::tempdir().unwrap();
    let data = disk.path().join("data").display().to_string();
    let said = refused(infitah(here.path(), &["migrate", "--data", &data]));
    assert!(said.contains("the disk is full") && said.contains("make room"), "{said}");
    disk.remount("size=64m");
    done(infitah(here.path(), &["migrate", "--data", &data]));
    let whole = copy::contents(&format!("sqlite:{data}/infitah.db")).await.unwrap();

    // A backup and a restore meet it too.
    done(infitah(here.path(), &["backup", "kept.tar.gz", "--data", &data]));
    let Some(small) = SmallDisk::of(2) else { return };
    let out = small.path().join("kept.tar.gz").display().to_string();
    let said = refused(infitah(here.path(), &["backup", &out, "--data", &data]));
    assert!(said.contains("the disk is full"), "{said}");
    let other = small.path().join("data").display().to_string();
    let said = refused(infitah(here.path(), &["restore", "kept.tar.gz", "--data", &other]));
    assert!(said.contains("the disk is full"), "{said}");
    let to = format!("sqlite:{}", small.path().join("copy.db").display());
    let said = refused(infitah(here.path(), &["db", "copy", &format!("sqlite:{data}/infitah.db"), &to]));
    assert!(said.contains("the disk is full"), "{said}");
    assert!(!Path::new(&out).exists() && !Path::new(&other).join("infitah.db").exists());
    assert!(copy::is_empty(&to).await.unwrap());

    // An import that does not fit stops between two writes, says how to go on, and can be taken back whole.
    let mut rows = "identifier,title_fr,budget,currency\n".to_owned();
    for number in 0..20_000 {
        rows.push_str(&format!("many-{number},Projet {number} {},{number}000,MAD\n", "long ".repeat(40)));
    }
    std::fs::write(here.path().join("many.csv"), rows).unwrap();
    let size = std::fs::metadata(Path::new(&data).join("infitah.db")).unwrap().len() / 1024 / 1024;
    disk.remount(&format!("size={}m", size + 6));
    let said = infitah(here.path(), &["import", "projects", "many.csv", "--data", &data, "--currency", "MAD"]);
    let said = String::from_utf8(said.stderr).unwrap();
    assert!(said.contains("the disk is full"), "{said}");
    disk.remount("size=128m");
    done(infitah(here.path(), &["import", "undo", "IMP-2026-0001", "--data", &data]));
    let now = copy::contents(&format!("sqlite:{data}/infitah.db")).await.unwrap();
    let rows = |contents: &copy::Contents, table: &str| {
        contents.tables.iter().find(|sum| sum.table == table).map(|sum| (sum.rows, sum.sha256.clone())).unwrap()
    };
    for table in ["project", "project_place", "organisation", "search", "place"] {
        assert_eq!(rows(&now, table), rows(&whole, table), "{table}");
    }
}

#[tokio::test]
async fn what_may_not_be_written_to_is_said() {
    let Some(disk) = SmallDisk::of(64) else { return };
    let here = tempfile::tempdir().unwrap();
    let data = disk.path().join("data").display().to_string();
    done(infitah(here.path(), &["migrate", "--data", &data]));
    disk.remount("ro");
    for command in [vec!["serve"], vec!["migrate"]] {
        let said = refused(infitah(here.path(), &[&command[..], &["--data", &data]].concat()));
        assert!(said.contains("cannot be written to") && said.contains("user who runs this program"), "{said}");
    }
    let new = disk.path().join("new").display().to_string();
    for command in [vec!["migrate"], vec!["restore", "kept.tar.gz"]] {
        let said = refused(infitah(here.path(), &[&command[..], &["--data", &new]].concat()));
        assert!(said.contains("may not be") || said.contains("Read-only"), "{said}");
    }
}

#[tokio::test]
async fn a_damaged_file_is_said_and_a_restore_mends_it() {
    let here = tempfile::tempdir().unwrap();
    done(infitah(here.path(), &["migrate", "--data", "data"]));
    done(infitah(here.path(), &["backup", "kept.tar.gz", "--data", "data"]));
    let original = copy::contents(&format!("sqlite:{}", here.path().join("data/infitah.db").display())).await.unwrap();
    let file = here.path().join("data/infitah.db");
    let good = std::fs::read(&file).unwrap();

    // Its head is gone: no command opens it.
    let mut bytes = good.clone();
    bytes[..2000].fill(0x55);
    std::fs::write(&file, &bytes).unwrap();
    for command in [vec!["serve"], vec!["migrate"], vec!["doctor"], vec!["backup", "new.tar.gz"]] {
        let said = refused(infitah(here.path(), &[&command[..], &["--data", "data"]].concat()));
        assert!(said.contains("damaged") && said.contains("infitah restore"), "{said}");
    }
    // Pages in its middle are gone: doctor knows, and no backup of it is made.
    let mut bytes = good.clone();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 40_000].fill(0x55);
    std::fs::write(&file, &bytes).unwrap();
    assert_eq!(infitah(here.path(), &["doctor", "--data", "data"]).status.code(), Some(1));
    refused(infitah(here.path(), &["backup", "new.tar.gz", "--data", "data"]));
    assert!(!here.path().join("new.tar.gz").exists());

    let said = done(infitah(here.path(), &["restore", "--replace", "kept.tar.gz", "--data", "data"]));
    assert!(said.contains("before-restore"), "{said}");
    assert_eq!(copy::contents(&format!("sqlite:{}", file.display())).await.unwrap(), original);
    done(infitah(here.path(), &["doctor", "--data", "data"]));
}

#[db_test]
async fn a_database_at_work_is_neither_migrated_nor_replaced(db: TestDb) {
    let here = tempfile::tempdir().unwrap();
    let known = copy::version(&db.address).await.unwrap().1.len();
    let old = room(Kind::Sqlite, &format!("at_work_{}", db.kind().name())).await;
    testing::make_old(&old.address, known - 1).await;
    let held = testing::hold(&old.address).await;
    let said =
        within_seconds(|| refused(infitah(here.path(), &["migrate", "--no-backup", "--database-url", &old.address])));
    assert!(said.contains("another program holds the database"), "{said}");
    drop(held);

    let app = TestApp::demo(db).await;
    let options = ["--data", "data", "--database-url", &app.db.address];
    done(infitah(here.path(), &[&["backup", "kept.tar.gz"][..], &options].concat()));
    if app.db.kind() == Kind::Sqlite {
        let replace = [&["restore", "--replace", "kept.tar.gz"][..], &options].concat();
        let said = within_seconds(|| refused(infitah(here.path(), &replace)));
        assert!(said.contains("another program holds the database"), "{said}");
        assert!(app.get("/fr/projects/PRJ-2026-0001").await.status.is_success(), "it goes on serving");
    }
}

/// A server that refuses everybody, as PostgreSQL does.
async fn refusing_server(code: &'static str) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        loop {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut asked = [0; 1024];
            // First it is asked for TLS, which it has not; then it is told who wants in.
            if stream.read(&mut asked).await.unwrap() == 8 {
                stream.write_all(b"N").await.unwrap();
                let _ = stream.read(&mut asked).await.unwrap();
            }
            let fields = format!("SFATAL\0VFATAL\0C{code}\0Mno\0\0");
            let mut answer = vec![b'E'];
            answer.extend(u32::try_from(fields.len() + 4).unwrap().to_be_bytes());
            answer.extend(fields.as_bytes());
            stream.write_all(&answer).await.unwrap();
        }
    });
    port
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_silent_or_refuses_is_said() {
    let here = tempfile::tempdir().unwrap();
    for (port, expected) in [
        (1, "no PostgreSQL answers there"),
        (refusing_server("28P01").await, "refuses this user or this password"),
        (refusing_server("3D000").await, "no database of this name"),
        (refusing_server("53300").await, "no connection left"),
        (refusing_server("57P03").await, "starting or stopping"),
    ] {
        let address = format!("postgres://infitah:hidden@127.0.0.1:{port}/infitah");
        for command in ["serve", "migrate", "doctor"] {
            let said = within_seconds(|| {
                let output = infitah(here.path(), &[command, "--data", "data", "--database-url", &address]);
                String::from_utf8(output.stdout.clone()).unwrap() + &refused(output)
            });
            assert!(said.contains(expected) && !said.contains("hidden"), "{said}");
        }
        let said = refused(infitah(here.path(), &["db", "copy", &address, "sqlite:new.db"]));
        assert!(said.contains(expected) && !here.path().join("new.db").exists(), "{said}");
    }
}
