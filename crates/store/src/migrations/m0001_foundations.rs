//! The record, the change feed, documents, running numbers, settings and the search index.

use sea_orm_migration::{prelude::*, schema::*};

use crate::dialect;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Who did what to which object when, from what (`old`) to what (`new`), and why.
        let record = Table::create()
            .table("record")
            .col(big_integer("seq").auto_increment().primary_key())
            .col(big_integer("at"))
            .col(text("actor"))
            .col(text("action"))
            .col(text("object"))
            .col(big_integer_null("version"))
            .col(text_null("old"))
            .col(text_null("new"))
            .col(text_null("why"))
            .to_owned();
        manager.create_table(record).await?;
        let by_object = Index::create().name("record_object").table("record").col("object").col("seq").to_owned();
        manager.create_index(by_object).await?;

        // Followed by every process that keeps anything in memory.
        let change = Table::create()
            .table("change")
            .col(big_integer("seq").auto_increment().primary_key())
            .col(big_integer("at"))
            .col(text("object"))
            .col(big_integer_null("version"))
            .to_owned();
        manager.create_table(change).await?;

        // Every version of every rich object: `body` is the typed document as JSON.
        let document = Table::create()
            .table("document")
            .col(text("object"))
            .col(big_integer("version"))
            .col(big_integer("at"))
            .col(text("body"))
            .primary_key(Index::create().col("object").col("version"))
            .to_owned();
        manager.create_table(document).await?;

        let counter =
            Table::create().table("counter").col(text("name").primary_key()).col(big_integer("value")).to_owned();
        manager.create_table(counter).await?;

        let setting = Table::create().table("setting").col(text("key").primary_key()).col(text("value")).to_owned();
        manager.create_table(setting).await?;

        dialect::create_search_table(manager).await
    }
}
