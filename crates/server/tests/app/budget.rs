//! Budgets: from a file to an edition, back, and out again.

use std::{
    collections::{BTreeMap, HashMap},
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, Instant},
};

use axum::http::{StatusCode, header};
use infitah_base::{Currency, Timestamp};
use infitah_commons::{Permit, Viewer};
use infitah_store::{Db, db_test, testing::TestDb};
use infitah_transparency::budget::{
    self, Body, Budget, BudgetError, Direction, Edition, Keeper, Measure, NewEdition, Phase, ReadOptions, Reading,
    Source, ledger_of, read_mapping, what_is_wrong,
};
use rust_xlsxwriter::Workbook;

use crate::support::{TestApp, demo_budgets, run as infitah, said};

fn options(year: i16, phase: Phase) -> ReadOptions {
    ReadOptions { year, phase, currency: None, language: None, mapping: None, scheme: None, totals: false }
}

fn read(bytes: Vec<u8>, options: &ReadOptions) -> Reading {
    let source = Source::look(Body::Bytes(bytes), None, None).unwrap().unwrap();
    let reading = budget::read(&source, options, &|_| true).unwrap().unwrap();
    assert_eq!(reading.problems, []);
    reading
}

fn edition(reading: &Reading, options: &ReadOptions) -> Budget {
    let mut budget = Budget::new(options.year, options.phase, reading.currency, reading.scheme.clone());
    budget.lines = reading.lines.iter().map(|(_, line)| line.clone()).collect();
    budget.names = reading.names.clone();
    budget.stated = reading.stated.iter().map(|(_, stated)| stated.clone()).collect();
    budget
}

/// Merges with what is known, as the command does, and writes.
async fn bring_in(db: &Db, newer: Budget) -> Result<String, BudgetError> {
    let known = budget::edition(&db.read().await?, &Viewer::Public, newer.year, newer.phase).await?;
    let (before, known) = known.map_or((None, None), |(version, known)| (Some(version), known));
    let (budget, merged) = budget::merge(known.as_ref(), newer, false);
    let file = ("lines.csv".to_owned(), 1, "00".to_owned());
    let new = NewEdition { before, budget, merged, file, mapping: None, why: Some("test".to_owned()) };
    db.write(move |tx| Box::pin(async move { budget::put(tx, &Permit::for_operator("test"), new, 2026).await })).await
}

async fn undo(db: &Db, id: &str) -> Result<String, BudgetError> {
    let id = id.to_owned();
    db.write(move |tx| Box::pin(async move { budget::undo(tx, &Permit::for_operator("test"), &id, None).await })).await
}

#[db_test]
async fn an_edition_comes_in_is_changed_and_taken_back(db: TestDb) {
    let app = TestApp::bare(db).await;
    assert!(ledger_of(&app.app).await.unwrap().is_empty());
    let first = demo_budgets().into_iter().find(|one| one.year == 2027).unwrap();
    let created = bring_in(&app.db, first.clone()).await.unwrap();
    let total = async || {
        let ledger = ledger_of(&app.app).await.unwrap();
        ledger.edition(2027, Phase::Voted).and_then(|one| one.total(Direction::Spending, None, Measure::Payment))
    };
    assert_eq!(total().await, Some(78_000_000_000));
    let mut second = first.clone();
    second.lines.truncate(1);
    second.lines[0].amounts.payment = second.lines[0].amounts.payment.map(|amount| amount + 100);
    let changed = bring_in(&app.db, second).await.unwrap();
    assert_eq!(total().await, Some(78_000_000_100), "what the newer file does not name stays");
    assert!(matches!(undo(&app.db, &created).await, Err(BudgetError::Newer(_))));
    undo(&app.db, &changed).await.unwrap();
    assert_eq!(total().await, Some(78_000_000_000));
    assert!(matches!(undo(&app.db, &changed).await, Err(BudgetError::Over(..))));
    undo(&app.db, &created).await.unwrap();
    assert_eq!(total().await, None);
    assert!(matches!(undo(&app.db, "IMP-1999-0001").await, Err(BudgetError::Unknown(_))));
    bring_in(&app.db, first.clone()).await.unwrap();
    assert_eq!(total().await, Some(78_000_000_000), "what was taken back can come again");
    let newest = budget::edition(&app.db.read().await.unwrap(), &Viewer::Public, 2027, Phase::Voted).await.unwrap();
    assert_eq!(newest.unwrap(), (5, Some(first)));
    for check in infitah::start::checks() {
        assert_eq!(check.look(&app.db).await.unwrap(), None, "{}", check.what());
    }
}

