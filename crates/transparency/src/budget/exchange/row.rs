//! One row of a budget table: its cells, read by what their columns mean.

use std::collections::BTreeMap;

use infitah_base::{
    Currency, Lang, Money, Text,
    number::{self, DecimalMark},
};
use infitah_kit::export;

use super::{
    Mapping, ReadOptions,
    columns::{self, Meaning},
    read::Table,
};
use crate::{
    budget::{
        data,
        model::{Account, Amounts, Direction, Family, Line, Nature, NodeKey, Part, Phase, Scheme},
    },
    tables::{Cell, Problem, TableRow},
};

/// The largest amount that is taken, in minor units: a million million dirhams. What is larger is a slip, and sums of
/// all lines must still fit.
const LARGEST: i64 = 100_000_000_000_000;

/// A row that was read, before it is known how rows stand to each other.
pub(super) struct Row {
    pub(super) number: usize,
    /// Its identifier, where the file has one.
    pub(super) id: Option<String>,
    /// The one code of the whole path, where the file has such a column.
    pub(super) code: Option<String>,
    /// What its nodes are called, by the number of codes down to them.
    pub(super) level_names: BTreeMap<usize, Text>,
    pub(super) account_name: Text,
    /// Whether it has no amount, in no column: it can only name what stands below it.
    pub(super) is_heading: bool,
    pub(super) line: Line,
}

impl Row {
    pub(super) fn has_amount(&self) -> bool {
        !self.line.amounts.is_empty()
    }
}

/// Reads rows of one table.
pub(super) struct Reader<'t> {
    pub(super) table: &'t Table,
    pub(super) options: &'t ReadOptions,
    pub(super) mapping: &'t Mapping,
    pub(super) scheme: &'t Scheme,
    pub(super) currency: Currency,
    pub(super) is_place: &'t dyn Fn(&str) -> bool,
}

/// What became of a row.
pub(super) enum Heard {
    Row(Box<Row>),
    /// Of another year or phase.
    Other,
    Wrong(Vec<Problem>),
}

struct Cells<'r> {
    row: &'r TableRow,
    table: &'r Table,
    wrong: Vec<Problem>,
}

impl Cells<'_> {
    fn cell(&self, meaning: &Meaning) -> Option<(&str, &Cell)> {
        let index = self.table.meanings.iter().position(|one| one.as_ref() == Some(meaning))?;
        let cell = self.row.cells.get(index).filter(|cell| !cell.is_blank())?;
        Some((self.table.headers.get(index)?, cell))
    }

    fn text(&mut self, meaning: &Meaning) -> Option<String> {
        let (header, cell) = self.cell(meaning)?;
        if let Cell::Error(shown) = cell {
            let problem = Problem::new(self.row.number, header, shown, "import-cell-error");
            self.wrong.push(problem);
            return None;
        }
        let shown = cell.shown();
        Some(export::uncell(shown.trim()).to_owned()).filter(|text| !text.is_empty())
    }

    fn field(&mut self, field: &'static str) -> Option<String> {
        self.text(&Meaning::Field(field))
    }

    /// A value that can be read; else what is wrong with it is noted.
    fn parsed<T>(&mut self, field: &'static str, key: &'static str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.field(field)?;
        let value = read(&text);
        if value.is_none() {
            self.wrong(field, &text, key);
        }
        value
    }

    fn wrong(&mut self, field: &str, value: &str, key: &'static str) {
        self.wrong.push(Problem::new(self.row.number, field, value, key));
    }
}

