//! Pure decisions about projects: stages, lateness, silence, merging, what changed.

use infitah_base::{CivilDate, Text};

use super::model::{JobCount, Kind, Observation, Project, Stage, Status, Work};

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
    /// The stage; a project that says nothing is an idea only when nothing shows otherwise.
    pub fn stage(&self) -> Stage {
        match self.status {
            Some(status) => status.stage(),
            None if self.dates.actual_end.is_some() => Stage::Finished,
            None if self.dates.actual_start.is_some() || self.built().is_some_and(|o| o.percent > 0) => Stage::Works,
            None if self.budget.as_ref().is_some_and(|budget| budget.approved.is_some()) => Stage::Prepared,
            None => Stage::Idea,
        }
    }

    /// Whether it is still to be finished.
    fn is_open(&self) -> bool {
        matches!(self.stage(), Stage::Idea | Stage::Prepared | Stage::Works)
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

    /// How many days there has been no news, when that is more than [`SILENCE`] and something is going on.
    pub fn days_silent(&self, today: CivilDate) -> Option<i32> {
        let days = self.last_news()?.days_until(today);
        (self.stage() == Stage::Works && days > SILENCE).then_some(days)
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
        self.kind = kind;
        self.status = status.or(self.status);
        self.work = work.or(self.work);
        take(&mut self.sectors, sectors);
        take(&mut self.classifications, classifications);
        take(&mut self.places, places);
        if let Some(budget) = budget {
            let approved = budget.approved.or(self.budget.as_ref().and_then(|known| known.approved));
            self.budget = Some(super::model::Budget { approved, ..budget });
        }
        take(&mut self.funding, funding);
        self.dates.planned_start = dates.planned_start.or(self.dates.planned_start);
        self.dates.planned_end = dates.planned_end.or(self.dates.planned_end);
        self.dates.actual_start = dates.actual_start.or(self.dates.actual_start);
        self.dates.actual_end = dates.actual_end.or(self.dates.actual_end);
        merge_observations(&mut self.physical, physical);
        merge_observations(&mut self.financial, financial);
        merge_jobs(&mut self.jobs.planned, jobs.planned);
        merge_jobs(&mut self.jobs.created, jobs.created);
        take(&mut self.parties, parties);
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

/// Observations are history: a newer file adds days and corrects days, and takes none away.
fn merge_observations(known: &mut Vec<Observation>, newer: Vec<Observation>) {
    for observation in newer {
        match known.iter_mut().find(|one| one.date == observation.date) {
            Some(one) => *one = observation,
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
    /// What may be said of people who were counted: small groups are protected, and when one sex is, the total is
    /// not said either, or the small number could be worked out.
    pub fn protected(&self) -> (Option<Protected>, Option<Protected>, Option<u32>) {
        let (women, men) = (self.women.map(protect), self.men.map(protect));
        let small = |count: Option<Protected>| count == Some(Protected::FewerThanFive);
        let total = if small(women) || small(men) { None } else { self.all() };
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

impl Project {
    /// The project as it may leave as a file: people who were counted are protected.
    pub fn for_files(&self) -> Project {
        let mut out = self.clone();
        out.jobs.created = self.jobs.created.for_files();
        out
    }
}

/// A field whose value changed between two versions, with both as plain values for the page to put into words.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// The stage.
    Stage(Stage, Stage),
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
mod tests {
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
            [Change::Stage(Stage::Works, Stage::Finished), Change::Built(Some(10), Some(100))]
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
        assert_eq!(count(None, None, Some(3)).for_files().total, Some(3), "a total is no breakdown");
    }

    #[test]
    fn small_groups_are_protected() {
        assert_eq!(protect(0), Protected::Number(0));
        assert_eq!(protect(1), Protected::FewerThanFive);
        assert_eq!(protect(4), Protected::FewerThanFive);
        assert_eq!(protect(5), Protected::Number(5));
    }
}
