//! What the store promises, on both databases.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use infitah_base::{Chance, Clock, Timestamp};
use infitah_store::{
    Act, Command, Db, OpenError, State, StoreError, WriteTx, db_test,
    documents::{self, Until},
    entities::{counter, record, setting},
    schema, search,
    testing::TestDb,
};
use sea_orm::{ActiveValue::Set, EntityTrait, PaginatorTrait, sea_query::OnConflict};

fn act<'a>(object: &'a str) -> Act<'a> {
    Act { actor: "test", action: "test.done", object, version: None, old: None, new: None, why: None }
}

async fn read_number(tx: &impl sea_orm::ConnectionTrait) -> i64 {
    counter::Entity::find_by_id("n").one(tx).await.unwrap().map_or(0, |row| row.value)
}

async fn write_number(tx: &WriteTx, value: i64) {
    let replace = OnConflict::column(counter::Column::Name).update_column(counter::Column::Value).to_owned();
    counter::Entity::insert(counter::ActiveModel { name: Set("n".to_owned()), value: Set(value) })
        .on_conflict(replace)
        .exec_without_returning(tx)
        .await
        .unwrap();
}

async fn add_one(db: &Db) {
    let added: Result<(), StoreError> = db
        .write(|tx| {
            Box::pin(async move {
                let before = read_number(tx).await;
                // Others get every chance to come between the read and the write.
                tokio::task::yield_now().await;
                write_number(tx, before + 1).await;
                tx.record(act("counter/n"));
                Ok(())
            })
        })
        .await;
    added.unwrap();
}

