//! The codes that a project may say, each by its name.

use infitah_commons::drafts::Choice;
use infitah_kit::T;
use strum::IntoEnumIterator;

use crate::projects::model::{
    ContractStatus, CostAt, Duration, InvestmentAt, Kind, Method, MilestoneStatus, Modified, Sex, Status, Work,
};

/// Codes as a person reads them: the message of a key made of each, else the code.
fn named(t: &T, prefix: &str, codes: impl IntoIterator<Item = &'static str>) -> Vec<Choice> {
    let choice = |code: &'static str| {
        let key = format!("{prefix}-{}", code.replace('.', "-"));
        let name = if t.has(&key) { t.m(&key).to_string() } else { code.to_owned() };
        Choice { code: code.to_owned(), name }
    };
    codes.into_iter().map(choice).collect()
}

pub(super) fn kinds(t: &T) -> Vec<Choice> {
    Kind::iter().map(|kind| Choice { code: kind.code().to_owned(), name: t.m(kind.label()).to_string() }).collect()
}

pub(super) fn statuses(t: &T) -> Vec<Choice> {
    named(t, "edit-status", Status::iter().map(<&str>::from))
}

pub(super) fn works(t: &T) -> Vec<Choice> {
    named(t, "edit-work", Work::iter().map(Work::code))
}

/// The sectors of OC4IDS that have a name here.
const SECTORS: [&str; 23] = [
    "education",
    "health",
    "energy",
    "energy.solar",
    "energy.wind",
    "energy.hydropower",
    "energy.biomass",
    "energy.geothermal",
    "communications",
    "waterAndWaste",
    "governance",
    "economy",
    "cultureSportsAndRecreation",
    "transport",
    "transport.air",
    "transport.water",
    "transport.rail",
    "transport.road",
    "transport.urban",
    "transport.lowCarbon",
    "socialHousing",
    "naturalResources",
    "naturalResources.floodProtection",
];

pub(super) fn sectors(t: &T) -> Vec<Choice> {
    named(t, "sector", SECTORS)
}

pub(super) fn costs_at(t: &T) -> Vec<Choice> {
    named(t, "cost-at", CostAt::iter().map(CostAt::code))
}

pub(super) fn milestone_statuses(t: &T) -> Vec<Choice> {
    named(t, "milestone", MilestoneStatus::iter().map(MilestoneStatus::code))
}

pub(super) fn contract_statuses(t: &T) -> Vec<Choice> {
    named(t, "contract", ContractStatus::iter().map(ContractStatus::code))
}

pub(super) fn methods(t: &T) -> Vec<Choice> {
    named(t, "method", Method::iter().map(Method::code))
}

pub(super) fn natures(t: &T) -> Vec<Choice> {
    named(t, "nature", ["design", "construction", "supervision"])
}

pub(super) fn modified(t: &T) -> Vec<Choice> {
    named(t, "modified", Modified::iter().map(Modified::code))
}

pub(super) fn sexes(t: &T) -> Vec<Choice> {
    named(t, "sex", Sex::iter().map(Sex::code))
}

pub(super) fn durations(t: &T) -> Vec<Choice> {
    named(t, "job", Duration::iter().map(Duration::code))
}

pub(super) fn investments_at(t: &T) -> Vec<Choice> {
    named(t, "investment", InvestmentAt::iter().map(InvestmentAt::code))
}

/// The roles of parties in OC4IDS.
const ROLES: [&str; 12] = [
    "publicAuthority",
    "funder",
    "procuringEntity",
    "administrativeEntity",
    "buyer",
    "tenderer",
    "supplier",
    "payer",
    "payee",
    "reviewBody",
    "interestedParty",
    "independentMonitor",
];

pub(super) fn roles(t: &T) -> Vec<Choice> {
    named(t, "edit-role", ROLES)
}

/// What documents are, in OC4IDS, as far as they have a name here.
const DOCUMENTS: [&str; 22] = [
    "environmentalImpact",
    "landAndSettlementImpact",
    "projectScope",
    "projectPlan",
    "feasibilityStudy",
    "budgetApproval",
    "financialAgreement",
    "biddingDocuments",
    "tenderNotice",
    "awardNotice",
    "evaluationReports",
    "contractSigned",
    "contractAmendment",
    "physicalProgressReport",
    "financialProgressReport",
    "completionCertificate",
    "technicalAuditReport",
    "financialAuditReport",
    "projectEvaluation",
    "minutes",
    "illustration",
    "maintenancePlan",
];

pub(super) fn documents(t: &T) -> Vec<Choice> {
    named(t, "document", DOCUMENTS)
}
