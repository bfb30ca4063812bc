//! The only crate that knows SQL: one database, SQLite or PostgreSQL, chosen by its address.
//!
//! [`Db`] offers three doors and no others: [`Db::read`] for a consistent view, [`Db::write`] for one transaction on
//! a task of its own, [`Db::submit`] for commands that are gathered into one transaction. The rules behind them are
//! in `docs/STORE.md`.

mod batch;
mod change;
pub mod checks;
pub mod copy;
mod db;
mod dialect;
pub mod documents;
pub mod entities;
mod migrations;
mod pace;
pub mod record;
pub mod search;
pub mod settings;
mod tx;

#[cfg(feature = "testing")]
pub mod testing;

pub use batch::{Command, SubmitError};
pub use change::{Change, last_change};
pub use copy::{Contents, CopyError, Sum};
pub use db::{Alone, Db, InTx, OpenError, State};
pub use dialect::{Kind, schema};
pub use infitah_base::config::without_password;
pub use pace::Pace;
pub use record::Act;
pub use tx::{BATCH, Bookkeeping, ReadTx, StoreError, WriteTx, in_few_lengths};

#[cfg(feature = "testing")]
pub use infitah_store_macros::db_test;
