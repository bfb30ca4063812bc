//! What is being written at the desk before it is published.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // `object` is empty while the register does not have it; `base` is the version that was opened, 0 for none.
        // `open_key` holds one open draft per author and object, and is null when the draft has ended.
        let draft = Table::create()
            .table("draft")
            .col(uuid("id").primary_key())
            .col(text("kind"))
            .col(text("object"))
            .col(big_integer("base"))
            .col(uuid("author"))
            .col(text("state"))
            .col(text_null("open_key"))
            .col(text("body"))
            .col(big_integer("turn"))
            .col(big_integer("made_at"))
            .col(big_integer("saved_at"))
            .to_owned();
        manager.create_table(draft).await?;
        let once = Index::create().name("draft_open").table("draft").col("open_key").unique().to_owned();
        manager.create_index(once).await?;
        let by_state = Index::create().name("draft_state").table("draft").col("kind").col("state").to_owned();
        manager.create_index(by_state).await
    }
}
