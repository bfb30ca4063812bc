//! `infitah export`

use std::process::ExitCode;

use infitah_commons::{Viewer, places};
use infitah_kit::urls;
use infitah_store::State;
use infitah_transparency::projects::{self, ExportContext, ExportFormat, Filter};

use super::{CommandError, complain, keys::Signing, write};
use crate::{
    cli::{Export, Format},
    messages,
    start::{self, StartError},
};

/// Writes the whole register to a file.
pub async fn run(export: &Export) -> Result<ExitCode, CommandError> {
    let config = export.common.config()?;
    let signing = export.sign.then(|| Signing::ready(&config, &export.file)).transpose()?;
    let db = start::open(&config, State::Ready).await?;
    let tx = db.read().await?;
    let all = projects::all(&tx, &Viewer::Public, &Filter::default()).await?;
    let region = places::find(&tx, &Viewer::Public, &config.region).await?;
    let lang = config.languages.first().copied().unwrap_or(infitah_base::Lang::arabic());
    let catalog = messages::catalog().map_err(StartError::from)?;
    let t = infitah_kit::T::new(std::sync::Arc::new(catalog), lang);
    let name = region.map(|place| place.name(lang).to_owned()).unwrap_or_default();
    let (format, url) = match export.format {
        Format::Oc4ids => (ExportFormat::Oc4ids, urls::projects_oc4ids()),
        Format::Csv => (ExportFormat::Csv, urls::projects_csv()),
    };
    let context = ExportContext {
        uri: format!("{}{}", config.public_url, url.bare()),
        at: db.clock().now(),
        publisher: t.m("council-of").s("region", name).to_string(),
        licence: &config.licence_url,
        prefix: &config.oc4ids_prefix,
        languages: &config.languages,
    };
    let bytes = projects::export(format, &all, &context).map_err(|error| CommandError::Usage(error.to_string()))?;
    write(&export.file, &bytes)?;
    if let Some(signing) = signing {
        signing.sign()?;
    }
    complain(&format!("{} projects written to {}", all.len(), export.file.display()));
    Ok(ExitCode::SUCCESS)
}
