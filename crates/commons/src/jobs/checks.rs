//! What must hold in the queue.

use infitah_store::checks::Check;

use super::model::State;

/// For `doctor`.
pub fn what_must_hold() -> Vec<Check> {
    vec![Check::Codes { table: "job", column: "state", known: State::ALL.iter().map(|state| state.code()).collect() }]
}
