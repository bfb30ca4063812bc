//! Second factors, through every form; the way back in, by the command of the operator.

use axum::http::header;
use infitah_base::Lang;
use infitah_commons::accounts;
use infitah_store::{StoreError, db_test, entities::message, testing::TestDb};
use sea_orm::{EntityTrait, QueryOrder};
use totp_rs::{Builder, Secret, Totp};
use uuid::Uuid;

use crate::support::{Answer, Browser, TestApp, run, said};

const MINUTE: i64 = 60_000;

pub fn place(answer: &Answer) -> &str {
    answer.header(header::LOCATION)
}

/// An administrator, and a browser in which they have just signed in by a code.
pub async fn administrator(app: &TestApp, name: &'static str, address: &'static str) -> (Uuid, Browser) {
    let made: Result<Uuid, StoreError> = app
        .db
        .write(move |tx| {
            Box::pin(async move { accounts::appoint(tx, name, Lang::arabic(), &address.parse().unwrap(), "05").await })
        })
        .await;
    // So that of two messages one is the later one.
    app.db.clock().advance(1);
    let mut browser = Browser::new(app);
    browser.post("/fr/sign-in", &format!("address={address}")).await;
    let rows = message::Entity::find().order_by_desc(message::Column::Id);
    let sent = rows.one(&app.db.read().await.unwrap()).await.unwrap().unwrap();
    let code: String = sent.text.chars().filter(char::is_ascii_digit).take(6).collect();
    assert_eq!(place(&browser.post("/fr/sign-in/code", &format!("code={code}")).await), "/fr/my");
    (made.unwrap(), browser)
}

pub fn shown(totp: &Totp, app: &TestApp) -> String {
    totp.generate(u64::try_from(app.db.clock().now().millis() / 1000).unwrap()).to_string()
}

/// Adds an application that shows codes, as its page says.
pub async fn with_totp(app: &TestApp, browser: &mut Browser) -> Totp {
    assert_eq!(place(&browser.post("/fr/my/proofs/totp", "").await), "/fr/my/proofs/totp");
    let page = browser.get("/fr/my/proofs/totp").await;
    let typed = page.find("main code")[0].replace(' ', "");
    assert_eq!(page.find("main svg.qr path").len(), 1);
    assert!(page.attribute("main a", "href").iter().any(|link| link.starts_with("otpauth://totp/Infitah:")));
    let totp = Builder::new().with_secret(Secret::try_from_base32(&typed).unwrap()).build().unwrap();
    let wrong = browser.post("/fr/my/proofs/totp/code", "code=12&label=T").await;
    assert_eq!((wrong.status.as_u16(), wrong.attribute("#label", "value")), (422, vec!["T".to_owned()]));
    let form = format!("code={}&label=T%3Cb%3E", shown(&totp, app));
    assert_eq!(place(&browser.post("/fr/my/proofs/totp/code", &form).await), "/fr/my/proofs");
    totp
}

#[db_test]
async fn staff_add_an_application_and_prove_by_it_each_code_once(db: TestDb) {
    let app = TestApp::bare(db).await;
    let (_, mut itto) = administrator(&app, "Itto", "itto@example.org").await;
    assert_eq!(place(&itto.get("/fr/my/prove?next=%2Ffr%2Fdesk").await), "/fr/my/proofs", "nothing to prove with yet");
    assert_eq!(itto.get("/fr/my/proofs").await.find("main .note--warn").len(), 1);
    let totp = with_totp(&app, &mut itto).await;
    let list = itto.get("/fr/my/proofs").await;
    assert_eq!((list.find("main li h2"), list.header(header::CACHE_CONTROL)), (vec!["T<b>".to_owned()], "no-store"));
    app.db.clock().advance(MINUTE);
    let form = format!("code={}", shown(&totp, &app));
    let before = itto.cookies.clone();
    let proved = itto.post("/fr/my/prove?next=%2Ffr%2Fprojects", &form).await;
    let after = std::mem::replace(&mut itto.cookies, before);
    assert_eq!(itto.get("/fr/my").await.status.as_u16(), 303, "what she came with is good no more");
    itto.cookies = after;
    assert_eq!((proved.status.as_u16(), place(&proved)), (303, "/fr/projects"));
    assert_eq!(itto.post("/fr/my/prove?next=%2Ffr%2Fprojects", &form).await.status.as_u16(), 422);

    let remove = list.attribute("main li form", "action").into_iter().find(|way| way.ends_with("/remove")).unwrap();
    let kept = itto.post(&remove, "").await;
    assert_eq!((kept.status.as_u16(), kept.find("main .note--warn").len()), (422, 1), "the last one stays");
    let rename = remove.replace("/remove", "/name");
    assert_eq!(place(&itto.post(&rename, "label=Au+bureau").await), "/fr/my/proofs");
    assert_eq!(itto.get("/fr/my/proofs").await.find("main li h2"), ["Au bureau"]);

    let (_, mut said) = administrator(&app, "Saïd", "said@example.org").await;
    with_totp(&app, &mut said).await;
    assert_eq!(said.post(&remove, "").await.status.as_u16(), 404, "it is hers");
    // Whoever comes back after ten minutes proves first, and is brought back to where they were.
    app.db.clock().advance(11 * MINUTE);
    let first = "/fr/my/prove?next=%2Ffr%2Fmy%2Fproofs";
    for way in ["/fr/my/proofs/totp", "/fr/my/proofs/codes", &rename, &remove] {
        assert_eq!(place(&itto.post(way, "").await), first, "{way}");
    }
}

