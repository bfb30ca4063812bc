//! Pure decisions about projects: stages, lateness, silence, merging, what changed.

use infitah_base::{CivilDate, Text};

use super::model::{Funding, JobCount, Kind, Observation, Party, Project, Stage, Status, Work};

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

impl Project {
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

    /// Whether it is still to be finished, as far as anybody said.
    fn is_open(&self) -> bool {
        matches!(self.stage(), None | Some(Stage::Idea | Stage::Prepared | Stage::Works))
    }

    /// How many days its planned end is past, while it is not finished.
    pub fn days_late(&self, today: CivilDate) -> Option<i32> {
        let days = self.dates.planned_end?.days_until(today);
        (self.is_open() && days > 0).then_some(days)
    }

    /// The last day from which there is news.
    pub fn last_news(&self) -> Option<CivilDate> {
        let observed = self.physical.iter().chain(&self.financial).map(|observation| observation.date);
        observed.chain(self.updated).max()
    }

    /// How many days there has been no news, when that is more than 90 and something is going on.
    pub fn days_silent(&self, today: CivilDate) -> Option<i32> {
        let days = self.last_news()?.days_until(today);
        (self.stage() == Some(Stage::Works) && days > SILENCE).then_some(days)
    }

    /// Merges what a newer file says into what is known: what it does not say changes nothing.
    pub fn merge(&mut self, newer: Project) {
        let Project {
            identifier: _,
            title,
            purpose,
            description,
            kind,
            status,
            work,
            sectors,
            classifications,
            places,
            budget,
            funding,
            dates,
            physical,
            financial,
            jobs,
            parties,
            updated,
            kept,
            carried,
        } = newer;
        merge_text(&mut self.title, &title);
        merge_text(&mut self.purpose, &purpose);
        merge_text(&mut self.description, &description);
        self.kind = kind.or(self.kind);
        self.status = status.or(self.status);
        self.work = work.or(self.work);
        take(&mut self.sectors, sectors);
        take(&mut self.classifications, classifications);
        take(&mut self.places, places);
        if let Some(budget) = budget {
            let approved = budget.approved.or(self.budget.as_ref().and_then(|known| known.approved));
            self.budget = Some(super::model::Budget { approved, ..budget });
        }
        let known_as = merge_parties(&mut self.parties, parties);
        let funding = funding.into_iter().map(|share| Funding { party: known_as(share.party), ..share }).collect();
        take(&mut self.funding, funding);
        self.dates.planned_start = dates.planned_start.or(self.dates.planned_start);
        self.dates.planned_end = dates.planned_end.or(self.dates.planned_end);
        self.dates.actual_start = dates.actual_start.or(self.dates.actual_start);
        self.dates.actual_end = dates.actual_end.or(self.dates.actual_end);
        merge_observations(&mut self.physical, physical);
        merge_observations(&mut self.financial, financial);
        merge_jobs(&mut self.jobs.planned, jobs.planned);
        merge_jobs(&mut self.jobs.created, jobs.created);
        self.updated = updated.or(self.updated);
        self.kept.extend(kept);
        self.carried = carried.or(self.carried.take());
    }
}

fn merge_text(known: &mut Text, newer: &Text) {
    for (lang, text) in newer.iter() {
        known.set(lang, text);
    }
}

fn take<T>(known: &mut Vec<T>, newer: Vec<T>) {
    if !newer.is_empty() {
        *known = newer;
    }
}

/// Parties are added and completed, never taken away: funding and contracts speak of them. One is the same by its id,
/// or, where a table gives only names, by a name in any language. Gives what the newer ids are known as.
fn merge_parties(known: &mut Vec<Party>, newer: Vec<Party>) -> impl Fn(String) -> String {
    let mut renamed: Vec<(String, String)> = Vec::new();
    for party in newer {
        let same_name =
            |one: &Party| one.name.iter().any(|(_, name)| party.name.iter().any(|(_, other)| other == name));
        let index = match known.iter().position(|one| one.id == party.id && (!is_made_up(&party.id) || same_name(one)))
        {
            Some(index) => Some(index),
            None if is_made_up(&party.id) => known.iter().position(same_name),
            None => None,
        };
        match index.and_then(|index| known.get_mut(index)) {
            Some(one) => {
                if one.id == party.id && !is_made_up(&party.id) {
                    merge_text(&mut one.name, &party.name);
                }
                one.roles
                    .extend(party.roles.iter().filter(|role| !one.roles.contains(role)).cloned().collect::<Vec<_>>());
                renamed.push((party.id, one.id.clone()));
            }
            None => {
                let mut id = party.id.clone();
                let mut number = known.len() + 1;
                while known.iter().any(|one| one.id == id) {
                    id = format!("{MADE_UP}{number}");
                    number += 1;
                }
                renamed.push((party.id, id.clone()));
                known.push(Party { id, ..party });
            }
        }
    }
    move |id| renamed.iter().find(|(newer, _)| *newer == id).map_or(id, |(_, known)| known.clone())
}

