//! A copy holds what its original holds, whichever two databases they are, or it is not kept.

use std::collections::BTreeSet;

use infitah_base::Chance;
use infitah_store::{
    Act, CopyError, Db, Kind, OpenError, State, StoreError,
    checks::Check,
    copy::{self, Onto, copy},
    db_test, documents, search, settings,
    testing::{self, TestDb, room},
};

const KINDS: [Kind; 2] = [Kind::Sqlite, Kind::Postgres];

/// Rows of every type of the portable subset, with and without values, and more than fit into one batch.
async fn fill(db: &Db) {
    let filled: Result<(), StoreError> = db
        .write(|tx| {
            Box::pin(async move {
                for number in 0..1203_i64 {
                    let object = format!("project/PRJ-{number}");
                    documents::keep(tx, &object, 1, &format!("متن {number} — «é»\n")).await?;
                    search::index(tx, &object, "Route de Béni Mellal", "طريق بني ملال").await?;
                    tx.record(Act {
                        actor: "test",
                        action: "filled",
                        object: &object,
                        version: Some(1),
                        old: None,
                        new: Some("{}".to_owned()),
                        why: None,
                    });
                }
                settings::set(tx, "empty", "").await
            })
        })
        .await;
    filled.unwrap();
}

const BY_HAND: [&str; 4] = [
    "INSERT INTO place (code, kind, parent, names, sort_key, population, households, has_outline) \
     VALUES ('b', 'region', NULL, '{}', 'b', NULL, 9007199254740993, true)",
    "INSERT INTO place (code, kind, parent, names, sort_key, population, households, has_outline) \
     VALUES ('A', 'region', 'b', '{}', 'a', -1, 0, false), ('é', 'region', 'b', '{}', 'e', 1, 0, false), \
     ('B-1', 'region', 'b', '{}', 'e', 1, 0, false)",
    "INSERT INTO place_figure (place, indicator, area, sex, value) VALUES ('b', 'i', 'total', 'all', 0.1), \
     ('b', 'i', 'total', 'male', -0.0), ('b', 'i', 'urban', 'all', 1e300), ('b', 'i', 'rural', 'all', 7)",
    "INSERT INTO place_kind (kind, rank, one, many) VALUES ('region', 1, '{}', '{}')",
];

#[db_test]
async fn a_copy_holds_the_same_whichever_two_databases_they_are(db: TestDb) {
    fill(&db).await;
    testing::execute(&db.address, &BY_HAND).await;
    let original = copy::contents(&db.address).await.unwrap();
    for (kind, back) in KINDS.into_iter().flat_map(|kind| KINDS.map(|back| (kind, back))) {
        let name = format!("copies_{}_{}_{}", db.kind().name(), kind.name(), back.name());
        let (there, again) = (room(kind, &format!("{name}_there")).await, room(back, &format!("{name}_back")).await);
        assert_eq!(copy(&db.address, &there.address, Onto::Nothing).await.unwrap(), original);
        assert_eq!(copy::contents(&there.address).await.unwrap(), original);
        assert_eq!(copy(&there.address, &again.address, Onto::Nothing).await.unwrap(), original, "and back");

        let copied = Db::open(&again.address, State::Ready, db.clock.clone(), Chance::seeded(4)).await.unwrap();
        let tx = copied.read().await.unwrap();
        assert_eq!(search::find(&tx, &["project"], "beni mel", 5000).await.unwrap()[0].len(), 1203, "search works");
        assert_eq!(documents::at_version::<String>(&tx, "project/PRJ-7", 1).await.unwrap().unwrap(), "متن 7 — «é»\n");
        drop(tx);
        fill_again(&copied).await;
        assert_eq!(copied.count("record").await.unwrap(), 1204, "numbers go on where they were");
    }
}

async fn fill_again(db: &Db) {
    let wrote: Result<(), StoreError> = db
        .write(|tx| {
            Box::pin(async move {
                search::index(tx, "project/PRJ-1", "Pont", "").await?;
                let act = Act {
                    actor: "test",
                    action: "x",
                    object: "project/PRJ-1",
                    version: None,
                    old: None,
                    new: None,
                    why: None,
                };
                tx.record(act);
                Ok(())
            })
        })
        .await;
    wrote.unwrap();
    let tx = db.read().await.unwrap();
    assert_eq!(
        search::find(&tx, &["project"], "beni", 5000).await.unwrap()[0].len(),
        1202,
        "an entry is replaced, not doubled"
    );
}

