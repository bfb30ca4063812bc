//! The parts of a project beside its core, as OC4IDS names them.

use infitah_base::Lang;
use serde_json::{Map, Value, json};

use super::{
    super::{beyond::Beyond, oc4ids_in::PERIODS},
    in_language, instant, money, texts,
};
use crate::projects::model::{
    Contract, ContractStatus, CostAt, Document, Duration, JobGroup, Method, Milestone, MilestoneStatus, Modification,
    Modified, Party, Project, Sex, Transfer,
};

/// Writes the parts into the project's object.
pub(super) fn parts(out: &mut Map<String, Value>, project: &Project, bare: Lang) {
    let mut lists = |key: &str, values: Vec<Value>| {
        if !values.is_empty() {
            out.insert(key.to_owned(), Value::Array(values));
        }
    };
    lists("contractingProcesses", project.contracts.iter().map(|one| contract(project, one, bare)).collect());
    lists("milestones", project.milestones.iter().map(|one| milestone(one, bare)).collect());
    lists("documents", project.documents.iter().map(|one| document(one, bare)).collect());
    lists("transactions", project.payments.iter().map(|one| payment(project, one, bare)).collect());
    let beneficiaries = project.beneficiaries.iter().map(|one| {
        let mut object = Map::new();
        texts(&mut object, "description", &one.who, bare);
        put(&mut object, "numberOfPeople", one.people);
        Value::Object(object)
    });
    let beneficiaries: Vec<Value> = beneficiaries.collect();
    if !beneficiaries.is_empty() {
        lists("benefits", vec![json!({ "beneficiaries": beneficiaries })]);
    }
    for (key, status) in PERIODS {
        let phase = project.phases.iter().find(|phase| phase.status == status);
        let Some(dates) = phase.map(|phase| &phase.dates) else { continue };
        let mut period = Map::new();
        put(&mut period, "startDate", dates.actual_start.or(dates.planned_start).map(instant));
        put(&mut period, "endDate", dates.actual_end.or(dates.planned_end).map(instant));
        object(out, key, period);
    }
    object(out, "completion", completion(project, bare));
    let mut environment = Map::new();
    put(&mut environment, "hasImpactAssessment", project.surroundings.impact_assessed);
    put(&mut environment, "inProtectedArea", project.surroundings.protected_area);
    object(out, "environment", environment);
    let mut social = Map::new();
    put(&mut social, "landCompensationBudget", project.surroundings.land_compensation.map(money));
    object(out, "social", social);
    if let Some(beyond) = Beyond::of(project).and_then(|beyond| serde_json::to_value(beyond).ok()) {
        out.insert(Beyond::KEY.to_owned(), beyond);
    }
}

/// A value where there is one.
fn put(out: &mut Map<String, Value>, key: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        out.insert(key.to_owned(), value.into());
    }
}

/// An object where there is something in it.
fn object(out: &mut Map<String, Value>, key: &str, value: Map<String, Value>) {
    if !value.is_empty() {
        out.insert(key.to_owned(), Value::Object(value));
    }
}

fn completion(project: &Project, bare: Lang) -> Map<String, Value> {
    let mut out = Map::new();
    put(&mut out, "endDate", project.dates.actual_end.map(instant));
    if let Some(step) = project.costs.iter().find(|step| step.at == CostAt::Final) {
        out.insert("finalValue".to_owned(), money(step.amount));
        texts(&mut out, "finalValueDetails", &step.reason, bare);
    }
    texts(&mut out, "finalScope", &project.final_scope, bare);
    let why = if project.final_scope.is_empty() { "endDateDetails" } else { "finalScopeDetails" };
    texts(&mut out, why, &project.final_reason, bare);
    out
}

/// An organisation that is mentioned: its id and the name that the parties give it.
fn mention(project: &Project, id: &str, bare: Lang) -> Value {
    let name = project.party(id).map_or(id, |party| in_language(&party.name, bare));
    json!({ "id": id, "name": name })
}

fn contract(project: &Project, contract: &Contract, bare: Lang) -> Value {
    let mention = |id: &String| mention(project, id, bare);
    let mut tender = Map::new();
    put(&mut tender, "procurementMethod", contract.method.map(Method::code));
    texts(&mut tender, "procurementMethodDetails", &contract.method_words, bare);
    put(&mut tender, "costEstimate", contract.estimate.map(money));
    put(&mut tender, "numberOfTenderers", contract.bidders);
    put(&mut tender, "procuringEntity", contract.buyer.as_ref().map(mention));
    put(&mut tender, "administrativeEntity", contract.administrator.as_ref().map(mention));
    let mut summary = Map::new();
    if contract.id.starts_with("ocds-") {
        summary.insert("ocid".to_owned(), json!(contract.id));
    }
    if !contract.nature.is_empty() {
        summary.insert("nature".to_owned(), json!(contract.nature));
    }
    texts(&mut summary, "title", &contract.title, bare);
    texts(&mut summary, "description", &contract.scope, bare);
    put(&mut summary, "status", contract.status.map(ContractStatus::code));
    object(&mut summary, "tender", tender);
    if !contract.suppliers.is_empty() {
        summary.insert("suppliers".to_owned(), contract.suppliers.iter().map(mention).collect());
    }
    put(&mut summary, "contractValue", contract.value.map(money));
    let mut period = Map::new();
    put(&mut period, "startDate", contract.start.map(instant));
    put(&mut period, "endDate", contract.end.map(instant));
    object(&mut summary, "contractPeriod", period);
    put(&mut summary, "finalValue", contract.final_value.map(money));
    if !contract.modifications.is_empty() {
        let changes = contract.modifications.iter().map(|one| modification(one, bare));
        summary.insert("modifications".to_owned(), changes.collect());
    }
    json!({ "id": contract.id, "summary": summary })
}

