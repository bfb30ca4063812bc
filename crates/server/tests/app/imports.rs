//! The journal of imports: killed, resumed, taken back; who writes beside one; what one costs.

use std::{
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use infitah_store::{db_test, testing::TestDb};
use infitah_transparency::projects::{self, ImportState, Project};

use crate::{
    exchange::{drafted, fixture, infitah, proving},
    holding::write_note,
    support::TestApp,
};

/// `infitah import …` on the database of a test.
struct Importer {
    address: String,
    directory: tempfile::TempDir,
}

impl Importer {
    fn new(app: &TestApp) -> Self {
        Self { address: app.db.address.clone(), directory: tempfile::tempdir().unwrap() }
    }

    fn here(&self) -> &Path {
        self.directory.path()
    }

    fn file(&self, name: &str, content: &str) -> PathBuf {
        let file = self.here().join(name);
        std::fs::write(&file, content).unwrap();
        file
    }

    /// Runs to the end: exit code, what it said, what it complained of.
    fn run(&self, arguments: &[&str]) -> (Option<i32>, String, String) {
        let with = [&["import"], arguments, &["--database-url", &self.address]].concat();
        infitah(&with, self.here())
    }

    fn well(&self, arguments: &[&str]) -> String {
        let (code, out, error) = self.run(arguments);
        assert_eq!(code, Some(0), "{arguments:?}: {out}{error}");
        out
    }

    fn begin(&self, arguments: &[&str]) -> Child {
        Command::new(env!("CARGO_BIN_EXE_infitah"))
            .args([&["import"], arguments, &["--database-url", &self.address]].concat())
            .current_dir(self.here())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    }
}

/// `until` rows from `from` on, each saying what `word` says.
fn rows(from: usize, until: usize, word: &str) -> String {
    let mut out = "identifier,title_fr,budget,currency,place.name,sector\n".to_owned();
    for number in from..until {
        out.push_str(&format!("row-{number},{word} {number},{number}000,MAD,Tabant,transport.road\n"));
    }
    out
}

async fn register(app: &TestApp) -> Vec<(String, Project)> {
    app.all().await
}

/// Kills an import as soon as some of it is there, a moment later. Whether it was caught unfinished.
async fn kill_in_the_middle(app: &TestApp, mut import: Child, after: Duration) -> bool {
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(60) && import.try_wait().unwrap().is_none() {
        let journal = projects::unfinished(&app.db.read().await.unwrap()).await.unwrap();
        if journal.is_some_and(|journal| journal.applied > 0 && journal.applied < journal.total) {
            tokio::time::sleep(after).await;
            break;
        }
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    import.kill().unwrap();
    import.wait().unwrap();
    projects::unfinished(&app.db.read().await.unwrap()).await.unwrap().is_some()
}

fn id_of(out: &str) -> String {
    out.split_whitespace().find(|word| word.starts_with("IMP-")).unwrap().trim_end_matches('.').to_owned()
}

/// Killed at some moment, finished, compared with one that was not killed, taken back (killed there too), compared
/// with what was before.
#[db_test]
async fn a_killed_import_is_resumed_or_taken_back_whole(db: TestDb) {
    let app = TestApp::bare(db).await;
    let importer = Importer::new(&app);
    let old = importer.file("old.csv", &rows(0, 100, "Ancien"));
    let new = importer.file("new.csv", &rows(50, 400, "Nouveau"));
    importer.well(&["projects", old.to_str().unwrap()]);
    let before = register(&app).await;
    assert_eq!(before.len(), 100);
    let rounds: u64 = if proving() { 15 } else { 1 };
    let mut whole: Option<Vec<(String, Project)>> = None;
    for round in 0..rounds {
        let import = importer.begin(&["projects", new.to_str().unwrap()]);
        if !kill_in_the_middle(&app, import, Duration::from_millis(round * 17 % 90)).await {
            // It was too quick to be caught: it is done, and is taken back below like the others.
            assert!(proving(), "the import was not caught in the middle");
        }
        let journal = projects::all_imports(&app.db.read().await.unwrap()).await.unwrap().remove(0);
        if ImportState::of(&journal) == Some(ImportState::Applying) {
            let (code, _, error) = importer.run(&["projects", old.to_str().unwrap()]);
            assert!(code == Some(1) && error.contains(&format!("infitah import resume {}", journal.id)), "{error}");
            // The copy is enough: the file itself may be gone.
            let out = importer.well(&["resume", &journal.id.to_lowercase()]);
            assert!(out.contains(&journal.id), "{out}");
        }
        let after = register(&app).await;
        assert_eq!(after.len(), 400, "round {round}");
        assert!(
            after.iter().filter(|(_, project)| project.title.iter().any(|(_, t)| t.starts_with("Nouveau"))).count()
                == 350
        );
        // An import that nobody killed gives the same.
        match &whole {
            None => whole = Some(after),
            Some(whole) => assert!(*whole == after, "round {round}"),
        }
        let undo = importer.begin(&["undo", &journal.id, "--why", "essai"]);
        kill_in_the_middle(&app, undo, Duration::from_millis(round * 13 % 50)).await;
        let journal = projects::one_import(&app.db.read().await.unwrap(), &journal.id).await.unwrap();
        if ImportState::of(&journal) != Some(ImportState::Undone) {
            importer.well(&["undo", &journal.id]);
        }
        assert!(register(&app).await == before, "round {round}: the register is as it was");
    }
    importer.well(&["projects", new.to_str().unwrap()]);
    assert!(register(&app).await == whole.unwrap(), "an import that nobody killed gives the same");
    assert!(projects::unfinished(&app.db.read().await.unwrap()).await.unwrap().is_none());
    let left = std::fs::read_dir(importer.here().join("infitah-data/imports")).unwrap();
    assert_eq!(left.count(), 0, "copies of files are kept no longer than needed");
}

/// What an import made goes, and says so; what has changed since stays; the same file brings it back.
#[db_test]
async fn what_is_taken_back_is_gone_and_can_come_back(db: TestDb) {
    let app = TestApp::bare(db).await;
    let importer = Importer::new(&app);
    let file = importer.file("two.csv", &rows(1, 3, "Fontaine"));
    let id = id_of(&importer.well(&["projects", file.to_str().unwrap()]));
    let newer = importer.file("newer.csv", &rows(2, 3, "Fontaine refaite"));
    importer.well(&["projects", newer.to_str().unwrap()]);
    let (code, out, error) = importer.run(&["undo", &id, "--report", "fr"]);
    assert_eq!(code, Some(0), "{error}");
    assert!(error.contains("PRJ-2026-0002 a changé depuis"), "what changed since is named: {error}");
    assert!(out.contains("est annulé"), "{out}");

    let gone = app.get("/fr/projects/PRJ-2026-0001").await;
    assert_eq!(gone.status, 410);
    assert!(gone.text().contains("Ce projet a été retiré du registre"));
    assert_eq!(app.get("/fr/projects/PRJ-2026-0002").await.status, 200);
    assert_eq!(app.get("/api/v1/projects").await.json()["items"].as_array().unwrap().len(), 1);
    let text = app.get("/fr/search?q=fontaine").await.text();
    assert!(text.contains("PRJ-2026-0002") && !text.contains("PRJ-2026-0001"), "search does not find it");
    assert!(!app.get("/data/projects.csv").await.text().contains("row-1"));
    let (code, _, error) = importer.run(&["undo", &id]);
    assert!(code == Some(1) && error.contains("is undone: there is nothing to do"), "{error}");

    assert!(importer.well(&["projects", file.to_str().unwrap()]).contains("1 created, 1 updated"));
    let page = app.get("/fr/projects/PRJ-2026-0001").await;
    assert_eq!(page.status, 200, "the same file brings it back under its reference");
    assert_eq!(app.db.count("project_withdrawn").await.unwrap(), 0);
    let list = importer.well(&["list"]);
    assert!(list.lines().count() == 3 && list.contains("undone") && list.contains("two.csv"), "{list}");
}

/// Imports that changed one thing after the other are taken back in the other order.
#[db_test]
async fn imports_are_taken_back_one_after_the_other(db: TestDb) {
    let app = TestApp::bare(db).await;
    let importer = Importer::new(&app);
    let mut states = vec![register(&app).await];
    let mut ids = Vec::new();
    for word in ["Un", "Deux", "Trois"] {
        let file = importer.file("file.csv", &rows(0, 5, word));
        ids.push(id_of(&importer.well(&["projects", file.to_str().unwrap()])));
        states.push(register(&app).await);
    }
    for id in ids.iter().rev() {
        states.pop();
        importer.well(&["undo", id]);
        assert!(register(&app).await == *states.last().unwrap(), "{id}");
    }
}

#[db_test]
async fn an_update_lists_what_matches_nothing(db: TestDb) {
    let app = TestApp::bare(db).await;
    let importer = Importer::new(&app);
    let file = importer.file("some.csv", &rows(0, 2, "Pont"));
    let out = importer.well(&["projects", file.to_str().unwrap(), "--dry-run", "--report", "fr"]);
    assert!(out.contains("nouveaux\u{a0}: 2") && out.contains("ligne 2\u{a0}: row-0 est nouveau"), "{out}");
    importer.well(&["projects", file.to_str().unwrap()]);
    let mixed = "identifier,title_fr,budget,currency\nrow-1,,5,MAD\nrow-9,Inconnu,9,MAD\n";
    let mixed = mixed.replace("row-1,,", "row-1,Pont 1,");
    let file = importer.file("mixed.csv", &mixed);
    let out = importer.well(&["projects", file.to_str().unwrap(), "--update-only"]);
    assert!(out.contains("row 3: row-9 matches no project"), "{out}");
    assert!(out.contains("0 created, 1 updated"), "{out}");
    let after = register(&app).await;
    assert_eq!(after.len(), 2);
    let (_, pont) = after.iter().find(|(_, project)| project.identifier == "row-1").unwrap();
    assert_eq!(pont.sectors, ["transport.road"], "blanks change nothing");
}

#[db_test]
async fn what_a_newer_file_no_longer_names_is_said(db: TestDb) {
    let app = TestApp::bare(db).await;
    let importer = Importer::new(&app);
    let run = |name: &str, text: &str, options: &[&str]| {
        let file = importer.file(name, text);
        importer.well(&[&["projects", file.to_str().unwrap()], options].concat())
    };
    let silent = |out: String| assert!(!out.contains("not in th"), "{out}");
    silent(run("january.csv", &rows(0, 4, "Pont"), &[]));
    silent(run("others.csv", &rows(10, 12, "Puits"), &[]));
    let undone = run("mistake.csv", &rows(0, 2, "Pont").replace("row-1", "slip-1"), &[]);
    importer.well(&["undo", &id_of(&undone)]);
    let before = register(&app).await;
    let february = rows(1, 3, "Pont").replace("row-2", "row-5");
    for options in [&["--dry-run"][..], &[]] {
        let out = run("february.csv", &february, options);
        assert!(out.contains("3 projects that we know from the same source are not in this file"), "{out}");
        for identifier in ["row-0", "row-2", "row-3"] {
            assert!(out.contains(&format!("not in the file: {identifier}")), "{out}");
        }
        assert!(!out.contains("row-10") && !out.contains("slip"), "{out}");
    }
    let after = register(&app).await;
    assert!(before.iter().all(|known| after.contains(known)) && after.len() == before.len() + 1);
    silent(run("some.csv", &february, &["--update-only"]));
    let out = run("march.csv", &rows(5, 6, "Pont"), &["--report", "fr"]);
    assert!(!out.contains("row-1") && !out.contains("absent"), "row-5 came alone: {out}");
}

/// Who writes while a large import goes on, in another process, waits a moment only.
#[db_test]
async fn who_writes_beside_an_import_hardly_waits(db: TestDb) {
    let app = TestApp::bare(db).await;
    let importer = Importer::new(&app);
    let file = importer.file("many.csv", &rows(0, if cfg!(debug_assertions) { 1_500 } else { 10_000 }, "Projet"));
    let begun = Instant::now();
    let mut import = importer.begin(&["projects", file.to_str().unwrap()]);
    let (mut slowest, mut beside) = (Duration::ZERO, 0);
    while import.try_wait().unwrap().is_none() {
        let start = Instant::now();
        write_note(&app.db, format!("beside {beside}")).await.unwrap();
        slowest = slowest.max(start.elapsed());
        beside += 1;
        tokio::time::sleep(Duration::from_millis(15)).await;
    }
    println!("{beside} writes beside an import of {:?}, the slowest waited {slowest:?}", begun.elapsed());
    // A program that was not optimised, among other tests, is slower at everything.
    let most = Duration::from_millis(if cfg!(debug_assertions) { 1_000 } else { 250 });
    assert!(beside > 10 && slowest < most, "one of {beside} writes waited {slowest:?}");
    assert_eq!(app.db.count("project").await.unwrap(), if cfg!(debug_assertions) { 1_500 } else { 10_000 });
}

/// A donor's workbook, with the mapping as it was drafted: all of it comes in, killed or not, and goes again.
#[db_test]
async fn a_workbook_of_a_donor_comes_in_whole(db: TestDb) {
    let app = TestApp::bare(db).await;
    let importer = Importer::new(&app);
    let book = fixture("usaid-bo.xlsx");
    let book = book.to_str().unwrap();
    assert!(drafted(&fixture("usaid-bo.xlsx")).columns.len() == 11);
    importer.well(&["projects", book, "--draft-mapping", "mapping.toml"]);
    let out = importer.well(&["projects", book, "--mapping", "mapping.toml", "--dry-run"]);
    assert!(out.contains("63 read, 63 good, 0 refused"), "{out}");
    assert!(out.contains("63 projects without a known place") && out.contains("not read: 1"), "{out}");
    let import = importer.begin(&["projects", book, "--mapping", "mapping.toml"]);
    if kill_in_the_middle(&app, import, Duration::ZERO).await {
        let journal = projects::unfinished(&app.db.read().await.unwrap()).await.unwrap().unwrap();
        importer.well(&["resume", &journal.id]);
    }
    let all = register(&app).await;
    assert_eq!(all.len(), 63);
    let (reference, one) = all.iter().find(|(_, one)| one.identifier == "US-GOV-1-00019MO001255").unwrap();
    assert_eq!(one.title.iter().map(|(_, title)| title).collect::<Vec<_>>(), ["Protection, Assistance and Solutions"]);
    assert_eq!(one.kept["Título ES"], "Protección, Asistencia y Soluciones", "a language without pages is kept");
    assert_eq!(one.status, Some(projects::Status::Completion));
    assert_eq!(one.dates.actual_start.unwrap().to_string(), "2021-10-01");
    assert_eq!(one.budget.as_ref().unwrap().amount.to_decimal(), "144860");
    assert_eq!(one.places[0].given.as_deref(), Some("Bolivia"));
    let page = app.get(&format!("/fr/projects/{reference}")).await;
    assert!(page.text().contains("Bolivia"), "a place that nobody knows stays as it was given");
    let item = &app.get("/api/v1/projects").await.json()["items"][0];
    assert_eq!((&item["places"], &item["unplaced"]), (&serde_json::json!([]), &serde_json::json!(["Bolivia"])));
    let journal = projects::all_imports(&app.db.read().await.unwrap()).await.unwrap().remove(0);
    importer.well(&["undo", &journal.id]);
    assert!(register(&app).await.is_empty());
}

/// The most memory that a program had, in kilobytes, and how long it ran.
fn peak(mut child: Child) -> (u64, Duration) {
    let (mut most, begun) = (0, Instant::now());
    while child.try_wait().unwrap().is_none() {
        let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let read = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok());
        most = most.max(read.unwrap_or_default());
        std::thread::sleep(Duration::from_millis(3));
    }
    assert!(child.wait().unwrap().success());
    (most, begun.elapsed())
}

fn as_json(count: usize) -> String {
    let one = |number: usize| {
        format!(
            r#"{{"id":"row-{number}","title":"Projet {number}","language":"fr","sector":["transport.road"],"budget":{{"amount":{{"amount":{},"currency":"MAD"}}}}}}"#,
            number * 1000
        )
    };
    format!(r#"{{"version":"0.9","projects":[{}]}}"#, (0..count).map(one).collect::<Vec<_>>().join(","))
}

fn as_workbook(count: usize) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, header) in (0..).zip(["identifier", "title_fr", "budget", "currency", "place.name"]) {
        sheet.write(0, column, header).unwrap();
    }
    for number in 0..u32::try_from(count).unwrap() {
        sheet.write(number + 1, 0, format!("row-{number}")).unwrap();
        sheet.write(number + 1, 1, format!("Projet {number}")).unwrap();
        sheet.write(number + 1, 2, number * 1000).unwrap();
        sheet.write(number + 1, 3, "MAD").unwrap();
        sheet.write(number + 1, 4, "Tabant").unwrap();
    }
    book.save_to_buffer().unwrap()
}

