//! The command line of `cargo xtask`.

use crate::{Result, bench};

/// What `cargo xtask help` prints.
pub const HELP: &str = "\
cargo xtask test  [--only STAGE,…] [--skip STAGE,…]   every check of a change, in order, within 40 minutes
cargo xtask prove [--only STAGE,…] [--skip STAGE,…]   the longer proofs
cargo xtask bench [--dev] [--seconds N]               what pages cost, against bounds and a floor
cargo xtask tidy                                      the rules of the house over the source
cargo xtask deb     [--dev]                           the Debian package, in target/debian
cargo xtask package [--dev]                           proves it: unpacked, migrated, served, upgraded, brought back
cargo xtask pg -- COMMAND…                            runs COMMAND with a temporary PostgreSQL (INFITAH_TEST_POSTGRES)";

/// One command.
#[derive(Debug, PartialEq, Eq)]
pub enum Task {
    /// Prints the help.
    Help,
    /// The stages of every change.
    Test(Choice),
    /// The longer proofs.
    Prove(Choice),
    /// What pages cost.
    Bench(bench::Options),
    /// The rules over the source.
    Tidy,
    /// The Debian package; `dev`: of the development build, which runs beside its sources only.
    Deb {
        /// The quick build.
        dev: bool,
    },
    /// The proof of the Debian package.
    Package {
        /// The quick build.
        dev: bool,
    },
    /// A command beside a temporary PostgreSQL.
    Pg(Vec<String>),
}

/// Which stages were asked for.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Choice {
    only: Vec<String>,
    skip: Vec<String>,
}

impl Choice {
    /// Why this stage is left out, if it is.
    pub fn leaves_out(&self, stage: &str) -> Option<&'static str> {
        let named = |list: &[String]| list.iter().any(|name| name == stage);
        if !self.only.is_empty() && !named(&self.only) {
            return Some("not named by --only");
        }
        named(&self.skip).then_some("left out by --skip")
    }

    /// A mistyped name would silently run nothing, so it is an error.
    pub fn check(&self, known: &[&str]) -> Result<()> {
        match self.only.iter().chain(&self.skip).find(|name| !known.contains(&name.as_str())) {
            Some(name) => Err(format!("there is no stage {name:?}; the stages are {}", known.join(", "))),
            None => Ok(()),
        }
    }

    fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Self> {
        let mut choice = Self::default();
        while let Some(argument) = arguments.next() {
            let (name, value) = match argument.split_once('=') {
                Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
                None => (argument, None),
            };
            let list = match name.as_str() {
                "--only" => &mut choice.only,
                "--skip" => &mut choice.skip,
                _ => return Err(format!("unknown option {name:?}\n{HELP}")),
            };
            let value = value.or_else(|| arguments.next()).ok_or(format!("{name} needs the names of stages"))?;
            list.extend(value.split(',').filter(|part| !part.is_empty()).map(str::to_owned));
        }
        Ok(choice)
    }
}

fn dev(mut arguments: impl Iterator<Item = String>) -> Result<bool> {
    match arguments.next().as_deref() {
        None => Ok(false),
        Some("--dev") => Ok(true),
        Some(other) => Err(format!("unknown option {other:?}\n{HELP}")),
    }
}

impl Task {
    /// Reads the arguments that follow `cargo xtask`.
    pub fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Self> {
        match arguments.next().as_deref() {
            None | Some("help" | "--help" | "-h") => Ok(Self::Help),
            Some("test") => Choice::parse(arguments).map(Self::Test),
            Some("prove") => Choice::parse(arguments).map(Self::Prove),
            Some("bench") => bench_options(arguments).map(Self::Bench),
            Some("tidy") => match arguments.next() {
                None => Ok(Self::Tidy),
                Some(other) => Err(format!("tidy takes no {other:?}")),
            },
            Some("deb") => Ok(Self::Deb { dev: dev(arguments)? }),
            Some("package") => Ok(Self::Package { dev: dev(arguments)? }),
            Some("pg") => Ok(Self::Pg(arguments.skip_while(|argument| argument == "--").collect())),
            Some(other) => Err(format!("there is no command {other:?}\n{HELP}")),
        }
    }
}

fn bench_options(mut arguments: impl Iterator<Item = String>) -> Result<bench::Options> {
    let mut options = bench::Options::default();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--dev" => options.dev = true,
            "--seconds" => {
                let seconds = arguments.next().and_then(|value| value.parse().ok()).filter(|seconds| *seconds > 0);
                options.seconds = seconds.ok_or("--seconds needs a number")?;
            }
            other => return Err(format!("unknown option {other:?}\n{HELP}")),
        }
    }
    Ok(options)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Task> {
        Task::parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn stages_are_chosen_by_name() {
        let Ok(Task::Test(choice)) = parse("test --only fmt,tidy --skip=tidy") else { panic!("not parsed") };
        assert_eq!(choice.leaves_out("fmt"), None);
        assert_eq!(choice.leaves_out("tidy"), Some("left out by --skip"));
        assert_eq!(choice.leaves_out("docs"), Some("not named by --only"));
        assert!(choice.check(&["fmt", "tidy"]).is_ok());
        assert!(choice.check(&["fmt"]).is_err());
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for line in [
            "tests",
            "test --fast",
            "test --only",
            "tidy everything",
            "bench --seconds",
            "bench --seconds 0",
            "deb --fast",
        ] {
            assert!(parse(line).is_err(), "{line}");
        }
        assert_eq!(parse("bench --dev --seconds 3"), Ok(Task::Bench(bench::Options { dev: true, seconds: 3 })));
        assert_eq!(parse("package --dev"), Ok(Task::Package { dev: true }));
        assert_eq!(parse("pg -- psql -l"), Ok(Task::Pg(vec!["psql".into(), "-l".into()])));
    }
}
