//! The second pass, and the way back: many small writes, each of which moves the cursor of the journal.

use std::{
    fs::{self, File},
    io::{self, Read, Write},
    path::{Path, PathBuf},
    sync::Arc,
    time::Instant,
};

use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use infitah_base::{Timestamp, config::Config};
use infitah_commons::places;
use infitah_kit::T;
use infitah_store::{BATCH, Db, Pace, StoreError};
use infitah_transparency::projects::{
    self, Body, Chunk, Heard, ImportError, ImportState, Journal, NewImport, Project, Source, Stop,
};
use sha2::{Digest, Sha256};
use tokio::sync::mpsc;

use super::{CommandError, Said, blocking, complain, permit, report, say};

/// Where a copy of the file waits, compressed, until the import is finished.
fn copy_of(config: &Config, sha256: &str) -> PathBuf {
    config.data.join("imports").join(format!("{sha256}.gz"))
}

/// Keeps a copy of a file, on disk when this returns. It must be the file that was checked.
pub(super) fn keep_copy(config: &Config, file: &Path, sha256: &str) -> Result<(), CommandError> {
    let copy = copy_of(config, sha256);
    let failed = |error| CommandError::File(copy.display().to_string(), error);
    let unread = |error| CommandError::File(file.display().to_string(), error);
    fs::create_dir_all(copy.parent().unwrap_or(&config.data)).map_err(failed)?;
    let passing = copy.with_extension("part");
    let mut packed = GzEncoder::new(File::create(&passing).map_err(failed)?, Compression::fast());
    let (mut given, mut hash, mut block) = (File::open(file).map_err(unread)?, Sha256::new(), vec![0; 64 * 1024]);
    loop {
        let count = given.read(&mut block).map_err(unread)?;
        let Some(some) = block.get(..count).filter(|some| !some.is_empty()) else { break };
        hash.update(some);
        packed.write_all(some).map_err(failed)?;
    }
    packed.finish().and_then(|written| written.sync_all()).map_err(failed)?;
    let found: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    if found != sha256 {
        fs::remove_file(&passing).map_err(failed)?;
        return Err(CommandError::Usage(format!("{} is not the file that was checked", file.display())));
    }
    fs::rename(&passing, &copy).map_err(failed)
}

/// The file of a copy, unpacked for as long as it is read. What a killed program left is removed first.
fn unpacked(copy: &Path) -> io::Result<tempfile::NamedTempFile> {
    let packed = File::open(copy)?;
    let directory = copy.parent().unwrap_or(Path::new("."));
    for left in fs::read_dir(directory)?.flatten().filter(|entry| entry.path().extension() == Some("open".as_ref())) {
        let _ = fs::remove_file(left.path());
    }
    let mut whole = tempfile::Builder::new().suffix(".open").tempfile_in(directory)?;
    io::copy(&mut GzDecoder::new(packed), &mut whole)?;
    Ok(whole)
}

/// Enters a checked file into the journal.
pub(super) async fn begin(db: &Db, config: &Config, file: &Path, new: NewImport) -> Result<String, CommandError> {
    keep_copy(config, file, &new.sha256)?;
    let year = db.clock().now().date_in(&config.time_zone).year();
    let begun = db.write(move |tx| Box::pin(async move { projects::begin(tx, &permit(), new, year).await }));
    Ok(begun.await?)
}

