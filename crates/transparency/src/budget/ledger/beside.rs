//! Two editions side by side, or more: years, phases or measures, each in a column of its own. Nothing is added across.

use std::collections::HashMap;

use super::{Edition, edition};
use crate::budget::model::{Direction, Line, Measure, NodeKey};

/// A column: an edition, told in one measure.
#[derive(Clone, Copy, Debug)]
pub struct Side<'e> {
    /// The edition.
    pub edition: &'e Edition,
    /// The measure.
    pub measure: Measure,
}

impl<'e> Side<'e> {
    /// An edition in the measure of its phase.
    pub fn of(edition: &'e Edition) -> Self {
        Self { edition, measure: edition.budget().phase.measure() }
    }
}

/// What the rows are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    /// Spending by purpose.
    Purpose,
    /// Revenue by plain source.
    Source,
    /// By families of the law.
    Family(Direction),
    /// What stands right below a node.
    Below(NodeKey),
    /// The lines of a node.
    Lines(NodeKey),
}

/// What a row is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// A purpose, source or family; `None`: not sorted yet.
    Named(Option<String>),
    /// A node.
    Node(NodeKey),
    /// A line, by its identifier.
    Line(String),
}

/// A row, with one amount per column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is about.
    pub key: Key,
    /// `None`: that edition does not have it, or does not say it.
    pub amounts: Vec<Option<i64>>,
}

impl Row {
    /// How much more the last column says than the first; `None` where one does not say it.
    pub fn change(&self) -> Option<i64> {
        self.amounts.last().copied()??.checked_sub(self.amounts.first().copied()??)
    }
}

/// These editions beside each other. The order is that of the last column; what only earlier ones have comes after it.
/// What carries the surplus is in no row but in those of lines.
pub fn side_by_side(sides: &[Side<'_>], by: &By) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut found: HashMap<Key, usize> = HashMap::new();
    for (column, side) in sides.iter().enumerate().rev() {
        for (key, amount) in amounts(side, by) {
            let index = *found.entry(key.clone()).or_insert_with(|| {
                rows.push(Row { key, amounts: vec![None; sides.len()] });
                rows.len() - 1
            });
            if let Some(place) = rows.get_mut(index).and_then(|row| row.amounts.get_mut(column)) {
                *place = amount;
            }
        }
    }
    // What is not sorted yet always stands last.
    rows.sort_by_key(|row| row.key == Key::Named(None));
    rows
}

fn amounts(side: &Side<'_>, by: &By) -> Vec<(Key, Option<i64>)> {
    let Side { edition, measure } = *side;
    let named = |shares: &[edition::Share]| {
        shares.iter().map(|share| (Key::Named(share.key.clone()), share.sums.get(measure))).collect()
    };
    match by {
        By::Purpose => named(edition.by_purpose()),
        By::Source => named(edition.by_source()),
        By::Family(direction) => named(&edition.by_family(*direction)),
        By::Below(node) => {
            let Some(node) = edition.tree().find(node) else { return Vec::new() };
            let below = edition.tree().children(node);
            below.map(|node| (Key::Node(node.key.clone()), node.sums.get(measure))).collect()
        }
        By::Lines(node) => {
            let Some(node) = edition.tree().find(node) else { return Vec::new() };
            let row = |line: &Line| (Key::Line(line.id.clone()), line.amounts.get(measure));
            edition.lines_of(node).map(row).collect()
        }
    }
}
