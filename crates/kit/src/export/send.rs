//! Sending a file: its name, what it was made from, and its pieces.

use axum::{
    body::Body,
    http::{HeaderMap, HeaderName, StatusCode, header},
    response::{IntoResponse, Response},
};
use futures_util::{Stream, TryStreamExt};
use infitah_base::Timestamp;
use sha2::{Digest, Sha256};

/// What a file was made from, known before its first byte: by it a client learns that it has the file already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    etag: String,
    modified: String,
}

impl Stamp {
    /// The stamp of a file that is the same as long as all of `from` is the same; `modified` is when that changed last.
    /// The validator is weak (RFC 9110, 8.8.1): compressed or not, it is the same file.
    pub fn new(modified: Timestamp, from: &[&str]) -> Self {
        let mut hash = Sha256::new();
        for part in from {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        let digits: String = hash.finalize().iter().take(12).map(|byte| format!("{byte:02x}")).collect();
        Self { etag: format!("W/\"{digits}\""), modified: modified.http_date() }
    }

    fn headers(&self) -> [(HeaderName, String); 4] {
        [
            (header::ETAG, self.etag.clone()),
            (header::LAST_MODIFIED, self.modified.clone()),
            (header::CACHE_CONTROL, "public, no-cache".to_owned()),
            (header::VARY, "accept-encoding".to_owned()),
        ]
    }

    /// The answer 304, when the client has this very file (RFC 9110, 13.1.2 and 13.1.3).
    pub fn known(&self, headers: &HeaderMap) -> Option<Response> {
        let said = |name| headers.get(name).and_then(|value| value.to_str().ok());
        let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
        let is_known = match said(header::IF_NONE_MATCH) {
            Some(tags) => tags.split(',').any(|tag| tag.trim() == "*" || bare(tag) == bare(&self.etag)),
            None => said(header::IF_MODIFIED_SINCE).is_some_and(|date| date == self.modified),
        };
        is_known.then(|| (StatusCode::NOT_MODIFIED, self.headers()).into_response())
    }

    /// Sends a file to be saved under `name`.
    pub fn attachment(&self, name: &str, content_type: &'static str, body: Body) -> Response {
        let disposition = format!("attachment; filename=\"{name}\"");
        let about = [(header::CONTENT_TYPE, content_type.to_owned()), (header::CONTENT_DISPOSITION, disposition)];
        (self.headers(), about, body).into_response()
    }

    /// Sends a description, to be read where it stands.
    pub fn inline(&self, content_type: &'static str, body: Body) -> Response {
        (self.headers(), [(header::CONTENT_TYPE, content_type)], body).into_response()
    }
}

/// A body that is sent piece by piece: the next one is made when the last one is gone, and none when nobody listens any
/// more. A piece that fails breaks the connection, so that a part is never taken for the whole.
pub fn pieces<E>(stream: impl Stream<Item = Result<Vec<u8>, E>> + Send + 'static) -> Body
where
    E: std::error::Error + Send + Sync + 'static,
{
    Body::from_stream(stream.inspect_err(|error| tracing::error!(%error, "a download broke off")))
}

/// The body of an answer to HEAD: empty, and of a length that is not said.
pub fn no_body() -> Body {
    Body::from_stream(futures_util::stream::empty::<Result<Vec<u8>, std::convert::Infallible>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_has_the_file_is_told_so() {
        let stamp = Stamp::new(Timestamp::from_millis(1_795_428_900_123), &["a", "b"]);
        assert_ne!(stamp, Stamp::new(Timestamp::from_millis(1_795_428_900_123), &["ab", ""]));
        let asked = |name: HeaderName, value: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(name, value.parse().unwrap());
            stamp.known(&headers).is_some()
        };
        assert!(asked(header::IF_NONE_MATCH, &format!("\"other\", {}", stamp.etag)));
        assert!(asked(header::IF_NONE_MATCH, "*"));
        assert!(!asked(header::IF_NONE_MATCH, "\"other\""));
        assert!(asked(header::IF_MODIFIED_SINCE, &stamp.modified));
        assert!(!asked(header::IF_MODIFIED_SINCE, "Mon, 23 Nov 2020 10:15:00 GMT"));
    }
}
