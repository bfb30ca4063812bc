//! Reading workbooks: one sheet, row by row. Formulas give the value that the spreadsheet kept for them.

use std::{
    collections::BTreeMap,
    io::{self, BufRead, BufReader, Read},
    ops::ControlFlow,
};

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::{
    Note, Problem,
    source::{Bytes, Cell, Hearer, Source, TableRow, Told, plain},
};

/// What a workbook may unpack to, all together; a small file can hold far more (a "zip bomb").
const MOST_UNPACKED: u64 = 400 * 1024 * 1024;
/// What its table of texts may unpack to: it is the one part that is held in memory.
const MOST_TEXTS: u64 = 100 * 1024 * 1024;

type Book<'a> = Xlsx<Box<dyn Bytes + 'a>>;

fn unusable(value: impl Into<String>, key: &'static str) -> Problem {
    Problem::new(0, "", value, key)
}

fn because(error: &XlsxError) -> Problem {
    match error {
        XlsxError::Password => unusable("", "import-password"),
        error => unusable(error.to_string(), "import-not-workbook"),
    }
}

/// Whether this is a workbook that can be read, with such a sheet.
pub(crate) fn check(source: &Source) -> io::Result<Result<(), Problem>> {
    if let Err(problem) = sizes(source)? {
        return Ok(Err(problem));
    }
    Ok(open(source)?.and_then(|book| sheet(source, &book).map(|_| ())))
}

fn open(source: &Source) -> io::Result<Result<Book<'_>, Problem>> {
    let bytes = source.body().open()?;
    Ok(Xlsx::new(bytes).map_err(|error| because(&error)))
}

/// Unpacks every part once without keeping it: what a part says of its own size can be a lie.
fn sizes(source: &Source) -> io::Result<Result<(), Problem>> {
    let broken = |error: &dyn std::fmt::Display| Ok(Err(unusable(error.to_string(), "import-not-workbook")));
    let mut archive = match zip::ZipArchive::new(source.body().open()?) {
        Ok(archive) => archive,
        Err(error) => return broken(&error),
    };
    let mut left = MOST_UNPACKED;
    for index in 0..archive.len() {
        let part = match archive.by_index(index) {
            Ok(part) => part,
            Err(error) => return broken(&error),
        };
        let texts = part.name().is_ok_and(|name| name.ends_with("sharedStrings.xml"));
        let most = if texts { left.min(MOST_TEXTS) } else { left };
        match io::copy(&mut part.take(most + 1), &mut io::sink()) {
            Ok(size) if size > most => return Ok(Err(unusable((MOST_UNPACKED >> 20).to_string(), "import-too-large"))),
            Ok(size) => left -= size,
            Err(error) => return broken(&error),
        }
    }
    Ok(Ok(()))
}

/// The sheet to read and its place in the workbook: the one that is named, else the first that people see.
fn sheet(source: &Source, book: &Book<'_>) -> Result<(usize, String), Problem> {
    let mut sheets = book.sheets_metadata().iter().enumerate().filter(|(_, sheet)| sheet.typ == SheetType::WorkSheet);
    let found = match source.sheet() {
        Some(name) => sheets.find(|(_, sheet)| sheet.name == name),
        None => sheets.find(|(_, sheet)| sheet.visible == SheetVisible::Visible),
    };
    let names = || book.sheet_names().join(", ");
    found.map(|(index, sheet)| (index, sheet.name.clone())).ok_or_else(|| unusable(names(), "import-no-such-sheet"))
}

/// Tells the rows of the sheet; the other sheets and the hidden rows are named.
pub(crate) fn rows(source: &Source, hear: Hearer<'_>) -> io::Result<()> {
    let mut wrong = |problem| {
        let _ = hear(Told::Wrong(problem));
        Ok(())
    };
    let mut book = match open(source)? {
        Ok(book) => book,
        Err(problem) => return wrong(problem),
    };
    let (index, name) = match sheet(source, &book) {
        Ok(found) => found,
        Err(problem) => return wrong(problem),
    };
    for other in book.sheets_metadata().iter().filter(|other| other.name != name) {
        let hidden = other.visible != SheetVisible::Visible;
        let key = if hidden { "import-hidden-sheet" } else { "import-other-sheet" };
        let _ = hear(Told::Note(Note { key, value: other.name.clone() }));
    }
    match hidden_rows(source, index)? {
        0 => {}
        count => {
            let _ = hear(Told::Note(Note { key: "import-hidden-rows", value: count.to_string() }));
        }
    }
    let told = match cells(&mut book, &name, hear) {
        Ok(()) => return Ok(()),
        Err(error) => because(&error),
    };
    let _ = hear(Told::Wrong(told));
    Ok(())
}

