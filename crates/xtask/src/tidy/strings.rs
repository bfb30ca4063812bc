//! What may not stand in Rust: forks between databases, SQL, HTML, sentences.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    Findings, Rule, Weight,
    lex::{Kind, Token},
    tree::Tree,
};

/// The rules of this room.
pub const RULES: &[Rule] = &[
    Rule {
        id: "sql-forks",
        reason: "whoever asks which database it is writes a second program; both must stay the same to everyone",
        instead: "add a function to crates/store/src/dialect.rs (or search.rs) that answers for both",
        weight: Weight::Law,
        check: forks,
    },
    Rule {
        id: "raw-sql",
        reason: "store is the only crate that knows SQL",
        instead: "use the entities and queries of store, or add a function to it",
        weight: Weight::Law,
        check: raw_sql,
    },
    Rule {
        id: "html-in-rust",
        reason: "HTML lives in templates, where it is escaped, reviewed and seen",
        instead: "write a template or a component in kit; SVG that is computed lives in crates/kit/src/svg",
        weight: Weight::Law,
        check: html,
    },
    Rule {
        id: "words-in-rust",
        reason: "sentences live in .ftl files, in five languages; one in Rust exists in one only",
        instead: "add a message to the domain's locales and use its key; demonstration data belongs in data files",
        weight: Weight::Law,
        check: words,
    },
];

fn forks(tree: &Tree, findings: &mut Findings) {
    for file in tree.rust() {
        for token in &file.tokens {
            if token.is("DbBackend") || token.is("DatabaseBackend") {
                findings.add(&file.path, token.line, &token.text);
            }
        }
    }
}

fn raw_sql(tree: &Tree, findings: &mut Findings) {
    static SQL: LazyLock<Regex> = LazyLock::new(|| {
        // In capitals the first word is enough; in small letters the second one tells SQL from English.
        let capitals = r"SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\S+\s+SET\s|DELETE\s+FROM\s|PRAGMA\s";
        let schema = r"(?i:(CREATE|ALTER|DROP)\s+(UNIQUE\s+|VIRTUAL\s+|TEMP\s+)?(TABLE|INDEX|VIEW|TRIGGER)\s)";
        let small = r"(?i:select\s.+\sfrom\s|insert\s+into\s|update\s+\S+\s+set\s|delete\s+from\s)";
        pattern(&format!(r"(?s)^\s*({capitals}|{schema}|{small})"))
    });
    strings(tree, findings, true, |text| SQL.is_match(text));
}

fn html(tree: &Tree, findings: &mut Findings) {
    static TAG: LazyLock<Regex> = LazyLock::new(|| {
        let names = "a|abbr|article|aside|audio|b|blockquote|body|br|button|caption|circle|code|dd|del|details|dialog|div|\
                     dl|dt|em|fieldset|figcaption|figure|footer|form|g|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|\
                     label|legend|li|line|link|main|mark|meta|nav|ol|optgroup|option|p|path|picture|polygon|polyline|pre|\
                     progress|rect|script|section|select|small|source|span|strong|style|sub|summary|sup|svg|table|tbody|\
                     td|template|text|textarea|tfoot|th|thead|time|title|tr|ul|use|video";
        pattern(&format!(r"</?(?:{names})(?:[\s>/]|$)|<!DOCTYPE"))
    });
    strings(tree, findings, false, |text| TAG.is_match(text));
}

fn words(tree: &Tree, findings: &mut Findings) {
    strings(tree, findings, false, |text| text.chars().any(is_arabic_or_tifinagh));
}

/// A letter of the two scripts that no word of the source code itself is written in.
pub fn is_arabic_or_tifinagh(char: char) -> bool {
    let blocks = matches!(char,
        '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}' | '\u{fb50}'..='\u{fdff}'
        | '\u{fe70}'..='\u{feff}' | '\u{2d30}'..='\u{2d7f}');
    blocks && char.is_alphabetic()
}

/// A pattern of ours: that it can be read is proved by the test of its rule.
pub fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a pattern in the source is well formed")
}

fn strings(tree: &Tree, findings: &mut Findings, in_tests: bool, wrong: impl Fn(&str) -> bool) {
    for file in tree.rust() {
        let mut check = |token: &Token| {
            if token.kind == Kind::Str && wrong(&token.text) {
                findings.add(&file.path, token.line, format!("{:?}", shortened(&token.text)));
            }
        };
        match in_tests {
            true => file.tokens.iter().for_each(&mut check),
            false => file.product().for_each(&mut check),
        }
    }
}

fn shortened(text: &str) -> String {
    text.trim().chars().take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    const PATH: &str = "crates/commons/src/places/queries.rs";

    #[test]
    fn only_the_dialect_asks_which_database_it_is() {
        let source = "fn f(x: DbBackend) {} // DatabaseBackend";
        assert_eq!(found("sql-forks", &[(PATH, source)]), [format!("{PATH}:1")]);
        assert!(found("sql-forks", &[("crates/store/src/dialect.rs", source)]).is_empty());
    }

    #[test]
    fn sql_stays_in_the_store() {
        for source in
            ["f(\"SELECT 1\")", "f(r#\" insert into x values\"#)", "f(\"CREATE INDEX a ON b\")", "f(\"DELETE FROM x\")"]
        {
            assert_eq!(found("raw-sql", &[(PATH, source)]).len(), 1, "{source}");
            assert!(found("raw-sql", &[("crates/store/src/search.rs", source)]).is_empty());
        }
        for source in ["f(\"Select a place\")", "// \"SELECT 1\"", "f(\"update the file\")", "f(\"create-table\")"] {
            assert!(found("raw-sql", &[(PATH, source)]).is_empty(), "{source}");
        }
    }

    #[test]
    fn html_stays_in_templates() {
        for source in ["f(\"<p class='x'>\")", "f(\"a</div>\")", "f(\"<li>\")", "f(\"<!DOCTYPE html>\")"] {
            assert_eq!(found("html-in-rust", &[(PATH, source)]).len(), 1, "{source}");
            assert!(found("html-in-rust", &[("crates/kit/src/svg/bars.rs", source)]).is_empty());
        }
        for source in
            ["f(\"Vec<u8>\")", "f(\"<FILE>\")", "f(\"a < b\")", "#[cfg(test)] mod t { const A: &str = \"<p>\"; }"]
        {
            assert!(found("html-in-rust", &[(PATH, source)]).is_empty(), "{source}");
        }
    }

    #[test]
    fn sentences_stay_in_locales() {
        for source in ["f(\"سلام\")", "f(\"\\u{627}\")", "f(\"ⴰⵣⵓⵍ\")"] {
            assert_eq!(found("words-in-rust", &[(PATH, source)]).len(), 1, "{source}");
            assert!(found("words-in-rust", &[("crates/base/src/text.rs", source)]).is_empty());
        }
        for source in ["f(\"été\")", "// سلام", "f(\"،\")", "#[test] fn t() { f(\"سلام\") }"] {
            assert!(found("words-in-rust", &[(PATH, source)]).is_empty(), "{source}");
        }
    }
}
