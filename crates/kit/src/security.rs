//! What every answer carries so that browsers protect the visitor, and the layers that every request passes.

use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::{error::Error, site::Site};

/// Nothing is allowed but what is named: our own style, script, pictures, sound and font. No `unsafe-` anything, and
/// no nonce, so that pages can be kept and shared. `data:` is for the woven band, drawn in the stylesheet.
const CONTENT: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; \
                       media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

/// A site whose address is https is asked for by https for a year (RFC 6797; ignored where it comes by plain HTTP).
const ONLY_HTTPS: &str = "max-age=31536000";

/// Middleware: security headers on every answer.
pub async fn headers(State(site): State<Site>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let pairs = [
        (header::CONTENT_SECURITY_POLICY, CONTENT),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=(), interest-cohort=()"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ];
    for (name, value) in pairs {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if site.config().public_url.starts_with("https://") {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(ONLY_HTTPS));
    }
    response
}

/// Middleware: an address with a null character is nobody's address, and no database takes one.
pub async fn refuse_nul(request: Request, next: Next) -> Response {
    if request.uri().to_string().contains("%00") {
        return Error::Bad("error-bad-request").into_response();
    }
    next.run(request).await
}
