//! How much of what CoST asks for is published: the proactive elements of its Infrastructure Data Standard, as the
//! mapping to OC4IDS 0.9.5 lists them (39 rows in five tables).

use super::super::model::{Contract, Modified, Party, Project};

/// An element that ought to be published.
pub struct Element {
    /// The key of its name.
    pub key: &'static str,
    /// Whether the project publishes it.
    pub is_published: fn(&Project) -> bool,
}

const fn element(key: &'static str, is_published: fn(&Project) -> bool) -> Element {
    Element { key, is_published }
}

fn role(project: &Project, role: &str) -> bool {
    project.with_role(role).next().is_some()
}

fn reachable(project: &Project, role: &str) -> bool {
    project.with_role(role).any(|party: &Party| party.contact.is_some())
}

fn document(project: &Project, kinds: &[&str]) -> bool {
    project.documents.iter().any(|one| one.kind.as_deref().is_some_and(|kind| kinds.contains(&kind)))
}

fn contract(project: &Project, has: impl Fn(&Contract) -> bool) -> bool {
    project.contracts.iter().any(has)
}

fn modified(project: &Project, what: Modified) -> bool {
    contract(project, |one| one.modifications.iter().any(|change| change.what == Some(what)))
}

fn reasoned(project: &Project, what: &[Modified]) -> bool {
    let has = |one: &Contract| {
        one.modifications
            .iter()
            .any(|change| !change.reason.is_empty() && change.what.is_some_and(|kind| what.contains(&kind)))
    };
    contract(project, has)
}

/// The elements, in the order of the standard.
pub const ELEMENTS: &[Element] = &[
    // Identification
    element("cost-owner", |p| role(p, "publicAuthority")),
    element("cost-sector", |p| !p.sectors.is_empty()),
    element("cost-subsector", |p| !p.classifications.is_empty() || p.sectors.iter().any(|sector| sector.contains('.'))),
    element("cost-name", |p| !p.title.is_empty()),
    element("cost-location", |p| !p.places.is_empty()),
    element("cost-purpose", |p| !p.purpose.is_empty()),
    element("cost-description", |p| !p.description.is_empty()),
    // Preparation
    element("cost-scope", |p| document(p, &["projectScope"])),
    element("cost-environment", |p| {
        document(p, &["environmentalImpact"])
            || p.surroundings.impact_assessed.is_some()
            || !p.surroundings.environment.is_empty()
    }),
    element("cost-land", |p| {
        document(p, &["landAndSettlementImpact"])
            || p.surroundings.land_compensation.is_some()
            || !p.surroundings.land.is_empty()
    }),
    element("cost-owner-contact", |p| reachable(p, "publicAuthority")),
    element("cost-funding", |p| !p.funding.is_empty() || role(p, "funder")),
    element("cost-budget", |p| p.budget.is_some()),
    element("cost-approved", |p| p.budget.as_ref().is_some_and(|budget| budget.approved.is_some())),
    // Completion
    element("cost-status", |p| p.status.is_some()),
    element("cost-final-cost", |p| p.costs.iter().any(|step| step.at == super::CostAt::Final)),
    element("cost-final-date", |p| p.dates.actual_end.is_some()),
    element("cost-final-scope", |p| !p.final_scope.is_empty()),
    element("cost-final-reasons", |p| {
        !p.final_reason.is_empty()
            || p.costs.iter().any(|step| step.at == super::CostAt::Final && !step.reason.is_empty())
    }),
    element("cost-audit", |p| document(p, &["financialAuditReport", "technicalAuditReport", "projectEvaluation"])),
    // Procurement
    element("cost-procuring", |p| role(p, "procuringEntity") || contract(p, |c| c.buyer.is_some())),
    element("cost-procuring-contact", |p| reachable(p, "procuringEntity")),
    element("cost-administrator", |p| role(p, "administrativeEntity") || contract(p, |c| c.administrator.is_some())),
    element("cost-contract-status", |p| contract(p, |c| c.status.is_some())),
    element("cost-method", |p| contract(p, |c| c.method.is_some())),
    element("cost-nature", |p| contract(p, |c| !c.nature.is_empty())),
    element("cost-bidders", |p| contract(p, |c| c.bidders.is_some())),
    element("cost-estimate", |p| contract(p, |c| c.estimate.is_some())),
    element("cost-contract-title", |p| contract(p, |c| !c.title.is_empty())),
    element("cost-suppliers", |p| role(p, "supplier") || contract(p, |c| !c.suppliers.is_empty())),
    element("cost-contract-price", |p| contract(p, |c| c.value.is_some())),
    element("cost-contract-scope", |p| contract(p, |c| !c.scope.is_empty())),
    element("cost-contract-period", |p| contract(p, |c| c.start.is_some() && c.end.is_some())),
    // Implementation
    element("cost-price-change", |p| modified(p, Modified::Value)),
    element("cost-escalation", |p| {
        contract(p, |c| c.modifications.iter().any(|one| one.old_value.is_some() && one.new_value.is_some()))
    }),
    element("cost-duration-change", |p| modified(p, Modified::Duration)),
    element("cost-scope-change", |p| modified(p, Modified::Scope)),
    element("cost-price-reasons", |p| reasoned(p, &[Modified::Value])),
    element("cost-other-reasons", |p| reasoned(p, &[Modified::Duration, Modified::Scope])),
];

/// The elements that a project publishes, and those that it does not.
pub fn disclosure(project: &Project) -> (Vec<&'static Element>, Vec<&'static Element>) {
    ELEMENTS.iter().partition(|element| (element.is_published)(project))
}
