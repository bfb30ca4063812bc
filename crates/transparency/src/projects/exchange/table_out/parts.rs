//! The columns of the groups beside the core. A list of things with parts of their own has columns for the first of
//! them and names the others; milestones, changes of contracts, single payments, documents and photos are in OC4IDS only.

use infitah_base::{Lang, Money};
use infitah_kit::export::table::Cell;
use strum::IntoEnumIterator;

use super::{
    super::{
        csv_in::{AGE, LOCAL},
        oc4ids_in::PERIODS,
    },
    BAR, Col, in_row, joined, texts,
};
use crate::projects::model::{
    Agreement, Contract, ContractStatus, CostAt, CostStep, Dates, Duration, JobGroup, Method, Party, Phase, Project,
    Registered, Sex, Status, Transfer, Vote,
};

/// The columns, group by group.
pub(super) fn columns(languages: &[Lang]) -> Vec<Col> {
    let mut out = contracts(languages);
    out.extend(agreements(languages));
    out.extend(costs(languages));
    out.extend(phases());
    out.extend(people(languages));
    out.extend(surroundings(languages));
    out
}

fn money(name: &str, about: &str, amount: impl Fn(&Project) -> Option<Money> + Send + Sync + 'static) -> Col {
    Col::number(name, about, move |(_, p)| Cell::number(in_row(p, amount(p)).map(Money::to_decimal))).not_negative()
}

/// The contract that has columns: the dearest, else the first.
fn main(project: &Project) -> Option<&Contract> {
    let dearest = project.contracts.iter().rev().max_by_key(|one| in_row(project, one.value).map(|value| value.minor));
    dearest.filter(|one| in_row(project, one.value).is_some()).or(project.contracts.first())
}

fn in_main<T>(project: &Project, field: impl Fn(&Contract) -> Option<T>) -> Option<T> {
    main(project).and_then(field)
}

#[rustfmt::skip]
fn contracts(languages: &[Lang]) -> Vec<Col> {
    let lang = languages.first().copied().unwrap_or(Lang::arabic());
    let mut out = vec![
        Col::text("contractor", "The suppliers of the contract of this row, separated by ' | '; without a contract, the supplier.", move |(_, p)| joined(contractors(p).into_iter().map(|party| party.name.plain(lang).to_owned()))),
        Col::text("contractor_register", "The register of companies (MA-ICE) that knows the one supplier.", |(_, p)| registered(p).map(|one| &one.scheme).into()),
        Col::text("contractor_number", "The number of the one supplier in it.", |(_, p)| registered(p).map(|one| &one.id).into()),
        Col::text("contract_id", "The number of the contract of this row: of several, the dearest.", |(_, p)| main(p).map(|one| &one.id).into()),
        Col::text("contract_status", "Where it is, by the codes of OC4IDS.", |(_, p)| in_main(p, |one| one.status).map(ContractStatus::code).into()).one_of(ContractStatus::iter().map(ContractStatus::code)),
        Col::text("contract_method", "How the supplier was chosen, by the codes of OCDS.", |(_, p)| in_main(p, |one| one.method).map(Method::code).into()).one_of(Method::iter().map(Method::code)),
    ];
    out.extend(texts(languages, "contract_method_words", "How the supplier was chosen, in the law's own words", |p| main(p).map(|one| &one.method_words)));
    out.extend([
        Col::whole("contract_bidders", "How many bid.", |(_, p)| Cell::number(in_main(p, |one| one.bidders))).not_negative(),
        money("contract_estimate", "What it was thought to cost.", |p| in_main(p, |one| one.estimate)),
        money("contract_value", "What was agreed when it was signed; what changed since is in the OC4IDS file.", |p| in_main(p, |one| one.value)),
        money("contract_final", "What it cost in the end.", |p| in_main(p, |one| one.final_value)),
        Col::date("contract_signed", "When it was signed.", |(_, p)| in_main(p, |one| one.signed).into()),
        Col::date("contract_start", "When it begins.", |(_, p)| in_main(p, |one| one.start).into()),
        Col::date("contract_end", "When it is to end.", |(_, p)| in_main(p, |one| one.end).into()),
        Col::text("contracts_other", "The other contracts, as 'number: what was agreed', separated by ' | '.", |(_, p)| joined(others(p).into_iter())),
    ]);
    out
}

/// The suppliers of the row's contract; where there is no contract, the first supplier. None, when one has no name.
fn contractors(project: &Project) -> Vec<&Party> {
    let Some(contract) = main(project) else { return project.with_role("supplier").take(1).collect() };
    let named = contract
        .suppliers
        .iter()
        .map(|id| project.party(id).filter(|party| party.name.iter().all(|(_, name)| !name.contains(BAR))));
    named.collect::<Option<_>>().unwrap_or_default()
}

