//! Reading tables, CSV and workbooks alike: finding the header, and handing over row after row.

use std::{collections::HashSet, io};

use super::{Ear, ImportOptions, Mapping, Note, Problem, columns, csv_in::Table};
use crate::tables::{Source, TableRow, Told};

/// Reads a table: rows until the header is found, then one project per row.
pub(super) fn read(source: &Source, options: &ImportOptions, ear: &mut Ear<'_>) -> io::Result<()> {
    let mut head: Vec<TableRow> = Vec::new();
    let mut table: Option<Table<'_>> = None;
    source.rows(&mut |told| {
        let is_row = matches!(told, Told::Row(_));
        match told {
            Told::Note(note) => return ear.note(note),
            Told::Wrong(problem) if problem.row == 0 => return ear.unusable(vec![problem]),
            Told::Wrong(problem) if table.is_none() && head.is_empty() => {
                return ear.unusable(vec![Problem { row: 0, key: "import-not-csv", ..problem }]);
            }
            Told::Row(row) => match &table {
                Some(table) => return table.row(&row, ear),
                None => head.push(row),
            },
            Told::Wrong(problem) => {
                if table.is_none() {
                    table = settle(&head, options, ear);
                }
                return ear.bad(vec![problem]);
            }
        }
        if is_row && head.len() == super::HEADER_WITHIN {
            table = settle(&head, options, ear);
        }
        ear.flow()
    })?;
    if ear.goes_on() {
        if table.is_none() && !head.is_empty() {
            settle(&head, options, ear);
        }
        if ear.read == 0 && ear.goes_on() {
            let key = if table.is_none() && head.is_empty() { "import-empty" } else { "import-no-rows" };
            let _ = ear.unusable(vec![Problem::new(0, "", "", key)]);
        }
    }
    Ok(())
}

/// Finds the header among the first rows and reads those below it.
fn settle<'a>(head: &[TableRow], options: &'a ImportOptions, ear: &mut Ear<'_>) -> Option<Table<'a>> {
    let at = header_at(head, options.mapping.as_ref());
    let (above, below) = head.split_at(at);
    let (header, rows) = below.split_first()?;
    if !above.is_empty() {
        let _ = ear.note(Note { key: "import-rows-above", value: above.len().to_string() });
    }
    match Table::new(names(header), options) {
        Ok(table) => {
            for row in rows {
                let _ = table.row(row, ear);
            }
            Some(table)
        }
        Err(problems) => {
            let _ = ear.unusable(problems);
            None
        }
    }
}

/// Which of the first rows is the header: the one of which most is understood, else the first. Above it stand titles.
pub(super) fn header_at(rows: &[TableRow], mapping: Option<&Mapping>) -> usize {
    let understood = |row: &TableRow| {
        let known = |name: &String| {
            mapping.is_some_and(|mapping| mapping.columns.contains_key(name)) || columns::understand(name).is_some()
        };
        names(row).iter().filter(|name| known(name)).count()
    };
    let mut best = (0, 0);
    for (index, row) in rows.iter().enumerate() {
        let score = understood(row);
        if score > best.0 {
            best = (score, index);
        }
    }
    best.1
}

/// The names of columns, each once: one without a name is called by its number, a second of the same name too.
pub(super) fn names(row: &TableRow) -> Vec<String> {
    let mut out: Vec<String> = Vec::with_capacity(row.cells.len());
    let mut seen: HashSet<String> = HashSet::new();
    for (number, cell) in (1..).zip(&row.cells) {
        let shown = cell.shown().trim().to_owned();
        let name = if shown.is_empty() { format!("#{number}") } else { shown };
        let twin = columns::understand(&name).is_none() && seen.contains(&name);
        let name = if twin { format!("{name} #{number}") } else { name };
        seen.insert(name.clone());
        out.push(name);
    }
    out
}
