//! What must hold of budgets, for `doctor`.

use std::collections::HashSet;

use infitah_store::checks::Check;

use super::{
    model::{Budget, NodeKey, Words},
    queries::{self, KIND, WORDS},
    rules::totals::{self, Tree},
};

/// The checks of this domain.
pub fn what_must_hold() -> Vec<Check> {
    vec![Check::Understood { kind: KIND, wrong: edition }, Check::Understood { kind: WORDS, wrong: words }]
}

fn edition(object: &str, body: &str) -> Option<String> {
    let budget: Budget = match serde_json::from_str::<Option<Budget>>(body) {
        Ok(Some(budget)) => budget,
        Ok(None) => return None,
        Err(error) => return Some(error.to_string()),
    };
    if queries::object(budget.year, budget.phase) != object {
        return Some(format!("it says that it is {}", budget.edition()));
    }
    let mut seen = HashSet::new();
    if let Some(twice) = budget.lines.iter().find(|line| !seen.insert(line.id.as_str())) {
        return Some(format!("two lines are called {}", twice.id));
    }
    let differences = totals::differences(&budget, &Tree::of(&budget.lines));
    let first = differences.first()?;
    Some(format!("{} is stated as {} and sums to {:?}", first.stated.of, first.stated.amount, first.computed))
}

fn words(object: &str, body: &str) -> Option<String> {
    let node = object.strip_prefix(WORDS).and_then(|rest| rest.strip_prefix('/')).unwrap_or_default();
    if let Err(error) = node.parse::<NodeKey>() {
        return Some(error.to_string());
    }
    serde_json::from_str::<Words>(body).err().map(|error| error.to_string())
}
