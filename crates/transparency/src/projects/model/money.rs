//! What it costs from step to step, what is committed and what is paid.

use infitah_base::{CivilDate, Money, Text};
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

/// What it is planned to cost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Budget {
    /// How much.
    pub amount: Money,
    /// When it was approved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved: Option<CivilDate>,
}

/// What one party promised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Funding {
    /// The id of a party of the project.
    pub party: String,
    /// How much.
    pub amount: Money,
}

/// Where on its way a cost was said.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum CostAt {
    /// When the project was approved.
    Approval,
    /// When its contracts were awarded.
    Award,
    /// As it is expected now.
    Now,
    /// When it was finished.
    Final,
}

/// The cost at a step, and why it is not what the step before said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CostStep {
    /// Which step.
    pub at: CostAt,
    /// How much.
    pub amount: Money,
    /// When it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<CivilDate>,
    /// Why it changed.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub reason: Text,
}

/// Money that was committed (crédit d'engagement) or paid (crédit de paiement) on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transfer {
    /// Its number in the accounts, or a number within the project.
    pub id: String,
    /// How much.
    pub amount: Money,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<CivilDate>,
    /// The id of the party that pays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payer: Option<String>,
    /// The id of the party that is paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payee: Option<String>,
    /// Where it is written (an account, an order of payment).
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub source: Text,
}
