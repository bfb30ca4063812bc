//! What the law asks of a budget, and whether this one keeps it: kept, broken (where, by how much), or it cannot be told
//! (what is missing). Nothing is guessed: what was not said breaks no rule and keeps none.

use infitah_base::CivilDate;

use super::totals::{self, Tree};
use crate::budget::model::{Budget, Direction, Family, Line, Measure, NodeKey, Part, Phase};

mod books;
#[cfg(test)]
mod tests;
mod way;

pub use way::Limits;

/// What is judged, with all that it is judged by.
#[derive(Clone, Copy, Debug)]
pub struct Case<'b> {
    /// The budget.
    pub budget: &'b Budget,
    /// Its sums.
    pub tree: &'b Tree,
    /// What may be spent, where this is what was spent: the modified budget of the year, else the voted one.
    pub credits: Option<&'b Budget>,
    /// What was spent of this year, where that is published.
    pub executed: Option<&'b Budget>,
    /// The families of the law.
    pub families: &'b [Family],
    /// How many kinds of mandatory spending the law names.
    pub mandatory: &'b [Family],
    /// The documents that go with a draft.
    pub documents: &'b [Family],
    /// Today: what is not due yet is not late.
    pub today: CivilDate,
}

/// Whether a rule is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is.
    Kept,
    /// It is not: each place where it is not.
    Broken(Vec<Breach>),
    /// It cannot be told; the key of the message that says what is missing.
    CannotTell(&'static str),
}

/// Where a rule is broken, and by how much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    /// The message that says what is wrong.
    pub key: &'static str,
    /// The node.
    pub node: Option<NodeKey>,
    /// The line, by its identifier.
    pub line: Option<String>,
    /// By how much.
    pub by: Option<By>,
}

/// By how much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    /// So many minor units of the budget's currency.
    Amount(i64),
    /// So many days.
    Days(i32),
    /// So many things.
    Count(usize),
    /// A thing that is missing, by its key.
    Missing(String),
}

impl Breach {
    fn new(key: &'static str) -> Self {
        Self { key, node: None, line: None, by: None }
    }

    fn at(key: &'static str, node: NodeKey) -> Self {
        Self { node: Some(node), ..Self::new(key) }
    }

    fn of(key: &'static str, line: &Line) -> Self {
        Self { line: Some(line.id.clone()), ..Self::at(key, line.node()) }
    }

    fn by(self, by: By) -> Self {
        Self { by: Some(by), ..self }
    }
}

/// Kept, unless there are breaches.
fn unless(breaches: Vec<Breach>) -> Verdict {
    if breaches.is_empty() { Verdict::Kept } else { Verdict::Broken(breaches) }
}

/// The rules of the law by their keys, in its order, each with its verdict.
pub fn judge_all<'k>(keys: impl IntoIterator<Item = &'k str>, case: &Case<'_>) -> Vec<(&'k str, Verdict)> {
    keys.into_iter().map(|key| (key, judge(key, case))).collect()
}

/// Whether a rule is kept.
pub fn judge(key: &str, case: &Case<'_>) -> Verdict {
    match key {
        "R165" => case.says_on_what_it_rests(),
        // An edition is of one calendar year: there is no other in the model, and no file brings one in.
        "R166" => Verdict::Kept,
        "R167a" => case.has_two_parts(),
        "R167b" => case.balances(),
        "R167c" => case.carries_the_surplus(),
        "R167d" => case.equipment_pays_no_running(),
        "R167e" => case.solidarity_is_for_equipment(),
        "R168" => case.reserves_no_running_revenue(),
        "R170" => case.has_paths(),
        "R171a" => case.programmes_have_objectives(),
        "R171b" => case.programmes_look_at_women_and_men(),
        "R173" => case.lines_have_natures(),
        "R177" => case.has_both_credits(),
        "R179" => case.says_what_is_carried_over(),
        "R182" => case.has_all_accounts(),
        "R188" => Verdict::CannotTell("law-national"),
        "R189" => case.families(Direction::Revenue, None),
        "R194a" => case.families(Direction::Spending, Some(Part::Running)),
        "R194b" => case.families(Direction::Spending, Some(Part::Equipment)),
        "R195" => case.equipment_is_for_development(),
        "R196" => case.has_what_is_mandatory(),
        "R197" => case.looks_three_years_ahead(),
        "R198" => case.came_in_time(),
        "R199" => case.was_voted_in_order(),
        "R200" => case.was_taken_up_again(),
        "R202" => case.has_its_visa(),
        "R207" => case.was_laid_out(),
        "R214" => case.moved_within_an_article(),
        "R216" => case.has_its_statement(),
        "R227" => case.was_audited(),
        "R212" => Verdict::CannotTell("law-needs-subsidies"),
        "DOC198" => case.had_its_documents(),
        "LAI10" => case.is_published(),
        "TAX4" => Verdict::CannotTell("law-amended"),
        _ => Verdict::CannotTell("law-unknown"),
    }
}

impl Case<'_> {
    fn measure(&self) -> Measure {
        self.budget.phase.measure()
    }

    /// The lines of the budget itself, without those that carry the surplus.
    fn lines(&self, direction: Direction, part: Option<Part>) -> impl Iterator<Item = &Line> {
        self.budget.lines.iter().filter(move |line| {
            line.account.is_main()
                && line.direction == direction
                && !line.surplus
                && part.is_none_or(|part| line.part == Some(part))
        })
    }

    /// The sum of a part; nothing is 0 where lines of both parts are there.
    fn sum(&self, direction: Direction, part: Part) -> i64 {
        totals::sum_of(self.tree, direction, Some(part)).get(self.measure()).unwrap_or_default()
    }

    /// What equipment receives of running.
    fn carried(&self) -> i64 {
        let sums = totals::sum_of(self.tree, Direction::Revenue, Some(Part::Equipment));
        sums.carried.get(self.measure()).unwrap_or_default()
    }

    /// Whether every line of the budget itself says its part.
    fn has_parts(&self) -> bool {
        let mut main = self.budget.lines.iter().filter(|line| line.account.is_main()).peekable();
        main.peek().is_some() && main.all(|line| line.part.is_some())
    }

    /// How many codes lead down to a level, this one among them.
    fn depth(&self, level: &str) -> Option<usize> {
        self.budget.scheme.levels.iter().position(|one| one.key == level).map(|index| index + 1)
    }

    /// The nodes of spending of a level.
    fn nodes(&self, level: &str) -> Vec<&NodeKey> {
        let depth = self.depth(level);
        let is_one = |key: &&NodeKey| {
            key.account.is_main() && key.direction == Some(Direction::Spending) && Some(key.path.len()) == depth
        };
        self.tree.nodes().filter(|node| node.sums.lines > 0).map(|node| &node.key).filter(is_one).collect()
    }

    /// A day of a year, counted from the year of the budget.
    fn day(&self, years: i16, month: i8, day: i8) -> CivilDate {
        CivilDate::new(self.budget.year.saturating_add(years), month, day).unwrap_or(self.today)
    }

    fn is_executed(&self) -> bool {
        self.budget.phase == Phase::Executed
    }
}
