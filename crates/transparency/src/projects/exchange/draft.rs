//! Drafts of mappings, made by looking at headers and values, for a person to correct.

use std::{
    collections::{BTreeMap, HashMap},
    fmt::Write,
    io,
    ops::ControlFlow,
};

use infitah_base::{Currency, number, text};

use super::{HEADER_WITHIN, Problem, Source, columns, csv_in, table, values};
use crate::tables::{Cell, Kind, TableRow, Told};

/// How many values of a column are looked at.
const SAMPLE: usize = 200;
/// How many different values are drafted.
const DISTINCT: usize = 40;

/// What was seen of a column.
#[derive(Default)]
struct Column {
    header: String,
    first: Vec<Cell>,
    /// Different values, with how many rows have each.
    values: BTreeMap<String, usize>,
    more: bool,
}

impl Column {
    fn see(&mut self, cell: &Cell) {
        if cell.is_blank() {
            return;
        }
        let shown = cell.shown();
        if self.values.len() < DISTINCT || self.values.contains_key(&shown) {
            *self.values.entry(shown).or_default() += 1;
        } else {
            self.more = true;
        }
        if self.first.len() < SAMPLE {
            self.first.push(cell.clone());
        }
    }

    fn texts(&self) -> impl Iterator<Item = String> {
        self.first.iter().filter(|cell| matches!(cell, Cell::Text(_))).map(Cell::shown)
    }

    /// Whether nearly all values are so, and there are some.
    fn mostly(&self, is: impl Fn(&str) -> bool) -> bool {
        let hits = self.first.iter().filter(|cell| is(&cell.shown())).count();
        hits > 0 && hits * 10 >= self.first.len() * 6
    }
}

/// What a column means, and whether that was guessed from its values.
struct Meaning {
    target: String,
    guessed: &'static str,
}

