//! The web tool-box: the only crate that knows HTML. Pages, their frame and cache, components, forms, errors, typed
//! addresses, translations, exports, maps and bars. It knows nothing of the database and of any domain.

pub mod assets;
pub mod cache;
pub mod client;
pub mod components;
pub mod compress;
pub mod error;
pub mod export;
pub mod extract;
pub mod feed;
pub mod form;
pub mod i18n;
mod layout;
pub mod listen;
pub mod page;
pub mod security;
pub mod site;
pub mod svg;
pub mod urls;

pub use client::Client;
pub use error::Error;
pub use i18n::T;
pub use page::{Cache, Head, Page, Visit};
pub use site::Site;

/// The messages of this crate.
pub fn messages() -> i18n::Source {
    #[derive(rust_embed::RustEmbed)]
    #[folder = "src"]
    #[include = "*.ftl"]
    struct Files;
    messages!(Files)
}
