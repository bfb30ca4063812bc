//! Who may tell us something: everything that comes in carries a proof that its sender knows the secret, or was told
//! by us. All comparisons take the same time whatever is wrong.

use infitah_base::{Timestamp, config::Secret};
use ring::hmac;
use uuid::Uuid;

/// How far the time in a signed request may be from ours, in milliseconds.
const WINDOW: i64 = 5 * 60 * 1000;

/// What a request proves itself with: its parameters but for `signature` and `key`, and these two.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proof {
    /// Names and values.
    pub said: Vec<(String, String)>,
    /// HMAC-SHA256 of the canonical parameters, in hexadecimal.
    pub signature: Option<String>,
    /// A key that we gave out ourselves, in hexadecimal.
    pub key: Option<String>,
}

impl Proof {
    /// Takes a request's parameters apart.
    pub fn of(parameters: Vec<(String, String)>) -> Self {
        let mut proof = Self::default();
        for (name, value) in parameters {
            match name.as_str() {
                "signature" => proof.signature = Some(value),
                "key" => proof.key = Some(value),
                _ => proof.said.push((name, value)),
            }
        }
        proof
    }

    /// A parameter; of one that is said twice neither counts.
    pub fn value(&self, name: &str) -> Option<&str> {
        let mut found = self.said.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str());
        found.next().filter(|_| found.next().is_none())
    }
}

/// The keys that come out of the secret: one for each thing, so that none serves for another.
#[derive(Clone)]
pub struct Keys(hmac::Key);

impl Keys {
    /// Of a secret.
    pub fn of(secret: &Secret) -> Self {
        Self(hmac::Key::new(hmac::HMAC_SHA256, secret.bytes()))
    }

    /// The key of the delivery reports of one message: it goes to the gateway with the message.
    pub fn report(&self, message: Uuid) -> String {
        self.tag(&format!("report\n{message}"))
    }

    /// The key with which a gateway that cannot sign brings incoming SMS.
    pub fn incoming(&self) -> String {
        self.tag("incoming")
    }

    /// The key of the link that stops what is sent to the receiver of one message.
    pub fn stop(&self, message: Uuid) -> String {
        self.tag(&format!("stop\n{message}"))
    }

    /// The signature of a request to `path` with these parameters.
    pub fn sign(&self, path: &str, said: &[(String, String)]) -> String {
        self.tag(&canonical(path, said))
    }

    /// Whether a request to `path` is signed, and now: its `at` (seconds since 1970) is within five minutes of `now`.
    pub fn signed(&self, path: &str, proof: &Proof, now: Timestamp) -> bool {
        let fresh = proof.value("at").and_then(|at| at.parse::<i64>().ok()).and_then(|at| at.checked_mul(1000));
        let fresh = fresh.is_some_and(|at| at.abs_diff(now.millis()) <= WINDOW.unsigned_abs());
        fresh && self.is(&canonical(path, &proof.said), proof.signature.as_deref())
    }

    /// Whether a key is that of the reports of a message.
    pub fn is_report(&self, message: Uuid, key: Option<&str>) -> bool {
        self.is(&format!("report\n{message}"), key)
    }

    /// Whether a key is that of incoming SMS.
    pub fn is_incoming(&self, key: Option<&str>) -> bool {
        self.is("incoming", key)
    }

    /// Whether a key stops what is sent to the receiver of a message.
    pub fn is_stop(&self, message: Uuid, key: Option<&str>) -> bool {
        self.is(&format!("stop\n{message}"), key)
    }

