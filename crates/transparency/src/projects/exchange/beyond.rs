//! What this register knows and OC4IDS 0.9.5 has no field for: carried beside it in one object of our own, so that
//! what leaves as OC4IDS comes home whole.

use std::collections::BTreeMap;

use infitah_base::{CivilDate, Text};
use serde::{Deserialize, Serialize};

use crate::projects::model::{
    Agreement, CostAt, CostStep, InvestmentStep, Phase, Photo, Project, Surroundings, Transfer, Withheld,
};

/// The object `x_infitah` of a project.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Beyond {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    costs: Vec<CostStep>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    commitments: Vec<Transfer>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    agreements: Vec<Agreement>,
    /// When contracts were signed, by their numbers.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    signed: BTreeMap<String, CivilDate>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    phases: Vec<Phase>,
    #[serde(skip_serializing_if = "Surroundings::is_empty")]
    surroundings: Surroundings,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    photos: Vec<Photo>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    investment: Vec<InvestmentStep>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    withheld: Vec<Withheld>,
    #[serde(skip_serializing_if = "Text::is_empty")]
    jobs_method: Text,
}

impl Beyond {
    /// Its name in a file. OC4IDS lets publishers add fields of their own.
    pub(super) const KEY: &'static str = "x_infitah";

    pub(super) fn of(project: &Project) -> Option<Beyond> {
        let planned = |phase: &&Phase| phase.dates.planned_start.is_some() || phase.dates.planned_end.is_some();
        // The standard has the final cost, and no day on which it was said.
        let said = |step: &&CostStep| step.at != CostAt::Final || step.date.is_some();
        // What the standard's own fields say is not said twice.
        let surroundings = Surroundings {
            impact_assessed: None,
            protected_area: None,
            land_compensation: None,
            ..project.surroundings.clone()
        };
        let beyond = Beyond {
            costs: project.costs.iter().filter(said).cloned().collect(),
            commitments: project.commitments.clone(),
            agreements: project.agreements.clone(),
            signed: project.contracts.iter().filter_map(|one| Some((one.id.clone(), one.signed?))).collect(),
            phases: project.phases.iter().filter(planned).cloned().collect(),
            surroundings,
            photos: project.photos.clone(),
            investment: project.investment.clone(),
            withheld: project.withheld.clone(),
            jobs_method: project.jobs.method.clone(),
        };
        (beyond != Beyond::default()).then_some(beyond)
    }

    pub(super) fn put_into(self, project: &mut Project) {
        for step in self.costs {
            project.costs.retain(|known| known.at != step.at);
            project.costs.push(step);
        }
        project.costs.sort_by_key(|step| step.at);
        for contract in &mut project.contracts {
            contract.signed = self.signed.get(&contract.id).copied();
        }
        for phase in self.phases {
            match project.phases.iter_mut().find(|known| known.status == phase.status) {
                Some(known) => *known = phase,
                None => project.phases.push(phase),
            }
        }
        let known = &project.surroundings;
        project.surroundings = Surroundings {
            impact_assessed: known.impact_assessed,
            protected_area: known.protected_area,
            land_compensation: known.land_compensation,
            ..self.surroundings
        };
        project.commitments = self.commitments;
        project.agreements = self.agreements;
        project.photos = self.photos;
        project.investment = self.investment;
        project.withheld = self.withheld;
        project.jobs.method = self.jobs_method;
    }
}
