//! Signing in and out, through every form.

use std::sync::Arc;

use axum::{
    body::Body,
    http::{Request, header},
};
use infitah_base::{Chance, Lang};
use infitah_commons::{
    Permit,
    access::Role,
    accounts::{self, DemoPeople, NewAccount, NewGrant},
};
use infitah_store::{StoreError, db_test, entities::message, testing::TestDb};
use sea_orm::{EntityTrait, QueryOrder};

use crate::support::{Answer, Browser, TestApp};

/// The code that was sent last.
pub async fn code(app: &TestApp) -> String {
    let rows =
        message::Entity::find().order_by_desc(message::Column::Id).all(&app.db.read().await.unwrap()).await.unwrap();
    rows[0].text.chars().filter(char::is_ascii_digit).take(6).collect()
}

fn place(answer: &Answer) -> &str {
    answer.header(header::LOCATION)
}

#[db_test]
async fn somebody_new_signs_in_by_a_code_and_out_again(db: TestDb) {
    let app = TestApp::bare(db).await;
    let mut browser = Browser::new(&app);
    assert_eq!(place(&browser.get("/fr/my").await), "/fr/sign-in?next=%2Ffr%2Fmy");
    let sent = browser.post("/fr/sign-in?next=%2Ffr%2Fprojects", "address=06+12+34+56+78").await;
    assert_eq!((sent.status.as_u16(), place(&sent)), (303, "/fr/sign-in/code?next=%2Ffr%2Fprojects"));
    assert!(sent.header(header::SET_COOKIE).contains("HttpOnly"));
    let code = code(&app).await;
    let wrong = browser.post("/fr/sign-in/code", "code=000000").await;
    assert_eq!(wrong.status.as_u16(), 422);
    assert!(wrong.find(".field .err")[0].contains("essais"));
    // As it is copied from a message: with spaces, and in the digits of Arabic.
    let arabic: String = code.chars().map(|c| char::from_u32(0x0660 + c.to_digit(10).unwrap()).unwrap()).collect();
    let right = browser.post("/fr/sign-in/code?next=%2Ffr%2Fprojects", &format!("code=+{arabic}+")).await;
    assert_eq!(place(&right), "/fr/sign-in/who?next=%2Ffr%2Fprojects");
    let nameless = browser.post("/fr/sign-in/who", "name=+").await;
    assert_eq!(nameless.status.as_u16(), 422);
    let named = browser.post("/fr/sign-in/who?next=%2Ffr%2Fprojects", "name=Itto+%3Cb%3E").await;
    assert_eq!(place(&named), "/fr/projects");
    let my = browser.get("/fr/my").await;
    assert_eq!(my.find(".lede bdi"), ["Itto <b>"]);
    assert_eq!(my.header(header::CACHE_CONTROL), "no-store");
    assert_eq!(place(&browser.get("/ar/sign-in").await), "/ar/my");
    let twice = browser.post("/fr/sign-in/who", "name=Itto").await;
    assert_eq!(place(&twice), "/fr/sign-in", "used already");
    assert_eq!(place(&browser.post("/fr/sign-out", "").await), "/fr/");
    assert_eq!(browser.get("/fr/my").await.status.as_u16(), 303);
}

#[db_test]
async fn a_device_that_was_lost_is_signed_out_from_another(db: TestDb) {
    let app = TestApp::bare(db).await;
    let mut browsers = [Browser::new(&app), Browser::new(&app)];
    for (number, browser) in browsers.iter_mut().enumerate() {
        // So that it can be told which of the messages is the last.
        app.app.db.clock().advance(1000);
        browser.post("/fr/sign-in", "address=itto%40example.org").await;
        let entered = browser.post("/fr/sign-in/code", &format!("code={}", code(&app).await)).await;
        if number == 0 {
            browser.post("/fr/sign-in/who", "name=Itto").await;
        } else {
            assert_eq!(place(&entered), "/fr/my", "who is alone at an address is asked no more");
        }
    }
    let [lost, here] = &mut browsers;
    let devices = here.get("/fr/my").await.attribute("input[name=device]", "value");
    assert_eq!(devices.len(), 1);
    here.post("/fr/my/devices", &format!("device={}", devices[0])).await;
    assert_eq!(lost.get("/fr/my").await.status.as_u16(), 303);
    assert_eq!(here.get("/fr/my").await.status.as_u16(), 200);
    assert_eq!(here.post("/fr/my/devices", "device=nonsense").await.status.as_u16(), 404);
    assert_eq!(here.get("/fr/my").await.attribute("input[name=device]", "value"), [] as [String; 0]);
}

