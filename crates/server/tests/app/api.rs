//! Data for programs and as files.

use axum::http::{StatusCode, header};
use infitah_store::{db_test, testing::TestDb};

use crate::support::{TestApp, demo_projects};

#[db_test]
async fn places_come_in_pages_that_hang_together(db: TestDb) {
    let app = TestApp::bare(db).await;
    let (mut address, mut all) = ("/api/v1/places".to_owned(), Vec::new());
    loop {
        let page = app.get(&address).await;
        assert_eq!(page.header(header::CONTENT_TYPE), "application/json");
        let page = page.json();
        all.extend(page["items"].as_array().unwrap().clone());
        match page["next"].as_str() {
            Some(next) => address = next.to_owned(),
            None => break,
        }
    }
    assert_eq!(all.len(), 1618);
    let mut codes: Vec<&str> = all.iter().map(|item| item["code"].as_str().unwrap()).collect();
    codes.dedup();
    assert_eq!(codes.len(), 1618, "no page overlaps another");
    let one = app.get("/api/v1/places?parent=05.081").await.json();
    let demnate = one["items"].as_array().unwrap().iter().find(|item| item["code"] == "05.081.01.03").unwrap().clone();
    let mut keys: Vec<&String> = demnate.as_object().unwrap().keys().collect();
    keys.sort();
    assert_eq!(keys, ["code", "kind", "name", "parent", "population"]);
    assert_eq!((demnate["name"]["fr"].as_str(), demnate["kind"].as_str()), (Some("Demnate"), Some("urban")));
    assert!(demnate["name"]["ar"].is_string() && demnate["population"].as_i64().unwrap() > 10_000);
}

#[db_test]
async fn projects_come_in_pages_with_the_filters_of_the_page(db: TestDb) {
    let app = TestApp::demo(db).await;
    let all = app.get("/api/v1/projects").await.json();
    assert_eq!(all["items"].as_array().unwrap().len(), demo_projects().len());
    assert!(all["next"].is_null());
    let works = app.get("/api/v1/projects?stage=works&place=05.081").await.json();
    let works = works["items"].as_array().unwrap();
    assert!(!works.is_empty() && works.iter().all(|item| item["stage"] == "works"));
    let unpublished = all["items"].as_array().unwrap().iter().find(|item| item["budget"].is_null());
    assert!(unpublished.is_some(), "what is not published is null");
}

#[db_test]
async fn the_table_holds_exactly_what_the_page_shows(db: TestDb) {
    let app = TestApp::demo(db).await;
    for query in ["", "place=05.081&stage=works", "q=route&sort=name", "kind=private_investment", "sector=transport"] {
        let page = app.get(&format!("/fr/projects?{query}")).await;
        let count = page.attribute("[data-count]", "data-count");
        let csv = app.get(&format!("/data/projects.csv?{query}")).await;
        assert!(csv.header(header::CONTENT_DISPOSITION).contains("projects.csv"));
        let text = csv.text();
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(count, [rows.len().to_string()], "{query}");
        let shown = page.attribute(".tbl--fold tbody a", "href");
        for (row, href) in rows.iter().zip(shown) {
            assert!(href.ends_with(&row[0]), "{query}: the order is not the page's");
        }
    }
}

#[db_test]
async fn the_package_is_of_the_standard(db: TestDb) {
    let app = TestApp::demo(db).await;
    let package = app.get("/data/projects.oc4ids.json").await.json();
    assert_eq!(package["version"], "0.9");
    assert!(package["publisher"]["name"].as_str().unwrap().contains("بني ملال"));
    let ids = package["projects"].as_array().unwrap().iter().map(|project| project["id"].as_str().unwrap().to_owned());
    let ids: std::collections::BTreeSet<String> = ids.collect();
    assert_eq!(ids.len(), demo_projects().len());
    assert!(ids.iter().all(|id| id.starts_with("oc4ids-000000-PRJ-2026-")));
}

#[db_test]
async fn the_description_names_every_address(db: TestDb) {
    let app = TestApp::bare(db).await;
    let description = app.get("/api/openapi.json").await;
    assert_eq!(description.status, StatusCode::OK);
    let paths = description.json()["paths"].as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(paths, ["/api/v1/places", "/api/v1/projects"]);
    for (address, expected) in [("/healthz", "ok\n"), ("/readyz", "ready\n")] {
        assert_eq!(app.get(address).await.text(), expected);
    }
}
