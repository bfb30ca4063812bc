//! Projects at the desk: what is there, what is being written, what waits for somebody to publish it.

use askama::Template;
use axum::{
    Router,
    extract::State,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use infitah_base::{Lang, Reference, Text};
use infitah_commons::{
    App, Viewer,
    accounts::{Door, Signed},
    desk::Desk,
    drafts::{self, Begin, Chapter, Draft, FieldShown, read_fields, show_fields},
    failed,
};
use infitah_kit::{
    Cache, Error, Head, Page, T, Visit,
    components::ErrorSummary,
    extract::{Form, Path, Query},
    form::FormState,
    urls,
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Asked, Row, shelf_of};
use crate::projects::{
    edit::{self, CHAPTERS, DRAFT, DraftProjects},
    model::Project,
    queries,
};

mod chapter;
mod entry;
mod opened;
mod publish;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/{lang}/desk/projects", get(list))
        .route("/{lang}/desk/projects/new", get(ask_new).post(make_new))
        .route("/{lang}/desk/projects/{reference}/edit", get(edit_by_link).post(edit))
        .route("/{lang}/desk/drafts/{draft}", get(chapter::overview))
        .route("/{lang}/desk/drafts/{draft}/pages/{chapter}", get(chapter::ask).post(chapter::save))
        .route("/{lang}/desk/drafts/{draft}/entries/{*way}", get(entry::ask).post(entry::save))
        .route("/{lang}/desk/drafts/{draft}/preview", get(publish::preview))
        .route("/{lang}/desk/drafts/{draft}/publish", get(publish::ask).post(publish::decide))
}

/// Drafts, and projects of the register, that are shown at once.
const SHOWN: u64 = 50;

/// A draft in a list.
struct Listed {
    id: String,
    title: Text,
    saved: String,
    waits: bool,
}

#[derive(Template)]
#[template(path = "projects/templates/desk/list.html")]
struct ListPage {
    t: T,
    lang: Lang,
    desk: Desk,
    q: String,
    mine: Vec<Listed>,
    waiting: Vec<Listed>,
    rows: Vec<Row>,
    count: u64,
}

impl ListPage {
    fn lists(&self) -> [(&'static str, &'static str, &[Listed]); 2] {
        [("mine", "edit-mine", &self.mine), ("waiting", "edit-waiting", &self.waiting)]
    }
}

impl Page for ListPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, _: &T) -> Head {
        self.desk.page("section-projects", urls::desk_projects().with("q", self.q.as_str()))
    }
}

/// The words in a document that name it.
fn title_of(body: &Value) -> Text {
    body.get("title").cloned().and_then(|title| serde_json::from_value(title).ok()).unwrap_or_default()
}

async fn list(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let desk = Desk::at(&app, &visit, who, "projects")?;
    visit
        .page(async || {
            let shelf = shelf_of(&app).await?;
            let tx = app.db.read().await.map_err(failed)?;
            let mine = drafts::open_of(&tx, DRAFT, desk.who.account, SHOWN).await.map_err(failed)?;
            let waiting = drafts::submitted(&tx, DRAFT, SHOWN).await.map_err(failed)?;
            let today = visit.site.today();
            let hits = queries::hits(&tx, &shelf, &Viewer::Public, &asked.filter(today)).await.map_err(failed)?;
            let found = hits.page(&tx, 1, SHOWN).await.map_err(failed)?;
            let zone = app.site.config().time_zone.as_str();
            let listed = |draft: Draft| Listed {
                id: draft.id.to_string(),
                title: title_of(&draft.body),
                saved: visit.t.date(draft.saved.date_in(zone)),
                waits: draft.state == drafts::State::Submitted,
            };
            let theirs = |draft: &Draft| {
                let to_see = |place: &str| {
                    app.may_see(&desk.who, infitah_commons::access::Deed::PublishProjects, place, &visit.address)
                        .is_ok()
                };
                draft.author != desk.who.account && opened::places(&app, &[&draft.body]).iter().all(|code| to_see(code))
            };
            let waiting = waiting.into_iter().filter(theirs).map(listed).collect();
            Ok(ListPage {
                t: visit.t.clone(),
                lang: visit.lang,
                q: asked.q,
                mine: mine.into_iter().map(listed).collect(),
                waiting,
                count: hits.count(),
                rows: super::rows(&app.atlas(), &visit.t, today, found),
                desk,
            })
        })
        .await
}

#[derive(Template)]
#[template(path = "projects/templates/desk/new.html")]
struct NewPage {
    t: T,
    lang: Lang,
    desk: Desk,
    cx: drafts::Cx,
    form: FormState,
}

impl NewPage {
    fn errors(&self) -> ErrorSummary<'_> {
        ErrorSummary { t: &self.t, errors: self.form.errors() }
    }

    fn fields(&self) -> impl Iterator<Item = FieldShown<'_>> {
        NEW.iter().map(|field| FieldShown { field, form: &self.form, cx: &self.cx })
    }
}

