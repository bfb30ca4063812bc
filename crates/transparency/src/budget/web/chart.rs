//! Bars with their table: the same rows, in the same order, with the same words.

use askama::Template;
use infitah_base::Text;
use infitah_kit::{T, svg::Bar};

use super::{Told, per_mille};
use crate::budget::{
    ledger::{By, Key, Row, Share, Side, side_by_side},
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
    /// The sum of the rows, where they have one, with the lines behind it.
    total: Option<(String, String, String, Option<String>)>,
    /// The year that changes are told against.
    against: Option<i16>,
}

impl askama::filters::HtmlSafe for Chart {}

/// A row of bars and table.
pub(super) struct ChartRow {
    pub(super) mark: u8,
    pub(super) name: Text,
    /// The code before the name, where it has one.
    pub(super) code: String,
    pub(super) href: String,
    pub(super) amount: String,
    pub(super) head: String,
    pub(super) bar: u32,
    pub(super) change: Option<String>,
}

impl ChartRow {
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

    /// Spending by purpose, against the year before where there is one.
    pub(super) fn of_purposes(told: &Told) -> Self {
        let shares = told.edition.by_purpose();
        let rows = rows(told, shares, &By::Purpose, |key| {
            let href = told.counted(Direction::Spending, &[("purpose", key.unwrap_or("none"))]);
            (told.purpose_name(key), Told::purpose_mark(key), href)
        });
        Self::new(told, Direction::Spending, "budget-for-what", "budget-where-caption", rows)
    }

    /// Revenue by plain source.
    pub(super) fn of_sources(told: &Told) -> Self {
        let shares = told.edition.by_source();
        let rows = rows(told, shares, &By::Source, |key| {
            let href = told.counted(Direction::Revenue, &[("source", key.unwrap_or("none"))]);
            let (name, mark) = told.source(key);
            (name, mark, href)
        });
        Self::new(told, Direction::Revenue, "budget-source", "budget-from-caption", rows)
    }

    fn new(told: &Told, direction: Direction, head: &str, caption: &str, rows: Vec<ChartRow>) -> Self {
        let t = &told.t;
        let total = told.edition.total(direction, None, told.measure);
        let before = told.before().map(|before| before.total(direction, None, before.budget().phase.measure()));
        let change = before.map(|before| told.change(total.zip(before).map(|(now, before)| now - before)));
        Self {
            t: t.clone(),
            head: t.m(head).to_string(),
            caption: t.m(caption).s("what", told.measure_name(told.measure)).to_string(),
            total: Some((told.said(total), told.head(total), told.counted(direction, &[]), change)),
            against: told.before().map(|before| before.budget().year),
            rows,
        }
    }

    /// Rows with a name and an amount each, and what they sum to.
    pub(super) fn listed(told: &Told, head: String, caption: String, rows: Vec<Listed>, total: Option<i64>) -> Self {
        let largest = rows.iter().filter_map(|row| row.amount).max().unwrap_or_default();
        let row = |row: Listed| ChartRow {
            mark: row.mark,
            name: row.name,
            code: row.code,
            href: row.href,
            amount: told.said(row.amount),
            head: told.head(row.amount),
            bar: per_mille(row.amount.unwrap_or_default(), largest),
            change: None,
        };
        Self {
            t: told.t.clone(),
            head,
            caption,
            rows: rows.into_iter().map(row).collect(),
            total: total.map(|total| (told.said(Some(total)), told.head(Some(total)), String::new(), None)),
            against: None,
        }
    }
}

/// A row before it is put into words.
pub(super) struct Listed {
    pub(super) mark: u8,
    pub(super) name: Text,
    pub(super) code: String,
    pub(super) href: String,
    pub(super) amount: Option<i64>,
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
        ChartRow {
            mark,
            name,
            code: String::new(),
            href,
            amount: told.said(amount),
            head: told.head(amount),
            bar: per_mille(amount.unwrap_or_default(), largest),
            change: told.before().map(|_| told.change(known.and_then(Row::change))),
        }
    };
    shares.into_iter().map(row).collect()
}
