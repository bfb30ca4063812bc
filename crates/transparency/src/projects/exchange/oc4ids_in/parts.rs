//! The parts of a project beside its core: contracts, milestones, documents, payments, phases, benefits, and what
//! OC4IDS has no field for, which our own files carry beside it.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::{
    super::{beyond::Beyond, oc4ids_out::WORDS},
    Reader, list, strings, text,
};
use crate::projects::model::{
    Beneficiary, Contact, Contract, CostAt, CostStep, Dates, Document, Duration, JobCount, JobGroup, Milestone,
    Modification, Party, Phase, Project, Registered, Sex, Status, Transfer,
};

/// The periods of the steps before and after the works.
pub(in crate::projects::exchange) const PERIODS: [(&str, Status); 5] = [
    ("identificationPeriod", Status::Identification),
    ("preparationPeriod", Status::Preparation),
    ("completionPeriod", Status::Completion),
    ("maintenancePeriod", Status::Maintenance),
    ("decommissioningPeriod", Status::Decommissioning),
];

impl Reader<'_> {
    pub(super) fn parts(&mut self, object: &Map<String, Value>, project: &mut Project) {
        for (index, value) in list(object.get("contractingProcesses")).enumerate() {
            self.contract(index, value, project);
        }
        for (index, value) in list(object.get("milestones")).enumerate() {
            project.milestones.extend(self.milestone(index, value));
        }
        for (index, value) in list(object.get("documents")).enumerate() {
            project.documents.extend(self.document(index, value));
        }
        for (index, value) in list(object.get("transactions")).enumerate() {
            self.payment(index, value, project);
        }
        for (key, status) in PERIODS {
            let period = object.get(key);
            let actual_start = self.date(period, "startDate", key);
            let actual_end = self.date(period, "endDate", key);
            if actual_start.is_some() || actual_end.is_some() {
                let dates = Dates { actual_start, actual_end, ..Dates::default() };
                project.phases.push(Phase { status, dates });
            }
        }
        for benefit in list(object.get("benefits")) {
            for beneficiary in list(benefit.get("beneficiaries")) {
                let who = beneficiary.as_object().map(|one| self.texts(one, "description")).unwrap_or_default();
                let people = beneficiary.get("numberOfPeople").and_then(Value::as_u64);
                let people = people.and_then(|people| u32::try_from(people).ok());
                if !who.is_empty() || people.is_some() {
                    project.beneficiaries.push(Beneficiary { who, people });
                }
            }
        }
        self.completion(object.get("completion"), project);
        let environment = object.get("environment");
        let truth = |name: &str| environment.and_then(|one| one.get(name)).and_then(Value::as_bool);
        project.surroundings.impact_assessed = truth("hasImpactAssessment");
        project.surroundings.protected_area = truth("inProtectedArea");
        let compensation = object.get("social").and_then(|social| social.get("landCompensationBudget"));
        project.surroundings.land_compensation = self.money(compensation, "social.landCompensationBudget");
        if let Some(value) = object.get(Beyond::KEY) {
            match serde_json::from_value::<Beyond>(value.clone()) {
                Ok(beyond) => beyond.put_into(project),
                Err(error) => self.wrong(Beyond::KEY, error.to_string(), "import-wrong-type"),
            }
        }
    }

    fn completion(&mut self, completion: Option<&Value>, project: &mut Project) {
        let Some(Value::Object(completion)) = completion else { return };
        project.final_scope = self.texts(completion, "finalScope");
        let reasons = [self.texts(completion, "finalScopeDetails"), self.texts(completion, "endDateDetails")];
        project.final_reason = reasons.into_iter().find(|reason| !reason.is_empty()).unwrap_or_default();
        if let Some(amount) = self.money(completion.get("finalValue"), "completion.finalValue") {
            let reason = self.texts(completion, "finalValueDetails");
            project.costs.push(CostStep { at: CostAt::Final, amount, date: None, reason });
        }
    }

    /// The id of an organisation that is mentioned; one that is not among the parties joins them.
    fn mentioned(&mut self, value: Option<&Value>, role: &str, project: &mut Project) -> Option<String> {
        let object = value?.as_object()?;
        let id = text(object.get("id"))?;
        if project.party(&id).is_none() {
            let name = self.texts(object, "name");
            if !name.is_empty() {
                let roles = vec![role.to_owned()];
                project.parties.push(Party { id: id.clone(), name, roles, registered: None, contact: None });
            }
        }
        Some(id)
    }

    fn contract(&mut self, index: usize, value: &Value, project: &mut Project) {
        let Some(summary) = value.get("summary").and_then(Value::as_object) else { return };
        let Some(id) = text(value.get("id")) else { return };
        let at = |field: &str| format!("contractingProcesses.{index}.summary.{field}");
        let tender = summary.get("tender").and_then(Value::as_object).cloned().unwrap_or_default();
        let period = summary.get("contractPeriod");
        let mut contract = Contract {
            title: self.texts(summary, "title"),
            scope: self.texts(summary, "description"),
            nature: strings(summary.get("nature")),
            status: self.code(summary, "status", "import-contract-status"),
            method: self.code(&tender, "procurementMethod", "import-method"),
            method_words: self.texts(&tender, "procurementMethodDetails"),
            bidders: tender
                .get("numberOfTenderers")
                .and_then(Value::as_u64)
                .and_then(|count| u32::try_from(count).ok()),
            estimate: self.money(tender.get("costEstimate"), &at("tender.costEstimate")),
            value: self.money(summary.get("contractValue"), &at("contractValue")),
            final_value: self.money(summary.get("finalValue"), &at("finalValue")),
            signed: None,
            start: self.date(period, "startDate", &at("contractPeriod.startDate")),
            end: self.date(period, "endDate", &at("contractPeriod.endDate")),
            buyer: self.mentioned(tender.get("procuringEntity"), "procuringEntity", project),
            administrator: self.mentioned(tender.get("administrativeEntity"), "administrativeEntity", project),
            suppliers: Vec::new(),
            modifications: Vec::new(),
            id,
        };
        for supplier in list(summary.get("suppliers")) {
            contract.suppliers.extend(self.mentioned(Some(supplier), "supplier", project));
        }
        for (number, value) in list(summary.get("modifications")).enumerate() {
            contract.modifications.extend(self.modification(&at(&format!("modifications.{number}")), value));
        }
        project.contracts.push(contract);
    }

    fn modification(&mut self, at: &str, value: &Value) -> Option<Modification> {
        let object = value.as_object()?;
        let end = |key: &str| object.get(key).cloned();
        Some(Modification {
            id: text(object.get("id"))?,
            date: self.date(Some(value), "date", at),
            what: self.code(object, "type", "import-modification"),
            description: self.texts(object, "description"),
            reason: self.texts(object, "rationale"),
            old_value: self.money(object.get("oldContractValue"), at),
            new_value: self.money(object.get("newContractValue"), at),
            old_end: self.date(end("oldContractPeriod").as_ref(), "endDate", at),
            new_end: self.date(end("newContractPeriod").as_ref(), "endDate", at),
        })
    }

    fn milestone(&mut self, index: usize, value: &Value) -> Option<Milestone> {
        let object = value.as_object()?;
        let at = format!("milestones.{index}");
        Some(Milestone {
            id: text(object.get("id"))?,
            title: self.texts(object, "title"),
            description: self.texts(object, "description"),
            kind: text(object.get("type")),
            due: self.date(Some(value), "dueDate", &at),
            met: self.date(Some(value), "dateMet", &at),
            status: self.code(object, "status", "import-milestone"),
        })
    }

    fn document(&mut self, index: usize, value: &Value) -> Option<Document> {
        let object = value.as_object()?;
        Some(Document {
            id: text(object.get("id"))?,
            kind: text(object.get("documentType")),
            title: self.texts(object, "title"),
            description: self.texts(object, "description"),
            url: text(object.get("url")),
            published: self.date(Some(value), "datePublished", &format!("documents.{index}.datePublished")),
            format: text(object.get("format")),
            language: text(object.get("language")),
        })
    }

    fn payment(&mut self, index: usize, value: &Value, project: &mut Project) {
        let at = format!("transactions.{index}");
        let (Some(id), Some(amount)) = (text(value.get("id")), self.money(value.get("value"), &at)) else { return };
        let mut said = |name: &str| value.as_object().map(|object| self.texts(object, name)).unwrap_or_default();
        let source = [said(WORDS), said("source")].into_iter().find(|text| !text.is_empty()).unwrap_or_default();
        let payment = Transfer {
            id,
            amount,
            date: self.date(Some(value), "date", &at),
            payer: self.mentioned(value.get("payer"), "payer", project),
            payee: self.mentioned(value.get("payee"), "payee", project),
            source,
        };
        project.payments.push(payment);
    }

    /// Jobs by sex, and in finer groups where the observations have more dimensions. Where a sex is given in groups
    /// only, they add up: those by age and those by duration count the same people, so the fullest cut stands.
    pub(super) fn jobs(&mut self, metric: &Value, path: &str, count: &mut JobCount, groups: &mut Vec<JobGroup>) {
        for (index, observation) in list(metric.get("observations")).enumerate() {
            let Some(measure) = text(observation.get("measure")) else { continue };
            let Some(number) = measure.parse::<u32>().ok().filter(|number| *number <= super::super::MOST_JOBS) else {
                self.wrong(&format!("{path}.jobsCreated.observations.{index}"), measure, "import-count");
                continue;
            };
            let dimensions = observation.get("dimensions");
            let dimension = |name: &str| text(dimensions.and_then(|dimensions| dimensions.get(name)));
            let sex: Option<Sex> = dimension("sex").and_then(|sex| sex.parse().ok());
            let group = JobGroup {
                sex,
                age: dimension("ageGroup"),
                duration: dimension("duration").and_then(|duration| duration.parse::<Duration>().ok()),
                local: dimensions.and_then(|dimensions| dimensions.get("local")).and_then(Value::as_bool),
                count: number,
            };
            if group.age.is_some() || group.duration.is_some() || group.local.is_some() {
                groups.push(group);
            } else {
                let slot = slot(count, sex);
                *slot = Some(slot.unwrap_or_default().saturating_add(number));
            }
        }
        for sex in [Some(Sex::Female), Some(Sex::Male), None] {
            if slot(count, sex).is_none() {
                *slot(count, sex) = fullest(groups.iter().filter(|group| group.sex == sex));
            }
        }
    }

    pub(super) fn registered(value: Option<&Value>) -> Option<Registered> {
        let value = value?;
        Some(Registered {
            scheme: text(value.get("scheme"))?,
            id: text(value.get("id"))?,
            legal_name: text(value.get("legalName")),
        })
    }

    pub(super) fn contact(object: &Map<String, Value>) -> Option<Contact> {
        let address = object.get("address").map(|address| {
            let parts = ["streetAddress", "postalCode", "locality", "region", "countryName"];
            parts.iter().filter_map(|part| text(address.get(*part))).collect::<Vec<_>>().join(", ")
        });
        let point = object.get("contactPoint");
        let contact = Contact {
            address: address.filter(|address| !address.is_empty()),
            email: point.and_then(|point| text(point.get("email"))),
            telephone: point.and_then(|point| text(point.get("telephone"))),
        };
        (contact != Contact::default()).then_some(contact)
    }
}

fn slot(count: &mut JobCount, sex: Option<Sex>) -> &mut Option<u32> {
    match sex {
        Some(Sex::Female) => &mut count.women,
        Some(Sex::Male) => &mut count.men,
        None => &mut count.total,
    }
}

fn fullest<'a>(groups: impl Iterator<Item = &'a JobGroup>) -> Option<u32> {
    let mut sums: HashMap<[bool; 3], u32> = HashMap::new();
    for group in groups {
        let sum = sums.entry([group.age.is_some(), group.duration.is_some(), group.local.is_some()]).or_default();
        *sum = sum.saturating_add(group.count);
    }
    sums.into_values().max()
}
