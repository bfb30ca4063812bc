//! What the drivers' errors mean, said to whoever runs the database, with what to do.

use std::io;

use sea_orm::{DbErr, RuntimeErr, SqlxError, SqlxSqliteError, sqlx::error::DatabaseError};

const LOCKED: &str = "another program holds it: stop that program, or try again when it has finished";
const READ_ONLY: &str =
    "it cannot be written to: let the user who runs this program write to the file and to its directory";
const FULL: &str = "the disk is full and nothing of this was written: make room, then do it again";
const DAMAGED: &str = "the file is damaged, or is no database: put the last good backup in its place with `infitah restore \
                       --replace FILE`";
const CLOSED: &str = "it cannot be opened: the user who runs this program must be able to read and write the file and its \
                      directory";
const SILENT: &str = "no PostgreSQL answers there: check the address, and that the server runs";
const REFUSED: &str = "PostgreSQL refuses this user or this password: correct `database-url`";
const NO_SUCH: &str = "PostgreSQL has no database of this name: make an empty one, or correct `database-url`";
const CROWDED: &str = "PostgreSQL has no connection left: raise its `max_connections`, or stop other programs";
const STARTING: &str = "PostgreSQL is starting or stopping: try again in a moment";
const FORBIDDEN: &str = "PostgreSQL does not let this user do that: make the user the owner of the database";

/// One plain sentence for the causes that an operator can mend; the driver's own words for all others.
pub(crate) fn sentence(error: &DbErr) -> String {
    let known = match error {
        DbErr::Conn(RuntimeErr::SqlxError(cause))
        | DbErr::Exec(RuntimeErr::SqlxError(cause))
        | DbErr::Query(RuntimeErr::SqlxError(cause)) => of(cause),
        DbErr::ConnectionAcquire(_) => Some(LOCKED_OR_SILENT),
        _ => None,
    };
    known.map_or_else(|| error.to_string(), str::to_owned)
}

/// Whether another program holds the database.
pub(crate) fn is_locked(error: &DbErr) -> bool {
    sentence(error) == LOCKED
}

const LOCKED_OR_SILENT: &str = "it gives no connection in time: it is overloaded, locked, or gone";

fn of(cause: &SqlxError) -> Option<&'static str> {
    match cause {
        SqlxError::Io(error) => Some(match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => READ_ONLY,
            io::ErrorKind::StorageFull => FULL,
            _ => SILENT,
        }),
        SqlxError::PoolTimedOut => Some(LOCKED_OR_SILENT),
        SqlxError::Database(error) => match error.try_downcast_ref::<SqlxSqliteError>() {
            Some(_) => sqlite(error.as_ref()),
            None => postgres(error.as_ref()),
        },
        _ => None,
    }
}

/// The primary result codes of SQLite: the low byte of what it answers.
fn sqlite(error: &dyn DatabaseError) -> Option<&'static str> {
    let code: i32 = error.code()?.parse().ok()?;
    match code & 0xff {
        5 | 6 => Some(LOCKED),
        8 => Some(READ_ONLY),
        11 | 26 => Some(DAMAGED),
        13 => Some(FULL),
        3 | 14 | 23 => Some(CLOSED),
        // A read or a write that the disk refused; SQLite tells a full disk apart only sometimes.
        10 => Some("the disk refuses to read or to write: look at the disk, and whether it is full"),
        _ => None,
    }
}

/// The SQLSTATE codes of PostgreSQL.
fn postgres(error: &dyn DatabaseError) -> Option<&'static str> {
    match error.code()?.as_ref() {
        "28P01" | "28000" => Some(REFUSED),
        "3D000" => Some(NO_SUCH),
        "53300" => Some(CROWDED),
        "53100" => Some(FULL),
        "57P03" | "57P01" => Some(STARTING),
        "42501" => Some(FORBIDDEN),
        "25006" => Some("PostgreSQL only lets it be read: this is a standby, or it was set so"),
        _ => None,
    }
}
