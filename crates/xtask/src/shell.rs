//! Running other programs.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use crate::{Result, workspace::Workspace};

/// How many lines of a failed program's log are shown.
const TAIL: usize = 40;

/// The first of these programs that is on the `PATH`.
pub fn which(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).find(|file| file.is_file())
}

/// Whether a program can be started and ends well; nothing is shown.
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Runs a program that speaks to the developer directly.
pub fn run(command: &mut Command) -> Result<()> {
    println!("$ {}", spelled(command));
    let status = command.stdin(Stdio::null()).status().map_err(|error| format!("{}: {error}", spelled(command)))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` ended with {status}", spelled(command))) }
}

/// Runs a talkative program into a log; when it fails, the end of the log is shown.
pub fn run_quietly(workspace: &Workspace, name: &str, command: &mut Command) -> Result<()> {
    println!("$ {}", spelled(command));
    let path = workspace.scratch("logs")?.join(format!("{name}.log"));
    let (out, err) = log_file(&path)?;
    let status = command
        .stdin(Stdio::null())
        .stdout(out)
        .stderr(err)
        .status()
        .map_err(|error| format!("{}: {error}", spelled(command)))?;
    if status.success() {
        return Ok(());
    }
    Err(format!("`{}` ended with {status}. The end of {}:\n{}", spelled(command), path.display(), tail(&path)))
}

/// A fresh log file, twice: for the output and for the errors of a program.
pub fn log_file(path: &Path) -> Result<(fs::File, fs::File)> {
    let failed = |error| format!("{}: {error}", path.display());
    let file = fs::File::create(path).map_err(failed)?;
    let twin = file.try_clone().map_err(failed)?;
    Ok((file, twin))
}

/// The last lines of a log.
pub fn tail(path: &Path) -> String {
    let text = fs::read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(TAIL)..].join("\n")
}

/// The command as one would type it.
fn spelled(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