/// Applies what is left of an import and says that it is done.
pub(super) async fn apply(db: &Db, config: &Config, id: &str, t: &T) -> Result<(), CommandError> {
    let journal = projects::one_import(&db.read().await?, id).await?;
    if ImportState::of(&journal) != Some(ImportState::Applying) {
        return Err(ImportError::Over(journal.id, journal.state).into());
    }
    let said: Said = serde_json::from_str(&journal.options).map_err(StoreError::from)?;
    let options = super::options(&said, journal.mapping.as_deref(), db).await?;
    let copy = copy_of(config, &journal.sha256);
    let file = unpacked(&copy).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => CommandError::Usage(format!(
            "the copy of {} is not in the data directory: run `infitah import resume {} FILE`",
            journal.file, journal.id
        )),
        _ => CommandError::File(copy.display().to_string(), error),
    })?;
    let body = Body::File(file.path().to_owned());
    let mut applied = usize::try_from(journal.applied).unwrap_or_default();
    let only_known = said.update_only;
    let (send, mut rows) = mpsc::channel::<Project>(BATCH);
    let reading = blocking(move || {
        let source = Source::look(body, said.encoding.as_deref(), said.sheet.as_deref())?;
        let Ok(source) = source else { return Ok(()) };
        let mut skipped = 0;
        projects::read(&source, &options, &mut |heard| match heard {
            Heard::Good(..) if skipped < applied => {
                skipped += 1;
                Stop::Continue(())
            }
            // Nobody takes it any more: the write of an earlier one has failed.
            Heard::Good(_, project) => match send.blocking_send(*project) {
                Ok(()) => Stop::Continue(()),
                Err(_) => Stop::Break(()),
            },
            _ => Stop::Continue(()),
        })
    });
    let reading = tokio::spawn(reading);

    let parents = Arc::new(places::codes_and_parents(&db.read().await?).await?);
    let year = Timestamp::from_millis(journal.started).date_in(&config.time_zone).year();
    let mut pace = Pace::default();
    loop {
        let mut some = Vec::with_capacity(pace.rows());
        while some.len() < pace.rows() {
            let room = pace.rows() - some.len();
            if rows.recv_many(&mut some, room).await == 0 {
                break;
            }
        }
        let count = some.len();
        if count == 0 {
            break;
        }
        let chunk = Chunk { import: journal.id.clone(), from: applied, projects: some, only_known };
        let parents = parents.clone();
        let written: Result<Instant, ImportError> = db
            .write(move |tx| {
                Box::pin(async move {
                    let begun = Instant::now();
                    projects::advance(tx, &permit(), chunk, &parents, year).await?;
                    Ok(begun)
                })
            })
            .await;
        pace.took(count, written?);
        applied += count;
        db.give_way().await;
    }
    drop(rows);
    let read = reading.await.map_err(|error| CommandError::Usage(error.to_string()))??;
    read.map_err(|error: io::Error| CommandError::File(copy.display().to_string(), error))?;
    let id = journal.id.clone();
    let done = db.write(move |tx| Box::pin(async move { projects::finish(tx, &permit(), &id).await })).await?;
    let _ = fs::remove_file(&copy);
    tracing::info!(longest = ?pace.longest(), "the import is applied");
    report::saved(t, &done);
    Ok(())
}

/// Takes an import back, or goes on with it.
pub(super) async fn take_back(
    db: &Db,
    config: &Config,
    id: &str,
    why: Option<&str>,
    t: &T,
) -> Result<(), CommandError> {
    let (wanted, why) = (id.to_owned(), Arc::new(why.map(str::to_owned)));
    let reason = why.clone();
    let journal: Result<Journal, ImportError> = db
        .write(move |tx| Box::pin(async move { projects::begin_undo(tx, &permit(), &wanted, reason.as_deref()).await }))
        .await;
    let journal = journal?;
    let parents = Arc::new(places::codes_and_parents(&db.read().await?).await?);
    let mut pace = Pace::default();
    loop {
        let (id, parents, why, rows) = (journal.id.clone(), parents.clone(), why.clone(), pace.rows());
        let written: Result<(bool, Instant), ImportError> = db
            .write(move |tx| {
                Box::pin(async move {
                    let begun = Instant::now();
                    let more = projects::undo_some(tx, &permit(), &id, rows, &parents, why.as_deref()).await?;
                    Ok((more, begun))
                })
            })
            .await;
        let (more, begun) = written?;
        pace.took(rows, begun);
        if !more {
            break;
        }
        db.give_way().await;
    }
    let _ = fs::remove_file(copy_of(config, &journal.sha256));
    let stayed = projects::stayed(&db.read().await?, &journal.id).await?;
    for reference in &stayed {
        complain(&t.m("import-stayed").s("reference", reference.as_str()));
    }
    say(&t.m("import-undone").s("id", journal.id.as_str()).n("stayed", stayed.len()).to_string());
    Ok(())
}
