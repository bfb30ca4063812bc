//! Accounts are searched, roles given and taken back.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use infitah_base::{CivilDate, Lang, Text, Timestamp};
use infitah_kit::{
    Cache, Error, Head, Page, T, Visit,
    components::{Choices, ErrorSummary},
    extract::{Form, Path, Query},
    form::FormState,
    urls,
};
use serde::Deserialize;
use strum::IntoEnumIterator;
use uuid::Uuid;

use super::Desk;
use crate::{
    App,
    access::{Deed, Domain, Role},
    accounts::{self, Door, GiveRole, NewGrant, Person, Signed, TakeRole},
    failed,
};

/// People that are shown at once: who is not among them is looked for by more of their name.
const SHOWN: u64 = 50;

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    q: String,
}

/// Somebody in the list.
struct Listed {
    id: Uuid,
    name: String,
    since: CivilDate,
    closed: bool,
    roles: BTreeSet<Role>,
}

#[derive(Template)]
#[template(path = "desk/templates/people.html")]
struct PeoplePage {
    t: T,
    lang: Lang,
    desk: Desk,
    q: String,
    found: Vec<Listed>,
}

impl Page for PeoplePage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, _: &T) -> Head {
        self.desk.page("desk-people", urls::desk_people().with("q", self.q.as_str()))
    }
}

pub(super) async fn list(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let desk = Desk::at(&app, &visit, who, "people")?;
    visit
        .page(async || {
            let (zone, now) = (app.site.config().time_zone.as_str(), app.db.clock().now());
            let tx = app.db.read().await.map_err(failed)?;
            let people = accounts::people(&tx, &asked.q, SHOWN).await.map_err(failed)?;
            let ids: Vec<Uuid> = people.iter().map(|one| one.id).collect();
            let mut roles: BTreeMap<_, _> = accounts::roles_of(&tx, &ids, now).await.map_err(failed)?;
            let listed = |one: Person| Listed {
                id: one.id,
                since: one.since.date_in(zone),
                closed: one.closed,
                roles: roles.remove(&one.id).unwrap_or_default(),
                name: one.name,
            };
            let found = people.into_iter().map(listed).collect();
            Ok(PeoplePage { t: visit.t.clone(), lang: visit.lang, desk, q: asked.q, found })
        })
        .await
}

/// A role that somebody holds.
struct Held {
    id: Uuid,
    role: Role,
    place: Option<Text>,
    domain: Option<Domain>,
    until: Option<CivilDate>,
}

#[derive(Template)]
#[template(path = "desk/templates/person.html")]
struct PersonPage {
    t: T,
    lang: Lang,
    desk: Desk,
    one: Listed,
    held: Vec<Held>,
}

impl PersonPage {
    fn action(&self) -> String {
        urls::desk_roles(&self.one.id.to_string()).to(self.lang)
    }

    fn history(&self) -> String {
        urls::desk_journal().with("object", format!("account/{}", self.one.id)).to(self.lang)
    }
}

impl Page for PersonPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        let mut head = self.desk.page("desk-people", urls::desk_person(&self.one.id.to_string()));
        head.title.clone_from(&self.one.name);
        head.crumbs.push((t.as_text("desk-people"), urls::desk_people()));
        head
    }
}

/// Somebody who is looked at, and the roles they hold.
async fn looked_at(app: &App, account: &str) -> Result<(Listed, Vec<Held>), Error> {
    let id: Uuid = account.parse().map_err(|_| Error::NotFound)?;
    let (zone, now, atlas) = (app.site.config().time_zone.as_str(), app.db.clock().now(), app.atlas());
    let tx = app.db.read().await.map_err(failed)?;
    let one = accounts::person(&tx, id).await.map_err(failed)?.ok_or(Error::NotFound)?;
    let held = accounts::roles(&tx, id, now).await.map_err(failed)?;
    let held: Vec<Held> = held
        .into_iter()
        .map(|grant| Held {
            id: grant.id,
            role: grant.role,
            place: atlas.find(&grant.place).map(|place| place.names.clone()),
            domain: grant.domain,
            until: grant.until.map(|until| until.date_in(zone)),
        })
        .collect();
    let roles = held.iter().map(|held| held.role).collect();
    Ok((Listed { id, name: one.name, since: one.since.date_in(zone), closed: one.closed, roles }, held))
}

pub(super) async fn one(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
    Path((_, account)): Path<(String, String)>,
) -> Result<Response, Error> {
    let desk = Desk::at(&app, &visit, who, "people")?;
    visit
        .page(async || {
            let (one, held) = looked_at(&app, &account).await?;
            Ok(PersonPage { t: visit.t.clone(), lang: visit.lang, desk, one, held })
        })
        .await
}

#[derive(Template)]
#[template(path = "desk/templates/role.html")]
struct RolePage {
    t: T,
    lang: Lang,
    desk: Desk,
    one: Listed,
    places: Vec<(String, String)>,
    form: FormState,
}

impl RolePage {
    fn errors(&self) -> ErrorSummary<'_> {
        ErrorSummary { t: &self.t, errors: self.form.errors() }
    }

    fn role(&self) -> Choices<'_> {
        let choices = Role::iter().map(|role| (role.code(), role.key())).collect();
        Choices { t: &self.t, form: &self.form, name: "role", legend: "people-role", choices }
    }

    fn domain(&self) -> Choices<'_> {
        let all = [("", "people-domain-all")].into_iter();
        let choices = all.chain(Domain::iter().map(|domain| (domain.code(), domain.key()))).collect();
        Choices { t: &self.t, form: &self.form, name: "domain", legend: "people-domain", choices }
    }

    fn action(&self) -> String {
        urls::desk_roles(&self.one.id.to_string()).to(self.lang)
    }
}

