//! Sums: of one direction, one phase and one measure each. Two directions never meet in one sum; a line that carries the
//! surplus of running to equipment is counted apart.

use std::{cmp::Ordering, collections::HashMap, ops::Range};

use crate::budget::model::{Amounts, Budget, Direction, Line, Measure, NodeKey, Part, Stated};

/// What lines of one direction sum to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// What comes in or goes out.
    pub counted: Amounts,
    /// What is carried from running to equipment: inside the budget, and in no other sum.
    pub carried: Amounts,
    /// How many lines, those that carry among them.
    pub lines: u32,
}

impl Sums {
    /// What comes in or goes out; `None`: no line says it.
    pub fn get(&self, measure: Measure) -> Option<i64> {
        self.counted.get(measure)
    }

    /// The same with what is carried: as signed documents add up their parts.
    pub fn with_surplus(&self, measure: Measure) -> Option<i64> {
        plus(self.counted.get(measure), self.carried.get(measure))
    }

    fn add(&mut self, line: &Line) {
        let into = if line.surplus { &mut self.carried } else { &mut self.counted };
        for measure in [Measure::Commitment, Measure::Payment, Measure::Committed, Measure::Paid] {
            *into.get_mut(measure) = plus(into.get(measure), line.amounts.get(measure));
        }
        self.lines += 1;
    }
}

/// What is known of both. Amounts that come in are bounded, so that no sum of a file overflows.
fn plus(one: Option<i64>, other: Option<i64>) -> Option<i64> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.saturating_add(other)),
        (one, other) => one.or(other),
    }
}

/// What lines sum to; they are to be of one direction.
pub fn sum<'l>(lines: impl IntoIterator<Item = &'l Line>) -> Sums {
    let mut sums = Sums::default();
    lines.into_iter().for_each(|line| sums.add(line));
    sums
}

/// A node with what is below it.
#[derive(Clone, Debug)]
pub struct TreeNode {
    /// Which it is.
    pub key: NodeKey,
    /// The one around it.
    pub parent: Option<usize>,
    /// Those right below it, in order.
    pub children: Vec<usize>,
    /// Where its lines stand in [`Tree::order`].
    pub lines: Range<usize>,
    /// What they sum to.
    pub sums: Sums,
}

/// The nodes of a budget, each with its sum: directions of each account, parts, and down the paths.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    nodes: Vec<TreeNode>,
    found: HashMap<NodeKey, usize>,
    roots: Vec<usize>,
    /// Positions of the lines in the budget, in the order of the tree: lines of a node stand together.
    pub order: Vec<usize>,
}

impl Tree {
    /// The tree of these lines.
    pub fn of(lines: &[Line]) -> Self {
        let keyed: Vec<NodeKey> = lines.iter().map(Line::node).collect();
        let mut order: Vec<usize> = (0..lines.len()).collect();
        order.sort_by(|a, b| match (keyed.get(*a), keyed.get(*b)) {
            (Some(one), Some(other)) => by_place(one, other).then(a.cmp(b)),
            _ => a.cmp(b),
        });
        let mut tree = Self::default();
        let mut open: Vec<usize> = Vec::new();
        for (place, position) in order.iter().enumerate() {
            let (Some(key), Some(line)) = (keyed.get(*position), lines.get(*position)) else { continue };
            while open.last().is_some_and(|last| tree.nodes.get(*last).is_none_or(|node| !node.key.holds(key))) {
                open.pop();
            }
            for below in way_to(key, open.last().and_then(|last| tree.nodes.get(*last)).map(|node| &node.key)) {
                open.push(tree.push(below, open.last().copied(), place));
            }
            for node in &open {
                if let Some(node) = tree.nodes.get_mut(*node) {
                    node.lines.end = place + 1;
                    node.sums.add(line);
                }
            }
        }
        tree.order = order;
        tree
    }

