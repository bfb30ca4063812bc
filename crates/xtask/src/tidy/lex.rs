//! A small reader of Rust source: enough to tell code from strings and comments, tests from the rest.
//!
//! Written by hand because a full parser would look inside no macro, and the product's strings live in macros.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A name or a keyword.
    Ident,
    /// A string literal; the token's text is its content, escapes read.
    Str,
    /// One sign, or `::`.
    Punct,
    /// A number, a character or a lifetime: no rule looks at them.
    Other,
}

/// One token.
#[derive(Clone, Debug)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Its text.
    pub text: String,
    /// The line it begins on, from 1.
    pub line: usize,
    /// Whether it belongs to a test: `#[cfg(test)]`, `#[test]` and their kind.
    pub test: bool,
}

impl Token {
    /// Whether it is this name or sign.
    pub fn is(&self, text: &str) -> bool {
        matches!(self.kind, Kind::Ident | Kind::Punct) && self.text == text
    }
}

/// Reads a file.
pub fn tokens(source: &str) -> Vec<Token> {
    let mut lexer = Lexer { chars: source.chars().collect(), at: 0, line: 1, tokens: Vec::new() };
    lexer.run();
    mark_tests(&mut lexer.tokens);
    lexer.tokens
}

struct Lexer {
    chars: Vec<char>,
    at: usize,
    line: usize,
    tokens: Vec<Token>,
}

impl Lexer {
    fn peek(&self, ahead: usize) -> char {
        self.chars.get(self.at + ahead).copied().unwrap_or('\0')
    }

    fn next(&mut self) -> char {
        let char = self.peek(0);
        self.at += 1;
        self.line += usize::from(char == '\n');
        char
    }

    fn done(&self) -> bool {
        self.at >= self.chars.len()
    }

    fn push(&mut self, kind: Kind, text: String, line: usize) {
        self.tokens.push(Token { kind, text, line, test: false });
    }

    fn run(&mut self) {
        while !self.done() {
            let line = self.line;
            match self.peek(0) {
                char if char.is_whitespace() => {
                    self.next();
                }
                '/' if self.peek(1) == '/' => self.line_comment(),
                '/' if self.peek(1) == '*' => self.block_comment(),
                '"' => {
                    self.next();
                    let text = self.string();
                    self.push(Kind::Str, text, line);
                }
                '\'' => self.quote(line),
                char if char.is_alphabetic() || char == '_' => self.word(line),
                char if char.is_ascii_digit() => {
                    let text = self.take(|char| char.is_alphanumeric() || char == '_');
                    self.push(Kind::Other, text, line);
                }
                ':' if self.peek(1) == ':' => {
                    self.at += 2;
                    self.push(Kind::Punct, "::".into(), line);
                }
                sign => {
                    self.next();
                    self.push(Kind::Punct, sign.into(), line);
                }
            }
        }
    }

    fn take(&mut self, wanted: fn(char) -> bool) -> String {
        let start = self.at;
        while !self.done() && wanted(self.peek(0)) {
            self.at += 1;
        }
        self.chars[start..self.at].iter().collect()
    }

    fn line_comment(&mut self) {
        while !self.done() && self.peek(0) != '\n' {
            self.at += 1;
        }
    }

    fn block_comment(&mut self) {
        let mut depth = 0;
        while !self.done() {
            match (self.next(), self.peek(0)) {
                ('/', '*') => depth += 1,
                ('*', '/') => depth -= 1,
                _ => continue,
            }
            self.next();
            if depth == 0 {
                return;
            }
        }
    }

    /// A name, or the prefix of a string: `r"…"`, `b"…"`, `br#"…"#`, `c"…"`, or a raw name `r#type`.
    fn word(&mut self, line: usize) {
        let word = self.take(|char| char.is_alphanumeric() || char == '_');
        let hashes = (0..).take_while(|ahead| self.peek(*ahead) == '#').count();
        let quoted = self.peek(hashes) == '"';
        match word.as_str() {
            "r" | "br" | "cr" if quoted => {
                self.at += hashes + 1;
                let text = self.raw_string(hashes);
                self.push(Kind::Str, text, line);
            }
            "b" | "c" if hashes == 0 && quoted => {
                self.next();
                let text = self.string();
                self.push(Kind::Str, text, line);
            }
            "r" if hashes == 1 => {
                self.next();
                let name = self.take(|char| char.is_alphanumeric() || char == '_');
                self.push(Kind::Ident, name, line);
            }
            _ => self.push(Kind::Ident, word, line),
        }
    }

    fn raw_string(&mut self, hashes: usize) -> String {
        let mut text = String::new();
        while !self.done() {
            if self.peek(0) == '"' && (1..=hashes).all(|ahead| self.peek(ahead) == '#') {
                self.at += 1 + hashes;
                break;
            }
            text.push(self.next());
        }
        text
    }

