//! What may not stand in style sheets.

use std::sync::LazyLock;

use regex::Regex;

use super::{Findings, Rule, Weight, strings::pattern, tree::Tree};

/// The rules of this room.
pub const RULES: &[Rule] = &[Rule {
    id: "logical-css",
    reason: "a page is drawn once and mirrored: physical properties break it in one of the two directions",
    instead: "write inline-size, block-size, margin-inline-start, inset-block, text-align: start, float: inline-start…",
    weight: Weight::Law,
    check: logical,
}];

/// The text with everything that matches blanked out; lines stay where they were.
pub fn blank(text: &str, what: &Regex, filler: char) -> String {
    let fill = |found: &regex::Captures<'_>| -> String {
        found[0].chars().map(|char| if char == '\n' { '\n' } else { filler }).collect()
    };
    what.replace_all(text, fill).into_owned()
}

/// The line, from 1, of a byte of the text.
pub fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

fn logical(tree: &Tree, findings: &mut Findings) {
    static COMMENT: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?s)/\*.*?\*/"));
    // A property stands after a brace or a semicolon; `(min-width: 40rem)` of a media query does not.
    static PROPERTY: LazyLock<Regex> = LazyLock::new(|| {
        let sides = "left|right|top|bottom";
        let names = format!(
            "{sides}|(?:(?:min|max)-)?(?:width|height)|(?:margin|padding|scroll-margin|scroll-padding)-(?:{sides})|\
             border-(?:{sides})(?:-(?:color|style|width))?|border-(?:top|bottom)-(?:left|right)-radius|\
             contain-intrinsic-(?:width|height)"
        );
        let values = r"(?:float|clear|text-align|caption-side)\s*:\s*(?:left|right)\b";
        pattern(&format!(r"(?:^|[;{{}}])\s*((?:{names})\s*:|{values})"))
    });
    for file in tree.files().filter(|file| file.has_extension("css")) {
        let text = blank(&file.text, &COMMENT, ' ');
        for found in PROPERTY.captures_iter(&text).filter_map(|found| found.get(1)) {
            findings.add(&file.path, line_of(&text, found.start()), found.as_str().trim_end_matches(':'));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn only_logical_properties() {
        let good = "/* left: 1px; */\n@media (min-width: 40rem) { a { inline-size: 1px; --left: 2px; margin: 0; text-align: start } }";
        assert!(found("logical-css", &[("crates/kit/static/a.css", good)]).is_empty());
        let bad = "a { left: 0;\n  margin-left: 1px }\nb{max-width:4px;text-align: right;\nborder-top-left-radius:1px}";
        let lines: Vec<_> = ["1", "2", "3", "3", "4"].map(|line| format!("a.css:{line}")).into();
        assert_eq!(found("logical-css", &[("a.css", bad)]), lines);
    }
}
