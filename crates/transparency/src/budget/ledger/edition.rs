//! One edition with everything that is asked of it made: its tree, for what each line is, what search looks at.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use infitah_base::{Money, Text, Timestamp, text};

use crate::budget::{
    data,
    model::{Budget, Direction, Line, Measure, NodeKey, Part, Purpose, Words},
    rules::totals::{self, Sums, Tree, TreeNode},
};

/// An edition in memory.
#[derive(Clone, Debug)]
pub struct Edition {
    version: i64,
    at: Timestamp,
    made: Arc<Made>,
    /// The position of the purpose of each line.
    purposes: Vec<Option<usize>>,
    /// Spending by purpose: asked for by nearly every page.
    by_purpose: Vec<Share>,
}

/// What follows from the budget alone.
#[derive(Debug)]
struct Made {
    budget: Budget,
    tree: Tree,
    by_id: HashMap<String, usize>,
    /// The words of each line, folded, each after a space.
    folded: Vec<String>,
    by_project: HashMap<String, Vec<usize>>,
    by_source: Vec<Share>,
}

/// What falls to a purpose, a family or a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// Its key; `None`: nobody has sorted it yet, which is always said and never left out.
    pub key: Option<String>,
    /// What its lines sum to.
    pub sums: Sums,
}

impl Edition {
    /// An edition of a budget, with the words that say for what its nodes are.
    pub fn new(version: i64, at: Timestamp, budget: Budget, words: &BTreeMap<NodeKey, Words>) -> Self {
        let tree = Tree::of(&budget.lines);
        let by_id = budget.lines.iter().enumerate().map(|(position, line)| (line.id.clone(), position)).collect();
        let folded = budget.lines.iter().map(folded).collect();
        let mut by_project: HashMap<String, Vec<usize>> = HashMap::new();
        for (position, line) in budget.lines.iter().enumerate() {
            if let Some(project) = &line.project {
                by_project.entry(project.clone()).or_default().push(position);
            }
        }
        let sources = data::sources().iter().map(|source| source.key.as_str());
        let by_source = shares(&budget.lines, Direction::Revenue, sources, |_, line| source(line));
        let made = Arc::new(Made { budget, tree, by_id, folded, by_project, by_source });
        Self::sorted(version, at, made, words)
    }

    /// The same with other words.
    pub(super) fn sorted_anew(&self, words: &BTreeMap<NodeKey, Words>) -> Self {
        Self::sorted(self.version, self.at, self.made.clone(), words)
    }

    fn sorted(version: i64, at: Timestamp, made: Arc<Made>, words: &BTreeMap<NodeKey, Words>) -> Self {
        let all = data::purposes();
        let purposes = purposes(&made.budget, words);
        let key = |position: usize| Some(all.get((*purposes.get(position)?)?)?.key.as_str());
        let keys = all.iter().map(|purpose| purpose.key.as_str());
        let by_purpose = shares(&made.budget.lines, Direction::Spending, keys, |position, _| key(position));
        Self { version, at, made, purposes, by_purpose }
    }

    /// Which version it is, counting from 1.
    pub fn version(&self) -> i64 {
        self.version
    }

    /// When it was written.
    pub fn at(&self) -> Timestamp {
        self.at
    }

    /// The budget.
    pub fn budget(&self) -> &Budget {
        &self.made.budget
    }

    /// The lines, in the order of the file.
    pub fn lines(&self) -> &[Line] {
        &self.made.budget.lines
    }

    /// The sums.
    pub fn tree(&self) -> &Tree {
        &self.made.tree
    }

    /// The line at a position.
    pub fn at_position(&self, position: usize) -> Option<&Line> {
        self.lines().get(position)
    }

    /// A line by its identifier.
    pub fn line(&self, id: &str) -> Option<&Line> {
        self.at_position(*self.made.by_id.get(id)?)
    }

