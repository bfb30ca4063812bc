use std::sync::Arc;

use infitah_base::{Chance, Lang, Timestamp};
use infitah_store::{Db, InTx, db_test, record, testing::TestDb};
use tokio::sync::Barrier;

use super::*;
use crate::{
    access::Role,
    accounts::{
        self, NewAccount, NewGrant, Token,
        factors::{
            device::Device,
            model::Proofs,
            passkeys::{Asked, Party},
        },
    },
};

const STEP: i64 = 30_000;
const MINUTE: i64 = 60_000;
const SITE: &str = "https://region.example";

fn permit<A>() -> Permit<A> {
    Permit::for_operator("test")
}

async fn write<T: Send + 'static>(
    db: &Db,
    work: impl for<'t> FnOnce(&'t WriteTx) -> InTx<'t, T, StoreError> + Send + 'static,
) -> T {
    db.write(work).await.unwrap()
}

/// Somebody who works here and has just signed in by a code.
async fn agent(db: &Db, name: &str) -> (Who, Token) {
    let new = NewAccount { name: name.to_owned(), lang: Lang::arabic(), place: None, opened_by: None };
    let token = write(db, move |tx| {
        Box::pin(async move {
            let account = accounts::open(tx, &permit(), new).await?;
            let place = "05".to_owned();
            let role = NewGrant { account, role: Role::Agent, place, domain: None, until: None, given_by: None };
            accounts::give(tx, &permit(), role).await?;
            let token = Token::new(tx.chance());
            accounts::begin(tx, &permit(), &token, account, Strength::Code, "a computer").await?;
            Ok::<_, StoreError>(token)
        })
    })
    .await;
    (who(db, &token).await, token)
}

async fn who(db: &Db, token: &Token) -> Who {
    accounts::who(&db.read().await.unwrap(), token, db.clock().now()).await.unwrap().unwrap().0
}

async fn proofs(db: &Db, who: &Who) -> Proofs {
    queries::proofs(&db.read().await.unwrap(), who.account).await.unwrap()
}

/// Adds an application that shows codes, and gives what it shares.
async fn with_totp(db: &TestDb, who: &Who) -> Shared {
    let (first, second) = (who.clone(), who.clone());
    assert_eq!(write(db, move |tx| Box::pin(async move { begin_totp(tx, &first).await })).await, Outcome::Done);
    let kept = challenges::find(&db.read().await.unwrap(), who.session, Purpose::NewTotp, db.clock().now()).await;
    let shared = Shared::kept(&kept.unwrap().unwrap()).unwrap();
    let code = shared.shown(db.clock().now());
    let added =
        write(db, move |tx| Box::pin(async move { add_totp(tx, &permit(), &second, &code, " my telephone ").await }));
    assert_eq!(added.await, Outcome::Done);
    shared
}

async fn try_code(db: &Db, who: &Who, code: &str) -> Outcome {
    let (who, tried) = (who.clone(), Tried::Shown(code.to_owned()));
    write(db, move |tx| Box::pin(async move { prove_by_code(tx, &who, &tried).await })).await
}

async fn try_kept(db: &Db, who: &Who, code: &KeptCode) -> Outcome {
    let found = queries::kept_codes(&db.read().await.unwrap(), who.account, code, db.clock().now()).await.unwrap();
    let (who, tried) = (who.clone(), Tried::Kept(matching(found, code).unwrap()));
    write(db, move |tx| Box::pin(async move { prove_by_code(tx, &who, &tried).await })).await
}

async fn with_codes(db: &Db, who: &Who) -> Vec<KeptCode> {
    let codes = new_codes(&Chance::seeded(7)).unwrap();
    let hashes: Vec<_> = codes.iter().map(|(code, hash)| (code.name.clone(), hash.clone())).collect();
    let who = who.clone();
    let made = write(db, move |tx| Box::pin(async move { replace_codes(tx, &permit(), &who, &hashes).await })).await;
    assert_eq!(made, Outcome::Done);
    codes.into_iter().map(|(code, _)| code).collect()
}

