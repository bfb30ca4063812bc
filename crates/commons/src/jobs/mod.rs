//! What is done in the background. A job is enqueued in the transaction that gives the reason for it, taken by one
//! worker at a time under a lease, tried again with back-off, and ended in one write with what it does to the database:
//! that happens exactly once, whoever dies in between.
//!
//! What a job does elsewhere (a mail) may happen twice: its id is the key by which the other side can tell.

mod checks;
mod kinds;
mod model;
mod old;
mod queries;
mod queue;
mod rules;
mod schedules;
mod service;
mod worker;

pub use checks::what_must_hold;
pub use kinds::{Done, Effect, Failure, Kinds, Task};
pub use model::{Job, JobId, KIND, New, NotAJob, State};
pub use old::{TIDY, remove_old};
pub use queries::{Counts, counts, list, open};
pub use queue::enqueue;
pub use rules::Patience;
pub use schedules::{BadSchedule, Schedule};
pub use service::{JobError, KeepJobs, again, forget};
pub use worker::Worker;

#[cfg(test)]
mod tests;
