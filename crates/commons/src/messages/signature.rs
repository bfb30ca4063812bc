//! Who may tell us something: everything that comes in carries a proof that its sender knows the secret, or was told
//! by us. All comparisons take the same time whatever is wrong.

use infitah_base::{Timestamp, config::Secret};
use percent_encoding::percent_decode;
use ring::hmac;
use uuid::Uuid;

/// How far the time in a signed request may be from ours, in milliseconds.
const WINDOW: i64 = 5 * 60 * 1000;

/// What a request proves itself with: its parameters but for `signature` and `key`, and these two.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proof {
    /// Names and values. A value is bytes: an SMS may come in the alphabet in which it travelled.
    pub said: Vec<(String, Vec<u8>)>,
    /// HMAC-SHA256 of the canonical parameters, in hexadecimal.
    pub signature: Option<String>,
    /// A key that we gave out ourselves, in hexadecimal.
    pub key: Option<String>,
}

impl Proof {
    /// Reads parameters as forms write them (`name=value&…`): those of the address, then those of the body.
    pub fn read(address: &[u8], body: &[u8]) -> Self {
        let mut proof = Self::default();
        for pair in [address, body].into_iter().flat_map(|part| part.split(|byte| *byte == b'&')) {
            if pair.is_empty() {
                continue;
            }
            let mut halves = pair.splitn(2, |byte| *byte == b'=').map(plain);
            let (name, value) = (text(halves.next().unwrap_or_default()), halves.next().unwrap_or_default());
            match name.as_str() {
                "signature" => proof.signature = Some(text(value)),
                "key" => proof.key = Some(text(value)),
                _ => proof.said.push((name, value)),
            }
        }
        proof
    }

    /// The bytes of a parameter; of one that is said twice neither counts.
    pub fn bytes(&self, name: &str) -> Option<&[u8]> {
        let mut found = self.said.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_slice());
        found.next().filter(|_| found.next().is_none())
    }

    /// A parameter that is UTF-8.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.bytes(name).and_then(|bytes| std::str::from_utf8(bytes).ok())
    }
}

/// What a form wrote.
fn plain(written: &[u8]) -> Vec<u8> {
    let spaced: Vec<u8> = written.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
    percent_decode(&spaced).collect()
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8_lossy(&bytes).into_owned()
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
        self.tag(format!("report\n{message}").as_bytes())
    }

    /// The key with which a gateway that cannot sign brings incoming SMS.
    pub fn incoming(&self) -> String {
        self.tag(b"incoming")
    }

    /// The key of the link that stops what is sent to the receiver of one message.
    pub fn stop(&self, message: Uuid) -> String {
        self.tag(format!("stop\n{message}").as_bytes())
    }

    /// The signature of a request to `path` with these parameters.
    pub fn sign(&self, path: &str, said: &[(String, Vec<u8>)]) -> String {
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
        self.is(format!("report\n{message}").as_bytes(), key)
    }

    /// Whether a key is that of incoming SMS.
    pub fn is_incoming(&self, key: Option<&str>) -> bool {
        self.is(b"incoming", key)
    }

    /// Whether a key stops what is sent to the receiver of a message.
    pub fn is_stop(&self, message: Uuid, key: Option<&str>) -> bool {
        self.is(format!("stop\n{message}").as_bytes(), key)
    }

    fn tag(&self, said: &[u8]) -> String {
        hmac::sign(&self.0, said).as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    fn is(&self, said: &[u8], given: Option<&str>) -> bool {
        let Some(tag) = given.and_then(bytes) else { return false };
        hmac::verify(&self.0, said, &tag).is_ok()
    }
}

/// The path, then a line `name=value` for each parameter, sorted, with what could be taken for a border escaped.
fn canonical(path: &str, said: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut lines: Vec<Vec<u8>> = said
        .iter()
        .map(|(name, value)| [b"\n", &escaped(name.as_bytes())[..], b"=", &escaped(value)].concat())
        .collect();
    lines.sort_unstable();
    [b"request\n", path.as_bytes(), &lines.concat()].concat()
}

fn escaped(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    for byte in bytes {
        match byte {
            b'%' => out.extend(b"%25"),
            b'\n' => out.extend(b"%0A"),
            b'=' => out.extend(b"%3D"),
            other => out.push(*other),
        }
    }
    out
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

    fn said(pairs: &[(&str, &str)]) -> Vec<(String, Vec<u8>)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), value.as_bytes().to_vec())).collect()
    }

    #[test]
    fn a_signature_holds_for_its_path_its_words_and_five_minutes() {
        let (keys, now) = (keys(), Timestamp::from_millis(1_795_428_900_123));
        let words = said(&[("id", "1"), ("text", "a=b\nc"), ("at", "1795428900")]);
        let signed = |path: &str, words: &[(String, Vec<u8>)]| Proof {
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
            changed.said[at].1 = value.as_bytes().to_vec();
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
    fn parameters_are_read_as_forms_write_them_and_twice_is_never() {
        let proof = Proof::read(b"id=1&id=2&at=3&key=k&&text=a+b%3D%26%2B", b"raw=%06%2A%D8%00&alone");
        assert_eq!((proof.value("id"), proof.value("at"), proof.key.as_deref()), (None, Some("3"), Some("k")));
        assert_eq!((proof.value("text"), proof.value("alone")), (Some("a b=&+"), Some("")));
        assert_eq!((proof.value("raw"), proof.bytes("raw")), (None, Some(&b"\x06*\xd8\0"[..])));
    }

    #[test]
    fn others_can_sign_as_the_guide_says() {
        // printf 'request\n/hooks/sms/in\nat=1795428900\nid=7\ntext=a%%3Db' | openssl dgst -sha256 -hmac SECRET
        let words = said(&[("id", "7"), ("text", "a=b"), ("at", "1795428900")]);
        assert_eq!(
            keys().sign("/hooks/sms/in", &words),
            "c7e25d01e5af8a41176533520420f5feac7c3d29993c3491de9d798564cbaf46"
        );
    }
}