    fn push(&mut self, key: NodeKey, parent: Option<usize>, place: usize) -> usize {
        let index = self.nodes.len();
        match parent.and_then(|parent| self.nodes.get_mut(parent)) {
            Some(parent) => parent.children.push(index),
            None => self.roots.push(index),
        }
        self.found.insert(key.clone(), index);
        let (children, lines, sums) = (Vec::new(), place..place, Sums::default());
        self.nodes.push(TreeNode { key, parent, children, lines, sums });
        index
    }

    /// A node by its key.
    pub fn find(&self, key: &NodeKey) -> Option<&TreeNode> {
        self.nodes.get(*self.found.get(key)?)
    }

    /// A node by its index.
    pub fn at(&self, index: usize) -> Option<&TreeNode> {
        self.nodes.get(index)
    }

    /// The directions of each account: the budget's own first.
    pub fn roots(&self) -> impl Iterator<Item = &TreeNode> {
        self.roots.iter().filter_map(|index| self.at(*index))
    }

    /// All nodes, those above before those below.
    pub fn nodes(&self) -> impl Iterator<Item = &TreeNode> {
        self.nodes.iter()
    }

    /// The nodes right below.
    pub fn children(&self, node: &TreeNode) -> impl Iterator<Item = &TreeNode> {
        node.children.iter().filter_map(|index| self.at(*index))
    }

    /// The sums of a node; those of no line where there is none.
    pub fn sums(&self, key: &NodeKey) -> Sums {
        self.find(key).map(|node| node.sums).unwrap_or_default()
    }
}

/// The sum of a direction of the budget itself, or of a part of it.
pub fn sum_of(tree: &Tree, direction: Direction, part: Option<Part>) -> Sums {
    tree.sums(&NodeKey { part, ..NodeKey::direction(direction) })
}

/// The nodes to open for a line of `key`, below what is open.
fn way_to(key: &NodeKey, open: Option<&NodeKey>) -> Vec<NodeKey> {
    let all = std::iter::successors(Some(key.clone()), NodeKey::parent);
    let mut way: Vec<NodeKey> = all.take_while(|node| node.direction.is_some() && Some(node) != open).collect();
    way.reverse();
    way
}

/// The order of the tree: numbers by their value, so that 9 stands before 10.
fn by_place(one: &NodeKey, other: &NodeKey) -> Ordering {
    let head = |key: &NodeKey| (key.direction, key.part);
    let path = |one: &[String], other: &[String]| {
        let codes = one.iter().zip(other).map(|(one, other)| by_code(one, other));
        codes.fold(Ordering::Equal, Ordering::then).then(one.len().cmp(&other.len()))
    };
    one.account.cmp(&other.account).then(head(one).cmp(&head(other))).then_with(|| path(&one.path, &other.path))
}

/// Codes in the order of people.
pub fn by_code(one: &str, other: &str) -> Ordering {
    let number = |code: &str| Some(code).filter(|code| code.bytes().all(|b| b.is_ascii_digit()))?.parse::<u64>().ok();
    match (number(one), number(other)) {
        (Some(a), Some(b)) => a.cmp(&b).then_with(|| one.cmp(other)),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => one.cmp(other),
    }
}

/// A total of the signed document that the lines do not give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What the document says, of what.
    pub stated: Stated,
    /// What the lines sum to; `None`: none of them is there, or none says it.
    pub computed: Option<i64>,
}

/// The stated totals that the lines do not give, in the order in which they were stated.
pub fn differences(budget: &Budget, tree: &Tree) -> Vec<Difference> {
    let computed = |stated: &Stated| {
        let sums = tree.sums(&stated.of);
        if stated.with_surplus { sums.with_surplus(stated.measure) } else { sums.get(stated.measure) }
    };
    let all = budget.stated.iter().map(|stated| Difference { stated: stated.clone(), computed: computed(stated) });
    all.filter(|one| one.computed != Some(one.stated.amount)).collect()
}

#[cfg(test)]
pub(in crate::budget) mod tests {
    use infitah_base::{Lang, Text};

    use super::*;

