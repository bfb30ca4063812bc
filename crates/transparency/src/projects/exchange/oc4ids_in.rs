//! Reading a project of OC4IDS 0.9.5.

use std::ops::ControlFlow;

use infitah_base::{CivilDate, Currency, Lang, Money, Text};
use serde_json::{Map, Value};

use super::{Ear, ImportOptions, Problem};
use crate::projects::model::{
    Budget, Classification, Dates, Funding, Observation, Party, PlaceRef, Project, Shape, Status, Work,
};

mod parts;
pub(super) use parts::PERIODS;

/// The gazetteer of census codes, and our own schemes.
pub(super) const GAZETTEER: &str = "HCP-RGPH";
pub(super) const KIND_SCHEME: &str = "x_infitah-kind";
pub(super) const PUBLISHER_SCHEME: &str = "x_publisher";

/// The fields of a project that the model takes, wholly or in part; the others are carried.
pub(super) const MODELLED: &[&str] = &[
    "id",
    "language",
    "title",
    "purpose",
    "description",
    "status",
    "type",
    "sector",
    "additionalClassifications",
    "locations",
    "budget",
    "period",
    "implementationPeriod",
    "completion",
    "forecasts",
    "metrics",
    "parties",
    "updated",
    "identifiers",
    "publicAuthority",
    "identificationPeriod",
    "preparationPeriod",
    "completionPeriod",
    "maintenancePeriod",
    "decommissioningPeriod",
    "contractingProcesses",
    "milestones",
    "documents",
    "transactions",
    "benefits",
    "environment",
    "social",
    super::beyond::Beyond::KEY,
];

/// Reads one project and says what became of it.
pub(super) fn one(row: usize, value: Value, options: &ImportOptions, ear: &mut Ear<'_>) -> ControlFlow<()> {
    let Value::Object(object) = value else {
        return ear.bad(vec![Problem::new(row, "", value.to_string(), "import-not-an-object")]);
    };
    let mut reader = Reader { row, options, lang: Lang::arabic(), problems: Vec::new() };
    let mut project = reader.project(&object);
    if !reader.problems.is_empty() {
        return ear.bad(reader.problems);
    }
    project.carried = Some(Box::new(object));
    if let Some(refused) = ear.refuses(row, &project) {
        return refused;
    }
    let keys = project.carried.iter().flat_map(|carried| carried.keys());
    for key in keys.filter(|key| !MODELLED.contains(&key.as_str()) && !is_translation(key)) {
        ear.kept(key);
    }
    ear.good(row, project)
}

fn is_translation(key: &str) -> bool {
    ["title_", "purpose_", "description_"].iter().any(|start| key.starts_with(start))
}

/// Reads what was carried once more: for export, to see what has changed since.
pub(super) fn reread(object: &Map<String, Value>) -> Project {
    let options = ImportOptions::default();
    Reader { row: 0, options: &options, lang: Lang::arabic(), problems: Vec::new() }.project(object)
}