fn registered(project: &Project) -> Option<&Registered> {
    match contractors(project).as_slice() {
        [one] => one.registered.as_ref(),
        _ => None,
    }
}

fn others(project: &Project) -> Vec<String> {
    let main = main(project).map(|main| main.id.as_str());
    let others = project.contracts.iter().filter(|one| Some(one.id.as_str()) != main && !one.id.contains(BAR));
    let told = others.map(|one| match in_row(project, one.value) {
        Some(value) => format!("{}: {}", one.id, value.to_decimal()),
        None if one.id.contains(':') => format!("{}:", one.id),
        None => one.id.clone(),
    });
    told.collect()
}

fn agreement(project: &Project) -> Option<&Agreement> {
    project.agreements.first()
}

fn vote(project: &Project) -> Option<&Vote> {
    agreement(project)?.vote.as_ref()
}

#[rustfmt::skip]
fn agreements(languages: &[Lang]) -> Vec<Col> {
    let mut out = vec![Col::text("agreement_number", "The number of the first agreement between those who pay.", |(_, p)| agreement(p).map(|one| &one.number).into())];
    out.extend(texts(languages, "agreement_title", "What it is about", |p| agreement(p).map(|one| &one.title)));
    out.extend([
        Col::date("agreement_date", "When it was signed.", |(_, p)| agreement(p).and_then(|one| one.date).into()),
        Col::date("vote_date", "When the council voted on it.", |(_, p)| vote(p).map(|vote| vote.date).into()),
    ]);
    out.extend(texts(languages, "vote_body", "Which council, in which session", |p| vote(p).map(|vote| &vote.body)));
    out.extend([
        Col::text("vote_decision", "The number of the decision.", |(_, p)| vote(p).and_then(|vote| vote.decision.as_ref()).into()),
        Col::whole("vote_ayes", "Votes for.", |(_, p)| Cell::number(vote(p).and_then(|vote| vote.ayes))).not_negative(),
        Col::whole("vote_noes", "Votes against.", |(_, p)| Cell::number(vote(p).and_then(|vote| vote.noes))).not_negative(),
        Col::whole("vote_abstained", "Votes withheld.", |(_, p)| Cell::number(vote(p).and_then(|vote| vote.abstained))).not_negative(),
        Col::text("agreements_other", "The numbers of the other agreements, separated by ' | '.", |(_, p)| joined(p.agreements.iter().skip(1).map(|one| one.number.clone()).filter(|number| !number.contains([BAR, ';'])))),
    ]);
    out
}

fn step(project: &Project, at: CostAt) -> Option<&CostStep> {
    // The date and the reason of an amount that is not told would be told of nothing.
    project.costs.iter().find(|step| step.at == at).filter(|step| in_row(project, Some(step.amount)).is_some())
}

#[rustfmt::skip]
fn costs(languages: &[Lang]) -> Vec<Col> {
    let mut out = Vec::new();
    for at in CostAt::iter() {
        let (name, when) = match at {
            CostAt::Approval => ("cost_approval", "when it was approved"),
            CostAt::Award => ("cost_award", "when its contracts were awarded"),
            CostAt::Now => ("cost_now", "as it is expected now"),
            CostAt::Final => ("cost_final", "when it was finished"),
        };
        out.push(money(name, &format!("The cost {when}."), move |p| step(p, at).map(|step| step.amount)));
        out.push(Col::date(&format!("{name}_date"), "When that was said.", move |(_, p)| step(p, at).and_then(|step| step.date).into()));
        out.extend(texts(languages, &format!("{name}_reason"), "Why it is not what the step before said", move |p| step(p, at).map(|step| &step.reason)));
    }
    out.extend([
        money("committed", "What was committed in all.", Project::committed_sum),
        Col::date("committed_date", "When the last of it was committed.", |(_, p)| last(p, p.committed_sum(), &p.commitments)),
        money("paid_amount", "What was paid in all.", Project::paid_sum),
        Col::date("paid_amount_date", "When the last of it was paid.", |(_, p)| last(p, p.paid_sum(), &p.payments)),
    ]);
    out
}

fn last(project: &Project, sum: Option<Money>, transfers: &[Transfer]) -> Cell {
    let told = in_row(project, sum).is_some();
    transfers.iter().filter(|_| told).filter_map(|transfer| transfer.date).max().into()
}

