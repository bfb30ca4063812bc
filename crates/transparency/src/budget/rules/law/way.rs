//! What the law asks of the way of a budget: dates, votes, documents, audits.

use infitah_base::CivilDate;

use super::{Breach, By, Case, Verdict, unless};
use crate::budget::model::{Budget, Direction, NodeKey, Phase};

/// A breach, when a day is after the last one on which it would have been in time.
fn late(day: CivilDate, last: CivilDate) -> Option<Breach> {
    let days = last.days_until(day);
    (days > 0).then(|| Breach::new("law-late").by(By::Days(days)))
}

/// Until when the law wants the steps of a budget's way (articles 198, 202, 207 and 216), as far as it can be told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// Its documents are with the committee: ten days before the session.
    pub documents_sent: Option<CivilDate>,
    /// It is adopted: 5 November before its year. An amended budget is adopted in its own time.
    pub adopted: Option<CivilDate>,
    /// Its visa is asked: 20 November before its year.
    pub visa_asked: Option<CivilDate>,
    /// Its visa is given: within 20 days.
    pub visa_given: Option<CivilDate>,
    /// It is laid out at the seat: within 15 days of the visa.
    pub deposited: Option<CivilDate>,
    /// The statements after the year: 31 January.
    pub statement: Option<CivilDate>,
}

impl Limits {
    /// The dates of a budget.
    pub fn of(budget: &Budget) -> Self {
        let way = &budget.decision;
        let day = |years: i16, month, day| CivilDate::new(budget.year.saturating_add(years), month, day).ok();
        let is_first = budget.phase == Phase::Voted;
        Self {
            documents_sent: way.session.and_then(|session| session.plus_days(-10)),
            adopted: day(-1, 11, 5).filter(|_| is_first),
            visa_asked: day(-1, 11, 20).filter(|_| is_first),
            visa_given: way.visa_asked.and_then(|asked| asked.plus_days(20)),
            deposited: way.visa_given.and_then(|given| given.plus_days(15)),
            statement: day(1, 1, 31),
        }
    }
}

/// The breach of a step that was done after its last day.
fn overdue(done: Option<CivilDate>, last: Option<CivilDate>) -> Option<Breach> {
    late(done?, last?)
}

