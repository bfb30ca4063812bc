//! A device with a passkey, for tests: what an authenticator and a browser do together (WebAuthn, 6.1, 5.8.1), with a key
//! of its own.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD as BASE64};
use ring::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair},
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::passkeys::Asked;

const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const HAS_KEY: u8 = 0x40;

/// A telephone.
pub struct Device {
    key: EcdsaKeyPair,
    id: Vec<u8>,
    origin: String,
    host: String,
    /// How often it has signed, as it says.
    pub counter: u32,
    /// Whether its owner unlocks it.
    pub unlocked: bool,
}

impl Device {
    /// A new one, in whose browser a page of this origin stands.
    pub fn at(origin: &str) -> Self {
        let (chance, algorithm) = (SystemRandom::new(), &ECDSA_P256_SHA256_ASN1_SIGNING);
        let key = EcdsaKeyPair::generate_pkcs8(algorithm, &chance).unwrap();
        let key = EcdsaKeyPair::from_pkcs8(algorithm, key.as_ref(), &chance).unwrap();
        let id = Sha256::digest(key.public_key().as_ref()).to_vec();
        let host = origin.split("://").nth(1).unwrap().split(':').next().unwrap().to_owned();
        Self { key, id, origin: origin.to_owned(), host, counter: 0, unlocked: true }
    }

    /// The same device, in whose browser a page of another origin stands that says it is the first.
    pub fn lured_to(mut self, origin: &str) -> Self {
        self.origin = origin.to_owned();
        self
    }

    /// Makes a passkey.
    pub fn make(&self, asked: &Asked) -> String {
        let point = self.key.public_key().as_ref();
        let mut data = self.data(HAS_KEY);
        data.extend([0; 16]);
        data.extend([0, 32]);
        data.extend(&self.id);
        // COSE (RFC 9053): EC2, ES256, P-256, x, y.
        data.extend([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]);
        data.extend(&point[1..33]);
        data.extend([0x22, 0x58, 0x20]);
        data.extend(&point[33..65]);
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        object.push(u8::try_from(data.len()).unwrap());
        object.extend(data);
        let said = self.said("webauthn.create", asked);
        self.answer(json!({ "attestationObject": BASE64.encode(object), "clientDataJSON": BASE64.encode(said) }))
    }

    /// Signs with it.
    pub fn sign(&mut self, asked: &Asked) -> String {
        let (data, said) = (self.data(0), self.said("webauthn.get", asked));
        let signed = [data.as_slice(), Sha256::digest(said.as_bytes()).as_slice()].concat();
        let signature = self.key.sign(&SystemRandom::new(), &signed).unwrap();
        self.answer(json!({
            "authenticatorData": BASE64.encode(data),
            "clientDataJSON": BASE64.encode(said),
            "signature": BASE64.encode(signature.as_ref()),
        }))
    }

    fn data(&self, flags: u8) -> Vec<u8> {
        let mut data = Sha256::digest(self.host.as_bytes()).to_vec();
        data.push(flags | PRESENT | if self.unlocked { VERIFIED } else { 0 });
        data.extend(self.counter.to_be_bytes());
        data
    }

    fn said(&self, kind: &str, asked: &Asked) -> String {
        let challenge = &asked.options["challenge"];
        json!({ "type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false }).to_string()
    }

    fn answer(&self, response: Value) -> String {
        let id = BASE64.encode(&self.id);
        json!({ "id": id, "rawId": id, "type": "public-key", "response": response }).to_string()
    }
}
