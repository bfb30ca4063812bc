//! `infitah import`

use std::{collections::HashMap, process::ExitCode};

use infitah_base::{Lang, config::Config, text};
use infitah_commons::{Permit, places};
use infitah_kit::T;
use infitah_store::{Db, State, StoreError};
use infitah_transparency::projects::{self, ImportOptions, ImportReport, Saved};

use super::{CommandError, complain, read, say, write};
use crate::{cli::Import, messages, start};

/// Checks a file whole, says what is wrong row by row, then writes all of it, or the good part when told so.
pub async fn run(import: &Import) -> Result<ExitCode, CommandError> {
    let bytes = read(&import.file)?;
    if let Some(out) = &import.draft_mapping {
        let draft = projects::draft_mapping(&bytes)
            .map_err(|error| CommandError::Usage(format!("{}: {error}", import.file.display())))?;
        write(out, draft.as_bytes())?;
        say(&format!("A draft of the mapping is in {}: correct it, then import with --mapping.", out.display()));
        return Ok(ExitCode::SUCCESS);
    }
    let config = import.common.config()?;
    let db = start::open(&config, State::Ready).await?;
    let options = options(import, &db, &config).await?;
    let report = projects::prepare(&bytes, &options);
    let t = translator(&import.report)?;
    tell(&t, &report);
    if let Some(out) = &import.rejects {
        write(out, &rejects(&t, &report))?;
    }
    let bad = report.bad_rows().len();
    if report.is_unusable() || (bad > 0 && !import.accept_valid) {
        say(&t.m("import-nothing-written").to_string());
        return Ok(ExitCode::FAILURE);
    }
    if import.dry_run {
        say(&t.m("import-dry-run").to_string());
        return Ok(ExitCode::SUCCESS);
    }
    let saved = save(&db, &config, report, import.why.clone().or_else(|| Some(file_name(import)))).await?;
    let Saved { created, updated, unchanged } = saved;
    say(&t.m("import-saved").n("created", created).n("updated", updated).n("unchanged", unchanged).to_string());
    Ok(if bad > 0 { ExitCode::from(2) } else { ExitCode::SUCCESS })
}

fn file_name(import: &Import) -> String {
    import.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

async fn options(import: &Import, db: &Db, config: &Config) -> Result<ImportOptions, CommandError> {
    let usage = |what: &str, error: &dyn std::fmt::Display| CommandError::Usage(format!("{what}: {error}"));
    let currency =
        import.currency.as_deref().map(str::parse).transpose().map_err(|error| usage("--currency", &error))?;
    let language =
        import.language.as_deref().map(Lang::parse).transpose().map_err(|error| usage("--language", &error))?;
    let mapping = match &import.mapping {
        Some(path) => {
            let text = String::from_utf8_lossy(&read(path)?).into_owned();
            Some(projects::read_mapping(&text).map_err(|error| usage(&path.display().to_string(), &error))?)
        }
        None => None,
    };
    Ok(ImportOptions { currency, language, mapping, gazetteer: gazetteer(db, config).await? })
}

/// Names that only one place of the instance has, folded, with its code: the smallest places win over those around.
async fn gazetteer(db: &Db, config: &Config) -> Result<HashMap<String, String>, StoreError> {
    let atlas = places::Atlas::load(&db.read().await?).await?;
    let Some(tree) = atlas.descendants(&config.region) else { return Ok(HashMap::new()) };
    let mut found: HashMap<String, Vec<&places::Place>> = HashMap::new();
    for place in &tree.within {
        for (_, name) in place.names.iter() {
            let same = found.entry(text::fold(name)).or_default();
            if !same.iter().any(|known| known.code == place.code) {
                same.push(place);
            }
        }
    }
    let unique = found.into_iter().filter_map(|(name, same)| {
        let lowest = same.iter().map(|place| tree.rank(place)).max()?;
        let mut smallest = same.iter().filter(|place| tree.rank(place) == lowest);
        let place = smallest.next()?;
        smallest.next().is_none().then(|| (name, place.code.clone()))
    });
    Ok(unique.collect())
}

fn translator(tag: &str) -> Result<T, CommandError> {
    let lang = Lang::parse(tag).map_err(|error| CommandError::Usage(format!("--report: {error}")))?;
    let catalog = messages::catalog().map_err(start::StartError::from)?;
    Ok(T::new(std::sync::Arc::new(catalog), lang))
}

/// At most so many problems are listed; the file of rejects has all.
const LISTED: usize = 50;

fn tell(t: &T, report: &ImportReport) {
    for problem in report.problems.iter().take(LISTED) {
        complain(&problem.say(t));
    }
    if report.problems.len() > LISTED {
        complain(&t.m("import-more-problems").n("count", report.problems.len() - LISTED).to_string());
    }
    if report.is_unusable() {
        return;
    }
    say(&t
        .m("import-read")
        .n("read", report.read)
        .n("good", report.good.len())
        .n("bad", report.bad_rows().len())
        .to_string());
    for (field, count) in &report.kept {
        say(&t.m("import-kept").s("field", field.as_str()).n("count", *count).to_string());
    }
    for (field, count) in &report.left_out {
        say(&t.m("import-left-out").s("field", field.as_str()).n("count", *count).to_string());
    }
    let unplaced =
        report.good.iter().filter(|(_, project)| project.places.iter().all(|place| place.code.is_none())).count();
    if unplaced > 0 {
        say(&t.m("import-unplaced").n("count", unplaced).to_string());
    }
}

/// The bad rows as a table: row, field, value and what is wrong.
fn rejects(t: &T, report: &ImportReport) -> Vec<u8> {
    let mut writer = infitah_kit::export::csv_writer();
    let _ = writer.write_record(["row", "field", "value", "problem"]);
    for problem in &report.problems {
        let row = [problem.row.to_string(), problem.field.clone(), problem.value.clone(), problem.say(t)];
        let _ = writer.write_record(row.iter().map(|text| infitah_kit::export::cell(text).into_owned()));
    }
    writer.into_inner().unwrap_or_default()
}

async fn save(db: &Db, config: &Config, report: ImportReport, why: Option<String>) -> Result<Saved, StoreError> {
    let year = db.clock().now().date_in(&config.time_zone).year();
    db.write(move |tx| {
        Box::pin(async move {
            let parents = places::codes_and_parents(tx).await?;
            let good = report.good.into_iter().map(|(_, project)| project).collect();
            projects::save(tx, &Permit::for_operator("import"), good, &parents, year, why.as_deref()).await
        })
    })
    .await
}
