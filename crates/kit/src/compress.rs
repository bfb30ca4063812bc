//! gzip, and whether a client wants it.

use std::io::{Read, Write};

use axum::http::{HeaderMap, header};
use flate2::{Compression, read::GzDecoder, write::GzEncoder};

/// Compresses a page when it is made: a third of the time of the usual level 6, for a twelfth more bytes.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    at_level(bytes, 3)
}

/// Compresses what is sent for as long as the program runs: as small as can be.
pub fn gzip_once(bytes: &[u8]) -> Vec<u8> {
    at_level(bytes, 9)
}

fn at_level(bytes: &[u8], level: u32) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 3), Compression::new(level));
    // Writing into memory does not fail.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

/// For the few clients that take no gzip.
pub fn gunzip(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let _ = GzDecoder::new(bytes).read_to_end(&mut out);
    out
}

/// Whether `Accept-Encoding` allows gzip (RFC 9110, 12.5.3).
pub fn accepts_gzip(headers: &HeaderMap) -> bool {
    let Some(value) = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()) else { return false };
    value.split(',').any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        let name = parts.next().unwrap_or_default();
        let refused =
            parts.any(|part| matches!(part.strip_prefix("q=").map(str::parse::<f32>), Some(Ok(q)) if q == 0.0));
        (name.eq_ignore_ascii_case("gzip") || name == "*") && !refused
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("gzip, br", true)]
    #[case("br;q=1.0, gzip;q=0.5", true)]
    #[case("gzip;q=0", false)]
    #[case("identity", false)]
    #[case("*", true)]
    #[case("", false)]
    fn who_takes_gzip(#[case] value: &str, #[case] expected: bool) {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_ENCODING, value.parse().unwrap());
        assert_eq!(accepts_gzip(&headers), expected);
    }

    #[test]
    fn round_trip() {
        let text = "اللامركزية ".repeat(500);
        let small = gzip(text.as_bytes());
        assert!(small.len() < text.len() / 10 && gzip_once(text.as_bytes()).len() <= small.len());
        assert_eq!(gunzip(&small), text.as_bytes());
        assert_eq!(gunzip(&gzip_once(text.as_bytes())), text.as_bytes());
    }
}
