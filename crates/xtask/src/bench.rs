//! `cargo xtask bench`: what pages cost, held against bounds and against a floor in the same run.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

mod addresses;
mod bounds;
mod budget;
mod draw;
mod load;
mod process;
mod register;

use bounds::Report;
use draw::Zipf;
use load::{Client, Load, Order, Seen, request};
use process::Server;

use crate::{Result, shell, workspace::Workspace};

/// How the bench is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// With the development build: to try the bench itself; its figures break no bound.
    pub dev: bool,
    /// Seconds of each round.
    pub seconds: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self { dev: false, seconds: 10 }
    }
}

/// Rounds of floor and site, one after the other: what else the machine does then falls on both.
const ROUNDS: usize = 5;

/// Visitors at once, in the warm rounds.
const WARM: usize = 16;

/// Visitors at once, beside an import.
const CROWD: usize = 64;

/// Runs everything; `false` when a bound is broken.
pub fn run(options: Options) -> Result<bool> {
    let workspace = Workspace::find()?;
    let bench = Bench::prepare(&workspace, options)?;
    let mut report = Report::new();
    bench.fill(&mut report)?;
    let site = bench.serve()?;
    report.saw("start", site.first_answer.as_secs_f64());
    let references = addresses::references(site.port)?;
    if references.len() != register::ROWS {
        return Err(format!("{} of {} projects are there", references.len(), register::ROWS));
    }
    let communes = register::communes(&workspace.root)?;
    let popular = addresses::popular(&references, &communes);
    let requests = addresses::requests(&popular);
    warm(&bench, &site, &requests, &mut report)?;
    made_anew(&site, &addresses::requests(&addresses::fresh(&references, &communes, &popular)), &mut report)?;
    beside_an_import(&bench, &site, &requests, &mut report)?;
    let (rss, pss) = site.memory()?;
    report.saw("rss", rss);
    report.saw("pss", pss);
    report.saw("weight", heaviest(&site, &requests)?);
    drop(site);
    budget::run(&bench, &mut report)?;
    conclude(&bench, &report)
}

/// Where everything of a run is.
struct Bench {
    folder: PathBuf,
    programs: PathBuf,
    options: Options,
    first: PathBuf,
    later: PathBuf,
}

impl Bench {
    /// Builds the programs and writes the files.
    fn prepare(workspace: &Workspace, options: Options) -> Result<Self> {
        let mut build = Command::new("cargo");
        build.args(["build", "-p", "infitah", "-p", "floor", "--bins", "--locked", "--quiet"]);
        if !options.dev {
            build.arg("--release");
        }
        shell::run(build.current_dir(&workspace.root))?;
        let folder = workspace.target.join("bench");
        fresh_folder(&folder.join("data"))?;
        let communes = register::communes(&workspace.root)?;
        let (first, later) = (folder.join("register.csv"), folder.join("register-later.csv"));
        for (path, month) in [(&first, 2), (&later, 5)] {
            let table = register::table(&communes, month)?;
            fs::write(path, table).map_err(|error| format!("{}: {error}", path.display()))?;
        }
        // Copies: what is measured stays the same, whatever is built in the meantime.
        let built = workspace.target.join(if options.dev { "debug" } else { "release" });
        let programs = folder.join("programs");
        fs::create_dir_all(&programs).map_err(|error| format!("{}: {error}", programs.display()))?;
        for name in ["infitah", "floor"] {
            let copied = fs::copy(built.join(name), programs.join(name));
            copied.map_err(|error| format!("{}: {error}", built.join(name).display()))?;
        }
        Ok(Self { folder, programs, options, first, later })
    }

    fn infitah(&self, arguments: &[&str]) -> Command {
        self.infitah_on("data", arguments)
    }

    /// The program with a data directory of its own.
    fn infitah_on(&self, data: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(self.programs.join("infitah"));
        command.args(arguments).arg("--data").arg(self.folder.join(data)).current_dir(&self.folder);
        command
    }

    fn import(&self, file: &Path) -> Command {
        let mut command = self.infitah(&["import", "projects"]);
        command.arg(file).stdin(Stdio::null()).stdout(Stdio::null());
        command
    }

    /// Makes the database and imports the register.
    fn fill(&self, report: &mut Report) -> Result<()> {
        for (key, mut command) in [("migrate", self.infitah(&["migrate"])), ("import", self.import(&self.first))] {
            let begin = Instant::now();
            shell::run(&mut command)?;
            report.saw(key, begin.elapsed().as_secs_f64());
        }
        Ok(())
    }

