//! The guide inside the program.

use askama::Template;
use axum::{extract::State, response::Response};
use infitah_base::Lang;
use infitah_kit::{Cache, Error, Head, Page, T, Visit, extract::Path, urls};

use super::{App, Desk, Signed};
use crate::desk::guide::{self, Guide};

#[derive(Template)]
#[template(path = "desk/templates/guide.html")]
pub(super) struct GuidePage {
    t: T,
    lang: Lang,
    desk: Desk,
    /// The page that is read; `None`: the list of them.
    one: Option<&'static Guide>,
}

impl GuidePage {
    /// What explains the pages that this person has, after what everybody needs.
    fn guides(&self) -> impl Iterator<Item = &'static Guide> {
        guide::all().iter().filter(|guide| self.desk.explains(guide.id))
    }

    fn body(&self) -> Option<(Lang, &'static str)> {
        self.one.and_then(|guide| guide.body(self.lang))
    }
}

impl Page for GuidePage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        match self.one {
            None => self.desk.page("desk-guide", urls::desk_guide()),
            Some(guide) => {
                let mut head = self.desk.page("desk-guide", urls::desk_guide_page(guide.id));
                head.title = guide.title.plain(self.lang).to_owned();
                head.crumbs.push((t.as_text("desk-guide"), urls::desk_guide()));
                head
            }
        }
    }
}

pub(super) async fn list(State(app): State<App>, visit: Visit, Signed(who): Signed) -> Result<Response, Error> {
    let desk = Desk::of(&app, &visit, who, "guide")?;
    visit.page(async || Ok(GuidePage { t: visit.t.clone(), lang: visit.lang, desk, one: None })).await
}

pub(super) async fn one(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Error> {
    let desk = Desk::of(&app, &visit, who, "guide")?;
    let one = Some(guide::one(&id).ok_or(Error::NotFound)?);
    visit.page(async || Ok(GuidePage { t: visit.t.clone(), lang: visit.lang, desk, one })).await
}
