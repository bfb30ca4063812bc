//! The key of an instance: files that it exports are signed with it (Ed25519, RFC 8032), so that anybody who has the
//! public half, published at `/.well-known/infitah-keys.json`, can prove that a file came from here.
//!
//! Everything is in one file, `keys/instance.json` of the data directory, replaced as a whole: a crash leaves the old
//! one or the new one. It is never part of a backup of the data. The public half of a retired key stays published,
//! its secret is gone.

use std::{
    fs, io,
    io::Write,
    os::unix::fs::{DirBuilderExt, PermissionsExt},
    path::{Path, PathBuf},
};

use axum::{Json, Router, extract::State, routing::get};
use base64::{Engine, prelude::BASE64_STANDARD};
use infitah_base::{Chance, CivilDate};
use infitah_commons::App;
use infitah_kit::Error;
use ring::signature::{Ed25519KeyPair, KeyPair};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

pub mod sealed;

/// Why keys cannot be used. Said to the technician, with what to do.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// Nothing was made yet.
    #[error("there is no key in {0}: make one with `infitah keys new`, or bring one back with `infitah keys restore`")]
    None(String),
    /// Nowhere to put a key.
    #[error("there is no data directory {0}: check `data`, or make it with `infitah migrate`")]
    NoData(String),
    /// A second first key.
    #[error("there is a key in {0} already: `infitah keys rotate` makes a new one and retires it")]
    There(String),
    /// Somebody else may have copied the secret.
    #[error("{0} can be read by others (mode {1:o}): `chmod {2:o} {0}`; if others had access, `infitah keys rotate`")]
    Open(String, u32, u32),
    /// The file holds something else.
    #[error("{0} is not a file of keys: {1}")]
    Damaged(String, String),
    /// A backup of keys that does not open.
    #[error("{0}")]
    Sealed(#[from] sealed::SealError),
    /// Disk.
    #[error("{0}: {1}")]
    Io(String, io::Error),
}

/// What the file holds.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ring {
    /// The secret in use: 32 bytes in Base64.
    secret: String,
    /// Since when.
    since: CivilDate,
    /// Keys that sign no longer.
    retired: Vec<Retired>,
}

/// The public half of a key that signs no longer.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Retired {
    public: String,
    since: CivilDate,
    until: CivilDate,
}

/// A public key with its dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Public {
    /// Its short name: the beginning of its SHA-256.
    pub id: String,
    /// 32 bytes.
    pub key: Vec<u8>,
    /// It signs since this day.
    pub since: CivilDate,
    /// It signed until this day; `None`: it signs.
    pub until: Option<CivilDate>,
}

impl Public {
    fn new(key: Vec<u8>, since: CivilDate, until: Option<CivilDate>) -> Self {
        let id = Sha256::digest(&key).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        Self { id, key, since, until }
    }

    /// As other programs read it (RFC 8410).
    pub fn pem(&self) -> String {
        let mut der = b"\x30\x2a\x30\x05\x06\x03\x2b\x65\x70\x03\x21\x00".to_vec();
        der.extend(&self.key);
        format!("-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n", BASE64_STANDARD.encode(der))
    }

    fn published(&self) -> Value {
        json!({ "id": self.id, "algorithm": "Ed25519", "since": self.since, "until": self.until, "pem": self.pem() })
    }
}

impl Ring {
    fn first(chance: &Chance, today: CivilDate) -> Self {
        Self { secret: BASE64_STANDARD.encode(chance.bytes::<32>()), since: today, retired: Vec::new() }
    }

    fn rotated(mut self, chance: &Chance, today: CivilDate) -> Result<Self, String> {
        let old =
            Retired { public: BASE64_STANDARD.encode(self.pair()?.public_key()), since: self.since, until: today };
        self.retired.insert(0, old);
        Ok(Self { retired: self.retired, ..Self::first(chance, today) })
    }

    fn pair(&self) -> Result<Ed25519KeyPair, String> {
        let seed = BASE64_STANDARD.decode(&self.secret).map_err(|error| error.to_string())?;
        Ed25519KeyPair::from_seed_unchecked(&seed).map_err(|error| error.to_string())
    }

    /// The public halves, the newest first.
    fn public(&self) -> Result<Vec<Public>, String> {
        let mut out = vec![Public::new(self.pair()?.public_key().as_ref().to_vec(), self.since, None)];
        for old in &self.retired {
            let key = BASE64_STANDARD.decode(&old.public).map_err(|error| error.to_string())?;
            out.push(Public::new(key, old.since, Some(old.until)));
        }
        Ok(out)
    }
}

/// The keys of a data directory.
pub struct Keys {
    directory: PathBuf,
}

impl Keys {
    /// Below this data directory.
    pub fn of(data: &Path) -> Self {
        Self { directory: data.join("keys") }
    }

