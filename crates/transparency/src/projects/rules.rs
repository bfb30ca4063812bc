//! Pure decisions about projects: stages, lateness, silence, costs, merging, protection, disclosure.

use infitah_base::{CivilDate, Money, text};

use super::model::{
    Concern, CostAt, CostStep, InvestmentAt, Kind, Milestone, MilestoneStatus, Party, Project, Stage, Status, Work,
};

mod disclosure;
mod merge;
mod protect;

pub use disclosure::{ELEMENTS, Element, disclosure};
pub(super) use merge::{IN_ALL, MADE_UP};
pub use protect::Protected;

impl Status {
    /// The stage as people say it.
    pub fn stage(self) -> Stage {
        match self {
            Status::Identification => Stage::Idea,
            Status::Preparation => Stage::Prepared,
            Status::Implementation => Stage::Works,
            Status::Completion => Stage::Finished,
            Status::Maintenance => Stage::Service,
            Status::Decommissioning | Status::Decommissioned => Stage::Closed,
            Status::Cancelled => Stage::Cancelled,
        }
    }
}

impl Stage {
    /// Its place on the way of five, when it is on it.
    pub fn step(self) -> Option<usize> {
        match self {
            Stage::Idea => Some(0),
            Stage::Prepared => Some(1),
            Stage::Works => Some(2),
            Stage::Finished => Some(3),
            Stage::Service => Some(4),
            Stage::Closed | Stage::Cancelled => None,
        }
    }

    /// The status that a file means which only names the stage.
    pub fn status(self) -> Status {
        match self {
            Stage::Idea => Status::Identification,
            Stage::Prepared => Status::Preparation,
            Stage::Works => Status::Implementation,
            Stage::Finished => Status::Completion,
            Stage::Service => Status::Maintenance,
            Stage::Closed => Status::Decommissioned,
            Stage::Cancelled => Status::Cancelled,
        }
    }

    /// The code in addresses and files.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Stage::Idea => "stage-idea",
            Stage::Prepared => "stage-prepared",
            Stage::Works => "stage-works",
            Stage::Finished => "stage-finished",
            Stage::Service => "stage-service",
            Stage::Closed => "stage-closed",
            Stage::Cancelled => "stage-cancelled",
        }
    }

    /// Its pictogram.
    pub fn icon(self) -> &'static str {
        match self {
            Stage::Idea => "i-voice",
            Stage::Prepared => "i-pen",
            Stage::Works => "i-work",
            Stage::Finished => "i-flag",
            Stage::Service => "i-people",
            Stage::Closed => "i-lock",
            Stage::Cancelled => "i-cross",
        }
    }
}

impl Kind {
    /// The code in addresses and files.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Kind::PublicWorks => "kind-public-works",
            Kind::EmploymentProgramme => "kind-employment-programme",
            Kind::PrivateInvestment => "kind-private-investment",
            Kind::Service => "kind-service",
        }
    }
}

impl Work {
    /// The code in files.
    pub fn code(self) -> &'static str {
        self.into()
    }
}

/// After so many days without news a page says so.
pub const SILENCE: i32 = 90;

/// How a project stands: the few values from which it follows whether it is late, silent, or paid ahead of what is
/// built. Lists know no more of a project than this.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The stage.
    pub stage: Option<Stage>,
    /// When it was to be finished.
    pub planned_end: Option<CivilDate>,
    /// The last day from which there is news.
    pub last_news: Option<CivilDate>,
    /// Percent built.
    pub built: Option<u32>,
    /// Percent paid.
    pub paid: Option<u32>,
}

impl Concern {
    /// The code in addresses.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Concern::Late => "state-late",
            Concern::Silent => "state-silent",
            Concern::Ahead => "state-ahead",
        }
    }
}

impl Standing {
    /// Whether it is still to be finished, as far as anybody said.
    fn is_open(&self) -> bool {
        matches!(self.stage, None | Some(Stage::Idea | Stage::Prepared | Stage::Works))
    }

