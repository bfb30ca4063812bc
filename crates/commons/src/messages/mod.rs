//! Messages that leave and arrive: what they are, who carries them, what they may cost, and how people stop them.
//!
//! Who has something to say writes it with [`put`], in the write of what it is about: a job of the same write sends it.

mod answers;
mod carriers;
mod checks;
mod inbox;
mod incoming;
mod leave;
mod model;
mod queries;
mod rules;
mod segments;
mod service;
mod signature;
mod web;
mod wishes;

pub use carriers::{Carriers, Failure, Gateway, Kept, Outbox, Receipt, Smtp, send_alarm};
pub use checks::what_must_hold;
pub use inbox::{Arrived, ReadSms, arrived, mark_read};
pub use incoming::Incoming;
pub use leave::{SEND, SWEEP, forget_old, send, sweep};
pub use model::{Address, Body, MailAddress, NotAMessage, Outgoing, Phone, Purpose, State, Subject};
pub use queries::{HeldUp, Month, held_up, is_stopped, months, one, spent, waiting};
pub use segments::{Alphabet, Segments, segments};
pub use service::{
    Attempt, MoveMessage, PutMessage, Received, Reported, TakeMessage, attempt, put, put_for, receive, report,
    start_again, stop, wanted_again,
};
pub use signature::{Keys, Proof};
pub use web::{outbox_routes, routes, stop_address};
pub use wishes::{Way, Wish, Wishes, forget_of, forget_wishes, wish, wishes_of};

/// The kind before the slash of a message's object name.
pub const KIND: &str = "message";

/// The kind before the slash of the object name of an SMS that arrived.
pub const KIND_IN: &str = "message-in";
