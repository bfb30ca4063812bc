//! The decisions, case by case.

use infitah_base::{Currency, Lang, Text};
use rstest::rstest;

use super::{protect::protect, *};
use crate::projects::model::{
    Contract, Funding, JobCount, JobGroup, Modification, Observation, PlaceRef, Sex, Shape, Transfer,
};

fn project(status: Option<Status>) -> Project {
    let mut project = Project::new("1", Text::one(Lang::arabic(), "طريق"));
    project.status = status;
    project
}

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

#[rstest]
#[case(Some(Status::Implementation), "2026-11-22", Some(1))]
#[case(Some(Status::Implementation), "2026-11-23", None)]
#[case(Some(Status::Completion), "2026-01-01", None)]
#[case(Some(Status::Cancelled), "2026-01-01", None)]
#[case(None, "2026-01-01", Some(326))]
fn late_is_past_the_planned_end_and_not_finished(
    #[case] status: Option<Status>,
    #[case] end: &str,
    #[case] late: Option<i32>,
) {
    let mut project = project(status);
    project.dates.planned_end = Some(day(end));
    assert_eq!(project.days_late(day("2026-11-23")), late);
}

#[rstest]
#[case("2026-08-25", None)]
#[case("2026-08-24", Some(91))]
fn silence_begins_after_ninety_days(#[case] news: &str, #[case] silent: Option<i32>) {
    let mut project = project(Some(Status::Implementation));
    assert_eq!(project.days_silent(day("2026-11-23")), None, "what never spoke is not silent since a day");
    project.updated = Some(day(news));
    assert_eq!(project.days_silent(day("2026-11-23")), silent);
}

#[test]
fn every_stage_goes_to_a_status_and_back() {
    use strum::IntoEnumIterator;
    for stage in Stage::iter() {
        assert_eq!(stage.status().stage(), stage);
    }
}

#[test]
fn blanks_of_a_newer_file_change_nothing() {
    let mut known = project(Some(Status::Implementation));
    known.dates.planned_end = Some(day("2026-12-31"));
    known.sectors = vec!["transport.road".to_owned()];
    known.jobs.planned.women = Some(24);
    known.physical = vec![Observation { date: day("2026-01-01"), percent: 10, source: Text::default() }];
    let before = known.clone();
    known.merge(project(None));
    assert_eq!(known, before);
    let mut newer = project(Some(Status::Completion));
    newer.physical = vec![Observation { date: day("2026-06-01"), percent: 100, source: Text::default() }];
    known.merge(newer);
    assert_eq!(known.physical.iter().map(|one| one.percent).collect::<Vec<_>>(), [10, 100]);
    assert_eq!((known.stage(), known.jobs.planned.women), (Some(Stage::Finished), Some(24)));
}

#[test]
fn a_small_number_cannot_be_worked_out() {
    let count = |women, men, total| JobCount { women, men, total };
    let (women, men, total) = count(Some(3), Some(65), Some(68)).protected();
    assert_eq!((women, men, total), (Some(Protected::FewerThanFive), Some(Protected::Number(65)), None));
    assert_eq!(count(Some(3), Some(65), Some(68)).for_files(), count(None, Some(65), None));
    assert_eq!(count(Some(9), Some(65), None).for_files(), count(Some(9), Some(65), None));
    assert_eq!(count(Some(9), Some(65), None).protected().2, Some(74));
    assert_eq!(count(Some(12), None, Some(14)).protected().2, None, "the two men could be worked out");
    assert_eq!(count(Some(12), None, Some(20)).protected().2, Some(20));
    assert_eq!(count(Some(u32::MAX), Some(5), None).protected().2, None, "what does not fit is not said");
    assert_eq!(count(None, None, Some(3)).for_files().total, Some(3), "a total is no breakdown");
}

