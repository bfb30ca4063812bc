//! What is asked of the lines, in the address. What is not understood asks for nothing.

use infitah_kit::urls::Url;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::budget::{
    ledger::{Filter, Lies, Sort},
    model::{Direction, Measure, NodeKey, Part},
};

/// What is asked of the lines of a year's budget.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
pub struct Asked {
    /// `voted`, `modified` or `executed`; without it as voted.
    #[serde(default)]
    pub phase: String,
    /// Words to be found.
    #[serde(default)]
    pub q: String,
    /// `revenue` or `spending`.
    #[serde(default)]
    pub direction: String,
    /// `running` or `equipment`.
    #[serde(default)]
    pub part: String,
    /// `main`, `annexed:CODE` or `special:CODE`.
    #[serde(default)]
    pub account: String,
    /// A node and all within it, as `spending/2/30`.
    #[serde(default)]
    pub node: String,
    /// Nodes that are left out with all within them, separated by `|`.
    #[serde(default)]
    pub without: String,
    /// Key of a purpose, or `none`.
    #[serde(default)]
    pub purpose: String,
    /// Key of a family of the law, or `none`.
    #[serde(default)]
    pub family: String,
    /// Key of a plain source of revenue, or `none`.
    #[serde(default)]
    pub source: String,
    /// Key of a kind of mandatory spending, or `none`.
    #[serde(default)]
    pub mandatory: String,
    /// Beginning of the code of the economic nature.
    #[serde(default)]
    pub nature: String,
    /// Beginning of the code of COFOG.
    #[serde(default)]
    pub cofog: String,
    /// Census code of a place, or `none`.
    #[serde(default)]
    pub place: String,
    /// How a line lies to the place: `here`, `shared`, `several` or `elsewhere`.
    #[serde(default)]
    pub lies: String,
    /// Reference or identifier of a project.
    #[serde(default)]
    pub project: String,
    /// `no`: without the lines that carry the surplus of running to equipment; `yes`: those alone.
    #[serde(default)]
    pub surplus: String,
    /// `amount`: the largest first; without it in the order of the budget.
    #[serde(default)]
    pub sort: String,
    /// Page of the list, from 1.
    #[serde(default)]
    #[param(ignore)]
    pub page: String,
}

/// Nodes that are left out, at most.
const WITHOUT: usize = 12;

/// What stands between nodes that are left out.
pub(super) const BETWEEN: &str = "|";

/// Letters of the words that are sought, at most.
const WORDS: usize = 200;

impl Asked {
    /// As a filter; the largest are found by a measure.
    pub fn filter(&self, measure: Measure) -> Filter {
        let some = |text: &String| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        Filter {
            words: self.words(),
            account: self.account.parse().ok(),
            direction: self.direction.parse().ok(),
            part: self.part.parse().ok(),
            node: self.node(),
            without: self.without(),
            purpose: some(&self.purpose),
            family: some(&self.family),
            source: some(&self.source),
            mandatory: some(&self.mandatory),
            nature: some(&self.nature),
            cofog: some(&self.cofog),
            place: some(&self.place),
            lies: self.lies(),
            project: some(&self.project),
            surplus: self.surplus(),
            sort: if self.sort == "amount" { Sort::Amount(measure) } else { Sort::Path },
        }
    }

    fn words(&self) -> String {
        self.q.chars().take(WORDS).collect()
    }

    /// The node that is asked for.
    pub(super) fn node(&self) -> Option<NodeKey> {
        self.node.parse().ok().filter(|node: &NodeKey| node.direction.is_some())
    }

    fn without(&self) -> Vec<NodeKey> {
        let nodes = self.without.split(BETWEEN).filter_map(|node| node.parse::<NodeKey>().ok());
        nodes.filter(|node| node.direction.is_some()).take(WITHOUT).collect()
    }

    fn lies(&self) -> Lies {
        self.lies.parse().unwrap_or_default()
    }

    fn surplus(&self) -> Option<bool> {
        match self.surplus.as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        }
    }

    /// The number of the page, from 1.
    pub(super) fn page(&self) -> u64 {
        self.page.parse().unwrap_or(1).clamp(1, 1_000_000)
    }

    /// Whether anything but the phase and the order is asked.
    pub(super) fn is_narrow(&self) -> bool {
        let all = Filter { sort: Sort::Path, ..self.filter(Measure::Payment) };
        all != Filter::default()
    }

    /// The same question put to another address; `phase` as it stands in addresses.
    pub(in crate::budget) fn url(&self, url: Url, phase: &str) -> Url {
        let surplus = self.surplus().map_or("", |surplus| if surplus { "yes" } else { "no" });
        let lies = self.lies();
        url.with("phase", phase)
            .with("q", self.words())
            .with("direction", self.direction.parse().map_or("", Direction::code))
            .with("part", self.part.parse().map_or("", Part::code))
            .with("account", self.filter(Measure::Payment).account.map(String::from).unwrap_or_default())
            .with("node", self.node().map(String::from).unwrap_or_default())
            .with("without", joined(&self.without()))
            .with("purpose", self.purpose.trim())
            .with("family", self.family.trim())
            .with("source", self.source.trim())
            .with("mandatory", self.mandatory.trim())
            .with("nature", self.nature.trim())
            .with("cofog", self.cofog.trim())
            .with("place", self.place.trim())
            .with("lies", if lies == Lies::default() { "" } else { lies.code() })
            .with("project", self.project.trim())
            .with("surplus", surplus)
            .with("sort", if self.sort == "amount" { "amount" } else { "" })
    }
}

/// Nodes as they stand in an address together.
pub(super) fn joined(nodes: &[NodeKey]) -> String {
    let nodes: Vec<String> = nodes.iter().map(NodeKey::to_string).collect();
    nodes.join(BETWEEN)
}
