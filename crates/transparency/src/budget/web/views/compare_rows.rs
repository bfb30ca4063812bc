//! Two years side by side, as a table.

use infitah_base::{Lang, Text};
use infitah_kit::export::table::{Cell, Column};

use super::{Of, Said, TOTAL, amount, direction, of_edition, same, texts};
use crate::budget::{
    ledger::Edition,
    model::{Direction, NodeKey, Part},
    web::{Told, compare},
};

/// A row of two years.
pub(super) struct Compared {
    of: Of,
    with: i16,
    table: &'static str,
    direction: Direction,
    part: Option<Part>,
    key: String,
    name: Text,
    amounts: [Cell; 3],
}

pub(super) fn rows(told: &Told, other: &Edition) -> Vec<Compared> {
    let edition = &told.edition;
    let mut out = Vec::new();
    for table in compare::tables(told, other) {
        let row = |key: String, name: Text, two: compare::Two| Compared {
            of: Of::new(edition),
            with: other.budget().year,
            table: table.id,
            direction: table.direction,
            part: key.parse().ok().and_then(|node: NodeKey| node.part),
            key,
            name,
            amounts: [two.was, two.is, two.change].map(|minor| amount(edition, minor)),
        };
        out.extend(table.rows.iter().map(|one| row(one.key.clone(), one.name.clone(), one.two)));
        out.extend(table.sum.map(|two| row(TOTAL.to_owned(), told.t.as_text("budget-total"), two)));
    }
    out
}

pub(super) fn columns(languages: &[Lang]) -> Vec<Column<Said<Compared>>> {
    let mut out: Vec<Column<Said<Compared>>> = of_edition(|row: &Compared| &row.of).into();
    out.extend([
        Column::whole("with", "The year beside it.", same(|row: &Compared| Cell::number(Some(row.with)))).required(),
        Column::text(
            "table",
            "where: by what spending is for; from: by source; chapters; lines: those that change most.",
            same(|row: &Compared| row.table.into()),
        )
        .required(),
        Column::text("direction", "revenue or expenditure.", same(|row: &Compared| direction(row.direction).into()))
            .required(),
        Column::text(
            "part",
            "running or equipment, of a node.",
            same(|row: &Compared| row.part.map(Part::code).into()),
        ),
        Column::text(
            "key",
            "Key of a purpose or source (none: not sorted yet), a node (rest: all others), a line, or total.",
            same(|row: &Compared| (&row.key).into()),
        )
        .required(),
    ]);
    out.extend(texts("name", "What it is called", languages, |row: &Compared, lang| row.name.exactly(lang).into()));
    let value = |at: usize| same(move |row: &Compared| row.amounts.get(at).cloned().unwrap_or(Cell::Nothing));
    out.extend([
        Column::number("amount_with", "The amount in the year beside it.", value(0)),
        Column::number("amount", "The amount.", value(1)),
        Column::number("change", "By how much it is more.", value(2)),
    ]);
    out
}
