//! All messages of all crates.

use infitah_kit::i18n::{BadMessages, Catalog, Source};

/// Where messages come from.
pub fn sources() -> Vec<Source> {
    #[derive(rust_embed::RustEmbed)]
    #[folder = "src"]
    #[include = "*.ftl"]
    struct Files;
    vec![
        infitah_kit::messages(),
        infitah_commons::messages(),
        infitah_transparency::messages(),
        infitah_kit::messages!(Files),
    ]
}

/// Reads them.
pub fn catalog() -> Result<Catalog, BadMessages> {
    Catalog::load(&sources())
}
