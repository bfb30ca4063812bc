//! Projects: the narrow tables beside their documents.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // `identifier` is the publisher's own, by which a repeated import finds the project again.
        // `budget_minor` counts minor units of `currency`; `planned_end` and `updated` are ISO dates.
        let project = Table::create()
            .table("project")
            .col(uuid("id").primary_key())
            .col(text("reference").unique_key())
            .col(text("identifier").unique_key())
            .col(big_integer("version"))
            .col(text("kind"))
            .col(text("stage"))
            .col(text("sort_key"))
            .col(big_integer_null("budget_minor"))
            .col(text_null("currency"))
            .col(text_null("planned_end"))
            .col(text_null("updated"))
            .to_owned();
        manager.create_table(project).await?;

        // `direct`: named by the project; else a place that contains one it names.
        let project_place = Table::create()
            .table("project_place")
            .col(uuid("project"))
            .col(text("place"))
            .col(boolean("direct"))
            .primary_key(Index::create().col("place").col("project"))
            .to_owned();
        manager.create_table(project_place).await?;
        let by_project = Index::create().name("project_place_project").table("project_place").col("project").to_owned();
        manager.create_index(by_project).await?;

        let project_sector = Table::create()
            .table("project_sector")
            .col(uuid("project"))
            .col(text("sector"))
            .primary_key(Index::create().col("sector").col("project"))
            .to_owned();
        manager.create_table(project_sector).await?;
        let by_project =
            Index::create().name("project_sector_project").table("project_sector").col("project").to_owned();
        manager.create_index(by_project).await
    }
}
