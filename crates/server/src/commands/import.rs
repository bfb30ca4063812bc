//! `infitah import`

use std::{collections::HashMap, collections::HashSet, path::Path, process::ExitCode};

use infitah_base::{Lang, text};
use infitah_commons::{Permit, Viewer, moved, places};
use infitah_kit::T;
use infitah_store::{Db, State, StoreError};
use infitah_transparency::projects::{
    self, Body, Checked, ImportError, ImportOptions, ImportState, NewImport, Problem, Source, key_of,
};
use serde::{Deserialize, Serialize};

use super::{CommandError, complain, say, write};
use crate::{
    cli::import::{Import, ImportAddresses, ImportProjects, ImportWhat, Resume, Undo},
    messages, start,
};

mod apply;
pub(crate) mod budget;
mod report;

/// Brings a file in, finishes what was begun, takes it back, or lists what came in.
pub async fn run(import: &Import) -> Result<ExitCode, CommandError> {
    match &import.what {
        ImportWhat::Projects(file) => bring_in(file).await,
        ImportWhat::Budget(file) => budget::run(file).await,
        ImportWhat::BudgetWords(file) => budget::words(file).await,
        ImportWhat::Addresses(addresses) => self::addresses(addresses).await,
        ImportWhat::Resume(resume) => self::resume(resume).await,
        ImportWhat::Undo(undo) => self::undo(undo).await,
        ImportWhat::List(common) => {
            let config = common.config()?;
            let db = start::open(&config, State::Ready).await?;
            report::list(&projects::all_imports(&db.read().await?).await?, &config);
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// Keeps where the addresses of an older platform lead.
async fn addresses(import: &ImportAddresses) -> Result<ExitCode, CommandError> {
    let wrong = |error| CommandError::Usage(format!("{}: {error}", import.file.display()));
    let table = moved::read_table(&super::read(&import.file)?).map_err(wrong)?;
    let db = start::open(&import.common.config()?, State::Ready).await?;
    let kept: Result<(), StoreError> =
        db.write(|tx| Box::pin(async move { moved::keep(tx, &Permit::for_operator("import"), table).await })).await;
    kept?;
    say(&format!("{} old addresses are known now", moved::how_many(&db.read().await?).await?));
    Ok(ExitCode::SUCCESS)
}

/// What was said of a file beside its mapping: kept in the journal, so that the work can go on after a kill.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Said {
    currency: Option<String>,
    language: Option<String>,
    sheet: Option<String>,
    encoding: Option<String>,
    /// Only what the register knows already.
    update_only: bool,
    /// The place in which names of places are looked for.
    region: String,
}

/// Checks a file whole, says what is wrong row by row, then writes all of it, or the good part when told so.
async fn bring_in(import: &ImportProjects) -> Result<ExitCode, CommandError> {
    let table = &import.table;
    let t = translator(&table.report)?;
    let source = look(&import.file, table.encoding.as_deref(), table.sheet.as_deref()).await?;
    if let Some(out) = &table.draft_mapping {
        return draft(import, source, out, &t).await;
    }
    let (config, db) = start::open_settled(import.common.config()?).await?;
    if let Some(other) = projects::unfinished(&db.read().await?).await? {
        return Err(ImportError::Unfinished(other.id).into());
    }
    let said = Said {
        currency: import.currency.clone(),
        language: table.language.clone(),
        sheet: table.sheet.clone(),
        encoding: table.encoding.clone(),
        update_only: import.update_only,
        region: config.region.clone(),
    };
    let mapping = table.mapping.as_deref().map(super::read).transpose()?;
    let mapping = mapping.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let options = options(&said, mapping.as_deref(), &db).await?;
    let found = match &source {
        Ok(source) => {
            let mut found = check(&db, source.clone(), options, table.rejects.as_deref(), &t).await?;
            // A file that only completes names few, and a bad row names one that is not known.
            if !import.update_only && found.unusable.is_empty() && found.bad == 0 {
                found.absent = projects::absent(&db.read().await?, &Viewer::Public, &found.named).await?;
            }
            found
        }
        Err(problem) => {
            report::rejects(table.rejects.as_deref(), &t)?(problem);
            Checked { unusable: vec![problem.clone()], ..Checked::default() }
        }
    };
    report::tell(&t, &found, table.dry_run, import.update_only);
    let (Ok(source), true) = (source, found.unusable.is_empty() && (found.bad == 0 || import.accept_valid)) else {
        say(&t.m("import-nothing-written").to_string());
        return Ok(ExitCode::FAILURE);
    };
    if table.dry_run {
        say(&t.m("import-dry-run").to_string());
        return Ok(ExitCode::SUCCESS);
    }
    let name = import.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let new = NewImport {
        size: source.size(),
        sha256: source.sha256().to_owned(),
        mapping,
        options: serde_json::to_string(&said).map_err(StoreError::from)?,
        total: found.good,
        why: table.why.clone(),
        file: name,
    };
    let id = apply::begin(&db, &config, &import.file, new).await?;
    apply::apply(&db, &config, &id, &t).await?;
    Ok(if found.bad > 0 { ExitCode::from(2) } else { ExitCode::SUCCESS })
}

/// Looks at a file; what makes it unusable is for the report.
async fn look(
    file: &Path,
    encoding: Option<&str>,
    sheet: Option<&str>,
) -> Result<Result<Source, Problem>, CommandError> {
    let (path, encoding, sheet) = (file.to_owned(), encoding.map(str::to_owned), sheet.map(str::to_owned));
    let looked = blocking(move || Source::look(Body::File(path), encoding.as_deref(), sheet.as_deref())).await?;
    looked.map_err(|error| CommandError::File(file.display().to_string(), error))
}

/// Reads files on a thread of its own: the database goes on meanwhile.
async fn blocking<R: Send + 'static>(work: impl FnOnce() -> R + Send + 'static) -> Result<R, CommandError> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|error| CommandError::Usage(format!("the file could not be read: {error}")))
}

