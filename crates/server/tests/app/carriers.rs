//! Messages from end to end: a mail that leaves and is stopped by one click, what gateways may and may not tell us, what
//! it all cost, and the outbox of a demonstration.

use std::sync::Arc;

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use infitah::{commands::demo::outbox, metrics::Metrics, routes};
use infitah_base::{Lang, config::Config, ids};
use infitah_commons::{
    Permit,
    messages::{self, Attempt, Carriers, Keys, Outgoing, Purpose, State},
};
use infitah_store::{
    StoreError, db_test,
    entities::{message, message_in},
    testing::TestDb,
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use sea_orm::EntityTrait;

use crate::{
    schedules::mail_server,
    support::{Answer, TestApp},
};

pub const SECRET: (&str, &str) = ("INFITAH_MESSAGE_SECRET", "a secret of the tests, of 32 letters");

/// The settings of a real instance: a test's own is a demonstration.
pub fn real(app: &TestApp) -> Config {
    Config { demo: false, ..app.app.site.config().clone() }
}

/// Writes a message, gives its name.
pub async fn put(app: &TestApp, to: &str, purpose: Purpose, text: &str) -> uuid::Uuid {
    let (to, text) = (to.parse().unwrap(), text.parse().unwrap());
    app.db
        .write(move |tx| {
            Box::pin(async move {
                let id = ids::new_uuid(tx.at(), tx.chance());
                let subject = "Nouvelles".parse().unwrap();
                let lang = Lang::parse("fr").unwrap();
                let message = Outgoing { id, to, purpose, lang, subject, text };
                messages::put(tx, &Permit::for_operator("test"), &message, "Africa/Casablanca").await?;
                Ok::<_, StoreError>(id)
            })
        })
        .await
        .unwrap()
}

/// Tries it, as who works off what waits does.
pub async fn tried(app: &TestApp, carriers: &Carriers, id: uuid::Uuid) -> Attempt {
    messages::attempt(&app.db, &Permit::for_machine("messages"), carriers, &real(app), id).await.unwrap()
}

/// A message as the database has it.
pub async fn row(app: &TestApp, id: uuid::Uuid) -> message::Model {
    message::Entity::find_by_id(id).one(&app.db.read().await.unwrap()).await.unwrap().unwrap()
}

async fn post(app: &TestApp, address: &str, body: &str) -> Answer {
    let request = Request::post(address).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    app.ask(request.body(Body::from(body.to_owned())).unwrap()).await
}

#[db_test]
async fn a_mail_leaves_and_one_click_stops_the_next(db: TestDb) {
    let (port, mails) = mail_server().await;
    let smtp = format!("smtp://127.0.0.1:{port}");
    let settings = [
        ("INFITAH_SMTP_URL", smtp.as_str()),
        ("INFITAH_MAIL_FROM", "infitah@example.org"),
        ("INFITAH_PUBLIC_URL", "https://region.example"),
        SECRET,
    ];
    let app = TestApp::with(db, &settings).await;
    let carriers = Carriers::of(&real(&app)).unwrap();
    let news = put(&app, "reader@example.org", Purpose::Notice, "Le projet a changé.").await;
    assert_eq!(tried(&app, &carriers, news).await, Attempt::Done(State::Sent));
    let mail = mails.lock().unwrap()[0].replace("\n ", " ");
    assert!(mail.contains("RCPT TO:<reader@example.org>"), "{mail}");
    assert!(mail.contains(&format!("Message-ID: <{news}@region.example>")), "{mail}");
    assert!(mail.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"), "{mail}");
    let link = mail.split("List-Unsubscribe: <https://region.example").nth(1).unwrap().split('>').next().unwrap();

    // Programs that look at links stop nothing.
    let page = app.get(link).await;
    assert_eq!(
        (page.status, page.find("form button").last().unwrap().as_str()),
        (StatusCode::OK, "Ne plus m’envoyer de messages")
    );
    let waiting = put(&app, "reader@example.org", Purpose::Digest, "Résumé").await;
    assert_eq!(row(&app, waiting).await.state, "waiting");
    for wrong in [link.replace("key=", "key=0"), link.split("&key").next().unwrap().to_owned(), "/fr/stop".to_owned()] {
        assert_eq!(post(&app, &wrong, "List-Unsubscribe=One-Click").await.status, StatusCode::BAD_REQUEST, "{wrong}");
        assert_eq!(app.get(&wrong).await.status, StatusCode::BAD_REQUEST);
    }

    let clicked = post(&app, link, "List-Unsubscribe=One-Click").await;
    assert_eq!(clicked.status, StatusCode::OK, "no redirect, no question (RFC 8058)");
    assert_eq!(tried(&app, &carriers, waiting).await, Attempt::Done(State::Stopped));
    let next = put(&app, "reader@example.org", Purpose::Notice, "Encore").await;
    assert_eq!(row(&app, next).await.state, "stopped");
    let code = put(&app, "reader@example.org", Purpose::Code, "482913").await;
    assert_eq!(tried(&app, &carriers, code).await, Attempt::Done(State::Sent), "codes always leave");

    assert_eq!(post(&app, link, "again=yes").await.status, StatusCode::OK);
    let again = put(&app, "reader@example.org", Purpose::Notice, "Encore").await;
    assert_eq!(row(&app, again).await.state, "waiting");
    for lang in Lang::all() {
        let page = app.get(&link.replacen("/fr/", &format!("/{lang}/"), 1)).await;
        assert_eq!((page.status, page.find("h1").len()), (StatusCode::OK, 1));
    }
}

fn query(said: &[(&str, &str)]) -> String {
    let escape = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let pairs: Vec<String> = said.iter().map(|(name, value)| format!("{name}={}", escape(value))).collect();
    pairs.join("&")
}

/// What a gateway that signs asks for.
fn signed(keys: &Keys, path: &str, said: &[(&str, &str)]) -> String {
    let bytes: Vec<_> = said.iter().map(|(name, value)| ((*name).to_owned(), value.as_bytes().to_vec())).collect();
    format!("{}&signature={}", query(said), keys.sign(path, &bytes))
}

#[db_test]
async fn sms_are_taken_signed_fresh_and_once(db: TestDb) {
    let app = TestApp::with(db, &[SECRET]).await;
    let keys = Keys::of(app.app.site.config().messages.secret.as_ref().unwrap());
    let path = "/hooks/sms/in";
    let now = app.db.clock().now().millis() / 1000;
    let at = |seconds: i64| (now + seconds).to_string();
    let sms = |id: &str, text: &str, at: &str| {
        signed(&keys, path, &[("id", id), ("from", "+212612345678"), ("text", text), ("at", at)])
    };
    let ask = async |query: String| app.get(&format!("{path}?{query}")).await.status;

    assert_eq!(ask(sms("a", "حالة PRJ-2026-0042", &at(0))).await, StatusCode::OK);
    assert_eq!(ask(sms("a", "حالة PRJ-2026-0042", &at(0))).await, StatusCode::CONFLICT, "a replay");
    assert_eq!(ask(sms("a", "STOP", &at(60))).await, StatusCode::CONFLICT, "the same name again");
    assert_eq!(post(&app, path, &sms("b", "Bonjour & merci =", &at(-299))).await.status, StatusCode::OK);
    let good = sms("c", "STOP", &at(0));
    for (wrong, expected) in [
        (sms("c", "STOP", &at(301)), StatusCode::FORBIDDEN),
        (sms("c", "STOP", &at(-301)), StatusCode::FORBIDDEN),
        (sms("c", "STOP", "soon"), StatusCode::FORBIDDEN),
        (good.replace("STOP", "START"), StatusCode::FORBIDDEN),
        (good.replace("id=c", "id=d"), StatusCode::FORBIDDEN),
        (good.replace("212612", "212712"), StatusCode::FORBIDDEN),
        (format!("{good}&text=START"), StatusCode::FORBIDDEN),
        (good.split("&signature").next().unwrap().to_owned(), StatusCode::FORBIDDEN),
        (query(&[("id", "c"), ("from", "0612345678"), ("text", "STOP"), ("key", "0")]), StatusCode::FORBIDDEN),
        (
            signed(&keys, "/hooks/sms/report", &[("id", "c"), ("from", "0612345678"), ("at", &at(0))]),
            StatusCode::FORBIDDEN,
        ),
        (
            signed(&keys, path, &[("id", "c"), ("from", "IAM"), ("text", "STOP"), ("at", &at(0))]),
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        (
            signed(&keys, path, &[("from", "0612345678"), ("text", "STOP"), ("at", &at(0))]),
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        ("%ff".to_owned(), StatusCode::FORBIDDEN),
    ] {
        assert_eq!(ask(wrong.clone()).await, expected, "{wrong}");
    }
    // A gateway that cannot sign shows the key of incoming SMS.
    let key = keys.incoming();
    let keyed = [("id", "k"), ("from", "0612345678"), ("text", "توقف"), ("key", key.as_str())];
    assert_eq!(ask(query(&keyed)).await, StatusCode::OK);
    assert_eq!(ask(query(&keyed)).await, StatusCode::CONFLICT);
    // As it came from the network.
    let travelled = async |charset: &str, body: &'static [u8]| {
        let address = format!("{path}?id=u&from=0712345678&charset={charset}&key={key}");
        let request = Request::post(address).header(header::CONTENT_TYPE, "text/plain").body(Body::from(body)).unwrap();
        app.ask(request).await.status
    };
    let letters = b"\x06\x27\0 \xd8\x3d\xde\0";
    assert_eq!(travelled("KLINGON", letters).await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(travelled("UTF-16BE", letters).await, StatusCode::OK);

    let mut kept = message_in::Entity::find().all(&app.db.read().await.unwrap()).await.unwrap();
    kept.sort_by(|left, right| left.provider_id.cmp(&right.provider_id));
    assert!(app.get("/fr/privacy").await.text().contains("nous gardons votre numéro"), "people are told");
    let kept: Vec<_> =
        kept.iter().map(|row| (row.kind.as_str(), row.reference.as_deref(), row.text.as_str())).collect();
    assert_eq!(
        kept,
        [
            ("status", Some("PRJ-2026-0042"), "حالة PRJ-2026-0042"),
            ("text", None, "Bonjour & merci ="),
            ("stop", None, "توقف"),
            ("text", None, "ا 😀"),
        ]
    );
    let notice = put(&app, "06 12 34 56 78", Purpose::Notice, "News").await;
    assert_eq!(row(&app, notice).await.state, "stopped");
}

#[db_test]
async fn a_report_needs_the_key_of_its_message_and_counts_once(db: TestDb) {
    let app = TestApp::with(db, &[SECRET]).await;
    let keys = Keys::of(app.app.site.config().messages.secret.as_ref().unwrap());
    let carriers = app.app.held::<Carriers>().unwrap().clone();
    let (one, other) = (
        put(&app, "0612345678", Purpose::Notice, "One").await,
        put(&app, "0612345678", Purpose::Notice, "Other").await,
    );
    for id in [one, other] {
        assert_eq!(tried(&app, &carriers, id).await, Attempt::Done(State::Sent));
    }
    let ask = async |id: uuid::Uuid, key: String, status: &str| {
        app.get(&format!("/hooks/sms/report?id={id}&key={key}&status={status}")).await.status
    };
    assert_eq!(ask(one, keys.report(other), "1").await, StatusCode::FORBIDDEN);
    assert_eq!(ask(one, keys.incoming(), "1").await, StatusCode::FORBIDDEN);
    assert_eq!(ask(one, keys.stop(one), "1").await, StatusCode::FORBIDDEN);
    assert_eq!(ask(one, keys.report(one), "7").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(ask(one, keys.report(one), "8").await, StatusCode::OK);
    assert_eq!(row(&app, one).await.state, "sent");
    assert_eq!(ask(one, keys.report(one), "1").await, StatusCode::OK);
    assert_eq!(ask(one, keys.report(one), "2").await, StatusCode::CONFLICT, "what arrived has arrived");
    assert_eq!((row(&app, one).await.state.as_str(), row(&app, other).await.state.as_str()), ("delivered", "sent"));

    // A gateway that signs needs no key of ours.
    let at = (app.db.clock().now().millis() / 1000).to_string();
    let said = [("id", other.to_string()), ("status", "2".to_owned()), ("at", at)];
    let said: Vec<(&str, &str)> = said.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let body = signed(&keys, "/hooks/sms/report", &said);
    assert_eq!(post(&app, "/hooks/sms/report", &body).await.status, StatusCode::OK);
    assert_eq!(post(&app, "/hooks/sms/report", &body).await.status, StatusCode::CONFLICT, "a replay");
    assert_eq!(row(&app, other).await.state, "failed");
    app.db.clock.advance(301_000);
    assert_eq!(post(&app, "/hooks/sms/report", &body).await.status, StatusCode::FORBIDDEN, "too old");
    let unknown = uuid::Uuid::from_u128(7);
    assert_eq!(ask(unknown, keys.report(unknown), "1").await, StatusCode::NOT_FOUND);
}

#[db_test]
async fn the_outbox_is_for_a_demonstration_only(db: TestDb) {
    let app = TestApp::with(db, &[("INFITAH_SMS_PRICE", "0.25"), ("INFITAH_SMS_MONTH_LIMIT", "500")]).await;
    assert_eq!(app.get("/fr/outbox").await.find(".empty").len(), 1);
    outbox::fill(&app.app).await.unwrap();
    for lang in Lang::all() {
        let page = app.get(&format!("/{lang}/outbox")).await;
        assert_eq!((page.status, page.find("ol.plain > li").len()), (StatusCode::OK, 3), "{lang}");
        let text = page.text();
        assert!(text.contains("+212600000000") && text.contains("reader@example.org"), "{lang}");
        assert!(text.contains("482 913"), "in a demonstration a code is for everybody");
    }
    let costs = app.get("/fr/messages").await;
    let cells = costs.find("main tbody tr:first-child > *");
    // The notice is Arabic, in two parts or one; the code is in the third language.
    assert_eq!(cells[..7], ["novembre 2026", "1", "0", "0", "0", "1", "1"]);
    assert!(costs.find("main p").iter().any(|line| line.contains("500")), "the limit is told");
    let price = costs.find("main section p").remove(0);
    assert!(price.contains("0,25"), "the price is told to the centime: {price}");
    assert!(cells.last().unwrap().contains(",") && !cells.last().unwrap().starts_with("0,00"), "{cells:?}");
    let texts = message::Entity::find().all(&app.db.read().await.unwrap()).await.unwrap();
    assert!(texts.iter().all(|row| !row.text.contains("482")), "the database forgot the code");

    // The same program, served: nothing of it is there.
    let config = real(&app);
    let served = infitah::start::app(app.db.db.clone(), config).await.unwrap();
    let router = routes::router(served.clone(), Arc::new(Metrics::new(0).unwrap()));
    let served = TestApp { app: served, router, ..app };
    assert_eq!(served.get("/fr/outbox").await.status, StatusCode::NOT_FOUND);
    assert_eq!(served.get("/fr/messages").await.status, StatusCode::OK);
    assert!(served.app.held::<Carriers>().unwrap().outbox().is_none());
}
