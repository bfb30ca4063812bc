//! The two cookies of the site: of who is signed in, and of who asked for a code. Public pages set none.

use axum::http::{HeaderMap, HeaderValue, header};
use cookie::{Cookie, SameSite, time::Duration};
use infitah_base::config::Config;
use infitah_kit::Error;

use crate::accounts::{Token, codes};

/// What a cookie is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::accounts) enum Kept {
    /// Who is signed in.
    Session,
    /// Who asked for a code.
    Asked,
}

/// With `https` a cookie has the prefix by which browsers take it from this very host alone, and only encrypted.
fn name(kept: Kept, https: bool) -> &'static str {
    match (kept, https) {
        (Kept::Session, true) => "__Host-infitah",
        (Kept::Session, false) => "infitah",
        (Kept::Asked, true) => "__Host-infitah-asked",
        (Kept::Asked, false) => "infitah-asked",
    }
}

fn is_https(config: &Config) -> bool {
    config.public_url.starts_with("https:")
}

/// What the browser brought. Of a cookie that comes twice neither counts: somebody else may have planted one.
pub(in crate::accounts) fn brought(config: &Config, headers: &HeaderMap, kept: Kept) -> Option<Token> {
    let name = name(kept, is_https(config));
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut found =
        lines.flat_map(|line| Cookie::split_parse(line.to_owned()).flatten()).filter(|one| one.name() == name);
    let first = found.next()?;
    found.next().is_none().then(|| Token::brought(first.value()))
}

/// A cookie that is to be kept.
pub(in crate::accounts) fn keep(config: &Config, kept: Kept, token: &Token) -> Result<HeaderValue, Error> {
    let lasting = match kept {
        // The session itself ends earlier: the database says when.
        Kept::Session => Duration::days(180),
        Kept::Asked => Duration::milliseconds(codes::GOOD_FOR),
    };
    written(config, kept, token.secret(), lasting)
}

/// A cookie that is to be forgotten.
pub(in crate::accounts) fn forget(config: &Config, kept: Kept) -> Result<HeaderValue, Error> {
    written(config, kept, "", Duration::ZERO)
}

fn written(config: &Config, kept: Kept, value: &str, lasting: Duration) -> Result<HeaderValue, Error> {
    let https = is_https(config);
    let cookie = Cookie::build((name(kept, https), value))
        .path("/")
        .http_only(true)
        .secure(https)
        .same_site(SameSite::Lax)
        .max_age(lasting)
        .build();
    HeaderValue::from_str(&cookie.to_string()).map_err(Error::internal)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use infitah_base::config::Layers;

    use super::*;

    fn headers(line: &str) -> HeaderMap {
        HeaderMap::from_iter([(header::COOKIE, HeaderValue::from_str(line).unwrap())])
    }

    fn config(public_url: &str) -> Config {
        let mut config = Config::parse(&Layers::new(None, &BTreeMap::new(), &[]).unwrap()).unwrap();
        config.public_url = public_url.to_owned();
        config
    }

    #[test]
    fn a_cookie_that_comes_twice_counts_as_none() {
        let config = config("http://localhost");
        let brought =
            |line: &str| brought(&config, &headers(line), Kept::Session).map(|token| token.secret().to_owned());
        assert_eq!(brought("a=b; infitah=one; c=d"), Some("one".to_owned()));
        for line in ["infitah=one; infitah=two", "infitah-asked=one", "__Host-infitah=one", "=; ;;"] {
            assert_eq!(brought(line), None, "{line}");
        }
    }

    #[test]
    fn over_https_a_cookie_is_of_this_host_alone() {
        let token = Token::brought("t");
        let line = keep(&config("https://example.org"), Kept::Session, &token).unwrap();
        let line = line.to_str().unwrap();
        for part in ["__Host-infitah=t", "HttpOnly", "Secure", "SameSite=Lax", "Path=/"] {
            assert!(line.contains(part), "{line}: {part}");
        }
        assert!(!line.contains("Domain"));
        let line = keep(&config("http://localhost:8080"), Kept::Asked, &token).unwrap();
        assert!(!line.to_str().unwrap().contains("Secure"));
    }
}
