//! What the cells of a table say: one row, one project.

use std::{borrow::Cow, collections::HashMap, ops::ControlFlow};

use infitah_base::{Lang, Text, number, text};
use infitah_kit::export::uncell;

use super::{Ear, ImportOptions, Mapping, Problem, columns, values::code};
use crate::{
    projects::model::{PlaceRef, Project, Stage, Status},
    tables::{Cell, TableRow},
};

mod cells;
mod money;
mod parts;

pub(super) use cells::split;
use cells::{Row, with_mark};
pub(super) use parts::{AGE, LOCAL};

/// Our own references are given here and not taken from files: the column is named as left out.
const REFERENCE: &str = "reference";

/// The meanings that several columns may have.
const MAY_REPEAT: [&str; 4] = ["place.name", columns::KEEP, columns::IGNORE, REFERENCE];

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
    /// Which column has a meaning that only one may have.
    at: HashMap<String, usize>,
    /// Which columns have the text of a field, each with its language where the header says one.
    written: HashMap<String, Vec<(usize, Option<Lang>)>>,
    /// The contracts beside the main one that have columns: `contract.2`.
    more_contracts: Vec<String>,
    /// What values become, by meaning and folded value.
    values: HashMap<(String, String), String>,
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
        for (index, target) in targets.iter().enumerate() {
            let (before, _) = targets.split_at(index);
            if !MAY_REPEAT.contains(&target.as_str()) && before.contains(target) {
                problems.push(Problem::new(0, target.clone(), target.clone(), "import-two-columns"));
            }
        }
        for needed in ["identifier", "title"] {
            if !targets.iter().any(|target| target == needed || target.starts_with(&format!("{needed}."))) {
                problems.push(Problem::new(0, needed, needed, "import-column-needed"));
            }
        }
        // Who promised how much may stand without a budget; then the row says what is wrong with it.
        let has_amount = targets.iter().any(|target| target != "funding" && columns::is_amount(target));
        let has_currency = targets.iter().any(|target| target == "currency");
        if has_amount && !has_currency && mapping.currency.or(options.currency).is_none() {
            problems.push(Problem::new(0, "currency", "", "import-no-currency-file"));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let said = mapping.values.iter().flat_map(|(target, values)| {
            values.iter().map(|(value, code)| ((target.clone(), text::fold(value)), code.clone()))
        });
        let values = said.collect();
        let (mut at, mut written): (HashMap<_, _>, HashMap<String, Vec<_>>) = (HashMap::new(), HashMap::new());
        let mut more_contracts: Vec<String> = targets.iter().filter_map(|target| columns::numbered(target)).collect();
        more_contracts.sort();
        more_contracts.dedup();
        for (index, target) in targets.iter().enumerate() {
            match columns::with_language(target) {
                Some((field, lang)) => written.entry(field.to_owned()).or_default().push((index, Some(lang))),
                None => written.entry(target.clone()).or_default().push((index, None)),
            }
            at.insert(target.clone(), index);
        }
        Ok(Self { options, mapping, headers, targets, at, written, more_contracts, values })
    }

    pub(super) fn row(&self, given: &TableRow, ear: &mut Ear<'_>) -> ControlFlow<()> {
        let number = given.number;
        if given.strict && given.cells.len() != self.headers.len() {
            let counts = format!("{} / {}", given.cells.len(), self.headers.len());
            return ear.bad(vec![Problem::new(number, "", counts, "import-row-length")]);
        }
        let mut row = Row {
            number,
            at: &self.at,
            headers: &self.headers,
            cells: Vec::with_capacity(given.cells.len()),
            given: &given.cells,
            problems: Vec::new(),
        };
        for ((target, header), cell) in self.targets.iter().zip(&self.headers).zip(&given.cells) {
            let text = self.text_of(target, cell).unwrap_or_else(|key| {
                row.wrong(header.clone(), cell.shown(), key);
                "".into()
            });
            row.cells.push(text);
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
        for (((target, header), text), cell) in self.targets.iter().zip(&self.headers).zip(&row.cells).zip(&given.cells)
        {
            // A value that the mapping leaves out has become a blank.
            if !cell.is_blank() && (matches!(target.as_str(), columns::IGNORE | REFERENCE) || text.is_empty()) {
                ear.left_out(header);
            }
        }
        for header in project.kept.keys() {
            ear.kept(header);
        }
        ear.good(number, project)
    }

    /// What a cell says, as the parsers read it.
    fn text_of<'c>(&self, target: &str, cell: &'c Cell) -> Result<Cow<'c, str>, &'static str> {
        let nobody_reads = matches!(target, columns::KEEP | columns::IGNORE | REFERENCE);
        match cell {
            Cell::Text(text) => Ok(self.value(target, uncell(text))),
            Cell::Number(_) | Cell::Percent(_) if columns::is_measure(target) => {
                Ok(with_mark(cell.shown(), self.mapping.decimal).into())
            }
            Cell::Bool(_) if !nobody_reads && !columns::is_truth(target) => Err("import-cell-yes-or-no"),
            Cell::Error(_) if !nobody_reads => Err("import-cell-error"),
            cell => Ok(cell.shown().into()),
        }
    }

    /// The code that the mapping gives for a value; without one the value itself.
    fn value<'c>(&self, target: &str, cell: &'c str) -> Cow<'c, str> {
        let target = columns::unnumbered(target);
        let target = target.as_ref();
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

    /// The text of a field, in every language in which a column has it.
    fn texts(&self, row: &Row<'_>, field: &str) -> Text {
        let mut out = Text::default();
        for (index, lang) in self.written.get(field).into_iter().flatten() {
            if let Some(cell) = row.cells.get(*index).filter(|cell| !cell.is_empty()) {
                out.set(lang.unwrap_or_else(|| self.language_of(cell)), cell.as_ref());
            }
        }
        out
    }

    /// Keeps the text of a field word for word, where it says nothing without another cell.
    fn keep_texts(&self, row: &Row<'_>, project: &mut Project, field: &str) {
        for (index, _) in self.written.get(field).into_iter().flatten() {
            let cell = row.cells.get(*index).filter(|cell| !cell.is_empty());
            let kept = self.headers.get(*index).cloned().zip(cell.map(|cell| cell.clone().into_owned()));
            project.kept.extend(kept);
        }
    }

    fn project(&self, row: &mut Row<'_>) -> Project {
        let identifier = row.text("identifier").unwrap_or_default();
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
        let stage = stage.filter(|_| !self.at.contains_key("status"));
        let status = row.parsed("status", "import-status", |cell| code(cell).parse::<Status>().ok());
        project.status = status.or(stage.map(Stage::status));
        project.work = row.parsed("work", "import-type", |cell| code(cell).parse().ok());
        project.sectors = row.text("sector").map(|cell| split(&cell)).unwrap_or_default();
        project.places = self.places(row);
        if project.places.iter().all(|place| place.point.is_none()) {
            row.keep_alone(&mut project, &["latitude", "longitude"]);
        }
        let order = self.mapping.dates;
        project.updated = row.day("updated", order);
        let currency = self.currency(row);
        self.money(row, &mut project, currency);
        project.dates.planned_start = row.day("planned.start", order);
        project.dates.planned_end = row.day("planned.end", order);
        project.dates.actual_start = row.day("actual.start", order);
        project.dates.actual_end = row.day("actual.end", order);
        let (built_on, paid_on) = (row.day("built.date", order), row.day("paid.date", order));
        project.physical = row.observation("built", built_on.or(project.updated));
        project.financial = row.observation("paid", paid_on.or(project.updated));
        for (target, role) in [("owner", "publicAuthority"), ("funder", "funder")] {
            if let Some(name) = row.text(target) {
                self.party(&mut project, &name, role);
            }
        }
        self.parts(row, &mut project, currency);
        let cells = self.targets.iter().zip(&self.headers).zip(&row.cells);
        let kept = cells.filter(|((target, _), cell)| *target == columns::KEEP && !cell.is_empty());
        project.kept.extend(kept.map(|((_, header), cell)| (header.clone(), cell.clone().into_owned())));
        project
    }

    /// Several columns may name the place and those around it. A name that only one place of the instance has is
    /// that place, the narrowest when several are found; every name stays as it was given.
    fn places(&self, row: &mut Row<'_>) -> Vec<PlaceRef> {
        let cells = self.targets.iter().zip(&row.cells);
        let names = cells.filter(|(target, cell)| *target == "place.name" && !cell.is_empty());
        let names: Vec<&str> = names.map(|(_, cell)| cell.as_ref()).collect();
        let given = Some(names.join(", ")).filter(|given| !given.is_empty());
        let found = names.iter().filter_map(|name| self.options.gazetteer.get(&text::fold(name)));
        // Census codes grow with each level.
        let found = found.max_by_key(|code| code.len()).cloned();
        let mut codes = row.text("place").map(|cell| split(&cell)).unwrap_or_default();
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
}
