//! What keeps a budget from being published: all that is wrong with it at once, each with where and how much.

use std::collections::HashMap;

use infitah_base::{Currency, Text, number, text};
use infitah_kit::T;

use super::{Reading, made_id};
use crate::budget::{
    model::{Amounts, Budget, Direction, Line, Measure, NodeKey, Part, Phase},
    rules::totals::{self, Tree},
};

/// Something that must be put right before a budget is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// A total that was typed from the signed document is not what the lines sum to.
    Total {
        /// The row that states it, where this file does.
        row: Option<usize>,
        /// Of what.
        of: NodeKey,
        /// What that is called.
        name: Text,
        /// Of which measure.
        measure: Measure,
        /// What is stated.
        stated: i64,
        /// What the lines sum to; `None`: there are none.
        computed: Option<i64>,
    },
    /// One line stands at two paths: it would be counted twice.
    TwoPaths {
        /// What it is called, or its identifier.
        line: String,
        /// Where it stands first: row and path.
        first: (usize, NodeKey),
        /// Where it stands again.
        again: (usize, NodeKey),
        /// How much would be counted twice.
        amount: Option<i64>,
    },
    /// The surplus of running is not what equipment receives (organic law 111-14, article 167).
    Surplus {
        /// What running leaves.
        left: i64,
        /// What equipment receives; `None`: no line says it.
        carried: Option<i64>,
        /// In which row equipment receives it, where this file says it.
        row: Option<usize>,
    },
}

impl Finding {
    /// The sentence for a person.
    pub fn say(&self, t: &T, currency: Currency) -> String {
        // To the smallest unit: a difference of one centime is one.
        let exact = |minor: i64| format!("{} {currency}", number::fixed(minor, currency.digits()));
        let money = |minor: Option<i64>| minor.map_or_else(|| t.m("import-budget-nothing").to_string(), exact);
        let at = |row: usize| t.m("import-budget-row").n("row", row).to_string();
        match self {
            Self::Total { row, of, name, measure, stated, computed } => {
                let name = name.iter().next().map(|(lang, _)| name.plain(lang)).unwrap_or_default();
                let node = format!("{of} {name}");
                let said = t
                    .m("import-budget-total")
                    .s("node", node.trim())
                    .s("measure", measure.code())
                    .s("stated", money(Some(*stated)))
                    .s("computed", money(*computed))
                    .s("difference", money(Some(stated.saturating_sub(computed.unwrap_or_default()))));
                match row {
                    Some(row) => format!("{} {said}", at(*row)),
                    None => said.to_string(),
                }
            }
            Self::TwoPaths { line, first, again, amount } => {
                let place = |(row, node): &(usize, NodeKey)| format!("{} {node}", at(*row));
                t.m("import-budget-two-paths")
                    .s("line", line.as_str())
                    .s("first", place(first))
                    .s("again", place(again))
                    .s("amount", money(*amount))
                    .to_string()
            }
            Self::Surplus { left, carried, row } => {
                let said = t
                    .m("import-budget-surplus")
                    .s("left", money(Some(*left)))
                    .s("carried", money(*carried))
                    .s("difference", money(Some(left.saturating_sub(carried.unwrap_or_default()))));
                match row {
                    Some(row) => format!("{} {said}", at(*row)),
                    None => said.to_string(),
                }
            }
        }
    }
}

/// All that is wrong: with what the file says, and with the edition as it would be after it.
pub fn what_is_wrong(reading: &Reading, merged: &Budget) -> Vec<Finding> {
    let mut wrong = two_paths(reading);
    let tree = Tree::of(&merged.lines);
    let row_of = |of: &NodeKey, measure| {
        reading
            .stated
            .iter()
            .find(|(_, one)| one.of == *of && one.measure == measure)
            .map(|(row, _)| *row)
            .filter(|row| *row > 0)
    };
    wrong.extend(totals::differences(merged, &tree).into_iter().map(|difference| {
        let stated = difference.stated;
        Finding::Total {
            row: row_of(&stated.of, stated.measure),
            name: merged.name(&stated.of).cloned().unwrap_or_default(),
            of: stated.of,
            measure: stated.measure,
            stated: stated.amount,
            computed: difference.computed,
        }
    }));
    wrong.extend(surplus(reading, merged, &tree));
    wrong
}

fn amount(amounts: &Amounts) -> Option<i64> {
    amounts.payment.or(amounts.paid).or(amounts.commitment).or(amounts.committed)
}

fn two_paths(reading: &Reading) -> Vec<Finding> {
    let mut by_id: HashMap<&str, (usize, &Line)> = HashMap::new();
    let mut alike: HashMap<_, (usize, &Line)> = HashMap::new();
    let mut found = Vec::new();
    for (row, line) in &reading.lines {
        let name = line.name.iter().next().map(|(_, text)| text).unwrap_or_default();
        let known = match by_id.get(line.id.as_str()) {
            Some(known) => Some(*known),
            None => {
                by_id.insert(&line.id, (*row, line));
                // Without an identifier of its own, a line is known by its last code, its name and its amounts.
                let nature = line.nature.as_ref().map(|nature| nature.code.as_str());
                let is_made = line.id == made_id(&line.node(), nature);
                let says =
                    is_made && !reading.repeated_lines && amount(&line.amounts).is_some_and(|amount| amount != 0);
                let Some(code) = line.path.last().filter(|_| says && line.path.len() > 1) else { continue };
                let Amounts { commitment, payment, committed, paid } = line.amounts;
                let amounts = [commitment, payment, committed, paid];
                let key = (&line.account, line.direction, code, text::fold(name), nature, amounts);
                let known = alike.get(&key).copied();
                alike.entry(key).or_insert((*row, line));
                known
            }
        };
        if let Some((first, known)) = known.filter(|(_, known)| known.node() != line.node()) {
            found.push(Finding::TwoPaths {
                line: if name.is_empty() { line.id.clone() } else { name.to_owned() },
                first: (first, known.node()),
                again: (*row, line.node()),
                amount: amount(&line.amounts),
            });
        }
    }
    found
}

/// Only of what is voted or modified, and once both parts are there: they may come in two files.
fn surplus(reading: &Reading, merged: &Budget, tree: &Tree) -> Option<Finding> {
    if merged.phase == Phase::Executed {
        return None;
    }
    let of = |direction, part| totals::sum_of(tree, direction, Some(part));
    let (revenue, spending) = (of(Direction::Revenue, Part::Running), of(Direction::Spending, Part::Running));
    let received = of(Direction::Revenue, Part::Equipment);
    let has_equipment = received.lines > 0 || of(Direction::Spending, Part::Equipment).lines > 0;
    let left = revenue.get(Measure::Payment)?.checked_sub(spending.get(Measure::Payment)?)?;
    let carried = received.carried.payment;
    if !has_equipment || left < 0 || carried.unwrap_or_default() == left {
        return None;
    }
    let is_it = |line: &Line| line.surplus && line.part == Some(Part::Equipment) && line.account.is_main();
    let row = reading.lines.iter().find(|(_, line)| is_it(line)).map(|(row, _)| *row);
    Some(Finding::Surplus { left, carried, row })
}
