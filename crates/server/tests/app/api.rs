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
    let publisher = package["publisher"]["name"].as_str().unwrap();
    assert!(publisher.contains("بني ملال") && !publisher.contains('\u{2068}'), "{publisher:?}");
    let ids = package["projects"].as_array().unwrap().iter().map(|project| project["id"].as_str().unwrap().to_owned());
    let ids: std::collections::BTreeSet<String> = ids.collect();
    assert_eq!(ids.len(), demo_projects().len());
    assert!(ids.iter().all(|id| id.starts_with("oc4ids-000000-PRJ-2026-")));
}

/// Every address below `/api` and `/data` is described with what it takes, and every described one answers.
#[db_test]
async fn the_description_names_every_address(db: TestDb) {
    let app = TestApp::demo(db).await;
    let description = app.get("/api/openapi.json").await;
    assert_eq!(description.status, StatusCode::OK);
    // Read back into its types: what is not OpenAPI does not parse.
    let typed: utoipa::openapi::OpenApi = serde_json::from_slice(&description.body).unwrap();
    let described: Vec<String> = typed.paths.paths.keys().cloned().collect();
    let mut declared = crate::matrix::declared();
    declared.retain(|route| route.starts_with("/api/") || route.starts_with("/data/"));
    let mut sorted = described.clone();
    sorted.sort();
    assert_eq!(sorted, declared);
    for path in described {
        let answer = app
            .get(
                &path
                    .replace("{reference}", "PRJ-2026-0001")
                    .replace("{file}", "2027-voted.csv")
                    .replace("{view}", "law.csv")
                    .replace("{year}", "2027"),
            )
            .await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
    }
    let json = description.json();
    let mut pending = vec![&json];
    while let Some(value) = pending.pop() {
        if let Some(reference) = value.get("$ref").and_then(serde_json::Value::as_str) {
            assert!(json.pointer(reference.trim_start_matches('#')).is_some(), "{reference} leads nowhere");
        }
        pending.extend(value.as_object().into_iter().flat_map(|fields| fields.values()));
        pending.extend(value.as_array().into_iter().flatten());
    }
    for path in ["projects", "projects.csv", "projects.xlsx", "projects.oc4ids.json", "projects.geojson"] {
        let folder = if path == "projects" { "/api/v1/" } else { "/data/" };
        let takes = json["paths"][format!("{folder}{path}")]["get"]["parameters"].as_array().unwrap();
        let names: Vec<&str> = takes.iter().map(|parameter| parameter["name"].as_str().unwrap()).collect();
        for name in ["q", "reference", "place", "sector", "stage", "kind", "sort"] {
            assert!(names.contains(&name), "{path} takes {name}: {names:?}");
        }
    }
    for (address, expected) in [("/healthz", "ok\n"), ("/readyz", "ready\n")] {
        assert_eq!(app.get(address).await.text(), expected);
    }
}

#[db_test]
async fn one_project_is_told_whole_and_as_it_was(db: TestDb) {
    let app = TestApp::demo(db).await;
    let now = app.get("/api/v1/projects/prj-2026-0001").await.json();
    assert_eq!((now["reference"].as_str(), now["version"].as_i64()), (Some("PRJ-2026-0001"), Some(1)));
    let before = demo_projects().remove(0);
    let budget = before.budget.as_ref().unwrap().amount;
    assert_eq!(
        now["project"]["budget"]["amount"],
        serde_json::json!({ "amount": budget.to_decimal(), "currency": budget.currency.code() })
    );
    assert_eq!(now["project"]["title"]["fr"], before.title.exactly(infitah_base::Lang::parse("fr").unwrap()).unwrap());
    assert!(app.get(now["oc4ids"].as_str().unwrap()).await.json()["projects"].as_array().unwrap().len() == 1);
    assert_eq!(app.get(now["page"].as_str().unwrap()).await.status, StatusCode::OK);
    let mut newer = before.clone();
    newer.dates.planned_end = Some("2027-04-30".parse().unwrap());
    newer.kept.insert("private telephone".to_owned(), "0600000000".to_owned());
    app.save(vec![newer]).await;
    let newest = app.get("/api/v1/projects/PRJ-2026-0001").await;
    assert!(!newest.text().contains("0600000000"), "what nobody looked at is not told");
    let newest = newest.json();
    assert_eq!((newest["version"].as_i64(), newest["latest"].as_i64()), (Some(2), Some(2)));
    assert_eq!(newest["project"]["dates"]["planned_end"], "2027-04-30");
    let first = app.get("/api/v1/projects/PRJ-2026-0001?version=1").await.json();
    assert_eq!((first["version"].as_i64(), first["latest"].as_i64()), (Some(1), Some(2)));
    assert_eq!(first["project"], now["project"]);
    assert_eq!(first["written"], "2026-11-23T09:15:00Z");
}
