//! The decisions, case by case.

use super::*;
use infitah_base::Lang;
use rstest::rstest;

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
    assert_eq!(known.physical.len(), 2);
    assert_eq!(
        changes(&before, &known),
        [Change::Stage(Some(Stage::Works), Some(Stage::Finished)), Change::Built(Some(10), Some(100))]
    );
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
    let party = |id: &str, text: &str, role: &str| Party { id: id.into(), name: name(text), roles: vec![role.into()] };
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
