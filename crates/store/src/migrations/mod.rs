//! The one list of migrations: additive, never edited once released, the same for both databases.

use sea_orm_migration::prelude::*;

mod m0001_foundations;
mod m0002_places;
mod m0003_projects;
mod m0004_organisations;
mod m0005_imports;
mod m0006_remarks;
mod m0007_record_chain;
mod m0008_jobs;
mod m0009_messages;
mod m0010_accounts;
mod m0011_account_words;
mod m0012_drafts;
mod m0013_settings;
mod m0014_wishes;
mod m0015_proofs;

/// Applies them in order.
pub(crate) struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_foundations::Migration),
            Box::new(m0002_places::Migration),
            Box::new(m0003_projects::Migration),
            Box::new(m0004_organisations::Migration),
            Box::new(m0005_imports::Migration),
            Box::new(m0006_remarks::Migration),
            Box::new(m0007_record_chain::Migration),
            Box::new(m0008_jobs::Migration),
            Box::new(m0009_messages::Migration),
            Box::new(m0010_accounts::Migration),
            Box::new(m0011_account_words::Migration),
            Box::new(m0012_drafts::Migration),
            Box::new(m0013_settings::Migration),
            Box::new(m0014_wishes::Migration),
            Box::new(m0015_proofs::Migration),
        ]
    }
}
