//! The nodes of a budget: from an account down to the last level of a path.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::{Direction, Part};

/// In which accounts a line stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Account {
    /// The budget itself.
    #[default]
    Main,
    /// An annexed budget, by its code.
    Annexed(String),
    /// A special account, by its code.
    Special(String),
}

impl Account {
    /// Whether it is the budget itself.
    pub fn is_main(&self) -> bool {
        *self == Self::Main
    }
}

impl fmt::Display for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Main => f.write_str("main"),
            Self::Annexed(code) => write!(f, "annexed:{}", Escaped(code)),
            Self::Special(code) => write!(f, "special:{}", Escaped(code)),
        }
    }
}

impl FromStr for Account {
    type Err = NotANode;

    fn from_str(text: &str) -> Result<Self, NotANode> {
        let account = match text.split_once(':') {
            None if text == "main" => return Ok(Self::Main),
            Some(("annexed", code)) => Self::Annexed(unescaped(code)),
            Some(("special", code)) => Self::Special(unescaped(code)),
            _ => return Err(NotANode),
        };
        if text.ends_with(':') { Err(NotANode) } else { Ok(account) }
    }
}

impl TryFrom<String> for Account {
    type Error = NotANode;

    fn try_from(text: String) -> Result<Self, NotANode> {
        text.parse()
    }
}

impl From<Account> for String {
    fn from(account: Account) -> Self {
        account.to_string()
    }
}

/// A node: an account, a direction in it, a part of that, and codes from above. Written `spending/2/30/10`: the
/// direction, the number of the part (0 where there is none), the codes; other accounts than the budget itself stand
/// first (`annexed:ME/spending/1/10`).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct NodeKey {
    /// The account.
    pub account: Account,
    /// The direction; `None`: the account as such, which has a name and no sum.
    pub direction: Option<Direction>,
    /// The part; `None` with an empty path: the whole direction.
    pub part: Option<Part>,
    /// The codes, from above.
    pub path: Vec<String>,
}

impl NodeKey {
    /// A whole direction of the budget itself.
    pub fn direction(direction: Direction) -> Self {
        Self { direction: Some(direction), ..Self::default() }
    }

    /// A part of the budget itself.
    pub fn part(direction: Direction, part: Part) -> Self {
        Self { part: Some(part), ..Self::direction(direction) }
    }

    /// The node below, with this code.
    pub fn child(&self, code: &str) -> Self {
        let mut child = self.clone();
        child.path.push(code.to_owned());
        child
    }

    /// The node around: of a chapter its part, of a part its direction.
    pub fn parent(&self) -> Option<Self> {
        let mut parent = self.clone();
        if parent.path.pop().is_none() && parent.part.take().is_none() {
            parent.direction.take()?;
        }
        Some(parent)
    }

    /// Whether `other` is this node or within it.
    pub fn holds(&self, other: &NodeKey) -> bool {
        self.account == other.account
            && (self.direction.is_none() || self.direction == other.direction)
            && ((self.part.is_none() && self.path.is_empty()) || self.part == other.part)
            && other.path.starts_with(&self.path)
    }
}

impl fmt::Display for NodeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(direction) = self.direction else { return self.account.fmt(f) };
        if !self.account.is_main() {
            write!(f, "{}/", self.account)?;
        }
        f.write_str(direction.code())?;
        if self.part.is_some() || !self.path.is_empty() {
            write!(f, "/{}", self.part.map_or(0, Part::number))?;
        }
        self.path.iter().try_for_each(|code| write!(f, "/{}", Escaped(code)))
    }
}

/// What was given is no node of a budget.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a node of a budget is written as spending/2/30: direction, number of the part (0: none), codes")]
pub struct NotANode;

impl FromStr for NodeKey {
    type Err = NotANode;

    fn from_str(text: &str) -> Result<Self, NotANode> {
        let mut pieces = text.trim().split('/').peekable();
        let first = pieces.peek().copied().unwrap_or_default();
        let account = match first.parse::<Account>() {
            Ok(account) => {
                pieces.next();
                account
            }
            Err(_) => Account::Main,
        };
        let Some(direction) = pieces.next() else { return Ok(Self { account, ..Self::default() }) };
        let direction = direction.parse().map_err(|_| NotANode)?;
        let part = match pieces.next() {
            None | Some("0") => None,
            Some("1") => Some(Part::Running),
            Some("2") => Some(Part::Equipment),
            Some(_) => return Err(NotANode),
        };
        let path: Vec<String> = pieces.map(unescaped).collect();
        if path.iter().any(String::is_empty) {
            return Err(NotANode);
        }
        Ok(Self { account, direction: Some(direction), part, path })
    }
}

impl TryFrom<String> for NodeKey {
    type Error = NotANode;

    fn try_from(text: String) -> Result<Self, NotANode> {
        text.parse()
    }
}

impl From<NodeKey> for String {
    fn from(node: NodeKey) -> Self {
        node.to_string()
    }
}

/// A code in which the mark between codes does not stand bare.
struct Escaped<'a>(&'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|c| match c {
            '/' => f.write_str("%2F"),
            '%' => f.write_str("%25"),
            other => write!(f, "{other}"),
        })
    }
}

fn unescaped(code: &str) -> String {
    code.replace("%2F", "/").replace("%25", "%")
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("spending/2/30/10")]
    #[case("revenue")]
    #[case("spending/1")]
    #[case("revenue/0/1/11/113")]
    #[case("annexed:ME/spending/1/10")]
    #[case("special:S1")]
    #[case("main")]
    #[case("spending/2/A%2FB%25")]
    fn a_node_is_written_as_it_is_read(#[case] text: &str) {
        assert_eq!(text.parse::<NodeKey>().unwrap().to_string(), text);
    }

    #[rstest]
    #[case("")]
    #[case("dépenses/2")]
    #[case("spending/3")]
    #[case("spending/2//10")]
    #[case("annexed:/spending")]
    fn what_is_no_node_is_refused(#[case] text: &str) {
        assert_eq!(text.parse::<NodeKey>(), Err(NotANode));
    }

    #[test]
    fn a_node_holds_what_is_within_it() {
        let node = |text: &str| text.parse::<NodeKey>().unwrap();
        assert!(node("spending").holds(&node("spending/2/30")));
        assert!(node("spending/2").holds(&node("spending/2/30")));
        assert!(!node("spending/2/3").holds(&node("spending/2/30")));
        assert!(!node("spending/0/30").holds(&node("spending/2/30")));
        assert!(!node("spending").holds(&node("annexed:ME/spending/2/30")));
        assert_eq!(node("spending/2/30").parent(), Some(node("spending/2")));
        assert_eq!(node("spending/0/30").parent(), Some(node("spending")));
        assert_eq!(node("spending").parent(), Some(node("main")));
        assert_eq!(node("main").parent(), None);
    }
}
