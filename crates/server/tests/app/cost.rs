//! What pages cost the database, and that places kept in memory follow it.

use std::time::{Duration, Instant};

use infitah_store::{Act, StoreError, db_test, entities::place, testing::TestDb};
use sea_orm::{ActiveValue::Set, EntityTrait};

use infitah_commons::access::Role;

use crate::support::TestApp;

/// A page made anew asks the database at most this often.
const MOST: u64 = 3;

/// The pages that keep the bound. What stands in no row is not held by it.
const PAGES: &[&str] = &[
    "/",
    "/projects",
    "/projects?q=route&state=late&sort=name",
    "/projects/PRJ-2026-0001",
    "/projects/PRJ-2026-0001?version=1",
    "/search?q=beni",
    "/budget",
    "/budget/2027/lines?q=route",
    "/budget/2027/lines/revenue:1:20:5",
    "/budget/2027/in/spending/2/30",
    "/budget/2027/law",
    "/places",
    "/places?q=azilal",
    "/places/05.081",
    "/data",
    "/about",
    "/words",
];

#[db_test]
async fn a_page_made_anew_asks_little_and_a_kept_one_nothing(db: TestDb) {
    let app = TestApp::demo(db).await;
    // Who asks first has the register and the budgets read as they were saved: that is the cost of the change, not of
    // the page.
    for first in ["/ar/projects", "/ar/budget"] {
        app.get(first).await;
    }
    for page in PAGES {
        let address = format!("/fr{page}");
        let before = app.db.statements();
        app.get(&address).await;
        let anew = app.db.statements() - before;
        assert!(anew <= MOST, "{address} asked the database {anew} times");
        app.get(&address).await;
        assert_eq!(app.db.statements() - before, anew, "{address} was kept and asked the database all the same");
    }
}

/// Gives a place another French name, as a newer edition of the place data would.
async fn rename(db: &infitah_store::Db, code: &'static str, name: &'static str) {
    let renamed: Result<(), StoreError> = db
        .write(move |tx| {
            Box::pin(async move {
                let names = Set(format!("{{\"fr\":\"{name}\"}}"));
                let row = place::ActiveModel { code: Set(code.to_owned()), names, ..Default::default() };
                place::Entity::update(row).exec(tx).await?;
                tx.record(Act {
                    actor: "operator:test",
                    action: "places.loaded",
                    object: "place/all",
                    version: None,
                    old: None,
                    new: Some(name.to_owned()),
                    why: None,
                });
                Ok(())
            })
        })
        .await;
    renamed.unwrap();
}

#[db_test]
async fn a_place_that_changes_is_new_on_every_page(db: TestDb) {
    let app = TestApp::demo(db).await;
    let pages = ["/fr/", "/fr/places", "/fr/places/05.081", "/fr/projects?place=05.081", "/fr/projects/PRJ-2026-0001"];
    for name in ["Nouvelle Azilal", "Tiznit du Haut"] {
        rename(&app.db, "05.081", name).await;
        let start = Instant::now();
        for page in pages {
            while !app.get(page).await.text().contains(name) {
                assert!(start.elapsed() < Duration::from_secs(5), "{page} does not say {name}");
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        }
        for page in pages {
            assert!(app.get(page).await.text().contains(name), "{page} went back");
        }
    }
    // Told by another process: within a second, and a moment to read the places.
    rename(&app.db.again().await, "05.081", "Encore autre").await;
    let start = Instant::now();
    while !app.get("/fr/projects").await.text().contains("Encore autre") {
        assert!(start.elapsed() < Duration::from_secs(2), "not seen after {:?}", start.elapsed());
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[db_test]
async fn a_page_of_who_is_signed_in_asks_the_database_five_times_at_most(db: TestDb) {
    let app = TestApp::bare(db).await;
    let mut admin = app.signed_in(Some((Role::Administrator, "05"))).await;
    for page in ["/fr/my", "/fr/desk", "/fr/desk/people?q=adm", "/fr/desk/journal", "/fr/desk/jobs"] {
        admin.get(page).await;
        let before = app.app.db.statements();
        assert_eq!(admin.get(page).await.status.as_u16(), 200, "{page}");
        let asked = app.app.db.statements() - before;
        assert!(asked <= 5, "{page}: {asked} statements");
    }
}
