//! How far it is: progress, dates, milestones, the steps before and after the works.

use infitah_base::CivilDate;
use infitah_kit::components::{Measured, Progress, Tag, Tone};

use super::ProjectPage;
use crate::projects::model::{Dates, Milestone, MilestoneStatus, Observation, Phase};

impl ProjectPage {
    pub(super) fn progress(&self) -> Progress<'_> {
        let measured = |observation: Option<&Observation>| {
            observation.map(|o| Measured { percent: o.percent, date: o.date, source: o.source.clone() })
        };
        Progress { t: &self.t, built: measured(self.project.built()), paid: measured(self.project.paid()) }
    }

    /// Whether there is more than the last figure to tell.
    pub(super) fn has_course(&self) -> bool {
        self.project.physical.len() + self.project.financial.len() > 2
    }

    /// Every day on which something was measured: built, paid.
    pub(super) fn course(&self) -> Vec<(CivilDate, Option<&Observation>, Option<&Observation>)> {
        let (physical, financial) = (&self.project.physical, &self.project.financial);
        let mut days: Vec<CivilDate> = physical.iter().chain(financial).map(|observation| observation.date).collect();
        days.sort();
        days.dedup();
        days.reverse();
        let on = |list: &'_ [Observation], day: CivilDate| list.iter().position(|one| one.date == day);
        days.into_iter()
            .map(|day| {
                let built = on(physical, day).and_then(|index| physical.get(index));
                let paid = on(financial, day).and_then(|index| financial.get(index));
                (day, built, paid)
            })
            .collect()
    }

    /// Key of the label and the date, or nothing where it is not published.
    pub(super) fn dates(&self) -> [(&'static str, Option<CivilDate>); 4] {
        let dates = &self.project.dates;
        [
            ("date-planned-start", dates.planned_start),
            ("date-actual-start", dates.actual_start),
            ("date-planned-end", dates.planned_end),
            ("date-actual-end", dates.actual_end),
        ]
    }

    /// The steps before and after the works: key of the name, planned, actual.
    pub(super) fn phases(&self) -> Vec<(String, String, String)> {
        let span = |start: Option<CivilDate>, end: Option<CivilDate>| match (start, end) {
            (None, None) => self.t.m("not-published").to_string(),
            (Some(start), None) => self.t.m("span-from").s("start", self.t.date(start)).to_string(),
            (None, Some(end)) => self.t.m("span-to").s("end", self.t.date(end)).to_string(),
            (Some(start), Some(end)) => {
                self.t.m("span").s("start", self.t.date(start)).s("end", self.t.date(end)).to_string()
            }
        };
        let row = |Phase { status, dates }: &Phase| {
            let code: &'static str = status.into();
            let Dates { planned_start, planned_end, actual_start, actual_end } = dates;
            (format!("phase-{code}"), span(*planned_start, *planned_end), span(*actual_start, *actual_end))
        };
        self.project.phases.iter().map(row).collect()
    }

    /// What became of a milestone, and by how many days it is late.
    pub(super) fn milestone_tag(&self, milestone: &Milestone) -> Tag<'static> {
        let outcome = milestone.outcome(self.today);
        let (icon, tone) = match outcome {
            MilestoneStatus::Scheduled => ("i-calendar", Tone::Plain),
            MilestoneStatus::Met => ("i-check", Tone::Go),
            MilestoneStatus::NotMet => ("i-cross", Tone::Late),
            MilestoneStatus::PartiallyMet => ("i-glass", Tone::Work),
        };
        Tag { icon, label: self.t.m(&outcome.label()).to_string(), tone }
    }

    pub(super) fn milestone_late(&self, milestone: &Milestone) -> Option<String> {
        let days = milestone.days_late(self.today)?;
        Some(self.t.m("late-days").n("count", days).to_string())
    }
}
