//! What people want to be sent and when, whose a message is, and what SMS that arrived are called when they are answered.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // `notices` and `digests` are the way: `sms`, `mail` or `none`. Quiet hours are hours of the day; twice the same:
        // there are none.
        let wish = Table::create()
            .table("message_wish")
            .col(uuid("account").primary_key())
            .col(text("notices"))
            .col(text("digests"))
            .col(big_integer("quiet_from"))
            .col(big_integer("quiet_to"))
            .to_owned();
        manager.create_table(wish).await?;
        // For whom a message is, where it is for somebody with an account: their quiet hours count.
        let whose = Table::alter().table("message").add_column(uuid_null("account")).to_owned();
        manager.alter_table(whose).await?;
        let by_address = Index::create().name("message_address").table("message").col("address").to_owned();
        manager.create_index(by_address).await?;
        // `name` is the reference of an SMS that a person is to read (`MSG-2026-0001`), `read_at` when somebody had.
        let name = Table::alter().table("message_in").add_column(text_null("name")).to_owned();
        manager.alter_table(name).await?;
        let read = Table::alter().table("message_in").add_column(big_integer_null("read_at")).to_owned();
        manager.alter_table(read).await?;
        let by_sender = Index::create().name("message_in_sender").table("message_in").col("sender").to_owned();
        manager.create_index(by_sender).await
    }
}
