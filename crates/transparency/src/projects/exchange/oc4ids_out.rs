//! Writing OC4IDS 0.9.5. A project that came as OC4IDS goes out as it came, but for what has changed since.

use infitah_base::{Lang, Money, Text, Timestamp};
use serde_json::{Map, Value, json};

use super::oc4ids_in::{GAZETTEER, KIND_SCHEME, PUBLISHER_SCHEME, reread};
use crate::projects::model::{JobCount, JobGroup, Observation, PlaceRef, Project};

mod parts;
pub(super) use parts::WORDS;

/// What a package says of itself.
pub struct Context<'a> {
    /// Its address.
    pub uri: String,
    /// When it is made.
    pub at: Timestamp,
    /// Who publishes it.
    pub publisher: String,
    /// The licence's address.
    pub licence: &'a str,
    /// The registered prefix (`oc4ids-xxxxxx`).
    pub prefix: &'a str,
    /// The languages of the instance; bare texts are in the first that a project has.
    pub languages: &'a [Lang],
}

/// What a package says of itself, beside its projects.
pub(super) fn head(context: &Context<'_>) -> Map<String, Value> {
    let head = json!({
        "uri": context.uri,
        "publishedDate": context.at.rfc3339(),
        "version": "0.9",
        "publisher": { "name": context.publisher },
        "license": context.licence,
    });
    head.as_object().cloned().unwrap_or_default()
}

/// The id of a project in OC4IDS: its own when it came with a well-formed one, else the prefix and our reference.
fn oc4ids_id(reference: &str, identifier: &str, prefix: &str) -> String {
    let own = identifier.strip_prefix("oc4ids-").and_then(|rest| rest.split_once('-')).is_some_and(|(code, rest)| {
        code.len() == 6 && code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()) && !rest.is_empty()
    });
    if own { identifier.to_owned() } else { format!("{prefix}-{reference}") }
}

pub(super) fn one(reference: &str, project: &Project, context: &Context<'_>) -> Map<String, Value> {
    let built = build(reference, project, context);
    let Some(carried) = &project.carried else { return built };
    // What the source said stands, except where what it meant to us then is not what we know now.
    let source = reread(carried);
    let told = source.for_files();
    let mut was = build(reference, &told, context);
    let mut out = carried.as_ref().clone();
    // What the source said of small groups of people does not go out again in its own words.
    if told.jobs != source.jobs {
        let has_jobs = |metric: &Value| metric.get("id").and_then(Value::as_str) == Some("jobsCreated");
        for metrics in [&mut out, &mut was].into_iter().filter_map(|object| object.get_mut("metrics")) {
            metrics.as_array_mut().into_iter().for_each(|metrics| metrics.retain(|metric| !has_jobs(metric)));
        }
    }
    patch_object(&mut out, &was, &built);
    own_id(&mut out, &built);
    out
}

/// An id that the standard does not allow cannot stand, whoever gave it: it becomes one of the identifiers.
fn own_id(out: &mut Map<String, Value>, built: &Map<String, Value>) {
    if out.get("id") == built.get("id") {
        return;
    }
    out.extend(built.get("id").map(|id| ("id".to_owned(), id.clone())));
    let Some(Value::Array(ours)) = built.get("identifiers") else { return };
    match out.get_mut("identifiers").and_then(Value::as_array_mut) {
        Some(known) => known.extend(ours.iter().filter(|one| !known.contains(one)).cloned().collect::<Vec<_>>()),
        None => drop(out.insert("identifiers".to_owned(), json!(ours))),
    }
}

/// Writes into `out` what differs between `was` and `now`, as deep as objects and lists of things with ids go: what
/// the source says beside it stays.
fn patch_object(out: &mut Map<String, Value>, was: &Map<String, Value>, now: &Map<String, Value>) {
    for (key, value) in now {
        let before = was.get(key);
        if before == Some(value) {
            continue;
        }
        match (out.get_mut(key), value) {
            (Some(Value::Object(inner)), Value::Object(value)) => {
                let nothing = Map::new();
                patch_object(inner, before.and_then(Value::as_object).unwrap_or(&nothing), value);
            }
            (Some(Value::Array(inner)), Value::Array(value)) if LISTS_BY_ID.contains(&key.as_str()) => {
                patch_list(inner, before.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default(), value);
            }
            _ => {
                out.insert(key.clone(), value.clone());
            }
        }
    }
    for key in was.keys().filter(|key| !now.contains_key(*key)) {
        out.remove(key);
    }
}

/// Lists whose things are known by their ids.
const LISTS_BY_ID: [&str; 8] = [
    "forecasts",
    "metrics",
    "parties",
    "contractingProcesses",
    "milestones",
    "documents",
    "transactions",
    "modifications",
];

