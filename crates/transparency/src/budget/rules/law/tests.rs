use infitah_base::{Currency, Lang, Text};
use rstest::rstest;

use super::*;
use crate::budget::{
    data,
    model::{Audit, Indicator, Nature, Programme, Transfer, Vote, YearAhead},
    rules::totals::tests::line,
};

fn text() -> Text {
    Text::one(Lang::arabic(), "ا")
}

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

fn at(id: &str, budget: &mut Budget) -> usize {
    budget.lines.iter().position(|line| line.id == id).unwrap()
}

/// A small budget that keeps every rule that can be decided.
fn good() -> Budget {
    let scheme = data::scheme("ma-111-14").unwrap().clone();
    let mut budget = Budget::new(2027, Phase::Voted, Currency::MAD, scheme);
    let kinds = data::mandatory().iter().map(|kind| kind.key.clone());
    let running = kinds.zip(1..).map(|(kind, number)| {
        let mut one = line(&format!("spending/1/10/1/1/1/{number}"), 10);
        (one.mandatory, one.family) = (Some(kind), Some("staff-and-running".to_owned()));
        one
    });
    budget.lines = running.collect();
    let mut taxes = line("revenue/1/10/1", 170);
    (taxes.family, taxes.basis) = (Some("state-tax-shares".to_owned()), text());
    let mut fund = line("revenue/2/20/1", 20);
    (fund.family, fund.basis) = (Some("solidarity-fund".to_owned()), text());
    fund.reserved_for = Some("spending/2/30/1/1/1".to_owned());
    let mut surplus = line("revenue/2/20/9", 100);
    surplus.surplus = true;
    let mut road = line("spending/2/30/1/1/1", 120);
    road.amounts.commitment = Some(200);
    (road.family, road.pdr) = (Some("works".to_owned()), Some(true));
    budget.lines.extend([taxes, fund, surplus, road, line("annexed:ME/spending/1/1/1/1/1", 3)]);
    for line in budget.lines.iter_mut().filter(|line| line.direction == Direction::Spending) {
        line.nature = Some(Nature { code: "61".to_owned(), name: text() });
    }
    let (baseline, target) = (Some(1.0), Some(2.0));
    let indicator =
        Indicator { name: text(), unit: text(), baseline, target, year: None, measured: Vec::new(), by_sex: true };
    let programme = Programme { objectives: vec![text()], indicators: vec![indicator] };
    for node in ["spending/1/10/1/1", "spending/2/30/1/1"] {
        budget.programmes.insert(node.to_owned(), programme.clone());
    }
    let way = &mut budget.decision;
    (way.documents_sent, way.session, way.adopted) =
        (Some(day("2026-10-20")), Some(day("2026-11-03")), Some(day("2026-11-05")));
    (way.visa_asked, way.visa_given) = (Some(day("2026-11-16")), Some(day("2026-12-06")));
    (way.deposited, way.published) = (Some(day("2026-12-21")), Some(day("2026-12-21")));
    (way.carried_over, way.statement) = (Some(day("2028-01-31")), Some(day("2028-01-31")));
    way.votes = ["revenue", "spending/1/10", "spending/2/30"]
        .map(|on| Vote { on: on.parse().unwrap(), yes: 38, no: 6, abstained: 5 })
        .into();
    way.documents = Some(data::documents().iter().map(|one| one.key.clone()).collect());
    way.programming = (2027..2030).map(|year| YearAhead { year, revenue: 1, spending: 1 }).collect();
    way.transfers = vec![Transfer {
        on: None,
        from: "spending/2/30/1/1/1".parse().unwrap(),
        to: "spending/2/30/1/2/1".parse().unwrap(),
        amount: 5,
    }];
    way.audits = vec![Audit { on: None, by: text(), url: None }];
    budget
}

fn verdict(key: &str, budget: &Budget) -> Verdict {
    with(key, budget, None, "2029-06-01")
}

fn with(key: &str, budget: &Budget, credits: Option<&Budget>, today: &str) -> Verdict {
    let tree = Tree::of(&budget.lines);
    let case = Case {
        budget,
        tree: &tree,
        credits,
        executed: Some(budget),
        families: data::families(),
        mandatory: data::mandatory(),
        documents: data::documents(),
        today: day(today),
    };
    judge(key, &case)
}

#[test]
fn a_good_budget_keeps_every_rule_that_can_be_decided() {
    let budget = good();
    for law in data::laws() {
        let expected = match law.key.as_str() {
            "R188" => Verdict::CannotTell("law-national"),
            "R212" => Verdict::CannotTell("law-needs-subsidies"),
            "TAX4" => Verdict::CannotTell("law-amended"),
            _ => Verdict::Kept,
        };
        assert_eq!(verdict(&law.key, &budget), expected, "{}", law.key);
    }
}

