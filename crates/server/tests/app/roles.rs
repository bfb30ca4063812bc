//! Every route of who is signed in × every role. What the public gets stands in `matrix.csv`; a route behind the door
//! without a row here fails.

use std::collections::BTreeMap;

use infitah_commons::access::Role;
use infitah_store::{db_test, testing::TestDb};
use strum::IntoEnumIterator;

use crate::{
    matrix::declared,
    support::{Browser, TestApp},
};

/// Routes at which it matters who is signed in.
fn is_behind_the_door(route: &str) -> bool {
    ["/{lang}/my", "/{lang}/desk"].iter().any(|door| route == *door || route.starts_with(&format!("{door}/")))
}

/// What was asked for, and what each got.
fn rows() -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(include_str!("roles.csv").as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

#[test]
fn every_route_behind_the_door_has_a_row() {
    let mut known: Vec<String> = rows().into_iter().map(|mut row| row.remove("route").unwrap()).collect();
    known.sort();
    known.dedup();
    let behind: Vec<String> = declared().into_iter().filter(|route| is_behind_the_door(route)).collect();
    assert_eq!(behind, known, "declared and in roles.csv");
}

/// A new browser for each question: some of them sign out.
async fn ask(app: &TestApp, role: Option<(Role, &str)>, method: &str, address: &str) -> u16 {
    let mut browser: Browser = app.signed_in(role).await;
    match method {
        "GET" => browser.get(address).await.status.as_u16(),
        _ => browser.post(address, "").await.status.as_u16(),
    }
}

#[db_test]
async fn each_role_gets_what_the_matrix_says(db: TestDb) {
    let app = TestApp::bare(db).await;
    let mut wrong = Vec::new();
    for row in rows() {
        let (method, address) = (&row["method"], &row["address"]);
        let mut got = vec![("citizen".to_owned(), ask(&app, None, method, address).await)];
        for role in Role::iter() {
            got.push((role.code().to_owned(), ask(&app, Some((role, "05")), method, address).await));
        }
        // An administrator of another region, whose role is nothing here.
        got.push(("elsewhere".to_owned(), ask(&app, Some((Role::Administrator, "03")), method, address).await));
        if got.iter().any(|(who, status)| row.get(who) != Some(&status.to_string())) {
            let line: Vec<String> = got.iter().map(|(_, status)| status.to_string()).collect();
            wrong.push(format!("{},{method},{address},{}", row["route"], line.join(",")));
        }
    }
    assert!(wrong.is_empty(), "these got something else:\n{}", wrong.join("\n"));
}
