//! Messages that leave and arrive: what they are, who carries them, what they may cost, and how people stop them.
//!
//! Who has something to say writes it with [`put`], in the write of what it is about: a job of the same write sends it.

mod carriers;
mod checks;
mod incoming;
mod leave;
mod model;
mod queries;
mod rules;
mod segments;
mod service;
mod signature;
mod web;

pub use carriers::{Carriers, Failure, Gateway, Kept, Outbox, Receipt, Smtp, send_alarm};
pub use checks::what_must_hold;
pub use incoming::Incoming;
pub use leave::{SEND, SWEEP, forget_old, send, sweep};
pub use model::{Address, Body, MailAddress, NotAMessage, Outgoing, Phone, Purpose, State, Subject};
pub use queries::{Month, is_stopped, months, one, spent, waiting};
pub use segments::{Alphabet, Segments, segments};
pub use service::{
    Attempt, MoveMessage, PutMessage, Received, Reported, TakeMessage, attempt, put, receive, report, start_again, stop,
};
pub use signature::{Keys, Proof};
pub use web::{outbox_routes, routes};

/// The kind before the slash of a message's object name.
pub const KIND: &str = "message";
