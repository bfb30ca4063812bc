//! Reading who pays and who builds.

use std::collections::HashMap;

use infitah_base::{Money, Text};
use infitah_commons::Viewer;
use infitah_store::{
    StoreError, documents,
    entities::{organisation, project, project_organisation},
    search,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, JoinType, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{Expr, SimpleExpr},
};

use super::{Listed, object};

/// The kind before the slash of an organisation in the search index.
pub(in crate::projects) const KIND: &str = "organisation";

/// An organisation in a list.
#[derive(Clone, Debug)]
pub(in crate::projects) struct Listing {
    pub(in crate::projects) key: String,
    pub(in crate::projects) names: Text,
    /// The register and the number in it.
    pub(in crate::projects) number: Option<(String, String)>,
    /// In how many projects it has a part.
    pub(in crate::projects) projects: u64,
    /// What it promised, per currency.
    pub(in crate::projects) promised: Vec<Money>,
    /// What its contracts are worth, per currency.
    pub(in crate::projects) won: Vec<Money>,
}

/// The part of an organisation in one project.
#[derive(Clone, Debug)]
pub(in crate::projects) struct Part {
    pub(in crate::projects) role: String,
    pub(in crate::projects) amount: Option<Money>,
    pub(in crate::projects) project: Listed,
}

fn money(minor: Option<i64>, currency: Option<String>) -> Option<Money> {
    Some(Money::new(minor?, currency?.parse().ok()?))
}

/// In how many projects: one may give two roles to the same organisation.
fn how_many() -> SimpleExpr {
    Expr::col((project_organisation::Entity, project_organisation::Column::Project)).count_distinct()
}

fn condition(db: &impl ConnectionTrait, words: &str, role: Option<&str>) -> Condition {
    let mut all = Condition::all();
    if let Some(role) = role {
        all = all.add(project_organisation::Column::Role.eq(role));
    }
    if let Some(has_words) = search::condition(db, KIND, "project_organisation.organisation", words) {
        all = all.add(has_words);
    }
    all
}

/// One page of the organisations that have a part in projects, those of most projects first; and how many there are.
pub(in crate::projects) async fn organisations(
    db: &impl ConnectionTrait,
    _: &Viewer,
    words: &str,
    role: Option<&str>,
    page: u64,
    per_page: u64,
) -> Result<(Vec<Listing>, u64), StoreError> {
    let condition = condition(db, words, role);
    let grouped: Select<project_organisation::Entity> = project_organisation::Entity::find()
        .select_only()
        .column(project_organisation::Column::Organisation)
        .column_as(how_many(), "projects")
        .filter(condition)
        .group_by(project_organisation::Column::Organisation);
    let count = grouped.clone().count(db).await?;
    let keys: Vec<(String, i64)> = grouped
        .order_by_desc(how_many())
        .order_by_asc(project_organisation::Column::Organisation)
        .limit(per_page)
        .offset(page.saturating_sub(1) * per_page)
        .into_tuple()
        .all(db)
        .await?;
    let mut about = about(db, keys.iter().map(|(key, _)| key.as_str())).await?;
    let listings = keys.into_iter().filter_map(|(key, projects)| {
        let mut listing = about.remove(&key)?;
        listing.projects = u64::try_from(projects).unwrap_or_default();
        Some(listing)
    });
    Ok((listings.collect(), count))
}

#[derive(FromQueryResult)]
struct Sum {
    key: String,
    names: String,
    scheme: Option<String>,
    number: Option<String>,
    role: String,
    currency: Option<String>,
    count: i64,
    sum: Option<i64>,
}

/// Organisations with their sums, by role and currency.
fn grouped() -> Select<organisation::Entity> {
    use organisation::Column;
    use project_organisation::Column as Part;
    organisation::Entity::find()
        .select_only()
        .columns([Column::Key, Column::Names, Column::Scheme, Column::Number])
        .column(Part::Role)
        .column(Part::Currency)
        .column_as(Part::Project.count(), "count")
        // PostgreSQL sums bigints into numeric.
        .column_as(Part::AmountMinor.sum().cast_as("bigint"), "sum")
        .join(
            JoinType::InnerJoin,
            organisation::Entity::belongs_to(project_organisation::Entity)
                .from(Column::Key)
                .to(Part::Organisation)
                .into(),
        )
        .group_by(Column::Key)
        .group_by(Part::Role)
        .group_by(Part::Currency)
}

