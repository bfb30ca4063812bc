//! The pages of the budget: a year told in the order of a citizen's questions, its lines, its nodes, two years side by
//! side, what was spent, what the law asks, and what people say about it.

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};
use infitah_base::{Lang, Money, Text};
use infitah_commons::{App, places::Atlas};
use infitah_kit::{Error, T, Visit, urls};
use serde::Deserialize;
use strum::IntoEnumIterator;

use super::{
    data,
    ledger::{self, Edition, Ledger},
    model::{Account, Direction, Measure, NodeKey, Phase},
};

mod asked;
mod chart;
mod compare;
mod decided;
mod found;
mod law;
mod line;
mod lines;
mod node;
mod say;
mod sliced;
mod spent;
mod views;
mod year;

pub use asked::Asked;
pub use found::{BudgetContent, BudgetOfPlace, BudgetResolver};
pub(super) use views::{AskedView, View, take};

/// The routes of the pages.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/{lang}/budget", get(year::newest))
        .route("/{lang}/budget/{year}", get(year::show))
        .route("/{lang}/budget/{year}/lines", get(lines::show))
        .route("/{lang}/budget/{year}/lines/{id}", get(line::show))
        .route("/{lang}/budget/{year}/in/{*node}", get(node::show))
        .route("/{lang}/budget/{year}/compare", get(compare::show))
        .route("/{lang}/budget/{year}/spent", get(spent::show))
        .route("/{lang}/budget/{year}/law", get(law::show))
        .route("/{lang}/budget/{year}/say", post(say::send))
        .route("/{lang}/budget/{year}/thanks", get(say::thanks))
}

/// The kinds of objects that pages of the budget alone show.
pub(super) const KINDS: &[&str] = &[super::queries::KIND, super::queries::WORDS];

/// Which phase is asked for; what is not understood asks for none.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct InPhase {
    #[serde(default)]
    phase: String,
}

/// The people among whom a budget is divided, as the census counted them.
#[derive(Clone, Debug)]
struct People {
    count: i64,
    source: Text,
    year: String,
}

/// One edition as a page tells it: in one language, one phase and one measure, never two.
#[derive(Clone)]
pub(super) struct Told {
    t: T,
    lang: Lang,
    ledger: Arc<Ledger>,
    edition: Arc<Edition>,
    measure: Measure,
    /// `None`: nothing is divided by people.
    people: Option<Arc<People>>,
}

impl Told {
    /// The edition of a year in the phase that is asked for, else as it was voted, else in the first phase there is.
    pub(super) async fn of(app: &App, visit: &Visit, year: i16, phase: &str) -> Result<Self, Error> {
        let ledger = ledger::ledger_of(app).await?;
        let edition = in_phase(&ledger, year, phase)?;
        Ok(Self::new(app, &visit.t, ledger, edition))
    }

    pub(super) fn new(app: &App, t: &T, ledger: Arc<Ledger>, edition: Arc<Edition>) -> Self {
        let measure = edition.budget().phase.measure();
        let config = app.site.config();
        // An edition does not say whose it is. One in another currency is not this region's: to divide it among the
        // people here would be false.
        let is_ours = edition.budget().currency == config.currency;
        let people = if is_ours { people(&app.atlas(), &config.region).map(Arc::new) } else { None };
        Self { t: t.clone(), lang: t.lang(), ledger, edition, measure, people }
    }

    fn year(&self) -> i16 {
        self.edition.budget().year
    }

    fn phase(&self) -> Phase {
        self.edition.budget().phase
    }

