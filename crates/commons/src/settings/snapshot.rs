//! All settings in memory, as of one moment. One snapshot never changes.

use std::collections::{BTreeMap, HashMap};

use infitah_base::{CivilDate, Text, Timestamp, config::Config};
use infitah_store::{
    StoreError,
    entities::{section, setting_value},
};
use sea_orm::{ConnectionTrait, EntityTrait};

use super::{
    known::{self, KNOWN, Known},
    model::Value,
    sections::Section,
};
use crate::{accounts, places::Atlas};

/// What was chosen for a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The value; `None`: the default came back.
    pub value: Option<Value>,
    /// How often it was set.
    pub version: i64,
    /// When, for the last time.
    pub at: Timestamp,
    /// By whom, as the record names them.
    pub by: String,
}

/// A value and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found<'s> {
    /// The value.
    pub value: &'s Value,
    /// The place for which it was chosen; `None`: it is the default.
    pub origin: Option<&'s str>,
}

/// All settings, as of one moment.
#[derive(Debug, Default)]
pub struct Settings {
    region: String,
    defaults: HashMap<&'static str, Value>,
    chosen: BTreeMap<(&'static str, String), Chosen>,
    /// What was decided of sections, by section and place.
    pub(super) sections: BTreeMap<(String, String), Section>,
    /// Whether there is, or was, an administrator.
    pub(super) set_up: bool,
}

impl Settings {
    /// Reads them: three statements. What is kept of a setting that no longer exists, or is no value of it any more, counts
    /// as not chosen.
    pub async fn load(db: &impl ConnectionTrait, config: &Config) -> Result<Self, StoreError> {
        let mut settings = Self::of(config);
        for row in setting_value::Entity::find().all(db).await? {
            let Some(known) = known::find(&row.key) else { continue };
            let value = match row.value.as_deref().map(serde_json::from_str).transpose()? {
                None => None,
                Some(json) => Value::of_json(known.kind, &json).ok(),
            };
            let at = Timestamp::from_millis(row.set_at);
            let chosen = Chosen { value, version: row.version, at, by: row.set_by };
            settings.chosen.insert((known.key, row.place), chosen);
        }
        for row in section::Entity::find().all(db).await? {
            settings.sections.insert((row.section.clone(), row.place.clone()), Section::read(row));
        }
        settings.set_up = accounts::has_had_administrator(db).await?;
        Ok(settings)
    }

    /// The settings of an instance where nobody chose anything.
    pub fn of(config: &Config) -> Self {
        let defaults = KNOWN.iter().map(|known| (known.key, (known.default)(config))).collect();
        Self { region: config.region.clone(), defaults, ..Self::default() }
    }

    /// Whether somebody has begun to keep this instance.
    pub fn is_set_up(&self) -> bool {
        self.set_up
    }

    /// What was chosen for exactly this place.
    pub fn chosen(&self, known: &Known, place: &str) -> Option<&Chosen> {
        self.chosen.get(&(known.key, place.to_owned()))
    }

    /// The places for which something was chosen that still holds.
    pub fn places(&self, known: &Known) -> impl Iterator<Item = &str> {
        let of = known.key;
        self.chosen
            .iter()
            .filter(move |((key, _), chosen)| *key == of && chosen.value.is_some())
            .map(|((_, place), _)| place.as_str())
    }

    fn at(&self, key: &'static str, place: &str) -> Option<Found<'_>> {
        let ((_, place), chosen) = self.chosen.get_key_value(&(key, place.to_owned()))?;
        Some(Found { value: chosen.value.as_ref()?, origin: Some(place) })
    }

    /// The value for a place: its own, else that of the nearest place around it, else the default. `None`: there is no such
    /// setting.
    pub fn find(&self, key: &str, place: &str, atlas: &Atlas) -> Option<Found<'_>> {
        let (key, default) = self.defaults.get_key_value(key)?;
        let around = atlas.find(place).map(|place| atlas.ancestors(place)).unwrap_or_default();
        let own = self.at(key, place).or_else(|| around.iter().find_map(|place| self.at(key, &place.code)));
        Some(own.unwrap_or(Found { value: default, origin: None }))
    }

    /// The value for the whole instance. `None`: there is no such setting.
    fn whole(&self, key: &str) -> Option<&Value> {
        let (key, default) = self.defaults.get_key_value(key)?;
        Some(self.at(key, &self.region).map_or(default, |found| found.value))
    }

    /// Whether a switch is on for a place. What is no switch is off.
    pub fn truth(&self, key: &str, place: &str, atlas: &Atlas) -> bool {
        matches!(self.find(key, place, atlas), Some(Found { value: Value::Switch(true), .. }))
    }

    /// Whether a feature of the whole instance is on.
    pub fn has(&self, key: &str) -> bool {
        matches!(self.whole(key), Some(Value::Switch(true)))
    }

    /// Words for the whole instance; `None`: there are none.
    pub fn words(&self, key: &str) -> Option<&Text> {
        match self.whole(key)? {
            Value::Words(words) => Some(words).filter(|words| !words.is_empty()),
            _ => None,
        }
    }

    /// A line or a choice for the whole instance; `None`: it is empty.
    pub fn line(&self, key: &str) -> Option<&str> {
        match self.whole(key)? {
            Value::Line(text) | Value::Choice(text) => Some(text.as_str()).filter(|text| !text.is_empty()),
            _ => None,
        }
    }

    /// A number for the whole instance.
    pub fn number(&self, key: &str) -> Option<i64> {
        match self.whole(key)? {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// A day for the whole instance; `None`: none was chosen.
    pub fn day(&self, key: &str) -> Option<CivilDate> {
        match self.whole(key)? {
            Value::Day(day) => *day,
            _ => None,
        }
    }
}
