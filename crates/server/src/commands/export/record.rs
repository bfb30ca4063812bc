//! `infitah export record`

use std::process::ExitCode;

use infitah_base::Timestamp;
use infitah_kit::export::table::{Cell, Column, csv_table};
use infitah_store::{
    BATCH, State,
    entities::record::Model,
    record::{self, RecordFilter},
};

use super::{super::complain, CommandError, write_bytes};
use crate::{cli::Export, start};

fn columns() -> Vec<Column<Model>> {
    vec![
        Column::whole("seq", "The number of the row.", |row: &Model| Cell::number(Some(row.seq))),
        Column::text("at", "When, in UTC.", |row: &Model| Timestamp::from_millis(row.at).rfc3339().into()),
        Column::text("actor", "Who.", |row: &Model| (&row.actor).into()),
        Column::text("action", "What was done.", |row: &Model| (&row.action).into()),
        Column::text("object", "To what.", |row: &Model| (&row.object).into()),
        Column::whole("version", "The version that it has since.", |row: &Model| Cell::number(row.version)),
        Column::text("old", "What it was.", |row: &Model| row.old.as_ref().into()),
        Column::text("new", "What it is.", |row: &Model| row.new.as_ref().into()),
        Column::text("why", "The reason.", |row: &Model| row.why.as_ref().into()),
        Column::text("private", "Whether old, new and why are commitments to values kept apart.", |row: &Model| {
            if row.private { "yes" } else { "no" }.into()
        }),
        Column::text("content", "SHA-256 of the document of that version.", |row: &Model| row.content.as_ref().into()),
        Column::text("hash", "SHA-256 of the row and of the hash before it.", |row: &Model| (&row.hash).into()),
    ]
}

/// Writes the whole record, the first row first.
pub(super) async fn run(export: &Export) -> Result<ExitCode, CommandError> {
    let config = export.common.config()?;
    let db = start::open(&config, State::Ready).await?;
    let tx = db.read().await?;
    let mut rows: Vec<Model> = Vec::new();
    loop {
        let after = rows.last().map_or(0, |row| row.seq);
        let some = record::rows_after(&tx, &RecordFilter::default(), after, BATCH as u64).await?;
        if some.is_empty() {
            break;
        }
        rows.extend(some);
    }
    write_bytes(export, &config, &csv_table(&columns(), &rows))?;
    complain(&format!("{} rows written to {}", rows.len(), export.file.display()));
    Ok(ExitCode::SUCCESS)
}
