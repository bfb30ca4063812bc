//! The register as files: exactly what the list shows under the same filters, all pages of it. Tables, packages and
//! maps are sent while they are read; a spreadsheet has to be made whole first.

use std::{fs::File, io, sync::Arc, time::Duration};

use axum::{
    Extension,
    body::Body,
    extract::State,
    http::{HeaderMap, Method},
    response::Response,
};
use futures_util::{StreamExt, stream};
use infitah_commons::{App, Viewer, failed};
use infitah_kit::{
    Error,
    export::{Stamp, no_body, pieces, sheet},
    extract::Query,
};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    task::spawn_blocking,
    time::timeout,
};

use crate::projects::{
    exchange::{ExportError, ExportFormat, Publication, Writer},
    reading::Reading,
    web::Asked,
};

/// Where spreadsheets are made: so many at once.
pub type Workshop = Arc<Semaphore>;

/// A workshop for two spreadsheets: each needs a processor and room on the disk.
pub fn workshop() -> Workshop {
    Arc::new(Semaphore::new(2))
}

/// How long one waits for a place in the workshop before being told to come again.
const PATIENCE: Duration = Duration::from_secs(3);

/// What a request for a file brings with it.
type Call = (State<App>, Query<Asked>, Method, HeaderMap);

/// The projects of a list as a table (CSV: UTF-8 with byte-order mark, commas, CRLF).
#[utoipa::path(get, path = "/data/projects.csv", params(Asked), responses(
    (status = 200, content_type = "text/csv", body = String), (status = 304, description = "Not changed")
))]
pub async fn csv(
    state: State<App>,
    asked: Query<Asked>,
    method: Method,
    headers: HeaderMap,
) -> Result<Response, Error> {
    file((state, asked, method, headers), ExportFormat::Csv, None).await
}

/// The projects of a list as an OC4IDS 0.9.5 package.
#[utoipa::path(get, path = "/data/projects.oc4ids.json", params(Asked), responses(
    (status = 200, content_type = "application/json", body = Object), (status = 304, description = "Not changed")
))]
pub async fn oc4ids(
    state: State<App>,
    asked: Query<Asked>,
    method: Method,
    headers: HeaderMap,
) -> Result<Response, Error> {
    file((state, asked, method, headers), ExportFormat::Oc4ids, None).await
}

/// The projects of a list as GeoJSON: one feature each, without a geometry where no place was published.
#[utoipa::path(get, path = "/data/projects.geojson", params(Asked), responses(
    (status = 200, content_type = "application/geo+json", body = Object), (status = 304, description = "Not changed")
))]
pub async fn geojson(
    state: State<App>,
    asked: Query<Asked>,
    method: Method,
    headers: HeaderMap,
) -> Result<Response, Error> {
    file((state, asked, method, headers), ExportFormat::GeoJson, None).await
}

/// The projects of a list as a spreadsheet, with a sheet that explains its columns.
#[utoipa::path(get, path = "/data/projects.xlsx", params(Asked), responses(
    (
        status = 200,
        content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        body = Vec<u8>
    ),
    (status = 304, description = "Not changed"),
    (status = 413, description = "More rows than a sheet holds"),
    (status = 503, description = "Others are being made: see Retry-After")
))]
pub async fn xlsx(
    state: State<App>,
    asked: Query<Asked>,
    Extension(workshop): Extension<Workshop>,
    method: Method,
    headers: HeaderMap,
) -> Result<Response, Error> {
    file((state, asked, method, headers), ExportFormat::Xlsx, Some(workshop)).await
}

