//! A year's budget, in the order of a citizen's questions: where it comes from, where it goes, whether it holds, what
//! changed, what of it is here, which projects and jobs, how it was decided, whether it was spent.

use std::{collections::BTreeMap, sync::Arc};

use askama::Template;
use axum::{extract::State, response::Response};
use infitah_commons::{
    App, failed,
    places::Place,
    remarks::{self, Counted},
    settings::{closed, key},
    words::{self, Explained},
};
use infitah_kit::{
    Cache, Error, Head, Page, T, Visit,
    components::{Choices, Downloads, Empty, ErrorSummary, TextArea},
    extract::{Path, Query},
    form::FormState,
    svg::Rug,
    urls,
};
use serde::Deserialize;

use super::{
    Told,
    chart::Chart,
    compare::{self, Changed},
    decided::{self, Decided},
    found::{self, Placed},
    law::{self, Tally},
    spent::{self, Steps},
};
use crate::{
    budget::{
        ledger,
        model::{Direction, Part, Phase},
    },
    projects,
};

/// What is asked of the page of a year.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    phase: String,
    #[serde(default)]
    place: String,
}

/// Remarks are counted on the page from this number on: fewer would point at people.
const COUNTED: u64 = 5;

/// The sections that can be recorded one by one.
const SECTIONS: [&str; 12] =
    ["minute", "from", "rug", "where", "balance", "changed", "place", "projects", "jobs", "decided", "spent", "words"];

/// The words that are explained in place.
const WORDS: [&str; 10] = [
    "budget",
    "revenue",
    "spending",
    "running",
    "equipment",
    "surplus",
    "budget-chapter",
    "commitment-credit",
    "payment-credit",
    "visa",
];

mod parts;

use parts::{Balance, Chapter, Folded, Knots, Other, chapters, others, rug};

#[derive(Template)]
#[template(path = "budget/templates/year.html")]
pub(super) struct YearPage {
    told: Told,
    t: T,
    lang: infitah_base::Lang,
    /// Its own address: `/budget` for the newest.
    url: urls::Url,
    place: Option<Arc<Place>>,
    tabs: Vec<(String, bool, String)>,
    from: Chart,
    goes: Chart,
    rug: Rug,
    key: Vec<Knots>,
    chapters: Vec<Chapter>,
    others: Vec<Other>,
    folded: Option<Folded>,
    balance: Option<Balance>,
    tally: Tally,
    changed: Changed,
    placed: Placed,
    choices: Vec<(String, String, bool)>,
    named: projects::Named,
    lines_of_projects: usize,
    decided: Decided,
    spent: Steps,
    /// What was recorded of sections, ready to be shown.
    recorded: BTreeMap<&'static str, String>,
    /// Where this page is, whole.
    address: String,
    /// When this version was written.
    date: String,
    words: Vec<Explained>,
    /// Whether people may say what they think of it.
    remarks: bool,
    counted: Counted,
    form: FormState,
}

impl YearPage {
    fn total(&self, direction: Direction, part: Option<Part>) -> Option<i64> {
        self.told.edition.total(direction, part, self.told.measure)
    }

    fn spending(&self) -> Option<i64> {
        self.total(Direction::Spending, None)
    }

    /// What a part is of a hundred of all spending.
    fn percent(&self, part: Part) -> Option<String> {
        let (part, all) = (self.total(Direction::Spending, Some(part))?, self.spending().filter(|all| *all > 0)?);
        i64::try_from((i128::from(part) * 200 / i128::from(all) + 1) / 2).ok().map(|percent| self.t.int(percent))
    }

    /// Figures of one minute: label, amount, the lines behind it.
    fn figures(&self) -> Vec<(String, String, String)> {
        let t = &self.t;
        let part = |part: Part, key: &str| {
            let label = match self.percent(part) {
                Some(percent) => t.m(key).s("percent", percent).to_string(),
                None => t.m(&format!("part-{}", part.code())).to_string(),
            };
            let amount = self.told.said(self.total(Direction::Spending, Some(part)));
            (label, amount, self.told.counted(Direction::Spending, &[("part", part.code())]))
        };
        let all = self.told.counted(Direction::Spending, &[]);
        let mut figures = vec![(t.m("budget-fig-all").to_string(), self.told.said(self.spending()), all.clone())];
        figures.extend(self.told.head(self.spending()).map(|head| (t.m("budget-each").to_string(), head, all)));
        figures.extend([part(Part::Equipment, "budget-fig-equipment"), part(Part::Running, "budget-fig-running")]);
        figures
    }

