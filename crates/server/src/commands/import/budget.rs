//! `infitah import budget`: one file becomes one edition, in one write, or nothing of it does.

use std::{
    collections::{BTreeMap, HashMap},
    path::Path,
    process::ExitCode,
    sync::Arc,
};

use infitah_base::{Currency, Lang, config::Config};
use infitah_commons::{Permit, Viewer, places};
use infitah_kit::T;
use infitah_store::{Db, State};
use infitah_transparency::{
    budget::{
        self, Budget, BudgetError, LARGEST_SIGNED, Merged, NewEdition, Phase, ReadOptions, Reading, Signed, Stated,
    },
    projects::{self, Problem, Source},
};

use super::{CommandError, blocking, complain, look, report, say, translator, write};
use crate::{
    cli::budget::{ImportBudget, ImportBudgetWords},
    start,
};

/// How many problems, or known lines that are not named, are told.
const TOLD: usize = 50;

/// Reads a file whole, says all that is wrong with it, then writes the edition.
pub(super) async fn run(import: &ImportBudget) -> Result<ExitCode, CommandError> {
    let t = translator(&import.table.report)?;
    if let Some(out) = &import.draft_decision {
        write(out, budget::draft_decision().as_bytes())?;
        say(&t.m("import-drafted-decision").s("file", out.display().to_string()).to_string());
        return Ok(ExitCode::SUCCESS);
    }
    let options = options(import)?;
    let source = match look(&import.file, import.table.encoding.as_deref(), import.table.sheet.as_deref()).await? {
        Ok(source) => source,
        Err(problem) => return refuse(import, &t, &[problem]),
    };
    if let Some(out) = &import.table.draft_mapping {
        return draft(import, source, options, out, &t).await;
    }
    let config = import.common.config()?;
    let db = start::open(&config, State::Ready).await?;
    let tx = db.read().await?;
    let parents = Arc::new(places::codes_and_parents(&tx).await?);
    let known = budget::edition(&tx, &Viewer::Public, import.year, options.phase).await?;
    drop(tx);
    let (before, known) = known.map_or((None, None), |(version, known)| (Some(version), known));
    let mut options = options;
    options.currency = options.currency.or(known.as_ref().map(|known| known.currency));
    options.scheme = known.as_ref().map(|known| known.scheme.clone());
    let (size, sha256) = (source.size(), source.sha256().to_owned());
    let reading = match read(import, source, options.clone(), &parents).await? {
        Ok(reading) => reading,
        Err(problems) => return refuse(import, &t, &problems),
    };
    let mut reading = reading;
    if let Some(totals) = &import.totals {
        match stated(import, totals, &options, &reading, &parents).await? {
            Ok(stated) => reading.stated.extend(stated.into_iter().map(|stated| (0, stated))),
            Err(problems) => return refuse(import, &t, &problems),
        }
    }
    let signed = signed(import)?;
    let newer = edition(import, &options, &reading, signed.as_ref().map(|(signed, _)| signed.clone()))?;
    let (merged, told) = budget::merge(known.as_ref(), newer, import.whole);
    let findings = budget::what_is_wrong(&reading, &merged);
    tell(import, &t, &reading, &told);
    tell_unknown_projects(&db, &t, &reading).await?;
    for finding in &findings {
        complain(&finding.say(&t, reading.currency));
    }
    if !findings.is_empty() || !reading.problems.is_empty() {
        say(&t.m("import-budget-refused").to_string());
        return Ok(ExitCode::FAILURE);
    }
    if import.table.dry_run {
        say(&t.m("import-dry-run").to_string());
        return Ok(ExitCode::SUCCESS);
    }
    if known.as_ref() == Some(&merged) {
        say(&t.m("import-budget-same").s("edition", merged.edition()).to_string());
        return Ok(ExitCode::SUCCESS);
    }
    if let Some((signed, bytes)) = &signed {
        // Its file comes first: no version names one that is not there.
        budget::keep_signed(&config.data, signed, bytes)
            .map_err(|error| CommandError::File(config.data.display().to_string(), error))?;
    }
    let name = import.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mapping = import.table.mapping.as_deref().map(super::super::read).transpose()?;
    let new = NewEdition {
        before,
        budget: merged,
        merged: told.clone(),
        file: (name, size, sha256),
        mapping: mapping.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
        why: import.table.why.clone(),
    };
    let edition = new.budget.edition();
    let id = keep(&db, &config, new).await?;
    let saved = t.m("import-budget-saved").s("edition", edition).n("created", told.created);
    say(&saved.n("updated", told.updated).n("unchanged", told.unchanged).to_string());
    say(&t.m("import-can-be-undone").s("id", id.as_str()).to_string());
    Ok(ExitCode::SUCCESS)
}