    /// How many days its planned end is past, while it is not finished.
    pub fn days_late(&self, today: CivilDate) -> Option<i32> {
        let days = self.planned_end?.days_until(today);
        (self.is_open() && days > 0).then_some(days)
    }

    /// How many days there has been no news, when that is more than 90 and something is going on.
    pub fn days_silent(&self, today: CivilDate) -> Option<i32> {
        let days = self.last_news?.days_until(today);
        (self.stage == Some(Stage::Works) && days > SILENCE).then_some(days)
    }

    /// How many points paid runs ahead of built, when that is ten or more.
    pub fn paid_ahead(&self) -> Option<u32> {
        let ahead = self.paid?.checked_sub(self.built?)?;
        (ahead >= AHEAD).then_some(ahead)
    }

    /// Whether it gives this concern.
    pub fn is(&self, concern: Concern, today: CivilDate) -> bool {
        match concern {
            Concern::Late => self.days_late(today).is_some(),
            Concern::Silent => self.days_silent(today).is_some(),
            Concern::Ahead => self.paid_ahead().is_some(),
        }
    }
}

impl Project {
    /// How it stands.
    pub fn standing(&self) -> Standing {
        Standing {
            stage: self.stage(),
            planned_end: self.dates.planned_end,
            last_news: self.last_news(),
            built: self.built().map(|observation| observation.percent),
            paid: self.paid().map(|observation| observation.percent),
        }
    }

    /// The stage: as published, else as dates and progress show; `None` when nothing shows it.
    pub fn stage(&self) -> Option<Stage> {
        match self.status {
            Some(status) => Some(status.stage()),
            None if self.dates.actual_end.is_some() => Some(Stage::Finished),
            None if self.dates.actual_start.is_some() || self.built().is_some_and(|o| o.percent > 0) => {
                Some(Stage::Works)
            }
            None => None,
        }
    }

    /// How many days its planned end is past, while it is not finished.
    pub fn days_late(&self, today: CivilDate) -> Option<i32> {
        self.standing().days_late(today)
    }

    /// The last day from which there is news.
    pub fn last_news(&self) -> Option<CivilDate> {
        let observed = self.physical.iter().chain(&self.financial).map(|observation| observation.date);
        observed.chain(self.updated).max()
    }

    /// How many days there has been no news, when that is more than 90 and something is going on.
    pub fn days_silent(&self, today: CivilDate) -> Option<i32> {
        self.standing().days_silent(today)
    }
}

/// Points by which paid may run ahead of built before a page says so.
pub const AHEAD: u32 = 10;

impl Project {
    /// How many points paid runs ahead of built, when that is ten or more.
    pub fn paid_ahead(&self) -> Option<u32> {
        self.standing().paid_ahead()
    }

    /// The cost from step to step: as published; the approved budget and the sum of the contracts stand for the first
    /// two where nobody said them apart.
    pub fn cost_steps(&self) -> Vec<CostStep> {
        let mut steps = self.costs.clone();
        let has = |at: CostAt| self.costs.iter().any(|step| step.at == at);
        let plain = |at, amount, date| CostStep { at, amount, date, reason: infitah_base::Text::default() };
        if let Some(budget) = self.budget.as_ref().filter(|_| !has(CostAt::Approval)) {
            steps.push(plain(CostAt::Approval, budget.amount, budget.approved));
        }
        if let Some(sum) = self.contracted().filter(|_| !has(CostAt::Award)) {
            steps.push(plain(CostAt::Award, sum, None));
        }
        steps.sort_by_key(|step| step.at);
        steps
    }

    /// What the contracts cost together as they were awarded, when all have a value in one currency.
    pub fn contracted(&self) -> Option<Money> {
        sum(self.contracts.iter().map(|contract| contract.value))
    }

