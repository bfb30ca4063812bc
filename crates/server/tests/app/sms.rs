//! SMS that people write and what they are answered, through the door of gateways.

use axum::http::StatusCode;
use infitah_commons::{
    access::Role,
    messages::{Attempt, Carriers, Keys, Purpose, State},
};
use infitah_store::{
    db_test,
    entities::{message, message_in},
    testing::TestDb,
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::{
    carriers::{SECRET, put, real, row, tried},
    proofs::{administrator, place, with_totp},
    support::{Browser, TestApp},
};

const HOUR: i64 = 3_600_000;
const AMINA: &str = "+212612345678";
const SAID: &str = "+212712345678";

/// A gateway that cannot sign and so shows its key.
struct Peer<'a> {
    app: &'a TestApp,
    key: String,
    brought: u32,
}

impl<'a> Peer<'a> {
    fn of(app: &'a TestApp) -> Self {
        let key = Keys::of(app.app.site.config().messages.secret.as_ref().unwrap()).incoming();
        Self { app, key, brought: 0 }
    }

    /// Brings an SMS, and gives what is answered to it; a second later, so that one is the later one.
    async fn sms(&mut self, from: &str, text: &str) -> Option<String> {
        self.app.db.clock().advance(1000);
        self.brought += 1;
        let before = answers(self.app, from).await.len();
        let escape = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let (id, from_, text) = (self.brought, escape(from), escape(text));
        let address = format!("/hooks/sms/in?id={id}&from={from_}&text={text}&key={}", self.key);
        assert_eq!(self.app.get(&address).await.status, StatusCode::OK);
        assert_eq!(self.app.get(&address).await.status, StatusCode::CONFLICT, "brought twice, answered once");
        let mut after = answers(self.app, from).await;
        assert!(after.len() <= before + 1);
        if after.len() > before { after.pop().map(|row| row.text) } else { None }
    }
}

async fn answers(app: &TestApp, to: &str) -> Vec<message::Model> {
    let all = message::Entity::find()
        .filter(message::Column::Address.eq(to))
        .filter(message::Column::Purpose.eq(Purpose::Answer.code()))
        .order_by_asc(message::Column::Id);
    all.all(&app.db.read().await.unwrap()).await.unwrap()
}

/// Signs somebody in by a code, who opens an account in the language of the page.
async fn opened(app: &TestApp, lang: &str, name: &str, phone: &str) -> Browser {
    app.db.clock().advance(1000);
    let mut browser = Browser::new(app);
    browser.post(&format!("/{lang}/sign-in"), &format!("address={}", phone.replace('+', "%2B"))).await;
    let newest = message::Entity::find().filter(message::Column::Purpose.eq("code")).order_by_desc(message::Column::Id);
    let sent = newest.one(&app.db.read().await.unwrap()).await.unwrap().unwrap();
    let code: String = sent.text.chars().filter(char::is_ascii_digit).take(6).collect();
    browser.post(&format!("/{lang}/sign-in/code"), &format!("code={code}")).await;
    let who = browser.post(&format!("/{lang}/sign-in/who"), &format!("who=new&name={name}")).await;
    assert_eq!(place(&who), format!("/{lang}/my"));
    browser
}

#[db_test]
async fn who_writes_an_sms_gets_a_reference_and_can_ask_how_it_stands(db: TestDb) {
    let app = TestApp::with(db, &[SECRET]).await;
    let mut peer = Peer::of(&app);
    let nothing = peer.sms(AMINA, "STATUS").await.unwrap();
    assert!(nothing.lines().count() == 2 && nothing.contains("aucun message de ce numéro"), "{nothing}");
    let taken = peer.sms(AMINA, "L’eau manque au douar").await.unwrap();
    assert!(taken.lines().all(|line| line.contains("MSG-2026-0001")) && taken.contains("وصلت"), "{taken}");
    for asked in ["STATUS", "حالة", "خبر", "ETAT MSG-2026-0001"] {
        app.db.clock().advance(24 * HOUR);
        let answer = peer.sms(AMINA, asked).await.unwrap();
        assert!(
            answer.contains("MSG-2026-0001\u{a0}: reçu le") && answer.contains("pas encore lu"),
            "{asked}: {answer}"
        );
    }

    // Who works here reads it, and the next answer says so.
    let (_, mut itto) = administrator(&app, "Itto", "itto@example.org").await;
    with_totp(&app, &mut itto).await;
    assert_eq!(itto.get("/fr/desk/sms").await.status, StatusCode::FORBIDDEN, "an administrator is no reader of SMS");
    let kept = message_in::Entity::find().filter(message_in::Column::Name.eq("MSG-2026-0001"));
    let id = kept.one(&app.db.read().await.unwrap()).await.unwrap().unwrap().id;
    let form = format!("read={id}");
    assert_eq!(itto.post("/fr/desk/sms", &form).await.status, StatusCode::FORBIDDEN);
    let mut agent = app.signed_in(Some((Role::Agent, "05"))).await;
    let page = agent.get("/fr/desk/sms").await;
    assert_eq!(page.find("main tbody th"), ["MSG-2026-0001"]);
    assert!(page.text().contains("L’eau manque au douar") && page.text().contains(AMINA));
    assert_eq!(page.find("main tbody form").len(), 1);
    for _ in 0..2 {
        assert_eq!(place(&agent.post("/fr/desk/sms", &form).await), "/fr/desk/sms", "twice is no harm");
    }
    assert_eq!(agent.get("/fr/desk/sms").await.find("main tbody form").len(), 0);
    app.db.clock().advance(24 * HOUR);
    let answer = peer.sms(AMINA, "status").await.unwrap();
    assert!(answer.contains("MSG-2026-0001\u{a0}: lu le"), "{answer}");
}

