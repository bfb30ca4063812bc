//! Reading projects: for pages, lists, exports and other domains. The register is public: every viewer sees all.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use infitah_base::CivilDate;
use infitah_commons::Viewer;
use infitah_store::{
    StoreError, documents,
    entities::{document, project, project_withdrawn, record},
    search,
};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use strum::{EnumIter, EnumString, IntoStaticStr};

use super::{
    model::{Concern, Kind, Project, Stage},
    service::{KIND, object},
    shelf::{Hits, Shelf},
};

pub(super) mod absent;
pub(super) mod changes;
pub(super) mod organisations;

/// In what order a list stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Sort {
    /// The costliest first.
    #[default]
    Cost,
    /// The latest news first.
    News,
    /// By name.
    Name,
}

impl Sort {
    /// The code in addresses.
    pub fn code(self) -> &'static str {
        self.into()
    }
}

/// What is asked of the register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words to be found.
    pub words: String,
    /// Exactly this one.
    pub reference: Option<String>,
    /// In this place or anywhere within it.
    pub place: Option<String>,
    /// With this sector, or one below it (`transport` has `transport.road`).
    pub sector: Option<String>,
    /// At this stage.
    pub stage: Option<Stage>,
    /// Of this kind.
    pub kind: Option<Kind>,
    /// In which this organisation has a part.
    pub organisation: Option<String>,
    /// That give this concern as of a day.
    pub concern: Option<(Concern, CivilDate)>,
    /// The order.
    pub sort: Sort,
}

/// A project in a list.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Its reference.
    pub reference: String,
    /// Its version.
    pub version: i64,
    /// The project.
    pub project: Project,
}

/// What a filter finds on a shelf. Only words are asked of the database: one statement.
pub async fn hits(
    db: &impl ConnectionTrait,
    shelf: &Arc<Shelf>,
    _: &Viewer,
    filter: &Filter,
) -> Result<Hits, StoreError> {
    let with_words = search::all(db, KIND, &filter.words).await?;
    Ok(Hits::new(shelf.clone(), shelf.find(filter, with_words.as_ref())))
}

/// These versions of these projects, in the order given. A version never changes: read later, it is the same.
pub(super) async fn at_versions(
    db: &impl ConnectionTrait,
    keys: Vec<(String, i64)>,
) -> Result<Vec<Listed>, StoreError> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let wanted = keys.iter().map(|(reference, version)| {
        Condition::all().add(document::Column::Object.eq(object(reference))).add(document::Column::Version.eq(*version))
    });
    let mut documents: HashMap<String, document::Model> = HashMap::new();
    // Two values a row: half a batch stays under the bound of both databases.
    for some in wanted.collect::<Vec<_>>().chunks(infitah_store::BATCH / 2) {
        let any = some.iter().cloned().fold(Condition::any(), Condition::add);
        for row in document::Entity::find().filter(any).all(db).await? {
            documents.insert(row.object.clone(), row);
        }
    }
    keys.into_iter()
        .map(|(reference, version)| {
            let found = documents.get(&object(&reference));
            let found = found.ok_or_else(|| StoreError::Unreadable(format!("{reference} has no document")))?;
            Ok(Listed { project: documents::read(found)?, reference, version })
        })
        .collect()
}

/// The projects with these references, in the order given; those that are not in the register are left out.
pub(super) async fn many(
    db: &impl ConnectionTrait,
    shelf: &Shelf,
    _: &Viewer,
    references: &[String],
) -> Result<Vec<Listed>, StoreError> {
    let versions = references.iter().filter_map(|one| Some((one.clone(), shelf.version(one)?)));
    at_versions(db, versions.collect()).await
}