#[test]
fn a_budget_that_says_nothing_breaks_nothing() {
    let scheme = data::scheme("plain").unwrap().clone();
    let empty = Budget::new(2027, Phase::Voted, Currency::MAD, scheme);
    for law in data::laws() {
        let found = verdict(&law.key, &empty);
        let ok = matches!(found, Verdict::CannotTell(_)) || ["R165", "R166", "R167e"].contains(&law.key.as_str());
        assert!(ok, "{} {found:?}", law.key);
    }
}

type Spoil = fn(&mut Budget);

#[rstest]
#[case("R165", "law-amount", |b: &mut Budget| b.lines[0].amounts.payment = None)]
#[case("R167a", "law-part", |b: &mut Budget| b.lines.retain(|line| line.id != "revenue/1/10/1"))]
#[case("R167b", "law-balance", |b: &mut Budget| b.lines[0].amounts.payment = Some(11))]
#[case("R167c", "law-surplus", |b: &mut Budget| b.lines[0].amounts.payment = Some(9))]
#[case("R167d", "law-paid-by-equipment", |b: &mut Budget| b.lines[0].amounts.payment = Some(500))]
#[case("R167e", "law-solidarity", |b: &mut Budget| { let i = at("revenue/1/10/1", b); b.lines[i].family = Some("solidarity-fund".into()) })]
#[case("R168", "law-reserved", |b: &mut Budget| { let i = at("revenue/1/10/1", b); b.lines[i].reserved_for = Some("x".into()) })]
#[case("R170", "law-path", |b: &mut Budget| { let i = at("spending/2/30/1/1/1", b); b.lines[i].path.truncate(2) })]
#[case("R171a", "law-programme", |b: &mut Budget| b.programmes.values_mut().for_each(|one| one.indicators[0].target = None))]
#[case("R171b", "law-gender", |b: &mut Budget| b.programmes.values_mut().for_each(|one| one.indicators[0].by_sex = false))]
#[case("R173", "law-nature", |b: &mut Budget| b.lines[0].nature = None)]
#[case("R177", "law-credits", |b: &mut Budget| { let i = at("spending/2/30/1/1/1", b); b.lines[i].amounts.commitment = Some(100) })]
#[case("R179", "law-late", |b: &mut Budget| b.decision.carried_over = "2028-02-03".parse().ok())]
#[case("R189", "law-family", |b: &mut Budget| { let i = at("revenue/1/10/1", b); b.lines[i].family = None })]
#[case("R194a", "law-family", |b: &mut Budget| b.lines[0].family = Some("works".into()))]
#[case("R194b", "law-family", |b: &mut Budget| { let i = at("spending/2/30/1/1/1", b); b.lines[i].family = Some("contingency".into()) })]
#[case("R195", "law-staff", |b: &mut Budget| { let i = at("spending/2/30/1/1/1", b); b.lines[i].family = Some("staff-and-running".into()) })]
#[case("R195", "law-pdr", |b: &mut Budget| { let i = at("spending/2/30/1/1/1", b); b.lines[i].pdr = Some(false) })]
#[case("R197", "law-year", |b: &mut Budget| b.decision.programming.truncate(2))]
#[case("R198", "law-short", |b: &mut Budget| b.decision.documents_sent = "2026-10-25".parse().ok())]
#[case("R198", "law-late", |b: &mut Budget| b.decision.adopted = "2026-11-06".parse().ok())]
#[case("R199", "law-vote-order", |b: &mut Budget| b.decision.votes.rotate_left(1))]
#[case("R199", "law-vote", |b: &mut Budget| b.decision.votes.truncate(2))]
#[case("R200", "law-late", |b: &mut Budget| { b.decision.rejected = "2026-11-04".parse().ok(); b.decision.second_session = "2026-11-20".parse().ok() })]
#[case("R202", "law-late", |b: &mut Budget| b.decision.visa_asked = "2026-11-21".parse().ok())]
#[case("R202", "law-late", |b: &mut Budget| b.decision.visa_given = "2026-12-07".parse().ok())]
#[case("R207", "law-late", |b: &mut Budget| b.decision.deposited = "2026-12-22".parse().ok())]
#[case("R214", "law-transfer", |b: &mut Budget| b.decision.transfers[0].to = "spending/2/30/2/1/1".parse().unwrap())]
#[case("R216", "law-late", |b: &mut Budget| b.decision.statement = "2028-02-01".parse().ok())]
#[case("DOC198", "law-document", |b: &mut Budget| b.decision.documents = Some(vec!["loans".into()]))]
fn a_broken_rule_says_where_and_by_how_much(#[case] key: &str, #[case] breach: &str, #[case] spoil: Spoil) {
    let mut budget = good();
    spoil(&mut budget);
    match verdict(key, &budget) {
        Verdict::Broken(found) => assert!(found.iter().any(|one| one.key == breach), "{found:?}"),
        other => panic!("{key}: {other:?}"),
    }
}

