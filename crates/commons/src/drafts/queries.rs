//! Drafts are looked for.

use infitah_store::{StoreError, entities::draft};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{Draft, State};

/// A draft; `None`: there is none of this number.
pub async fn one(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Draft>, StoreError> {
    draft::Entity::find_by_id(id).one(db).await?.map(Draft::try_from).transpose()
}

/// What somebody is writing, the last saved first.
pub async fn open_of(db: &impl ConnectionTrait, kind: &str, author: Uuid, most: u64) -> Result<Vec<Draft>, StoreError> {
    let alive = [<&str>::from(State::Open), State::Submitted.into()];
    let mine = draft::Entity::find()
        .filter(draft::Column::Kind.eq(kind))
        .filter(draft::Column::Author.eq(author))
        .filter(draft::Column::State.is_in(alive))
        .order_by_desc(draft::Column::SavedAt)
        .limit(most);
    mine.all(db).await?.into_iter().map(Draft::try_from).collect()
}

/// What waits for somebody to publish it, the longest waiting first.
pub async fn submitted(db: &impl ConnectionTrait, kind: &str, most: u64) -> Result<Vec<Draft>, StoreError> {
    let waiting = draft::Entity::find()
        .filter(draft::Column::Kind.eq(kind))
        .filter(draft::Column::State.eq(<&str>::from(State::Submitted)))
        .order_by_asc(draft::Column::SavedAt)
        .limit(most);
    waiting.all(db).await?.into_iter().map(Draft::try_from).collect()
}
