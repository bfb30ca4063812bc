//! Views of a budget as files, budgets that nobody has sorted, budgets of elsewhere, sections that are read aloud.

use std::sync::Arc;

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use infitah::{commands::demo::budget as demo, messages};
use infitah_base::{Currency, Lang, Money, Text};
use infitah_kit::T;
use infitah_store::{db_test, testing::TestDb};
use infitah_transparency::{
    budget::{Budget, Direction, Line, NodeKey, Phase},
    projects::Project,
};

use crate::support::{Answer, TestApp, demo_budgets, demo_projects};

/// A file's rows, by the names of its columns.
struct File {
    headers: csv::StringRecord,
    rows: Vec<csv::StringRecord>,
}

impl File {
    async fn get(app: &TestApp, address: &str) -> Self {
        let answer = app.get(address).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}");
        let text = answer.text();
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let headers = reader.headers().unwrap().clone();
        Self { headers, rows: reader.records().map(Result::unwrap).collect() }
    }

    fn cell<'f>(&self, row: &'f csv::StringRecord, name: &str) -> &'f str {
        &row[self.headers.iter().position(|header| header == name).unwrap_or_else(|| panic!("{name}"))]
    }

    /// The rows whose cell says this.
    fn with(&self, name: &str, value: &str) -> Vec<&csv::StringRecord> {
        self.rows.iter().filter(|row| self.cell(row, name) == value).collect()
    }
}

fn translator(lang: Lang) -> T {
    T::new(Arc::new(messages::catalog().unwrap()), lang)
}

