//! What administrators choose while the program runs: a list of known settings, each with its default, a value for the
//! region or for places within it, and its history in the record. All values are held in memory: pages ask
//! [`crate::App::settings`] and never the database.

mod known;
mod model;
mod sections;
mod service;
mod snapshot;
mod web;

pub use known::{Group, KNOWN, Kind, Known, Reach, find, key};
pub use model::{NotAValue, Value};
pub use sections::{Content, MOST_DAYS, SECTION_KIND, Section, SectionError, decide};
pub use service::{ChangeSettings, KIND, NewValue, SettingError, change, object};
pub use snapshot::{Chosen, Found, Settings};
pub use web::{closed, routes};
