//! Agreements between those who pay, and contracts with those who build.

use infitah_base::{CivilDate, Money, Text};
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

/// An identifier in a register of companies or offices (OC4IDS `Identifier`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registered {
    /// The register (`MA-ICE`, `GB-COH`).
    pub scheme: String,
    /// The number in it.
    pub id: String,
    /// The name it is registered under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_name: Option<String>,
}

/// How an office can be reached. Never a person's own address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// E-mail of the office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Telephone of the office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub telephone: Option<String>,
}

/// Somebody with a part in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// An id within the project, a registered one where there is one.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Codes of OC4IDS's party roles (`publicAuthority`, `funder`, `supplier`…).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<String>,
    /// Its number in a register.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registered: Option<Registered>,
    /// How it can be reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
}

/// How a council voted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vote {
    /// When.
    pub date: CivilDate,
    /// Which council, in which session.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub body: Text,
    /// The number of the decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<String>,
    /// Votes for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ayes: Option<u32>,
    /// Votes against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub noes: Option<u32>,
    /// Votes withheld.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abstained: Option<u32>,
}

/// An agreement (convention) between those who pay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// Its number.
    pub number: String,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub title: Text,
    /// When it was signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<CivilDate>,
    /// The vote that approved it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vote: Option<Vote>,
}

/// Where a contract is (OC4IDS `contractingProcessStatus`, a closed list).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum ContractStatus {
    /// Not awarded yet.
    PreAward,
    /// Running.
    Active,
    /// Over.
    Closed,
}

/// How the contractor was chosen (OCDS `method`, a closed list).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Method {
    /// Everybody may bid.
    Open,
    /// Whoever qualifies may bid.
    Selective,
    /// Some are invited.
    Limited,
    /// One is chosen.
    Direct,
}

/// What a modification changes (OC4IDS `modificationType`, a closed list).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Modified {
    /// How long it takes.
    Duration,
    /// What it costs.
    Value,
    /// What is built.
    Scope,
}

/// A change of a contract (avenant).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Modification {
    /// Its number.
    pub id: String,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<CivilDate>,
    /// What it changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what: Option<Modified>,
    /// In words.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub description: Text,
    /// Why.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub reason: Text,
    /// What it cost before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub old_value: Option<Money>,
    /// What it costs since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_value: Option<Money>,
    /// When it was to end before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub old_end: Option<CivilDate>,
    /// When it is to end since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_end: Option<CivilDate>,
}

/// A contract and how it came about (OC4IDS `ContractingProcessSummary`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contract {
    /// Its number, an `ocid` where there is one.
    pub id: String,
    /// What it is called.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub title: Text,
    /// What it covers.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub scope: Text,
    /// Codes of OC4IDS's contract natures (`design`, `construction`, `supervision`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nature: Vec<String>,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<ContractStatus>,
    /// How the contractor was chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<Method>,
    /// How, in the law's own words.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub method_words: Text,
    /// How many bid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bidders: Option<u32>,
    /// What it was thought to cost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub estimate: Option<Money>,
    /// What was agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Money>,
    /// What it cost in the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub final_value: Option<Money>,
    /// When it was signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed: Option<CivilDate>,
    /// When it begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<CivilDate>,
    /// When it is to end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<CivilDate>,
    /// The id of the party that buys.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub buyer: Option<String>,
    /// The id of the party that follows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub administrator: Option<String>,
    /// The ids of the parties that build.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suppliers: Vec<String>,
    /// How it was changed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub modifications: Vec<Modification>,
}
