//! What a filter finds in an edition: the lines behind any figure.

use std::cmp::Reverse;

use infitah_base::text;
use infitah_commons::places::Atlas;

use super::{Edition, Lies, edition, placed::Seen};
use crate::budget::{
    model::{Account, Direction, Line, Measure, NodeKey, Part},
    rules::totals::{self, Sums},
};

/// What stands for "nobody said it" where a filter names a purpose, a family, a source, a kind or a place.
pub const NONE: &str = "none";

/// In what order lines stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// As they were voted: down the paths.
    #[default]
    Path,
    /// The largest first, by this measure; those that do not say it last.
    Amount(Measure),
}

/// What is asked of the lines of an edition. The default asks for all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words to be found.
    pub words: String,
    /// In these accounts.
    pub account: Option<Account>,
    /// In or out.
    pub direction: Option<Direction>,
    /// Running or equipment.
    pub part: Option<Part>,
    /// At this node or below it.
    pub node: Option<NodeKey>,
    /// At none of these nodes, nor below them.
    pub without: Vec<NodeKey>,
    /// For this purpose, or [`NONE`].
    pub purpose: Option<String>,
    /// Of this family of the law, or [`NONE`].
    pub family: Option<String>,
    /// Of this plain source, or [`NONE`].
    pub source: Option<String>,
    /// Of this kind of mandatory spending, or [`NONE`].
    pub mandatory: Option<String>,
    /// With an economic nature whose code begins so.
    pub nature: Option<String>,
    /// With a code of COFOG that begins so.
    pub cofog: Option<String>,
    /// Of this place, or [`NONE`].
    pub place: Option<String>,
    /// How it lies to that place.
    pub lies: Lies,
    /// Of this project.
    pub project: Option<String>,
    /// Whether it carries the surplus. What figures count is asked with `false`.
    pub surplus: Option<bool>,
    /// The order.
    pub sort: Sort,
}

/// The lines that a filter finds, in its order.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Their positions in the edition.
    pub positions: Vec<usize>,
    /// What those that come in sum to.
    pub revenue: Sums,
    /// What those that go out sum to.
    pub spending: Sums,
}

impl Found {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.positions.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.positions.is_empty()
    }

    /// What the lines of one direction sum to.
    pub fn sums(&self, direction: Direction) -> &Sums {
        match direction {
            Direction::Revenue => &self.revenue,
            Direction::Spending => &self.spending,
        }
    }
}

impl Edition {
    /// What a filter finds.
    pub fn find(&self, filter: &Filter, atlas: &Atlas) -> Found {
        let words: Vec<String> = text::words(&filter.words).into_iter().map(|word| format!(" {word}")).collect();
        let seen = filter.place.as_deref().filter(|place| *place != NONE).map(|place| Seen::from(atlas, place));
        let is_asked = |position: &usize| {
            self.at_position(*position).is_some_and(|line| self.is(filter, seen.as_ref(), *position, line))
                && words.iter().all(|word| self.folded(*position).contains(word.as_str()))
        };
        // A node's lines stand together: the others need not be looked at.
        let order = &self.tree().order;
        let within = match &filter.node {
            Some(node) => self.tree().find(node).and_then(|node| order.get(node.lines.clone())).unwrap_or_default(),
            None => order.as_slice(),
        };
        let mut positions: Vec<usize> = within.iter().copied().filter(is_asked).collect();
        if let Sort::Amount(measure) = filter.sort {
            positions.sort_by_key(|position| {
                Reverse(self.at_position(*position).and_then(|line| line.amounts.get(measure)))
            });
        }
        let of = |direction| {
            let lines = positions.iter().filter_map(|position| self.at_position(*position));
            totals::sum(lines.filter(|line| line.direction == direction))
        };
        Found { revenue: of(Direction::Revenue), spending: of(Direction::Spending), positions }
    }

    fn is<'a>(&self, filter: &Filter, seen: Option<&Seen<'a>>, position: usize, line: &'a Line) -> bool {
        let begins = |asked: &Option<String>, code: Option<&str>| {
            asked.as_ref().is_none_or(|asked| code.is_some_and(|code| code.starts_with(asked.as_str())))
        };
        filter.account.as_ref().is_none_or(|account| line.account == *account)
            && filter.direction.is_none_or(|direction| line.direction == direction)
            && filter.part.is_none_or(|part| line.part == Some(part))
            && filter.surplus.is_none_or(|surplus| line.surplus == surplus)
            && (filter.without.is_empty() || !is_within(&filter.without, &line.node()))
            && is_named(&filter.purpose, self.purpose(position).map(|one| one.key.as_str()))
            && is_named(&filter.family, line.family.as_deref())
            && is_named(&filter.source, edition::source(line))
            && is_named(&filter.mandatory, line.mandatory.as_deref())
            && begins(&filter.nature, line.nature.as_ref().map(|nature| nature.code.as_str()))
            && begins(&filter.cofog, line.cofog.as_deref())
            && filter.project.as_ref().is_none_or(|project| line.project.as_ref() == Some(project))
            && match seen {
                Some(seen) => seen.is(filter.lies, line),
                None => filter.place.is_none() || line.places.is_empty(),
            }
    }
}

fn is_within(nodes: &[NodeKey], line: &NodeKey) -> bool {
    nodes.iter().any(|node| node.holds(line))
}

fn is_named(asked: &Option<String>, key: Option<&str>) -> bool {
    match asked.as_deref() {
        None => true,
        Some(NONE) => key.is_none(),
        asked => asked == key,
    }
}