fn patch_list(out: &mut Vec<Value>, was: &[Value], now: &[Value]) {
    let same = |one: &Value, other: &Value| one.get("id").is_some() && one.get("id") == other.get("id");
    for value in now {
        let before = was.iter().find(|one| same(one, value));
        match out.iter_mut().find(|one| same(one, value)) {
            _ if before == Some(value) => {}
            Some(Value::Object(inner)) => {
                let (nothing, empty) = (Map::new(), Map::new());
                let before = before.and_then(Value::as_object).unwrap_or(&nothing);
                patch_object(inner, before, value.as_object().unwrap_or(&empty));
            }
            Some(other) => *other = value.clone(),
            None => out.push(value.clone()),
        }
    }
    out.retain(|one| now.iter().any(|value| same(value, one)) || !was.iter().any(|value| same(value, one)));
}

/// The project from the model alone.
fn build(reference: &str, project: &Project, context: &Context<'_>) -> Map<String, Value> {
    let mut out = Map::new();
    let id = oc4ids_id(reference, &project.identifier, context.prefix);
    let bare = context.languages.iter().copied().find(|lang| project.title.exactly(*lang).is_some());
    let bare = bare.or_else(|| project.title.iter().next().map(|(lang, _)| lang)).unwrap_or(Lang::arabic());
    if id != project.identifier {
        out.insert("identifiers".into(), json!([{ "id": project.identifier, "scheme": PUBLISHER_SCHEME }]));
    }
    out.insert("id".into(), json!(id));
    if let Some(updated) = project.last_news() {
        out.insert("updated".into(), instant(updated));
    }
    out.insert("language".into(), json!(bare.tag()));
    texts(&mut out, "title", &project.title, bare);
    texts(&mut out, "purpose", &project.purpose, bare);
    texts(&mut out, "description", &project.description, bare);
    if let Some(status) = project.status {
        out.insert("status".into(), json!(status));
    }
    if let Some(work) = project.work {
        out.insert("type".into(), json!(work));
    }
    if !project.sectors.is_empty() {
        out.insert("sector".into(), json!(project.sectors));
    }
    let classifications = classifications(project, bare);
    if !classifications.is_empty() {
        out.insert("additionalClassifications".into(), Value::Array(classifications));
    }
    let locations: Vec<Value> = (1..).zip(&project.places).map(|(number, place)| location(number, place)).collect();
    if !locations.is_empty() {
        out.insert("locations".into(), Value::Array(locations));
    }
    if let Some(budget) = budget(project, bare) {
        out.insert("budget".into(), budget);
    }
    let dates = &project.dates;
    for (key, start, end) in
        [("period", dates.planned_start, dates.planned_end), ("implementationPeriod", dates.actual_start, None)]
    {
        let pairs = [("startDate", start), ("endDate", end)];
        let period: Map<String, Value> =
            pairs.into_iter().filter_map(|(name, date)| Some((name.to_owned(), instant(date?)))).collect();
        if !period.is_empty() {
            out.insert(key.into(), Value::Object(period));
        }
    }
    parts::parts(&mut out, project, bare);
    let day = dates.planned_end.or(dates.actual_end).or(project.last_news());
    if let Some(jobs) = jobs(&project.jobs.planned, &project.jobs.planned_groups, day) {
        out.insert("forecasts".into(), json!([jobs]));
    }
    let metrics: Vec<Value> = [
        progress("physicalProgress", &project.physical, bare),
        progress("financialProgress", &project.financial, bare),
        jobs(&project.jobs.created, &project.jobs.created_groups, project.last_news().or(day)),
    ]
    .into_iter()
    .flatten()
    .collect();
    if !metrics.is_empty() {
        out.insert("metrics".into(), Value::Array(metrics));
    }
    if !project.parties.is_empty() {
        let parties = project.parties.iter().map(|party| parts::party(party, bare)).collect();
        out.insert("parties".into(), Value::Array(parties));
    }
    if let Some(authority) = project.with_role("publicAuthority").next() {
        out.insert("publicAuthority".into(), json!({ "id": authority.id, "name": in_language(&authority.name, bare) }));
    }
    out
}

fn instant(date: infitah_base::CivilDate) -> Value {
    json!(format!("{date}T00:00:00Z"))
}

fn in_language(text: &Text, bare: Lang) -> &str {
    text.exactly(bare).unwrap_or_else(|| text.plain(bare))
}

/// `name` in the project's language and `name_fr`… for the others.
fn texts(out: &mut Map<String, Value>, name: &str, text: &Text, bare: Lang) {
    if text.is_empty() {
        return;
    }
    out.insert(name.to_owned(), json!(in_language(text, bare)));
    for (lang, words) in text.iter().filter(|(lang, _)| *lang != bare) {
        out.insert(format!("{name}_{lang}"), json!(words));
    }
}

