//! The invented budgets of the demonstration: one table with a column per edition, and how each was decided.

use infitah_base::{CivilDate, Currency};
use infitah_commons::Permit;
use infitah_store::{Db, StoreError};
use infitah_transparency::budget::{self, Body, Budget, BudgetError, ImportBudget, Phase, ReadOptions, Source};

use super::super::CommandError;

#[derive(rust_embed::RustEmbed)]
#[folder = "demo/budget"]
#[include = "*.csv"]
#[include = "*.toml"]
struct Files;

/// The editions, each with the day on which it was published, the first one first.
const EDITIONS: [(i16, Phase, (i16, i8, i8)); 6] = [
    (2025, Phase::Voted, (2024, 12, 12)),
    (2025, Phase::Modified, (2025, 7, 18)),
    (2026, Phase::Voted, (2025, 12, 16)),
    (2025, Phase::Executed, (2026, 1, 30)),
    (2026, Phase::Modified, (2026, 7, 17)),
    (2027, Phase::Voted, (2026, 11, 20)),
];

fn wrong(error: impl std::fmt::Display) -> CommandError {
    CommandError::Usage(format!("demonstration data: {error}"))
}

fn file(name: &str) -> Vec<u8> {
    Files::get(name).map(|file| file.data.into_owned()).unwrap_or_default()
}

/// The draft of 2026 came without its performance projects.
const WITHOUT_PROGRAMMES: i16 = 2026;

/// How an edition was decided and, where they are known, what its programmes are for: as one file would say it.
fn decision(edition: &str, year: i16) -> String {
    let programmes = if year == WITHOUT_PROGRAMMES { Vec::new() } else { file("programmes.toml") };
    [file(&format!("{edition}.toml")), programmes].map(|part| String::from_utf8_lossy(&part).into_owned()).join("\n")
}

/// Who acts, in the record.
fn permit() -> Permit<ImportBudget> {
    Permit::for_operator("demo")
}

/// The invented budgets, read as any file is.
pub fn invented() -> Result<Vec<(CivilDate, Budget)>, CommandError> {
    let source = Source::look(Body::Bytes(file("lines.csv")), None, None).map_err(wrong)?;
    let source = source.map_err(|problem| wrong(problem.key))?;
    let edition = |(year, phase, (of, month, day)): (i16, Phase, (i16, i8, i8))| {
        let (currency, language, mapping) = (Some(Currency::MAD), None, None);
        let options = ReadOptions { year, phase, currency, language, mapping, scheme: None, totals: false };
        let reading = budget::read(&source, &options, &|_| true).map_err(wrong)?;
        let reading = reading.map_err(|problems| wrong(problems.first().map_or("", |problem| problem.key)))?;
        if let Some(problem) = reading.problems.first() {
            return Err(wrong(format!("row {}: {} {}", problem.row, problem.key, problem.value)));
        }
        let mut budget = Budget::new(year, phase, reading.currency, reading.scheme.clone());
        budget.lines = reading.lines.iter().map(|(_, line)| line.clone()).collect();
        budget.names = reading.names.clone();
        let said = budget::read_decision(&decision(&budget.edition(), year), budget.currency);
        (budget.decision, budget.programmes) = said.map_err(wrong)?;
        // What was measured at the end of a year is known after it.
        let indicators = budget.programmes.values_mut().flat_map(|programme| &mut programme.indicators);
        indicators.for_each(|one| one.measured.retain(|measured| measured.year < of));
        let findings = budget::what_is_wrong(&reading, &budget);
        if let Some(finding) = findings.first() {
            return Err(wrong(format!("{}: {finding:?}", budget.edition())));
        }
        Ok((CivilDate::new(of, month, day).map_err(wrong)?, budget))
    };
    EDITIONS.into_iter().map(edition).collect()
}

/// Writes one of them.
pub async fn save(db: &Db, edition: Budget) -> Result<(), BudgetError> {
    let said = format!("{} invented lines", edition.lines.len());
    db.write(move |tx| {
        Box::pin(async move { budget::save(tx, &permit(), &edition, None, said, None).await.map(|_| ()) })
    })
    .await
}

