//! The Debian package: building it, and proving that it installs, runs, is upgraded and comes back.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    Result,
    demo::{Demo, free_port},
    report::Outcome,
    shell::{self, which},
    stages::Run,
    supply,
    workspace::Workspace,
};

/// `cargo xtask deb`: the package of the version of the workspace, in `target/debian`.
pub fn deb(workspace: &Workspace, dev: bool) -> Result<bool> {
    let file = packed(workspace, dev, "1")?;
    println!("{}", file.display());
    Ok(true)
}

/// The stage of `cargo xtask prove`, with the release build that people install.
pub fn stage(run: &mut Run) -> Result<Outcome> {
    prove(&run.workspace, false)?;
    Ok(Outcome::Passed)
}

/// Builds the program and packs it, with this revision behind the version.
fn packed(workspace: &Workspace, dev: bool, revision: &str) -> Result<PathBuf> {
    let profile = if dev { "dev" } else { "release" };
    let mut build = Command::new("cargo");
    build.args(["build", "--workspace", "--bin", "infitah", "--locked", "--quiet", "--profile", profile]);
    shell::run(build.current_dir(&workspace.root))?;

    let out = workspace.target.join("debian").join(format!("{profile}-{revision}"));
    match fs::remove_dir_all(&out) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(told(&out)(error)),
        _ => fs::create_dir_all(&out).map_err(told(&out))?,
    }
    let mut pack = Command::new(supply::tool(workspace, "cargo-deb")?);
    pack.args(["--package", "infitah", "--no-build", "--no-strip", "--no-dbgsym", "--quiet", "--profile", profile]);
    pack.args(["--deb-revision", revision, "--output"]).arg(&out).current_dir(&workspace.root);
    shell::run(&mut pack)?;
    let made = fs::read_dir(&out).map_err(told(&out))?.flatten().map(|entry| entry.path());
    made.into_iter()
        .find(|path| path.extension().is_some_and(|ending| ending == "deb"))
        .ok_or("no package was made".to_owned())
}

/// Unpacks into a clean tree, migrates, serves, unpacks the next version over it, and goes back.
pub fn prove(workspace: &Workspace, dev: bool) -> Result<bool> {
    if which(&["dpkg-deb"]).is_none() {
        return Err("there is no dpkg-deb: the package can be proved on Debian only".to_owned());
    }
    let (first, second) = (packed(workspace, dev, "1")?, packed(workspace, dev, "2")?);
    let folder = tempfile::tempdir().map_err(|error| format!("no temporary folder: {error}"))?;
    control(&second, &folder.path().join("control"))?;

    let tree = Tree { root: folder.path().join("root"), workspace };
    tree.unpack(&first)?;
    tree.complete()?;
    tree.run(&["migrate"])?;
    let register = folder.path().join("register.csv");
    fs::write(&register, "identifier,title_fr,budget\none,Une fontaine de preuve,120000\n").map_err(told(&register))?;
    tree.run(&["import", "projects", &register.display().to_string(), "--currency", "MAD"])?;
    tree.answers("installed")?;

    let before = folder.path().join("before");
    copy(&tree.data(), &before)?;
    tree.unpack(&second)?;
    tree.run(&["migrate"])?;
    tree.answers("upgraded")?;

    tree.unpack(&first)?;
    fs::remove_dir_all(tree.data()).map_err(told(&tree.data()))?;
    copy(&before, &tree.data())?;
    tree.answers("back")?;
    println!("{}: installed, upgraded and brought back", second.display());
    Ok(true)
}

/// What dpkg is told: the settings are kept over an upgrade, the scripts can be read by a shell.
fn control(package: &Path, out: &Path) -> Result<()> {
    shell::run(Command::new("dpkg-deb").arg("--control").arg(package).arg(out))?;
    let conffiles = fs::read_to_string(out.join("conffiles")).map_err(told(&out.join("conffiles")))?;
    if conffiles.trim() != "/etc/infitah/infitah.toml" {
        return Err(format!("the settings would not be kept at an upgrade: conffiles holds {conffiles:?}"));
    }
    for script in ["postinst", "prerm", "postrm"] {
        shell::run(Command::new("sh").arg("-n").arg(out.join(script)))?;
    }
    Ok(())
}

/// A package unpacked beside the machine's own files.
struct Tree<'w> {
    root: PathBuf,
    workspace: &'w Workspace,
}

impl Tree<'_> {
    fn unpack(&self, package: &Path) -> Result<()> {
        shell::run(Command::new("dpkg-deb").arg("--extract").arg(package).arg(&self.root))?;
        fs::create_dir_all(self.data()).map_err(told(&self.data()))
    }

    fn data(&self) -> PathBuf {
        self.root.join("var/lib/infitah")
    }

    /// Everything that is promised is there, and systemd understands the units.
    fn complete(&self) -> Result<()> {
        for file in
            ["usr/share/doc/infitah/copyright", "usr/share/doc/infitah/OPERATIONS.md", "etc/infitah/infitah.toml"]
        {
            if !self.root.join(file).is_file() {
                return Err(format!("the package lacks /{file}"));
            }
        }
        ["infitah.service", "infitah-worker.service"].into_iter().try_for_each(|unit| self.understood(unit))
    }

    /// systemd understands a unit.
    fn understood(&self, name: &str) -> Result<()> {
        let unit = self.root.join("usr/lib/systemd/system").join(name);
        let text = fs::read_to_string(&unit).map_err(told(&unit))?;
        if which(&["systemd-analyze"]).is_none() {
            println!("not run: there is no systemd-analyze to check {name}");
            return Ok(());
        }
        // Judged as if it were installed: the program is where the tree has it, and the account exists.
        let program = self.program().display().to_string();
        let text = text.replace("/usr/bin/infitah", &program).replace("=infitah\nGroup=infitah", "=root\nGroup=root");
        let copy = self.root.join(name);
        fs::write(&copy, text).map_err(told(&copy))?;
        shell::run(Command::new("systemd-analyze").args(["verify", "--man=no"]).arg(&copy))
    }

    fn program(&self) -> PathBuf {
        self.root.join("usr/bin/infitah")
    }

    /// The packaged program with the packaged settings, on the data of the tree.
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(self.program());
        command.args(arguments).arg("--config").arg(self.root.join("etc/infitah/infitah.toml"));
        command.arg("--data").arg(self.data()).current_dir(&self.root);
        command
    }

    fn run(&self, arguments: &[&str]) -> Result<()> {
        shell::run(&mut self.command(arguments))
    }

    /// It serves, and the project that was imported is there.
    fn answers(&self, name: &str) -> Result<()> {
        let port = free_port()?;
        let mut command = self.command(&["serve"]);
        command.args(["--listen", &format!("127.0.0.1:{port}")]);
        let served = Demo::launch(self.workspace, &mut command, port, &format!("package-{name}"))?;
        served.page("/readyz")?;
        let page = String::from_utf8_lossy(&served.page("/data/projects.csv")?).into_owned();
        if page.contains("Une fontaine de preuve") {
            Ok(())
        } else {
            Err(format!("{name}: the project is gone:\n{page}"))
        }
    }
}

/// Copies a folder of files and folders.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).map_err(told(to))?;
    for entry in fs::read_dir(from).map_err(told(from))?.flatten() {
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            fs::copy(&path, &target).map_err(told(&path))?;
        }
    }
    Ok(())
}

fn told(path: &Path) -> impl Fn(std::io::Error) -> String + use<> {
    let path = path.display().to_string();
    move |error| format!("{path}: {error}")
}