fn phases() -> Vec<Col> {
    type Of = fn(&Dates) -> Cell;
    let dates: [(&str, &str, Of); 4] = [
        ("planned_start", "planned beginning", |dates| dates.planned_start.into()),
        ("planned_end", "planned end", |dates| dates.planned_end.into()),
        ("actual_start", "when it began", |dates| dates.actual_start.into()),
        ("actual_end", "when it ended", |dates| dates.actual_end.into()),
    ];
    let of = |status: Status| {
        let name: &'static str = status.into();
        dates.map(|(end, about, date)| {
            Col::date(&format!("{name}_{end}"), &format!("The step '{name}': {about}."), move |(_, p)| {
                let phase: Option<&Phase> = p.phases.iter().find(|phase| phase.status == status);
                phase.map(|phase| date(&phase.dates)).into()
            })
        })
    };
    PERIODS.into_iter().flat_map(|(_, status)| of(status)).collect()
}

#[rustfmt::skip]
fn people(languages: &[Lang]) -> Vec<Col> {
    let mut out = vec![
        Col::text("jobs_planned_groups", "Jobs promised, in finer groups, as 'sex, age, duration, local: count', separated by ' | '.", |(_, p)| joined(p.jobs.planned_groups.iter().map(group))),
        Col::text("jobs_created_groups", "People in jobs, in finer groups, in the same form; all groups are left out when one is of 1 to 4.", |(_, p)| joined(p.jobs.created_groups.iter().map(group))),
    ];
    out.extend(texts(languages, "jobs_method", "How jobs were counted", |p| Some(&p.jobs.method)));
    out.extend(languages.iter().map(|&lang| {
        Col::text(format!("beneficiaries_{lang}"), format!("Whom it serves, groups separated by ' | '; language: {lang}."), move |(_, p)| {
            in_bars(p.beneficiaries.iter().map(|one| one.who.exactly(lang).unwrap_or_default().to_owned()))
        })
    }));
    out.push(Col::text("beneficiaries_people", "How many people, group by group in the same order, separated by ' | '.", |(_, p)| {
        in_bars(p.beneficiaries.iter().map(|one| one.people.map(|people| people.to_string()).unwrap_or_default()))
    }));
    out
}

/// A list in which an empty part keeps its place; empty, when all parts are.
fn in_bars(parts: impl Iterator<Item = String>) -> Cell {
    let parts: Vec<String> = parts.collect();
    let told = parts.iter().any(|part| !part.is_empty()) && parts.iter().all(|part| !part.contains(BAR));
    if told { parts.join(" | ").into() } else { Cell::Nothing }
}

fn group(group: &JobGroup) -> String {
    let age = group.age.as_ref().map(|age| {
        let plain = age.bytes().any(|byte| byte.is_ascii_digit());
        if plain { age.clone() } else { format!("{AGE}{age}") }
    });
    let words = [
        group.sex.map(|sex| Sex::code(sex).to_owned()),
        age,
        group.duration.map(|duration| Duration::code(duration).to_owned()),
        group.local.map(|local| LOCAL[usize::from(!local)].to_owned()),
    ];
    format!("{}: {}", words.into_iter().flatten().collect::<Vec<_>>().join(", "), group.count)
}

#[rustfmt::skip]
fn surroundings(languages: &[Lang]) -> Vec<Col> {
    let mut out = vec![
        truth("impact_assessed", "Whether its effect on nature was studied.", |p| p.surroundings.impact_assessed),
        truth("protected_area", "Whether it lies in a protected area.", |p| p.surroundings.protected_area),
    ];
    out.extend(texts(languages, "environment", "What is done for nature", |p| Some(&p.surroundings.environment)));
    out.extend(texts(languages, "land", "Whose land it is on, and what became of it", |p| Some(&p.surroundings.land)));
    out.push(money("land_compensation", "What is paid to those whose land is taken.", |p| p.surroundings.land_compensation));
    out.push(truth("accessible", "Whether people with disabilities can use it.", |p| p.surroundings.accessible));
    out.extend(texts(languages, "accessibility", "How people with disabilities can use it", |p| Some(&p.surroundings.accessibility)));
    out.extend(texts(languages, "final_scope", "What was built in the end, where it is not what was planned", |p| Some(&p.final_scope)));
    out.extend(texts(languages, "final_reason", "Why that, or its end, is not as planned", |p| Some(&p.final_reason)));
    out
}

fn truth(name: &str, about: &str, is: fn(&Project) -> Option<bool>) -> Col {
    let word = |is: bool| if is { "yes" } else { "no" };
    Col::text(name, about, move |(_, p)| is(p).map(word).into()).one_of(["yes", "no"])
}
