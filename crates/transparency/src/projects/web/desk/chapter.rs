//! The short pages of a draft, and the page that leads to them.

use infitah_commons::drafts::{Cx, Group, List, Shape, State};

use super::{
    App, CHAPTERS, Cache, Chapter, Desk, Error, ErrorSummary, FieldShown, Form, FormState, Head, IntoResponse, Lang,
    Page, Path, Posted, Redirect, Response, Signed, T, Template, Text, Value, Visit, chapter,
    drafts::{self, read_fields, show_fields},
    edit, failed, json,
    opened::{self, Opened},
    urls,
};

#[derive(Template)]
#[template(path = "projects/templates/desk/overview.html")]
struct OverviewPage {
    t: T,
    lang: Lang,
    desk: Desk,
    opened: Opened,
    said: Vec<usize>,
}

impl OverviewPage {
    fn id(&self) -> String {
        self.opened.draft.id.to_string()
    }

    fn chapters(&self) -> impl Iterator<Item = (&'static Chapter, usize)> {
        CHAPTERS.iter().zip(self.said.iter().copied())
    }

    fn is_mine(&self) -> bool {
        self.opened.draft.author == self.desk.who.account
    }

    fn is(&self, state: &str) -> bool {
        <&str>::from(self.opened.draft.state) == state
    }
}

impl Page for OverviewPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        head(&self.desk, t, self.opened.title.clone(), &self.id(), self.lang)
    }
}

/// The head of the page of a draft.
pub(super) fn head(desk: &Desk, t: &T, title: Text, id: &str, lang: Lang) -> Head {
    let mut head = desk.page("section-projects", urls::desk_draft(id));
    title.plain(lang).clone_into(&mut head.title);
    head.crumbs.push((t.as_text("section-projects"), urls::desk_projects()));
    head
}

/// The head of a page within a draft.
pub(super) fn head_within(desk: &Desk, t: &T, opened: &Opened, url: urls::Url, title: String, lang: Lang) -> Head {
    let id = opened.draft.id.to_string();
    let mut head = head(desk, t, opened.title.clone(), &id, lang);
    head.crumbs.push((opened.title.clone(), urls::desk_draft(&id)));
    (head.title, head.url) = (title, url);
    head
}

pub(super) async fn overview(
    axum::extract::State(app): axum::extract::State<App>,
    visit: Visit,
    Signed(who): Signed,
    Path((_, draft)): Path<(String, String)>,
) -> Result<Response, Error> {
    let (desk, opened) = opened::at(&app, &visit, who, &draft).await?;
    let said = opened::said(&opened.draft.body);
    visit.page(async || Ok(OverviewPage { t: visit.t.clone(), lang: visit.lang, desk, opened, said })).await
}

/// A list as it stands on a page: each entry has a page of its own.
pub(super) struct Entries {
    pub(super) list: &'static List,
    /// The way to it, as in addresses.
    pub(super) way: String,
    /// The names of its entries.
    pub(super) names: Vec<String>,
}

/// The lists of a page or an entry. `way` is where they are, empty for a page.
pub(super) fn entries(lists: &'static [List], value: &Value, way: &str, cx: &Cx) -> Vec<Entries> {
    let of = |list: &'static List| {
        let all = drafts::at(value, list.at).and_then(Value::as_array).into_iter().flatten();
        let names = all.enumerate().map(|(index, entry)| name(list, entry, index, cx)).collect();
        let way = if way.is_empty() { list.at.to_owned() } else { format!("{way}/{}", list.at) };
        Entries { list, way, names }
    };
    lists.iter().map(of).collect()
}

/// How an entry is called: by the parts that name it, else by its number.
pub(super) fn name(list: &List, entry: &Value, index: usize, cx: &Cx) -> String {
    let named = list.named.iter().filter_map(|part| {
        let field = list.fields.iter().find(|field| field.at == *part)?;
        Some(in_words(field.shape, drafts::at(entry, part)?, cx)).filter(|words| !words.is_empty())
    });
    let mut named: Vec<String> = named.take(1).collect();
    // What it amounts to helps to find it among its like.
    for part in ["percent", "amount", "count"] {
        if let Some(field) = list.fields.iter().find(|field| field.at == part)
            && let Some(value) = drafts::at(entry, part)
        {
            named.push(in_words(field.shape, value, cx));
        }
    }
    if named.is_empty() { cx.t.int(index + 1) } else { named.join(" · ") }
}

