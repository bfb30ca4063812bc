//! The journal of imports: a file is applied in many small writes, each of which moves a cursor in the same
//! transaction. After a kill the work can go on where it stood, or be taken back.

use std::collections::HashSet;

use infitah_base::Reference;
use infitah_commons::Permit;
use infitah_store::{
    Act, StoreError, WriteTx, documents,
    entities::{import, import_row, project},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use strum::{EnumString, IntoStaticStr};

use super::{
    model::Project,
    narrow::Parents,
    service::{self, Back, Done, ImportProjects, Saved},
};

/// A row of the journal.
pub type Journal = import::Model;

/// How far an import is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum ImportState {
    /// Begun and not finished.
    Applying,
    /// All of it is in the register.
    Done,
    /// Being taken back.
    Undoing,
    /// Taken back.
    Undone,
}

impl ImportState {
    /// As it stands in the journal.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The state of a row of the journal.
    pub fn of(journal: &Journal) -> Option<Self> {
        journal.state.parse().ok()
    }
}

/// Why the journal refuses.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Another import stands half done.
    #[error(
        "the import {0} is not finished: run `infitah import resume {0}` to finish it, or `infitah import undo {0}` \
         to take it back"
    )]
    Unfinished(String),
    /// No import is called so.
    #[error("there is no import {0}: `infitah import list` names them")]
    Unknown(String),
    /// It is finished already.
    #[error("the import {0} is {1}: there is nothing to do")]
    Over(String, String),
    /// The cursor is not where this process left it.
    #[error("another process is working on the import {0}: let it finish")]
    Elsewhere(String),
}

impl From<sea_orm::DbErr> for ImportError {
    fn from(error: sea_orm::DbErr) -> Self {
        StoreError::from(error).into()
    }
}

