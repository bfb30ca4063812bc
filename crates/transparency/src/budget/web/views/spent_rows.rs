//! Whether it was spent, as a table.

use infitah_base::{Lang, Text};
use infitah_kit::export::table::{Cell, Column};

use super::{Of, Said, TOTAL, amount, direction, of_edition, same, texts};
use crate::budget::{
    model::Direction,
    web::{Told, spent},
};

/// An amount at one step.
pub(super) struct Step {
    of: Of,
    table: &'static str,
    direction: Direction,
    step: &'static str,
    key: String,
    name: Text,
    amount: Cell,
    voted: Cell,
    of_hundred: Option<i64>,
}

pub(super) fn rows(told: &Told, asked: &spent::Asked) -> Vec<Step> {
    let edition = &told.edition;
    let spent::Steps { rows, revenue } = spent::steps(told);
    let became = spent::asked_for(told, asked);
    let step = |direction: Direction, row: spent::Row| Step {
        of: Of { phase: row.phase, ..Of::new(edition) },
        table: "steps",
        direction,
        step: row.code,
        key: TOTAL.to_owned(),
        name: Text::one(told.lang, row.label),
        amount: amount(edition, row.minor),
        voted: Cell::Nothing,
        of_hundred: row.of_hundred,
    };
    let mut out: Vec<Step> = rows.into_iter().map(|row| step(Direction::Spending, row)).collect();
    out.extend(revenue.into_iter().map(|row| step(Direction::Revenue, row)));
    let Some(told) = &became.told else { return out };
    out.extend(became.fates.into_iter().map(|fate| Step {
        of: Of::new(&told.edition),
        table: "where",
        direction: Direction::Spending,
        step: became.step,
        key: fate.one.slice.key(),
        name: fate.one.name,
        amount: amount(edition, fate.one.amount),
        voted: amount(edition, fate.voted),
        of_hundred: fate.of_hundred,
    }));
    out
}

pub(super) fn columns(languages: &[Lang]) -> Vec<Column<Said<Step>>> {
    let mut out: Vec<Column<Said<Step>>> = of_edition(|row: &Step| &row.of).into();
    out.extend([
        Column::text(
            "table",
            "steps: all, one step after the other; where: by what spending is for, at the step that is asked for.",
            same(|row: &Step| row.table.into()),
        )
        .required(),
        Column::text("direction", "revenue or expenditure.", same(|row: &Step| direction(row.direction).into()))
            .required(),
        Column::text("step", "voted, modified, committed or paid.", same(|row: &Step| row.step.into())).required(),
        Column::text(
            "key",
            "total, the key of a purpose (none: not sorted yet), or a node (rest: all others).",
            same(|row: &Step| (&row.key).into()),
        )
        .required(),
    ]);
    out.extend(texts("name", "What it is called", languages, |row: &Step, lang| row.name.exactly(lang).into()));
    out.extend([
        Column::number("amount", "The amount.", same(|row: &Step| row.amount.clone())),
        Column::number("voted", "What was voted.", same(|row: &Step| row.voted.clone())),
        Column::whole("of_hundred", "For 100 voted.", same(|row: &Step| Cell::number(row.of_hundred))),
    ]);
    out
}
