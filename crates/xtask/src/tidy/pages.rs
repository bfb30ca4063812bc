//! What may not stand in templates.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    Findings, Rule, Weight,
    strings::{is_arabic_or_tifinagh, pattern},
    styles::{blank, line_of},
    tree::{File, Tree},
};

/// The rules of this room.
pub const RULES: &[Rule] = &[
    Rule {
        id: "strict-pages",
        reason: "pages carry no style attribute, event handler, inline script or inline style: the content policy forbids \
                 all of them",
        instead: "use a class, an SVG attribute, a script file that finds its elements by data attributes",
        weight: Weight::Law,
        check: strict,
    },
    Rule {
        id: "words-in-templates",
        reason: "a sentence in a template exists in one language only",
        instead: "add a message to the domain's .ftl files and print it",
        weight: Weight::Law,
        check: sentences,
    },
];

/// What may be written out: names that are the same in every language.
const SAME_EVERYWHERE: &[&str] = &["Infitah", "CC BY 4.0", "AGPL-3.0-or-later", "OC4IDS", "GitHub", "OpenStreetMap"];

/// Stands where something was blanked out: words on both sides of it are not neighbours.
const GAP: char = '\u{1}';

static COMMENT: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?s)\{#.*?#\}|<!--.*?-->"));
static CODE: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?s)\{\{.*?\}\}|\{%.*?%\}"));
static TAG: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?s)</?[A-Za-z!?][^>]*>"));

/// The text without comments and without what the template computes.
fn literal(file: &File) -> String {
    blank(&blank(&file.text, &COMMENT, GAP), &CODE, GAP)
}

fn strict(tree: &Tree, findings: &mut Findings) {
    static ATTRIBUTE: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\s(style|on[a-z]+)\s*="));
    static INLINE: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?is)<script\b[^>]*>\s*[^\s<]|<style\b|javascript:"));
    let pages = tree.files().filter(|file| ["html", "svg", "xml"].iter().any(|kind| file.has_extension(kind)));
    for file in pages.filter(|file| file.path.starts_with("crates/")) {
        let text = literal(file);
        for tag in TAG.find_iter(&text) {
            for attribute in ATTRIBUTE.captures_iter(tag.as_str()).filter_map(|found| found.get(1)) {
                let line = line_of(&text, tag.start() + attribute.start());
                findings.add(&file.path, line, format!("the attribute {}", attribute.as_str()));
            }
        }
        for inline in INLINE.find_iter(&text) {
            let shown: String = inline.as_str().chars().take(30).collect();
            findings.add(&file.path, line_of(&text, inline.start()), shown);
        }
    }
}

fn sentences(tree: &Tree, findings: &mut Findings) {
    // Two words in a row; in the scripts that markup is never written in, one is enough.
    static WORDS: LazyLock<Regex> = LazyLock::new(|| pattern(r"\p{L}[\p{L}\p{M}'’-]*[\s,;:.!?]+\p{L}[\p{L}\p{M}'’-]*"));
    static WORD: LazyLock<Regex> = LazyLock::new(|| pattern(r"\p{L}[\p{L}\p{M}]+"));
    static ENTITY: LazyLock<Regex> = LazyLock::new(|| pattern(r"&#?\w+;"));
    static SPOKEN: LazyLock<Regex> =
        LazyLock::new(|| pattern(r#"\s(?:aria-label|alt|title|placeholder|content)\s*=\s*(?:"([^"]*)"|'([^']*)')"#));
    // Beside their Rust, or in a folder of their own, where text mails and feeds are as well.
    let templates = tree.files().filter(|file| file.has_extension("html") || file.is_under("templates"));
    for file in templates.filter(|file| file.path.starts_with("crates/") && !file.is_under("tests")) {
        let mut text = blank(&literal(file), &ENTITY, ' ');
        for name in SAME_EVERYWHERE {
            text = text.replace(name, &GAP.to_string().repeat(name.len()));
        }
        for tag in TAG.find_iter(&text) {
            // `content` speaks in one kind of <meta> only; elsewhere it holds settings.
            let silent = tag.as_str().contains("name=\"viewport\"") || tag.as_str().contains("http-equiv");
            for value in SPOKEN.captures_iter(tag.as_str()).filter_map(|found| found.get(1).or(found.get(2))) {
                if !silent && WORDS.is_match(value.as_str()) {
                    findings.add(&file.path, line_of(&text, tag.start() + value.start()), value.as_str());
                }
            }
        }
        let text = blank(&text, &TAG, GAP);
        let foreign = WORD.find_iter(&text).filter(|word| word.as_str().chars().any(is_arabic_or_tifinagh));
        for words in WORDS.find_iter(&text).chain(foreign) {
            findings.add(&file.path, line_of(&text, words.start()), words.as_str());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    const PATH: &str = "crates/kit/src/page/page.html";

    fn lines(rule: &str, text: &str) -> usize {
        found(rule, &[(PATH, text)]).len()
    }

    #[test]
    fn pages_obey_the_content_policy() {
        for bad in [
            "<p style=\"x\">",
            "<a\n onclick='f()'>",
            "<script>f()</script>",
            "<style>a{}</style>",
            "<a href=\"javascript:f\">",
        ] {
            assert_eq!(lines("strict-pages", bad), 1, "{bad}");
        }
        for good in [
            "<script src=\"/a.js\" defer></script>",
            "{# <p style=x> #}",
            "<p class=\"on style\">",
            "<svg width=\"1\">",
        ] {
            assert_eq!(lines("strict-pages", good), 0, "{good}");
        }
        assert_eq!(found("strict-pages", &[(PATH, "\n<p\n\n style=x>")]), [format!("{PATH}:4")]);
    }

    #[test]
    fn templates_hold_no_sentences() {
        for bad in
            ["<p>Open data</p>", "<img alt=\"A map\">", "<p>مفتوح</p>", "{{ x }} of the year", "a{# b #}\nOui, merci"]
        {
            assert_eq!(lines("words-in-templates", bad), 1, "{bad}");
        }
        let good = "<title>{{ t.title }} · Infitah</title><p class=\"a b\">{{ a }}&nbsp;{{ b }} km</p>{% if a and b %}x{% endif %}\
                    <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><b>CC BY 4.0</b>";
        assert_eq!(lines("words-in-templates", good), 0);
        assert!(found("words-in-templates", &[("docs/a.html", "<p>Open data</p>")]).is_empty());
        assert_eq!(found("words-in-templates", &[("crates/kit/templates/mail.txt", "Dear reader")]).len(), 1);
    }
}
