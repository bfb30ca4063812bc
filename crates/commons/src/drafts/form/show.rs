//! From a document to what stands in the inputs.

use super::{Cx, Field, FormState, Money, Shape, Value, at, beside, input_of};

/// The form that shows these fields of a document or an entry.
pub fn show_fields(fields: &[Field], value: &Value, cx: &Cx) -> FormState {
    let mut form = FormState::default();
    for field in fields {
        show(&mut form, field, at(value, field.at), cx);
    }
    form
}

fn show(form: &mut FormState, field: &Field, value: Option<&Value>, cx: &Cx) {
    let plain = || value.map(said).unwrap_or_default();
    match field.shape {
        Shape::Words(_) => {
            for lang in &cx.langs {
                let words = value.and_then(|words| words.get(lang.tag())).and_then(Value::as_str);
                form.keep(input_of(field, *lang), words.unwrap_or_default());
            }
        }
        Shape::Money => {
            let money = value.and_then(money);
            form.keep(field.at, &money.map(Money::to_decimal).unwrap_or_default());
            form.keep(beside(field, "currency"), money.map_or(cx.currency, |money| money.currency).code());
        }
        Shape::Truth => {
            let truth = value.and_then(Value::as_bool);
            form.keep(field.at, truth.map_or("", |truth| if truth { "yes" } else { "no" }));
        }
        Shape::Several(_) | Shape::Parties => {
            let codes = value.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
            form.keep(field.at, &codes.collect::<Vec<_>>().join("\n"));
        }
        Shape::Position => {
            let number = |index: usize| value.and_then(|value| value.get(index)).map(said).unwrap_or_default();
            form.keep(field.at, &number(1));
            form.keep(beside(field, "longitude"), &number(0));
        }
        Shape::Geometry(_) => {
            form.keep(field.at, &value.map(Value::to_string).unwrap_or_default());
        }
        Shape::Pairs => {
            let pairs = value.and_then(Value::as_object).into_iter().flatten();
            let lines = pairs.map(|(name, value)| format!("{name}: {}", said(value)));
            form.keep(field.at, &lines.collect::<Vec<_>>().join("\n"));
        }
        Shape::Line
        | Shape::Whole
        | Shape::Percent
        | Shape::Day
        | Shape::One(_)
        | Shape::Party
        | Shape::Place
        | Shape::Fixed => {
            form.keep(field.at, &plain());
        }
    }
}

/// A scalar as it is typed.
fn said(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn money(value: &Value) -> Option<Money> {
    Some(Money::new(value.get("minor")?.as_i64()?, value.get("currency")?.as_str()?.parse().ok()?))
}