#[db_test]
async fn of_the_messages_of_others_nothing_is_said(db: TestDb) {
    let app = TestApp::with(db, &[SECRET]).await;
    let mut peer = Peer::of(&app);
    peer.sms(AMINA, "Une question").await.unwrap();
    let of_another = peer.sms(SAID, "STATUS MSG-2026-0001").await.unwrap();
    let unknown = peer.sms(SAID, "STATUS MSG-2026-0099").await.unwrap();
    assert_eq!(of_another.replace("0001", "0099"), unknown, "word by word the same");
    let newest = peer.sms(SAID, "STATUS").await.unwrap();
    assert!(!newest.contains("MSG-"), "{newest}");
}

#[db_test]
async fn a_telephone_is_answered_five_times_a_day_and_programs_not_for_ever(db: TestDb) {
    let settings = [
        SECRET,
        ("INFITAH_SMS_GATEWAY", "http://192.0.2.1/sendsms"),
        ("INFITAH_SMS_USER", "u"),
        ("INFITAH_SMS_PASSWORD", "p"),
        ("INFITAH_SMS_FROM", "0812345678"),
    ];
    let app = TestApp::with(db, &settings).await;
    let mut peer = Peer::of(&app);
    assert!(peer.sms(AMINA, "Je suis absent").await.is_some());
    assert!(peer.sms(AMINA, "Je suis absent").await.is_none(), "only a program says the same again");
    for number in 0..4 {
        assert!(peer.sms(AMINA, &format!("question {number}")).await.is_some());
    }
    assert!(peer.sms(AMINA, "STATUS").await.is_none(), "enough for a day");
    assert!(peer.sms(SAID, "STATUS").await.is_some(), "others are answered");
    app.db.clock().advance(24 * HOUR);
    assert!(peer.sms(AMINA, "STATUS").await.unwrap().contains("MSG-2026-0006"), "what was not answered was kept");
    assert!(peer.sms("+212812345678", "STATUS").await.is_none(), "our own number");
    let short = format!("/hooks/sms/in?id=s&from=3456&text=STATUS&key={}", peer.key);
    assert_eq!(app.get(&short).await.status, StatusCode::UNPROCESSABLE_ENTITY, "a short code is nobody");
}

#[db_test]
async fn stop_wins_over_answers_and_quiet_hours_hold_none_back(db: TestDb) {
    let app = TestApp::with(db, &[SECRET]).await;
    let carriers = app.app.held::<Carriers>().unwrap().clone();
    let mut peer = Peer::of(&app);
    // Two in the morning.
    app.db.clock().advance(16 * HOUR);
    peer.sms(AMINA, "Une question").await.unwrap();
    let answer = answers(&app, AMINA).await.pop().unwrap();
    let news = put(&app, AMINA, Purpose::Notice, "News").await;
    assert!(matches!(tried(&app, &carriers, news).await, Attempt::NotBefore(_)), "news wait");
    assert_eq!(peer.sms(AMINA, "STOP").await, None);
    assert_eq!(peer.sms(AMINA, "STATUS").await, None, "nothing more, not even that");
    assert_eq!(tried(&app, &carriers, answer.id).await, Attempt::Done(State::Stopped), "what was on its way stops");
    assert_eq!(peer.sms(AMINA, "START").await, None);
    peer.sms(AMINA, "STATUS").await.unwrap();
    let answer = answers(&app, AMINA).await.pop().unwrap();
    assert_eq!(tried(&app, &carriers, answer.id).await, Attempt::Done(State::Sent), "at night too");
    assert_eq!(row(&app, answer.id).await.state, "sent");
    assert!(real(&app).messages.quiet.is_some());
}

#[db_test]
async fn who_has_an_account_is_answered_in_its_language(db: TestDb) {
    let app = TestApp::with(db, &[SECRET]).await;
    let mut peer = Peer::of(&app);
    opened(&app, "fr", "Amina", AMINA).await;
    let answer = peer.sms(AMINA, "STATUS").await.unwrap();
    assert_eq!(answer, "Nous n’avons aucun message de ce numéro.");
    opened(&app, "ar", "Sa%C3%AFd", SAID).await;
    assert!(!peer.sms(SAID, "STATUS").await.unwrap().contains("numéro"));
}
