use std::sync::Arc;

use infitah_base::{Chance, Lang};
use infitah_store::{InTx, db_test, testing::TestDb};
use tokio::sync::Barrier;

use super::*;
use crate::{access::Who, accounts};

async fn write<T: Send + 'static>(
    db: &TestDb,
    work: impl for<'t> FnOnce(&'t WriteTx) -> InTx<'t, T, StoreError> + Send + 'static,
) -> T {
    db.write(work).await.unwrap()
}

fn phone() -> Address {
    "0612345678".parse().unwrap()
}

fn browser() -> Token {
    Token::new(&Chance::system())
}

async fn asked(db: &TestDb, browser: &Token) -> String {
    let browser = browser.clone();
    write(db, move |tx| Box::pin(async move { ask(tx, &phone(), &browser).await })).await.unwrap()
}

async fn entered(db: &TestDb, browser: &Token, code: &str) -> Answer {
    let (browser, code) = (browser.clone(), code.to_owned());
    write(db, move |tx| Box::pin(async move { answer(tx, &browser, &code).await })).await
}

async fn finished(db: &TestDb, browser: &Token, chosen: Chosen) -> Option<Token> {
    let browser = browser.clone();
    write(db, move |tx| Box::pin(async move { finish(tx, &browser, chosen, "a telephone").await })).await
}

async fn who(db: &TestDb, token: &Token) -> Who {
    accounts::who(&db.read().await.unwrap(), token, db.clock().now()).await.unwrap().unwrap().0
}

fn new(name: &str) -> Chosen {
    Chosen::New(NewAccount { name: name.to_owned(), lang: Lang::arabic(), place: None, opened_by: None })
}

/// Another code than this one.
fn not(code: &str) -> String {
    format!("{:06}", (code.parse::<u32>().unwrap() + 1) % 1_000_000)
}

/// Somebody opens an account by a code.
async fn opened(db: &TestDb, name: &str) -> Who {
    let browser = browser();
    let code = asked(db, &browser).await;
    assert!(matches!(entered(db, &browser, &code).await, Answer::Right(_)));
    who(db, &finished(db, &browser, new(name)).await.unwrap()).await
}

#[db_test]
async fn who_is_not_known_opens_an_account_and_is_known_from_then_on(db: TestDb) {
    let itto = opened(&db, "Itto").await;
    assert_eq!((itto.name.as_str(), itto.strength, itto.grants.len()), ("Itto", Strength::Code, 0));
    db.clock().advance(GOOD_FOR);
    let browser = browser();
    let code = asked(&db, &browser).await;
    let Answer::Right(people) = entered(&db, &browser, &code).await else { panic!() };
    assert_eq!(people, [Known { account: itto.account, name: "Itto".to_owned(), waits: false }]);
    let token = finished(&db, &browser, Chosen::Known(itto.account)).await.unwrap();
    assert_eq!(who(&db, &token).await.account, itto.account);
}

#[db_test]
async fn a_code_is_good_once_in_the_browser_that_asked_and_for_ten_minutes(db: TestDb) {
    let (asking, other) = (browser(), browser());
    let code = asked(&db, &asking).await;
    assert_eq!(entered(&db, &other, &code).await, Answer::Over, "another browser");
    assert!(matches!(entered(&db, &asking, &code).await, Answer::Right(_)));
    assert_eq!(entered(&db, &asking, &code).await, Answer::Over, "twice");
    assert!(finished(&db, &other, new("Thief")).await.is_none());
    assert!(finished(&db, &asking, new("Itto")).await.is_some());
    assert!(finished(&db, &asking, new("Itto again")).await.is_none());
    let late = browser();
    let code = asked(&db, &late).await;
    db.clock().advance(GOOD_FOR);
    assert_eq!(entered(&db, &late, &code).await, Answer::Over, "too late");
}