fn modification(change: &Modification, bare: Lang) -> Value {
    let mut out = Map::new();
    out.insert("id".to_owned(), json!(change.id));
    put(&mut out, "date", change.date.map(instant));
    texts(&mut out, "description", &change.description, bare);
    texts(&mut out, "rationale", &change.reason, bare);
    put(&mut out, "type", change.what.map(Modified::code));
    put(&mut out, "oldContractValue", change.old_value.map(money));
    put(&mut out, "newContractValue", change.new_value.map(money));
    put(&mut out, "oldContractPeriod", change.old_end.map(|end| json!({ "endDate": instant(end) })));
    put(&mut out, "newContractPeriod", change.new_end.map(|end| json!({ "endDate": instant(end) })));
    Value::Object(out)
}

fn milestone(milestone: &Milestone, bare: Lang) -> Value {
    let mut out = Map::new();
    out.insert("id".to_owned(), json!(milestone.id));
    texts(&mut out, "title", &milestone.title, bare);
    put(&mut out, "type", milestone.kind.clone());
    texts(&mut out, "description", &milestone.description, bare);
    put(&mut out, "dueDate", milestone.due.map(instant));
    put(&mut out, "dateMet", milestone.met.map(instant));
    put(&mut out, "status", milestone.status.map(MilestoneStatus::code));
    Value::Object(out)
}

fn document(document: &Document, bare: Lang) -> Value {
    let mut out = Map::new();
    out.insert("id".to_owned(), json!(document.id));
    put(&mut out, "documentType", document.kind.clone());
    texts(&mut out, "title", &document.title, bare);
    texts(&mut out, "description", &document.description, bare);
    put(&mut out, "url", document.url.clone());
    put(&mut out, "datePublished", document.published.map(instant));
    put(&mut out, "format", document.format.clone());
    put(&mut out, "language", document.language.clone());
    Value::Object(out)
}

/// Where a payment is written, in words.
pub(in crate::projects::exchange) const WORDS: &str = "x_source";

fn payment(project: &Project, payment: &Transfer, bare: Lang) -> Value {
    let mut out = Map::new();
    out.insert("id".to_owned(), json!(payment.id));
    // The standard wants an address here: words stand beside it.
    let is_address = payment.source.iter().all(|(_, source)| source.contains("://"));
    texts(&mut out, if is_address { "source" } else { WORDS }, &payment.source, bare);
    put(&mut out, "date", payment.date.map(instant));
    out.insert("value".to_owned(), money(payment.amount));
    put(&mut out, "payer", payment.payer.as_ref().map(|id| mention(project, id, bare)));
    put(&mut out, "payee", payment.payee.as_ref().map(|id| mention(project, id, bare)));
    Value::Object(out)
}

/// A party with its register and its office.
pub(super) fn party(party: &Party, bare: Lang) -> Value {
    let mut out = Map::new();
    out.insert("id".to_owned(), json!(party.id));
    texts(&mut out, "name", &party.name, bare);
    if let Some(registered) = &party.registered {
        let mut identifier = Map::new();
        identifier.insert("scheme".to_owned(), json!(registered.scheme));
        identifier.insert("id".to_owned(), json!(registered.id));
        put(&mut identifier, "legalName", registered.legal_name.clone());
        out.insert("identifier".to_owned(), Value::Object(identifier));
    }
    if let Some(contact) = &party.contact {
        put(&mut out, "address", contact.address.as_ref().map(|street| json!({ "streetAddress": street })));
        let mut point = Map::new();
        put(&mut point, "email", contact.email.clone());
        put(&mut point, "telephone", contact.telephone.clone());
        object(&mut out, "contactPoint", point);
    }
    if !party.roles.is_empty() {
        out.insert("roles".to_owned(), json!(party.roles));
    }
    Value::Object(out)
}

/// The dimensions of a finer group of jobs.
pub(super) fn dimensions(group: &JobGroup) -> Value {
    let mut out = Map::new();
    put(&mut out, "sex", group.sex.map(Sex::code));
    put(&mut out, "ageGroup", group.age.clone());
    put(&mut out, "duration", group.duration.map(Duration::code));
    put(&mut out, "local", group.local);
    Value::Object(out)
}
