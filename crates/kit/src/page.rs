//! Pages: what each one must say about itself, how it is framed, cached and sent.

use std::{iter, sync::Arc};

use axum::{
    body::Bytes,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use infitah_base::{Lang, Text};
use sha2::{Digest, Sha256};

use crate::{
    cache::{ANY, Stored, Watched},
    compress,
    error::Error,
    i18n::T,
    layout,
    listen::{Listen, ListenToSection},
    site::{FRAME, Site},
    urls::Url,
};

/// How long a page may be kept. Every page has to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cache {
    /// The same for everybody, until an object of one of these kinds changes.
    Until(&'static [&'static str]),
    /// The same for everybody, until anything at all changes: pages to which several domains contribute.
    UntilAny,
    /// Made for one person or one moment.
    Never,
}

/// A page: the content of `<main>`, and what the frame has to know about it.
pub trait Page: askama::Template {
    /// How long it may be kept.
    const CACHE: Cache;

    /// What the frame has to know.
    fn head(&self, t: &T) -> Head;
}

/// What the frame has to know about a page.
#[derive(Clone, Debug, Default)]
pub struct Head {
    /// The page's name, without the site's.
    pub title: String,
    /// One or two sentences for search engines and shared links.
    pub description: String,
    /// The page itself: canonical address and the same page in other languages.
    pub url: Url,
    /// The section it belongs to.
    pub section: &'static str,
    /// The way here: names and pages, ending at the parent.
    pub crumbs: Vec<(Text, Url)>,
    /// The place that is chosen, by its code and name.
    pub place: Option<(String, Text)>,
    /// The feed that follows it.
    pub feed: Option<Url>,
    /// Whether `<main>` sets its own bands (home) instead of the common width.
    pub bare: bool,
    /// Whether a form on it could not be accepted: the title says so first.
    pub error: bool,
    /// Whether search engines should leave it out.
    pub unlisted: bool,
    /// Whether it has no address of its own (an error page): nothing to be canonical about.
    pub nowhere: bool,
}

/// Somebody asks for a page in a language.
pub struct Visit {
    /// The site.
    pub site: Site,
    /// The language of the page.
    pub lang: Lang,
    /// Its translator.
    pub t: T,
    /// The address asked for, with its query.
    pub address: String,
    /// The request's headers.
    pub headers: HeaderMap,
}

impl Visit {
    /// Answers with a page: from the cache when nothing it shows has changed, else made by `make`, kept and sent.
    pub async fn page<P: Page>(&self, make: impl AsyncFnOnce() -> Result<P, Error>) -> Result<Response, Error> {
        self.watching(None, make).await
    }

    /// Answers with the page of one object (`kind/id`): made anew when that one changes, or what [`Page::CACHE`] names
    /// beside it.
    pub async fn page_of<P: Page>(
        &self,
        object: &str,
        make: impl AsyncFnOnce() -> Result<P, Error>,
    ) -> Result<Response, Error> {
        self.watching(Some(object), make).await
    }

    async fn watching<P: Page>(
        &self,
        object: Option<&str>,
        make: impl AsyncFnOnce() -> Result<P, Error>,
    ) -> Result<Response, Error> {
        let kinds = match P::CACHE {
            Cache::Until(kinds) => kinds,
            Cache::UntilAny => &[ANY],
            Cache::Never => {
                let html = layout::frame(self, &make().await?)?;
                return Ok(self.send(compress::gzip(html.as_bytes()).into(), None, HTML));
            }
        };
        let watched = Watched { kinds: iter::once(FRAME).chain(kinds.iter().copied()).collect(), object };
        // "Late by 12 days" is true for a day.
        let key = format!("{} {}", self.site.today(), self.address);
        let cache = self.site.cache();
        let asked = cache.counts(&watched);
        let send = |stored: Arc<Stored>| self.send(stored.gzip.clone(), Some(&stored.etag), stored.content_type);
        if let Some(stored) = cache.get(&key, &asked) {
            return Ok(send(stored));
        }
        let _turn = cache.turn(&key).await;
        if let Some(stored) = cache.get(&key, &asked) {
            return Ok(send(stored));
        }
        let counts = cache.counts(&watched);
        let html = layout::frame(self, &make().await?)?;
        let gzip = compress::gzip(html.as_bytes());
        let etag = etag(&gzip);
        Ok(send(cache.put(key, counts, &gzip, etag, HTML)))
    }

    /// Answers with a page that says that what was sent could not be accepted.
    pub fn refused<P: Page>(&self, page: &P) -> Result<Response, Error> {
        let gzip = compress::gzip(layout::frame(self, page)?.as_bytes());
        let mut response = self.send(gzip.into(), None, HTML);
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        Ok(response)
    }

    fn send(&self, gzip: Bytes, etag: Option<&str>, content_type: &'static str) -> Response {
        send(&self.headers, gzip, etag, content_type)
    }

    /// What a person has recorded of a section of a page.
    pub fn listen_to(&self, url: &Url, section: &str) -> ListenToSection {
        ListenToSection::of(self, url, section)
    }

    /// The listen control of the page being asked for.
    pub(crate) fn listen(&self, url: &Url) -> Listen {
        Listen::of(self, url)
    }
}

/// The media type of pages.
pub(crate) const HTML: &str = "text/html; charset=utf-8";

/// A strong validator of a body.
pub fn etag(body: &[u8]) -> String {
    let hash: String = Sha256::digest(body).iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    format!("\"{hash}\"")
}

/// Sends a compressed body: 304 when the client has it already, unpacked for the few that take no gzip.
pub fn send(headers: &HeaderMap, gzip: Bytes, etag: Option<&str>, content_type: &'static str) -> Response {
    // Kept pages are asked for again each time and answered with 304: a change is seen at the next visit.
    let mut response = match etag {
        Some(etag) => {
            let known = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
            let common = [(header::ETAG, etag), (header::CACHE_CONTROL, "public, no-cache")];
            if known.is_some_and(|known| known.split(',').any(|one| one.trim().trim_start_matches("W/") == etag)) {
                return (StatusCode::NOT_MODIFIED, common, [(header::VARY, "Accept-Encoding")]).into_response();
            }
            common.into_response()
        }
        None => [(header::CACHE_CONTROL, "no-store")].into_response(),
    };
    let body = if compress::accepts_gzip(headers) {
        response.headers_mut().insert(header::CONTENT_ENCODING, header::HeaderValue::from_static("gzip"));
        gzip
    } else {
        compress::gunzip(&gzip).into()
    };
    let extra = response.headers_mut();
    extra.insert(header::CONTENT_TYPE, header::HeaderValue::from_static(content_type));
    extra.insert(header::VARY, header::HeaderValue::from_static("Accept-Encoding"));
    *response.body_mut() = body.into();
    response
}
