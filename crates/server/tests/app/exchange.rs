//! Files in and out.

use std::{path::PathBuf, process::Command};

use infitah_base::{Currency, Money};
use infitah_kit::T;
use infitah_store::{db_test, testing::TestDb};
use infitah_transparency::projects::{
    self, ExportFormat, ImportOptions, ImportReport, Project, Publication, Stage, prepare,
};

use crate::support::{TestApp, demo_projects};

pub fn fixture(name: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/app/fixtures")).join(name)
}

fn read(name: &str, options: &ImportOptions) -> ImportReport {
    prepare(&std::fs::read(fixture(name)).unwrap(), options)
}

/// A mapping as it is drafted, with nothing corrected.
pub fn drafted(file: &std::path::Path) -> projects::Mapping {
    let source = projects::Source::look(projects::Body::File(file.to_owned()), None, None).unwrap().unwrap();
    let draft = projects::draft_mapping(&source, &std::collections::HashMap::new()).unwrap().unwrap();
    projects::read_mapping(&draft).unwrap_or_else(|error| panic!("{error}\n{draft}"))
}

fn one(report: &ImportReport, identifier: &str) -> Project {
    report.good.iter().find(|(_, project)| project.identifier == identifier).unwrap().1.clone()
}

#[test]
fn a_table_is_understood_by_its_headers() {
    let options = ImportOptions {
        mapping: Some(drafted(&fixture("works.csv"))),
        gazetteer: [("tabant".to_owned(), "05.081.03.09".to_owned())].into(),
        ..ImportOptions::default()
    };
    let report = read("works.csv", &options);
    assert_eq!((report.read, report.good.len()), (2, 2), "{:?}", report.problems);
    let first = one(&report, "A-1");
    assert_eq!(first.budget.as_ref().unwrap().amount, Money::new(125_000_050, Currency::MAD));
    assert_eq!(first.dates.actual_start.unwrap().to_string(), "2026-02-03");
    assert_eq!(first.built().unwrap().percent, 46);
    assert_eq!(first.places[0].code.as_deref(), Some("05.081.03.09"));
    assert_eq!(first.places[0].given.as_deref(), Some("Tabant"), "the source's own words stay");
    assert_eq!(first.stage(), Some(Stage::Works));
    assert_eq!(first.kept["Observations"], "à revoir");
    assert_eq!(report.kept["Observations"], 1, "what is not shown is named");
    let second = one(&report, "A-2");
    assert_eq!(second.budget.unwrap().amount.minor, 30_000_000, "Eastern digits are read");
    assert!(second.physical.is_empty() && second.dates.actual_start.is_none(), "blanks are not zeros");
}

#[test]
fn every_mistake_is_named_by_row_and_field() {
    let report = read("bad.csv", &ImportOptions::default());
    let named: Vec<(usize, &str, &str)> =
        report.problems.iter().map(|problem| (problem.row, problem.field.as_str(), problem.key)).collect();
    assert_eq!(
        named,
        [
            (3, "identifier", "import-no-identifier"),
            (4, "title", "import-no-title"),
            (5, "budget", "import-amount"),
            (6, "planned_end", "import-date"),
            (7, "built_percent", "import-percent"),
            (8, "built", "import-no-date"),
            (9, "stage", "import-stage"),
            (10, "currency", "import-currency"),
            (10, "budget", "import-no-currency"),
            (11, "identifier", "import-twin"),
        ]
    );
    assert_eq!(report.good.iter().map(|(row, _)| *row).collect::<Vec<_>>(), [2, 12]);
    let catalog = std::sync::Arc::new(infitah::messages::catalog().unwrap());
    for lang in infitah_base::Lang::all() {
        let t = T::new(catalog.clone(), lang);
        for problem in &report.problems {
            assert!(!problem.say(&t).contains(problem.key), "{lang} has no words for {}", problem.key);
        }
    }
}

#[test]
fn files_that_are_no_files_are_refused_in_words() {
    for (bytes, key) in [
        (&b""[..], "import-empty"),
        (b"   \n", "import-empty"),
        (b"\xff\xfe\x00", "import-not-utf8"),
        (b"{\"a\":", "import-not-json"),
        (b"{}", "import-no-projects"),
        (b"{\"projects\": 3}", "import-no-projects"),
        (b"a,b\n1,2\n", "import-column-needed"),
        (b"identifier,title,budget\n1,Route,12\n", "import-no-currency-file"),
    ] {
        let report = prepare(bytes, &ImportOptions::default());
        assert!(report.is_unusable(), "{key}");
        assert!(report.problems.iter().any(|problem| problem.key == key), "{key}: {:?}", report.problems);
    }
    let broken = br#"{"projects": [1, {"id": "x"}, {"id": "y", "title": "T", "status": "soon", "budget": {"amount": {"amount": "many", "currency": "XXQ"}}}]}"#;
    let report = prepare(broken, &ImportOptions::default());
    assert_eq!(report.bad_rows(), [1, 2, 3]);
    assert!(!report.is_unusable());
}

