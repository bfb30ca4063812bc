//! What an import says to whoever runs it.

use std::{fs::File, io::Write, path::Path};

use infitah_base::{Timestamp, config::Config};
use infitah_kit::T;
use infitah_transparency::projects::{Checked, Journal, Problem};

use super::{CommandError, complain, say};

/// What the first pass found: what is wrong first.
pub(super) fn tell(t: &T, found: &Checked, trial: bool, update_only: bool) {
    for problem in found.unusable.iter().chain(&found.problems) {
        complain(&problem.say(t));
    }
    if found.problem_count > found.problems.len() {
        let more = found.problem_count - found.problems.len();
        complain(&t.m("import-more-problems").n("count", more));
    }
    for note in &found.notes {
        say(&t.m(note.key).s("value", note.value.as_str()).to_string());
    }
    if !found.unusable.is_empty() {
        return;
    }
    let read = t.m("import-read").n("read", found.read).n("good", found.good).n("bad", found.bad);
    say(&read.to_string());
    for (field, count) in &found.kept {
        say(&t.m("import-kept").s("field", field.as_str()).n("count", *count).to_string());
    }
    for (field, count) in &found.left_out {
        say(&t.m("import-left-out").s("field", field.as_str()).n("count", *count).to_string());
    }
    if found.unplaced > 0 {
        say(&t.m("import-unplaced").n("count", found.unplaced).to_string());
    }
    say(&t.m("import-matches").n("new", found.new.count).n("known", found.known.count).to_string());
    if found.absent.count > 0 {
        say(&t.m("import-absent").n("count", found.absent.count).to_string());
    }
    // A trial lists both; else what is only to be updated lists what it cannot find.
    let lists = [
        ("import-row-unmatched", &found.new, update_only),
        ("import-row-new", &found.new, trial && !update_only),
        ("import-row-known", &found.known, trial),
        ("import-row-absent", &found.absent, true),
    ];
    for (key, listing, _) in lists.into_iter().filter(|(_, _, wanted)| *wanted) {
        for (row, identifier) in &listing.first {
            say(&t.m(key).n("row", *row).s("identifier", identifier.as_str()).to_string());
        }
        if listing.count > listing.first.len() {
            say(&t.m("import-more-rows").n("count", listing.count - listing.first.len()).to_string());
        }
    }
}

/// Writes problems as they come, as a table: row, field, value and what is wrong.
pub(super) fn rejects(file: Option<&Path>, t: &T) -> Result<impl FnMut(&Problem) + Send + 'static, CommandError> {
    let out: Option<Box<dyn Write + Send>> = match file {
        None => None,
        Some(path) if path == Path::new("-") => Some(Box::new(std::io::stdout())),
        Some(path) => {
            let failed = |error| CommandError::File(path.display().to_string(), error);
            Some(Box::new(File::create(path).map_err(failed)?))
        }
    };
    let mut out = out.map(infitah_kit::export::csv_writer_to);
    if let Some(out) = &mut out {
        let _ = out.write_record(["row", "field", "value", "problem"]);
    }
    let t = t.clone();
    Ok(move |problem: &Problem| {
        if let Some(out) = &mut out {
            let row = [
                problem.row.to_string(),
                problem.field.clone(),
                problem.value.clone(),
                problem.say(&t).replace(super::super::ISOLATES, ""),
            ];
            let _ = out.write_record(row.iter().map(|text| infitah_kit::export::cell(text).into_owned()));
        }
    })
}

/// What became of the rows.
pub(super) fn saved(t: &T, journal: &Journal) {
    let saved = t
        .m("import-saved")
        .n("created", journal.created)
        .n("updated", journal.updated)
        .n("unchanged", journal.unchanged);
    say(&saved.to_string());
    say(&t.m("import-can-be-undone").s("id", journal.id.as_str()).to_string());
}

/// One line per import, for the technician.
pub(super) fn list(imports: &[Journal], config: &Config) {
    for journal in imports {
        let Journal { id, file, state, applied, total, created, updated, unchanged, .. } = journal;
        let started = Timestamp::from_millis(journal.started).date_in(&config.time_zone);
        say(&format!(
            "{id}  {state:<8}  {started}  {file}  {applied} of {total} rows: {created} created, {updated} updated, \
             {unchanged} unchanged"
        ));
    }
}
