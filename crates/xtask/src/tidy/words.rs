//! What is not the project's: the machines it is built on, the shops its parts come from.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    Findings, Rule, Weight,
    strings::pattern,
    styles::line_of,
    tree::{File, Tree},
};

/// The rules of this room.
pub const RULES: &[Rule] = &[
    Rule {
        id: "workplace",
        reason: "a path of the machine a change was made on means nothing to the next reader",
        instead: "write the path from the root of the repository",
        weight: Weight::Law,
        check: workplace,
    },
    Rule {
        id: "registries",
        reason: "where packages are fetched from is the machine's business and stands in lock files only, with public hosts",
        instead: "leave the host out, or remake the lock file on a machine that uses the public registries",
        weight: Weight::Law,
        check: registries,
    },
];

fn workplace(tree: &Tree, findings: &mut Findings) {
    static PATH: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:^|[^\w.~/-])(/(?:work|root)/)"));
    report(tree.every_file(), &PATH, findings);
}

fn registries(tree: &Tree, findings: &mut Findings) {
    static HOST: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?m)\b(crates\.io|pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|yarnpkg\.com|proxy\.golang\.org)\b|^\s*((?:--?(?:extra-)?index-url|replace-with|registry)\b)",
        )
    });
    static ELSEWHERE: LazyLock<Regex> =
        LazyLock::new(|| pattern(r#"(?m)^\s*(?:"resolved": |source = )"((?:[a-z]+\+)?https?://[^"]*)""#));
    let (locks, others): (Vec<_>, Vec<_>) = tree.every_file().partition(|file| is_lock(file));
    report(others.into_iter(), &HOST, findings);
    for file in locks {
        for found in ELSEWHERE.captures_iter(&file.text).filter_map(|found| found.get(1)) {
            let public = ["https://registry.npmjs.org/", "registry+https://github.com/rust-lang/crates.io-index"];
            if !public.iter().any(|start| found.as_str().starts_with(start)) {
                findings.add(&file.path, line_of(&file.text, found.start()), found.as_str());
            }
        }
    }
}

fn is_lock(file: &File) -> bool {
    matches!(file.name(), "Cargo.lock" | "package-lock.json")
}

fn report<'a>(files: impl Iterator<Item = &'a File>, what: &Regex, findings: &mut Findings) {
    for file in files {
        for found in what.captures_iter(&file.text).filter_map(|found| found.get(1).or(found.get(2))) {
            findings.add(&file.path, line_of(&file.text, found.start()), found.as_str());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn paths_of_a_machine_are_not_the_projects() {
        // Put together here, so that this very file does not carry what it looks for.
        let bad = ["see", concat!("`/", "work/main`"), concat!("/", "root/x")].join("\n");
        assert_eq!(found("workplace", &[("README.md", bad.as_str())]), ["README.md:2", "README.md:3"]);
        let good = "https://a.example/work/x ../work/ a/root/b </root> /workshop/";
        assert!(found("workplace", &[("README.md", good)]).is_empty());
    }

    #[test]
    fn registries_stand_in_lock_files_only() {
        let lock =
            "\"resolved\": \"https://registry.npmjs.org/a.tgz\",\n \"resolved\": \"https://mirror.example/a.tgz\"";
        let files = [
            ("tests/browser/package-lock.json", lock),
            ("Cargo.lock", "source = \"registry+https://github.com/rust-lang/crates.io-index\""),
            ("README.md", "from pypi.org"),
            (".npmrc", "registry=https://mirror.example/"),
        ];
        let expected = ["README.md:1", ".npmrc:1", "tests/browser/package-lock.json:2"];
        assert_eq!(found("registries", &files), expected);
    }
}
