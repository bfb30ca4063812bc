//! A draft is looked at as its page will be, compared with what the register says, and published.

use infitah_commons::{
    drafts::{Changed, Clash, Side, State},
    places, settings,
};
use serde::Deserialize;

use super::{
    App, Cache, Desk, Door, Error, ErrorSummary, Form, FormState, Head, IntoResponse, Lang, Page, Path, Posted,
    Project, Query, Redirect, Response, Signed, T, Template, Value, Visit,
    chapter::{head_within, is_written_by, waits},
    drafts, edit, failed,
    opened::{self, Opened},
    urls,
};
use crate::projects::{
    edit::{EditProjects, NotPublished, Publication, as_project, entry_name, publish},
    web::{
        history::{Line, lines},
        one,
    },
};

/// A value that two wrote differently: the name of the choice, and both in words.
struct Choose {
    name: String,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "projects/templates/desk/publish.html")]
struct PublishPage {
    t: T,
    lang: Lang,
    desk: Desk,
    opened: Opened,
    /// What the draft changes.
    lines: Vec<Line>,
    /// What was published since it was begun.
    theirs: Vec<Line>,
    /// What has to be chosen.
    choose: Vec<Choose>,
    /// Whether somebody else has to publish it.
    second: bool,
    /// Whether whoever looks at it may publish.
    may: bool,
    form: FormState,
}

impl PublishPage {
    fn errors(&self) -> ErrorSummary<'_> {
        ErrorSummary { t: &self.t, errors: self.form.errors() }
    }

    fn id(&self) -> String {
        self.opened.draft.id.to_string()
    }

    fn is_mine(&self) -> bool {
        is_written_by(&self.opened, &self.desk)
    }

    fn waits(&self) -> bool {
        waits(&self.opened)
    }

    fn newest(&self) -> i64 {
        self.opened.newest.as_ref().map_or(0, |(version, _)| *version)
    }

    fn is_chosen(&self, name: &str, side: &str) -> bool {
        self.form.value(name) == side
    }
}

impl Page for PublishPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        let url = urls::desk_draft_publish(&self.id());
        let mut head = head_within(&self.desk, t, &self.opened, url, t.m("edit-publish").to_string(), self.lang);
        head.error = !self.form.is_good();
        head
    }
}

fn project(body: &Value) -> Option<Project> {
    serde_json::from_value(body.clone()).ok()
}

/// What changed from one document to another, in words.
fn told(t: &T, old: &Value, new: &Value) -> Vec<Line> {
    project(old).zip(project(new)).map(|(old, new)| lines(t, &old, &new)).unwrap_or_default()
}

/// The draft on top of what was published since, and what has to be chosen for that.
fn together(opened: &Opened, choose: &dyn Fn(&str) -> Option<Side>) -> (Value, Vec<Clash>) {
    match &opened.newest {
        Some((_, theirs)) => drafts::merge(&opened.base, &opened.draft.body, theirs, &entry_name, choose),
        None => (opened.draft.body.clone(), Vec::new()),
    }
}

/// The name of a choice in the form.
fn choice(way: &str) -> String {
    format!("take:{way}")
}

/// Whether the places of a draft ask for a second person.
fn second(app: &App, opened: &Opened) -> bool {
    let (settings, atlas) = (app.settings(), app.atlas());
    opened.places(app).iter().any(|place| settings.truth(settings::key::PROJECTS_SECOND, place, &atlas))
}

fn page(app: &App, visit: &Visit, desk: Desk, opened: Opened, form: FormState) -> PublishPage {
    let t = &visit.t;
    let (mut choose, mut theirs) = (Vec::new(), Vec::new());
    if opened.is_behind()
        && let Some((_, newest)) = &opened.newest
    {
        theirs = told(t, &opened.base, newest);
        let (mine, clashes) = together(&opened, &|_| Some(Side::Mine));
        debug_assert!(clashes.is_empty(), "everything was chosen");
        for clash in together(&opened, &|_| None).1 {
            let only = |way: &str| Some(if way == clash.way { Side::Theirs } else { Side::Mine });
            let lines = told(t, &mine, &together(&opened, &only).0);
            choose.push(Choose { name: choice(&clash.way), lines });
        }
    }
    let old = opened.newest.as_ref().filter(|_| !opened.is_behind()).map_or(&opened.base, |(_, body)| body);
    let lines = told(t, old, &opened.draft.body);
    let second = second(app, &opened);
    let here = urls::desk_draft_publish(&opened.draft.id.to_string()).to(visit.lang);
    let may = opened.places(app).iter().all(|place| app.permit::<EditProjects>(&desk.who, place, &here).is_ok());
    PublishPage { t: t.clone(), lang: visit.lang, desk, opened, lines, theirs, choose, second, may, form }
}

pub(super) async fn ask(
    axum::extract::State(app): axum::extract::State<App>,
    visit: Visit,
    Signed(who): Signed,
    Path((_, draft)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let (desk, opened) = opened::at(&app, &visit, who, &draft).await?;
    if !opened.draft.is_alive() {
        return Ok(Redirect::to(&urls::desk_draft(&draft).to(visit.lang)).into_response());
    }
    let mut form = FormState::default();
    if !asked.changed.is_empty() {
        form.wrong("publish", "edit-changed-meanwhile", 0);
    }
    visit.page(async || Ok(page(&app, &visit, desk, opened, form))).await
}

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    changed: String,
}

