//! Extractors: like axum's, but what cannot be read becomes our error page, in the visitor's language.

use axum::{
    RequestPartsExt,
    extract::{FromRef, FromRequest, FromRequestParts, Request},
    http::{StatusCode, request::Parts},
};
use infitah_base::Lang;
use serde::de::DeserializeOwned;

use crate::{error::Error, page::Visit, site::Site};

/// Parts of the path. What does not parse is not found.
pub struct Path<T>(pub T);

impl<T, S> FromRequestParts<S> for Path<T>
where
    T: DeserializeOwned + Send + 'static,
    S: Send + Sync,
{
    type Rejection = Error;

    #[expect(clippy::disallowed_types, reason = "this is the replacement for the raw extractor")]
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Error> {
        let axum::extract::Path(value) =
            parts.extract::<axum::extract::Path<T>>().await.map_err(|_| Error::NotFound)?;
        Ok(Self(value))
    }
}

/// The query, every field of which has a default: a strange address still gets a page.
pub struct Query<T>(pub T);

impl<T, S> FromRequestParts<S> for Query<T>
where
    T: DeserializeOwned + Send + 'static,
    S: Send + Sync,
{
    type Rejection = Error;

    #[expect(clippy::disallowed_types, reason = "this is the replacement for the raw extractor")]
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Error> {
        let query = parts.extract::<axum::extract::Query<T>>().await;
        query.map(|axum::extract::Query(value)| Self(value)).map_err(|_| Error::Bad("error-bad-request"))
    }
}

/// A posted form, read whole before anything is done with it. Against forgery stands the `csrf` layer of the router.
pub struct Form<T>(pub T);

impl<T, S> FromRequest<S> for Form<T>
where
    T: DeserializeOwned + Send + 'static,
    S: Send + Sync,
{
    type Rejection = Error;

    #[expect(clippy::disallowed_types, reason = "this is the replacement for the raw extractor")]
    async fn from_request(request: Request, state: &S) -> Result<Self, Error> {
        match axum::extract::Form::<T>::from_request(request, state).await {
            Ok(axum::extract::Form(value)) => Ok(Self(value)),
            Err(rejection) => Err(match rejection.status() {
                StatusCode::PAYLOAD_TOO_LARGE => Error::TooLarge,
                _ => Error::Bad("error-bad-request"),
            }),
        }
    }
}

impl<S> FromRequestParts<S> for Visit
where
    Site: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Error;

    /// The language is the first part of the path; one that the instance does not offer is not found.
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        let site = Site::from_ref(state);
        let tag = parts.uri.path().split('/').nth(1).unwrap_or_default();
        let lang = Lang::parse(tag).map_err(|_| Error::NotFound)?;
        if !site.config().languages.contains(&lang) {
            return Err(Error::NotFound);
        }
        let address = parts.uri.path_and_query().map(ToString::to_string).unwrap_or_default();
        Ok(Visit { t: site.t(lang), site, lang, address, headers: parts.headers.clone() })
    }
}
