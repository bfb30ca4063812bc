//! The first pass over a file: everything is checked, nothing is written.

use std::{
    collections::{BTreeMap, HashSet},
    io,
};

use super::{Heard, ImportOptions, Note, Problem, Source, Stop, key_of, read};

/// How many of each kind are listed; the counts are of all.
const LISTED: usize = 50;

/// A count, and the first of what was counted: row and identifier.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// How many.
    pub count: usize,
    /// The first of them.
    pub first: Vec<(usize, String)>,
}

impl Listing {
    pub(in crate::projects) fn add(&mut self, row: usize, identifier: &str) {
        self.count += 1;
        if self.first.len() < LISTED {
            self.first.push((row, identifier.to_owned()));
        }
    }

    pub(in crate::projects) fn join(&mut self, other: Listing) {
        self.count += other.count;
        let room = LISTED.saturating_sub(self.first.len());
        self.first.extend(other.first.into_iter().take(room));
    }
}

/// What the first pass found.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// Rows or projects read.
    pub read: usize,
    /// Those that can be taken.
    pub good: usize,
    /// Those that cannot.
    pub bad: usize,
    /// The first problems, in the order of the file.
    pub problems: Vec<Problem>,
    /// How many problems there are.
    pub problem_count: usize,
    /// Why the file as a whole cannot be used; empty when it can.
    pub unusable: Vec<Problem>,
    /// What is kept word for word but has no place on the pages: column or field, and in how many rows.
    pub kept: BTreeMap<String, usize>,
    /// What the mapping says to leave out: column, and in how many rows it held something.
    pub left_out: BTreeMap<String, usize>,
    /// What else is to be known.
    pub notes: Vec<Note>,
    /// Good rows without a place that the database has.
    pub unplaced: usize,
    /// Good rows whose identifier the register does not know.
    pub new: Listing,
    /// Good rows whose identifier it knows.
    pub known: Listing,
    /// The keys of the identifiers of good rows.
    pub named: HashSet<u64>,
    /// Projects of the same source that a file without bad rows does not name (row 0).
    pub absent: Listing,
}

/// Reads a file once. `projects` are the keys of known identifiers, `places` says whether the database has a place;
/// `wrong` hears every problem as it comes.
pub fn check(
    source: &Source,
    options: &ImportOptions,
    projects: &HashSet<u64>,
    places: &dyn Fn(&str) -> bool,
    wrong: &mut dyn FnMut(&Problem),
) -> io::Result<Checked> {
    let mut found = Checked::default();
    read(source, options, &mut |heard| {
        match heard {
            Heard::Good(row, project) => {
                found.good += 1;
                let codes = || project.places.iter().filter_map(|place| place.code.as_deref());
                found.unplaced += usize::from(!project.places.is_empty() && !codes().any(places));
                let key = key_of(&project.identifier);
                found.named.insert(key);
                let known = projects.contains(&key);
                let listing = if known { &mut found.known } else { &mut found.new };
                listing.add(row, &project.identifier);
            }
            Heard::Bad(problems) => {
                found.bad += 1;
                found.problem_count += problems.len();
                problems.iter().for_each(&mut *wrong);
                let room = LISTED.saturating_sub(found.problems.len());
                found.problems.extend(problems.into_iter().take(room));
            }
            Heard::Unusable(problems) => {
                problems.iter().for_each(&mut *wrong);
                found.unusable = problems;
            }
            Heard::Kept(field) => *found.kept.entry(field.to_owned()).or_default() += 1,
            Heard::LeftOut(field) => *found.left_out.entry(field.to_owned()).or_default() += 1,
            Heard::Note(note) => found.notes.push(note),
        }
        Stop::Continue(())
    })?;
    found.read = found.good + found.bad;
    Ok(found)
}