/// What is known of a file before anything of it is written.
#[derive(Clone, Debug)]
pub struct NewImport {
    /// Its name.
    pub file: String,
    /// Its bytes.
    pub size: u64,
    /// Its hash.
    pub sha256: String,
    /// The mapping file, as it was.
    pub mapping: Option<String>,
    /// What else was said, as JSON.
    pub options: String,
    /// How many rows are good.
    pub total: usize,
    /// The reason.
    pub why: Option<String>,
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn object(id: &str) -> String {
    format!("import/{id}")
}

/// All imports, the latest first.
pub async fn all_imports(db: &impl ConnectionTrait) -> Result<Vec<Journal>, StoreError> {
    Ok(import::Entity::find().order_by_desc(import::Column::Started).order_by_desc(import::Column::Id).all(db).await?)
}

/// The import with this id, written as people write it.
pub async fn one_import(db: &impl ConnectionTrait, id: &str) -> Result<Journal, ImportError> {
    let found = import::Entity::find_by_id(id.trim().to_ascii_uppercase()).one(db).await?;
    found.ok_or_else(|| ImportError::Unknown(id.to_owned()))
}

/// The import that was begun, or is being taken back, and is not finished.
pub async fn unfinished(db: &impl ConnectionTrait) -> Result<Option<Journal>, StoreError> {
    let states = [ImportState::Applying, ImportState::Undoing].map(ImportState::code);
    Ok(import::Entity::find().filter(import::Column::State.is_in(states)).one(db).await?)
}

/// Begins an import and gives its id. While one is unfinished no other begins.
pub async fn begin(
    tx: &WriteTx,
    permit: &Permit<ImportProjects>,
    new: NewImport,
    year: i16,
) -> Result<String, ImportError> {
    if let Some(other) = unfinished(tx).await? {
        return Err(ImportError::Unfinished(other.id));
    }
    let number = documents::next_number(tx, &format!("IMP-{year}")).await?;
    let id = Reference::new("IMP", year, u32::try_from(number).unwrap_or(u32::MAX)).to_string();
    record(tx, permit, &id, "import.begun", Some(format!("{} sha256:{}", new.file, new.sha256)), new.why.as_deref());
    let row = import::ActiveModel {
        id: Set(id.clone()),
        file: Set(new.file),
        size: Set(i64::try_from(new.size).unwrap_or(i64::MAX)),
        sha256: Set(new.sha256),
        mapping: Set(new.mapping),
        options: Set(new.options),
        state: Set(ImportState::Applying.code().to_owned()),
        total: Set(count(new.total)),
        applied: Set(0),
        created: Set(0),
        updated: Set(0),
        unchanged: Set(0),
        started: Set(tx.at().millis()),
        ended: Set(None),
        actor: Set(permit.actor().as_str().to_owned()),
        why: Set(new.why),
    };
    import::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(id)
}

fn record(
    tx: &WriteTx,
    permit: &Permit<ImportProjects>,
    id: &str,
    action: &str,
    new: Option<String>,
    why: Option<&str>,
) {
    let actor = permit.actor().as_str();
    tx.record(Act { actor, action, object: &object(id), version: None, old: None, new, why });
}

/// The row of the journal, when it stands where it is expected to.
async fn at(tx: &WriteTx, id: &str, state: ImportState, applied: Option<i64>) -> Result<Journal, ImportError> {
    let row = one_import(tx, id).await?;
    let expected = row.state == state.code() && applied.is_none_or(|applied| applied == row.applied);
    if expected { Ok(row) } else { Err(ImportError::Elsewhere(row.id)) }
}

async fn keep(tx: &WriteTx, row: Journal) -> Result<(), ImportError> {
    use import::Column;
    import::Entity::update_many()
        .col_expr(Column::State, row.state.into())
        .col_expr(Column::Applied, row.applied.into())
        .col_expr(Column::Created, row.created.into())
        .col_expr(Column::Updated, row.updated.into())
        .col_expr(Column::Unchanged, row.unchanged.into())
        .col_expr(Column::Ended, row.ended.into())
        .filter(Column::Id.eq(row.id))
        .exec(tx)
        .await?;
    Ok(())
}

/// The next good rows of a file.
#[derive(Clone, Debug)]
pub struct Chunk {
    /// The import.
    pub import: String,
    /// How many rows were applied before.
    pub from: usize,
    /// The rows.
    pub projects: Vec<Project>,
    /// Rows that match nothing in the register are passed over.
    pub only_known: bool,
}

/// Applies the next good rows of a file and moves the cursor.
pub async fn advance(
    tx: &WriteTx,
    permit: &Permit<ImportProjects>,
    chunk: Chunk,
    parents: &Parents,
    year: i16,
) -> Result<Saved, ImportError> {
    let Chunk { import, from, mut projects, only_known } = chunk;
    let mut row = at(tx, &import, ImportState::Applying, Some(count(from))).await?;
    let rows = projects.len();
    let mut numbers: Vec<i64> = (row.applied + 1..).take(rows).collect();
    if only_known {
        let identifiers = projects.iter().map(|project| project.identifier.as_str());
        let known: HashSet<String> = project::Entity::find()
            .select_only()
            .column(project::Column::Identifier)
            .filter(project::Column::Identifier.is_in(identifiers))
            .into_tuple()
            .all(tx)
            .await?
            .into_iter()
            .collect();
        let keeps: Vec<bool> = projects.iter().map(|project| known.contains(&project.identifier)).collect();
        let mut keep = keeps.iter().copied();
        projects.retain(|_| keep.next().unwrap_or_default());
        let mut keep = keeps.iter().copied();
        numbers.retain(|_| keep.next().unwrap_or_default());
    }
    let done = service::put(tx, permit, projects, parents, year, row.why.as_deref()).await?;
    let mut saved = Saved::default();
    let mut changed = Vec::new();
    for (number, done) in numbers.into_iter().zip(done) {
        let Some(Done { reference, before, after }) = done else {
            saved.unchanged += 1;
            continue;
        };
        match before {
            None => saved.created += 1,
            Some(_) => saved.updated += 1,
        }
        changed.push(import_row::ActiveModel {
            import: Set(row.id.clone()),
            number: Set(number),
            reference: Set(reference),
            before: Set(before),
            after: Set(after),
            stayed: Set(false),
        });
    }
    for some in changed.chunks(infitah_store::BATCH) {
        import_row::Entity::insert_many(some.to_vec()).exec_without_returning(tx).await?;
    }
    row.applied += count(rows);
    row.created += count(saved.created);
    row.updated += count(saved.updated);
    row.unchanged += count(saved.unchanged);
    record(tx, permit, &row.id, "import.advanced", Some(format!("{}/{}", row.applied, row.total)), None);
    keep(tx, row).await?;
    Ok(saved)
}

/// Says that an import is done.
pub async fn finish(tx: &WriteTx, permit: &Permit<ImportProjects>, id: &str) -> Result<Journal, ImportError> {
    let row = one_import(tx, id).await?;
    let mut row = at(tx, &row.id, ImportState::Applying, Some(row.total)).await?;
    row.state = ImportState::Done.code().to_owned();
    row.ended = Some(tx.at().millis());
    record(tx, permit, &row.id, "import.done", None, None);
    keep(tx, row.clone()).await?;
    Ok(row)
}

/// Begins to take an import back, or goes on with it. Another one that is unfinished comes first.
pub async fn begin_undo(
    tx: &WriteTx,
    permit: &Permit<ImportProjects>,
    id: &str,
    why: Option<&str>,
) -> Result<Journal, ImportError> {
    let mut row = one_import(tx, id).await?;
    if let Some(other) = unfinished(tx).await?.filter(|other| other.id != row.id) {
        return Err(ImportError::Unfinished(other.id));
    }
    match ImportState::of(&row) {
        Some(ImportState::Undoing) => Ok(row),
        Some(ImportState::Applying | ImportState::Done) => {
            row.state = ImportState::Undoing.code().to_owned();
            row.ended = None;
            record(tx, permit, &row.id, "import.undo-begun", None, why);
            keep(tx, row.clone()).await?;
            Ok(row)
        }
        _ => Err(ImportError::Over(row.id, row.state)),
    }
}

/// Takes back at most `rows` changes, the last first. `true`: there are more.
pub async fn undo_some(
    tx: &WriteTx,
    permit: &Permit<ImportProjects>,
    id: &str,
    rows: usize,
    parents: &Parents,
    why: Option<&str>,
) -> Result<bool, ImportError> {
    let mut row = at(tx, id, ImportState::Undoing, None).await?;
    let some = import_row::Entity::find()
        .filter(import_row::Column::Import.eq(row.id.as_str()))
        .filter(import_row::Column::Number.lte(row.applied))
        .order_by_desc(import_row::Column::Number)
        .limit(u64::try_from(rows).unwrap_or(1))
        .all(tx)
        .await?;
    let Some(last) = some.last() else {
        row.state = ImportState::Undone.code().to_owned();
        row.applied = 0;
        row.ended = Some(tx.at().millis());
        record(tx, permit, &row.id, "import.undone", None, why);
        keep(tx, row).await?;
        return Ok(false);
    };
    row.applied = last.number - 1;
    let done = some.iter().map(|one| Done { reference: one.reference.clone(), before: one.before, after: one.after });
    let backs = service::take_back(tx, permit, &done.collect::<Vec<_>>(), parents, why).await?;
    let stayed = some.iter().zip(backs).filter(|(_, back)| *back == Back::Stayed).map(|(one, _)| one.number);
    let stayed: Vec<i64> = stayed.collect();
    if !stayed.is_empty() {
        import_row::Entity::update_many()
            .col_expr(import_row::Column::Stayed, true.into())
            .filter(import_row::Column::Import.eq(row.id.as_str()))
            .filter(import_row::Column::Number.is_in(stayed))
            .exec(tx)
            .await?;
    }
    record(tx, permit, &row.id, "import.taken-back", Some(format!("{}/{}", row.applied, row.total)), why);
    keep(tx, row).await?;
    Ok(true)
}

/// The projects that undoing left alone, because they had changed since the import.
pub async fn stayed(db: &impl ConnectionTrait, id: &str) -> Result<Vec<String>, StoreError> {
    let rows = import_row::Entity::find()
        .filter(import_row::Column::Import.eq(id))
        .filter(import_row::Column::Stayed.eq(true))
        .order_by_asc(import_row::Column::Number)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| row.reference).collect())
}
