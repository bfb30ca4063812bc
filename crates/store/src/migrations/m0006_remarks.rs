//! What people say about a page, without an account.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // `about` is the page (`budget/2027`), `lang` the language in which it was read; `text` is empty where nothing
        // was written. Who said it is not kept.
        let remark = Table::create()
            .table("remark")
            .col(uuid("id").primary_key())
            .col(big_integer("at"))
            .col(text("about"))
            .col(text("lang"))
            .col(boolean("understood"))
            .col(text("text"))
            .to_owned();
        manager.create_table(remark).await?;
        let by_page = Index::create().name("remark_about_at").table("remark").col("about").col("at").to_owned();
        manager.create_index(by_page).await
    }
}
