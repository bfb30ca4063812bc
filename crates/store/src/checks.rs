//! What must hold between rows and cannot be said to the database. Each domain names its own checks; `doctor` runs
//! them all.

use sea_orm::{ConnectionTrait, EntityTrait, Statement};

use crate::{Db, documents, entities::document, tx::StoreError};

/// Something that must hold. Names of tables and columns come from the program, never from outside.
#[derive(Clone, Debug)]
pub enum Check {
    /// A column holds only these codes: an enumeration is plain text to the database.
    Codes {
        /// The table.
        table: &'static str,
        /// Its column.
        column: &'static str,
        /// The codes that the program knows.
        known: Vec<&'static str>,
    },
    /// Every row belongs to a row of another table.
    Belongs {
        /// The table.
        table: &'static str,
        /// The column that names the other row.
        column: &'static str,
        /// The other table.
        to: &'static str,
        /// The column by which it is named there.
        by: &'static str,
    },
    /// Every row has its document, of the version it says.
    Documented {
        /// The table, with a column `version`.
        table: &'static str,
        /// The column that stands after the slash in the object's name.
        column: &'static str,
        /// What stands before it.
        kind: &'static str,
    },
    /// Every row can be found by search, and search finds nothing that is gone.
    Found {
        /// The table.
        table: &'static str,
        /// The column that stands after the slash in the object's name.
        column: &'static str,
        /// What stands before it.
        kind: &'static str,
    },
    /// The newest version of every object of a kind is one that the program understands.
    Understood {
        /// What stands before the slash in the objects' names.
        kind: &'static str,
        /// Says what is wrong with a document: its object's name and its body.
        wrong: fn(&str, &str) -> Option<String>,
    },
}

/// How many of the rows that are wrong are named.
const NAMED: usize = 3;

impl Check {
    /// What is looked at, in a few words.
    pub fn what(&self) -> String {
        match self {
            Check::Codes { table, column, .. } => format!("{table}.{column} holds known codes"),
            Check::Belongs { table, column, to, .. } => format!("{table}.{column} names a row of {to}"),
            Check::Documented { table, .. } => format!("{table} rows have their documents"),
            Check::Found { table, .. } => format!("{table} rows are in the search index"),
            Check::Understood { kind, .. } => format!("{kind} documents are understood"),
        }
    }

    /// Looks. What is wrong is said in one line; `None`: all is well.
    pub async fn look(&self, db: &Db) -> Result<Option<String>, StoreError> {
        let tx = db.read().await?;
        if let Check::Understood { kind, wrong } = self {
            for (object, version) in documents::newest_of(&tx, kind).await? {
                let found = document::Entity::find_by_id((object.clone(), version)).one(&tx).await?;
                if let Some(wrong) = found.and_then(|row| wrong(&object, &row.body)) {
                    return Ok(Some(format!("not so: {object}: {wrong}")));
                }
            }
            return Ok(None);
        }
        let rows = tx.query_all_raw(Statement::from_string(tx.get_database_backend(), self.sql())).await?;
        let names: Result<Vec<String>, _> = rows.iter().map(|row| row.try_get_by_index(0)).collect();
        let names = names?;
        if names.is_empty() {
            return Ok(None);
        }
        let more = if names.len() > NAMED { " and others" } else { "" };
        Ok(Some(format!("not so: {}{more}", names[..names.len().min(NAMED)].join(", "))))
    }

    /// The rows that are wrong, by name, at most one more than are told.
    fn sql(&self) -> String {
        let wrong = match self {
            Check::Codes { table, column, known } => {
                let known: Vec<String> = known.iter().map(|code| format!("'{code}'")).collect();
                format!("SELECT DISTINCT {column} FROM {table} WHERE {column} NOT IN ({})", known.join(", "))
            }
            Check::Belongs { table, column, to, by } => format!(
                "SELECT CAST(COUNT(*) AS text) || ' in {table}' FROM {table} \
                 WHERE {column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {to} other WHERE other.{by} = {table}.{column}) \
                 HAVING COUNT(*) > 0"
            ),
            Check::Documented { table, column, kind } => format!(
                "SELECT {column} FROM {table} WHERE NOT EXISTS (SELECT 1 FROM document \
                 WHERE document.object = '{kind}/' || {table}.{column} AND document.version = {table}.version)"
            ),
            Check::Found { table, column, kind } => format!(
                "SELECT {column} FROM {table} WHERE '{kind}/' || {column} NOT IN (SELECT object FROM search) \
                 UNION ALL SELECT object FROM search WHERE object LIKE '{kind}/%' \
                 AND object NOT IN (SELECT '{kind}/' || {column} FROM {table})"
            ),
            // Looked at one by one.
            Check::Understood { .. } => "SELECT object FROM document WHERE 1 = 0".to_owned(),
        };
        format!("{wrong} LIMIT {}", NAMED + 1)
    }
}
