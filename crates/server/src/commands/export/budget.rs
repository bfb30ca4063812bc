//! `infitah export budget` and `infitah export budget-words`

use std::process::ExitCode;

use infitah_base::config::Config;
use infitah_store::State;
use infitah_transparency::budget::{self, Direction, Edition, Keeper, Ledger, NodeKey, Phase, Words};

use super::{super::complain, CommandError, write_bytes};
use crate::{
    cli::{Export, Format},
    start,
};

async fn ledger(config: &Config) -> Result<std::sync::Arc<Ledger>, CommandError> {
    let db = start::open(config, State::Ready).await?;
    Ok(Keeper::default().ledger(&db).await?)
}

/// Writes the lines of one edition.
pub(super) async fn lines(export: &Export, format: Format) -> Result<ExitCode, CommandError> {
    let config = export.common.config()?;
    let ledger = ledger(&config).await?;
    let named = export.edition.as_deref().unwrap_or_default();
    let key = named.split_once('-').and_then(|(year, phase)| Some((year.parse().ok()?, phase.parse::<Phase>().ok()?)));
    let edition = key.and_then(|(year, phase)| ledger.edition(year, phase)).ok_or_else(|| {
        let known: Vec<String> = ledger.editions().map(|edition| edition.budget().edition()).collect();
        CommandError::Usage(format!("there is no budget {named:?}; there are: {}", known.join(", ")))
    })?;
    let bytes = match format {
        Format::Csv => budget::whole_csv(edition),
        Format::Xlsx => {
            let about = infitah_kit::export::sheet::About {
                title: edition.budget().edition(),
                at: edition.at(),
                ..Default::default()
            };
            budget::workbook(edition, about).map_err(|error| CommandError::Usage(error.to_string()))?
        }
        _ => return Err(CommandError::Usage("a budget is written as csv or xlsx".to_owned())),
    };
    write_bytes(export, &config, &bytes)?;
    complain(&format!("{} lines written to {}", edition.lines().len(), export.file.display()));
    Ok(ExitCode::SUCCESS)
}

/// Writes the words about nodes; every chapter and programme of the newest budget has a row, so that who explains it
/// finds it.
pub(super) async fn words(export: &Export) -> Result<ExitCode, CommandError> {
    let config = export.common.config()?;
    let ledger = ledger(&config).await?;
    let mut words = ledger.all_words().clone();
    if let Some(edition) = ledger.newest(Phase::Voted) {
        for node in to_explain(edition) {
            words.entry(node).or_insert_with(Words::default);
        }
    }
    let bytes = budget::write_words(&words).map_err(|error| CommandError::Usage(error.to_string()))?;
    write_bytes(export, &config, &bytes)?;
    complain(&format!("{} rows written to {}", words.len(), export.file.display()));
    Ok(ExitCode::SUCCESS)
}

/// Parts, chapters, articles and programmes of spending.
fn to_explain(edition: &Edition) -> Vec<NodeKey> {
    let nodes = edition.tree().nodes().map(|node| &node.key);
    let spending = nodes.filter(|key| key.direction == Some(Direction::Spending) && key.account.is_main());
    spending.filter(|key| key.path.len() <= 3 && (key.part.is_some() || !key.path.is_empty())).cloned().collect()
}
