//! Whom it serves, who finds work in it, and what it does to land and nature.

use infitah_base::{Money, Text};
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

/// Jobs by sex. A total is given where the sexes are not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobCount {
    /// Women.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub women: Option<u32>,
    /// Men.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub men: Option<u32>,
    /// All, where it was published apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<u32>,
}

impl JobCount {
    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// All: as published, else the sum of what is known of both sexes.
    pub fn all(&self) -> Option<u32> {
        self.total.or_else(|| self.women?.checked_add(self.men?))
    }
}

/// A sex, as figures of people are kept.
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
pub enum Sex {
    /// Women.
    Female,
    /// Men.
    Male,
}

/// How long a job lasts.
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
pub enum Duration {
    /// As long as the works.
    Temporary,
    /// Stays.
    Permanent,
}

/// A finer group of jobs: by sex, age band, duration, or who lives near.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobGroup {
    /// Of whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
    /// An age band in years (`18-35`, `60+`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<String>,
    /// How long they last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<Duration>,
    /// Whether they are people of the place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub local: Option<bool>,
    /// How many.
    pub count: u32,
}

/// Jobs planned and jobs that came about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Jobs {
    /// Planned.
    #[serde(default, skip_serializing_if = "JobCount::is_empty")]
    pub planned: JobCount,
    /// Created.
    #[serde(default, skip_serializing_if = "JobCount::is_empty")]
    pub created: JobCount,
    /// Planned, in finer groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub planned_groups: Vec<JobGroup>,
    /// Created, in finer groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub created_groups: Vec<JobGroup>,
    /// How they were counted.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub method: Text,
}

impl Jobs {
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Whom it serves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beneficiary {
    /// Who.
    pub who: Text,
    /// How many people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
}

/// What it does to nature and to land, and whether everybody can use what is built.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Surroundings {
    /// Whether its effect on nature was studied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub impact_assessed: Option<bool>,
    /// Whether it lies in a protected area.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub protected_area: Option<bool>,
    /// What is done for nature.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub environment: Text,
    /// What is paid to those whose land is taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub land_compensation: Option<Money>,
    /// Whose land it is on, and what became of it.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub land: Text,
    /// Whether people with disabilities can use what is built.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accessible: Option<bool>,
    /// How.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub accessibility: Text,
}

impl Surroundings {
    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
