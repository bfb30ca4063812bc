use infitah_base::Lang;
use infitah_store::{InTx, db_test, record, testing::TestDb};

use super::*;
use crate::{
    access::{Domain, Role, Who},
    accounts::{self, Device},
};

const HOUR: i64 = 60 * 60 * 1000;

fn permit<A>() -> Permit<A> {
    Permit::for_operator("test")
}

async fn write<T: Send + 'static>(
    db: &TestDb,
    work: impl for<'t> FnOnce(&'t WriteTx) -> InTx<'t, T, StoreError> + Send + 'static,
) -> T {
    db.write(work).await.unwrap()
}

async fn person(db: &TestDb, name: &str) -> Uuid {
    let new = NewAccount { name: name.to_owned(), lang: Lang::arabic(), place: None, opened_by: None };
    write(db, move |tx| Box::pin(async move { open(tx, &permit(), new).await })).await
}

async fn sign_in(db: &TestDb, account: Uuid, strength: Strength) -> Token {
    let token = Token::new(&infitah_base::Chance::system());
    let kept = token.clone();
    write(db, move |tx| Box::pin(async move { begin(tx, &permit(), &token, account, strength, "a telephone").await }))
        .await;
    kept
}

async fn make(db: &TestDb, account: Uuid, role: Role) -> Uuid {
    let (place, domain) = ("05".to_owned(), Some(Domain::Budget));
    let new = NewGrant { account, role, place, domain, until: None, given_by: None };
    write(db, move |tx| Box::pin(async move { give(tx, &permit(), new).await })).await
}

async fn who(db: &TestDb, token: &Token) -> Option<Who> {
    accounts::who(&db.read().await.unwrap(), token, db.clock().now()).await.unwrap().map(|(who, _)| who)
}

async fn devices(db: &TestDb, who: &Who) -> Vec<Device> {
    accounts::devices(&db.read().await.unwrap(), who, db.clock().now()).await.unwrap()
}

#[db_test]
async fn a_device_is_known_by_its_token_and_by_nothing_that_the_database_holds(db: TestDb) {
    let itto = person(&db, "Itto").await;
    let token = sign_in(&db, itto, Strength::Code).await;
    let known = who(&db, &token).await.unwrap();
    assert_eq!((known.account, known.name.as_str(), known.strength), (itto, "Itto", Strength::Code));
    for other in ["", "x", &token.hash(), &itto.to_string(), &known.session.to_string()] {
        assert_eq!(who(&db, &Token::brought(other)).await, None, "{other:?}");
    }
    assert_eq!(format!("{token:?}"), "Token");
    let again = sign_in(&db, itto, Strength::Code).await;
    assert_ne!(again.secret(), token.secret());
    let rows = record::newest(&db.read().await.unwrap(), &record::RecordFilter::default(), 50).await.unwrap();
    let written = format!("{rows:?}");
    assert!(written.contains("session.begun") && !written.contains("Itto") && !written.contains(token.secret()));
}

#[db_test]
async fn what_was_ended_is_ended_everywhere_and_only_ones_own(db: TestDb) {
    let (itto, said) = (person(&db, "Itto").await, person(&db, "Saïd").await);
    let (phone, desk) = (sign_in(&db, itto, Strength::Code).await, sign_in(&db, itto, Strength::Totp).await);
    let his = sign_in(&db, said, Strength::Code).await;
    let (at_desk, him) = (who(&db, &desk).await.unwrap(), who(&db, &his).await.unwrap());
    assert_eq!(devices(&db, &at_desk).await.len(), 2);

    let (account, device) = (him.account, at_desk.session);
    assert!(!write(&db, move |tx| Box::pin(async move { end(tx, &permit(), account, device).await })).await);
    assert!(who(&db, &desk).await.is_some(), "another's device cannot be ended");

    let keep = at_desk.clone();
    assert_eq!(write(&db, move |tx| Box::pin(async move { end_others(tx, &permit(), &keep).await })).await, 1);
    assert!(who(&db, &phone).await.is_none() && who(&db, &desk).await.is_some() && who(&db, &his).await.is_some());

    let (account, device) = (at_desk.account, at_desk.session);
    assert!(write(&db, move |tx| Box::pin(async move { end(tx, &permit(), account, device).await })).await);
    assert!(!write(&db, move |tx| Box::pin(async move { end(tx, &permit(), account, device).await })).await);
    assert!(who(&db, &desk).await.is_none() && devices(&db, &at_desk).await.is_empty());
}

#[db_test]
async fn an_account_that_is_closed_has_no_device_and_no_role(db: TestDb) {
    let itto = person(&db, "Itto").await;
    make(&db, itto, Role::Agent).await;
    let token = sign_in(&db, itto, Strength::Passkey).await;
    assert_eq!(who(&db, &token).await.unwrap().grants.len(), 1);
    assert!(write(&db, move |tx| Box::pin(async move { close(tx, &permit(), itto).await })).await);
    assert!(!write(&db, move |tx| Box::pin(async move { close(tx, &permit(), itto).await })).await);
    assert!(who(&db, &token).await.is_none());
    // Nor one that is begun afterwards, by whatever mistake.
    let token = sign_in(&db, itto, Strength::Passkey).await;
    assert!(who(&db, &token).await.is_none());
}

