//! Unfinished work, silenced lints, long files.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    Findings, Rule, Weight,
    lex::{Token, after_closing},
    strings::pattern,
    styles::line_of,
    tree::Tree,
};

/// The rules of this room.
pub const RULES: &[Rule] = &[
    Rule {
        id: "no-allow",
        reason: "an allowed lint stays allowed when its cause is gone",
        instead: "mend it, or write #[expect(lint, reason = \"…\")], which speaks up when it is no longer needed",
        weight: Weight::Law,
        check: allow,
    },
    Rule {
        id: "unfinished",
        reason: "what is promised in the source is forgotten there",
        instead: "finish it, leave it out, or open an issue",
        weight: Weight::Law,
        check: unfinished,
    },
    Rule {
        id: "long-file",
        reason: "a file over 400 lines asks to be split",
        instead: "make two rooms of it; the tests of a long file go to tests.rs beside it",
        weight: Weight::Advice,
        check: long,
    },
];

const LONG: usize = 400;

fn allow(tree: &Tree, findings: &mut Findings) {
    for file in tree.rust() {
        for attribute in attributes(&file.tokens) {
            let named = |name: &str| attribute.windows(2).any(|pair| pair[0].is(name) && pair[1].is("("));
            if named("allow") {
                findings.add(&file.path, attribute[0].line, "allow");
            } else if attribute.first().is_some_and(|token| token.is("expect"))
                && !attribute.iter().any(|token| token.is("reason"))
            {
                findings.add(&file.path, attribute[0].line, "expect without a reason");
            }
        }
    }
}

/// What stands between the brackets of each attribute.
fn attributes(tokens: &[Token]) -> impl Iterator<Item = &[Token]> {
    tokens.iter().enumerate().filter(|(_, token)| token.is("#")).filter_map(|(at, _)| {
        let open = at + 1 + usize::from(tokens.get(at + 1)?.is("!"));
        tokens.get(open)?.is("[").then(|| &tokens[open + 1..after_closing(tokens, open) - 1])
    })
}

fn unfinished(tree: &Tree, findings: &mut Findings) {
    static MARK: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(?:TODO|FIXME)\b|\b(?:todo|unimplemented)!\s*[(\[{]"));
    for file in tree.files() {
        for mark in MARK.find_iter(&file.text) {
            findings.add(&file.path, line_of(&file.text, mark.start()), mark.as_str());
        }
    }
}

fn long(tree: &Tree, findings: &mut Findings) {
    for file in tree.rust().filter(|file| !file.test && file.lines > LONG) {
        findings.add(&file.path, file.lines, format!("{} lines", file.lines));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    const PATH: &str = "crates/kit/src/page.rs";

    #[test]
    fn lints_are_expected_with_a_reason_or_not_at_all() {
        for bad in ["#[allow(dead_code)]", "#![allow(unused)]", "#[cfg_attr(x, allow(y))]", "#[expect(dead_code)]"] {
            assert_eq!(found("no-allow", &[(PATH, bad)]).len(), 1, "{bad}");
        }
        for good in ["#[expect(dead_code, reason = \"x\")]", "allow(x)", "// #[allow(x)]", "#[derive(Debug)]"] {
            assert!(found("no-allow", &[(PATH, good)]).is_empty(), "{good}");
        }
    }

    #[test]
    fn nothing_is_left_for_later() {
        let text = "a\n// TODO: x\nfn f() { todo!() }\n";
        assert_eq!(found("unfinished", &[(PATH, text)]), [format!("{PATH}:2"), format!("{PATH}:3")]);
        assert!(found("unfinished", &[("Cargo.toml", "todo = \"warn\"\nTODOS"), ("data/x.csv", "TODO")]).is_empty());
    }

    #[test]
    fn long_files_are_told() {
        let text = "\n".repeat(401);
        assert_eq!(found("long-file", &[(PATH, &text)]), [format!("{PATH}:401")]);
        assert!(found("long-file", &[(PATH, &text[1..]), ("crates/kit/src/tests.rs", &text)]).is_empty());
    }
}