async fn draft(
    import: &ImportProjects,
    source: Result<Source, Problem>,
    out: &Path,
    t: &T,
) -> Result<ExitCode, CommandError> {
    // Names of places are recognised where there is a database already; a draft can be made without one.
    let known = match start::open_settled(import.common.config()?).await {
        Ok((config, db)) => gazetteer(&db, &config.region).await?,
        Err(_) => HashMap::new(),
    };
    let drafted = match source {
        Ok(source) => blocking(move || projects::draft_mapping(&source, &known)).await?,
        Err(problem) => Ok(Err(problem)),
    };
    match drafted.map_err(|error| CommandError::File(import.file.display().to_string(), error))? {
        Ok(draft) => {
            write(out, draft.as_bytes())?;
            say(&t.m("import-drafted").s("file", out.display().to_string()).to_string());
            Ok(ExitCode::SUCCESS)
        }
        Err(problem) => {
            complain(&problem.say(t));
            Ok(ExitCode::FAILURE)
        }
    }
}

/// The first pass.
async fn check(
    db: &Db,
    source: Source,
    options: ImportOptions,
    rejects: Option<&Path>,
    t: &T,
) -> Result<Checked, CommandError> {
    let tx = db.read().await?;
    let mut known: HashSet<u64> = HashSet::new();
    projects::identifiers(&tx, &Viewer::Public, |identifier| known.extend([key_of(&identifier)])).await?;
    let parents = places::codes_and_parents(&tx).await?;
    drop(tx);
    let mut wrong = report::rejects(rejects, t)?;
    let checked =
        blocking(move || projects::check(&source, &options, &known, &|code| parents.contains_key(code), &mut wrong));
    checked.await?.map_err(|error| CommandError::Usage(format!("the file could not be read: {error}")))
}

async fn options(said: &Said, mapping: Option<&str>, db: &Db) -> Result<ImportOptions, CommandError> {
    let usage = |what: &str, error: &dyn std::fmt::Display| CommandError::Usage(format!("{what}: {error}"));
    let currency = said.currency.as_deref().map(str::parse).transpose().map_err(|error| usage("--currency", &error))?;
    let language =
        said.language.as_deref().map(Lang::parse).transpose().map_err(|error| usage("--language", &error))?;
    let mapping = mapping.map(projects::read_mapping).transpose().map_err(|error| usage("the mapping", &error))?;
    Ok(ImportOptions { currency, language, mapping, gazetteer: gazetteer(db, &said.region).await? })
}

/// Names that only one place of the instance has, folded, with its code: the smallest places win over those around.
async fn gazetteer(db: &Db, region: &str) -> Result<HashMap<String, String>, StoreError> {
    let atlas = places::Atlas::load(&db.read().await?).await?;
    let Some(tree) = atlas.descendants(region) else { return Ok(HashMap::new()) };
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

/// Who acts, in the record.
fn permit() -> Permit<projects::ImportProjects> {
    Permit::for_operator("import")
}

async fn resume(resume: &Resume) -> Result<ExitCode, CommandError> {
    let t = translator(&resume.report)?;
    let config = resume.common.config()?;
    let db = start::open(&config, State::Ready).await?;
    let journal = projects::one_import(&db.read().await?, &resume.id).await?;
    let open = ImportState::of(&journal) == Some(ImportState::Applying);
    if let Some(file) = resume.file.as_deref().filter(|_| open) {
        apply::keep_copy(&config, file, &journal.sha256)?;
    }
    apply::apply(&db, &config, &journal.id, &t).await?;
    Ok(ExitCode::SUCCESS)
}

async fn undo(undo: &Undo) -> Result<ExitCode, CommandError> {
    let t = translator(&undo.report)?;
    let config = undo.common.config()?;
    let db = start::open(&config, State::Ready).await?;
    let journal = projects::one_import(&db.read().await?, &undo.id).await?;
    if infitah_transparency::budget::is_of_budget(&journal) {
        budget::undo(&db, &journal.id, undo.why.as_deref(), &t).await?;
        return Ok(ExitCode::SUCCESS);
    }
    apply::take_back(&db, &config, &undo.id, undo.why.as_deref(), &t).await?;
    Ok(ExitCode::SUCCESS)
}
