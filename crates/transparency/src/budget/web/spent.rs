//! Whether a budget was spent: voted, modified, committed, paid, one after the other and never in one sum.

use askama::Template;
use axum::{extract::State, response::Response};
use infitah_base::Lang;
use infitah_commons::App;
use infitah_kit::{
    Cache, Error, Head, Page, T, Visit,
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
};
use crate::budget::{
    ledger::Edition,
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
    code: &'static str,
    pub(super) label: String,
    pub(super) amount: String,
    pub(super) is_known: bool,
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
        label: match direction {
            Direction::Spending => told.t.m(&step.label()).to_string(),
            Direction::Revenue => told.t.m(&format!("came-{}", step.code())).to_string(),
        },
        amount: told.said(amount),
        is_known: amount.is_some(),
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
    measure: String,
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
    table: Vec<Purpose>,
    divided: Option<String>,
}

/// What became of a purpose.
struct Purpose {
    mark: u8,
    name: infitah_base::Text,
    voted: String,
    amount: String,
    of_hundred: Option<i64>,
    href: String,
}

impl SpentPage {
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
    let known = |step: &Step| step.amount(&base, Direction::Spending).is_some();
    let last = Step::iter().rev().find(known).unwrap_or_default();
    let step: Step = asked.measure.parse().unwrap_or(last);
    let edition = base.ledger.edition(year, step.phase()).cloned();
    let (chart, table) = match &edition {
        Some(edition) => {
            let told = Told { edition: edition.clone(), measure: step.measure(), ..base.clone() };
            (Some(purposes(&told, step)), table(&base, &told))
        }
        None => (None, Vec::new()),
    };
    let tab = |one: Step| {
        let code = if one == last { "" } else { one.code() };
        let url = urls::budget_spent(year).with("measure", code).to(visit.lang);
        (visit.t.m(&one.label()).to_string(), one == step, url)
    };
    Ok(SpentPage {
        t: visit.t.clone(),
        lang: visit.lang,
        year,
        asked: if step == last { String::new() } else { step.code().to_owned() },
        crumbs: crumbs(&base),
        spent: steps(&base),
        tabs: Step::iter().map(tab).collect(),
        chart,
        table,
        divided: base.divided(),
    })
}

/// Bars of one step by purpose.
fn purposes(told: &Told, step: Step) -> Chart {
    let mut shares = told.edition.by_purpose();
    shares.sort_by_key(|share| (share.key.is_none(), std::cmp::Reverse(share.sums.get(told.measure))));
    let row = |share: &crate::budget::ledger::Share| {
        let key = share.key.as_deref();
        Listed {
            mark: Told::purpose_mark(key),
            name: told.purpose_name(key),
            code: String::new(),
            href: told.counted(Direction::Spending, &[("purpose", key.unwrap_or("none"))]),
            amount: share.sums.get(told.measure),
        }
    };
    let total = told.edition.total(Direction::Spending, None, told.measure);
    let caption = told.t.m("spent-caption").s("what", told.t.m(&step.label()).to_string()).to_string();
    let head = told.t.m("budget-for-what").to_string();
    Chart::listed(told, head, caption, shares.iter().map(row).collect(), total)
}

/// For each purpose what was voted, beside what became of it.
fn table(base: &Told, told: &Told) -> Vec<Purpose> {
    let Some(voted) = base.ledger.edition(base.year(), Phase::Voted) else { return Vec::new() };
    if told.phase() == Phase::Voted {
        return Vec::new();
    }
    let of = |edition: &Edition, key: &Option<String>, measure: Measure| {
        edition.by_purpose().into_iter().find(|share| share.key == *key).and_then(|share| share.sums.get(measure))
    };
    let row = |share: crate::budget::ledger::Share| {
        let (was, is) = (share.sums.get(Measure::Payment), of(&told.edition, &share.key, told.measure));
        let key = share.key.as_deref();
        Purpose {
            mark: Told::purpose_mark(key),
            name: base.purpose_name(key),
            voted: base.said(was),
            amount: base.said(is),
            of_hundred: is.zip(was.filter(|was| *was > 0)).and_then(|(is, was)| hundred(is, was)),
            href: told.counted(Direction::Spending, &[("purpose", key.unwrap_or("none"))]),
        }
    };
    voted.by_purpose().into_iter().map(row).collect()
}
