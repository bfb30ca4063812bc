//! Who pays and who builds: all organisations, and one with its projects.

use askama::Template;
use axum::{extract::State, response::Response};
use infitah_base::{Lang, Money, Text};
use infitah_commons::{App, Viewer, failed, links::Card, links::Resolver};
use infitah_kit::{
    Cache, Error, Head, Page, T, Visit,
    components::{Downloads, Empty, Pagination, Tag},
    extract::{Path, Query},
    urls,
};
use serde::Deserialize;

use super::{lateness, stage_tag};
use crate::projects::queries::{
    Listed,
    organisations::{self as queries, Listing, Part},
};

/// Organisations on a page.
const PAGE: u64 = 30;

/// Projects on the page of one organisation: the largest; the others are in the list.
const SHOWN: u64 = 60;

/// The roles that are asked for by name: the role's code and the key of what it is called.
const ROLES: [(&str, &str); 3] = [
    ("funder", "organisations-funder"),
    ("supplier", "organisations-supplier"),
    ("publicAuthority", "organisations-owner"),
];

/// What is asked of the organisations, in the address.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    page: String,
}

impl Asked {
    fn role(&self) -> Option<&'static str> {
        ROLES.iter().map(|(role, _)| *role).find(|role| *role == self.role)
    }

    fn page(&self) -> u64 {
        self.page.parse().unwrap_or(1).clamp(1, 1_000_000)
    }

    fn url(&self) -> urls::Url {
        urls::organisations().with("q", self.q.as_str()).with("role", self.role().unwrap_or_default())
    }
}

#[derive(Template)]
#[template(path = "projects/templates/organisations.html")]
struct OrganisationsPage {
    t: T,
    lang: Lang,
    asked: Asked,
    rows: Vec<Listing>,
    count: u64,
}

impl OrganisationsPage {
    fn roles(&self) -> [(&'static str, &'static str, bool); 3] {
        ROLES.map(|(role, label)| (role, label, self.asked.role() == Some(role)))
    }

    fn pagination(&self) -> Pagination<'_> {
        let last = self.count.div_ceil(PAGE).max(1);
        Pagination { t: &self.t, url: self.asked.url(), page: self.asked.page(), last }
    }

    fn downloads(&self) -> Downloads<'static> {
        let files = vec![("CSV", urls::organisations_csv().bare())];
        Downloads { title: self.t.m("downloads-list").to_string(), files }
    }

    fn nothing(&self) -> Empty<'static> {
        Empty {
            icon: "i-people",
            title: self.t.m("organisations-none").to_string(),
            text: self.t.m("organisations-none-why").to_string(),
            way: Some((self.t.m("projects-clear").to_string(), urls::organisations().to(self.lang))),
        }
    }

    fn sums(&self, sums: &[Money]) -> Vec<String> {
        sums.iter().map(|sum| self.t.money_short(sum)).collect()
    }
}

impl Page for OrganisationsPage {
    const CACHE: Cache = Cache::Until(&["project"]);

    fn head(&self, t: &T) -> Head {
        let number = if self.asked.page() == 1 { String::new() } else { self.asked.page().to_string() };
        Head {
            title: t.m("organisations-title").to_string(),
            description: t.m("organisations-lede").to_string(),
            url: self.asked.url().with("page", number),
            section: "projects",
            crumbs: vec![(t.as_text("home-link"), urls::home()), (t.as_text("section-projects"), urls::projects())],
            ..Head::default()
        }
    }
}

