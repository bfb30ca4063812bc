//! Sending visitors on.

use axum::{
    extract::{Request, State},
    http::{Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::queries;
use crate::App;

/// Middleware: what this site does not have, the platform before it may have had. Only what was not found is looked
/// up, so that a page of this site always wins.
pub async fn forward(State(app): State<App>, request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let address = request.uri().path_and_query().map(ToString::to_string).unwrap_or_default();
    let response = next.run(request).await;
    if !reads || response.status() != StatusCode::NOT_FOUND {
        return response;
    }
    let found = match app.db.read().await {
        Ok(tx) => queries::target(&tx, &address).await,
        Err(error) => Err(error),
    };
    match found {
        Ok(Some(target)) => (StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, target)]).into_response(),
        Ok(None) => response,
        Err(error) => {
            // The visitor is told that the page is not there, which is true.
            tracing::error!(%error, "the old addresses could not be read");
            response
        }
    }
}
