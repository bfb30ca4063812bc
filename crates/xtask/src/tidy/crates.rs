//! Which crate may use which.

use super::{Findings, Rule, Weight, tree::Tree};

/// The rules of this room.
pub const RULES: &[Rule] = &[Rule {
    id: "crate-arrows",
    reason: "crates depend only along the arrows of docs/ARCHITECTURE.md, or every change becomes everybody's",
    instead: "move what both need into a crate below them; participation and transparency meet through commons::links",
    weight: Weight::Law,
    check: arrows,
}];

/// Ours that do no input or output: any crate above `base` may use them.
const PURE: &[&str] = &["infitah-statute", "infitah-deliberation", "infitah-openlog", "infitah-press"];

/// Each folder below `crates`, the crates of ours it may name, and whether the pure ones are among them.
const ARROWS: &[(&str, &[&str], bool)] = &[
    ("base", &[], false),
    ("statute", &["infitah-base"], false),
    ("deliberation", &["infitah-base"], false),
    ("openlog", &["infitah-base"], false),
    ("press", &["infitah-base"], false),
    ("store/macros", &[], false),
    ("store", &["infitah-base", "infitah-store-macros"], false),
    ("kit", &["infitah-base"], true),
    ("commons", &["infitah-base", "infitah-store", "infitah-kit"], true),
    ("participation", &["infitah-base", "infitah-store", "infitah-kit", "infitah-commons"], true),
    ("transparency", &["infitah-base", "infitah-store", "infitah-kit", "infitah-commons"], true),
    (
        "server",
        &[
            "infitah-base",
            "infitah-store",
            "infitah-kit",
            "infitah-commons",
            "infitah-participation",
            "infitah-transparency",
        ],
        true,
    ),
    ("xtask", &[], false),
    ("xtask/floor", &[], false),
];

fn arrows(tree: &Tree, findings: &mut Findings) {
    for file in tree.files().filter(|file| file.name() == "Cargo.toml") {
        let Some(folder) = file.path.strip_prefix("crates/").and_then(|path| path.strip_suffix("/Cargo.toml")) else {
            continue;
        };
        let Some((_, direct, pure)) = ARROWS.iter().find(|(name, ..)| *name == folder) else {
            findings.add(&file.path, 1, format!("the crate {folder} is not in the table of arrows (tidy/crates.rs)"));
            continue;
        };
        let Ok(manifest) = file.text.parse::<toml::Table>() else {
            findings.add(&file.path, 1, "cannot be read as TOML");
            continue;
        };
        for name in ours(&manifest) {
            // A crate names itself to switch a feature of its own on in its tests.
            let own = manifest.get("package").and_then(|package| package.get("name")?.as_str()) == Some(&name);
            let allowed = direct.contains(&name.as_str()) || (*pure && PURE.contains(&name.as_str()));
            if !own && !allowed {
                let quoted = format!("\"{name}\"");
                let names_it = |line: &str| line.starts_with(&name) || line.contains(&quoted);
                let line = file.text.lines().position(names_it).unwrap_or(0) + 1;
                findings.add(&file.path, line, format!("{folder} may not use {name}"));
            }
        }
    }
}

/// The crates of ours that a manifest names, for the product, its build and its tests alike.
fn ours(manifest: &toml::Table) -> Vec<String> {
    let mut names = Vec::new();
    for (key, value) in manifest {
        let Some(table) = value.as_table() else { continue };
        if key.ends_with("dependencies") {
            for (name, dependency) in table {
                let package = dependency.get("package").and_then(toml::Value::as_str).unwrap_or(name);
                if package.starts_with("infitah") {
                    names.push(package.to_owned());
                }
            }
        } else if key == "target" {
            names.extend(table.values().filter_map(toml::Value::as_table).flat_map(ours));
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn crates_use_only_what_lies_below_them() {
        let good =
            "[package]\nname = \"infitah-kit\"\n[dependencies]\ninfitah-base.workspace = true\ninfitah-press = {}\n";
        assert!(found("crate-arrows", &[("crates/kit/Cargo.toml", good)]).is_empty());
        let bad = "[dependencies]\naxum = \"1\"\n[dev-dependencies]\ninfitah-participation.workspace = true\n";
        assert_eq!(
            found("crate-arrows", &[("crates/transparency/Cargo.toml", bad)]),
            ["crates/transparency/Cargo.toml:4"]
        );
        let renamed = "[target.'cfg(unix)'.dependencies]\nx = { package = \"infitah-commons\" }\n";
        assert_eq!(found("crate-arrows", &[("crates/store/Cargo.toml", renamed)]), ["crates/store/Cargo.toml:2"]);
        assert_eq!(found("crate-arrows", &[("crates/new/Cargo.toml", "")]), ["crates/new/Cargo.toml:1"]);
    }
}
