//! What gateways bring: delivery reports and SMS. They are programs: answers are a status and an English word.

use axum::{
    body::Bytes,
    extract::{RawQuery, State},
    http::{HeaderMap, StatusCode, header},
};
use encoding_rs::{Encoding, UTF_8};
use infitah_kit::{Error, urls};
use uuid::Uuid;

use crate::{
    App, Permit, failed,
    messages::{
        service::{self, Received, Reported},
        signature::{Keys, Proof},
    },
    settings::key,
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
fn read(app: &App, headers: &HeaderMap, query: Option<&str>, body: &[u8]) -> Result<Brought, Error> {
    let keys = Keys::of(app.site.config().messages.secret.as_ref().ok_or(Error::NotFound)?);
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let form = kind.starts_with("application/x-www-form-urlencoded");
    let mut proof = Proof::read(query.unwrap_or_default().as_bytes(), if form { body } else { &[] });
    // Kannel posts the bare text: an address could not hold UTF-16, and would be written into logs on the way.
    if kind.starts_with("text/plain") {
        proof.said.push(("text".to_owned(), body.to_vec()));
    }
    Ok(Brought { keys, proof })
}

/// A delivery report: `id` of the message, `status` as Kannel writes it, and the key of this message, or a signature.
pub(super) async fn report(
    State(app): State<App>,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
    body: Bytes,
) -> Answer {
    let Brought { keys, proof } = read(&app, &headers, query.as_deref(), &body)?;
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

/// An SMS: `id` as the gateway names it, `from`, `text` in `charset` (UTF-8 where it says none; a plain body is the text
/// too), and the key of incoming SMS, or `at` and a signature.
pub(super) async fn incoming(
    State(app): State<App>,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
    body: Bytes,
) -> Answer {
    if !app.settings().has(key::SMS) {
        return Err(Error::NotFound);
    }
    let Brought { keys, proof } = read(&app, &headers, query.as_deref(), &body)?;
    let path = urls::sms_in().bare();
    if !keys.is_incoming(proof.key.as_deref()) && !keys.signed(&path, &proof, app.site.clock().now()) {
        return Ok(REFUSED);
    }
    let id = proof.value("id").filter(|id| (1..=NAME).contains(&id.len()) && !id.contains(char::is_control));
    let sender = proof.value("from").and_then(|from| from.parse().ok());
    // A gateway leaves an empty text out, and brings letters as they travelled (`UTF-16BE`).
    let alphabet = proof.value("charset").filter(|name| !name.is_empty());
    let alphabet = alphabet.map_or(Some(UTF_8), |name| Encoding::for_label(name.as_bytes()));
    let (Some(id), Some(sender), Some(alphabet)) = (id, sender, alphabet) else { return Ok(UNCLEAR) };
    let (text, _) = alphabet.decode_without_bom_handling(proof.bytes("text").unwrap_or_default());
    let permit = Permit::for_machine("sms-gateway");
    Ok(match service::receive(&app.db, &permit, &app.site, id, &sender, &text).await.map_err(failed)? {
        Received::Taken(_) => TAKEN,
        Received::Seen => SEEN,
    })
}
