//! What must hold between the tables of the register, for `doctor`.

use infitah_store::checks::Check;
use strum::IntoEnumIterator;

use super::{
    model::{Kind, Stage},
    service::KIND,
};

/// The checks of this domain.
pub fn what_must_hold() -> Vec<Check> {
    // A project that says nothing of it has an empty code.
    let (kinds, stages) = (Kind::iter().map(Kind::code), Stage::iter().map(Stage::code));
    vec![
        Check::Codes { table: "project", column: "kind", known: kinds.chain([""]).collect() },
        Check::Codes { table: "project", column: "stage", known: stages.chain([""]).collect() },
        Check::Documented { table: "project", column: "reference", kind: KIND },
        Check::Found { table: "project", column: "reference", kind: KIND },
        Check::Belongs { table: "project_place", column: "project", to: "project", by: "id" },
        Check::Belongs { table: "project_place", column: "place", to: "place", by: "code" },
        Check::Belongs { table: "project_sector", column: "project", to: "project", by: "id" },
        Check::Belongs { table: "project_organisation", column: "project", to: "project", by: "id" },
        Check::Belongs { table: "project_organisation", column: "organisation", to: "organisation", by: "key" },
    ]
}
