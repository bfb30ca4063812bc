//! What of the spending falls to a place: what can be said, and what cannot, apart. Nothing is divided by guess.

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
        let lines: Vec<(&Line, Lies)> =
            self.lines().iter().filter(is_counted).map(|line| (line, lies(line, atlas, place))).collect();
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
        for line in self.lines().iter().filter(is_counted) {
            let place = match lies(line, atlas, around) {
                Lies::Nowhere => &mut nowhere,
                Lies::Here => {
                    let part = part_of(line, atlas, around).and_then(|code| parts.iter().position(|one| *one == code));
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

/// Whether a line lies to a place as is asked.
pub(super) fn is(asked: Lies, line: &Line, atlas: &Atlas, place: &str) -> bool {
    let lies_here = || lies(line, atlas, place) == Lies::Here;
    match asked {
        Lies::Several => lies_here() && part_of(line, atlas, place).is_none(),
        asked => lies(line, atlas, place) == asked,
    }
}

/// The place right below one that a line lies in alone.
fn part_of<'a>(line: &Line, atlas: &'a Atlas, place: &'a str) -> Option<&'a str> {
    let mut parts = atlas.descendants(place)?.children(place);
    parts.find(|part| lies(line, atlas, &part.code) == Lies::Here).map(|part| part.code.as_str())
}

fn lies(line: &Line, atlas: &Atlas, place: &str) -> Lies {
    if line.places.is_empty() {
        return Lies::Nowhere;
    }
    let is_in = |code: &String| code == place || atlas.find(code).is_some_and(|one| atlas.is_within(one, place));
    let is_around = |code: &String| atlas.find(place).is_some_and(|one| atlas.is_within(one, code));
    if line.places.iter().all(is_in) {
        Lies::Here
    } else if line.places.iter().any(|code| is_in(code) || is_around(code)) {
        Lies::Shared
    } else {
        Lies::Elsewhere
    }
}