    fn tag(&self, text: &str) -> String {
        hmac::sign(&self.0, text.as_bytes()).as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    fn is(&self, text: &str, given: Option<&str>) -> bool {
        let Some(tag) = given.and_then(bytes) else { return false };
        hmac::verify(&self.0, text.as_bytes(), &tag).is_ok()
    }
}

/// The path, then a line `name=value` for each parameter, sorted, with what could be taken for a border escaped.
fn canonical(path: &str, said: &[(String, String)]) -> String {
    let escape = |text: &str| text.replace('%', "%25").replace('\n', "%0A").replace('=', "%3D");
    let mut lines: Vec<String> =
        said.iter().map(|(name, value)| format!("{}={}", escape(name), escape(value))).collect();
    lines.sort_unstable();
    format!("request\n{path}\n{}", lines.join("\n"))
}

/// Bytes of hexadecimal digits.
fn bytes(text: &str) -> Option<Vec<u8>> {
    let digits = text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    digits.then(|| (0..32).filter_map(|at| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).ok()).collect())
}

#[cfg(test)]
pub(super) mod tests {
    use infitah_base::config::{Config, Layers};

    use super::*;

    pub(crate) const SECRET: &str = "a secret of the tests, of 32 letters";

    pub(crate) fn keys() -> Keys {
        let variables = [("INFITAH_MESSAGE_SECRET".to_owned(), SECRET.to_owned())].into();
        let config = Config::parse(&Layers::new(None, &variables, &[]).unwrap()).unwrap();
        Keys::of(config.messages.secret.as_ref().unwrap())
    }

    fn said(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_signature_holds_for_its_path_its_words_and_five_minutes() {
        let (keys, now) = (keys(), Timestamp::from_millis(1_795_428_900_123));
        let words = said(&[("id", "1"), ("text", "a=b\nc"), ("at", "1795428900")]);
        let signed = |path: &str, words: &[(String, String)]| Proof {
            said: words.to_vec(),
            signature: Some(keys.sign(path, words)),
            key: None,
        };
        let good = signed("/hooks/sms/in", &words);
        assert!(keys.signed("/hooks/sms/in", &good, now));
        assert!(keys.signed("/hooks/sms/in", &good, now.plus_millis(299_000)));
        assert!(keys.signed("/hooks/sms/in", &good, now.plus_millis(-300_000)));
        for wrong in [now.plus_millis(300_001), now.plus_millis(-300_200)] {
            assert!(!keys.signed("/hooks/sms/in", &good, wrong));
        }
        assert!(!keys.signed("/hooks/sms/report", &good, now), "another door");
        let mut turned = good.clone();
        turned.said.reverse();
        assert!(keys.signed("/hooks/sms/in", &turned, now), "the order says nothing");
        for (at, value) in [(1, "a=b"), (0, "2"), (2, "1795428901")] {
            let mut changed = good.clone();
            changed.said[at].1 = value.to_owned();
            assert!(!keys.signed("/hooks/sms/in", &changed, now), "{value}");
        }
        let mut unsigned = good.clone();
        unsigned.signature = None;
        assert!(!keys.signed("/hooks/sms/in", &unsigned, now));
        // A border that is moved is another text.
        let (left, right) = (said(&[("a", "b\nc=d")]), said(&[("a", "b"), ("c", "d")]));
        assert_ne!(keys.sign("/", &left), keys.sign("/", &right));
    }

    #[test]
    fn each_key_opens_one_door() {
        let (keys, one, other) = (keys(), Uuid::from_u128(1), Uuid::from_u128(2));
        assert!(keys.is_report(one, Some(&keys.report(one))));
        assert!(keys.is_stop(one, Some(&keys.stop(one))));
        assert!(keys.is_incoming(Some(&keys.incoming())));
        for wrong in
            [keys.report(other), keys.stop(one), keys.incoming(), String::new(), "é".repeat(32), "x".repeat(64)]
        {
            assert!(!keys.is_report(one, Some(&wrong)), "{wrong}");
        }
        assert!(!keys.is_report(one, None));
    }

    #[test]
    fn what_is_said_twice_counts_for_nothing() {
        let proof = Proof::of(said(&[("id", "1"), ("id", "2"), ("at", "3"), ("key", "k")]));
        assert_eq!((proof.value("id"), proof.value("at"), proof.key.as_deref()), (None, Some("3"), Some("k")));
    }
}
