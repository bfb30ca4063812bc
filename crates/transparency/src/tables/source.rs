//! A file that is to be read: what kind of file it is, in what encoding, and its rows, one after the other. It is
//! read more than once and never held whole in memory.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Cursor, Read, Seek},
    ops::ControlFlow,
    path::PathBuf,
};

use encoding_rs::Encoding;
use encoding_rs_io::DecodeReaderBytesBuilder;
use sha2::{Digest, Sha256};

use super::{Note, Problem, xlsx_in};

/// Where the bytes are.
#[derive(Clone, Debug)]
pub enum Body {
    /// In a file.
    File(PathBuf),
    /// In memory.
    Bytes(Vec<u8>),
}

/// What can be read and read again.
pub(crate) trait Bytes: Read + Seek {}
impl<T: Read + Seek> Bytes for T {}

impl Body {
    pub(crate) fn open(&self) -> io::Result<Box<dyn Bytes + '_>> {
        Ok(match self {
            Body::File(path) => Box::new(BufReader::new(File::open(path)?)),
            Body::Bytes(bytes) => Box::new(Cursor::new(bytes.as_slice())),
        })
    }
}

/// What a file turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Json,
    Csv,
    Xlsx,
}

/// A file that was looked at once and can be read.
#[derive(Clone, Debug)]
pub struct Source {
    body: Body,
    kind: Kind,
    encoding: &'static Encoding,
    sheet: Option<String>,
    size: u64,
    sha256: String,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell {
    Text(String),
    /// A number that is a number: nothing about its marks has to be guessed.
    Number(f64),
    /// The same, shown as so many percent.
    Percent(f64),
    Bool(bool),
    /// What a formula that failed left behind (`#REF!`).
    Error(String),
}

impl Cell {
    pub(crate) fn is_blank(&self) -> bool {
        matches!(self, Cell::Text(text) if text.trim().is_empty())
    }

    /// As it would be shown.
    pub(crate) fn shown(&self) -> String {
        match self {
            Cell::Text(text) | Cell::Error(text) => text.clone(),
            Cell::Number(number) => plain(*number),
            Cell::Percent(number) => format!("{}%", plain(*number)),
            Cell::Bool(value) => value.to_string(),
        }
    }
}

/// A number as a spreadsheet shows it: fifteen digits that count, no exponent.
pub(crate) fn plain(number: f64) -> String {
    format!("{number:.14e}").parse::<f64>().unwrap_or(number).to_string()
}

/// A row of a table.
#[derive(Clone, Debug)]
pub(crate) struct TableRow {
    /// As a spreadsheet or a text editor numbers it.
    pub(crate) number: usize,
    pub(crate) cells: Vec<Cell>,
    /// Whether every row must have as many cells as the header.
    pub(crate) strict: bool,
}

/// What a table says, row by row.
pub(crate) enum Told {
    Row(TableRow),
    /// A row that cannot be read, or (row 0) the whole file.
    Wrong(Problem),
    Note(Note),
}

pub(crate) type Hearer<'a> = &'a mut dyn FnMut(Told) -> ControlFlow<()>;

/// The beginnings of files by which they are known.
const ZIP: &[u8] = b"PK\x03\x04";
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

impl Source {
    /// Looks at a file: what it is, whether it can be read, its size and hash. `encoding` is the label of one
    /// (`windows-1256`), `sheet` the name of a sheet of a workbook. The file is untouched.
    pub fn look(body: Body, encoding: Option<&str>, sheet: Option<&str>) -> io::Result<Result<Source, Problem>> {
        let said = encoding.map(|label| Encoding::for_label(label.as_bytes()).ok_or(label));
        let said = match said.transpose() {
            Ok(said) => said,
            Err(label) => return Ok(Err(Problem::new(0, "", label, "import-no-such-encoding"))),
        };
        let scan = scan(&mut body.open()?)?;
        let mut source = Source {
            kind: Kind::Csv,
            encoding: said.unwrap_or(encoding_rs::UTF_8),
            sheet: sheet.map(str::to_owned),
            size: scan.size,
            sha256: scan.sha256,
            body,
        };
        let wrong = |value: &str, key| Ok(Err(Problem::new(0, "", value, key)));
        if scan.head.starts_with(ZIP) {
            source.kind = Kind::Xlsx;
            return Ok(xlsx_in::check(&source)?.map(|()| source));
        }
        if scan.head.starts_with(COMPOUND) {
            return wrong("", if scan.is_encrypted { "import-password" } else { "import-old-workbook" });
        }
        if let (None, Some(like)) = (said, scan.not_utf8) {
            return wrong(like, "import-not-utf8");
        }
        let (head, _) = source.text()?;
        match head.trim_start().chars().next() {
            None => return wrong("", "import-empty"),
            Some('{' | '[') => source.kind = Kind::Json,
            Some(_) => {}
        }
        Ok(Ok(source))
    }