/// The memory of an import does not follow the size of its file. Part of the long run.
#[db_test]
async fn a_hundred_thousand_rows_need_no_more_memory_than_ten(db: TestDb) {
    if !proving() {
        return;
    }
    let app = TestApp::bare(db).await;
    let importer = Importer::new(&app);
    let large = 100_000;
    let mut files: Vec<(&str, Vec<u8>, Vec<u8>, u64)> = vec![
        ("csv", rows(0, 10, "Projet").into_bytes(), rows(0, large, "Projet").into_bytes(), 40),
        ("json", as_json(10).into_bytes(), as_json(large).into_bytes(), 40),
    ];
    files.push(("xlsx", as_workbook(10), as_workbook(large), 150));
    for (kind, few, many, most) in files {
        let (small, big) = (importer.here().join(format!("few.{kind}")), importer.here().join(format!("many.{kind}")));
        std::fs::write(&small, few).unwrap();
        std::fs::write(&big, many).unwrap();
        let ways: &[&[&str]] = if kind == "csv" { &[&["--dry-run"], &[]] } else { &[&["--dry-run"]] };
        for way in ways {
            let measure = |file: &Path| peak(importer.begin(&[&["projects", file.to_str().unwrap()], *way].concat()));
            let ((base, _), (grown, took)) = (measure(&small), measure(&big));
            let growth = grown.saturating_sub(base) / 1024;
            println!("{kind} {way:?}: {large} rows in {took:?}, {growth} MB over {} MB", base / 1024);
            assert!(growth < most, "{kind} {way:?}: grew by {growth} MB");
        }
    }
    assert_eq!(app.db.count("project").await.unwrap(), i64::try_from(large).unwrap());
}

/// Ten thousand rows are in within ten seconds. Part of the long run, and of optimised builds only.
#[db_test]
async fn ten_thousand_rows_are_in_within_ten_seconds(db: TestDb) {
    if !proving() || cfg!(debug_assertions) {
        return;
    }
    let app = TestApp::bare(db).await;
    let importer = Importer::new(&app);
    let file = importer.file("many.csv", &rows(0, 10_000, "Projet"));
    let begun = Instant::now();
    importer.well(&["projects", file.to_str().unwrap()]);
    println!("10000 rows in {:?}", begun.elapsed());
    assert!(begun.elapsed() < Duration::from_secs(10));
}