#[test]
fn a_table_of_names_completes_parties_and_takes_none_away() {
    let name = |text: &str| Text::one(Lang::arabic(), text);
    let party = |id: &str, text: &str, role: &str| Party {
        id: id.into(),
        name: name(text),
        roles: vec![role.into()],
        registered: None,
        contact: None,
    };
    let money = infitah_base::Money::new(5, infitah_base::Currency::MAD);
    let mut known = project(None);
    known.parties = vec![party("MA-1", "الجهة", "funder"), party("MA-2", "الوزارة", "funder")];
    known.funding = vec![Funding { party: "MA-1".into(), amount: money }];
    let mut newer = project(None);
    newer.parties = vec![party("x-1", "الوزارة", "publicAuthority"), party("x-2", "شركة", "supplier")];
    newer.funding = vec![Funding { party: "x-1".into(), amount: money }];
    known.merge(newer);
    assert_eq!(known.parties.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["MA-1", "MA-2", "x-2"]);
    assert_eq!(known.parties[1].roles, ["funder", "publicAuthority"]);
    assert_eq!(known.funding[0].party, "MA-2", "the share is of the party that was known already");
}

#[test]
fn small_groups_are_protected() {
    assert_eq!(protect(0), Protected::Number(0));
    assert_eq!(protect(1), Protected::FewerThanFive);
    assert_eq!(protect(4), Protected::FewerThanFive);
    assert_eq!(protect(5), Protected::Number(5));
}

#[test]
fn a_contract_is_completed_part_by_part() {
    let money = |minor| Some(Money::new(minor, infitah_base::Currency::MAD));
    let change = |id: &str, reason: &str| Modification {
        id: id.into(),
        date: None,
        what: None,
        description: Text::default(),
        reason: if reason.is_empty() { Text::default() } else { Text::one(Lang::arabic(), reason) },
        old_value: None,
        new_value: money(9),
        old_end: None,
        new_end: None,
    };
    let contract = |bidders, modifications| Contract { id: "C1".into(), bidders, modifications, ..Contract::default() };
    let mut known = project(None);
    known.contracts = vec![Contract { value: money(5), ..contract(Some(4), vec![change("1", "صخر")]) }];
    let mut newer = project(None);
    newer.contracts = vec![contract(None, vec![change("1", ""), change("2", "")])];
    known.merge(newer);
    let [one] = known.contracts.as_slice() else { panic!("one contract stays one") };
    assert_eq!((one.value, one.bidders, one.modifications.len()), (money(5), Some(4), 2));
    assert_eq!(one.modifications[0].reason.plain(Lang::arabic()), "صخر", "a blank reason takes none away");
}

#[test]
fn finer_groups_are_told_only_where_nobody_can_be_worked_out() {
    let group = |sex, age: &str, count| JobGroup { sex, age: Some(age.into()), duration: None, local: None, count };
    let women = Some(Sex::Female);
    let told = |total, groups: Vec<JobGroup>| {
        let mut one = project(None);
        one.jobs.created = JobCount { women: Some(total), men: Some(20), total: None };
        one.jobs.created_groups = groups;
        one.jobs.told_groups().len()
    };
    assert_eq!(told(30, vec![group(women, "18-35", 20), group(women, "36-59", 10)]), 2);
    assert_eq!(told(30, vec![group(women, "18-35", 27), group(women, "36-59", 3)]), 0, "three women");
    assert_eq!(told(30, vec![group(women, "18-35", 28)]), 0, "the two that are left over");
    assert_eq!(told(30, vec![group(women, "18-35", 20)]), 1, "ten others, whoever they are");
}

