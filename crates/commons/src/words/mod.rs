//! The words of the site, explained: one term each, always the same one.

use std::{collections::BTreeMap, sync::LazyLock};

use askama::Template;
use axum::{Router, extract::State, response::Response, routing::get};
use infitah_base::{Lang, Text};
use infitah_kit::{Cache, Error, Head, Page, T, Visit, urls};
use rust_embed::RustEmbed;
use serde::Deserialize;

use crate::App;

#[derive(RustEmbed)]
#[folder = "../../data"]
#[include = "words.toml"]
struct Files;

/// The routes of the words.
pub fn routes() -> Router<App> {
    Router::new().route("/{lang}/words", get(show))
}

#[derive(Deserialize)]
struct Glossary {
    law: BTreeMap<String, Text>,
    word: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    key: String,
    explanation: Text,
    #[serde(default)]
    law: Vec<Law>,
    #[serde(flatten)]
    names: BTreeMap<String, toml::Value>,
}

#[derive(Deserialize)]
struct Law {
    text: String,
    #[serde(default)]
    article: String,
}

/// A word as the page shows it.
struct Word {
    key: String,
    name: Text,
    explanation: Text,
    laws: Vec<(Text, String)>,
}

static GLOSSARY: LazyLock<(Vec<Word>, BTreeMap<String, Text>)> = LazyLock::new(|| {
    let bytes = Files::get("words.toml").map(|file| file.data.into_owned()).unwrap_or_default();
    let glossary: Glossary = String::from_utf8(bytes)
        .map_err(|error| error.to_string())
        .and_then(|text| toml::from_str(&text).map_err(|error| error.to_string()))
        .unwrap_or_else(|error| panic!("words.toml, which is part of the program: {error}"));
    let laws = glossary.law;
    let word = |entry: Entry| {
        let mut name = Text::default();
        for lang in Lang::all() {
            if let Some(toml::Value::String(text)) = entry.names.get(lang.tag()) {
                name.set(lang, text);
            }
        }
        let law = |law: &Law| {
            // A standard has fields and codes where a law has articles; only articles are shown as such.
            let article = Some(law.article.clone()).filter(|article| article.starts_with(|c: char| c.is_ascii_digit()));
            laws.get(&law.text).map(|text| (text.clone(), article.unwrap_or_default()))
        };
        Word { laws: entry.law.iter().filter_map(law).collect(), key: entry.key, name, explanation: entry.explanation }
    };
    (glossary.word.into_iter().map(word).collect(), laws)
});

/// A law, decree or standard by its key, as pages name it.
pub fn law(key: &str) -> Option<&'static Text> {
    GLOSSARY.1.get(key)
}

/// A word with its explanation, as other pages show it in place.
#[derive(Clone, Copy, Debug)]
pub struct Explained {
    /// Its key, which is its anchor on the page of the words.
    pub key: &'static str,
    /// The word.
    pub name: &'static Text,
    /// One plain sentence.
    pub explanation: &'static Text,
}

/// The words with these keys, in the order given; an unknown one is left out.
pub fn explained(keys: &[&str]) -> Vec<Explained> {
    let word = |key: &&str| GLOSSARY.0.iter().find(|word| word.key == *key);
    let explain = |word: &'static Word| Explained { key: &word.key, name: &word.name, explanation: &word.explanation };
    keys.iter().filter_map(word).map(explain).collect()
}

#[derive(Template)]
#[template(path = "words/templates/words.html")]
struct WordsPage {
    t: T,
    lang: Lang,
    words: Vec<&'static Word>,
}

impl WordsPage {
    /// The same word in the other languages: people meet it in all of them.
    fn others(&self, word: &&'static Word) -> Vec<(Lang, &'static str)> {
        let word: &'static Word = word;
        let shown = word.name.get(self.lang).map(|(lang, _)| lang);
        word.name.iter().filter(|(lang, _)| Some(*lang) != shown && ["ar", "fr"].contains(&lang.tag())).collect()
    }
}

impl Page for WordsPage {
    const CACHE: Cache = Cache::Until(&[]);

    fn head(&self, t: &T) -> Head {
        Head {
            title: t.m("words-title").to_string(),
            description: t.m("words-lede").to_string(),
            url: urls::words(),
            section: "words",
            crumbs: vec![(t.as_text("home-link"), urls::home())],
            ..Head::default()
        }
    }
}

async fn show(State(_): State<App>, visit: Visit) -> Result<Response, Error> {
    visit
        .page(async || {
            let mut words: Vec<&'static Word> = GLOSSARY.0.iter().collect();
            words.sort_by_cached_key(|word| infitah_base::text::sort_key(word.name.plain(visit.lang)));
            Ok(WordsPage { t: visit.t.clone(), lang: visit.lang, words })
        })
        .await
}
