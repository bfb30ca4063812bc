//! Identifiers: UUID version 7 inside, references such as `PRJ-2026-0042` for people.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::{Builder, Uuid};

use crate::{Chance, Timestamp};

/// Makes a UUID version 7 (RFC 9562, 5.7): its order is the order of creation.
pub fn new_uuid(at: Timestamp, chance: &Chance) -> Uuid {
    let millis = u64::try_from(at.millis()).unwrap_or_default();
    Builder::from_unix_timestamp_millis(millis, &chance.bytes()).into_uuid()
}

/// What a person reads, writes down and says on the telephone: a kind, a year and a number (`PRJ-2026-0042`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Reference {
    prefix: String,
    year: i16,
    number: u32,
}

impl Reference {
    /// A reference of its three parts; the prefix is two to four capital letters.
    pub fn new(prefix: &str, year: i16, number: u32) -> Self {
        Self { prefix: prefix.to_owned(), year, number }
    }

    /// The capital letters before the year (`PRJ`).
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The running number within the year.
    pub fn number(&self) -> u32 {
        self.number
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:04}-{:04}", self.prefix, self.year, self.number)
    }
}

/// What was given is not a reference.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a reference looks like PRJ-2026-0042")]
pub struct NotAReference;

impl FromStr for Reference {
    type Err = NotAReference;

    /// Reads a reference as people type it: lower case and spaces around it are forgiven.
    fn from_str(input: &str) -> Result<Self, NotAReference> {
        let upper = input.trim().to_ascii_uppercase();
        let mut parts = upper.splitn(3, '-');
        let (Some(prefix), Some(year), Some(number)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(NotAReference);
        };
        let digits = |text: &str, least: usize, most: usize| {
            (least..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
        };
        if !(2..=4).contains(&prefix.len())
            || !prefix.bytes().all(|b| b.is_ascii_uppercase())
            || !digits(year, 4, 4)
            || !digits(number, 4, 9)
        {
            return Err(NotAReference);
        }
        let year = year.parse().map_err(|_| NotAReference)?;
        let number = number.parse().map_err(|_| NotAReference)?;
        let reference = Self { prefix: prefix.to_owned(), year, number };
        // One object, one address: `PRJ-2026-000042` is not another way to write `PRJ-2026-0042`.
        if reference.to_string() == upper { Ok(reference) } else { Err(NotAReference) }
    }
}

impl TryFrom<String> for Reference {
    type Error = NotAReference;

    fn try_from(value: String) -> Result<Self, NotAReference> {
        value.parse()
    }
}

impl From<Reference> for String {
    fn from(value: Reference) -> Self {
        value.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read_back(year in 2000i16..2200, number in 0u32..100_000) {
            let reference = Reference::new("PRJ", year, number);
            prop_assert_eq!(reference.to_string().parse::<Reference>(), Ok(reference));
        }

        #[test]
        fn any_text_is_read_or_refused_without_panic(text in ".*") {
            let _ = text.parse::<Reference>();
        }
    }

    #[test]
    fn lower_case_is_forgiven_and_second_spellings_are_not() {
        assert_eq!(" prj-2026-0042 ".parse(), Ok(Reference::new("PRJ", 2026, 42)));
        assert_eq!("PRJ-2026-00042".parse::<Reference>(), Err(NotAReference));
        assert_eq!("PRJ-2026".parse::<Reference>(), Err(NotAReference));
    }

    #[test]
    fn uuids_follow_time() {
        let chance = Chance::seeded(1);
        let early = new_uuid(Timestamp::from_millis(1_000), &chance);
        let late = new_uuid(Timestamp::from_millis(2_000), &chance);
        assert!(early < late);
        assert_eq!(late.get_version_num(), 7);
    }
}