pub fn context() -> Publication {
    Publication {
        uri: "https://infitah.example/data/projects.oc4ids.json".to_owned(),
        site: "https://infitah.example".to_owned(),
        at: infitah_store::testing::NOW,
        publisher: "Infitah".to_owned(),
        licence: "https://creativecommons.org/licenses/by/4.0/".to_owned(),
        prefix: "oc4ids-000000".to_owned(),
        languages: infitah_base::Lang::all().collect(),
        about: infitah_kit::export::sheet::About::default(),
    }
}

#[test]
fn a_package_goes_out_as_it_came_but_for_what_changed() {
    let bytes = std::fs::read(fixture("package.oc4ids.json")).unwrap();
    let source: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    let report = prepare(&bytes, &ImportOptions::default());
    assert_eq!(report.kept.keys().collect::<Vec<_>>(), ["assetLifetime"]);
    let mut project = one(&report, "oc4ids-abc123-canal");
    assert_eq!(project.built().unwrap().percent, 12, "a page never rounds up what is built");
    let out = |project: &Project| {
        let bytes =
            projects::export(ExportFormat::Oc4ids, &[("PRJ-2026-0001".to_owned(), project.clone())], &context())
                .unwrap();
        serde_json::from_slice::<serde_json::Value>(&bytes).unwrap()["projects"][0].clone()
    };
    assert_eq!(out(&project), source["projects"][0], "the file does not");
    project.status = Some(projects::Status::Completion);
    let changed = out(&project);
    assert_eq!(changed["status"], "completion");
    assert_eq!(changed["assetLifetime"], source["projects"][0]["assetLifetime"]);
    assert_eq!(changed["parties"], source["projects"][0]["parties"], "the contact point is still there");
}

#[test]
fn our_own_files_come_back_the_same() {
    let all: Vec<(String, Project)> = demo_projects()
        .into_iter()
        .enumerate()
        .map(|(n, project)| (format!("PRJ-2026-{:04}", n + 1), project))
        .collect();
    let bytes = projects::export(ExportFormat::Oc4ids, &all, &context()).unwrap();
    let report = prepare(&bytes, &ImportOptions::default());
    assert_eq!(report.problems, []);
    for ((_, before), (_, after)) in all.iter().zip(&report.good) {
        let plain = |project: &Project| {
            let mut plain = project.for_files();
            (plain.identifier, plain.carried, plain.updated) = (String::new(), None, None);
            serde_json::to_value(plain).unwrap()
        };
        let (after, told) = (plain(after), plain(before));
        for (field, value) in told.as_object().unwrap() {
            assert_eq!(after.get(field), Some(value), "{} of {}", field, before.identifier);
        }
        assert_eq!(after, told, "{}", before.identifier);
    }
    let table = projects::export(ExportFormat::Csv, &all, &context()).unwrap();
    let report = prepare(&table, &ImportOptions::default());
    assert_eq!(report.problems, []);
    for ((_, before), (_, after)) in all.iter().zip(&report.good) {
        assert_eq!((&after.identifier, &after.title, after.kind), (&before.identifier, &before.title, before.kind));
        assert_eq!((after.stage(), &after.budget, &after.dates), (before.stage(), &before.budget, &before.dates));
        assert_eq!(
            after.funding.iter().map(|f| f.amount).collect::<Vec<_>>(),
            before.funding.iter().map(|f| f.amount).collect::<Vec<_>>()
        );
    }
}

/// Our own exports, brought back into the register they came from, change nothing in it.
#[db_test]
async fn our_own_exports_come_home(db: TestDb) {
    let app = TestApp::demo(db).await;
    let package = app.get("/data/projects.oc4ids.json").await.body;
    let report = prepare(&package, &ImportOptions::default());
    assert_eq!(report.problems, []);
    app.save(report.good.into_iter().map(|(_, project)| project).collect()).await;
    assert_eq!(app.db.count("project").await.unwrap(), 73, "nothing is there twice");
    let records = app.db.count("record").await.unwrap();
    for file in ["/data/projects.csv", "/data/projects.xlsx"] {
        let table = app.get(file).await.body;
        let source = projects::Source::look(projects::Body::Bytes(table.clone()), None, None).unwrap().unwrap();
        let draft = projects::draft_mapping(&source, &std::collections::HashMap::new()).unwrap().unwrap();
        let mapping = Some(projects::read_mapping(&draft).unwrap_or_else(|error| panic!("{error}\n{draft}")));
        for mapping in [None, mapping] {
            let report = prepare(&table, &ImportOptions { mapping, ..ImportOptions::default() });
            assert_eq!(report.problems, []);
            assert_eq!(report.left_out["reference"], 73, "what is not taken is named");
            assert!(report.kept.is_empty(), "{:?}", report.kept);
            let saved = app.save(report.good.into_iter().map(|(_, project)| project).collect()).await;
            assert_eq!((saved.created, saved.updated, saved.unchanged), (0, 0, 73), "{file}");
        }
    }
    assert_eq!(app.db.count("record").await.unwrap(), records, "nothing was done, nothing is recorded");
}

