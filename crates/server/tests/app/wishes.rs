//! What people with an account are sent: as they wish, in their quiet hours not, and always what protects them; and how
//! they close their account.

use axum::http::{StatusCode, header};
use infitah_base::CivilDate;
use infitah_commons::{
    Permit, accounts,
    messages::{Attempt, Carriers, Purpose, State},
};
use infitah_store::{
    StoreError, db_test,
    entities::{account, account_word, contact, factor, granting, job, message, message_wish, session},
    testing::TestDb,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::{
    carriers::{SECRET, tried},
    proofs::{administrator, place, shown, with_totp},
    support::{Browser, TestApp},
};

const HOUR: i64 = 3_600_000;
const MAIL: &str = "amina@example.org";

/// Somebody with an account of their own, and the browser in which they are signed in.
async fn citizen(app: &TestApp, name: &str, address: &str) -> (Uuid, Browser) {
    let mut browser = signing_in(app, address).await;
    let who = browser.post("/fr/sign-in/who", &format!("who=new&name={name}")).await;
    assert_eq!(place(&who), "/fr/my");
    let newest = account::Entity::find().order_by_desc(account::Column::Id);
    (newest.one(&app.db.read().await.unwrap()).await.unwrap().unwrap().id, browser)
}

async fn signing_in(app: &TestApp, address: &str) -> Browser {
    app.db.clock().advance(1000);
    let mut browser = Browser::new(app);
    browser.post("/fr/sign-in", &format!("address={address}")).await;
    let newest = message::Entity::find().filter(message::Column::Purpose.eq("code")).order_by_desc(message::Column::Id);
    let sent = newest.one(&app.db.read().await.unwrap()).await.unwrap().unwrap();
    let code: String = sent.text.chars().filter(char::is_ascii_digit).take(6).collect();
    browser.post("/fr/sign-in/code", &format!("code={code}")).await;
    browser
}

/// Gives somebody another address at which they have shown that they are reached.
async fn also_at(app: &TestApp, account: Uuid, address: &'static str) {
    app.db
        .write(move |tx| {
            Box::pin(async move {
                let row = contact::ActiveModel {
                    id: sea_orm::Set(infitah_base::ids::new_uuid(tx.at(), tx.chance())),
                    account: sea_orm::Set(account),
                    address: sea_orm::Set(address.to_owned()),
                    canonical: sea_orm::Set(address.to_owned()),
                    proved_at: sea_orm::Set(Some(tx.at().millis())),
                };
                contact::Entity::insert(row).exec_without_returning(&tx.bookkeeping()).await?;
                Ok::<_, StoreError>(())
            })
        })
        .await
        .unwrap();
}

/// Tells somebody news, and gives what was put for them.
async fn told(app: &TestApp, account: Uuid, purpose: Purpose) -> Vec<message::Model> {
    app.db.clock().advance(1);
    let since = app.db.clock().now().millis();
    let site = app.app.site.clone();
    let telling = app.db.write(move |tx| {
        Box::pin(async move {
            let say = |_: &infitah_kit::T, name: &str| ("News".to_owned(), format!("News for {name}"));
            accounts::tell(tx, &Permit::for_operator("test"), &site, account, purpose, say).await
        })
    });
    let count = telling.await.unwrap();
    let rows = sent_to(app, account).await.into_iter().filter(|row| row.made_at >= since).collect::<Vec<_>>();
    assert_eq!(rows.len(), count);
    rows
}

async fn sent_to(app: &TestApp, account: Uuid) -> Vec<message::Model> {
    let theirs = message::Entity::find().filter(message::Column::Account.eq(account));
    theirs.order_by_asc(message::Column::Id).all(&app.db.read().await.unwrap()).await.unwrap()
}

/// When the job that sends a message is to run, in hours of Morocco.
async fn runs_at(app: &TestApp, message: Uuid) -> (CivilDate, i8) {
    let job = job::Entity::find().filter(job::Column::Key.eq(message.to_string()));
    let job = job.one(&app.db.read().await.unwrap()).await.unwrap().unwrap();
    let at = infitah_base::Timestamp::from_millis(job.run_at);
    (at.date_in("Africa/Casablanca"), at.hour_in("Africa/Casablanca"))
}

fn wish(notices: &str, digests: &str, from: i8, to: i8, lang: &str) -> String {
    format!("notices={notices}&digests={digests}&from={from}&to={to}&lang={lang}")
}

#[db_test]
async fn people_choose_the_way_the_hours_and_the_language_of_their_messages(db: TestDb) {
    let app = TestApp::with(db, &[SECRET]).await;
    let (amina, mut browser) = citizen(&app, "Amina", MAIL).await;
    also_at(&app, amina, "+212612345678").await;
    let page = browser.get("/fr/my/messages").await;
    let text = page.text();
    for always in ["Toujours envoyé", "codes que vous demandez", "la loi", "sécurité de votre compte", MAIL] {
        assert!(text.contains(always), "{always}");
    }
    let chosen = page.attribute("main input[checked]", "value");
    assert_eq!(chosen, ["sms", "mail"], "what holds for who never chose");
    assert_eq!(page.attribute("main option[selected]", "value"), ["21", "8", "fr"]);
    let first = told(&app, amina, Purpose::Notice).await;
    assert_eq!((first.len(), first[0].address.as_str()), (1, "+212612345678"));

    for wrong in [wish("fax", "mail", 21, 8, "fr"), wish("sms", "mail", 24, 8, "fr"), wish("sms", "mail", 1, 8, "xx")] {
        let refused = browser.post("/fr/my/messages", &wrong).await;
        assert_eq!((refused.status.as_u16(), refused.find(".field--bad").len()), (422, 1), "{wrong}");
    }
    let kept = browser.post("/fr/my/messages", &wish("mail", "none", 22, 6, "en")).await;
    assert_eq!(place(&kept), "/fr/my/messages?kept=yes");
    let page = browser.get("/fr/my/messages?kept=yes").await;
    assert_eq!(page.attribute("main input[checked]", "value"), ["mail", "none"]);
    assert_eq!(page.attribute("main option[selected]", "value"), ["22", "6", "en"]);
    assert_eq!(page.find(".note--good").len(), 1);
    let notice = told(&app, amina, Purpose::Notice).await;
    assert_eq!((notice[0].address.as_str(), notice[0].lang.as_str()), (MAIL, "en"));
    assert!(told(&app, amina, Purpose::Digest).await.is_empty());
    for always in [Purpose::Legal, Purpose::Security] {
        assert_eq!(told(&app, amina, always).await.len(), 2, "it goes everywhere, whatever is wished");
    }
}

#[db_test]
async fn in_quiet_hours_news_wait_for_their_end_and_what_protects_does_not(db: TestDb) {
    let app = TestApp::with(db, &[SECRET]).await;
    let carriers = app.app.held::<Carriers>().unwrap().clone();
    let (amina, mut browser) = citizen(&app, "Amina", MAIL).await;
    browser.post("/fr/my/messages", &wish("mail", "mail", 22, 6, "fr")).await;
    // A quarter past eleven at night, on the 23rd.
    app.db.clock().advance(13 * HOUR);
    let news = told(&app, amina, Purpose::Notice).await.remove(0);
    assert_eq!(runs_at(&app, news.id).await, (CivilDate::new(2026, 11, 24).unwrap(), 6));
    let safety = told(&app, amina, Purpose::Security).await.remove(0);
    assert_eq!(runs_at(&app, safety.id).await.1, 23);
    assert_eq!(tried(&app, &carriers, safety.id).await, Attempt::Done(State::Sent));
    assert!(matches!(tried(&app, &carriers, news.id).await, Attempt::NotBefore(_)), "even if somebody hurries it");
    app.db.clock().advance(7 * HOUR);
    assert_eq!(tried(&app, &carriers, news.id).await, Attempt::Done(State::Sent), "at six, when others still sleep");

    // Wishes that changed meanwhile count.
    app.db.clock().advance(17 * HOUR);
    let news = told(&app, amina, Purpose::Notice).await.remove(0);
    assert_eq!(runs_at(&app, news.id).await.1, 6);
    let mut browser = signing_in(&app, MAIL).await;
    browser.post("/fr/my/messages", &wish("mail", "mail", 3, 3, "fr")).await;
    assert_eq!(tried(&app, &carriers, news.id).await, Attempt::Done(State::Sent));
}

#[db_test]
async fn each_mail_of_news_says_how_to_stop_them_without_signing_in(db: TestDb) {
    let app = TestApp::with(db, &[SECRET, ("INFITAH_PUBLIC_URL", "https://region.example")]).await;
    let (amina, mut browser) = citizen(&app, "Amina", MAIL).await;
    let news = told(&app, amina, Purpose::Notice).await.remove(0);
    let link = news.text.split("https://region.example").nth(1).unwrap().to_owned();
    let page = app.get(&link).await;
    assert_eq!(
        (page.status, page.find("main form button").len()),
        (StatusCode::OK, 1),
        "a page with a button, signed out"
    );
    assert_eq!(told(&app, amina, Purpose::Notice).await[0].state, "waiting", "looking stops nothing");
    assert_eq!(Browser::new(&app).post(&link, "List-Unsubscribe=One-Click").await.status, StatusCode::OK);
    assert_eq!(told(&app, amina, Purpose::Notice).await[0].state, "stopped");
    let safety = told(&app, amina, Purpose::Security).await.remove(0);
    assert_eq!(safety.state, "waiting");
    assert!(!safety.text.contains("/stop"), "what cannot be stopped offers nothing");

    assert!(browser.get("/fr/my/messages").await.find("form.note--warn").len() == 1, "their page says that it is so");
    assert_eq!(place(&browser.post("/fr/my/messages", "again=yes").await), "/fr/my/messages");
    assert_eq!(told(&app, amina, Purpose::Notice).await[0].state, "waiting");
}

#[db_test]
async fn the_owner_is_told_everywhere_when_what_proves_them_changes(db: TestDb) {
    let app = TestApp::with(db, &[SECRET]).await;
    let (itto, mut browser) = administrator(&app, "Itto", "itto@example.org").await;
    also_at(&app, itto, "+212612345678").await;
    let expect = async |count: usize, says: &str| {
        let sent = sent_to(&app, itto).await;
        // What comes next is later.
        app.db.clock().advance(1);
        let newest = &sent[sent.len().saturating_sub(2)..];
        assert_eq!((sent.len(), newest.len()), (count, 2), "{says}");
        let to: std::collections::BTreeSet<&str> = newest.iter().map(|row| row.address.as_str()).collect();
        assert_eq!(to, ["+212612345678", "itto@example.org"].into());
        assert!(newest.iter().all(|row| row.purpose == "security" && row.text.contains(says)), "{}", newest[0].text);
        assert!(newest.iter().all(|row| row.text.contains("Itto") && row.text.contains("/ar/my/proofs")));
    };
    let totp = with_totp(&app, &mut browser).await;
    expect(2, "تطبيق رموز").await;
    app.db.clock().advance(60_000);
    let second = with_totp(&app, &mut browser).await;
    expect(4, "تطبيق رموز").await;
    let page = browser.get("/fr/my/proofs").await;
    let remove = page.attribute("main li form", "action").into_iter().find(|way| way.ends_with("/remove")).unwrap();
    assert_eq!(place(&browser.post(&remove, "").await), "/fr/my/proofs");
    expect(6, "أزيل").await;
    let codes = browser.post("/fr/my/proofs/codes", "").await.find("main li code");
    expect(8, "رموز احتياطية جديدة").await;
    app.db.clock().advance(60_000);
    assert_eq!(place(&browser.post("/fr/my/prove", &format!("kept={}", codes[0])).await), "/fr/my/proofs");
    expect(10, "استعمل").await;
    let code = accounts::give_operator_code(&app.db, itto).await.unwrap();
    app.db.clock().advance(60_000);
    assert_eq!(place(&Browser::new(&app).post("/fr/recover", &format!("code={code}")).await), "/fr/my/proofs");
    expect(12, "الإدارة").await;
    // What is refused, and what proves as every day, is no news.
    assert_eq!(browser.post("/fr/my/prove", "code=000000").await.status.as_u16(), 422);
    let right = [&totp, &second].map(|totp| format!("code={}", shown(totp, &app)));
    for form in right {
        browser.post("/fr/my/prove", &form).await;
    }
    assert_eq!(sent_to(&app, itto).await.len(), 12);
}

#[db_test]
async fn who_closes_their_account_proves_it_and_what_told_of_them_is_gone(db: TestDb) {
    let app = TestApp::with(db, &[SECRET]).await;
    let carriers = app.app.held::<Carriers>().unwrap().clone();
    let (amina, mut browser) = citizen(&app, "Amina", MAIL).await;
    browser.post("/fr/my/messages", &wish("mail", "mail", 22, 6, "fr")).await;
    let news = told(&app, amina, Purpose::Notice).await.remove(0);
    assert_eq!(tried(&app, &carriers, news.id).await, Attempt::Done(State::Sent));
    let page = browser.get("/fr/my/close").await;
    assert!(page.text().contains("sans votre nom"), "what stays is said");
    assert_eq!(browser.post("/fr/my/close", "").await.status.as_u16(), 422, "a slip closes nothing");
    assert_eq!(place(&browser.post("/fr/my/close", "sure=no").await), "/fr/my");
    // Ten minutes later, who sits down at her computer closes nothing either.
    app.db.clock().advance(11 * 60_000);
    assert_eq!(place(&browser.post("/fr/my/close", "sure=yes").await), "/fr/my/close");
    assert_eq!(browser.get("/fr/my/close").await.attribute("main form button", "name"), ["again"]);
    let again = browser.post("/fr/my/close", "again=yes").await;
    assert_eq!(place(&again), "/fr/sign-in?next=%2Ffr%2Fmy%2Fclose");
    assert_eq!(browser.get("/fr/my").await.status.as_u16(), 303, "signed out");

    let mut elsewhere = signing_in(&app, MAIL).await;
    let mut browser = signing_in(&app, MAIL).await;
    let closed = browser.post("/fr/my/close", "sure=yes").await;
    assert_eq!((closed.status, closed.find("h1")), (StatusCode::OK, vec!["Votre compte est fermé".to_owned()]));
    assert!(closed.header(header::SET_COOKIE).contains("Max-Age=0"));
    for browser in [&mut browser, &mut elsewhere] {
        assert_eq!(browser.get("/fr/my").await.status.as_u16(), 303, "on no device");
    }
    let tx = app.db.read().await.unwrap();
    let row = account::Entity::find_by_id(amina).one(&tx).await.unwrap().unwrap();
    assert_eq!((row.state.as_str(), row.name.as_str(), row.search.as_str()), ("closed", "—", ""));
    assert!(contact::Entity::find().filter(contact::Column::Account.eq(amina)).all(&tx).await.unwrap().is_empty());
    assert!(session::Entity::find().filter(session::Column::Account.eq(amina)).all(&tx).await.unwrap().is_empty());
    assert!(account_word::Entity::find().all(&tx).await.unwrap().iter().all(|word| word.account != amina));
    assert!(message_wish::Entity::find().all(&tx).await.unwrap().is_empty());
    let left = sent_to(&app, amina).await;
    assert_eq!(left[0].text, "", "what was sent before is forgotten");
    let last = left.last().unwrap();
    assert!(last.address == MAIL && last.text.contains("vient d’être fermé"), "{}", last.text);
    drop(tx);
    assert_eq!(tried(&app, &carriers, last.id).await, Attempt::Done(State::Sent));
    // The address is free: who signs in there is somebody new.
    let (other, _) = citizen(&app, "Amina", MAIL).await;
    assert_ne!(other, amina);
}

#[db_test]
async fn the_last_administrator_stays_and_staff_prove_by_more_than_a_code(db: TestDb) {
    let app = TestApp::with(db, &[SECRET]).await;
    let (itto, mut browser) = administrator(&app, "Itto", "itto@example.org").await;
    let totp = with_totp(&app, &mut browser).await;
    let page = browser.get("/fr/my/close").await;
    assert_eq!((page.find(".note--warn").len(), page.find("main form").len()), (1, 0));
    assert_eq!(browser.post("/fr/my/close", "sure=yes").await.status.as_u16(), 422);
    let (_, mut said) = administrator(&app, "Saïd", "said@example.org").await;
    app.db.clock().advance(11 * 60_000);
    assert_eq!(place(&browser.get("/fr/my/close").await), "/fr/my/prove?next=%2Ffr%2Fmy%2Fclose");
    // Another device with a code alone does not do.
    let mut with_code = signing_in(&app, "itto@example.org").await;
    assert_eq!(place(&with_code.post("/fr/my/close", "sure=yes").await), "/fr/my/close");
    browser.post("/fr/my/prove", &format!("code={}", shown(&totp, &app))).await;
    assert_eq!(browser.post("/fr/my/close", "sure=yes").await.status, StatusCode::OK);
    let tx = app.db.read().await.unwrap();
    let roles = granting::Entity::find().filter(granting::Column::Account.eq(itto)).all(&tx).await.unwrap();
    assert!(roles.iter().all(|role| role.ended_at.is_some()) && roles.len() == 1);
    assert!(factor::Entity::find().all(&tx).await.unwrap().is_empty());
    drop(tx);
    // Now he is the last one.
    with_totp(&app, &mut said).await;
    assert_eq!(said.get("/fr/my/close").await.find(".note--warn").len(), 1);
}
