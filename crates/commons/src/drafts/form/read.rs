//! From what was typed to the document. What cannot be read is said at its field; then nothing is changed.

use super::{
    CivilDate, Currency, Cx, Field, FormState, Map, Money, Must, Shape, Value, at, beside, choices, input_of, json, put,
};

/// Letters of a line, at most.
const LINE: usize = 500;
/// Letters of a text, at most.
const TEXT: usize = 20_000;

/// Reads what was posted for these fields into a document or an entry. The form that comes back holds what was typed;
/// when it is good all of it is in `value`, else nothing is. `numbers`: those that other entries have.
pub fn read_fields(
    fields: &[Field],
    posted: &[(String, String)],
    value: &mut Value,
    numbers: &[String],
    cx: &Cx,
) -> FormState {
    let mut reading = Reading { posted, form: FormState::default(), cx };
    let mut new = value.clone();
    for field in fields {
        if matches!(field.shape, Shape::Fixed) {
            let known = at(value, field.at).and_then(Value::as_str).unwrap_or_default();
            reading.form.keep(field.at, known);
            continue;
        }
        let read = reading.field(field, at(value, field.at));
        match read {
            Ok(None) if field.must == Must::Always => {
                reading.form.wrong(field.at, "edit-must", 0);
            }
            Ok(None) if field.must == Must::Numbered => put(&mut new, field.at, Some(json!(next(numbers)))),
            Ok(read) => put(&mut new, field.at, read),
            Err((key, figure)) => {
                reading.form.wrong(field.at, key, figure);
            }
        }
    }
    let alone = |field: &&Field| {
        let around = field.at.rsplit_once('.').map_or("", |(around, _)| around);
        let others = fields.iter().filter(|other| other.at != field.at);
        let mut siblings = others.filter(|other| other.at.rsplit_once('.').map_or("", |(a, _)| a) == around);
        at(&new, field.at).is_none() && siblings.any(|other| at(&new, other.at).is_some())
    };
    for field in fields.iter().filter(|field| field.must == Must::WithOthers).filter(alone) {
        if reading.form.error(field.at).is_none() {
            reading.form.wrong(field.at, "edit-must-with", 0);
        }
    }
    if reading.form.is_good() {
        *value = new;
    }
    reading.form
}

/// The first number that no other entry has.
fn next(numbers: &[String]) -> String {
    (1..).map(|number: u32| number.to_string()).find(|number| !numbers.contains(number)).unwrap_or_default()
}

type Wrong = (&'static str, i64);

struct Reading<'a> {
    posted: &'a [(String, String)],
    form: FormState,
    cx: &'a Cx,
}

