//! Places: levels, the tree, outlines and figures.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // `rank` 0 is the country; `one` and `many` are the words for one and several, by language, as JSON.
        let place_kind = Table::create()
            .table("place_kind")
            .col(text("kind").primary_key())
            .col(integer("rank"))
            .col(text("one"))
            .col(text("many"))
            .to_owned();
        manager.create_table(place_kind).await?;

        // `code` is the census code with its dots (05.091.01.01); `names` by language, as JSON.
        let place = Table::create()
            .table("place")
            .col(text("code").primary_key())
            .col(text("kind"))
            .col(text_null("parent"))
            .col(text("names"))
            .col(text("sort_key"))
            .col(big_integer_null("population"))
            .col(big_integer_null("households"))
            .col(boolean("has_outline"))
            .to_owned();
        manager.create_table(place).await?;
        let by_parent = Index::create().name("place_parent").table("place").col("parent").to_owned();
        manager.create_index(by_parent).await?;

        // `rings`: JSON array of rings, each an array of [longitude, latitude].
        let outline =
            Table::create().table("place_outline").col(text("code").primary_key()).col(text("rings")).to_owned();
        manager.create_table(outline).await?;

        // `definition`: unit, source, date and words, as JSON.
        let indicator = Table::create()
            .table("indicator")
            .col(text("key").primary_key())
            .col(integer("position"))
            .col(text("definition"))
            .to_owned();
        manager.create_table(indicator).await?;

        // `area` total, urban or rural; `sex` all, male or female; `value` in the indicator's unit.
        let figure = Table::create()
            .table("place_figure")
            .col(text("place"))
            .col(text("indicator"))
            .col(text("area"))
            .col(text("sex"))
            .col(double("value"))
            .primary_key(Index::create().col("place").col("indicator").col("area").col("sex"))
            .to_owned();
        manager.create_table(figure).await
    }
}