#[db_test]
async fn nobody_is_led_to_another_site_after_proving(db: TestDb) {
    let app = TestApp::bare(db).await;
    let (_, mut itto) = administrator(&app, "Itto", "itto@example.org").await;
    let totp = with_totp(&app, &mut itto).await;
    let others = [
        "https%3A%2F%2Fevil.example",
        "%2F%2Fevil.example",
        "%2F%5Cevil.example",
        "javascript%3Aalert(1)",
        "%2F%09%2Fevil.example",
    ];
    for other in others {
        app.db.clock().advance(MINUTE);
        let page = itto.get(&format!("/fr/my/prove?next={other}")).await;
        assert!(
            page.attribute("main form", "action").iter().all(|way| !way.contains("evil") && !way.contains("alert"))
        );
        let form = format!("code={}", shown(&totp, &app));
        assert_eq!(place(&itto.post(&format!("/fr/my/prove?next={other}"), &form).await), "/fr/my/proofs", "{other}");
    }
}

#[db_test]
async fn recovery_codes_are_shown_once_and_good_once(db: TestDb) {
    let app = TestApp::bare(db).await;
    let (_, mut itto) = administrator(&app, "Itto", "itto@example.org").await;
    assert_eq!(place(&itto.post("/fr/my/proofs/codes", "").await), "/fr/my/prove?next=%2Ffr%2Fmy%2Fproofs");
    with_totp(&app, &mut itto).await;
    let made = itto.post("/fr/my/proofs/codes", "").await;
    let codes = made.find("main li code");
    assert_eq!((made.status.as_u16(), codes.len(), made.header(header::CACHE_CONTROL)), (200, 10, "no-store"));
    let list = itto.get("/fr/my/proofs").await.text();
    assert!(codes.iter().all(|code| !list.contains(code)));
    app.db.clock().advance(20 * MINUTE);
    let form = format!("kept={}", codes[0].to_lowercase().replace('-', "+"));
    assert_eq!(place(&itto.post("/fr/my/prove?next=%2Ffr%2Fmy", &form).await), "/fr/my");
    let again = itto.post("/fr/my/prove", &form).await;
    assert_eq!((again.status.as_u16(), again.find(".field .err").len()), (422, 1));
    // Five wrong ones, of either kind, and not even a right one is looked at.
    for wrong in ["code=000000", "kept=AAAA-AAAA-AAAA-AAAA", "code=000001", "code=000002"] {
        assert_eq!(itto.post("/fr/my/prove", wrong).await.status.as_u16(), 422);
    }
    let form = format!("kept={}", codes[1]);
    assert_eq!(itto.post("/fr/my/prove", &form).await.status.as_u16(), 422);
    app.db.clock().advance(10 * MINUTE);
    assert_eq!(place(&itto.post("/fr/my/prove", &form).await), "/fr/my/proofs");
}

