//! Test databases: each test gets its own, and runs on both kinds through [`crate::db_test`].

use std::future::Future;

use infitah_base::{Chance, Clock, Timestamp};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseTransaction};

use crate::{Db, Kind, State, dialect};

/// Monday 23 November 2026, 10:15:00.123 in Morocco. The milliseconds are there on purpose: instants that are whole
/// seconds hide sorting faults.
pub const NOW: Timestamp = Timestamp::from_millis(1_795_425_300_123);

/// A database of a test's own, with what is needed to open it a second time.
pub struct TestDb {
    /// The open database.
    pub db: Db,
    /// Its address.
    pub address: String,
    /// The clock it was opened with; it stands still until moved.
    pub clock: Clock,
    _directory: Option<tempfile::TempDir>,
}

impl TestDb {
    /// Opens the same database again, as another process would.
    pub async fn again(&self) -> Db {
        Db::open(&self.address, State::Ready, self.clock.clone(), Chance::seeded(2)).await.expect("the database opens")
    }
}

impl std::ops::Deref for TestDb {
    type Target = Db;

    fn deref(&self) -> &Db {
        &self.db
    }
}

/// Runs a test on a fresh database of this kind. Called by the code that [`crate::db_test`] writes.
pub fn run<F: Future<Output = ()>>(kind: Kind, name: &str, test: impl FnOnce(TestDb) -> F) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.expect("a runtime starts").block_on(async {
        let (address, directory) = address_of(kind, name).await;
        let clock = Clock::held(NOW);
        let db = Db::open(&address, State::Migrate, clock.clone(), Chance::seeded(1)).await;
        let db = db.unwrap_or_else(|error| panic!("{error}"));
        test(TestDb { db, address, clock, _directory: directory }).await;
    });
}

/// A place for a database that is not there yet.
pub struct Room {
    /// Its address.
    pub address: String,
    _directory: Option<tempfile::TempDir>,
}

/// Makes room for a database of this kind. `name` must be the test's own.
pub async fn room(kind: Kind, name: &str) -> Room {
    let (address, directory) = address_of(kind, name).await;
    Room { address, _directory: directory }
}

async fn address_of(kind: Kind, name: &str) -> (String, Option<tempfile::TempDir>) {
    match kind {
        Kind::Sqlite => {
            let directory = tempfile::tempdir().expect("a directory can be made");
            (format!("sqlite:{}", directory.path().join("test.db").display()), Some(directory))
        }
        Kind::Postgres => (postgres_schema(name).await, None),
    }
}

/// Makes a database as an earlier program did: with the first `count` migrations only.
pub async fn make_old(address: &str, count: usize) {
    let kind = Kind::of(address).expect("an address");
    dialect::look(kind, address, true).await.expect("it can be reached");
    let pool = dialect::pool(kind, address, 1, false).await.expect("it opens");
    let tx = dialect::begin_write(&pool).await.expect("a write begins");
    dialect::migrate_in(&tx, count).await.expect("migrations apply");
    tx.commit().await.expect("a commit");
    pool.close().await.expect("it closes");
}

/// Runs statements on a database of whatever version, as somebody would by hand.
pub async fn execute(address: &str, statements: &[&str]) {
    let kind = Kind::of(address).expect("an address");
    let pool = dialect::pool(kind, address, 1, false).await.expect("it opens");
    for statement in statements {
        pool.execute_unprepared(statement).await.unwrap_or_else(|error| panic!("{statement}: {error}"));
    }
    pool.close().await.expect("it closes");
}

/// Alters a row of the record by hand.
pub async fn alter_record(address: &str, row: i64) {
    execute(address, &[&format!("UPDATE record SET why = 'nothing to see' WHERE seq = {row}")]).await;
}

/// Begins a write and keeps it open until dropped, as another program at work would.
pub async fn hold(address: &str) -> DatabaseTransaction {
    let pool = dialect::pool(Kind::of(address).expect("an address"), address, 1, false).await.expect("it opens");
    dialect::begin_write(&pool).await.expect("a write begins")
}

/// A schema of the test's own on the server that `cargo xtask test` starts.
async fn postgres_schema(name: &str) -> String {
    #[expect(clippy::disallowed_methods, reason = "where the test server is, is said by who starts the tests")]
    let server = std::env::var("INFITAH_TEST_POSTGRES").unwrap_or_else(|_| {
        panic!(
            "this test needs PostgreSQL: run `cargo xtask test`, or `cargo xtask pg -- cargo test`, which start one; \
             or set INFITAH_TEST_POSTGRES to an address whose user may make schemas"
        )
    });
    let tail: String = name.chars().rev().filter(char::is_ascii_alphanumeric).take(40).collect();
    let schema = format!("t_{}_{}", tail.chars().rev().collect::<String>(), std::process::id());
    let mut options = ConnectOptions::new(&server);
    options.max_connections(1).sqlx_logging(false);
    #[expect(clippy::disallowed_methods, reason = "the schema must be made before the database is opened in it")]
    let admin = Database::connect(options).await.unwrap_or_else(|error| panic!("{server}: {error}"));
    for statement in [format!("DROP SCHEMA IF EXISTS {schema} CASCADE"), format!("CREATE SCHEMA {schema}")] {
        admin.execute_unprepared(&statement).await.expect("a schema can be made");
    }
    format!("{server}?options=-csearch_path%3D{schema}")
}
