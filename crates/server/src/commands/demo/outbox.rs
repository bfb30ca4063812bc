//! What a demonstration has in its outbox when it starts: a message for each purpose that people will meet, and an SMS that
//! somebody sent.

use infitah_base::{Lang, ids};
use infitah_commons::{
    App, Permit,
    messages::{self, Carriers, Outgoing, Purpose},
};
use infitah_store::StoreError;

/// The project that the examples speak of.
const PROJECT: &str = "PRJ-2026-0001";

/// The invented receivers: a number that nobody has, an address that cannot be one.
const PHONE: &str = "+212600000000";
const MAIL: &str = "reader@example.org";

/// Sends the examples, on the way that every message goes.
pub async fn fill(app: &App) -> Result<(), StoreError> {
    let mut config = app.site.config().clone();
    // A demonstration in the evening shows them too.
    config.messages.quiet = None;
    let carriers = app.held::<Carriers>().map_err(wrong)?.clone();
    let mut languages = config.languages.iter().copied().cycle();
    let examples = [
        (PHONE, Purpose::Notice, "", "outbox-example-notice"),
        (MAIL, Purpose::Digest, "outbox-example-subject", "outbox-example-digest"),
        (PHONE, Purpose::Code, "", "outbox-example-code"),
    ];
    for (to, purpose, subject, text) in examples {
        let lang = languages.next().unwrap_or_else(Lang::arabic);
        let t = app.site.t(lang);
        let say = |key: &str| match key {
            "" => String::new(),
            key => t.m(key).s("reference", PROJECT).s("site", config.public_url.as_str()).bare(),
        };
        let (to, subject, text) =
            (to.parse().map_err(wrong)?, say(subject).parse().map_err(wrong)?, say(text).parse().map_err(wrong)?);
        let zone = config.time_zone.clone();
        let id = app
            .db
            .write(move |tx| {
                Box::pin(async move {
                    let id = ids::new_uuid(tx.at(), tx.chance());
                    let message = Outgoing { id, to, purpose, lang, subject, text };
                    messages::put(tx, &Permit::for_operator("demo"), &message, &zone).await?;
                    Ok::<_, StoreError>(id)
                })
            })
            .await?;
        messages::attempt(&app.db, &Permit::for_machine("messages"), &carriers, &config, id).await?;
    }
    // And a question that somebody wrote by SMS, once, to be read at the desk; it is answered as every one.
    let question = app.site.t(Lang::arabic()).m("outbox-example-question").bare();
    let phone = PHONE.parse().map_err(wrong)?;
    messages::receive(&app.db, &Permit::for_operator("demo"), &app.site, "demo", &phone, &question).await?;
    Ok(())
}

/// A fault of ours: the examples are part of the program.
fn wrong(error: impl std::fmt::Display) -> StoreError {
    StoreError::Unreadable(error.to_string())
}
