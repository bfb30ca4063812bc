//! The files of the repository, as the rules see them.

use std::{collections::BTreeSet, fs, path::Path};

use super::lex::{self, Token};
use crate::Result;

/// Folders that are not ours to judge: made by tools.
const NOT_OURS: &[&str] = &["target", "node_modules", ".git", ".venv"];

/// Files copied unchanged from elsewhere. What others wrote is not held to our rules.
const VENDORED: &[&str] = &["tests/judges/oc4ids-schema-0.9.5/", "data/", "LICENSE"];

/// One text file.
pub struct File {
    /// From the root of the repository, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl File {
    /// The name after the last `/`.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// Whether the file ends with this extension.
    pub fn has_extension(&self, extension: &str) -> bool {
        self.name().rsplit_once('.').is_some_and(|(_, found)| found == extension)
    }

    /// Whether it was copied from elsewhere.
    pub fn is_vendored(&self) -> bool {
        VENDORED.iter().any(|start| self.path.starts_with(start))
    }

    /// Whether one of its folders has this name.
    pub fn is_under(&self, folder: &str) -> bool {
        self.path.split('/').rev().skip(1).any(|part| part == folder)
    }
}

/// One Rust file of a crate.
pub struct RustFile {
    /// As in [`File`].
    pub path: String,
    /// The folder of its crate below `crates`.
    pub krate: String,
    /// Its folders and itself below `src`, without `.rs`: `petitions/web/list` is `["petitions", "web", "list"]`.
    pub inside: Vec<String>,
    /// Its module path, beginning with the crate's name.
    pub module: Vec<String>,
    /// The modules at the root of its crate.
    pub siblings: BTreeSet<String>,
    /// What is written in it.
    pub tokens: Vec<Token>,
    /// Whether the whole file is a test.
    pub test: bool,
    /// How many lines it has.
    pub lines: usize,
}

impl RustFile {
    /// Its tokens outside tests.
    pub fn product(&self) -> impl Iterator<Item = &Token> {
        self.tokens.iter().filter(|token| !self.test && !token.test)
    }

    /// Whether it is the room `name` of a domain: `name.rs`, or a file in the folder `name`.
    pub fn is_room(&self, name: &str) -> bool {
        self.inside.len() > 1 && self.inside[1..].iter().any(|part| part == name)
    }

    /// The folder at the root of its crate that it lies in.
    pub fn domain(&self) -> Option<&str> {
        (self.inside.len() > 1).then(|| self.inside[0].as_str())
    }
}

/// All files.
pub struct Tree {
    files: Vec<File>,
    rust: Vec<RustFile>,
}

impl Tree {
    /// Reads the repository.
    pub fn read(root: &Path) -> Result<Self> {
        let mut files = Vec::new();
        walk(root, "", &mut files)?;
        files.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(Self::new(files))
    }

    /// A tree of samples, for the tests of rules.
    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Self {
        let file = |(path, text): &(&str, &str)| File { path: (*path).into(), text: (*text).into() };
        Self::new(files.iter().map(file).collect())
    }

    /// All text files that are ours.
    pub fn files(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|file| !file.is_vendored())
    }

    /// All text files, copied ones as well.
    pub fn every_file(&self) -> impl Iterator<Item = &File> {
        self.files.iter()
    }

    /// The Rust files of the product and its tests; the tool that holds the rules is not subject to most of them.
    pub fn rust(&self) -> impl Iterator<Item = &RustFile> {
        self.rust.iter()
    }

    /// The folders at the root of a crate that have a door (`mod.rs`): its domains.
    pub fn is_domain(&self, krate: &str, name: &str) -> bool {
        self.rust.iter().any(|file| file.krate == krate && file.path.ends_with(&format!("/src/{name}/mod.rs")))
    }

    fn new(files: Vec<File>) -> Self {
        let mut rust: Vec<RustFile> = files.iter().filter_map(rust_file).collect();
        let roots: Vec<(String, String)> =
            rust.iter().filter_map(|file| Some((file.krate.clone(), file.inside.first()?.clone()))).collect();
        let tests: BTreeSet<String> = rust.iter().flat_map(test_modules).collect();
        for file in &mut rust {
            file.siblings =
                roots.iter().filter(|(krate, _)| *krate == file.krate).map(|(_, name)| name.clone()).collect();
            let place = file.path.trim_end_matches(".rs");
            file.test |= tests.iter().any(|test| place == test || place.starts_with(&format!("{test}/")));
        }
        Self { files, rust }
    }
}

