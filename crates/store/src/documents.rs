//! Rich objects: every version whole. History, the page on a past date, undo and repeated import come from here.

use std::collections::HashMap;

use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    entities::{counter, document},
    tx::{BATCH, StoreError, WriteTx, in_few_lengths},
};

/// Keeps a version of an object. `object` is `kind/id`; versions count from 1. The write must record an act of the same
/// object and version.
pub async fn keep(tx: &WriteTx, object: &str, version: i64, body: &impl Serialize) -> Result<(), StoreError> {
    keep_all(tx, [(object.to_owned(), version, serde_json::to_string(body)?)]).await
}

/// Keeps versions of many objects: each one's name, version and body as JSON.
pub async fn keep_all(
    tx: &WriteTx,
    versions: impl IntoIterator<Item = (String, i64, String)>,
) -> Result<(), StoreError> {
    let rows = versions.into_iter().map(|(object, version, body)| {
        tx.kept(&object, version, &body);
        document::ActiveModel { object: Set(object), version: Set(version), at: Set(tx.at().millis()), body: Set(body) }
    });
    for some in rows.collect::<Vec<_>>().chunks(BATCH) {
        document::Entity::insert_many(some.to_vec()).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// The version `version` of an object.
pub async fn at_version<T: DeserializeOwned>(
    db: &impl ConnectionTrait,
    object: &str,
    version: i64,
) -> Result<Option<T>, StoreError> {
    let row = document::Entity::find_by_id((object.to_owned(), version)).one(db).await?;
    row.map(|row| read(&row)).transpose()
}

/// The version `version` of an object, with the instant at which it was kept.
pub async fn kept_at<T: DeserializeOwned>(
    db: &impl ConnectionTrait,
    object: &str,
    version: i64,
) -> Result<Option<(infitah_base::Timestamp, T)>, StoreError> {
    let row = document::Entity::find_by_id((object.to_owned(), version)).one(db).await?;
    row.map(|row| Ok((infitah_base::Timestamp::from_millis(row.at), read(&row)?))).transpose()
}

/// These versions of objects, by the object's name; what is not there is not in the answer.
pub async fn at_versions<T: DeserializeOwned>(
    db: &impl ConnectionTrait,
    wanted: &[(String, i64)],
) -> Result<HashMap<String, T>, StoreError> {
    let mut out = HashMap::with_capacity(wanted.len());
    // Two values a row: half a batch stays under the bound of both databases.
    for some in wanted.chunks(BATCH / 2) {
        let any = in_few_lengths(some).into_iter().fold(Condition::any(), |any, (object, version)| {
            let this = Condition::all()
                .add(document::Column::Object.eq(object.as_str()))
                .add(document::Column::Version.eq(*version));
            any.add(this)
        });
        for row in document::Entity::find().filter(any).all(db).await? {
            let body = read(&row)?;
            out.insert(row.object, body);
        }
    }
    Ok(out)
}

/// The newest version of every object of a kind, in the order of their names.
pub async fn newest_of(db: &impl ConnectionTrait, kind: &str) -> Result<Vec<(String, i64)>, StoreError> {
    let newest = document::Entity::find()
        .select_only()
        .column(document::Column::Object)
        .column_as(document::Column::Version.max(), "newest")
        .filter(document::Column::Object.starts_with(format!("{kind}/")))
        .group_by(document::Column::Object)
        .order_by_asc(document::Column::Object);
    Ok(newest.into_tuple().all(db).await?)
}

/// Up to which version a history is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// The newest.
    Now,
    /// The one that held at an instant.
    At(infitah_base::Timestamp),
    /// This one.
    Version(i64),
}

/// The versions of an object, newest first, at most `limit`.
pub async fn history<T: DeserializeOwned>(
    db: &impl ConnectionTrait,
    object: &str,
    until: Until,
    limit: u64,
) -> Result<Vec<Version<T>>, StoreError> {
    let all = document::Entity::find().filter(document::Column::Object.eq(object));
    let some = match until {
        Until::Now => all,
        Until::At(latest) => all.filter(document::Column::At.lte(latest.millis())),
        Until::Version(number) => all.filter(document::Column::Version.lte(number)),
    };
    let rows = some.order_by_desc(document::Column::Version).limit(limit).all(db).await?;
    rows.iter()
        .map(|row| {
            let at = infitah_base::Timestamp::from_millis(row.at);
            Ok(Version { number: row.version, at, body: read(row)? })
        })
        .collect()
}

/// A version of an object.
#[derive(Clone, Debug)]
pub struct Version<T> {
    /// Counts from 1.
    pub number: i64,
    /// When it was written.
    pub at: infitah_base::Timestamp,
    /// The object as it was then.
    pub body: T,
}

/// The typed document of a row.
pub fn read<T: DeserializeOwned>(row: &document::Model) -> Result<T, StoreError> {
    serde_json::from_str(&row.body)
        .map_err(|error| StoreError::Unreadable(format!("{} version {}: {error}", row.object, row.version)))
}

/// The next running number of `name`, from 1. Within the one write no two get the same.
pub async fn next_number(tx: &WriteTx, name: &str) -> Result<i64, StoreError> {
    next_numbers(tx, name, 1).await
}

/// The first of the next `count` running numbers of `name`.
pub async fn next_numbers(tx: &WriteTx, name: &str, count: usize) -> Result<i64, StoreError> {
    let next = match counter::Entity::find_by_id(name).one(tx).await? {
        Some(row) => row.value + 1,
        None => 1,
    };
    let last = next + i64::try_from(count).unwrap_or(i64::MAX) - 1;
    let row = counter::ActiveModel { name: Set(name.to_owned()), value: Set(last) };
    let replace =
        sea_orm::sea_query::OnConflict::column(counter::Column::Name).update_column(counter::Column::Value).to_owned();
    counter::Entity::insert(row).on_conflict(replace).exec_without_returning(tx).await?;
    Ok(next)
}