    fn file(&self) -> PathBuf {
        self.directory.join("instance.json")
    }

    /// Whether there are any.
    pub fn exist(&self) -> bool {
        self.file().exists()
    }

    fn read(&self) -> Result<Ring, KeyError> {
        if !self.exist() {
            return Err(KeyError::None(self.directory.display().to_string()));
        }
        for (path, right) in [(self.directory.clone(), 0o700), (self.file(), 0o600)] {
            let mode = fs::metadata(&path).map_err(at(&path))?.permissions().mode() & 0o777;
            if mode & 0o077 != 0 {
                return Err(KeyError::Open(path.display().to_string(), mode, right));
            }
        }
        self.understand(&fs::read(self.file()).map_err(at(&self.file()))?)
    }

    fn understand(&self, bytes: &[u8]) -> Result<Ring, KeyError> {
        let damaged = |why: String| KeyError::Damaged(self.file().display().to_string(), why);
        let ring: Ring = serde_json::from_slice(bytes).map_err(|error| damaged(error.to_string()))?;
        ring.public().map_err(damaged)?;
        Ok(ring)
    }

    /// Replaces the file as a whole; it is on the disk when this returns.
    fn write(&self, name: &str, bytes: &[u8]) -> Result<(), KeyError> {
        match fs::DirBuilder::new().mode(0o700).create(&self.directory) {
            // A mistyped `data` must not become a new directory.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let data = self.directory.parent().unwrap_or(&self.directory);
                return Err(KeyError::NoData(data.display().to_string()));
            }
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(at(&self.directory)(error)),
            _ => {}
        }
        let path = self.directory.join(name);
        // Temporary files are for their owner only (0600), and so is what they become.
        let mut file = tempfile::NamedTempFile::new_in(&self.directory).map_err(at(&self.directory))?;
        file.write_all(bytes).and_then(|()| file.as_file().sync_all()).map_err(at(&path))?;
        file.persist(&path).map_err(|error| KeyError::Io(path.display().to_string(), error.error))?;
        fs::File::open(&self.directory).and_then(|folder| folder.sync_all()).map_err(at(&self.directory))
    }

    fn keep(&self, ring: &Ring) -> Result<Vec<Public>, KeyError> {
        let damaged = |why: String| KeyError::Damaged(self.file().display().to_string(), why);
        let bytes = serde_json::to_vec_pretty(ring).map_err(|error| damaged(error.to_string()))?;
        self.write("instance.json", &bytes)?;
        ring.public().map_err(damaged)
    }

    /// Makes the first key.
    pub fn make(&self, chance: &Chance, today: CivilDate) -> Result<Vec<Public>, KeyError> {
        if self.exist() {
            return Err(KeyError::There(self.directory.display().to_string()));
        }
        self.keep(&Ring::first(chance, today))
    }

    /// Makes a new key and retires the old one. A backup of the old one is no backup any more.
    pub fn rotate(&self, chance: &Chance, today: CivilDate) -> Result<Vec<Public>, KeyError> {
        let ring = self.read()?.rotated(chance, today);
        let ring = ring.map_err(|why| KeyError::Damaged(self.file().display().to_string(), why))?;
        let public = self.keep(&ring)?;
        match fs::remove_file(self.directory.join(LAST_BACKUP)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(at(&self.directory)(error)),
            _ => Ok(public),
        }
    }

    /// The public halves, the newest first; empty when there is no key.
    pub fn public(&self) -> Result<Vec<Public>, KeyError> {
        if !self.exist() {
            return Ok(Vec::new());
        }
        self.read()?.public().map_err(|why| KeyError::Damaged(self.file().display().to_string(), why))
    }

    /// Signs: 64 bytes, and the key that made them.
    pub fn sign(&self, message: &[u8]) -> Result<(Vec<u8>, Public), KeyError> {
        let ring = self.read()?;
        let pair = ring.pair().map_err(|why| KeyError::Damaged(self.file().display().to_string(), why))?;
        let key = Public::new(pair.public_key().as_ref().to_vec(), ring.since, None);
        Ok((pair.sign(message).as_ref().to_vec(), key))
    }

    /// All keys, encrypted with a passphrase. The day is noted only by [`Keys::backed_up`], when the file is kept.
    pub fn seal(&self, passphrase: &str, chance: &Chance) -> Result<String, KeyError> {
        let damaged =
            |error: serde_json::Error| KeyError::Damaged(self.file().display().to_string(), error.to_string());
        let plain = serde_json::to_vec(&self.read()?).map_err(damaged)?;
        Ok(sealed::seal(&plain, passphrase, chance)?)
    }

    /// Notes that the present keys were backed up on this day.
    pub fn backed_up(&self, today: CivilDate) -> Result<(), KeyError> {
        self.write(LAST_BACKUP, today.to_string().as_bytes())
    }

    /// When the present keys were backed up.
    pub fn last_backup(&self) -> Option<CivilDate> {
        fs::read_to_string(self.directory.join(LAST_BACKUP)).ok()?.parse().ok()
    }

    /// Brings the keys back from a backup. Keys that are there are not replaced.
    pub fn restore(&self, sealed: &str, passphrase: &str) -> Result<Vec<Public>, KeyError> {
        if self.exist() {
            return Err(KeyError::There(self.directory.display().to_string()));
        }
        self.keep(&self.understand(&sealed::open(sealed, passphrase)?)?)
    }
}

