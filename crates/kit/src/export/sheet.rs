//! Spreadsheets (XLSX): a sheet with the table, and one that says what it is. Rows go to a file as they come, so that
//! memory holds one row; strings are never formulas.

use std::{io::Write, sync::Arc};

use infitah_base::{CivilDate, Timestamp};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::table::{Cell, Column};

/// Rows that a sheet holds below its header.
pub const MOST_ROWS: usize = 1_048_575;

/// Characters (UTF-16 units) that a cell holds.
const CELL: usize = 32_767;

/// Why a spreadsheet could not be made.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// More rows than a sheet has.
    #[error("a sheet holds {MOST_ROWS} rows: take CSV, or choose fewer")]
    Full,
    /// The file could not be written.
    #[error("spreadsheet: {0}")]
    Failed(#[from] XlsxError),
}

/// What the second sheet says: what the file is, and of whom.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// The name of the whole.
    pub title: String,
    /// A word and what it says (licence, source, date, address).
    pub lines: Vec<(String, String)>,
    /// Whether its reader reads from right to left.
    pub right_to_left: bool,
    /// The date that the file bears: made again from the same, it is the same.
    pub at: Timestamp,
}

/// A spreadsheet that is being written.
pub struct Sheet<R> {
    book: Workbook,
    columns: Arc<[Column<R>]>,
    about: About,
    rows: usize,
    date: Format,
}

impl<R> Sheet<R> {
    /// Begins a spreadsheet with a sheet of this name.
    pub fn begin(name: &str, columns: Arc<[Column<R>]>, about: About) -> Result<Self, SheetError> {
        let mut book = Workbook::new();
        let at = ExcelDateTime::from_timestamp(about.at.millis() / 1000)?;
        book.set_properties(&DocProperties::new().set_title(&about.title).set_creation_datetime(&at));
        let bold = Format::new().set_bold();
        let sheet = book.add_worksheet_with_constant_memory()?;
        sheet.set_name(name)?.set_right_to_left(about.right_to_left).set_freeze_panes(1, 0)?;
        for (number, column) in (0..).zip(columns.iter()) {
            sheet.set_column_width(number, width(column))?;
            sheet.write_string_with_format(0, number, column.name(), &bold)?;
        }
        Ok(Self { book, columns, about, rows: 0, date: Format::new().set_num_format("yyyy-mm-dd") })
    }

    /// Adds rows.
    pub fn write(&mut self, rows: &[R]) -> Result<(), SheetError> {
        if self.rows + rows.len() > MOST_ROWS {
            return Err(SheetError::Full);
        }
        let sheet = self.book.worksheet_from_index(0)?;
        for row in rows {
            self.rows += 1;
            let at = u32::try_from(self.rows).map_err(|_| SheetError::Full)?;
            for (number, column) in (0..).zip(self.columns.iter()) {
                put(sheet, at, number, column.value(row), &self.date)?;
            }
        }
        Ok(())
    }

    /// Writes the file.
    pub fn save(mut self, out: impl Write + Send) -> Result<(), SheetError> {
        let bold = Format::new().set_bold();
        let sheet = self.book.add_worksheet();
        sheet.set_name("about")?.set_right_to_left(self.about.right_to_left);
        sheet.set_column_width(0, 24)?.set_column_width(2, 90)?;
        sheet.write_string_with_format(0, 0, fitting(self.about.title), &bold)?;
        let mut at = 1;
        for (word, text) in self.about.lines {
            sheet.write_string(at, 0, fitting(word))?.write_string(at, 2, fitting(text))?;
            at += 1;
        }
        at += 1;
        for column in self.columns.iter() {
            sheet.write_string_with_format(at, 0, column.name(), &bold)?;
            sheet.write_string(at, 1, column.kind())?.write_string(at, 2, column.about())?;
            at += 1;
        }
        self.book.worksheet_from_index(0)?.set_active(true);
        Ok(self.book.save_to_writer(out)?)
    }
}

/// How wide a column is drawn, in characters.
fn width<R>(column: &Column<R>) -> u16 {
    let least = if column.kind() == "string" { 18 } else { 12 };
    u16::try_from(column.name().len() + 2).unwrap_or(least).max(least)
}

fn put(sheet: &mut Worksheet, row: u32, column: u16, value: Cell, date: &Format) -> Result<(), SheetError> {
    match value {
        Cell::Nothing => {}
        Cell::Text(text) => drop(sheet.write_string(row, column, fitting(text))?),
        Cell::Number(number) => match number.parse::<f64>() {
            Ok(value) if value.is_finite() => drop(sheet.write_number(row, column, value)?),
            _ => drop(sheet.write_string(row, column, number)?),
        },
        Cell::Date(day) => match excel(day) {
            Some(value) => drop(sheet.write_datetime_with_format(row, column, &value, date)?),
            None => drop(sheet.write_string(row, column, day.to_string())?),
        },
    }
    Ok(())
}

/// A day as spreadsheets count it; they know none before 1900.
fn excel(day: CivilDate) -> Option<ExcelDateTime> {
    let (month, date) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    ExcelDateTime::from_ymd(u16::try_from(day.year()).ok()?, month, date).ok()
}

/// A text that fits into a cell: a longer one ends with an ellipsis, the CSV file has it whole.
fn fitting(text: String) -> String {
    if text.len() <= CELL {
        return text;
    }
    let mut units = 0;
    let end = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > CELL - 1
    });
    match end {
        Some((end, _)) if text.encode_utf16().count() > CELL => format!("{}…", &text[..end]),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_where_a_letter_ends() {
        assert_eq!(fitting("a".repeat(CELL)), "a".repeat(CELL));
        let arabic = fitting("ب".repeat(CELL + 1));
        assert_eq!(arabic.encode_utf16().count(), CELL);
        assert!(arabic.ends_with('…'));
        assert_eq!(fitting("ب".repeat(CELL)), "ب".repeat(CELL), "letters count, not bytes");
        let pairs = fitting("😀".repeat(CELL));
        assert!(pairs.encode_utf16().count() <= CELL && pairs.ends_with("😀…"));
    }

    #[test]
    fn a_sheet_is_a_zip_with_two_sheets_and_no_formula() {
        let name = Column::text("name", "What it is called.", |name: &&str| (*name).into());
        let columns: Arc<[Column<&str>]> = Arc::new([name]);
        let mut sheet =
            Sheet::begin("names", columns, About { title: "Names".to_owned(), ..About::default() }).unwrap();
        sheet.write(&["=1+1", "\u{1}control", "ordinary"]).unwrap();
        let mut out = Vec::new();
        sheet.save(&mut out).unwrap();
        assert!(out.starts_with(b"PK"));
    }

    #[test]
    fn more_rows_than_a_sheet_has_are_refused() {
        let columns: Arc<[Column<()>]> = Arc::new([]);
        let mut sheet = Sheet::begin("none", columns, About::default()).unwrap();
        sheet.rows = MOST_ROWS;
        assert!(matches!(sheet.write(&[()]), Err(SheetError::Full)));
    }
}