#[test]
fn the_cost_is_told_step_by_step() {
    let money = |minor| Money::new(minor, infitah_base::Currency::MAD);
    let mut one = project(None);
    assert_eq!(one.cost_steps(), []);
    one.budget = Some(crate::projects::Budget { amount: money(100), approved: None });
    one.contracts = vec![
        Contract { id: "1".into(), value: Some(money(60)), ..Contract::default() },
        Contract { id: "2".into(), value: Some(money(30)), ..Contract::default() },
    ];
    let steps: Vec<(CostAt, i64)> = one.cost_steps().iter().map(|step| (step.at, step.amount.minor)).collect();
    assert_eq!(steps, [(CostAt::Approval, 100), (CostAt::Award, 90)]);
    one.contracts[1].value = None;
    assert_eq!(one.contracted(), None, "a sum without one of its parts would be wrong");
}

#[rstest]
#[case(None, None, Some("2026-11-22"), MilestoneStatus::NotMet, Some(1))]
#[case(None, None, Some("2026-12-01"), MilestoneStatus::Scheduled, None)]
#[case(None, Some("2026-11-20"), Some("2026-11-10"), MilestoneStatus::Met, Some(10))]
#[case(Some(MilestoneStatus::Met), None, Some("2026-11-10"), MilestoneStatus::Met, None)]
#[case(Some(MilestoneStatus::Scheduled), None, Some("2026-11-10"), MilestoneStatus::NotMet, Some(13))]
fn milestones(
    #[case] status: Option<MilestoneStatus>,
    #[case] met: Option<&str>,
    #[case] due: Option<&str>,
    #[case] outcome: MilestoneStatus,
    #[case] late: Option<i32>,
) {
    let one = Milestone {
        id: "1".into(),
        title: Text::default(),
        description: Text::default(),
        kind: None,
        due: due.map(day),
        met: met.map(day),
        status,
    };
    let today = day("2026-11-23");
    assert_eq!((one.outcome(today), one.days_late(today)), (outcome, late));
}

#[test]
fn an_empty_project_discloses_its_name_and_a_full_one_more() {
    let (published, missing) = disclosure(&project(None));
    assert_eq!((published.len(), published.len() + missing.len()), (1, 39));
}

#[test]
fn what_was_paid_in_all_is_told_beside_single_payments() {
    let one = |id: &str, minor: i64| Transfer {
        id: id.to_owned(),
        amount: Money::new(minor, Currency::MAD),
        date: None,
        payer: None,
        payee: None,
        source: Text::default(),
    };
    let mut known = Project::new("A", Text::default());
    let mut told = |payments: &[Transfer]| {
        known.merge(Project { payments: payments.to_vec(), ..Project::new("A", Text::default()) });
        known.payments.iter().map(|one| (one.id.clone(), one.amount.minor)).collect::<Vec<_>>()
    };
    let all = |minor| [one(merge::IN_ALL, minor)];
    let pair = |id: &str, minor| (id.to_owned(), minor);
    assert_eq!(told(&all(5)), [pair(merge::IN_ALL, 5)]);
    assert_eq!(told(&all(8)), [pair(merge::IN_ALL, 8)], "the newer sum stands");
    assert_eq!(told(&[one("P-1", 3), one("P-2", 4)]).len(), 3);
    assert_eq!(told(&all(9)), [pair("P-1", 3), pair("P-2", 4), pair(merge::IN_ALL, 2)], "and adds up again");
    assert_eq!(told(&all(9)).len(), 3, "told again, it is no news");
    assert_eq!(told(&all(6)), [pair("P-1", 3), pair("P-2", 4)], "single payments stand");
}

#[test]
fn a_newer_list_of_places_keeps_what_only_the_older_one_drew() {
    let shape = Some(Shape::Point([1.0, 2.0]));
    let place = |code: &str, shape| PlaceRef { code: Some(code.to_owned()), shape, ..PlaceRef::default() };
    let mut known = Project::new("A", Text::default());
    known.places = vec![place("05.1", shape.clone()), place("05.2", None)];
    let newer = |places| Project { places, ..Project::new("A", Text::default()) };
    known.merge(newer(vec![place("05.3", None), place("05.1", None)]));
    assert_eq!(known.places, [place("05.3", None), place("05.1", shape)], "05.2 is gone, the drawing is not");
}