impl Case<'_> {
    fn limits(&self) -> Limits {
        Limits::of(self.budget)
    }

    pub(super) fn says_what_is_carried_over(&self) -> Verdict {
        self.statement(self.budget.decision.carried_over, "law-needs-carry-over")
    }

    /// A statement that is due on 31 January after the year.
    fn statement(&self, made: Option<CivilDate>, missing: &'static str) -> Verdict {
        let last = self.limits().statement;
        match made {
            Some(_) => unless(overdue(made, last).into_iter().collect()),
            None if last.is_some_and(|last| self.today <= last) => Verdict::CannotTell("law-not-yet"),
            None => Verdict::CannotTell(missing),
        }
    }

    pub(super) fn looks_three_years_ahead(&self) -> Verdict {
        let ahead = &self.budget.decision.programming;
        if ahead.is_empty() {
            return Verdict::CannotTell("law-needs-programming");
        }
        let wanted = (0..3).map(|later| self.budget.year.saturating_add(later));
        let missing = wanted.filter(|year| ahead.iter().all(|one| one.year != *year));
        unless(missing.map(|year| Breach::new("law-year").by(By::Missing(year.to_string()))).collect())
    }

    pub(super) fn came_in_time(&self) -> Verdict {
        let way = &self.budget.decision;
        let limits = self.limits();
        let short = overdue(way.documents_sent, limits.documents_sent);
        let short = short.map(|breach| Breach { key: "law-short", ..breach });
        let breaches: Vec<Breach> = short.into_iter().chain(overdue(way.adopted, limits.adopted)).collect();
        let all = [way.documents_sent, way.session, way.adopted].iter().all(Option::is_some);
        if breaches.is_empty() && !all { Verdict::CannotTell("law-needs-dates") } else { unless(breaches) }
    }

    pub(super) fn was_voted_in_order(&self) -> Verdict {
        let votes = &self.budget.decision.votes;
        let chapters = self.nodes("chapter");
        let Some(first) = votes.first().filter(|_| !chapters.is_empty()) else {
            return Verdict::CannotTell("law-needs-votes");
        };
        let revenue = NodeKey::direction(Direction::Revenue);
        let mut breaches = Vec::new();
        if first.on != revenue {
            breaches.push(Breach::at("law-vote-order", first.on.clone()));
        }
        let unvoted = chapters.into_iter().filter(|node| votes.iter().all(|vote| vote.on != **node));
        breaches.extend(unvoted.map(|node| Breach::at("law-vote", node.clone())));
        unless(breaches)
    }

    pub(super) fn was_taken_up_again(&self) -> Verdict {
        let way = &self.budget.decision;
        match (way.rejected, way.second_session, way.adopted) {
            (Some(rejected), Some(again), _) => {
                let days = rejected.days_until(again) - 15;
                unless((days > 0).then(|| Breach::new("law-late").by(By::Days(days))).into_iter().collect())
            }
            (Some(_), None, _) => Verdict::CannotTell("law-needs-dates"),
            // Adopted at once: there was nothing to take up.
            (None, _, Some(_)) => Verdict::Kept,
            (None, _, None) => Verdict::CannotTell("law-needs-dates"),
        }
    }

    pub(super) fn has_its_visa(&self) -> Verdict {
        let way = &self.budget.decision;
        let limits = self.limits();
        let asked = overdue(way.visa_asked, limits.visa_asked);
        let breaches: Vec<Breach> = asked.into_iter().chain(overdue(way.visa_given, limits.visa_given)).collect();
        let all = way.visa_asked.is_some() && way.visa_given.is_some();
        if !breaches.is_empty() || all {
            return unless(breaches);
        }
        let still = limits.visa_given.is_some_and(|last| self.today <= last);
        Verdict::CannotTell(if still { "law-not-yet" } else { "law-needs-dates" })
    }

    pub(super) fn was_laid_out(&self) -> Verdict {
        let way = &self.budget.decision;
        let last = self.limits().deposited;
        match (way.deposited, last) {
            (Some(_), Some(_)) => unless(overdue(way.deposited, last).into_iter().collect()),
            (None, Some(last)) if self.today <= last => Verdict::CannotTell("law-not-yet"),
            _ => Verdict::CannotTell("law-needs-dates"),
        }
    }

    pub(super) fn moved_within_an_article(&self) -> Verdict {
        let transfers = &self.budget.decision.transfers;
        let Some(depth) = self.depth("article").filter(|_| !transfers.is_empty()) else {
            return Verdict::CannotTell("law-needs-transfers");
        };
        let article = |node: &NodeKey| {
            (node.account.clone(), node.direction, node.part, node.path.get(..depth).map(<[String]>::to_vec))
        };
        let is_within = |from: &NodeKey, to: &NodeKey| from.path.len() >= depth && article(from) == article(to);
        let wrong = transfers.iter().filter(|one| !is_within(&one.from, &one.to));
        unless(wrong.map(|one| Breach::at("law-transfer", one.from.clone()).by(By::Amount(one.amount))).collect())
    }

    pub(super) fn has_its_statement(&self) -> Verdict {
        let executed = if self.is_executed() { Some(self.budget) } else { self.executed };
        let made = executed.and_then(|executed| executed.decision.statement);
        self.statement(made, "law-needs-execution")
    }

    pub(super) fn was_audited(&self) -> Verdict {
        let audited = |budget: &crate::budget::model::Budget| !budget.decision.audits.is_empty();
        if audited(self.budget) || self.executed.is_some_and(audited) {
            Verdict::Kept
        } else if self.today <= self.day(1, 12, 31) {
            Verdict::CannotTell("law-not-yet")
        } else {
            Verdict::CannotTell("law-needs-audit")
        }
    }

    pub(super) fn had_its_documents(&self) -> Verdict {
        let Some(present) = &self.budget.decision.documents else {
            return Verdict::CannotTell("law-needs-documents");
        };
        let missing = self.documents.iter().filter(|one| !present.contains(&one.key));
        unless(missing.map(|one| Breach::new("law-document").by(By::Missing(one.key.clone()))).collect())
    }

    pub(super) fn is_published(&self) -> Verdict {
        match self.budget.decision.published {
            Some(_) => Verdict::Kept,
            None => Verdict::CannotTell("law-needs-publication"),
        }
    }
}
