//! The cells of a row by meaning, and how a cell is read: days, counts, percentages, yes and no.

use std::{borrow::Cow, collections::HashMap};

use infitah_base::{
    CivilDate, Text,
    number::{self, DecimalMark},
};

use super::super::{MOST_JOBS, MOST_PEOPLE, Problem, mapping::DateOrder, sane_year, values};
use crate::projects::model::{Observation, Project};
use crate::tables::Cell;

/// A row: what its cells say, found by meaning; what is wrong with them is gathered.
pub(super) struct Row<'a> {
    pub(super) number: usize,
    /// Which column has a meaning that only one may have.
    pub(super) at: &'a HashMap<String, usize>,
    pub(super) headers: &'a [String],
    /// As the parsers read them.
    pub(super) cells: Vec<Cow<'a, str>>,
    /// As they were given.
    pub(super) given: &'a [Cell],
    pub(super) problems: Vec<Problem>,
}

impl Row<'_> {
    fn index(&self, target: &str) -> Option<usize> {
        let index = *self.at.get(target)?;
        self.cells.get(index).filter(|cell| !cell.is_empty()).map(|_| index)
    }

    /// The cell of this meaning with its header, when it says something.
    pub(super) fn cell(&self, target: &str) -> Option<(String, String)> {
        let index = self.index(target)?;
        Some((self.headers.get(index)?.clone(), self.cells.get(index)?.clone().into_owned()))
    }

    /// The text of the cell of this meaning, when it says something.
    pub(super) fn text(&self, target: &str) -> Option<String> {
        self.cell(target).map(|(_, cell)| cell)
    }

    /// The same, as it was given: a mapping may have made a code of it.
    pub(super) fn own_words(&self, target: &str) -> Option<String> {
        self.given.get(self.index(target)?).map(Cell::shown)
    }

    pub(super) fn wrong(&mut self, header: String, value: String, key: &'static str) {
        self.problems.push(Problem::new(self.number, header, value, key));
    }

    /// Reads a cell with `parse`; what cannot be read is a problem of this row.
    pub(super) fn parsed<T>(
        &mut self,
        target: &str,
        key: &'static str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let (header, cell) = self.cell(target)?;
        let value = parse(&cell);
        if value.is_none() {
            self.wrong(header, cell, key);
        }
        value
    }

    pub(super) fn day(&mut self, target: &str, order: Option<DateOrder>) -> Option<CivilDate> {
        self.parsed(target, "import-date", |cell| date(cell, order))
    }

    pub(super) fn count(&mut self, target: &str) -> Option<u32> {
        self.parsed(target, "import-count", count_of)
    }

    pub(super) fn truth(&mut self, target: &str) -> Option<bool> {
        self.parsed(target, "import-yes-or-no", values::truth)
    }

    /// Keeps cells word for word that say nothing without another one.
    pub(super) fn keep_alone(&self, project: &mut Project, targets: &[&str]) {
        project.kept.extend(targets.iter().filter_map(|target| self.cell(target)));
    }

    /// The percentage of this meaning, observed on `date`.
    pub(super) fn observation(&mut self, target: &str, date: Option<CivilDate>) -> Vec<Observation> {
        // 0.46 is how a spreadsheet keeps 46 %, and also less than one in a hundred.
        let unclear = self.cell(target).filter(|(_, cell)| {
            number::plain_decimal(cell, None)
                .and_then(|plain| plain.parse::<f64>().ok())
                .is_some_and(|n| 0.0 < n && n < 1.0)
        });
        if let Some((header, cell)) = unclear {
            self.wrong(header, cell, "import-fraction");
            return Vec::new();
        }
        let percent = self.parsed(target, "import-percent", |cell| {
            let cell = cell.trim_end_matches(['%', '٪']);
            let value: f64 = number::plain_decimal(cell, None)?.parse().ok()?;
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "checked to lie between 0 and 100"
            )]
            (0.0..=100.0).contains(&value).then(|| value.floor() as u32)
        });
        let Some(percent) = percent else { return Vec::new() };
        let Some(date) = date else {
            self.wrong(target.to_owned(), percent.to_string(), "import-no-date");
            return Vec::new();
        };
        vec![Observation { date, percent, source: Text::default() }]
    }
}

/// A count of jobs: whole, and not more than there are.
pub(super) fn count_of(cell: &str) -> Option<u32> {
    people_of(cell).filter(|count| *count <= MOST_JOBS)
}

/// A count of people.
pub(super) fn people_of(cell: &str) -> Option<u32> {
    let plain = number::plain_decimal(cell, Some(DecimalMark::Comma))?;
    plain.parse().ok().filter(|count| *count <= MOST_PEOPLE)
}

/// A number that is a number, with the mark that the file's other numbers have: three digits after a lone mark would
/// be refused as perhaps a thousand.
pub(super) fn with_mark(plain: String, mark: Option<DecimalMark>) -> String {
    let sure = |plain: String| match plain.split_once('.') {
        Some((_, after)) if after.trim_end_matches('%').len() == 3 => match plain.strip_suffix('%') {
            Some(number) => format!("{number}0%"),
            None => format!("{plain}0"),
        },
        _ => plain,
    };
    match mark {
        Some(DecimalMark::Comma) => plain.replace('.', ","),
        Some(DecimalMark::Point) => plain,
        None => sure(plain),
    }
}

/// The parts of a cell that holds a list.
pub(in crate::projects::exchange) fn split(cell: &str) -> Vec<String> {
    cell.split([';', '|']).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// A date in the file's order. Without an order, `03/04/2026` could be two days and is refused.
pub(super) fn date(cell: &str, order: Option<DateOrder>) -> Option<CivilDate> {
    let latin = number::latin_digits(cell.trim());
    let day = latin.split([' ', 'T']).next()?;
    let parts: Vec<i16> = day.split(['-', '/', '.']).map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let [a, b, c] = parts.as_slice() else { return None };
    let (year, month, day) = if *a > 31 {
        (*a, *b, *c)
    } else {
        match order {
            Some(DateOrder::Day) => (*c, *b, *a),
            Some(DateOrder::Month) => (*c, *a, *b),
            _ if *a > 12 => (*c, *b, *a),
            _ if *b > 12 => (*c, *a, *b),
            _ => return None,
        }
    };
    CivilDate::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok().filter(|date| sane_year(*date))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("2026-11-23", None, Some("2026-11-23"))]
    #[case("2026-11-23T08:00:00Z", None, Some("2026-11-23"))]
    #[case("23/11/2026", None, Some("2026-11-23"))]
    #[case("٢٣/١١/٢٠٢٦", None, Some("2026-11-23"))]
    #[case("03/04/2026", None, None)]
    #[case("03/04/2026", Some(DateOrder::Day), Some("2026-04-03"))]
    #[case("03/04/2026", Some(DateOrder::Month), Some("2026-03-04"))]
    #[case("30/02/2026", Some(DateOrder::Day), None)]
    #[case("23/11/26", None, None)]
    #[case("soon", None, None)]
    fn dates(#[case] cell: &str, #[case] order: Option<DateOrder>, #[case] expected: Option<&str>) {
        assert_eq!(date(cell, order).map(|date| date.to_string()).as_deref(), expected);
    }
}
