//! The rules of the house, checked over the source: `cargo xtask tidy`, and as a test of this crate.
//!
//! A rule is a function over the tree, with a name, the reason for it and what to do instead. The order is that of
//! `docs/ARCHITECTURE.md`: crates, domains, rooms, what may stand in Rust, what may stand in pages, words.

mod crates;
mod domains;
mod exceptions;
mod lex;
mod marks;
mod pages;
mod paths;
mod strings;
mod styles;
mod tree;
mod words;

use std::{fmt::Write, path::Path};

use crate::{Result, report::Outcome, stages::Run};
use tree::Tree;

/// One rule.
pub struct Rule {
    id: &'static str,
    reason: &'static str,
    instead: &'static str,
    /// Whether breaking it fails the check or is only told.
    weight: Weight,
    check: fn(&Tree, &mut Findings),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Weight {
    Law,
    Advice,
}

/// What a rule found, before exceptions.
#[derive(Default)]
pub struct Findings(Vec<Finding>);

struct Finding {
    path: String,
    line: usize,
    what: String,
}

impl Findings {
    /// Adds one.
    pub fn add(&mut self, path: &str, line: usize, what: impl Into<String>) {
        self.0.push(Finding { path: path.to_owned(), line, what: what.into() });
    }
}

impl Rule {
    /// What it finds in the tree, without what the table of exceptions lets pass.
    fn findings(&self, tree: &Tree) -> Vec<Finding> {
        let mut findings = Findings::default();
        (self.check)(tree, &mut findings);
        let mut found = findings.0;
        found.retain(|finding| !exceptions::lets_pass(self.id, &finding.path));
        found
    }
}

fn rules() -> impl Iterator<Item = &'static Rule> {
    let rooms =
        [crates::RULES, domains::RULES, strings::RULES, styles::RULES, pages::RULES, marks::RULES, words::RULES];
    rooms.into_iter().flatten()
}

/// Checks everything: the report, and how many findings fail it.
fn report(tree: &Tree) -> (String, usize) {
    let (mut text, mut failed) = (String::new(), 0);
    for rule in rules() {
        let found = rule.findings(tree);
        if found.is_empty() {
            continue;
        }
        let advice = if rule.weight == Weight::Advice { "advice, " } else { "" };
        let _infallible = writeln!(text, "\n[{advice}{}] {}.\n  Instead: {}.", rule.id, rule.reason, rule.instead);
        for Finding { path, line, what } in &found {
            let _infallible = writeln!(text, "  {path}:{line}: {what}");
        }
        failed += if rule.weight == Weight::Law { found.len() } else { 0 };
    }
    (text, failed)
}

/// `cargo xtask tidy`.
pub fn run(root: &Path) -> Result<bool> {
    let tree = Tree::read(root)?;
    let (text, failed) = report(&tree);
    print!("{text}");
    println!("tidy: {} files, {} rules, {failed} findings", tree.every_file().count(), rules().count());
    Ok(failed == 0)
}

/// The stage of the same name.
pub fn stage(run: &mut Run) -> Result<Outcome> {
    match self::run(run.root())? {
        true => Ok(Outcome::Passed),
        false => Err("the source breaks rules of the house".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where a rule finds something in samples, as `path:line`.
    pub fn found(id: &str, files: &[(&str, &str)]) -> Vec<String> {
        let rule = rules().find(|rule| rule.id == id).expect("the rule exists");
        let found = rule.findings(&Tree::of(files));
        found.into_iter().map(|finding| format!("{}:{}", finding.path, finding.line)).collect()
    }

    #[test]
    fn the_repository_is_tidy() {
        let tree = Tree::read(&crate::workspace::Workspace::root()).expect("the repository can be read");
        let (text, failed) = report(&tree);
        assert_eq!(failed, 0, "{text}");
    }

    #[test]
    fn every_rule_has_its_own_name_and_every_exception_names_a_rule() {
        let mut ids: Vec<&str> = rules().map(|rule| rule.id).collect();
        let rules = ids.len();
        assert!(exceptions::EXCEPTIONS.iter().all(|exception| ids.contains(&exception.rule)));
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), rules);
    }
}
