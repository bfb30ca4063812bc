//! The register as files: what they hold, how they are sent, and what happens when that goes wrong.

use std::{collections::BTreeMap, io::Read, process::Command};

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use futures_util::StreamExt;
use infitah_base::Lang;
use infitah_store::{Act, StoreError, db_test, entities, testing::TestDb};
use infitah_transparency::projects::{self, ExportFormat, Project};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use strum::IntoEnumIterator;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tower::ServiceExt;

use crate::support::{TestApp, demo_projects};

/// The parts of a spreadsheet, by name.
fn unpacked(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    let mut part = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    names.iter().map(|name| (name.clone(), part(name))).collect()
}

/// References as they stand in a file, in its order.
fn references(text: &str) -> Vec<String> {
    let reference = regex::Regex::new(r"PRJ-2026-\d{4}").unwrap();
    let mut found: Vec<String> = reference.find_iter(text).map(|found| found.as_str().to_owned()).collect();
    found.dedup();
    found
}

#[db_test]
async fn every_format_holds_what_the_list_shows(db: TestDb) {
    let app = TestApp::demo(db).await;
    for query in ["", "place=05.081&stage=works", "q=route&sort=name", "kind=private_investment", "q=nothing-has-this"]
    {
        let page = app.get(&format!("/fr/projects?{query}")).await;
        let offered = page.attribute(".get a", "href");
        let table = references(&app.get(&format!("/data/projects.csv?{query}")).await.text());
        assert_eq!(page.attribute("[data-count]", "data-count"), [table.len().to_string()], "{query}");
        for format in ExportFormat::iter() {
            let answer = app.get(&format!("{}?{query}", format.url().bare())).await;
            assert_eq!((answer.status, answer.header(header::CONTENT_TYPE)), (StatusCode::OK, format.media_type()));
            assert!(answer.header(header::CONTENT_DISPOSITION).contains(format.file_name()));
            let held = match format {
                ExportFormat::Xlsx => references(&unpacked(&answer.body)["xl/worksheets/sheet1.xml"]),
                _ => references(&answer.text().replace(&format!("?{query}"), "")),
            };
            assert_eq!(held, table, "{format:?} {query}");
            let link = offered.iter().find(|href| href.starts_with(&format.url().bare()));
            assert_eq!(link.is_some(), !table.is_empty(), "{format:?} {query}");
            if let Some(link) = link {
                assert_eq!(app.get(link).await.body.len(), answer.body.len(), "{link}");
            }
        }
    }
}

/// Every filter, with a value that some projects of the demonstration have.
const FILTERS: &[&str] = &[
    "place=05.081",
    "sector=transport",
    "stage=works",
    "kind=public_works",
    "reference=PRJ-2026-0002",
    "q=route",
    "state=late",
    "state=silent",
    "state=ahead",
];

#[db_test]
async fn pages_table_and_programs_get_the_same_whatever_is_asked(db: TestDb) {
    let app = TestApp::demo(db).await;
    let keys = app.get("/fr/projects").await.attribute("#f-organisation option", "value");
    let organisation = format!("organisation={}", keys.iter().find(|key| !key.is_empty()).unwrap());
    let builders = app.get("/fr/projects").await.attribute("#f-organisation optgroup:last-child option", "value");
    let builder = format!("organisation={}", builders.first().unwrap());
    assert!(builders.len() < keys.len() && keys.iter().collect::<std::collections::HashSet<_>>().len() == keys.len());
    let all = app.get("/fr/projects").await.attribute("[data-count]", "data-count");
    for query in FILTERS.iter().copied().chain([organisation.as_str(), builder.as_str()]) {
        for sort in ["", "&sort=news", "&sort=name"] {
            let table = references(&app.get(&format!("/data/projects.csv?{query}{sort}")).await.text());
            let mut shown = Vec::new();
            for page in 1..=table.len().div_ceil(20).max(1) {
                let page = app.get(&format!("/fr/projects?{query}{sort}&page={page}")).await;
                shown.extend(page.attribute(".tbl--fold a", "href").iter().flat_map(|href| references(href)));
            }
            assert_eq!(shown, table, "{query}{sort}");
            assert!(!table.is_empty() && all != [table.len().to_string()], "{query} sets no project apart");
            let items = app.get(&format!("/api/v1/projects?{query}")).await.json()["items"].clone();
            let told: Vec<&str> =
                items.as_array().unwrap().iter().map(|one| one["reference"].as_str().unwrap()).collect();
            let mut sorted = table.clone();
            sorted.sort();
            assert_eq!(told, sorted, "{query}");
        }
    }
}

