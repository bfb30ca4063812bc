//! Reading editions and plain words. A budget is public: every viewer sees all of what is published.

use std::collections::BTreeMap;

use infitah_base::Timestamp;
use infitah_commons::Viewer;
use infitah_store::{StoreError, documents};
use sea_orm::ConnectionTrait;

use super::model::{Budget, NodeKey, Phase, Words};

/// The kind before the slash of an edition's object name.
pub(super) const KIND: &str = "budget";

/// The kind before the slash of plain words about a node.
pub(super) const WORDS: &str = "budget-words";

/// The name of an edition in the record, the change feed and the documents.
pub(super) fn object(year: i16, phase: Phase) -> String {
    format!("{KIND}/{}", super::model::edition(year, phase))
}

/// An edition as it is kept: `None` was taken back, and its versions stay.
pub(super) struct Kept {
    pub(super) version: i64,
    pub(super) at: Timestamp,
    pub(super) budget: Option<Budget>,
}

/// The newest versions of these editions, or of all.
pub(super) async fn editions(
    db: &impl ConnectionTrait,
    _: &Viewer,
    objects: Option<&[String]>,
) -> Result<Vec<Kept>, StoreError> {
    let newest = documents::newest_of(db, KIND).await?;
    let mut kept = Vec::new();
    // One after the other: each is a large document.
    for (object, version) in newest {
        if objects.is_some_and(|some| !some.contains(&object)) {
            continue;
        }
        if let Some((at, budget)) = documents::kept_at(db, &object, version).await? {
            kept.push(Kept { version, at, budget });
        }
    }
    Ok(kept)
}

/// The newest version of one edition.
pub async fn edition(
    db: &impl ConnectionTrait,
    _: &Viewer,
    year: i16,
    phase: Phase,
) -> Result<Option<(i64, Option<Budget>)>, StoreError> {
    let newest = documents::history(db, &object(year, phase), documents::Until::Now, 1).await?;
    Ok(newest.into_iter().next().map(|version| (version.number, version.body)))
}

/// One version of an edition, with the moment at which it was written; `None`: there is none, or it was taken back.
pub async fn edition_at(
    db: &impl ConnectionTrait,
    _: &Viewer,
    year: i16,
    phase: Phase,
    version: i64,
) -> Result<Option<(Timestamp, Budget)>, StoreError> {
    let kept: Option<(Timestamp, Option<Budget>)> = documents::kept_at(db, &object(year, phase), version).await?;
    Ok(kept.and_then(|(at, budget)| Some((at, budget?))))
}

/// All plain words, by their nodes.
pub async fn words(db: &impl ConnectionTrait, _: &Viewer) -> Result<BTreeMap<NodeKey, Words>, StoreError> {
    let newest = documents::newest_of(db, WORDS).await?;
    let all = documents::at_versions(db, &newest).await?;
    let node = |object: &str| object.strip_prefix(WORDS)?.strip_prefix('/')?.parse().ok();
    Ok(all.into_iter().filter_map(|(object, words)| Some((node(&object)?, words))).collect())
}
