//! What every part of Infitah speaks: ids and references, time, chance, money, languages, numbers, dates
//! and folded text. Nothing here does IO except [`config`], which is the one place that reads the environment.

pub mod chance;
pub mod config;
pub mod date;
pub mod ids;
pub mod lang;
pub mod money;
pub mod number;
pub mod text;
pub mod time;

pub use chance::Chance;
pub use ids::Reference;
pub use lang::{Lang, Text, Voice};
pub use money::{Currency, Money};
pub use time::{CivilDate, Clock, Timestamp};
