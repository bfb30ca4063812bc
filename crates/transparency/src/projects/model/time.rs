//! When: the whole, the steps on the way, and how far it was on a day.

use infitah_base::{CivilDate, Text};
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

use super::Status;

/// When it begins and ends: as planned, and as it happened.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dates {
    /// Planned beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned_start: Option<CivilDate>,
    /// Planned end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned_end: Option<CivilDate>,
    /// When it began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual_start: Option<CivilDate>,
    /// When it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual_end: Option<CivilDate>,
}

/// The dates of one step of the way (identification, preparation…), as planned and as they happened. The works
/// themselves are in [`Dates`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phase {
    /// Which step.
    pub status: Status,
    /// When.
    #[serde(flatten)]
    pub dates: Dates,
}

/// What became of a milestone (OC4IDS `milestoneStatus`, a closed list).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum MilestoneStatus {
    /// Still to come.
    Scheduled,
    /// Reached.
    Met,
    /// Missed.
    NotMet,
    /// Reached in part.
    PartiallyMet,
}

/// Something that was to be reached by a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Milestone {
    /// A number within the project.
    pub id: String,
    /// What is to be reached.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub title: Text,
    /// More about it.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub description: Text,
    /// OC4IDS's code of its type (`delivery`, `payment`…, an open list).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<CivilDate>,
    /// When it was reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub met: Option<CivilDate>,
    /// What became of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<MilestoneStatus>,
}

/// How far it was on a day: history, never one overwritten figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Observation {
    /// The day.
    pub date: CivilDate,
    /// 0 to 100.
    pub percent: u32,
    /// Who says so.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub source: Text,
}
