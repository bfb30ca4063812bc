//! Messages: those that leave, those that arrive, and the addresses that want no more of them.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // `month` (`2026-11`) is the one whose spending limit counts, where people live; `cost` is in minor units of
        // the currency of the instance and 0 until the message was sent. The text of a code is emptied once it left.
        let message = Table::create()
            .table("message")
            .col(uuid("id").primary_key())
            .col(big_integer("made_at"))
            .col(text("month"))
            .col(text("address"))
            .col(text("purpose"))
            .col(text("lang"))
            .col(text("subject"))
            .col(text("text"))
            .col(text("state"))
            .col(big_integer("attempts"))
            .col(big_integer("segments"))
            .col(big_integer("cost"))
            .col(big_integer_null("sent_at"))
            .col(big_integer_null("delivered_at"))
            .col(text_null("error"))
            .col(text_null("provider_id"))
            .to_owned();
        manager.create_table(message).await?;
        let by_month = Index::create().name("message_month").table("message").col("month").to_owned();
        manager.create_index(by_month).await?;
        // `provider_id` is the gateway's name of it: the same is never taken twice. `kind` is what was understood,
        // `reference` what it asked about.
        let message_in = Table::create()
            .table("message_in")
            .col(uuid("id").primary_key())
            .col(big_integer("at"))
            .col(text("provider_id").unique_key())
            .col(text("sender"))
            .col(text("kind"))
            .col(text_null("reference"))
            .col(text("text"))
            .to_owned();
        manager.create_table(message_in).await?;
        let message_stop =
            Table::create().table("message_stop").col(text("address").primary_key()).col(big_integer("at")).to_owned();
        manager.create_table(message_stop).await
    }
}