#[db_test]
async fn a_file_of_what_is_late_is_another_one_tomorrow(db: TestDb) {
    let app = TestApp::demo(db).await;
    let etag = async |query: &str| app.get(&format!("/data/projects.csv{query}")).await.header(header::ETAG).to_owned();
    let (late, all) = (etag("?state=late").await, etag("").await);
    app.db.clock.advance(24 * 60 * 60 * 1000);
    assert_ne!(etag("?state=late").await, late);
    assert_eq!(etag("").await, all);
}

#[test]
fn small_groups_are_in_no_format() {
    let mut counted = demo_projects().remove(0);
    (counted.jobs.created.women, counted.jobs.created.men, counted.jobs.created.total) = (Some(3), Some(41), Some(44));
    let mut untold = counted.clone();
    (untold.jobs.created.women, untold.jobs.created.total) = (None, None);
    for format in ExportFormat::iter() {
        let file = |project: &Project| {
            let row = ("PRJ-2026-0001".to_owned(), project.clone());
            projects::export(format, &[row], &crate::exchange::context()).unwrap()
        };
        assert!(!file(&counted).is_empty());
        assert_eq!(file(&counted), file(&untold), "{format:?} tells of three women");
    }
}

#[db_test]
async fn small_groups_are_in_no_address(db: TestDb) {
    let app = TestApp::bare(db).await;
    let mut counted = demo_projects().remove(0);
    (counted.jobs.created.women, counted.jobs.created.men, counted.jobs.created.total) = (Some(3), Some(41), Some(44));
    app.save(vec![counted]).await;
    let whole = app.get("/api/v1/projects/PRJ-2026-0001").await.json();
    assert_eq!(whole["project"]["jobs"]["created"], serde_json::json!({ "men": 41 }));
    for answer in [app.get("/api/v1/projects").await, app.get("/data/projects.geojson").await] {
        assert!(!answer.text().contains("jobs"), "{}", answer.text());
    }
    let package = app.get("/data/projects.oc4ids.json").await.json();
    let jobs = package["projects"][0]["metrics"].as_array().unwrap();
    let jobs = jobs.iter().find(|metric| metric["id"] == "jobsCreated").unwrap();
    assert_eq!(jobs["observations"].as_array().unwrap().len(), 1, "{jobs}");
    let table = app.get("/data/projects.csv").await.text();
    let mut rows = csv::Reader::from_reader(table.as_bytes());
    let row: BTreeMap<String, String> = rows.deserialize().next().unwrap().unwrap();
    let created = ["jobs_created_women", "jobs_created_men", "jobs_created"].map(|name| row[name].as_str());
    assert_eq!(created, ["", "41", ""]);
}

#[db_test]
async fn who_has_a_file_is_not_sent_it_again(db: TestDb) {
    let app = TestApp::demo(db).await;
    let ask = async |method: Method, address: &str, name: header::HeaderName, value: &str| {
        app.ask(Request::builder().method(method).uri(address).header(name, value).body(Body::empty()).unwrap()).await
    };
    let files = ["/data/projects.csv", "/data/projects.xlsx", "/data/projects.oc4ids.json", "/data/projects.geojson"];
    let others = ["/data/places.csv", "/data/census.csv", "/data/datapackage.json"];
    for address in files.into_iter().chain(others) {
        let first = app.get(address).await;
        let (etag, modified) = (first.header(header::ETAG).to_owned(), first.header(header::LAST_MODIFIED).to_owned());
        assert!(etag.starts_with("W/\"") && modified == "Mon, 23 Nov 2026 09:15:00 GMT", "{address} {etag} {modified}");
        let again = ask(Method::GET, address, header::IF_NONE_MATCH, &etag).await;
        assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0), "{address}");
        let again = ask(Method::GET, address, header::IF_MODIFIED_SINCE, &modified).await;
        assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{address}");
        let head = ask(Method::HEAD, address, header::ACCEPT, "*/*").await;
        assert_eq!((head.status, head.body.len(), head.header(header::ETAG)), (StatusCode::OK, 0, etag.as_str()));
        assert!(!head.headers.contains_key(header::CONTENT_LENGTH), "{address} says a length that it does not know");
    }
    let etag = app.get(files[0]).await.header(header::ETAG).to_owned();
    assert_ne!(app.get("/data/projects.csv?stage=works").await.header(header::ETAG), etag, "another question");
    let mut newer = demo_projects().remove(0);
    newer.physical.last_mut().unwrap().percent = 57;
    app.save(vec![newer]).await;
    let after = ask(Method::GET, files[0], header::IF_NONE_MATCH, &etag).await;
    assert_eq!(after.status, StatusCode::OK, "a change is seen at once");

    let small = ask(Method::GET, files[2], header::ACCEPT_ENCODING, "gzip").await;
    assert_eq!((small.header(header::CONTENT_ENCODING), small.header(header::VARY)), ("gzip", "accept-encoding"));
    assert_eq!(infitah_kit::compress::gunzip(&small.body), app.get(files[2]).await.body);
    let packed = ask(Method::GET, files[1], header::ACCEPT_ENCODING, "gzip").await;
    assert_eq!(packed.header(header::CONTENT_ENCODING), "", "a spreadsheet is compressed already");
}

