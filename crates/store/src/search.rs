//! Search: one entry per object, folded in Rust, found through FTS5 or tsvector.

use std::collections::HashSet;

use infitah_base::text;
use sea_orm::ConnectionTrait;

use crate::tx::{BATCH, StoreError, WriteTx};

/// Puts an object into the index, in place of what it had. `title` and `body` are as people wrote them, in all
/// languages; they are folded here.
pub async fn index(tx: &WriteTx, object: &str, title: &str, body: &str) -> Result<(), StoreError> {
    remove_all(tx, &[object.to_owned()]).await?;
    index_new(tx, &[(object.to_owned(), title.to_owned(), body.to_owned())]).await
}

/// Puts objects into the index that are not in it: each one's name, title and body, as for [`index`].
pub async fn index_new(tx: &WriteTx, entries: &[(String, String, String)]) -> Result<(), StoreError> {
    for some in entries.chunks(BATCH) {
        let folded = some
            .iter()
            .map(|(object, title, body)| [object.clone(), text::for_index(title), text::for_index(body)])
            .collect::<Vec<_>>();
        tx.execute_raw(crate::dialect::search_insert(tx.get_database_backend(), &folded)).await?;
    }
    Ok(())
}

/// Takes objects out of the index.
pub async fn remove_all(tx: &WriteTx, objects: &[String]) -> Result<(), StoreError> {
    for some in objects.chunks(BATCH) {
        tx.execute_raw(crate::dialect::search_delete(tx.get_database_backend(), some)).await?;
    }
    Ok(())
}

/// The ids (after the slash) of objects of each kind that have all words of `query`, best first, at most `limit` of each
/// kind: one statement. A query without letters or digits finds nothing.
pub async fn find(
    db: &impl ConnectionTrait,
    kinds: &[&str],
    query: &str,
    limit: u32,
) -> Result<Vec<Vec<String>>, StoreError> {
    let mut out = vec![Vec::new(); kinds.len()];
    let words = text::words(query);
    if words.is_empty() || kinds.is_empty() {
        return Ok(out);
    }
    let rows = db.query_all_raw(crate::dialect::search_query(db.get_database_backend(), kinds, &words, limit)).await?;
    for row in rows {
        let object: String = row.try_get_by_index(0)?;
        let Some((kind, id)) = object.split_once('/') else { continue };
        let ids = kinds.iter().position(|one| *one == kind).and_then(|position| out.get_mut(position));
        ids.into_iter().for_each(|ids: &mut Vec<String>| ids.push(id.to_owned()));
    }
    Ok(out)
}

/// The ids (after the slash) of all objects of `kind` that have all words of `query`; `None` when the query has no
/// letters or digits, and so asks for nothing.
pub async fn all(db: &impl ConnectionTrait, kind: &str, query: &str) -> Result<Option<HashSet<String>>, StoreError> {
    let words = text::words(query);
    if words.is_empty() {
        return Ok(None);
    }
    let rows = db.query_all_raw(crate::dialect::search_all(db.get_database_backend(), kind, &words)).await?;
    let ids = rows.iter().map(|row| {
        let object: String = row.try_get_by_index(0)?;
        Ok(object.split_once('/').map(|(_, id)| id.to_owned()).unwrap_or(object))
    });
    ids.collect::<Result<_, StoreError>>().map(Some)
}

/// The condition that `column` (a table's, holding ids of `kind`) names an object that has all words of `query`;
/// `None` when the query has no letters or digits. Names come from the program, never from outside.
pub fn condition(
    db: &impl ConnectionTrait,
    kind: &'static str,
    column: &'static str,
    query: &str,
) -> Option<sea_orm::sea_query::SimpleExpr> {
    let words = text::words(query);
    (!words.is_empty()).then(|| crate::dialect::search_condition(db.get_database_backend(), kind, column, &words))
}