async fn file(
    (State(app), Query(asked), method, headers): Call,
    format: ExportFormat,
    workshop: Option<Workshop>,
) -> Result<Response, Error> {
    let reading =
        Reading::begin(&app.db, app.held()?, &Viewer::Public, &asked.filter(app.site.today())).await.map_err(failed)?;
    let publication = publication(&app, &asked, format, &reading);
    let day = if asked.has_day() { app.site.today().to_string() } else { String::new() };
    let stamp = stamp(&publication, &reading, &day);
    if let Some(known) = stamp.known(&headers) {
        return Ok(known);
    }
    let body = match workshop {
        _ if method == Method::HEAD => no_body(),
        None => sent_while_read(reading, Writer::begin(format, publication).map_err(Error::internal)?),
        Some(_) if reading.left() > sheet::MOST_ROWS => return Err(Error::TooLarge),
        Some(workshop) => {
            let place = timeout(PATIENCE, workshop.acquire_owned()).await;
            let place = place.ok().and_then(Result::ok).ok_or(Error::Busy)?;
            made_whole(reading, Writer::begin(format, publication).map_err(Error::internal)?, place)
        }
    };
    Ok(stamp.attachment(format.file_name(), format.media_type(), body))
}

fn publication(app: &App, asked: &Asked, format: ExportFormat, reading: &Reading) -> Publication {
    let config = app.site.config();
    let lang = config.languages.first().copied().unwrap_or(infitah_base::Lang::arabic());
    let chrome = app.site.chrome();
    Publication::new(config, &app.site.t(lang), chrome.region.plain(lang), &asked.url(format.url()), reading.at())
}

/// The same program, settings and register, asked the same, give the same file; `day` is on which, where that matters.
fn stamp(publication: &Publication, reading: &Reading, day: &str) -> Stamp {
    let languages = publication.languages.iter().map(|lang| lang.tag()).collect::<Vec<_>>().join(",");
    Stamp::new(
        publication.at,
        &[
            env!("CARGO_PKG_VERSION"),
            &reading.seq().to_string(),
            &publication.at.millis().to_string(),
            &publication.uri,
            &publication.publisher,
            &publication.licence,
            &publication.prefix,
            &languages,
            day,
        ],
    )
}

/// Each batch is read when the one before it is gone.
fn sent_while_read(reading: Reading, writer: Writer) -> Body {
    pieces(stream::try_unfold(Some((reading, writer)), async |state| {
        let Some((mut reading, mut writer)) = state else { return Ok::<_, ExportError>(None) };
        let mut piece = Vec::new();
        let next = match reading.next().await? {
            Some(rows) => {
                writer.write(&rows, &mut piece)?;
                Some((reading, writer))
            }
            None => {
                writer.end(&mut piece)?;
                None
            }
        };
        Ok(Some((piece, next)))
    }))
}

/// The file is made when the body begins to be asked for, away from where requests are answered, and then sent from the
/// disk. Nobody listening any more ends the work at the next batch.
fn made_whole(reading: Reading, writer: Writer, place: OwnedSemaphorePermit) -> Body {
    let made = stream::once(make(reading, writer, place));
    pieces(made.flat_map(|made| match made {
        Ok(file) => stream::try_unfold(file, piece_of).left_stream(),
        Err(error) => stream::iter([Err(error)]).right_stream(),
    }))
}

async fn make(mut reading: Reading, mut writer: Writer, place: OwnedSemaphorePermit) -> Result<File, ExportError> {
    while let Some(rows) = reading.next().await? {
        writer = aside(move || writer.write(&rows, io::sink()).map(|()| writer)).await?;
    }
    aside(move || {
        let _until_made = place;
        let mut file = tempfile::tempfile()?;
        writer.end(io::BufWriter::new(&file))?;
        io::Seek::rewind(&mut file)?;
        Ok(file)
    })
    .await
}

/// Does work that would keep others waiting, where nobody waits.
async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ExportError> + Send + 'static,
) -> Result<T, ExportError> {
    spawn_blocking(work).await.unwrap_or(Err(ExportError::Interrupted))
}

/// So much of a file is sent at once.
const PIECE: u64 = 64 * 1024;

async fn piece_of(file: File) -> Result<Option<(Vec<u8>, File)>, ExportError> {
    aside(move || {
        let mut piece = Vec::new();
        io::Read::read_to_end(&mut io::Read::take(&file, PIECE), &mut piece)?;
        Ok((!piece.is_empty()).then_some((piece, file)))
    })
    .await
}
