//! What the cells of a table say.

use std::{borrow::Cow, collections::HashMap, ops::ControlFlow};

use infitah_base::{CivilDate, Currency, Lang, Text, number, number::DecimalMark, text};
use infitah_kit::export::uncell;

use super::{
    Ear, ImportOptions, Mapping, Problem, columns,
    mapping::DateOrder,
    values::{self, code},
};
use crate::projects::model::{Budget, Funding, Observation, Party, PlaceRef, Project, Stage, Status};
use crate::tables::{Cell, TableRow};

/// The meanings that are numbers.
const MEASURES: [&str; 12] = [
    "budget",
    "latitude",
    "longitude",
    "built",
    "paid",
    "funding",
    "jobs.planned",
    "jobs.planned.women",
    "jobs.planned.men",
    "jobs.created",
    "jobs.created.women",
    "jobs.created.men",
];

/// Our own references are given here and not taken from files: the column is named as left out.
const REFERENCE: &str = "reference";

/// What a column means: as the mapping says, else as the header is understood, else kept.
fn meaning(header: &str, options: &ImportOptions) -> String {
    let mapped = options.mapping.as_ref().and_then(|mapping| mapping.columns.get(header)).cloned();
    mapped.or_else(|| columns::understand(header)).unwrap_or_else(|| columns::KEEP.to_owned())
}

pub(super) struct Table<'a> {
    options: &'a ImportOptions,
    mapping: Mapping,
    headers: Vec<String>,
    targets: Vec<String>,
    /// What values become, by meaning and folded value.
    values: HashMap<(String, String), String>,
}

/// The cells of a row by meaning, each with its header; what is wrong with them is gathered.
struct Row<'a> {
    number: usize,
    cells: Vec<(&'a str, &'a str, Cow<'a, str>)>,
    problems: Vec<Problem>,
}

impl Row<'_> {
    fn cell(&self, target: &str) -> Option<(String, String)> {
        let found = self.cells.iter().find(|(meaning, _, cell)| *meaning == target && !cell.is_empty());
        found.map(|(_, header, cell)| ((*header).to_owned(), cell.clone().into_owned()))
    }

    fn wrong(&mut self, header: String, value: String, key: &'static str) {
        self.problems.push(Problem::new(self.number, header, value, key));
    }

    /// Reads a cell with `parse`; what cannot be read is a problem of this row.
    fn parsed<T>(&mut self, target: &str, key: &'static str, parse: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let (header, cell) = self.cell(target)?;
        let value = parse(&cell);
        if value.is_none() {
            self.wrong(header, cell, key);
        }
        value
    }
}