/// Writes an edition.
pub(crate) async fn keep(db: &Db, config: &Config, new: NewEdition) -> Result<String, BudgetError> {
    let year = db.clock().now().date_in(&config.time_zone).year();
    db.write(move |tx| Box::pin(async move { budget::put(tx, &permit(), new, year).await })).await
}

/// Who acts, in the record.
fn permit() -> Permit<budget::ImportBudget> {
    Permit::for_operator("import")
}

fn options(import: &ImportBudget) -> Result<ReadOptions, CommandError> {
    let usage = |what: &str, error: &dyn std::fmt::Display| CommandError::Usage(format!("{what}: {error}"));
    let mapping = import.table.mapping.as_deref().map(super::super::read).transpose()?;
    let mapping = mapping.map(|bytes| budget::read_mapping(&String::from_utf8_lossy(&bytes))).transpose();
    let currency = import.currency.as_deref().map(str::parse::<Currency>).transpose();
    let language = import.table.language.as_deref().map(Lang::parse).transpose();
    Ok(ReadOptions {
        year: import.year,
        phase: Phase::from(import.phase),
        currency: currency.map_err(|error| usage("--currency", &error))?,
        language: language.map_err(|error| usage("--language", &error))?,
        mapping: mapping.map_err(|error| usage("the mapping", &error))?,
        scheme: None,
        totals: false,
    })
}

type Parents = Arc<HashMap<String, Option<String>>>;

async fn read(
    import: &ImportBudget,
    source: Source,
    options: ReadOptions,
    parents: &Parents,
) -> Result<Result<Reading, Vec<Problem>>, CommandError> {
    let parents = parents.clone();
    let read = blocking(move || budget::read(&source, &options, &|code| parents.contains_key(code))).await?;
    read.map_err(|error| CommandError::File(import.file.display().to_string(), error))
}

/// The totals of a file of their own.
async fn stated(
    import: &ImportBudget,
    file: &Path,
    options: &ReadOptions,
    reading: &Reading,
    parents: &Parents,
) -> Result<Result<Vec<Stated>, Vec<Problem>>, CommandError> {
    let source = match look(file, import.table.encoding.as_deref(), None).await? {
        Ok(source) => source,
        Err(problem) => return Ok(Err(vec![problem])),
    };
    // Its columns speak for themselves; what no column says is as in the table itself.
    let mapping = options.mapping.clone().map(|mut mapping| {
        mapping.columns.clear();
        mapping
    });
    let options = ReadOptions { totals: true, currency: Some(reading.currency), mapping, ..options.clone() };
    let read = match read(import, source, options, parents).await? {
        Ok(read) => read,
        Err(problems) => return Ok(Err(problems)),
    };
    if read.problems.is_empty() {
        Ok(Ok(read.stated.into_iter().map(|(_, stated)| stated).collect()))
    } else {
        Ok(Err(read.problems))
    }
}

fn signed(import: &ImportBudget) -> Result<Option<(Signed, Vec<u8>)>, CommandError> {
    let Some(path) = &import.signed else { return Ok(None) };
    let shown = path.display();
    let size = std::fs::metadata(path).map_err(|error| CommandError::File(shown.to_string(), error))?.len();
    if size > LARGEST_SIGNED {
        let most = LARGEST_SIGNED / 1024 / 1024;
        return Err(CommandError::Usage(format!("{shown}: the file has more than {most} MiB")));
    }
    let bytes = super::super::read(path)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let signed = budget::look_at_signed(&name, &bytes);
    let signed = signed.ok_or_else(|| CommandError::Usage(format!("{shown}: the signed document is to be a PDF")))?;
    Ok(Some((signed, bytes)))
}

/// What the files say, as an edition.
fn edition(
    import: &ImportBudget,
    options: &ReadOptions,
    reading: &Reading,
    signed: Option<Signed>,
) -> Result<Budget, CommandError> {
    let mut newer = Budget::new(options.year, options.phase, reading.currency, reading.scheme.clone());
    newer.lines = reading.lines.iter().map(|(_, line)| line.clone()).collect();
    newer.names = reading.names.clone();
    newer.stated = reading.stated.iter().map(|(_, stated)| stated.clone()).collect();
    newer.signed = signed;
    if let Some(path) = &import.decision {
        let text = String::from_utf8_lossy(&super::super::read(path)?).into_owned();
        let said = budget::read_decision(&text, reading.currency);
        let (decision, programmes) =
            said.map_err(|error| CommandError::Usage(format!("{}: {error}", path.display())))?;
        (newer.decision, newer.programmes) = (decision, programmes);
    }
    Ok(newer)
}