#[db_test]
async fn every_table_that_the_migrations_make_is_copied(db: TestDb) {
    let made: BTreeSet<String> = infitah_store::schema(&db)
        .await
        .unwrap()
        .into_keys()
        .filter(|table| table != "seaql_migrations")
        .chain(["search".to_owned()])
        .collect();
    let room = room(Kind::Sqlite, "every_table").await;
    let copied = copy(&db.address, &room.address, Onto::Nothing).await.unwrap();
    assert_eq!(copied.tables.iter().map(|sum| sum.table.clone()).collect::<BTreeSet<_>>(), made);
}

#[db_test]
async fn one_changed_letter_is_another_sum(db: TestDb) {
    fill(&db).await;
    let before = copy::contents(&db.address).await.unwrap();
    testing::execute(&db.address, &["UPDATE document SET body = '\"x\"' WHERE object = 'project/PRJ-7'"]).await;
    let after = copy::contents(&db.address).await.unwrap();
    let differ: Vec<&str> =
        before.tables.iter().zip(&after.tables).filter(|(b, a)| b != a).map(|(b, _)| b.table.as_str()).collect();
    assert_eq!(differ, ["document"]);
}

#[db_test]
async fn a_copy_goes_only_where_nothing_is(db: TestDb) {
    fill(&db).await;
    for kind in KINDS {
        let there = room(kind, &format!("only_{}_{}", db.kind().name(), kind.name())).await;
        testing::make_old(&there.address, 1).await;
        testing::execute(&there.address, &["INSERT INTO setting (key, value) VALUES ('theirs', '1')"]).await;
        let before = copy::contents(&there.address).await.unwrap();
        let refused = copy(&db.address, &there.address, Onto::Nothing).await.unwrap_err();
        assert!(matches!(refused, CopyError::NotEmpty(_)), "{refused}");
        assert_eq!(copy::contents(&there.address).await.unwrap(), before, "it is as it was");
        let copied = copy(&db.address, &there.address, Onto::Anything).await.unwrap();
        assert_eq!(copied, copy::contents(&there.address).await.unwrap(), "unless it may go");
    }
}

#[db_test]
async fn nothing_cannot_be_copied_and_an_empty_database_says_what_it_is(db: TestDb) {
    for kind in KINDS {
        let empty = room(kind, &format!("nothing_{}_{}", db.kind().name(), kind.name())).await;
        testing::make_old(&empty.address, 0).await;
        testing::execute(&empty.address, &["DROP TABLE seaql_migrations"]).await;
        let refused = copy(&empty.address, &db.address, Onto::Anything).await.unwrap_err();
        assert!(matches!(refused, CopyError::Nothing(_)), "{refused}");
        let refused = Db::open(&empty.address, State::Ready, db.clock.clone(), Chance::seeded(4)).await.err().unwrap();
        assert!(matches!(refused, OpenError::Empty(_)), "{refused}");
        assert!(refused.to_string().contains("run that again"), "{refused}");
    }
    assert!(!copy::contents(&db.address).await.unwrap().migrations.is_empty(), "what was there is there");
}

#[db_test]
async fn an_older_database_is_copied_at_its_own_version(db: TestDb) {
    for kind in KINDS {
        let (old, there) = (
            room(db.kind(), &format!("old_{}_{}", db.kind().name(), kind.name())).await,
            room(kind, &format!("old_to_{}_{}", db.kind().name(), kind.name())).await,
        );
        testing::make_old(&old.address, 2).await;
        testing::execute(&old.address, &BY_HAND).await;
        let copied = copy(&old.address, &there.address, Onto::Nothing).await.unwrap();
        assert_eq!(copied.migrations, ["m0001_foundations", "m0002_places"]);
        assert!(copied.tables.iter().all(|sum| sum.table != "project"), "a later table is not made");
        assert_eq!(copy::contents(&there.address).await.unwrap(), copied);
    }
}

