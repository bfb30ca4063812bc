//! How a budget was decided: its dates beside those of the law, and the votes.

use infitah_base::{CivilDate, Text};

use super::Told;
use crate::budget::rules::law::Limits;

/// How it was decided, ready to be shown.
pub(super) struct Decided {
    pub(super) steps: Vec<Step>,
    pub(super) votes: Vec<Vote>,
    pub(super) documents: Option<(usize, usize)>,
    pub(super) audits: Vec<(Text, Option<String>, Option<String>)>,
}

/// A step of its way.
pub(super) struct Step {
    pub(super) label: &'static str,
    /// When it was done.
    pub(super) done: Option<String>,
    /// Until when the law wants it.
    pub(super) limit: Option<String>,
    pub(super) state: State,
    pub(super) article: &'static str,
}

/// How a step stands to the law's date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Done, in time or without a date to compare with.
    Done,
    /// Done after the law's date.
    Late,
    /// Its date is still to come.
    Ahead,
    /// The law's date has passed, or is not known, and nobody published when it was done.
    Unknown,
}

/// A vote.
pub(super) struct Vote {
    pub(super) name: Text,
    pub(super) part: String,
    pub(super) href: String,
    pub(super) yes: u32,
    pub(super) no: u32,
    pub(super) abstained: u32,
}

/// How an edition was decided, as of a day.
pub(super) fn of(told: &Told, today: CivilDate) -> Decided {
    let decision = &told.edition.budget().decision;
    let limits = Limits::of(told.edition.budget());
    let dates = [
        ("decided-documents", decision.documents_sent, limits.documents_sent, "198"),
        ("decided-adopted", decision.adopted, limits.adopted, "198"),
        ("decided-visa-asked", decision.visa_asked, limits.visa_asked, "202"),
        ("decided-visa-given", decision.visa_given, limits.visa_given, "202"),
        ("decided-deposited", decision.deposited, limits.deposited, "207"),
        ("decided-published", decision.published, None, "207"),
        ("decided-statement", decision.statement, limits.statement, "216"),
    ];
    let t = &told.t;
    let step = |(label, done, limit, article): (&'static str, Option<CivilDate>, Option<CivilDate>, &'static str)| {
        let state = match (done, limit) {
            (Some(done), Some(limit)) if done > limit => State::Late,
            (Some(_), _) => State::Done,
            (None, Some(limit)) if today <= limit => State::Ahead,
            (None, _) => State::Unknown,
        };
        let said = |date: Option<CivilDate>| date.map(|date| t.date(date));
        Step { label, done: said(done), limit: said(limit), state, article }
    };
    let vote = |vote: &crate::budget::model::Vote| Vote {
        name: told.node_name(&vote.on),
        part: told.part_name(&vote.on),
        href: told.node_url(&vote.on),
        yes: vote.yes,
        no: vote.no,
        abstained: vote.abstained,
    };
    let audit = |audit: &crate::budget::model::Audit| {
        let url = audit.url.clone().filter(|url| url.starts_with("https://") || url.starts_with("http://"));
        (audit.by.clone(), audit.on.map(|on| t.date(on)), url)
    };
    Decided {
        steps: dates.into_iter().map(step).collect(),
        votes: decision.votes.iter().map(vote).collect(),
        documents: decision.documents.as_ref().map(|known| {
            let all = crate::budget::data::documents();
            (all.iter().filter(|one| known.contains(&one.key)).count(), all.len())
        }),
        audits: decision.audits.iter().map(audit).collect(),
    }
}

impl Step {
    /// The class of its mark on the thread.
    pub(super) fn class(&self) -> &'static str {
        match self.state {
            State::Done => "",
            State::Late => "late",
            State::Ahead => "next",
            State::Unknown => "todo",
        }
    }
}
