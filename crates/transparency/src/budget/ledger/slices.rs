//! By what spending is told: by purpose where any line has one, else by the largest nodes of the budget's own scheme.

use std::cmp::Reverse;

use super::{Edition, NONE, Side};
use crate::budget::{
    data,
    model::{Amounts, Direction, NodeKey},
    rules::totals::TreeNode,
};

/// Slices that are nodes, at most; where there are more nodes, the last slice is the rest.
const MOST: usize = 7;

/// A slice of spending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slice {
    /// A purpose; `None`: not sorted yet.
    Purpose(Option<String>),
    /// A node that stands right below the parts, where no line has a purpose.
    Node(NodeKey),
    /// All spending but that of these nodes.
    Rest(Vec<NodeKey>),
}

impl Slice {
    /// What it is, as it stands in addresses: the key of a purpose, a node, `none` or `rest`.
    pub fn key(&self) -> String {
        match self {
            Self::Purpose(key) => key.as_deref().unwrap_or(NONE).to_owned(),
            Self::Node(node) => node.to_string(),
            Self::Rest(_) => "rest".to_owned(),
        }
    }

    /// Whether it is one thing that has a name: neither what is not sorted yet nor the rest.
    pub fn is_named(&self) -> bool {
        matches!(self, Self::Purpose(Some(_)) | Self::Node(_))
    }
}

/// The slices by which these editions are told, beside each other or alone. The last one says which nodes are the
/// largest. Purposes come in the order of pages, nodes by their amount.
pub fn slices(sides: &[Side<'_>]) -> Vec<Slice> {
    let has = |key: Option<&str>| {
        sides.iter().flat_map(|side| side.edition.by_purpose()).any(|share| share.key.as_deref() == key)
    };
    let known = data::purposes().iter().map(|purpose| purpose.key.clone()).filter(|key| has(Some(key)));
    let mut slices: Vec<Slice> = known.map(|key| Slice::Purpose(Some(key))).collect();
    if slices.is_empty() {
        slices = nodes(sides);
    }
    if slices.iter().all(|slice| matches!(slice, Slice::Purpose(_))) && has(None) {
        slices.push(Slice::Purpose(None));
    }
    slices
}

fn nodes(sides: &[Side<'_>]) -> Vec<Slice> {
    let Some(last) = sides.last() else { return Vec::new() };
    let mut tops = last.edition.tops(Direction::Spending);
    // What only carries the surplus is for nothing.
    tops.retain(|node| node.sums.counted != Amounts::default());
    tops.sort_by_key(|node| Reverse(node.sums.get(last.measure)));
    let mut keys: Vec<NodeKey> = tops.iter().map(|node| node.key.clone()).collect();
    if keys.is_empty() {
        return Vec::new();
    }
    let is_all = |keys: &[NodeKey]| sides.iter().all(|side| side.rest(keys).is_none_or(|rest| rest == 0));
    let mut rest = None;
    if keys.len() > MOST || !is_all(&keys) {
        keys.truncate(MOST - 1);
        rest = Some(Slice::Rest(keys.clone()));
    }
    keys.into_iter().map(Slice::Node).chain(rest).collect()
}

impl Edition {
    /// What stands right below the parts of a direction of the budget itself, or below the direction where it has no
    /// parts: the chapters, or whatever the first level of its scheme is.
    pub fn tops(&self, direction: Direction) -> Vec<&TreeNode> {
        let tree = self.tree();
        let root = tree.find(&NodeKey::direction(direction)).into_iter();
        let below = root.flat_map(|root| tree.children(root)).flat_map(|node| {
            let is_part = node.key.path.is_empty() && !node.children.is_empty();
            if is_part { tree.children(node).collect() } else { vec![node] }
        });
        below.collect()
    }
}

impl Side<'_> {
    /// What falls to each of these slices; `None`: no line says it.
    pub fn amounts(&self, slices: &[Slice]) -> Vec<Option<i64>> {
        let shares = self.edition.by_purpose();
        let amount = |slice: &Slice| match slice {
            Slice::Purpose(key) => shares.iter().find(|share| share.key == *key)?.sums.get(self.measure),
            Slice::Node(node) => self.of_node(node),
            Slice::Rest(nodes) => self.rest(nodes),
        };
        slices.iter().map(amount).collect()
    }

    fn of_node(&self, node: &NodeKey) -> Option<i64> {
        self.edition.tree().find(node)?.sums.get(self.measure)
    }

    /// All spending but that of these nodes.
    fn rest(&self, nodes: &[NodeKey]) -> Option<i64> {
        let all = self.edition.total(Direction::Spending, None, self.measure)?;
        Some(nodes.iter().filter_map(|node| self.of_node(node)).fold(all, i64::saturating_sub))
    }
}
