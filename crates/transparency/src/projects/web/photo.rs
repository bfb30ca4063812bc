//! Photos as files.

use std::io::ErrorKind;

use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use infitah_commons::App;
use infitah_kit::{Error, extract::Path};

use crate::projects::{model::Photo, photos};

/// `GET /photos/{name}`. The name is of the content, so what has this address never changes.
pub(super) async fn send(State(app): State<App>, Path(name): Path<String>) -> Result<Response, Error> {
    if !Photo::is_name(&name) {
        return Err(Error::NotFound);
    }
    let path = photos::folder(&app.site.config().data).join(name);
    let bytes = tokio::fs::read(&path).await.map_err(|error| match error.kind() {
        ErrorKind::NotFound => Error::NotFound,
        _ => Error::internal(format!("{}: {error}", path.display())),
    })?;
    let kept = [(header::CONTENT_TYPE, "image/jpeg"), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Ok((kept, bytes).into_response())
}
