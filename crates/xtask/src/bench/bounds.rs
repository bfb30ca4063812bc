//! What is promised, what was seen, and how it is told.

use std::fmt::Write as _;

use serde_json::json;

/// On which side of its bound a figure must be.
#[derive(Clone, Copy, Debug)]
pub enum Side {
    /// Not below.
    AtLeast(f64),
    /// Not above.
    AtMost(f64),
    /// Told, not promised.
    Free,
}

/// One figure.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Its name for machines.
    pub key: &'static str,
    /// What it is, for people.
    pub what: &'static str,
    /// Its unit.
    pub unit: &'static str,
    /// What is promised.
    pub side: Side,
    /// What was seen, one value a round; empty when it could not be measured.
    pub seen: Vec<f64>,
}

/// Every figure of the bench, in the order of its table. This is the one place where bounds stand.
const FIGURES: &[(&str, &str, &str, Side)] = &[
    ("ratio", "warm requests a second, as a share of the floor's", "", Side::AtLeast(0.5)),
    ("warm_cpu", "processor time of a warm request", "ms", Side::AtMost(0.3)),
    ("miss_statements", "SQL statements of a page made anew, on average", "", Side::AtMost(3.0)),
    ("miss_cpu", "processor time of a page made anew", "ms", Side::AtMost(1.5)),
    ("import_p99", "99 of 100 answers during an import, 64 connections", "ms", Side::AtMost(50.0)),
    ("pss", "memory after all runs (PSS)", "MB", Side::AtMost(150.0)),
    ("rss", "memory after all runs (RSS)", "MB", Side::AtMost(150.0)),
    ("start", "start to first page", "s", Side::AtMost(1.0)),
    ("weight", "heaviest page with its style, compressed", "bytes", Side::AtMost(50_000.0)),
    ("import", "import of 10,000 new rows", "s", Side::AtMost(10.0)),
    ("budget_import", "budget: import of 20,000 lines of four years", "s", Side::AtMost(5.0)),
    ("budget_ratio", "budget: warm requests a second, as a share of the floor's", "", Side::AtLeast(0.5)),
    ("budget_warm_p99", "budget: 99 of 100 warm answers, 32 connections", "ms", Side::AtMost(50.0)),
    ("budget_year_p99", "budget: 99 of 100 pages of a year made anew, 32 connections", "ms", Side::AtMost(50.0)),
    ("budget_lines_p99", "budget: 99 of 100 lists of lines made anew, 32 connections", "ms", Side::AtMost(50.0)),
    ("budget_line_p99", "budget: 99 of 100 pages of a line made anew, 32 connections", "ms", Side::AtMost(50.0)),
    ("budget_node_p99", "budget: 99 of 100 pages of a node made anew, 32 connections", "ms", Side::AtMost(50.0)),
    (
        "budget_others_p99",
        "budget: 99 of 100 comparisons, checks, steps made anew, 32 connections",
        "ms",
        Side::AtMost(50.0),
    ),
    ("budget_pss", "budget: memory after these runs (PSS)", "MB", Side::Free),
    ("migrate", "migrate with all places", "s", Side::Free),
    ("update", "import of 10,000 changed rows beside 64 visitors", "s", Side::Free),
    ("warm_rate", "warm requests a second", "/s", Side::Free),
    ("floor_rate", "the floor's requests a second", "/s", Side::Free),
    ("floor_cpu", "processor time of a request to the floor", "ms", Side::Free),
    ("warm_p50", "half of warm answers", "ms", Side::Free),
    ("warm_p99", "99 of 100 warm answers", "ms", Side::Free),
    ("warm_p999", "999 of 1,000 warm answers", "ms", Side::Free),
    ("cold_misses", "share of misses, from an empty cache", "%", Side::Free),
    ("cold_cpu", "processor time of a request, from an empty cache", "ms", Side::Free),
    ("warm_misses", "share of misses, warm", "%", Side::Free),
    ("import_rate", "requests a second during an import", "/s", Side::Free),
    ("import_p999", "999 of 1,000 answers during an import", "ms", Side::Free),
    ("import_misses", "share of misses during an import", "%", Side::Free),
    ("miss_rate", "pages made anew a second, 4 connections", "/s", Side::Free),
    ("miss_p99", "99 of 100 pages made anew", "ms", Side::Free),
    ("body", "average page, compressed", "bytes", Side::Free),
];

/// All figures of a run.
pub struct Report(Vec<Figure>);