/// Everybody at once, half of them through another process; how many of them got this.
async fn at_once(db: &TestDb, people: usize, who: &Who, tried: Tried, wanted: Outcome) -> usize {
    let (barrier, other) = (Arc::new(Barrier::new(people)), db.again().await);
    let tries = (0..people).map(|number| {
        let (db, barrier) = (if number % 2 == 0 { db.db.clone() } else { other.clone() }, barrier.clone());
        let (who, tried) = (who.clone(), tried.clone());
        tokio::spawn(async move {
            barrier.wait().await;
            write(&db, move |tx| Box::pin(async move { prove_by_code(tx, &who, &tried).await })).await
        })
    });
    let mut got = 0;
    for one in tries.collect::<Vec<_>>() {
        got += usize::from(one.await.unwrap() == wanted);
    }
    got
}

#[db_test]
async fn an_application_that_shows_codes_is_added_by_its_first_code_and_proves_its_owner(db: TestDb) {
    let (itto, token) = agent(&db, "Itto").await;
    let shared = with_totp(&db, &itto).await;
    let proved = who(&db, &token).await;
    assert_eq!((proved.strength, proved.proved), (Strength::Totp, db.clock().now()));
    let has = proofs(&db, &itto).await;
    assert_eq!((has.factors.len(), has.factors[0].label.as_str(), has.codes_left), (1, "my telephone", 0));
    // Its secret is where it is needed, and in no row of the record.
    let rows = record::newest(&db.read().await.unwrap(), &record::RecordFilter::default(), 50).await.unwrap();
    let written = format!("{rows:?}");
    assert!(
        written.contains("proof.added") && !written.contains(&shared.to_base32()) && !written.contains("telephone")
    );
}

#[db_test]
async fn an_application_is_not_added_by_a_wrong_code_too_late_or_from_another_browser(db: TestDb) {
    let (itto, _) = agent(&db, "Itto").await;
    let (said, _) = agent(&db, "Saïd").await;
    let first = itto.clone();
    write(&db, move |tx| Box::pin(async move { begin_totp(tx, &first).await })).await;
    let kept = challenges::find(&db.read().await.unwrap(), itto.session, Purpose::NewTotp, db.clock().now()).await;
    let shared = Shared::kept(&kept.unwrap().unwrap()).unwrap();
    let now = db.clock().now();
    let cases = [
        (&itto, shared.shown(now.plus_millis(5 * STEP)), 0, Outcome::Wrong),
        (&itto, "AAAA-BBBB-CCCC-DDDD".to_owned(), 0, Outcome::Wrong),
        (&said, shared.shown(now), 0, Outcome::Over),
        (&itto, shared.shown(now.plus_millis(10 * MINUTE)), 10 * MINUTE, Outcome::Over),
    ];
    for (who, code, later, expected) in cases {
        db.clock().advance(later);
        let who = who.clone();
        let added = write(&db, move |tx| Box::pin(async move { add_totp(tx, &permit(), &who, &code, "").await }));
        assert_eq!(added.await, expected);
    }
    assert_eq!(proofs(&db, &itto).await, Proofs::default());
}

#[db_test]
async fn a_totp_code_used_twice_is_refused_and_so_is_one_before_it(db: TestDb) {
    let (itto, token) = agent(&db, "Itto").await;
    let shared = with_totp(&db, &itto).await;
    let at_first = shared.shown(db.clock().now());
    assert_eq!(try_code(&db, &itto, &at_first).await, Outcome::Wrong, "it added the application");
    db.clock().advance(2 * STEP);
    let (before, now) = (shared.shown(db.clock().now().plus_millis(-STEP)), shared.shown(db.clock().now()));
    assert_eq!(try_code(&db, &itto, &now).await, Outcome::Done);
    assert_eq!(who(&db, &token).await.proved, db.clock().now());
    assert_eq!(try_code(&db, &itto, &now).await, Outcome::Wrong);
    assert_eq!(try_code(&db, &itto, &before).await, Outcome::Wrong);
}