    /// What a person who has one minute is told.
    fn minute(&self) -> Vec<String> {
        let t = &self.t;
        let year = self.told.year().to_string();
        let (comes, goes) = (self.total(Direction::Revenue, None), self.spending());
        let mut said = Vec::new();
        if let (Some(comes), Some(goes)) = (comes, goes) {
            let money = |minor| t.money(self.told.money(minor));
            let key = if self.told.phase() == Phase::Executed { "budget-minute-was" } else { "budget-minute-is" };
            said.push(t.m(key).s("year", year).s("in", money(comes)).s("out", money(goes)).to_string());
        }
        // The largest stands first; what is not sorted yet, and the rest, are nothing to be told first.
        if let Some(first) = self.key.iter().find(|one| one.is_named && one.count > 0) {
            let words = t.m("budget-minute-first").n("count", first.count).s("currency", self.currency());
            said.push(words.s("name", first.name.plain(self.lang)).to_string());
        }
        if let Some(balance) = self.balance.as_ref().filter(|balance| balance.left() > 0) {
            said.push(t.m("budget-minute-left").s("amount", t.money(self.told.money(balance.left()))).to_string());
        }
        said
    }

    /// The years of which anything is published, the newest first.
    fn years(&self) -> Vec<(i16, bool, String)> {
        let years = self.told.ledger.years().into_iter().rev();
        years.map(|year| (year, year == self.told.year(), urls::budget_of(year).to(self.lang))).collect()
    }

    fn currency(&self) -> String {
        self.t.currency(self.told.money(0))
    }

    fn money(&self, minor: impl std::borrow::Borrow<i64>) -> String {
        self.t.money(self.told.money(*minor.borrow()))
    }

    fn running(&self, direction: Direction) -> String {
        self.told.counted(direction, &[("part", "running")])
    }

    fn carried_lines(&self) -> String {
        self.told.lines(&[("direction", "revenue"), ("account", "main"), ("part", "equipment"), ("surplus", "yes")])
    }

    /// Address of a page about this year.
    fn on(&self, url: urls::Url) -> String {
        self.told.at(url).to(self.lang)
    }

    fn count(&self) -> usize {
        self.told.edition.lines().len()
    }

    /// What was recorded of a section, right after its heading.
    fn listen(&self, section: &str) -> &str {
        self.recorded.get(section).map(String::as_str).unwrap_or_default()
    }

    fn errors(&self) -> ErrorSummary<'_> {
        ErrorSummary { t: &self.t, errors: self.form.errors() }
    }

    fn understood(&self) -> Choices<'_> {
        let choices = vec![("yes", "say-yes"), ("no", "say-not-all")];
        Choices { t: &self.t, form: &self.form, name: "understood", legend: "say-understood", choices }
    }

    fn explain(&self) -> TextArea<'_> {
        TextArea { t: &self.t, form: &self.form, name: "text", label: "say-explain" }
    }

    fn has_counted(&self) -> bool {
        self.counted.all >= COUNTED
    }

    fn files(&self) -> Downloads<'static> {
        let edition = self.told.edition.budget().edition();
        let files = vec![
            ("CSV", urls::budget_csv(&edition).bare()),
            ("XLSX", urls::budget_xlsx(&edition).bare()),
            ("Fiscal Data Package", urls::budget_datapackage().bare()),
        ];
        Downloads { title: self.t.m("budget-files").to_string(), files }
    }

    /// The signed document: address, and how large it is.
    fn signed(&self) -> Option<(String, String, String)> {
        let signed = self.told.edition.budget().signed.as_ref()?;
        let kilobytes = signed.bytes.div_ceil(1024);
        let size = self.t.m("budget-kilobytes").n("count", kilobytes).to_string();
        Some((urls::budget_signed(&signed.file()).bare(), size, signed.sha256.clone()))
    }

    /// Where this page is, for who holds it on paper.
    fn address(&self) -> &str {
        &self.address
    }

    fn version(&self) -> String {
        self.t.m("budget-version").n("number", self.told.edition.version()).s("date", self.date.as_str()).to_string()
    }
}

impl Page for YearPage {
    const CACHE: Cache = Cache::Until(&["budget", "budget-words", "project", "place", remarks::KIND]);

    fn head(&self, t: &T) -> Head {
        let year = self.told.year().to_string();
        let url = self.told.at(self.url.clone());
        let place = self.place.as_ref();
        Head {
            title: match place {
                Some(place) => t.m("budget-title-in").s("year", year).s("place", place.name(self.lang)).to_string(),
                None => t.m("budget-title-of").s("year", year).to_string(),
            },
            description: self.minute().join(" "),
            url: url.with("place", place.map(|place| place.code.clone()).unwrap_or_default()),
            section: "budget",
            crumbs: vec![(t.as_text("home-link"), urls::home()), (t.as_text("section-budget"), urls::budget())],
            place: place.map(|place| (place.code.clone(), place.names.clone())),
            bare: true,
            error: !self.form.is_good(),
            ..Head::default()
        }
    }
}