    fn string(&mut self) -> String {
        let mut text = String::new();
        while !self.done() {
            match self.next() {
                '"' => break,
                '\\' => self.escape(&mut text),
                char => text.push(char),
            }
        }
        text
    }

    fn escape(&mut self, text: &mut String) {
        match self.next() {
            'n' => text.push('\n'),
            't' => text.push('\t'),
            'u' => {
                let code: String = self.take(|char| char != '}' && char != '"');
                self.next();
                let code = u32::from_str_radix(code.trim_start_matches('{'), 16).ok();
                text.extend(code.and_then(char::from_u32));
            }
            '\n' => {
                while !self.done() && self.peek(0).is_whitespace() {
                    self.next();
                }
            }
            char => text.push(char),
        }
    }

    /// A character literal or a lifetime.
    fn quote(&mut self, line: usize) {
        self.next();
        if self.peek(0) == '\\' {
            self.at += 2;
            while !self.done() && self.next() != '\'' {}
        } else if self.peek(1) == '\'' {
            self.next();
            self.next();
        } else {
            self.take(|char| char.is_alphanumeric() || char == '_');
        }
        self.push(Kind::Other, "'".into(), line);
    }
}

/// The index after the bracket that closes the one at `open`.
pub fn after_closing(tokens: &[Token], open: usize) -> usize {
    let mut depth = 0_usize;
    for (index, token) in tokens.iter().enumerate().skip(open) {
        if token.is("{") || token.is("(") || token.is("[") {
            depth += 1;
        } else if token.is("}") || token.is(")") || token.is("]") {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return index + 1;
            }
        }
    }
    tokens.len()
}

fn mark_tests(tokens: &mut [Token]) {
    let mut index = 0;
    while index < tokens.len() {
        let inner = tokens.get(index + 1).is_some_and(|token| token.is("!"));
        let open = index + 1 + usize::from(inner);
        if !tokens[index].is("#") || !tokens.get(open).is_some_and(|token| token.is("[")) {
            index += 1;
            continue;
        }
        let end = after_closing(tokens, open);
        if !speaks_of_tests(&tokens[open + 1..end - 1]) {
            index = end;
            continue;
        }
        let item_end = if inner { tokens.len() } else { end_of_item(tokens, end) };
        tokens[index..item_end].iter_mut().for_each(|token| token.test = true);
        index = item_end;
    }
}

/// `cfg(test)`, `cfg(any(test, …))`, `test`, `tokio::test`, `rstest`.
fn speaks_of_tests(attribute: &[Token]) -> bool {
    let Some(first) = attribute.first() else { return false };
    if first.is("cfg") {
        return attribute.iter().any(|token| token.is("test")) && !attribute.iter().any(|token| token.is("not"));
    }
    let path = attribute.iter().take_while(|token| token.kind == Kind::Ident || token.is("::"));
    path.last().is_some_and(|token| token.is("test") || token.is("rstest"))
}

/// An item ends with its first block, or with a semicolon before one.
fn end_of_item(tokens: &[Token], start: usize) -> usize {
    let mut index = start;
    while index < tokens.len() {
        let token = &tokens[index];
        if token.is(";") {
            return index + 1;
        }
        let opens = token.is("{") || token.is("(") || token.is("[");
        let end = if opens { after_closing(tokens, index) } else { index + 1 };
        if token.is("{") {
            return end;
        }
        index = end;
    }
    index
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str, kind: Kind) -> Vec<String> {
        tokens(source).into_iter().filter(|token| token.kind == kind).map(|token| token.text).collect()
    }

    #[test]
    fn strings_are_told_from_code_and_comments() {
        let source = "// \"no\"\n/* /* \"no\" */ \"no\" */ f(\"a\\\"\\u{627}\", r#\"b\"c\"#, b\"d\", 'x', '\\'', '\"', &'static str)";
        assert_eq!(texts(source, Kind::Str), ["a\"\u{627}", "b\"c", "d"]);
        assert_eq!(texts(source, Kind::Ident), ["f", "str"]);
        assert_eq!(texts("r#type::x", Kind::Ident), ["type", "x"]);
    }

    #[test]
    fn tests_are_told_from_the_rest() {
        let source = "fn a() {}\n#[cfg(test)]\nmod tests { fn b() {} }\nfn c() {}\n#[tokio::test]\nasync fn d([x]: [u8; 1]) { e }\n\
                      #[cfg(not(test))] fn g() {}\n#[cfg(test)] mod h;\nstruct I;";
        let tokens = tokens(source);
        let test = |name: &str| tokens.iter().find(|token| token.is(name)).map(|token| token.test);
        for (name, expected) in [("a", false), ("b", true), ("c", false), ("d", true), ("e", true), ("g", false)] {
            assert_eq!(test(name), Some(expected), "{name}");
        }
        assert_eq!((test("h"), test("I")), (Some(true), Some(false)));
        assert_eq!(tokens.iter().find(|token| token.is("d")).map(|token| token.line), Some(6));
    }
}
