//! What somebody else invests: promises and what became of them, and what is withheld.

use infitah_base::{CivilDate, Money, Text};
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

/// What became of a private investment.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum InvestmentAt {
    /// The investor said so.
    Declared,
    /// The commission approved it.
    Approved,
    /// Works began.
    Started,
    /// It produces.
    Operating,
    /// It was given up.
    Abandoned,
}

/// Amount and jobs as they were said at a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvestmentStep {
    /// Which step.
    pub at: InvestmentAt,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<CivilDate>,
    /// How much.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// How many jobs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jobs: Option<u32>,
}

/// Something that is not published, and on which ground of law 31-13.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withheld {
    /// What.
    pub what: Text,
    /// The ground, as the office names it.
    pub ground: Text,
}
