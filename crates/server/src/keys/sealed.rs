//! A secret encrypted with a passphrase, as text that survives mail and paper: Argon2id (RFC 9106) makes the key,
//! ChaCha20-Poly1305 (RFC 8439) encrypts. The salt is new each time, so a key encrypts one message only.

use argon2::{Algorithm, Argon2, Params, Version};
use base64::{Engine, prelude::BASE64_STANDARD};
use infitah_base::Chance;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey};

/// Why a secret could not be sealed or opened.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum SealError {
    /// Too easily guessed.
    #[error("the passphrase has fewer than {LEAST} characters")]
    Short,
    /// Not what was written here.
    #[error("this is not a backup of keys, or it was cut")]
    Unreadable,
    /// The wrong passphrase, or changed on the way: the two cannot be told apart.
    #[error("the backup of keys does not open: the passphrase is wrong, or the file was changed")]
    Closed,
    /// The machine has too little memory.
    #[error("the key of the passphrase cannot be made: {0}")]
    Derive(String),
}

/// A passphrase has at least so many characters.
pub const LEAST: usize = 12;

/// The first line. It is protected as well: another version is another format.
const HEAD: &str = "infitah keys backup 1";
const SALT: usize = 16;
const NONCE: usize = 12;

/// 64 MiB and three passes, as RFC 9106 recommends where memory is short. Part of the format.
fn key(passphrase: &str, salt: &[u8]) -> Result<LessSafeKey, SealError> {
    let wrong = |error: argon2::Error| SealError::Derive(error.to_string());
    let params = Params::new(64 * 1024, 3, 1, Some(32)).map_err(wrong)?;
    let mut key = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase.as_bytes(), salt, &mut key)
        .map_err(wrong)?;
    UnboundKey::new(&CHACHA20_POLY1305, &key).map(LessSafeKey::new).map_err(|_| SealError::Unreadable)
}

/// Encrypts.
pub fn seal(plain: &[u8], passphrase: &str, chance: &Chance) -> Result<String, SealError> {
    if passphrase.chars().count() < LEAST {
        return Err(SealError::Short);
    }
    let (salt, nonce) = (chance.bytes::<SALT>(), chance.bytes::<NONCE>());
    let mut body = plain.to_vec();
    key(passphrase, &salt)?
        .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(HEAD), &mut body)
        .map_err(|_| SealError::Unreadable)?;
    let text = BASE64_STANDARD.encode([&salt[..], &nonce, &body].concat());
    let mut out = format!("{HEAD}\n");
    for (place, letter) in text.chars().enumerate() {
        if place > 0 && place % 64 == 0 {
            out.push('\n');
        }
        out.push(letter);
    }
    out.push('\n');
    Ok(out)
}

/// Decrypts.
pub fn open(sealed: &str, passphrase: &str) -> Result<Vec<u8>, SealError> {
    let (head, text) = sealed.trim_start().split_once('\n').ok_or(SealError::Unreadable)?;
    let text: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let bytes = BASE64_STANDARD.decode(text).map_err(|_| SealError::Unreadable)?;
    let (Some((salt, rest)), true) = (bytes.split_at_checked(SALT), head.trim_end() == HEAD) else {
        return Err(SealError::Unreadable);
    };
    let (nonce, body) = rest.split_at_checked(NONCE).ok_or(SealError::Unreadable)?;
    let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| SealError::Unreadable)?;
    let mut body = body.to_vec();
    let plain = key(passphrase, salt)?.open_in_place(nonce, Aad::from(HEAD), &mut body);
    plain.map(|plain| plain.to_vec()).map_err(|_| SealError::Closed)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "a long passphrase";

    #[test]
    fn what_was_sealed_opens_with_its_passphrase_only() {
        let chance = Chance::seeded(1);
        let sealed = seal(b"secret", GOOD, &chance).unwrap();
        assert!(!sealed.contains("secret"));
        assert_eq!(open(&sealed, GOOD).unwrap(), b"secret");
        assert_eq!(open(&sealed.replace('\n', "\r\n"), GOOD).unwrap(), b"secret", "mail changes line ends");
        assert_eq!(open(&sealed, "another passphrase"), Err(SealError::Closed));
        assert_ne!(seal(b"secret", GOOD, &chance).unwrap(), sealed);
    }

    #[test]
    fn what_was_changed_or_cut_does_not_open() {
        let sealed = seal(b"secret", GOOD, &Chance::seeded(1)).unwrap();
        let mut letters: Vec<char> = sealed.chars().collect();
        let place = HEAD.len() + 45;
        letters[place] = if letters[place] == 'A' { 'B' } else { 'A' };
        assert_eq!(open(&letters.iter().collect::<String>(), GOOD), Err(SealError::Closed));
        assert_eq!(open(&sealed.replace("backup 1", "backup 2"), GOOD), Err(SealError::Unreadable));
        for cut in ["", HEAD, "infitah keys backup 1\nAAAA\n", "{}\n"] {
            assert_eq!(open(cut, GOOD), Err(SealError::Unreadable), "{cut}");
        }
    }

    #[test]
    fn a_short_passphrase_is_refused() {
        assert_eq!(seal(b"secret", "eleven char", &Chance::seeded(1)), Err(SealError::Short));
    }
}