#[db_test]
async fn nobody_is_sent_to_another_site_after_signing_in(db: TestDb) {
    let app = TestApp::bare(db).await;
    let mut browser = Browser::new(&app);
    for next in ["https%3A%2F%2Fevil.example", "%2F%2Fevil.example", "%2F%5Cevil.example"] {
        let sent = browser.post(&format!("/fr/sign-in?next={next}"), "address=0612345678").await;
        assert_eq!(place(&sent), "/fr/sign-in/code", "{next}");
        app.db.clock().advance(10 * 60 * 1000);
    }
}

#[db_test]
async fn a_form_of_another_site_signs_nobody_in(db: TestDb) {
    let app = TestApp::bare(db).await;
    let request = Request::post("/fr/sign-in").header("sec-fetch-site", "cross-site");
    let request = request.header("content-type", "application/x-www-form-urlencoded");
    let answer = app.ask(request.body(Body::from("address=0612345678")).unwrap()).await;
    assert_eq!(answer.status.as_u16(), 403);
}

#[db_test]
async fn a_woman_without_a_telephone_takes_over_the_account_that_was_opened_for_her(db: TestDb) {
    let app = TestApp::bare(db).await;
    let mut facilitator = app.signed_in(Some((Role::Facilitator, "05.081"))).await;
    let form = facilitator.get("/ar/desk/open").await;
    let account = form.attribute("input[name=account]", "value").remove(0);
    // Province and commune of her own, and none of others.
    assert!(form.attribute("select#place option", "value").iter().all(|code| code.starts_with("05.081")));
    let typed = |place: &str| format!("account={account}&name=Itto+Ouaziz&place={place}&lang=ar&how=workshop");
    let elsewhere = facilitator.post("/ar/desk/open", &typed("05.091.01.01")).await;
    assert_eq!(elsewhere.status.as_u16(), 403);
    let first = facilitator.post("/ar/desk/open", &typed("05.081.03.13")).await;
    let paper = facilitator.post("/ar/desk/open", &typed("05.081.03.13")).await;
    let code = |page: &Answer| page.find("p.ref").remove(0);
    assert_ne!(code(&first), code(&paper), "sent twice: one account, and the second paper is the good one");
    // Months later, with the telephone of her son.
    app.app.db.clock().advance(90 * 24 * 3600 * 1000);
    let mut itto = Browser::new(&app);
    itto.post("/ar/sign-in", "address=0612345678").await;
    itto.post("/ar/sign-in/code", &format!("code={}", self::code(&app).await)).await;
    let old = itto.post("/ar/sign-in/who", &format!("paper={}", code(&first).replace(' ', "+"))).await;
    assert_eq!(old.status.as_u16(), 422);
    let right = code(&paper).to_lowercase().replace(' ', "+");
    assert_eq!(place(&itto.post("/ar/sign-in/who", &format!("paper={right}")).await), "/ar/my");
    assert_eq!(itto.get("/ar/my").await.find(".lede bdi"), ["Itto Ouaziz"]);
    // From now on the paper opens nothing, and who helped her cannot write another.
    app.app.db.clock().advance(1000);
    let mut thief = Browser::new(&app);
    thief.post("/ar/sign-in", "address=0699999999").await;
    thief.post("/ar/sign-in/code", &format!("code={}", self::code(&app).await)).await;
    assert_eq!(thief.post("/ar/sign-in/who", &format!("paper={right}")).await.status.as_u16(), 422);
    let mut facilitator = app.signed_in(Some((Role::Facilitator, "05.081"))).await;
    assert_eq!(facilitator.post("/ar/desk/open", &typed("05.081.03.13")).await.status.as_u16(), 400);
}