/// Twelve hundred projects: three batches.
fn many() -> Vec<Project> {
    let fr = Lang::parse("fr").unwrap();
    let one =
        |number: u32| Project::new(format!("many-{number}"), infitah_base::Text::one(fr, format!("Projet {number}")));
    (0..1200).map(one).collect()
}

#[db_test]
async fn a_file_is_of_one_moment_however_slowly_it_is_taken(db: TestDb) {
    let app = TestApp::bare(db).await;
    app.save(many()).await;
    let request = Request::get("/data/projects.csv?sort=name").body(Body::empty()).unwrap();
    let mut body = app.router.clone().oneshot(request).await.unwrap().into_body().into_data_stream();
    let mut text = body.next().await.unwrap().unwrap().to_vec();
    let first = text.iter().filter(|byte| **byte == b'\n').count();
    assert_eq!(first, 501, "one batch and the header, not the whole");
    let mut newer = many();
    for project in &mut newer {
        project.title.set(Lang::parse("fr").unwrap(), "Autre");
    }
    newer.push(Project::new("late", infitah_base::Text::one(Lang::parse("fr").unwrap(), "Trop tard")));
    app.save(newer).await;
    while let Some(piece) = body.next().await {
        text.extend(piece.unwrap());
    }
    let text = String::from_utf8(text).unwrap();
    assert_eq!(text.lines().count(), 1201);
    assert!(!text.contains("Autre") && !text.contains("Trop tard"), "what came later is in the next file");
    assert_eq!(references(&text).len(), 1200);
}

/// Takes away what a project is kept as, as no command can.
async fn damage(db: &TestDb, reference: &str) {
    let object = format!("project/{reference}");
    let done: Result<(), StoreError> = db
        .write(move |tx| {
            Box::pin(async move {
                use entities::document::{Column, Entity};
                Entity::delete_many().filter(Column::Object.eq(object.as_str())).exec(tx).await?;
                tx.record(Act {
                    actor: "test",
                    action: "project.damaged",
                    object: &object,
                    version: None,
                    old: None,
                    new: None,
                    why: None,
                });
                Ok(())
            })
        })
        .await;
    done.unwrap();
}

