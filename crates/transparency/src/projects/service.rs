//! Use cases that write projects.

use std::collections::HashMap;

use infitah_base::{Reference, Text, ids};
use infitah_commons::{Permit, places};
use infitah_store::{
    Act, Db, StoreError, WriteTx, documents,
    entities::{project, project_withdrawn},
    settings,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{
    model::{Photo, Project},
    narrow::{self, Parents, Version},
};

/// Leave to import projects.
#[derive(Clone, Debug)]
pub enum ImportProjects {}

/// Leave to add photos to projects.
#[derive(Clone, Debug)]
pub enum AddPhotos {}

/// Why nothing was added to a project.
#[derive(Debug, thiserror::Error)]
pub enum NoSuchProject {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The register has none of this reference.
    #[error("there is no project {0}: its reference is on its page, as PRJ-2026-0001")]
    Unknown(String),
}

/// What became of the projects that were saved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    /// New in the register.
    pub created: usize,
    /// Known and changed.
    pub updated: usize,
    /// Known and the same.
    pub unchanged: usize,
}

/// The kind before the slash of a project's object name.
pub(super) const KIND: &str = "project";

/// The name of a project in the record, the change feed and the documents.
pub(super) fn object(reference: &str) -> String {
    format!("{KIND}/{reference}")
}

/// Saves projects by their identifiers: new ones get a reference, known ones are merged with what is known, equal
/// ones are left alone. `parents` gives every place's surrounding place; `why` is written into the record.
pub async fn save(
    tx: &WriteTx,
    permit: &Permit<ImportProjects>,
    projects: Vec<Project>,
    parents: &HashMap<String, Option<String>>,
    year: i16,
    why: Option<&str>,
) -> Result<Saved, StoreError> {
    let mut saved = Saved::default();
    let mut projects = projects.into_iter().peekable();
    while projects.peek().is_some() {
        let some = projects.by_ref().take(infitah_store::BATCH).collect();
        for done in put(tx, permit, some, parents, year, why).await? {
            match done {
                None => saved.unchanged += 1,
                Some(Done { before: None, .. }) => saved.created += 1,
                Some(_) => saved.updated += 1,
            }
        }
    }
    Ok(saved)
}

/// What a save did to one project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Done {
    pub(super) reference: String,
    /// The version it had; `None`: the register had none.
    pub(super) before: Option<i64>,
    /// The version it has.
    pub(super) after: i64,
}