fn classifications(project: &Project, bare: Lang) -> Vec<Value> {
    let ours = project.kind.map(|kind| json!({ "scheme": KIND_SCHEME, "id": kind.code() }));
    let others = project.classifications.iter().map(|classification| {
        let mut object = Map::new();
        object.insert("scheme".into(), json!(classification.scheme));
        object.insert("id".into(), json!(classification.id));
        texts(&mut object, "description", &classification.label, bare);
        Value::Object(object)
    });
    ours.into_iter().chain(others).collect()
}

fn location(number: usize, place: &PlaceRef) -> Value {
    let mut object = Map::new();
    object.insert("id".into(), json!(number.to_string()));
    if let Some(given) = &place.given {
        object.insert("description".into(), json!(given));
    }
    if let Some(code) = &place.code {
        object.insert("gazetteer".into(), json!({ "scheme": GAZETTEER, "identifiers": [code] }));
    }
    match (&place.shape, place.point) {
        (Some(shape), _) => drop(object.insert("geometry".into(), json!(shape))),
        (None, Some(point)) => drop(object.insert("geometry".into(), json!({ "type": "Point", "coordinates": point }))),
        (None, None) => {}
    }
    Value::Object(object)
}

/// Amounts are written exactly: a whole number where there are no minor units left over.
pub(super) fn money(money: Money) -> Value {
    let number: Value = serde_json::from_str(&money.to_decimal()).unwrap_or(Value::Null);
    json!({ "amount": number, "currency": money.currency.code() })
}

fn budget(project: &Project, bare: Lang) -> Option<Value> {
    let mut out = Map::new();
    if let Some(budget) = &project.budget {
        out.insert("amount".into(), money(budget.amount));
        if let Some(approved) = budget.approved {
            out.insert("approvalDate".into(), instant(approved));
        }
    }
    let parts: Vec<Value> = (1..)
        .zip(&project.funding)
        .map(|(number, funding)| {
            // A share of somebody whom the source does not name stays a share: the id stands for the name.
            let name =
                project.party(&funding.party).map_or(funding.party.as_str(), |party| in_language(&party.name, bare));
            json!({
                "id": number.to_string(),
                "amount": money(funding.amount),
                "sourceParty": { "id": funding.party, "name": name },
            })
        })
        .collect();
    if !parts.is_empty() {
        out.insert("budgetBreakdowns".into(), json!([{ "id": "funding", "budgetBreakdown": parts }]));
    }
    (!out.is_empty()).then_some(Value::Object(out))
}

fn progress(id: &str, observations: &[Observation], bare: Lang) -> Option<Value> {
    let rows: Vec<Value> = (1..)
        .zip(observations)
        .map(|(number, observation)| {
            let mut row = json!({
                "id": number.to_string(),
                "measure": observation.percent.to_string(),
                "unit": { "name": "percent", "scheme": "UNCEFACT", "id": "P1" },
                "period": { "startDate": instant(observation.date), "endDate": instant(observation.date) },
            });
            if let Some(object) = row.as_object_mut() {
                texts(object, "notes", &observation.source, bare);
            }
            row
        })
        .collect();
    let title = if id == "physicalProgress" { "Physical progress" } else { "Financial progress" };
    (!rows.is_empty()).then(|| json!({ "id": id, "title": title, "observations": rows }))
}

fn jobs(count: &JobCount, groups: &[JobGroup], day: Option<infitah_base::CivilDate>) -> Option<Value> {
    let sexes =
        [(count.women, json!({ "sex": "female" })), (count.men, json!({ "sex": "male" })), (count.total, json!({}))];
    let whole = sexes.into_iter().filter_map(|(number, dimensions)| Some((number?, dimensions)));
    let finer = groups.iter().map(|group| (group.count, parts::dimensions(group)));
    let rows: Vec<Value> = (1..)
        .zip(whole.chain(finer))
        .map(|(index, (number, dimensions)): (i32, _)| {
            let mut row = json!({
                "id": index.to_string(),
                "measure": number.to_string(),
                "unit": { "name": "jobs", "scheme": "x_infitah", "id": "jobs" },
            });
            if let Some(object) = row.as_object_mut() {
                if let Some(day) = day {
                    object.insert("period".into(), json!({ "startDate": instant(day), "endDate": instant(day) }));
                }
                if dimensions.as_object().is_some_and(|dimensions| !dimensions.is_empty()) {
                    object.insert("dimensions".into(), dimensions);
                }
            }
            row
        })
        .collect();
    (!rows.is_empty()).then(|| json!({ "id": "jobsCreated", "title": "Jobs created", "observations": rows }))
}
