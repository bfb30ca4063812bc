//! From rows to what a file says of an edition: lines at their paths, names of nodes, stated totals.

use std::collections::{BTreeMap, HashMap, HashSet};

use infitah_base::{Currency, Text};

use super::{
    Mapping, ReadOptions, Reading, Rows,
    columns::{self, Meaning},
    levels::Codes,
    made_id,
    read::Table,
    row::{Heard, Reader, Row},
};
use crate::{
    budget::model::{NodeKey, Stated},
    tables::{Note, Problem},
};

/// What a table says; the error is why it cannot be used at all.
pub(super) fn reading(
    mut table: Table,
    options: &ReadOptions,
    is_place: &dyn Fn(&str) -> bool,
) -> Result<Reading, Vec<Problem>> {
    let mapping = options.mapping.clone().unwrap_or_default();
    let currency = currency(&table, options.currency.or(mapping.currency))?;
    let scheme = mapping.scheme(&table.meanings, options.scheme.as_ref());
    let (rows, read, others) = {
        let reader = Reader { table: &table, options, mapping: &mapping, scheme: &scheme, currency, is_place };
        let mut wrong = Vec::new();
        let (mut rows, mut read, mut others) = (Vec::new(), 0, 0);
        for row in &table.rows {
            match reader.read(row) {
                Heard::Row(row) => rows.push(*row),
                Heard::Wrong(problems) => wrong.extend(problems),
                Heard::Other => {
                    others += 1;
                    continue;
                }
            }
            read += 1;
        }
        table.problems.extend(wrong);
        (rows, read, others)
    };
    let mut reading = Reading {
        scheme,
        lines: Vec::new(),
        names: BTreeMap::new(),
        stated: Vec::new(),
        problems: table.problems,
        notes: table.notes,
        left_out: table.left_out,
        others,
        read,
        currency,
        repeated_lines: mapping.repeated_lines,
    };
    if read == 0 && others > 0 {
        return Err(vec![Problem::new(
            0,
            "",
            format!("{}-{}", options.year, options.phase.code()),
            "import-budget-none",
        )]);
    }
    let spoken_of = inner(&rows);
    let (rows, absent): (Vec<Row>, Vec<Row>) =
        rows.into_iter().partition(|row| !table.by_column || row.has_amount() || row.is_heading);
    reading.others += absent.len();
    reading.read -= absent.len();
    take(rows, &spoken_of, &table.meanings, &mapping, options, &mut reading);
    reading.problems.sort_by_key(|problem| problem.row);
    Ok(reading)
}

/// The one currency of a table: as it was said, and as its column says, if it has one.
fn currency(table: &Table, said: Option<Currency>) -> Result<Currency, Vec<Problem>> {
    let column = table.meanings.iter().position(|meaning| *meaning == Some(Meaning::Field("currency")));
    let mut found = said;
    let cells = table.rows.iter().filter_map(|row| Some((row.number, row.cells.get(column?)?)));
    for (row, cell) in cells.filter(|(_, cell)| !cell.is_blank()) {
        let shown = cell.shown();
        match shown.parse::<Currency>() {
            Ok(currency) if found.is_none_or(|known| known == currency) => found = Some(currency),
            _ => return Err(vec![Problem::new(row, "currency", shown, "import-budget-currency")]),
        }
    }
    found.ok_or_else(|| vec![Problem::new(0, "", "", "import-no-currency-file")])
}

/// Puts rows at their places.
fn take(
    mut rows: Vec<Row>,
    spoken_of: &HashSet<NodeKey>,
    meanings: &[Option<Meaning>],
    mapping: &Mapping,
    options: &ReadOptions,
    reading: &mut Reading,
) {
    let codes = Codes::of(&rows);
    let has_levels = meanings.iter().flatten().any(|meaning| matches!(meaning, Meaning::Code(_)));
    let guessed = mapping.rows.is_none() && !has_levels && codes.look_like_levels(&rows);
    let are_levels = mapping.rows == Some(Rows::Levels) || guessed;
    if guessed {
        reading.notes.push(Note { key: "import-budget-levels", value: String::new() });
    }
    let above: Vec<bool> = if are_levels { rows.iter().map(|row| codes.is_above(row)).collect() } else { Vec::new() };
    for row in rows.iter_mut().filter(|row| row.code.is_some() && row.line.path.is_empty()) {
        row.line.path = if are_levels {
            codes.path(row)
        } else {
            let code = row.code.as_deref().unwrap_or_default();
            code.split(['.', '/', ' ']).filter(|piece| !piece.is_empty()).map(str::to_owned).collect()
        };
    }
    // The nodes that have something below them.
    let inner = inner(&rows);
    let mut first: HashMap<String, (usize, NodeKey)> = HashMap::new();
    for (index, row) in rows.into_iter().enumerate() {
        names(&row, reading);
        let node = row.line.node();
        let is_above = above.get(index).copied().unwrap_or_default();
        if options.totals || is_above || is_total(&row) {
            state(&row, &node, options, reading);
        } else if node.path.is_empty() {
            reading.problems.push(Problem::new(
                row.number,
                "code",
                row.line.name.plain(text_lang(&row)),
                "import-budget-no-code",
            ));
        } else if inner.contains(&node) && !row.has_amount() {
            // A heading above its lines.
            name(reading, &node, row.line.name);
        } else if spoken_of.contains(&node) && row.is_heading {
            // The same above lines of other editions.
            reading.others += 1;
            reading.read -= 1;
        } else if inner.contains(&node) && row.id.is_none() {
            reading.problems.push(Problem::new(row.number, "code", node.to_string(), "import-budget-above"));
        } else {
            line(row, node, &mut first, reading);
        }
    }
}