#[db_test]
async fn tables_that_were_changed_by_hand_stop_a_copy(db: TestDb) {
    testing::execute(&db.address, &["ALTER TABLE setting ADD COLUMN note text"]).await;
    let there = room(Kind::Sqlite, "by_hand").await;
    let refused = copy(&db.address, &there.address, Onto::Nothing).await.unwrap_err();
    assert!(matches!(&refused, CopyError::Altered(table) if table == "setting"), "{refused}");
    assert!(copy::is_empty(&there.address).await.unwrap(), "nothing is left of it");
}

#[db_test]
async fn a_stopped_copy_leaves_nothing(db: TestDb) {
    fill(&db).await;
    for kind in KINDS {
        let there = room(kind, &format!("stopped_{}_{}", db.kind().name(), kind.name())).await;
        let mut finished = false;
        for millis in [1, 5, 20, 60, 150, 400, 1000, 3000, 30_000] {
            let copying = copy(&db.address, &there.address, Onto::Nothing);
            match tokio::time::timeout(std::time::Duration::from_millis(millis), copying).await {
                Ok(done) => {
                    assert_eq!(done.unwrap(), copy::contents(&there.address).await.unwrap());
                    finished = true;
                    break;
                }
                Err(_) => {
                    // The connection that was dropped in the middle rolls back behind us.
                    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
                    if !copy::is_empty(&there.address).await.unwrap() {
                        // Stopped between the commit and its answer: then all of it is there.
                        let whole = copy::contents(&db.address).await.unwrap();
                        assert_eq!(copy::contents(&there.address).await.unwrap(), whole, "stopped after {millis} ms");
                        finished = true;
                        break;
                    }
                }
            }
        }
        assert!(finished, "the same copy comes through in the end");
    }
}

#[db_test]
async fn checks_find_what_the_database_cannot_know(db: TestDb) {
    fill(&db).await;
    let codes = Check::Codes { table: "place", column: "kind", known: vec!["region"] };
    let belongs = Check::Belongs { table: "place", column: "parent", to: "place", by: "code" };
    let documented = Check::Documented { table: "project", column: "reference", kind: "project" };
    let found = Check::Found { table: "project", column: "reference", kind: "project" };
    testing::execute(&db.address, &BY_HAND).await;
    for check in [&codes, &belongs, &documented] {
        assert_eq!(check.look(&db).await.unwrap(), None, "{}", check.what());
    }
    let text = found.look(&db).await.unwrap().unwrap();
    assert!(text.contains("project/PRJ-") && text.ends_with("and others"), "entries without a project: {text}");
    testing::execute(
        &db.address,
        &[
            "UPDATE place SET kind = 'planet', parent = 'nowhere' WHERE code = 'A'",
            "DELETE FROM search",
            "INSERT INTO project (id, reference, identifier, version, kind, stage, sort_key) VALUES \
             ('0192f0c0-0000-7000-8000-000000000001', 'PRJ-9999', 'x', 2, 'k', 's', 'x')",
        ],
    )
    .await;
    for (check, expected) in [
        (codes, "not so: planet"),
        (belongs, "not so: 1 in place"),
        (documented, "not so: PRJ-9999"),
        (found, "not so: PRJ-9999"),
    ] {
        assert_eq!(check.look(&db).await.unwrap().as_deref(), Some(expected), "{}", check.what());
    }
}

#[tokio::test]
async fn a_silent_server_and_a_held_file_are_told_within_seconds() {
    let begun = std::time::Instant::now();
    let open = async |address: &str, state| {
        let opened = Db::open(address, state, infitah_base::Clock::system(), Chance::seeded(1)).await;
        opened.err().map(|error| error.to_string()).unwrap_or_default()
    };
    // A port that takes the connection and never says a word.
    let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = silent.local_addr().unwrap().port();
    let said = open(&format!("postgres://infitah:secret@127.0.0.1:{port}/x"), State::Ready).await;
    assert!(said.contains("no PostgreSQL answers there") && !said.contains("secret"), "{said}");
    let said = open("postgres://infitah:secret@127.0.0.1:1/x", State::Ready).await;
    assert!(said.contains("no PostgreSQL answers there"), "{said}");

    let room = room(Kind::Sqlite, "held").await;
    testing::make_old(&room.address, 2).await;
    let db = testing::hold(&room.address).await;
    let said = open(&room.address, State::Migrate).await;
    assert!(said.contains("another program holds the database"), "{said}");
    drop(db);
    assert!(begun.elapsed() < std::time::Duration::from_secs(12), "{:?}", begun.elapsed());
}
