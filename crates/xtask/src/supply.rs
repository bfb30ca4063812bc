//! What the project is made of: licences, banned and unused crates, known weaknesses.

use std::{path::PathBuf, process::Command};

use crate::{
    Result,
    report::Outcome,
    shell::{self, which},
    stages::Run,
    workspace::Workspace,
};

/// The versions installed when a machine has none of its own: pinned, so that a run does not depend on the day.
const TOOLS: &[(&str, &str)] = &[("cargo-deny", "0.20.2"), ("cargo-machete", "0.9.2"), ("cargo-deb", "3.8.0")];

/// Licences, bans and sources (`deny.toml`), and dependencies that nothing uses.
pub fn stage(run: &mut Run) -> Result<Outcome> {
    let deny = tool(&run.workspace, "cargo-deny")?;
    let mut command = Command::new(deny);
    command.args(["--workspace", "check", "--hide-inclusion-graph", "licenses", "bans", "sources"]);
    shell::run(command.current_dir(run.root()))?;

    let machete = tool(&run.workspace, "cargo-machete")?;
    shell::run(Command::new(machete).arg("crates").current_dir(run.root()))?;

    // A weakness published this morning is not the fault of this change: asked before a release.
    run.leave_out("advisories", "needs the advisory database from the network; `cargo xtask prove` asks it");
    Ok(Outcome::Passed)
}

/// Known weaknesses of the crates we use, when their database can be fetched.
pub fn advisories(run: &mut Run) -> Result<Outcome> {
    let deny = tool(&run.workspace, "cargo-deny")?;
    let mut fetch = Command::new(&deny);
    if shell::run_quietly(&run.workspace, "advisories", fetch.args(["fetch", "db"]).current_dir(run.root())).is_err() {
        return Ok(Outcome::NotRun("the advisory database cannot be reached from this machine".to_owned()));
    }
    let mut check = Command::new(&deny);
    shell::run(check.args(["--workspace", "check", "--disable-fetch", "advisories"]).current_dir(run.root()))?;
    Ok(Outcome::Passed)
}

/// The machine's own tool, or ours in `target/tools`, built when it is missing.
pub fn tool(workspace: &Workspace, name: &str) -> Result<PathBuf> {
    if let Some(found) = which(&[name]) {
        return Ok(found);
    }
    let tools = workspace.target.join("tools");
    let binary = tools.join("bin").join(name);
    if !binary.is_file() {
        let version = TOOLS.iter().find(|(tool, _)| *tool == name).map(|(_, version)| *version);
        let version = version.ok_or(format!("no version of {name} is written down"))?;
        let mut install = Command::new("cargo");
        install.args(["install", "--locked", "--quiet", name, "--version", version, "--root"]).arg(&tools);
        // A build directory of its own, emptied afterwards: its half gigabyte is of no use to anyone else.
        let build = tools.join("build");
        shell::run_quietly(workspace, name, install.arg("--target-dir").arg(&build))?;
        std::fs::remove_dir_all(&build).map_err(|error| format!("{}: {error}", build.display()))?;
    }
    Ok(binary)
}
