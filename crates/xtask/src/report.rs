//! What is printed about the stages: a heading for each, and the table at the end.

use std::time::Duration;

use crate::Result;

/// What a change may cost on two cores, all stages together.
pub const LIMIT: Duration = Duration::from_secs(40 * 60);

/// How a stage ended.
pub enum Outcome {
    /// It held.
    Passed,
    /// It did not; the sentence says why.
    Failed(String),
    /// It was not run, and why.
    NotRun(String),
}

/// One line of the table.
pub struct Line {
    /// The stage.
    pub name: &'static str,
    /// What it may take.
    pub budget: Duration,
    /// What it took.
    pub took: Duration,
    /// How it ended.
    pub outcome: Outcome,
}

/// Minutes and seconds, for people.
pub fn spoken(time: Duration) -> String {
    match time.as_secs() {
        0 => format!("{} ms", time.as_millis()),
        seconds @ 1..60 => format!("{seconds} s"),
        seconds => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

impl Line {
    /// The line as it is printed after the stage and again in the table.
    pub fn text(&self) -> String {
        let late = if self.took > self.budget { " (over its budget)" } else { "" };
        let (name, budget) = (self.name, spoken(self.budget));
        match &self.outcome {
            Outcome::Passed => format!("{name:<11} ok       {:>12} of {budget}{late}", spoken(self.took)),
            Outcome::Failed(_) => format!("{name:<11} FAILED   {:>12} of {budget}{late}", spoken(self.took)),
            Outcome::NotRun(why) => format!("{name:<11} not run  {why}"),
        }
    }
}

/// Prints the table; true when nothing failed. The last line is counted by machines: keep its form.
pub fn conclude(task: &str, lines: &[Line], left_out: &[(String, String)], reference: &str) -> Result<bool> {
    let total: Duration = lines.iter().map(|line| line.took).sum();
    println!("\n==== cargo xtask {task}");
    for line in lines {
        println!("{}", line.text());
    }
    for (what, why) in left_out {
        println!("{what:<11} not run  {why}");
    }
    println!("reference   {reference}");
    if task == "test" {
        let verdict = if total > LIMIT { "TOO LONG" } else { "within" };
        println!("total       {} ({verdict} {})", spoken(total), spoken(LIMIT));
    } else {
        println!("total       {}", spoken(total));
    }
    let count = |wanted: fn(&Outcome) -> bool| lines.iter().filter(|line| wanted(&line.outcome)).count();
    let failed = count(|outcome| matches!(outcome, Outcome::Failed(_)));
    println!("{} passed, {failed} failed", count(|outcome| matches!(outcome, Outcome::Passed)));
    Ok(failed == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_said_for_people() {
        assert_eq!(spoken(Duration::from_millis(250)), "250 ms");
        assert_eq!(spoken(Duration::from_secs(59)), "59 s");
        assert_eq!(spoken(Duration::from_secs(125)), "2 min 05 s");
    }

    #[test]
    fn one_failed_stage_fails_the_run() {
        let line = |outcome| Line { name: "fmt", budget: LIMIT, took: Duration::ZERO, outcome };
        let lines = [line(Outcome::Passed), line(Outcome::NotRun("why".into()))];
        assert_eq!(conclude("test", &lines, &[], ""), Ok(true));
        assert_eq!(conclude("test", &[line(Outcome::Failed("why".into()))], &[], ""), Ok(false));
    }
}
