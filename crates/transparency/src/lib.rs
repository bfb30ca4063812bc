//! What the region shows of itself: the register of projects.

pub mod projects;

/// The messages of this crate.
pub fn messages() -> infitah_kit::i18n::Source {
    #[derive(rust_embed::RustEmbed)]
    #[folder = "src"]
    #[include = "*.ftl"]
    struct Files;
    infitah_kit::messages!(Files)
}
