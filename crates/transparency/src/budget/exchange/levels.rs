//! Tables in which rows of every level stand together, the code of each beginning with that of the one above.

use std::collections::{BTreeSet, HashMap};

use super::row::Row;
use crate::budget::model::{Account, Direction, Part};

/// The rows that stand to each other: one account, direction and part.
type Group = (Account, Direction, Option<Part>);

fn group(row: &Row) -> Group {
    (row.line.account.clone(), row.line.direction, row.line.part)
}

/// The codes of each group.
pub(super) struct Codes(HashMap<Group, BTreeSet<String>>);

impl Codes {
    pub(super) fn of(rows: &[Row]) -> Self {
        let mut codes: HashMap<Group, BTreeSet<String>> = HashMap::new();
        for row in rows {
            if let Some(code) = &row.code {
                codes.entry(group(row)).or_default().insert(code.clone());
            }
        }
        Self(codes)
    }

    /// The codes above a row's and its own, from above: each is the longest that the next begins with.
    pub(super) fn path(&self, row: &Row) -> Vec<String> {
        let Some(code) = &row.code else { return Vec::new() };
        let codes = self.0.get(&group(row));
        let is_code = |head: &&str| codes.is_some_and(|codes| codes.contains(*head));
        let heads = code.char_indices().skip(1).filter_map(|(at, _)| code.get(..at));
        let mut path: Vec<String> = heads.filter(is_code).map(str::to_owned).collect();
        path.push(code.clone());
        path
    }

    /// Whether other codes begin with a row's.
    pub(super) fn is_above(&self, row: &Row) -> bool {
        let (Some(code), Some(codes)) = (&row.code, self.0.get(&group(row))) else { return false };
        // In order, those that begin with it stand right after it.
        codes.range(code.clone()..).nth(1).is_some_and(|next| next.starts_with(code.as_str()))
    }

    /// Whether the table looks like one: a quarter of its rows stand above others.
    pub(super) fn look_like_levels(&self, rows: &[Row]) -> bool {
        let above = rows.iter().filter(|row| self.is_above(row)).count();
        above > 0 && above * 4 >= rows.iter().filter(|row| row.code.is_some()).count()
    }
}
