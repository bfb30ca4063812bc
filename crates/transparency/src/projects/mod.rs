//! The register of projects ("Infitah"): what the region builds, runs and brings in, where, with whose money, how far.
//!
//! A project is one versioned document ([`Project`]) beside narrow tables for what is listed and filtered. Its model
//! is the core of what CoST and OC4IDS 0.9.5 ask for; five plain stages stand for the eight statuses of OC4IDS.

mod api;
mod checks;
mod edit;
mod exchange;
mod history;
mod imports;
mod model;
mod narrow;
mod photos;
mod queries;
mod reading;
mod rules;
mod service;
mod shelf;
mod web;

pub use api::{Api, ProjectItem, organisation_columns, routes as api_routes};
pub use checks::what_must_hold;
pub(crate) use exchange::is_header;
pub use exchange::{
    Body, Checked, ExportError, ExportFormat, Heard, ImportOptions, ImportReport, Mapping, Note, Problem, Publication,
    Row, Source, Stop, Writer, check, columns, draft_mapping, export, key_of, prepare, read, read_mapping,
};
pub use imports::{
    Chunk, ImportError, ImportState, Journal, NewImport, advance, all_imports, begin, begin_undo, finish, one_import,
    stayed, undo_some, unfinished,
};
pub use model::{
    Agreement, Beneficiary, Budget, Classification, Concern, Contract, CostAt, CostStep, Dates, Document, Funding,
    JobCount, JobGroup, Jobs, Kind, Milestone, MilestoneStatus, Modification, Observation, Party, Photo, PlaceRef,
    Project, Registered, Shape, Stage, Status, Transfer, Work,
};
pub use photos::{BadPhoto, LARGEST_PHOTO, ReadyPhoto, keep_photo, ready_photo};
pub use queries::{Filter, Listed, Sort, hits, identifiers, is_listed, unknown};
pub use queries::{absent::absent, organisations::Sums};
pub use reading::Reading;
pub use service::{AddPhotos, ImportProjects, NoSuchProject, Saved, add_photo, reindex, save};
pub use shelf::{Hits, Keeper, Shelf};
pub use web::{
    Named, OrganisationResolver, ProjectContent, ProjectResolver, ProjectsOfPlace, named, reference_of, routes,
    shelf_of,
};
