//! Use cases that write budgets and the words about them.

use infitah_base::Reference;
use infitah_commons::{Permit, Viewer};
use infitah_store::{
    Act, StoreError, WriteTx, documents,
    entities::{import, import_row},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};

use super::{
    model::{Budget, NodeKey, Words},
    queries::{self, WORDS},
    rules::merge::Merged,
};

/// Leave to bring budgets in.
#[derive(Clone, Debug)]
pub enum ImportBudget {}

/// Why a budget was not written, or not taken back.
#[derive(Debug, thiserror::Error)]
pub enum BudgetError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// It was changed after it was read.
    #[error("the budget {0} was changed by another process meanwhile: run the import again")]
    Elsewhere(String),
    /// No import is called so.
    #[error("there is no import {0}: `infitah import list` names them")]
    Unknown(String),
    /// It is taken back already.
    #[error("the import {0} is {1}: there is nothing to do")]
    Over(String, String),
    /// Something newer was written on top of it.
    #[error("the budget {0} has changed since that import: take back the newer import first")]
    Newer(String),
}

impl From<sea_orm::DbErr> for BudgetError {
    fn from(error: sea_orm::DbErr) -> Self {
        StoreError::from(error).into()
    }
}

/// An edition that is to be written.
#[derive(Clone, Debug)]
pub struct NewEdition {
    /// The version that it was merged with; `None`: there was none.
    pub before: Option<i64>,
    /// The whole of it, merged and checked.
    pub budget: Budget,
    /// What became of its lines.
    pub merged: Merged,
    /// The file that it comes from: name, bytes and hash.
    pub file: (String, u64, String),
    /// The mapping file, as it was.
    pub mapping: Option<String>,
    /// The reason.
    pub why: Option<String>,
}

/// What the journal keeps of a budget's import beside the file: by it the import is known from one of projects.
#[derive(Debug, Serialize, Deserialize)]
struct Said {
    budget: String,
}

/// Whether a row of the journal is about a budget.
pub fn is_of_budget(journal: &import::Model) -> bool {
    serde_json::from_str::<Said>(&journal.options).is_ok()
}

/// Writes an edition: one version with all its lines, one row of the record, one of the journal. Gives the id of the
/// import. Errors: it was changed since it was read; the database.
pub async fn put(
    tx: &WriteTx,
    permit: &Permit<ImportBudget>,
    new: NewEdition,
    year: i16,
) -> Result<String, BudgetError> {
    let NewEdition { before, budget, merged, file, mapping, why } = new;
    let (name, size, sha256) = file;
    let object = queries::object(budget.year, budget.phase);
    let said = format!("{} lines of {name} sha256:{sha256}", budget.lines.len());
    let after = save(tx, permit, &budget, before, said, why.as_deref()).await?;

    let number = documents::next_number(tx, &format!("IMP-{year}")).await?;
    let id = Reference::new("IMP", year, u32::try_from(number).unwrap_or(u32::MAX)).to_string();
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let Merged { created, updated, unchanged, .. } = merged;
    let options = serde_json::to_string(&Said { budget: budget.edition() }).map_err(StoreError::from)?;
    let row = import::ActiveModel {
        id: Set(id.clone()),
        file: Set(name),
        size: Set(i64::try_from(size).unwrap_or(i64::MAX)),
        sha256: Set(sha256),
        mapping: Set(mapping),
        options: Set(options),
        state: Set(DONE.to_owned()),
        total: Set(count(created + updated + unchanged)),
        applied: Set(count(created + updated + unchanged)),
        created: Set(count(created)),
        updated: Set(count(updated)),
        unchanged: Set(count(unchanged)),
        started: Set(tx.at().millis()),
        ended: Set(Some(tx.at().millis())),
        actor: Set(permit.actor().as_str().to_owned()),
        why: Set(why),
    };
    import::Entity::insert(row).exec_without_returning(tx).await?;
    let row = import_row::ActiveModel {
        import: Set(id.clone()),
        number: Set(1),
        reference: Set(object),
        before: Set(before),
        after: Set(after),
        stayed: Set(false),
    };
    import_row::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(id)
}