pub(super) async fn decide(
    axum::extract::State(app): axum::extract::State<App>,
    visit: Visit,
    Signed(who): Signed,
    Path((_, draft)): Path<(String, String)>,
    Form(posted): Form<Posted>,
) -> Result<Response, Error> {
    let (desk, opened) = opened::at(&app, &visit, who, &draft).await?;
    let field = |name: &str| posted.iter().find(|(one, _)| one == name).map_or("", |(_, value)| value.as_str());
    let to = |url: urls::Url| Ok(Redirect::to(&url.to(visit.lang)).into_response());
    // Sent twice, or from a page that is no longer so: what became of it is shown.
    if !opened.draft.is_alive() {
        return to(urls::desk_draft(&draft));
    }
    let changed = || to(urls::desk_draft_publish(&draft).with("changed", "1"));
    let newest = opened.newest.as_ref().map_or(0, |(version, _)| *version);
    if field("turn") != opened.draft.turn.to_string() || field("newest") != newest.to_string() {
        return changed();
    }
    let mut form = FormState::default();
    form.keep("why", field("why"));
    let is_mine = is_written_by(&opened, &desk);
    let taken = opened.draft.clone();
    let done = match field("do") {
        "give-up" if is_mine => {
            let object = taken.object.clone();
            let ending =
                app.db.write(move |tx| Box::pin(async move { drafts::end(tx, taken, State::GivenUp, &object).await }));
            ending.await.map_err(failed)?
        }
        "choose" if is_mine && opened.is_behind() => {
            for (name, value) in posted.iter().filter(|(name, _)| name.starts_with("take:")) {
                form.keep(name.clone(), value);
            }
            let side = |way: &str| match field(&choice(way)) {
                "mine" => Some(Side::Mine),
                "theirs" => Some(Side::Theirs),
                _ => None,
            };
            let (body, left) = together(&opened, &side);
            if !left.is_empty() {
                for clash in left {
                    form.wrong(choice(&clash.way), "edit-choose", 0);
                }
                return visit.refused(&page(&app, &visit, desk, opened, form));
            }
            let rebasing = app.db.write(move |tx| {
                Box::pin(async move { drafts::rebase(tx, taken, newest, edit::canonical(body)).await })
            });
            rebasing.await.map_err(failed)?;
            return to(urls::desk_draft_publish(&draft));
        }
        "send" if is_mine && !opened.is_behind() => {
            if as_project(&taken.body).is_none() {
                form.wrong("publish", "edit-unfinished", 0);
                return visit.refused(&page(&app, &visit, desk, opened, form));
            }
            let sending = app.db.write(move |tx| Box::pin(async move { drafts::send(tx, taken).await }));
            sending.await.map_err(failed)?
        }
        "publish" => {
            let done = put_out(&app, &visit, &desk, &opened, field("why")).await?;
            match done {
                Ok(reference) => return to(urls::desk_draft(&draft).with("published", reference)),
                Err(NotPublished::Store(error)) => return Err(failed(error)),
                Err(NotPublished::Behind | NotPublished::Meanwhile) => return changed(),
                Err(NotPublished::IdentifierTaken) => form.wrong("publish", "edit-identifier-taken", 0),
                Err(NotPublished::NeedsAnother) => form.wrong("publish", "edit-needs-another", 0),
                Err(NotPublished::Unfinished) => form.wrong("publish", "edit-unfinished", 0),
            };
            return visit.refused(&page(&app, &visit, desk, opened, form));
        }
        _ => return Err(Error::Bad("error-bad-request")),
    };
    match done {
        Changed::Done => to(urls::desk_draft(&draft)),
        Changed::Meanwhile => changed(),
    }
}

async fn put_out(
    app: &App,
    visit: &Visit,
    desk: &Desk,
    opened: &Opened,
    why: &str,
) -> Result<Result<String, NotPublished>, Error> {
    let here = urls::desk_draft_publish(&opened.draft.id.to_string()).to(visit.lang);
    let mut permit = None;
    for place in opened.places(app) {
        permit = Some(app.permit::<EditProjects>(&desk.who, &place, &here)?);
    }
    let permit = permit.ok_or(Error::Forbidden("error-no-role"))?;
    let why = Some(why.trim().chars().take(WHY).collect::<String>()).filter(|why| !why.is_empty());
    let publication =
        Publication { draft: opened.draft.clone(), by: desk.who.account, second: second(app, opened), why };
    let year = visit.site.today().year();
    let writing = app.db.write(move |tx| {
        let (publication, permit) = (publication.clone(), permit.clone());
        Box::pin(async move {
            let parents = places::codes_and_parents(tx).await?;
            publish(tx, &permit, publication, &parents, year).await
        })
    });
    Ok(writing.await)
}

/// Letters of a reason, at most.
const WHY: usize = 500;

#[derive(Template)]
#[template(path = "projects/templates/desk/preview.html")]
struct PreviewPage {
    t: T,
    lang: Lang,
    opened: Opened,
    page: one::ProjectPage,
}

impl PreviewPage {
    fn id(&self) -> String {
        self.opened.draft.id.to_string()
    }
}

impl Page for PreviewPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        let mut head = self.page.head(t);
        (head.url, head.unlisted, head.feed) = (urls::desk_draft_preview(&self.id()), true, None);
        head
    }
}

/// The draft as its page will be; the languages of the page are those of the draft.
pub(super) async fn preview(
    axum::extract::State(app): axum::extract::State<App>,
    visit: Visit,
    Signed(who): Signed,
    Path((_, draft)): Path<(String, String)>,
) -> Result<Response, Error> {
    let (_, opened) = opened::at(&app, &visit, who, &draft).await?;
    let project = project(&opened.draft.body).ok_or(Error::NotFound)?;
    let page = one::of(&app, &visit, &opened.draft.object, project).await;
    visit.page(async || Ok(PreviewPage { t: visit.t.clone(), lang: visit.lang, opened, page })).await
}

impl askama::filters::HtmlSafe for one::ProjectPage {}
