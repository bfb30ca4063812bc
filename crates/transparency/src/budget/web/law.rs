//! What the law asks of a budget: kept, broken with where and by how much, or it cannot be told and what is missing.

use askama::Template;
use axum::{extract::State, response::Response};
use infitah_base::{CivilDate, Lang, Text};
use infitah_commons::{App, words};
use infitah_kit::{
    Cache, Error, Head, Page, T, Visit,
    components::{Downloads, Tag, Tone},
    extract::{Path, Query},
    urls,
};

use super::{
    InPhase, KINDS, Told, crumbs,
    views::{self, View},
};
use crate::budget::{
    data,
    model::Law,
    rules::law::{Breach, By, Verdict},
};

/// Places where a rule is broken that are named, each; the others are counted.
const PLACES: usize = 6;

/// How many rules are kept, broken, and cannot be told.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    pub(super) kept: usize,
    pub(super) broken: usize,
    pub(super) unknown: usize,
}

/// How it stands with a rule; where it is broken is said apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    Kept,
    Broken,
    /// With what is missing to tell.
    Unknown(&'static str),
}

impl Stands {
    fn of(verdict: &Verdict) -> Self {
        match verdict {
            Verdict::Kept => Self::Kept,
            Verdict::Broken(_) => Self::Broken,
            Verdict::CannotTell(key) => Self::Unknown(key),
        }
    }
}

/// What is said of a rule.
pub(super) struct Ruled {
    pub(super) key: &'static str,
    pub(super) name: &'static Text,
    pub(super) term: Option<&'static str>,
    pub(super) text: Option<&'static Text>,
    pub(super) article: &'static str,
    pub(super) verdict: Stands,
    pub(super) places: Vec<Place>,
    more: usize,
}

/// Where a rule is broken, and by how much.
pub(super) struct Place {
    pub(super) what: String,
    by: Option<String>,
    pub(super) name: Option<(Text, String)>,
    pub(super) breach: Breach,
}

impl Ruled {
    fn tag(&self, t: &T) -> Tag<'static> {
        let (icon, key, tone) = match self.verdict {
            Stands::Kept => ("i-check", "law-kept", Tone::Go),
            Stands::Broken => ("i-warn", "law-broken", Tone::Late),
            Stands::Unknown(_) => ("i-info", "law-cannot-tell", Tone::Plain),
        };
        Tag { icon, label: t.m(key).to_string(), tone }
    }

    /// What is missing to tell.
    pub(super) fn missing(&self) -> Option<&'static str> {
        match self.verdict {
            Stands::Unknown(key) => Some(key),
            _ => None,
        }
    }
}

/// How many rules this edition keeps, breaks, and of how many it cannot be told.
pub(super) fn tally(told: &Told, today: CivilDate) -> Tally {
    let mut tally = Tally::default();
    for (_, verdict) in told.ledger.judged(told.year(), told.phase(), today).iter() {
        match verdict {
            Verdict::Kept => tally.kept += 1,
            Verdict::Broken(_) => tally.broken += 1,
            Verdict::CannotTell(_) => tally.unknown += 1,
        }
    }
    tally
}

/// Every rule of the law with what is to be said of it, in the law's order; of the places where one is broken, so many
/// at most.
pub(super) fn judged(told: &Told, today: CivilDate, most: usize) -> Vec<Ruled> {
    let verdicts = told.ledger.judged(told.year(), told.phase(), today);
    verdicts.iter().map(|(law, verdict)| rule(told, law, verdict, most)).collect()
}

fn rule(told: &Told, law: &'static Law, verdict: &Verdict, most: usize) -> Ruled {
    let breaches: &[Breach] = if let Verdict::Broken(breaches) = verdict { breaches } else { &[] };
    let shown: Vec<Breach> = breaches.iter().take(most).cloned().collect();
    Ruled {
        key: &law.key,
        name: &law.name,
        term: law.term.as_deref(),
        text: words::law(&law.text),
        article: &law.article,
        more: breaches.len() - shown.len(),
        verdict: Stands::of(verdict),
        places: shown.into_iter().map(|breach| place(told, breach)).collect(),
    }
}

fn place(told: &Told, breach: Breach) -> Place {
    let t = &told.t;
    let by = breach.by.as_ref().map(|by| match by {
        By::Amount(minor) => t.money(told.money(*minor)),
        By::Days(days) => t.m("law-days").n("count", *days).to_string(),
        By::Count(count) => t.int(*count),
        By::Missing(key) => {
            let known = data::documents().iter().find(|one| one.key == *key);
            known.map_or_else(|| key.clone(), |one| one.name.plain(told.lang).to_owned())
        }
    });
    let line = breach.line.as_deref().and_then(|id| told.edition.line(id));
    let name = match (line, &breach.node) {
        (Some(line), _) => Some((line.name.clone(), told.line_url(&line.id))),
        (None, Some(node)) => Some((told.node_name(node), told.node_url(node))),
        (None, None) => None,
    };
    Place { what: t.m(breach.key).to_string(), by, name, breach }
}

#[derive(Template)]
#[template(path = "budget/templates/law.html")]
struct LawPage {
    told: Told,
    t: T,
    lang: Lang,
    tabs: Vec<(String, bool, String)>,
    tally: Tally,
    ruled: Vec<Ruled>,
}

impl LawPage {
    fn downloads(&self) -> Downloads<'static> {
        views::downloads(&self.t, |url| self.told.at(url), self.told.year(), View::Law)
    }

    /// The rules of one kind: broken ones first, for bad news comes first.
    fn groups(&self) -> [(&'static str, &'static str, Vec<&Ruled>); 3] {
        let of = |is: fn(Stands) -> bool| self.ruled.iter().filter(|one| is(one.verdict)).collect();
        [
            ("broken", "law-broken-title", of(|stands| stands == Stands::Broken)),
            ("kept", "law-kept-title", of(|stands| stands == Stands::Kept)),
            ("unknown", "law-unknown-title", of(|stands| matches!(stands, Stands::Unknown(_)))),
        ]
    }
}

impl Page for LawPage {
    const CACHE: Cache = Cache::Until(KINDS);

    fn head(&self, t: &T) -> Head {
        Head {
            title: t.m("law-title-of").s("year", self.told.year().to_string()).to_string(),
            description: t.m("law-lede").to_string(),
            url: self.told.at(urls::budget_law(self.told.year())),
            section: "budget",
            crumbs: crumbs(&self.told),
            ..Head::default()
        }
    }
}

pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((_, year)): Path<(String, i16)>,
    Query(asked): Query<InPhase>,
) -> Result<Response, Error> {
    visit
        .page(async || {
            let told = Told::of(&app, &visit, year, &asked.phase).await?;
            let today = visit.site.today();
            let (tally, ruled) = (tally(&told, today), judged(&told, today, PLACES));
            let tabs = told.phases(&urls::budget_law(year));
            Ok(LawPage { t: visit.t.clone(), lang: visit.lang, tabs, tally, ruled, told })
        })
        .await
}
