//! Values of settings.

use infitah_base::{CivilDate, Lang, Text};

use super::known::Kind;

/// The value of a setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Words in several languages; none where it is empty.
    Words(Text),
    /// One line that is the same in all languages.
    Line(String),
    /// One of a few codes.
    Choice(String),
    /// Yes or no.
    Switch(bool),
    /// A whole number.
    Number(i64),
    /// A day, or none.
    Day(Option<CivilDate>),
}

/// What was typed or kept is no value of this setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a value of this setting")]
pub struct NotAValue;

/// Words are no longer than this, in letters.
pub const LONGEST: usize = 500;

impl Value {
    /// As it is kept and as the record says it.
    pub fn json(&self) -> serde_json::Value {
        match self {
            Value::Words(words) => {
                words.iter().map(|(lang, text)| (lang.tag().to_owned(), serde_json::Value::from(text))).collect()
            }
            Value::Line(text) | Value::Choice(text) => text.as_str().into(),
            Value::Switch(on) => (*on).into(),
            Value::Number(number) => (*number).into(),
            Value::Day(day) => day.map(|day| day.to_string()).into(),
        }
    }

    /// Reads what was kept; what a setting of this kind cannot be is refused.
    pub fn of_json(kind: Kind, json: &serde_json::Value) -> Result<Self, NotAValue> {
        let text = || json.as_str().ok_or(NotAValue);
        match kind {
            Kind::Words => {
                let mut words = Text::default();
                for (tag, text) in json.as_object().ok_or(NotAValue)? {
                    words.set(Lang::parse(tag).map_err(|_| NotAValue)?, text.as_str().ok_or(NotAValue)?);
                }
                Ok(Value::Words(words))
            }
            Kind::Switch => json.as_bool().map(Value::Switch).ok_or(NotAValue),
            Kind::Number { from, to } => {
                let number = json.as_i64().filter(|number| (from..=to).contains(number));
                number.map(Value::Number).ok_or(NotAValue)
            }
            Kind::Day if json.is_null() => Ok(Value::Day(None)),
            Kind::Line(_) | Kind::Choice(_) | Kind::Day => Self::of_text(kind, text()?),
        }
    }

    /// Reads one field of a form, of every kind but words.
    pub fn of_text(kind: Kind, text: &str) -> Result<Self, NotAValue> {
        let text = text.trim();
        match kind {
            Kind::Words => Err(NotAValue),
            Kind::Line(is_good) => {
                let good = text.is_empty() || (text.chars().count() <= LONGEST && is_good(text));
                let plain = !text.chars().any(char::is_control);
                (good && plain).then(|| Value::Line(text.to_owned())).ok_or(NotAValue)
            }
            Kind::Choice(codes) => codes.contains(&text).then(|| Value::Choice(text.to_owned())).ok_or(NotAValue),
            Kind::Switch => match text {
                "yes" => Ok(Value::Switch(true)),
                "no" => Ok(Value::Switch(false)),
                _ => Err(NotAValue),
            },
            Kind::Number { from, to } => {
                let number = text.parse().ok().filter(|number| (from..=to).contains(number));
                number.map(Value::Number).ok_or(NotAValue)
            }
            Kind::Day if text.is_empty() => Ok(Value::Day(None)),
            Kind::Day => text.parse().map(|day| Value::Day(Some(day))).map_err(|_| NotAValue),
        }
    }

    /// What a form shows of it, for every kind but words.
    pub fn text(&self) -> String {
        match self {
            Value::Words(_) => String::new(),
            Value::Line(text) | Value::Choice(text) => text.clone(),
            Value::Switch(on) => if *on { "yes" } else { "no" }.to_owned(),
            Value::Number(number) => number.to_string(),
            Value::Day(day) => day.map(|day| day.to_string()).unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::settings::KNOWN;

    #[rstest]
    #[case(Kind::Switch, "perhaps")]
    #[case(Kind::Number { from: 1, to: 60 }, "61")]
    #[case(Kind::Number { from: 1, to: 60 }, "one")]
    #[case(Kind::Choice(&["info", "warning"]), "loud")]
    #[case(Kind::Day, "2026-02-30")]
    #[case(Kind::Line(|text| text.contains('@')), "nobody")]
    #[case(Kind::Line(|_| true), "two\nlines")]
    fn what_a_setting_cannot_be_is_refused(#[case] kind: Kind, #[case] text: &str) {
        assert_eq!(Value::of_text(kind, text), Err(NotAValue));
    }

    #[test]
    fn a_value_that_was_kept_is_read_as_it_was() {
        let mut words = Text::one(Lang::arabic(), "أهلا");
        words.set(Lang::parse("fr").unwrap(), "Bonjour");
        let values = [
            (Kind::Words, Value::Words(words)),
            (Kind::Line(|_| true), Value::Line("+212 5".to_owned())),
            (Kind::Choice(&["info"]), Value::Choice("info".to_owned())),
            (Kind::Switch, Value::Switch(true)),
            (Kind::Number { from: 0, to: 9 }, Value::Number(7)),
            (Kind::Day, Value::Day(Some("2026-11-24".parse().unwrap()))),
            (Kind::Day, Value::Day(None)),
        ];
        for (kind, value) in values {
            assert_eq!(Value::of_json(kind, &value.json()), Ok(value));
        }
    }

    #[test]
    fn every_default_is_a_value_of_its_kind() {
        let layers = infitah_base::config::Layers::new(None, &Default::default(), &[]).unwrap();
        let config = infitah_base::config::Config::parse(&layers).unwrap();
        for known in KNOWN {
            let value = (known.default)(&config);
            assert_eq!(Value::of_json(known.kind, &value.json()), Ok(value), "{}", known.key);
        }
    }
}
