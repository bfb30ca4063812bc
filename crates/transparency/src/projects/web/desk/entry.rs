//! One entry of a list of a draft: a contract, a milestone, a place.

use infitah_commons::drafts::{Cx, List, Must};

use super::{
    App, CHAPTERS, Cache, Chapter, Desk, Error, ErrorSummary, FieldShown, Form, FormState, Head, IntoResponse, Lang,
    Page, Path, Posted, Redirect, Response, Signed, T, Template, Value, Visit,
    chapter::{Entries, entries, head_within, is_written_by, name},
    drafts::{self, read_fields, show_fields},
    edit, failed, json,
    opened::{self, Opened},
    urls,
};

/// The word in an address for an entry that is not there yet.
const NEW: &str = "new";

/// Where an entry is: the lists on the way with the number of the entry in each; the last may have none.
struct Way {
    chapter: &'static Chapter,
    steps: Vec<(&'static List, usize)>,
    list: &'static List,
    /// `None`: a new one.
    index: Option<usize>,
    /// As it is in addresses.
    address: String,
}

impl Way {
    fn parse(address: &str) -> Option<Self> {
        let parts: Vec<&str> = address.split('/').collect();
        let (last, before) = parts.rchunks(2).next().zip(parts.get(..parts.len().checked_sub(2)?))?;
        let [list, index] = last else { return None };
        let first = before.first().unwrap_or(list);
        let chapter = CHAPTERS.iter().find(|chapter| chapter.lists.iter().any(|list| list.at == *first))?;
        let mut lists = chapter.lists;
        let mut steps = Vec::new();
        for step in before.chunks(2) {
            let [at, index] = step else { return None };
            let list = lists.iter().find(|list| list.at == *at)?;
            steps.push((list, index.parse().ok()?));
            lists = list.lists;
        }
        let list = lists.iter().find(|one| one.at == *list)?;
        let index = if *index == NEW { None } else { Some(index.parse().ok()?) };
        Some(Self { chapter, steps, list, index, address: address.to_owned() })
    }

    /// What the list is in: the document, or an entry of another list.
    fn around<'v>(&self, body: &'v mut Value) -> Option<&'v mut Value> {
        self.steps.iter().try_fold(body, |value, (list, index)| {
            list.at.split('.').try_fold(value, |value, part| value.get_mut(part))?.get_mut(*index)
        })
    }

    fn entries(&self, body: &Value) -> Vec<Value> {
        let mut body = body.clone();
        let around = self.around(&mut body);
        around.and_then(|around| drafts::at(around, self.list.at)?.as_array().cloned()).unwrap_or_default()
    }

    /// Where one goes when it is done: the page, or the entry that the list is in.
    fn up(&self, draft: &str) -> urls::Url {
        match self.address.rsplitn(3, '/').nth(2) {
            Some(up) if !self.steps.is_empty() => urls::desk_draft_entry(draft, up),
            _ => urls::desk_draft_chapter(draft, self.chapter.id),
        }
    }
}

/// The numbers that the other entries of a list have.
fn numbers(list: &List, others: &[&Value]) -> Vec<String> {
    let Some(field) = list.fields.iter().find(|field| field.must == Must::Numbered) else { return Vec::new() };
    others.iter().filter_map(|entry| drafts::at(entry, field.at)?.as_str().map(str::to_owned)).collect()
}

/// An entry without the number that it was given.
fn bare(list: &List, entry: &Value) -> Value {
    let mut entry = entry.clone();
    for field in list.fields.iter().filter(|field| field.must == Must::Numbered) {
        drafts::put(&mut entry, field.at, None);
    }
    entry
}

/// What is done to a list by what was posted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Done {
    /// It is as it was asked for.
    Good,
    /// The entry is not as it was when the page was made.
    Changed,
    /// Another entry says the same of what only one can say.
    Twice,
}

/// Puts what was posted into the list; the list stays as it was unless all is good.
fn put_entry(way: &Way, posted: &Posted, body: &mut Value, cx: &Cx) -> (Done, FormState) {
    let field = |name: &str| posted.iter().find(|(one, _)| one == name).map(|(_, value)| value.as_str());
    let seen: Value = field("seen").and_then(|seen| serde_json::from_str(seen).ok()).unwrap_or(Value::Null);
    let list = way.list;
    let mut all = way.entries(body);
    let index = match way.index {
        None => None,
        // Another window may have taken entries away: it is found by what it said.
        Some(index) => match [Some(index), all.iter().position(|entry| *entry == seen)]
            .into_iter()
            .flatten()
            .find(|at| all.get(*at) == Some(&seen))
        {
            Some(found) => Some(found),
            None => return (Done::Changed, read_fields(list.fields, posted, &mut seen.clone(), &[], cx)),
        },
    };
    let others: Vec<&Value> = all.iter().enumerate().filter(|(at, _)| Some(*at) != index).map(|(_, one)| one).collect();
    let known = index.and_then(|index| all.get(index)).cloned();
    let mut entry = known.unwrap_or_else(|| json!({}));
    if field("do") == Some("remove") {
        if let Some(index) = index {
            all.remove(index);
        }
    } else {
        let form = read_fields(list.fields, posted, &mut entry, &numbers(list, &others), cx);
        if !form.is_good() {
            return (Done::Good, form);
        }
        // The same form sent twice is one entry.
        if index.is_none() && others.iter().any(|other| bare(list, other) == bare(list, &entry)) {
            return (Done::Good, form);
        }
        let same = |other: &&Value| {
            !list.once.is_empty() && list.once.iter().all(|part| drafts::at(other, part) == drafts::at(&entry, part))
        };
        if others.iter().any(same) {
            return (Done::Twice, form);
        }
        match index.and_then(|index| all.get_mut(index)) {
            Some(old) => *old = entry,
            None => all.push(entry),
        }
    }
    if let Some(around) = way.around(body) {
        drafts::put(around, list.at, (!all.is_empty()).then_some(Value::Array(all)));
    }
    *body = edit::canonical(std::mem::replace(body, json!(null)));
    (Done::Good, FormState::default())
}