fn walk(folder: &Path, prefix: &str, files: &mut Vec<File>) -> Result<()> {
    let failed = |error| format!("{}: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        let kind = entry.file_type().map_err(failed)?;
        // In a linked work tree `.git` is a file.
        if NOT_OURS.contains(&name.as_str()) {
            continue;
        }
        if kind.is_dir() {
            walk(&entry.path(), &format!("{path}/"), files)?;
        } else if kind.is_file() {
            // What is not UTF-8 is a picture or a font. A file that vanished meanwhile was not part of the repository.
            let Ok(text) = fs::read_to_string(entry.path()) else { continue };
            files.push(File { path, text });
        }
    }
    Ok(())
}

fn rust_file(file: &File) -> Option<RustFile> {
    let path = file.path.strip_prefix("crates/")?.strip_suffix(".rs")?;
    let (krate, rest) = path.split_once('/')?;
    let krate = if rest.starts_with("macros/") { format!("{krate}/macros") } else { krate.to_owned() };
    let rest = rest.trim_start_matches("macros/");
    let inside: Vec<String> = rest.strip_prefix("src/").unwrap_or(rest).split('/').map(str::to_owned).collect();
    let name = if krate == "server" { "infitah".to_owned() } else { format!("infitah_{}", krate.replace('/', "_")) };
    let mut module: Vec<String> = std::iter::once(name).chain(inside.iter().cloned()).collect();
    if module.last().is_some_and(|last| matches!(last.as_str(), "mod" | "lib" | "main")) {
        module.pop();
    }
    let last = inside.last().map(String::as_str).unwrap_or_default();
    let test = !rest.starts_with("src/") || last == "tests" || inside.iter().any(|part| part == "tests");
    let tokens = lex::tokens(&file.text);
    let lines = file.text.lines().count();
    let path = file.path.clone();
    Some(RustFile { path, krate, inside, module, siblings: BTreeSet::new(), tokens, test, lines })
}

/// The files that `#[cfg(test)] mod name;` makes tests, without `.rs`.
fn test_modules(file: &RustFile) -> Vec<String> {
    let place = file.path.trim_end_matches(".rs");
    let folder = match place.rsplit_once('/') {
        Some((folder, "mod" | "lib" | "main")) => folder,
        _ => place,
    };
    let declared = file.tokens.windows(3).filter(|three| three[0].test && three[0].is("mod") && three[2].is(";"));
    declared.map(|three| format!("{folder}/{}", three[1].text)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_knows_its_place() {
        let tree = Tree::of(&[
            ("crates/commons/src/places/web/list.rs", ""),
            ("crates/commons/src/places/mod.rs", "#[cfg(test)] mod matrix;"),
            ("crates/commons/src/places/matrix.rs", ""),
            ("crates/server/tests/all.rs", ""),
        ]);
        let file = |end: &str| tree.rust().find(|file| file.path.ends_with(end)).expect("a sample");
        let list = file("list.rs");
        assert_eq!(list.module.join("::"), "infitah_commons::places::web::list");
        assert!(list.is_room("web") && !list.is_room("api") && !list.test);
        assert_eq!(list.domain(), Some("places"));
        assert_eq!(file("mod.rs").module.join("::"), "infitah_commons::places");
        assert!(file("matrix.rs").test && file("all.rs").test);
        assert!(tree.is_domain("commons", "places") && !tree.is_domain("server", "places"));
    }
}
