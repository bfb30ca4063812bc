//! What of the spending falls to a place: what can be said, and what cannot, apart. Nothing is divided by guess.

use std::{cell::RefCell, collections::HashMap};

use infitah_commons::places::Atlas;
use strum::{EnumString, IntoStaticStr};

use super::Edition;
use crate::budget::{
    model::{Direction, Line},
    rules::totals::{self, Sums},
};

/// Spending of the budget itself, seen from a place. The four together are all of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Placed {
    /// All of whose places lie in it.
    pub here: Sums,
    /// That lies partly in it, or around it: its share is not known.
    pub shared: Sums,
    /// All of whose places lie elsewhere.
    pub elsewhere: Sums,
    /// Of which nobody said where.
    pub nowhere: Sums,
}

/// How a line lies to a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Lies {
    /// All its places lie in it.
    #[default]
    Here,
    /// It lies partly in it, or around it.
    Shared,
    /// All its places lie elsewhere.
    Elsewhere,
    /// Nobody said where it lies.
    Nowhere,
    /// It lies in this place, and in no one of the places right below it alone.
    Several,
}

impl Lies {
    /// The code in addresses.
    pub fn code(self) -> &'static str {
        self.into()
    }
}

/// Spending of the budget itself, by the places right below one. All together are all of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InParts {
    /// For each of them, what lies in it alone.
    pub parts: Vec<Sums>,
    /// What lies in the place, and in no one of them alone.
    pub several: Sums,
    /// What lies partly in the place, or around it: its share is not known.
    pub shared: Sums,
    /// All of whose places lie elsewhere.
    pub elsewhere: Sums,
    /// Of which nobody said where.
    pub nowhere: Sums,
}

impl Edition {
    /// What of the spending falls to a place.
    pub fn placed(&self, atlas: &Atlas, place: &str) -> Placed {
        let is_counted =
            |line: &&Line| line.direction == Direction::Spending && line.account.is_main() && !line.surplus;
        let seen = Seen::from(atlas, place);
        let lines: Vec<(&Line, Lies)> =
            self.lines().iter().filter(is_counted).map(|line| (line, seen.lies(line))).collect();
        let of = |asked| totals::sum(lines.iter().filter(|(_, lies)| *lies == asked).map(|(line, _)| *line));
        Placed {
            here: of(Lies::Here),
            shared: of(Lies::Shared),
            elsewhere: of(Lies::Elsewhere),
            nowhere: of(Lies::Nowhere),
        }
    }

    /// What of the spending falls to each of these places, which lie right below `around`.
    pub fn in_parts(&self, atlas: &Atlas, around: &str, parts: &[&str]) -> InParts {
        let is_counted =
            |line: &&Line| line.direction == Direction::Spending && line.account.is_main() && !line.surplus;
        let mut of_parts = vec![Vec::new(); parts.len()];
        let (mut several, mut shared, mut elsewhere, mut nowhere) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let seen = Seen::from(atlas, around);
        for line in self.lines().iter().filter(is_counted) {
            let place = match seen.lies(line) {
                Lies::Nowhere => &mut nowhere,
                Lies::Here => {
                    let part = seen.part_of(line).and_then(|code| parts.iter().position(|one| *one == code));
                    part.and_then(|part| of_parts.get_mut(part)).unwrap_or(&mut several)
                }
                Lies::Elsewhere => &mut elsewhere,
                Lies::Shared | Lies::Several => &mut shared,
            };
            place.push(line);
        }
        InParts {
            parts: of_parts.into_iter().map(totals::sum).collect(),
            several: totals::sum(several),
            shared: totals::sum(shared),
            elsewhere: totals::sum(elsewhere),
            nowhere: totals::sum(nowhere),
        }
    }
}

/// How lines lie to one place. Thousands of lines name the same few places, so what is found of a code is kept.
pub(super) struct Seen<'a> {
    atlas: &'a Atlas,
    place: &'a str,
    known: RefCell<HashMap<&'a str, Code<'a>>>,
}

/// How a code lies to the place.
#[derive(Clone, Copy)]
struct Code<'a> {
    /// It is the place, or lies in it.
    is_in: bool,
    /// It lies around it.
    is_around: bool,
    /// The place right below that it is or lies in.
    part: Option<&'a str>,
}

impl<'a> Seen<'a> {
    /// From a place.
    pub(super) fn from(atlas: &'a Atlas, place: &'a str) -> Self {
        Self { atlas, place, known: RefCell::default() }
    }

    /// Whether a line lies to the place as is asked.
    pub(super) fn is(&self, asked: Lies, line: &'a Line) -> bool {
        match asked {
            Lies::Several => self.lies(line) == Lies::Here && self.part_of(line).is_none(),
            asked => self.lies(line) == asked,
        }
    }

    fn lies(&self, line: &'a Line) -> Lies {
        let mut codes = line.places.iter().map(|code| self.code(code));
        if line.places.is_empty() {
            Lies::Nowhere
        } else if codes.clone().all(|code| code.is_in) {
            Lies::Here
        } else if codes.any(|code| code.is_in || code.is_around) {
            Lies::Shared
        } else {
            Lies::Elsewhere
        }
    }

    /// The place right below that a line lies in alone.
    fn part_of(&self, line: &'a Line) -> Option<&'a str> {
        let mut parts = line.places.iter().map(|code| self.code(code).part);
        let first = parts.next()??;
        parts.all(|part| part == Some(first)).then_some(first)
    }

    fn code(&self, code: &'a str) -> Code<'a> {
        *self.known.borrow_mut().entry(code).or_insert_with(|| self.look(code))
    }

    fn look(&self, code: &'a str) -> Code<'a> {
        let within = |code: &str, around: &str| {
            code == around || self.atlas.find(code).is_some_and(|one| self.atlas.is_within(one, around))
        };
        let mut below = self.atlas.descendants(self.place).into_iter().flat_map(|tree| tree.children(self.place));
        Code {
            is_in: within(code, self.place),
            is_around: code != self.place && within(self.place, code),
            part: below.find(|part| within(code, &part.code)).map(|part| part.code.as_str()),
        }
    }
}
