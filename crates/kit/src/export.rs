//! What leaves as files: tables that are safe to open in a spreadsheet, spreadsheets, and how they are sent.

mod send;
pub mod sheet;
pub mod table;

pub use send::{Stamp, no_body, pieces};

/// A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection). Numbers
/// keep their minus sign.
pub fn cell(text: &str) -> std::borrow::Cow<'_, str> {
    let risky = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if risky && text.parse::<f64>().is_err() { format!("'{text}").into() } else { text.into() }
}

/// The opposite of [`cell`], so that what we export we can import again.
pub fn uncell(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if cell(rest) != rest => rest,
        _ => text,
    }
}

/// A CSV writer (RFC 4180) into memory, with the byte-order mark by which spreadsheets know UTF-8.
pub fn csv_writer() -> csv::Writer<Vec<u8>> {
    csv_writer_to(Vec::new())
}

/// The same, into whatever can be written to.
pub fn csv_writer_to<W: std::io::Write>(mut out: W) -> csv::Writer<W> {
    // What cannot be written here cannot be written afterwards either, and is an error then.
    let _ = out.write_all("\u{feff}".as_bytes());
    rows_writer(out)
}

/// A CSV writer that goes on behind what is there.
fn rows_writer<W: std::io::Write>(into: W) -> csv::Writer<W> {
    csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(into)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn formulas_are_defused_and_numbers_left_alone() {
        assert_eq!(cell("=1+1"), "'=1+1");
        assert_eq!(cell("@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(cell("-12.5"), "-12.5");
        assert_eq!(cell("-cmd"), "'-cmd");
        assert_eq!(cell("route"), "route");
    }

    proptest! {
        #[test]
        fn cells_come_back(text in "\\PC{0,12}") {
            prop_assume!(!text.starts_with('\''));
            let safe = cell(&text);
            prop_assert_eq!(uncell(&safe), text.as_str());
        }
    }
}
