//! Plain types of a project. A field that is `None` or empty is not published: pages say so, exports leave it out.

use infitah_base::{CivilDate, Text};
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

mod contracts;
mod files;
mod money;
mod people;
mod place;
mod private;
mod time;

pub use contracts::{
    Agreement, Contact, Contract, ContractStatus, Method, Modification, Modified, Party, Registered, Vote,
};
pub use files::{Document, Photo};
pub use money::{Budget, CostAt, CostStep, Funding, Transfer};
pub use people::{Beneficiary, Duration, JobCount, JobGroup, Jobs, Sex, Surroundings};
pub use place::{PlaceRef, Shape};
pub use private::{InvestmentAt, InvestmentStep, Withheld};
pub use time::{Dates, Milestone, MilestoneStatus, Observation, Phase};

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

/// What about a project should be looked after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Concern {
    /// Its planned end is past, and it is not finished.
    Late,
    /// Something is going on, and nobody has said anything for long.
    Silent,
    /// More is paid than built.
    Ahead,
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
    /// The cost from step to step, with the reasons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub costs: Vec<CostStep>,
    /// What was committed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub commitments: Vec<Transfer>,
    /// What was paid.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub payments: Vec<Transfer>,
    /// Agreements between those who pay, with the votes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agreements: Vec<Agreement>,
    /// Contracts with those who build.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contracts: Vec<Contract>,
    /// When.
    #[serde(default)]
    pub dates: Dates,
    /// The dates of the steps before and after the works.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phases: Vec<Phase>,
    /// What was to be reached by when.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub milestones: Vec<Milestone>,
    /// How much is built, by date.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub physical: Vec<Observation>,
    /// How much is paid, by date.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub financial: Vec<Observation>,
    /// Jobs.
    #[serde(default, skip_serializing_if = "Jobs::is_empty")]
    pub jobs: Jobs,
    /// Whom it serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beneficiaries: Vec<Beneficiary>,
    /// Nature, land, and use by everybody.
    #[serde(default, skip_serializing_if = "Surroundings::is_empty")]
    pub surroundings: Surroundings,
    /// Documents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<Document>,
    /// Photos.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<Photo>,
    /// What became of a private investment.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub investment: Vec<InvestmentStep>,
    /// What is not published, and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub withheld: Vec<Withheld>,
    /// What was built in the end, where it is not what was planned.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub final_scope: Text,
    /// Why what was built, or when it ended, is not as planned.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub final_reason: Text,
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
            costs: Vec::new(),
            commitments: Vec::new(),
            payments: Vec::new(),
            agreements: Vec::new(),
            contracts: Vec::new(),
            dates: Dates::default(),
            phases: Vec::new(),
            milestones: Vec::new(),
            physical: Vec::new(),
            financial: Vec::new(),
            jobs: Jobs::default(),
            beneficiaries: Vec::new(),
            surroundings: Surroundings::default(),
            documents: Vec::new(),
            photos: Vec::new(),
            investment: Vec::new(),
            withheld: Vec::new(),
            final_scope: Text::default(),
            final_reason: Text::default(),
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