impl Page for RolePage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        let id = self.one.id.to_string();
        let mut head = self.desk.page("people-give", urls::desk_roles(&id));
        head.crumbs.push((t.as_text("desk-people"), urls::desk_people()));
        head.crumbs.push((Text::one(self.lang, self.one.name.clone()), urls::desk_person(&id)));
        head.error = !self.form.is_good();
        head
    }
}

/// The region, its provinces and its communes, by code and name.
pub(crate) fn places(app: &App, visit: &Visit) -> Vec<(String, String)> {
    let (chrome, region) = (app.site.chrome(), app.site.config().region.clone());
    let atlas = app.atlas();
    let name = |text: &Text| text.plain(visit.lang).to_owned();
    let first = atlas.find(&region).map(|place| (region.clone(), name(&place.names)));
    let provinces = chrome.provinces.iter().map(|(code, text)| (code.clone(), name(text)));
    first.into_iter().chain(provinces).chain(chrome.communes(visit.lang).iter().cloned()).collect()
}

async fn role_page(app: &App, visit: &Visit, desk: Desk, account: &str, form: FormState) -> Result<RolePage, Error> {
    let (one, _) = looked_at(app, account).await?;
    Ok(RolePage { t: visit.t.clone(), lang: visit.lang, desk, one, places: places(app, visit), form })
}

/// Whoever wants to give a role proves first that it is them: not after the form was filled.
pub(super) async fn ask_role(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
    Path((_, account)): Path<(String, String)>,
) -> Result<Response, Error> {
    let place = who.grants.iter().find(|grant| grant.role == Role::Administrator).map(|grant| grant.place.clone());
    app.may_see(&who, Deed::GiveRoles, &place.unwrap_or_default(), &visit.address)?;
    let desk = Desk::at(&app, &visit, who, "people")?;
    let mut form = FormState::default();
    form.keep("domain", "");
    visit.page(async || role_page(&app, &visit, desk, &account, form).await).await
}

#[derive(Deserialize)]
pub(super) struct Change {
    /// The role that is taken back.
    #[serde(default)]
    take: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    place: String,
    #[serde(default)]
    domain: String,
    #[serde(default)]
    until: String,
}

pub(super) async fn change_role(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
    Path((_, account)): Path<(String, String)>,
    Form(change): Form<Change>,
) -> Result<Response, Error> {
    let id: Uuid = account.parse().map_err(|_| Error::NotFound)?;
    let person = urls::desk_person(&id.to_string()).to(visit.lang);
    if !change.take.is_empty() {
        let grant: Uuid = change.take.parse().map_err(|_| Error::NotFound)?;
        let now = app.db.clock().now();
        let held = {
            let tx = app.db.read().await.map_err(failed)?;
            accounts::roles(&tx, id, now).await.map_err(failed)?
        };
        // Taken back a moment ago: then nothing is left to do.
        if let Some(held) = held.into_iter().find(|held| held.id == grant) {
            let permit = app.permit::<TakeRole>(&who, &held.place, &person)?;
            let taking = app.db.write(move |tx| Box::pin(async move { accounts::take(tx, &permit, grant).await }));
            taking.await.map_err(failed)?;
        }
        return Ok(Redirect::to(&person).into_response());
    }
    let mut form = FormState::default();
    form.keep("role", &change.role).keep("place", &change.place).keep("domain", &change.domain);
    form.keep("until", &change.until);
    let role = change.role.parse::<Role>().ok();
    if role.is_none() {
        form.wrong("role", "say-choose", 0);
    }
    if !places(&app, &visit).iter().any(|(code, _)| *code == change.place) {
        form.wrong("place", "people-place-wrong", 0);
    }
    let domain = match change.domain.as_str() {
        "" => None,
        code => Some(code.parse::<Domain>().map_err(|_| Error::Bad("error-bad-request"))?),
    };
    let until = until(&app, &change.until);
    if until.is_none() {
        form.wrong("until", "people-until-wrong", 0);
    }
    let (Some(role), Some(until), true) = (role, until, form.is_good()) else {
        let desk = Desk::at(&app, &visit, who, "people")?;
        return visit.refused(&role_page(&app, &visit, desk, &account, form).await?);
    };
    let permit = app.permit::<GiveRole>(&who, &change.place, &urls::desk_roles(&account).to(visit.lang))?;
    let given_by = Some(who.account);
    let new = NewGrant { account: id, role, place: change.place, domain, until, given_by };
    let giving = app.db.write(move |tx| Box::pin(async move { accounts::give(tx, &permit, new).await }));
    giving.await.map_err(failed)?;
    Ok(Redirect::to(&person).into_response())
}

/// The last instant of the day that was chosen; `Some(None)`: none was; `None`: it is past, or no day.
fn until(app: &App, chosen: &str) -> Option<Option<Timestamp>> {
    if chosen.trim().is_empty() {
        return Some(None);
    }
    let day: CivilDate = chosen.trim().parse().ok()?;
    (day >= app.site.today()).then(|| Some(day.ends_in(&app.site.config().time_zone)))
}
