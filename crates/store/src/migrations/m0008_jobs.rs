//! What is done in the background: jobs, and when schedules last gave one.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // `open_key` is `kind:key` while the job is open and NULL when it has ended: two open jobs of one key cannot
        // be. `attempts`: how often it was begun. `lease_by`: drawn anew with each claim, so that only who made the
        // last claim can end the job. `error`: of the last attempt.
        let job = Table::create()
            .table("job")
            .col(uuid("id").primary_key())
            .col(text("kind"))
            .col(text_null("key"))
            .col(text_null("open_key").unique_key())
            .col(text("payload"))
            .col(text("state"))
            .col(big_integer("run_at"))
            .col(big_integer("attempts"))
            .col(big_integer_null("lease_until"))
            .col(text_null("lease_by"))
            .col(text_null("error"))
            .col(big_integer("made_at"))
            .col(big_integer_null("ended_at"))
            .to_owned();
        manager.create_table(job).await?;
        let due = Index::create().name("job_state_run_at").table("job").col("state").col("run_at").to_owned();
        manager.create_index(due).await?;

        // When a schedule last gave a job.
        let schedule =
            Table::create().table("schedule").col(text("name").primary_key()).col(big_integer("last")).to_owned();
        manager.create_table(schedule).await
    }
}
