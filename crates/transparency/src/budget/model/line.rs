//! A line of a budget and its amounts.

use infitah_base::Text;
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

use super::{Account, Direction, NodeKey, Part};

/// A line: the smallest thing that is voted, at one path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Its identifier, of the file or made of its path: by it a newer file finds the line again.
    pub id: String,
    /// The main budget, an annexed one or a special account.
    #[serde(default, skip_serializing_if = "Account::is_main")]
    pub account: Account,
    /// In or out.
    pub direction: Direction,
    /// Running or equipment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Part>,
    /// The codes of its path, from above; as many as there are, at most as many as the scheme has levels.
    pub path: Vec<String>,
    /// What it is called.
    pub name: Text,
    /// Its economic nature.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nature: Option<Nature>,
    /// Its code in COFOG (`04.5.1`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cofog: Option<String>,
    /// For what it is: the key of a purpose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// Of which family of the law: the key of a family.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family: Option<String>,
    /// Whether it carries the surplus of running to equipment. Such lines are in no total of what comes in or goes out:
    /// the same money would be counted twice.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub surplus: bool,
    /// Which mandatory spending it is (article 196): the key of a kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandatory: Option<String>,
    /// Whether it serves the regional development programme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pdr: Option<bool>,
    /// Where it is spent: codes of places. Empty: it was not said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<String>,
    /// The project in the register: its reference or its identifier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project: Option<String>,
    /// On what the forecast rests (article 165).
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub basis: Text,
    /// What this revenue is reserved for: the identifier of a spending line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reserved_for: Option<String>,
    /// The amounts.
    #[serde(flatten)]
    pub amounts: Amounts,
}

impl Line {
    /// The node that it stands in.
    pub fn node(&self) -> NodeKey {
        NodeKey {
            account: self.account.clone(),
            direction: Some(self.direction),
            part: self.part,
            path: self.path.clone(),
        }
    }
}

/// An economic nature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nature {
    /// Its code in the nomenclature.
    pub code: String,
    /// What it is called.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub name: Text,
}

/// Which of the amounts of a line. One is chosen; two are never added.
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
pub enum Measure {
    /// What may be promised, over years (commitment credits).
    Commitment,
    /// What may be paid in the year, or is expected to come in.
    Payment,
    /// What was promised.
    Committed,
    /// What was paid, or came in.
    Paid,
}

impl Measure {
    /// The code in addresses, files and message keys.
    pub fn code(self) -> &'static str {
        self.into()
    }
}

/// One amount per measure, in minor units; `None` is not published, which is not zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amounts {
    /// What may be promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commitment: Option<i64>,
    /// What may be paid, or is expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment: Option<i64>,
    /// What was promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub committed: Option<i64>,
    /// What was paid, or came in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid: Option<i64>,
}

impl Amounts {
    /// The amount of a measure.
    pub fn get(&self, measure: Measure) -> Option<i64> {
        match measure {
            Measure::Commitment => self.commitment,
            Measure::Payment => self.payment,
            Measure::Committed => self.committed,
            Measure::Paid => self.paid,
        }
    }

    /// The place of a measure.
    pub fn get_mut(&mut self, measure: Measure) -> &mut Option<i64> {
        match measure {
            Measure::Commitment => &mut self.commitment,
            Measure::Payment => &mut self.payment,
            Measure::Committed => &mut self.committed,
            Measure::Paid => &mut self.paid,
        }
    }

    /// Whether none is known.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
