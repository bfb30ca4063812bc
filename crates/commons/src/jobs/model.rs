//! What a job is.

use std::{fmt, str::FromStr};

use infitah_base::Timestamp;
use sea_orm::prelude::Uuid;

/// The kind before the slash of a job's object name.
pub const KIND: &str = "job";

/// The identifier of a job, also towards others: who is asked for the same thing twice can tell by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct JobId(pub(super) Uuid);

/// What was given is no identifier of a job.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not the number of a job: `infitah jobs list` names them")]
pub struct NotAJob(String);

impl fmt::Display for JobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl FromStr for JobId {
    type Err = NotAJob;

    fn from_str(text: &str) -> Result<Self, NotAJob> {
        text.trim().parse().map(Self).map_err(|_| NotAJob(text.to_owned()))
    }
}

/// How far a job is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// For its time, or for a worker.
    Waiting,
    /// A worker has it, or had it and died.
    Running,
    /// It was done.
    Done,
    /// It was given up; a person decides.
    Failed,
}

impl State {
    /// All of them.
    pub const ALL: [State; 4] = [State::Waiting, State::Running, State::Done, State::Failed];

    /// As it is kept.
    pub fn code(self) -> &'static str {
        match self {
            State::Waiting => "waiting",
            State::Running => "running",
            State::Done => "done",
            State::Failed => "failed",
        }
    }

    /// Read back.
    pub fn of(code: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// A job to be enqueued.
#[derive(Clone, Debug)]
pub struct New<'a, P: ?Sized> {
    /// Who knows how to do it.
    pub kind: &'a str,
    /// While a job of this kind and key is open, no other one is added.
    pub key: Option<String>,
    /// What it is about. It is kept for a month after the job was done: references, rather than what tells of people.
    pub payload: &'a P,
    /// Not before this instant.
    pub run_at: Option<Timestamp>,
}

/// A job as it is told to who looks after the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Its identifier.
    pub id: JobId,
    /// Who knows how to do it.
    pub kind: String,
    /// The key that no two open jobs of the kind have.
    pub key: Option<String>,
    /// How far it is.
    pub state: State,
    /// Not before this instant.
    pub run_at: Timestamp,
    /// How often it was begun.
    pub attempts: u32,
    /// What was wrong the last time.
    pub error: Option<String>,
    /// When it was enqueued.
    pub made_at: Timestamp,
    /// When it was done or given up.
    pub ended_at: Option<Timestamp>,
}
