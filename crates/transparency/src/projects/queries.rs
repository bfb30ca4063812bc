//! Reading projects: for pages, lists, exports and other domains. The register is public: every viewer sees all.

use std::collections::HashMap;

use infitah_base::{Currency, Money};
use infitah_commons::Viewer;
use infitah_store::{
    StoreError, documents,
    entities::{document, project, project_place, project_sector, project_withdrawn, record},
    search,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, JoinType, Order, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{Expr, NullOrdering, Query},
};
use strum::{EnumIter, EnumString, IntoStaticStr};

use super::{
    model::{Kind, Project, Stage},
    service::{KIND, object},
};

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

/// A page of the register.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The projects on this page.
    pub rows: Vec<Listed>,
    /// How many there are on all pages.
    pub count: u64,
    /// What they cost together: one sum per currency, the largest count of projects first.
    pub totals: Vec<Money>,
}

/// The condition of a filter.
fn condition(db: &impl ConnectionTrait, filter: &Filter) -> Condition {
    let mut all = Condition::all();
    if let Some(place) = &filter.place {
        let inside = Query::select()
            .column(project_place::Column::Project)
            .from(project_place::Entity)
            .and_where(project_place::Column::Place.eq(place.as_str()))
            .take();
        all = all.add(project::Column::Id.in_subquery(inside));
    }
    if let Some(sector) = &filter.sector {
        let with = Query::select()
            .column(project_sector::Column::Project)
            .from(project_sector::Entity)
            .and_where(
                project_sector::Column::Sector
                    .eq(sector.as_str())
                    .or(project_sector::Column::Sector.starts_with(format!("{sector}."))),
            )
            .take();
        all = all.add(project::Column::Id.in_subquery(with));
    }
    if let Some(stage) = filter.stage {
        all = all.add(project::Column::Stage.eq(stage.code()));
    }
    if let Some(kind) = filter.kind {
        all = all.add(project::Column::Kind.eq(kind.code()));
    }
    if let Some(reference) = &filter.reference {
        all = all.add(project::Column::Reference.eq(reference.as_str()));
    }
    if let Some(has_words) = search::condition(db, KIND, "project.reference", &filter.words) {
        all = all.add(has_words);
    }
    all
}

fn ordered(select: Select<project::Entity>, sort: Sort) -> Select<project::Entity> {
    use project::Column;
    let select = match sort {
        Sort::Cost => select.order_by_with_nulls(Column::BudgetMinor, Order::Desc, NullOrdering::Last),
        Sort::News => select.order_by_with_nulls(Column::Updated, Order::Desc, NullOrdering::Last),
        Sort::Name => select.order_by_asc(Column::SortKey),
    };
    // Equal ones stand in the order of their references, so that pages never overlap.
    select.order_by_asc(Column::Reference)
}

/// One page of the register, pages counting from 1.
pub async fn list(
    db: &impl ConnectionTrait,
    _: &Viewer,
    filter: &Filter,
    page: u64,
    per_page: u64,
) -> Result<Found, StoreError> {
    #[derive(FromQueryResult)]
    struct Total {
        currency: Option<String>,
        count: i64,
        sum: Option<i64>,
    }
    let condition = condition(db, filter);
    let totals: Vec<Total> = project::Entity::find()
        .select_only()
        .column(project::Column::Currency)
        .column_as(project::Column::Id.count(), "count")
        // PostgreSQL sums bigints into numeric.
        .column_as(project::Column::BudgetMinor.sum().cast_as("bigint"), "sum")
        .filter(condition.clone())
        .group_by(project::Column::Currency)
        .into_model()
        .all(db)
        .await?;
    let count = totals.iter().map(|total| u64::try_from(total.count).unwrap_or_default()).sum();
    let mut sums: Vec<(i64, Money)> = totals
        .into_iter()
        .filter_map(|total| Some((total.count, Money::new(total.sum?, total.currency?.parse::<Currency>().ok()?))))
        .collect();
    sums.sort_by_key(|(count, _)| -count);
    let select = ordered(project::Entity::find().filter(condition), filter.sort);
    let rows = select.limit(per_page).offset(page.saturating_sub(1) * per_page).all(db).await?;
    Ok(Found { rows: with_documents(db, rows).await?, count, totals: sums.into_iter().map(|(_, sum)| sum).collect() })
}

/// Which projects a filter finds, and which version of each, in the order of the list: what an export begins with.
pub(super) async fn keys(
    db: &impl ConnectionTrait,
    _: &Viewer,
    filter: &Filter,
) -> Result<Vec<(String, i64)>, StoreError> {
    let condition = condition(db, filter);
    let select = ordered(project::Entity::find().filter(condition), filter.sort);
    let select = select.select_only().columns([project::Column::Reference, project::Column::Version]);
    let mut keys: Vec<(String, i64)> = Vec::new();
    loop {
        let offset = u64::try_from(keys.len()).unwrap_or_default();
        let more: Vec<_> = select.clone().limit(KEYS).offset(offset).into_tuple().all(db).await?;
        let is_last = u64::try_from(more.len()).unwrap_or_default() < KEYS;
        keys.extend(more);
        if is_last {
            keys.shrink_to_fit();
            return Ok(keys);
        }
    }
}

