//! How a database is opened: the address, a short look at what is there, the pools.

use std::{path::Path, sync::Arc, time::Duration};

use infitah_base::config::without_password;
use sea_orm::{
    ConnectOptions, Database, DatabaseConnection, DbErr, RuntimeErr, SqlxError,
    sqlx::{
        ConnectOptions as _, Connection, PgConnection, SqliteConnection,
        postgres::PgConnectOptions,
        sqlite::{SqliteConnectOptions, SqliteJournalMode},
    },
};

use super::{
    Kind,
    failure::{is_locked, sentence},
};
use crate::db::OpenError;

/// The path of an SQLite address.
pub(crate) fn sqlite_path(address: &str) -> &str {
    let path = address.strip_prefix("sqlite:").unwrap_or(address);
    path.strip_prefix("//").unwrap_or(path)
}

/// A mistyped path is an error, never a new empty file, unless one is asked to be made.
pub(crate) fn check_presence(kind: Kind, address: &str, may_make: bool) -> Result<(), OpenError> {
    if kind == Kind::Postgres {
        return Ok(());
    }
    let path = Path::new(sqlite_path(address));
    if path.as_os_str().is_empty() {
        return Err(OpenError::NotAnAddress(address.to_owned()));
    }
    if !path.exists() && !may_make {
        return Err(OpenError::Missing(path.display().to_string()));
    }
    if path.is_dir() {
        return Err(OpenError::Unreadable(path.display().to_string(), "it is a directory".to_owned()));
    }
    Ok(())
}

/// Opens the pools for reading and for writing. A short look comes first: a pool waits long for what will not come,
/// and then only says that it waited.
pub(crate) async fn connect(
    kind: Kind,
    address: &str,
    may_make: bool,
) -> Result<(DatabaseConnection, DatabaseConnection), OpenError> {
    look(kind, address, may_make).await?;
    // The writer comes first: with SQLite it makes the file.
    let write = pool(kind, address, if kind == Kind::Sqlite { 1 } else { 4 }, false).await?;
    let read = pool(kind, address, readers(), true).await?;
    Ok((read, write))
}

/// Connections that read at once: as many as the processors can keep busy. Each holds a cache of its own.
fn readers() -> u32 {
    let processors = std::thread::available_parallelism().map_or(2, usize::from);
    u32::try_from(processors * 2).unwrap_or(u32::MAX).clamp(4, 16)
}

/// How long a start waits for a database that is locked or silent.
const PATIENCE: Duration = Duration::from_secs(3);

/// Connects once, without a pool: what is wrong is known within seconds, and said.
pub(crate) async fn look(kind: Kind, address: &str, may_make: bool) -> Result<(), OpenError> {
    let seen = match kind {
        Kind::Sqlite => look_at_file(address, may_make).await,
        Kind::Postgres => tokio::time::timeout(PATIENCE, look_at_server(address))
            .await
            .unwrap_or_else(|_| Err(SqlxError::Io(std::io::ErrorKind::TimedOut.into()))),
    };
    seen.map_err(|error| refusal(kind, address, &DbErr::Conn(RuntimeErr::SqlxError(Arc::new(error)))))
}

async fn look_at_server(address: &str) -> Result<(), SqlxError> {
    let options: PgConnectOptions = address.parse()?;
    PgConnection::connect_with(&options.disable_statement_logging()).await?.close().await
}

async fn look_at_file(address: &str, may_make: bool) -> Result<(), SqlxError> {
    let path = sqlite_path(address);
    if Path::new(path).exists() {
        // SQLite opens a file that it may not write to without a word.
        std::fs::OpenOptions::new().write(true).open(path).map_err(SqlxError::Io)?;
    }
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(may_make)
        .busy_timeout(PATIENCE)
        .journal_mode(SqliteJournalMode::Wal)
        // That it waited is said in the refusal, not in the log.
        .disable_statement_logging();
    let mut connection = SqliteConnection::connect_with(&options).await?;
    let seen = async {
        sea_orm::sqlx::query("SELECT COUNT(*) FROM sqlite_master").execute(&mut connection).await?;
        if may_make {
            // What is about to write learns now whether another program is at it.
            sea_orm::sqlx::query("BEGIN IMMEDIATE").execute(&mut connection).await?;
            sea_orm::sqlx::query("ROLLBACK").execute(&mut connection).await?;
        }
        Ok(())
    }
    .await;
    connection.close().await?;
    seen
}

