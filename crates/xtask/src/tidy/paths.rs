//! The paths a Rust file speaks of, written out in full: `super::model::State` becomes `infitah_x::domain::model::State`.

use std::collections::HashMap;

use super::{
    lex::{Kind, Token},
    tree::RustFile,
};

/// One path of the file.
#[derive(Clone, Debug)]
pub struct Mention {
    /// Its parts, beginning with a crate or with a name that the file does not explain.
    pub parts: Vec<String>,
    /// Where it stands.
    pub line: usize,
    /// Whether it stands in a test.
    pub test: bool,
}

/// All paths of a file: those of its `use` items and those of two parts or more elsewhere.
pub fn mentions(file: &RustFile) -> Vec<Mention> {
    let mut reader = Reader { tokens: &file.tokens, at: 0, found: Vec::new(), names: HashMap::new() };
    reader.run();
    let Reader { found, names, .. } = reader;
    found
        .into_iter()
        .map(|mut mention| {
            if let Some(full) = names.get(&mention.parts[0]) {
                mention.parts.splice(0..1, full.iter().cloned());
            }
            mention.parts = absolute(file, mention.parts);
            mention
        })
        .collect()
}

/// Replaces `crate`, `self` and `super` by what they mean in this file.
fn absolute(file: &RustFile, parts: Vec<String>) -> Vec<String> {
    let mut module = file.module.clone();
    let relative = parts.iter().take_while(|part| matches!(part.as_str(), "crate" | "self" | "super")).count();
    if relative == 0 {
        // In a crate's root file a module is named without any prefix.
        let own_module = module.len() == 1 && file.siblings.contains(&parts[0]);
        return if own_module { [module, parts].concat() } else { parts };
    }
    for part in &parts[..relative] {
        match part.as_str() {
            "crate" => module.truncate(1),
            "super" if module.len() > 1 => drop(module.pop()),
            _ => {}
        }
    }
    module.extend_from_slice(&parts[relative..]);
    module
}

struct Reader<'a> {
    tokens: &'a [Token],
    at: usize,
    found: Vec<Mention>,
    /// What the file's `use` items call their targets.
    names: HashMap<String, Vec<String>>,
}

impl Reader<'_> {
    fn is(&self, at: usize, text: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(text))
    }

    fn run(&mut self) {
        while self.at < self.tokens.len() {
            let token = &self.tokens[self.at];
            // `use<'a>` in a type is something else.
            if token.is("use") && !self.is(self.at + 1, "<") {
                self.at += 1;
                self.use_tree(Vec::new());
            } else if token.kind == Kind::Ident && self.is(self.at + 1, "::") && !self.continues_a_path() {
                self.inline();
            } else {
                self.at += 1;
            }
        }
    }

    /// `x.y::<T>()` and `<T as X>::y::z` do not begin a path here.
    fn continues_a_path(&self) -> bool {
        let Some(before) = self.at.checked_sub(1) else { return false };
        let after_path = before.checked_sub(1).is_some_and(|at| {
            let token = &self.tokens[at];
            token.is(">") || (token.kind == Kind::Ident && !matches!(token.text.as_str(), "return" | "in" | "as"))
        });
        self.is(before, ".") || (self.is(before, "::") && after_path)
    }

    fn inline(&mut self) {
        let start = &self.tokens[self.at];
        let mut parts = vec![start.text.clone()];
        self.at += 1;
        while self.is(self.at, "::") && self.tokens.get(self.at + 1).is_some_and(|token| token.kind == Kind::Ident) {
            parts.push(self.tokens[self.at + 1].text.clone());
            self.at += 2;
        }
        self.found.push(Mention { parts, line: start.line, test: start.test });
    }

    /// One branch of a `use` item; `prefix` is what stands before it.
    fn use_tree(&mut self, mut prefix: Vec<String>) {
        let (line, test) = match self.tokens.get(self.at) {
            Some(token) => (token.line, token.test),
            None => return,
        };
        while let Some(token) = self.tokens.get(self.at) {
            self.at += 1;
            if token.is("{") {
                while self.at < self.tokens.len() && !self.is(self.at, "}") {
                    self.use_tree(prefix.clone());
                    self.at += usize::from(self.is(self.at, ","));
                }
                self.at += 1;
                return;
            }
            if token.is("as") {
                let alias = self.tokens.get(self.at).map(|token| token.text.clone()).unwrap_or_default();
                self.at += 1;
                return self.imported(alias, prefix, line, test);
            }
            if token.is("*") {
                return self.found.push(Mention { parts: prefix, line, test });
            }
            if token.kind == Kind::Ident {
                prefix.push(token.text.clone());
            } else if !token.is("::") {
                self.at -= 1;
                break;
            }
        }
        let name = prefix.last().cloned().unwrap_or_default();
        self.imported(name, prefix, line, test);
    }

    fn imported(&mut self, mut name: String, mut parts: Vec<String>, line: usize, test: bool) {
        if parts.len() > 1 && parts.last().is_some_and(|part| part == "self") {
            parts.pop();
            name = if name == "self" { parts.last().cloned().unwrap_or_default() } else { name };
        }
        if parts.is_empty() {
            return;
        }
        if parts[0] != name {
            self.names.insert(name, parts.clone());
        }
        self.found.push(Mention { parts, line, test });
    }
}

#[cfg(test)]
mod tests {
    use super::super::tree::Tree;
    use super::*;

    fn paths(path: &str, source: &str) -> Vec<String> {
        let tree = Tree::of(&[(path, source), ("crates/commons/src/places/mod.rs", "")]);
        let file = tree.rust().find(|file| file.path == path).expect("the sample is Rust");
        mentions(file).into_iter().map(|mention| mention.parts.join("::")).collect()
    }

    #[test]
    fn use_items_are_written_out() {
        let source = "use super::{model::{self, State as S}, super::places::rules};\nuse std::fmt::*;\nfn f() { S::Open; rules::x(); }";
        let expected = [
            "infitah_commons::jobs::model",
            "infitah_commons::jobs::model::State",
            "infitah_commons::places::rules",
            "std::fmt",
            "infitah_commons::jobs::model::State::Open",
            "infitah_commons::places::rules::x",
        ];
        assert_eq!(paths("crates/commons/src/jobs/rules.rs", source), expected);
    }

    #[test]
    fn paths_in_code_are_found() {
        assert_eq!(
            paths(
                "crates/commons/src/jobs/web/list.rs",
                "fn f() { crate::places::queries::all(); self::a::b; x.iter::<u8>() }"
            ),
            ["infitah_commons::places::queries::all", "infitah_commons::jobs::web::list::a::b"]
        );
        assert_eq!(
            paths("crates/commons/src/lib.rs", "fn f() { places::web::g() }"),
            ["infitah_commons::places::web::g"]
        );
        assert_eq!(paths("crates/commons/src/lib.rs", "fn f() { ::std::mem::take(x); return std::fmt::x }").len(), 2);
    }
}