#[db_test]
async fn a_code_of_another_account_proves_nothing(db: TestDb) {
    let (itto, itto_token) = agent(&db, "Itto").await;
    let (said, said_token) = agent(&db, "Saïd").await;
    let (hers, _) = (with_totp(&db, &itto).await, with_totp(&db, &said).await);
    let (itto, said) = (who(&db, &itto_token).await, who(&db, &said_token).await);
    let codes = with_codes(&db, &itto).await;
    db.clock().advance(2 * STEP);
    let before = who(&db, &said_token).await.proved;
    assert_eq!(try_code(&db, &said, &hers.shown(db.clock().now())).await, Outcome::Wrong);
    assert_eq!(try_kept(&db, &said, &codes[0]).await, Outcome::Wrong);
    // Not even if what was found were passed on for somebody else.
    let found =
        queries::kept_codes(&db.read().await.unwrap(), itto.account, &codes[0], db.clock().now()).await.unwrap();
    let (saids, tried) = (said.clone(), Tried::Kept(matching(found, &codes[0]).unwrap()));
    let proved = write(&db, move |tx| Box::pin(async move { prove_by_code(tx, &saids, &tried).await })).await;
    assert_eq!((proved, who(&db, &said_token).await.proved), (Outcome::Wrong, before));
    assert_eq!(try_kept(&db, &itto, &codes[0]).await, Outcome::Done);
}

#[db_test]
async fn of_many_who_show_one_code_at_once_one_is_let_through(db: TestDb) {
    let (itto, _) = agent(&db, "Itto").await;
    let shared = with_totp(&db, &itto).await;
    for _ in 0..5 {
        // Between rounds the wrong ones are forgotten.
        db.clock().advance(11 * MINUTE);
        let tried = Tried::Shown(shared.shown(db.clock().now()));
        assert_eq!(at_once(&db, 64, &itto, tried, Outcome::Done).await, 1);
    }
}

#[db_test]
async fn five_wrong_codes_in_ten_minutes_and_no_more_are_looked_at_even_at_once(db: TestDb) {
    let (itto, _) = agent(&db, "Itto").await;
    let shared = with_totp(&db, &itto).await;
    for _ in 0..5 {
        db.clock().advance(11 * MINUTE);
        let wrong = Tried::Shown(shared.shown(db.clock().now().plus_millis(9 * STEP)));
        assert_eq!(at_once(&db, 64, &itto, wrong, Outcome::Wrong).await, 5);
        assert_eq!(try_code(&db, &itto, &shared.shown(db.clock().now())).await, Outcome::TooMany);
    }
    db.clock().advance(10 * MINUTE - 1);
    assert_eq!(try_code(&db, &itto, &shared.shown(db.clock().now())).await, Outcome::TooMany);
    db.clock().advance(1);
    assert_eq!(try_code(&db, &itto, &shared.shown(db.clock().now())).await, Outcome::Done);
}

#[db_test]
async fn a_recovery_code_twice_is_refused_also_at_once_and_new_ones_end_the_old(db: TestDb) {
    let (itto, token) = agent(&db, "Itto").await;
    with_totp(&db, &itto).await;
    let itto = who(&db, &token).await;
    let codes = with_codes(&db, &itto).await;
    assert_eq!((codes.len(), proofs(&db, &itto).await.codes_left), (10, 10));
    assert_eq!(try_kept(&db, &itto, &codes[0]).await, Outcome::Done);
    assert_eq!(try_kept(&db, &itto, &codes[0]).await, Outcome::Wrong);
    let other = KeptCode { secret: codes[2].secret.clone(), ..codes[1].clone() };
    assert_eq!(try_kept(&db, &itto, &other).await, Outcome::Wrong);
    db.clock().advance(11 * MINUTE);
    let found =
        queries::kept_codes(&db.read().await.unwrap(), itto.account, &codes[3], db.clock().now()).await.unwrap();
    let tried = Tried::Kept(matching(found, &codes[3]).unwrap());
    assert_eq!(at_once(&db, 64, &itto, tried, Outcome::Done).await, 1);
    assert_eq!(proofs(&db, &itto).await.codes_left, 8);

    let again = who(&db, &token).await;
    let hashes = vec![("ABCD".to_owned(), secrets::hash(&codes[4], [0; 16]).unwrap())];
    write(&db, move |tx| Box::pin(async move { replace_codes(tx, &permit(), &again, &hashes).await })).await;
    db.clock().advance(11 * MINUTE);
    assert_eq!(try_kept(&db, &itto, &codes[5]).await, Outcome::Wrong);
}