/// Folds the log of an SQLite database into its file and leaves WAL, which no other program can be in then: the file
/// alone is the database, and may be moved. PostgreSQL has no such file.
pub(crate) async fn gather(address: &str) -> Result<(), OpenError> {
    let Ok(Kind::Sqlite) = Kind::of(address) else { return Ok(()) };
    let options = SqliteConnectOptions::new()
        .filename(sqlite_path(address))
        .busy_timeout(PATIENCE)
        .journal_mode(SqliteJournalMode::Delete)
        .disable_statement_logging();
    let gathered = async {
        let mut connection = SqliteConnection::connect_with(&options).await?;
        sea_orm::sqlx::query("SELECT COUNT(*) FROM sqlite_master").execute(&mut connection).await?;
        connection.close().await
    };
    gathered.await.map_err(|error| refusal(Kind::Sqlite, address, &DbErr::Conn(RuntimeErr::SqlxError(Arc::new(error)))))
}

fn refusal(kind: Kind, address: &str, error: &DbErr) -> OpenError {
    match kind {
        Kind::Sqlite if is_locked(error) => OpenError::Held(sqlite_path(address).to_owned()),
        Kind::Sqlite => OpenError::Unreadable(sqlite_path(address).to_owned(), sentence(error)),
        Kind::Postgres => OpenError::Unreachable(without_password(address), sentence(error)),
    }
}

/// Opens a pool.
pub(crate) async fn pool(
    kind: Kind,
    address: &str,
    connections: u32,
    read_only: bool,
) -> Result<DatabaseConnection, OpenError> {
    let opened = match kind {
        Kind::Sqlite => sqlite_pool(address, connections, read_only).await,
        Kind::Postgres => {
            let mut options = ConnectOptions::new(address);
            options
                .max_connections(connections)
                .connect_timeout(Duration::from_secs(5))
                .acquire_timeout(Duration::from_secs(10))
                .sqlx_logging(false);
            open_pool(options).await
        }
    };
    opened.map_err(|error| refusal(kind, address, &error))
}

/// A path as part of an address: a directory may be called `50%?`.
fn in_url(path: &str) -> String {
    path.replace('%', "%25").replace('?', "%3F").replace('#', "%23")
}

async fn sqlite_pool(address: &str, connections: u32, read_only: bool) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(format!("sqlite://{}?mode=rw", in_url(sqlite_path(address))));
    options
        .max_connections(connections)
        .acquire_timeout(Duration::from_secs(60))
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |sqlite| {
            let sqlite = sqlite
                .pragma("journal_mode", "WAL")
                // An answer means "on disk": NORMAL loses acknowledged commits when the power goes.
                .pragma("synchronous", "FULL")
                .pragma("foreign_keys", "ON")
                // Kilobytes a connection: readers share the machine's own cache of the file, so theirs are small.
                .pragma("cache_size", if read_only { "-2000" } else { "-4000" })
                // Statements of many rows are large; a hundred of them, which is the default, are megabytes.
                .statement_cache_capacity(40)
                .busy_timeout(Duration::from_secs(60));
            if read_only { sqlite.pragma("query_only", "ON") } else { sqlite }
        });
    open_pool(options).await
}

#[expect(clippy::disallowed_methods, reason = "the one place where a database is connected to")]
async fn open_pool(options: ConnectOptions) -> Result<DatabaseConnection, DbErr> {
    Database::connect(options).await
}