#[db_test]
async fn what_a_table_does_not_say_changes_nothing(db: TestDb) {
    let app = TestApp::demo(db).await;
    let index =
        demo_projects().iter().position(|project| project.kind == Some(projects::Kind::PrivateInvestment)).unwrap();
    let identifier = &demo_projects()[index].identifier;
    let file = format!("identifier,title,owner\n{identifier},,Une nouvelle agence\n");
    let report = prepare(file.as_bytes(), &ImportOptions::default());
    assert_eq!(report.problems.len(), 1, "a row without a name is named: {:?}", report.problems);
    let file = format!("identifier,title_fr,owner\n{identifier},Nom,Une nouvelle agence\n");
    let report = prepare(file.as_bytes(), &ImportOptions::default());
    app.save(report.good.into_iter().map(|(_, project)| project).collect()).await;
    let all = app.all().await;
    let after = &all.iter().find(|(_, project)| project.identifier == *identifier).unwrap().1;
    let before = &demo_projects()[index];
    assert_eq!((after.kind, &after.funding, &after.budget), (before.kind, &before.funding, &before.budget));
    assert!(before.parties.iter().all(|party| after.parties.contains(party)), "{:?}", after.parties);
    assert_eq!(after.parties.len(), before.parties.len() + 1);
}

#[test]
fn two_columns_of_one_meaning_are_refused() {
    let report = prepare(
        b"identifier,title,title,budget\n1,a,b,2\n",
        &ImportOptions { currency: Some(Currency::MAD), ..Default::default() },
    );
    assert!(report.is_unusable() && report.problems[0].key == "import-two-columns", "{:?}", report.problems);
    let report = prepare(
        b"sep=;\nidentifier;title_fr;funding;latitude\n1;a;A: 100;32,5\n",
        &ImportOptions { currency: Some(Currency::MAD), ..Default::default() },
    );
    let (row, project) = &report.good[0];
    assert_eq!((*row, project.funding.len()), (2, 1), "funding without a budget is taken: {:?}", report.problems);
    assert_eq!(project.kept["latitude"], "32,5", "half a point is kept as given");
    assert_eq!(report.kept["latitude"], 1);
}

#[db_test]
async fn the_same_file_twice_changes_nothing(db: TestDb) {
    let app = TestApp::demo(db).await;
    let records = app.db.count("record").await.unwrap();
    let saved = app.save(demo_projects()).await;
    assert_eq!((saved.created, saved.updated, saved.unchanged), (0, 0, 73));
    assert_eq!(app.db.count("record").await.unwrap(), records, "nothing was done, nothing is recorded");
    let mut newer = Project::new("demo-0001", infitah_base::Text::default());
    newer.dates.planned_end = Some("2027-04-30".parse().unwrap());
    let saved = app.save(vec![newer]).await;
    assert_eq!((saved.created, saved.updated), (0, 1));
    let page = app.get("/fr/projects/PRJ-2026-0001").await;
    let history = page.find(".time").concat();
    assert!(history.contains("30 septembre 2026") && history.contains("30 avril 2027"), "{history}");
    assert!(page.text().contains("Route rurale vers Taghia"), "blanks change nothing");
    assert_eq!(app.all().await.len(), 73);
}

/// Whether this is the long run (`cargo xtask prove`).
pub fn proving() -> bool {
    #[expect(clippy::disallowed_methods, reason = "who starts the tests says how long they may take")]
    std::env::var("INFITAH_PROVE").is_ok()
}

pub fn infitah(arguments: &[&str], directory: &std::path::Path) -> (Option<i32>, String, String) {
    let done = Command::new(env!("CARGO_BIN_EXE_infitah")).args(arguments).current_dir(directory).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (done.status.code(), text(done.stdout), text(done.stderr))
}