/// The beginning of ids that a table's reader makes up, because the table has only names.
pub(super) const MADE_UP: &str = "x-";

fn is_made_up(id: &str) -> bool {
    id.starts_with(MADE_UP)
}

/// Observations are history: a newer file adds days and corrects days, and takes none away.
fn merge_observations(known: &mut Vec<Observation>, newer: Vec<Observation>) {
    for observation in newer {
        match known.iter_mut().find(|one| one.date == observation.date) {
            Some(one) => {
                one.percent = observation.percent;
                merge_text(&mut one.source, &observation.source);
            }
            None => known.push(observation),
        }
    }
    known.sort_by_key(|observation| observation.date);
}

fn merge_jobs(known: &mut JobCount, newer: JobCount) {
    known.women = newer.women.or(known.women);
    known.men = newer.men.or(known.men);
    known.total = newer.total.or(known.total);
}

/// What is said of a small group of people: the number, or only that it is small.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protected {
    /// Large enough to be said, or zero.
    Number(u32),
    /// One to four: people could be recognised.
    FewerThanFive,
}

/// Protects small groups: counts of one to four in a breakdown are not said.
pub fn protect(count: u32) -> Protected {
    if (1..5).contains(&count) { Protected::FewerThanFive } else { Protected::Number(count) }
}

impl JobCount {
    /// What may be said of people who were counted: small groups are protected, and where a total would let a small
    /// number be worked out, it is not said either.
    pub fn protected(&self) -> (Option<Protected>, Option<Protected>, Option<u32>) {
        let (women, men) = (self.women.map(protect), self.men.map(protect));
        let small = |count: Option<Protected>| count == Some(Protected::FewerThanFive);
        let said = self.women.unwrap_or_default().saturating_add(self.men.unwrap_or_default());
        let in_parts = self.women.is_some() || self.men.is_some();
        let left = self.all().map(|all| protect(all.saturating_sub(said)));
        let total = if small(women) || small(men) || (in_parts && small(left)) { None } else { self.all() };
        (women, men, total)
    }

    /// The same for files: a protected number is left out.
    pub fn for_files(&self) -> JobCount {
        let number = |count: Option<Protected>| match count {
            Some(Protected::Number(number)) => Some(number),
            _ => None,
        };
        let (women, men, total) = self.protected();
        JobCount { women: number(women), men: number(men), total: self.total.and(total) }
    }
}

/// A field whose value changed between two versions, with both as plain values for the page to put into words.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// The stage.
    Stage(Option<Stage>, Option<Stage>),
    /// The planned cost.
    Cost(Option<infitah_base::Money>, Option<infitah_base::Money>),
    /// The planned end.
    PlannedEnd(Option<CivilDate>, Option<CivilDate>),
    /// Percent built.
    Built(Option<u32>, Option<u32>),
    /// Percent paid.
    Paid(Option<u32>, Option<u32>),
    /// Something else.
    Other,
}

/// What changed from one version to the next.
pub fn changes(old: &Project, new: &Project) -> Vec<Change> {
    let cost = |project: &Project| project.budget.as_ref().map(|budget| budget.amount);
    let percent = |observation: Option<&Observation>| observation.map(|o| o.percent);
    let mut out = Vec::new();
    if old.stage() != new.stage() {
        out.push(Change::Stage(old.stage(), new.stage()));
    }
    if cost(old) != cost(new) {
        out.push(Change::Cost(cost(old), cost(new)));
    }
    if old.dates.planned_end != new.dates.planned_end {
        out.push(Change::PlannedEnd(old.dates.planned_end, new.dates.planned_end));
    }
    if percent(old.built()) != percent(new.built()) {
        out.push(Change::Built(percent(old.built()), percent(new.built())));
    }
    if percent(old.paid()) != percent(new.paid()) {
        out.push(Change::Paid(percent(old.paid()), percent(new.paid())));
    }
    if out.is_empty() && old != new {
        out.push(Change::Other);
    }
    out
}

#[cfg(test)]
mod tests;
