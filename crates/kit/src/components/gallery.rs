//! Every component with its examples: the gallery, the snapshots and the accessibility run show the same ones.

use askama::Template;
use infitah_base::{CivilDate, Currency, Money, Text};

use super::{
    Choices, Downloads, Empty, ErrorSummary, Funding, MapKey, Measured, Notice, NoticeKind, Pagination, Pairs,
    Progress, Stages, Tag, TextArea, TextField, Tone,
};
use crate::{
    form::FormState,
    i18n::T,
    svg::{Area, Map, Outlines, Ring, Rug},
    urls,
};

/// One example of a component.
pub struct Example {
    /// The component's name, as in the code.
    pub component: &'static str,
    /// What this example shows.
    pub case: &'static str,
    /// What it looks like.
    pub html: String,
}

/// All examples, in the language of `t`.
pub fn examples(t: &T) -> Result<Vec<Example>, askama::Error> {
    let mut out = Vec::new();
    let mut add = |component, case, html: String| out.push(Example { component, case, html });

    for (case, icon, tone) in [
        ("plain", "i-voice", Tone::Plain),
        ("info", "i-pen", Tone::Info),
        ("work", "i-work", Tone::Work),
        ("go", "i-flag", Tone::Go),
        ("late", "i-warn", Tone::Late),
    ] {
        add("Tag", case, Tag { icon, label: t.m("stage-works").to_string(), tone }.render()?);
    }
    let long = t.m("error-ways-on").to_string();
    for (case, kind) in [("info", NoticeKind::Info), ("warning", NoticeKind::Warning), ("good", NoticeKind::Good)] {
        add("Notice", case, Notice { kind, strong: t.m("not-published").to_string(), text: &long }.render()?);
    }
    let way = Some((t.m("home-link").to_string(), urls::home().to(t.lang())));
    let title = t.m("not-published").to_string();
    add("Empty", "with a way on", Empty { icon: "i-inbox", title, text: long.clone(), way }.render()?);

    let stages: Vec<(String, &str)> = ["idea", "prepared", "works", "finished", "service"]
        .iter()
        .zip(["i-voice", "i-pen", "i-work", "i-flag", "i-people"])
        .map(|(stage, icon)| (t.m(&format!("stage-{stage}")).to_string(), icon))
        .collect();
    for (case, now) in [("at the beginning", 0), ("in the middle", 2), ("at the end", 4)] {
        add("Stages", case, Stages { t, stages: stages.clone(), now }.render()?);
    }

    let date = CivilDate::new(2026, 11, 12).ok();
    let measured = |percent| date.map(|date| Measured { percent, date, source: Text::one(t.lang(), "<PV n° 14>") });
    for (case, built, paid) in [
        ("side by side", measured(46), measured(44)),
        ("paid ahead of built", measured(46), measured(61)),
        ("nothing published", None, None),
    ] {
        add("Progress", case, Progress { t, built, paid }.render()?);
    }
    add("Pairs", "both", Pairs { t, built: Some(46), paid: Some(100) }.render()?);
    add("Pairs", "one missing", Pairs { t, built: None, paid: Some(0) }.render()?);

    let dirhams = |millions: i64| Money::new(millions * 100_000_000, Currency::MAD);
    // Whatever the language of the page, one of the two names is in another one and marked as such.
    let names: Vec<Text> = ["section-projects", "section-places"]
        .iter()
        .zip(["fr", "ar"])
        .map(|(key, tag)| Text::one(infitah_base::Lang::parse(tag).unwrap_or(t.lang()), t.m(key).to_string()))
        .collect();
    let rows =
        |amounts: [i64; 2]| names.iter().zip(amounts).map(|(name, amount)| (t.text(name), dirhams(amount))).collect();
    add("Funding", "adds up", Funding { t, rows: rows([18, 24]), total: Some(dirhams(42)) }.render()?);
    add("Funding", "does not add up", Funding { t, rows: rows([18, 20]), total: Some(dirhams(42)) }.render()?);

    for (case, page, last) in [("first of three", 1, 3), ("in the middle of many", 7, 40)] {
        add("Pagination", case, Pagination { t, url: urls::design(), page, last }.render()?);
    }
    let files = vec![("CSV", urls::projects_csv().bare()), ("JSON (OC4IDS)", urls::projects_oc4ids().bare())];
    add("Downloads", "two formats", Downloads { title: t.m("downloads-list").to_string(), files }.render()?);

    let mut form = FormState::default();
    form.keep("example-name", "Fatima & \"filles\" < 40").wrong("example-name", "form-too-long", 40);
    add("ErrorSummary", "one error, HTML is escaped", ErrorSummary { t, errors: form.errors() }.render()?);
    let field =
        TextField { t, form: &form, name: "example-name", label: "design-form-name", hint: "", autocomplete: "" };
    add("TextField", "with an error", field.render()?);
    form.keep("example-words", "a & \"b\" < c").wrong("example-words", "form-too-long", 1000);
    add(
        "TextArea",
        "with an error",
        TextArea { t, form: &form, name: "example-words", label: "design-form-name" }.render()?,
    );
    form.keep("example-choice", "no").wrong("example-choice", "form-required", 0);
    let choices = vec![("yes", "stage-done"), ("no", "stage-later")];
    let choices = Choices { t, form: &form, name: "example-choice", legend: "design-form-name", choices };
    add("Choices", "one chosen, with an error", choices.render()?);

    let columns = [(0.0, ""), (1.0, "m1"), (2.0, "m2"), (3.0, "m3"), (4.0, "m4"), (5.0, "hit")];
    let square = |x: f64| vec![vec![[x, 0.0], [x + 1.0, 0.0], [x + 1.0, 1.0], [x, 1.0], [x, 0.0]]];
    let squares: Vec<(&str, Vec<Ring>)> = columns.iter().map(|(x, class)| (*class, square(*x))).collect();
    let outlines = Outlines::draw(squares.iter().map(|(code, rings)| (*code, rings.as_slice())));
    let area = |class: &'static str| Area { code: class.to_owned(), class, href: None, title: class.to_owned() };
    let areas = columns.iter().map(|(_, class)| area(class)).collect();
    add("Map", "every class", Map { outlines: outlines.into(), areas, marks: Vec::new() }.to_string());
    let classes = ["m1", "m2", "m3", "m4"].iter().zip(1..).map(|(class, n)| (*class, t.int(n * 1000))).collect();
    let knots = vec![(1, 30), (2, 16), (3, 15), (4, 12), (5, 11), (6, 8), (7, 6), (0, 2)];
    add("Rug", "every motif", Rug { label: t.m("not-published").to_string(), knots }.to_string());
    add("MapKey", "four classes", MapKey { classes }.render()?);
    Ok(out)
}