impl Reader<'_> {
    pub(super) fn read(&self, row: &TableRow) -> Heard {
        let mut cells = Cells { row, table: self.table, wrong: Vec::new() };
        if row.strict && row.cells.len() != self.table.headers.len() {
            let value = format!("{} / {}", row.cells.len(), self.table.headers.len());
            return Heard::Wrong(vec![Problem::new(row.number, "", value, "import-row-length")]);
        }
        let year = cells.parsed("year", "import-budget-year", year);
        let phase = cells.parsed("phase", "import-budget-phase", |cell| {
            cell.parse::<Phase>().ok().or_else(|| columns::code("phase", self.said("phase", cell))?.parse().ok())
        });
        if year.is_some_and(|year| year != self.options.year) || phase.is_some_and(|one| one != self.options.phase) {
            return Heard::Other;
        }
        let node = cells.parsed("node", "import-budget-node", |cell| cell.parse::<NodeKey>().ok());
        let node = node.or_else(|| self.node(&mut cells));
        let (level_names, account_name) = (self.level_names(&mut cells), self.account_name(&mut cells));
        let line = node.map(|node| self.line(&mut cells, node));
        let (id, code) = (cells.field("id"), cells.field("code"));
        match line {
            Some(line) if cells.wrong.is_empty() => {
                let number = row.number;
                let has = |index: &usize| row.cells.get(*index).is_some_and(|cell| !cell.is_blank());
                let is_heading = !self.table.amounts.iter().any(has);
                Heard::Row(Box::new(Row { number, id, code, level_names, account_name, is_heading, line }))
            }
            _ => Heard::Wrong(cells.wrong),
        }
    }

    /// A word of a cell as the mapping translates it.
    fn said<'a>(&'a self, kind: &str, cell: &'a str) -> &'a str {
        self.mapping.values.get(kind).and_then(|values| values.get(cell.trim())).map_or(cell, String::as_str)
    }

    fn node(&self, cells: &mut Cells<'_>) -> Option<NodeKey> {
        let said = cells.parsed("direction", "import-budget-direction", |cell| {
            columns::code("direction", self.said("direction", cell))?.parse::<Direction>().ok()
        });
        let part = cells.parsed("part", "import-budget-part", |cell| {
            columns::code("part", self.said("part", cell))?.parse::<Part>().ok()
        });
        let account = cells.parsed("account", "import-budget-account", |cell| cell.parse::<Account>().ok());
        let direction = said.or(self.mapping.direction);
        if direction.is_none() && cells.wrong.is_empty() {
            cells.wrong("direction", "", "import-budget-no-direction");
        }
        let codes: Vec<Option<String>> =
            self.scheme.levels.iter().map(|level| cells.text(&Meaning::Code(level.key.clone()))).collect();
        let deepest = codes.iter().rposition(Option::is_some).map_or(0, |index| index + 1);
        let mut path = Vec::with_capacity(deepest);
        for (code, level) in codes.into_iter().zip(&self.scheme.levels).take(deepest) {
            match code {
                Some(code) => path.push(code),
                None if self.has(&level.key) => cells.wrong(&level.key, "", "import-budget-gap"),
                None => {}
            }
        }
        let account = account.or_else(|| self.mapping.account.clone()).unwrap_or_default();
        Some(NodeKey { account, direction: Some(direction?), part: part.or(self.mapping.part), path })
    }

    /// Whether the table has a column for this level.
    fn has(&self, level: &str) -> bool {
        self.table.meanings.iter().flatten().any(|meaning| *meaning == Meaning::Code(level.to_owned()))
    }

    /// The language of a text that says none.
    fn language(&self, text: &str) -> Lang {
        let said = self.mapping.language.or(self.options.language).or_else(|| Lang::of_script(text));
        said.or_else(|| Lang::parse("fr").ok()).unwrap_or(Lang::arabic())
    }

    fn texts(&self, cells: &mut Cells<'_>, field: &'static str) -> Text {
        let mut text = Text::default();
        if let Some(said) = cells.field(field) {
            text.set(self.language(&said), said);
        }
        for lang in Lang::all() {
            if let Some(said) = cells.text(&Meaning::Text(field, lang)) {
                text.set(lang, said);
            }
        }
        text
    }

    fn account_name(&self, cells: &mut Cells<'_>) -> Text {
        self.texts(cells, "account.name")
    }

    fn level_names(&self, cells: &mut Cells<'_>) -> BTreeMap<usize, Text> {
        let mut names = BTreeMap::new();
        let present = self.scheme.levels.iter().filter(|level| self.has(&level.key));
        for (depth, level) in present.enumerate() {
            let mut text = Text::default();
            if let Some(said) = cells.text(&Meaning::Name(level.key.clone(), None)) {
                text.set(self.language(&said), said);
            }
            for lang in Lang::all() {
                if let Some(said) = cells.text(&Meaning::Name(level.key.clone(), Some(lang))) {
                    text.set(lang, said);
                }
            }
            if !text.is_empty() {
                names.insert(depth + 1, text);
            }
        }
        names
    }

    fn line(&self, cells: &mut Cells<'_>, node: NodeKey) -> Line {
        let nature_name = self.texts(cells, "nature.name");
        let nature = cells.field("nature").map(|code| Nature { code, name: nature_name });
        let coded = |kind: &str, cell: &str, keys: &[Family]| {
            let said = self.said(kind, cell).to_owned();
            keys.iter().any(|one| one.key == said).then_some(said)
        };
        let yes = |cell: &str| columns::code("yes", cell).map(|code| code == "yes");
        let direction = node.direction.unwrap_or(Direction::Spending);
        let of_direction: Vec<Family> =
            data::families().iter().filter(|one| one.direction == Some(direction)).cloned().collect();
        Line {
            id: String::new(),
            account: node.account,
            direction,
            part: node.part,
            path: node.path,
            name: self.texts(cells, "name"),
            nature,
            cofog: cells.parsed("cofog", "import-budget-cofog", cofog),
            purpose: cells.parsed("purpose", "import-budget-purpose", |cell| {
                data::purpose(self.said("purpose", cell)).map(|one| one.key.clone())
            }),
            family: cells.parsed("family", "import-budget-family", |cell| coded("family", cell, &of_direction)),
            surplus: cells.parsed("surplus", "import-budget-yes", yes).unwrap_or_default(),
            mandatory: cells
                .parsed("mandatory", "import-budget-mandatory", |cell| coded("mandatory", cell, data::mandatory())),
            pdr: cells.parsed("pdr", "import-budget-yes", yes),
            places: cells.parsed("place", "import-budget-place", |cell| self.places(cell)).unwrap_or_default(),
            project: cells.field("reference"),
            basis: self.texts(cells, "basis"),
            reserved_for: cells.field("reserved_for"),
            amounts: self.amounts(cells),
        }
    }

    fn places(&self, cell: &str) -> Option<Vec<String>> {
        let codes = cell.split([' ', ',', ';', '|']).filter(|code| !code.is_empty());
        codes.map(|code| (self.is_place)(code).then(|| code.to_owned())).collect()
    }

    fn amounts(&self, cells: &mut Cells<'_>) -> Amounts {
        let mut amounts = Amounts::default();
        for measure in columns::measures() {
            let meaning = Meaning::Amount(measure, None, None);
            let Some((header, cell)) = cells.cell(&meaning).map(|(header, cell)| (header.to_owned(), cell.clone()))
            else {
                continue;
            };
            // Our own tables write a point; where three decimals are usual it could be taken for thousands.
            let ours = (header == measure.code() && self.currency.digits() > 2).then_some(DecimalMark::Point);
            let plain = match &cell {
                Cell::Number(number) => Some(crate::tables::plain(*number)),
                Cell::Text(text) => number::plain_decimal(text, self.mapping.decimal.or(ours)),
                _ => None,
            };
            match plain.and_then(|plain| self.amount(&plain)) {
                Some(minor) => *amounts.get_mut(measure) = Some(minor),
                None => cells.wrong(&header, &cell.shown(), "import-budget-amount"),
            }
        }
        amounts
    }

    fn amount(&self, plain: &str) -> Option<i64> {
        let unit = self.mapping.unit.unwrap_or(1);
        // A table in thousands may have decimals of thousands, finer than the currency: the power is applied first.
        let scaled = format!("{plain}e{}", unit.ilog10());
        let text = if unit > 1 && !plain.contains(['e', 'E']) { scaled.as_str() } else { plain };
        let minor = Money::from_decimal(text, self.currency).ok()?.minor;
        (-LARGEST..=LARGEST).contains(&minor).then_some(minor)
    }
}

/// A year alone, or at the head of a date.
fn year(cell: &str) -> Option<i16> {
    let latin = number::latin_digits(cell);
    let head: String = latin.trim().chars().take_while(char::is_ascii_digit).collect();
    Some(head).filter(|head| head.len() == 4)?.parse().ok()
}

/// A code of COFOG: division, group, class.
fn cofog(cell: &str) -> Option<String> {
    let code = cell.trim();
    let mut pieces = code.split('.');
    let division = pieces.next()?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    (division.len() == 2
        && digits(division)
        && pieces.all(|piece| piece.len() == 1 && digits(piece))
        && code.len() <= 6)
        .then(|| code.to_owned())
}
