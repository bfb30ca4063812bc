//! How the program is, as its page says it.

use infitah::health::note_look;
use infitah_commons::{access::Role, jobs};
use infitah_store::{StoreError, db_test, record, testing::TestDb};

use crate::support::{Browser, TestApp};

/// How the thing of this name is: what was found, and what it counts as.
async fn told(who: &mut Browser, name: &str) -> (String, String) {
    let page = who.get("/fr/desk/health").await;
    let (names, found) = (page.find("tbody th"), page.find("tbody td:nth-of-type(1)"));
    let states = page.find("tbody td:nth-of-type(2)");
    let index = names.iter().position(|one| one == name);
    let index = index.unwrap_or_else(|| panic!("{} {names:?}", page.status));
    (found[index].clone(), states[index].clone())
}

#[db_test]
async fn what_nobody_does_and_what_nobody_looked_through_is_said(db: TestDb) {
    let directory = tempfile::tempdir().unwrap();
    let backups = directory.path().display().to_string();
    let app = TestApp::with(db, &[("INFITAH_BACKUP_DIR", &backups), ("INFITAH_BACKUP_ALARM_AFTER", "48")]).await;
    let mut who = app.signed_in(Some((Role::Auditor, "05"))).await;
    assert_eq!(told(&mut who, "Tâche en retard depuis").await, ("Aucune".to_owned(), "Bien".to_owned()));
    let added: Result<_, StoreError> = app
        .db
        .write(|tx| {
            Box::pin(async move {
                jobs::enqueue(tx, jobs::New { kind: jobs::TIDY, key: None, payload: &(), run_at: None }).await
            })
        })
        .await;
    added.unwrap();
    app.db.clock.advance(15 * 60 * 1000);
    assert_eq!(told(&mut who, "Tâche en retard depuis").await.1, "À regarder");
    app.db.clock.advance(3600 * 1000);
    let mut who = app.signed_in(Some((Role::Auditor, "05"))).await;
    assert_eq!(told(&mut who, "Tâche en retard depuis").await.1, "Ne va pas");

    let record = "Dernière vérification du journal";
    assert_eq!(told(&mut who, record).await, ("Jamais".to_owned(), "À regarder".to_owned()));
    let verified = record::verify(&app.db.read().await.unwrap(), None).await.unwrap();
    note_look(&app.db, &verified).await.unwrap();
    assert_eq!(told(&mut who, record).await.1, "Bien");
    assert!(record::verify(&app.db.read().await.unwrap(), None).await.unwrap().wrong.is_none());
    app.db.clock.advance(33 * 24 * 3600 * 1000);
    let mut who = app.signed_in(Some((Role::Auditor, "05"))).await;
    assert_eq!(told(&mut who, record).await.1, "À regarder");
    assert_eq!(told(&mut who, "Dernière bonne sauvegarde").await, ("Inconnu".to_owned(), "À regarder".to_owned()));
    assert_eq!(told(&mut who, "Version des tables").await.0, app.db.schema().await.unwrap().unwrap());
}

#[db_test]
async fn a_record_that_was_altered_is_said_in_its_own_words(db: TestDb) {
    let app = TestApp::bare(db).await;
    let mut who = app.signed_in(Some((Role::Auditor, "05"))).await;
    infitah_store::testing::alter_record(&app.db.address, 2).await;
    let verified = record::verify(&app.db.read().await.unwrap(), None).await.unwrap();
    note_look(&app.db, &verified).await.unwrap();
    let (found, state) = told(&mut who, "Dernière vérification du journal").await;
    assert!(found.contains("row 2"), "{found}");
    assert_eq!(state, "Ne va pas");
}
