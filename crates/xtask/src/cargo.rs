//! The stages that are Cargo's own.

use std::process::Command;

use crate::{
    Result, postgres,
    report::Outcome,
    shell::{self, which},
    stages::Run,
};

/// A `cargo` that starts in the workspace.
pub fn cargo(run: &Run, arguments: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(arguments).current_dir(run.root());
    command
}

/// The source is formatted.
pub fn fmt(run: &mut Run) -> Result<Outcome> {
    shell::run(&mut cargo(run, &["fmt", "--all", "--check"]))?;
    Ok(Outcome::Passed)
}

/// No lint speaks, in tests and examples either.
pub fn clippy(run: &mut Run) -> Result<Outcome> {
    let arguments = ["clippy", "--workspace", "--all-targets", "--locked", "--quiet", "--", "-D", "warnings"];
    shell::run(&mut cargo(run, &arguments))?;
    Ok(Outcome::Passed)
}

/// All tests, on both databases.
pub fn tests(run: &mut Run) -> Result<Outcome> {
    let url = run.postgres()?;
    let nextest = ["nextest", "run", "--workspace", "--locked", "--no-fail-fast"];
    let plain = ["test", "--workspace", "--locked", "--no-fail-fast"];
    let mut command = match which(&["cargo-nextest"]) {
        Some(_) => cargo(run, &nextest),
        None => cargo(run, &plain),
    };
    command.env(postgres::VARIABLE, url);
    if run.prove {
        command.env("INFITAH_PROVE", "1");
    }
    shell::run(&mut command)?;
    Ok(Outcome::Passed)
}

/// The documentation builds, with every link in it.
pub fn docs(run: &mut Run) -> Result<Outcome> {
    let mut command = cargo(run, &["doc", "--no-deps", "--workspace", "--locked", "--quiet"]);
    shell::run(command.env("RUSTDOCFLAGS", "-D warnings"))?;
    Ok(Outcome::Passed)
}