struct Reader<'a> {
    row: usize,
    options: &'a ImportOptions,
    /// The language of bare texts.
    lang: Lang,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn wrong(&mut self, field: &str, value: impl Into<String>, key: &'static str) {
        self.problems.push(Problem::new(self.row, field, value, key));
    }

    fn project(&mut self, object: &Map<String, Value>) -> Project {
        let stated = object.get("language").and_then(Value::as_str).and_then(|tag| Lang::parse(primary(tag)).ok());
        self.lang = stated.or(self.options.language).unwrap_or_else(|| Lang::parse("en").unwrap_or(Lang::arabic()));
        self.kinds_of_values(object);
        // What we gave out under our own prefix comes back under the publisher's own identifier.
        let ours = list(object.get("identifiers"))
            .find(|one| one.get("scheme").and_then(Value::as_str) == Some(PUBLISHER_SCHEME))
            .and_then(|one| text(one.get("id")));
        let identifier = ours.or_else(|| text(object.get("id"))).unwrap_or_default();
        if identifier.is_empty() {
            self.wrong("id", "", "import-no-identifier");
        }
        let title = self.texts(object, "title");
        if title.is_empty() {
            self.wrong("title", "", "import-no-title");
        }
        let mut project = Project::new(identifier, title);
        project.purpose = self.texts(object, "purpose");
        project.description = self.texts(object, "description");
        project.status = self.code::<Status>(object, "status", "import-status");
        project.work = self.code::<Work>(object, "type", "import-type");
        project.sectors = strings(object.get("sector"));
        for classification in list(object.get("additionalClassifications")) {
            self.classification(classification, &mut project);
        }
        project.places = list(object.get("locations")).filter_map(place).collect();
        project.parties = list(object.get("parties")).filter_map(|party| self.party(party)).collect();
        if let Some(Value::Object(budget)) = object.get("budget") {
            self.budget(budget, &mut project);
        }
        let period = object.get("period");
        project.dates = Dates {
            planned_start: self.date(period, "startDate", "period.startDate"),
            planned_end: self.date(period, "endDate", "period.endDate"),
            actual_start: self.date(object.get("implementationPeriod"), "startDate", "implementationPeriod.startDate"),
            actual_end: self.date(object.get("completion"), "endDate", "completion.endDate"),
        };
        for metric in list(object.get("forecasts")) {
            if metric.get("id").and_then(Value::as_str) == Some("jobsCreated") {
                self.jobs(metric, "forecasts", &mut project.jobs.planned, &mut project.jobs.planned_groups);
            }
        }
        for metric in list(object.get("metrics")) {
            match metric.get("id").and_then(Value::as_str) {
                Some("jobsCreated") => {
                    self.jobs(metric, "metrics", &mut project.jobs.created, &mut project.jobs.created_groups);
                }
                Some("physicalProgress") => project.physical = self.observations(metric, "physicalProgress"),
                Some("financialProgress") => project.financial = self.observations(metric, "financialProgress"),
                _ => {}
            }
        }
        project.updated = self.date(Some(&Value::Object(object.clone())), "updated", "updated");
        self.parts(object, &mut project);
        project
    }

    /// A list or an object where the standard wants one: anything else would be passed over in silence.
    fn kinds_of_values(&mut self, object: &Map<String, Value>) {
        let lists = [
            "sector",
            "additionalClassifications",
            "locations",
            "parties",
            "forecasts",
            "metrics",
            "identifiers",
            "contractingProcesses",
            "milestones",
            "documents",
            "transactions",
            "benefits",
        ];
        let objects = [
            "budget",
            "period",
            "implementationPeriod",
            "completion",
            "publicAuthority",
            "environment",
            "social",
            super::beyond::Beyond::KEY,
        ];
        for (key, value) in object {
            let wrong = (lists.contains(&key.as_str()) && !value.is_array())
                || (objects.contains(&key.as_str()) && !value.is_object());
            if wrong && !value.is_null() {
                self.wrong(key, value.to_string(), "import-wrong-type");
            }
        }
        for (index, location) in list(object.get("locations")).enumerate() {
            let geometry = location.get("geometry").filter(|geometry| !geometry.is_null());
            if let Some(geometry) = geometry.filter(|geometry| shape(geometry).is_none()) {
                self.wrong(&format!("locations.{index}.geometry"), geometry.to_string(), "import-degrees");
            }
        }
    }

    /// `name`, and `name_fr`, `name_ar`… beside it (the standard's way to translate).
    fn texts(&mut self, object: &Map<String, Value>, name: &str) -> Text {
        let mut out = Text::default();
        for lang in Lang::all() {
            if let Some(text) = text(object.get(&format!("{name}_{lang}"))) {
                out.set(lang, text);
            }
        }
        if let Some(text) = text(object.get(name)) {
            out.set(self.lang, text);
        }
        out
    }

    fn code<C: std::str::FromStr>(&mut self, object: &Map<String, Value>, field: &str, key: &'static str) -> Option<C> {
        let code = text(object.get(field))?;
        let parsed = code.parse().ok();
        if parsed.is_none() {
            self.wrong(field, code, key);
        }
        parsed
    }

    fn date(&mut self, object: Option<&Value>, name: &str, path: &str) -> Option<CivilDate> {
        let stamp = text(object?.get(name))?;
        // Instants are cut to their day: the standard asks for a time even where only a day is known.
        let day = stamp.get(..10).unwrap_or(&stamp);
        let parsed: Option<CivilDate> = day.parse().ok();
        match parsed {
            None => self.wrong(path, stamp, "import-date"),
            Some(date) if !super::sane_year(date) => self.wrong(path, stamp, "import-year"),
            Some(_) => {}
        }
        parsed
    }

    fn money(&mut self, value: Option<&Value>, path: &str) -> Option<Money> {
        let value = value?;
        let number = match value.get("amount")? {
            Value::Number(number) => number.to_string(),
            Value::Null => return None,
            other => {
                self.wrong(path, other.to_string(), "import-amount");
                return None;
            }
        };
        let code = text(value.get("currency"));
        let currency = match &code {
            Some(code) => code.parse::<Currency>().ok(),
            None => self.options.currency,
        };
        let Some(currency) = currency else {
            let key = if code.is_some() { "import-currency" } else { "import-no-currency" };
            self.wrong(path, code.unwrap_or_default(), key);
            return None;
        };
        let money = super::sane_amount(&number, currency);
        if money.is_none() {
            self.wrong(path, number, "import-amount");
        }
        money
    }

    fn classification(&mut self, value: &Value, project: &mut Project) {
        let (Some(scheme), Some(id)) = (text(value.get("scheme")), text(value.get("id"))) else { return };
        if scheme == KIND_SCHEME {
            project.kind = id.parse().ok();
            if project.kind.is_none() {
                self.wrong("additionalClassifications", id, "import-kind");
            }
            return;
        }
        let label = value.as_object().map(|object| self.texts(object, "description")).unwrap_or_default();
        project.classifications.push(Classification { scheme, id, label });
    }

    fn party(&mut self, value: &Value) -> Option<Party> {
        let object = value.as_object()?;
        let name = self.texts(object, "name");
        let id = text(object.get("id"))?;
        let (registered, contact) = (Self::registered(object.get("identifier")), Self::contact(object));
        Some(Party { name, roles: strings(object.get("roles")), id, registered, contact })
    }

    fn budget(&mut self, budget: &Map<String, Value>, project: &mut Project) {
        let whole = Value::Object(budget.clone());
        let amount = self.money(budget.get("amount"), "budget.amount");
        let approved = self.date(Some(&whole), "approvalDate", "budget.approvalDate");
        project.budget = amount.map(|amount| Budget { amount, approved });
        // The breakdown by who pays is the one whose parts name their source.
        for breakdown in list(budget.get("budgetBreakdowns")) {
            let parts: Vec<&Value> =
                list(breakdown.get("budgetBreakdown")).filter(|part| part.get("sourceParty").is_some()).collect();
            if parts.is_empty() {
                continue;
            }
            for (index, part) in parts.iter().enumerate() {
                let path = format!("budget.budgetBreakdowns.budgetBreakdown.{index}.amount");
                let amount = self.money(part.get("amount"), &path);
                let party = part.get("sourceParty").and_then(|party| text(party.get("id")));
                if let (Some(amount), Some(party)) = (amount, party) {
                    project.funding.push(Funding { party, amount });
                }
            }
            break;
        }
    }

    fn observations(&mut self, metric: &Value, path: &str) -> Vec<Observation> {
        let mut out = Vec::new();
        for (index, observation) in list(metric.get("observations")).enumerate() {
            let at = format!("metrics.{path}.observations.{index}");
            let period = observation.get("period");
            let date = self.date(period, "endDate", &at).or_else(|| self.date(period, "startDate", &at));
            let Some(percent) = self.percent(observation.get("measure"), &at) else { continue };
            let Some(date) = date else {
                self.wrong(&at, percent.to_string(), "import-no-date");
                continue;
            };
            let source = observation.as_object().map(|object| self.texts(object, "notes")).unwrap_or_default();
            out.push(Observation { date, percent, source });
        }
        out.sort_by_key(|observation| observation.date);
        out
    }

    fn percent(&mut self, value: Option<&Value>, path: &str) -> Option<u32> {
        let text = text(value)?;
        let number = text.parse::<f64>().ok().filter(|number| (0.0..=100.0).contains(number));
        if number.is_none() {
            self.wrong(path, text, "import-percent");
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to lie between 0 and 100")]
        number.map(|number| number.floor() as u32)
    }
}

fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// A text, or a number written as one; blanks are nothing.
fn text(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn list(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    value.and_then(Value::as_array).into_iter().flatten()
}

fn strings(value: Option<&Value>) -> Vec<String> {
    list(value).filter_map(|item| text(Some(item))).collect()
}

/// A geometry on the earth, or nothing where it is none. Heights are left out.
fn shape(geometry: &Value) -> Option<Shape> {
    let mut flat = geometry.clone();
    flatten(flat.get_mut("coordinates")?);
    serde_json::from_value::<Shape>(flat).ok().filter(Shape::is_sane)
}

/// Positions of two numbers: some tools write a height as the third.
fn flatten(coordinates: &mut Value) {
    let Some(items) = coordinates.as_array_mut() else { return };
    if items.first().is_some_and(Value::is_number) {
        items.truncate(2);
    } else {
        items.iter_mut().for_each(flatten);
    }
}

fn place(value: &Value) -> Option<PlaceRef> {
    let gazetteer = value.get("gazetteer");
    let scheme = gazetteer.and_then(|gazetteer| text(gazetteer.get("scheme")));
    let code = (scheme.as_deref() == Some(GAZETTEER))
        .then(|| strings(gazetteer.and_then(|gazetteer| gazetteer.get("identifiers"))).into_iter().next())
        .flatten();
    let (point, shape) = match value.get("geometry").and_then(shape) {
        Some(Shape::Point(point)) => (Some(point), None),
        other => (None, other),
    };
    let given = text(value.get("description")).or_else(|| {
        let address = value.get("address")?;
        let parts = ["locality", "region", "countryName"].iter().filter_map(|part| text(address.get(*part)));
        Some(parts.collect::<Vec<_>>().join(", ")).filter(|text| !text.is_empty())
    });
    let place = PlaceRef { code, given, point, shape };
    (place != PlaceRef::default()).then_some(place)
}
