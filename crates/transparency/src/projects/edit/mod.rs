//! Projects are written at the desk: the pages of a project, and what is published of a draft.

mod chapters;
mod queries;
mod service;

pub(in crate::projects) use chapters::{CHAPTERS, entry_name};
pub(in crate::projects) use queries::{canonical, is_taken, newest, version};
pub(in crate::projects) use service::{DraftProjects, EditProjects, NotPublished, Publication, as_project, publish};

/// The kind of a draft of a project.
pub(in crate::projects) const DRAFT: &str = "project";