#[test]
fn the_command_line_imports_checks_and_exports() {
    let directory = tempfile::tempdir().unwrap();
    let here = directory.path();
    let run = |arguments: &[&str]| infitah(arguments, here);
    let bad = fixture("bad.csv").display().to_string();
    let package = fixture("package.oc4ids.json").display().to_string();

    let (code, _, error) = run(&["import", "projects", &package, "--data", "store"]);
    assert_eq!(code, Some(1), "no database is made by mistake");
    assert!(error.contains("infitah migrate") && !here.join("store").exists(), "{error}");

    assert_eq!(run(&["migrate", "--data", "store"]).0, Some(0));
    let (code, out, _) = run(&["import", "projects", &package, "--data", "store", "--dry-run"]);
    assert_eq!(code, Some(0));
    assert!(out.contains("assetLifetime"), "{out}");
    assert_eq!(run(&["export", "projects", "empty.csv", "--format", "csv", "--data", "store"]).0, Some(0));
    assert_eq!(std::fs::read_to_string(here.join("empty.csv")).unwrap().lines().count(), 1, "a dry run writes nothing");

    let (code, _, error) = run(&["import", "projects", &bad, "--data", "store", "--report", "fr"]);
    assert_eq!(code, Some(1));
    assert!(error.contains("ligne 5, budget\u{a0}: «\u{a0}1,234\u{a0}» n’est pas un montant sûr"), "{error}");
    let (code, out, _) =
        run(&["import", "projects", &bad, "--data", "store", "--accept-valid", "--rejects", "rejects.csv"]);
    assert_eq!(code, Some(2), "taken in part is not the same as taken");
    assert!(out.contains("2 created"), "{out}");
    let rejects = std::fs::read_to_string(here.join("rejects.csv")).unwrap();
    assert_eq!(rejects.lines().count(), 11, "{rejects}");

    assert_eq!(run(&["import", "projects", &package, "--data", "store", "--why", "première publication"]).0, Some(0));
    assert_eq!(run(&["export", "projects", "all.csv", "--format", "csv", "--data", "store"]).0, Some(0));
    let table = std::fs::read_to_string(here.join("all.csv")).unwrap();
    assert!(table.contains("'=CMD()"), "formulas are defused: {table}");
    let (code, out, _) = run(&["doctor", "--data", "store"]);
    assert_eq!(code, Some(0), "{out}");
    assert!(out.contains("project         3 rows") && out.contains("command line"), "{out}");
    let (code, _, error) = run(&["doctor", "--data", "store", "--region", "99"]);
    assert_eq!(code, Some(1), "{error}");
    let (code, _, error) = run(&["serve", "--data", "store", "--listen", "nowhere"]);
    assert_eq!(code, Some(1));
    assert!(error.contains("`nowhere` is not an address and port"), "{error}");
}

/// The larger reference files, when the folder with them is there; the run says which it had.
#[test]
fn the_reference_files_go_in_and_out() {
    let shared = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data"));
    let (example, works) =
        (shared.join("oc4ids/oc4ids_0.9.5_worked_example.json"), shared.join("projects-sample/works-500.csv"));
    if !example.exists() || !works.exists() {
        println!("reference data is not beside this clone: the project's own fixtures were used");
        return;
    }
    println!("reference data found at {}", shared.display());
    let bytes = std::fs::read(&example).unwrap();
    let report = prepare(&bytes, &ImportOptions::default());
    assert_eq!(report.problems, []);
    let (_, project) = &report.good[0];
    let out =
        projects::export(ExportFormat::Oc4ids, &[("PRJ-2026-0001".to_owned(), project.clone())], &context()).unwrap();
    let (source, out): (serde_json::Value, serde_json::Value) =
        (serde_json::from_slice(&bytes).unwrap(), serde_json::from_slice(&out).unwrap());
    assert_eq!(source["projects"][0], out["projects"][0]);

    let bytes = std::fs::read(&works).unwrap();
    let options = ImportOptions {
        currency: Some("PHP".parse().unwrap()),
        mapping: Some(drafted(&works)),
        ..ImportOptions::default()
    };
    let report = prepare(&bytes, &options);
    assert_eq!((report.read, report.good.len(), report.problems.len()), (500, 500, 0));
    let first = &report.good[0].1;
    let contract = &first.contracts[0];
    assert_eq!((contract.id.as_str(), contract.value.unwrap().minor), ("21PC0019", 4_752_125_200));
    assert_eq!(contract.suppliers, [first.with_role("supplier").next().unwrap().id.clone()]);
    assert!(!report.kept.contains_key("ContractCost") && report.kept.contains_key("CostSavings"), "{:?}", report.kept);
    let sum: i64 = report.good.iter().filter_map(|(_, project)| Some(project.budget.as_ref()?.amount.minor)).sum();
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let column = reader.headers().unwrap().iter().position(|header| header == "ApprovedBudgetForContract").unwrap();
    let expected: f64 = reader.records().map(|row| row.unwrap()[column].parse::<f64>().unwrap()).sum();
    #[expect(clippy::cast_precision_loss, reason = "compared to the centavo of a sum of 500 amounts")]
    let found = sum as f64 / 100.0;
    assert!((found - expected).abs() < 0.5, "{found} against {expected}");
}