/// The references of the projects that have one of these references or identifiers.
pub(super) async fn references(db: &impl ConnectionTrait, names: &[String]) -> Result<Vec<String>, StoreError> {
    let mut found = Vec::new();
    // Each name stands twice in the statement.
    for some in names.chunks(infitah_store::BATCH / 2) {
        let any =
            Condition::any().add(project::Column::Reference.is_in(some)).add(project::Column::Identifier.is_in(some));
        let rows = project::Entity::find().select_only().column(project::Column::Reference).filter(any);
        found.extend(rows.order_by_asc(project::Column::Reference).into_tuple::<String>().all(db).await?);
    }
    found.sort();
    found.dedup();
    Ok(found)
}

/// Which of these references and identifiers no project has, in the order given.
pub async fn unknown(db: &impl ConnectionTrait, _: &Viewer, names: &[String]) -> Result<Vec<String>, StoreError> {
    let mut known = HashSet::new();
    // Each name stands twice in the statement.
    for some in names.chunks(infitah_store::BATCH / 2) {
        let any =
            Condition::any().add(project::Column::Reference.is_in(some)).add(project::Column::Identifier.is_in(some));
        let columns = [project::Column::Reference, project::Column::Identifier];
        let rows = project::Entity::find().select_only().columns(columns).filter(any);
        for (reference, identifier) in rows.into_tuple::<(String, String)>().all(db).await? {
            known.extend([reference, identifier]);
        }
    }
    Ok(names.iter().filter(|name| !known.contains(*name)).cloned().collect())
}

/// Hears the identifiers of all projects, batch after batch.
pub async fn identifiers(
    db: &impl ConnectionTrait,
    _: &Viewer,
    mut hear: impl FnMut(String),
) -> Result<(), StoreError> {
    let mut after = String::new();
    loop {
        let rows: Vec<(String, String)> = project::Entity::find()
            .select_only()
            .column(project::Column::Reference)
            .column(project::Column::Identifier)
            .filter(project::Column::Reference.gt(after.as_str()))
            .order_by_asc(project::Column::Reference)
            .limit(5_000)
            .into_tuple()
            .all(db)
            .await?;
        let Some((last, _)) = rows.last() else { return Ok(()) };
        after = last.clone();
        rows.into_iter().for_each(|(_, identifier)| hear(identifier));
    }
}

/// Whether a project with this reference was taken back.
pub(super) async fn is_withdrawn(db: &impl ConnectionTrait, _: &Viewer, reference: &str) -> Result<bool, StoreError> {
    let found = project_withdrawn::Entity::find().filter(project_withdrawn::Column::Reference.eq(reference));
    Ok(found.one(db).await?.is_some())
}

/// Whether the register lists a project with this reference.
pub async fn is_listed(db: &impl ConnectionTrait, _: &Viewer, reference: &str) -> Result<bool, StoreError> {
    Ok(project::Entity::find().filter(project::Column::Reference.eq(reference)).one(db).await?.is_some())
}

/// Who wrote a version, and why.
#[derive(Clone, Debug)]
pub(super) struct Acted {
    /// Who, as the record names them.
    pub(super) actor: String,
    /// The reason given.
    pub(super) why: Option<String>,
}

/// Who wrote each version of a project up to `newest`, and why.
pub(super) async fn acts(
    db: &impl ConnectionTrait,
    _: &Viewer,
    reference: &str,
    newest: i64,
    limit: u64,
) -> Result<HashMap<i64, Acted>, StoreError> {
    let rows: Vec<(Option<i64>, String, Option<String>)> = record::Entity::find()
        .select_only()
        .columns([record::Column::Version, record::Column::Actor, record::Column::Why])
        .filter(record::Column::Object.eq(object(reference)))
        .filter(record::Column::Version.lte(newest))
        .order_by_desc(record::Column::Seq)
        .limit(limit)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().filter_map(|(version, actor, why)| Some((version?, Acted { actor, why }))).collect())
}

/// The versions of a project, newest first.
pub(super) async fn versions(
    db: &impl ConnectionTrait,
    _: &Viewer,
    reference: &str,
    until: documents::Until,
    limit: u64,
) -> Result<Vec<documents::Version<Project>>, StoreError> {
    documents::history(db, &object(reference), until, limit).await
}
