//! Reading a shelf from the narrow tables: one statement a table for each batch of projects.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use infitah_base::Money;
use infitah_store::{
    BATCH, ReadTx, StoreError,
    entities::{organisation, project, project_organisation, project_place, project_sector},
    in_few_lengths,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{Entry, Id, Shelf};
use crate::{
    keeper::Memory,
    projects::{rules::Standing, service::KIND},
};

/// What a project has in the tables that hold several rows of it.
#[derive(Default)]
struct Parts {
    places: Vec<(Id, bool)>,
    sectors: Vec<Id>,
    organisations: Vec<Id>,
    funders: Vec<Id>,
    suppliers: Vec<Id>,
}

impl Memory for Shelf {
    const KINDS: &'static [&'static str] = &[KIND];

    /// Batch by batch: what a statement answers is larger than what is kept of it.
    async fn load(db: &ReadTx) -> Result<Self, StoreError> {
        let mut shelf = Self::default();
        let mut last = Uuid::nil();
        loop {
            let select = project::Entity::find().filter(project::Column::Id.gt(last)).order_by_asc(project::Column::Id);
            let rows = select.limit(BATCH as u64).all(db).await?;
            let Some(row) = rows.last() else { break };
            last = row.id;
            shelf.take(db, rows).await?;
        }
        shelf.arrange();
        Ok(shelf)
    }

    /// Where half of it changed, reading all of it is cheaper.
    async fn refreshed(&self, db: &ReadTx, objects: Vec<String>) -> Result<Self, StoreError> {
        if objects.len() * 2 > self.len() {
            return Self::load(db).await;
        }
        let references = objects.iter().filter_map(|object| object.strip_prefix(KIND)?.strip_prefix('/'));
        let references: Vec<String> = references.map(str::to_owned).collect();
        let mut shelf = self.clone();
        {
            let changed: HashSet<&str> = references.iter().map(String::as_str).collect();
            shelf.entries.retain(|entry| !changed.contains(entry.reference.as_ref()));
        }
        for some in references.chunks(BATCH) {
            let rows =
                project::Entity::find().filter(project::Column::Reference.is_in(in_few_lengths(some))).all(db).await?;
            shelf.take(db, rows).await?;
        }
        shelf.arrange();
        Ok(shelf)
    }
}

impl Shelf {
    /// Adds a batch of projects, with four statements for what other tables have of them.
    async fn take(&mut self, db: &impl ConnectionTrait, rows: Vec<project::Model>) -> Result<(), StoreError> {
        let ids = in_few_lengths(rows.iter().map(|row| row.id));
        let mut parts = self.parts(db, &ids).await?;
        for row in rows {
            let parts = parts.remove(&row.id).unwrap_or_default();
            self.entries.push(Arc::new(entry(row, parts)));
        }
        Ok(())
    }

    /// Reads the places, sectors and organisations of these projects.
    async fn parts(&mut self, db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<HashMap<Uuid, Parts>, StoreError> {
        let ids = || ids.iter().copied();
        let mut parts: HashMap<Uuid, Parts> = HashMap::new();
        {
            use project_place::Column;
            let select =
                project_place::Entity::find().select_only().columns([Column::Project, Column::Place, Column::Direct]);
            let select = select.filter(Column::Project.is_in(ids()));
            for (project, place, direct) in select.into_tuple::<(Uuid, String, bool)>().all(db).await? {
                parts.entry(project).or_default().places.push((self.places.id(&place), direct));
            }
        }
        {
            use project_sector::Column;
            let select = project_sector::Entity::find().select_only().columns([Column::Project, Column::Sector]);
            let select = select.filter(Column::Project.is_in(ids()));
            for (project, sector) in select.into_tuple::<(Uuid, String)>().all(db).await? {
                parts.entry(project).or_default().sectors.push(self.sectors.id(&sector));
            }
        }
        use project_organisation::Column;
        let select = project_organisation::Entity::find().select_only().columns([
            Column::Project,
            Column::Organisation,
            Column::Role,
        ]);
        let select = select.filter(Column::Project.is_in(ids()));
        let mut named: HashSet<String> = HashSet::new();
        for (project, organisation, role) in select.into_tuple::<(Uuid, String, String)>().all(db).await? {
            let id = self.organisations.id(&organisation);
            let parts = parts.entry(project).or_default();
            if !parts.organisations.contains(&id) {
                parts.organisations.push(id);
            }
            match role.as_str() {
                FUNDER => parts.funders.push(id),
                SUPPLIER => parts.suppliers.push(id),
                _ => {}
            }
            named.insert(organisation);
        }
        self.call(db, named).await?;
        Ok(parts)
    }

    /// Reads what these organisations are called.
    async fn call(&mut self, db: &impl ConnectionTrait, named: HashSet<String>) -> Result<(), StoreError> {
        use organisation::Column;
        self.called.resize_with(self.organisations.len(), Arc::default);
        let select = organisation::Entity::find().select_only().columns([Column::Key, Column::Names]);
        let mut rows: Vec<(String, String)> = Vec::new();
        for some in named.into_iter().collect::<Vec<_>>().chunks(BATCH) {
            rows.extend(select.clone().filter(Column::Key.is_in(in_few_lengths(some))).into_tuple().all(db).await?);
        }
        for (key, names) in rows {
            let id = self.organisations.find(&key);
            if let Some(called) = id.and_then(|id| self.called.get_mut(id.index())) {
                *called = Arc::new(serde_json::from_str(&names)?);
            }
        }
        Ok(())
    }
}

/// The role of who promises money, as OC4IDS calls it.
const FUNDER: &str = "funder";
/// The role of who builds.
const SUPPLIER: &str = "supplier";

fn entry(row: project::Model, parts: Parts) -> Entry {
    let percent = |value: Option<i32>| value.and_then(|value| u32::try_from(value).ok());
    let date = |text: Option<String>| text.and_then(|text| text.parse().ok());
    let budget = row.budget_minor.zip(row.currency.and_then(|currency| currency.parse().ok()));
    Entry {
        reference: row.reference.into(),
        version: row.version,
        sort_key: row.sort_key.into(),
        kind: row.kind.parse().ok(),
        standing: Standing {
            stage: row.stage.parse().ok(),
            planned_end: date(row.planned_end),
            last_news: date(row.updated),
            built: percent(row.built),
            paid: percent(row.paid),
        },
        budget: budget.map(|(minor, currency)| Money::new(minor, currency)),
        // Exactly as large as they are, for they stay: what was pushed to has room to spare.
        places: parts.places.as_slice().into(),
        sectors: parts.sectors.as_slice().into(),
        organisations: parts.organisations.as_slice().into(),
        funders: parts.funders.as_slice().into(),
        suppliers: parts.suppliers.as_slice().into(),
    }
}
