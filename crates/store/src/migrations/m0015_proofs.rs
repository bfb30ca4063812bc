//! What second factors need while they are used: what a browser was asked, and how often a code was wrong.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // One per device and purpose: what is asked anew takes the place of what was asked before. It goes when it is
        // answered.
        let challenge = Table::create()
            .table("challenge")
            .col(uuid("id").primary_key())
            .col(uuid("session"))
            .col(text("purpose"))
            .col(text("data"))
            .col(big_integer("ends_at"))
            .to_owned();
        manager.create_table(challenge).await?;
        let once =
            Index::create().name("challenge_once").table("challenge").col("session").col("purpose").unique().to_owned();
        manager.create_index(once).await?;
        // So many in a while, and no more is looked at. A row goes when it counts no longer.
        let miss = Table::create()
            .table("factor_miss")
            .col(uuid("id").primary_key())
            .col(uuid("account"))
            .col(big_integer("missed_at"))
            .to_owned();
        manager.create_table(miss).await?;
        let by_account = Index::create().name("factor_miss_account").table("factor_miss").col("account").to_owned();
        manager.create_index(by_account).await
    }
}
