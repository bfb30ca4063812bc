//! The frame around every page: head, language strip, masthead, sections, breadcrumb, listen, footer.

use std::{collections::HashSet, fmt::Write, sync::LazyLock};

use askama::Template;
use infitah_base::{Lang, Text};

use crate::{
    assets,
    error::Error,
    i18n::T,
    listen::{Heard, Listen},
    page::{Head, Page, Visit},
    site::{Banner, Chrome},
    urls,
};

#[derive(Template)]
#[template(path = "page/layout.html")]
struct Layout<'a> {
    t: &'a T,
    lang: Lang,
    visit: &'a Visit,
    head: &'a Head,
    chrome: &'a Chrome,
    listen: Listen,
    title: String,
    style: String,
    script: String,
    mark: String,
    main: String,
}

impl Layout<'_> {
    fn offered(&self) -> &[Lang] {
        &self.visit.site.config().languages
    }

    fn absolute(&self, lang: impl std::borrow::Borrow<Lang>) -> String {
        self.visit.site.absolute(&self.head.url.to(lang))
    }

    fn default_lang(&self) -> Lang {
        self.offered().first().copied().unwrap_or(self.lang)
    }

    fn demo(&self) -> bool {
        self.visit.site.config().demo
    }

    fn phone(&self) -> Option<&str> {
        self.chrome.phone.as_deref()
    }

    /// What stands above every page today.
    fn banner(&self) -> Option<&Banner> {
        let today = self.visit.site.today();
        self.chrome.banner.as_ref().filter(|banner| banner.until.is_none_or(|until| today <= until))
    }

    fn place_code(&self) -> &str {
        self.head.place.as_ref().map(|(code, _)| code.as_str()).unwrap_or_default()
    }

    fn region(&self) -> &Text {
        &self.chrome.region
    }
}

/// Renders a page in its frame. The icons that the page uses, and no others, are put at its head.
pub(crate) fn frame<P: Page>(visit: &Visit, page: &P) -> Result<String, Error> {
    let t = &visit.t;
    let head = page.head(t);
    let chrome = visit.site.chrome();
    let site_name = t.m("site-name");
    let mut title = String::new();
    if head.error {
        let _ = write!(title, "{} ", t.m("form-error-prefix"));
    }
    if head.title.is_empty() {
        let _ = write!(title, "{site_name} — {}", chrome.region.plain(visit.lang));
    } else {
        let _ = write!(title, "{} — {site_name}", head.title);
    }
    let listen = visit.listen(&head.url);
    let layout = Layout {
        t,
        lang: visit.lang,
        visit,
        head: &head,
        chrome: &chrome,
        listen,
        title,
        style: assets::url("infitah.css"),
        script: assets::url("listen.js"),
        mark: assets::url("mark.svg"),
        main: page.render()?,
    };
    let html = layout.render()?;
    Ok(html.replacen(SPRITE, &sprite(&html), 1))
}

/// Where the icons go.
const SPRITE: &str = "<!--icons-->";

static ICONS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let drawing = assets::icons();
    let symbols = drawing.split("<symbol ").skip(1).filter_map(|rest| {
        let id = rest.split("id=\"").nth(1)?.split('"').next()?.to_owned();
        let body = rest.split("</symbol>").next()?;
        Some((id, format!("<symbol {body}</symbol>")))
    });
    symbols.collect()
});

/// The symbols that `html` uses, in the order of the drawing file. One walk over the page, whatever the number of icons.
fn sprite(html: &str) -> String {
    let links = html.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next());
    let linked: HashSet<&str> = links.collect();
    let used = ICONS.iter().filter(|(id, _)| linked.contains(id.as_str()));
    let symbols: String = used.map(|(_, symbol)| symbol.as_str()).collect();
    format!("<svg width=\"0\" height=\"0\" hidden>{symbols}</svg>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_carries_the_icons_it_uses_and_no_others() {
        let drawn =
            sprite("<a href=\"#main\"></a><use href=\"#i-pin\"/><use href=\"#i-search\"/><use href=\"#i-pin\"/>");
        assert_eq!(drawn.matches("<symbol ").count(), 2, "{drawn}");
        assert!(drawn.contains("id=\"i-pin\"") && drawn.contains("id=\"i-search\""), "{drawn}");
        assert!(!sprite("i-pin href=\"#i-pi").contains("<symbol"), "a whole link is needed");
    }
}
