//! The stages of `cargo xtask test` and `cargo xtask prove`: two tables, one loop.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use crate::{
    Result, browser, cargo, judges,
    options::Choice,
    package,
    postgres::Cluster,
    report::{self, Line, Outcome},
    setup, supply, tidy,
    workspace::Workspace,
};

/// One stage: a small function with a name and a budget.
pub struct Stage {
    name: &'static str,
    budget: Duration,
    work: fn(&mut Run) -> Result<Outcome>,
}

const fn stage(name: &'static str, seconds: u64, work: fn(&mut Run) -> Result<Outcome>) -> Stage {
    Stage { name, budget: Duration::from_secs(seconds), work }
}

impl Stage {
    fn line(&self, took: Duration, outcome: Outcome) -> Line {
        Line { name: self.name, budget: self.budget, took, outcome }
    }

    /// Does the work and says how it ended.
    fn run(&self, run: &mut Run) -> Line {
        println!("\n==== {} (budget {})", self.name, report::spoken(self.budget));
        let started = Instant::now();
        let outcome = (self.work)(run).unwrap_or_else(Outcome::Failed);
        let line = self.line(started.elapsed(), outcome);
        if let Outcome::Failed(why) = &line.outcome {
            println!("{why}");
        }
        println!("---- {}", line.text());
        line
    }
}

/// What every change must pass. Cheap stages first: a wrong space should not cost a build.
pub const TEST: &[Stage] = &[
    stage("setup", 180, setup::stage),
    stage("fmt", 10, cargo::fmt),
    stage("tidy", 10, tidy::stage),
    stage("clippy", 420, cargo::clippy),
    stage("supply", 300, supply::stage),
    stage("tests", 840, cargo::tests),
    stage("docs", 120, cargo::docs),
    stage("browser", 360, browser::stage),
    stage("judges", 120, judges::stage),
];

/// The longer proofs, before a release.
pub const PROVE: &[Stage] = &[
    stage("setup", 180, setup::stage),
    stage("tests", 3600, cargo::tests),
    stage("browser", 3600, browser::stage),
    stage("package", 1800, package::stage),
    stage("advisories", 300, supply::advisories),
];

/// What the stages of one run share.
pub struct Run {
    /// Where things are.
    pub workspace: Workspace,
    /// Whether the longer proofs were asked for.
    pub prove: bool,
    cluster: Option<Cluster>,
    left_out: Vec<(String, String)>,
}

impl Run {
    /// The root of the workspace.
    pub fn root(&self) -> &Path {
        &self.workspace.root
    }

    /// The address of this run's PostgreSQL, started when it is first needed.
    pub fn postgres(&mut self) -> Result<String> {
        if self.cluster.is_none() {
            self.cluster = Some(Cluster::start()?);
        }
        Ok(self.cluster.as_ref().map(Cluster::url).unwrap_or_default())
    }

    /// Says in the report that a part was not run, and why.
    pub fn leave_out(&mut self, what: &str, why: &str) {
        self.left_out.push((what.to_owned(), why.to_owned()));
    }
}

/// Runs the chosen stages in order and stops at the first that fails; true when all held.
pub fn run(task: &str, stages: &[Stage], choice: &Choice, prove: bool) -> Result<bool> {
    choice.check(&stages.iter().map(|stage| stage.name).collect::<Vec<_>>())?;
    let mut run = Run { workspace: Workspace::find()?, prove, cluster: None, left_out: Vec::new() };
    let mut lines: Vec<Line> = Vec::new();
    let mut stopped_by = None;
    for stage in stages {
        let left_out = choice.leaves_out(stage.name).map(str::to_owned);
        let outcome = left_out.or_else(|| stopped_by.map(|name| format!("{name} failed before it")));
        let line = match outcome {
            Some(why) => stage.line(Duration::ZERO, Outcome::NotRun(why)),
            None => stage.run(&mut run),
        };
        if matches!(line.outcome, Outcome::Failed(_)) {
            stopped_by = Some(stage.name);
        }
        lines.push(line);
    }
    // The cluster goes before the last line, so that nothing is printed or left running after it.
    run.cluster = None;
    report::conclude(task, &lines, &run.left_out, &run.workspace.reference_found())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_budgets_of_a_change_fit_into_the_limit() {
        let sum: Duration = TEST.iter().map(|stage| stage.budget).sum();
        assert!(sum <= report::LIMIT, "{}", report::spoken(sum));
    }
}
