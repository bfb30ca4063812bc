//! How a budget was decided: what the law asks of its way, as far as it was said.

use infitah_base::{CivilDate, Text};
use serde::{Deserialize, Serialize};

use super::NodeKey;

/// The way of a budget from its documents to its audit. Amounts are in minor units of the budget's currency.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Decision {
    /// When the finance committee had its documents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub documents_sent: Option<CivilDate>,
    /// The first day of the session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session: Option<CivilDate>,
    /// When the council adopted it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adopted: Option<CivilDate>,
    /// When the council rejected it first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rejected: Option<CivilDate>,
    /// The extraordinary session after a rejection.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second_session: Option<CivilDate>,
    /// When the visa was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub visa_asked: Option<CivilDate>,
    /// When the visa was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub visa_given: Option<CivilDate>,
    /// When it was laid out at the seat.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deposited: Option<CivilDate>,
    /// When it was published for all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<CivilDate>,
    /// When the statement of what was carried over was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub carried_over: Option<CivilDate>,
    /// When the statement of its execution was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<CivilDate>,
    /// The votes, in the order in which they were taken.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub votes: Vec<Vote>,
    /// The keys of the documents that went with the draft; `None`: it was not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub documents: Option<Vec<String>>,
    /// The programming of the years ahead, this one first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub programming: Vec<YearAhead>,
    /// Credits that were moved.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub transfers: Vec<Transfer>,
    /// Audits of its execution.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub audits: Vec<Audit>,
}

impl Decision {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A vote of the council.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vote {
    /// On what: revenue as a whole, or a chapter.
    pub on: NodeKey,
    /// Votes for it.
    pub yes: u32,
    /// Votes against it.
    pub no: u32,
    /// Votes withheld.
    pub abstained: u32,
}

/// What is foreseen for a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearAhead {
    /// The year.
    pub year: i16,
    /// What is to come in.
    pub revenue: i64,
    /// What is to be spent.
    pub spending: i64,
}

/// Credits moved from one node to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Transfer {
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<CivilDate>,
    /// From where.
    pub from: NodeKey,
    /// To where.
    pub to: NodeKey,
    /// How much.
    pub amount: i64,
}

/// An audit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Audit {
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<CivilDate>,
    /// Who.
    pub by: Text,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// What a programme is for and how that is measured.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Programme {
    /// The objectives of public interest.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub objectives: Vec<Text>,
    /// The indicators.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<Indicator>,
}

/// A figure that shows whether an objective is reached.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// What is counted.
    pub name: Text,
    /// In which unit.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub unit: Text,
    /// Where it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<f64>,
    /// Where it is to stand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<f64>,
    /// At the end of which year it is to stand there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i16>,
    /// What was measured, year by year.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measured: Vec<Measured>,
    /// Whether it is told by sex.
    #[serde(default)]
    pub by_sex: bool,
}

impl Indicator {
    /// What was measured last.
    pub fn result(&self) -> Option<&Measured> {
        self.measured.iter().max_by_key(|one| one.year)
    }
}

/// Where an indicator stood at the end of a year.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measured {
    /// The year.
    pub year: i16,
    /// Where it stood.
    pub value: f64,
}