#[test]
fn what_we_export_changes_nothing_when_it_comes_back() {
    for budget in demo_budgets() {
        let whole = Arc::new(Edition::new(1, Timestamp::from_millis(0), budget.clone(), &BTreeMap::new()));
        let options = options(budget.year, budget.phase);
        let csv = budget::whole_csv(&whole);
        let workbook = budget::workbook(&whole, Default::default()).unwrap();
        for bytes in [csv, workbook] {
            let reading = read(bytes, &options);
            assert!(reading.left_out.is_empty(), "{:?}", reading.left_out);
            let (merged, told) = budget::merge(Some(&budget), edition(&reading, &options), true);
            assert_eq!((told.created, told.updated, told.absent.len()), (0, 0, 0), "{}", budget.edition());
            assert!(merged == budget, "{}", budget.edition());
        }
    }
}

/// Files beside the checkout; a run without them says so.
fn shared(path: &str) -> Option<PathBuf> {
    let found = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data")).join(path);
    if !found.exists() {
        println!("NOT TESTED: {} is not beside the checkout", found.display());
        return None;
    }
    Some(found)
}

/// The sums of each code of a file of Madrid and a year, computed from the leaves here: whole cents.
fn sums_of_leaves(text: &str, year: &str) -> HashMap<String, i64> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<(String, i64)> = reader
        .records()
        .map(Result::unwrap)
        .filter(|row| &row[2] == year)
        .map(|row| {
            let (whole, cents) = row[1].split_once('.').unwrap();
            (row[0].to_owned(), format!("{whole}{cents:0<2}").parse::<i64>().unwrap())
        })
        .collect();
    let is_leaf = |code: &str| !rows.iter().any(|(other, _)| other != code && other.starts_with(code));
    let leaves: Vec<&(String, i64)> = rows.iter().filter(|(code, _)| is_leaf(code)).collect();
    let below = |code: &str| leaves.iter().filter(|(leaf, _)| leaf.starts_with(code)).map(|(_, amount)| amount).sum();
    rows.iter().map(|(code, _)| (code.clone(), below(code))).collect()
}

#[db_test]
async fn madrid_comes_in_whole_and_its_sums_are_those_of_each_level(db: TestDb) {
    let Some(folder) = shared("fiscal/madrid-2010-2016-proposed") else { return };
    let files = [
        (Direction::Revenue, "madrid-revenue/budgets_revenue_proposed.csv"),
        (Direction::Spending, "madrid-expenditure/budgets_expenditure_proposed.csv"),
    ];
    let (mut checked, mut lines) = (0, 0);
    for year in 2010..=2016 {
        for (direction, file) in files {
            let text = fs::read_to_string(folder.join(file)).unwrap();
            let mapping = read_mapping(&format!("direction = \"{}\"\ncurrency = \"EUR\"", direction.code())).unwrap();
            let options = ReadOptions { mapping: Some(mapping), ..options(year, Phase::Voted) };
            let reading = read(text.clone().into_bytes(), &options);
            let whole = edition(&reading, &options);
            assert_eq!(what_is_wrong(&reading, &whole), []);
            lines += reading.lines.len() + reading.stated.len();
            bring_in(&db, whole).await.unwrap();
            let ledger = Keeper::default().ledger(&db).await.unwrap();
            let kept = ledger.edition(year, Phase::Voted).unwrap();
            let expected = sums_of_leaves(&text, &year.to_string());
            let mut found = 0;
            for node in kept.tree().nodes().filter(|node| node.key.direction == Some(direction)) {
                let Some(code) = node.key.path.last() else { continue };
                assert_eq!(node.sums.get(Measure::Payment), Some(expected[code]), "{year} {}", node.key);
                found += 1;
            }
            assert_eq!(found, expected.len(), "every code of the file is a node");
            checked += found;
        }
        let ledger = Keeper::default().ledger(&db).await.unwrap();
        let kept = ledger.edition(year, Phase::Voted).unwrap();
        let (revenue, spending) = (
            kept.total(Direction::Revenue, None, Measure::Payment),
            kept.total(Direction::Spending, None, Measure::Payment),
        );
        assert!(revenue.is_some() && spending.is_some(), "both directions are there, each for itself");
        let again = edition(&read(budget::whole_csv(kept), &options(year, Phase::Voted)), &options(year, Phase::Voted));
        let (merged, told) = budget::merge(Some(kept.budget()), again, true);
        assert!(merged == *kept.budget() && told.updated == 0, "{year}: what leaves comes back");
    }
    assert_eq!((checked, lines), (806 + 519, 806 + 519));
}