/// Saves at most a batch of projects set-wise; the answer has one item for each, `None` for what is the same.
pub(super) async fn put(
    tx: &WriteTx,
    permit: &Permit<ImportProjects>,
    projects: Vec<Project>,
    parents: &Parents,
    year: i16,
    why: Option<&str>,
) -> Result<Vec<Option<Done>>, StoreError> {
    let identifiers: Vec<&str> = projects.iter().map(|project| project.identifier.as_str()).collect();
    let known = project::Column::Identifier.is_in(identifiers.iter().copied());
    let known = project::Entity::find().filter(known).all(tx).await?;
    let withdrawn = project_withdrawn::Column::Identifier.is_in(identifiers.iter().copied());
    let withdrawn = project_withdrawn::Entity::find().filter(withdrawn).all(tx).await?;
    let wanted: Vec<(String, i64)> = known.iter().map(|row| (object(&row.reference), row.version)).collect();
    let mut documents: HashMap<String, Project> = documents::at_versions(tx, &wanted).await?;
    let back: Vec<Uuid> = withdrawn.iter().map(|row| row.id).collect();
    let mut known: HashMap<String, project::Model> =
        known.into_iter().map(|row| (row.identifier.clone(), row)).collect();
    let mut withdrawn: HashMap<String, project_withdrawn::Model> =
        withdrawn.into_iter().map(|row| (row.identifier.clone(), row)).collect();
    let new =
        projects.iter().filter(|one| !known.contains_key(&one.identifier) && !withdrawn.contains_key(&one.identifier));
    let mut references = references(tx, year, new.count()).await?.into_iter();

    let mut done = Vec::with_capacity(projects.len());
    let mut steps = Vec::new();
    for newer in projects {
        let mut step = match (known.remove(&newer.identifier), withdrawn.remove(&newer.identifier)) {
            (Some(row), _) => {
                let object = object(&row.reference);
                let old = documents
                    .remove(&object)
                    .ok_or_else(|| StoreError::Unreadable(format!("{object} has no version {}", row.version)))?;
                let mut new = old.clone();
                new.merge(newer);
                if new == old {
                    done.push(None);
                    continue;
                }
                Step::new(row.id, row.reference, row.version + 1, Some(old), new)
            }
            (None, withdrawn) => {
                // Merged into nothing: what a second import of the same file would change is settled at the first.
                let mut settled = Project::new(newer.identifier.clone(), Text::default());
                settled.merge(newer);
                match withdrawn {
                    Some(row) => Step::new(row.id, row.reference, row.version + 1, None, settled),
                    None => {
                        let reference = references.next().unwrap_or_default();
                        Step::new(ids::new_uuid(tx.at(), tx.chance()), reference, 1, None, settled)
                    }
                }
            }
        };
        let before = step.old.as_ref().map(|_| step.new.version - 1);
        step.action = if before.is_some() { "project.updated" } else { "project.created" };
        done.push(Some(Done { reference: step.new.reference.clone(), before, after: step.new.version }));
        steps.push(step);
    }
    if !back.is_empty() {
        project_withdrawn::Entity::delete_many().filter(project_withdrawn::Column::Id.is_in(back)).exec(tx).await?;
    }
    write(tx, permit, steps, parents, why).await?;
    Ok(done)
}

/// The next free references.
async fn references(tx: &WriteTx, year: i16, count: usize) -> Result<Vec<String>, StoreError> {
    if count == 0 {
        return Ok(Vec::new());
    }
    let first = documents::next_numbers(tx, &format!("PRJ-{year}"), count).await?;
    let used_up = |_| StoreError::Unreadable("the running number is used up".to_owned());
    let numbers =
        (first..).take(count).map(|number| Ok(Reference::new("PRJ", year, u32::try_from(number).map_err(used_up)?)));
    numbers.map(|reference| reference.map(|reference| reference.to_string())).collect()
}

/// The first version of a project that the register does not have.
pub(super) async fn first(tx: &WriteTx, project: Project, year: i16) -> Result<Step, StoreError> {
    let reference = references(tx, year, 1).await?.into_iter().next().unwrap_or_default();
    let mut step = Step::new(ids::new_uuid(tx.at(), tx.chance()), reference, 1, None, project);
    step.action = "project.created";
    Ok(step)
}

/// One step in the history of a project.
pub(super) struct Step {
    action: &'static str,
    pub(super) old: Option<Project>,
    pub(super) new: Version,
}

impl Step {
    pub(super) fn new(id: Uuid, reference: String, version: i64, old: Option<Project>, project: Project) -> Self {
        let fresh = old.is_none();
        Self { action: "project.updated", old, new: Version { id, reference, version, fresh, project } }
    }
}

/// Adds a photo to a project, or what is new of one that it has. Gives the version that this made; `None`: all of it
/// was known. `parents` and `why` are as for [`save`]. Errors: no such project, the database.
pub async fn add_photo(
    tx: &WriteTx,
    permit: &Permit<AddPhotos>,
    reference: &str,
    photo: Photo,
    parents: &Parents,
    why: Option<&str>,
) -> Result<Option<i64>, NoSuchProject> {
    let found = project::Entity::find().filter(project::Column::Reference.eq(reference)).one(tx).await;
    let row = found.map_err(StoreError::from)?.ok_or_else(|| NoSuchProject::Unknown(reference.to_owned()))?;
    let object = object(reference);
    let mut documents: HashMap<String, Project> = documents::at_versions(tx, &[(object.clone(), row.version)]).await?;
    let missing = || StoreError::Unreadable(format!("{object} has no version {}", row.version));
    let old = documents.remove(&object).ok_or_else(missing)?;
    let mut said = Project::new(row.identifier, Text::default());
    said.photos.push(photo);
    let mut new = old.clone();
    new.merge(said);
    if new == old {
        return Ok(None);
    }
    let step = Step::new(row.id, row.reference, row.version + 1, Some(old), new);
    write(tx, permit, vec![step], parents, why).await?;
    Ok(Some(row.version + 1))
}

