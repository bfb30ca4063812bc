//! Who pays and who builds; how far projects are, for lists; the addresses of a platform that was replaced.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Percent built and paid as last observed. SQLite adds one column a statement.
        for column in ["built", "paid"] {
            let add = Table::alter().table("project").add_column(integer_null(column)).to_owned();
            manager.alter_table(add).await?;
        }

        // `key` is a registered id or a word made of a name; `names` by language, as JSON; `scheme` and `number` are
        // its entry in a register.
        let organisation = Table::create()
            .table("organisation")
            .col(text("key").primary_key())
            .col(text("names"))
            .col(text("sort_key"))
            .col(text_null("scheme"))
            .col(text_null("number"))
            .to_owned();
        manager.create_table(organisation).await?;

        // `role` is OC4IDS's; the amount is the share of a funder, the sum of the contracts of a supplier.
        let part = Table::create()
            .table("project_organisation")
            .col(uuid("project"))
            .col(text("organisation"))
            .col(text("role"))
            .col(big_integer_null("amount_minor"))
            .col(text_null("currency"))
            .primary_key(Index::create().col("organisation").col("project").col("role"))
            .to_owned();
        manager.create_table(part).await?;
        let by_project = Index::create()
            .name("project_organisation_project")
            .table("project_organisation")
            .col("project")
            .to_owned();
        manager.create_index(by_project).await?;

        // `path` is what an old platform answered to, with its query; `target` an address of this site.
        let moved = Table::create().table("old_address").col(text("path").primary_key()).col(text("target")).to_owned();
        manager.create_table(moved).await
    }
}
