//! What administrators choose: settings of places, and sections that open for them.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // A row stays when the default comes back: its version goes on, so nobody overwrites what they have not seen.
        let value = Table::create()
            .table("setting_value")
            .col(text("key"))
            .col(text("place"))
            .col(text_null("value"))
            .col(big_integer("version"))
            .col(big_integer("set_at"))
            .col(text("set_by"))
            .primary_key(Index::create().col("key").col("place"))
            .to_owned();
        manager.create_table(value).await?;
        let section = Table::create()
            .table("section")
            .col(text("place"))
            .col(text("section"))
            .col(uuid_null("owner"))
            .col(uuid_null("deputy"))
            .col(big_integer_null("days"))
            .col(big_integer_null("opened_at"))
            .col(boolean("closed"))
            .primary_key(Index::create().col("place").col("section"))
            .to_owned();
        manager.create_table(section).await
    }
}
