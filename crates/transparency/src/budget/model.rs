//! Plain types of a budget. What is `None` or empty is not published: pages say so, files leave it out.

use std::collections::BTreeMap;

use infitah_base::{Currency, Text};
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

mod decision;
mod known;
mod line;
mod node;

pub use decision::{Audit, Decision, Indicator, Measured, Programme, Transfer, Vote, YearAhead};
pub use known::{Family, Law, Purpose};
pub use line::{Amounts, Line, Measure, Nature};
pub use node::{Account, NodeKey, NotANode};

/// At which moment of its life a budget is told. Two phases are never in one sum.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumIter,
    EnumString,
    IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Phase {
    /// As the council voted it.
    Voted,
    /// As it stands after amendments.
    Modified,
    /// What was committed, paid and collected.
    Executed,
}

impl Phase {
    /// The code in addresses, files and message keys.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The measure that this phase is told in, where none is chosen.
    pub fn measure(self) -> Measure {
        match self {
            Self::Voted | Self::Modified => Measure::Payment,
            Self::Executed => Measure::Paid,
        }
    }
}

/// Whether money comes in or goes out. Two directions are never in one sum.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumIter,
    EnumString,
    IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Direction {
    /// It comes in.
    Revenue,
    /// It goes out.
    Spending,
}

impl Direction {
    /// The code in addresses, files and message keys.
    pub fn code(self) -> &'static str {
        self.into()
    }
}

/// The two parts of a budget (organic law 111-14, article 167).
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumIter,
    EnumString,
    IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Part {
    /// What makes the region run.
    Running,
    /// What it builds and buys to last.
    Equipment,
}

impl Part {
    /// The code in addresses, files and message keys.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// Its number in the law.
    pub fn number(self) -> u8 {
        match self {
            Self::Running => 1,
            Self::Equipment => 2,
        }
    }
}

/// The budget of one year in one phase.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Budget {
    /// Of which year.
    pub year: i16,
    /// In which phase.
    pub phase: Phase,
    /// Its one currency: all amounts are whole numbers of its minor unit.
    pub currency: Currency,
    /// The levels of its paths.
    pub scheme: Scheme,
    /// The lines, each at one path.
    pub lines: Vec<Line>,
    /// What the accounts, chapters, articles and so on are called, by [`NodeKey`].
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub names: BTreeMap<String, Text>,
    /// Objectives and indicators of programmes, by [`NodeKey`].
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub programmes: BTreeMap<String, Programme>,
    /// How it was decided.
    #[serde(default, skip_serializing_if = "Decision::is_empty")]
    pub decision: Decision,
    /// The totals that the signed document says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stated: Vec<Stated>,
    /// The signed document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed: Option<Signed>,
}

impl Budget {
    /// One without lines.
    pub fn new(year: i16, phase: Phase, currency: Currency, scheme: Scheme) -> Self {
        Self {
            year,
            phase,
            currency,
            scheme,
            lines: Vec::new(),
            names: BTreeMap::new(),
            programmes: BTreeMap::new(),
            decision: Decision::default(),
            stated: Vec::new(),
            signed: None,
        }
    }

    /// What a node is called; `None`: the file did not say.
    pub fn name(&self, node: &NodeKey) -> Option<&Text> {
        self.names.get(&node.to_string())
    }

    /// The name of this edition in addresses and in the record (`2027-voted`).
    pub fn edition(&self) -> String {
        edition(self.year, self.phase)
    }
}

/// The name of an edition (`2027-voted`).
pub(super) fn edition(year: i16, phase: Phase) -> String {
    format!("{year}-{}", phase.code())
}

/// The levels of the paths of a budget, from above. Their number is never fixed: they are data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scheme {
    /// Its key (`ma-111-14`).
    pub key: String,
    /// The levels below account, direction and part.
    pub levels: Vec<Level>,
}

/// A level of a scheme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Level {
    /// Its key (`chapter`).
    pub key: String,
    /// What one of it is called.
    pub name: Text,
}

/// A total that was typed from the signed document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stated {
    /// Of which node; with no direction it is of nothing and refused at the edge.
    pub of: NodeKey,
    /// Of which measure.
    pub measure: Measure,
    /// The amount, in minor units.
    pub amount: i64,
    /// Whether what running leaves to equipment is in it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub with_surplus: bool,
}

/// The signed document, kept under its hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signed {
    /// What the file was called.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// How many bytes.
    pub bytes: u64,
    /// SHA-256, in hexadecimal.
    pub sha256: String,
}

/// Plain words about a node of the budget, the same in every year: text that its owner edits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// What it is called in plain words.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub name: Text,
    /// What it is, in one or two sentences.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub explanation: Text,
    /// For what it is, where its lines do not say: the key of a purpose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
}
