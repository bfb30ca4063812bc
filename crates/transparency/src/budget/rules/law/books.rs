//! What the law asks of the lines and their sums.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Breach, By, Case, Verdict, unless};
use crate::budget::model::{Account, Direction, Line, Measure, NodeKey, Part};

/// The family of staff and running costs: none of it may stand in equipment.
const STAFF: &str = "staff-and-running";

impl Case<'_> {
    pub(super) fn says_on_what_it_rests(&self) -> Verdict {
        let measure = self.measure();
        let silent = self.budget.lines.iter().filter(|line| line.amounts.get(measure).is_none());
        let breaches: Vec<Breach> = silent.map(|line| Breach::of("law-amount", line)).collect();
        let has_bases = self.lines(Direction::Revenue, None).all(|line| !line.basis.is_empty());
        if breaches.is_empty() && !has_bases { Verdict::CannotTell("law-needs-basis") } else { unless(breaches) }
    }

    pub(super) fn has_two_parts(&self) -> Verdict {
        if !self.has_parts() {
            return Verdict::CannotTell("law-needs-parts");
        }
        let all = [Direction::Revenue, Direction::Spending]
            .into_iter()
            .flat_map(|direction| [Part::Running, Part::Equipment].map(|part| NodeKey::part(direction, part)));
        unless(all.filter(|key| self.tree.find(key).is_none()).map(|key| Breach::at("law-part", key)).collect())
    }

    pub(super) fn balances(&self) -> Verdict {
        if !self.has_parts() {
            return Verdict::CannotTell("law-needs-parts");
        }
        if self.is_executed() {
            return Verdict::CannotTell("law-of-forecasts");
        }
        let left = |part, carried: i64| {
            self.sum(Direction::Revenue, part)
                .saturating_sub(self.sum(Direction::Spending, part))
                .saturating_add(carried)
        };
        let carried = self.carried();
        let differences =
            [(Part::Running, left(Part::Running, -carried)), (Part::Equipment, left(Part::Equipment, carried))];
        let breach = |(part, by)| Breach::at("law-balance", NodeKey::part(Direction::Revenue, part)).by(By::Amount(by));
        unless(differences.into_iter().filter(|(_, by)| *by != 0).map(breach).collect())
    }

    pub(super) fn carries_the_surplus(&self) -> Verdict {
        if !self.has_parts() {
            return Verdict::CannotTell("law-needs-parts");
        }
        if self.is_executed() {
            return Verdict::CannotTell("law-of-forecasts");
        }
        let running = self.sum(Direction::Revenue, Part::Running) - self.sum(Direction::Spending, Part::Running);
        let by = running.saturating_sub(self.carried());
        let breach = Breach::at("law-surplus", NodeKey::part(Direction::Revenue, Part::Equipment)).by(By::Amount(by));
        unless((by != 0).then_some(breach).into_iter().collect())
    }

    pub(super) fn equipment_pays_no_running(&self) -> Verdict {
        if !self.has_parts() {
            return Verdict::CannotTell("law-needs-parts");
        }
        let part_of: HashMap<&str, Option<Part>> =
            self.budget.lines.iter().map(|line| (line.id.as_str(), line.part)).collect();
        let reserved = self.lines(Direction::Revenue, Some(Part::Equipment)).filter(|line| {
            let target = line.reserved_for.as_deref().and_then(|id| part_of.get(id));
            target == Some(&Some(Part::Running))
        });
        let mut breaches: Vec<Breach> = reserved.map(|line| Breach::of("law-paid-by-equipment", line)).collect();
        // What running spends beyond its own revenue can only come from there.
        let beyond = self.sum(Direction::Spending, Part::Running) - self.sum(Direction::Revenue, Part::Running);
        if beyond > 0 {
            let node = NodeKey::part(Direction::Spending, Part::Running);
            breaches.push(Breach::at("law-paid-by-equipment", node).by(By::Amount(beyond)));
        }
        unless(breaches)
    }

    pub(super) fn solidarity_is_for_equipment(&self) -> Verdict {
        let mut revenue = self.lines(Direction::Revenue, None);
        let of_fund =
            self.lines(Direction::Revenue, None).filter(|line| line.family.as_deref() == Some("solidarity-fund"));
        let wrong = of_fund.filter(|line| line.part != Some(Part::Equipment));
        let breaches: Vec<Breach> = wrong.map(|line| Breach::of("law-solidarity", line)).collect();
        let is_sorted = revenue.all(|line| line.family.is_some());
        if breaches.is_empty() && !is_sorted { Verdict::CannotTell("law-needs-families") } else { unless(breaches) }
    }

    pub(super) fn reserves_no_running_revenue(&self) -> Verdict {
        if self.budget.lines.iter().all(|line| line.reserved_for.is_none()) {
            return Verdict::CannotTell("law-needs-reserved");
        }
        let reserved = self.lines(Direction::Revenue, Some(Part::Running)).filter(|line| line.reserved_for.is_some());
        unless(reserved.map(|line| Breach::of("law-reserved", line)).collect())
    }

    pub(super) fn has_paths(&self) -> Verdict {
        let Some(depth) = self.depth("project").filter(|_| self.depth("programme").is_some()) else {
            return Verdict::CannotTell("law-needs-levels");
        };
        // What running costs is voted by chapter and article; programmes are made of projects.
        let short = self.lines(Direction::Spending, Some(Part::Equipment)).filter(|line| line.path.len() < depth);
        unless(short.map(|line| Breach::of("law-path", line)).collect())
    }

    pub(super) fn programmes_have_objectives(&self) -> Verdict {
        if self.budget.programmes.is_empty() || self.depth("programme").is_none() {
            return Verdict::CannotTell("law-needs-programmes");
        }
        let is_measured = |node: &&NodeKey| {
            self.budget.programmes.get(&node.to_string()).is_some_and(|programme| {
                let is_whole = |one: &crate::budget::model::Indicator| {
                    !one.unit.is_empty() && one.baseline.is_some() && one.target.is_some()
                };
                !programme.objectives.is_empty() && programme.indicators.iter().any(is_whole)
            })
        };
        let without = self.nodes("programme").into_iter().filter(|node| !is_measured(node));
        unless(without.map(|node| Breach::at("law-programme", node.clone())).collect())
    }

    pub(super) fn programmes_look_at_women_and_men(&self) -> Verdict {
        if self.budget.programmes.is_empty() {
            return Verdict::CannotTell("law-needs-programmes");
        }
        let blind = self.budget.programmes.iter().filter(|(_, one)| !one.indicators.iter().any(|one| one.by_sex));
        let nodes = blind.filter_map(|(node, _)| node.parse::<NodeKey>().ok());
        unless(nodes.map(|node| Breach::at("law-gender", node)).collect())
    }

    pub(super) fn lines_have_natures(&self) -> Verdict {
        let spending = || self.lines(Direction::Spending, None);
        if spending().all(|line| line.nature.is_none()) {
            return Verdict::CannotTell("law-needs-natures");
        }
        unless(spending().filter(|line| line.nature.is_none()).map(|line| Breach::of("law-nature", line)).collect())
    }

    pub(super) fn has_both_credits(&self) -> Verdict {
        if self.is_executed() {
            return self.spent_within_credits();
        }
        let equipment = || self.lines(Direction::Spending, Some(Part::Equipment));
        if equipment().all(|line| line.amounts.commitment.is_none()) {
            return Verdict::CannotTell("law-needs-commitment");
        }
        let breach = |line: &Line| match (line.amounts.commitment, line.amounts.payment) {
            (Some(may_promise), Some(may_pay)) if may_pay > may_promise => {
                Some(Breach::of("law-credits", line).by(By::Amount(may_pay - may_promise)))
            }
            (Some(_), Some(_)) => None,
            _ => Some(Breach::of("law-one-credit", line)),
        };
        unless(equipment().filter_map(breach).collect())
    }

    fn spent_within_credits(&self) -> Verdict {
        let Some(credits) = self.credits else { return Verdict::CannotTell("law-needs-credits") };
        let known: HashMap<&str, &Line> = credits.lines.iter().map(|line| (line.id.as_str(), line)).collect();
        let over = |line: &Line, spent: Measure, may: Measure| {
            let ceiling = known.get(line.id.as_str())?.amounts.get(may)?;
            let by = line.amounts.get(spent)?.checked_sub(ceiling).filter(|by| *by > 0)?;
            Some(Breach::of("law-over", line).by(By::Amount(by)))
        };
        let spending = || self.lines(Direction::Spending, Some(Part::Equipment));
        let paid = spending().filter_map(|line| over(line, Measure::Paid, Measure::Payment));
        let promised = spending().filter_map(|line| over(line, Measure::Committed, Measure::Commitment));
        unless(paid.chain(promised).collect())
    }

    pub(super) fn has_all_accounts(&self) -> Verdict {
        let accounts: HashSet<&Account> = self.budget.lines.iter().map(|line| &line.account).collect();
        if accounts.len() > 1 { Verdict::Kept } else { Verdict::CannotTell("law-needs-accounts") }
    }

    /// Whether each line is of exactly one family that the law has for it.
    pub(super) fn families(&self, direction: Direction, part: Option<Part>) -> Verdict {
        let lines = || self.lines(direction, part);
        if lines().all(|line| line.family.is_none()) {
            return Verdict::CannotTell("law-needs-families");
        }
        let fits = |line: &&Line| {
            let family = self.families.iter().find(|one| Some(&one.key) == line.family.as_ref());
            family.is_some_and(|one| one.direction == Some(direction) && (one.part.is_none() || one.part == line.part))
        };
        unless(lines().filter(|line| !fits(line)).map(|line| Breach::of("law-family", line)).collect())
    }

    pub(super) fn equipment_is_for_development(&self) -> Verdict {
        let equipment = || self.lines(Direction::Spending, Some(Part::Equipment));
        let staff = equipment().filter(|line| line.family.as_deref() == Some(STAFF));
        let mut breaches: Vec<Breach> = staff.map(|line| Breach::of("law-staff", line)).collect();
        let all_say = equipment().next().is_some() && equipment().all(|line| line.pdr.is_some());
        if !all_say && breaches.is_empty() {
            return Verdict::CannotTell("law-needs-pdr");
        }
        let measure = self.measure();
        let amount = |line: &Line| line.amounts.get(measure).unwrap_or_default();
        let (serves, all): (i64, i64) = equipment().fold((0, 0), |(serves, all), line| {
            (serves + if line.pdr == Some(true) { amount(line) } else { 0 }, all + amount(line))
        });
        if all_say && serves.saturating_mul(2) < all {
            let node = NodeKey::part(Direction::Spending, Part::Equipment);
            breaches.push(Breach::at("law-pdr", node).by(By::Amount(all - serves)));
        }
        unless(breaches)
    }

    pub(super) fn has_what_is_mandatory(&self) -> Verdict {
        let present: BTreeMap<&str, usize> = self
            .lines(Direction::Spending, None)
            .filter_map(|line| line.mandatory.as_deref())
            .fold(BTreeMap::new(), |mut all, key| {
                *all.entry(key).or_default() += 1;
                all
            });
        // A kind that is not there may be one of which nothing is due: who has no judgment against them enters none.
        let all = self.mandatory.iter().all(|kind| present.contains_key(kind.key.as_str()));
        if all { Verdict::Kept } else { Verdict::CannotTell("law-needs-mandatory") }
    }
}