#[db_test]
async fn passkeys_are_offered_where_browsers_make_them_and_asked_for_once(db: TestDb) {
    let app = TestApp::with(db, &[("INFITAH_PUBLIC_URL", "http://localhost:8080")]).await;
    let (_, mut itto) = administrator(&app, "Itto", "itto@example.org").await;
    assert_eq!(place(&itto.get("/fr/my/proofs/passkey").await), "/fr/my/proofs", "nothing was asked");
    assert_eq!(place(&itto.post("/fr/my/proofs/passkey", "").await), "/fr/my/proofs/passkey");
    let page = itto.get("/fr/my/proofs/passkey").await;
    let options: serde_json::Value =
        serde_json::from_str(&page.attribute("form[data-passkey]", "data-options")[0]).unwrap();
    assert_eq!((&options["rp"]["id"], &options["rp"]["name"]), (&"localhost".into(), &"Infitah".into()));
    assert_eq!(page.attribute("main script", "src").len(), 1);
    for said in ["proves", "long"] {
        let refused = itto.post("/fr/my/proofs/passkey/answer", "answer=%7B%7D&label=x").await;
        assert_eq!(refused.status.as_u16(), 400, "{said}");
    }
    assert_eq!(place(&itto.get("/fr/my/proofs/passkey").await), "/fr/my/proofs", "one answer");

    // By its number a computer has no passkeys: codes are offered alone.
    let numbered = TestApp::with(app.db, &[]).await;
    let (_, mut said) = administrator(&numbered, "Saïd", "said@example.org").await;
    let ways = said.get("/fr/my/proofs").await.attribute("main form", "action");
    assert!(ways.contains(&"/fr/my/proofs/totp".to_owned()) && !ways.contains(&"/fr/my/proofs/passkey".to_owned()));
    assert_eq!(said.post("/fr/my/proofs/passkey", "").await.status.as_u16(), 404);
}

#[db_test]
async fn who_lost_all_comes_back_by_a_code_of_the_operator(db: TestDb) {
    let app = TestApp::bare(db).await;
    let (account, mut itto) = administrator(&app, "Itto", "itto@example.org").await;
    with_totp(&app, &mut itto).await;
    let code = accounts::give_operator_code(&app.db, account).await.unwrap();
    let mut elsewhere = Browser::new(&app);
    for wrong in ["", "code=123456", "code=AAAA-AAAA-AAAA-AAAA", &format!("code={}-AAAA-AAAA-AAAA", code.name)] {
        assert_eq!(elsewhere.post("/fr/recover", wrong).await.status.as_u16(), 422, "{wrong}");
    }
    let form = format!("code={code}");
    assert_eq!(place(&elsewhere.post("/fr/recover", &form).await), "/fr/my/proofs");
    assert_eq!(place(&elsewhere.post("/fr/my/proofs/totp", "").await), "/fr/my/proofs/totp", "it counts as a proof");
    assert_eq!(Browser::new(&app).post("/fr/recover", &form).await.status.as_u16(), 422, "once");
    // On a device where one is signed in by a code, it is entered where codes are.
    let code = accounts::give_operator_code(&app.db, account).await.unwrap();
    app.db.clock().advance(15 * MINUTE - 1);
    assert_eq!(place(&itto.post("/fr/my/prove", &format!("kept={code}")).await), "/fr/my/proofs");
    let late = accounts::give_operator_code(&app.db, account).await.unwrap();
    app.db.clock().advance(15 * MINUTE);
    assert_eq!(Browser::new(&app).post("/fr/recover", &format!("code={late}")).await.status.as_u16(), 422);
}

#[test]
fn the_operator_appoints_the_first_administrator_and_lets_one_back_in() {
    let directory = tempfile::tempdir().unwrap();
    let infitah = |arguments: &[&str]| {
        let output = run(directory.path(), &[arguments, &["--data", "data"]].concat());
        (output.status.success(), said(&output))
    };
    assert!(infitah(&["migrate"]).0);
    assert!(infitah(&["admin", "list"]).1.contains("There is no administrator"));
    let add = ["admin", "add", "--name", "Itto Ouaziz", "--mail", "itto@example.org"];
    let (good, told) = infitah(&add);
    assert!(good, "{told}");
    let id = told.split_whitespace().next().unwrap();
    assert!(id.parse::<Uuid>().is_ok(), "{told}");
    assert!(!infitah(&add).0, "the same person is not appointed twice");
    assert!(!infitah(&["admin", "add", "--name", "x", "--mail", "nowhere"]).0);
    let listed = infitah(&["admin", "list"]).1;
    assert!(listed.contains(id) && listed.contains("nothing yet"), "{listed}");
    for named in [id, "itto@example.org"] {
        let (good, told) = infitah(&["admin", "recover", named]);
        assert!(good && told.contains("/recover") && told.contains("fifteen minutes"), "{told}");
    }
    assert!(!infitah(&["admin", "recover", "nobody@example.org"]).0);
    let record = infitah(&["record", "list"]).1;
    assert!(record.contains("operator:admin recover") && record.contains("operator:admin add"), "{record}");
    assert!(!record.contains("Itto"), "{record}");
}