impl<'a> Table<'a> {
    /// What the columns mean; what is wrong with them makes the whole file unusable.
    pub(super) fn new(headers: Vec<String>, options: &'a ImportOptions) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let mapping = options.mapping.clone().unwrap_or_default();
        if let Some(missing) = mapping.columns.keys().find(|header| !headers.contains(header)) {
            problems.push(Problem::new(0, "", missing.clone(), "import-no-such-column"));
        }
        let targets: Vec<String> = headers.iter().map(|header| meaning(header, options)).collect();
        let may_repeat = ["place.name", columns::KEEP, columns::IGNORE, REFERENCE];
        for (index, target) in targets.iter().enumerate() {
            let (before, _) = targets.split_at(index);
            if !may_repeat.contains(&target.as_str()) && before.contains(target) {
                problems.push(Problem::new(0, target.clone(), target.clone(), "import-two-columns"));
            }
        }
        for needed in ["identifier", "title"] {
            if !targets.iter().any(|target| target == needed || target.starts_with(&format!("{needed}."))) {
                problems.push(Problem::new(0, needed, needed, "import-column-needed"));
            }
        }
        let has = |target: &str| targets.iter().any(|one| one == target);
        if has("budget") && !has("currency") && mapping.currency.or(options.currency).is_none() {
            problems.push(Problem::new(0, "currency", "", "import-no-currency-file"));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let said = mapping.values.iter().flat_map(|(target, values)| {
            values.iter().map(|(value, code)| ((target.clone(), text::fold(value)), code.clone()))
        });
        let values = said.collect();
        Ok(Self { options, mapping, headers, targets, values })
    }

    pub(super) fn row(&self, given: &TableRow, ear: &mut Ear<'_>) -> ControlFlow<()> {
        let number = given.number;
        if given.strict && given.cells.len() != self.headers.len() {
            let counts = format!("{} / {}", given.cells.len(), self.headers.len());
            return ear.bad(vec![Problem::new(number, "", counts, "import-row-length")]);
        }
        let mut row = Row { number, cells: Vec::with_capacity(given.cells.len()), problems: Vec::new() };
        for ((target, header), cell) in self.targets.iter().zip(&self.headers).zip(&given.cells) {
            match self.text_of(target, cell) {
                Ok(text) => row.cells.push((target, header, text)),
                Err(key) => row.wrong(header.clone(), cell.shown(), key),
            }
        }
        let mut project = self.project(&mut row);
        if !row.problems.is_empty() {
            return ear.bad(row.problems);
        }
        // What stands to the right of the last header is kept too.
        for (number, cell) in (1..).zip(&given.cells).skip(self.headers.len()).filter(|(_, cell)| !cell.is_blank()) {
            project.kept.insert(format!("#{number}"), cell.shown());
        }
        if let Some(refused) = ear.refuses(number, &project) {
            return refused;
        }
        for ((target, header, text), _) in row.cells.iter().zip(&given.cells).filter(|(_, cell)| !cell.is_blank()) {
            // A value that the mapping leaves out has become a blank.
            if matches!(*target, columns::IGNORE | REFERENCE) || text.is_empty() {
                ear.left_out(header);
            }
        }
        for header in project.kept.keys() {
            ear.kept(header);
        }
        ear.good(number, project)
    }

    /// What a cell says, as the parsers below read it.
    fn text_of<'c>(&self, target: &str, cell: &'c Cell) -> Result<Cow<'c, str>, &'static str> {
        let nobody_reads = matches!(target, columns::KEEP | columns::IGNORE | REFERENCE);
        match cell {
            Cell::Text(text) => Ok(self.value(target, uncell(text))),
            Cell::Number(_) | Cell::Percent(_) if MEASURES.contains(&target) => {
                Ok(with_mark(cell.shown(), self.mapping.decimal).into())
            }
            Cell::Bool(_) if !nobody_reads => Err("import-cell-yes-or-no"),
            Cell::Error(_) if !nobody_reads => Err("import-cell-error"),
            cell => Ok(cell.shown().into()),
        }
    }

