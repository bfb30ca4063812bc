//! Drafts are begun, saved, sent to somebody else, and ended.
//!
//! None of this is an official act: what is official is the publication, which the domain records.

use infitah_base::{Timestamp, ids};
use infitah_store::{StoreError, WriteTx, entities::draft};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use serde_json::Value;
use strum::{EnumIter, EnumString, IntoStaticStr};
use uuid::Uuid;

/// What became of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum State {
    /// It is being written.
    Open,
    /// Somebody else is asked to publish it.
    Submitted,
    /// It is published.
    Published,
    /// Its author gave it up.
    GivenUp,
}

/// A draft.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// Its number in addresses.
    pub id: Uuid,
    /// The reference of what it changes; empty: it is not there yet.
    pub object: String,
    /// The version that was opened, 0 for none.
    pub base: i64,
    /// Whose it is.
    pub author: Uuid,
    /// What became of it.
    pub state: State,
    /// The document as its author wants it.
    pub body: Value,
    /// How often it was saved: by it a later step knows whether it saw all.
    pub turn: i64,
    /// When it was last saved.
    pub saved: Timestamp,
}

impl Draft {
    /// Whether anything can still become of it.
    pub fn is_alive(&self) -> bool {
        matches!(self.state, State::Open | State::Submitted)
    }
}

impl TryFrom<draft::Model> for Draft {
    type Error = StoreError;

    fn try_from(row: draft::Model) -> Result<Self, StoreError> {
        let strange = || StoreError::Unreadable(format!("draft {} is {}", row.id, row.state));
        Ok(Self {
            id: row.id,
            state: row.state.parse().map_err(|_| strange())?,
            object: row.object,
            base: row.base,
            author: row.author,
            body: serde_json::from_str(&row.body)?,
            turn: row.turn,
            saved: Timestamp::from_millis(row.saved_at),
        })
    }
}

/// What a draft begins with.
#[derive(Clone, Debug)]
pub struct Begin<'a> {
    /// The kind of object (`project`).
    pub kind: &'a str,
    /// The reference of what it changes; empty for something new.
    pub object: &'a str,
    /// The version that was opened, 0 for none.
    pub base: i64,
    /// Whose it is.
    pub author: Uuid,
    /// The document of that version.
    pub body: &'a Value,
}

/// Whether a draft was as the caller had seen it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// It was, and is changed.
    Done,
    /// Something happened to it in between; nothing was done.
    Meanwhile,
}

/// What no two living drafts have.
fn open_key(kind: &str, object: &str, author: Uuid) -> Option<String> {
    (!object.is_empty()).then(|| format!("{kind}/{object}:{author}"))
}

/// Begins a draft, or goes on with the one that its author has of this object.
pub async fn begin(tx: &WriteTx, new: Begin<'_>) -> Result<Uuid, StoreError> {
    let books = tx.bookkeeping();
    let key = open_key(new.kind, new.object, new.author);
    if let Some(key) = &key
        && let Some(known) = draft::Entity::find().filter(draft::Column::OpenKey.eq(key)).one(&books).await?
    {
        return Ok(known.id);
    }
    let (id, now) = (ids::new_uuid(tx.at(), tx.chance()), tx.at().millis());
    let row = draft::ActiveModel {
        id: Set(id),
        kind: Set(new.kind.to_owned()),
        object: Set(new.object.to_owned()),
        base: Set(new.base),
        author: Set(new.author),
        state: Set(<&str>::from(State::Open).to_owned()),
        open_key: Set(key),
        body: Set(serde_json::to_string(new.body)?),
        turn: Set(0),
        made_at: Set(now),
        saved_at: Set(now),
    };
    draft::Entity::insert(row).exec_without_returning(&books).await?;
    Ok(id)
}

/// Changes a living draft by what `change` makes of its body as it is now: two windows of one person lose nothing.
/// A draft that was sent to somebody comes back to its author by it. `None`: it is not there, or has ended.
pub async fn save(tx: &WriteTx, id: Uuid, change: impl FnOnce(&mut Value) + Send) -> Result<Option<Draft>, StoreError> {
    let Some(mut draft) = super::one(&tx.bookkeeping(), id).await?.filter(Draft::is_alive) else { return Ok(None) };
    let before = draft.body.clone();
    change(&mut draft.body);
    if draft.body != before || draft.state == State::Submitted {
        draft.state = State::Open;
        write(tx, &mut draft, None).await?;
    }
    Ok(Some(draft))
}

/// Sends a draft to whoever may publish it, as it was when its author saw it.
pub async fn send(tx: &WriteTx, mut draft: Draft) -> Result<Changed, StoreError> {
    let seen = draft.turn;
    draft.state = State::Submitted;
    write(tx, &mut draft, Some(seen)).await
}

/// Puts a draft on a newer version: `body` is what its author makes of both.
pub async fn rebase(tx: &WriteTx, mut draft: Draft, base: i64, body: Value) -> Result<Changed, StoreError> {
    let seen = draft.turn;
    (draft.base, draft.body, draft.state) = (base, body, State::Open);
    write(tx, &mut draft, Some(seen)).await
}

/// Ends a draft. `object` is what it became.
pub async fn end(tx: &WriteTx, mut draft: Draft, state: State, object: &str) -> Result<Changed, StoreError> {
    let seen = draft.turn;
    draft.state = state;
    object.clone_into(&mut draft.object);
    write(tx, &mut draft, Some(seen)).await
}

/// Writes a draft as it is to be. `seen`: only if it was saved no oftener than that, and is alive.
async fn write(tx: &WriteTx, draft: &mut Draft, seen: Option<i64>) -> Result<Changed, StoreError> {
    draft.turn += 1;
    draft.saved = tx.at();
    let mut row = draft::Entity::update_many()
        .col_expr(draft::Column::Object, Expr::value(draft.object.as_str()))
        .col_expr(draft::Column::Base, Expr::value(draft.base))
        .col_expr(draft::Column::State, Expr::value(<&str>::from(draft.state)))
        .col_expr(draft::Column::Body, Expr::value(serde_json::to_string(&draft.body)?))
        .col_expr(draft::Column::Turn, Expr::value(draft.turn))
        .col_expr(draft::Column::SavedAt, Expr::value(tx.at().millis()))
        .filter(draft::Column::Id.eq(draft.id))
        .filter(draft::Column::State.is_in([<&str>::from(State::Open), State::Submitted.into()]));
    if !draft.is_alive() {
        row = row.col_expr(draft::Column::OpenKey, Expr::value(Option::<String>::None));
    }
    if let Some(seen) = seen {
        row = row.filter(draft::Column::Turn.eq(seen));
    }
    let changed = row.exec(&tx.bookkeeping()).await?.rows_affected;
    Ok(if changed == 0 { Changed::Meanwhile } else { Changed::Done })
}