/// Drafts a mapping for a table. `gazetteer` has the folded names of places, where they are known. A file that needs
/// no mapping, or is no table, is a problem.
pub fn draft_mapping(source: &Source, gazetteer: &HashMap<String, String>) -> io::Result<Result<String, Problem>> {
    if source.kind() == Kind::Json {
        return Ok(Err(Problem::new(0, "", "", "import-json-needs-no-mapping")));
    }
    let columns = match look(source)? {
        Ok(columns) => columns,
        Err(problem) => return Ok(Err(problem)),
    };
    let meanings = meanings(&columns, gazetteer);
    let mut out = String::from(
        "# What the columns and values mean. Correct it, then: infitah import projects FILE --mapping THIS\n\
         # \"keep\": kept word for word, not shown. \"ignore\": left out, and named in the report.\n",
    );
    let _ = writeln!(out, "# Known meanings: {}.\n", columns::known().join(", "));
    let _ = writeln!(out, "# language = \"fr\"");
    match currency(&columns, &meanings) {
        Some(currency) => {
            let _ = writeln!(out, "currency = \"{}\"  # from the marks beside the amounts", currency.code());
        }
        None => out.push_str("# currency = \"MAD\"\n"),
    }
    let texts = || columns.iter().flat_map(Column::texts);
    let commas = texts().filter(|cell| looks_decimal(cell, ',')).count();
    let points = texts().filter(|cell| looks_decimal(cell, '.')).count();
    if commas + points > 0 {
        let _ = writeln!(out, "decimal = \"{}\"", if commas > points { "comma" } else { "point" });
    }
    if let Some(order) = date_order(texts()) {
        let _ = writeln!(out, "dates = \"{order}\"");
    }
    out.push_str("\n[columns]\n");
    for (column, meaning) in columns.iter().zip(&meanings) {
        let example: String = column.first.first().map(Cell::shown).unwrap_or_default().chars().take(40).collect();
        let _ = writeln!(
            out,
            "{} = \"{}\"  # {}{}",
            quoted(&column.header),
            meaning.target,
            meaning.guessed,
            one_line(&example)
        );
    }
    let mut coded: Vec<&str> = values::CODED.to_vec();
    coded.retain(|target| meanings.iter().any(|meaning| columns::unnumbered(&meaning.target) == *target));
    for target in coded {
        let of = columns.iter().zip(&meanings).filter(|(_, meaning)| columns::unnumbered(&meaning.target) == target);
        draft_values(&mut out, &of.map(|(column, _)| column).collect::<Vec<_>>(), target);
    }
    Ok(Ok(out))
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

fn one_line(text: &str) -> String {
    text.replace(|c: char| c.is_control(), " ")
}

/// Reads the table once: headers, first values, different values.
fn look(source: &Source) -> io::Result<Result<Vec<Column>, Problem>> {
    let (mut head, mut columns, mut problem): (Vec<TableRow>, Vec<Column>, _) = (Vec::new(), Vec::new(), None);
    let see = |columns: &mut Vec<Column>, row: &TableRow| {
        columns.iter_mut().zip(&row.cells).for_each(|(column, cell)| column.see(cell));
    };
    let settle = |head: &mut Vec<TableRow>, columns: &mut Vec<Column>| {
        let at = table::header_at(head, None);
        let mut rows = head.drain(..).skip(at);
        let names = rows.next().map(|row| table::names(&row)).unwrap_or_default();
        columns.extend(names.into_iter().map(|header| Column { header, ..Column::default() }));
        rows.for_each(|row| see(columns, &row));
    };
    source.rows(&mut |told| {
        match told {
            Told::Row(row) if columns.is_empty() => {
                head.push(row);
                if head.len() == HEADER_WITHIN {
                    settle(&mut head, &mut columns);
                }
            }
            Told::Row(row) => see(&mut columns, &row),
            Told::Wrong(wrong) if wrong.row == 0 => {
                problem = Some(wrong);
                return ControlFlow::Break(());
            }
            // A bad row is named when the file is checked.
            Told::Wrong(_) | Told::Note(_) => {}
        }
        ControlFlow::Continue(())
    })?;
    if columns.is_empty() {
        settle(&mut head, &mut columns);
    }
    if columns.is_empty() && problem.is_none() {
        problem = Some(Problem::new(0, "", "", "import-empty"));
    }
    Ok(problem.map_or(Ok(columns), Err))
}

/// What each column means: by its header, else by its values when no other column means that.
fn meanings(columns: &[Column], gazetteer: &HashMap<String, String>) -> Vec<Meaning> {
    let by_header: Vec<Option<String>> = columns.iter().map(|column| columns::understand(&column.header)).collect();
    let mut taken: Vec<String> = Vec::new();
    let mut out: Vec<Meaning> = Vec::new();
    for (column, header) in columns.iter().zip(&by_header) {
        let free = |target: &str| {
            target == "place.name"
                || !(taken.iter().any(|one| one == target) || by_header.iter().flatten().any(|one| one == target))
        };
        let meaning = match header {
            // Two headers of one meaning: the first is taken, a person may choose the other.
            Some(target) if target != "place.name" && taken.contains(target) => {
                Meaning { target: columns::KEEP.to_owned(), guessed: "a second column of one meaning; " }
            }
            Some(target) => Meaning { target: target.clone(), guessed: "" },
            None => match by_values(column, gazetteer).filter(|target| free(target)) {
                Some(target) => Meaning { target: target.to_owned(), guessed: "guessed from the values; " },
                None if column.mostly(looks_like_date) => {
                    Meaning { target: columns::KEEP.to_owned(), guessed: "dates, of what? " }
                }
                None => Meaning { target: columns::KEEP.to_owned(), guessed: "" },
            },
        };
        taken.push(meaning.target.clone());
        out.push(meaning);
    }
    guess_coordinates(columns, &mut out);
    out
}

fn by_values(column: &Column, gazetteer: &HashMap<String, String>) -> Option<&'static str> {
    let is_place_code = |value: &str| {
        let parts: Vec<&str> = value.split('.').collect();
        parts.len() >= 3
            && parts.iter().all(|part| (2..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
    };
    let is_currency = |value: &str| value.len() == 3 && value.parse::<Currency>().is_ok();
    if column.mostly(is_place_code) {
        return Some("place");
    }
    if column.mostly(is_currency) {
        return Some("currency");
    }
    if column.mostly(|value| value.ends_with(['%', '٪'])) {
        return Some("built");
    }
    if column.mostly(|value| !values::without_mark(value).1.is_empty()) {
        return Some("budget");
    }
    if column.mostly(|value| gazetteer.contains_key(&text::fold(value))) {
        return Some("place.name");
    }
    let means = |target: &&str| column.mostly(|value| values::suggest(target, value).is_some());
    ["status", "sector", "work", "kind", "contract.method"].into_iter().find(means)
}

/// Two unnamed columns side by side with degrees are latitude and longitude, in this order.
fn guess_coordinates(columns: &[Column], meanings: &mut [Meaning]) {
    if meanings.iter().any(|meaning| matches!(meaning.target.as_str(), "latitude" | "longitude")) {
        return;
    }
    let degrees = |column: &Column, limit: f64| {
        column.mostly(|value| {
            let plain = number::plain_decimal(value, Some(number::DecimalMark::Point));
            let fine =
                plain.as_deref().and_then(|plain| plain.split_once('.')).is_some_and(|(_, after)| after.len() >= 4);
            fine && plain.and_then(|plain| plain.parse::<f64>().ok()).is_some_and(|value| value.abs() <= limit)
        })
    };
    let free = |meaning: &Meaning| meaning.target == columns::KEEP;
    let pair = (1..columns.len()).find(|index| {
        let at = |index: usize, limit| {
            columns.get(index).is_some_and(|column| degrees(column, limit)) && meanings.get(index).is_some_and(free)
        };
        at(index - 1, 90.0) && at(*index, 180.0)
    });
    let Some(index) = pair else { return };
    for (index, target) in [(index - 1, "latitude"), (index, "longitude")] {
        if let Some(meaning) = meanings.get_mut(index) {
            *meaning = Meaning { target: target.to_owned(), guessed: "guessed from the values; " };
        }
    }
}

/// The one currency that all marks beside amounts may mean.
fn currency(columns: &[Column], meanings: &[Meaning]) -> Option<Currency> {
    if meanings.iter().any(|meaning| meaning.target == "currency") {
        return None;
    }
    let amounts = columns.iter().zip(meanings).filter(|(_, meaning)| columns::is_amount(&meaning.target));
    let marks = amounts.flat_map(|(column, _)| column.texts()).map(|cell| values::without_mark(&cell).1);
    let mut common: Option<Vec<Currency>> = None;
    for named in marks.filter(|named| !named.is_empty()) {
        let both = |known: Vec<Currency>| known.into_iter().filter(|one| named.contains(one)).collect();
        common = Some(common.map_or_else(|| named.clone(), both));
    }
    // A mark that several currencies have ($) says nothing.
    match common.as_deref() {
        Some([one]) => Some(*one),
        _ => None,
    }
}

/// Drafts what the values of the columns of one meaning become, where they are to be codes and are none yet.
fn draft_values(out: &mut String, of: &[&Column], target: &str) {
    let mut wanted: BTreeMap<String, usize> = BTreeMap::new();
    for (value, count) in of.iter().flat_map(|column| &column.values) {
        let whole = target != "sector" || values::suggest(target, value).is_some();
        let parts = if whole { vec![value.clone()] } else { csv_in::split(value) };
        for part in parts.into_iter().filter(|part| !values::is_code(target, part)) {
            *wanted.entry(part).or_default() += count;
        }
    }
    if wanted.is_empty() {
        return;
    }
    let _ = writeln!(
        out,
        "\n# \"{}\" is for a person to say: {}, or ignore.",
        values::UNKNOWN,
        values::codes(target).join(", ")
    );
    if of.iter().any(|column| column.more) {
        let _ = writeln!(out, "# There are more values than the {DISTINCT} below.");
    }
    let name = if target.contains('.') { quoted(target) } else { target.to_owned() };
    let _ = writeln!(out, "[values.{name}]");
    for (value, count) in wanted.iter().take(DISTINCT) {
        let code = values::suggest(target, value).unwrap_or(values::UNKNOWN);
        let _ = writeln!(out, "{} = \"{code}\"  # rows: {count}", quoted(value));
    }
}

/// A number whose mark is followed by other than three digits.
fn looks_decimal(cell: &str, mark: char) -> bool {
    let cell = cell.trim();
    cell.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',' | b' ' | b'-' | b'E' | b'e'))
        && cell.matches(mark).count() == 1
        && cell.rsplit(mark).next().is_some_and(|after| after.len() != 3 && !after.is_empty())
}