/// Writes documents, narrow tables, search entries and the record of these steps.
pub(super) async fn write<Action>(
    tx: &WriteTx,
    permit: &Permit<Action>,
    steps: Vec<Step>,
    parents: &Parents,
    why: Option<&str>,
) -> Result<(), StoreError> {
    let (mut bodies, mut versions) = (Vec::with_capacity(steps.len()), Vec::with_capacity(steps.len()));
    for Step { action, old, new } in steps {
        let body = serde_json::to_string(&new.project)?;
        tx.record(Act {
            actor: permit.actor().as_str(),
            action,
            object: &object(&new.reference),
            version: Some(new.version),
            old: old.as_ref().map(serde_json::to_string).transpose()?,
            new: Some(body.clone()),
            why,
        });
        bodies.push((object(&new.reference), new.version, body));
        versions.push(new);
    }
    documents::keep_all(tx, bodies).await?;
    narrow::write(tx, &versions, parents).await
}

/// What taking back found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Back {
    /// It is as it was before.
    Taken,
    /// It has changed since, and was left alone.
    Stayed,
}

/// Takes back what saves did: created projects are withdrawn, updated ones get the version before as a new version.
/// What has changed since stays.
pub(super) async fn take_back(
    tx: &WriteTx,
    permit: &Permit<ImportProjects>,
    done: &[Done],
    parents: &Parents,
    why: Option<&str>,
) -> Result<Vec<Back>, StoreError> {
    let references = done.iter().map(|one| one.reference.as_str());
    let rows = project::Entity::find().filter(project::Column::Reference.is_in(references)).all(tx).await?;
    let rows: HashMap<&str, &project::Model> = rows.iter().map(|row| (row.reference.as_str(), row)).collect();
    let versions = |pick: &dyn Fn(&Done, &project::Model) -> Option<i64>| -> Vec<(String, i64)> {
        let rows = done.iter().filter_map(|one| Some((one, *rows.get(one.reference.as_str())?)));
        rows.filter_map(|(one, row)| Some((object(&one.reference), pick(one, row)?))).collect()
    };
    let mut before: HashMap<String, Project> = documents::at_versions(tx, &versions(&|one, _| one.before)).await?;
    let after: HashMap<String, Project> = documents::at_versions(tx, &versions(&|one, _| Some(one.after))).await?;
    let mut now: HashMap<String, Project> = documents::at_versions(tx, &versions(&|_, row| Some(row.version))).await?;
    let (mut backs, mut steps, mut gone) = (Vec::with_capacity(done.len()), Vec::new(), Vec::new());
    for one in done {
        let object = object(&one.reference);
        // A later change that was itself taken back is none: what counts is what the project says.
        let as_left = now.get(&object).is_some_and(|now| after.get(&object) == Some(now));
        let Some(row) = rows.get(one.reference.as_str()).filter(|_| as_left) else {
            backs.push(Back::Stayed);
            continue;
        };
        backs.push(Back::Taken);
        let missing = || StoreError::Unreadable(format!("{object} lacks a version"));
        let old = now.remove(&object).ok_or_else(missing)?;
        if one.before.is_some() {
            let new = before.remove(&object).ok_or_else(missing)?;
            let mut step = Step::new(row.id, row.reference.clone(), row.version + 1, Some(old), new);
            step.action = "project.put-back";
            steps.push(step);
        } else {
            tx.record(Act {
                actor: permit.actor().as_str(),
                action: "project.withdrawn",
                object: &object,
                // No version is made, and the last one keeps the reason that was given for it.
                version: None,
                old: Some(serde_json::to_string(&old)?),
                new: None,
                why,
            });
            gone.push(*row);
        }
    }
    write(tx, permit, steps, parents, why).await?;
    withdraw(tx, &gone).await?;
    Ok(backs)
}