impl Report {
    /// Nothing seen yet.
    pub fn new() -> Self {
        let figure = |&(key, what, unit, side)| Figure { key, what, unit, side, seen: Vec::new() };
        Self(FIGURES.iter().map(figure).collect())
    }

    /// Adds what was seen of a figure.
    pub fn saw(&mut self, key: &str, value: f64) {
        let figure = self.0.iter_mut().find(|figure| figure.key == key);
        figure.unwrap_or_else(|| panic!("{key} is not in the table of figures")).seen.push(value);
    }

    /// The figures outside their bounds, and those that have a bound and were not measured.
    pub fn broken(&self) -> Vec<&Figure> {
        self.0.iter().filter(|figure| figure.is_broken()).collect()
    }

    /// The table for people.
    pub fn table(&self) -> String {
        let mut out = String::new();
        for figure in &self.0 {
            let verdict = match (figure.side, figure.is_broken()) {
                (Side::Free, _) => "",
                (_, false) => "ok",
                (_, true) => "BROKEN",
            };
            let _ = writeln!(out, "{verdict:<7}{:<52} {:<34} {}", figure.what, figure.spoken(), figure.bound());
        }
        out
    }

    /// Rows for `docs/PERFORMANCE.md`.
    pub fn markdown(&self) -> String {
        let mut out = "| Figure | Bound | Measured |\n|---|---|---|\n".to_owned();
        for figure in &self.0 {
            let _ = writeln!(out, "| {} | {} | {} |", figure.what, figure.bound(), figure.spoken());
        }
        out
    }

    /// For machines.
    pub fn json(&self) -> serde_json::Value {
        let one = |figure: &Figure| {
            let (least, most) = match figure.side {
                Side::AtLeast(bound) => (Some(bound), None),
                Side::AtMost(bound) => (None, Some(bound)),
                Side::Free => (None, None),
            };
            json!({"key": figure.key, "what": figure.what, "unit": figure.unit, "at_least": least, "at_most": most,
                "seen": figure.seen, "median": figure.median(), "broken": figure.is_broken()})
        };
        json!({"figures": self.0.iter().map(one).collect::<Vec<_>>()})
    }
}

impl Figure {
    /// The middle one of what was seen.
    fn median(&self) -> Option<f64> {
        let sorted = self.sorted();
        sorted.get(sorted.len() / 2).copied()
    }

    fn sorted(&self) -> Vec<f64> {
        let mut sorted = self.seen.clone();
        sorted.sort_by(f64::total_cmp);
        sorted
    }

    /// The median decides: one disturbed round does not.
    fn is_broken(&self) -> bool {
        match (self.side, self.median()) {
            (Side::Free, _) => false,
            (_, None) => true,
            (Side::AtLeast(bound), Some(median)) => median < bound,
            (Side::AtMost(bound), Some(median)) => median > bound,
        }
    }

    fn bound(&self) -> String {
        match self.side {
            Side::AtLeast(bound) => format!("at least {}", said(bound, self.unit)),
            Side::AtMost(bound) => format!("at most {}", said(bound, self.unit)),
            Side::Free => String::new(),
        }
    }

    /// The median, and between what the rounds were.
    fn spoken(&self) -> String {
        let sorted = self.sorted();
        match (self.median(), sorted.as_slice()) {
            (Some(median), [least, .., most]) => {
                format!("{} ({} to {})", said(median, self.unit), said(*least, ""), said(*most, ""))
            }
            (Some(median), _) => said(median, self.unit),
            (None, _) => "not measured".to_owned(),
        }
    }
}

/// A value with as many decimals as tell something.
fn said(value: f64, unit: &str) -> String {
    let places = match value.abs() {
        100.0.. => 0,
        1.0..100.0 => 2,
        _ => 3,
    };
    let text = format!("{value:.places$} {unit}");
    text.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_held_against_the_bound() {
        let mut report = Report::new();
        for ratio in [0.2, 0.6, 0.7] {
            report.saw("ratio", ratio);
        }
        let keys = |report: &Report| report.broken().iter().map(|figure| figure.key).collect::<Vec<_>>();
        assert!(!keys(&report).contains(&"ratio"), "one disturbed round decides nothing");
        assert!(keys(&report).contains(&"warm_cpu"), "what has a bound and was not measured is not well");
        assert!(!keys(&report).contains(&"migrate"));
        report.saw("ratio", 0.3);
        report.saw("ratio", 0.3);
        assert!(keys(&report).contains(&"ratio"));
        assert!(report.table().contains("0.300 (0.200 to 0.700)"), "{}", report.table());
        assert_eq!(report.json()["figures"][0]["broken"], true);
    }
}
