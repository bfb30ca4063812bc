//! A PostgreSQL of our own: made for one run, on a free port, gone afterwards.

use std::{
    fs,
    os::unix::{
        fs::{MetadataExt, chown},
        process::CommandExt,
    },
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::{
    Result,
    demo::free_port,
    shell::{self, which},
};

/// The variable through which tests learn of it.
pub const VARIABLE: &str = "INFITAH_TEST_POSTGRES";

/// Folders begin so, followed by the process id of their maker: what a killed run left behind can be told and removed.
const PREFIX: &str = "infitah-pg-";

/// Durability is what these settings give away: the data lives for minutes.
const SETTINGS: &[&str] = &[
    "listen_addresses=127.0.0.1",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=200",
    "shared_buffers=128MB",
    "log_min_messages=fatal",
];

/// A running server; dropping it stops it and removes its data.
pub struct Cluster {
    tools: Tools,
    folder: PathBuf,
    port: u16,
    server: Option<Child>,
}

impl Cluster {
    /// Makes and starts one; takes a second or two.
    pub fn start() -> Result<Self> {
        let tools = Tools::find()?;
        tools.remove_left_behind();
        let folder = tools.make_folder()?;
        let mut cluster = Self { port: free_port()?, folder, tools, server: None };
        let data = cluster.data();
        let mut initdb = cluster.tools.command("initdb");
        // C.UTF-8 is on every Debian; sorting for people is done by the application, the same on both databases.
        initdb.args(["--username=postgres", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C.UTF-8"]);
        let made = initdb.arg("-D").arg(&data).output().map_err(|error| format!("initdb: {error}"))?;
        if !made.status.success() {
            return Err(format!("initdb failed:\n{}", String::from_utf8_lossy(&made.stderr)));
        }
        cluster.launch()?;
        Ok(cluster)
    }

    /// Its address, as tests want it.
    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    fn log(&self) -> PathBuf {
        self.folder.join("log")
    }

    fn launch(&mut self) -> Result<()> {
        let (out, err) = shell::log_file(&self.log())?;
        let mut server = self.tools.command("postgres");
        server.arg("-D").arg(self.data()).args(["-p", &self.port.to_string(), "-k"]).arg(&self.folder);
        for setting in SETTINGS {
            server.args(["-c", setting]);
        }
        let child = server.stdout(out).stderr(err).spawn().map_err(|error| format!("postgres: {error}"))?;
        self.server = Some(child);
        self.wait_until_ready()
    }

    fn wait_until_ready(&mut self) -> Result<()> {
        let end = Instant::now() + Duration::from_secs(30);
        while Instant::now() < end {
            let port = self.port.to_string();
            if shell::succeeds(self.tools.command("pg_isready").args(["-q", "-h", "127.0.0.1", "-p", &port])) {
                return Ok(());
            }
            if let Some(Ok(Some(status))) = self.server.as_mut().map(Child::try_wait) {
                return Err(format!("postgres ended with {status}:\n{}", shell::tail(&self.log())));
            }
            thread::sleep(Duration::from_millis(50));
        }
        Err(format!("postgres was not ready after 30 seconds:\n{}", shell::tail(&self.log())))
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if let Some(mut server) = self.server.take() {
            // pg_ctl rather than a signal of ours: a killed postmaster would leave its children and shared memory.
            if !shell::succeeds(&mut self.tools.stop(&self.data())) {
                let _already_gone = server.kill();
            }
            let _already_reaped = server.wait();
        }
        let _nothing_to_remove = fs::remove_dir_all(&self.folder);
    }
}

/// The server's programs and the account they run under.
struct Tools {
    folder: PathBuf,
    /// PostgreSQL refuses to run as root; then it runs as its own account.
    account: Option<(u32, u32)>,
}

impl Tools {
    fn find() -> Result<Self> {
        let folder = programs().ok_or("PostgreSQL is not installed: `cargo xtask test --only setup` installs it")?;
        let account = match is_root() {
            true => Some(account("postgres").ok_or("root cannot run PostgreSQL, and there is no account `postgres`")?),
            false => None,
        };
        Ok(Self { folder, account })
    }

    /// One of the programs, under the right account, in a folder that account can read.
    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.folder.join(program));
        command.current_dir(std::env::temp_dir()).stdin(Stdio::null());
        if let Some((user, group)) = self.account {
            command.uid(user).gid(group);
        }
        command
    }

    fn stop(&self, data: &Path) -> Command {
        let mut command = self.command("pg_ctl");
        command.arg("-D").arg(data).args(["stop", "-m", "immediate", "-w", "-t", "20"]);
        command
    }

    fn make_folder(&self) -> Result<PathBuf> {
        let prefix = format!("{PREFIX}{}-", std::process::id());
        let made = tempfile::Builder::new().prefix(&prefix).tempdir();
        // Removed by the cluster itself, after the server that writes into it.
        let folder = made.map_err(|error| format!("no temporary folder: {error}"))?.keep();
        if let Some((user, group)) = self.account {
            chown(&folder, Some(user), Some(group)).map_err(|error| format!("{}: {error}", folder.display()))?;
        }
        Ok(folder)
    }

    /// A run that was killed could not tidy up: its server is stopped and its folder removed by the next one.
    fn remove_left_behind(&self) {
        for entry in fs::read_dir(std::env::temp_dir()).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let maker = name.strip_prefix(PREFIX).and_then(|rest| rest.split('-').next());
            let Some(Ok(maker)) = maker.map(str::parse::<u32>) else { continue };
            if Path::new("/proc").join(maker.to_string()).exists() {
                continue;
            }
            let _not_running = shell::succeeds(&mut self.stop(&entry.path().join("data")));
            let _someone_elses = fs::remove_dir_all(entry.path());
        }
    }
}

/// The folder of the newest installed server. Debian keeps it off the `PATH`.
pub fn programs() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let newest = versions
        .filter(|entry| entry.path().join("bin/initdb").is_file())
        .max_by_key(|entry| entry.file_name().to_string_lossy().parse::<u32>().unwrap_or(0));
    match newest {
        Some(entry) => Some(entry.path().join("bin")),
        None => which(&["initdb"])?.parent().map(Path::to_owned),
    }
}

/// Whether we run as root.
pub fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}

/// User and group of an account.
fn account(name: &str) -> Option<(u32, u32)> {
    let accounts = fs::read_to_string("/etc/passwd").ok()?;
    let mut fields = accounts.lines().map(|line| line.split(':')).find(|fields| fields.clone().next() == Some(name))?;
    Some((fields.nth(2)?.parse().ok()?, fields.next()?.parse().ok()?))
}
