//! What an SMS that arrives wants: `STATUS` and a reference, `STOP`, `START`, or to be read by a person.

use std::sync::LazyLock;

use infitah_base::{Reference, text::fold};
use serde::Deserialize;
use strum::{EnumIter, IntoStaticStr};

/// The words, folded.
static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let words: Words = toml::from_str(include_str!("../../../../data/messages.toml")).unwrap_or_default();
    let folded = |words: Vec<String>| words.iter().map(|word| fold(word)).collect();
    Words { status: folded(words.status), stop: folded(words.stop), start: folded(words.start) }
});

#[derive(Default, Deserialize)]
struct Words {
    status: Vec<String>,
    stop: Vec<String>,
    start: Vec<String>,
}

/// What an SMS wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Incoming {
    /// To know how something stands.
    Status(Reference),
    /// The same, but it is not clear of what.
    StatusOfWhat,
    /// No more notices and digests.
    Stop,
    /// Notices and digests again.
    Start,
    /// To be read by a person.
    Text,
}

/// What is kept of an [`Incoming`], beside the reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub(super) enum Kind {
    Status,
    Stop,
    Start,
    Text,
}

impl Incoming {
    /// Understands a text: in Arabic, French, English and Darija, with or without accents, in either kind of digits.
    pub fn of(text: &str) -> Self {
        let folded = fold(text);
        let is = |words: &[String]| words.contains(&folded);
        if is(&WORDS.stop) {
            return Incoming::Stop;
        }
        if is(&WORDS.start) {
            return Incoming::Start;
        }
        // A reference alone asks how it stands.
        if let Some(reference) = reference(&folded) {
            return Incoming::Status(reference);
        }
        let after = |word: &String| {
            let rest = folded.strip_prefix(word.as_str())?;
            if rest.is_empty() { Some(rest) } else { rest.strip_prefix(' ') }
        };
        match WORDS.status.iter().filter_map(after).min_by_key(|rest| rest.len()) {
            None => Incoming::Text,
            Some(rest) => match reference(rest) {
                Some(reference) => Incoming::Status(reference),
                // "What is the situation with the water?" begins with the word and is a question to a person.
                None if rest.split(' ').count() > 3 => Incoming::Text,
                None => Incoming::StatusOfWhat,
            },
        }
    }

    /// What is kept of it.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Incoming::Status(_) | Incoming::StatusOfWhat => Kind::Status,
            Incoming::Stop => Kind::Stop,
            Incoming::Start => Kind::Start,
            Incoming::Text => Kind::Text,
        }
        .into()
    }

    /// What it asks about.
    pub fn reference(&self) -> Option<&Reference> {
        if let Incoming::Status(reference) = self { Some(reference) } else { None }
    }
}

/// A reference of folded words: `prj 2026 0042`, and written together.
fn reference(folded: &str) -> Option<Reference> {
    let joined: String = folded.split(' ').collect();
    let letters = joined.bytes().take_while(u8::is_ascii_lowercase).count();
    let (prefix, digits) = joined.split_at(letters);
    if digits.len() < 8 || !digits.is_ascii() {
        return None;
    }
    let (year, number) = digits.split_at(4);
    format!("{prefix}-{year}-{number}").parse().ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("STATUS PRJ-2026-0042")]
    #[case("status prj 2026 0042")]
    #[case("Statut : PRJ‑2026‑0042")]
    #[case("État PRJ-2026-0042")]
    #[case("etat prj20260042")]
    #[case("SUIVI PRJ-2026-0042 ?")]
    #[case("حالة PRJ-2026-0042")]
    #[case("الحَالَة PRJ-٢٠٢٦-٠٠٤٢")]
    #[case("وضعية PRJ ۲۰۲۶ ۰۰۴۲")]
    #[case("\u{200f}حالـــة المشروع PRJ-2026-0042")]
    #[case("PRJ-2026-0042")]
    fn who_asks_how_a_project_stands_is_understood(#[case] text: &str) {
        assert_eq!(Incoming::of(text), Incoming::Status(Reference::new("PRJ", 2026, 42)));
    }

    #[rstest]
    #[case("STOP", Incoming::Stop)]
    #[case(" stop. ", Incoming::Stop)]
    #[case("ARRÊT", Incoming::Stop)]
    #[case("arret", Incoming::Stop)]
    #[case("Arrêter", Incoming::Stop)]
    #[case("توقف", Incoming::Stop)]
    #[case("تَوَقُّف!", Incoming::Stop)]
    #[case("إيقاف", Incoming::Stop)]
    #[case("ايقاف", Incoming::Stop)]
    #[case("حبس", Incoming::Stop)]
    #[case("START", Incoming::Start)]
    #[case("Reprendre", Incoming::Start)]
    #[case("إبدأ", Incoming::Start)]
    #[case("STATUS", Incoming::StatusOfWhat)]
    #[case("حالة 42", Incoming::StatusOfWhat)]
    #[case("status PRJ-2026-42", Incoming::StatusOfWhat)]
    #[case("STOP the lorries on our road", Incoming::Text)]
    #[case("Quand la route ouvre-t-elle ?", Incoming::Text)]
    #[case("état de la route depuis la pluie", Incoming::Text)]
    #[case("statuses", Incoming::Text)]
    #[case("", Incoming::Text)]
    fn other_words_mean_what_people_mean(#[case] text: &str, #[case] expected: Incoming) {
        assert_eq!(Incoming::of(text), expected);
    }

    #[test]
    fn each_word_has_one_meaning_and_the_file_is_read() {
        let mut all: Vec<&String> = [&WORDS.status, &WORDS.stop, &WORDS.start].into_iter().flatten().collect();
        assert!(WORDS.status.len() > 3 && WORDS.stop.len() > 3 && WORDS.start.len() > 2);
        let count = all.len();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), count, "no word twice, not even when folded");
        assert!(all.iter().all(|word| !word.is_empty()));
    }

    proptest! {
        #[test]
        fn any_text_is_understood_without_panic(text in "\\PC{0,80}") {
            let _ = Incoming::of(&text);
        }
    }
}
