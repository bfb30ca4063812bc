//! The first run: from nothing to a first administrator. Whoever can read what the program says on its machine has a
//! one-time key; the database keeps its SHA-256. It is good for a day, once, and never again after there was an
//! administrator.

use infitah_base::{Lang, config::Config};
use infitah_store::{
    Act, StoreError, WriteTx,
    entities::{granting, session, setting_value},
    settings,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde::{Deserialize, Serialize};

use super::{
    codes::{self, Chosen},
    model::{NewAccount, NewGrant, Token},
    service,
};
use crate::{
    Permit,
    access::Role,
    settings::{ChangeSettings, NewValue, Section, SectionError, SettingError, Value, change, decide, find, key},
};

/// The setting that keeps the key of the first run.
const KEY: &str = "start-key";
/// The setting that keeps the region that was chosen.
const REGION: &str = "start-region";
/// The setting that keeps the languages that were chosen.
const LANGUAGES: &str = "start-languages";
/// The setting that keeps which section is to come first.
const FIRST: &str = "start-section";

/// How long a key is good, in milliseconds.
const GOOD_FOR: i64 = 24 * 3600 * 1000;

/// A key as the database keeps it; `None`: it was used.
#[derive(Serialize, Deserialize)]
struct KeptKey {
    hash: Option<String>,
    ends_at: i64,
}

/// Whether there is, or was, an administrator.
pub async fn has_had_administrator(db: &impl ConnectionTrait) -> Result<bool, StoreError> {
    let administrators = granting::Entity::find().filter(granting::Column::Role.eq(Role::Administrator.code()));
    Ok(administrators.count(db).await? > 0)
}

fn record(tx: &WriteTx, actor: &str, what: &str, name: &str, new: Option<String>) {
    let object = format!("setting/{name}");
    tx.record(Act { actor, action: what, object: &object, version: None, old: None, new, why: None });
}

/// Makes the key of the first run, and gives it, to be said once; the one before is good no more. `None`: there is, or
/// was, an administrator.
pub async fn new_key(tx: &WriteTx) -> Result<Option<String>, StoreError> {
    if has_had_administrator(tx).await? {
        return Ok(None);
    }
    let token = Token::new(tx.chance());
    let kept = KeptKey { hash: Some(token.hash()), ends_at: tx.at().millis() + GOOD_FOR };
    record(tx, "operator:serve", "start.key", KEY, None);
    settings::set(tx, KEY, &serde_json::to_string(&kept)?).await?;
    Ok(Some(token.secret().to_owned()))
}

/// Whether this key opens the first run now.
pub(super) async fn is_good(db: &impl ConnectionTrait, key: &str, now: i64) -> Result<bool, StoreError> {
    let Some(kept) = settings::get(db, KEY).await? else { return Ok(false) };
    let kept: KeptKey = serde_json::from_str(&kept)?;
    // What is compared are hashes: how long that takes tells nothing of the key.
    let is_it = kept.hash.is_some_and(|hash| hash == Token::brought(key).hash());
    Ok(is_it && now < kept.ends_at && !has_had_administrator(db).await?)
}

/// The key is good no more; where there was none, nothing is written.
pub async fn forget_key(tx: &WriteTx, actor: &str) -> Result<(), StoreError> {
    if settings::get(tx, KEY).await?.is_some() {
        record(tx, actor, "start.ended", KEY, None);
        settings::set(tx, KEY, &serde_json::to_string(&KeptKey { hash: None, ends_at: 0 })?).await?;
    }
    Ok(())
}

/// What is chosen first.
#[derive(Clone, Debug)]
pub(super) struct FirstChoices {
    /// The region, by its code.
    pub region: String,
    /// The languages of its pages, the first one by default.
    pub languages: Vec<Lang>,
    /// Its name, as pages show it.
    pub name: infitah_base::Text,
    /// The section that is to come first.
    pub section: String,
    /// Sections without content: they are closed until they have what they need.
    pub empty: Vec<&'static str>,
}

/// Keeps what was chosen, if the key is good: `false` where it is not.
pub(super) async fn choose(tx: &WriteTx, secret: &str, first: FirstChoices) -> Result<bool, StoreError> {
    if !is_good(tx, secret, tx.at().millis()).await? {
        return Ok(false);
    }
    let permit = Permit::<ChangeSettings>::for_anybody("start");
    let languages: Vec<&str> = first.languages.iter().map(|lang| lang.tag()).collect();
    for (name, value) in [(REGION, first.region.clone()), (LANGUAGES, languages.join(",")), (FIRST, first.section)] {
        record(tx, ACTOR, "start.chosen", name, Some(value.clone()));
        settings::set(tx, name, &value).await?;
    }
    if let Some(known) = find(key::NAME) {
        let place = first.region.clone();
        let row = setting_value::Entity::find_by_id((known.key.to_owned(), place.clone())).one(tx).await?;
        let seen = row.map_or(0, |row| row.version);
        let new = NewValue { known, place, value: Some(Value::Words(first.name)), seen };
        match change(tx, &permit, new).await {
            // What was read in this write is what there is.
            Ok(()) | Err(SettingError::Changed) => {}
            Err(SettingError::Store(error)) => return Err(error),
        }
    }
    for section in first.empty {
        let closed = Section { closed: true, ..Section::default() };
        match decide(tx, &permit, (section, &first.region), closed, false).await {
            // What stays closed lacks nothing.
            Ok(()) | Err(SectionError::Missing(_)) => {}
            Err(SectionError::Store(error)) => return Err(error),
        }
    }
    Ok(true)
}

/// As the record names who did it.
const ACTOR: &str = "visitor:start";

/// Makes who entered the right code the first administrator, signed in on this device, if the key is good. `None`: it is
/// not, or no code was entered.
pub(super) async fn finish(
    tx: &WriteTx,
    (secret, browser): (&str, &Token),
    (name, lang): (String, Lang),
    region: &str,
    device: &str,
) -> Result<Option<Token>, StoreError> {
    if !is_good(tx, secret, tx.at().millis()).await? {
        return Ok(None);
    }
    let new = NewAccount { name, lang, place: None, opened_by: None };
    let Some(token) = codes::finish(tx, browser, Chosen::New(new), device).await? else { return Ok(None) };
    let begun = session::Entity::find().filter(session::Column::Token.eq(token.hash())).one(tx).await?;
    let account = begun.ok_or_else(|| StoreError::Unreadable("a session that was just begun".to_owned()))?.account;
    let (role, place) = (Role::Administrator, region.to_owned());
    let grant = NewGrant { account, role, place, domain: None, until: None, given_by: None };
    service::give(tx, &Permit::for_anybody("start"), grant).await?;
    forget_key(tx, ACTOR).await?;
    Ok(Some(token))
}

/// The section that is to come first.
pub(super) async fn first_section(db: &impl ConnectionTrait) -> Result<Option<String>, StoreError> {
    settings::get(db, FIRST).await
}

/// A configuration with what was chosen at the first run, where nobody set it otherwise.
pub async fn settled(db: &impl ConnectionTrait, mut config: Config) -> Result<Config, StoreError> {
    if config.unset.contains(&"region")
        && let Some(region) = settings::get(db, REGION).await?
    {
        config.region = region;
    }
    if config.unset.contains(&"languages")
        && let Some(tags) = settings::get(db, LANGUAGES).await?
    {
        let languages: Vec<Lang> = tags.split(',').filter_map(|tag| Lang::parse(tag).ok()).collect();
        if !languages.is_empty() {
            config.languages = languages;
        }
    }
    Ok(config)
}
