//! Reading OC4IDS packages, lists of projects and single projects as a stream: one project is in memory at a time.

use std::{io, ops::ControlFlow};

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::{Ear, ImportOptions, Problem, Source, oc4ids_in::one};

/// Reads a package, a list or a single project, one project after the other.
pub(super) fn read(source: &Source, options: &ImportOptions, ear: &mut Ear<'_>) -> io::Result<()> {
    let (_, text) = source.text()?;
    let mut json = serde_json::Deserializer::from_reader(text);
    let mut row = 0;
    let mut take = |value: Value, ear: &mut Ear<'_>| {
        row += 1;
        one(row, value, options, ear)
    };
    let done = json.deserialize_any(Whole { take: &mut take, ear: &mut *ear }).and_then(|()| json.end());
    if let Err(error) = done {
        // To stop is an error for the parser, and none for us.
        if ear.goes_on() {
            let _ = ear.unusable(vec![Problem::new(0, "", error.to_string(), "import-not-json")]);
        }
    }
    Ok(())
}

type Take<'t> = &'t mut dyn FnMut(Value, &mut Ear<'_>) -> ControlFlow<()>;

/// A file as a whole: what is no list of projects is small, so it is gathered.
struct Whole<'t, 'e, 'f> {
    take: Take<'t>,
    ear: &'e mut Ear<'f>,
}

fn stopped<E: de::Error>() -> E {
    E::custom("stopped")
}

fn no_projects<E: de::Error>(ear: &mut Ear<'_>) -> E {
    let _ = ear.unusable(vec![Problem::new(0, "", "", "import-no-projects")]);
    stopped()
}

impl<'de> Visitor<'de> for Whole<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a package, a list or a project")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        while let Some(value) = items.next_element::<Value>()? {
            if (self.take)(value, self.ear).is_break() {
                return Err(stopped());
            }
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<(), A::Error> {
        let mut rest = Map::new();
        let mut has_list = false;
        while let Some(key) = fields.next_key::<String>()? {
            if key == "projects" {
                has_list = true;
                fields.next_value_seed(List(Whole { take: &mut *self.take, ear: &mut *self.ear }))?;
            } else {
                rest.insert(key, fields.next_value()?);
            }
        }
        if has_list {
            return Ok(());
        }
        if !rest.contains_key("id") {
            return Err(no_projects(self.ear));
        }
        let _ = (self.take)(Value::Object(rest), self.ear);
        Ok(())
    }
}

/// The value of `projects`, which has to be a list.
struct List<'t, 'e, 'f>(Whole<'t, 'e, 'f>);

impl<'de> DeserializeSeed<'de> for List<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: de::Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for List<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a list of projects")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<(), A::Error> {
        self.0.visit_seq(items)
    }

    fn visit_map<A: MapAccess<'de>>(self, _: A) -> Result<(), A::Error> {
        Err(no_projects(self.0.ear))
    }

    fn visit_str<E: de::Error>(self, _: &str) -> Result<(), E> {
        Err(no_projects(self.0.ear))
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<(), E> {
        Err(no_projects(self.0.ear))
    }

    fn visit_u64<E: de::Error>(self, _: u64) -> Result<(), E> {
        Err(no_projects(self.0.ear))
    }

    fn visit_i64<E: de::Error>(self, _: i64) -> Result<(), E> {
        Err(no_projects(self.0.ear))
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<(), E> {
        Err(no_projects(self.0.ear))
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        Err(no_projects(self.0.ear))
    }
}
