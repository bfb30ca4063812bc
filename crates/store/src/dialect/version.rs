//! Which migrations a database has, and bringing it to those it should have.

use sea_orm::{ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbErr, Statement};
use sea_orm_migration::{MigratorTrait, SchemaManager};

use super::begin_write;
use crate::{db::OpenError, migrations::Migrator};

/// The migrations that this program knows, in their order.
pub(crate) fn known() -> Vec<String> {
    Migrator::migrations().iter().map(|migration| migration.name().to_owned()).collect()
}

/// Brings the database to this program's version: all of it or nothing.
pub(crate) async fn migrate(db: &DatabaseConnection) -> Result<(), OpenError> {
    refuse_newer(&applied(db).await?)?;
    let tx = begin_write(db).await?;
    Migrator::up(&tx, None).await?;
    tx.commit().await?;
    Ok(())
}

/// Applies the first `count` migrations, in the transaction of whoever fills the tables.
pub(crate) async fn migrate_in(tx: &DatabaseTransaction, count: usize) -> Result<(), DbErr> {
    Migrator::up(tx, Some(u32::try_from(count).unwrap_or(u32::MAX))).await
}

/// An older database asks for `migrate`, a newer one for a newer program.
pub(crate) async fn check_version(db: &DatabaseConnection, address: &str) -> Result<(), OpenError> {
    let applied = applied(db).await?;
    refuse_newer(&applied)?;
    match (applied.len(), known().len()) {
        (0, _) => Err(OpenError::Empty(infitah_base::config::without_password(address))),
        (applied, known) if applied < known => Err(OpenError::Older { applied, known }),
        _ => Ok(()),
    }
}

/// Refuses a database that has migrations of a later program.
pub(crate) fn refuse_newer(applied: &[String]) -> Result<(), OpenError> {
    let known = known();
    match applied.iter().find(|name| !known.contains(name)) {
        Some(newer) => Err(OpenError::Newer(newer.clone())),
        None => Ok(()),
    }
}

/// The migrations that the database has, none when it is empty.
pub(crate) async fn applied<C: ConnectionTrait>(db: &C) -> Result<Vec<String>, DbErr>
where
    for<'c> &'c C: sea_orm_migration::IntoSchemaManagerConnection<'c>,
{
    if !SchemaManager::new(db).has_table("seaql_migrations").await? {
        return Ok(Vec::new());
    }
    let sql = "SELECT version FROM seaql_migrations ORDER BY version";
    let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
    rows.iter().map(|row| row.try_get_by_index::<String>(0)).collect()
}