#[db_test]
async fn who_has_a_factor_changes_nothing_without_having_proved_it_lately(db: TestDb) {
    let (itto, token) = agent(&db, "Itto").await;
    with_totp(&db, &itto).await;
    let factor = proofs(&db, &itto).await.factors[0].id;
    // Signed in by a code elsewhere, by somebody who reads her messages.
    let (account, stale) = (itto.account, who(&db, &token).await);
    let thief = write(&db, move |tx| {
        Box::pin(async move {
            let token = Token::new(tx.chance());
            accounts::begin(tx, &permit(), &token, account, Strength::Code, "elsewhere").await?;
            Ok(token)
        })
    });
    let thief = who(&db, &thief.await).await;
    db.clock().advance(11 * MINUTE);
    for who in [thief, stale] {
        let outcomes = write(&db, move |tx| {
            Box::pin(async move {
                Ok::<_, StoreError>([
                    begin_totp(tx, &who).await?,
                    rename(tx, &permit(), &who, factor, "mine").await?,
                    remove(tx, &permit(), &who, factor).await?,
                    replace_codes(tx, &permit(), &who, &[]).await?,
                ])
            })
        });
        assert_eq!(outcomes.await, [Outcome::ProveFirst; 4]);
    }
}

#[db_test]
async fn the_last_factor_of_staff_stays_and_anothers_is_not_there(db: TestDb) {
    let (itto, token) = agent(&db, "Itto").await;
    let (said, said_token) = agent(&db, "Saïd").await;
    with_totp(&db, &itto).await;
    with_totp(&db, &said).await;
    let (itto, said) = (who(&db, &token).await, who(&db, &said_token).await);
    with_codes(&db, &itto).await;
    let first = proofs(&db, &itto).await.factors[0].id;
    let take = async |who: &Who, id: Uuid| {
        let who = who.clone();
        write(&db, move |tx| Box::pin(async move { remove(tx, &permit(), &who, id).await })).await
    };
    assert_eq!(take(&itto, first).await, Outcome::Last);
    assert_eq!(take(&said, first).await, Outcome::NotThere);
    with_totp(&db, &itto).await;
    assert_eq!(take(&itto, first).await, Outcome::Done);
    assert_eq!(take(&itto, first).await, Outcome::NotThere);
    let second = proofs(&db, &itto).await.factors[0].id;
    assert_eq!(take(&itto, second).await, Outcome::Last);
    let citizen = Who { grants: Vec::new(), ..itto };
    assert_eq!(take(&citizen, second).await, Outcome::Done);
}

#[db_test]
async fn nobody_has_more_factors_than_anybody_needs(db: TestDb) {
    let (itto, token) = agent(&db, "Itto").await;
    for _ in 0..rules::MOST_FACTORS {
        let now = who(&db, &token).await;
        with_totp(&db, &now).await;
    }
    let (now, party, device) = (who(&db, &token).await, Party::at(SITE, "Region").unwrap(), Device::at(SITE));
    let asked = party.ask_new(&now, &[]).unwrap();
    let passkey = party.made(&asked, &device.make(&asked)).unwrap();
    let added = write(&db, move |tx| Box::pin(async move { add_passkey(tx, &permit(), &now, &passkey, "").await }));
    assert_eq!((added.await, proofs(&db, &itto).await.factors.len()), (Outcome::Full, rules::MOST_FACTORS));
}

/// What the browser of somebody is asked, kept as pages keep it.
async fn ask(db: &Db, who: &Who, party: &Party) -> Asked {
    let known = queries::passkeys(&db.read().await.unwrap(), who.account).await.unwrap();
    let known: Vec<Passkey> = known.into_iter().map(|(_, passkey)| passkey).collect();
    let asked = party.ask(&known).unwrap();
    let (session, data) = (who.session, serde_json::to_string(&asked).unwrap());
    write(db, move |tx| Box::pin(async move { challenges::keep(tx, session, Purpose::Passkey, data).await })).await;
    asked
}