/// Moves rows of the register to those that were taken back.
async fn withdraw(tx: &WriteTx, rows: &[&project::Model]) -> Result<(), StoreError> {
    let moved = rows.iter().map(|row| project_withdrawn::ActiveModel {
        id: Set(row.id),
        reference: Set(row.reference.clone()),
        identifier: Set(row.identifier.clone()),
        version: Set(row.version),
        at: Set(tx.at().millis()),
    });
    for some in moved.collect::<Vec<_>>().chunks(infitah_store::BATCH) {
        project_withdrawn::Entity::insert_many(some.to_vec()).exec_without_returning(tx).await?;
    }
    let gone: Vec<(Uuid, String)> = rows.iter().map(|row| (row.id, row.reference.clone())).collect();
    narrow::remove(tx, &gone).await
}

/// The setting that tells by which form of the narrow tables a database was written.
const FORM: &str = "projects-form";

/// The form that this program writes. It is counted up when a table or a column is added that documents fill.
const CURRENT: &str = "2";

/// Fills the narrow tables anew from the documents, when an older program wrote them; says how many projects it were.
/// Nothing of a project changes: no version is made.
pub async fn reindex(db: &Db, permit: Permit<ImportProjects>) -> Result<usize, StoreError> {
    if settings::get(&db.read().await?, FORM).await?.as_deref() == Some(CURRENT) {
        return Ok(0);
    }
    let (mut after, mut count) = (String::new(), 0);
    loop {
        let from = after.clone();
        let actor = permit.actor().as_str().to_owned();
        let step: Result<_, StoreError> =
            db.write(move |tx| Box::pin(async move { reindex_some(tx, &actor, &from).await })).await;
        match step? {
            Some((last, done)) => (after, count) = (last, count + done),
            None => return Ok(count),
        }
    }
}

/// A batch after a reference: the last reference of it, and how many; `None` when all is done.
async fn reindex_some(tx: &WriteTx, actor: &str, after: &str) -> Result<Option<(String, usize)>, StoreError> {
    let rows = project::Entity::find()
        .filter(project::Column::Reference.gt(after))
        .order_by_asc(project::Column::Reference)
        .limit(u64::try_from(infitah_store::BATCH).unwrap_or_default())
        .all(tx)
        .await?;
    let Some(last) = rows.last().map(|row| row.reference.clone()) else {
        settings::set(tx, FORM, CURRENT).await?;
        tx.record(Act {
            actor,
            action: "instance.reindexed",
            object: "setting/projects-form",
            version: None,
            old: None,
            new: Some(CURRENT.to_owned()),
            why: None,
        });
        return Ok(None);
    };
    let wanted: Vec<(String, i64)> = rows.iter().map(|row| (object(&row.reference), row.version)).collect();
    let mut documents: HashMap<String, Project> = documents::at_versions(tx, &wanted).await?;
    let mut versions = Vec::with_capacity(rows.len());
    for row in rows {
        let object = object(&row.reference);
        let missing = || StoreError::Unreadable(format!("{object} has no version {}", row.version));
        let project = documents.remove(&object).ok_or_else(missing)?;
        let (id, reference, version) = (row.id, row.reference, row.version);
        versions.push(Version { id, reference, version, fresh: false, project });
    }
    let count = versions.len();
    let parents = places::codes_and_parents(tx).await?;
    narrow::write(tx, &versions, &parents).await?;
    tx.record(Act {
        actor,
        action: "instance.reindexed",
        object: "project/",
        version: None,
        old: None,
        new: None,
        why: None,
    });
    Ok(Some((last, count)))
}