    /// The code that the mapping gives for a value; without one the value itself.
    fn value<'c>(&self, target: &str, cell: &'c str) -> Cow<'c, str> {
        if cell.is_empty() || !self.mapping.values.contains_key(target) {
            return cell.into();
        }
        let one = |value: &str| self.values.get(&(target.to_owned(), text::fold(value))).cloned();
        match one(cell) {
            Some(code) if code == columns::IGNORE => "".into(),
            Some(code) => code.into(),
            None if target == "sector" => {
                let codes = split(cell).into_iter().map(|part| one(&part).unwrap_or(part));
                codes.filter(|code| code != columns::IGNORE).collect::<Vec<_>>().join("; ").into()
            }
            None => cell.into(),
        }
    }

    fn language(&self) -> Lang {
        self.mapping.language.or(self.options.language).unwrap_or_else(|| Lang::parse("fr").unwrap_or(Lang::arabic()))
    }

    /// What the operator says; else what the script shows: a file in Arabic must not be read out as French.
    fn language_of(&self, text: &str) -> Lang {
        let said = self.mapping.language.or(self.options.language);
        let script = Lang::of_script(text);
        said.or(script).unwrap_or_else(|| self.language())
    }

    fn texts(&self, row: &Row<'_>, field: &str) -> Text {
        let mut out = Text::default();
        for (target, _, cell) in &row.cells {
            match columns::with_language(target) {
                Some((name, lang)) if name == field => out.set(lang, cell.as_ref()),
                None if *target == field && !cell.is_empty() => out.set(self.language_of(cell), cell.as_ref()),
                _ => {}
            }
        }
        out
    }

    fn project(&self, row: &mut Row<'_>) -> Project {
        let identifier = row.cell("identifier").map(|(_, cell)| cell).unwrap_or_default();
        if identifier.is_empty() {
            row.wrong("identifier".to_owned(), String::new(), "import-no-identifier");
        }
        let title = self.texts(row, "title");
        if title.is_empty() {
            row.wrong("title".to_owned(), String::new(), "import-no-title");
        }
        let mut project = Project::new(identifier, title);
        project.purpose = self.texts(row, "purpose");
        project.description = self.texts(row, "description");
        project.kind = row.parsed("kind", "import-kind", |cell| code(cell).parse().ok());
        let stage = row.parsed("stage", "import-stage", |cell| code(cell).parse::<Stage>().ok());
        // Beside a column of statuses the stage only says what dates show: it is no status that was published.
        let stage = stage.filter(|_| !self.targets.iter().any(|target| target == "status"));
        let status = row.parsed("status", "import-status", |cell| code(cell).parse::<Status>().ok());
        project.status = status.or(stage.map(Stage::status));
        project.work = row.parsed("work", "import-type", |cell| code(cell).parse().ok());
        project.sectors = row.cell("sector").map(|(_, cell)| split(&cell)).unwrap_or_default();
        project.places = self.places(row);
        if project.places.iter().all(|place| place.point.is_none()) {
            keep_alone(row, &mut project, "latitude");
            keep_alone(row, &mut project, "longitude");
        }
        self.money(row, &mut project);
        let order = self.mapping.dates;
        let mut day = |target: &str| row.parsed(target, "import-date", |cell| date(cell, order));
        project.dates.planned_start = day("planned.start");
        project.dates.planned_end = day("planned.end");
        project.dates.actual_start = day("actual.start");
        project.dates.actual_end = day("actual.end");
        project.updated = day("updated");
        let (built_on, paid_on) = (day("built.date"), day("paid.date"));
        project.physical = observation(row, "built", built_on.or(project.updated));
        project.financial = observation(row, "paid", paid_on.or(project.updated));
        let mut count = |target: &str| row.parsed(target, "import-count", count_of);
        project.jobs.planned.women = count("jobs.planned.women");
        project.jobs.planned.men = count("jobs.planned.men");
        project.jobs.planned.total = count("jobs.planned");
        project.jobs.created.women = count("jobs.created.women");
        project.jobs.created.men = count("jobs.created.men");
        project.jobs.created.total = count("jobs.created");
        for (target, role) in [("owner", "publicAuthority"), ("contractor", "supplier"), ("funder", "funder")] {
            if let Some((_, cell)) = row.cell(target) {
                self.party(&mut project, &cell, role);
            }
        }
        let kept = row.cells.iter().filter(|(target, _, cell)| *target == columns::KEEP && !cell.is_empty());
        project.kept.extend(kept.map(|(_, header, cell)| ((*header).to_owned(), cell.clone().into_owned())));
        project
    }

    fn party(&self, project: &mut Project, name: &str, role: &str) {
        match project.parties.iter_mut().find(|party| party.name.iter().any(|(_, known)| known == name)) {
            Some(party) if party.roles.iter().any(|known| known == role) => {}
            Some(party) => party.roles.push(role.to_owned()),
            None => {
                // A file that names no register gives no better id than a number within the project.
                let id = format!("{}{}", crate::projects::rules::MADE_UP, project.parties.len() + 1);
                let name = Text::one(self.language_of(name), name);
                let party = Party { id, name, roles: vec![role.to_owned()], registered: None, contact: None };
                project.parties.push(party);
            }
        }
    }

    /// Several columns may name the place and those around it. A name that only one place of the instance has is
    /// that place, the narrowest when several are found; every name stays as it was given.
    fn places(&self, row: &mut Row<'_>) -> Vec<PlaceRef> {
        let names: Vec<&str> = row
            .cells
            .iter()
            .filter(|(target, _, cell)| *target == "place.name" && !cell.is_empty())
            .map(|(_, _, cell)| cell.as_ref())
            .collect();
        let given = Some(names.join(", ")).filter(|given| !given.is_empty());
        let found = names.iter().filter_map(|name| self.options.gazetteer.get(&text::fold(name)));
        // Census codes grow with each level.
        let found = found.max_by_key(|code| code.len()).cloned();
        let mut codes = row.cell("place").map(|(_, cell)| split(&cell)).unwrap_or_default();
        if codes.is_empty() {
            codes.extend(found);
        }
        let degrees = |limit: f64| {
            move |cell: &str| {
                let plain = number::plain_decimal(cell, None)
                    .or_else(|| number::plain_decimal(cell, Some(number::DecimalMark::Point)))?;
                plain.parse::<f64>().ok().filter(|value| value.abs() <= limit)
            }
        };
        let latitude = row.parsed("latitude", "import-degrees", degrees(90.0));
        let longitude = row.parsed("longitude", "import-degrees", degrees(180.0));
        let point = longitude.zip(latitude).map(|(longitude, latitude)| [longitude, latitude]);
        let mut places: Vec<PlaceRef> =
            codes.into_iter().map(|code| PlaceRef { code: Some(code), ..PlaceRef::default() }).collect();
        if places.is_empty() && (given.is_some() || point.is_some()) {
            places.push(PlaceRef::default());
        }
        if let Some(first) = places.first_mut() {
            first.given = given;
            first.point = point;
        }
        places
    }

    fn money(&self, row: &mut Row<'_>, project: &mut Project) {
        let named = row.parsed("currency", "import-currency", |cell| cell.parse::<Currency>().ok());
        let currency = named.or(self.mapping.currency).or(self.options.currency);
        let approved = row.parsed("budget.approved", "import-date", |cell| date(cell, self.mapping.dates));
        let (budget, funding) = (row.cell("budget"), row.cell("funding"));
        let Some(currency) = currency else {
            if let Some((header, cell)) = budget.or(funding) {
                row.wrong(header, cell, "import-no-currency");
            }
            return;
        };
        let mark = self.mapping.decimal;
        let amount = |cell: &str| {
            let (plain, named) = values::without_mark(cell);
            let same = named.is_empty() || named.contains(&currency);
            super::sane_amount(&number::plain_decimal(plain, mark).filter(|_| same)?, currency)
        };
        match row.parsed("budget", "import-amount", amount) {
            Some(amount) => project.budget = Some(Budget { amount, approved }),
            // A date of approval without an amount has no place in the model: it stays as it was given.
            None => keep_alone(row, project, "budget.approved"),
        }
        // Our own export writes "who: how much | who: how much".
        let Some((header, cell)) = funding else { return };
        for part in cell.split('|') {
            let share = part.rsplit_once(':').and_then(|(who, much)| Some((who.trim(), amount(much)?)));
            let Some((who, amount)) = share else {
                row.wrong(header.clone(), part.to_owned(), "import-funding");
                continue;
            };
            self.party(project, who, "funder");
            if let Some(party) = project.parties.iter().find(|party| party.name.iter().any(|(_, known)| known == who)) {
                project.funding.push(Funding { party: party.id.clone(), amount });
            }
        }
    }
}