#[rstest]
#[case("R165", "law-needs-basis", |b: &mut Budget| b.lines.iter_mut().for_each(|line| line.basis = Text::default()))]
#[case("R167a", "law-needs-parts", |b: &mut Budget| b.lines[0].part = None)]
#[case("R167b", "law-needs-parts", |b: &mut Budget| b.lines[0].part = None)]
#[case("R167c", "law-of-forecasts", |b: &mut Budget| b.phase = Phase::Executed)]
#[case("R168", "law-needs-reserved", |b: &mut Budget| b.lines.iter_mut().for_each(|line| line.reserved_for = None))]
#[case("R170", "law-needs-levels", |b: &mut Budget| b.scheme = data::scheme("ma-1999").unwrap().clone())]
#[case("R171a", "law-needs-programmes", |b: &mut Budget| b.programmes.clear())]
#[case("R173", "law-needs-natures", |b: &mut Budget| b.lines.iter_mut().for_each(|line| line.nature = None))]
#[case("R177", "law-needs-commitment", |b: &mut Budget| b.lines.iter_mut().for_each(|line| line.amounts.commitment = None))]
#[case("R182", "law-needs-accounts", |b: &mut Budget| b.lines.retain(|line| line.account.is_main()))]
#[case("R189", "law-needs-families", |b: &mut Budget| b.lines.iter_mut().for_each(|line| line.family = None))]
#[case("R195", "law-needs-pdr", |b: &mut Budget| b.lines.iter_mut().for_each(|line| line.pdr = None))]
#[case("R196", "law-needs-mandatory", |b: &mut Budget| b.lines[0].mandatory = None)]
#[case("R197", "law-needs-programming", |b: &mut Budget| b.decision.programming.clear())]
#[case("R198", "law-needs-dates", |b: &mut Budget| b.decision.session = None)]
#[case("R199", "law-needs-votes", |b: &mut Budget| b.decision.votes.clear())]
#[case("R200", "law-needs-dates", |b: &mut Budget| b.decision.adopted = None)]
#[case("R202", "law-needs-dates", |b: &mut Budget| b.decision.visa_given = None)]
#[case("R207", "law-needs-dates", |b: &mut Budget| b.decision.visa_given = None)]
#[case("R214", "law-needs-transfers", |b: &mut Budget| b.decision.transfers.clear())]
#[case("R216", "law-needs-execution", |b: &mut Budget| b.decision.statement = None)]
#[case("R227", "law-needs-audit", |b: &mut Budget| b.decision.audits.clear())]
#[case("DOC198", "law-needs-documents", |b: &mut Budget| b.decision.documents = None)]
#[case("LAI10", "law-needs-publication", |b: &mut Budget| b.decision.published = None)]
fn what_is_missing_is_named(#[case] key: &str, #[case] missing: &'static str, #[case] spoil: Spoil) {
    let mut budget = good();
    spoil(&mut budget);
    assert_eq!(verdict(key, &budget), Verdict::CannotTell(missing));
}

#[test]
fn what_is_not_due_yet_is_not_late() {
    let mut budget = good();
    (budget.decision.carried_over, budget.decision.visa_given) = (None, None);
    for (key, today) in [("R179", "2028-01-31"), ("R202", "2026-12-06")] {
        assert_eq!(with(key, &budget, None, today), Verdict::CannotTell("law-not-yet"), "{key}");
    }
}

#[test]
fn nothing_is_paid_beyond_its_credit() {
    let credits = good();
    let mut spent = good();
    spent.phase = Phase::Executed;
    let road = at("spending/2/30/1/1/1", &mut spent);
    spent.lines[road].amounts.paid = Some(121);
    match with("R177", &spent, Some(&credits), "2029-06-01") {
        Verdict::Broken(found) => assert_eq!((found[0].key, found[0].by.clone()), ("law-over", Some(By::Amount(1)))),
        other => panic!("{other:?}"),
    }
    spent.lines[road].amounts.paid = Some(120);
    assert_eq!(with("R177", &spent, Some(&credits), "2029-06-01"), Verdict::Kept);
    assert_eq!(with("R177", &spent, None, "2029-06-01"), Verdict::CannotTell("law-needs-credits"));
}
