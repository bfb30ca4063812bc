//! Where things are: the workspace, its target directory, the optional reference data beside it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::Result;

/// Data and judges that lie beside a developer's checkout and are too large, or not ours, to be in it.
/// Each stage that can use one of them does without when it is absent.
const REFERENCE: &[(&str, &str)] = &[
    ("worked OC4IDS example", "data/oc4ids/oc4ids_0.9.5_worked_example.json"),
    ("500 public works", "data/projects-sample/works-500.csv"),
    ("second OC4IDS judge", "judges/oc4ids_check.py"),
    ("second OC4IDS schema", "data/oc4ids/schema-0.9.5"),
];

/// The directories every command needs.
pub struct Workspace {
    /// The folder of the workspace's `Cargo.toml`.
    pub root: PathBuf,
    /// Cargo's target directory, wherever it was moved.
    pub target: PathBuf,
}

impl Workspace {
    /// Asks Cargo.
    pub fn find() -> Result<Self> {
        let root = Self::root();
        let output = Command::new("cargo")
            .args(["metadata", "--no-deps", "--format-version", "1"])
            .current_dir(&root)
            .output()
            .map_err(|error| format!("cargo metadata cannot be started: {error}"))?;
        if !output.status.success() {
            return Err(format!("cargo metadata failed:\n{}", String::from_utf8_lossy(&output.stderr)));
        }
        let metadata: serde_json::Value =
            serde_json::from_slice(&output.stdout).map_err(|error| format!("cargo metadata: {error}"))?;
        let target = metadata["target_directory"].as_str().ok_or("cargo metadata names no target directory")?;
        Ok(Self { target: target.into(), root })
    }

    /// The folder of the workspace, without asking Cargo: for tests.
    pub fn root() -> PathBuf {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        here.ancestors().nth(2).unwrap_or(here).to_owned()
    }

    /// The folder for logs and files that stages leave for a developer to look at.
    pub fn scratch(&self, name: &str) -> Result<PathBuf> {
        let folder = self.target.join("xtask").join(name);
        fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        Ok(folder)
    }

    /// The Python of the judges' own environment.
    pub fn judges_python(&self) -> PathBuf {
        self.target.join("judges-venv/bin/python")
    }

    /// A piece of the optional reference data, if it is there.
    pub fn reference(&self, path: &str) -> Option<PathBuf> {
        let path = self.root.parent()?.join("shared").join(path);
        path.exists().then_some(path)
    }

    /// One line for the report: what was found of the optional reference data.
    pub fn reference_found(&self) -> String {
        if self.reference("").is_none() {
            return "../shared is not here: only the data in the repository was used".to_owned();
        }
        let (found, missing): (Vec<_>, Vec<_>) = REFERENCE.iter().partition(|(_, path)| self.reference(path).is_some());
        let names = |list: Vec<&(&str, &str)>| match list.is_empty() {
            true => "nothing".to_owned(),
            false => list.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", "),
        };
        format!("../shared found: {}; missing: {}", names(found), names(missing))
    }
}
