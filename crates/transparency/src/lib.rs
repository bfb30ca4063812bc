//! What the region shows of itself: the register of projects, the budget.

pub mod budget;
pub mod projects;

mod keeper;
mod tables;

/// The messages of this crate.
pub fn messages() -> infitah_kit::i18n::Source {
    #[derive(rust_embed::RustEmbed)]
    #[folder = "src"]
    #[include = "*.ftl"]
    struct Files;
    infitah_kit::messages!(Files)
}
