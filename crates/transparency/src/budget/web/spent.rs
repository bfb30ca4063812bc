//! Whether a budget was spent: voted, modified, committed, paid, one after the other and never in one sum.

use std::cmp::Reverse;

use askama::Template;
use axum::{extract::State, response::Response};
use infitah_base::Lang;
use infitah_commons::App;
use infitah_kit::{
    Cache, Error, Head, Page, T, Visit,
    components::Downloads,
    extract::{Path, Query},
    svg::Bar,
    urls,
};
use serde::Deserialize;
use strum::{EnumIter, EnumString, IntoEnumIterator, IntoStaticStr};

use super::{
    KINDS, Told,
    chart::{Chart, Listed},
    crumbs, per_mille,
    sliced::Sliced,
    views::{self, View},
};
use crate::budget::{
    ledger::{Side, slices},
    model::{Direction, Measure, Phase},
};

/// What of a year's spending is told: one phase in one measure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
enum Step {
    Voted,
    Modified,
    Committed,
    #[default]
    Paid,
}

impl Step {
    fn code(self) -> &'static str {
        self.into()
    }

    fn phase(self) -> Phase {
        match self {
            Step::Voted => Phase::Voted,
            Step::Modified => Phase::Modified,
            Step::Committed | Step::Paid => Phase::Executed,
        }
    }

    fn measure(self) -> Measure {
        match self {
            Step::Voted | Step::Modified => Measure::Payment,
            Step::Committed => Measure::Committed,
            Step::Paid => Measure::Paid,
        }
    }

    fn label(self) -> String {
        format!("spent-{}", self.code())
    }

    /// What one edition of a year says of this step; `None`: it is not published.
    fn amount(self, told: &Told, direction: Direction) -> Option<i64> {
        told.ledger.edition(told.year(), self.phase())?.total(direction, None, self.measure())
    }
}

/// The steps of a year's spending, with what came in beside.
pub(super) struct Steps {
    pub(super) rows: Vec<Row>,
    pub(super) revenue: Vec<Row>,
}

/// A step in words.
pub(super) struct Row {
    pub(super) code: &'static str,
    pub(super) phase: &'static str,
    pub(super) label: String,
    pub(super) amount: String,
    pub(super) is_known: bool,
    /// The amount, in minor units.
    pub(super) minor: Option<i64>,
    pub(super) href: String,
    /// Of a hundred that were voted.
    pub(super) of_hundred: Option<i64>,
    share: u32,
}

impl Row {
    pub(super) fn bar(&self) -> Bar {
        Bar { per_mille: self.share, motif: if self.code == "paid" { 2 } else { 1 } }
    }
}

/// The steps of spending, and of revenue where it was said.
pub(super) fn steps(told: &Told) -> Steps {
    let revenue = rows(told, Direction::Revenue).into_iter().filter(|row| row.code != "committed").collect();
    Steps { rows: rows(told, Direction::Spending), revenue }
}

fn rows(told: &Told, direction: Direction) -> Vec<Row> {
    let amounts: Vec<(Step, Option<i64>)> = Step::iter().map(|step| (step, step.amount(told, direction))).collect();
    let largest = amounts.iter().filter_map(|(_, amount)| *amount).max().unwrap_or_default();
    let voted = Step::Voted.amount(told, direction).filter(|voted| *voted > 0);
    let row = |(step, amount): (Step, Option<i64>)| Row {
        code: step.code(),
        phase: step.phase().code(),
        label: match direction {
            Direction::Spending => told.t.m(&step.label()).to_string(),
            Direction::Revenue => told.t.m(&format!("came-{}", step.code())).to_string(),
        },
        amount: told.said(amount),
        is_known: amount.is_some(),
        minor: amount,
        href: lines(told, direction, step),
        of_hundred: amount.zip(voted).and_then(|(amount, voted)| hundred(amount, voted)),
        share: per_mille(amount.unwrap_or_default(), largest),
    };
    amounts.into_iter().map(row).collect()
}

/// What an amount is of a hundred of another.
fn hundred(amount: i64, of: i64) -> Option<i64> {
    i64::try_from((i128::from(amount) * 200 / i128::from(of) + 1) / 2).ok()
}

/// The lines behind a step.
fn lines(told: &Told, direction: Direction, step: Step) -> String {
    let all = urls::budget_lines(told.year()).with("phase", if step == Step::Voted { "" } else { step.phase().code() });
    all.with("direction", direction.code()).with("account", "main").with("surplus", "no").to(told.lang)
}

#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    pub(super) measure: String,
}

#[derive(Template)]
#[template(path = "budget/templates/spent.html")]
struct SpentPage {
    t: T,
    lang: Lang,
    year: i16,
    asked: String,
    crumbs: Vec<(infitah_base::Text, urls::Url)>,
    spent: Steps,
    tabs: Vec<(String, bool, String)>,
    chart: Option<Chart>,
    head: String,
    table: Vec<Fate>,
    divided: Option<String>,
}