fn cells(book: &mut Book<'_>, name: &str, hear: Hearer<'_>) -> Result<(), XlsxError> {
    let mut reader = book.worksheet_cells_reader(name)?;
    // Which formats show a number as so many percent.
    let percents: Vec<bool> = reader
        .styles()
        .iter()
        .map(|style| style.number_format.as_ref().is_some_and(|format| format.format_code.contains('%')))
        .collect();
    let mut row: Vec<Cell> = Vec::new();
    let mut at = 0;
    while let Some((cell, style)) = reader.next_cell_with_style_id()? {
        let ((line, column), value) = (cell.get_position(), cell.get_value());
        if line != at {
            if tell(at, &mut row, hear).is_break() {
                return Ok(());
            }
            at = line;
        }
        let Some(value) = read(value, percents.get(style).copied().unwrap_or_default()) else { continue };
        let column = usize::try_from(column).unwrap_or_default();
        if row.len() <= column {
            row.resize(column + 1, Cell::Text(String::new()));
        }
        if let Some(place) = row.get_mut(column) {
            *place = value;
        }
    }
    let _ = tell(at, &mut row, hear);
    Ok(())
}

fn tell(at: u32, row: &mut Vec<Cell>, hear: Hearer<'_>) -> ControlFlow<()> {
    let cells = std::mem::take(row);
    if cells.iter().all(Cell::is_blank) {
        return ControlFlow::Continue(());
    }
    let number = usize::try_from(at).unwrap_or_default() + 1;
    hear(Told::Row(TableRow { number, cells, strict: false }))
}

fn read(value: &DataRef<'_>, percent: bool) -> Option<Cell> {
    Some(match value {
        DataRef::Empty => return None,
        DataRef::String(text) => Cell::Text(text.trim().to_owned()),
        DataRef::SharedString(text) => Cell::Text(text.trim().to_owned()),
        #[expect(clippy::cast_precision_loss, reason = "a spreadsheet counts in doubles itself")]
        DataRef::Int(number) => as_number(*number as f64, percent),
        DataRef::Float(number) => as_number(*number, percent),
        DataRef::Bool(value) => Cell::Bool(*value),
        DataRef::DateTime(date) => Cell::Text(day(date)),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cell::Text(text.clone()),
        DataRef::Error(error) => Cell::Error(error.to_string()),
    })
}

fn as_number(number: f64, percent: bool) -> Cell {
    if percent { Cell::Percent(number * 100.0) } else { Cell::Number(number) }
}

/// A day as ISO writes it, in whichever of the two calendars of spreadsheets; a time of day stays a number.
fn day(date: &ExcelDateTime) -> String {
    if !date.is_datetime() || date.as_f64() < 1.0 {
        return plain(date.as_f64());
    }
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}

/// How many rows of the sheet at `index` nobody sees. They are read all the same.
fn hidden_rows(source: &Source, index: usize) -> io::Result<usize> {
    let Ok(mut archive) = zip::ZipArchive::new(source.body().open()?) else { return Ok(0) };
    let Some(path) = path_of(&mut archive, index) else { return Ok(0) };
    let Ok(part) = archive.by_name(&path) else { return Ok(0) };
    let mut part = BufReader::new(part);
    let (mut count, mut tag) = (0, Vec::new());
    while part.read_until(b'>', &mut tag)? > 0 {
        let start = tag.iter().rposition(|byte| *byte == b'<').unwrap_or_default();
        let text = String::from_utf8_lossy(tag.get(start..).unwrap_or_default());
        if text.starts_with("<row ") && ["1", "true"].contains(&attributes(&text).remove("hidden").unwrap_or_default())
        {
            count += 1;
        }
        drop(text);
        tag.clear();
    }
    Ok(count)
}

/// Where in the archive the sheet at `index` lies.
fn path_of(archive: &mut zip::ZipArchive<Box<dyn Bytes + '_>>, index: usize) -> Option<String> {
    let mut part = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).ok()?.read_to_string(&mut text).ok()?;
        Some(text)
    };
    let book = part("xl/workbook.xml")?;
    let id = attributes(book.split('<').filter(|tag| tag.starts_with("sheet ")).nth(index)?).remove("r:id")?;
    let relations = part("xl/_rels/workbook.xml.rels")?;
    let mut relations = relations.split('<').filter(|tag| tag.starts_with("Relationship ")).map(attributes);
    let target = relations.find(|one| one.get("Id") == Some(&id))?.remove("Target")?;
    Some(match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("xl/{target}"),
    })
}

/// The attributes of a tag that a program wrote.
fn attributes(tag: &str) -> BTreeMap<&str, &str> {
    let mut out = BTreeMap::new();
    let mut rest = tag;
    while let Some((name, after)) = rest.split_once('=') {
        let quote = if after.starts_with('\'') { '\'' } else { '"' };
        let Some((value, after)) = after.get(1..).and_then(|after| after.split_once(quote)) else { break };
        let name = name.rsplit(char::is_whitespace).next().unwrap_or_default();
        out.insert(name, value);
        rest = after;
    }
    out
}