fn bare(text: &str) -> String {
    let text = text.replace(['\u{2068}', '\u{2069}', '\u{2066}'], "").replace('\u{a0}', " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An amount of a file as a page says it.
fn said(t: &T, decimal: &str) -> String {
    if decimal.is_empty() {
        return t.m("not-published").to_string();
    }
    bare(&t.money_short(Money::from_decimal(decimal, Currency::MAD).unwrap()))
}

/// The texts of the cells below a section, without the sum at its foot.
fn cells(page: &Answer, section: &str, cell: &str) -> Vec<String> {
    page.find(&format!("[aria-labelledby={section}] tbody {cell}")).iter().map(|text| bare(text)).collect()
}

#[db_test]
async fn two_years_are_taken_away_as_they_are_shown(db: TestDb) {
    let app = TestApp::demo(db).await;
    for lang in ["fr", "ar"].map(|tag| Lang::parse(tag).unwrap()) {
        let t = translator(lang);
        for query in ["", "?with=2025", "?phase=voted&with=2026"] {
            let page = app.get(&format!("/{lang}/budget/2027/compare{query}")).await;
            let links = page.attribute(".get a", "href");
            assert!(links[0].starts_with("/data/budget/2027/compare.csv?"), "{links:?}");
            let file = File::get(&app, &links[0]).await;
            assert_eq!(file.rows, File::get(&app, &format!("/data/budget/2027/compare.csv{query}")).await.rows);
            for section in ["where", "from", "chapters", "lines"] {
                let rows = file.with("table", section);
                let (sums, rows): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| file.cell(row, "key") == "total");
                let names = cells(&page, section, "th");
                assert_eq!(names.len(), rows.len(), "{lang} {query} {section}");
                for (name, row) in names.iter().zip(&rows) {
                    let told = file.cell(row, &format!("name.{lang}"));
                    assert!(name.contains(&bare(told)) && !told.is_empty(), "{name} is not {told}");
                }
                let mut amounts = cells(&page, section, "td");
                amounts.extend(page.find(&format!("[aria-labelledby={section}] tfoot td")).iter().map(|one| bare(one)));
                let all = rows.iter().chain(&sums);
                let expected: Vec<String> = all
                    .flat_map(|row| ["amount_with", "amount"].map(|name| said(&t, file.cell(row, name))))
                    .map(|amount| bare(&amount))
                    .collect();
                let shown: Vec<String> = amounts.chunks(3).flat_map(|three| three[..2].to_vec()).collect();
                assert_eq!(shown, expected, "{lang} {query} {section}");
                assert_eq!(sums.len(), usize::from(["where", "from"].contains(&section)));
                for row in rows {
                    let number = |name: &str| file.cell(row, name).parse::<f64>().ok();
                    let change = number("amount").zip(number("amount_with")).map(|(is, was)| is - was);
                    assert!(number("change").zip(change).is_none_or(|(told, change)| (told - change).abs() < 0.005));
                }
            }
        }
    }
}

#[db_test]
async fn what_was_spent_is_taken_away_as_it_is_shown(db: TestDb) {
    let app = TestApp::demo(db).await;
    let lang = Lang::parse("fr").unwrap();
    let t = translator(lang);
    for query in ["", "?measure=committed", "?measure=modified", "?measure=voted", "?measure=dreamt"] {
        let page = app.get(&format!("/fr/budget/2025/spent{query}")).await;
        let file = File::get(&app, &format!("/data/budget/2025/spent.csv{query}")).await;
        let link = page.attribute(".get a", "href").remove(0);
        assert_eq!(file.rows, File::get(&app, &link).await.rows, "{link}");
        let steps: Vec<String> = file
            .with("table", "steps")
            .iter()
            .map(|row| said(&t, file.cell(row, "amount")))
            .map(|one| bare(&one))
            .collect();
        let shown: Vec<String> = page.find("[aria-labelledby=steps] .need b").iter().map(|one| bare(one)).collect();
        assert_eq!(shown, steps, "{query}");
        let slices = file.with("table", "where");
        let mut names: Vec<String> = slices.iter().map(|row| bare(file.cell(row, "name.fr"))).collect();
        names.sort();
        let mut charted: Vec<String> =
            page.find("[aria-labelledby=for-what] .need li > span").iter().map(|one| bare(one)).collect();
        charted.sort();
        assert_eq!(charted, names, "{query}");
        let beside = page.find("[aria-labelledby=for-what] > table td");
        assert_eq!(beside.is_empty(), query.contains("voted"), "{query}: {beside:?}");
        for (row, told) in slices.iter().zip(beside.chunks(3)) {
            let expected = ["voted", "amount"].map(|name| bare(&said(&t, file.cell(row, name))));
            assert_eq!([bare(&told[0]), bare(&told[1])], expected, "{query}");
            assert_eq!(bare(&told[2]), file.cell(row, "of_hundred"), "{query}");
        }
    }
}

#[db_test]
async fn the_rules_of_the_law_are_taken_away_as_they_are_shown(db: TestDb) {
    let app = TestApp::demo(db).await;
    for address in ["2027/law", "2025/law", "2025/law?phase=executed"] {
        let page = app.get(&format!("/fr/budget/{address}")).await;
        let link = page.attribute(".get a", "href").remove(0);
        let file = File::get(&app, &link).await;
        for (section, verdict) in [("law-broken", "broken"), ("law-kept", "kept"), ("law-unknown", "cannot_tell")] {
            let shown = page.attribute(&format!("[aria-labelledby={section}] > ul > li"), "id");
            let mut rules: Vec<&str> = file.with("verdict", verdict).iter().map(|row| file.cell(row, "rule")).collect();
            rules.dedup();
            assert_eq!(shown, rules, "{address} {verdict}");
            let text = bare(&page.find(&format!("[aria-labelledby={section}]")).concat());
            for row in file.with("verdict", verdict) {
                assert!(text.contains(&bare(file.cell(row, "name.fr"))) && text.contains(file.cell(row, "article")));
                assert!(text.contains(&bare(file.cell(row, "reason.fr"))), "{}", file.cell(row, "reason.fr"));
            }
        }
        let mut rules: Vec<&str> = file.rows.iter().map(|row| file.cell(row, "rule")).collect();
        rules.dedup();
        assert_eq!(rules.len(), 34, "{address}");
    }
}

#[db_test]
async fn a_file_of_a_view_answers_as_its_page_does(db: TestDb) {
    let app = TestApp::demo(db).await;
    for view in [
        "2027/compare?with=2027",
        "2027/compare?with=1999",
        "2027/compare?with=dreamt",
        "2027/compare?phase=executed",
        "2027/compare?phase=dreamt",
        "2025/compare?phase=executed",
        "2027/law?phase=executed",
        "2027/law?phase=dreamt",
        "1999/law",
        "1999/spent",
        "2027/spent?measure=paid",
    ] {
        let page = app.get(&format!("/fr/budget/{view}")).await;
        let (name, query) = view.split_once('?').unwrap_or((view, ""));
        for ending in ["csv", "xlsx"] {
            let file = app.get(&format!("/data/budget/{name}.{ending}?{query}")).await;
            assert_eq!(file.status, page.status, "{view}.{ending}");
        }
    }
    for nothing in ["law.pdf", "law", "nothing.csv", "Law.csv"] {
        assert_eq!(app.get(&format!("/data/budget/2027/{nothing}")).await.status, StatusCode::NOT_FOUND, "{nothing}");
    }
    let ask = async |tag: &str| {
        let request = Request::get("/data/budget/2027/law.xlsx").header(header::IF_NONE_MATCH, tag);
        app.ask(request.body(Body::empty()).unwrap()).await
    };
    let first = ask("").await;
    assert!(first.body.starts_with(b"PK") && first.header(header::CONTENT_DISPOSITION).contains("2027-voted-law.xlsx"));
    let tag = first.header(header::ETAG).to_owned();
    assert_eq!(ask(&tag).await.status, StatusCode::NOT_MODIFIED);
    app.db.clock.advance(400 * 24 * 60 * 60 * 1000);
    assert_eq!(ask(&tag).await.status, StatusCode::OK, "what is due becomes late");
}

/// A budget of as many chapters, of 1, 2, 3… million each, of which nobody has said what they are for.
fn unsorted(chapters: i64) -> Budget {
    let one = demo_budgets().into_iter().find(|one| one.year == 2027).unwrap();
    let like = one.lines.iter().find(|line| line.direction == Direction::Spending && !line.surplus).unwrap().clone();
    let mut budget = Budget::new(2027, Phase::Voted, one.currency, one.scheme);
    for chapter in 1..=chapters {
        let mut line = Line { part: None, purpose: None, cofog: None, path: vec![chapter.to_string()], ..like.clone() };
        line.id = chapter.to_string();
        line.project = None;
        line.amounts.payment = Some(chapter * 100_000_000);
        line.amounts.commitment = None;
        let node = NodeKey::direction(Direction::Spending).child(&chapter.to_string());
        budget.names.insert(node.to_string(), Text::one(Lang::parse("fr").unwrap(), format!("Titre {chapter}")));
        budget.lines.push(line);
    }
    budget
}

async fn with(db: TestDb, budget: Budget) -> TestApp {
    let app = TestApp::bare(db).await;
    demo::save(&app.db, budget).await.unwrap();
    app
}

#[db_test]
async fn a_budget_that_nobody_has_sorted_is_told_by_its_own_headings(db: TestDb) {
    let app = with(db, unsorted(9)).await;
    let page = app.get("/fr/budget/2027").await;
    let names = cells(&page, "where", "th[role=rowheader]");
    assert_eq!(names, ["9 Titre 9", "8 Titre 8", "7 Titre 7", "6 Titre 6", "5 Titre 5", "4 Titre 4", "Tout le reste"]);
    assert_eq!(page.find(".rugkey b"), ["20", "18", "16", "13", "11", "9", "13"]);
    let marks = page.attribute(".rugkey use", "href");
    assert_eq!(marks, ["#m1", "#m2", "#m3", "#m4", "#m5", "#m6", "#m7"].map(str::to_owned), "told apart by motif");
    let minute = bare(&page.find("[aria-labelledby=minute] p").concat());
    assert!(minute.contains("20") && minute.contains("Titre 9"), "{minute}");
    assert!(!page.find("main").concat().contains("Pas encore classé"));
    assert_eq!(page.find("[aria-labelledby=where] th[role=columnheader]")[0], "chapitre", "a level of its scheme");
    let links = page.attribute("[aria-labelledby=where] .tbl--fold td a", "href");
    let amounts = page.find("[aria-labelledby=where] .tbl--fold td a");
    assert_eq!(links.len(), 8, "seven and their sum: {links:?}");
    for (amount, link) in amounts.iter().zip(&links) {
        let behind = app.get(link).await;
        let sums: Vec<String> = behind.find("main .tbl tbody td.n b").iter().map(|sum| bare(sum)).collect();
        assert!(sums.contains(&bare(amount)), "{amount} is not among {sums:?} at {link}");
    }
    let rest = app.get(&links[6]).await;
    assert_eq!(rest.attribute("[role=status]", "data-count"), ["3"]);
    let spent = app.get("/fr/budget/2027/spent").await;
    assert_eq!(spent.find("[aria-labelledby=for-what] .need li").len(), 7);
    let file = File::get(&app, "/data/budget/2027/spent.csv").await;
    let keys: Vec<&str> = file.with("table", "where").iter().map(|row| file.cell(row, "key")).collect();
    assert_eq!((keys[0], keys[6]), ("spending/0/9", "rest"));
}

#[db_test]
async fn few_headings_need_no_rest(db: TestDb) {
    let app = with(db, unsorted(7)).await;
    let page = app.get("/fr/budget/2027").await;
    assert_eq!(page.find(".rugkey li").len(), 7);
    assert!(!page.find("main").concat().contains("Tout le reste"));
}

#[db_test]
async fn what_is_not_sorted_yet_is_said_and_is_never_the_first(db: TestDb) {
    let mut budget = unsorted(9);
    budget.lines[0].purpose = Some("water".to_owned());
    budget.lines[1].purpose = Some("roads".to_owned());
    let app = with(db, budget).await;
    let page = app.get("/fr/budget/2027").await;
    assert_eq!(page.find(".rugkey b"), ["5", "2", "93"]);
    let last = page.attribute(".rugkey use", "href").pop();
    assert_eq!(last.as_deref(), Some("#m0"));
    assert!(page.find(".rugkey li").last().unwrap().contains("Pas encore classé"));
    let minute = bare(&page.find("[aria-labelledby=minute] p").concat());
    let roads = page.find(".rugkey li span").remove(0);
    assert!(minute.contains(&roads) && !minute.contains("Pas encore classé"), "{minute}");
}

#[db_test]
async fn a_budget_in_another_currency_is_not_divided_among_the_people_here(db: TestDb) {
    let per_head = "par habitant";
    let app = with(db, Budget { currency: "EUR".parse().unwrap(), ..unsorted(9) }).await;
    for address in ["", "/spent", "/lines/9", "/in/spending/0/9"] {
        let page = app.get(&format!("/fr/budget/2027{address}")).await;
        assert_eq!(page.status, StatusCode::OK, "{address}");
        let text = page.find("main").concat().to_lowercase();
        assert!(!text.contains(per_head) && !text.contains("divisés"), "{address}: {text}");
    }
    let place = app.get("/fr/places/05.081").await.find("[aria-labelledby=place-budget]").concat();
    assert!(!place.is_empty() && !place.to_lowercase().contains(per_head), "{place}");
}

#[db_test]
async fn a_budget_in_the_currency_of_the_region_is_divided(db: TestDb) {
    let app = with(db, unsorted(9)).await;
    for address in ["", "/spent", "/lines/9", "/in/spending/0/9"] {
        let page = app.get(&format!("/fr/budget/2027{address}")).await;
        assert!(page.find("main").concat().to_lowercase().contains("par habitant"), "{address}");
    }
}

#[db_test]
async fn a_section_is_heard_where_it_was_recorded(db: TestDb) {
    let directory = tempfile::tempdir().unwrap();
    let voice = directory.path().join("recordings/tzm");
    std::fs::create_dir_all(&voice).unwrap();
    std::fs::write(voice.join("budget_2027@where.opus"), b"OggS sound").unwrap();
    std::fs::write(voice.join("budget_2027@where.mp3"), b"ID3 sound").unwrap();
    let app = TestApp::with(db, &[("INFITAH_DATA", directory.path().to_str().unwrap())]).await;
    for edition in demo_budgets() {
        demo::save(&app.db, edition).await.unwrap();
    }
    for address in ["/ar/budget", "/fr/budget/2027"] {
        let page = app.get(address).await;
        let sources = page.attribute("main [aria-labelledby=where] > .listen audio source", "src");
        assert_eq!(
            sources,
            ["/recordings/tzm/budget_2027@where.opus", "/recordings/tzm/budget_2027@where.mp3"],
            "{address}"
        );
        assert_eq!(page.attribute("main .listen audio", "preload"), ["none"]);
        assert_eq!(page.find("main .listen").len(), 1, "where nothing was recorded, nothing is shown");
        assert_eq!(app.get(&sources[0]).await.body, b"OggS sound");
    }
    for other in ["/fr/budget/2025", "/fr/budget/2026?phase=modified", "/fr/budget/2027?place=05.081"] {
        assert!(app.get(other).await.find("main .listen").is_empty(), "{other} is not what was read");
    }
}

/// The demonstration with what a project, which the budget names, counted of jobs.
async fn jobs_of(app: &TestApp, counted: (Option<u32>, Option<u32>, Option<u32>)) -> String {
    let named: Vec<String> = demo_budgets()
        .into_iter()
        .filter(|one| one.year == 2027)
        .flat_map(|one| one.lines)
        .filter_map(|line| line.project)
        .collect();
    let mut projects = demo_projects();
    let is_named = |project: &Project| named.contains(&project.identifier);
    let project = projects.iter_mut().find(|project| is_named(project)).expect("the budget names a project");
    let created = &mut project.jobs.created;
    (created.women, created.men, created.total) = counted;
    project.jobs.created_groups.clear();
    app.save(projects).await;
    let page = app.get("/fr/budget/2027").await;
    page.find("[aria-labelledby=jobs], [aria-labelledby=projects]").concat()
}

#[db_test]
async fn small_groups_cannot_be_worked_out_of_the_sums(db: TestDb) {
    let app = TestApp::demo(db).await;
    // What is the same in all four of a row may be told; what differs must not be.
    type Count = (Option<u32>, Option<u32>, Option<u32>);
    let cases: [fn(u32) -> Count; 6] = [
        |few| (Some(few), Some(65), None),
        |few| (Some(65), Some(few), None),
        |few| (Some(few), Some(65), Some(65 + few)),
        |few| (None, Some(65), Some(65 + few)),
        |few| (Some(few), None, Some(70)),
        |few| (Some(few), Some(5 - few), None),
    ];
    for (number, case) in cases.into_iter().enumerate() {
        let first = jobs_of(&app, case(1)).await;
        for few in 2..5 {
            assert_eq!(jobs_of(&app, case(few)).await, first, "case {number}: {few} can be told from 1");
        }
    }
    let many = jobs_of(&app, (Some(5), Some(65), None)).await;
    assert_ne!(many, jobs_of(&app, (Some(6), Some(65), None)).await, "what is not small is counted");
}
