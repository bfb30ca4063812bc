//! What comes with the program about budgets: schemes of levels, purposes, families of the law, its rules.

use std::{collections::BTreeMap, sync::LazyLock};

use infitah_base::Text;
use rust_embed::RustEmbed;
use serde::{Deserialize, de::DeserializeOwned};

use super::model::{Family, Law, Level, Purpose, Scheme};

#[derive(RustEmbed)]
#[folder = "../../data/budget"]
#[include = "*.toml"]
struct Files;

#[derive(Deserialize)]
struct Schemes {
    level: BTreeMap<String, Text>,
    scheme: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
struct Purposes {
    purpose: Vec<Purpose>,
}

/// The families as their file has them.
#[derive(Deserialize)]
pub(super) struct Families {
    /// The plain sources of revenue.
    pub(super) source: Vec<Family>,
    /// The families of revenue and spending.
    pub(super) family: Vec<Family>,
    /// The kinds of mandatory spending.
    pub(super) mandatory: Vec<Family>,
    /// The documents that go with a draft.
    pub(super) document: Vec<Family>,
}

#[derive(Deserialize)]
struct Laws {
    law: Vec<Law>,
}

fn embedded<T: DeserializeOwned>(name: &str) -> T {
    let bytes = Files::get(name).map(|file| file.data.into_owned()).unwrap_or_default();
    String::from_utf8(bytes)
        .map_err(|error| error.to_string())
        .and_then(|text| toml::from_str(&text).map_err(|error| error.to_string()))
        .unwrap_or_else(|error| panic!("{name}, which is part of the program: {error}"))
}

static SCHEMES: LazyLock<BTreeMap<String, Scheme>> = LazyLock::new(|| {
    let read: Schemes = embedded("schemes.toml");
    let level = |key: &String| Level { key: key.clone(), name: read.level.get(key).cloned().unwrap_or_default() };
    let scheme = |(key, levels): (&String, &Vec<String>)| {
        (key.clone(), Scheme { key: key.clone(), levels: levels.iter().map(level).collect() })
    };
    read.scheme.iter().map(scheme).collect()
});

static PURPOSES: LazyLock<Vec<Purpose>> = LazyLock::new(|| embedded::<Purposes>("purposes.toml").purpose);

static FAMILIES: LazyLock<Families> = LazyLock::new(|| embedded("families.toml"));

static LAWS: LazyLock<Vec<Law>> = LazyLock::new(|| embedded::<Laws>("rules.toml").law);

/// The schemes that come with the program, by their keys.
pub fn schemes() -> &'static BTreeMap<String, Scheme> {
    &SCHEMES
}

/// One scheme.
pub fn scheme(key: &str) -> Option<&'static Scheme> {
    SCHEMES.get(key)
}

/// The purposes, in the order of pages.
pub fn purposes() -> &'static [Purpose] {
    &PURPOSES
}

/// One purpose.
pub fn purpose(key: &str) -> Option<&'static Purpose> {
    PURPOSES.iter().find(|purpose| purpose.key == key)
}

/// The position of the purpose that a code of COFOG is sorted under: the longest beginning wins.
pub(super) fn purpose_of_cofog(code: &str) -> Option<usize> {
    let begins = |prefix: &str| code.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    let found = PURPOSES.iter().enumerate().flat_map(|(index, purpose)| {
        purpose.cofog.iter().filter(|prefix| begins(prefix)).map(move |prefix| (prefix.len(), index))
    });
    found.max_by_key(|(length, _)| *length).map(|(_, index)| index)
}

/// The families of revenue and spending, in the order of the law.
pub fn families() -> &'static [Family] {
    &FAMILIES.family
}

/// The five plain sources of revenue.
pub fn sources() -> &'static [Family] {
    &FAMILIES.source
}

/// The seven kinds of mandatory spending.
pub fn mandatory() -> &'static [Family] {
    &FAMILIES.mandatory
}

/// The eight documents that go with a draft.
pub fn documents() -> &'static [Family] {
    &FAMILIES.document
}

/// One family of revenue or spending.
pub fn family(key: &str) -> Option<&'static Family> {
    FAMILIES.family.iter().find(|family| family.key == key)
}

/// The rules of the law, in its order.
pub fn laws() -> &'static [Law] {
    &LAWS
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use infitah_base::Lang;

    use super::*;
    use crate::budget::model::Direction;

    #[test]
    fn what_comes_with_the_program_is_whole() {
        assert_eq!(purposes().len(), 7);
        assert_eq!(sources().len(), 5);
        let of = |direction, article: &str| {
            families().iter().filter(|one| one.direction == Some(direction) && one.article == article).count()
        };
        assert_eq!((of(Direction::Revenue, "189"), of(Direction::Spending, "194")), (13, 8 + 3));
        assert_eq!((mandatory().len(), documents().len(), laws().len()), (7, 8, 34));
        let sources: HashSet<&str> = sources().iter().map(|source| source.key.as_str()).collect();
        for family in families().iter().filter(|one| one.direction == Some(Direction::Revenue)) {
            assert!(family.source.as_deref().is_some_and(|source| sources.contains(source)), "{}", family.key);
        }
        assert!(schemes().values().flat_map(|scheme| &scheme.levels).all(|level| !level.name.is_empty()));
        let marks: HashSet<u8> = purposes().iter().map(|purpose| purpose.mark).collect();
        assert_eq!(marks, (1..=7).collect());
    }

    #[test]
    fn every_name_is_there_in_arabic_french_and_english() {
        let names = purposes().iter().map(|one| (&one.key, &one.name));
        let all = [families(), super::sources(), mandatory(), documents()].concat();
        let laws = laws().iter().map(|one| (&one.key, &one.name));
        for (key, name) in names.chain(laws).chain(all.iter().map(|one| (&one.key, &one.name))) {
            for tag in ["ar", "fr", "en"] {
                assert!(name.exactly(Lang::parse(tag).unwrap()).is_some(), "{key} lacks {tag}");
            }
        }
    }

    #[test]
    fn the_longest_beginning_of_a_code_wins() {
        let key = |code: &str| purpose_of_cofog(code).map(|index| purposes()[index].key.as_str());
        assert_eq!(key("04.5.1"), Some("roads"));
        assert_eq!(key("04.2"), Some("rural"));
        assert_eq!(key("04.7.3"), Some("work"));
        assert_eq!(key("06.3"), Some("water"));
        assert_eq!(key("04.50"), Some("work"));
        assert_eq!(key("11"), None);
    }
}
