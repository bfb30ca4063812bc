//! Languages of the pages and of the voices. A language is data: a file in `languages/` and `.ftl` files beside each
//! slice; no code names one except where a default has to be chosen.

use std::{borrow::Borrow, collections::BTreeMap, fmt, sync::LazyLock};

use rust_embed::RustEmbed;
use serde::{Deserialize, Serialize};

#[derive(RustEmbed)]
#[folder = "languages"]
struct Files;

/// Which way a script runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Dir {
    /// From right to left.
    Rtl,
    /// From left to right.
    Ltr,
}

impl Dir {
    /// The value of HTML's `dir` attribute.
    pub fn as_str(self) -> &'static str {
        match self {
            Dir::Rtl => "rtl",
            Dir::Ltr => "ltr",
        }
    }
}

/// What `languages/TAG.toml` says of a language.
#[derive(Debug, Deserialize)]
pub struct LangFile {
    tag: String,
    bcp47: String,
    dir: Dir,
    name: String,
    plural_rules: String,
    fallback: Vec<String>,
    icu: Option<String>,
    /// Own tables, where ICU has none.
    pub(crate) dates: Option<DateTables>,
}

/// Month and weekday names of a language that ICU does not know.
#[derive(Debug, Deserialize)]
pub(crate) struct DateTables {
    pub months: Vec<String>,
    pub weekdays: Vec<String>,
    pub pattern_long: String,
    pub pattern_full: String,
}

static LANGUAGES: LazyLock<Vec<LangFile>> = LazyLock::new(|| {
    let mut found: Vec<LangFile> = Files::iter()
        .filter(|name| name.ends_with(".toml") && name != "voices.toml")
        .map(|name| parse_file(&name))
        .collect();
    // The order in which a page names its languages: the region's own first. New files come after, by tag.
    let rank = |tag: &str| ["ar", "ary", "zgh", "fr", "en"].iter().position(|known| *known == tag).unwrap_or(99);
    found.sort_by(|a, b| (rank(&a.tag), &a.tag).cmp(&(rank(&b.tag), &b.tag)));
    found
});

fn parse_file<T: for<'de> Deserialize<'de>>(name: &str) -> T {
    let file = Files::get(name).unwrap_or_else(|| panic!("{name} is not embedded"));
    let text = std::str::from_utf8(&file.data).unwrap_or_else(|_| panic!("{name} is not UTF-8"));
    toml::from_str(text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// A language in which pages are written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Lang(u8);

/// What was given is not the tag of a language that Infitah has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no such language: {0}")]
pub struct NoSuchLanguage(String);

impl Lang {
    /// All languages that Infitah has, the region's own first.
    pub fn all() -> impl Iterator<Item = Lang> {
        (0..LANGUAGES.len()).filter_map(|index| u8::try_from(index).ok().map(Lang))
    }

    /// The language with this tag (`ar`, `ary`, `zgh`, `fr`, `en`).
    pub fn parse(tag: &str) -> Result<Lang, NoSuchLanguage> {
        Self::all().find(|lang| lang.tag() == tag).ok_or_else(|| NoSuchLanguage(tag.to_owned()))
    }

    /// Arabic: what a visitor gets whose browser asks for nothing that the instance offers.
    pub fn arabic() -> Lang {
        Self::parse("ar").unwrap_or(Lang(0))
    }

    pub(crate) fn file(self) -> &'static LangFile {
        let index = usize::from(self.0);
        &LANGUAGES[index]
    }

    /// The tag in addresses and file names.
    pub fn tag(self) -> &'static str {
        &self.file().tag
    }

    /// The value of HTML's `lang` attribute.
    pub fn bcp47(self) -> &'static str {
        &self.file().bcp47
    }

    /// Which way it runs.
    pub fn dir(self) -> Dir {
        self.file().dir
    }

    /// Its name in itself.
    pub fn name(self) -> &'static str {
        &self.file().name
    }

    /// Whose plural rules its messages take: Moroccan Arabic takes Arabic's. `None`: its messages avoid plurals.
    pub fn plural_rules(self) -> Option<&'static str> {
        Some(self.file().plural_rules.as_str()).filter(|rules| *rules != "none")
    }

    /// The ICU locale for its dates, where ICU knows it.
    pub fn icu(self) -> Option<&'static str> {
        self.file().icu.as_deref()
    }

    /// Which languages content is shown in when it lacks this one, best first, this one included.
    pub fn chain(self) -> impl Iterator<Item = Lang> {
        std::iter::once(self).chain(self.file().fallback.iter().filter_map(|tag| Lang::parse(tag).ok()))
    }

    /// The language that the script of a text shows, where a script has one language here: a text in Arabic letters
    /// must not be read out as French.
    pub fn of_script(text: &str) -> Option<Lang> {
        text.chars().find_map(|c| match c {
            '\u{600}'..='\u{6ff}' => Lang::parse("ar").ok(),
            '\u{2d30}'..='\u{2d7f}' => Lang::parse("zgh").ok(),
            _ => None,
        })
    }

    /// The best of `offered` for an `Accept-Language` header (RFC 9110, 12.5.4): by quality, then by the order in
    /// which the instance offers them. A header that asks for nothing offered gives the first offered.
    pub fn negotiate(header: &str, offered: &[Lang]) -> Lang {
        let mut wanted: Vec<(f32, usize, Lang)> = Vec::new();
        for range in header.split(',') {
            let mut parts = range.split(';').map(str::trim);
            let Some(tag) = parts.next().filter(|tag| !tag.is_empty()) else { continue };
            let quality =
                parts.find_map(|part| part.strip_prefix("q=")).map_or(1.0, |q| q.parse::<f32>().unwrap_or(0.0));
            let primary = tag.split('-').next().unwrap_or(tag).to_ascii_lowercase();
            // Browsers know Tamazight by several codes; all read Tifinagh pages here.
            let primary = if matches!(primary.as_str(), "tzm" | "shi" | "ber") { "zgh" } else { primary.as_str() };
            let Some(index) = offered.iter().position(|lang| lang.tag() == primary) else { continue };
            if quality > 0.0 {
                wanted.push((quality, index, offered[index]));
            }
        }
        wanted.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        wanted.first().map(|(_, _, lang)| *lang).or(offered.first().copied()).unwrap_or_else(Lang::arabic)
    }
}