/// A file that cannot be finished is never taken for a whole one: the connection breaks, the last chunk is missing.
#[db_test]
async fn a_file_that_breaks_off_is_seen_to_be_broken(db: TestDb) {
    let app = TestApp::bare(db).await;
    app.save(many()).await;
    damage(&app.db, "PRJ-2026-0900").await;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = app.router.clone();
    let server = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    for (file, may_begin) in [("projects.csv", true), ("projects.oc4ids.json", true), ("projects.xlsx", false)] {
        let mut client = tokio::net::TcpStream::connect(address).await.unwrap();
        let request = format!("GET /data/{file}?sort=news HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n");
        client.write_all(request.as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        let _reset_or_closed = client.read_to_end(&mut answer).await;
        let text = String::from_utf8_lossy(&answer);
        assert!(text.starts_with("HTTP/1.1 200") && text.contains("transfer-encoding: chunked"), "{file}");
        // What was on its way when the connection broke may or may not arrive.
        assert!(may_begin || !text.contains("PRJ-2026-0400"), "{file}");
        assert!(!text.ends_with("0\r\n\r\n"), "{file} ends as if it were whole");
        assert!(!text.contains("PRJ-2026-0901"), "{file}");
    }
    server.abort();
}

#[db_test]
async fn only_so_many_spreadsheets_are_made_at_once(db: TestDb) {
    let app = TestApp::demo(db).await;
    let begin = async || {
        let request = Request::get("/data/projects.xlsx").body(Body::empty()).unwrap();
        app.router.clone().oneshot(request).await.unwrap()
    };
    // Their bodies are not asked for yet: they keep their places.
    let held = [begin().await, begin().await];
    let third = begin().await;
    assert_eq!(third.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(third.headers()[header::RETRY_AFTER], "5");
    drop(held);
    let again = app.get("/data/projects.xlsx").await;
    assert_eq!(again.status, StatusCode::OK);
    assert!(again.body.starts_with(b"PK"));
}

#[db_test]
async fn a_spreadsheet_has_numbers_dates_and_an_explanation(db: TestDb) {
    let app = TestApp::bare(db).await;
    let mut project = demo_projects().remove(0);
    project.title.set(Lang::parse("fr").unwrap(), "=HYPERLINK(\"x\") & <b>\u{1}");
    project.description.set(Lang::parse("fr").unwrap(), "é".repeat(40_000));
    app.save(vec![project]).await;
    let parts = unpacked(&app.get("/data/projects.xlsx").await.body);
    let (table, about) = (&parts["xl/worksheets/sheet1.xml"], &parts["xl/worksheets/sheet2.xml"]);
    assert!(!table.contains("<f>") && !about.contains("<f>"), "no formula");
    assert!(table.contains("=HYPERLINK(\"x\") &amp; &lt;b&gt;") && !table.contains('\u{1}'), "words are words");
    assert!(table.contains("rightToLeft=\"1\"") && about.contains("rightToLeft=\"1\""), "Arabic is first here");
    assert!(table.contains("<v>46</v>"), "a number is a number");
    assert!(parts["xl/styles.xml"].contains("yyyy"), "a day is a day");
    let words = parts.values().cloned().collect::<String>();
    assert!(words.contains("jobs_created_women") && words.contains("creativecommons.org"), "the explanation is there");
}

#[db_test]
async fn the_package_describes_the_files_as_they_are(db: TestDb) {
    let app = TestApp::demo(db).await;
    let package = app.get("/data/datapackage.json").await.json();
    let mut tables = 0;
    for resource in package["resources"].as_array().unwrap() {
        let path = resource["path"].as_str().unwrap();
        let answer = app.get(&format!("/data/{path}")).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        let said = answer.header(header::CONTENT_TYPE).split(';').next();
        assert_eq!(said, resource["mediatype"].as_str(), "{path}");
        if resource["format"] != "csv" {
            continue;
        }
        let fields = resource["schema"]["fields"].as_array().unwrap();
        tables += 1;
        let text = answer.text();
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let names: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
        assert_eq!(reader.headers().unwrap(), &csv::StringRecord::from(names), "{path}");
        assert!(fields.iter().all(|field| !field["description"].as_str().unwrap().is_empty()), "{path}");
        assert!(reader.records().count() > 0, "{path}");
    }
    assert_eq!((tables, package["resources"].as_array().unwrap().len()), (4, 7));
}

#[db_test]
async fn the_page_offers_every_file(db: TestDb) {
    let app = TestApp::demo(db).await;
    for lang in Lang::all() {
        let page = app.get(&format!("/{lang}/data")).await;
        let offered = page.attribute("main .get a", "href");
        let described = app.get("/api/openapi.json").await.json();
        for path in described["paths"].as_object().unwrap().keys().filter(|path| !path.contains('{')) {
            assert!(offered.contains(path), "{lang}: {path} is not among {offered:?}");
        }
    }
}

#[db_test]
async fn the_command_line_writes_what_the_site_sends(db: TestDb) {
    let app = TestApp::demo(db).await;
    let directory = tempfile::tempdir().unwrap();
    for (format, name) in [
        (ExportFormat::Csv, "csv"),
        (ExportFormat::Oc4ids, "oc4ids"),
        (ExportFormat::GeoJson, "geojson"),
        (ExportFormat::Xlsx, "xlsx"),
    ] {
        let run = |file: &str| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_infitah"));
            command.args(["export", "projects", file, "--format", name, "--database-url", &app.db.address]);
            command.current_dir(directory.path()).output().unwrap()
        };
        let done = run(format.file_name());
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        let written = std::fs::read(directory.path().join(format.file_name())).unwrap();
        assert!(written == app.get(&format.url().bare()).await.body, "{format:?} differs");
        assert!(run("-").stdout == written, "{format:?} differs on standard output");
    }
    let files = std::fs::read_dir(directory.path()).unwrap().count();
    assert_eq!(files, 4, "nothing passing is left");
}
