//! The addresses of a platform that Infitah replaces: who still has one is sent to the right page.
//!
//! An old address is a path with its query, as it stands after the host (`/index.php?id=12`). It leads to a page of
//! this site. A table of them comes in as CSV with the columns `from` and `to`.

mod queries;
mod service;
mod web;

pub use queries::{how_many, target};
pub use service::{BadAddress, KeepAddresses, Moved, keep, read_table};
pub use web::forward;