    /// A line at a node, with an amount voted.
    pub(in crate::budget) fn line(at: &str, amount: i64) -> Line {
        let node: NodeKey = at.parse().unwrap();
        Line {
            id: at.to_owned(),
            account: node.account,
            direction: node.direction.unwrap(),
            part: node.part,
            path: node.path,
            name: Text::one(Lang::parse("fr").unwrap(), at),
            nature: None,
            cofog: None,
            purpose: None,
            family: None,
            surplus: false,
            mandatory: None,
            pdr: None,
            places: Vec::new(),
            project: None,
            basis: Text::default(),
            reserved_for: None,
            amounts: Amounts { payment: Some(amount), ..Amounts::default() },
        }
    }

    #[test]
    fn sums_go_up_the_tree_and_directions_never_meet() {
        let lines = [
            line("spending/2/10/1", 5),
            line("revenue/1/10", 100),
            line("spending/1/9/1", 1),
            line("spending/1/10/2", 3),
            line("spending/1/10/1", 2),
            line("annexed:ME/spending/1/10", 7),
        ];
        let tree = Tree::of(&lines);
        let sum = |at: &str| tree.sums(&at.parse().unwrap()).get(Measure::Payment);
        assert_eq!(sum("spending"), Some(11));
        assert_eq!(sum("spending/1"), Some(6));
        assert_eq!(sum("spending/1/10"), Some(5));
        assert_eq!(sum("spending/2/10"), Some(5));
        assert_eq!(sum("revenue"), Some(100));
        assert_eq!(sum("annexed:ME/spending"), Some(7));
        assert_eq!(sum("main"), None);
        assert_eq!(sum("spending/2/99"), None);
        let roots: Vec<String> = tree.roots().map(|node| node.key.to_string()).collect();
        assert_eq!(roots, ["revenue", "spending", "annexed:ME/spending"]);
        let part = tree.find(&"spending/1".parse().unwrap()).unwrap();
        let children: Vec<String> = tree.children(part).map(|node| node.key.to_string()).collect();
        assert_eq!(children, ["spending/1/9", "spending/1/10"], "numbers stand by their value");
        let of_ten = tree.find(&"spending/1/10".parse().unwrap()).unwrap().lines.clone();
        let names: Vec<&str> = tree.order[of_ten].iter().map(|position| lines[*position].id.as_str()).collect();
        assert_eq!(names, ["spending/1/10/1", "spending/1/10/2"]);
    }

    #[test]
    fn a_line_may_stand_above_others() {
        let tree = Tree::of(&[line("spending/0/1", 5), line("spending/0/1/2", 3), line("spending/1/1", 2)]);
        let sum = |at: &str| tree.sums(&at.parse().unwrap()).get(Measure::Payment);
        assert_eq!(
            (sum("spending"), sum("spending/0/1"), sum("spending/0/1/2"), sum("spending/1/1")),
            (Some(10), Some(8), Some(3), Some(2))
        );
    }

    #[test]
    fn the_surplus_is_counted_apart() {
        let mut surplus = line("revenue/2/1", 60);
        surplus.surplus = true;
        let tree = Tree::of(&[line("revenue/1/1", 100), surplus, line("revenue/2/2", 5)]);
        let sums = sum_of(&tree, Direction::Revenue, None);
        assert_eq!((sums.get(Measure::Payment), sums.with_surplus(Measure::Payment)), (Some(105), Some(165)));
        assert_eq!(sum_of(&tree, Direction::Revenue, Some(Part::Equipment)).get(Measure::Payment), Some(5));
    }

    #[test]
    fn what_is_not_published_is_not_zero() {
        let mut unknown = line("spending/1/1", 0);
        unknown.amounts = Amounts::default();
        let sums = sum([&unknown]);
        assert_eq!((sums.get(Measure::Payment), sums.lines), (None, 1));
        assert_eq!(sum([&unknown, &line("spending/1/1", 4)]).get(Measure::Payment), Some(4));
    }
}