    /// Bytes of the file.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Its hash, by which it is known again.
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    pub(crate) fn kind(&self) -> Kind {
        self.kind
    }

    pub(crate) fn body(&self) -> &Body {
        &self.body
    }

    pub(crate) fn sheet(&self) -> Option<&str> {
        self.sheet.as_deref()
    }

    /// The text, decoded, without a byte-order mark: its beginning, and all of it.
    pub(crate) fn text(&self) -> io::Result<(String, impl BufRead + '_)> {
        let decoded = DecodeReaderBytesBuilder::new()
            .encoding(Some(self.encoding))
            .utf8_passthru(true)
            .strip_bom(true)
            .build(self.body.open()?);
        let mut decoded = BufReader::new(decoded);
        let mut head = Vec::new();
        decoded.by_ref().take(HEAD).read_to_end(&mut head)?;
        let text = String::from_utf8_lossy(&head).into_owned();
        Ok((text, Cursor::new(head).chain(decoded)))
    }

    /// Tells the rows of a table one after the other, blank ones left out.
    pub(crate) fn rows(&self, hear: Hearer<'_>) -> io::Result<()> {
        match self.kind {
            Kind::Xlsx => xlsx_in::rows(self, hear),
            _ => self.csv(hear),
        }
    }

    fn csv(&self, hear: Hearer<'_>) -> io::Result<()> {
        let (head, mut text) = self.text()?;
        let told = separator_line(&head);
        if told.is_some() {
            // The line by which some spreadsheets name their separator is no row.
            text.read_until(b'\n', &mut Vec::new())?;
        }
        let delimiter = told.unwrap_or_else(|| delimiter(&head));
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(text);
        let mut before = 0;
        let mut record = csv::StringRecord::new();
        loop {
            let read = reader.read_record(&mut record);
            // As a text editor numbers the lines, and a spreadsheet the rows, unless a cell holds several lines.
            let position = read.as_ref().map_or_else(csv::Error::position, |_| record.position());
            let line = position.and_then(|position| usize::try_from(position.line()).ok());
            // Some files end their lines with a lone carriage return: no two rows have one number all the same.
            let number = line.unwrap_or_default().max(before + 1);
            let said = match read {
                Ok(false) => return Ok(()),
                Ok(true) if record.iter().all(str::is_empty) => continue,
                Ok(true) if swallowed(&record, delimiter) => {
                    Told::Wrong(Problem::new(number, "", record.get(0).unwrap_or_default(), "import-open-quote"))
                }
                Ok(true) => {
                    let cells = record.iter().map(|cell| Cell::Text(cell.to_owned())).collect();
                    Told::Row(TableRow { number, cells, strict: true })
                }
                Err(error) => Told::Wrong(Problem::new(number, "", error.to_string(), "import-row-broken")),
            };
            before = number;
            if hear(said).is_break() {
                return Ok(());
            }
        }
    }
}

/// The bytes by which a text is judged.
const HEAD: u64 = 16 * 1024;

struct Scan {
    head: Vec<u8>,
    size: u64,
    sha256: String,
    /// What the file looks like, when it is not UTF-8.
    not_utf8: Option<&'static str>,
    is_encrypted: bool,
}

/// Reads a file once from end to end.
fn scan(reader: &mut dyn Read) -> io::Result<Scan> {
    let mut hash = Sha256::new();
    let (mut size, mut head, mut carry, mut strange) = (0_u64, Vec::new(), Vec::new(), Vec::new());
    let mut is_encrypted = false;
    // A workbook with a password holds a stream of this name, in UTF-16.
    let stream: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut block = vec![0; 64 * 1024];
    loop {
        let count = reader.read(&mut block)?;
        let Some(read) = block.get(..count).filter(|read| !read.is_empty()) else { break };
        hash.update(read);
        size += u64::try_from(count).unwrap_or_default();
        if head.len() < 64 {
            head.extend_from_slice(read.get(..64.min(count)).unwrap_or_default());
        }
        carry.extend_from_slice(read);
        is_encrypted |=
            carry.windows(stream.len()).any(|window| window == stream.as_slice()) && head.starts_with(COMPOUND);
        match std::str::from_utf8(&carry) {
            Ok(_) => carry.clear(),
            // A character may be cut by the end of the block.
            Err(error) if error.error_len().is_none() => drop(carry.drain(..error.valid_up_to())),
            Err(error) => {
                if strange.len() < 4096 {
                    strange.extend(carry.drain(error.valid_up_to()..).take(4096));
                }
                carry.clear();
            }
        }
    }
    let not_utf8 = if head.starts_with(b"\xff\xfe") {
        Some("UTF-16LE")
    } else if head.starts_with(b"\xfe\xff") {
        Some("UTF-16BE")
    } else if !strange.is_empty() || !carry.is_empty() {
        Some(looks_like(if strange.is_empty() { &carry } else { &strange }))
    } else {
        None
    };
    let sha256 = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Scan { head, size, sha256, not_utf8, is_encrypted })
}