/// Without these there is no project.
const NEW: [drafts::Field; 3] = [
    drafts::Field { at: "title", label: "field-title", shape: drafts::Shape::Words(false), must: drafts::Must::Always },
    drafts::Field {
        at: "identifier",
        label: "edit-identifier",
        shape: drafts::Shape::Line,
        must: drafts::Must::Always,
    },
    drafts::Field { at: "place", label: "edit-place", shape: drafts::Shape::Place, must: drafts::Must::Always },
];

impl Page for NewPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        let mut head = self.desk.page("edit-new", urls::desk_project_new());
        head.crumbs.push((t.as_text("section-projects"), urls::desk_projects()));
        head.error = !self.form.is_good();
        head
    }
}

async fn ask_new(State(app): State<App>, visit: Visit, Signed(who): Signed) -> Result<Response, Error> {
    let desk = Desk::at(&app, &visit, who, "projects")?;
    let cx = opened::surroundings(&app, &visit, &json!({}));
    let form = show_fields(&NEW, &json!({}), &cx);
    visit.page(async || Ok(NewPage { t: visit.t.clone(), lang: visit.lang, desk, cx, form })).await
}

type Posted = Vec<(String, String)>;

async fn make_new(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
    Form(posted): Form<Posted>,
) -> Result<Response, Error> {
    let desk = Desk::at(&app, &visit, who, "projects")?;
    let mut said = json!({});
    let cx = opened::surroundings(&app, &visit, &said);
    let mut form = read_fields(&NEW, &posted, &mut said, &[], &cx);
    if let Some(identifier) = said.get("identifier").and_then(Value::as_str) {
        let tx = app.db.read().await.map_err(failed)?;
        if edit::is_taken(&tx, identifier, "").await.map_err(failed)? {
            form.wrong("identifier", "edit-identifier-taken", 0);
        }
    }
    if !form.is_good() {
        return visit.refused(&NewPage { t: visit.t.clone(), lang: visit.lang, desk, cx, form });
    }
    let place = said.get("place").and_then(Value::as_str).unwrap_or_default().to_owned();
    app.permit::<DraftProjects>(&desk.who, &place, &urls::desk_project_new().to(visit.lang))?;
    let mut body = edit::canonical(json!({"title": said.get("title"), "identifier": said.get("identifier")}));
    drafts::put(&mut body, "places", Some(json!([{"code": place}])));
    let begun = begin(&app, String::new(), 0, desk.who.account, body).await?;
    Ok(Redirect::to(&urls::desk_draft(&begun.to_string()).to(visit.lang)).into_response())
}

async fn begin(app: &App, object: String, base: i64, author: Uuid, body: Value) -> Result<Uuid, Error> {
    let writing = app.db.write(move |tx| {
        Box::pin(
            async move { drafts::begin(tx, Begin { kind: DRAFT, object: &object, base, author, body: &body }).await },
        )
    });
    writing.await.map_err(failed)
}

/// Whoever comes by a link goes on with what they are writing, or begins by the button of the list.
async fn edit_by_link(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
    Path((_, reference)): Path<(String, Reference)>,
) -> Result<Response, Error> {
    let desk = Desk::at(&app, &visit, who, "projects")?;
    let reference = reference.to_string();
    let tx = app.db.read().await.map_err(failed)?;
    let mine = drafts::open_of(&tx, DRAFT, desk.who.account, SHOWN).await.map_err(failed)?;
    let url = match mine.into_iter().find(|draft| draft.object == reference) {
        Some(draft) => urls::desk_draft(&draft.id.to_string()),
        None => urls::desk_projects().with("reference", reference),
    };
    Ok(Redirect::to(&url.to(visit.lang)).into_response())
}

async fn edit(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
    Path((_, reference)): Path<(String, Reference)>,
) -> Result<Response, Error> {
    let desk = Desk::at(&app, &visit, who, "projects")?;
    let reference = reference.to_string();
    let (base, body) = {
        let tx = app.db.read().await.map_err(failed)?;
        edit::newest(&tx, &reference).await.map_err(failed)?.ok_or(Error::NotFound)?
    };
    for place in opened::places(&app, &[&body]) {
        app.permit::<DraftProjects>(&desk.who, &place, &urls::desk_projects().to(visit.lang))?;
    }
    let begun = begin(&app, reference, base, desk.who.account, body).await?;
    Ok(Redirect::to(&urls::desk_draft(&begun.to_string()).to(visit.lang)).into_response())
}

fn chapter(id: &str) -> Result<&'static Chapter, Error> {
    CHAPTERS.iter().find(|chapter| chapter.id == id).ok_or(Error::NotFound)
}