    /// The position of a line by its identifier.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.made.by_id.get(id).copied()
    }

    /// The lines of a project, by its reference or identifier.
    pub fn of_project<'e>(&'e self, project: &str) -> impl Iterator<Item = &'e Line> + use<'e> {
        let positions = self.made.by_project.get(project).map(Vec::as_slice).unwrap_or_default();
        positions.iter().filter_map(|position| self.at_position(*position))
    }

    /// The projects that lines name.
    pub fn projects(&self) -> impl Iterator<Item = &str> {
        self.made.by_project.keys().map(String::as_str)
    }

    /// The lines of a node and of all below it, in the order of the tree.
    pub fn lines_of<'e>(&'e self, node: &'e TreeNode) -> impl Iterator<Item = &'e Line> + use<'e> {
        let places = self.tree().order.get(node.lines.clone()).unwrap_or_default();
        places.iter().filter_map(|position| self.at_position(*position))
    }

    /// The words that search looks at.
    pub(super) fn folded(&self, position: usize) -> &str {
        self.made.folded.get(position).map(String::as_str).unwrap_or_default()
    }

    /// For what a line is: by itself, by the words about its nodes, else by its code of COFOG.
    pub fn purpose(&self, position: usize) -> Option<&'static Purpose> {
        data::purposes().get((*self.purposes.get(position)?)?)
    }

    /// An amount in the currency of this edition.
    pub fn money(&self, minor: i64) -> Money {
        Money::new(minor, self.budget().currency)
    }

    /// What comes in or goes out in the budget itself, or in a part of it; `None`: no line says it.
    pub fn total(&self, direction: Direction, part: Option<Part>, measure: Measure) -> Option<i64> {
        totals::sum_of(self.tree(), direction, part).get(measure)
    }

    /// What running carries to equipment, as the lines of equipment say it.
    pub fn surplus(&self, measure: Measure) -> Option<i64> {
        totals::sum_of(self.tree(), Direction::Revenue, Some(Part::Equipment)).carried.get(measure)
    }

    /// What a node is called: as the file says it, else as the line that is alone at it.
    pub fn name(&self, node: &NodeKey) -> Option<&Text> {
        self.budget().name(node).or_else(|| {
            let node = self.tree().find(node).filter(|node| node.lines.len() == 1 && node.children.is_empty())?;
            self.lines_of(node).next().map(|line| &line.name)
        })
    }

    /// What a level of a path is called (`chapter`), counting from 0.
    pub fn level(&self, depth: usize) -> Option<&Text> {
        Some(&self.budget().scheme.levels.get(depth)?.name)
    }

    /// Spending of the budget itself by purpose, in the order of pages; what is not sorted yet comes last. Those
    /// without a line are left out.
    pub fn by_purpose(&self) -> &[Share] {
        &self.by_purpose
    }

    /// Lines of the budget itself by the families of the law, in its order; what is not sorted yet comes last.
    pub fn by_family(&self, direction: Direction) -> Vec<Share> {
        let keys = data::families().iter().filter(|one| one.direction == Some(direction)).map(|one| one.key.as_str());
        shares(self.lines(), direction, keys, |_, line| line.family.as_deref())
    }

    /// Revenue of the budget itself by the five plain sources; what is not sorted yet comes last.
    pub fn by_source(&self) -> &[Share] {
        &self.made.by_source
    }
}

/// What falls to each key, in their order, and to none. Without the lines that carry the surplus: they are for nothing
/// and from nowhere.
fn shares<'l>(
    lines: &'l [Line],
    direction: Direction,
    keys: impl Iterator<Item = &'l str>,
    key: impl Fn(usize, &'l Line) -> Option<&'l str>,
) -> Vec<Share> {
    let mut found: HashMap<Option<&str>, Vec<&Line>> = HashMap::new();
    let is_counted = |line: &Line| line.direction == direction && line.account.is_main() && !line.surplus;
    for (position, line) in lines.iter().enumerate().filter(|(_, line)| is_counted(line)) {
        found.entry(key(position, line)).or_default().push(line);
    }
    let mut shares: Vec<Share> = Vec::new();
    for key in keys {
        if let Some(lines) = found.remove(&Some(key)) {
            shares.push(Share { key: Some(key.to_owned()), sums: totals::sum(lines) });
        }
    }
    // A key that this program does not know is not sorted either.
    let rest: Vec<&Line> = found.into_values().flatten().collect();
    if !rest.is_empty() {
        shares.push(Share { key: None, sums: totals::sum(rest) });
    }
    shares
}

/// The plain source of a revenue line.
pub(super) fn source(line: &Line) -> Option<&'static str> {
    data::family(line.family.as_deref()?)?.source.as_deref()
}

fn purposes(budget: &Budget, words: &BTreeMap<NodeKey, Words>) -> Vec<Option<usize>> {
    let index = |key: &str| data::purposes().iter().position(|purpose| purpose.key == key);
    let of_nodes: HashMap<&NodeKey, usize> =
        words.iter().filter_map(|(node, words)| Some((node, index(words.purpose.as_deref()?)?))).collect();
    let by_words = |line: &Line| {
        let mut around = std::iter::successors(Some(line.node()), NodeKey::parent);
        if of_nodes.is_empty() { None } else { around.find_map(|node| of_nodes.get(&node).copied()) }
    };
    let purpose = |line: &Line| {
        if line.direction != Direction::Spending {
            return None;
        }
        let own = line.purpose.as_deref().and_then(index);
        own.or_else(|| by_words(line)).or_else(|| data::purpose_of_cofog(line.cofog.as_deref()?))
    };
    budget.lines.iter().map(purpose).collect()
}

fn folded(line: &Line) -> String {
    let mut words = line.id.clone();
    let nature = line
        .nature
        .iter()
        .flat_map(|nature| [nature.code.as_str()].into_iter().chain(nature.name.iter().map(|(_, text)| text)));
    for text in line.name.iter().map(|(_, text)| text).chain(nature) {
        words.push(' ');
        words.push_str(text);
    }
    format!(" {}", text::for_index(&words))
}
