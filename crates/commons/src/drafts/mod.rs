//! What is written at the desk before it is published: drafts, the forms that fill them, and what happens when two
//! write about the same thing.
//!
//! A draft is the whole document as its author wants it, beside the version that was opened. Nothing is locked: whoever
//! publishes later sees what has changed since and chooses ([`merge`]).

mod form;
mod merge;
mod queries;
mod service;

pub use form::{Chapter, Choice, Cx, Field, FieldShown, Group, List, Must, Shape, at, put, read_fields, show_fields};
pub use merge::{Clash, Side, merge};
pub use queries::{one, open_of, submitted};
pub use service::{Begin, Changed, Draft, State, begin, end, rebase, save, send};