/// The nodes that have something below them.
fn inner(rows: &[Row]) -> HashSet<NodeKey> {
    rows.iter().filter_map(|row| row.line.node().parent()).flat_map(around).collect()
}

/// A node and all around it.
fn around(node: NodeKey) -> impl Iterator<Item = NodeKey> {
    std::iter::successors(Some(node), NodeKey::parent)
}

fn text_lang(row: &Row) -> infitah_base::Lang {
    row.line.name.iter().next().map_or_else(infitah_base::Lang::arabic, |(lang, _)| lang)
}

fn name(reading: &mut Reading, node: &NodeKey, said: Text) {
    if said.is_empty() {
        return;
    }
    let known = reading.names.entry(node.to_string()).or_default();
    for (lang, text) in said.iter() {
        // The first that a file says stays.
        if known.exactly(lang).is_none() {
            known.set(lang, text);
        }
    }
}

fn names(row: &Row, reading: &mut Reading) {
    let node = row.line.node();
    for (depth, said) in &row.level_names {
        if let Some(codes) = node.path.get(..*depth) {
            let above = NodeKey { path: codes.to_vec(), ..node.clone() };
            name(reading, &above, said.clone());
        }
    }
    if !node.account.is_main() {
        let account = NodeKey { account: node.account, ..NodeKey::default() };
        name(reading, &account, row.account_name.clone());
    }
}

/// Whether a row says that it is a total, and not at the bottom of a path.
fn is_total(row: &Row) -> bool {
    let begins = |text: &str| columns::begins("total", text);
    row.id.is_none() && row.has_amount() && row.line.name.iter().any(|(_, text)| begins(text))
}

/// A total: of each measure that the row says. What stands for a part or below it counts the surplus that is carried,
/// as documents print their parts balanced; what stands for a whole direction does not, or money would count twice.
fn state(row: &Row, node: &NodeKey, options: &ReadOptions, reading: &mut Reading) {
    let with_surplus = row.line.surplus || node.part.is_some() || !node.path.is_empty();
    for measure in columns::measures() {
        if let Some(amount) = row.line.amounts.get(measure) {
            reading.stated.push((row.number, Stated { of: node.clone(), measure, amount, with_surplus }));
        }
    }
    if !options.totals && !node.path.is_empty() && !is_total(row) {
        name(reading, node, row.line.name.clone());
    }
}

fn line(row: Row, node: NodeKey, first: &mut HashMap<String, (usize, NodeKey)>, reading: &mut Reading) {
    let Row { number, id, mut line, .. } = row;
    let made = id.is_none();
    line.id = id.unwrap_or_else(|| made_id(&node, line.nature.as_ref().map(|nature| nature.code.as_str())));
    if line.name.is_empty() {
        let nature = line.nature.as_ref().map(|nature| nature.name.clone()).filter(|name| !name.is_empty());
        let named = reading.names.get(&node.to_string()).cloned();
        line.name = nature.or(named).unwrap_or_default();
    }
    if line.name.is_empty() {
        reading.problems.push(Problem::new(number, "name", node.to_string(), "import-budget-no-name"));
        return;
    }
    match first.get(&line.id) {
        None => {
            first.insert(line.id.clone(), (number, node));
        }
        // The same identifier at another path is a finding of the edition, with both paths: it is kept for that.
        Some((_, known)) if !made && *known != node => {}
        Some((row, _)) => {
            let value = format!("{} ({row})", line.id);
            reading.problems.push(Problem::new(number, "id", value, "import-budget-twice"));
            return;
        }
    }
    reading.lines.push((number, line));
}
