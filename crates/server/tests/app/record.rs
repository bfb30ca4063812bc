//! The record as an auditor meets it: read, written out, and altered behind the program's back.

use infitah_store::{db_test, testing, testing::TestDb};

use crate::{
    safety::{done, infitah, refused},
    support::TestApp,
};

#[db_test]
async fn a_row_that_was_altered_in_the_database_is_named_to_the_auditor(db: TestDb) {
    let app = TestApp::demo(db).await;
    let directory = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| {
        infitah(directory.path(), &[arguments, &["--database-url", app.db.address.as_str()]].concat())
    };
    let said = done(run(&["record", "verify"]));
    let known = said.lines().last().unwrap().strip_prefix("infitah record verify --known ").unwrap().to_owned();
    assert!(said.contains("each as it was written"), "{said}");
    done(run(&["record", "verify", "--known", &known]));

    let listed = done(run(&["record", "list", "--object", "project/PRJ-2026-0001"]));
    assert!(
        listed.lines().count() >= 1 && listed.lines().all(|line| line.contains("project/PRJ-2026-0001")),
        "{listed}"
    );
    let none = done(run(&["record", "list", "--until", "2000-01-01"]));
    assert_eq!(none, "");
    let first = done(run(&["record", "list", "--action", "project.", "--limit", "1"]));
    assert_eq!(first.lines().count(), 1);

    done(run(&["export", "record", "record.csv"]));
    let table = std::fs::read_to_string(directory.path().join("record.csv")).unwrap();
    let (_, hash) = known.split_once(':').unwrap();
    assert!(table.lines().any(|line| line.ends_with(hash)), "the head is a row of the table");
    assert!(table.lines().last().unwrap().contains("record.verified"), "that somebody looked is written down");

    testing::alter_record(&app.db.address, 3).await;
    let found = refused(run(&["record", "verify"]));
    assert!(
        found.starts_with("the record was altered: row 3 (") && found.ends_with("is not as it was written"),
        "{found}"
    );
    let doctor = run(&["doctor"]);
    assert!(!doctor.status.success() && String::from_utf8_lossy(&doctor.stderr).contains("row 3 ("));
}

#[db_test]
async fn what_is_no_head_is_refused_with_what_to_write(db: TestDb) {
    let directory = tempfile::tempdir().unwrap();
    let output =
        infitah(directory.path(), &["record", "verify", "--known", "12", "--database-url", db.address.as_str()]);
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("NUMBER:HASH"));
}
