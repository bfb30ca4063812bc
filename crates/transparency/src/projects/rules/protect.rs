//! Small groups of people are not told, nor what would let them be worked out.

use super::super::model::{JobCount, JobGroup, Jobs, Project, Sex};

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

impl Jobs {
    /// The finer groups of people who were counted, when every one of them may be told: a single small one, given or
    /// left over, would be worked out from the others, so then none is.
    pub fn told_groups(&self) -> &[JobGroup] {
        let small = |count: u32| protect(count) == Protected::FewerThanFive;
        let whole = |sex: Option<Sex>| match sex {
            Some(Sex::Female) => self.created.women,
            Some(Sex::Male) => self.created.men,
            None => self.created.all(),
        };
        let groups = &self.created_groups;
        let left_over = |sex: Option<Sex>| {
            // Groups by age and groups by duration count the same people: each cut is compared on its own.
            let cut = |group: &JobGroup| (group.age.is_some(), group.duration.is_some(), group.local.is_some());
            groups.iter().filter(|group| group.sex == sex).any(|one| {
                let alike = groups.iter().filter(|group| group.sex == sex && cut(group) == cut(one));
                let sum = alike.fold(0_u32, |sum, group| sum.saturating_add(group.count));
                whole(sex).is_some_and(|whole| small(whole.abs_diff(sum)))
            })
        };
        let (women, men, _) = self.created.protected();
        let hidden = [women, men].contains(&Some(Protected::FewerThanFive))
            || groups.iter().any(|group| small(group.count))
            || [Some(Sex::Female), Some(Sex::Male), None].into_iter().any(left_over);
        if hidden { &[] } else { groups }
    }
}

impl Project {
    /// The project as it may leave as a file: people who were counted are protected.
    pub fn for_files(&self) -> Project {
        let mut out = self.clone();
        out.jobs.created_groups = self.jobs.told_groups().to_vec();
        out.jobs.created = self.jobs.created.for_files();
        out
    }
}
