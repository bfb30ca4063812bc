//! A draft is published: it becomes the next version of its project, or a new project.

use infitah_base::Text;
use infitah_commons::{
    Permit,
    access::{Action, Deed},
    drafts::{self, Changed, Draft, State},
};
use infitah_store::{StoreError, WriteTx, documents, entities::project};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::Value;
use uuid::Uuid;

use crate::projects::{
    model::Project,
    narrow::Parents,
    service::{self, Step, object},
};

/// Leave to write drafts of projects and look at those of others.
#[derive(Clone, Debug)]
pub enum DraftProjects {}

impl Action for DraftProjects {
    const DEED: Deed = Deed::DraftProjects;
}

/// Leave to publish what was written at the desk.
#[derive(Clone, Debug)]
pub enum EditProjects {}

impl Action for EditProjects {
    const DEED: Deed = Deed::PublishProjects;
}

/// Why a draft was not published.
#[derive(Debug, thiserror::Error)]
pub enum NotPublished {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The project has a newer version than the one that was opened: what changed has to be looked at first.
    #[error("the project was published meanwhile")]
    Behind,
    /// The draft was saved again, or ended, after it was looked at.
    #[error("the draft was changed meanwhile")]
    Meanwhile,
    /// Another project has this identifier.
    #[error("another project has this identifier")]
    IdentifierTaken,
    /// This place asks for a second person.
    #[error("somebody else than the author has to publish it")]
    NeedsAnother,
    /// What is written is no project yet.
    #[error("not everything that a project needs is written")]
    Unfinished,
}

/// What is published, by whom.
#[derive(Clone, Debug)]
pub struct Publication {
    /// The draft as the publisher saw it.
    pub draft: Draft,
    /// Who publishes.
    pub by: Uuid,
    /// Whether that must be another person than the author.
    pub second: bool,
    /// Why, for the record.
    pub why: Option<String>,
}

/// What a draft says, as a project; `None`: something that every project has is missing.
pub fn as_project(body: &Value) -> Option<Project> {
    let project: Project = serde_json::from_value(body.clone()).ok()?;
    (!project.title.is_empty() && !project.identifier.trim().is_empty()).then_some(project)
}

/// Publishes a draft as it is, and gives the reference of its project. `year` is that of a new reference.
pub async fn publish(
    tx: &WriteTx,
    permit: &Permit<EditProjects>,
    publication: Publication,
    parents: &Parents,
    year: i16,
) -> Result<String, NotPublished> {
    let Publication { draft, by, second, why } = publication;
    if second && by == draft.author {
        return Err(NotPublished::NeedsAnother);
    }
    let new = as_project(&draft.body).ok_or(NotPublished::Unfinished)?;
    if super::is_taken(tx, &new.identifier, &draft.object).await? {
        return Err(NotPublished::IdentifierTaken);
    }
    let step = if draft.object.is_empty() {
        let mut settled = Project::new(new.identifier.clone(), Text::default());
        // As a file would bring it: what comes again by an import is then the same.
        settled.merge(new);
        service::first(tx, settled, year).await?
    } else {
        let row = project::Entity::find().filter(project::Column::Reference.eq(draft.object.as_str())).one(tx).await;
        let row = row.map_err(StoreError::from)?.filter(|row| row.version == draft.base).ok_or(NotPublished::Behind)?;
        let old: Option<Project> = documents::at_version(tx, &object(&row.reference), row.version).await?;
        Step::new(row.id, row.reference, row.version + 1, old, new)
    };
    let reference = step.new.reference.clone();
    if step.old.as_ref() != Some(&step.new.project) {
        service::write(tx, permit, vec![step], parents, why.as_deref()).await?;
    }
    match drafts::end(tx, draft, State::Published, &reference).await? {
        Changed::Done => Ok(reference),
        Changed::Meanwhile => Err(NotPublished::Meanwhile),
    }
}