/// Writes the next version of an edition, with its row in the record: `said` is what the record keeps of it, since the
/// lines stand in the version. Gives the version. Errors: it is not at version `before`; the database.
pub async fn save(
    tx: &WriteTx,
    permit: &Permit<ImportBudget>,
    budget: &Budget,
    before: Option<i64>,
    said: String,
    why: Option<&str>,
) -> Result<i64, BudgetError> {
    let object = queries::object(budget.year, budget.phase);
    let known = queries::edition(tx, &Viewer::Public, budget.year, budget.phase).await?;
    if known.as_ref().map(|(version, _)| *version) != before {
        return Err(BudgetError::Elsewhere(budget.edition()));
    }
    let after = before.unwrap_or_default() + 1;
    documents::keep(tx, &object, after, &Some(budget)).await?;
    let was_there = known.is_some_and(|(_, known)| known.is_some());
    let action = if was_there { "budget.updated" } else { "budget.created" };
    record(tx, permit, action, &object, after, said, why);
    Ok(after)
}

/// The states of the journal that an import of one write can have.
const DONE: &str = "done";
const UNDONE: &str = "undone";

fn record(
    tx: &WriteTx,
    permit: &Permit<ImportBudget>,
    action: &str,
    object: &str,
    version: i64,
    new: String,
    why: Option<&str>,
) {
    let actor = permit.actor().as_str();
    tx.record(Act { actor, action, object, version: Some(version), old: None, new: Some(new), why });
}

/// Takes an import back: the version before becomes the newest one; where there was none, the edition is withdrawn and
/// its versions stay. Gives the name of the edition. Errors: no such import, taken back already, changed since.
pub async fn undo(
    tx: &WriteTx,
    permit: &Permit<ImportBudget>,
    id: &str,
    why: Option<&str>,
) -> Result<String, BudgetError> {
    let unknown = || BudgetError::Unknown(id.to_owned());
    let journal = import::Entity::find_by_id(id.trim().to_ascii_uppercase()).one(tx).await?.ok_or_else(unknown)?;
    if journal.state != DONE {
        return Err(BudgetError::Over(journal.id, journal.state));
    }
    let row = import_row::Entity::find_by_id((journal.id.clone(), 1)).one(tx).await?.ok_or_else(unknown)?;
    let object = row.reference;
    let newest = documents::history::<Option<Budget>>(tx, &object, documents::Until::Now, 1).await?;
    let newest = newest.into_iter().next().ok_or_else(unknown)?;
    let left: Option<Option<Budget>> = documents::at_version(tx, &object, row.after).await?;
    // A later import that was itself taken back is none: what counts is what the budget says.
    if left.as_ref() != Some(&newest.body) {
        return Err(BudgetError::Newer(object));
    }
    let before: Option<Budget> = match row.before {
        Some(version) => documents::at_version(tx, &object, version).await?.unwrap_or_default(),
        None => None,
    };
    let version = newest.number + 1;
    documents::keep(tx, &object, version, &before).await?;
    let action = if before.is_some() { "budget.put-back" } else { "budget.withdrawn" };
    record(tx, permit, action, &object, version, format!("import {} taken back", journal.id), why);
    import::Entity::update_many()
        .col_expr(import::Column::State, UNDONE.into())
        .col_expr(import::Column::Applied, 0.into())
        .col_expr(import::Column::Ended, tx.at().millis().into())
        .filter(import::Column::Id.eq(journal.id))
        .exec(tx)
        .await?;
    Ok(object)
}

/// Saves plain words about nodes: what is blank changes nothing. Says how many changed.
pub async fn save_words(
    tx: &WriteTx,
    permit: &Permit<ImportBudget>,
    words: Vec<(NodeKey, Words)>,
    why: Option<&str>,
) -> Result<usize, StoreError> {
    let newest: std::collections::HashMap<String, i64> = documents::newest_of(tx, WORDS).await?.into_iter().collect();
    let known = queries::words(tx, &Viewer::Public).await?;
    let mut versions = Vec::new();
    for (node, newer) in words {
        let old = known.get(&node).cloned().unwrap_or_default();
        let mut new = old.clone();
        newer.name.iter().for_each(|(lang, text)| new.name.set(lang, text));
        newer.explanation.iter().for_each(|(lang, text)| new.explanation.set(lang, text));
        new.purpose = newer.purpose.or(new.purpose);
        if new == old {
            continue;
        }
        let object = format!("{WORDS}/{node}");
        let version = newest.get(&object).copied().unwrap_or_default() + 1;
        let body = serde_json::to_string(&new)?;
        tx.record(Act {
            actor: permit.actor().as_str(),
            action: "budget-words.changed",
            object: &object,
            version: Some(version),
            old: Some(serde_json::to_string(&old)?),
            new: Some(body.clone()),
            why,
        });
        versions.push((object, version, body));
    }
    let count = versions.len();
    documents::keep_all(tx, versions).await?;
    Ok(count)
}
