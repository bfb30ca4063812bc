//! The first run, from an empty database to a first administrator.

use axum::http::{StatusCode, header};
use infitah_commons::accounts;
use infitah_store::{StoreError, db_test, testing::TestDb};

use crate::{
    sign_in::code,
    support::{Browser, TestApp, run, said},
};

const NOT_YET: &str = "Ce site n’est pas encore en service";

/// The key that the program says when it starts; `None`: it says none.
async fn key(app: &TestApp) -> Option<String> {
    let made: Result<_, StoreError> = app.db.write(|tx| Box::pin(async move { accounts::new_key(tx).await })).await;
    made.unwrap()
}

/// What is chosen on the first page.
const FIRST: &str = "ar=%D8%AC%D9%87%D8%A9&fr=Notre+r%C3%A9gion&region=03&languages=ar&languages=fr&section=budget";

#[db_test]
async fn who_has_the_key_begins_an_instance_and_nobody_does_so_after_them(db: TestDb) {
    let app = TestApp::bare(db).await;
    let key = key(&app).await.unwrap();
    assert_eq!(app.served().await.get("/fr/").await.find("h1"), [NOT_YET]);
    let mut who = Browser::new(&app);
    for address in ["/fr/start", "/fr/start?key=x", "/fr/start/code?key=x", "/fr/start/administrator"] {
        let refused = who.get(address).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{address}");
        assert!(refused.text().contains("infitah admin start"), "who has none is told how one is had");
    }
    let start = format!("/fr/start?key={key}");
    assert_eq!(who.get(&start).await.find("#region option").len(), 12);
    let wrong = who.post(&start, "ar=&fr=Notre&region=99&section=nothing").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.attribute("#fr", "value"), ["Notre"], "what was typed stays");

    let chosen = who.post(&start, FIRST).await;
    let administrator = format!("/fr/start/administrator?key={key}");
    assert_eq!(chosen.header(header::LOCATION), administrator);
    assert_eq!(who.get(&administrator).await.status, StatusCode::OK);
    let enter = format!("/fr/start/code?key={key}");
    assert_eq!(who.post(&administrator, "address=itto%40example.org").await.header(header::LOCATION), enter);
    let right = code(&app).await;
    let nameless = who.post(&enter, &format!("code={right}&name=")).await;
    assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY, "the code is not lost by it");
    assert_eq!(who.post(&enter, "code=000000&name=Itto").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let done = who.post(&enter, &format!("code={right}&name=Itto")).await;
    assert_eq!(done.header(header::LOCATION), "/fr/start/done");
    let done = who.get("/fr/start/done").await;
    assert_eq!(
        (done.find("p.lede"), done.find("ol.stack-s li b")),
        (vec!["Notre région".into()], vec!["Budget".into()])
    );

    // It holds at once, and when the program starts anew.
    assert_eq!(app.app.site.config().region, "03");
    assert_eq!(app.get("/fr/projects").await.find("h1"), ["Pas encore ouvert ici"]);
    assert!(who.get("/fr/my").await.text().contains("Administrateur"));
    let mut anew = app.served().await;
    let home = anew.get("/fr/").await;
    assert_ne!(home.find("h1"), [NOT_YET]);
    assert_eq!(home.find(".langs a[hreflang]").len(), 2);
    assert!(home.text().contains("Notre région"));

    let directory = tempfile::tempdir().unwrap();
    let doctor = run(directory.path(), &["doctor", "--database-url", app.db.address.as_str()]);
    assert!(said(&doctor).contains("region 03:"), "commands know it too: {}", said(&doctor));
    assert_eq!(who.get(&start).await.status, StatusCode::BAD_REQUEST, "good once");
    assert_eq!(self::key(&app).await, None);
    assert_eq!(app.db.count("granting").await.unwrap(), 1);
    let verified = infitah_store::record::verify(&app.db.read().await.unwrap(), None).await.unwrap();
    assert!(verified.wrong.is_none());
}

#[db_test]
async fn a_key_is_good_for_a_day_and_only_the_newest_is(db: TestDb) {
    let app = TestApp::bare(db).await;
    let (first, second) = (key(&app).await.unwrap(), key(&app).await.unwrap());
    let mut who = Browser::new(&app);
    assert_eq!(who.get(&format!("/fr/start?key={first}")).await.status, StatusCode::BAD_REQUEST);
    assert_eq!(who.get(&format!("/fr/start?key={second}")).await.status, StatusCode::OK);
    app.db.clock.advance(24 * 3600 * 1000);
    assert_eq!(who.get(&format!("/fr/start?key={second}")).await.status, StatusCode::BAD_REQUEST);
    assert_eq!(who.post(&format!("/fr/start?key={second}"), FIRST).await.status, StatusCode::BAD_REQUEST);
    let kept: Vec<_> = {
        use sea_orm::EntityTrait;
        let tx = app.db.read().await.unwrap();
        infitah_store::entities::setting::Entity::find().all(&tx).await.unwrap()
    };
    assert!(kept.iter().all(|row| !row.value.contains(&second)), "the database keeps a hash of it");
}

#[db_test]
async fn of_two_who_enter_their_codes_at_once_one_is_the_first(db: TestDb) {
    let app = TestApp::bare(db).await;
    let key = key(&app).await.unwrap();
    let mut both = Vec::new();
    for address in ["itto%40example.org", "said%40example.org"] {
        let mut who = Browser::new(&app);
        who.post(&format!("/fr/start?key={key}"), FIRST).await;
        who.post(&format!("/fr/start/administrator?key={key}"), &format!("address={address}")).await;
        both.push((who, code(&app).await));
        app.db.clock.advance(1000);
    }
    let enter = format!("/fr/start/code?key={key}");
    let answers =
        both.iter_mut().map(async |(who, code)| who.post(&enter, &format!("code={code}&name=A")).await.status);
    let mut answers = futures_util::future::join_all(answers).await;
    answers.sort();
    assert_eq!(answers, [StatusCode::SEE_OTHER, StatusCode::BAD_REQUEST]);
    assert_eq!(app.db.count("granting").await.unwrap(), 1);
}