pub(super) async fn all(State(app): State<App>, visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Error> {
    visit
        .page(async || {
            let tx = app.db.read().await.map_err(failed)?;
            let words: String = asked.q.chars().take(200).collect();
            let (rows, count) = queries::organisations(&tx, &Viewer::Public, &words, asked.role(), asked.page(), PAGE)
                .await
                .map_err(failed)?;
            if asked.page() > count.div_ceil(PAGE).max(1) {
                return Err(Error::NotFound);
            }
            Ok(OrganisationsPage { t: visit.t.clone(), lang: visit.lang, asked: asked.clone(), rows, count })
        })
        .await
}

/// One project of an organisation, as a row.
struct Row {
    reference: String,
    title: Text,
    tag: Tag<'static>,
    late: Option<Tag<'static>>,
    share: Option<Money>,
    cost: Option<Money>,
}

/// The projects in which an organisation has one role.
struct Group {
    label: &'static str,
    id: &'static str,
    rows: Vec<Row>,
    count: u64,
    totals: Vec<Money>,
}

#[derive(Template)]
#[template(path = "projects/templates/organisation.html")]
struct OrganisationPage {
    t: T,
    lang: Lang,
    about: Listing,
    groups: Vec<Group>,
}

impl OrganisationPage {
    /// Whether it is known by its name alone.
    fn is_a_name(&self) -> bool {
        self.about.key.starts_with("n-")
    }
}

impl Page for OrganisationPage {
    const CACHE: Cache = Cache::Until(&["project"]);

    fn head(&self, t: &T) -> Head {
        Head {
            title: self.about.names.plain(self.lang).to_owned(),
            description: t.m("organisations-lede").to_string(),
            url: urls::organisation(&self.about.key),
            section: "projects",
            crumbs: vec![
                (t.as_text("home-link"), urls::home()),
                (t.as_text("section-projects"), urls::projects()),
                (t.as_text("organisations-title"), urls::organisations()),
            ],
            ..Head::default()
        }
    }
}

pub(super) async fn one(
    State(app): State<App>,
    visit: Visit,
    Path((_, key)): Path<(String, String)>,
) -> Result<Response, Error> {
    visit.page(async || make(&app, &visit, &key).await).await
}

async fn make(app: &App, visit: &Visit, key: &str) -> Result<OrganisationPage, Error> {
    let viewer = Viewer::Public;
    let tx = app.db.read().await.map_err(failed)?;
    let found = queries::some(&tx, &viewer, &[key.to_owned()]).await.map_err(failed)?;
    let about = found.into_iter().next().ok_or(Error::NotFound)?;
    let parts = queries::parts(&tx, &viewer, key, SHOWN).await.map_err(failed)?;
    // All parts are here when there are fewer than were asked for.
    let all_here = u64::try_from(parts.len()).is_ok_and(|count| count < SHOWN);
    let counts =
        if all_here { Default::default() } else { queries::counts(&tx, &viewer, key).await.map_err(failed)? };
    let groups = [
        ("organisation-funds", "funds", "funder", about.promised.clone()),
        ("organisation-builds", "builds", "supplier", about.won.clone()),
        ("organisation-owns", "owns", "publicAuthority", Vec::new()),
        ("organisation-other", "other", "", Vec::new()),
    ];
    let named = |role: &str| ROLES.iter().any(|(known, _)| *known == role);
    let groups = groups.into_iter().map(|(label, id, role, totals)| {
        let own = parts.iter().filter(|part| part.role == role || (role.is_empty() && !named(&part.role)));
        let rows: Vec<Row> = own.map(|part| row(visit, part)).collect();
        let count = counts.get(role).copied().unwrap_or(u64::try_from(rows.len()).unwrap_or_default());
        Group { label, id, rows, count, totals }
    });
    let groups = groups.filter(|group| !group.rows.is_empty()).collect();
    Ok(OrganisationPage { t: visit.t.clone(), lang: visit.lang, about, groups })
}

fn row(visit: &Visit, part: &Part) -> Row {
    let Listed { reference, project, .. } = &part.project;
    Row {
        reference: reference.clone(),
        title: project.title.clone(),
        tag: stage_tag(&visit.t, project.stage()),
        late: lateness(&visit.t, project, visit.site.today()),
        share: part.amount,
        cost: project.cost_steps().last().map(|step| step.amount),
    }
}

/// Organisations as others show them.
pub struct OrganisationResolver;

#[async_trait::async_trait]
impl Resolver for OrganisationResolver {
    fn kind(&self) -> &'static str {
        queries::KIND
    }

    fn label(&self) -> &'static str {
        "organisations-title"
    }

    fn icon(&self) -> &'static str {
        "i-people"
    }

    async fn cards(&self, app: &App, viewer: &Viewer, t: &T, ids: &[String]) -> Result<Vec<Card>, Error> {
        let tx = app.db.read().await.map_err(failed)?;
        let found = queries::some(&tx, viewer, ids).await.map_err(failed)?;
        let card = |one: Listing| {
            let sum = |key: &str, sums: &[Money]| {
                sums.iter().map(|sum| format!("{} {}", t.m(key), t.money_short(sum))).collect::<Vec<_>>()
            };
            let parts = [sum("organisation-promised", &one.promised), sum("organisation-won", &one.won)].concat();
            Card { title: one.names, url: urls::organisation(&one.key), line: parts.join(" · ") }
        };
        Ok(found.into_iter().map(card).collect())
    }
}