    fn serve(&self) -> Result<Server> {
        self.serve_on("data")
    }

    fn serve_on(&self, data: &str) -> Result<Server> {
        Server::start(&self.folder.join("serve.log"), "/ar/", |port, metrics| {
            let mut command = self.infitah_on(data, &["serve", "--listen", &format!("127.0.0.1:{port}")]);
            command.env("INFITAH_METRICS_LISTEN", format!("127.0.0.1:{metrics}"));
            command
        })
    }

    /// The floor: a body of as many bytes as the average page, with the headers of a page.
    fn floor(&self, headers: &str, bytes: u64) -> Result<Server> {
        let file = self.folder.join("floor.headers");
        fs::write(&file, headers).map_err(|error| format!("{}: {error}", file.display()))?;
        Server::start(&self.folder.join("floor.log"), "/", |port, _| {
            let mut command = Command::new(self.programs.join("floor"));
            command.arg(format!("127.0.0.1:{port}")).arg(bytes.to_string()).arg(&file);
            command
        })
    }

    fn round(&self) -> Result<()> {
        thread::sleep(Duration::from_secs(self.options.seconds));
        Ok(())
    }
}

/// An empty folder, whatever was there.
fn fresh_folder(folder: &Path) -> Result<()> {
    let emptied = if folder.exists() { fs::remove_dir_all(folder) } else { Ok(()) };
    emptied.and_then(|()| fs::create_dir_all(folder)).map_err(|error| format!("{}: {error}", folder.display()))
}

/// A run, what it cost the server for each request, and the share of requests whose page had to be made.
struct Measured {
    seen: Seen,
    cpu: f64,
    misses: Option<f64>,
    statements: Option<f64>,
}

/// Figures that the server tells of itself, when it does.
const MISSES: &str = "infitah_page_cache_misses_total";
const STATEMENTS: &str = "infitah_database_statements_total";

fn measure(server: &Server, load: &Load<'_>, end: impl FnOnce() -> Result<()>) -> Result<Measured> {
    let (cpu, misses, statements) = (server.cpu_millis()?, server.figure(MISSES), server.figure(STATEMENTS));
    let seen = load.run(end)?;
    let count = seen.good as f64;
    if seen.bad > 0 || seen.good == 0 {
        return Err(format!("{} good answers, {} bad ones", seen.good, seen.bad));
    }
    let grown = |name, before: Option<f64>| Some(server.figure(name)? - before?);
    Ok(Measured {
        cpu: (server.cpu_millis()? - cpu) / count,
        misses: grown(MISSES, misses).map(|misses| misses / count),
        statements: grown(STATEMENTS, statements).map(|statements| statements / count),
        seen,
    })
}

/// From an empty cache once, then warm rounds beside rounds of the floor.
fn warm(bench: &Bench, site: &Server, requests: &[Vec<u8>], report: &mut Report) -> Result<()> {
    let load = |port| Load { port, requests, order: Order::Zipf(Zipf::new(requests.len())), connections: WARM };
    let cold = measure(site, &load(site.port), || bench.round())?;
    // Without figures of the server: nothing was kept, so the first visit of each address was the miss.
    let first_visits = cold.seen.different as f64 / cold.seen.good as f64;
    report.saw("cold_misses", cold.misses.unwrap_or(first_visits) * 100.0);
    report.saw("cold_cpu", cold.cpu);
    // Every address once, so that no round meets a page for the first time.
    Load { port: site.port, requests, order: Order::EachOnce, connections: 4 }.run(|| Ok(()))?;
    let bytes = cold.seen.bytes / cold.seen.good as u64;
    report.saw("body", bytes as f64);
    let floor = bench.floor(&headers(site.port)?, bytes)?;
    for _ in 0..ROUNDS {
        let bare = measure(&floor, &load(floor.port), || bench.round())?;
        let ours = measure(site, &load(site.port), || bench.round())?;
        report.saw("floor_rate", bare.seen.per_second());
        report.saw("floor_cpu", bare.cpu);
        report.saw("ratio", ours.seen.per_second() / bare.seen.per_second());
        report.saw("warm_rate", ours.seen.per_second());
        report.saw("warm_cpu", ours.cpu);
        for (key, share) in [("warm_p50", 0.5), ("warm_p99", 0.99), ("warm_p999", 0.999)] {
            report.saw(key, ours.seen.percentile(share));
        }
        if let Some(misses) = ours.misses {
            report.saw("warm_misses", misses * 100.0);
        }
    }
    Ok(())
}

