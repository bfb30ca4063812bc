//! Who is at the door: signed in or not, and what they may do.

use axum::{
    extract::FromRequestParts,
    http::{Method, request::Parts},
};
use infitah_base::Lang;
use infitah_kit::{Error, urls};

use super::cookies::{self, Kept};
use crate::{
    App, Permit,
    access::{Action, Deed, Refusal, Who, may},
    accounts::{queries, service},
    failed,
};

/// Whoever is signed in. Others are sent to where they can, and from there back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed(pub Who);

/// Whoever asks, signed in or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedOrNot(pub Option<Who>);

impl FromRequestParts<App> for SignedOrNot {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let config = app.site.config();
        let Some(token) = cookies::brought(config, &parts.headers, Kept::Session) else { return Ok(Self(None)) };
        // Whoever signed in to a demonstration proved nothing.
        if token.is_of_demo() && !config.demo {
            return Ok(Self(None));
        }
        let found = {
            let tx = app.db.read().await.map_err(failed)?;
            queries::who(&tx, &token, app.db.clock().now()).await.map_err(failed)?
        };
        let Some((who, is_to_be_noted)) = found else { return Ok(Self(None)) };
        if is_to_be_noted {
            let seen = who.clone();
            app.db.write(move |tx| Box::pin(async move { service::seen(tx, &seen).await })).await.map_err(failed)?;
        }
        Ok(Self(Some(who)))
    }
}

impl FromRequestParts<App> for Signed {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let SignedOrNot(who) = SignedOrNot::from_request_parts(parts, app).await?;
        match who {
            Some(who) => Ok(Self(who)),
            None => {
                let address = parts.uri.path_and_query().map(ToString::to_string).unwrap_or_default();
                // A form cannot be sent once more by going back to it.
                let next = if parts.method == Method::GET { address.as_str() } else { "" };
                Err(Error::Elsewhere(urls::sign_in().with("next", next).to(lang_of(&address))))
            }
        }
    }
}

/// What the policy says to whoever is signed in, as pages need it.
pub trait Door {
    /// Leave to do `A` to something of this place; else what is to be done to get it.
    fn permit<A: Action>(&self, who: &Who, place: &str, here: &str) -> Result<Permit<A>, Error>;

    /// Whether `who` may look at what belongs to a deed.
    fn may_see(&self, who: &Who, deed: Deed, place: &str, here: &str) -> Result<(), Error>;
}

impl Door for App {
    fn permit<A: Action>(&self, who: &Who, place: &str, here: &str) -> Result<Permit<A>, Error> {
        let permit = Permit::of(who, place, &self.atlas(), self.db.clock().now());
        permit.map_err(|refusal| refused(refusal, here))
    }

    fn may_see(&self, who: &Who, deed: Deed, place: &str, here: &str) -> Result<(), Error> {
        may(who, deed, place, &self.atlas(), self.db.clock().now()).map_err(|refusal| refused(refusal, here))
    }
}

/// `here`: the page to come back to.
fn refused(refusal: Refusal, here: &str) -> Error {
    match refusal {
        Refusal::NoRole => Error::Forbidden("error-no-role"),
        Refusal::TooWeak | Refusal::ProveAgain => {
            Error::Elsewhere(urls::my_prove().with("next", own_path(here).unwrap_or_default()).to(lang_of(here)))
        }
    }
}

/// The language of an address, Arabic where it has none.
fn lang_of(address: &str) -> Lang {
    address.split(['/', '?']).nth(1).and_then(|tag| Lang::parse(tag).ok()).unwrap_or(Lang::arabic())
}

/// An address of this site, as a page may send people on to: a path with its query and nothing else. What browsers might
/// read as another host is none.
pub fn own_path(next: &str) -> Option<&str> {
    let plain = next.starts_with('/') && !next.starts_with("//") && !next.contains(['\\', '#']);
    (plain && next.len() < 2000 && !next.chars().any(char::is_control)).then_some(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_sent_to_another_site() {
        assert_eq!(own_path("/fr/desk?page=2"), Some("/fr/desk?page=2"));
        for other in
            ["", "//evil.example", "/\\evil.example", "https://evil.example", "javascript:x", "/a\nb", "\t//e", "evil"]
        {
            assert_eq!(own_path(other), None, "{other:?}");
        }
    }
}
