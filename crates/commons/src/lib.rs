//! What all domains share: the state of the program, access, links between civic objects, messages that leave and
//! arrive, places, background jobs, what people say about pages, the words explained and the notices that every public
//! site owes its visitors.

pub mod access;
pub mod accounts;
mod app;
pub mod desk;
pub mod drafts;
pub mod jobs;
mod lately;
pub mod links;
pub mod messages;
pub mod moved;
pub mod notices;
pub mod places;
pub mod remarks;
pub mod settings;
pub mod words;

pub use access::{Actor, Permit, Viewer};
pub use app::{App, failed};

/// The messages of this crate.
pub fn messages() -> infitah_kit::i18n::Source {
    #[derive(rust_embed::RustEmbed)]
    #[folder = "src"]
    #[include = "*.ftl"]
    struct Files;
    infitah_kit::messages!(Files)
}
