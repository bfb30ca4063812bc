//! Sections of places: what opens one, and what stands where one is closed.

use axum::http::StatusCode;
use infitah_commons::access::Role;
use infitah_store::{db_test, testing::TestDb};

use crate::support::{Browser, TestApp};

const PAGE: &str = "/fr/desk/sections";

/// The accounts that can be chosen, and the administrator who chooses.
async fn people(app: &TestApp) -> (Browser, Vec<String>) {
    app.signed_in(Some((Role::Agent, "05"))).await;
    let mut who = app.signed_in(Some((Role::Administrator, "05"))).await;
    let page = who.get(PAGE).await;
    let ids = page.attribute("#projects-owner option", "value").into_iter().filter(|id| !id.is_empty()).collect();
    (who, ids)
}

#[db_test]
async fn a_section_opens_when_nothing_is_missing_and_closes_for_its_place_alone(db: TestDb) {
    let app = TestApp::demo(db).await;
    let (mut who, ids) = people(&app).await;
    assert_eq!(ids.len(), 2);
    assert!(app.get("/fr/projects").await.find("h1") != ["Pas encore ouvert ici"], "content that was there is shown");
    assert_eq!(who.post(PAGE, "section=projects&do=close").await.status, StatusCode::SEE_OTHER);
    for address in ["/fr/projects", "/fr/projects?place=05.081"] {
        assert_eq!(app.get(address).await.find("h1"), ["Pas encore ouvert ici"], "{address}");
    }
    assert_eq!(app.get("/fr/budget").await.status, StatusCode::OK);
    assert_ne!(app.get("/fr/budget").await.find("h1"), ["Pas encore ouvert ici"]);

    let alone = format!("section=projects&owner={0}&deputy={0}&days=&do=open", ids[0]);
    let refused = who.post(PAGE, &alone).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        refused.find("[role=alert] li"),
        ["La même personne ne peut pas se remplacer elle-même.", "Aucun délai n’est promis, de 1 à 60 jours ouvrés."]
    );
    assert_eq!(app.get("/fr/projects").await.find("h1"), ["Pas encore ouvert ici"]);
    let both = format!("section=projects&owner={}&deputy={}&days=15&do=open", ids[0], ids[1]);
    assert_eq!(who.post(PAGE, &both).await.status, StatusCode::SEE_OTHER);
    assert_ne!(app.get("/fr/projects").await.find("h1"), ["Pas encore ouvert ici"]);
    // What is decided for a place holds there, and nowhere around it.
    who.post(&format!("{PAGE}?place=05.081"), "section=budget&do=close").await;
    assert_eq!(app.get("/fr/budget?place=05.081").await.find("h1"), ["Pas encore ouvert ici"]);
    assert_ne!(app.get("/fr/budget").await.find("h1"), ["Pas encore ouvert ici"]);
    let journal = who.get("/fr/desk/journal?object=section/projects@05").await.text();
    assert!(journal.contains("section.opened") && journal.contains("section.changed"), "{journal}");
}

#[db_test]
async fn nothing_opens_without_content_or_by_somebody_who_is_no_staff(db: TestDb) {
    let app = TestApp::bare(db).await;
    let (mut who, ids) = people(&app).await;
    let both = format!("section=budget&owner={}&deputy={}&days=15&do=open", ids[0], ids[1]);
    let refused = who.post(PAGE, &both).await;
    assert_eq!(refused.find("[role=alert] li"), ["Il n’y a encore rien à montrer de ce lieu."]);
    let stranger = "section=budget&owner=00000000-0000-0000-0000-000000000009&deputy=&days=15&do=open";
    let refused = who.post(PAGE, stranger).await;
    assert!(refused.find("[role=alert] li").contains(&"Personne n’en répond.".to_owned()));
    assert_eq!(app.db.count("section").await.unwrap(), 0);
}