fn date_order(cells: impl Iterator<Item = String>) -> Option<&'static str> {
    let (mut year_first, mut first_over_12, mut second_over_12, mut slashed) = (0, 0, 0, 0);
    for cell in cells {
        let parts: Vec<&str> = cell.trim().get(..10).unwrap_or(cell.trim()).split(['-', '/', '.']).collect();
        let [a, b, c] = parts.as_slice() else { continue };
        let (Ok(a_number), Ok(b_number), Ok(_)) = (a.parse::<u16>(), b.parse::<u16>(), c.parse::<u16>()) else {
            continue;
        };
        if a.len() == 4 {
            year_first += 1;
        } else if c.len() == 4 {
            slashed += 1;
            first_over_12 += usize::from(a_number > 12);
            second_over_12 += usize::from(b_number > 12);
        }
    }
    match (year_first, slashed) {
        (0, 0) => None,
        (0, _) if second_over_12 > first_over_12 => Some("month-first"),
        (0, _) => Some("day-first"),
        _ => Some("year-first"),
    }
}

fn looks_like_date(cell: &str) -> bool {
    date_order(std::iter::once(number::latin_digits(cell))).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::projects::exchange::{
        Body,
        mapping::{DateOrder, read_mapping},
    };
    use infitah_base::number::DecimalMark;

    fn draft(file: &str) -> String {
        let source = Source::look(Body::Bytes(file.as_bytes().to_vec()), None, None).unwrap().unwrap();
        draft_mapping(&source, &[("tabant".to_owned(), "05.081.03.09".to_owned())].into()).unwrap().unwrap()
    }

    #[test]
    fn a_draft_can_be_read_and_understands_what_it_can() {
        let file = "Code projet;Intitulé;Coût total;Début des travaux;Île\nA1;Route;1 234,50;23/11/2026;\"a\nb\"\n";
        let draft = draft(file);
        let mapping = read_mapping(&draft).unwrap_or_else(|error| panic!("{error}\n{draft}"));
        assert_eq!(mapping.decimal, Some(DecimalMark::Comma));
        assert_eq!(mapping.dates, Some(DateOrder::Day));
        let meanings: Vec<&str> = ["Code projet", "Intitulé", "Coût total", "Début des travaux", "Île"]
            .iter()
            .map(|header| mapping.columns[*header].as_str())
            .collect();
        assert_eq!(meanings, ["identifier", "title", "budget", "actual.start", "keep"]);
    }

    #[test]
    fn values_say_what_headers_do_not() {
        let file = "Liste des projets;;;;;;;\nCode;Projet;Où;Combien;Où en est-on;Fait;X;Y\n\
            1;Piste;Tabant;1 200 DH;En cours;46 %;31.6543;-6.4321\n2;École;Tabant;300 dhs;Presque fini;100 %;31.7001;-6.5002\n\
            3;Puits;Ailleurs;5 DH;Achevé;;;\n";
        let draft = draft(file);
        for line in [
            "currency = \"MAD\"",
            "\"Où\" = \"place.name\"  # guessed",
            "\"Combien\" = \"budget\"  # guessed",
            "\"Où en est-on\" = \"status\"  # guessed",
            "\"Fait\" = \"built\"  # guessed",
            "\"X\" = \"latitude\"",
            "\"Y\" = \"longitude\"",
            "\"En cours\" = \"implementation\"",
            "\"Presque fini\" = \"?\"",
        ] {
            assert!(draft.contains(line), "{line} is not in\n{draft}");
        }
        assert!(read_mapping(&draft).unwrap_err().contains("Presque fini"));
    }
}
