//! Components: small pieces of HTML with a template and examples each. The examples feed the gallery, the snapshots
//! and the accessibility run.

use askama::Template;
use infitah_base::{CivilDate, Lang, Money, Text};

use crate::{
    form::{FieldError, FormState},
    i18n::T,
    svg::{Bar, Thread},
    urls::Url,
};

mod gallery;
pub use gallery::{Example, examples};

/// Shows a component in a template, unescaped.
macro_rules! component {
    ($($name:ident)*) => { $(impl askama::filters::HtmlSafe for $name<'_> {})* };
}
component!(Tag Notice Empty Stages Progress Pairs Funding Pagination Downloads ErrorSummary TextField TextArea Choices MapKey);

/// The colour and outline of a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Sand.
    Plain,
    /// Cedar: going well, done.
    Go,
    /// Saffron: now, being worked on.
    Work,
    /// Turquoise: information.
    Info,
    /// Pomegranate: late, wrong.
    Late,
}

impl Tone {
    fn class(self) -> &'static str {
        match self {
            Tone::Plain => "",
            Tone::Go => "tag--go",
            Tone::Work => "tag--work",
            Tone::Info => "tag--info",
            Tone::Late => "tag--late",
        }
    }
}

/// A pictogram, a word and an outline: never colour alone.
#[derive(Template, Clone)]
#[template(path = "components/tag.html")]
pub struct Tag<'a> {
    /// `i-work`
    pub icon: &'a str,
    /// The word.
    pub label: String,
    /// The colour.
    pub tone: Tone,
}

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Good to know.
    Info,
    /// Take care.
    Warning,
    /// Done.
    Good,
}

/// A notice: icon, first words in bold, the rest.
#[derive(Template, Clone)]
#[template(path = "components/notice.html")]
pub struct Notice<'a> {
    /// What it is about.
    pub kind: NoticeKind,
    /// First words.
    pub strong: String,
    /// The rest.
    pub text: &'a str,
}

/// Nothing to show: what is missing, why, what one can do.
#[derive(Template, Clone)]
#[template(path = "components/empty.html")]
pub struct Empty<'a> {
    /// Its pictogram.
    pub icon: &'a str,
    /// What is missing.
    pub title: String,
    /// Why, and what one can do.
    pub text: String,
    /// A way on: its words and address.
    pub way: Option<(String, String)>,
}

/// Five stages on a thread.
#[derive(Template, Clone)]
#[template(path = "components/stages.html")]
pub struct Stages<'a> {
    /// The translator.
    pub t: &'a T,
    /// Name and pictogram of each stage, in order.
    pub stages: Vec<(String, &'a str)>,
    /// Which one it is at.
    pub now: usize,
}

impl Stages<'_> {
    fn is_done(&self, index: &usize) -> bool {
        *index < self.now
    }

    fn is_now(&self, index: &usize) -> bool {
        *index == self.now
    }
}

/// A percentage with where it comes from; `None` is "not published", never 0.
#[derive(Clone, Debug)]
pub struct Measured {
    /// 0 to 100.
    pub percent: u32,
    /// When it was measured.
    pub date: CivilDate,
    /// Who says so.
    pub source: Text,
}

/// Built above paid, on one scale.
#[derive(Template, Clone)]
#[template(path = "components/progress.html")]
pub struct Progress<'a> {
    /// The translator.
    pub t: &'a T,
    /// How much is built.
    pub built: Option<Measured>,
    /// How much is paid.
    pub paid: Option<Measured>,
}

impl Progress<'_> {
    /// How many points paid runs ahead of built, when that is ten or more.
    fn gap(&self) -> Option<u32> {
        let gap = self.paid.as_ref()?.percent.checked_sub(self.built.as_ref()?.percent)?;
        (gap >= 10).then_some(gap)
    }

    fn bar(&self, measured: &Measured, motif: u8) -> Bar {
        Bar { per_mille: measured.percent * 10, motif }
    }
}

/// Built above paid, small, for tables.
#[derive(Template, Clone)]
#[template(path = "components/pairs.html")]
pub struct Pairs<'a> {
    /// The translator.
    pub t: &'a T,
    /// Percent built.
    pub built: Option<u32>,
    /// Percent paid.
    pub paid: Option<u32>,
}

impl Pairs<'_> {
    fn bar(&self, percent: &u32, motif: u8) -> Bar {
        Bar { per_mille: percent * 10, motif }
    }
}

/// Who pays how much: one thread and its table, whose sum is checked against the total.
#[derive(Template, Clone)]
#[template(path = "components/funding.html")]
pub struct Funding<'a> {
    /// The translator.
    pub t: &'a T,
    /// Who (as markup that is safe to show) and how much.
    pub rows: Vec<(crate::i18n::Shown<'a>, Money)>,
    /// What they should add up to.
    pub total: Option<Money>,
}

