//! What the product publishes, judged by programs that are not ours.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    Result,
    demo::{self, Demo},
    report::Outcome,
    shell,
    stages::Run,
};

/// The OC4IDS package, as downloaded and as exported, from the demonstration data and from the standard's own example.
pub fn stage(run: &mut Run) -> Result<Outcome> {
    let python = run.workspace.judges_python();
    if !python.is_file() {
        return Err("the judges' Python is missing: `cargo xtask test --only setup` makes it".to_owned());
    }
    let program = demo::build(run)?;
    let files = run.workspace.scratch("judged")?;
    let data = tempfile::tempdir().map_err(|error| error.to_string())?;

    let downloaded = files.join("downloaded.oc4ids.json");
    let demo = Demo::start(&run.workspace, &program, data.path(), "judges")?;
    let body = demo.page("/data/projects.oc4ids.json")?;
    drop(demo);
    fs::write(&downloaded, body).map_err(|error| format!("{}: {error}", downloaded.display()))?;
    judge(run, &python, &downloaded)?;

    let exported = files.join("exported.oc4ids.json");
    export(&program, &exported, data.path())?;
    judge(run, &python, &exported)?;

    worked_example(run, &python, &program, &files)?;
    Ok(Outcome::Passed)
}

/// The standard's own example goes in, comes out, and must still be what the standard wants.
fn worked_example(run: &mut Run, python: &Path, program: &Path, files: &Path) -> Result<()> {
    let Some(example) = run.workspace.reference("data/oc4ids/oc4ids_0.9.5_worked_example.json") else {
        run.leave_out("judges: OC4IDS worked example", "the reference data is not beside the checkout");
        return Ok(());
    };
    let data = tempfile::tempdir().map_err(|error| error.to_string())?;
    shell::run(Command::new(program).args(["migrate", "--data"]).arg(data.path()))?;
    shell::run(Command::new(program).args(["import", "projects"]).arg(example).arg("--data").arg(data.path()))?;
    let returned = files.join("worked-example.oc4ids.json");
    export(program, &returned, data.path())?;
    judge(run, python, &returned)
}

fn export(program: &Path, file: &Path, data: &Path) -> Result<()> {
    let mut command = Command::new(program);
    command.args(["export", "projects"]).arg(file).args(["--format", "oc4ids", "--data"]).arg(data);
    shell::run(&mut command)
}

/// Our judge, and the second one when it lies beside the checkout.
fn judge(run: &Run, python: &Path, file: &Path) -> Result<()> {
    let folder = run.root().join("tests/judges");
    let script = folder.join("oc4ids.py");
    shell::run(Command::new(python).arg(script).arg(file).arg(folder.join("oc4ids-schema-0.9.5")))?;
    let second: Option<(PathBuf, PathBuf)> =
        run.workspace.reference("judges/oc4ids_check.py").zip(run.workspace.reference("data/oc4ids/schema-0.9.5"));
    match second {
        Some((script, schema)) => shell::run(Command::new(python).arg(script).arg(file).arg(schema)),
        None => Ok(()),
    }
}
