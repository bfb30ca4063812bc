//! From a file to rows whose columns have meanings: the header is found, and the columns of the edition are chosen.

use std::{collections::BTreeMap, io, ops::ControlFlow};

use super::{ReadOptions, columns::Meaning};
use crate::{
    budget::model::Measure,
    tables::{Cell, HEADER_WITHIN, Kind, Note, Problem, Source, TableRow, Told},
};

/// A table of which it is known what its columns mean.
pub(super) struct Table {
    pub(super) headers: Vec<String>,
    /// One per column; what is left out has none.
    pub(super) meanings: Vec<Option<Meaning>>,
    pub(super) rows: Vec<TableRow>,
    pub(super) problems: Vec<Problem>,
    pub(super) notes: Vec<Note>,
    pub(super) left_out: BTreeMap<String, usize>,
    /// The columns of amounts, of this edition or another.
    pub(super) amounts: Vec<usize>,
    /// Whether amounts stand in a column for each year or phase: a row without any is then not of this edition.
    pub(super) by_column: bool,
}

/// So many rows are held; a budget has some thousands.
const MOST_ROWS: usize = 300_000;

/// Reads all rows and settles what the columns mean.
pub(super) fn table(source: &Source, options: &ReadOptions) -> io::Result<Result<Table, Vec<Problem>>> {
    let unusable = |key, value: &str| vec![Problem::new(0, "", value, key)];
    if source.kind() == Kind::Json {
        return Ok(Err(unusable("import-budget-not-a-table", "")));
    }
    let (mut rows, mut problems, mut notes) = (Vec::new(), Vec::new(), Vec::new());
    let mut broken = None;
    source.rows(&mut |told| {
        match told {
            Told::Note(note) => notes.push(note),
            Told::Wrong(problem) if problem.row == 0 => {
                broken = Some(problem);
                return ControlFlow::Break(());
            }
            Told::Wrong(problem) => problems.push(problem),
            Told::Row(row) if rows.len() < MOST_ROWS => rows.push(row),
            Told::Row(row) => {
                broken = Some(Problem::new(0, "", row.number.to_string(), "import-budget-too-long"));
                return ControlFlow::Break(());
            }
        }
        ControlFlow::Continue(())
    })?;
    if let Some(problem) = broken {
        return Ok(Err(vec![problem]));
    }
    let Some(head) = header(&rows, options) else {
        return Ok(Err(unusable("import-budget-no-header", &Meaning::known().join(", "))));
    };
    let body = rows.split_off(head + 1);
    let Some(header) = rows.pop() else { return Ok(Err(unusable("import-empty", ""))) };
    if !rows.is_empty() {
        notes.push(Note { key: "import-rows-above", value: rows.len().to_string() });
    }
    let headers: Vec<String> = header.cells.iter().map(Cell::shown).collect();
    let mut wrong = missing(&headers, options);
    let meanings = chosen(&headers, options, &mut wrong);
    let said: Vec<(usize, Meaning)> =
        headers.iter().enumerate().filter_map(|(index, header)| Some((index, meaning(header, options)?))).collect();
    let is_of_one = |one: &Meaning| matches!(one, Meaning::Amount(_, phase, year) if phase.is_some() || year.is_some());
    let by_column = said.iter().any(|(_, one)| is_of_one(one));
    let amounts = said.into_iter().filter(|(_, one)| one.is_amount()).map(|(index, _)| index).collect();
    if !wrong.is_empty() {
        return Ok(Err(wrong));
    }
    let mut left_out = BTreeMap::new();
    for (index, header) in headers.iter().enumerate() {
        if meanings.get(index).is_some_and(Option::is_none) {
            let held = body.iter().filter(|row| row.cells.get(index).is_some_and(|cell| !cell.is_blank())).count();
            if held > 0 {
                left_out.insert(header.clone(), held);
            }
        }
    }
    Ok(Ok(Table { headers, meanings, rows: body, problems, notes, left_out, amounts, by_column }))
}

/// Where the header stands: the row of which most is understood, an amount among it.
fn header(rows: &[TableRow], options: &ReadOptions) -> Option<usize> {
    let score = |row: &TableRow| {
        let meanings: Vec<Meaning> = row.cells.iter().filter_map(|cell| meaning(&cell.shown(), options)).collect();
        let has_amount = meanings.iter().any(Meaning::is_amount);
        (has_amount && meanings.len() > 1).then_some(meanings.len())
    };
    let scored = rows.iter().take(HEADER_WITHIN).enumerate();
    let scored = scored.filter_map(|(index, row)| Some((score(row)?, index)));
    // The first of the best: a title row may be repeated further down.
    scored.max_by_key(|(score, index)| (*score, std::cmp::Reverse(*index))).map(|(_, index)| index)
}

/// What a header means: as the mapping says it, else as the program understands it.
pub(super) fn meaning(header: &str, options: &ReadOptions) -> Option<Meaning> {
    let said = options.mapping.as_ref().and_then(|mapping| mapping.columns.get(header.trim()));
    match said {
        Some(said) => Meaning::parse(said),
        None => Meaning::of_header(header),
    }
}

/// The columns that the mapping names and the file has not.
fn missing(headers: &[String], options: &ReadOptions) -> Vec<Problem> {
    let named = options.mapping.iter().flat_map(|mapping| mapping.columns.keys());
    let is_there = |name: &str| headers.iter().any(|header| header.trim() == name);
    let missing = named.filter(|name| !is_there(name));
    missing.map(|name| Problem::new(0, name, name.as_str(), "import-no-such-column")).collect()
}

/// The columns that this edition is read from. Of amounts, those of another year or phase are left out, and one that
/// says its year and phase goes before one that does not.
fn chosen(headers: &[String], options: &ReadOptions, wrong: &mut Vec<Problem>) -> Vec<Option<Meaning>> {
    let mut meanings: Vec<Option<Meaning>> = headers.iter().map(|header| meaning(header, options)).collect();
    let mut best: BTreeMap<Measure, usize> = BTreeMap::new();
    for column in &mut meanings {
        let Some(Meaning::Amount(measure, phase, year)) = column else { continue };
        if phase.is_some_and(|phase| phase != options.phase) || year.is_some_and(|year| year != options.year) {
            *column = None;
            continue;
        }
        let says = usize::from(phase.is_some()) + usize::from(year.is_some());
        let known = best.entry(*measure).or_default();
        *known = says.max(*known);
    }
    for column in &mut meanings {
        if let Some(Meaning::Amount(measure, phase, year)) = column {
            let says = usize::from(phase.is_some()) + usize::from(year.is_some());
            if best.get(measure).is_some_and(|best| says < *best) {
                *column = None;
            } else {
                *column = Some(Meaning::Amount(*measure, None, None));
            }
        }
    }
    for column in &mut meanings {
        if *column == Some(Meaning::Ignore) {
            *column = None;
        }
    }
    let mut seen: BTreeMap<&Meaning, &str> = BTreeMap::new();
    for (meaning, header) in meanings.iter().zip(headers) {
        if let Some(meaning) = meaning
            && seen.insert(meaning, header).is_some()
        {
            wrong.push(Problem::new(0, header, meaning.to_string(), "import-two-columns"));
        }
    }
    meanings
}
