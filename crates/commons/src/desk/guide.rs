//! The guide of those who work here, inside the program: a short page for each page of the desk, in Arabic and French.
//!
//! Its texts are `docs/guides/desk/NAME.LANGUAGE.md`, so that they are read and corrected as other documents are. A
//! language in which a text is not written gets that of the next language that a reader of it knows.

use std::sync::LazyLock;

use infitah_base::{Lang, Text};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use rust_embed::RustEmbed;

use super::ITEMS;

#[derive(RustEmbed)]
#[folder = "../../docs/guides/desk"]
#[include = "*.md"]
struct Files;

/// What the guide says beside the pages of the desk, in its order.
const BESIDE: [&str; 3] = ["start", "away", "lost"];

/// A page of the guide.
pub struct Guide {
    /// The page of the desk it is about, or one of those beside.
    pub id: &'static str,
    /// How it is called.
    pub title: Text,
    bodies: Vec<(Lang, String)>,
}

impl Guide {
    /// What it says to a reader of this language, as HTML, and in which language that is.
    pub fn body(&self, lang: Lang) -> Option<(Lang, &str)> {
        let (lang, _) = self.title.get(lang)?;
        self.bodies.iter().find(|(one, _)| *one == lang).map(|(lang, body)| (*lang, body.as_str()))
    }
}

static GUIDES: LazyLock<Vec<Guide>> = LazyLock::new(|| {
    let ids = BESIDE.into_iter().chain(ITEMS.iter().map(|item| item.id));
    let read = |id| {
        let mut guide = Guide { id, title: Text::default(), bodies: Vec::new() };
        for lang in Lang::all() {
            let Some(file) = Files::get(&format!("{id}.{}.md", lang.tag())) else { continue };
            let (title, body) = shown(&String::from_utf8_lossy(&file.data));
            guide.title.set(lang, title);
            guide.bodies.push((lang, body));
        }
        guide
    };
    ids.map(read).collect()
});

/// All of it.
pub fn all() -> &'static [Guide] {
    &GUIDES
}

/// The page of this name.
pub fn one(id: &str) -> Option<&'static Guide> {
    GUIDES.iter().find(|guide| guide.id == id)
}

/// A text's title, which is its first heading, and the HTML of what follows it.
fn shown(markdown: &str) -> (String, String) {
    let mut title = String::new();
    let mut in_title = false;
    let mut rest = Vec::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) => in_title = true,
            Event::End(TagEnd::Heading(HeadingLevel::H1)) => in_title = false,
            Event::Text(words) if in_title => title.push_str(&words),
            other => rest.push(other),
        }
    }
    let mut body = String::new();
    html::push_html(&mut body, rest.into_iter());
    (title, body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_of_the_desk_is_explained_in_arabic_and_french() {
        for guide in all() {
            for lang in ["ar", "fr"].map(|tag| Lang::parse(tag).unwrap()) {
                let title = guide.title.exactly(lang).unwrap_or_default();
                let (_, body) = guide.body(lang).unwrap_or((lang, ""));
                assert!(!title.is_empty() && body.contains("<p>"), "docs/guides/desk/{}.{lang}.md", guide.id);
            }
        }
        let known: Vec<String> =
            all().iter().flat_map(|guide| ["ar", "fr"].map(|lang| format!("{}.{lang}.md", guide.id))).collect();
        for file in Files::iter() {
            assert!(known.iter().any(|name| *name == *file), "{file} explains no page of the desk");
        }
    }

    #[test]
    fn whoever_reads_another_language_gets_one_they_know() {
        for lang in Lang::all() {
            let (given, _) = one("start").and_then(|guide| guide.body(lang)).unwrap();
            assert!(lang.chain().any(|next| next == given), "{lang} is given {given}");
        }
        assert!(one("nothing").is_none());
    }

    /// A page inside the program has no neighbours in a folder, and no raw HTML.
    #[test]
    fn nothing_leads_outside_the_program() {
        for (lang, body) in all().iter().flat_map(|guide| &guide.bodies) {
            assert!(!body.contains("<a ") && !body.contains("<img") && !body.contains("<h1"), "{lang}: {body}");
        }
    }

    #[test]
    fn a_text_becomes_a_title_and_a_body() {
        let (title, body) = shown("# Les SMS & le reste\n\n1. Ouvrez « SMS ».\n2. **Lisez.**\n");
        assert_eq!(title, "Les SMS & le reste");
        assert!(body.contains("<li>Ouvrez « SMS ».</li>") && body.contains("<strong>Lisez.</strong>"), "{body}");
    }
}
