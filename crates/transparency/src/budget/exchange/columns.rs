//! What a column of a budget table can mean, the headers that mean it, and what words in cells mean.

use std::{
    collections::{BTreeMap, HashMap},
    fmt,
    sync::LazyLock,
};

use infitah_base::{Lang, text};
use serde::Deserialize;

use crate::budget::model::{Measure, Phase};

#[derive(Deserialize)]
struct Known {
    columns: BTreeMap<String, Vec<String>>,
    levels: BTreeMap<String, Vec<String>>,
    values: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    toml::from_str(include_str!("columns.toml"))
        .unwrap_or_else(|error| panic!("columns.toml of budgets, part of the program: {error}"))
});

/// Meaning by folded header. Levels come last: where a header could be both, it is the column.
static MEANINGS: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let all = KNOWN.levels.iter().chain(&KNOWN.columns);
    all.flat_map(|(meaning, headers)| headers.iter().map(|header| (bare(header), meaning.as_str()))).collect()
});

/// Code by kind and folded word.
static CODES: LazyLock<HashMap<(&'static str, String), &'static str>> = LazyLock::new(|| {
    let all = KNOWN.values.iter().flat_map(|(kind, codes)| {
        codes.iter().flat_map(move |(code, words)| {
            words.iter().map(move |word| ((kind.as_str(), text::fold(word)), code.as_str()))
        })
    });
    all.collect()
});

fn bare(header: &str) -> String {
    text::fold(header).replace(' ', "")
}

/// The code that a word of a cell means (`Fonctionnement` is `running`).
pub(super) fn code(kind: &'static str, cell: &str) -> Option<&'static str> {
    CODES.get(&(kind, text::fold(cell))).copied()
}

/// Whether a text begins with a word of this kind.
pub(super) fn begins(kind: &str, text: &str) -> bool {
    let folded = text::fold(text);
    let words = KNOWN.values.get(kind).into_iter().flat_map(BTreeMap::values).flatten();
    words
        .map(|word| text::fold(word))
        .any(|word| folded.strip_prefix(word.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}

/// What a column means.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Meaning {
    /// A field of a line, by its name.
    Field(&'static str),
    /// A text in a language: `name`, `basis`, `nature.name`, `account.name`.
    Text(&'static str, Lang),
    /// The code of a level, by its key.
    Code(String),
    /// The name of a level, by its key.
    Name(String, Option<Lang>),
    /// An amount; of a phase or a year where the header says one.
    Amount(Measure, Option<Phase>, Option<i16>),
    /// Left out.
    Ignore,
}

/// The fields that may stand in several languages.
const TEXTS: [&str; 4] = ["name", "basis", "nature.name", "account.name"];

const MEASURES: [Measure; 4] = [Measure::Commitment, Measure::Payment, Measure::Committed, Measure::Paid];

impl Meaning {
    /// Reads a meaning as mappings write it: `name`, `name.ar`, `chapter`, `chapter.name.fr`, `payment`, `payment@2027`,
    /// `payment@voted`, `payment@2027-voted`, `ignore`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        if text == "ignore" {
            return Some(Self::Ignore);
        }
        let (head, of) = text.split_once('@').map_or((text, None), |(head, of)| (head, Some(of)));
        if let Ok(measure) = head.parse::<Measure>() {
            let (phase, year) = match of {
                None => (None, None),
                Some(of) => of_which(of)?,
            };
            return Some(Self::Amount(measure, phase, year));
        }
        if of.is_some() {
            return None;
        }
        if let Some((field, _)) = KNOWN.columns.get_key_value(text) {
            return Some(Self::Field(field));
        }
        let (rest, lang) = match text.rsplit_once('.').map(|(rest, tag)| (rest, Lang::parse(tag))) {
            Some((rest, Ok(lang))) => (rest, Some(lang)),
            _ => (text, None),
        };
        if let (Some(lang), Some(field)) = (lang, TEXTS.iter().find(|field| **field == rest)) {
            return Some(Self::Text(field, lang));
        }
        if let Some(level) = rest.strip_suffix(".name").filter(|level| KNOWN.levels.contains_key(*level)) {
            return Some(Self::Name(level.to_owned(), lang));
        }
        KNOWN.levels.contains_key(text).then(|| Self::Code(text.to_owned()))
    }

    /// What a header means, if that is understood: a known header, or a meaning as mappings write it; amounts may name
    /// a year (`CP 2027`).
    pub(super) fn of_header(header: &str) -> Option<Self> {
        let header = header.trim();
        if let Some(meaning) = MEANINGS.get(&bare(header)) {
            return Self::parse(meaning);
        }
        let like_ours = header.to_ascii_lowercase().replace('_', ".");
        if let Some(meaning) = Self::parse(&like_ours).or_else(|| Self::parse(&header.to_ascii_lowercase())) {
            return Some(meaning);
        }
        let (head, last) = header.rsplit_once([' ', '_', '.', '-', '/'])?;
        let year: i16 = last.trim_matches(|c: char| !c.is_ascii_digit()).parse().ok()?;
        match Self::of_header(head)? {
            Self::Amount(measure, phase, None) if is_year(year) => Some(Self::Amount(measure, phase, Some(year))),
            _ => None,
        }
    }

    /// All meanings, for messages and drafts.
    pub(super) fn known() -> Vec<&'static str> {
        KNOWN.columns.keys().chain(KNOWN.levels.keys()).map(String::as_str).chain(["ignore"]).collect()
    }

    /// Whether it is a code, a name or an amount: what a header row has several of.
    pub(super) fn is_amount(&self) -> bool {
        matches!(self, Self::Amount(..))
    }
}

impl fmt::Display for Meaning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(field) => f.write_str(field),
            Self::Text(field, lang) => write!(f, "{field}.{lang}"),
            Self::Code(level) => f.write_str(level),
            Self::Name(level, None) => write!(f, "{level}.name"),
            Self::Name(level, Some(lang)) => write!(f, "{level}.name.{lang}"),
            Self::Amount(measure, phase, year) => {
                f.write_str(measure.code())?;
                match (phase, year) {
                    (None, None) => Ok(()),
                    (Some(phase), None) => write!(f, "@{}", phase.code()),
                    (None, Some(year)) => write!(f, "@{year}"),
                    (Some(phase), Some(year)) => write!(f, "@{year}-{}", phase.code()),
                }
            }
            Self::Ignore => f.write_str("ignore"),
        }
    }
}