#[db_test]
async fn an_administrator_gives_a_role_and_takes_it_back_and_the_journal_says_so(db: TestDb) {
    let app = TestApp::bare(db).await;
    let mut admin = app.signed_in(Some((Role::Administrator, "05"))).await;
    let mut agent = app.signed_in(None).await;
    assert_eq!(agent.get("/fr/desk").await.status.as_u16(), 403);
    let found = admin.get("/fr/desk/people?q=citizen").await.attribute("tbody a", "href");
    let roles = format!("{}/roles", found[0]);
    let wrong = admin.post(&roles, "role=agent&place=99&domain=&until=2020-01-01").await;
    assert_eq!((wrong.status.as_u16(), wrong.find(".field .err").len()), (422, 2));
    admin.post(&roles, "role=auditor&place=05&domain=&until=").await;
    assert_eq!(agent.get("/fr/desk").await.status.as_u16(), 200);
    assert_eq!(agent.get("/fr/desk/people").await.status.as_u16(), 403);
    let journal = agent.get("/fr/desk/journal?action=role.").await;
    assert_eq!(journal.find("tbody td:nth-child(3) code").first().map(String::as_str), Some("role.given"));
    let grant = admin.get(&found[0]).await.attribute("input[name=take]", "value").remove(0);
    // After ten minutes it has to be proved again.
    app.app.db.clock().advance(10 * 60 * 1000);
    assert!(place(&admin.post(&roles, &format!("take={grant}")).await).starts_with("/fr/my/prove"));
    let mut admin = app.signed_in(Some((Role::Administrator, "05"))).await;
    admin.post(&roles, &format!("take={grant}")).await;
    assert_eq!(agent.get("/fr/desk").await.status.as_u16(), 403);
}

#[db_test]
async fn links_of_a_demonstration_sign_in_there_and_nowhere_else(db: TestDb) {
    let app = TestApp::bare(db).await;
    let made: Result<_, StoreError> = app
        .db
        .write(|tx| {
            Box::pin(async move {
                let new = NewAccount { name: "Said".to_owned(), lang: Lang::arabic(), place: None, opened_by: None };
                let account = accounts::open(tx, &Permit::for_operator("test"), new).await?;
                let grant = NewGrant {
                    account,
                    role: Role::Agent,
                    place: "05".to_owned(),
                    domain: None,
                    until: None,
                    given_by: None,
                };
                accounts::give(tx, &Permit::for_operator("test"), grant).await?;
                Ok(account)
            })
        })
        .await;
    let people = vec![("agent", made.unwrap(), "Said".to_owned())];
    let links = app.app.held::<Arc<DemoPeople>>().unwrap().are(people, &Chance::system(), Lang::arabic());
    let link = &links[0].1;
    let mut browser = Browser::new(&app);
    assert_eq!(browser.get(link).await.find("h1").len(), 1);
    assert_eq!(browser.get("/fr/my").await.status.as_u16(), 303, "opening the link alone signs nobody in");
    assert_eq!(browser.post(&link.replace("agent", "administrator"), "").await.status.as_u16(), 404);
    browser.post(link, "").await;
    assert_eq!(browser.get("/fr/my").await.find(".lede bdi"), ["Said"]);
    // The same data under `serve`: the link is not there, and who came by it is nobody.
    let mut there = app.served().await;
    there.cookies = browser.cookies.clone();
    assert_eq!(there.get("/fr/my").await.status.as_u16(), 303);
    assert_eq!(there.get(link).await.status.as_u16(), 404);
    assert_eq!(there.post(link, "").await.status.as_u16(), 404);
}