#[db_test]
async fn a_role_that_is_given_or_taken_counts_at_the_next_request(db: TestDb) {
    let itto = person(&db, "Itto").await;
    let token = sign_in(&db, itto, Strength::Passkey).await;
    assert!(who(&db, &token).await.unwrap().grants.is_empty());
    let grant = make(&db, itto, Role::Agent).await;
    let holds = who(&db, &token).await.unwrap().grants;
    let expected = (Role::Agent, "05", Some(Domain::Budget));
    assert_eq!(holds.iter().map(|one| (one.role, one.place.as_str(), one.domain)).collect::<Vec<_>>(), [expected]);
    assert!(write(&db, move |tx| Box::pin(async move { take(tx, &permit(), grant).await })).await);
    assert!(!write(&db, move |tx| Box::pin(async move { take(tx, &permit(), grant).await })).await);
    assert!(who(&db, &token).await.unwrap().grants.is_empty());
}

#[db_test]
async fn a_device_that_is_used_stays_and_one_that_is_not_is_signed_out(db: TestDb) {
    let itto = person(&db, "Itto").await;
    make(&db, itto, Role::Agent).await;
    let token = sign_in(&db, itto, Strength::Passkey).await;
    for _ in 0..11 {
        db.clock().advance(HOUR - 1);
        let (found, noting) =
            accounts::who(&db.read().await.unwrap(), &token, db.clock().now()).await.unwrap().unwrap();
        assert!(noting);
        write(&db, move |tx| Box::pin(async move { seen(tx, &found).await })).await;
    }
    let rows = record::newest(&db.read().await.unwrap(), &record::RecordFilter::default(), 50).await.unwrap();
    assert_eq!(rows.len(), 3, "opened, given, begun: when somebody looked is in no record");
    db.clock().advance(HOUR);
    assert!(who(&db, &token).await.is_none());
}

#[db_test]
async fn a_proof_makes_a_session_stronger_and_never_weaker(db: TestDb) {
    let itto = person(&db, "Itto").await;
    let token = sign_in(&db, itto, Strength::Code).await;
    for (proof, expected) in [(Strength::Passkey, Strength::Passkey), (Strength::Code, Strength::Passkey)] {
        db.clock().advance(HOUR);
        let found = who(&db, &token).await.unwrap();
        write(&db, move |tx| Box::pin(async move { prove(tx, &permit(), &found, proof).await })).await;
        let found = who(&db, &token).await.unwrap();
        assert_eq!((found.strength, found.proved), (expected, db.clock().now()));
    }
}

#[db_test]
async fn what_is_handed_on_ends_with_its_time_and_with_what_it_was_made_of(db: TestDb) {
    let (itto, said, omar) = (person(&db, "Itto").await, person(&db, "Said").await, person(&db, "Omar").await);
    let role = make(&db, itto, Role::Agent).await;
    let (token, other) = (sign_in(&db, itto, Strength::Passkey).await, sign_in(&db, said, Strength::Passkey).await);
    let hand = async |from: Who, grant: Uuid, to: Uuid, hours: i64| {
        let until = db.clock().now().plus_millis(hours * HOUR);
        write(&db, move |tx| Box::pin(async move { hand_on(tx, &permit(), &from, grant, to, until).await })).await
    };
    let (held, holder) = (who(&db, &token).await.unwrap(), async |token: &Token| who(&db, token).await.unwrap().grants);
    // To oneself, for no time, for too long, and what is not one's own.
    assert_eq!(hand(held.clone(), role, itto, 1).await, None);
    assert_eq!(hand(held.clone(), role, said, 0).await, None);
    assert_eq!(hand(held.clone(), role, said, 24 * 93).await, None);
    assert_eq!(hand(who(&db, &other).await.unwrap(), role, omar, 1).await, None);
    let first = hand(held.clone(), role, said, 2).await.unwrap();
    let got = holder(&other).await;
    assert_eq!((got.len(), got[0].role, got[0].domain, got[0].delegated), (1, Role::Agent, Some(Domain::Budget), true));
    assert_eq!(hand(who(&db, &other).await.unwrap(), first, omar, 1).await, None, "it goes no further");
    db.clock().advance(2 * HOUR);
    let other = sign_in(&db, said, Strength::Passkey).await;
    assert_eq!(holder(&other).await, []);
    let second = hand(held.clone(), role, said, 5).await.unwrap();
    let (mine, stranger) = (held.clone(), who(&db, &other).await.unwrap());
    let back = async |who: Who, grant: Uuid| {
        write(&db, move |tx| Box::pin(async move { take_back(tx, &permit(), &who, grant).await })).await
    };
    assert!(!back(stranger, second).await, "who got it cannot say that it is over");
    assert!(back(mine.clone(), second).await && !back(mine.clone(), second).await && !back(mine, role).await);
    assert_eq!(holder(&other).await, []);
    hand(held, role, said, 5).await.unwrap();
    assert_eq!(holder(&other).await.len(), 1);
    write(&db, move |tx| Box::pin(async move { take(tx, &permit(), role).await })).await;
    assert_eq!(holder(&other).await, [], "what it was made of is gone");
}