/// Writes the plain words about their nodes.
pub async fn save_words(db: &Db) -> Result<(), CommandError> {
    let words = budget::read_words(&file("words.csv")).map_err(wrong)?;
    let saved: Result<usize, StoreError> =
        db.write(move |tx| Box::pin(async move { budget::save_words(tx, &permit(), words, None).await })).await;
    saved?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use infitah_transparency::budget::{Account, Case, Direction, Edition, Measure, NodeKey, Part, Tree, Verdict};

    use super::*;

    fn edition(budgets: &[(CivilDate, Budget)], year: i16, phase: Phase) -> Budget {
        budgets.iter().find(|(_, one)| one.year == year && one.phase == phase).unwrap().1.clone()
    }

    #[test]
    fn the_invented_budgets_are_of_the_size_of_the_region() {
        let budgets = invented().unwrap();
        let first = edition(&budgets, 2025, Phase::Voted);
        let first = Edition::new(1, infitah_base::Timestamp::from_millis(0), first, &[].into());
        let total = |direction, part| first.total(direction, part, Measure::Payment);
        assert_eq!(total(Direction::Revenue, None), Some(77_300_000_000));
        assert_eq!(total(Direction::Spending, None), Some(77_300_000_000));
        assert_eq!(total(Direction::Spending, Some(Part::Running)), Some(20_847_000_000));
        assert_eq!(first.surplus(Measure::Payment), Some(56_453_000_000));
        for (_, budget) in &budgets {
            assert!(budget.lines.len() > 200, "{}", budget.edition());
            assert!(
                budget.lines.iter().all(|line| line.amounts.get(budget.phase.measure()).unwrap_or_default() % 100 == 0)
            );
        }
    }

    #[test]
    fn no_project_gets_more_than_the_region_promised_it() {
        let projects = super::super::invented().unwrap();
        let promised: HashMap<String, i64> = projects
            .iter()
            .map(|project| {
                let of_region = project.funding.iter().filter(|one| one.party == "MA-REG-05");
                (project.identifier.clone(), of_region.map(|one| one.amount.minor).sum())
            })
            .collect();
        let budgets = invented().unwrap();
        let mut paid: HashMap<&str, i64> = HashMap::new();
        let mut named = 0;
        for (_, budget) in budgets.iter().filter(|(_, budget)| budget.phase == Phase::Voted) {
            let of_project = budget.lines.iter().filter_map(|line| Some((line.project.as_deref()?, line.amounts)));
            for (project, amounts) in of_project {
                named += 1;
                *paid.entry(project).or_default() += amounts.payment.unwrap_or_default();
            }
        }
        assert!(named > 150, "{named} lines name a project");
        for (project, paid) in paid {
            assert!(promised.get(project).is_some_and(|promised| paid <= *promised), "{project}: {paid}");
        }
    }

    #[test]
    fn one_rule_is_broken_and_some_cannot_be_told() {
        let budgets = invented().unwrap();
        let verdicts = |year, phase| {
            let budget = edition(&budgets, year, phase);
            let tree = Tree::of(&budget.lines);
            let case = Case {
                budget: &budget,
                tree: &tree,
                credits: None,
                executed: None,
                families: budget::families(),
                mandatory: budget::mandatory(),
                documents: budget::documents(),
                today: "2026-11-23".parse().unwrap(),
            };
            budget::judge_all(budget::laws().iter().map(|law| law.key.as_str()), &case)
        };
        let mut broken = Vec::new();
        let mut unknown = 0;
        for (key, verdict) in verdicts(2027, Phase::Voted) {
            match verdict {
                Verdict::Broken(_) => broken.push(key),
                Verdict::CannotTell(_) => unknown += 1,
                Verdict::Kept => {}
            }
        }
        assert_eq!(broken, ["R198"]);
        for rule in ["R171a", "R171b", "R182"] {
            let verdict = verdicts(2027, Phase::Voted).into_iter().find(|(key, _)| *key == rule);
            assert_eq!(verdict, Some((rule, Verdict::Kept)));
        }
        let kept = verdicts(2026, Phase::Voted);
        let broken: Vec<&str> =
            kept.iter().filter(|(_, verdict)| matches!(verdict, Verdict::Broken(_))).map(|(key, _)| *key).collect();
        assert_eq!(broken, ["DOC198"], "the draft of 2026 came without its performance projects");
        assert!((5..15).contains(&unknown), "{unknown}");
        let kept = verdicts(2025, Phase::Voted);
        assert!(kept.iter().all(|(_, verdict)| !matches!(verdict, Verdict::Broken(_))), "{kept:?}");
    }

    #[test]
    fn accounts_beside_the_budget_balance_and_change_none_of_its_totals() {
        let budgets = invented().unwrap();
        for (year, phase, total, accounts) in [
            (2025, Phase::Voted, 77_300_000_000, 0),
            (2026, Phase::Voted, 72_000_000_000, 2),
            (2027, Phase::Voted, 78_000_000_000, 2),
        ] {
            let budget = edition(&budgets, year, phase);
            let tree = Tree::of(&budget.lines);
            let of = |account: &Account, direction, part| {
                tree.sums(&NodeKey { account: account.clone(), part, ..NodeKey::direction(direction) })
            };
            let main = |direction| of(&Account::Main, direction, None).get(Measure::Payment);
            assert_eq!([Direction::Revenue, Direction::Spending].map(main), [Some(total); 2], "{year}");
            let mut beside: Vec<&Account> =
                budget.lines.iter().map(|line| &line.account).filter(|account| !account.is_main()).collect();
            beside.sort();
            beside.dedup();
            assert_eq!(beside.len(), accounts, "{year}");
            for account in beside {
                let equipment = of(account, Direction::Revenue, Some(Part::Equipment));
                let spent = |part| of(account, Direction::Spending, Some(part)).get(Measure::Payment);
                assert_eq!(equipment.with_surplus(Measure::Payment), spent(Part::Equipment), "{account}");
                let running = of(account, Direction::Revenue, Some(Part::Running)).get(Measure::Payment);
                let left = running.unwrap_or_default() - spent(Part::Running).unwrap_or_default();
                assert_eq!(equipment.carried.payment.unwrap_or_default(), left, "{account}");
                assert!(budget.name(&NodeKey { account: account.clone(), ..NodeKey::default() }).is_some());
            }
        }
    }

    #[test]
    fn no_edition_knows_what_was_measured_after_it() {
        for (day, budget) in invented().unwrap() {
            assert_eq!(budget.programmes.is_empty(), budget.year == WITHOUT_PROGRAMMES, "{}", budget.edition());
            let mut indicators = budget.programmes.values().flat_map(|programme| &programme.indicators);
            let is_known = |one: &budget::Measured| one.year < day.year();
            assert!(indicators.all(|one| one.measured.iter().all(is_known)), "{}", budget.edition());
        }
    }
}
