//! What a message is. Whatever is in one was checked when it was made, so that no header and no address of another can
//! be slipped in.

use std::{fmt, str::FromStr};

use infitah_base::{Lang, number};
use strum::{EnumIter, EnumString, IntoStaticStr};
use uuid::Uuid;

/// Why something cannot be part of a message. Said to whoever writes it, by key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAMessage {
    /// Not a telephone number.
    #[error("not a telephone number, as 0612345678 or +212612345678")]
    Phone,
    /// Not a mail address.
    #[error("not a mail address")]
    Mail,
    /// A subject of more than a line, or too long.
    #[error("a subject is one line of at most {SUBJECT} letters")]
    Subject,
    /// A text that is empty, too long or has control characters.
    #[error("a text has 1 to {BODY} letters and no control characters")]
    Body,
}

/// What a message is for: it decides whether it may wait, and whether it may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Purpose {
    /// A code that somebody waits for.
    Code,
    /// What the law says must be told.
    Legal,
    /// Something changed in what protects an account.
    Security,
    /// An answer to an SMS that just came.
    Answer,
    /// News of what somebody follows.
    Notice,
    /// News gathered.
    Digest,
}

impl Purpose {
    /// As it is kept.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// Whether people can say that they want no more of it: not of codes that they asked for this minute, nor of what the
    /// law says must be told, nor of what protects their account. Who stopped all else is not answered either.
    pub fn can_be_stopped(self) -> bool {
        matches!(self, Purpose::Answer | Purpose::Notice | Purpose::Digest)
    }

    /// Whether it waits while people sleep.
    pub fn can_wait(self) -> bool {
        matches!(self, Purpose::Notice | Purpose::Digest)
    }

    /// The message that names several of them.
    pub fn key(self) -> &'static str {
        match self {
            Purpose::Code => "messages-codes",
            Purpose::Legal => "messages-legal",
            Purpose::Security => "messages-security",
            Purpose::Answer => "messages-answers",
            Purpose::Notice => "messages-notices",
            Purpose::Digest => "messages-digests",
        }
    }
}

/// How far a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum State {
    /// It is to be sent.
    Waiting,
    /// A carrier took it.
    Sent,
    /// The carrier says that it arrived.
    Delivered,
    /// It did not leave or did not arrive.
    Failed,
    /// It was not sent: its receiver wants no more, or the month has no money left for it.
    Stopped,
}

impl State {
    /// As it is kept.
    pub fn code(self) -> &'static str {
        self.into()
    }
}

/// A telephone number as the world writes it (E.164): `+`, the country and the number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone(String);

impl Phone {
    /// As in `+212612345678`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Country code of Morocco: national numbers, with their leading zero, are of there.
const MOROCCO: &str = "212";

impl FromStr for Phone {
    type Err = NotAMessage;

    /// Reads a number as people write it: with spaces, dots, hyphens and brackets, in either kind of digits, in the
    /// national form of Morocco or with `+` or `00` before the country.
    fn from_str(input: &str) -> Result<Self, NotAMessage> {
        let latin = number::latin_digits(input.trim());
        let grouping =
            |c: char| c.is_whitespace() || matches!(c, '.' | '-' | '/' | '(' | ')' | '\u{2010}'..='\u{2013}');
        let marks = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        let plain: String = latin.chars().filter(|c| !grouping(*c) && !marks(*c)).collect();
        let international = plain.strip_prefix('+').or_else(|| plain.strip_prefix("00"));
        let digits = match (international, plain.strip_prefix('0')) {
            (Some(rest), _) => rest.to_owned(),
            (None, Some(national)) => format!("{MOROCCO}{national}"),
            (None, None) => plain,
        };
        // +212 (0)6 …: the zero is the national one, written beside the country.
        let digits = match digits.strip_prefix(MOROCCO).and_then(|rest| rest.strip_prefix('0')) {
            Some(national) => format!("{MOROCCO}{national}"),
            None => digits,
        };
        let all_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
        let long_enough = match digits.strip_prefix(MOROCCO) {
            Some(national) => national.len() == 9 && matches!(national.as_bytes()[0], b'5'..=b'8'),
            None => (8..=15).contains(&digits.len()) && !digits.starts_with('0'),
        };
        if all_digits && long_enough { Ok(Self(format!("+{digits}"))) } else { Err(NotAMessage::Phone) }
    }
}

/// A mail address that can stand in a header.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MailAddress(lettre::Address);

impl MailAddress {
    /// For the mail library.
    pub(super) fn address(&self) -> lettre::Address {
        self.0.clone()
    }
}

impl FromStr for MailAddress {
    type Err = NotAMessage;

    fn from_str(input: &str) -> Result<Self, NotAMessage> {
        let address: lettre::Address = input.trim().parse().map_err(|_| NotAMessage::Mail)?;
        Ok(Self(address))
    }
}

impl fmt::Display for MailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// Where a message goes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Address {
    /// By mail.
    Mail(MailAddress),
    /// By SMS.
    Phone(Phone),
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Address::Mail(mail) => mail.fmt(f),
            Address::Phone(phone) => f.write_str(phone.as_str()),
        }
    }
}

