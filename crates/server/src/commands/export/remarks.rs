//! `infitah export remarks`

use std::process::ExitCode;

use infitah_base::Timestamp;
use infitah_commons::remarks::{self, Remark};
use infitah_kit::export::table::{Column, csv_table};
use infitah_store::State;

use super::{super::complain, CommandError, write_bytes};
use crate::{cli::Export, start};

/// A remark with its moment.
type Row = (Timestamp, Remark);

fn columns() -> Vec<Column<Row>> {
    vec![
        Column::text("at", "When it was said, in UTC.", |(at, _): &Row| at.rfc3339().into()),
        Column::text("about", "About which page.", |(_, one): &Row| (&one.about).into()),
        Column::text("language", "In which language the page was read.", |(_, one): &Row| one.lang.tag().into()),
        Column::text("understood", "Whether all of it was understood.", |(_, one): &Row| {
            if one.understood { "yes" } else { "no" }.into()
        }),
        Column::text("text", "What ought to be explained.", |(_, one): &Row| (&one.text).into()),
    ]
}

/// Writes what visitors said about pages, the first one first.
pub(super) async fn run(export: &Export) -> Result<ExitCode, CommandError> {
    let config = export.common.config()?;
    let db = start::open(&config, State::Ready).await?;
    let rows = remarks::all(&db.read().await?).await?;
    write_bytes(export, &config, &csv_table(&columns(), &rows))?;
    complain(&format!("{} remarks written to {}", rows.len(), export.file.display()));
    Ok(ExitCode::SUCCESS)
}
