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

/// The open data of the demonstration, and of an instance that others' files were imported into.
pub fn stage(run: &mut Run) -> Result<Outcome> {
    let python = run.workspace.judges_python();
    if !python.is_file() {
        return Err("the judges' Python is missing: `cargo xtask test --only setup` makes it".to_owned());
    }
    let program = demo::build(run)?;
    let judges = Judges { python, program };
    judges.demonstration(run)?;
    judges.imported(run)?;
    Ok(Outcome::Passed)
}

/// What an instance offers, as the description of its files names it.
const FILES: &[&str] = &[
    "datapackage.json",
    "projects.csv",
    "organisations.csv",
    "places.csv",
    "census.csv",
    "projects.oc4ids.json",
    "projects.geojson",
    "projects.xlsx",
];

struct Judges {
    python: PathBuf,
    program: PathBuf,
}

impl Judges {
    fn demonstration(&self, run: &Run) -> Result<()> {
        let files = run.workspace.scratch("judged/demonstration")?;
        let data = tempfile::tempdir().map_err(|error| error.to_string())?;
        let demo = Demo::start(&run.workspace, &self.program, data.path(), "judges")?;
        download(&demo, &files)?;
        drop(demo);
        self.judge(run, &files)?;
        self.exported(run, &files, data.path())
    }

    /// The standard's own example and a table of public works go in, and what comes out must be without fault.
    fn imported(&self, run: &mut Run) -> Result<()> {
        let example = run.workspace.reference("data/oc4ids/oc4ids_0.9.5_worked_example.json");
        let works = run.workspace.reference("data/projects-sample/works-500.csv");
        let fixture = run.root().join("crates/server/tests/app/fixtures/package.oc4ids.json");
        if example.is_none() || works.is_none() {
            run.leave_out("judges: imported reference data", "some of it is not beside the checkout");
        }
        if run.workspace.reference("data/fiscal/os-types.json").is_none() {
            run.leave_out("judges: column types of budgets", "os-types.json is not beside the checkout");
        }
        let files = run.workspace.scratch("judged/imported")?;
        let data = tempfile::tempdir().map_err(|error| error.to_string())?;
        self.infitah(data.path(), "migrate", &[])?;
        self.import(data.path(), &example.unwrap_or(fixture), &[])?;
        if let Some(works) = works {
            let mapping = data.path().join("mapping.toml");
            self.import(data.path(), &works, &["--draft-mapping".as_ref(), &mapping])?;
            self.import(data.path(), &works, &["--mapping".as_ref(), &mapping, "--currency".as_ref(), "PHP".as_ref()])?;
        }
        let madrid = "data/fiscal/madrid-2010-2016-proposed/madrid-expenditure/budgets_expenditure_proposed.csv";
        if let Some(madrid) = run.workspace.reference(madrid) {
            let mapping = data.path().join("budget.toml");
            fs::write(&mapping, "direction = \"spending\"\ncurrency = \"EUR\"\n").map_err(|error| error.to_string())?;
            let words = ["--year", "2016", "--phase", "voted", "--mapping"].map(Path::new);
            let words = [&[Path::new("budget"), &madrid], words.as_slice(), &[mapping.as_path()]].concat();
            self.infitah(data.path(), "import", &words)?;
        }
        let site = Demo::serve(&run.workspace, &self.program, data.path(), "judges")?;
        download(&site, &files)?;
        drop(site);
        self.judge(run, &files)?;
        self.exported(run, &files, data.path())
    }

    fn import(&self, data: &Path, file: &Path, options: &[&Path]) -> Result<()> {
        let mut words = vec![Path::new("projects"), file];
        words.extend_from_slice(options);
        self.infitah(data, "import", &words)
    }

    fn infitah(&self, data: &Path, command: &str, words: &[&Path]) -> Result<()> {
        shell::run(Command::new(&self.program).arg(command).args(words).arg("--data").arg(data))
    }

    /// Everything that was downloaded.
    fn judge(&self, run: &Run, files: &Path) -> Result<()> {
        let types = run.workspace.reference("data/fiscal/os-types.json");
        let script = run.root().join("tests/judges/open_data.py");
        shell::run(Command::new(&self.python).arg(script).arg(files).args(types))?;
        oc4ids(run, &self.python, &files.join("projects.oc4ids.json"))
    }

    /// What the command line writes.
    fn exported(&self, run: &Run, files: &Path, data: &Path) -> Result<()> {
        let exported = files.join("exported.oc4ids.json");
        self.infitah(data, "export", &["projects".as_ref(), &exported, "--format".as_ref(), "oc4ids".as_ref()])?;
        oc4ids(run, &self.python, &exported)
    }
}

fn download(site: &Demo, files: &Path) -> Result<()> {
    for name in FILES {
        let path = files.join(name);
        fs::write(&path, site.page(&format!("/data/{name}"))?).map_err(|e| format!("{}: {e}", path.display()))?;
    }
    let budgets = files.join("budget");
    fs::create_dir_all(&budgets).map_err(|e| format!("{}: {e}", budgets.display()))?;
    let described = site.page("/data/budget/datapackage.json")?;
    let package: serde_json::Value = serde_json::from_slice(&described).map_err(|error| error.to_string())?;
    let tables = package["resources"].as_array().into_iter().flatten().filter_map(|one| one["path"].as_str());
    for name in ["datapackage.json"].into_iter().chain(tables) {
        let path = budgets.join(name);
        fs::write(&path, site.page(&format!("/data/budget/{name}"))?)
            .map_err(|e| format!("{}: {e}", path.display()))?;
    }
    Ok(())
}

/// Our judge, and the second one when it lies beside the checkout.
fn oc4ids(run: &Run, python: &Path, file: &Path) -> Result<()> {
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