    /// The phase as it stands in addresses: nothing, where it is the one that is shown without being asked for.
    fn phase_code(&self) -> &'static str {
        let phase = self.phase();
        if standard(&self.ledger, self.year()) == Some(phase) { "" } else { phase.code() }
    }

    /// An address of this year, in the phase that is told.
    fn at(&self, url: urls::Url) -> urls::Url {
        url.with("phase", self.phase_code())
    }

    /// The lines behind a figure.
    fn lines(&self, narrowed: &[(&'static str, &str)]) -> String {
        let all = self.at(urls::budget_lines(self.year()));
        narrowed.iter().fold(all, |url, (name, value)| url.with(name, *value)).to(self.lang)
    }

    /// The lines that a sum of one direction of the budget itself counts.
    fn counted(&self, direction: Direction, narrowed: &[(&'static str, &str)]) -> String {
        let all = [("direction", direction.code()), ("account", "main"), ("surplus", "no")];
        self.lines(&[&all, narrowed].concat())
    }

    fn node_url(&self, node: &NodeKey) -> String {
        self.at(urls::budget_node(self.year(), &node.to_string())).to(self.lang)
    }

    fn line_url(&self, id: &str) -> String {
        self.at(urls::budget_line(self.year(), id)).to(self.lang)
    }

    fn money(&self, minor: i64) -> Money {
        self.edition.money(minor)
    }

    /// An amount, or that it is not published.
    fn said(&self, minor: Option<i64>) -> String {
        minor.map_or_else(|| self.t.m("not-published").to_string(), |minor| self.t.money_short(self.money(minor)))
    }

    /// What falls to one of so many people: whole units, and "less than 1" where there is less.
    fn each(&self, minor: Option<i64>, people: Option<i64>) -> Option<String> {
        let (minor, people) = (minor?, people.filter(|people| *people > 0)?);
        let scale = self.edition.budget().currency.scale();
        let each = i128::from(minor) / (i128::from(people) * i128::from(scale).max(1) / 2).max(1);
        // Halves are counted, so that half a unit is rounded up.
        let whole = i64::try_from((each + each.signum()) / 2).ok()?;
        let amount = |whole: i64| self.t.money_short(self.money(whole.saturating_mul(scale)));
        match (minor, whole) {
            (1.., 0) => Some(self.t.m("budget-less-than").s("amount", amount(1)).to_string()),
            _ => Some(amount(whole)),
        }
    }

    /// What falls to one inhabitant of the region; `None`: nothing is divided.
    fn head(&self, minor: Option<i64>) -> Option<String> {
        let people = self.people.as_ref()?;
        let each = self.each(minor, Some(people.count));
        Some(each.unwrap_or_else(|| self.t.m("not-published").to_string()))
    }

    /// By how many people amounts are divided, and who counted them.
    fn divided(&self) -> Option<String> {
        let people = self.people.as_ref()?;
        let words = self.t.m("budget-divided").n("people", people.count).s("source", people.source.plain(self.lang));
        Some(words.s("year", people.year.as_str()).to_string())
    }

    /// The name of a phase.
    fn phase_name(&self, phase: Phase) -> String {
        self.t.m(&format!("phase-{}", phase.code())).to_string()
    }

    /// What is counted, in words: what is foreseen, or what was paid.
    fn measure_name(&self, measure: Measure) -> String {
        self.t.m(&format!("measure-{}", measure.code())).to_string()
    }

    /// What a purpose is called; `None`: what nobody has sorted yet.
    fn purpose_name(&self, key: Option<&str>) -> Text {
        let known = key.and_then(data::purpose).map(|purpose| purpose.name.clone());
        known.unwrap_or_else(|| self.t.as_text("budget-unsorted"))
    }

    /// The number of the motif of a purpose.
    fn purpose_mark(key: Option<&str>) -> u8 {
        key.and_then(data::purpose).map_or(0, |purpose| purpose.mark)
    }

    /// What a plain source is called, and its motif.
    fn source(&self, key: Option<&str>) -> (Text, u8) {
        let sources = data::sources().iter().zip([1_u8, 3, 2, 5, 6]);
        let known = sources.into_iter().find(|(source, _)| Some(source.key.as_str()) == key);
        known.map_or_else(|| (self.t.as_text("budget-unsorted"), 0), |(source, mark)| (source.name.clone(), mark))
    }

    /// What a node is called, or its code; with its account, where that is beside the budget and not said by the code.
    fn node_name(&self, node: &NodeKey) -> Text {
        if let Some(name) = self.edition.name(node) {
            return name.clone();
        }
        let t = &self.t;
        let name = match (node.path.last(), node.part, node.direction) {
            (Some(code), ..) => return Text::one(self.lang, code.clone()),
            (None, Some(part), _) => t.as_text(&format!("part-{}", part.code())),
            (None, None, Some(direction)) => t.as_text(&format!("direction-{}", direction.code())),
            (None, None, None) => return self.account_name(&node.account),
        };
        if node.account.is_main() {
            return name;
        }
        let account = self.account_name(&node.account);
        Text::one(self.lang, format!("{} – {}", account.plain(self.lang), name.plain(self.lang)))
    }

    /// What an account is called, or its code.
    fn account_name(&self, account: &Account) -> Text {
        let key = NodeKey { account: account.clone(), ..NodeKey::default() };
        let known = self.edition.budget().name(&key).cloned();
        known.unwrap_or_else(|| match account {
            Account::Main => self.t.as_text("account-main"),
            Account::Annexed(code) | Account::Special(code) => Text::one(self.lang, code.clone()),
        })
    }

    /// The part that a chapter stands in, for lists in which chapters of both are called alike.
    fn part_name(&self, node: &NodeKey) -> String {
        let part = node.part.filter(|_| node.path.len() == 1);
        part.map(|part| self.t.m(&format!("part-{}", part.code())).to_string()).unwrap_or_default()
    }

    /// The phases of the year: code, name, whether it is the one told, address.
    fn phases(&self, url: &urls::Url) -> Vec<(String, bool, String)> {
        let all = Phase::iter().filter(|phase| self.ledger.edition(self.year(), *phase).is_some());
        let standard = standard(&self.ledger, self.year());
        all.map(|phase| {
            let code = if standard == Some(phase) { "" } else { phase.code() };
            (self.phase_name(phase), phase == self.phase(), url.clone().with("phase", code).to(self.lang))
        })
        .collect()
    }

    /// The edition of the year before, in the same phase.
    fn before(&self) -> Option<&Arc<Edition>> {
        self.ledger.before(self.year(), self.phase()).filter(|before| self.is_like(before))
    }

    /// Whether another edition can stand beside this one: two currencies cannot.
    fn is_like(&self, other: &Edition) -> bool {
        self.edition.budget().currency == other.budget().currency
    }

    /// A change with its sign, or that it cannot be told.
    fn change(&self, change: Option<i64>) -> String {
        let Some(change) = change else { return self.t.m("budget-no-change-known").to_string() };
        let amount = self.t.money_short(self.money(change.saturating_abs()));
        match change {
            0 => self.t.m("budget-same").to_string(),
            1.. => signed('+', &amount),
            _ => signed('\u{2212}', &amount),
        }
    }
}

/// The edition of a year in the phase that is asked for, else in the one that is shown without being asked for.
pub(super) fn in_phase(ledger: &Ledger, year: i16, phase: &str) -> Result<Arc<Edition>, Error> {
    let asked = if phase.is_empty() { None } else { Some(phase.parse().map_err(|_| Error::NotFound)?) };
    let phase = asked.or_else(|| standard(ledger, year)).ok_or(Error::NotFound)?;
    ledger.edition(year, phase).cloned().ok_or(Error::NotFound)
}

/// The phase that is shown where none is asked for: as voted, else the first there is.
fn standard(ledger: &Ledger, year: i16) -> Option<Phase> {
    let phases = ledger.phases(year);
    phases.iter().copied().find(|phase| *phase == Phase::Voted).or_else(|| phases.first().copied())
}

/// Who lives in the region, by the last census.
fn people(atlas: &Atlas, region: &str) -> Option<People> {
    let count = atlas.find(region)?.population.filter(|count| *count > 0)?;
    let counted = atlas.indicators().iter().find(|indicator| indicator.key == "population")?;
    let year = counted.date.split('-').next().unwrap_or_default().to_owned();
    Some(People { count, source: counted.source.clone(), year })
}

/// An amount with its sign right before the digits, from left to right as numbers are written in every language.
fn signed(sign: char, amount: &str) -> String {
    let number = format!("\u{2066}{sign}");
    // The formatter isolates the number: the sign belongs within.
    if amount.contains('\u{2068}') { amount.replacen('\u{2068}', &number, 1) } else { format!("{sign}{amount}") }
}

/// What share of the largest an amount is, for its bar.
fn per_mille(amount: i64, of: i64) -> u32 {
    let share = i128::from(amount.max(0)) * 1000 / i128::from(of.max(1));
    u32::try_from(share.min(1000)).unwrap_or_default()
}

/// The way to a page of a year's budget: home, budget, the year.
fn crumbs(told: &Told) -> Vec<(Text, urls::Url)> {
    let year = Text::one(told.lang, told.year().to_string());
    vec![
        (told.t.as_text("home-link"), urls::home()),
        (told.t.as_text("section-budget"), urls::budget()),
        (year, told.at(urls::budget_of(told.year()))),
    ]
}
