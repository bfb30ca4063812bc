//! Every route × role. There is one role so far, the public; a route without a row fails.

use std::{collections::BTreeMap, fs, path::Path};

use axum::{body::Body, http::Request};
use infitah_store::{db_test, testing::TestDb};

use crate::support::TestApp;

/// Route, method, an address of it, and what the public gets.
fn rows() -> Vec<(String, String, String, u16)> {
    let text = include_str!("matrix.csv");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

/// The routes as the sources declare them.
pub fn declared() -> Vec<String> {
    let route = regex::Regex::new(r#"(?:\.route|\.nest_service)\(\s*"([^"]+)""#).unwrap();
    let mut out = Vec::new();
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut folders: Vec<_> =
        ["server", "commons", "transparency"].iter().map(|name| crates.join(name).join("src")).collect();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(path).unwrap();
                out.extend(route.captures_iter(&text).map(|found| found[1].to_owned()));
            }
        }
    }
    out.sort();
    out
}

#[test]
fn every_route_has_a_row() {
    let rows = rows();
    let mut known: Vec<String> = rows.iter().map(|(route, ..)| route.clone()).collect();
    known.sort();
    known.dedup();
    assert_eq!(declared(), known, "declared and in matrix.csv");
}

#[db_test]
async fn the_public_gets_what_the_matrix_says(db: TestDb) {
    let app = TestApp::demo(db).await;
    let mut wrong = BTreeMap::new();
    for (_, method, address, expected) in rows() {
        let request = Request::builder().method(method.as_str()).uri(&address).header("sec-fetch-site", "same-origin");
        let request = request.header("content-type", "application/x-www-form-urlencoded").body(Body::empty()).unwrap();
        let status = app.ask(request).await.status.as_u16();
        if status != expected {
            wrong.insert(format!("{method} {address}"), (status, expected));
        }
    }
    assert!(wrong.is_empty(), "got, expected: {wrong:#?}");
}