/// Names, numbers and sums of these organisations.
async fn about(
    db: &impl ConnectionTrait,
    keys: impl Iterator<Item = &str>,
) -> Result<HashMap<String, Listing>, StoreError> {
    let keys: Vec<&str> = keys.collect();
    if keys.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<Sum> = grouped().filter(organisation::Column::Key.is_in(keys)).into_model().all(db).await?;
    let mut out: HashMap<String, Listing> = HashMap::new();
    for row in rows {
        let names = serde_json::from_str(&row.names)?;
        let listing = out.entry(row.key.clone()).or_insert_with(|| Listing {
            key: row.key,
            names,
            number: row.scheme.zip(row.number),
            projects: 0,
            promised: Vec::new(),
            won: Vec::new(),
        });
        let Some(sum) = money(row.sum, row.currency) else { continue };
        match row.role.as_str() {
            "funder" => listing.promised.push(sum),
            "supplier" => listing.won.push(sum),
            _ => {}
        }
    }
    Ok(out)
}

/// The organisations with these keys, in the order given.
pub(in crate::projects) async fn some(
    db: &impl ConnectionTrait,
    _: &Viewer,
    keys: &[String],
) -> Result<Vec<Listing>, StoreError> {
    let mut about = about(db, keys.iter().map(String::as_str)).await?;
    Ok(keys.iter().filter_map(|key| about.remove(key)).collect())
}

/// What an organisation does in one role, in one currency.
#[derive(Clone, Debug)]
pub struct Sums {
    /// Its key.
    pub key: String,
    /// Its names.
    pub names: Text,
    /// The register of its number.
    pub scheme: Option<String>,
    /// The number.
    pub number: Option<String>,
    /// The role.
    pub role: String,
    /// In how many projects.
    pub projects: i64,
    /// The money that belongs to it.
    pub amount: Option<Money>,
}

/// All organisations, by role and currency, in the order of their keys.
pub(in crate::projects) async fn sums(db: &impl ConnectionTrait, _: &Viewer) -> Result<Vec<Sums>, StoreError> {
    let rows = grouped().order_by_asc(organisation::Column::Key).order_by_asc(project_organisation::Column::Role);
    let rows: Vec<Sum> = rows.order_by_asc(project_organisation::Column::Currency).into_model().all(db).await?;
    let read = |row: Sum| {
        let amount = money(row.sum, row.currency);
        let (names, projects) = (serde_json::from_str(&row.names)?, row.count);
        let Sum { key, scheme, number, role, .. } = row;
        Ok(Sums { key, names, scheme, number, role, projects, amount })
    };
    rows.into_iter().map(read).collect()
}

/// How many projects an organisation has a part in, by role.
pub(in crate::projects) async fn counts(
    db: &impl ConnectionTrait,
    _: &Viewer,
    key: &str,
) -> Result<HashMap<String, u64>, StoreError> {
    let rows: Vec<(String, i64)> = project_organisation::Entity::find()
        .select_only()
        .column(project_organisation::Column::Role)
        .column_as(project_organisation::Column::Project.count(), "count")
        .filter(project_organisation::Column::Organisation.eq(key))
        .group_by(project_organisation::Column::Role)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(role, count)| (role, u64::try_from(count).unwrap_or_default())).collect())
}

#[derive(FromQueryResult)]
struct Has {
    role: String,
    amount_minor: Option<i64>,
    currency: Option<String>,
    reference: String,
    version: i64,
}

/// The largest parts of an organisation, at most `limit`.
pub(in crate::projects) async fn parts(
    db: &impl ConnectionTrait,
    _: &Viewer,
    key: &str,
    limit: u64,
) -> Result<Vec<Part>, StoreError> {
    use project_organisation::Column;
    let rows: Vec<Has> = project_organisation::Entity::find()
        .select_only()
        .columns([Column::Role, Column::AmountMinor, Column::Currency])
        .columns([project::Column::Reference, project::Column::Version])
        .join(
            JoinType::InnerJoin,
            project_organisation::Entity::belongs_to(project::Entity)
                .from(Column::Project)
                .to(project::Column::Id)
                .into(),
        )
        .filter(Column::Organisation.eq(key))
        .order_by_asc(Expr::col((project_organisation::Entity, Column::AmountMinor)).is_null())
        .order_by_desc(Column::AmountMinor)
        .order_by_asc(project::Column::Reference)
        .limit(limit)
        .into_model()
        .all(db)
        .await?;
    let mut wanted: Vec<(String, i64)> = rows.iter().map(|row| (object(&row.reference), row.version)).collect();
    wanted.sort();
    wanted.dedup();
    let documents = documents::at_versions(db, &wanted).await?;
    let parts = rows.into_iter().filter_map(|row| {
        let project = documents.get(&object(&row.reference)).cloned()?;
        let amount = money(row.amount_minor, row.currency);
        let project = Listed { reference: row.reference, version: row.version, project };
        Some(Part { role: row.role, amount, project })
    });
    Ok(parts.collect())
}
