//! `infitah keys`, the signature beside an export, and what `doctor` says of keys and certificate.

use std::{
    io::IsTerminal,
    path::{Path, PathBuf},
    process::ExitCode,
};

use infitah_base::{Chance, CivilDate, Clock, Timestamp, config::Config};

use super::{CommandError, complain, read, say, write};
use crate::{
    cli::{self, Common, KeysFile},
    keys::{KeyError, Keys, Public},
    tls::Certificates,
};

/// Does what the command says.
pub fn run(command: &cli::Keys) -> Result<ExitCode, CommandError> {
    match command {
        cli::Keys::List(common) => {
            let (config, keys, _) = opened(common)?;
            if !keys.exist() {
                return Err(KeyError::None(config.data.join("keys").display().to_string()).into());
            }
            list(&keys.public()?);
        }
        cli::Keys::New(common) => {
            let (_, keys, today) = opened(common)?;
            list(&keys.make(&Chance::system(), today)?);
            say(AND_NOW);
        }
        cli::Keys::Rotate(common) => {
            let (_, keys, today) = opened(common)?;
            list(&keys.rotate(&Chance::system(), today)?);
            say(AND_NOW);
        }
        cli::Keys::Backup(to) => {
            let (_, keys, today) = opened(&to.common)?;
            if to.file.exists() {
                return Err(CommandError::Usage(format!("{} is there already", to.file.display())));
            }
            let sealed = keys.seal(&passphrase(to, true)?, &Chance::system())?;
            write(&to.file, sealed.as_bytes())?;
            keys.backed_up(today)?;
            say(&format!(
                "the keys are in {}, encrypted: without the passphrase nobody can open it",
                to.file.display()
            ));
        }
        cli::Keys::Restore(from) => {
            let (_, keys, _) = opened(&from.common)?;
            let sealed = String::from_utf8_lossy(&read(&from.file)?).into_owned();
            list(&keys.restore(&sealed, &passphrase(from, false)?)?);
        }
    }
    Ok(ExitCode::SUCCESS)
}

const AND_NOW: &str = "make a backup of it: infitah keys backup FILE";

fn opened(common: &Common) -> Result<(Config, Keys, CivilDate), CommandError> {
    let config = common.config()?;
    let today = Clock::system().now().date_in(&config.time_zone);
    Ok((config.clone(), Keys::of(&config.data), today))
}

fn list(keys: &[Public]) {
    for key in keys {
        let until = key.until.map_or("signs".to_owned(), |day| format!("retired {day}"));
        say(&format!("{}  Ed25519  since {}  {until}", key.id, key.since));
    }
}

/// The first line of the file that was named, or what is typed, twice where a slip would lock the keys up for ever.
fn passphrase(file: &KeysFile, twice: bool) -> Result<String, CommandError> {
    if let Some(path) = &file.passphrase_file {
        let text = String::from_utf8_lossy(&read(path)?).into_owned();
        return Ok(text.lines().next().unwrap_or_default().to_owned());
    }
    if !std::io::stdin().is_terminal() {
        return Err(CommandError::Usage(
            "nobody can be asked for the passphrase: name --passphrase-file FILE".to_owned(),
        ));
    }
    let ask = |question: &str| {
        rpassword::prompt_password(question).map_err(|error| CommandError::File("the passphrase".to_owned(), error))
    };
    let typed = ask("Passphrase: ")?;
    if twice && ask("Once more: ")? != typed {
        return Err(CommandError::Usage("the two are not the same".to_owned()));
    }
    Ok(typed)
}

/// A file that is to be signed when it is written.
pub(super) struct Signing {
    keys: Keys,
    file: PathBuf,
}

impl Signing {
    /// Makes sure that `file` can be signed, before it is written: no file without the signature that was asked for.
    pub(super) fn ready(config: &Config, file: &Path) -> Result<Self, CommandError> {
        if file == Path::new("-") {
            let wrong = "a signature is a file beside the file: name one instead of -";
            return Err(CommandError::Usage(wrong.to_owned()));
        }
        let keys = Keys::of(&config.data);
        keys.sign(&[])?;
        Ok(Self { keys, file: file.to_owned() })
    }

    /// Writes the signature beside the file and says with which key it can be checked.
    pub(super) fn sign(self) -> Result<(), CommandError> {
        let (signature, key) = self.keys.sign(&read(&self.file)?)?;
        let mut path = self.file.into_os_string();
        path.push(".sig");
        let path = PathBuf::from(path);
        write(&path, &signature)?;
        complain(&format!("signed with the key {}: {}", key.id, path.display()));
        Ok(())
    }
}

/// Says whether keys and certificate are well.
pub(super) fn examine(config: &Config, now: Timestamp) -> bool {
    say("\nKeys");
    let keys = Keys::of(&config.data);
    let mut well = true;
    match keys.public() {
        Ok(public) if public.is_empty() => say("  none: exports cannot be signed; make one with `infitah keys new`"),
        Ok(public) => {
            well = backed_up(&keys, now.date_in(&config.time_zone));
            say(&format!("  {} in use, {} retired, for their owner only", public[0].id, public.len() - 1));
        }
        Err(error) => {
            well = false;
            complain(&error);
        }
    }
    if let Some(files) = &config.tls {
        say("\nCertificate");
        match Certificates::load(files) {
            Ok(_) => say(&format!("  {} and its key belong together", files.certificate.display())),
            Err(error) => {
                well = false;
                complain(&error);
            }
        }
    }
    well
}

/// Whether a lost disk would take the key along.
fn backed_up(keys: &Keys, today: CivilDate) -> bool {
    match keys.last_backup() {
        Some(day) => {
            say(&format!("  last backup {day}, {} days ago", day.days_until(today)));
            true
        }
        None => {
            complain(&"the key in use was never backed up: `infitah keys backup FILE`");
            false
        }
    }
}
