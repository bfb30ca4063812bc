use std::collections::BTreeMap;

use infitah_base::{Currency, Timestamp};
use infitah_commons::places::Atlas;

use super::*;
use crate::budget::{
    data,
    model::{Budget, Direction, Line, Measure},
    rules::totals::tests::line,
};

fn edition(year: i16, lines: Vec<Line>, words: &BTreeMap<NodeKey, Words>) -> Edition {
    let scheme = data::scheme("ma-111-14").unwrap().clone();
    let mut budget = Budget::new(year, Phase::Voted, Currency::MAD, scheme);
    budget.lines = lines;
    Edition::new(1, Timestamp::from_millis(0), budget, words)
}

fn spending(at: &str, amount: i64, purpose: Option<&str>, cofog: Option<&str>) -> Line {
    Line { purpose: purpose.map(str::to_owned), cofog: cofog.map(str::to_owned), ..line(at, amount) }
}

fn keys(shares: &[Share]) -> Vec<(Option<&str>, Option<i64>)> {
    shares.iter().map(|share| (share.key.as_deref(), share.sums.get(Measure::Payment))).collect()
}

#[test]
fn a_purpose_comes_from_the_line_then_from_words_then_from_cofog() {
    let node = |text: &str| text.parse::<NodeKey>().unwrap();
    let said = |purpose: &str| Words { purpose: Some(purpose.to_owned()), ..Words::default() };
    let words = [(node("spending/2/30"), said("water")), (node("spending/2/30/10"), said("rural"))].into();
    let lines = vec![
        spending("spending/2/30/1", 1, Some("roads"), None),
        spending("spending/2/30/2", 2, None, Some("09.1")),
        spending("spending/2/30/10", 4, None, None),
        spending("spending/2/40/1", 8, None, Some("09.1")),
        spending("spending/2/40/2", 16, None, None),
        spending("spending/2/40/3", 32, Some("unheard-of"), None),
    ];
    let one = edition(2027, lines, &words);
    assert_eq!(
        keys(one.by_purpose()),
        [
            (Some("roads"), Some(1)),
            (Some("water"), Some(2)),
            (Some("school"), Some(8)),
            (Some("rural"), Some(4)),
            (None, Some(48))
        ]
    );
    assert_eq!(one.by_purpose().iter().filter_map(|share| share.sums.get(Measure::Payment)).sum::<i64>(), 63);
    let anew = one.sorted_anew(&BTreeMap::new());
    assert_eq!(keys(anew.by_purpose()), [(Some("roads"), Some(1)), (Some("school"), Some(10)), (None, Some(52))]);
}

#[test]
fn the_lines_behind_a_figure_sum_to_it() {
    let mut surplus = line("revenue/2/1", 60);
    surplus.surplus = true;
    let mut taxes = line("revenue/1/1", 100);
    taxes.family = Some("state-tax-shares".to_owned());
    let mut loan = line("revenue/2/2", 7);
    loan.family = Some("loans".to_owned());
    let lines = vec![surplus, taxes, loan, spending("spending/1/1", 40, Some("council"), None)];
    let one = edition(2027, lines, &BTreeMap::new());
    let atlas = Atlas::default();
    let sum = |filter: Filter| one.find(&filter, &atlas).revenue.get(Measure::Payment);
    let asked = Filter { direction: Some(Direction::Revenue), surplus: Some(false), ..Filter::default() };
    assert_eq!(sum(asked), one.total(Direction::Revenue, None, Measure::Payment));
    assert_eq!(one.surplus(Measure::Payment), Some(60));
    for share in one.by_source() {
        let asked = Filter { source: share.key.clone(), surplus: Some(false), ..Filter::default() };
        assert_eq!(sum(asked), share.sums.get(Measure::Payment));
    }
    let asked = Filter { node: Some("revenue/2".parse().unwrap()), ..Filter::default() };
    let found = one.find(&asked, &atlas);
    assert_eq!((found.len(), found.revenue.carried.payment, found.spending.lines), (2, Some(60), 0));
    let none = one.find(&Filter { words: "spending".into(), node: asked.node, ..Filter::default() }, &atlas);
    assert!(none.is_empty());
    let found = one.find(&Filter { sort: Sort::Amount(Measure::Payment), ..Filter::default() }, &atlas);
    assert_eq!(found.positions, [1, 0, 3, 2]);
}