#[derive(Template)]
#[template(path = "projects/templates/desk/entry.html")]
struct EntryPage {
    t: T,
    lang: Lang,
    desk: Desk,
    opened: Opened,
    way: Way,
    name: String,
    seen: String,
    lists: Vec<Entries>,
    cx: Cx,
    form: FormState,
}

impl EntryPage {
    fn errors(&self) -> ErrorSummary<'_> {
        ErrorSummary { t: &self.t, errors: self.form.errors() }
    }

    fn id(&self) -> String {
        self.opened.draft.id.to_string()
    }

    fn fields(&self) -> impl Iterator<Item = FieldShown<'_>> {
        self.way.list.fields.iter().map(|field| FieldShown { field, form: &self.form, cx: &self.cx })
    }

    fn up(&self) -> String {
        self.way.up(&self.id()).to(self.lang)
    }

    fn action(&self) -> String {
        urls::desk_draft_entry(&self.id(), &self.way.address).to(self.lang)
    }

    fn is_new(&self) -> bool {
        self.way.index.is_none()
    }
}

impl Page for EntryPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        let url = urls::desk_draft_entry(&self.id(), &self.way.address);
        let mut head = head_within(&self.desk, t, &self.opened, url, self.name.clone(), self.lang);
        let chapter = self.way.chapter;
        head.crumbs.push((t.as_text(chapter.label), urls::desk_draft_chapter(&self.id(), chapter.id)));
        head.error = !self.form.is_good();
        head
    }
}

fn page(
    visit: &Visit,
    desk: Desk,
    opened: Opened,
    way: Way,
    cx: Cx,
    form: Option<FormState>,
) -> Result<EntryPage, Error> {
    let all = way.entries(&opened.draft.body);
    let entry = match way.index {
        None => opened::nothing(),
        Some(index) => match all.get(index) {
            Some(entry) => entry.clone(),
            None if form.is_some() => opened::nothing(),
            None => return Err(Error::NotFound),
        },
    };
    let name = match way.index {
        None => visit.t.m(way.list.label).to_string(),
        Some(index) => name(way.list, &entry, index, &cx),
    };
    let lists = if way.index.is_some() { entries(way.list.lists, &entry, &way.address, &cx) } else { Vec::new() };
    let form = form.unwrap_or_else(|| show_fields(way.list.fields, &entry, &cx));
    let seen = entry.to_string();
    Ok(EntryPage { t: visit.t.clone(), lang: visit.lang, desk, opened, way, name, seen, lists, cx, form })
}

pub(super) async fn ask(
    axum::extract::State(app): axum::extract::State<App>,
    visit: Visit,
    Signed(who): Signed,
    Path((_, draft, way)): Path<(String, String, String)>,
) -> Result<Response, Error> {
    let way = Way::parse(&way).ok_or(Error::NotFound)?;
    let (desk, opened) = opened::at(&app, &visit, who, &draft).await?;
    if !is_written_by(&opened, &desk) {
        return Ok(Redirect::to(&urls::desk_draft(&draft).to(visit.lang)).into_response());
    }
    let cx = opened::surroundings(&app, &visit, &opened.draft.body);
    visit.page(async || page(&visit, desk, opened, way, cx, None)).await
}

pub(super) async fn save(
    axum::extract::State(app): axum::extract::State<App>,
    visit: Visit,
    Signed(who): Signed,
    Path((_, draft, way)): Path<(String, String, String)>,
    Form(posted): Form<Posted>,
) -> Result<Response, Error> {
    let way = Way::parse(&way).ok_or(Error::NotFound)?;
    let (desk, opened) = opened::at(&app, &visit, who, &draft).await?;
    if !is_written_by(&opened, &desk) {
        return Ok(Redirect::to(&urls::desk_draft(&draft).to(visit.lang)).into_response());
    }
    let cx = opened::surroundings(&app, &visit, &opened.draft.body);
    let (done, mut form) = put_entry(&way, &posted, &mut opened.draft.body.clone(), &cx);
    let first = way.list.once.first().or(way.list.named.first()).copied().unwrap_or("seen");
    match done {
        Done::Good => {}
        Done::Changed => {
            form.wrong(first, "edit-entry-changed", 0);
        }
        Done::Twice => {
            form.wrong(first, "edit-twice", 0);
        }
    }
    if !form.is_good() {
        return visit.refused(&page(&visit, desk, opened, way, cx, Some(form))?);
    }
    let (id, up) = (opened.draft.id, way.up(&draft).to(visit.lang));
    let writing = app.db.write(move |tx| {
        Box::pin(async move {
            let change = move |body: &mut Value| {
                put_entry(&way, &posted, body, &cx);
            };
            drafts::save(tx, id, change).await
        })
    });
    writing.await.map_err(failed)?;
    Ok(Redirect::to(&up).into_response())
}
