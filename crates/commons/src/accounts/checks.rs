//! What must hold between the rows of accounts.

use infitah_store::checks::Check;
use strum::IntoEnumIterator;

use super::{
    factors::Kind,
    queries::{CLOSED, OPEN},
};
use crate::access::{Domain, Role, Strength};

/// For `doctor`.
pub fn what_must_hold() -> Vec<Check> {
    // A role for everything has no domain.
    let domains = Domain::iter().map(Domain::code).chain([""]).collect();
    vec![
        Check::Codes { table: "account", column: "state", known: vec![OPEN, CLOSED] },
        Check::Codes { table: "session", column: "strength", known: Strength::iter().map(Strength::code).collect() },
        Check::Codes { table: "factor", column: "kind", known: Kind::iter().map(Kind::code).collect() },
        Check::Codes { table: "granting", column: "role", known: Role::iter().map(Role::code).collect() },
        Check::Codes { table: "granting", column: "domain", known: domains },
    ]
}
