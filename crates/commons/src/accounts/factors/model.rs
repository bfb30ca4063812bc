//! What people prove themselves with, beside the code that is sent to them.

use std::fmt;

use infitah_base::Timestamp;
use strum::{EnumIter, EnumString, IntoStaticStr};
use uuid::Uuid;

/// What a factor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Kind {
    /// An application that shows codes (RFC 6238).
    Totp,
    /// A passkey (WebAuthn).
    Passkey,
    /// A code kept on paper for the day on which the others are lost.
    Recovery,
    /// A code that the operator of the machine gave, for a quarter of an hour.
    Operator,
}

impl Kind {
    /// As it is kept.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The kinds that last: what a person of staff must have one of.
    pub const LASTING: [Kind; 2] = [Kind::Totp, Kind::Passkey];
}

/// Something that somebody proves themselves with, as its owner sees it: nothing in it proves anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Factor {
    /// Its id.
    pub id: Uuid,
    /// What it is: one that lasts.
    pub kind: Kind,
    /// How its owner calls it; may be empty.
    pub label: String,
    /// Since when.
    pub since: Timestamp,
    /// When it last proved something.
    pub used: Option<Timestamp>,
}

/// All that somebody has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proofs {
    /// What lasts, the oldest first.
    pub factors: Vec<Factor>,
    /// How many recovery codes were not used yet.
    pub codes_left: usize,
}

impl Proofs {
    /// Whether there is one of this kind.
    pub fn has(&self, kind: Kind) -> bool {
        self.factors.iter().any(|factor| factor.kind == kind)
    }
}

/// What became of what somebody wanted to prove or to change. Only `Done` changed something for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was right, and is done.
    Done,
    /// What was shown proves nothing.
    Wrong,
    /// Too many were wrong lately: nothing is looked at for a while.
    TooMany,
    /// What was asked of the browser was answered already, was asked of another one, or too long ago.
    Over,
    /// Who changes what proves them has to prove first, with what they have, that it is them.
    ProveFirst,
    /// It is the last one, and its owner works here.
    Last,
    /// There is no such thing, or it is somebody else's.
    NotThere,
    /// They have as many as anybody needs.
    Full,
}

/// What somebody typed where a code is asked for.
#[derive(Clone, PartialEq, Eq)]
pub enum Typed {
    /// What an application shows: six digits.
    Shown(String),
    /// A code kept on paper, or given by the operator.
    Kept(KeptCode),
}

/// Never printed.
impl fmt::Debug for Typed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Typed")
    }
}

/// A code that is used once: sixteen letters and digits, the first four of which say which one it is.
#[derive(Clone, PartialEq, Eq)]
pub struct KeptCode {
    /// By which it is found.
    pub name: String,
    /// What proves: 60 random bits.
    pub secret: String,
}

/// For the one person who is to see it, in groups that can be typed.
impl fmt::Display for KeptCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        let letters: Vec<char> = self.secret.chars().collect();
        letters.chunks(4).try_for_each(|group| write!(f, "-{}", group.iter().collect::<String>()))
    }
}

/// Never printed.
impl fmt::Debug for KeptCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KeptCode")
    }
}
