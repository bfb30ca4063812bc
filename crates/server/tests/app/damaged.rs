//! Files that are absurd or damaged: what cannot be taken is named, and nothing breaks.

use infitah_base::Currency;
use infitah_store::{db_test, testing::TestDb};
use infitah_transparency::projects::{self, ExportFormat, ImportOptions, Project, prepare};

use crate::{
    exchange::{context, fixture, proving},
    support::TestApp,
};

/// Files that would once have broken pages: absurd amounts and counts, three currencies, null characters.
#[db_test]
async fn absurd_files_are_refused_and_strange_ones_are_shown(db: TestDb) {
    let app = TestApp::bare(db).await;
    let table = "identifier,title_fr,budget,currency,jobs_created_women,jobs_created_men\n\
                 H-1,Trop,90000000000000000,MAD,,\nH-2,Trop de gens,5,MAD,4000000000,4000000000\n\
                 H-3,Négatif,-5,MAD,,\nH-4,Nul \u{0}ici,5,MAD,,\nH-5,Bon,1000000000000,MAD,3,9\nH-6,Bon,1000000000000,MAD,,\n";
    let report = prepare(table.as_bytes(), &ImportOptions::default());
    assert_eq!(report.bad_rows(), [2, 3, 4, 5]);
    let package = r#"{"projects": [
        {"id": "fx", "title": "Trois monnaies", "language": "fr", "parties": [{"id": "a", "name": "A"}],
         "budget": {"budgetBreakdowns": [{"id": "1", "budgetBreakdown": [
            {"id": "1", "amount": {"amount": 20000, "currency": "MAD"}, "sourceParty": {"id": "a"}},
            {"id": "2", "amount": {"amount": 20000, "currency": "EUR"}, "sourceParty": {"id": "nobody"}}]}]},
         "metrics": [{"id": "co2", "observations": []}, {"id": "jobsCreated", "observations": [
            {"id": "1", "measure": "2", "dimensions": {"sex": "female", "ageGroup": "15-24"}},
            {"id": "2", "measure": "10", "dimensions": {"sex": "female", "ageGroup": "25-34"}}]}]},
        {"id": "wrong", "title": "x", "budget": "x", "locations": {}, "sector": "transport"},
        {"id": "old", "title": "x", "completion": {"endDate": "0001-01-01T00:00:00Z"}},
        {"id": "far", "title": "x", "locations": [{"id": "1", "geometry": {"type": "Point", "coordinates": [500, 1]}}]}]}"#;
    let other = prepare(package.as_bytes(), &ImportOptions::default());
    assert_eq!(other.bad_rows(), [2, 3, 4], "{:?}", other.problems);
    let good = report.good.into_iter().chain(other.good).map(|(_, project)| project).collect();
    app.save(good).await;
    for address in
        ["/fr/", "/fr/projects", "/fr/projects/PRJ-2026-0001", "/fr/projects/PRJ-2026-0003", "/data/projects.csv"]
    {
        assert_eq!(app.get(address).await.status, 200, "{address}");
    }
    let page = app.get("/fr/projects/PRJ-2026-0003").await.find("main").concat();
    assert!(page.contains("nobody"), "whom the source does not name is shown by its id: {page}");
    let package = app.get("/data/projects.oc4ids.json?q=monnaies").await.json();
    let metrics = package["projects"][0]["metrics"].to_string();
    assert!(metrics.contains("co2") && metrics.contains("12") && !metrics.contains("15-24"), "{metrics}");
    for address in ["/fr/projects?place=%00", "/fr/places/%00", "/api/v1/places?after=%00"] {
        assert_eq!(app.get(address).await.status, 400, "{address}");
    }
}

/// What a reader of tables and of JSON stumbles over.
const MARKS: &[u8] = b",;\"'{}[]\n\r\t%-+=.0";

/// Files damaged in every way: nothing panics, and every row that was read is either taken or named.
#[test]
fn damaged_files_are_taken_or_named_but_never_lost() {
    let originals: Vec<Vec<u8>> = ["works.csv", "bad.csv", "package.oc4ids.json"]
        .iter()
        .map(|name| std::fs::read(fixture(name)).unwrap())
        .collect();
    let options = ImportOptions { currency: Some(Currency::MAD), ..ImportOptions::default() };
    let chance = infitah_base::Chance::seeded(2026);
    let rounds = if proving() { 100_000 } else { 2_000 };
    for round in 0..rounds {
        let mut bytes = originals[round % originals.len()].clone();
        for _ in 0..=round % 5 {
            let [kind, value, a, b, c, d, e, f] = chance.bytes::<8>();
            let at = usize::from(u16::from_be_bytes([a, b])) % bytes.len();
            let until = (at + usize::from(u16::from_be_bytes([c, d])) % 40).min(bytes.len());
            match kind % 5 {
                0 => bytes[at] = value,
                1 => drop(bytes.drain(at..until)),
                2 => bytes.insert(at, MARKS[usize::from(e) % MARKS.len()]),
                3 => {
                    let piece = bytes[at..until].to_vec();
                    let to = usize::from(f) % bytes.len();
                    bytes.splice(to..to, piece);
                }
                _ => bytes.truncate(at.max(1)),
            }
            if bytes.is_empty() {
                bytes.push(b'x');
            }
        }
        let report = prepare(&bytes, &options);
        if !report.is_unusable() {
            assert_eq!(report.read, report.good.len() + report.bad_rows().len(), "{}", String::from_utf8_lossy(&bytes));
        }
        for (_, project) in &report.good {
            assert!(!project.identifier.is_empty() && !project.title.is_empty());
        }
        let out: Vec<(String, Project)> =
            report.good.into_iter().map(|(_, project)| ("PRJ-2026-0001".to_owned(), project)).collect();
        projects::export(ExportFormat::Oc4ids, &out, &context()).unwrap();
        projects::export(ExportFormat::Csv, &out, &context()).unwrap();
    }
}
