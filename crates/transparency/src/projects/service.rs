//! Use cases that write projects.

use std::collections::HashMap;

use infitah_base::{Reference, ids, text};
use infitah_commons::Permit;
use infitah_store::{Act, StoreError, WriteTx, documents, entities, search};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::OnConflict};
use uuid::Uuid;

use super::model::{Kind, Project, Stage};

/// Leave to import projects.
#[derive(Clone, Debug)]
pub enum ImportProjects {}

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
    for some in projects.chunks(infitah_store::BATCH) {
        let identifiers: Vec<&str> = some.iter().map(|project| project.identifier.as_str()).collect();
        let known = entities::project::Entity::find()
            .filter(entities::project::Column::Identifier.is_in(identifiers))
            .all(tx)
            .await?;
        let mut known: HashMap<String, entities::project::Model> =
            known.into_iter().map(|row| (row.identifier.clone(), row)).collect();
        for project in some {
            match known.remove(&project.identifier) {
                Some(row) => {
                    if update(tx, permit, row, project.clone(), parents, why).await? {
                        saved.updated += 1;
                    } else {
                        saved.unchanged += 1;
                    }
                }
                None => {
                    create(tx, permit, project, parents, year, why).await?;
                    saved.created += 1;
                }
            }
        }
    }
    Ok(saved)
}

async fn create(
    tx: &WriteTx,
    permit: &Permit<ImportProjects>,
    project: &Project,
    parents: &HashMap<String, Option<String>>,
    year: i16,
    why: Option<&str>,
) -> Result<(), StoreError> {
    // Merged into nothing: what a second import of the same file would change is settled at the first.
    let mut settled = Project::new(project.identifier.clone(), infitah_base::Text::default());
    settled.merge(project.clone());
    let project = &settled;
    let number = documents::next_number(tx, &format!("PRJ-{year}")).await?;
    let number =
        u32::try_from(number).map_err(|_| StoreError::Unreadable("the running number is used up".to_owned()))?;
    let reference = Reference::new("PRJ", year, number).to_string();
    let id = ids::new_uuid(tx.at(), tx.chance());
    write(tx, id, &reference, 1, project, parents).await?;
    tx.record(Act {
        actor: permit.actor().as_str(),
        action: "project.created",
        object: &object(&reference),
        version: Some(1),
        old: None,
        new: Some(serde_json::to_string(project)?),
        why,
    });
    Ok(())
}

/// Whether anything changed.
async fn update(
    tx: &WriteTx,
    permit: &Permit<ImportProjects>,
    row: entities::project::Model,
    newer: Project,
    parents: &HashMap<String, Option<String>>,
    why: Option<&str>,
) -> Result<bool, StoreError> {
    let object = object(&row.reference);
    let old: Project = documents::at_version(tx, &object, row.version)
        .await?
        .ok_or_else(|| StoreError::Unreadable(format!("{object} has no version {}", row.version)))?;
    let mut new = old.clone();
    new.merge(newer);
    if new == old {
        return Ok(false);
    }
    let version = row.version + 1;
    write(tx, row.id, &row.reference, version, &new, parents).await?;
    tx.record(Act {
        actor: permit.actor().as_str(),
        action: "project.updated",
        object: &object,
        version: Some(version),
        old: Some(serde_json::to_string(&old)?),
        new: Some(serde_json::to_string(&new)?),
        why,
    });
    Ok(true)
}

/// The name of a project in the record, the change feed and the documents.
pub(super) fn object(reference: &str) -> String {
    format!("{KIND}/{reference}")
}