fn is_year(year: i16) -> bool {
    (1900..=2200).contains(&year)
}

fn of_which(of: &str) -> Option<(Option<Phase>, Option<i16>)> {
    if let Ok(phase) = of.parse() {
        return Some((Some(phase), None));
    }
    let (year, phase) = of.split_once('-').map_or((of, None), |(year, phase)| (year, Some(phase)));
    let phase = phase.map(str::parse).transpose().ok()?;
    Some((phase, Some(year.parse().ok().filter(|year| is_year(*year))?)))
}

/// Whether a cell is a header that is understood without a mapping.
pub(crate) fn is_header(cell: &str) -> bool {
    Meaning::of_header(cell).is_some()
}

/// A measure by its code.
pub(super) fn measures() -> [Measure; 4] {
    MEASURES
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Chapitre", Some("chapter"))]
    #[case("الباب", Some("chapter"))]
    #[case("Libellé", Some("name"))]
    #[case("name_ar", Some("name.ar"))]
    #[case("chapter.name.fr", Some("chapter.name.fr"))]
    #[case("chapter_name_ar", Some("chapter.name.ar"))]
    #[case("CP 2027", Some("payment@2027"))]
    #[case("Crédits d’engagement 2026", Some("commitment@2026"))]
    #[case("payment@2027-voted", Some("payment@2027-voted"))]
    #[case("Importe", Some("payment"))]
    #[case("اعتمادات الأداء", Some("payment"))]
    #[case("date", Some("year"))]
    #[case("level-2", Some("level-2"))]
    #[case("Observations", None)]
    #[case("CP 27", None)]
    #[case("chapter@2027", None)]
    fn headers(#[case] header: &str, #[case] expected: Option<&str>) {
        assert_eq!(Meaning::of_header(header).map(|meaning| meaning.to_string()).as_deref(), expected);
    }

    #[test]
    fn no_header_means_two_things_and_every_meaning_can_be_written() {
        let mut seen = BTreeMap::new();
        for (meaning, headers) in KNOWN.columns.iter().chain(&KNOWN.levels) {
            for header in headers {
                assert_eq!(seen.insert(bare(header), meaning), None, "{header} of {meaning}");
            }
        }
        for meaning in Meaning::known() {
            assert!(Meaning::parse(meaning).is_some(), "{meaning}");
        }
    }

    #[rstest]
    #[case("part", "Équipement", Some("equipment"))]
    #[case("direction", "المداخيل", None)]
    #[case("direction", "مداخيل", Some("revenue"))]
    #[case("yes", "oui", Some("yes"))]
    fn words(#[case] kind: &'static str, #[case] cell: &str, #[case] expected: Option<&str>) {
        assert_eq!(code(kind, cell), expected);
    }
}