/// The headers of a page, but for those that the library writes itself.
fn headers(port: u16) -> Result<String> {
    let mut client = Client::connect(port).map_err(|error| error.to_string())?;
    let answer = client.ask(&request("/fr/projects", false)).map_err(|error| error.to_string())?;
    let lines = answer.head.lines().skip(1).filter(|line| {
        let name = line.split(':').next().unwrap_or_default().to_ascii_lowercase();
        !name.is_empty() && !matches!(name.as_str(), "content-length" | "date" | "connection")
    });
    Ok(lines.map(|line| format!("{line}\n")).collect())
}

/// Addresses that nobody asked for before: every request makes its page.
fn made_anew(site: &Server, requests: &[Vec<u8>], report: &mut Report) -> Result<()> {
    let load = Load { port: site.port, requests, order: Order::EachOnce, connections: 4 };
    let made = measure(site, &load, || Ok(()))?;
    if let Some(misses) = made.misses.filter(|misses| *misses < 0.99) {
        return Err(format!("only {:.1} % of the pages had to be made: the addresses are not new", misses * 100.0));
    }
    report.saw("miss_cpu", made.cpu);
    report.saw("miss_rate", made.seen.per_second());
    report.saw("miss_p99", made.seen.percentile(0.99));
    if let Some(statements) = made.statements {
        report.saw("miss_statements", statements);
    }
    Ok(())
}

/// Visitors while 10,000 rows change.
fn beside_an_import(bench: &Bench, site: &Server, requests: &[Vec<u8>], report: &mut Report) -> Result<()> {
    let load = Load { port: site.port, requests, order: Order::Zipf(Zipf::new(requests.len())), connections: CROWD };
    let mut took = Duration::ZERO;
    let crowd = measure(site, &load, || {
        let begin = Instant::now();
        let status = bench.import(&bench.later).status().map_err(|error| format!("import: {error}"))?;
        took = begin.elapsed();
        // The pages that the import made old are asked for as well.
        thread::sleep(Duration::from_secs(2));
        if status.success() { Ok(()) } else { Err(format!("the import ended with {status}")) }
    })?;
    report.saw("update", took.as_secs_f64());
    report.saw("import_rate", crowd.seen.per_second());
    report.saw("import_p99", crowd.seen.percentile(0.99));
    report.saw("import_p999", crowd.seen.percentile(0.999));
    if let Some(misses) = crowd.misses {
        report.saw("import_misses", misses * 100.0);
    }
    Ok(())
}

/// The bytes of the heaviest page with its style sheet, both compressed, bodies only.
fn heaviest(site: &Server, requests: &[Vec<u8>]) -> Result<f64> {
    let failed = |error: std::io::Error| error.to_string();
    let mut client = Client::connect(site.port).map_err(failed)?;
    let page = client.ask(&request("/fr/", true)).map_err(failed)?;
    let page = String::from_utf8_lossy(page.body).into_owned();
    let style = page.split("<link rel=\"stylesheet\" href=\"").nth(1).and_then(|rest| rest.split('"').next());
    let style = client.ask(&request(style.ok_or("the page names no style")?, false)).map_err(failed)?.body.len();
    let mut most = 0;
    for request in requests {
        most = most.max(client.ask(request).map_err(failed)?.body.len());
    }
    Ok((most + style) as f64)
}

/// Tells what was seen, keeps it for machines, and says whether all is within its bounds.
fn conclude(bench: &Bench, report: &Report) -> Result<bool> {
    let path = bench.folder.join("report.json");
    let mut json = report.json();
    json["development_build"] = bench.options.dev.into();
    json["processors"] = thread::available_parallelism().map_or(0, usize::from).into();
    fs::write(&path, format!("{json:#}\n")).map_err(|error| format!("{}: {error}", path.display()))?;
    println!("\n{}\n{}", report.table(), report.markdown());
    println!("Visitors and server share the processors of this machine. Figures: {}", path.display());
    let broken = report.broken();
    for figure in &broken {
        println!("outside its bound: {}", figure.what);
    }
    if bench.options.dev {
        println!("A development build: no bound is held against it.");
    }
    Ok(broken.is_empty() || bench.options.dev)
}
