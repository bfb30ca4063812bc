//! The register of projects ("Infitah"): what the region builds, runs and brings in, where, with whose money, how far.
//!
//! A project is one versioned document ([`Project`]) beside narrow tables for what is listed and filtered. Its model
//! is the core of what CoST and OC4IDS 0.9.5 ask for; five plain stages stand for the eight statuses of OC4IDS.

mod api;
mod checks;
mod exchange;
mod model;
mod queries;
mod rules;
mod service;
mod web;

pub use api::{__path_list as __path_api_list, ProjectItem, list as api_list, routes as api_routes};
pub use checks::what_must_hold;
pub use exchange::{
    Context as ExportContext, ExportFormat, ImportOptions, ImportReport, Mapping, Problem, draft_mapping, export,
    prepare, read_mapping,
};
pub use model::{
    Budget, Classification, Dates, Funding, JobCount, Jobs, Kind, Observation, Party, PlaceRef, Project, Stage, Status,
    Work,
};
pub use queries::{Filter, Found, Listed, Sort, all, counts, counts_within, how_many, list, recent};
pub use service::{ImportProjects, Saved, save};
pub use web::{ProjectResolver, ProjectsOfPlace, routes};
