//! What must hold between the rows of messages.

use infitah_store::checks::Check;
use strum::IntoEnumIterator;

use super::{
    incoming::Kind,
    model::{Purpose, State},
    wishes::Way,
};

/// For `doctor`.
pub fn what_must_hold() -> Vec<Check> {
    let kinds = Kind::iter().map(<&'static str>::from).collect();
    vec![
        Check::Codes { table: "message", column: "purpose", known: Purpose::iter().map(Purpose::code).collect() },
        Check::Codes { table: "message", column: "state", known: State::iter().map(State::code).collect() },
        Check::Codes { table: "message_in", column: "kind", known: kinds },
        Check::Codes { table: "message_wish", column: "notices", known: Way::iter().map(Way::code).collect() },
        Check::Codes { table: "message_wish", column: "digests", known: Way::iter().map(Way::code).collect() },
    ]
}