/// What becomes of an answer, as pages decide it.
async fn answer(db: &Db, who: &Who, party: &Party, answer: &str) -> Outcome {
    let session = who.session;
    let taken = write(db, move |tx| Box::pin(async move { challenges::take(tx, session, Purpose::Passkey).await }));
    let Some(asked) = taken.await else { return Outcome::Over };
    let Some(proved) = party.proved(&serde_json::from_str(&asked).unwrap(), answer) else { return Outcome::Wrong };
    let who = who.clone();
    write(db, move |tx| Box::pin(async move { prove_by_passkey(tx, &who, &proved).await })).await
}

async fn with_passkey(db: &Db, who: &Who, party: &Party, device: &Device) {
    let passkey = party.ask_new(who, &[]).map(|asked| party.made(&asked, &device.make(&asked)).unwrap()).unwrap();
    let who = who.clone();
    let added = write(db, move |tx| Box::pin(async move { add_passkey(tx, &permit(), &who, &passkey, "").await }));
    assert_eq!(added.await, Outcome::Done);
}

#[db_test]
async fn a_passkey_proves_its_owner_and_a_challenge_replayed_or_late_does_not(db: TestDb) {
    let (itto, token) = agent(&db, "Itto").await;
    let (party, mut device) = (Party::at(SITE, "Region").unwrap(), Device::at(SITE));
    with_passkey(&db, &itto, &party, &device).await;
    assert_eq!(who(&db, &token).await.strength, Strength::Passkey);
    db.clock().advance(MINUTE);
    device.counter = 1;
    let signed = device.sign(&ask(&db, &itto, &party).await);
    assert_eq!(answer(&db, &itto, &party, &signed).await, Outcome::Done);
    assert_eq!(who(&db, &token).await.proved, db.clock().now());
    assert_eq!(answer(&db, &itto, &party, &signed).await, Outcome::Over, "there is one answer");
    ask(&db, &itto, &party).await;
    assert_eq!(answer(&db, &itto, &party, &signed).await, Outcome::Wrong, "to what was asked this time");
    device.counter = 2;
    let signed = device.sign(&ask(&db, &itto, &party).await);
    db.clock().advance(10 * MINUTE);
    assert_eq!(answer(&db, &itto, &party, &signed).await, Outcome::Over);
}

#[db_test]
async fn a_challenge_of_another_browser_proves_nothing(db: TestDb) {
    let (itto, _) = agent(&db, "Itto").await;
    let (said, token) = agent(&db, "Saïd").await;
    let (party, device, mut his) = (Party::at(SITE, "Region").unwrap(), Device::at(SITE), Device::at(SITE));
    with_passkey(&db, &itto, &party, &device).await;
    with_passkey(&db, &said, &party, &his).await;
    db.clock().advance(MINUTE);
    let before = who(&db, &token).await.proved;
    his.counter = 1;
    // Asked of her browser, answered in his: nothing was asked there, or something else.
    let signed = his.sign(&ask(&db, &itto, &party).await);
    assert_eq!(answer(&db, &said, &party, &signed).await, Outcome::Over);
    ask(&db, &said, &party).await;
    assert_eq!(answer(&db, &said, &party, &signed).await, Outcome::Wrong);
    // Asked of him, signed by her device.
    let mut device = device;
    device.counter = 1;
    let signed = device.sign(&ask(&db, &said, &party).await);
    assert_eq!(answer(&db, &said, &party, &signed).await, Outcome::Wrong);
    assert_eq!(who(&db, &token).await.proved, before);
}

