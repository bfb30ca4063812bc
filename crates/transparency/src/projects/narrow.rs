//! The narrow tables and the search entry beside a project's document, written for many projects at once.

use std::collections::HashMap;

use infitah_base::{Lang, Text, text};
use infitah_store::{BATCH, StoreError, WriteTx, entities, search};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::OnConflict};
use uuid::Uuid;

use super::{
    model::{Kind, Project, Stage},
    service::object,
};

/// Every place's surrounding place.
pub(super) type Parents = HashMap<String, Option<String>>;

/// A version of a project that is to be written.
pub(super) struct Version {
    pub(super) id: Uuid,
    pub(super) reference: String,
    pub(super) version: i64,
    /// Whether the narrow tables have nothing of it yet.
    pub(super) fresh: bool,
    pub(super) project: Project,
}

/// What a project has in each table.
struct NarrowRows {
    project: entities::project::ActiveModel,
    places: Vec<entities::project_place::ActiveModel>,
    sectors: Vec<entities::project_sector::ActiveModel>,
    entry: (String, String, String),
}

fn rows_of(version: &Version, parents: &Parents) -> NarrowRows {
    let Version { id, reference, project, .. } = version;
    let places = places_around(project, parents).into_iter().map(|(place, direct)| {
        entities::project_place::ActiveModel { project: Set(*id), place: Set(place), direct: Set(direct) }
    });
    let mut sectors = project.sectors.clone();
    sectors.sort();
    sectors.dedup();
    let sectors = sectors
        .into_iter()
        .map(|sector| entities::project_sector::ActiveModel { project: Set(*id), sector: Set(sector) });
    NarrowRows {
        project: entities::project::ActiveModel {
            id: Set(*id),
            reference: Set(reference.clone()),
            identifier: Set(project.identifier.clone()),
            version: Set(version.version),
            kind: Set(project.kind.map(Kind::code).unwrap_or_default().to_owned()),
            stage: Set(project.stage().map(Stage::code).unwrap_or_default().to_owned()),
            sort_key: Set(text::sort_key(project.title.plain(Lang::arabic()))),
            budget_minor: Set(project.budget.as_ref().map(|budget| budget.amount.minor)),
            currency: Set(project.budget.as_ref().map(|budget| budget.amount.currency.code().to_owned())),
            planned_end: Set(project.dates.planned_end.map(|date| date.to_string())),
            updated: Set(project.last_news().map(|date| date.to_string())),
        },
        places: places.collect(),
        sectors: sectors.collect(),
        entry: entry(reference, project),
    }
}

/// Writes the narrow tables and search entries of these versions, table by table.
pub(super) async fn write(tx: &WriteTx, versions: &[Version], parents: &Parents) -> Result<(), StoreError> {
    let known: Vec<&Version> = versions.iter().filter(|version| !version.fresh).collect();
    clear(tx, &known.iter().map(|one| one.id).collect::<Vec<_>>()).await?;
    search::remove_all(tx, &known.iter().map(|one| object(&one.reference)).collect::<Vec<_>>()).await?;

    let (mut projects, mut places, mut sectors, mut entries) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for version in versions {
        let rows = rows_of(version, parents);
        projects.push(rows.project);
        places.extend(rows.places);
        sectors.extend(rows.sectors);
        entries.push(rows.entry);
    }
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
    for some in projects.chunks(BATCH) {
        let insert = entities::project::Entity::insert_many(some.to_vec()).on_conflict(replace.clone());
        insert.exec_without_returning(tx).await?;
    }
    for some in places.chunks(BATCH) {
        entities::project_place::Entity::insert_many(some.to_vec()).exec_without_returning(tx).await?;
    }
    for some in sectors.chunks(BATCH) {
        entities::project_sector::Entity::insert_many(some.to_vec()).exec_without_returning(tx).await?;
    }
    search::index_new(tx, &entries).await
}

/// Takes a project out of every list: its row, its places, its sectors and its search entry.
pub(super) async fn remove(tx: &WriteTx, projects: &[(Uuid, String)]) -> Result<(), StoreError> {
    let ids: Vec<Uuid> = projects.iter().map(|(id, _)| *id).collect();
    clear(tx, &ids).await?;
    for some in ids.chunks(BATCH) {
        let mine = entities::project::Column::Id.is_in(some.iter().copied());
        entities::project::Entity::delete_many().filter(mine).exec(tx).await?;
    }
    search::remove_all(tx, &projects.iter().map(|(_, reference)| object(reference)).collect::<Vec<_>>()).await
}

/// Empties the tables that hold several rows of a project.
async fn clear(tx: &WriteTx, ids: &[Uuid]) -> Result<(), StoreError> {
    for some in ids.chunks(BATCH) {
        let ids = some.iter().copied();
        let mine = entities::project_place::Column::Project.is_in(ids.clone());
        entities::project_place::Entity::delete_many().filter(mine).exec(tx).await?;
        let mine = entities::project_sector::Column::Project.is_in(ids);
        entities::project_sector::Entity::delete_many().filter(mine).exec(tx).await?;
    }
    Ok(())
}

/// The object, the title and the body by which it is found.
fn entry(reference: &str, project: &Project) -> (String, String, String) {
    let all = |texts: &[&Text]| {
        texts.iter().flat_map(|text| text.iter().map(|(_, words)| words.to_owned())).collect::<Vec<_>>().join(" ")
    };
    let names = project.parties.iter().flat_map(|party| party.name.iter().map(|(_, name)| name));
    let given = project.places.iter().filter_map(|place| place.given.as_deref());
    let body = [&all(&[&project.purpose, &project.description]), reference, &project.identifier]
        .into_iter()
        .chain(names)
        .chain(given)
        .collect::<Vec<_>>()
        .join(" ");
    (object(reference), all(&[&project.title]), body)
}

/// The places that a project names and all places around them; whether it names them itself.
fn places_around(project: &Project, parents: &Parents) -> Vec<(String, bool)> {
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