/// What became of a slice of spending.
pub(super) struct Fate {
    pub(super) one: Sliced,
    /// What was voted of it; `None` too where it is what was voted that is told.
    pub(super) voted: Option<i64>,
    pub(super) of_hundred: Option<i64>,
    voted_words: String,
    amount: String,
}

/// What became of a year's spending at one step.
pub(super) struct Became {
    pub(super) step: &'static str,
    /// `None`: this step is not published.
    pub(super) told: Option<Told>,
    pub(super) fates: Vec<Fate>,
}

impl SpentPage {
    fn downloads(&self) -> Downloads<'static> {
        views::downloads(&self.t, |url| url.with("measure", self.asked.as_str()), self.year, View::Spent)
    }

    /// What the chosen step is called.
    fn told_name(&self) -> &str {
        self.tabs.iter().find(|(_, is_this, _)| *is_this).map(|(name, ..)| name.as_str()).unwrap_or_default()
    }
}

impl Page for SpentPage {
    const CACHE: Cache = Cache::Until(KINDS);

    fn head(&self, t: &T) -> Head {
        Head {
            title: t.m("spent-title-of").s("year", self.year.to_string()).to_string(),
            description: t.m("spent-lede").to_string(),
            url: urls::budget_spent(self.year).with("measure", self.asked.as_str()),
            section: "budget",
            crumbs: self.crumbs.clone(),
            ..Head::default()
        }
    }
}

pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((_, year)): Path<(String, i16)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    visit.page(async || make(&app, &visit, year, &asked).await).await
}

async fn make(app: &App, visit: &Visit, year: i16, asked: &Asked) -> Result<SpentPage, Error> {
    let base = Told::of(app, visit, year, "").await?;
    let (last, step) = chosen(&base, asked);
    let Became { told, fates, .. } = became(&base, step);
    let tab = |one: Step| {
        let code = if one == last { "" } else { one.code() };
        let url = urls::budget_spent(year).with("measure", code).to(visit.lang);
        (visit.t.m(&one.label()).to_string(), one == step, url)
    };
    let head = base.slices_head(fates.iter().map(|fate| &fate.one.slice));
    Ok(SpentPage {
        t: visit.t.clone(),
        lang: visit.lang,
        year,
        asked: if step == last { String::new() } else { step.code().to_owned() },
        crumbs: crumbs(&base),
        spent: steps(&base),
        tabs: Step::iter().map(tab).collect(),
        chart: told.as_ref().map(|told| chart(told, step, &head, &fates)),
        table: if step != Step::Voted && base.ledger.edition(year, Phase::Voted).is_some() {
            fates
        } else {
            Vec::new()
        },
        head,
        divided: base.divided(),
    })
}

/// The last step that is published, and the one that is asked for: that one, where none is.
fn chosen(base: &Told, asked: &Asked) -> (Step, Step) {
    let known = |step: &Step| step.amount(base, Direction::Spending).is_some();
    let last = Step::iter().rev().find(known).unwrap_or_default();
    (last, asked.measure.parse().unwrap_or(last))
}

/// What is told of the step that is asked for.
pub(super) fn asked_for(base: &Told, asked: &Asked) -> Became {
    became(base, chosen(base, asked).1)
}

/// Each slice of spending: what was voted, beside what became of it.
fn became(base: &Told, step: Step) -> Became {
    let Some(edition) = base.ledger.edition(base.year(), step.phase()).cloned() else {
        return Became { step: step.code(), told: None, fates: Vec::new() };
    };
    let told = Told { edition, measure: step.measure(), ..base.clone() };
    let voted = base.ledger.edition(base.year(), Phase::Voted).filter(|_| step != Step::Voted);
    // By the slices of what was voted, with those that only came later.
    let sides: Vec<Side<'_>> = std::iter::once(told.side()).chain(voted.map(|voted| Side::of(voted))).collect();
    let slices = slices(&sides);
    let was = voted.map(|voted| Side::of(voted).amounts(&slices));
    let fates = told.in_words(&slices).into_iter().enumerate().map(|(index, one)| {
        let voted = was.as_ref().and_then(|amounts| amounts.get(index).copied().flatten());
        let of_hundred = one.amount.zip(voted.filter(|voted| *voted > 0)).and_then(|(is, was)| hundred(is, was));
        Fate { voted, of_hundred, voted_words: base.said(voted), amount: base.said(one.amount), one }
    });
    let fates = fates.collect();
    Became { step: step.code(), told: Some(told), fates }
}

/// Bars of one step, the largest first.
fn chart(told: &Told, step: Step, head: &str, fates: &[Fate]) -> Chart {
    let mut rows: Vec<&Sliced> = fates.iter().map(|fate| &fate.one).collect();
    rows.sort_by_key(|one| (!one.slice.is_named(), Reverse(one.amount)));
    let total = told.edition.total(Direction::Spending, None, told.measure);
    let caption = told.t.m("spent-caption").s("what", told.t.m(&step.label()).to_string()).to_string();
    Chart::listed(told, head.to_owned(), caption, rows.into_iter().cloned().map(Listed::from).collect(), total)
}
