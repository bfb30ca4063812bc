//! Bars with their table: the same rows, in the same order, with the same words.

use askama::Template;
use infitah_base::Text;
use infitah_kit::{T, svg::Bar};

use super::{Told, per_mille, sliced::Sliced};
use crate::budget::{
    ledger::{By, Key, Row, Share, Side, Slice, side_by_side},
    model::Direction,
};

/// Bars per inhabitant, and their table with amounts.
#[derive(Template)]
#[template(path = "budget/templates/chart.html")]
pub(super) struct Chart {
    t: T,
    /// What the rows are, above the first column.
    head: String,
    /// What the table tells.
    caption: String,
    rows: Vec<ChartRow>,
    /// The sum of the rows, where they have one.
    total: Option<Total>,
    /// The year that changes are told against.
    against: Option<i16>,
    /// Whether amounts are divided by people.
    is_divided: bool,
}

/// The sum of the rows.
struct Total {
    amount: String,
    head: Option<String>,
    /// The lines behind it; empty: they are those of the page.
    href: String,
    change: Option<String>,
}

impl askama::filters::HtmlSafe for Chart {}

/// A row of bars and table.
pub(super) struct ChartRow {
    pub(super) mark: u8,
    pub(super) name: Text,
    /// The code before the name, where it has one.
    pub(super) code: String,
    /// The part that it stands in, where that is told.
    pub(super) part: String,
    pub(super) href: String,
    pub(super) amount: String,
    pub(super) head: Option<String>,
    pub(super) bar: u32,
    pub(super) change: Option<String>,
}

impl ChartRow {
    fn of(told: &Told, row: Listed, largest: i64) -> Self {
        Self {
            mark: row.mark,
            name: row.name,
            code: row.code,
            part: row.part,
            href: row.href,
            amount: told.said(row.amount),
            head: told.head(row.amount),
            bar: per_mille(row.amount.unwrap_or_default(), largest),
            change: None,
        }
    }

    fn bar(&self) -> Bar {
        Bar { per_mille: self.bar, motif: self.mark }
    }
}

impl Chart {
    fn against_words(&self) -> String {
        let year = self.against.map(|year| year.to_string()).unwrap_or_default();
        self.t.m("budget-against").s("year", year).to_string()
    }

    /// Whether there is nothing to show.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Where spending goes, against the year before where there is one.
    pub(super) fn of_spending(told: &Told) -> Self {
        let sliced = told.sliced();
        let slices: Vec<Slice> = sliced.iter().map(|one| one.slice.clone()).collect();
        let before = told.before().map(|before| Side::of(before).amounts(&slices));
        let largest = sliced.iter().filter_map(|one| one.amount).max().unwrap_or_default();
        let rows = sliced.into_iter().enumerate().map(|(index, one)| {
            let was = before.as_ref().map(|amounts| amounts.get(index).copied().flatten());
            let change = was.map(|was| told.change(one.amount.zip(was).map(|(is, was)| is - was)));
            ChartRow { change, ..ChartRow::of(told, one.into(), largest) }
        });
        let rows = rows.collect();
        Self::new(told, Direction::Spending, told.slices_head(&slices), "budget-where-caption", rows)
    }

    /// Revenue by plain source.
    pub(super) fn of_sources(told: &Told) -> Self {
        let rows = rows(told, told.edition.by_source().to_vec(), &By::Source, |key| {
            let href = told.counted(Direction::Revenue, &[("source", key.unwrap_or("none"))]);
            let (name, mark) = told.source(key);
            (name, mark, href)
        });
        Self::new(told, Direction::Revenue, told.t.m("budget-source").to_string(), "budget-from-caption", rows)
    }

    fn new(told: &Told, direction: Direction, head: String, caption: &str, rows: Vec<ChartRow>) -> Self {
        let t = &told.t;
        let total = told.edition.total(direction, None, told.measure);
        let before = told.before().map(|before| before.total(direction, None, before.budget().phase.measure()));
        let change = before.map(|before| told.change(total.zip(before).map(|(now, before)| now - before)));
        Self {
            t: t.clone(),
            head,
            caption: t.m(caption).s("what", told.measure_name(told.measure)).to_string(),
            total: Some(Total {
                amount: told.said(total),
                head: told.head(total),
                href: told.counted(direction, &[]),
                change,
            }),
            against: told.before().map(|before| before.budget().year),
            is_divided: told.people.is_some(),
            rows,
        }
    }

    /// Rows with a name and an amount each, and what they sum to.
    pub(super) fn listed(told: &Told, head: String, caption: String, rows: Vec<Listed>, total: Option<i64>) -> Self {
        let largest = rows.iter().filter_map(|row| row.amount).max().unwrap_or_default();
        let total = total.map(|total| Total {
            amount: told.said(Some(total)),
            head: told.head(Some(total)),
            href: String::new(),
            change: None,
        });
        Self {
            t: told.t.clone(),
            head,
            caption,
            rows: rows.into_iter().map(|row| ChartRow::of(told, row, largest)).collect(),
            total,
            against: None,
            is_divided: told.people.is_some(),
        }
    }
}

/// A row before it is put into words.
pub(super) struct Listed {
    pub(super) mark: u8,
    pub(super) name: Text,
    pub(super) code: String,
    pub(super) part: String,
    pub(super) href: String,
    pub(super) amount: Option<i64>,
}

impl From<Sliced> for Listed {
    fn from(one: Sliced) -> Self {
        Self { mark: one.mark, name: one.name, code: one.code, part: one.part, href: one.href, amount: one.amount }
    }
}

/// The shares, the largest first; what is not sorted yet stands last.
fn rows(
    told: &Told,
    mut shares: Vec<Share>,
    by: &By,
    about: impl Fn(Option<&str>) -> (Text, u8, String),
) -> Vec<ChartRow> {
    let measure = told.measure;
    shares.sort_by_key(|share| (share.key.is_none(), std::cmp::Reverse(share.sums.get(measure))));
    let beside: Vec<Row> = told.before().map_or_else(Vec::new, |before| {
        side_by_side(&[Side::of(before), Side { edition: &told.edition, measure }], by)
    });
    let largest = shares.iter().filter_map(|share| share.sums.get(measure)).max().unwrap_or_default();
    let row = |share: Share| {
        let (name, mark, href) = about(share.key.as_deref());
        let amount = share.sums.get(measure);
        let known = beside.iter().find(|row| row.key == Key::Named(share.key.clone()));
        let change = told.before().map(|_| told.change(known.and_then(Row::change)));
        let (code, part) = Default::default();
        ChartRow { change, ..ChartRow::of(told, Listed { mark, name, code, part, href, amount }, largest) }
    };
    shares.into_iter().map(row).collect()
}