impl Funding<'_> {
    fn sum(&self) -> Option<Money> {
        let mut amounts = self.rows.iter().map(|(_, money)| *money);
        let first = amounts.next()?;
        amounts.try_fold(first, Money::checked_add)
    }

    fn shares(&self) -> Thread {
        let sum = self.sum().map_or(1, |sum| sum.minor.max(1));
        let share = |minor: i64| u32::try_from(i128::from(minor) * 1000 / i128::from(sum)).unwrap_or_default();
        Thread(self.rows.iter().map(|(_, money)| share(money.minor)).collect())
    }

    /// The sum, where it is not the total that was published.
    fn differs(&self) -> Option<(Money, Money)> {
        let (sum, total) = (self.sum()?, self.total?);
        (sum != total).then_some((sum, total))
    }

    fn motif(&self, index: &usize) -> usize {
        index % 7 + 1
    }
}

/// Numbered pages; no endless scroll.
#[derive(Template, Clone)]
#[template(path = "components/pagination.html")]
pub struct Pagination<'a> {
    /// The translator.
    pub t: &'a T,
    /// The list, with its filters.
    pub url: Url,
    /// This page, from 1.
    pub page: u64,
    /// The last page.
    pub last: u64,
}

impl Pagination<'_> {
    /// The first, the last and those around this one; `None` stands for a gap.
    fn shown(&self) -> Vec<Option<u64>> {
        let near = |page: &u64| *page == 1 || *page == self.last || page.abs_diff(self.page) <= 1;
        let mut out: Vec<Option<u64>> = Vec::new();
        for page in (1..=self.last).filter(near) {
            if out.last().copied().flatten().is_some_and(|before| before + 1 < page) {
                out.push(None);
            }
            out.push(Some(page));
        }
        out
    }

    fn to(&self, page: impl std::borrow::Borrow<u64>) -> String {
        let page = *page.borrow();
        let number = if page == 1 { String::new() } else { page.to_string() };
        self.url.clone().with("page", number).to(self.t.lang())
    }
}

/// What can be taken away: format and address each; CSV first.
#[derive(Template, Clone)]
#[template(path = "components/downloads.html")]
pub struct Downloads<'a> {
    /// What is taken.
    pub title: String,
    /// Format and address.
    pub files: Vec<(&'a str, String)>,
}

/// What is wrong with a form, at the head of the page, with a link to each field.
#[derive(Template, Clone)]
#[template(path = "components/errors.html")]
pub struct ErrorSummary<'a> {
    /// The translator.
    pub t: &'a T,
    /// What is wrong.
    pub errors: &'a [FieldError],
}

/// A field for one line of text.
#[derive(Template, Clone)]
#[template(path = "components/field.html")]
pub struct TextField<'a> {
    /// The translator.
    pub t: &'a T,
    /// The form it belongs to.
    pub form: &'a FormState,
    /// Its name and id.
    pub name: &'a str,
    /// The key of its label.
    pub label: &'a str,
    /// The key of its hint, empty for none.
    pub hint: &'a str,
    /// HTML's `autocomplete` token.
    pub autocomplete: &'a str,
}

/// A field for a few lines of text.
#[derive(Template, Clone)]
#[template(path = "components/area.html")]
pub struct TextArea<'a> {
    /// The translator.
    pub t: &'a T,
    /// The form it belongs to.
    pub form: &'a FormState,
    /// Its name and id.
    pub name: &'a str,
    /// The key of its label.
    pub label: &'a str,
}

/// One of a few choices: radio buttons.
#[derive(Template, Clone)]
#[template(path = "components/choices.html")]
pub struct Choices<'a> {
    /// The translator.
    pub t: &'a T,
    /// The form it belongs to.
    pub form: &'a FormState,
    /// Its name, and the id of the first.
    pub name: &'a str,
    /// The key of the question.
    pub legend: &'a str,
    /// Value and key of the label of each.
    pub choices: Vec<(&'a str, &'a str)>,
}

/// What the classes of a map mean.
#[derive(Template, Clone)]
#[template(path = "components/key.html")]
pub struct MapKey<'a> {
    /// Class and words.
    pub classes: Vec<(&'a str, String)>,
}

impl MapKey<'_> {
    /// The key of a map whose classes begin and end like this, as [`crate::svg::classes`] gives them.
    pub fn of(t: &T, limits: Vec<(f64, f64)>) -> MapKey<'static> {
        let words = |(from, to): (f64, f64)| {
            let (from, to) = (t.measure(from), t.measure(to));
            if from == to { from } else { format!("{from} – {to}") }
        };
        MapKey { classes: ["m1", "m2", "m3", "m4"].into_iter().zip(limits.into_iter().map(words)).collect() }
    }
}

/// The attributes that mark a language other than the page's.
pub fn lang_attributes(lang: Lang) -> (&'static str, &'static str) {
    (lang.bcp47(), lang.dir().as_str())
}
