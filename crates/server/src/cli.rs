//! The command line. Options stand after the subcommand; the same names are `INFITAH_…` variables and keys of
//! `infitah.toml`.

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, Parser, Subcommand};
use infitah_base::{
    CivilDate, Reference,
    config::{self, Config, ConfigError, Layers},
};
use tokio::runtime::Runtime;
use tracing_subscriber::EnvFilter;

use crate::{
    commands::{self, CommandError},
    process,
    watch::ACCESS,
};

mod admin;
pub mod budget;
mod export;
pub mod import;
mod jobs;
pub mod record;

pub use self::{admin::Admin, jobs::Jobs};
pub use export::{Export, Format, ObjectKind};
pub use import::Import;

/// Open-government software for regions.
#[derive(Debug, Parser)]
#[command(name = "infitah", version, about, disable_help_subcommand = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Start a demonstration: real places, invented projects; nothing is kept unless --data is given
    Demo(Common),
    /// Serve the site
    Serve(Common),
    /// Do what is to be done in the background, beside `serve` or on another machine
    Worker(Common),
    /// What is done in the background: list, again, drop
    #[command(subcommand)]
    Jobs(Jobs),
    /// Who administers: list, add, recover
    #[command(subcommand)]
    Admin(Admin),
    /// Make the database or bring it to this version, and load the places
    Migrate(Migrate),
    /// Say what runs here and whether it is well
    Doctor(Doctor),
    /// Bring a file in, finish that, or take it back
    Import(Import),
    /// Write a file out
    Export(Export),
    /// Add a photo to a project, without what the camera wrote into it
    Photo(Photo),
    /// The key that signs exported files: list, new, rotate, backup, restore
    #[command(subcommand)]
    Keys(Keys),
    /// Keep everything in one file, while the site is served
    Backup(Backup),
    /// Put a backup in place, whichever database it comes from
    Restore(Restore),
    /// Who did what to which object when: look through it, read it
    #[command(subcommand)]
    Record(record::RecordCommand),
    /// What concerns the database itself
    #[command(subcommand)]
    Db(DbCommand),
}

/// What `db` can do.
#[derive(Debug, Subcommand)]
enum DbCommand {
    /// Copy a whole database into an empty one, of either kind, and prove that both hold the same
    Copy {
        /// sqlite:PATH or postgres://USER@HOST/NAME
        from: String,
        /// Of an empty or missing database, written likewise
        to: String,
    },
}

/// What `migrate` takes.
#[derive(Debug, Args)]
pub struct Migrate {
    /// Make no backup before an upgrade
    #[arg(long)]
    pub no_backup: bool,
    /// What every command takes
    #[command(flatten)]
    pub common: Common,
}

/// What `backup` takes.
#[derive(Debug, Args)]
pub struct Backup {
    /// The file to write, as infitah.tar.gz
    pub file: PathBuf,
    /// Read the file whole instead, and say whether it is good
    #[arg(long)]
    pub verify: bool,
    /// What every command takes
    #[command(flatten)]
    pub common: Common,
}

/// What `restore` takes.
#[derive(Debug, Args)]
pub struct Restore {
    /// The backup
    pub file: PathBuf,
    /// Take the place of the database that is there; it is put aside
    #[arg(long)]
    pub replace: bool,
    /// With --replace: lose what is there when it cannot be put aside
    #[arg(long, requires = "replace")]
    pub discard: bool,
    /// What every command takes
    #[command(flatten)]
    pub common: Common,
}

/// What every command takes.
#[derive(Debug, Args)]
pub struct Common {
    /// Configuration file [default: infitah.toml, when it is there]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Directory of the database, files and recordings
    #[arg(long, value_name = "DIR")]
    data: Option<String>,
    /// sqlite:PATH or postgres://USER@HOST/NAME
    #[arg(long, value_name = "URL")]
    database_url: Option<String>,
    /// Address and port to listen on
    #[arg(long, value_name = "ADDR")]
    listen: Option<String>,
    /// The address people see, with https:// at its beginning
    #[arg(long, value_name = "URL")]
    public_url: Option<String>,
    /// Code of the place whose instance this is
    #[arg(long, value_name = "CODE")]
    region: Option<String>,
    /// Page languages, the first is the default, as ar,fr
    #[arg(long, value_name = "LIST")]
    languages: Option<String>,
}

impl Common {
    /// Whether a data directory was named on the command line.
    pub fn names_data(&self) -> bool {
        self.data.is_some()
    }

