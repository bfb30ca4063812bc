//! `infitah doctor`

use std::process::ExitCode;

use infitah_base::config::documented;
use infitah_commons::{Viewer, places};
use infitah_kit::i18n::Catalog;
use infitah_store::State;

use super::{CommandError, complain, keys, say, serve};
use crate::{cli::Doctor, messages, start};

/// Says what runs here, each setting with its origin, and what is not well. Non-zero when something is not.
pub async fn run(doctor: &Doctor) -> Result<ExitCode, CommandError> {
    if doctor.print_config {
        say(documented(&[]).trim_end());
        return Ok(ExitCode::SUCCESS);
    }
    let common = &doctor.common;
    say(&format!("Infitah {}", env!("CARGO_PKG_VERSION")));
    let layers = common.layers(&[])?;
    say("\nSettings (value, where it comes from)");
    for (name, value, origin) in layers.iter() {
        let shown = if name == "database-url" { infitah_store::without_password(value) } else { value.to_owned() };
        say(&format!("  {name:<15} {shown:<40} {origin}"));
    }
    let config = infitah_base::config::Config::parse(&layers)?;
    say("\nDatabase");
    let db = start::open(&config, State::Ready).await?;
    say(&format!("  {} at {}, tables of this version", db.kind().name(), db.address()));
    for table in ["place", "place_figure", "project", "document", "record", "change"] {
        say(&format!("  {table:<15} {} rows", db.count(table).await?));
    }
    if serve::is_demo(&db).await? {
        say("  holds a demonstration: every page says so");
    }
    let mut well = true;
    let tx = db.read().await?;
    match places::find(&tx, &Viewer::Public, &config.region).await? {
        Some(region) => say(&format!("  region {}: {}", config.region, region.name(infitah_base::Lang::arabic()))),
        None => {
            well = false;
            complain(&format!(
                "the region `{}` is not among the places: set `region`, or run `infitah migrate`",
                config.region
            ));
        }
    }
    if let Some(journal) = infitah_transparency::projects::unfinished(&tx).await? {
        well = false;
        complain(&infitah_transparency::projects::ImportError::Unfinished(journal.id));
    }
    say("\nMessages");
    let catalog: Catalog = messages::catalog().map_err(start::StartError::from)?;
    for lang in &config.languages {
        let has = catalog.has(*lang, "site-name");
        well &= has;
        say(&format!("  {:<4} {} {}", lang.tag(), lang.name(), if has { "" } else { "has no messages" }));
    }
    well &= keys::examine(&config, db.clock().now());
    say(if well { "\nAll is well." } else { "\nNot all is well." });
    Ok(if well { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
