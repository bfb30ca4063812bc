//! What of the spending falls to a place: what can be said, and what cannot, apart. Nothing is divided by guess.

use infitah_commons::places::Atlas;

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

#[derive(Clone, Copy, PartialEq, Eq)]
enum Where {
    Here,
    Shared,
    Elsewhere,
    Nowhere,
}

impl Edition {
    /// What of the spending falls to a place.
    pub fn placed(&self, atlas: &Atlas, place: &str) -> Placed {
        let is_counted =
            |line: &&Line| line.direction == Direction::Spending && line.account.is_main() && !line.surplus;
        let lines: Vec<(&Line, Where)> =
            self.lines().iter().filter(is_counted).map(|line| (line, lies(line, atlas, place))).collect();
        let of = |asked| totals::sum(lines.iter().filter(|(_, lies)| *lies == asked).map(|(line, _)| *line));
        Placed {
            here: of(Where::Here),
            shared: of(Where::Shared),
            elsewhere: of(Where::Elsewhere),
            nowhere: of(Where::Nowhere),
        }
    }
}

/// Whether all places of a line lie in a place.
pub(super) fn all_within(line: &Line, atlas: &Atlas, place: &str) -> bool {
    lies(line, atlas, place) == Where::Here
}

fn lies(line: &Line, atlas: &Atlas, place: &str) -> Where {
    if line.places.is_empty() {
        return Where::Nowhere;
    }
    let is_in = |code: &String| code == place || atlas.find(code).is_some_and(|one| atlas.is_within(one, place));
    let is_around = |code: &String| atlas.find(place).is_some_and(|one| atlas.is_within(one, code));
    if line.places.iter().all(is_in) {
        Where::Here
    } else if line.places.iter().any(|code| is_in(code) || is_around(code)) {
        Where::Shared
    } else {
        Where::Elsewhere
    }
}