const LAST_BACKUP: &str = "last-backup";

fn at(path: &Path) -> impl Fn(io::Error) -> KeyError + use<> {
    let path = path.display().to_string();
    move |error| KeyError::Io(path.clone(), error)
}

/// The public halves, for everyone.
pub fn routes() -> Router<App> {
    Router::new().route("/.well-known/infitah-keys.json", get(publish))
}

async fn publish(State(app): State<App>) -> Result<Json<Value>, Error> {
    let keys = Keys::of(&app.site.config().data).public().map_err(Error::internal)?;
    Ok(Json(json!({ "keys": keys.iter().map(Public::published).collect::<Vec<_>>() })))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ring::signature::{ED25519, UnparsedPublicKey};

    fn day(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    fn keys() -> (tempfile::TempDir, Keys, Chance) {
        let data = tempfile::tempdir().unwrap();
        let keys = Keys::of(data.path());
        (data, keys, Chance::seeded(7))
    }

    #[test]
    fn a_signature_holds_for_its_message_and_key_only() {
        let (_data, keys, chance) = keys();
        keys.make(&chance, day("2026-11-23")).unwrap();
        let (signature, key) = keys.sign(b"a register").unwrap();
        let holds = |message: &[u8]| UnparsedPublicKey::new(&ED25519, &key.key).verify(message, &signature).is_ok();
        assert!(holds(b"a register"));
        assert!(!holds(b"another register"));
    }

    #[test]
    fn a_retired_key_stays_known_and_its_secret_goes() {
        let (_data, keys, chance) = keys();
        let first = keys.make(&chance, day("2026-01-02")).unwrap().remove(0);
        keys.backed_up(day("2026-01-03")).unwrap();
        let secret = keys.read().unwrap().secret;
        let now = keys.rotate(&chance, day("2026-11-23")).unwrap();
        assert_eq!(now.len(), 2);
        assert_ne!(now[0].id, first.id);
        assert_eq!(now[1], Public { until: Some(day("2026-11-23")), ..first });
        assert!(!fs::read_to_string(keys.file()).unwrap().contains(&secret));
        assert_eq!(keys.last_backup(), None, "the backup holds the old key only");
        assert_eq!(keys.public().unwrap(), now);
    }

    #[test]
    fn a_key_that_others_can_read_is_refused() {
        let (_data, keys, chance) = keys();
        keys.make(&chance, day("2026-11-23")).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&keys.directory), mode(&keys.file())), (0o700, 0o600));
        fs::set_permissions(keys.file(), fs::Permissions::from_mode(0o640)).unwrap();
        let refused = keys.sign(b"x").unwrap_err().to_string();
        assert!(refused.contains("can be read by others (mode 640): `chmod 600 "), "{refused}");
    }

    #[test]
    fn a_first_key_is_made_once_and_a_damaged_one_is_told() {
        let (_data, keys, chance) = keys();
        assert!(matches!(keys.sign(b"x"), Err(KeyError::None(_))));
        assert!(keys.public().unwrap().is_empty());
        keys.make(&chance, day("2026-11-23")).unwrap();
        assert!(matches!(keys.make(&chance, day("2026-11-23")), Err(KeyError::There(_))));
        keys.write("instance.json", b"{\"secret\":\"AAAA\",\"since\":\"2026-11-23\",\"retired\":[]}").unwrap();
        assert!(matches!(keys.public(), Err(KeyError::Damaged(..))));
    }

    #[test]
    fn keys_come_back_from_their_backup() {
        let (_data, keys, chance) = keys();
        keys.make(&chance, day("2026-01-02")).unwrap();
        let public = keys.rotate(&chance, day("2026-11-23")).unwrap();
        let sealed = keys.seal("eight words of a song nobody knows", &chance).unwrap();
        let (_elsewhere, other, _) = self::keys();
        assert!(other.restore(&sealed, "another passphrase").is_err());
        assert!(!other.exist());
        assert_eq!(other.restore(&sealed, "eight words of a song nobody knows").unwrap(), public);
        assert_eq!(other.sign(b"x").unwrap(), keys.sign(b"x").unwrap());
    }
}