#[db_test]
async fn five_wrong_tries_end_it(db: TestDb) {
    let browser = browser();
    let code = asked(&db, &browser).await;
    for left in (1..TRIES).rev() {
        assert_eq!(entered(&db, &browser, &not(&code)).await, Answer::Wrong(left));
    }
    assert_eq!(entered(&db, &browser, &not(&code)).await, Answer::Over);
    assert_eq!(entered(&db, &browser, &code).await, Answer::Over, "the right one comes too late");
}

#[db_test]
async fn of_many_who_try_at_once_no_more_than_five_are_looked_at(db: TestDb) {
    let browser = browser();
    let code = asked(&db, &browser).await;
    let (db, barrier) = (Arc::new(db), Arc::new(Barrier::new(32)));
    let tries = (0..32).map(|number| {
        let (db, barrier, browser, code) = (db.clone(), barrier.clone(), browser.clone(), code.clone());
        tokio::spawn(async move {
            barrier.wait().await;
            // Half of them know the code.
            let code = if number % 2 == 0 { code } else { not(&code) };
            entered(&db, &browser, &code).await
        })
    });
    let (mut right, mut looked) = (0, 0);
    for one in tries.collect::<Vec<_>>() {
        match one.await.unwrap() {
            Answer::Right(_) => right += 1,
            Answer::Wrong(_) => looked += 1,
            Answer::Over => {}
        }
    }
    assert!(right <= 1 && right + looked <= TRIES, "{right} right, {looked} wrong");
}

#[db_test]
async fn no_more_codes_go_to_one_address_than_people_can_need(db: TestDb) {
    let asking = |db: &TestDb| {
        let db = db.db.clone();
        async move {
            let browser = browser();
            let asked: Result<Result<String, TooMany>, StoreError> =
                db.write(move |tx| Box::pin(async move { ask(tx, &phone(), &browser).await })).await;
            asked.unwrap()
        }
    };
    let mut sent = 0;
    for _ in 0..40 {
        for _ in 0..5 {
            sent += u64::from(asking(&db).await.is_ok());
        }
        assert_eq!(asking(&db).await, Err(TooMany));
        db.clock().advance(GOOD_FOR);
    }
    assert_eq!(sent, IN_A_DAY);
}

#[db_test]
async fn a_family_shares_a_telephone_and_each_chooses_themselves(db: TestDb) {
    let mut family = Vec::new();
    for number in 0..PEOPLE {
        // A code a day: the address is theirs together.
        db.clock().advance(24 * 60 * MINUTE);
        family.push(opened(&db, &format!("Number {number:02}")).await.account);
    }
    db.clock().advance(24 * 60 * MINUTE);
    let browser = browser();
    let code = asked(&db, &browser).await;
    let Answer::Right(people) = entered(&db, &browser, &code).await else { panic!() };
    assert_eq!(people.iter().map(|known| known.account).collect::<Vec<_>>(), family);
    let stranger = Uuid::from_u128(7);
    assert!(finished(&db, &browser, Chosen::Known(stranger)).await.is_none(), "nobody at this address");
    assert!(finished(&db, &browser, new("One more")).await.is_none(), "too many");
    let token = finished(&db, &browser, Chosen::Known(family[3])).await.unwrap();
    assert_eq!(who(&db, &token).await.account, family[3]);
}

#[db_test]
async fn nothing_in_the_database_opens_a_door(db: TestDb) {
    let browser = browser();
    let code = asked(&db, &browser).await;
    let rows = sign_in::Entity::find().all(&db.read().await.unwrap()).await.unwrap();
    let kept = format!("{rows:?}");
    assert!(!kept.contains(&code) && !kept.contains(browser.secret()), "{kept}");
    for planted in [rows[0].browser.as_str(), rows[0].code.as_str(), ""] {
        assert_eq!(entered(&db, &Token::brought(planted), &code).await, Answer::Over);
    }
    db.clock().advance(25 * 60 * MINUTE);
    write(&db, |tx| Box::pin(async move { remove_old(tx).await })).await;
    assert_eq!(sign_in::Entity::find().count(&db.read().await.unwrap()).await.unwrap(), 0);
}