impl Reading<'_> {
    fn posted(&self, name: &str) -> &str {
        self.posted.iter().find(|(one, _)| one == name).map(|(_, value)| value.trim()).unwrap_or_default()
    }

    /// What was typed, kept in the form.
    fn typed(&mut self, name: &str) -> String {
        let typed = self.posted(name).replace("\r\n", "\n");
        self.form.keep(name.to_owned(), &typed);
        typed
    }

    fn field(&mut self, field: &Field, known: Option<&Value>) -> Result<Option<Value>, Wrong> {
        if let Shape::Words(long) = field.shape {
            return self.words(field, known, if long { TEXT } else { LINE });
        }
        if let Shape::Several(_) | Shape::Parties = field.shape {
            let chosen: Vec<&str> =
                self.posted.iter().filter(|(name, _)| name == field.at).map(|(_, value)| value.as_str()).collect();
            self.form.keep(field.at, &chosen.join("\n"));
            let kept = known.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
            let mut allowed: Vec<String> = choices(field, self.cx).into_iter().map(|choice| choice.code).collect();
            allowed.extend(kept.map(str::to_owned));
            if chosen.iter().any(|one| !allowed.iter().any(|code| code == one)) {
                return Err(("edit-wrong-choice", 0));
            }
            return Ok((!chosen.is_empty()).then(|| json!(chosen)));
        }
        let typed = self.typed(field.at);
        if let Shape::Money = field.shape {
            let currency = self.typed(&beside(field, "currency"));
            return money(&typed, &currency, self.cx.currency);
        }
        if let Shape::Position = field.shape {
            let longitude = self.typed(&beside(field, "longitude"));
            return position(&typed, &longitude);
        }
        if typed.is_empty() {
            return Ok(None);
        }
        match field.shape {
            Shape::Line if typed.chars().count() > LINE => Err(("edit-too-long", LINE.try_into().unwrap_or(i64::MAX))),
            Shape::Line => Ok(Some(json!(typed))),
            Shape::Whole => Ok(Some(json!(digits(&typed).parse::<u32>().map_err(|_| ("edit-wrong-number", 0))?))),
            Shape::Percent => {
                let percent = digits(typed.trim_end_matches(['%', '٪'])).parse::<u32>();
                let percent = percent.ok().filter(|percent| *percent <= 100);
                Ok(Some(json!(percent.ok_or(("edit-wrong-percent", 0))?)))
            }
            Shape::Day => {
                let day: CivilDate = digits(&typed).parse().map_err(|_| ("edit-wrong-day", 0))?;
                Ok(Some(json!(day)))
            }
            Shape::Truth => match typed.as_str() {
                "yes" => Ok(Some(json!(true))),
                "no" => Ok(Some(json!(false))),
                _ => Err(("edit-wrong-choice", 0)),
            },
            Shape::One(_) | Shape::Party | Shape::Place => {
                let is_known = known.and_then(Value::as_str) == Some(typed.as_str());
                let is_choice = choices(field, self.cx).iter().any(|choice| choice.code == typed);
                if is_known || is_choice { Ok(Some(json!(typed))) } else { Err(("edit-wrong-choice", 0)) }
            }
            Shape::Geometry(is_sane) => {
                let shape = serde_json::from_str(&typed).ok().filter(is_sane);
                Ok(Some(shape.ok_or(("edit-wrong-geometry", 0))?))
            }
            Shape::Pairs => {
                let pairs = typed.lines().map(str::trim).filter(|line| !line.is_empty());
                let pairs = pairs.map(|line| {
                    let (name, value) = line.split_once(':').ok_or(("edit-wrong-pairs", 0))?;
                    Ok((name.trim().to_owned(), json!(value.trim())))
                });
                Ok(Some(Value::Object(pairs.collect::<Result<Map<_, _>, Wrong>>()?)))
            }
            Shape::Words(_) | Shape::Several(_) | Shape::Parties | Shape::Money | Shape::Position | Shape::Fixed => {
                Ok(None)
            }
        }
    }

    /// Words in the languages of the form; those in other languages stay.
    fn words(&mut self, field: &Field, known: Option<&Value>, most: usize) -> Result<Option<Value>, Wrong> {
        let mut words = known.and_then(Value::as_object).cloned().unwrap_or_default();
        let mut wrong = None;
        for lang in self.cx.langs.clone() {
            let typed = self.typed(&input_of(field, lang));
            if typed.chars().count() > most {
                wrong = Some(("edit-too-long", i64::try_from(most).unwrap_or(i64::MAX)));
            }
            if typed.is_empty() {
                words.remove(lang.tag());
            } else {
                words.insert(lang.tag().to_owned(), json!(typed));
            }
        }
        match wrong {
            Some(wrong) => Err(wrong),
            None => Ok((!words.is_empty()).then_some(Value::Object(words))),
        }
    }
}

/// Digits as programs read them: Arabic ones too, without the spaces between thousands.
fn digits(typed: &str) -> String {
    let digit = |c: char| match c {
        '٠'..='٩' => char::from_digit(u32::from(c) - u32::from('٠'), 10),
        '۰'..='۹' => char::from_digit(u32::from(c) - u32::from('۰'), 10),
        '٫' => Some('.'),
        '\u{2212}' => Some('-'),
        '٬' | '\u{200e}' | '\u{200f}' | '\u{61c}' => None,
        c if c.is_whitespace() => None,
        c => Some(c),
    };
    typed.chars().filter_map(digit).collect()
}

fn money(typed: &str, currency: &str, usual: Currency) -> Result<Option<Value>, Wrong> {
    if typed.is_empty() {
        return Ok(None);
    }
    let currency = match currency {
        "" => usual,
        code => code.to_ascii_uppercase().parse().map_err(|_| ("edit-wrong-currency", 0))?,
    };
    let mut amount = digits(typed);
    // A comma before at most two digits is a decimal one; between thousands it could be either, and is not guessed.
    if !amount.contains('.')
        && let Some((whole, fraction)) = amount.split_once(',')
        && fraction.len() <= 2
    {
        amount = format!("{whole}.{fraction}");
    }
    let money = Money::from_decimal(&amount, currency).map_err(|_| ("edit-wrong-amount", 0))?;
    Ok(Some(serde_json::to_value(money).map_err(|_| ("edit-wrong-amount", 0))?))
}

fn position(latitude: &str, longitude: &str) -> Result<Option<Value>, Wrong> {
    if latitude.is_empty() && longitude.is_empty() {
        return Ok(None);
    }
    let number = |typed: &str, most: f64| {
        let number: Option<f64> = digits(typed).replace(',', ".").parse().ok();
        number.filter(|number| number.abs() <= most).ok_or(("edit-wrong-position", 0))
    };
    Ok(Some(json!([number(longitude, 180.0)?, number(latitude, 90.0)?])))
}
