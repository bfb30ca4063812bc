//! What accounts are made of.

use std::fmt;

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use infitah_base::{Chance, Lang, Timestamp};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::access::{Domain, Role};

/// An account that is to be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAccount {
    /// The name by which its owner is called.
    pub name: String,
    /// The language in which they are written to.
    pub lang: Lang,
    /// The commune where they live or work, if they said so.
    pub place: Option<String>,
    /// Who opened it for them; `None`: they did it themselves.
    pub opened_by: Option<Uuid>,
}

/// A role that is to be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewGrant {
    /// To whom.
    pub account: Uuid,
    /// What.
    pub role: Role,
    /// Where: the code of a place.
    pub place: String,
    /// For what; `None`: for everything that the role may do.
    pub domain: Option<Domain>,
    /// Until when; `None`: until it is taken back.
    pub until: Option<Timestamp>,
    /// Who gives it; `None`: the operator of the machine.
    pub given_by: Option<Uuid>,
}

/// How tokens of a demonstration begin; others cannot, for they have no dot.
const DEMO: &str = "demo.";

/// What a signed-in device keeps, and nobody else. Never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// A new one, of 256 random bits.
    pub fn new(chance: &Chance) -> Self {
        Self(BASE64_URL_SAFE_NO_PAD.encode(chance.bytes::<32>()))
    }

    /// One of a demonstration, whose people sign in without proving anything. Its beginning stands in what the database
    /// keeps the hash of: it cannot be taken off.
    pub fn of_demo(chance: &Chance) -> Self {
        Self(format!("{DEMO}{}", Self::new(chance).0))
    }

    /// As a browser brings it. What is not one of ours finds nothing.
    pub fn brought(value: &str) -> Self {
        Self(value.to_owned())
    }

    /// Whether it is good in a demonstration only.
    pub fn is_of_demo(&self) -> bool {
        self.0.starts_with(DEMO)
    }

    /// As the browser keeps it.
    pub fn secret(&self) -> &str {
        &self.0
    }

    /// As the database keeps it.
    pub(super) fn hash(&self) -> String {
        Sha256::digest(self.0.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token")
    }
}