/// A table of as many lines, with four years.
fn many(lines: usize) -> Vec<u8> {
    let mut out = String::from("direction,part,chapter,article,programme,project,line,name.fr,cofog,year,payment\n");
    for number in 0..lines {
        let (year, at) = (2024 + number % 4, number / 4);
        let (direction, part) = (["revenue", "spending"][at % 2], ["running", "equipment"][at / 2 % 2]);
        let path = format!("{},{},{},{},{}", at % 7, at % 11, at % 13, at % 17, at);
        out.push_str(&format!(
            "{direction},{part},{path},Ligne {at} de la région,04.{}.1,{year},{}\n",
            at % 9,
            at * 37
        ));
    }
    out.into_bytes()
}

#[db_test]
async fn twenty_thousand_lines_over_four_years_are_in_within_five_seconds(db: TestDb) {
    let file = many(20_000);
    let begun = Instant::now();
    for year in 2024..2028 {
        let options = ReadOptions { currency: Some(Currency::MAD), ..options(year, Phase::Modified) };
        let reading = read(file.clone(), &options);
        assert_eq!((reading.lines.len(), reading.others), (5_000, 15_000));
        let mut whole = edition(&reading, &options);
        // Nothing here carries a surplus: what would be refused is not what is measured.
        whole.stated.clear();
        let _ = what_is_wrong(&reading, &whole);
        bring_in(&db, whole).await.unwrap();
    }
    let ledger = Keeper::default().ledger(&db).await.unwrap();
    let took = begun.elapsed();
    assert_eq!(ledger.editions().map(|edition| edition.lines().len()).sum::<usize>(), 20_000);
    println!("20,000 lines took {took:?}");
    if cfg!(not(debug_assertions)) {
        assert!(took < Duration::from_secs(5), "{took:?}");
    }
}

#[db_test]
async fn files_are_whole_and_described(db: TestDb) {
    let app = TestApp::demo(db).await;
    let package = app.get("/data/budget/datapackage.json").await;
    let described = package.json();
    let resources = described["resources"].as_array().unwrap();
    assert_eq!(resources.len(), 6);
    let types: Option<serde_json::Value> =
        shared("fiscal/os-types.json").map(|path| serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap());
    for resource in resources {
        let table = app.get(&format!("/data/budget/{}", resource["path"].as_str().unwrap())).await;
        assert_eq!(table.status, StatusCode::OK);
        let text = table.text();
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let names: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
        assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), names);
        assert!(reader.records().count() > 200);
        for field in fields {
            let column = field["columnType"].as_str().unwrap();
            if let Some(types) = &types {
                assert_eq!(types[column]["dataType"], field["type"], "{}", field["name"]);
            }
        }
    }
    let file = app.get("/data/budget/2027-voted.csv").await;
    let tag = file.header(header::ETAG).to_owned();
    let request = axum::http::Request::get("/data/budget/2027-voted.csv").header(header::IF_NONE_MATCH, tag);
    assert_eq!(app.ask(request.body(axum::body::Body::empty()).unwrap()).await.status, StatusCode::NOT_MODIFIED);
    for missing in ["2027-executed.csv", "2027-voted.pdf", "02027-voted.csv", "2027.csv", "x"] {
        assert_eq!(app.get(&format!("/data/budget/{missing}")).await.status, StatusCode::NOT_FOUND, "{missing}");
    }
}

