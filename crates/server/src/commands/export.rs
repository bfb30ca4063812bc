//! `infitah export`

use std::{
    fs::File,
    io::{self, BufWriter, Write},
    path::Path,
    process::ExitCode,
};

use infitah_base::config::Config;
use infitah_commons::{Viewer, places};
use infitah_transparency::projects::{ExportError, ExportFormat, Filter, Keeper, Publication, Reading, Writer};
use tempfile::NamedTempFile;

use super::{CommandError, complain, keys::Signing};
use crate::{
    cli::{Export, Format, ObjectKind},
    messages,
    start::{self, StartError},
};

mod budget;
mod record;
mod remarks;

/// Writes what is asked for to a file.
pub async fn run(export: &Export) -> Result<ExitCode, CommandError> {
    match (export.kind, export.format) {
        (ObjectKind::Projects, Some(format)) => projects(export, format).await,
        (ObjectKind::Budget, Some(format)) => budget::lines(export, format).await,
        (ObjectKind::BudgetWords, None | Some(Format::Csv)) => budget::words(export).await,
        (ObjectKind::Remarks, None | Some(Format::Csv)) => remarks::run(export).await,
        (ObjectKind::Record, None | Some(Format::Csv)) => record::run(export).await,
        (ObjectKind::BudgetWords | ObjectKind::Remarks | ObjectKind::Record, Some(_)) => {
            Err(CommandError::Usage("words, remarks and the record are written as CSV".to_owned()))
        }
        (_, None) => Err(CommandError::Usage("--format is missing".to_owned())),
    }
}

/// Writes the whole register to a file, batch by batch. The file has its name only when it is whole.
async fn projects(export: &Export, format: Format) -> Result<ExitCode, CommandError> {
    let config = export.common.config()?;
    let signing = export.sign.then(|| Signing::ready(&config, &export.file)).transpose()?;
    let (config, db) = start::open_settled(config).await?;
    let region = places::find(&db.read().await?, &Viewer::Public, &config.region).await?;
    let lang = config.languages.first().copied().unwrap_or(infitah_base::Lang::arabic());
    let catalog = messages::catalog().map_err(StartError::from)?;
    let t = infitah_kit::T::new(std::sync::Arc::new(catalog), lang);
    let name = region.map(|place| place.name(lang).to_owned()).unwrap_or_default();
    let format = match format {
        Format::Oc4ids => ExportFormat::Oc4ids,
        Format::Csv => ExportFormat::Csv,
        Format::Xlsx => ExportFormat::Xlsx,
        Format::Geojson => ExportFormat::GeoJson,
    };
    let reading = Reading::begin(&db, &Keeper::default(), &Viewer::Public, &Filter::default()).await?;
    let count = reading.left();
    let publication = Publication::new(&config, &t, &name, &format.url(), reading.at());
    let failed = |error| match error {
        ExportError::Store(error) => CommandError::Store(error),
        ExportError::Io(error) => CommandError::File(export.file.display().to_string(), error),
        other => CommandError::Usage(other.to_string()),
    };
    let writer = Writer::begin(format, publication).map_err(failed)?;
    if export.file == Path::new("-") {
        write(reading, writer, io::stdout()).await.map_err(failed)?;
    } else {
        write_whole(reading, writer, &export.file).await.map_err(failed)?;
    }
    if let Some(signing) = signing {
        signing.sign()?;
    }
    complain(&format!("{count} projects written to {}", export.file.display()));
    Ok(ExitCode::SUCCESS)
}

/// Writes beside the file and gives it its name at the end: nobody finds half a file. What is no file (a pipe) is
/// written as it is.
async fn write_whole(reading: Reading, writer: Writer, path: &Path) -> Result<(), ExportError> {
    if path.metadata().is_ok_and(|known| !known.is_file()) {
        return write(reading, writer, File::options().write(true).open(path)?).await;
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let passing = beside(folder)?;
    write(reading, writer, BufWriter::new(passing.as_file())).await?;
    passing.as_file().sync_all()?;
    passing.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// A file without its name yet. What is exported is public: it is as readable as other files of whoever runs this.
fn beside(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.prefix(".infitah-export-").tempfile_in(folder)
}

async fn write(mut reading: Reading, mut writer: Writer, mut out: impl Write + Send) -> Result<(), ExportError> {
    while let Some(rows) = reading.next().await? {
        writer.write(&rows, &mut out)?;
    }
    writer.end(&mut out)?;
    Ok(out.flush()?)
}

/// Writes what is small beside the file, and gives it its name at the end.
fn write_bytes(export: &Export, config: &Config, bytes: &[u8]) -> Result<(), CommandError> {
    let signing = export.sign.then(|| Signing::ready(config, &export.file)).transpose()?;
    let failed = |error| CommandError::File(export.file.display().to_string(), error);
    if export.file == Path::new("-") {
        return super::write(&export.file, bytes);
    }
    let folder = export.file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let passing = beside(folder).map_err(failed)?;
    std::fs::write(passing.path(), bytes).map_err(failed)?;
    passing.as_file().sync_all().map_err(failed)?;
    passing.persist(&export.file).map_err(|error| failed(error.error))?;
    if let Some(signing) = signing {
        signing.sign()?;
    }
    Ok(())
}