impl FromStr for Address {
    type Err = NotAMessage;

    /// What has an `@` is a mail address.
    fn from_str(input: &str) -> Result<Self, NotAMessage> {
        if input.contains('@') { input.parse().map(Self::Mail) } else { input.parse().map(Self::Phone) }
    }
}

/// Letters of a subject, at most.
const SUBJECT: usize = 200;

/// The subject of a mail: one line, so that it cannot begin another header.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Subject(String);

impl Subject {
    /// As it is.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Subject {
    type Err = NotAMessage;

    fn from_str(input: &str) -> Result<Self, NotAMessage> {
        let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
        let good = input.chars().count() <= SUBJECT && !input.contains(breaks);
        if good { Ok(Self(input.to_owned())) } else { Err(NotAMessage::Subject) }
    }
}

/// Letters of a text, at most: a long digest has less.
const BODY: usize = 20_000;

/// The text of a message: lines of letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body(String);

impl Body {
    /// As it is.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Body {
    type Err = NotAMessage;

    fn from_str(input: &str) -> Result<Self, NotAMessage> {
        let text = input.replace("\r\n", "\n");
        let letters = text.chars().count();
        let good = (1..=BODY).contains(&letters) && !text.contains(|c: char| c.is_control() && c != '\n');
        if good { Ok(Self(text)) } else { Err(NotAMessage::Body) }
    }
}

/// A message that is to leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    /// Its name everywhere, also for carriers, who by it can tell a second try from a second message.
    pub id: Uuid,
    /// To whom.
    pub to: Address,
    /// What for.
    pub purpose: Purpose,
    /// The language of its text.
    pub lang: Lang,
    /// What stands above it in a mail; an SMS has none.
    pub subject: Subject,
    /// The text.
    pub text: Body,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("0612345678")]
    #[case("06 12 34 56 78")]
    #[case("06.12.34.56.78")]
    #[case("+212 6 12-34-56-78")]
    #[case("+212 (0)6 12 34 56 78")]
    #[case("00212612345678")]
    #[case("212612345678")]
    #[case("٠٦١٢٣٤٥٦٧٨")]
    #[case("\u{200e}+212612345678")]
    fn a_number_is_read_as_people_write_it(#[case] written: &str) {
        assert_eq!(written.parse::<Phone>().unwrap().as_str(), "+212612345678");
    }

    #[rstest]
    #[case("0723456789", Some("+212723456789"))]
    #[case("0523456789", Some("+212523456789"))]
    #[case("0801234567", Some("+212801234567"))]
    #[case("+33612345678", Some("+33612345678"))]
    #[case("06123456789", None)]
    #[case("061234567", None)]
    #[case("0112345678", None)]
    #[case("+0612345678", None)]
    #[case("3456", None)]
    #[case("Maroc Telecom", None)]
    #[case("06123\r\n45678x", None)]
    #[case("", None)]
    fn other_numbers_are_read_or_refused(#[case] written: &str, #[case] expected: Option<&str>) {
        let read = written.parse::<Phone>().ok();
        assert_eq!(read.as_ref().map(Phone::as_str), expected);
    }

    proptest! {
        #[test]
        fn a_number_that_was_read_is_read_again_and_is_a_plus_and_digits(input in "[+0-9 .()٠-٩-]{0,20}") {
            if let Ok(phone) = input.parse::<Phone>() {
                let written = phone.as_str().to_owned();
                prop_assert_eq!(written.parse::<Phone>(), Ok(phone));
                prop_assert!(written.len() <= 16 && written[1..].bytes().all(|byte| byte.is_ascii_digit()));
            }
        }

        #[test]
        fn no_subject_and_no_address_can_begin_a_line(input in "(?s).{0,60}") {
            let lines = |text: &str| text.chars().filter(|c| c.is_control()).count();
            if let Ok(subject) = input.parse::<Subject>() {
                prop_assert_eq!(lines(subject.as_str()), 0);
            }
            if let Ok(address) = format!("{input}@example.org").parse::<MailAddress>() {
                prop_assert_eq!(lines(&address.to_string()), 0);
            }
        }
    }

    #[test]
    fn headers_cannot_be_slipped_in() {
        for bad in ["Hello\r\nBcc: all@example.org", "a\nb", "a\u{0}b", "a\u{2028}b"] {
            assert_eq!(bad.parse::<Subject>(), Err(NotAMessage::Subject), "{bad:?}");
        }
        for bad in
            ["a@example.org\r\nBcc: b@example.org", "a b@example.org", "a@b@example.org", "@example.org", "a@", ""]
        {
            assert_eq!(bad.parse::<MailAddress>(), Err(NotAMessage::Mail), "{bad:?}");
        }
        assert_eq!("a\r\nb".parse::<Body>().unwrap().as_str(), "a\nb");
        for bad in ["", "a\u{0}", "a\rb", "\u{1b}[2J"] {
            assert_eq!(bad.parse::<Body>(), Err(NotAMessage::Body), "{bad:?}");
        }
    }
}
