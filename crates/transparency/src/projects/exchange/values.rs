//! What values mean: the words by which they are recognised, the codes they may become, and the marks beside amounts.

use std::{
    collections::{BTreeMap, HashMap},
    str::FromStr,
    sync::LazyLock,
};

use infitah_base::{Currency, text};
use strum::IntoEnumIterator;

use crate::projects::model::{ContractStatus, Kind, Method, Stage, Status, Work};

/// The words by meaning and code.
static WORDS: LazyLock<BTreeMap<String, BTreeMap<String, Vec<String>>>> = LazyLock::new(|| {
    toml::from_str(include_str!("values.toml"))
        .unwrap_or_else(|error| panic!("values.toml, part of the program: {error}"))
});

/// Code by meaning and folded word.
static CODES: LazyLock<HashMap<(&'static str, String), &'static str>> = LazyLock::new(|| {
    let all = WORDS.iter().flat_map(|(target, codes)| {
        codes.iter().flat_map(move |(code, words)| {
            words.iter().map(move |word| ((target.as_str(), text::fold(word)), code.as_str()))
        })
    });
    all.collect()
});

/// The meanings whose values are codes, and may be given by a mapping.
pub(super) const CODED: [&str; 7] = ["status", "stage", "kind", "work", "sector", "contract.status", "contract.method"];

/// The words for yes and no, by code.
const TRUTH: &str = "truth";

/// What stands in a draft for a code that a person has to give.
pub(super) const UNKNOWN: &str = "?";

/// Codes as files write them: `In service`, `in-service`, `IN_SERVICE`.
pub(super) fn code(cell: &str) -> String {
    cell.trim().to_ascii_lowercase().replace([' ', '-'], "_")
}

fn is<T: FromStr>(value: &str) -> bool {
    code(value).parse::<T>().is_ok()
}

/// Whether a value is a code of this meaning already.
pub(super) fn is_code(target: &str, value: &str) -> bool {
    match target {
        "status" => is::<Status>(value),
        "stage" => is::<Stage>(value),
        "kind" => is::<Kind>(value),
        "work" => is::<Work>(value),
        "contract.method" => is::<Method>(value),
        "contract.status" => code(value).replace('_', "-").parse::<ContractStatus>().is_ok(),
        _ => codes(target).iter().any(|known| known == value),
    }
}

/// The codes of a meaning, for messages.
pub(super) fn codes(target: &str) -> Vec<String> {
    match target {
        "stage" => Stage::iter().map(|stage| stage.code().to_owned()).collect(),
        _ => WORDS.get(target).map(|codes| codes.keys().cloned().collect()).unwrap_or_default(),
    }
}

/// The code that a value looks like.
pub(super) fn suggest(target: &str, value: &str) -> Option<&'static str> {
    let folded = text::fold(value);
    match target {
        "stage" => {
            let status = CODES.get(&("status", folded))?.parse::<Status>().ok()?;
            Some(status.stage().code())
        }
        _ => CODES.iter().find(|((of, word), _)| *of == target && *word == folded).map(|(_, code)| *code),
    }
}

/// What a word for yes or no says.
pub(super) fn truth(cell: &str) -> Option<bool> {
    suggest(TRUTH, cell).map(|code| code == "yes")
}

/// An amount without the mark beside it, and the currencies that the mark may mean (none: there is no mark).
pub(super) fn without_mark(cell: &str) -> (&str, Vec<Currency>) {
    let is_number = |c: char| c.is_numeric() || matches!(c, '-' | '+' | '\u{2212}');
    let (Some(start), Some(end)) = (cell.find(is_number), cell.rfind(char::is_numeric)) else {
        return (cell, Vec::new());
    };
    let end = end + cell.get(end..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    let (Some(before), Some(amount), Some(after)) = (cell.get(..start), cell.get(start..end), cell.get(end..)) else {
        return (cell, Vec::new());
    };
    let mark = match (before.trim(), after.trim()) {
        (mark, "") | ("", mark) if !mark.is_empty() => mark,
        _ => return (cell, Vec::new()),
    };
    let wanted = mark.to_lowercase();
    let named = WORDS.get("money").into_iter().flatten().filter(|(_, marks)| marks.contains(&wanted));
    let named: Vec<Currency> = named.filter_map(|(code, _)| code.parse().ok()).collect();
    let named = if named.is_empty() { mark.parse().into_iter().collect() } else { named };
    if named.is_empty() { (cell, named) } else { (amount, named) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("status", "En cours", Some("implementation"))]
    #[case("status", "ACHEVE", Some("completion"))]
    #[case("stage", "achevé", Some("finished"))]
    #[case("status", "non achevé", None)]
    #[case("sector", "Eau potable", Some("waterAndWaste"))]
    #[case("contract.method", "Appel d’offres ouvert", Some("open"))]
    #[case("contract.method", "صفقة تفاوضية", Some("direct"))]
    #[case("contract.status", "Clôturé", Some("closed"))]
    #[case("truth", "Oui", Some("yes"))]
    fn suggestions(#[case] target: &str, #[case] value: &str, #[case] expected: Option<&str>) {
        assert_eq!(suggest(target, value), expected);
    }

    #[rstest]
    #[case("1 250 000,50 DH", "1 250 000,50", "MAD")]
    #[case("€ 12", "12", "EUR")]
    #[case("PHP 12", "12", "PHP")]
    #[case("12", "12", "")]
    #[case("12 pommes", "12 pommes", "")]
    #[case("1.5e3", "1.5e3", "")]
    #[case("-5 usd", "-5", "USD")]
    fn marks(#[case] cell: &str, #[case] amount: &str, #[case] currency: &str) {
        let (plain, named) = without_mark(cell);
        assert_eq!((plain, named.first().map(Currency::code).unwrap_or_default()), (amount, currency));
    }

    #[test]
    fn every_code_of_the_words_is_a_code() {
        for (target, code) in WORDS.iter().flat_map(|(target, codes)| codes.keys().map(move |code| (target, code))) {
            let known = match target.as_str() {
                "money" => code.parse::<Currency>().is_ok(),
                TRUTH => ["yes", "no"].contains(&code.as_str()),
                target => is_code(target, code),
            };
            assert!(known, "{target}: {code}");
        }
        let words: usize = WORDS
            .iter()
            .filter(|(target, _)| *target != "money")
            .map(|(target, codes)| {
                let mut seen = std::collections::BTreeMap::new();
                for (code, word) in codes.iter().flat_map(|(code, words)| words.iter().map(move |word| (code, word))) {
                    let other = seen.insert(text::fold(word), code);
                    assert!(other.is_none_or(|other| other == code), "{target}: {word} means two things");
                }
                seen.len()
            })
            .sum();
        assert!(words > 300, "{words}");
    }
}