/// Nothing is published yet.
#[derive(Template)]
#[template(path = "budget/templates/none.html")]
struct NonePage {
    t: T,
}

impl NonePage {
    fn empty(&self) -> Empty<'static> {
        let t = &self.t;
        let way = Some((t.m("contact-title").to_string(), urls::contact().to(t.lang())));
        let (title, text) = (t.m("budget-none").to_string(), t.m("budget-none-why").to_string());
        Empty { icon: "i-coins", title, text, way }
    }
}

impl Page for NonePage {
    const CACHE: Cache = Cache::Until(&["budget"]);

    fn head(&self, t: &T) -> Head {
        Head {
            title: t.m("budget-title").to_string(),
            url: urls::budget(),
            section: "budget",
            crumbs: vec![(t.as_text("home-link"), urls::home())],
            ..Head::default()
        }
    }
}

pub(super) async fn newest(
    State(app): State<App>,
    visit: Visit,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    if let Some(closed) = closed(&app, &visit, "budget", &asked.place, urls::budget()).await {
        return closed;
    }
    let ledger = ledger::ledger_of(&app).await?;
    let newest = ledger.newest(Phase::Voted).or_else(|| ledger.editions().next_back());
    match newest.map(|edition| edition.budget().year) {
        Some(year) => {
            visit.page(async || make(&app, &visit, urls::budget(), year, &asked, FormState::default()).await).await
        }
        None => visit.page(async || Ok(NonePage { t: visit.t.clone() })).await,
    }
}

pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((_, year)): Path<(String, i16)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    if let Some(closed) = closed(&app, &visit, "budget", &asked.place, urls::budget_of(year)).await {
        return closed;
    }
    visit.page(async || make(&app, &visit, urls::budget_of(year), year, &asked, FormState::default()).await).await
}

/// The page with a form that could not be accepted, or an empty one.
pub(super) async fn make(
    app: &App,
    visit: &Visit,
    url: urls::Url,
    year: i16,
    asked: &Asked,
    form: FormState,
) -> Result<YearPage, Error> {
    let told = Told::of(app, visit, year, &asked.phase).await?;
    let atlas = app.atlas();
    let place = atlas.find(asked.place.trim()).cloned();
    let mut names: Vec<String> = told.edition.projects().map(str::to_owned).collect();
    names.sort();
    let named = projects::named(app, visit, &names).await?;
    let counted = {
        let tx = app.db.read().await.map_err(failed)?;
        remarks::counted(&tx, &about(year)).await.map_err(failed)?
    };
    let (rug, key) = rug(&told);
    // What was read aloud is the year without a place, in the phase that is shown unasked.
    let is_recorded = place.is_none() && told.phase_code().is_empty();
    let sections = SECTIONS.into_iter().filter(|_| is_recorded);
    let recorded = sections.map(|section| Ok((section, visit.listen_to(&urls::budget_of(year), section).render()?)));
    let (others, folded) = others(&told);
    Ok(YearPage {
        t: visit.t.clone(),
        lang: visit.lang,
        tabs: told.phases(&urls::budget_of(year)),
        from: Chart::of_sources(&told),
        goes: Chart::of_spending(&told),
        rug,
        key,
        chapters: chapters(&told),
        others,
        folded,
        balance: Balance::of(&told),
        tally: law::tally(&told, visit.site.today()),
        changed: compare::changed(&told),
        placed: found::placed(&told, app, place.as_deref()),
        choices: found::choices(app, visit, place.as_deref()),
        named,
        lines_of_projects: names.len(),
        decided: decided::of(&told, visit.site.today()),
        spent: spent::steps(&told),
        recorded: recorded.collect::<Result<_, Error>>()?,
        address: visit.site.absolute(&told.at(urls::budget_of(year)).to(visit.lang)),
        date: visit.t.date(told.edition.at().date_in(&app.site.config().time_zone)),
        words: words::explained(&WORDS),
        remarks: app.settings().has(key::REMARKS),
        counted,
        form,
        url,
        place,
        told,
    })
}

/// Whether anything is published of a year; else there is no page of it.
pub(super) async fn exists(app: &App, year: i16) -> Result<(), Error> {
    let ledger = ledger::ledger_of(app).await?;
    if ledger.phases(year).is_empty() { Err(Error::NotFound) } else { Ok(()) }
}

/// What remarks about a year are kept under.
pub(super) fn about(year: i16) -> String {
    format!("budget/{year}")
}