/// Which of the old encodings of Morocco's files this is: Arabic words are runs of high bytes, French accents stand
/// alone between letters.
fn looks_like(bytes: &[u8]) -> &'static str {
    let high = bytes.iter().filter(|byte| **byte >= 0x80).count();
    let in_runs = bytes.windows(2).filter(|pair| pair.iter().all(|byte| *byte >= 0x80)).count();
    if in_runs * 2 > high { "windows-1256" } else { "windows-1252" }
}

/// The separator that a first line `sep=;` names.
fn separator_line(head: &str) -> Option<u8> {
    let first = head.lines().next()?;
    let named = first.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).and_then(|_| first.get(4..))?;
    named.bytes().next()
}

/// Commas, semicolons or tabs: the one by which a line of the beginning is best understood as a header, else the one
/// that the first line has most of.
fn delimiter(head: &str) -> u8 {
    const MARKS: [char; 3] = [',', ';', '\t'];
    let lines: Vec<&str> = head.lines().filter(|line| !line.trim().is_empty()).take(super::HEADER_WITHIN).collect();
    let understood = |line: &str, mark: char| {
        line.split(mark).filter(|cell| super::is_header(cell.trim().trim_matches('"'))).count()
    };
    let scored = lines.iter().flat_map(|line| MARKS.map(|mark| (understood(line, mark), mark)));
    let best = scored.filter(|(score, _)| *score > 1).max_by_key(|(score, _)| *score);
    let first = lines.first().copied().unwrap_or_default();
    let most = || MARKS.into_iter().rev().max_by_key(|mark| first.matches(*mark).count());
    let mark = best.map(|(_, mark)| mark).or_else(most).unwrap_or(',');
    u8::try_from(mark).unwrap_or(b',')
}

/// Whether a quotation mark that was never closed has swallowed the rows after it: one cell of this row holds lines
/// that have the look of rows.
fn swallowed(record: &csv::StringRecord, delimiter: u8) -> bool {
    let columns = record.len();
    columns > 1
        && record.iter().any(|cell| {
            let like_rows = cell.lines().skip(1);
            let mark = char::from(delimiter);
            like_rows.filter(|line| line.matches(mark).count() + 1 >= columns).nth(1).is_some()
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("a;b;c\n1,5;2;3\n", b';')]
    #[case("Liste, mise à jour le 3 mai\nCode projet;Intitulé;Budget\n1;2;3\n", b';')]
    #[case("identifier\ttitle\n", b'\t')]
    #[case("one\n", b',')]
    fn delimiters(#[case] head: &str, #[case] expected: u8) {
        assert_eq!(delimiter(head), expected);
    }

    #[rstest]
    #[case(b"caf\xe9 cr\xe8me", "windows-1252")]
    #[case(b"\xc7\xe1\xe3\xcf\xc7\xf1\xd3 1", "windows-1256")]
    fn encodings(#[case] bytes: &[u8], #[case] expected: &str) {
        assert_eq!(looks_like(bytes), expected);
        let source = Source::look(Body::Bytes(bytes.to_vec()), None, None).unwrap();
        assert_eq!(source.unwrap_err().value, expected);
    }

    #[rstest]
    #[case(1_250_000.5, "1250000.5")]
    #[case(0.1 + 0.2, "0.3")]
    #[case(1e21, "1000000000000000000000")]
    fn numbers(#[case] number: f64, #[case] expected: &str) {
        assert_eq!(plain(number), expected);
    }
}
