//! What holds when the network is slow, people go away and other programs write.

use std::{
    process::Command,
    time::{Duration, Instant},
};

use axum::{Router, extract::State, routing::post};
use infitah_kit::extract::Form;
use infitah_store::{Act, Db, StoreError, db_test, settings, testing::TestDb};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

use crate::support::{TestApp, demo_projects};

#[derive(serde::Deserialize)]
struct Note {
    text: String,
}

pub async fn write_note(db: &Db, text: String) -> Result<(), StoreError> {
    db.write(move |tx| {
        Box::pin(async move {
            settings::set(tx, "note", &text).await?;
            tx.record(Act {
                actor: "test",
                action: "note.written",
                object: "setting/note",
                version: None,
                old: None,
                new: Some(text),
                why: None,
            });
            Ok(())
        })
    })
    .await
}

/// A site with one form that writes, listening for real.
async fn site_that_writes(db: Db) -> std::net::SocketAddr {
    let handler = async |State(db): State<Db>, Form(note): Form<Note>| {
        write_note(&db, note.text).await.unwrap();
        "written"
    };
    let router = Router::new().route("/note", post(handler)).with_state(db);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    address
}

/// The slowest of forty writes, one every 50 ms.
async fn slowest_write(db: &Db) -> Duration {
    let mut slowest = Duration::ZERO;
    for number in 0..40 {
        let start = Instant::now();
        write_note(db, format!("quick {number}")).await.unwrap();
        slowest = slowest.max(start.elapsed());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    slowest
}

#[db_test]
async fn a_body_of_one_byte_a_second_delays_nobody(db: TestDb) {
    let address = site_that_writes(db.db.clone()).await;
    // On a machine that is busy with other things, writes wait without any slow body too; for one they would wait
    // nine seconds.
    let bound = Duration::from_millis(100).max(slowest_write(&db).await * 4);
    let mut slow = TcpStream::connect(address).await.unwrap();
    let body = "text=slow";
    let head = format!(
        "POST /note HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    slow.write_all(head.as_bytes()).await.unwrap();
    let dripping = tokio::spawn(async move {
        for byte in body.bytes() {
            slow.write_all(&[byte]).await.unwrap();
            slow.flush().await.unwrap();
            tokio::time::sleep(Duration::from_millis(1000)).await;
        }
        let mut answer = String::new();
        slow.read_to_string(&mut answer).await.unwrap();
        answer
    });
    let slowest = slowest_write(&db).await;
    assert!(slowest < bound, "a write waited {slowest:?} for a slow body");
    let answer = dripping.await.unwrap();
    assert!(answer.contains("written"), "the slow one is served too: {answer}");
}

#[db_test]
async fn who_hangs_up_after_the_commit_leaves_no_old_page(db: TestDb) {
    let app = TestApp::demo(db).await;
    let before = app.get("/fr/projects/PRJ-2026-0001").await;
    assert!(before.text().contains("46%"));
    let mut project = demo_projects().remove(0);
    let observation = project.physical.last_mut().unwrap();
    observation.percent = 57;
    let saving = app.save(vec![project]);
    // The client is gone before it is answered; the write goes on and the page follows.
    let _ = tokio::time::timeout(Duration::from_millis(1), saving).await;
    let start = Instant::now();
    loop {
        let page = app.get("/fr/projects/PRJ-2026-0001").await;
        if page.text().contains("57%") {
            break;
        }
        assert!(start.elapsed() < Duration::from_secs(2), "the old page stayed");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let again = app.get("/fr/projects/PRJ-2026-0001").await;
    assert!(again.text().contains("57%"), "and does not come back");
    assert!(again.find(".time").concat().contains("46%"), "the history says what it was");
}

#[db_test]
async fn an_import_by_the_command_line_is_seen_within_a_second(db: TestDb) {
    let app = TestApp::demo(db).await;
    assert!(app.get("/fr/projects").await.text().contains("data-count=\"73\""));
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("one.csv");
    std::fs::write(&file, "identifier,title_fr,budget\nnew-1,Une fontaine,120000\n").unwrap();
    let import = Command::new(env!("CARGO_BIN_EXE_infitah"))
        .args(["import", "projects", file.to_str().unwrap(), "--currency", "MAD", "--database-url", &app.db.address])
        .current_dir(directory.path())
        .output()
        .unwrap();
    assert!(import.status.success(), "{}", String::from_utf8_lossy(&import.stderr));
    let start = Instant::now();
    while !app.get("/fr/projects").await.text().contains("data-count=\"74\"") {
        assert!(start.elapsed() < Duration::from_secs(1), "not seen after {:?}", start.elapsed());
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