#[db_test]
async fn thirty_two_tasks_of_read_then_write_lose_nothing(db: TestDb) {
    // Half of them come through a second set of pools, as another process would.
    let other = db.again().await;
    let tasks: Vec<_> = (0..32)
        .map(|index| {
            let db = if index % 2 == 0 { db.db.clone() } else { other.clone() };
            tokio::spawn(async move {
                for _ in 0..8 {
                    add_one(&db).await;
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    assert_eq!(read_number(&db.read().await.unwrap()).await, 32 * 8);
    assert_eq!(db.count("record").await.unwrap(), 32 * 8);
    assert_eq!(db.count("change").await.unwrap(), 32 * 8);
}

#[db_test]
async fn what_is_not_recorded_is_not_written(db: TestDb) {
    let answer: Result<(), StoreError> = db
        .write(|tx| {
            Box::pin(async move {
                write_number(tx, 7).await;
                Ok(())
            })
        })
        .await;
    assert!(matches!(answer, Err(StoreError::Unrecorded)), "{answer:?}");
    assert_eq!(read_number(&db.read().await.unwrap()).await, 0);
}

#[db_test]
async fn a_write_that_fails_leaves_nothing(db: TestDb) {
    let answer: Result<(), StoreError> = db
        .write(|tx| {
            Box::pin(async move {
                write_number(tx, 7).await;
                tx.record(act("counter/n"));
                Err(StoreError::Unreadable("on purpose".to_owned()))
            })
        })
        .await;
    assert!(answer.is_err());
    assert_eq!(read_number(&db.read().await.unwrap()).await, 0);
    assert_eq!(db.count("record").await.unwrap(), 0);
}

#[db_test]
async fn a_reader_cannot_write_and_sees_one_moment(db: TestDb) {
    add_one(&db).await;
    let view = db.read().await.unwrap();
    assert_eq!(read_number(&view).await, 1);
    add_one(&db).await;
    assert_eq!(read_number(&view).await, 1, "the view moved");
    let refused = setting::Entity::insert(setting::ActiveModel { key: Set("a".into()), value: Set("b".into()) })
        .exec_without_returning(&view)
        .await;
    assert!(refused.is_err());
}

#[db_test]
async fn who_hangs_up_does_not_stop_the_write_nor_what_follows_it(db: TestDb) {
    let heard = Arc::new(AtomicUsize::new(0));
    let count = heard.clone();
    db.on_change(move |changes| {
        count.fetch_add(changes.len(), Ordering::SeqCst);
    });
    let writing = db.write::<(), StoreError>(|tx| {
        Box::pin(async move {
            tokio::time::sleep(Duration::from_millis(50)).await;
            write_number(tx, 9).await;
            tx.record(act("counter/n"));
            Ok(())
        })
    });
    // The caller goes away in the middle.
    assert!(tokio::time::timeout(Duration::from_millis(10), writing).await.is_err());
    let deadline = Instant::now() + Duration::from_secs(2);
    while heard.load(Ordering::SeqCst) == 0 && Instant::now() < deadline {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    assert!(heard.load(Ordering::SeqCst) >= 1, "nobody was told");
    assert_eq!(read_number(&db.read().await.unwrap()).await, 9);
}

#[db_test]
async fn a_change_by_another_process_is_heard_within_a_second(db: TestDb) {
    let other = db.again().await;
    let heard = Arc::new(AtomicUsize::new(0));
    let count = heard.clone();
    db.on_change(move |changes| {
        count.fetch_add(changes.iter().filter(|change| change.object == "counter/n").count(), Ordering::SeqCst);
    });
    for _ in 0..5 {
        add_one(&other).await;
    }
    let start = Instant::now();
    while heard.load(Ordering::SeqCst) < 5 && start.elapsed() < Duration::from_secs(5) {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert!(
        start.elapsed() < Duration::from_secs(1),
        "heard {} after {:?}",
        heard.load(Ordering::SeqCst),
        start.elapsed()
    );
    // Nothing is told twice to who only follows.
    tokio::time::sleep(Duration::from_millis(600)).await;
    assert_eq!(heard.load(Ordering::SeqCst), 5);
}

/// Puts a name down; the second to come with the same name is told so.
struct Claim(String);

impl Command for Claim {
    type Answer = bool;

    fn apply_many<'t>(
        tx: &'t WriteTx,
        commands: &'t [Self],
    ) -> std::pin::Pin<Box<dyn Future<Output = Result<Vec<bool>, StoreError>> + Send + 't>> {
        Box::pin(async move {
            let mut answers = Vec::with_capacity(commands.len());
            for Claim(name) in commands {
                let row = setting::ActiveModel { key: Set(name.clone()), value: Set(String::new()) };
                let inserted = setting::Entity::insert(row)
                    .on_conflict(OnConflict::column(setting::Column::Key).do_nothing().to_owned())
                    .exec_without_returning(tx)
                    .await?;
                answers.push(inserted > 0);
            }
            tx.record(act("setting/claims"));
            Ok(answers)
        })
    }
}

#[db_test]
async fn commands_go_together_and_each_gets_its_own_answer(db: TestDb) {
    let tasks: Vec<_> = (0..200)
        .map(|index| {
            let db = db.db.clone();
            tokio::spawn(async move { db.submit(Claim(format!("name {}", index % 100))).await.unwrap() })
        })
        .collect();
    let mut won = 0;
    for task in tasks {
        won += usize::from(task.await.unwrap());
    }
    assert_eq!(won, 100, "each name is given once");
    let transactions = record::Entity::find().count(&db.read().await.unwrap()).await.unwrap();
    assert!(transactions < 200, "{transactions} transactions for 200 commands: nothing was gathered");
}

#[db_test]
async fn versions_are_kept_whole(db: TestDb) {
    for version in 1..=3_i64 {
        let kept: Result<(), StoreError> = db
            .write(move |tx| {
                Box::pin(async move {
                    documents::keep(tx, "thing/1", version, &format!("version {version}")).await?;
                    tx.record(Act { version: Some(version), ..act("thing/1") });
                    Ok(())
                })
            })
            .await;
        kept.unwrap();
    }
    let view = db.read().await.unwrap();
    let second: Option<String> = documents::at_version(&view, "thing/1", 2).await.unwrap();
    assert_eq!(second.as_deref(), Some("version 2"));
    let history = async |until, limit| {
        let versions = documents::history::<String>(&view, "thing/1", until, limit).await.unwrap();
        versions.iter().map(|version| version.number).collect::<Vec<_>>()
    };
    assert_eq!(history(Until::Now, 10).await, [3, 2, 1]);
    assert_eq!(history(Until::Version(2), 1).await, [2]);
    assert_eq!(history(Until::At(Timestamp::from_millis(0)), 10).await, [0; 0]);
}

#[db_test]
async fn search_finds_what_people_type(db: TestDb) {
    let indexed: Result<(), StoreError> = db
        .write(|tx| {
            Box::pin(async move {
                search::index(tx, "place/1", "Zaouiat Ahansal زاوية أحنصال", "Azilal أزيلال").await?;
                search::index(tx, "place/2", "Azilal أزيلال", "").await?;
                search::index(tx, "place/3", "Béni Mellal بني ملال ⴱⵏⵉ ⵎⵍⵍⴰⵍ", "").await?;
                search::index(tx, "project/1", "Route vers Zaouiat Ahansal", "").await?;
                // Indexed twice, found once.
                search::index(tx, "place/3", "Béni Mellal بني ملال ⴱⵏⵉ ⵎⵍⵍⴰⵍ", "").await?;
                tx.record(act("place/all"));
                Ok(())
            })
        })
        .await;
    indexed.unwrap();
    let view = db.read().await.unwrap();
    for (kind, query, expected) in [
        ("place", "zaouiat", vec!["1"]),
        ("place", "زاويه", vec!["1"]),
        ("place", "ازيلال", vec!["2", "1"]),
        ("place", "BENI mell", vec!["3"]),
        ("place", "ⴱⵏⵉ", vec!["3"]),
        ("place", "mellal beni", vec!["3"]),
        ("project", "ahansal", vec!["1"]),
        ("place", "nulle part", vec![]),
        ("place", "' OR 1=1 --", vec![]),
        ("place", "\"*():&|!", vec![]),
        ("place", "", vec![]),
    ] {
        assert_eq!(search::find(&view, &[kind], query, 10).await.unwrap(), [expected], "{kind}: {query}");
    }
}

#[db_test]
async fn running_numbers_have_no_twins(db: TestDb) {
    let tasks: Vec<_> = (0..16)
        .map(|_| {
            let db = db.db.clone();
            tokio::spawn(async move {
                db.write::<i64, StoreError>(|tx| {
                    Box::pin(async move {
                        let number = documents::next_number(tx, "PRJ-2026").await?;
                        tx.record(act("counter/PRJ-2026"));
                        Ok(number)
                    })
                })
                .await
                .unwrap()
            })
        })
        .collect();
    let mut numbers = Vec::new();
    for task in tasks {
        numbers.push(task.await.unwrap());
    }
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=16).collect::<Vec<_>>());
}

#[test]
fn the_two_migrated_schemas_are_the_same() {
    let (send, receive) = std::sync::mpsc::channel();
    for kind in [infitah_store::Kind::Sqlite, infitah_store::Kind::Postgres] {
        let send = send.clone();
        infitah_store::testing::run(kind, "schemas", async move |db: TestDb| {
            send.send(schema(&db).await.unwrap()).unwrap();
        });
    }
    let (sqlite, postgres) = (receive.recv().unwrap(), receive.recv().unwrap());
    assert!(sqlite.len() >= 13, "{:?}", sqlite.keys());
    assert_eq!(sqlite, postgres);
    assert!(!format!("{sqlite:?}").contains(" other "), "{sqlite:#?}");
}

async fn open(address: &str, state: State) -> Result<Db, OpenError> {
    Db::open(address, state, Clock::system(), Chance::seeded(3)).await
}

#[tokio::test]
async fn a_mistyped_address_is_an_error_and_makes_no_file() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("nothing.db");
    let address = format!("sqlite:{}", path.display());
    assert!(matches!(open(&address, State::Ready).await, Err(OpenError::Missing(_))));
    assert!(!path.exists());
    assert!(matches!(open("mysql://here", State::Ready).await, Err(OpenError::NotAnAddress(_))));
    std::fs::write(&path, "this is a letter, not a database, and it is long enough to be one".repeat(40)).unwrap();
    assert!(matches!(open(&address, State::Ready).await, Err(OpenError::Unreadable(..))));
    let unreachable = open("postgres://nobody:secret@127.0.0.1:1/none", State::Ready).await.err().unwrap().to_string();
    assert!(unreachable.contains("nobody:…@") && !unreachable.contains("secret"), "{unreachable}");
}

#[db_test]
async fn a_newer_database_is_refused(db: TestDb) {
    let newer: Result<(), StoreError> = db
        .write(|tx| {
            Box::pin(async move {
                sea_orm::ConnectionTrait::execute_unprepared(
                    tx,
                    "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_from_tomorrow', 0)",
                )
                .await?;
                tx.record(act("schema/newer"));
                Ok(())
            })
        })
        .await;
    newer.unwrap();
    for state in [State::Ready, State::Migrate] {
        let refused = Db::open(&db.address, state, db.clock.clone(), Chance::seeded(1)).await.err().unwrap();
        assert!(refused.to_string().contains("m9999_from_tomorrow"), "{refused}");
    }
}
