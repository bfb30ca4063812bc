//! What gateways bring: delivery reports and SMS. They are programs: answers are a status and an English word.

use axum::{
    body::Bytes,
    extract::{RawQuery, State},
    http::{HeaderMap, StatusCode, header},
};
use infitah_base::config::Secret;
use infitah_kit::{Error, urls};
use uuid::Uuid;

use crate::{
    App, Permit, failed,
    messages::{
        service::{self, Received, Reported},
        signature::{Keys, Proof},
    },
};

type Answer = Result<(StatusCode, &'static str), Error>;

const REFUSED: (StatusCode, &str) = (StatusCode::FORBIDDEN, "not signed, or not now\n");
const UNCLEAR: (StatusCode, &str) = (StatusCode::UNPROCESSABLE_ENTITY, "something is missing or cannot be read\n");
const SEEN: (StatusCode, &str) = (StatusCode::CONFLICT, "seen before\n");
const TAKEN: (StatusCode, &str) = (StatusCode::OK, "taken\n");

/// A request of a gateway: its parameters stand in the address, in a form, or in both.
struct Brought {
    keys: Keys,
    proof: Proof,
}

/// Reads one. An instance without a secret has no such doors.
fn read(
    secret: Option<&Secret>,
    headers: &HeaderMap,
    query: Option<&str>,
    body: &[u8],
) -> Result<Option<Brought>, Error> {
    let keys = Keys::of(secret.ok_or(Error::NotFound)?);
    let pairs = |text: &[u8]| serde_urlencoded::from_bytes::<Vec<(String, String)>>(text).ok();
    let form = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
    let body = if form { body } else { &[] };
    let both = pairs(query.unwrap_or_default().as_bytes()).zip(pairs(body));
    let proof = both.map(|(query, body)| Proof::of([query, body].concat()));
    Ok(proof.map(|proof| Brought { keys, proof }))
}

/// A delivery report: `id` of the message, `status` as Kannel writes it, and the key of this message, or a signature.
pub(super) async fn report(
    State(app): State<App>,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
    body: Bytes,
) -> Answer {
    let secret = app.site.config().messages.secret.as_ref();
    let Some(Brought { keys, proof }) = read(secret, &headers, query.as_deref(), &body)? else {
        return Ok(UNCLEAR);
    };
    let Some(id) = proof.value("id").and_then(|id| id.parse::<Uuid>().ok()) else { return Ok(UNCLEAR) };
    let path = urls::sms_report().bare();
    if !keys.is_report(id, proof.key.as_deref()) && !keys.signed(&path, &proof, app.site.clock().now()) {
        return Ok(REFUSED);
    }
    // Delivered; not delivered or refused; waiting in the network or taken by it.
    let arrived = match proof.value("status") {
        Some("1") => Some(true),
        Some("2" | "16") => Some(false),
        Some("4" | "8") => None,
        _ => return Ok(UNCLEAR),
    };
    let permit = Permit::for_machine("sms-gateway");
    Ok(match service::report(&app.db, &permit, id, arrived).await.map_err(failed)? {
        Reported::Moved(_) | Reported::OnTheWay => TAKEN,
        Reported::Seen => SEEN,
        Reported::Unknown => (StatusCode::NOT_FOUND, "no such message was sent\n"),
    })
}

/// Letters of the name that a gateway gives an SMS, at most.
const NAME: usize = 200;

/// An SMS: `id` as the gateway names it, `from`, `text`, and the key of incoming SMS, or `at` and a signature.
pub(super) async fn incoming(
    State(app): State<App>,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
    body: Bytes,
) -> Answer {
    let secret = app.site.config().messages.secret.as_ref();
    let Some(Brought { keys, proof }) = read(secret, &headers, query.as_deref(), &body)? else {
        return Ok(UNCLEAR);
    };
    let path = urls::sms_in().bare();
    if !keys.is_incoming(proof.key.as_deref()) && !keys.signed(&path, &proof, app.site.clock().now()) {
        return Ok(REFUSED);
    }
    let id = proof.value("id").filter(|id| (1..=NAME).contains(&id.len()) && !id.contains(char::is_control));
    let sender = proof.value("from").and_then(|from| from.parse().ok());
    // A gateway leaves an empty text out.
    let text = proof.value("text").unwrap_or_default();
    let (Some(id), Some(sender)) = (id, sender) else { return Ok(UNCLEAR) };
    let permit = Permit::for_machine("sms-gateway");
    Ok(match service::receive(&app.db, &permit, id, &sender, text).await.map_err(failed)? {
        Received::Taken(_) => TAKEN,
        Received::Seen => SEEN,
    })
}
