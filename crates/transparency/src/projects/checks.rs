//! What must hold between the tables of the register, for `doctor`.

use infitah_store::checks::Check;
use strum::IntoEnumIterator;

use super::{
    model::{Kind, Stage},
    service::KIND,
};

/// The checks of this domain.
pub fn checks() -> Vec<Check> {
    vec![
        Check::Codes { table: "project", column: "kind", known: Kind::iter().map(Kind::code).collect() },
        Check::Codes { table: "project", column: "stage", known: Stage::iter().map(Stage::code).collect() },
        Check::Documented { table: "project", column: "reference", kind: KIND },
        Check::Found { table: "project", column: "reference", kind: KIND },
        Check::Belongs { table: "project_place", column: "project", to: "project", by: "id" },
        Check::Belongs { table: "project_place", column: "place", to: "place", by: "code" },
        Check::Belongs { table: "project_sector", column: "project", to: "project", by: "id" },
    ]
}