/// Writes the document, the narrow tables and the search entry of a version.
async fn write(
    tx: &WriteTx,
    id: Uuid,
    reference: &str,
    version: i64,
    project: &Project,
    parents: &HashMap<String, Option<String>>,
) -> Result<(), StoreError> {
    documents::keep(tx, &object(reference), version, project).await?;
    let row = entities::project::ActiveModel {
        id: Set(id),
        reference: Set(reference.to_owned()),
        identifier: Set(project.identifier.clone()),
        version: Set(version),
        kind: Set(project.kind.map(Kind::code).unwrap_or_default().to_owned()),
        stage: Set(project.stage().map(Stage::code).unwrap_or_default().to_owned()),
        sort_key: Set(text::sort_key(project.title.plain(infitah_base::Lang::arabic()))),
        budget_minor: Set(project.budget.as_ref().map(|budget| budget.amount.minor)),
        currency: Set(project.budget.as_ref().map(|budget| budget.amount.currency.code().to_owned())),
        planned_end: Set(project.dates.planned_end.map(|date| date.to_string())),
        updated: Set(project.last_news().map(|date| date.to_string())),
    };
    use entities::project::Column;
    let replace = OnConflict::column(Column::Id)
        .update_columns([
            Column::Version,
            Column::Kind,
            Column::Stage,
            Column::SortKey,
            Column::BudgetMinor,
            Column::Currency,
            Column::PlannedEnd,
            Column::Updated,
        ])
        .to_owned();
    entities::project::Entity::insert(row).on_conflict(replace).exec_without_returning(tx).await?;

    let places = places_around(project, parents);
    entities::project_place::Entity::delete_many()
        .filter(entities::project_place::Column::Project.eq(id))
        .exec(tx)
        .await?;
    if !places.is_empty() {
        let rows = places.iter().map(|(place, direct)| entities::project_place::ActiveModel {
            project: Set(id),
            place: Set(place.clone()),
            direct: Set(*direct),
        });
        for some in rows.collect::<Vec<_>>().chunks(infitah_store::BATCH) {
            entities::project_place::Entity::insert_many(some.to_vec()).exec_without_returning(tx).await?;
        }
    }
    entities::project_sector::Entity::delete_many()
        .filter(entities::project_sector::Column::Project.eq(id))
        .exec(tx)
        .await?;
    let mut sectors = project.sectors.clone();
    sectors.sort();
    sectors.dedup();
    if !sectors.is_empty() {
        let rows = sectors
            .into_iter()
            .map(|sector| entities::project_sector::ActiveModel { project: Set(id), sector: Set(sector) });
        for some in rows.collect::<Vec<_>>().chunks(infitah_store::BATCH) {
            entities::project_sector::Entity::insert_many(some.to_vec()).exec_without_returning(tx).await?;
        }
    }

    let all = |texts: [&infitah_base::Text; 2]| {
        texts.iter().flat_map(|text| text.iter().map(|(_, words)| words.to_owned())).collect::<Vec<_>>().join(" ")
    };
    let names = project.parties.iter().flat_map(|party| party.name.iter().map(|(_, name)| name));
    let given = project.places.iter().filter_map(|place| place.given.as_deref());
    let body = [&all([&project.purpose, &project.description]), reference, &project.identifier]
        .into_iter()
        .chain(names)
        .chain(given)
        .collect::<Vec<_>>()
        .join(" ");
    search::index(tx, &object(reference), &all([&project.title, &infitah_base::Text::default()]), &body).await
}

/// The places that a project names and all places around them; whether it names them itself.
fn places_around(project: &Project, parents: &HashMap<String, Option<String>>) -> Vec<(String, bool)> {
    let mut out: Vec<(String, bool)> = Vec::new();
    let named =
        project.places.iter().filter_map(|place| place.code.as_ref()).filter(|code| parents.contains_key(*code));
    for code in named.clone() {
        match out.iter_mut().find(|(known, _)| known == code) {
            Some((_, direct)) => *direct = true,
            None => out.push((code.clone(), true)),
        }
        let mut around = parents.get(code).cloned().flatten();
        while let Some(place) = around {
            if out.iter().any(|(known, _)| *known == place) {
                break;
            }
            around = parents.get(&place).cloned().flatten();
            out.push((place, false));
        }
    }
    out
}
