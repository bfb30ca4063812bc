//! What the law asks, as a table.

use infitah_base::{CivilDate, Lang, Text};
use infitah_kit::export::table::{Cell, Column};

use super::{Of, Said, amount, of_edition, same, texts};
use crate::budget::{
    rules::law::By,
    web::{
        Told,
        law::{self, Place, Ruled, Stands},
    },
};

/// A rule of the law, or one place where it is broken.
pub(super) struct Rule {
    of: Of,
    key: &'static str,
    article: &'static str,
    term: Option<&'static str>,
    name: &'static Text,
    text: Option<&'static Text>,
    verdict: &'static str,
    reason: String,
    at: String,
    place: Text,
    by: Cell,
    unit: Cell,
}

pub(super) fn rows(told: &Told, today: CivilDate) -> Vec<Rule> {
    let mut out = Vec::new();
    for one in law::judged(told, today, usize::MAX) {
        if one.places.is_empty() {
            let reason = one.missing().map(|key| told.t.m(key).bare()).unwrap_or_default();
            out.push(Rule { reason, ..rule(told, &one) });
        }
        out.extend(one.places.iter().map(|place| broken(told, rule(told, &one), place)));
    }
    out
}

fn rule(told: &Told, one: &Ruled) -> Rule {
    Rule {
        of: Of::new(&told.edition),
        key: one.key,
        article: one.article,
        term: one.term,
        name: one.name,
        text: one.text,
        verdict: match one.verdict {
            Stands::Kept => "kept",
            Stands::Broken => "broken",
            Stands::Unknown(_) => "cannot_tell",
        },
        reason: String::new(),
        at: String::new(),
        place: Text::default(),
        by: Cell::Nothing,
        unit: Cell::Nothing,
    }
}

fn broken(told: &Told, rule: Rule, place: &Place) -> Rule {
    let node = || place.breach.node.as_ref().map(|node| node.to_string()).unwrap_or_default();
    let (by, unit) = match &place.breach.by {
        Some(By::Amount(minor)) => (amount(&told.edition, Some(*minor)), rule.of.currency.as_str().into()),
        Some(By::Days(days)) => (Cell::number(Some(days)), "days".into()),
        Some(By::Count(count)) => (Cell::number(Some(count)), "count".into()),
        Some(By::Missing(key)) => (Cell::Nothing, key.into()),
        None => (Cell::Nothing, Cell::Nothing),
    };
    Rule {
        reason: told.t.m(place.breach.key).bare(),
        at: place.breach.line.clone().unwrap_or_else(node),
        place: place.name.as_ref().map(|(name, _)| name.clone()).unwrap_or_default(),
        by,
        unit,
        ..rule
    }
}

pub(super) fn columns(languages: &[Lang]) -> Vec<Column<Said<Rule>>> {
    let mut out: Vec<Column<Said<Rule>>> = of_edition(|row: &Rule| &row.of).into();
    out.extend([
        Column::text("rule", "Key of the rule; a broken one has a row for each place.", same(|r: &Rule| r.key.into()))
            .required(),
        Column::text("verdict", "kept, broken or cannot_tell.", same(|row: &Rule| row.verdict.into())).required(),
        Column::text("article", "Article of the law.", same(|row: &Rule| row.article.into())),
        Column::text("term", "The law's own word, in Arabic.", same(|row: &Rule| row.term.into())),
    ]);
    out.extend(texts("name", "The rule", languages, |row: &Rule, lang| row.name.exactly(lang).into()));
    let law = |row: &Rule, lang| row.text.and_then(|text| text.exactly(lang)).into();
    out.extend(texts("law", "The text that it stands in", languages, law));
    out.push(Column::text("at", "The line or node where it is broken.", same(|row: &Rule| (&row.at).into())));
    out.extend(texts("at.name", "What that is called", languages, |row: &Rule, lang| row.place.exactly(lang).into()));
    out.extend(texts("reason", "What is wrong, or missing to tell", languages, |row: &Rule, _| {
        row.reason.as_str().into()
    }));
    out.extend([
        Column::number("by", "By how much.", same(|row: &Rule| row.by.clone())),
        Column::text(
            "unit",
            "Of what that is: a currency, days, count; or the document that is missing.",
            same(|row: &Rule| row.unit.clone()),
        ),
    ]);
    out
}
