//! Accounts: people, how they are reached, what they may do, their devices and what they prove themselves with.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // `search` is the name folded. `opened_by` is who opened it for somebody else, `claimed_at` when its owner took it
        // over. A place is the commune where somebody lives or works, if they said so.
        let account = Table::create()
            .table("account")
            .col(uuid("id").primary_key())
            .col(text("name"))
            .col(text("search"))
            .col(text("lang"))
            .col(text_null("place"))
            .col(text("state"))
            .col(uuid_null("opened_by"))
            .col(big_integer("made_at"))
            .col(big_integer_null("claimed_at"))
            .to_owned();
        manager.create_table(account).await?;
        let by_name = Index::create().name("account_search").table("account").col("search").to_owned();
        manager.create_index(by_name).await?;
        // One telephone can be that of a whole family: an address is unique within an account, not among all.
        // `canonical` is the address as compared, `address` as it is written to.
        let contact = Table::create()
            .table("contact")
            .col(uuid("id").primary_key())
            .col(uuid("account"))
            .col(text("address"))
            .col(text("canonical"))
            .col(big_integer_null("proved_at"))
            .to_owned();
        manager.create_table(contact).await?;
        let once =
            Index::create().name("contact_once").table("contact").col("account").col("canonical").unique().to_owned();
        manager.create_index(once).await?;
        let by_address = Index::create().name("contact_canonical").table("contact").col("canonical").to_owned();
        manager.create_index(by_address).await?;
        // A code that was asked for. `browser` is the hash of what the asking browser keeps, `code` a keyed hash.
        let sign_in = Table::create()
            .table("sign_in")
            .col(uuid("id").primary_key())
            .col(text("purpose"))
            .col(uuid_null("account"))
            .col(text("address"))
            .col(text("canonical"))
            .col(text("browser"))
            .col(text("code"))
            .col(big_integer("tries"))
            .col(big_integer("made_at"))
            .col(big_integer("ends_at"))
            .col(big_integer_null("used_at"))
            .to_owned();
        manager.create_table(sign_in).await?;
        let by_address = Index::create().name("sign_in_canonical").table("sign_in").col("canonical").to_owned();
        manager.create_index(by_address).await?;
        // A signed-in device. `token` is the hash of what the browser keeps; `strength` how it was proved who it is, and
        // `proved_at` when for the last time.
        let session = Table::create()
            .table("session")
            .col(uuid("id").primary_key())
            .col(text("token").unique_key())
            .col(uuid("account"))
            .col(text("device"))
            .col(text("strength"))
            .col(big_integer("made_at"))
            .col(big_integer("proved_at"))
            .col(big_integer("seen_at"))
            .col(big_integer("ends_at"))
            .col(big_integer_null("ended_at"))
            .to_owned();
        manager.create_table(session).await?;
        let by_account = Index::create().name("session_account").table("session").col("account").to_owned();
        manager.create_index(by_account).await?;
        // A passkey, or the secret of an application that shows codes. `counter` only grows: nothing is taken twice.
        let factor = Table::create()
            .table("factor")
            .col(uuid("id").primary_key())
            .col(uuid("account"))
            .col(text("kind"))
            .col(text("label"))
            .col(text("data"))
            .col(big_integer("counter"))
            .col(big_integer("made_at"))
            .col(big_integer_null("used_at"))
            .to_owned();
        manager.create_table(factor).await?;
        let by_account = Index::create().name("factor_account").table("factor").col("account").to_owned();
        manager.create_index(by_account).await?;
        // What somebody may do, where (a place and all in it) and in which domain (empty: all), from and until when.
        // `delegated_from` is the grant that it was made of.
        let granting = Table::create()
            .table("granting")
            .col(uuid("id").primary_key())
            .col(uuid("account"))
            .col(text("role"))
            .col(text("place"))
            .col(text("domain"))
            .col(big_integer("from_at"))
            .col(big_integer_null("until_at"))
            .col(uuid_null("given_by"))
            .col(uuid_null("delegated_from"))
            .col(big_integer_null("ended_at"))
            .to_owned();
        manager.create_table(granting).await?;
        let by_account = Index::create().name("granting_account").table("granting").col("account").to_owned();
        manager.create_index(by_account).await
    }
}