/// A workbook with three mistakes: a total off by one, a line in two chapters, a surplus that is not all carried.
fn with_mistakes(path: &Path, mistakes: bool) {
    let off = |good: f64, wrong: f64| if mistakes { wrong } else { good };
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let headers = ["Sens", "Partie", "Chapitre", "Article", "Ligne", "Libellé", "Excédent", "CP"];
    for (column, header) in (0..).zip(headers) {
        sheet.write_string(0, column, header).unwrap();
    }
    let mut rows = vec![
        ("Recettes", "Fonctionnement", "10", "1", "1", "Part de l’IS", "", 1000.0),
        ("Dépenses", "Fonctionnement", "10", "1", "1", "Personnel", "", 400.0),
        ("Recettes", "Équipement", "20", "1", "9", "Excédent prévisionnel", "oui", off(600.0, 599.0)),
        ("Dépenses", "Équipement", "30", "1", "1", "Route rurale", "", 500.0),
        ("Dépenses", "Équipement", "30", "1", "2", "Pont", "", 100.0),
        ("Dépenses", "Équipement", "30", "", "", "Total du chapitre", "", off(600.0, 601.0)),
    ];
    if mistakes {
        rows.push(("Dépenses", "Équipement", "40", "1", "1", "Route rurale", "", 500.0));
    }
    for (number, (direction, part, chapter, article, line, name, surplus, amount)) in (1..).zip(rows) {
        for (column, text) in (0..).zip([direction, part, chapter, article, line, name, surplus]) {
            sheet.write_string(number, column, text).unwrap();
        }
        sheet.write_number(number, 7, amount).unwrap();
    }
    book.save(path).unwrap();
}

