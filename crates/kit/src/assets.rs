//! The stylesheet, the script, the font and the sign: embedded, addressed by their content, kept for ever.

use std::{borrow::Cow, sync::LazyLock};

use axum::{
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

use crate::{compress, extract::Path};

#[derive(RustEmbed)]
#[folder = "assets"]
struct Files;

struct Asset {
    name: String,
    bytes: Cow<'static, [u8]>,
    gzip: Option<Vec<u8>>,
    hash: String,
    content_type: &'static str,
}

static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    let mut assets: Vec<Asset> = Vec::new();
    let mut names: Vec<String> = Files::iter().map(|name| name.to_string()).collect();
    // The stylesheet names the font by its address, so it comes after what it names.
    names.sort_by_key(|name| name.ends_with(".css"));
    for name in names {
        let Some(file) = Files::get(&name) else { continue };
        let content_type = match name.rsplit('.').next() {
            Some("css") => "text/css; charset=utf-8",
            Some("js") => "text/javascript; charset=utf-8",
            Some("svg") => "image/svg+xml",
            Some("woff2") => "font/woff2",
            _ => continue,
        };
        let mut bytes = file.data;
        if name.ends_with(".css") {
            let mut text = String::from_utf8_lossy(&bytes).into_owned();
            for other in &assets {
                text = text.replace(&format!("url({})", other.name), &format!("url({})", address(other)));
            }
            bytes = Cow::Owned(text.into_bytes());
        }
        let hash = Sha256::digest(&bytes).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        let gzip = (!name.ends_with(".woff2")).then(|| compress::gzip_once(&bytes));
        assets.push(Asset { name, bytes, gzip, hash, content_type });
    }
    assets
});

fn address(asset: &Asset) -> String {
    format!("/assets/{}?v={}", asset.name, asset.hash)
}

/// The address of an asset, changing when its content does.
pub fn url(name: &str) -> String {
    ASSETS.iter().find(|asset| asset.name == name).map(address).unwrap_or_default()
}

/// The symbols of the icons, as in the drawing file.
pub(crate) fn icons() -> Cow<'static, str> {
    match Files::get("icons.svg").map(|file| file.data) {
        Some(Cow::Borrowed(bytes)) => String::from_utf8_lossy(bytes),
        Some(Cow::Owned(bytes)) => Cow::Owned(String::from_utf8_lossy(&bytes).into_owned()),
        None => Cow::Borrowed(""),
    }
}

/// `GET /assets/{name}`.
pub async fn serve(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let Some(asset) = ASSETS.iter().find(|asset| asset.name == name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    // The address changes with the content, so what has this address never changes.
    let common =
        [(header::CONTENT_TYPE, asset.content_type), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    match &asset.gzip {
        Some(gzip) if compress::accepts_gzip(&headers) => {
            let encoded = [(header::CONTENT_ENCODING, "gzip"), (header::VARY, "Accept-Encoding")];
            (common, encoded, gzip.as_slice()).into_response()
        }
        _ => (common, asset.bytes.as_ref()).into_response(),
    }
}
