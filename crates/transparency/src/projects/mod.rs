//! The register of projects ("Infitah"): what the region builds, runs and brings in, where, with whose money, how far.
//!
//! A project is one versioned document ([`Project`]) beside narrow tables for what is listed and filtered. Its model
//! is the core of what CoST and OC4IDS 0.9.5 ask for; five plain stages stand for the eight statuses of OC4IDS.

mod api;
mod exchange;
mod imports;
mod model;
mod narrow;
mod queries;
mod rules;
mod service;
mod web;

pub use api::{__path_list as __path_api_list, ProjectItem, list as api_list, routes as api_routes};
pub use exchange::{
    Body, Checked, Context as ExportContext, ExportFormat, Heard, ImportOptions, ImportReport, Mapping, Note, Problem,
    Source, Stop, check, draft_mapping, export, key_of, prepare, read, read_mapping,
};
pub use imports::{
    Chunk, ImportError, ImportState, Journal, NewImport, advance, all_imports, begin, begin_undo, finish, one_import,
    stayed, undo_some, unfinished,
};
pub use model::{
    Budget, Classification, Dates, Funding, JobCount, Jobs, Kind, Observation, Party, PlaceRef, Project, Stage, Status,
    Work,
};
pub use queries::{Filter, Found, Listed, Sort, all, counts, counts_within, how_many, identifiers, list, recent};
pub use service::{ImportProjects, Saved, save};
pub use web::{ProjectResolver, ProjectsOfPlace, routes};