#[test]
fn the_command_line_refuses_with_all_that_is_wrong_then_imports_and_takes_back() {
    let room = tempfile::tempdir().unwrap();
    let run = |words: &[&str]| {
        let output = infitah(room.path(), words);
        (output.status.code(), said(&output))
    };
    with_mistakes(&room.path().join("bad.xlsx"), true);
    with_mistakes(&room.path().join("good.xlsx"), false);
    fs::write(room.path().join("totals.csv"), "node,payment\nspending,1000\nrevenue,1000\n").unwrap();
    fs::write(room.path().join("wrong.csv"), "node,payment\nspending,1000.01\n").unwrap();
    fs::write(room.path().join("signed.pdf"), "%PDF-1.7 invented").unwrap();
    assert_eq!(run(&["migrate", "--data", "store"]).0, Some(0));
    let import = |file: &str, more: &[&str]| {
        let base =
            ["import", "budget", file, "--year", "2027", "--phase", "voted", "--currency", "MAD", "--data", "store"];
        run(&[&base, more].concat())
    };
    for (lang, words) in [
        ("en", ["signed document", "stands at two places", "Running leaves"]),
        ("fr", ["document signé", "deux endroits", "fonctionnement laisse"]),
        ("ar", ["الوثيقة الموقعة", "في موضعين", "يترك التسيير"]),
    ] {
        let (code, told) = import("bad.xlsx", &["--report", lang]);
        assert_eq!(code, Some(1), "{told}");
        for word in words {
            assert!(told.contains(word), "{lang}: {word} is not in\n{told}");
        }
        assert!(told.contains("spending/2/30/1/1") && told.contains("spending/2/40/1/1"), "{told}");
        for amount in ["601", "600", "599"] {
            assert!(told.contains(amount), "{amount} is not in\n{told}");
        }
    }
    let (code, told) = import("good.xlsx", &["--totals", "wrong.csv"]);
    assert!(code == Some(1) && told.contains("0,01"), "{told}");
    assert!(run(&["import", "list", "--data", "store"]).1.is_empty(), "nothing was written");
    let (code, told) = import("good.xlsx", &["--dry-run"]);
    assert!(code == Some(0) && told.contains("nothing has been written"), "{told}");
    assert_eq!(
        run(&["import", "budget", "good.xlsx", "--year", "2027", "--phase", "voted", "--draft-decision", "d.toml"]).0,
        Some(0)
    );
    assert_eq!(import("good.xlsx", &["--draft-mapping", "m.toml"]).0, Some(0));
    fs::write(room.path().join("d.toml"), "adopted = \"2026-11-05\"\n").unwrap();
    let (code, told) = import(
        "good.xlsx",
        &["--totals", "totals.csv", "--mapping", "m.toml", "--decision", "d.toml", "--signed", "signed.pdf"],
    );
    assert!(code == Some(0) && told.contains("IMP-"), "{told}");
    assert_eq!(fs::read_dir(room.path().join("store/signed")).unwrap().count(), 1);
    let (code, told) = import("good.xlsx", &["--totals", "totals.csv"]);
    assert!(code == Some(0) && told.contains("Nothing changed"), "{told}");
    let export = ["export", "budget", "out.csv", "--format", "csv", "--edition", "2027-voted", "--data", "store"];
    assert_eq!(run(&export).0, Some(0));
    let (_, told) = import("out.csv", &[]);
    assert!(told.contains("Nothing changed"), "{told}");
    assert_eq!(run(&["export", "budget-words", "words.csv", "--data", "store"]).0, Some(0));
    let words = fs::read_to_string(room.path().join("words.csv")).unwrap();
    let row = words.lines().position(|line| line.starts_with("spending/2/30,")).unwrap();
    let filled: Vec<String> = words
        .lines()
        .enumerate()
        .map(|(number, line)| if number == row { format!("{line}roads") } else { line.to_owned() })
        .collect();
    fs::write(room.path().join("words.csv"), filled.join("\r\n") + "\r\n").unwrap();
    let (code, told) = run(&["import", "budget-words", "words.csv", "--data", "store"]);
    assert!(code == Some(0) && told.starts_with("1 "), "{told}");
    let list = run(&["import", "list", "--data", "store"]).1;
    let id = list.split_whitespace().next().unwrap();
    let (code, told) = run(&["import", "undo", id, "--data", "store"]);
    assert!(code == Some(0) && told.contains("is as before"), "{told}");
    assert_eq!(run(&export).0, Some(1), "it was withdrawn");
    let (code, told) = run(&["doctor", "--data", "store"]);
    assert!(told.contains("budget"), "{code:?} {told}");
}

#[test]
fn an_import_names_the_projects_that_the_register_does_not_have() {
    let room = tempfile::tempdir().unwrap();
    let lines = "direction,chapter,line,name.fr,reference,payment\nspending,30,1,Route,PRJ-2099-0001,5\n\
                 spending,30,2,Pont,PRJ-2099-0001,6\nspending,30,3,Piste,,7\n";
    fs::write(room.path().join("lines.csv"), lines).unwrap();
    assert_eq!(infitah(room.path(), &["migrate", "--data", "store"]).status.code(), Some(0));
    let words = ["import", "budget", "lines.csv", "--year", "2027", "--phase", "voted", "--currency", "MAD"];
    let output = infitah(room.path(), &[&words[..], &["--data", "store"]].concat());
    assert_eq!(output.status.code(), Some(0), "it may come in afterwards");
    let told = said(&output).replace(['\u{2068}', '\u{2069}'], "");
    assert!(told.contains("PRJ-2099-0001 is not in the register yet (rows of the file: 2, 3)"), "{told}");
}
