//! The words of people's names: somebody is found by the beginning of any of them, among a hundred thousand.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // A word folded, as in `account.search`.
        let words = Table::create()
            .table("account_word")
            .col(text("word"))
            .col(uuid("account"))
            .primary_key(Index::create().col("word").col("account"))
            .to_owned();
        manager.create_table(words).await
    }
}
