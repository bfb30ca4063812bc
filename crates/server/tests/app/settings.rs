//! What administrators choose, and what everybody sees of it.

use axum::http::{StatusCode, header};
use infitah_commons::access::Role;
use infitah_store::{db_test, testing::TestDb};

use crate::{
    sign_in::code as sent_code,
    support::{Answer, Browser, TestApp},
};

async fn administrator(app: &TestApp) -> Browser {
    app.signed_in(Some((Role::Administrator, "05"))).await
}

/// Changes a setting of the region as the form does.
async fn choose(who: &mut Browser, key: &str, form: &str) -> Answer {
    let address = format!("/fr/desk/settings/{key}");
    let page = who.get(&address).await;
    assert_eq!(page.status, StatusCode::OK, "{key}");
    let version = page.attribute("input[name=version]", "value").remove(0);
    who.post(&address, &format!("version={version}&{form}")).await
}

#[db_test]
async fn a_telephone_that_is_chosen_stands_on_every_page_at_once(db: TestDb) {
    let app = TestApp::bare(db).await;
    let mut who = administrator(&app).await;
    let before = app.get("/fr/words").await;
    assert!(before.find(".foot .help").is_empty());
    let done = choose(&mut who, "contact.phone", "value=0802+00+37+37").await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    let after = app.get("/fr/words").await;
    assert_eq!(after.find(".foot .help"), ["0802 00 37 37"]);
    assert_ne!(before.header(header::ETAG), after.header(header::ETAG));
    let list = who.get("/fr/desk/settings").await;
    assert!(list.text().contains("Choisi pour ce lieu"));
    let journal = who.get("/fr/desk/journal?object=setting/contact.phone@05").await;
    assert!(journal.text().contains("setting.changed"));
    choose(&mut who, "contact.phone", "default=yes").await;
    assert!(app.get("/fr/words").await.find(".foot .help").is_empty());
}

#[db_test]
async fn a_banner_stands_above_every_page_in_its_language_until_its_day_is_over(db: TestDb) {
    let app = TestApp::bare(db).await;
    let mut who = administrator(&app).await;
    let today = app.app.site.today().to_string();
    choose(&mut who, "banner.words", "fr=Service+coup%C3%A9+%3Cb%3E&ar=%D8%AA%D9%88%D9%82%D9%81").await;
    choose(&mut who, "banner.tone", "value=urgent").await;
    choose(&mut who, "banner.until", &format!("value={today}")).await;
    assert_eq!(app.get("/fr/words").await.find(".banner--urgent"), ["Service coupé <b>"]);
    assert_eq!(app.get("/ar/places").await.find(".banner"), ["توقف"]);
    app.db.clock.advance(24 * 3600 * 1000);
    assert!(app.get("/fr/words").await.find(".banner").is_empty());
}

#[db_test]
async fn what_is_switched_off_has_no_page_and_no_link(db: TestDb) {
    let app = TestApp::demo(db).await;
    let mut who = administrator(&app).await;
    let links = async |app: &TestApp| app.get("/fr/words").await.attribute(".foot a", "href");
    assert!(links(&app).await.contains(&"/fr/messages".to_owned()));
    assert!(!app.get("/fr/budget/2027").await.find("#say").is_empty());
    for key in ["features.costs", "features.remarks", "features.sms", "features.sign-up"] {
        assert_eq!(choose(&mut who, key, "value=no").await.status, StatusCode::SEE_OTHER, "{key}");
    }
    assert!(!links(&app).await.contains(&"/fr/messages".to_owned()));
    assert_eq!(app.get("/fr/messages").await.status, StatusCode::NOT_FOUND);
    assert!(app.get("/fr/budget/2027").await.find("#say").is_empty());
    let mut visitor = Browser::new(&app);
    let said = visitor.post("/fr/budget/2027/say", "understood=yes").await;
    assert_eq!(said.status, StatusCode::NOT_FOUND);
    assert_eq!(app.db.count("remark").await.unwrap(), 0);
    let asked = visitor.post("/fr/sign-in", "address=0612345678").await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(app.get("/hooks/sms/in?id=1&from=0612345678&text=STATUS").await.status, StatusCode::NOT_FOUND);
}

#[db_test]
async fn nobody_new_gets_in_where_accounts_do_not_open_by_themselves(db: TestDb) {
    let app = TestApp::bare(db).await;
    let mut who = administrator(&app).await;
    choose(&mut who, "features.sign-up", "value=no").await;
    let mut visitor = Browser::new(&app);
    visitor.post("/fr/sign-in", "address=itto%40example.org").await;
    let code = sent_code(&app).await;
    visitor.post("/fr/sign-in/code", &format!("code={code}")).await;
    let page = visitor.get("/fr/sign-in/who").await;
    assert!(page.find("#name").is_empty(), "{}", page.text());
    let done = visitor.post("/fr/sign-in/who", "name=Itto").await;
    assert_eq!(done.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(app.db.count("account").await.unwrap(), 1, "the administrator alone");
}

#[db_test]
async fn what_somebody_changed_meanwhile_is_not_overwritten(db: TestDb) {
    let app = TestApp::bare(db).await;
    let mut who = administrator(&app).await;
    let address = "/fr/desk/settings/contact.answer-days";
    assert_eq!(who.post(address, "version=0&value=15").await.status, StatusCode::SEE_OTHER);
    let late = who.post(address, "version=0&value=20").await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(late.attribute("input[name=value]", "value"), ["20"], "what was typed stays");
    assert!(app.get("/fr/contact").await.find("main").concat().contains("15\u{2069} jours ouvrés"));
    assert_eq!(who.post(address, "version=1&value=61").await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[db_test]
async fn who_administers_a_province_changes_what_is_of_its_places_alone(db: TestDb) {
    let app = TestApp::bare(db).await;
    let mut who = app.signed_in(Some((Role::Administrator, "05.081"))).await;
    let list = who.get("/fr/desk/settings").await;
    assert_eq!(list.status, StatusCode::OK);
    assert_eq!(list.find("tbody tr").len(), 2, "what a place can have");
    let second = "/fr/desk/settings/projects.second-person";
    let done = who.post(&format!("{second}?place=05.081"), "version=0&value=yes").await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    let (settings, atlas) = (app.app.settings(), app.app.atlas());
    assert!(settings.truth("projects.second-person", "05.081.03.13", &atlas));
    assert!(!settings.truth("projects.second-person", "05", &atlas));
    for (address, status) in [
        (format!("{second}?place=05"), StatusCode::FORBIDDEN),
        ("/fr/desk/settings/contact.phone?place=05.081".to_owned(), StatusCode::NOT_FOUND),
        ("/fr/desk/settings/nothing".to_owned(), StatusCode::NOT_FOUND),
    ] {
        assert_eq!(who.get(&address).await.status, status, "{address}");
        assert_eq!(who.post(&address, "version=0&value=yes").await.status, status, "{address}");
    }
}

#[db_test]
async fn another_process_shows_what_was_chosen_here(db: TestDb) {
    let app = TestApp::bare(db).await;
    let mut other = app.served().await;
    let mut who = administrator(&app).await;
    choose(&mut who, "region.name", "fr=Notre+r%C3%A9gion").await;
    let mut shown = String::new();
    for _ in 0..100 {
        shown = other.get("/fr/words").await.text();
        if shown.contains("Notre région") {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("{shown}");
}
