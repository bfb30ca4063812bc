//! Sections of places (projects, budget): each opens with an owner, a deputy, content and a promise of answer time.

use infitah_base::Timestamp;
use infitah_store::{Act, StoreError, WriteTx, entities::section};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use serde::Serialize;
use uuid::Uuid;

use super::{service::ChangeSettings, snapshot::Settings};
use crate::{App, Permit, places::Atlas};

/// The kind before the slash of a section's object name.
pub const SECTION_KIND: &str = "section";

/// Within how many working days people are answered, at most.
pub const MOST_DAYS: i64 = 60;

/// What a domain says of its section.
#[async_trait::async_trait]
pub trait Content: Send + Sync {
    /// Which section (`projects`).
    fn section(&self) -> &'static str;

    /// The message that names it.
    fn label(&self) -> &'static str;

    /// Whether there is anything to show of a place.
    async fn has(&self, app: &App, place: &str) -> Result<bool, infitah_kit::Error>;
}

/// A section of a place, as it was decided.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Section {
    /// Who answers for it.
    pub owner: Option<Uuid>,
    /// Who does when the owner is away.
    pub deputy: Option<Uuid>,
    /// Within how many working days people are answered.
    pub days: Option<i64>,
    /// Whether it is not open.
    pub closed: bool,
    /// Since when it is open.
    #[serde(skip)]
    pub opened: Option<Timestamp>,
}

impl Section {
    pub(super) fn read(row: section::Model) -> Self {
        let (owner, deputy, days, closed) = (row.owner, row.deputy, row.days, row.closed);
        Self { owner, deputy, days, closed, opened: row.opened_at.map(Timestamp::from_millis) }
    }

    /// What it lacks to be open, as messages, in the order in which one sees to it.
    pub fn missing(&self, has_content: bool) -> Vec<&'static str> {
        let mut out = Vec::new();
        if self.owner.is_none() {
            out.push("section-no-owner");
        }
        if self.deputy.is_none() {
            out.push("section-no-deputy");
        } else if self.deputy == self.owner {
            out.push("section-same-person");
        }
        if !has_content {
            out.push("section-no-content");
        }
        if self.days.is_none_or(|days| !(1..=MOST_DAYS).contains(&days)) {
            out.push("section-no-days");
        }
        out
    }
}

impl Settings {
    /// What was decided for exactly this place.
    pub fn section_at(&self, section: &str, place: &str) -> Option<&Section> {
        self.sections.get(&(section.to_owned(), place.to_owned()))
    }

    /// What holds of a section for a place: its own, else that of the nearest place around it. `None`: nobody decided
    /// anything, and it shows what it has.
    pub fn section(&self, section: &str, place: &str, atlas: &Atlas) -> Option<&Section> {
        let around = atlas.find(place).map(|place| atlas.ancestors(place)).unwrap_or_default();
        let own = self.section_at(section, place);
        own.or_else(|| around.iter().find_map(|place| self.section_at(section, &place.code)))
    }

    /// Whether a section shows what it has of a place.
    pub fn is_open(&self, section: &str, place: &str, atlas: &Atlas) -> bool {
        self.section(section, place, atlas).is_none_or(|section| !section.closed)
    }
}

/// Why a section does not open: what it lacks.
#[derive(Debug, thiserror::Error)]
pub enum SectionError {
    /// Something is missing.
    #[error("the section lacks something: {0:?}")]
    Missing(Vec<&'static str>),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sea_orm::DbErr> for SectionError {
    fn from(error: sea_orm::DbErr) -> Self {
        SectionError::Store(error.into())
    }
}

/// Decides about a section of a place. One that is to be open and lacks something stays as it is.
pub async fn decide(
    tx: &WriteTx,
    permit: &Permit<ChangeSettings>,
    (section, place): (&str, &str),
    mut new: Section,
    has_content: bool,
) -> Result<(), SectionError> {
    if !permit.is_for(place) {
        return Err(StoreError::Elsewhere(place.to_owned()).into());
    }
    let missing = new.missing(has_content);
    if !new.closed && !missing.is_empty() {
        return Err(SectionError::Missing(missing));
    }
    let row = section::Entity::find_by_id((place.to_owned(), section.to_owned())).one(tx).await?;
    let old = row.clone().map(Section::read);
    new.opened = match &old {
        Some(old) if old.closed == new.closed => old.opened,
        _ => (!new.closed).then(|| tx.at()),
    };
    if old.as_ref() == Some(&new) {
        return Ok(());
    }
    let action = match (old.as_ref().is_none_or(|old| old.closed), new.closed) {
        (true, false) => "section.opened",
        (false, true) => "section.closed",
        _ => "section.changed",
    };
    let told = |section: &Section| serde_json::to_string(section).map_err(StoreError::from);
    tx.record(Act {
        actor: permit.actor().as_str(),
        action,
        object: &format!("{SECTION_KIND}/{section}@{place}"),
        version: None,
        old: old.as_ref().map(told).transpose()?,
        new: Some(told(&new)?),
        why: None,
    });
    let mut changed = match &row {
        Some(row) => row.clone().into_active_model(),
        None => section::ActiveModel {
            place: Set(place.to_owned()),
            section: Set(section.to_owned()),
            ..Default::default()
        },
    };
    changed.owner = Set(new.owner);
    changed.deputy = Set(new.deputy);
    changed.days = Set(new.days);
    changed.closed = Set(new.closed);
    changed.opened_at = Set(new.opened.map(Timestamp::millis));
    if row.is_some() {
        changed.update(tx).await?;
    } else {
        section::Entity::insert(changed).exec_without_returning(tx).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    const ONE: Uuid = Uuid::from_u128(1);
    const OTHER: Uuid = Uuid::from_u128(2);

    #[rstest]
    #[case(None, None, None, false, &["section-no-owner", "section-no-deputy", "section-no-content", "section-no-days"])]
    #[case(Some(ONE), Some(ONE), Some(10), true, &["section-same-person"])]
    #[case(Some(ONE), Some(OTHER), Some(61), true, &["section-no-days"])]
    #[case(Some(ONE), Some(OTHER), Some(0), true, &["section-no-days"])]
    #[case(Some(ONE), Some(OTHER), Some(10), false, &["section-no-content"])]
    #[case(Some(ONE), Some(OTHER), Some(10), true, &[])]
    fn what_a_section_lacks_is_said_line_by_line(
        #[case] owner: Option<Uuid>,
        #[case] deputy: Option<Uuid>,
        #[case] days: Option<i64>,
        #[case] has_content: bool,
        #[case] missing: &[&str],
    ) {
        let section = Section { owner, deputy, days, ..Section::default() };
        assert_eq!(section.missing(has_content), missing);
    }
}
