//! What a visitor is told when something is not there or cannot be done: a page with ways on, in their language; for
//! programs a problem document (RFC 9457).

use axum::{
    Json,
    extract::{Request, State},
    http::{StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use infitah_base::Lang;
use serde_json::json;

use crate::{
    compress,
    i18n::T,
    layout,
    page::{self, Cache, Head, Page, Visit},
    site::Site,
    urls,
};

/// Why a request got no page. Operators read the log; visitors read the message of the key.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such thing.
    #[error("not found")]
    NotFound,
    /// It was here and was taken back: what, by message key.
    #[error("gone: {0}")]
    Gone(&'static str),
    /// The request itself is wrong: which part, by message key.
    #[error("bad request: {0}")]
    Bad(&'static str),
    /// Whoever asks may not: why and what to do, by message key.
    #[error("forbidden: {0}")]
    Forbidden(&'static str),
    /// Something has to be done on another page first: its root-relative address.
    #[error("first: {0}")]
    Elsewhere(String),
    /// The body is larger than anybody needs.
    #[error("too large")]
    TooLarge,
    /// Too many ask at once.
    #[error("busy")]
    Busy,
    /// A fault of ours. What happened goes to the log, not to the visitor.
    #[error("{0}")]
    Internal(String),
}

impl Error {
    /// Wraps a fault for the log.
    pub fn internal(error: impl std::fmt::Display) -> Self {
        Self::Internal(error.to_string())
    }

    fn status(&self) -> StatusCode {
        match self {
            Error::NotFound => StatusCode::NOT_FOUND,
            Error::Gone(_) => StatusCode::GONE,
            Error::Bad(_) => StatusCode::BAD_REQUEST,
            Error::Forbidden(_) => StatusCode::FORBIDDEN,
            Error::Elsewhere(_) => StatusCode::SEE_OTHER,
            Error::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Error::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Error::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl From<askama::Error> for Error {
    fn from(error: askama::Error) -> Self {
        Self::internal(error)
    }
}

/// What the error page says, left on the response for the middleware that knows the visitor's language.
#[derive(Clone, Copy)]
struct Said(&'static str);

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let status = self.status();
        let said = match &self {
            Error::NotFound => "error-not-found",
            Error::Gone(key) | Error::Bad(key) | Error::Forbidden(key) => key,
            Error::Elsewhere(address) => return Redirect::to(address).into_response(),
            Error::TooLarge => "error-too-large",
            Error::Busy => "error-busy",
            Error::Internal(reason) => {
                // Logged once, here at the boundary.
                tracing::error!(%reason, "a request failed");
                "error-internal"
            }
        };
        let mut response = status.into_response();
        response.extensions_mut().insert(Said(said));
        response
    }
}

#[derive(askama::Template)]
#[template(path = "page/error.html")]
struct ErrorPage {
    t: T,
    lang: Lang,
    said: &'static str,
    status: u16,
}

impl Page for ErrorPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        Head { title: t.m(self.said).to_string(), url: urls::home(), unlisted: true, nowhere: true, ..Head::default() }
    }
}

/// Middleware: answers without a body become a page with ways on, or a problem document for programs.
pub async fn explain(State(site): State<Site>, request: Request, next: Next) -> Response {
    let address = request.uri().to_string();
    let headers = request.headers().clone();
    let response = next.run(request).await;
    let status = response.status();
    let has_body = response.headers().contains_key(header::CONTENT_TYPE);
    let said = response.extensions().get::<Said>().copied();
    if !(status.is_client_error() || status.is_server_error()) || (has_body && said.is_none()) {
        return response;
    }
    let said = said.map_or(standard(status), |Said(key)| key);
    let mut explained = if address.starts_with("/api/") || address.starts_with("/data/") {
        problem(status, &site.t(english(&site)), said)
    } else {
        let lang = language_of(&address, &site).unwrap_or_else(|| {
            let wanted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
            Lang::negotiate(wanted, &site.config().languages)
        });
        let visit = Visit { t: site.t(lang), site, lang, address, headers };
        let shown = ErrorPage { t: visit.t.clone(), lang, said, status: status.as_u16() };
        match layout::frame(&visit, &shown) {
            Ok(html) => page::send(&visit.headers, compress::gzip(html.as_bytes()).into(), None, page::HTML),
            Err(_) => response,
        }
    };
    *explained.status_mut() = status;
    if status == StatusCode::SERVICE_UNAVAILABLE {
        explained.headers_mut().insert(header::RETRY_AFTER, header::HeaderValue::from_static("5"));
    }
    explained
}

fn standard(status: StatusCode) -> &'static str {
    match status {
        StatusCode::NOT_FOUND => "error-not-found",
        StatusCode::METHOD_NOT_ALLOWED => "error-method",
        StatusCode::PAYLOAD_TOO_LARGE => "error-too-large",
        StatusCode::FORBIDDEN => "error-forbidden",
        StatusCode::SERVICE_UNAVAILABLE => "error-busy",
        StatusCode::REQUEST_TIMEOUT => "error-timeout",
        status if status.is_client_error() => "error-bad-request",
        _ => "error-internal",
    }
}

/// Programs are spoken to in English where the instance has it.
fn english(site: &Site) -> Lang {
    Lang::parse("en").unwrap_or_else(|_| site.config().languages.first().copied().unwrap_or_else(Lang::arabic))
}

fn language_of(address: &str, site: &Site) -> Option<Lang> {
    let tag = address.split('/').nth(1)?.split('?').next()?;
    site.config().languages.iter().copied().find(|lang| lang.tag() == tag)
}

fn problem(status: StatusCode, t: &T, said: &str) -> Response {
    let body = json!({ "type": "about:blank", "title": t.m(said).to_string(), "status": status.as_u16() });
    ([(header::CONTENT_TYPE, "application/problem+json")], Json(body)).into_response()
}