#[db_test]
async fn a_counter_going_back_is_refused_and_recorded(db: TestDb) {
    let (itto, _) = agent(&db, "Itto").await;
    let (party, mut device) = (Party::at(SITE, "Region").unwrap(), Device::at(SITE));
    with_passkey(&db, &itto, &party, &device).await;
    for (counter, expected) in
        [(7, Outcome::Done), (7, Outcome::Wrong), (6, Outcome::Wrong), (0, Outcome::Wrong), (8, Outcome::Done)]
    {
        device.counter = counter;
        let signed = device.sign(&ask(&db, &itto, &party).await);
        assert_eq!(answer(&db, &itto, &party, &signed).await, expected, "{counter}");
    }
    // Two answers to what was asked before either was there: the older one comes second.
    let (first, second) = (ask(&db, &itto, &party).await, ask(&db, &itto, &party).await);
    let prove = async |asked: &Asked, device: &mut Device| {
        let proved = party.proved(asked, &device.sign(asked)).unwrap();
        let who = itto.clone();
        write(&db, move |tx| Box::pin(async move { prove_by_passkey(tx, &who, &proved).await })).await
    };
    device.counter = 10;
    assert_eq!(prove(&first, &mut device).await, Outcome::Done);
    device.counter = 9;
    assert_eq!(prove(&second, &mut device).await, Outcome::Wrong);
    let rows = record::newest(&db.read().await.unwrap(), &record::RecordFilter::default(), 50).await.unwrap();
    assert_eq!(rows.iter().filter(|row| format!("{row:?}").contains("counter-went-back")).count(), 1);
}

#[db_test]
async fn a_passkey_of_a_wrong_origin_or_a_locked_device_is_refused(db: TestDb) {
    let (itto, _) = agent(&db, "Itto").await;
    let party = Party::at(SITE, "Region").unwrap();
    let asked = party.ask_new(&itto, &[]).unwrap();
    assert_eq!(asked.options["authenticatorSelection"]["userVerification"], "required");
    assert_eq!(asked.options["authenticatorSelection"]["residentKey"], "required");
    for origin in [
        "https://region.example.evil",
        "https://evil.region.example",
        "http://region.example",
        "https://region.example:444",
    ] {
        let answer = Device::at(SITE).lured_to(origin).make(&asked);
        assert!(party.made(&asked, &answer).is_none(), "{origin}");
    }
    let mut locked = Device::at(SITE);
    locked.unlocked = false;
    assert!(party.made(&asked, &locked.make(&asked)).is_none());
    assert!(party.made(&asked, &Device::at("https://evil.example").lured_to(SITE).make(&asked)).is_none());
    assert!(party.made(&asked, "{}").is_none() && party.made(&asked, "").is_none());

    let device = Device::at(SITE);
    with_passkey(&db, &itto, &party, &device).await;
    let mut lured = device.lured_to("https://region.example.evil");
    let signed = lured.sign(&ask(&db, &itto, &party).await);
    assert_eq!(answer(&db, &itto, &party, &signed).await, Outcome::Wrong);
    let mut home = lured.lured_to(SITE);
    home.unlocked = false;
    let signed = home.sign(&ask(&db, &itto, &party).await);
    assert_eq!(answer(&db, &itto, &party, &signed).await, Outcome::Wrong);
    home.unlocked = true;
    let signed = home.sign(&ask(&db, &itto, &party).await);
    assert_eq!(answer(&db, &itto, &party, &signed).await, Outcome::Done);
}

#[db_test]
async fn a_code_of_the_operator_is_good_once_for_a_quarter_of_an_hour(db: TestDb) {
    let (itto, _) = agent(&db, "Itto").await;
    let give = async || give_operator_code(&db, itto.account).await.unwrap();
    let find = async |code: &KeptCode, now: Timestamp| {
        let found = queries::operator_codes(&db.read().await.unwrap(), code, now).await.unwrap();
        matching(found, code).unwrap()
    };
    let (first, second) = (give().await, give().await);
    assert_eq!(find(&first, db.clock().now()).await, None, "a new one ends the one before");
    let found = find(&second, db.clock().now()).await.unwrap();
    let use_it = async || {
        let code = found.clone();
        write(&db, move |tx| Box::pin(async move { recover(tx, &code).await })).await
    };
    assert_eq!((use_it().await, use_it().await), (Some(itto.account), None));
    assert_eq!(find(&second, db.clock().now()).await, None);

    let late = give().await;
    let found = find(&late, db.clock().now()).await.unwrap();
    db.clock().advance(15 * MINUTE);
    assert_eq!(find(&late, db.clock().now()).await, None);
    assert_eq!(write(&db, move |tx| Box::pin(async move { recover(tx, &found).await })).await, None);
}
