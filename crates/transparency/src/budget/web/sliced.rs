//! Slices of spending in words: each with its motif, its name and the lines behind it.

use std::cmp::Reverse;

use infitah_base::Text;

use super::{Told, asked::joined};
use crate::budget::{
    ledger::{Side, Slice, slices},
    model::{Direction, Level, NodeKey},
};

/// The motif of the rest, after those of six nodes.
const REST: u8 = 7;

/// A slice as pages tell it.
#[derive(Clone)]
pub(super) struct Sliced {
    pub(super) slice: Slice,
    pub(super) mark: u8,
    pub(super) name: Text,
    /// The code of a node.
    pub(super) code: String,
    /// The part that a node stands in.
    pub(super) part: String,
    /// The lines behind it.
    pub(super) href: String,
    pub(super) amount: Option<i64>,
}

impl Told {
    /// What is told here, for who tells it beside others.
    pub(super) fn side(&self) -> Side<'_> {
        Side { edition: &self.edition, measure: self.measure }
    }

    /// Whether no line has a purpose, and spending is told by nodes.
    pub(super) fn is_unsorted(&self) -> bool {
        slices(&[self.side()]).iter().any(|slice| matches!(slice, Slice::Node(_)))
    }

    /// Spending of this edition, the largest slice first; what has no name of its own stands last.
    pub(super) fn sliced(&self) -> Vec<Sliced> {
        let mut all = self.in_words(&slices(&[self.side()]));
        all.sort_by_key(|one| (!one.slice.is_named(), Reverse(one.amount)));
        all
    }

    /// These slices in words, with the amounts of this edition, in their order.
    pub(super) fn in_words(&self, slices: &[Slice]) -> Vec<Sliced> {
        let amounts = self.side().amounts(slices);
        let all = (1_u8..).zip(slices).zip(amounts);
        all.map(|((number, slice), amount)| self.in_word(number, slice, amount)).collect()
    }

    fn in_word(&self, number: u8, slice: &Slice, amount: Option<i64>) -> Sliced {
        let spending = |name, value: &str| self.counted(Direction::Spending, &[(name, value)]);
        let (mark, name, href) = match slice {
            Slice::Purpose(key) => {
                let key = key.as_deref();
                (Self::purpose_mark(key), self.purpose_name(key), spending("purpose", key.unwrap_or("none")))
            }
            Slice::Node(node) => (number, self.node_name(node), spending("node", &node.to_string())),
            Slice::Rest(nodes) => (REST, self.t.as_text("budget-rest"), spending("without", &joined(nodes))),
        };
        let node = match slice {
            Slice::Node(node) => node.clone(),
            Slice::Purpose(_) | Slice::Rest(_) => NodeKey::default(),
        };
        let code = node.path.last().cloned().unwrap_or_default();
        Sliced { slice: slice.clone(), mark, name, code, part: self.part_name(&node), href, amount }
    }

    /// What these slices are, above their column.
    pub(super) fn slices_head<'s>(&self, slices: impl IntoIterator<Item = &'s Slice>) -> String {
        let is_by_nodes = slices.into_iter().any(|slice| matches!(slice, Slice::Node(_)));
        // "Level 1" says nothing.
        let has_name = |level: &&Level| is_by_nodes && !level.name.is_empty() && !level.key.starts_with("level-");
        let level = self.edition.budget().scheme.levels.first().filter(has_name);
        level.map_or_else(|| self.t.m("budget-for-what").to_string(), |level| level.name.plain(self.lang).to_owned())
    }
}