fn in_words(shape: Shape, value: &Value, cx: &Cx) -> String {
    let plain = || value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let among = |choices: &[drafts::Choice]| {
        let known = choices.iter().find(|choice| Some(choice.code.as_str()) == value.as_str());
        known.map_or_else(plain, |choice| choice.name.clone())
    };
    match shape {
        Shape::Words(_) => {
            let words: Text = serde_json::from_value(value.clone()).unwrap_or_default();
            words.plain(cx.t.lang()).to_owned()
        }
        Shape::Day => plain().parse::<infitah_base::CivilDate>().map_or_else(|_| plain(), |day| cx.t.date(day)),
        Shape::One(list) => among(&list(&cx.t)),
        Shape::Place => among(&cx.places),
        Shape::Party => among(&cx.parties),
        Shape::Percent => format!("{value}%"),
        Shape::Money => serde_json::from_value::<infitah_base::Money>(value.clone())
            .map_or_else(|_| String::new(), |money| cx.t.money(money)),
        _ => plain(),
    }
}

#[derive(Template)]
#[template(path = "projects/templates/desk/chapter.html")]
struct ChapterPage {
    t: T,
    lang: Lang,
    desk: Desk,
    opened: Opened,
    chapter: &'static Chapter,
    lists: Vec<Entries>,
    cx: Cx,
    form: FormState,
}

impl ChapterPage {
    fn errors(&self) -> ErrorSummary<'_> {
        ErrorSummary { t: &self.t, errors: self.form.errors() }
    }

    fn id(&self) -> String {
        self.opened.draft.id.to_string()
    }

    fn fields(&self, group: &'static Group) -> impl Iterator<Item = FieldShown<'_>> {
        group.fields.iter().map(|field| FieldShown { field, form: &self.form, cx: &self.cx })
    }

    fn groups(&self) -> &'static [Group] {
        self.chapter.groups
    }
}

impl Page for ChapterPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        let url = urls::desk_draft_chapter(&self.id(), self.chapter.id);
        let title = t.m(self.chapter.label).to_string();
        let mut head = head_within(&self.desk, t, &self.opened, url, title, self.lang);
        head.error = !self.form.is_good();
        head
    }
}

fn page(visit: &Visit, desk: Desk, opened: Opened, chapter: &'static Chapter, cx: Cx, form: FormState) -> ChapterPage {
    let lists = entries(chapter.lists, &opened.draft.body, "", &cx);
    ChapterPage { t: visit.t.clone(), lang: visit.lang, desk, opened, chapter, lists, cx, form }
}

/// A draft that has ended, or is somebody else's, is looked at and not written.
pub(super) fn is_written_by(opened: &Opened, desk: &Desk) -> bool {
    opened.draft.is_alive() && opened.draft.author == desk.who.account
}

pub(super) async fn ask(
    axum::extract::State(app): axum::extract::State<App>,
    visit: Visit,
    Signed(who): Signed,
    Path((_, draft, id)): Path<(String, String, String)>,
) -> Result<Response, Error> {
    let chapter = chapter(&id)?;
    let (desk, opened) = opened::at(&app, &visit, who, &draft).await?;
    if !is_written_by(&opened, &desk) {
        return Ok(Redirect::to(&urls::desk_draft(&draft).to(visit.lang)).into_response());
    }
    let cx = opened::surroundings(&app, &visit, &opened.draft.body);
    let form = show_fields(&chapter.fields(), &opened.draft.body, &cx);
    visit.page(async || Ok(page(&visit, desk, opened, chapter, cx, form))).await
}

pub(super) async fn save(
    axum::extract::State(app): axum::extract::State<App>,
    visit: Visit,
    Signed(who): Signed,
    Path((_, draft, id)): Path<(String, String, String)>,
    Form(posted): Form<Posted>,
) -> Result<Response, Error> {
    let chapter = chapter(&id)?;
    let (desk, opened) = opened::at(&app, &visit, who, &draft).await?;
    let back = Redirect::to(&urls::desk_draft(&draft).to(visit.lang)).into_response();
    if !is_written_by(&opened, &desk) {
        return Ok(back);
    }
    let cx = opened::surroundings(&app, &visit, &opened.draft.body);
    let fields = chapter.fields();
    let form = read_fields(&fields, &posted, &mut opened.draft.body.clone(), &[], &cx);
    if !form.is_good() {
        return visit.refused(&page(&visit, desk, opened, chapter, cx, form));
    }
    let id = opened.draft.id;
    let writing = app.db.write(move |tx| {
        Box::pin(async move {
            let change = move |body: &mut Value| {
                read_fields(&fields, &posted, body, &[], &cx);
                *body = edit::canonical(std::mem::replace(body, json!(null)));
            };
            drafts::save(tx, id, change).await
        })
    });
    writing.await.map_err(failed)?;
    Ok(back)
}

/// Whether a draft waits for somebody else.
pub(super) fn waits(opened: &Opened) -> bool {
    opened.draft.state == State::Submitted
}
