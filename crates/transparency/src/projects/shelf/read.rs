//! Reading a shelf from the narrow tables: one statement a table, whatever the number of projects.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use infitah_base::Money;
use infitah_store::{
    BATCH, ReadTx, StoreError,
    entities::{organisation, project, project_organisation, project_place, project_sector},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
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
}

impl Memory for Shelf {
    const KINDS: &'static [&'static str] = &[KIND];

    /// Five statements.
    async fn load(db: &ReadTx) -> Result<Self, StoreError> {
        let mut shelf = Self::default();
        shelf.take(db, None).await?;
        shelf.arrange();
        Ok(shelf)
    }

    /// Five statements for each batch of them; where half of it changed, reading all of it is cheaper.
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
            shelf.take(db, Some(some)).await?;
        }
        shelf.arrange();
        Ok(shelf)
    }
}

impl Shelf {
    /// Adds the projects with these references, or all.
    async fn take(&mut self, db: &impl ConnectionTrait, references: Option<&[String]>) -> Result<(), StoreError> {
        let mut select = project::Entity::find();
        if let Some(references) = references {
            select = select.filter(project::Column::Reference.is_in(references));
        }
        let rows = select.all(db).await?;
        let ids: Option<Vec<Uuid>> = references.map(|_| rows.iter().map(|row| row.id).collect());
        let mut parts = self.parts(db, ids.as_deref()).await?;
        for row in rows {
            let parts = parts.remove(&row.id).unwrap_or_default();
            self.entries.push(Arc::new(entry(row, parts)));
        }
        Ok(())
    }

    /// Reads the places, sectors and organisations of these projects, or of all.
    async fn parts(
        &mut self,
        db: &impl ConnectionTrait,
        ids: Option<&[Uuid]>,
    ) -> Result<HashMap<Uuid, Parts>, StoreError> {
        let mut parts: HashMap<Uuid, Parts> = HashMap::new();
        {
            use project_place::Column;
            let mut select =
                project_place::Entity::find().select_only().columns([Column::Project, Column::Place, Column::Direct]);
            if let Some(ids) = ids {
                select = select.filter(Column::Project.is_in(ids.iter().copied()));
            }
            for (project, place, direct) in select.into_tuple::<(Uuid, String, bool)>().all(db).await? {
                parts.entry(project).or_default().places.push((self.places.id(&place), direct));
            }
        }
        {
            use project_sector::Column;
            let mut select = project_sector::Entity::find().select_only().columns([Column::Project, Column::Sector]);
            if let Some(ids) = ids {
                select = select.filter(Column::Project.is_in(ids.iter().copied()));
            }
            for (project, sector) in select.into_tuple::<(Uuid, String)>().all(db).await? {
                parts.entry(project).or_default().sectors.push(self.sectors.id(&sector));
            }
        }
        use project_organisation::Column;
        let mut select = project_organisation::Entity::find().select_only().columns([
            Column::Project,
            Column::Organisation,
            Column::Role,
        ]);
        if let Some(ids) = ids {
            select = select.filter(Column::Project.is_in(ids.iter().copied()));
        }
        let mut named: HashSet<String> = HashSet::new();
        for (project, organisation, role) in select.into_tuple::<(Uuid, String, String)>().all(db).await? {
            let id = self.organisations.id(&organisation);
            let parts = parts.entry(project).or_default();
            if !parts.organisations.contains(&id) {
                parts.organisations.push(id);
            }
            if role == FUNDER {
                parts.funders.push(id);
            }
            if ids.is_some() {
                named.insert(organisation);
            }
        }
        self.call(db, ids.map(|_| named)).await?;
        Ok(parts)
    }

    /// Reads what these organisations are called, or all.
    async fn call(&mut self, db: &impl ConnectionTrait, named: Option<HashSet<String>>) -> Result<(), StoreError> {
        use organisation::Column;
        self.called.resize_with(self.organisations.len(), Arc::default);
        let select = organisation::Entity::find().select_only().columns([Column::Key, Column::Names]);
        let mut rows: Vec<(String, String)> = Vec::new();
        match named {
            None => rows = select.into_tuple().all(db).await?,
            Some(named) => {
                for some in named.into_iter().collect::<Vec<_>>().chunks(BATCH) {
                    rows.extend(select.clone().filter(Column::Key.is_in(some)).into_tuple().all(db).await?);
                }
            }
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
        places: parts.places.into(),
        sectors: parts.sectors.into(),
        organisations: parts.organisations.into(),
        funders: parts.funders.into(),
    }
}