/// So many keys are read at once: a row of the driver weighs ten times what is kept of it.
const KEYS: u64 = 10_000;

/// The documents of these rows, in their order.
async fn with_documents(db: &impl ConnectionTrait, rows: Vec<project::Model>) -> Result<Vec<Listed>, StoreError> {
    at_versions(db, rows.into_iter().map(|row| (row.reference, row.version)).collect()).await
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

/// The project with this reference.
pub(super) async fn find(db: &impl ConnectionTrait, _: &Viewer, reference: &str) -> Result<Option<Listed>, StoreError> {
    let row = project::Entity::find().filter(project::Column::Reference.eq(reference)).one(db).await?;
    Ok(with_documents(db, row.into_iter().collect()).await?.pop())
}

/// The projects with these references, in the order given.
pub(super) async fn many(
    db: &impl ConnectionTrait,
    _: &Viewer,
    references: &[String],
) -> Result<Vec<Listed>, StoreError> {
    let rows = project::Entity::find().filter(project::Column::Reference.is_in(references)).all(db).await?;
    let mut listed = with_documents(db, rows).await?;
    listed.sort_by_key(|one| references.iter().position(|reference| *reference == one.reference));
    Ok(listed)
}

/// How many projects each place has that they name themselves, under a filter.
pub async fn counts(
    db: &impl ConnectionTrait,
    _: &Viewer,
    filter: &Filter,
) -> Result<HashMap<String, i64>, StoreError> {
    grouped(db, filter, true).await
}

/// How many projects each place has in it or within it, under a filter.
pub async fn counts_within(
    db: &impl ConnectionTrait,
    _: &Viewer,
    filter: &Filter,
) -> Result<HashMap<String, i64>, StoreError> {
    grouped(db, filter, false).await
}

async fn grouped(
    db: &impl ConnectionTrait,
    filter: &Filter,
    only_direct: bool,
) -> Result<HashMap<String, i64>, StoreError> {
    let condition = condition(db, filter);
    let mut select = project_place::Entity::find()
        .select_only()
        .column(project_place::Column::Place)
        .column_as(project_place::Column::Project.count(), "count")
        .join(
            JoinType::InnerJoin,
            project_place::Entity::belongs_to(project::Entity)
                .from(project_place::Column::Project)
                .to(project::Column::Id)
                .into(),
        )
        .filter(condition)
        .group_by(project_place::Column::Place);
    if only_direct {
        select = select.filter(project_place::Column::Direct.eq(true));
    }
    let rows: Vec<(String, i64)> = select.into_tuple().all(db).await?;
    Ok(rows.into_iter().collect())
}

/// The sectors that projects have, with how many.
pub(super) async fn sectors(db: &impl ConnectionTrait) -> Result<Vec<String>, StoreError> {
    let rows: Vec<String> = project_sector::Entity::find()
        .select_only()
        .column(project_sector::Column::Sector)
        .distinct()
        .order_by_asc(project_sector::Column::Sector)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows)
}

/// How many projects there are.
pub async fn how_many(db: &impl ConnectionTrait, _: &Viewer) -> Result<u64, StoreError> {
    Ok(project::Entity::find().count(db).await?)
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

/// The projects with the latest news.
pub async fn recent(db: &impl ConnectionTrait, _: &Viewer, limit: u64) -> Result<Vec<Listed>, StoreError> {
    let select = ordered(project::Entity::find(), Sort::News).filter(Expr::col(project::Column::Updated).is_not_null());
    let rows = select.limit(limit).all(db).await?;
    with_documents(db, rows).await
}

/// One page of references after `after`, for programs.
pub(super) async fn page_after(
    db: &impl ConnectionTrait,
    _: &Viewer,
    filter: &Filter,
    after: &str,
    limit: u64,
) -> Result<Vec<Listed>, StoreError> {
    let condition = condition(db, filter);
    let rows = project::Entity::find()
        .filter(condition)
        .filter(project::Column::Reference.gt(after))
        .order_by_asc(project::Column::Reference)
        .limit(limit)
        .all(db)
        .await?;
    with_documents(db, rows).await
}

/// Whether the register lists a project with this reference.
pub async fn is_listed(db: &impl ConnectionTrait, _: &Viewer, reference: &str) -> Result<bool, StoreError> {
    Ok(project::Entity::find().filter(project::Column::Reference.eq(reference)).count(db).await? > 0)
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
