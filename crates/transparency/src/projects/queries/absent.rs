//! Projects that a file of the same source named before and a newer one does not.

use std::collections::HashSet;

use infitah_commons::Viewer;
use infitah_store::{
    StoreError,
    entities::{import, import_row, project},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect};

use crate::projects::{
    exchange::{Listing, key_of},
    imports::ImportState,
};

/// How many rows of the journal are read at once.
const ROWS: u64 = 5_000;

/// The projects that a file does not name, though the import that first brought one of those it names brought them too.
/// `named` has the keys of the file's identifiers.
pub async fn absent(db: &impl ConnectionTrait, _: &Viewer, named: &HashSet<u64>) -> Result<Listing, StoreError> {
    let mut found = Listing::default();
    let done = import::Entity::find()
        .select_only()
        .column(import::Column::Id)
        .filter(import::Column::State.eq(ImportState::Done.code()))
        .order_by_asc(import::Column::Id);
    for id in done.into_tuple::<String>().all(db).await? {
        let (mut shares, mut of_this) = (false, Listing::default());
        let mut after = 0_i64;
        loop {
            let rows: Vec<(i64, String)> = import_row::Entity::find()
                .select_only()
                .column(import_row::Column::Number)
                .column(project::Column::Identifier)
                .join(
                    JoinType::InnerJoin,
                    import_row::Entity::belongs_to(project::Entity)
                        .from(import_row::Column::Reference)
                        .to(project::Column::Reference)
                        .into(),
                )
                .filter(import_row::Column::Import.eq(id.as_str()))
                .filter(import_row::Column::Before.is_null())
                .filter(import_row::Column::Number.gt(after))
                .order_by_asc(import_row::Column::Number)
                .limit(ROWS)
                .into_tuple()
                .all(db)
                .await?;
            let Some((last, _)) = rows.last() else { break };
            after = *last;
            for (_, identifier) in rows {
                if named.contains(&key_of(&identifier)) {
                    shares = true;
                } else {
                    of_this.add(0, &identifier);
                }
            }
        }
        if shares {
            found.join(of_this);
        }
    }
    Ok(found)
}
