//! What factors are made of: the secret of an application that shows codes, and codes that are used once.

use std::fmt;

use argon2::{Algorithm, Argon2, Params, Version};
use base64::{Engine, prelude::BASE64_STANDARD_NO_PAD};
use infitah_base::{Chance, Timestamp};
use infitah_store::StoreError;
use totp_rs::{Builder, Secret, Totp};

use super::model::KeptCode;

/// The secret that an application which shows codes shares with us. SHA-1, six digits, thirty seconds: what every
/// application understands (RFC 6238).
#[derive(Clone)]
pub struct Shared(Secret);

/// Never printed.
impl fmt::Debug for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Shared")
    }
}

/// One step of a clock that is wrong, either way (RFC 6238, 5.2).
const TOLERANCE: u16 = 1;

impl Shared {
    /// A new one, of 160 random bits (RFC 4226, 4).
    pub fn new(chance: &Chance) -> Self {
        Self(Secret::from(chance.bytes::<20>()))
    }

    /// As it was kept.
    pub fn kept(text: &str) -> Result<Self, StoreError> {
        Secret::try_from_base32(text).map(Self).map_err(|_| StoreError::Unreadable("a secret of codes".to_owned()))
    }

    /// As it is kept and typed: Base32.
    pub fn to_base32(&self) -> String {
        self.0.to_base32()
    }

    /// In groups of four, for who types it.
    pub fn groups(&self) -> Vec<String> {
        let letters: Vec<char> = self.to_base32().chars().collect();
        letters.chunks(4).map(|group| group.iter().collect()).collect()
    }

    /// The link that applications understand, with the names under which they show their codes.
    pub fn link(&self, issuer: &str, account: &str) -> Option<String> {
        let plain = |name: &str| name.replace(':', " ");
        let named = self.builder().with_issuer(Some(plain(issuer))).with_account_name(plain(account));
        named.build().ok()?.to_url().ok()
    }

    /// The step at which an application shows this code, if that is now or one step away.
    pub fn step(&self, code: &str, now: Timestamp) -> Option<i64> {
        let seconds = u64::try_from(now.millis() / 1000).ok()?;
        self.totp()?.check(code, seconds).and_then(|step| i64::try_from(step).ok())
    }

    fn totp(&self) -> Option<Totp> {
        self.builder().build().ok()
    }

    fn builder(&self) -> Builder {
        Builder::new().with_secret(self.0.clone()).with_skew(TOLERANCE)
    }

    /// What an application shows at an instant.
    #[cfg(test)]
    pub fn shown(&self, now: Timestamp) -> String {
        self.totp().unwrap().generate(u64::try_from(now.millis() / 1000).unwrap()).to_string()
    }
}

/// Salt and hash of a code that is used once: slow on purpose (Argon2id as OWASP asks for passwords), though nobody
/// guesses sixty random bits.
pub fn hash(code: &KeptCode, salt: [u8; 16]) -> Result<String, StoreError> {
    let bytes = derive(code, &salt)?;
    Ok(format!("{}.{}", BASE64_STANDARD_NO_PAD.encode(salt), BASE64_STANDARD_NO_PAD.encode(bytes)))
}

/// Whether a code is the one that was hashed.
pub fn is_hash_of(kept: &str, code: &KeptCode) -> Result<bool, StoreError> {
    let parts = kept.split_once('.').and_then(|(salt, hash)| {
        let decode = |text: &str| BASE64_STANDARD_NO_PAD.decode(text).ok();
        Some((decode(salt)?, decode(hash)?))
    });
    let Some((salt, hash)) = parts else { return Err(StoreError::Unreadable("the hash of a code".to_owned())) };
    Ok(derive(code, &salt)?.as_slice() == hash)
}

fn derive(code: &KeptCode, salt: &[u8]) -> Result<[u8; 32], StoreError> {
    let failed = |error: argon2::Error| StoreError::Unreadable(format!("argon2: {error}"));
    let params = Params::new(19 * 1024, 2, 1, Some(32)).map_err(failed)?;
    let mut out = [0; 32];
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    argon.hash_password_into(code.to_string().as_bytes(), salt, &mut out).map_err(failed)?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::factors::rules;

    /// RFC 6238, Appendix B: SHA-1, eight digits, of which ours are the last six.
    #[rstest::rstest]
    #[case(59, "94287082")]
    #[case(1_111_111_109, "07081804")]
    #[case(1_111_111_111, "14050471")]
    #[case(1_234_567_890, "89005924")]
    #[case(2_000_000_000, "69279037")]
    #[case(20_000_000_000, "65353130")]
    fn codes_are_those_of_the_rfc(#[case] second: i64, #[case] code: &str) {
        let shared = Shared(Secret::from(*b"12345678901234567890"));
        let now = Timestamp::from_millis(second * 1000);
        assert_eq!(shared.shown(now), code[2..]);
        assert_eq!(shared.step(&code[2..], now), Some(second / 30));
        // One step late or early is a slow hand or a wrong clock; two are another code.
        for (late, found) in [(30, true), (-30, true), (60, false), (-60, false)] {
            assert_eq!(shared.step(&code[2..], now.plus_millis(late * 1000)).is_some(), found, "{late}");
        }
    }

    #[test]
    fn a_secret_is_shown_as_link_and_as_groups_and_never_printed() {
        let shared = Shared::new(&Chance::seeded(1));
        assert_eq!(shared.groups().concat(), shared.to_base32());
        assert_eq!((shared.groups().len(), shared.to_base32().len()), (8, 32));
        let link = shared.link("Région: test", "Itto & sons").unwrap();
        let expected = format!(
            "otpauth://totp/R%C3%A9gion%20%20test:Itto%20%26%20sons?secret={}&issuer=R%C3%A9gion%20%20test",
            shared.to_base32()
        );
        assert_eq!(link, expected);
        assert_eq!(Shared::kept(&shared.to_base32()).unwrap().to_base32(), shared.to_base32());
        assert!(Shared::kept("not base32!").is_err());
        assert_eq!(format!("{shared:?}"), "Shared");
    }

    #[test]
    fn the_hash_of_a_code_is_of_that_code_alone() {
        let (one, other) = (rules::kept_code([1; 10]), rules::kept_code([2; 10]));
        let kept = hash(&one, [3; 16]).unwrap();
        assert!(is_hash_of(&kept, &one).unwrap() && !is_hash_of(&kept, &other).unwrap());
        assert_ne!(kept, hash(&one, [4; 16]).unwrap());
        assert!(!kept.contains(&one.secret) && is_hash_of("damaged", &one).is_err());
    }
}
