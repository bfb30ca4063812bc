//! `infitah record`

use std::process::ExitCode;

use infitah_base::Timestamp;
use infitah_store::{
    State,
    record::{self, RecordFilter},
};

use super::{CommandError, complain, say};
use crate::{
    cli::record::{ListRecord, RecordCommand, VerifyRecord},
    health, start,
};

/// Looks through the record, or shows rows of it.
pub async fn run(command: &RecordCommand) -> Result<ExitCode, CommandError> {
    match command {
        RecordCommand::Verify(verify) => look_through(verify).await,
        RecordCommand::List(list) => show(list).await,
    }
}

/// Says the head when all is as it was written; else what is not, and ends with an error.
async fn look_through(verify: &VerifyRecord) -> Result<ExitCode, CommandError> {
    let db = start::open(&verify.common.config()?, State::Ready).await?;
    let verified = record::verify(&db.read().await?, verify.known.as_ref()).await?;
    // Whoever asked is told what was found, whether or not it could be noted for the page.
    if let Err(error) = health::note_look(&db, &verified).await {
        complain(&format!("what was found could not be noted: {error}"));
    }
    if let Some(wrong) = verified.wrong {
        complain(&format!("the record was altered: {wrong}"));
        return Ok(ExitCode::FAILURE);
    }
    say(&format!("{} rows, each as it was written, {} of them erased by request", verified.head.seq, verified.erased));
    if verified.head.seq > 0 {
        say("Write this down where who can change the database cannot, and check against it next time:");
        say(&format!("infitah record verify --known {}", verified.head));
    }
    Ok(ExitCode::SUCCESS)
}

async fn show(list: &ListRecord) -> Result<ExitCode, CommandError> {
    let config = list.common.config()?;
    let db = start::open(&config, State::Ready).await?;
    let filter = RecordFilter {
        object: list.object.clone(),
        actor: list.actor.clone(),
        action: list.action.clone(),
        // The day begins where the day before ends.
        from: list.from.and_then(|day| day.plus_days(-1)).map(|day| day.ends_in(&config.time_zone)),
        until: list.until.map(|day| day.ends_in(&config.time_zone)),
        before: None,
    };
    let rows = record::newest(&db.read().await?, &filter, list.limit).await?;
    for row in &rows {
        let at = Timestamp::from_millis(row.at).rfc3339();
        let version = row.version.map(|version| format!(" version {version}")).unwrap_or_default();
        // What a person wrote must not move the cursor of a terminal.
        let why = row.why.as_deref().filter(|_| !row.private).map(|why| format!(" ({})", why.escape_debug()));
        say(&format!(
            "{:>8}  {at}  {}  {}  {}{version}{}",
            row.seq,
            row.actor,
            row.action,
            row.object,
            why.unwrap_or_default()
        ));
    }
    complain(&format!("{} rows", rows.len()));
    Ok(ExitCode::SUCCESS)
}
