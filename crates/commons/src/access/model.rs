//! Who somebody is here: roles, where and in what they hold, and how well it was proved.

use infitah_base::{Lang, Timestamp};
use strum::{EnumIter, EnumString, IntoStaticStr};
use uuid::Uuid;

/// What somebody is trusted with. Everybody who has an account is a citizen, without being given it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Role {
    /// Speaks for an association or another body.
    Representative,
    /// Leads workshops and writes down for others.
    Facilitator,
    /// Keeps what an administration publishes: projects, budgets.
    Agent,
    /// Answers requests for information (law 31-13).
    InformationOfficer,
    /// Decides what of what people write is shown.
    Moderator,
    /// Keeps the council's agenda and deadlines.
    Secretariat,
    /// Tells the public.
    Communications,
    /// Reads everything that was done, and does nothing.
    Auditor,
    /// Gives roles and sees to the program.
    Administrator,
}

impl Role {
    /// As it is kept.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The message that names it.
    pub fn key(self) -> &'static str {
        match self {
            Role::Representative => "role-representative",
            Role::Facilitator => "role-facilitator",
            Role::Agent => "role-agent",
            Role::InformationOfficer => "role-information-officer",
            Role::Moderator => "role-moderator",
            Role::Secretariat => "role-secretariat",
            Role::Communications => "role-communications",
            Role::Auditor => "role-auditor",
            Role::Administrator => "role-administrator",
        }
    }

    /// Whether it asks for more than a code: who can change what others rely on proves it by a passkey, or by a code and
    /// an application that shows codes. A representative acts for a body and changes nothing of an administration.
    pub fn is_staff(self) -> bool {
        self != Role::Representative
    }
}

/// What a role is held for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Domain {
    /// The register of projects.
    Projects,
    /// The budget.
    Budget,
    /// The words explained.
    Words,
    /// What people say, and messages.
    Messages,
    /// Accounts and roles.
    People,
    /// The record, jobs, settings: the program itself.
    Program,
}

impl Domain {
    /// The message that names it.
    pub fn key(self) -> &'static str {
        match self {
            Domain::Projects => "domain-projects",
            Domain::Budget => "domain-budget",
            Domain::Words => "domain-words",
            Domain::Messages => "domain-messages",
            Domain::People => "domain-people",
            Domain::Program => "domain-program",
        }
    }
}

impl Domain {
    /// As it is kept.
    pub fn code(self) -> &'static str {
        self.into()
    }
}

/// How it was proved who somebody is, from the weakest to the strongest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Strength {
    /// By a code that was sent.
    Code,
    /// By a code that was sent and one that an application shows (RFC 6238).
    Totp,
    /// By a passkey (WebAuthn).
    Passkey,
}

impl Strength {
    /// As it is kept.
    pub fn code(self) -> &'static str {
        self.into()
    }
}

/// A role that somebody holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// Its name.
    pub id: Uuid,
    /// What it is.
    pub role: Role,
    /// Where: the code of a place; it holds in all places within, too.
    pub place: String,
    /// For what; `None`: for everything that the role may do.
    pub domain: Option<Domain>,
    /// Since when.
    pub from: Timestamp,
    /// Until when; `None`: until it is taken back.
    pub until: Option<Timestamp>,
    /// Whether somebody handed it on while they are away: it goes no further.
    pub delegated: bool,
}

impl Grant {
    /// Whether it holds at this instant.
    pub fn holds(&self, now: Timestamp) -> bool {
        self.from <= now && self.until.is_none_or(|until| now < until)
    }
}

/// Somebody who has signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// The account.
    pub account: Uuid,
    /// The device.
    pub session: Uuid,
    /// The name they gave.
    pub name: String,
    /// The language in which they are written to.
    pub lang: Lang,
    /// How it was proved that it is them.
    pub strength: Strength,
    /// When, for the last time.
    pub proved: Timestamp,
    /// The roles they hold.
    pub grants: Vec<Grant>,
}