    /// What a party promised, when all its shares are in one currency.
    pub fn promised_by(&self, party: &str) -> Option<Money> {
        sum(self.funding.iter().filter(|share| share.party == party).map(|share| Some(share.amount)))
    }

    /// What the contracts of a party are worth, when all have a value in one currency. A contract of several parties
    /// is nobody's alone.
    pub fn won_by(&self, party: &str) -> Option<Money> {
        let own = self.contracts.iter().filter(|contract| contract.suppliers.iter().any(|one| one == party));
        sum(own.map(|contract| contract.value.filter(|_| contract.suppliers.len() == 1)))
    }

    /// What was committed in all.
    pub fn committed_sum(&self) -> Option<Money> {
        sum(self.commitments.iter().map(|transfer| Some(transfer.amount)))
    }

    /// What was paid in all.
    pub fn paid_sum(&self) -> Option<Money> {
        sum(self.payments.iter().map(|transfer| Some(transfer.amount)))
    }
}

/// The sum, when there is something to add, nothing is missing and all is in one currency.
fn sum(mut amounts: impl Iterator<Item = Option<Money>>) -> Option<Money> {
    let first = amounts.next()??;
    amounts.try_fold(first, |sum, amount| sum.checked_add(amount?))
}

impl Milestone {
    /// What became of it: as published, else as its dates show.
    pub fn outcome(&self, today: CivilDate) -> MilestoneStatus {
        match (self.status, self.met, self.due) {
            (Some(status @ (MilestoneStatus::Met | MilestoneStatus::PartiallyMet)), ..) => status,
            (_, Some(_), _) => MilestoneStatus::Met,
            (_, None, Some(due)) if due.days_until(today) > 0 => MilestoneStatus::NotMet,
            (Some(status), ..) => status,
            (None, None, _) => MilestoneStatus::Scheduled,
        }
    }

    /// By how many days it was reached too late, or is late now.
    pub fn days_late(&self, today: CivilDate) -> Option<i32> {
        let reached = self.met.unwrap_or(today);
        let open = self.met.is_some() || self.outcome(today) != MilestoneStatus::Met;
        Some(self.due?.days_until(reached)).filter(|days| open && *days > 0)
    }
}

impl Party {
    /// Its name in addresses: the registered id, the same in every project; else a word made of its name.
    pub fn key(&self) -> String {
        if !merge::is_made_up(&self.id) {
            return self.id.clone();
        }
        if let Some(registered) = &self.registered {
            return format!("{}-{}", registered.scheme, registered.id);
        }
        let name = self.name.iter().next().map(|(_, name)| name).unwrap_or(&self.id);
        let words: Vec<String> = text::words(name);
        format!("{NAMED}{}", words.join("-"))
    }
}

/// The beginning of keys that are made of names.
const NAMED: &str = "n-";

/// Codes and keys of small lists: `code` in files, `label` the key of the word on a page.
macro_rules! named {
    ($($type:ident $prefix:literal)*) => {
        $(impl super::model::$type {
            /// The code in files.
            pub fn code(self) -> &'static str {
                self.into()
            }

            /// The key of its name.
            pub fn label(self) -> String {
                format!(concat!($prefix, "-{}"), self.code())
            }
        })*
    };
}
named! {
    CostAt "cost-at"
    ContractStatus "contract"
    Method "method"
    Modified "modified"
    MilestoneStatus "milestone"
    Sex "sex"
    Duration "job"
    InvestmentAt "investment"
}

impl InvestmentAt {
    /// Its pictogram.
    pub fn icon(self) -> &'static str {
        match self {
            InvestmentAt::Declared => "i-voice",
            InvestmentAt::Approved => "i-check",
            InvestmentAt::Started => "i-work",
            InvestmentAt::Operating => "i-people",
            InvestmentAt::Abandoned => "i-cross",
        }
    }
}

#[cfg(test)]
mod tests;