#[test]
fn years_stand_beside_each_other_and_are_not_added() {
    let before = edition(2026, vec![line("spending/2/10/1", 5), line("spending/2/20/1", 6)], &BTreeMap::new());
    let after = edition(2027, vec![line("spending/2/20/1", 9), line("spending/2/30/1", 1)], &BTreeMap::new());
    let rows = side_by_side(&[Side::of(&before), Side::of(&after)], &By::Below("spending/2".parse().unwrap()));
    let told: Vec<(String, Vec<Option<i64>>, Option<i64>)> = rows
        .into_iter()
        .map(|row| match &row.key {
            Key::Node(node) => (node.to_string(), row.amounts.clone(), row.change()),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        told,
        [
            ("spending/2/20".to_owned(), vec![Some(6), Some(9)], Some(3)),
            ("spending/2/30".to_owned(), vec![None, Some(1)], None),
            ("spending/2/10".to_owned(), vec![Some(5), None], None),
        ]
    );
    let ledger = Ledger::of([before, after], BTreeMap::new());
    assert_eq!(ledger.years(), [2026, 2027]);
    assert_eq!(ledger.newest(Phase::Voted).unwrap().budget().year, 2027);
    assert_eq!(ledger.before(2027, Phase::Voted).unwrap().budget().year, 2026);
    assert!(ledger.before(2026, Phase::Voted).is_none() && ledger.newest(Phase::Executed).is_none());
}

#[test]
fn spending_is_sliced_by_purpose_or_else_by_the_largest_nodes() {
    let node = |text: &str| text.parse::<NodeKey>().unwrap();
    let lines = |count: i64| (1..=count).map(|code| line(&format!("spending/{}/{code}/1", code % 2 + 1), code));
    let few = edition(2026, lines(7).collect(), &BTreeMap::new());
    let many = edition(2027, lines(9).collect(), &BTreeMap::new());
    let keys = |sides: &[Side<'_>]| slices(sides).iter().map(Slice::key).collect::<Vec<_>>();
    let largest = ["spending/2/9", "spending/1/8", "spending/2/7", "spending/1/6", "spending/2/5", "spending/1/4"];
    assert_eq!(keys(&[Side::of(&many)]), [&largest[..], &["rest"]].concat());
    assert_eq!(keys(&[Side::of(&few)]).len(), 7, "where few are left, there is no rest");
    assert_eq!(keys(&[Side::of(&many), Side::of(&few)]).last().unwrap(), "rest", "what only the first one has");
    let both = slices(&[Side::of(&few), Side::of(&many)]);
    let sums = |edition| Side::of(edition).amounts(&both);
    assert_eq!(sums(&many), [9, 8, 7, 6, 5, 4, 6].map(Some));
    assert_eq!(sums(&few), [None, None, Some(7), Some(6), Some(5), Some(4), Some(6)]);
    let Some(Slice::Rest(without)) = both.last().cloned() else { panic!("{both:?}") };
    let asked = Filter { without, ..Filter::default() };
    assert_eq!(many.find(&asked, &Atlas::default()).spending.get(Measure::Payment), Some(6));
    let mut surplus = line("spending/1/1/1", 60);
    surplus.surplus = true;
    let mut sorted: Vec<Line> = lines(9).chain([surplus, line("spending/2", 1)]).collect();
    let unsorted = edition(2027, sorted.clone(), &BTreeMap::new());
    assert_eq!(Side::of(&unsorted).amounts(&slices(&[Side::of(&unsorted)])).iter().flatten().sum::<i64>(), 46);
    sorted[0].purpose = Some("roads".to_owned());
    let sorted = edition(2027, sorted, &BTreeMap::new());
    assert_eq!(keys(&[Side::of(&sorted)]), ["roads", "none"], "one line with a purpose is enough");
    assert_eq!(keys(&[Side::of(&edition(2027, Vec::new(), &BTreeMap::new()))]), Vec::<String>::new());
    assert!(many.find(&Filter { without: vec![node("spending")], ..Filter::default() }, &Atlas::default()).is_empty());
}