/// Keeps a cell word for word that says nothing without another one.
fn keep_alone(row: &Row<'_>, project: &mut Project, target: &str) {
    if let Some((header, cell)) = row.cell(target) {
        project.kept.insert(header, cell);
    }
}

/// A count of people: whole, and not more than there are.
fn count_of(cell: &str) -> Option<u32> {
    let plain = number::plain_decimal(cell, Some(number::DecimalMark::Comma))?;
    plain.parse().ok().filter(|count| *count <= super::MOST_JOBS)
}

/// A number that is a number, with the mark that the file's other numbers have: three digits after a lone mark would
/// be refused as perhaps a thousand.
fn with_mark(plain: String, mark: Option<DecimalMark>) -> String {
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

pub(super) fn split(cell: &str) -> Vec<String> {
    cell.split([';', '|']).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn observation(row: &mut Row<'_>, target: &str, date: Option<CivilDate>) -> Vec<Observation> {
    // 0.46 is how a spreadsheet keeps 46 %, and also less than one in a hundred.
    let unclear = row.cell(target).filter(|(_, cell)| {
        number::plain_decimal(cell, None)
            .and_then(|plain| plain.parse::<f64>().ok())
            .is_some_and(|n| 0.0 < n && n < 1.0)
    });
    if let Some((header, cell)) = unclear {
        row.wrong(header, cell, "import-fraction");
        return Vec::new();
    }
    let percent = row.parsed(target, "import-percent", |cell| {
        let cell = cell.trim_end_matches(['%', '٪']);
        let value: f64 = number::plain_decimal(cell, None)?.parse().ok()?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to lie between 0 and 100")]
        (0.0..=100.0).contains(&value).then(|| value.floor() as u32)
    });
    let Some(percent) = percent else { return Vec::new() };
    let Some(date) = date else {
        row.wrong(target.to_owned(), percent.to_string(), "import-no-date");
        return Vec::new();
    };
    vec![Observation { date, percent, source: Text::default() }]
}

/// A date in the file's order. Without an order, `03/04/2026` could be two days and is refused.
fn date(cell: &str, order: Option<DateOrder>) -> Option<CivilDate> {
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
    CivilDate::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok().filter(|date| super::sane_year(*date))
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
