//! Makes a bare machine ready: the programs, the browser's packages, the judges' Python. What is there is left alone.

use std::{fs, path::Path, process::Command};

use crate::{
    Result, postgres,
    report::Outcome,
    shell::{run_quietly, succeeds, which},
    stages::Run,
    workspace::Workspace,
};

/// One program of the machine: its Debian package and how to tell that it is missing.
struct Need {
    package: &'static str,
    missing: fn() -> bool,
}

const NEEDS: &[Need] = &[
    Need { package: "chromium", missing: || which(&["chromium", "chromium-browser", "google-chrome"]).is_none() },
    Need { package: "postgresql", missing: || postgres::programs().is_none() },
    Need {
        package: "python3-venv",
        missing: || !succeeds(Command::new("python3").args(["-c", "import ensurepip, venv"])),
    },
    Need { package: "nodejs", missing: || which(&["node"]).is_none() },
    Need { package: "npm", missing: || which(&["npm"]).is_none() },
    // Screenshots without Arabic and Tifinagh letters would prove nothing.
    Need { package: "fonts-noto-core", missing: || !has_font(Path::new("/usr/share/fonts"), "NotoSansTifinagh") },
    // A real gateway for SMS, and the network that it has for tests.
    Need { package: "kannel", missing: || !Path::new("/usr/sbin/bearerbox").exists() },
    Need { package: "kannel-extras", missing: || !Path::new("/usr/lib/kannel/test/fakesmsc").exists() },
];

/// Installs what is missing, and only that.
pub fn stage(run: &mut Run) -> Result<Outcome> {
    programs(&run.workspace)?;
    browser_packages(&run.workspace)?;
    judges_python(&run.workspace)?;
    Ok(Outcome::Passed)
}

fn programs(workspace: &Workspace) -> Result<()> {
    let missing: Vec<&str> = NEEDS.iter().filter(|need| (need.missing)()).map(|need| need.package).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let please = format!("please install these programs: {}", missing.join(", "));
    if which(&["apt-get"]).is_none() {
        return Err(format!("this machine has no apt-get; {please}"));
    }
    let sudo = match postgres::is_root() {
        true => false,
        false if succeeds(Command::new("sudo").args(["-n", "true"])) => true,
        false => return Err(format!("we are neither root nor allowed sudo without a password; {please}")),
    };
    // A fresh machine has no package lists; a stale list names packages that are gone.
    run_quietly(workspace, "apt-update", apt(sudo).args(["update"]))?;
    run_quietly(workspace, "apt-install", apt(sudo).args(["install", "--no-install-recommends"]).args(&missing))
}

/// `apt-get` that asks nothing; `env` because sudo drops variables.
fn apt(sudo: bool) -> Command {
    let mut command = Command::new(if sudo { "sudo" } else { "env" });
    if sudo {
        command.args(["-n", "env"]);
    }
    command.args(["DEBIAN_FRONTEND=noninteractive", "LC_ALL=C", "apt-get", "-qq", "-y"]);
    command
}

/// `npm ci` when the lock file is not the one the packages were installed from.
fn browser_packages(workspace: &Workspace) -> Result<()> {
    let folder = workspace.root.join("tests/browser");
    let lock = folder.join("package-lock.json");
    if !lock.is_file() {
        return if folder.is_dir() { Err(format!("{} is missing", lock.display())) } else { Ok(()) };
    }
    unless_current(&lock, &folder.join("node_modules/.installed-from"), || {
        let mut npm = Command::new("npm");
        npm.args(["ci", "--no-audit", "--no-fund"]).current_dir(&folder);
        // The browser is Debian's: its security updates come with the machine's.
        run_quietly(workspace, "npm", npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))
    })
}

/// A Python environment of our own, made anew when the pinned list changed.
fn judges_python(workspace: &Workspace) -> Result<()> {
    let list = workspace.root.join("tests/judges/requirements.txt");
    let folder = workspace.target.join("judges-venv");
    unless_current(&list, &folder.join("installed-from"), || {
        run_quietly(workspace, "venv", Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder))?;
        let mut pip = Command::new(workspace.judges_python());
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"]).arg(&list);
        run_quietly(workspace, "pip", &mut pip)
    })
}

/// Does the work unless `stamp` is already a copy of `source`; the copy is written when the work is done.
fn unless_current(source: &Path, stamp: &Path, work: impl FnOnce() -> Result<()>) -> Result<()> {
    let wanted = fs::read(source).map_err(|error| format!("{}: {error}", source.display()))?;
    if fs::read(stamp).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    work()?;
    fs::write(stamp, wanted).map_err(|error| format!("{}: {error}", stamp.display()))
}

fn has_font(folder: &Path, name: &str) -> bool {
    fs::read_dir(folder).into_iter().flatten().flatten().any(|entry| {
        entry.file_name().to_string_lossy().starts_with(name)
            || (entry.path().is_dir() && has_font(&entry.path(), name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_done_once_for_each_version_of_a_file() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let (source, stamp) = (folder.path().join("lock"), folder.path().join("stamp"));
        fs::write(&source, "1")?;
        assert_eq!(unless_current(&source, &stamp, || Err("failed".into())), Err("failed".into()));
        assert_eq!(unless_current(&source, &stamp, || Ok(())), Ok(()));
        assert_eq!(unless_current(&source, &stamp, || Err("again".into())), Ok(()));
        fs::write(&source, "2")?;
        assert_eq!(unless_current(&source, &stamp, || Err("anew".into())), Err("anew".into()));
        Ok(())
    }
}