fn refuse(import: &ImportBudget, t: &T, problems: &[Problem]) -> Result<ExitCode, CommandError> {
    let mut reject = report::rejects(import.table.rejects.as_deref(), t)?;
    for problem in problems {
        reject(problem);
        complain(&problem.say(t));
    }
    say(&t.m("import-budget-refused").to_string());
    Ok(ExitCode::FAILURE)
}

/// What was found in the file: what is wrong first.
fn tell(import: &ImportBudget, t: &T, reading: &Reading, told: &Merged) {
    if let Ok(mut reject) = report::rejects(import.table.rejects.as_deref(), t) {
        reading.problems.iter().for_each(&mut reject);
    }
    for problem in reading.problems.iter().take(TOLD) {
        complain(&problem.say(t));
    }
    if reading.problems.len() > TOLD {
        complain(&t.m("import-more-problems").n("count", reading.problems.len() - TOLD));
    }
    for note in &reading.notes {
        say(&t.m(note.key).s("value", note.value.as_str()).to_string());
    }
    for (field, count) in &reading.left_out {
        say(&t.m("import-budget-ignored").s("field", field.as_str()).n("count", *count).to_string());
    }
    if reading.others > 0 {
        say(&t.m("import-budget-others").n("count", reading.others).to_string());
    }
    let read = t.m("import-budget-read").n("read", reading.read).n("lines", reading.lines.len());
    say(&read.n("stated", reading.stated.len()).n("bad", reading.problems.len()).to_string());
    for line in told.absent.iter().take(TOLD) {
        say(&t.m("import-budget-absent").s("line", line.as_str()).to_string());
    }
    if !told.absent.is_empty() {
        let key = if import.whole { "import-budget-dropped" } else { "import-budget-kept" };
        say(&t.m(key).n("count", told.absent.len()).to_string());
    }
}

/// Projects that lines name and the register does not have: no reason to refuse, for they may come in afterwards.
async fn tell_unknown_projects(db: &Db, t: &T, reading: &Reading) -> Result<(), CommandError> {
    let mut rows: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (row, line) in &reading.lines {
        if let Some(project) = &line.project {
            rows.entry(project).or_default().push(row.to_string());
        }
    }
    let names: Vec<String> = rows.keys().map(|name| (*name).to_owned()).collect();
    for name in projects::unknown(&db.read().await?, &Viewer::Public, &names).await? {
        let rows = rows.get(name.as_str()).map(|rows| rows.join(", ")).unwrap_or_default();
        say(&t.m("import-budget-no-project").s("project", name).s("rows", rows).to_string());
    }
    Ok(())
}

async fn draft(
    import: &ImportBudget,
    source: Source,
    options: ReadOptions,
    out: &Path,
    t: &T,
) -> Result<ExitCode, CommandError> {
    let drafted = blocking(move || budget::draft_mapping(&source, &options)).await?;
    match drafted.map_err(|error| CommandError::File(import.file.display().to_string(), error))? {
        Ok(draft) => {
            write(out, draft.as_bytes())?;
            say(&t.m("import-drafted").s("file", out.display().to_string()).to_string());
            Ok(ExitCode::SUCCESS)
        }
        Err(problems) => refuse(import, t, &problems),
    }
}

/// Takes the import of a budget back.
pub(super) async fn undo(db: &Db, id: &str, why: Option<&str>, t: &T) -> Result<(), CommandError> {
    let (wanted, why) = (id.to_owned(), why.map(str::to_owned));
    let undone: Result<String, BudgetError> =
        db.write(move |tx| Box::pin(async move { budget::undo(tx, &permit(), &wanted, why.as_deref()).await })).await;
    let edition = undone?;
    say(&t.m("import-budget-undone").s("id", id).s("edition", edition).to_string());
    Ok(())
}

/// Brings plain words about nodes in.
pub(super) async fn words(import: &ImportBudgetWords) -> Result<ExitCode, CommandError> {
    let t = translator(&import.report)?;
    let wrong = |error| CommandError::Usage(format!("{}: {error}", import.file.display()));
    let words = budget::read_words(&super::super::read(&import.file)?).map_err(wrong)?;
    let db = start::open(&import.common.config()?, State::Ready).await?;
    let why = import.why.clone();
    let changed: Result<usize, infitah_store::StoreError> = db
        .write(move |tx| Box::pin(async move { budget::save_words(tx, &permit(), words, why.as_deref()).await }))
        .await;
    say(&t.m("import-budget-words").n("count", changed?).to_string());
    Ok(ExitCode::SUCCESS)
}
