use std::collections::BTreeMap;

use infitah_base::{Lang, config::Layers};
use infitah_store::{db_test, testing::TestDb};

use super::*;
use crate::messages::{Body, Month, forget_old, months, waiting};

const HOUR: i64 = 3600 * 1000;

/// The settings of a demonstration whose SMS cost 0.25 a part and 10.00 a month at most.
fn config(settings: &[(&str, &str)]) -> Config {
    let mut all = BTreeMap::from([
        ("INFITAH_SMS_PRICE".to_owned(), "0.25".to_owned()),
        ("INFITAH_SMS_MONTH_LIMIT".to_owned(), "10".to_owned()),
    ]);
    all.extend(settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    let mut config = Config::parse(&Layers::new(None, &all, &[]).unwrap()).unwrap();
    config.demo = true;
    config
}

fn machine() -> Permit<MoveMessage> {
    Permit::for_machine("messages")
}

fn anybody() -> Permit<TakeMessage> {
    Permit::for_anybody("test")
}

async fn put_one(db: &TestDb, to: &str, purpose: Purpose, text: &str) -> Uuid {
    let (to, text) = (to.parse().unwrap(), text.parse::<Body>().unwrap());
    db.write(move |tx| {
        Box::pin(async move {
            let id = ids::new_uuid(tx.at(), tx.chance());
            let subject = "A subject".parse().unwrap();
            let message = Outgoing { id, to, purpose, lang: Lang::arabic(), subject, text };
            put(tx, &Permit::for_operator("test"), &message, "Africa/Casablanca").await?;
            Ok::<_, StoreError>(id)
        })
    })
    .await
    .unwrap()
}

/// Takes an SMS without answering it: what is answered is tested through the door of gateways.
async fn receive(
    db: &Db,
    permit: &Permit<TakeMessage>,
    id: &str,
    phone: &Phone,
    text: &str,
) -> Result<Received, StoreError> {
    let (permit, id, phone, text) = (permit.clone(), id.to_owned(), phone.clone(), text.to_owned());
    let taking =
        db.write(move |tx| Box::pin(async move { take(tx, &permit, "Africa/Casablanca", &id, &phone, &text).await }));
    Ok(taking.await?.map_or(Received::Seen, |(wanted, _)| Received::Taken(wanted)))
}

async fn row(db: &TestDb, id: Uuid) -> message::Model {
    message::Entity::find_by_id(id).one(&db.read().await.unwrap()).await.unwrap().unwrap()
}

async fn tried(db: &TestDb, carriers: &Carriers, config: &Config, id: Uuid) -> Attempt {
    attempt(db, &machine(), carriers, config, id).await.unwrap()
}

#[db_test]
async fn a_message_is_sent_once_and_its_parts_are_paid(db: TestDb) {
    let config = config(&[]);
    let carriers = Carriers::of(&config).unwrap();
    let id = put_one(&db, "0612345678", Purpose::Notice, &"م".repeat(71)).await;
    assert_eq!(waiting(&db.read().await.unwrap(), 10).await.unwrap(), [id]);
    for _ in 0..3 {
        assert_eq!(tried(&db, &carriers, &config, id).await, Attempt::Done(State::Sent));
    }
    assert_eq!(carriers.outbox().unwrap().all().len(), 1);
    let sent = row(&db, id).await;
    assert_eq!((sent.segments, sent.cost, sent.attempts, sent.month.as_str()), (2, 50, 1, "2026-11"));
    assert_eq!(sent.sent_at, Some(db.clock().now().millis()));
    assert!(waiting(&db.read().await.unwrap(), 10).await.unwrap().is_empty());
    let mail = put_one(&db, "a@example.org", Purpose::Legal, "text").await;
    tried(&db, &carriers, &config, mail).await;
    let expected = Month {
        month: "2026-11".to_owned(),
        sent: BTreeMap::from([(Purpose::Notice, 1), (Purpose::Legal, 1)]),
        segments: 2,
        cost: 50,
    };
    assert_eq!(months(&db.read().await.unwrap(), 10).await.unwrap(), [expected]);
}

#[db_test]
async fn a_code_is_forgotten_once_it_left_and_no_text_is_in_the_record(db: TestDb) {
    let config = config(&[]);
    let carriers = Carriers::of(&config).unwrap();
    let code = put_one(&db, "0612345678", Purpose::Code, "Code 482913").await;
    assert_eq!(row(&db, code).await.text, "Code 482913");
    tried(&db, &carriers, &config, code).await;
    let left = row(&db, code).await;
    assert_eq!((left.state.as_str(), left.text.as_str(), left.subject.as_str()), ("sent", "", ""));
    assert_eq!(tried(&db, &carriers, &config, code).await, Attempt::Done(State::Sent), "its text is not missed");
    let notice = put_one(&db, "0612345678", Purpose::Notice, "News").await;
    tried(&db, &carriers, &config, notice).await;
    assert_eq!(row(&db, notice).await.text, "News");
    let record = infitah_store::entities::record::Entity::find().all(&db.read().await.unwrap()).await.unwrap();
    let told = format!("{record:?}");
    assert!(told.contains("message.sent") && !told.contains("482913") && !told.contains("612345678"), "{told}");
}

#[db_test]
async fn what_cannot_leave_is_tried_later_and_given_up_in_the_end(db: TestDb) {
    let (config, none) = (config(&[("INFITAH_QUIET_HOURS", "none")]), Carriers::default());
    for (purpose, tries) in [(Purpose::Notice, 7), (Purpose::Code, 4)] {
        let id = put_one(&db, "0612345678", purpose, "482913").await;
        for number in 1.. {
            match tried(&db, &none, &config, id).await {
                Attempt::NotBefore(at) => {
                    assert!(at > db.clock().now());
                    let kept = row(&db, id).await;
                    assert_eq!((kept.state.as_str(), kept.text.as_str()), ("waiting", "482913"));
                    db.clock.advance(at.millis() - db.clock().now().millis());
                }
                Attempt::Done(state) => {
                    assert_eq!((state, number), (State::Failed, tries), "{purpose:?}");
                    break;
                }
            }
        }
        let failed = row(&db, id).await;
        assert_eq!(failed.error.as_deref(), Some("nothing can be sent: set `sms-gateway`"));
        assert_eq!(failed.text.is_empty(), purpose == Purpose::Code);
        assert_eq!((failed.cost, failed.sent_at), (0, None));
    }
}

#[db_test]
async fn notices_wait_for_the_morning_and_codes_do_not(db: TestDb) {
    let config = config(&[]);
    let carriers = Carriers::of(&config).unwrap();
    // 11:15 in Morocco; twelve hours later people sleep.
    db.clock.advance(12 * HOUR);
    let notice = put_one(&db, "0612345678", Purpose::Notice, "News").await;
    let Attempt::NotBefore(morning) = tried(&db, &carriers, &config, notice).await else { panic!("it left at night") };
    assert_eq!((morning.hour_in("Africa/Casablanca"), row(&db, notice).await.attempts), (8, 0));
    let code = put_one(&db, "0612345678", Purpose::Code, "Code").await;
    assert_eq!(tried(&db, &carriers, &config, code).await, Attempt::Done(State::Sent));
    db.clock.advance(morning.millis() - db.clock().now().millis());
    assert_eq!(tried(&db, &carriers, &config, notice).await, Attempt::Done(State::Sent));
}

#[db_test]
async fn the_limit_stops_digests_first_and_never_codes_nor_mails(db: TestDb) {
    let config = config(&[]);
    let carriers = Carriers::of(&config).unwrap();
    let attempt = async |to: &str, purpose: Purpose, text: &str| {
        let id = put_one(&db, to, purpose, text).await;
        tried(&db, &carriers, &config, id).await
    };
    let (sent, stopped) = (Attempt::Done(State::Sent), Attempt::Done(State::Stopped));
    // 32 parts of 0.25 are 8.00 of 10.00.
    let long = "a".repeat(31 * 153);
    assert_eq!(attempt("0612345678", Purpose::Legal, &long).await, sent);
    assert_eq!(attempt("0612345678", Purpose::Digest, "digest").await, sent, "7.75 of 10.00");
    assert_eq!(attempt("0612345678", Purpose::Digest, "digest").await, stopped, "8.00 of 10.00");
    assert_eq!(attempt("0612345678", Purpose::Notice, &"a".repeat(8 * 153)).await, sent);
    assert_eq!(attempt("0612345678", Purpose::Notice, "news").await, stopped);
    for purpose in [Purpose::Code, Purpose::Legal] {
        assert_eq!(attempt("0612345678", purpose, "needed").await, sent);
    }
    assert_eq!(attempt("a@example.org", Purpose::Digest, "a mail costs nothing").await, sent);
    db.clock.advance(10 * 24 * HOUR);
    assert_eq!(attempt("0612345678", Purpose::Digest, "another month").await, sent);
    let months = months(&db.read().await.unwrap(), 10).await.unwrap();
    let costs: Vec<(&str, i64)> = months.iter().map(|month| (month.month.as_str(), month.cost)).collect();
    assert_eq!(costs, [("2026-12", 25), ("2026-11", 1050)]);
}

#[db_test]
async fn who_says_stop_gets_codes_and_legal_notices_only(db: TestDb) {
    let config = config(&[]);
    let carriers = Carriers::of(&config).unwrap();
    let phone: Phone = "0612345678".parse().unwrap();
    let earlier = put_one(&db, "0612345678", Purpose::Notice, "News").await;
    let said = |id: &'static str, text: &'static str| {
        let (db, phone) = (db.db.clone(), phone.clone());
        async move { receive(&db, &anybody(), id, &phone, text).await.unwrap() }
    };
    assert_eq!(said("1", "توقّف").await, Received::Taken(Incoming::Stop));
    assert_eq!(said("1", "START").await, Received::Seen, "the same name is the same SMS");
    assert_eq!(said("2", "stop").await, Received::Taken(Incoming::Stop), "twice is no harm");
    assert_eq!(tried(&db, &carriers, &config, earlier).await, Attempt::Done(State::Stopped), "what waited");
    let later = put_one(&db, "+212 612 34 56 78", Purpose::Digest, "Digest").await;
    assert_eq!(row(&db, later).await.state, "stopped");
    for purpose in [Purpose::Code, Purpose::Legal] {
        let id = put_one(&db, "0612345678", purpose, "text").await;
        assert_eq!(tried(&db, &carriers, &config, id).await, Attempt::Done(State::Sent));
    }
    assert_eq!(said("3", "start").await, Received::Taken(Incoming::Start));
    let again = put_one(&db, "0612345678", Purpose::Notice, "News").await;
    assert_eq!(tried(&db, &carriers, &config, again).await, Attempt::Done(State::Sent));
    let kept = message_in::Entity::find().all(&db.read().await.unwrap()).await.unwrap();
    assert_eq!(kept.len(), 3);
}

#[db_test]
async fn a_link_stops_an_address_however_it_is_written(db: TestDb) {
    let id = put_one(&db, "A.Reader@example.org", Purpose::Notice, "News").await;
    assert!(stop(&db, &anybody(), id).await.unwrap());
    assert!(stop(&db, &anybody(), id).await.unwrap(), "one click more is no harm");
    let other = put_one(&db, "a.reader@Example.org", Purpose::Notice, "News").await;
    assert_eq!(row(&db, other).await.state, "stopped");
    assert!(start_again(&db, &anybody(), id).await.unwrap());
    let third = put_one(&db, "a.reader@example.org", Purpose::Notice, "News").await;
    assert_eq!(row(&db, third).await.state, "waiting");
    assert!(!stop(&db, &anybody(), Uuid::from_u128(7)).await.unwrap());
}

#[db_test]
async fn a_report_moves_a_message_once(db: TestDb) {
    let config = config(&[]);
    let carriers = Carriers::of(&config).unwrap();
    let id = put_one(&db, "0612345678", Purpose::Notice, "News").await;
    let told = async |arrived| report(&db, &machine(), id, arrived).await.unwrap();
    assert_eq!(told(Some(true)).await, Reported::Unknown, "it was not sent yet");
    tried(&db, &carriers, &config, id).await;
    assert_eq!(told(None).await, Reported::OnTheWay);
    assert_eq!(told(Some(true)).await, Reported::Moved(State::Delivered));
    assert_eq!(row(&db, id).await.delivered_at, Some(db.clock().now().millis()));
    for again in [Some(true), Some(false), None] {
        assert_eq!(told(again).await, Reported::Seen);
    }
    let lost = put_one(&db, "0612345678", Purpose::Notice, "News").await;
    tried(&db, &carriers, &config, lost).await;
    assert_eq!(report(&db, &machine(), lost, Some(false)).await.unwrap(), Reported::Moved(State::Failed));
    assert_eq!(row(&db, lost).await.error.as_deref(), Some("the network could not deliver it"));
    assert_eq!(report(&db, &machine(), Uuid::from_u128(7), Some(true)).await.unwrap(), Reported::Unknown);
}

#[db_test]
async fn a_report_that_is_quicker_than_the_answer_stays(db: TestDb) {
    let config = config(&[]);
    let id = put_one(&db, "0612345678", Purpose::Code, "482913").await;
    assert!(begin(&db, &machine(), id, 0).await.unwrap());
    assert!(!begin(&db, &machine(), id, 0).await.unwrap(), "another process is at it");
    assert_eq!(report(&db, &machine(), id, Some(true)).await.unwrap(), Reported::Moved(State::Delivered));
    let message = Outgoing {
        id,
        to: "0612345678".parse().unwrap(),
        purpose: Purpose::Code,
        lang: Lang::arabic(),
        subject: "".parse().unwrap(),
        text: "482913".parse().unwrap(),
    };
    let answer = settle(&db, &machine(), &config, &message, Outcome::Sent(Receipt::default())).await.unwrap();
    assert_eq!(answer, Attempt::Done(State::Delivered));
    let kept = row(&db, id).await;
    assert_eq!((kept.state.as_str(), kept.cost, kept.text.as_str()), ("delivered", 25, ""));
    // Nor does a failure to hear the answer send it again.
    let lost = Outcome::Failed(Failure::Later("no answer".to_owned()), 1);
    assert_eq!(settle(&db, &machine(), &config, &message, lost).await.unwrap(), Attempt::Done(State::Delivered));
}

#[db_test]
async fn what_cannot_be_kept_of_an_sms_is_left_out(db: TestDb) {
    let phone: Phone = "0612345678".parse().unwrap();
    let text = format!("a\u{0}b\u{7}\nc{}", "م".repeat(5_000));
    receive(&db, &anybody(), "1", &phone, &text).await.unwrap();
    let kept = message_in::Entity::find().one(&db.read().await.unwrap()).await.unwrap().unwrap();
    assert!(kept.text.starts_with("ab\ncم") && kept.text.chars().count() == KEPT);
    assert_eq!((kept.kind.as_str(), kept.sender.as_str()), ("text", "+212612345678"));
}

#[db_test]
async fn after_three_months_nobody_can_say_to_whom_a_message_went(db: TestDb) {
    let config = config(&[]);
    let carriers = Carriers::of(&config).unwrap();
    let sent = put_one(&db, "0612345678", Purpose::Notice, "news").await;
    let waits = put_one(&db, "0612345679", Purpose::Notice, "news").await;
    tried(&db, &carriers, &config, sent).await;
    let cost = row(&db, sent).await.cost;
    let phone: Phone = "0612345678".parse().unwrap();
    receive(&db, &anybody(), "1", &phone, "a question").await.unwrap();
    db.clock().advance(90 * 24 * HOUR);
    assert_eq!(forget_old(&db).await.unwrap(), 0);
    db.clock().advance(1);
    assert_eq!(forget_old(&db).await.unwrap(), 2);
    let came = message_in::Entity::find().one(&db.read().await.unwrap()).await.unwrap().unwrap();
    assert_eq!((came.sender.as_str(), came.text.as_str(), came.provider_id.as_str()), ("", "", "1"));
    assert_eq!(receive(&db, &anybody(), "1", &phone, "a question").await.unwrap(), Received::Seen);
    assert_eq!(forget_old(&db).await.unwrap(), 0);
    let forgotten = row(&db, sent).await;
    assert_eq!((forgotten.address.as_str(), forgotten.text.as_str(), forgotten.cost), ("", "", cost));
    assert!(cost > 0);
    assert_eq!(row(&db, waits).await.text, "news", "what waits is still to leave");
    assert!(!stop(&db, &anybody(), sent).await.unwrap(), "a link of it stops nothing");
    assert!(months(&db.read().await.unwrap(), 12).await.unwrap().iter().any(|month| month.cost == cost));
}
