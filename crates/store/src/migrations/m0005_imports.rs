//! The journal of imports, and the projects that were taken back.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // One row per file: `state` is applying, done, undoing or undone; `total` counts the good rows of the file,
        // `applied` those that stand in the register now. `options` is JSON, `mapping` the mapping file as it was.
        let import = Table::create()
            .table("import")
            .col(text("id").primary_key())
            .col(text("file"))
            .col(big_integer("size"))
            .col(text("sha256"))
            .col(text_null("mapping"))
            .col(text("options"))
            .col(text("state"))
            .col(big_integer("total"))
            .col(big_integer("applied"))
            .col(big_integer("created"))
            .col(big_integer("updated"))
            .col(big_integer("unchanged"))
            .col(big_integer("started"))
            .col(big_integer_null("ended"))
            .col(text("actor"))
            .col(text_null("why"))
            .to_owned();
        manager.create_table(import).await?;

        // What a row of a file did: from which version (null: the register had none) to which. `number` counts the
        // good rows of the file from 1; `stayed` is true when undoing left it alone, because it had changed since.
        let import_row = Table::create()
            .table("import_row")
            .col(text("import"))
            .col(big_integer("number"))
            .col(text("reference"))
            .col(big_integer_null("before"))
            .col(big_integer("after"))
            .col(boolean("stayed"))
            .primary_key(Index::create().col("import").col("number"))
            .to_owned();
        manager.create_table(import_row).await?;

        // A project that was taken back: its row stands here and not in `project`, its versions stay.
        let withdrawn = Table::create()
            .table("project_withdrawn")
            .col(uuid("id").primary_key())
            .col(text("reference").unique_key())
            .col(text("identifier").unique_key())
            .col(big_integer("version"))
            .col(big_integer("at"))
            .to_owned();
        manager.create_table(withdrawn).await
    }
}