    /// Reads the configuration; `instead` replaces settings of the same name.
    pub fn layers(&self, instead: &[(&'static str, Option<String>)]) -> Result<Layers, ConfigError> {
        let standard = PathBuf::from("infitah.toml");
        let file = self.config.clone().or_else(|| standard.exists().then_some(standard));
        let mut options = vec![
            ("data", self.data.clone()),
            ("database-url", self.database_url.clone()),
            ("listen", self.listen.clone()),
            ("public-url", self.public_url.clone()),
            ("region", self.region.clone()),
            ("languages", self.languages.clone()),
        ];
        options.extend_from_slice(instead);
        Layers::new(file.as_deref(), &config::environment(), &options)
    }

    /// The configuration, parsed.
    pub fn config(&self) -> Result<Config, ConfigError> {
        Config::parse(&self.layers(&[])?)
    }
}

/// What `photo` takes.
#[derive(Debug, Args)]
pub struct Photo {
    /// The project, as PRJ-2026-0001
    pub project: Reference,
    /// JPEG, PNG or WebP
    pub file: PathBuf,
    /// What is to be seen, for those who do not see it, once for each language, as --alt fr="Le pont, vu du nord"
    #[arg(long, value_name = "LANG=TEXT", required = true)]
    pub alt: Vec<String>,
    /// The day it was taken [default: as the camera wrote it, if it did]
    #[arg(long, value_name = "DATE")]
    pub taken: Option<CivilDate>,
    /// Where it was taken, as --at -6.36,32.34
    #[arg(long, value_name = "LON,LAT", allow_hyphen_values = true)]
    pub at: Option<String>,
    /// Who took it
    #[arg(long, value_name = "NAME")]
    pub credit: Option<String>,
    /// The reason, written into the record
    #[arg(long, value_name = "TEXT")]
    pub why: Option<String>,
    /// What every command takes
    #[command(flatten)]
    pub common: Common,
}

/// What `doctor` takes.
#[derive(Debug, Args)]
pub struct Doctor {
    /// Print a documented infitah.toml and stop
    #[arg(long)]
    pub print_config: bool,
    /// What every command takes
    #[command(flatten)]
    pub common: Common,
}

/// What can be done with keys.
#[derive(Debug, Subcommand)]
pub enum Keys {
    /// The keys there are, as published at /.well-known/infitah-keys.json
    List(Common),
    /// Make the first key
    New(Common),
    /// Make a new key; the old one is retired and its public half stays published
    Rotate(Common),
    /// Write the key to a file of its own, encrypted with a passphrase
    Backup(KeysFile),
    /// Bring the key back from such a file
    Restore(KeysFile),
}

/// What `keys backup` and `keys restore` take.
#[derive(Debug, Args)]
pub struct KeysFile {
    /// The file
    pub file: PathBuf,
    /// A file whose first line is the passphrase; without it, it is asked for
    #[arg(long, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
    /// What every command takes
    #[command(flatten)]
    pub common: Common,
}

impl Command {
    /// Whether it is long work that runs beside the site, whose visitors should not wait for it.
    fn can_wait(&self) -> bool {
        matches!(self, Self::Import(_) | Self::Export(_) | Self::Backup(_) | Self::Db(_))
    }
}

/// Reads the command line and does what it says. Errors are one plain sentence and a non-zero exit.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    if cli.command.can_wait() {
        // Before there are threads: each has the priority of the one that started it.
        process::let_others_go_first();
    }
    let runtime = match Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => {
            commands::complain(&CommandError::Usage(format!("no threads can be started: {error}")));
            return ExitCode::FAILURE;
        }
    };
    runtime.block_on(execute(cli.command))
}

async fn execute(command: Command) -> ExitCode {
    let mut filter = EnvFilter::builder()
        .with_default_directive(tracing::Level::WARN.into())
        .parse_lossy(config::environment().get("INFITAH_LOG").map(String::as_str).unwrap_or_default());
    // Whether there are such lines is a setting of its own.
    if let Ok(access) = format!("{ACCESS}=info").parse() {
        filter = filter.add_directive(access);
    }
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let done = match command {
        Command::Demo(common) => commands::demo::run(&common).await,
        Command::Serve(common) => commands::serve::run(&common).await,
        Command::Worker(common) => commands::worker::run(&common).await,
        Command::Jobs(jobs) => commands::jobs::run(&jobs).await,
        Command::Admin(admin) => commands::admin::run(&admin).await,
        Command::Doctor(doctor) => commands::doctor::run(&doctor).await,
        Command::Import(import) => commands::import::run(&import).await,
        Command::Export(export) => commands::export::run(&export).await,
        Command::Photo(photo) => commands::photo::run(&photo).await,
        Command::Keys(keys) => commands::keys::run(&keys),
        Command::Record(record) => commands::record::run(&record).await,
        Command::Migrate(migrate) => commands::migrate::run(&migrate).await,
        Command::Backup(backup) => commands::backup::backup(&backup).await,
        Command::Restore(restore) => commands::backup::restore(&restore).await,
        Command::Db(DbCommand::Copy { from, to }) => commands::db::copy(&from, &to).await,
    };
    match done {
        Ok(code) => code,
        Err(error) => {
            commands::complain(&error);
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }
}
