//! Developers' commands: `cargo xtask test`, `prove`, `bench`, `tidy`, `deb`, `package` and `pg`.
#![expect(
    clippy::disallowed_methods,
    reason = "a developers' tool reads its own environment; the bans protect what the product computes"
)]

mod bench;
mod browser;
mod cargo;
mod demo;
mod judges;
mod options;
mod package;
mod postgres;
mod report;
mod setup;
mod shell;
mod stages;
mod supply;
mod tidy;
mod workspace;

use std::process::{Command, ExitCode};

use options::Task;
use postgres::Cluster;
use workspace::Workspace;

/// Everything that can go wrong is told to a developer, as a sentence.
pub type Result<T> = std::result::Result<T, String>;

fn main() -> ExitCode {
    let done = Task::parse(std::env::args().skip(1)).and_then(|task| match task {
        Task::Help => {
            println!("{}", options::HELP);
            Ok(true)
        }
        Task::Test(choice) => stages::run("test", stages::TEST, &choice, false),
        Task::Prove(choice) => stages::run("prove", stages::PROVE, &choice, true),
        Task::Bench(options) => bench::run(options),
        Task::Tidy => tidy::run(&Workspace::find()?.root),
        Task::Deb { dev } => package::deb(&Workspace::find()?, dev),
        Task::Package { dev } => package::prove(&Workspace::find()?, dev),
        Task::Pg(command) => with_cluster(&command),
    });
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(sentence) => {
            eprintln!("xtask: {sentence}");
            ExitCode::from(2)
        }
    }
}

/// `cargo xtask pg -- COMMAND…`: the command sees a fresh PostgreSQL, which is gone when it ends.
fn with_cluster(command: &[String]) -> Result<bool> {
    let (program, arguments) = command.split_first().ok_or("pg needs a command: cargo xtask pg -- COMMAND…")?;
    let cluster = Cluster::start()?;
    let status = Command::new(program)
        .args(arguments)
        .env(postgres::VARIABLE, cluster.url())
        .status()
        .map_err(|error| format!("{program} cannot be started: {error}"))?;
    Ok(status.success())
}