impl TryFrom<String> for Lang {
    type Error = NoSuchLanguage;

    fn try_from(value: String) -> Result<Self, NoSuchLanguage> {
        Self::parse(&value)
    }
}

impl From<Lang> for String {
    fn from(value: Lang) -> Self {
        value.tag().to_owned()
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// A language that is heard. It is a choice of its own: nearly nobody here reads Tifinagh, many hear Tachelhit.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Voice {
    /// Its tag (`ary`, `tzm`, `shi`, `ar`, `fr`).
    pub tag: String,
    /// What its speakers call it.
    pub name: String,
    /// The `lang` attribute of that name: it says in which letters it is written.
    pub name_lang: String,
    /// The `lang` attribute of what is said.
    pub lang: String,
    /// Which way that name runs.
    pub dir: Dir,
    /// The page language that a machine voice of this language can read aloud, when there is one.
    pub page: Option<String>,
}

#[derive(Deserialize)]
struct VoiceFile {
    voice: Vec<Voice>,
}

static VOICES: LazyLock<Vec<Voice>> = LazyLock::new(|| parse_file::<VoiceFile>("voices.toml").voice);

impl Voice {
    /// All voice languages, the most spoken first.
    pub fn all() -> &'static [Voice] {
        &VOICES
    }
}

/// A text that exists in one or more languages. Which one a reader gets is decided by [`Text::get`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text(BTreeMap<String, String>);

impl Text {
    /// A text in one language.
    pub fn one(lang: Lang, text: impl Into<String>) -> Self {
        let mut out = Self::default();
        out.set(lang, text);
        out
    }

    /// Writes the text of one language; an empty one is taken out.
    pub fn set(&mut self, lang: Lang, text: impl Into<String>) {
        let text = text.into();
        if text.trim().is_empty() {
            self.0.remove(lang.tag());
        } else {
            self.0.insert(lang.tag().to_owned(), text);
        }
    }

    /// The text in exactly this language.
    pub fn exactly(&self, lang: Lang) -> Option<&str> {
        self.0.get(lang.tag()).map(String::as_str)
    }

    /// The text for a reader of `lang`: that language, else its fallbacks, else any; with the language it is in.
    pub fn get(&self, lang: impl Borrow<Lang>) -> Option<(Lang, &str)> {
        lang.borrow().chain().chain(Lang::all()).find_map(|candidate| Some((candidate, self.exactly(candidate)?)))
    }

    /// The text for a reader of `lang`, empty when there is none at all.
    pub fn plain(&self, lang: impl Borrow<Lang>) -> &str {
        self.get(lang).map(|(_, text)| text).unwrap_or_default()
    }

    /// Whether no language has it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every language's text.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &str)> {
        self.0.iter().filter_map(|(tag, text)| Some((Lang::parse(tag).ok()?, text.as_str())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn offered() -> Vec<Lang> {
        Lang::all().collect()
    }

    #[rstest]
    #[case("", "ar")]
    #[case("de", "ar")]
    #[case("fr-MA,fr;q=0.9,en;q=0.8", "fr")]
    #[case("de;q=0.9, en;q=0.4", "en")]
    #[case("tzm", "zgh")]
    #[case("en;q=0", "ar")]
    #[case("en;q=oops,fr;q=0.1", "fr")]
    #[case(",;,;q=1", "ar")]
    fn negotiation(#[case] header: &str, #[case] expected: &str) {
        assert_eq!(Lang::negotiate(header, &offered()).tag(), expected);
    }

    #[test]
    fn an_instance_offers_what_it_chooses() {
        let only = [Lang::parse("fr").unwrap()];
        assert_eq!(Lang::negotiate("ar", &only).tag(), "fr");
    }

    #[test]
    fn content_falls_back_to_arabic_before_french() {
        let mut text = Text::one(Lang::parse("fr").unwrap(), "Route");
        text.set(Lang::arabic(), "طريق");
        let (lang, _) = text.get(Lang::parse("zgh").unwrap()).unwrap();
        assert_eq!(lang.tag(), "ar");
        let (lang, _) = text.get(Lang::parse("en").unwrap()).unwrap();
        assert_eq!(lang.tag(), "fr");
    }

    #[test]
    fn every_language_file_is_whole() {
        assert_eq!(Lang::all().map(Lang::tag).take(5).collect::<Vec<_>>(), ["ar", "ary", "zgh", "fr", "en"]);
        for lang in Lang::all() {
            assert!(lang.chain().count() >= 2, "{lang} has no fallback");
            assert!(lang.icu().is_some() || lang.file().dates.is_some(), "{lang} has no dates");
        }
        assert_eq!(Voice::all().len(), 5);
    }
}
