//! The narrow tables and the search entry beside a project's document, written for many projects at once.

use std::collections::{BTreeMap, HashMap};

use infitah_base::{Lang, Money, Text, text};
use infitah_store::{BATCH, StoreError, WriteTx, entities, search};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::OnConflict};
use uuid::Uuid;

use super::{
    model::{Kind, Observation, Party, Project, Stage},
    queries::organisations::KIND as ORGANISATION,
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
    parts: Vec<entities::project_organisation::ActiveModel>,
    organisations: Vec<entities::organisation::ActiveModel>,
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
            built: Set(percent(project.built())),
            paid: Set(percent(project.paid())),
        },
        places: places.collect(),
        sectors: sectors.collect(),
        parts: parts(*id, project),
        organisations: project.parties.iter().map(organisation).collect(),
        entry: entry(reference, project),
    }
}

/// Writes the narrow tables and search entries of these versions, table by table.
pub(super) async fn write(tx: &WriteTx, versions: &[Version], parents: &Parents) -> Result<(), StoreError> {
    let known: Vec<&Version> = versions.iter().filter(|version| !version.fresh).collect();
    clear(tx, &known.iter().map(|one| one.id).collect::<Vec<_>>()).await?;
    search::remove_all(tx, &known.iter().map(|one| object(&one.reference)).collect::<Vec<_>>()).await?;

    let (mut projects, mut places, mut sectors, mut entries) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut parts = Vec::new();
    // By key: one statement may not name a row twice, and the last one said stands.
    let mut organisations = BTreeMap::new();
    for version in versions {
        let rows = rows_of(version, parents);
        projects.push(rows.project);
        places.extend(rows.places);
        sectors.extend(rows.sectors);
        parts.extend(rows.parts);
        organisations
            .extend(rows.organisations.into_iter().map(|one| (one.key.try_as_ref().cloned().unwrap_or_default(), one)));
        entries.push(rows.entry);
    }
    write_organisations(tx, organisations.into_values().collect()).await?;
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
            Column::Built,
            Column::Paid,
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
    for some in parts.chunks(BATCH) {
        entities::project_organisation::Entity::insert_many(some.to_vec()).exec_without_returning(tx).await?;
    }
    search::index_new(tx, &entries).await
}

/// Writes organisations; one that is known keeps its number where the newer saying has none.
async fn write_organisations(
    tx: &WriteTx,
    organisations: Vec<entities::organisation::ActiveModel>,
) -> Result<(), StoreError> {
    use entities::organisation::Column;
    let found_by: Vec<(String, String, String)> = organisations.iter().map(entry_of).collect();
    search::remove_all(tx, &found_by.iter().map(|(object, ..)| object.clone()).collect::<Vec<_>>()).await?;
    search::index_new(tx, &found_by).await?;
    let (with_number, without): (Vec<_>, Vec<_>) =
        organisations.into_iter().partition(|one| matches!(&one.number, Set(Some(_))));
    let names = [Column::Names, Column::SortKey];
    let all = [Column::Names, Column::SortKey, Column::Scheme, Column::Number];
    for (rows, columns) in [(with_number, all.as_slice()), (without, names.as_slice())] {
        let replace = OnConflict::column(Column::Key).update_columns(columns.iter().copied()).to_owned();
        for some in rows.chunks(BATCH) {
            let insert = entities::organisation::Entity::insert_many(some.to_vec()).on_conflict(replace.clone());
            insert.exec_without_returning(tx).await?;
        }
    }
    Ok(())
}

/// The object, the names and the number by which an organisation is found.
fn entry_of(one: &entities::organisation::ActiveModel) -> (String, String, String) {
    let names: Text = one.names.try_as_ref().and_then(|names| serde_json::from_str(names).ok()).unwrap_or_default();
    let names = names.iter().map(|(_, name)| name.to_owned()).collect::<Vec<_>>().join(" ");
    let number = one.number.try_as_ref().cloned().flatten().unwrap_or_default();
    (format!("{ORGANISATION}/{}", one.key.try_as_ref().map(String::as_str).unwrap_or_default()), names, number)
}

fn percent(observation: Option<&Observation>) -> Option<i32> {
    observation.and_then(|observation| i32::try_from(observation.percent).ok())
}

fn organisation(party: &Party) -> entities::organisation::ActiveModel {
    let number = party.registered.as_ref();
    entities::organisation::ActiveModel {
        key: Set(party.key()),
        // A text of several languages is an object of strings: it can always be written.
        names: Set(serde_json::to_string(&party.name).unwrap_or_default()),
        sort_key: Set(text::sort_key(party.name.plain(Lang::arabic()))),
        scheme: Set(number.map(|number| number.scheme.clone())),
        number: Set(number.map(|number| number.id.clone())),
    }
}

/// The parts that organisations have in a project, each with the money that belongs to it: what a funder promised,
/// what the contracts of a supplier are worth.
fn parts(id: Uuid, project: &Project) -> Vec<entities::project_organisation::ActiveModel> {
    let mut out: BTreeMap<(String, String), Option<Money>> = BTreeMap::new();
    for party in &project.parties {
        for role in &party.roles {
            let amount = match role.as_str() {
                "funder" => project.promised_by(&party.id),
                "supplier" => project.won_by(&party.id),
                _ => None,
            };
            out.entry((party.key(), role.clone())).and_modify(|known| *known = known.or(amount)).or_insert(amount);
        }
    }
    out.into_iter()
        .map(|((organisation, role), amount)| entities::project_organisation::ActiveModel {
            organisation: Set(organisation),
            project: Set(id),
            role: Set(role),
            amount_minor: Set(amount.map(|amount| amount.minor)),
            currency: Set(amount.map(|amount| amount.currency.code().to_owned())),
        })
        .collect()
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
        let mine = entities::project_sector::Column::Project.is_in(ids.clone());
        entities::project_sector::Entity::delete_many().filter(mine).exec(tx).await?;
        let mine = entities::project_organisation::Column::Project.is_in(ids);
        entities::project_organisation::Entity::delete_many().filter(mine).exec(tx).await?;
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
