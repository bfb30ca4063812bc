//! The register of projects ("Infitah"): what the region builds, runs and brings in, where, with whose money, how far.
//!
//! A project is one versioned document ([`Project`]) beside narrow tables for what is listed and filtered. Its model
//! is the core of what CoST and OC4IDS 0.9.5 ask for; five plain stages stand for the eight statuses of OC4IDS.

mod api;
mod exchange;
mod model;
mod queries;
mod reading;
mod rules;
mod service;
mod web;

pub use api::{Api, ProjectItem, routes as api_routes};
pub use exchange::{
    ExportError, ExportFormat, ImportOptions, ImportReport, Mapping, Problem, Publication, Row, Writer, columns,
    draft_mapping, export, prepare, read_mapping,
};
pub use model::{
    Budget, Classification, Dates, Funding, JobCount, Jobs, Kind, Observation, Party, PlaceRef, Project, Stage, Status,
    Work,
};
pub use queries::{Filter, Found, Listed, Sort, counts, counts_within, how_many, list, recent};
pub use reading::Reading;
pub use service::{ImportProjects, Saved, save};
pub use web::{ProjectResolver, ProjectsOfPlace, routes};
