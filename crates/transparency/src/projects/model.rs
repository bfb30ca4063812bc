//! Plain types of a project. A field that is `None` or empty is not published: pages say so, exports leave it out.

use infitah_base::{CivilDate, Money, Text};
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

/// What kind of undertaking it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Kind {
    /// Something is built.
    PublicWorks,
    /// People are trained or employed.
    EmploymentProgramme,
    /// Somebody invests, the region accompanies.
    PrivateInvestment,
    /// Something is provided.
    Service,
}

/// The status codes of OC4IDS 0.9.5 (a closed list).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Status {
    /// Thought of.
    Identification,
    /// Studied, funded, tendered.
    Preparation,
    /// Being built or run.
    Implementation,
    /// Finished, being received.
    Completion,
    /// Used.
    Maintenance,
    /// Being closed.
    Decommissioning,
    /// Closed.
    Decommissioned,
    /// Given up.
    Cancelled,
}

/// The stage as people say it: five on the way, and two off it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Stage {
    /// An idea.
    Idea,
    /// Prepared.
    Prepared,
    /// Works.
    Works,
    /// Finished.
    Finished,
    /// In service.
    Service,
    /// Closed or being closed.
    Closed,
    /// Given up.
    Cancelled,
}

/// The project types of OC4IDS 0.9.5 (a closed list).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Work {
    /// New.
    Construction,
    /// Repaired.
    Rehabilitation,
    /// Put in place of another.
    Replacement,
    /// Made larger.
    Expansion,
    /// Taken down.
    Decommissioning,
}

/// A code of some classification (the axis of the regional development programme).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Classification {
    /// Which classification (`PDR-BMK`).
    pub scheme: String,
    /// The code.
    pub id: String,
    /// Its words.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub label: Text,
}

/// Where: a place of the census when it is known, else as the source named it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PlaceRef {
    /// Census code; a code that is not in the database stays as it was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The source's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<String>,
    /// Longitude and latitude (WGS 84), as the source gave them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<[f64; 2]>,
}

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

/// Jobs planned and jobs that came about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Jobs {
    /// Planned.
    #[serde(default, skip_serializing_if = "JobCount::is_empty")]
    pub planned: JobCount,
    /// Created.
    #[serde(default, skip_serializing_if = "JobCount::is_empty")]
    pub created: JobCount,
}

impl Jobs {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
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
}

/// A project, whole. This is the document that is kept version by version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Project {
    /// The publisher's own identifier: by it a repeated import finds the project again.
    pub identifier: String,
    /// Its name.
    pub title: Text,
    /// What it is for, in one sentence.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub purpose: Text,
    /// More about it.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub description: Text,
    /// What kind of undertaking.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// How far along, by OC4IDS's codes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// What is done to the asset.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work: Option<Work>,
    /// Codes of OC4IDS's project sectors (an open list).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sectors: Vec<String>,
    /// Other classifications.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub classifications: Vec<Classification>,
    /// Where.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<PlaceRef>,
    /// What it is planned to cost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<Budget>,
    /// Who promised how much.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub funding: Vec<Funding>,
    /// When.
    #[serde(default)]
    pub dates: Dates,
    /// How much is built, by date.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub physical: Vec<Observation>,
    /// How much is paid, by date.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub financial: Vec<Observation>,
    /// Jobs.
    #[serde(default, skip_serializing_if = "Jobs::is_empty")]
    pub jobs: Jobs,
    /// Who.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parties: Vec<Party>,
    /// When the publisher last updated it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated: Option<CivilDate>,
    /// Columns of a table that have no place in this model, kept word for word.
    #[serde(default, skip_serializing_if = "std::collections::BTreeMap::is_empty")]
    pub kept: std::collections::BTreeMap<String, String>,
    /// What an OC4IDS file said, word for word: where it says more than this model it goes out again as it came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carried: Option<Box<serde_json::Map<String, serde_json::Value>>>,
}

impl Project {
    /// An empty project: what has no value is not published.
    pub fn new(identifier: impl Into<String>, title: Text) -> Self {
        Self {
            identifier: identifier.into(),
            title,
            purpose: Text::default(),
            description: Text::default(),
            kind: None,
            status: None,
            work: None,
            sectors: Vec::new(),
            classifications: Vec::new(),
            places: Vec::new(),
            budget: None,
            funding: Vec::new(),
            dates: Dates::default(),
            physical: Vec::new(),
            financial: Vec::new(),
            jobs: Jobs::default(),
            parties: Vec::new(),
            updated: None,
            kept: std::collections::BTreeMap::new(),
            carried: None,
        }
    }

    /// The party with this id.
    pub fn party(&self, id: &str) -> Option<&Party> {
        self.parties.iter().find(|party| party.id == id)
    }

    /// The parties with this role.
    pub fn with_role(&self, role: &str) -> impl Iterator<Item = &Party> {
        self.parties.iter().filter(move |party| party.roles.iter().any(|one| one == role))
    }

    /// The latest observation of built.
    pub fn built(&self) -> Option<&Observation> {
        self.physical.iter().max_by_key(|observation| observation.date)
    }

    /// The latest observation of paid.
    pub fn paid(&self) -> Option<&Observation> {
        self.financial.iter().max_by_key(|observation| observation.date)
    }
}
