//! The pages, walked by a browser.

use std::process::Command;

use crate::{
    Result,
    demo::{self, Demo},
    report::Outcome,
    shell,
    stages::Run,
};

/// Starts a demonstration instance and walks it with Playwright and axe.
pub fn stage(run: &mut Run) -> Result<Outcome> {
    let script = run.root().join("tests/browser/run.mjs");
    if !script.is_file() {
        return Err("tests/browser/run.mjs is missing".to_owned());
    }
    let program = demo::build(run)?;
    let data = tempfile::tempdir().map_err(|error| error.to_string())?;
    let demo = Demo::start(&run.workspace, &program, data.path(), "browser")?;
    let scope = if run.prove { "prove" } else { "test" };
    let mut walk = Command::new("node");
    walk.arg(script).args(["--base", &demo.base(), "--scope", scope, "--bin"]).arg(&program);
    shell::run(walk.current_dir(run.root()))?;
    Ok(Outcome::Passed)
}
