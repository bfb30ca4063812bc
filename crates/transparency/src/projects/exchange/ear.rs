//! What is told of a file while it is read.

use std::{
    collections::HashSet,
    hash::{BuildHasher, BuildHasherDefault, DefaultHasher},
    ops::ControlFlow,
};

use super::{Note, Problem, Project};

/// Whether to go on reading.
pub type Stop = ControlFlow<()>;

/// What is told of a file, in the order of its rows.
#[derive(Debug)]
pub enum Heard<'a> {
    /// A project that can be taken, with its row.
    Good(usize, Box<Project>),
    /// A row that cannot be taken, and why.
    Bad(Vec<Problem>),
    /// The file as a whole cannot be used.
    Unusable(Vec<Problem>),
    /// A good row has something in this field that is kept word for word.
    Kept(&'a str),
    /// A good row has something in this field that is left out, as the mapping says.
    LeftOut(&'a str),
    /// Something to know.
    Note(Note),
}

/// An identifier as a number, by which it is known again without keeping it. Two of a million meet once in forty
/// million files; the second row would then be refused, by name.
pub fn key_of(identifier: &str) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(identifier)
}

/// Passes on what is told, and refuses what no reader may let through.
pub(super) struct Ear<'a> {
    hear: &'a mut dyn FnMut(Heard<'_>) -> Stop,
    seen: HashSet<u64>,
    flow: Stop,
    /// Rows told, good and bad.
    pub(super) read: usize,
}

impl<'a> Ear<'a> {
    pub(super) fn new(hear: &'a mut dyn FnMut(Heard<'_>) -> Stop) -> Self {
        Self { hear, seen: HashSet::new(), flow: Stop::Continue(()), read: 0 }
    }

    fn tell(&mut self, heard: Heard<'_>) -> Stop {
        if self.goes_on() {
            self.flow = (self.hear)(heard);
        }
        self.flow
    }

    /// Whether anybody still listens.
    pub(super) fn goes_on(&self) -> bool {
        self.flow.is_continue()
    }

    pub(super) fn flow(&self) -> Stop {
        self.flow
    }

    /// Refuses what must not pass. A null character is in no text that people write, and PostgreSQL keeps none. Of two
    /// rows with one identifier the first is taken, because which one is true is not ours to say.
    pub(super) fn refuses(&mut self, row: usize, project: &Project) -> Option<Stop> {
        if serde_json::to_string(project).is_ok_and(|text| text.contains("\\u0000")) {
            return Some(self.bad(vec![Problem::new(row, "", "", "import-nul")]));
        }
        if self.seen.insert(key_of(&project.identifier)) {
            return None;
        }
        Some(self.bad(vec![Problem::new(row, "identifier", project.identifier.as_str(), "import-twin")]))
    }

    pub(super) fn good(&mut self, row: usize, project: Project) -> Stop {
        self.read += 1;
        self.tell(Heard::Good(row, Box::new(project)))
    }

    pub(super) fn bad(&mut self, problems: Vec<Problem>) -> Stop {
        self.read += 1;
        self.tell(Heard::Bad(problems))
    }

    /// Nothing is told after this.
    pub(super) fn unusable(&mut self, problems: Vec<Problem>) -> Stop {
        let _ = self.tell(Heard::Unusable(problems));
        self.flow = Stop::Break(());
        self.flow
    }

    pub(super) fn kept(&mut self, field: &str) {
        let _ = self.tell(Heard::Kept(field));
    }

    pub(super) fn left_out(&mut self, field: &str) {
        let _ = self.tell(Heard::LeftOut(field));
    }

    pub(super) fn note(&mut self, note: Note) -> Stop {
        self.tell(Heard::Note(note))
    }
}
