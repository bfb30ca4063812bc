//! What must hold between the tables of the places, for `doctor`.

use infitah_store::checks::Check;

/// The checks of this domain.
pub fn what_must_hold() -> Vec<Check> {
    vec![
        Check::Belongs { table: "place", column: "kind", to: "place_kind", by: "kind" },
        Check::Belongs { table: "place", column: "parent", to: "place", by: "code" },
        Check::Belongs { table: "place_outline", column: "code", to: "place", by: "code" },
        Check::Belongs { table: "place_figure", column: "place", to: "place", by: "code" },
        Check::Belongs { table: "place_figure", column: "indicator", to: "indicator", by: "key" },
        Check::Found { table: "place", column: "code", kind: "place" },
    ]
}
