//! The pages of the budget: what they show, that every figure opens the lines that it sums, and what people say.

use std::collections::BTreeMap;

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use infitah_base::{Lang, Text, Timestamp};
use infitah_commons::remarks;
use infitah_kit::urls;
use infitah_store::{db_test, testing::TestDb};
use infitah_transparency::budget::{self, Account, Edition, Filter, Lies, Measure, NONE, NodeKey};

use crate::support::{Answer, TestApp, demo_budgets, demo_projects, run as infitah, said};

/// The digits of an amount, in tenths of its unit: `236,2 M DH` and `1 234 567 DH`.
fn amount(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

fn figures(page: &Answer) -> Vec<(String, String)> {
    let selector = ".fig a, main .tbl td.n a, main .need b a, main .note a";
    page.find(selector).into_iter().zip(page.attribute(selector, "href")).collect()
}

#[db_test]
async fn every_figure_opens_the_lines_that_it_sums(db: TestDb) {
    let app = TestApp::demo(db).await;
    let mut seen = 0;
    for address in
        ["/fr/budget", "/fr/budget/2025?phase=executed", "/fr/budget/2027?place=05.081", "/fr/budget/2025/spent"]
    {
        let page = app.get(address).await;
        for (said, lines) in figures(&page) {
            if !lines.contains("/lines") || said.contains("par") {
                continue;
            }
            let behind = app.get(&lines).await;
            assert_eq!(behind.status, StatusCode::OK, "{address} {lines}");
            let sums = behind.find("main .tbl tbody td.n b");
            let said = amount(&said);
            // What carries the surplus is told beside the sums; an amount in whole words is told short there.
            let carried = behind.find("main").concat();
            let short = said.replace(" millions de dirhams", " M DH").replace('\u{a0}', " ");
            let found = sums.iter().any(|sum| amount(sum).replace('\u{a0}', " ") == short)
                || (lines.contains("surplus=yes") && amount(&carried).replace('\u{a0}', " ").contains(&short));
            let per_head = said.ends_with("DH") && said.trim_end_matches(" DH").trim_end_matches("\u{a0}DH").len() <= 3;
            assert!(found || per_head, "{address}: {said} is not among {sums:?} at {lines}");
            seen += 1;
        }
    }
    assert!(seen > 60, "{seen} figures were followed");
}

#[db_test]
async fn the_carpet_has_a_hundred_knots_and_says_them(db: TestDb) {
    let app = TestApp::demo(db).await;
    for lang in Lang::all() {
        let page = app.get(&format!("/{lang}/budget")).await;
        assert_eq!(page.attribute(".rug use", "href").len(), 100, "{lang}");
        let label = page.attribute("[role=img]", "aria-label").concat();
        let counts: Vec<u32> = page.find(".rugkey b").iter().map(|count| count.parse().unwrap()).collect();
        assert_eq!(counts.iter().sum::<u32>(), 100, "{lang}");
        for count in counts.iter().filter(|count| **count > 0) {
            assert!(label.contains(&count.to_string()), "{lang}: {label}");
        }
    }
}

#[db_test]
async fn what_is_not_published_is_said_and_directions_never_meet(db: TestDb) {
    let app = TestApp::demo(db).await;
    let spent = app.get("/fr/budget/2027/spent").await.find("main").concat();
    assert!(spent.contains("non publié"), "{spent}");
    let lines = app.get("/fr/budget/2027/lines").await;
    assert_eq!(lines.find("main .tbl tbody th b"), ["Recettes", "Dépenses"]);
    assert!(lines.find("main").concat().contains("jamais additionnées"));
}

#[db_test]
async fn without_a_budget_the_page_says_so(db: TestDb) {
    let app = TestApp::bare(db).await;
    let page = app.get("/fr/budget").await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.find(".empty b"), ["Aucun budget n’est encore publié"]);
    assert_eq!(app.get("/fr/budget/2027").await.status, StatusCode::NOT_FOUND);
}

#[db_test]
async fn a_list_of_lines_is_taken_away_as_it_is_shown(db: TestDb) {
    let app = TestApp::demo(db).await;
    for query in ["direction=revenue", "q=route", "node=spending%2F2%2F30&sort=amount", "place=none&purpose=roads"] {
        let page = app.get(&format!("/fr/budget/2027/lines?{query}")).await;
        let count = page.attribute("[role=status]", "data-count").concat();
        let file = app.get(&format!("/data/budget/2027/lines.csv?{query}")).await.text();
        let mut reader = csv::Reader::from_reader(file.trim_start_matches('\u{feff}').as_bytes());
        assert_eq!(reader.records().count().to_string(), count, "{query}");
        let get = page.attribute(".get a", "href");
        assert!(get.is_empty() || get[0].starts_with("/data/budget/2027/lines.csv?"), "{get:?}");
    }
    let tag = app.get("/data/budget/2027/lines.csv?q=route").await.header(header::ETAG).to_owned();
    let request = Request::get("/data/budget/2027/lines.csv?q=route").header(header::IF_NONE_MATCH, tag);
    assert_eq!(app.ask(request.body(Body::empty()).unwrap()).await.status, StatusCode::NOT_MODIFIED);
}

#[db_test]
async fn search_and_places_know_the_budget(db: TestDb) {
    let app = TestApp::demo(db).await;
    let found = app.get("/fr/search?q=affaires+techniques").await;
    let links = found.attribute("main a", "href");
    assert!(links.iter().any(|link| link == "/fr/budget/2027/in/spending/2/30"), "{links:?}");
    let place = app.get("/fr/places/05.081").await;
    assert!(place.attribute("main a", "href").iter().any(|link| link.contains("/budget/2027?place=05.081#place")));
    assert!(!app.get("/fr/places/01").await.text().contains("id=\"place-budget\""), "another region");
}

async fn say(app: &TestApp, lang: &str, browser: &str, fields: &[(&str, &str)]) -> Answer {
    let code = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
    let pairs: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={}", code(value))).collect();
    let body = pairs.join("&");
    let request = Request::post(format!("/{lang}/budget/2027/say"))
        .header("sec-fetch-site", "same-origin")
        .header(header::USER_AGENT, browser)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    app.ask(request.body(Body::from(body)).unwrap()).await
}

#[db_test]
async fn what_is_said_without_an_account_is_counted_once_and_kept_when_wrong(db: TestDb) {
    let app = TestApp::demo(db).await;
    let wrong = say(&app, "fr", "a", &[("text", "Qu’est-ce que <b>l’excédent</b> ?")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.find("textarea"), ["Qu’est-ce que <b>l’excédent</b> ?"]);
    assert_eq!(wrong.find(".errsum a"), ["Choisissez oui ou pas tout"]);
    assert!(wrong.find("title")[0].starts_with("Erreur"));
    let long = "ا".repeat(1001);
    let wrong = say(&app, "ar", "a", &[("understood", "no"), ("text", &long)]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.find("textarea"), [long]);
    assert_eq!(wrong.attribute("input[value=no]", "checked").len(), 1);
    assert_eq!(app.db.count("remark").await.unwrap(), 0);

    let good = [("understood", "no"), ("text", "ما هو الفائض؟")];
    for _ in 0..2 {
        let answer = say(&app, "ar", "a", &good).await;
        assert_eq!((answer.status, answer.header(header::LOCATION)), (StatusCode::SEE_OTHER, "/ar/budget/2027/thanks"));
    }
    assert_eq!(app.db.count("remark").await.unwrap(), 1, "sent twice, counted once");
    assert!(!app.get("/fr/budget/2027").await.text().contains("ont tout compris"), "few are not counted on the page");
    for browser in ["b", "c", "d", "e"] {
        assert_eq!(say(&app, "fr", browser, &[("understood", "yes")]).await.status, StatusCode::SEE_OTHER);
    }
    let page = app.get("/fr/budget/2027").await.find("main").concat().replace(['\u{2068}', '\u{2069}'], "");
    assert!(page.contains("5 personnes ont répondu, 4 ont tout compris."), "{page}");
    let counted = remarks::counted(&app.db.read().await.unwrap(), "budget/2027").await.unwrap();
    assert_eq!((counted.all, counted.understood), (5, 4));
    let kept: BTreeMap<String, String> = remarks::all(&app.db.read().await.unwrap())
        .await
        .unwrap()
        .into_iter()
        .map(|(_, one)| (one.lang.tag().to_owned(), one.text))
        .collect();
    assert_eq!(kept["ar"], "ما هو الفائض؟");
}

#[db_test]
async fn what_is_said_leaves_as_a_table_that_no_spreadsheet_runs(db: TestDb) {
    let app = TestApp::demo(db).await;
    for (browser, understood, text) in [("a", "no", "=SUM(A1) «ما هو الفائض؟», \"x\"\nثم ماذا؟"), ("b", "yes", "")]
    {
        let answer = say(&app, "ar", browser, &[("understood", understood), ("text", text)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        app.db.clock.advance(1000);
    }
    let room = tempfile::tempdir().unwrap();
    let output = infitah(room.path(), &["export", "remarks", "said.csv", "--database-url", &app.db.address]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let file = std::fs::read_to_string(room.path().join("said.csv")).unwrap();
    let mut reader = csv::Reader::from_reader(file.trim_start_matches('\u{feff}').as_bytes());
    assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), ["at", "about", "language", "understood", "text"]);
    let rows: Vec<Vec<String>> =
        reader.records().map(|row| row.unwrap().iter().map(|cell| cell.replace('\r', "")).collect()).collect();
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0][1..], ["budget/2027", "ar", "no", "'=SUM(A1) «ما هو الفائض؟», \"x\"\nثم ماذا؟"]);
    assert_eq!(rows[1][1..], ["budget/2027", "ar", "yes", ""]);
    assert!(rows[0][0].starts_with("2026-11-23T") && rows[0][0] < rows[1][0], "the first one first: {rows:?}");
}

#[db_test]
async fn too_many_from_one_place_are_told_to_come_later(db: TestDb) {
    let app = TestApp::demo(db).await;
    let mut refused = 0;
    for number in 0..22 {
        let text = number.to_string();
        let answer = say(&app, "fr", "a", &[("understood", "yes"), ("text", &text)]).await;
        if answer.status == StatusCode::UNPROCESSABLE_ENTITY {
            assert_eq!(answer.find("textarea"), [text]);
            refused += 1;
        }
    }
    assert_eq!((refused, app.db.count("remark").await.unwrap()), (2, 20));
    app.db.clock.advance(11 * 60 * 1000);
    assert_eq!(say(&app, "fr", "a", &[("understood", "yes")]).await.status, StatusCode::SEE_OTHER);
    let foreign = Request::post("/fr/budget/2027/say").header("sec-fetch-site", "cross-site");
    let foreign = foreign.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    assert_eq!(app.ask(foreign.body(Body::from("understood=yes")).unwrap()).await.status, StatusCode::FORBIDDEN);
}

#[db_test]
async fn a_signed_document_is_sent_as_it_was_kept_and_nothing_beside_it(db: TestDb) {
    let room = tempfile::tempdir().unwrap();
    let bytes = b"%PDF-1.7 invented";
    let signed = budget::look_at_signed("budget.pdf", bytes).unwrap();
    budget::keep_signed(room.path(), &signed, bytes).unwrap();
    std::fs::write(room.path().join("secret.pdf"), "%PDF-1.7").unwrap();
    let app = TestApp::with(db, &[("INFITAH_DATA", room.path().to_str().unwrap())]).await;
    let address = urls::budget_signed(&signed.file()).bare();
    let sent = app.get(&address).await;
    assert_eq!((sent.status, sent.body.as_slice()), (StatusCode::OK, bytes.as_slice()));
    assert_eq!(sent.headers[header::CONTENT_TYPE], "application/pdf");
    for elsewhere in ["/files/budget/../secret.pdf", "/files/budget/%2e%2e/secret.pdf", "/files/budget/"] {
        assert_eq!(app.get(elsewhere).await.status, StatusCode::NOT_FOUND, "{elsewhere}");
    }
}

/// The budget of 2027.
fn voted() -> budget::Budget {
    demo_budgets().into_iter().find(|one| one.year == 2027).unwrap()
}

#[db_test]
async fn a_line_of_several_places_is_counted_once_and_said_apart(db: TestDb) {
    let app = TestApp::bare(db).await;
    let atlas = app.app.atlas();
    let (commune, other) = ("05.081.03.13", "05.081.03.05");
    let all: [(&[&str], i64); 10] = [
        (&["05.081"], 1),
        (&[commune, other], 2),
        (&["05.081", "05.091"], 4),
        (&[commune, "05.091.05.01"], 8),
        (&["05"], 16),
        (&["05.081", "01"], 32),
        (&["01"], 64),
        (&[], 128),
        (&[commune, "05.081"], 256),
        (&["MA"], 512),
    ];
    let mut budget = voted();
    let like = budget.lines.iter().find(|line| line.node().to_string().starts_with("spending/2/30")).cloned().unwrap();
    let line = |(number, (places, amount)): (usize, &(&[&str], i64))| {
        let mut line = like.clone();
        line.id = number.to_string();
        line.places = places.iter().map(|code| (*code).to_owned()).collect();
        line.amounts.payment = Some(*amount);
        line
    };
    budget.lines = all.iter().enumerate().map(line).collect();
    let edition = Edition::new(1, Timestamp::from_millis(0), budget, &BTreeMap::new());
    let found = |place: &str, lies| {
        let filter = Filter { place: Some(place.to_owned()), lies, ..Filter::default() };
        edition.find(&filter, &atlas).spending.get(Measure::Payment)
    };
    let nowhere = found(NONE, Lies::Here);
    assert_eq!(nowhere, Some(128));
    for (place, here, shared) in [("05.081", 259, 572), (commune, 0, 831), (other, 0, 823), ("05.091", 0, 540)] {
        let placed = edition.placed(&atlas, place);
        let sums =
            [placed.here, placed.shared, placed.elsewhere, placed.nowhere].map(|sums| sums.get(Measure::Payment));
        assert_eq!(sums.iter().flatten().sum::<i64>(), 1023, "{place}: every line once");
        assert_eq!((sums[0].unwrap_or_default(), sums[1].unwrap_or_default()), (here, shared), "{place}");
        assert_eq!(
            sums,
            [found(place, Lies::Here), found(place, Lies::Shared), found(place, Lies::Elsewhere), nowhere]
        );
    }
    let provinces: Vec<&str> =
        atlas.descendants("05").unwrap().children("05").map(|place| place.code.as_str()).collect();
    let parts = edition.in_parts(&atlas, "05", &provinces);
    let of_parts: Vec<Option<i64>> = parts.parts.iter().map(|sums| sums.get(Measure::Payment)).collect();
    let expected: Vec<Option<i64>> = provinces.iter().map(|code| (*code == "05.081").then_some(259)).collect();
    assert_eq!(of_parts, expected);
    let apart = [parts.several, parts.shared, parts.elsewhere, parts.nowhere].map(|sums| sums.get(Measure::Payment));
    assert_eq!(apart, [Some(28), Some(544), Some(64), Some(128)]);
    assert_eq!(apart, [found("05", Lies::Several), found("05", Lies::Shared), found("05", Lies::Elsewhere), nowhere]);
    assert_eq!(of_parts.iter().chain(&apart).flatten().sum::<i64>(), 1023, "every line once");
    assert_eq!(
        found("05", Lies::Here),
        Some(259 + 28),
        "what lies in the region is its parts and what no one has alone"
    );
}

#[db_test]
async fn many_accounts_are_listed_whole_and_folded_on_paper(db: TestDb) {
    let app = TestApp::bare(db).await;
    let mut edition = voted();
    let (account, mut special): (Vec<_>, Vec<_>) = edition.lines.into_iter().partition(|line| line.account.is_main());
    special.retain(|line| line.account == Account::Special("CRUES".to_owned()));
    edition.lines = account;
    let sum = |direction| -> i64 {
        let of = special.iter().filter(|line| line.direction == direction);
        of.map(|line| line.amounts.payment.unwrap()).sum()
    };
    let once = sum(budget::Direction::Spending);
    for number in 1..=12 {
        let account = Account::Special(format!("C{number}"));
        let name = Text::one(Lang::arabic(), format!("حساب {number}"));
        edition.names.insert(NodeKey { account: account.clone(), ..NodeKey::default() }.to_string(), name);
        edition.lines.extend(special.iter().cloned().map(|mut line| {
            line.account = account.clone();
            line.id = format!("{number}:{}", line.id);
            line.amounts.payment = line.amounts.payment.map(|amount| amount * number);
            line
        }));
    }
    ::infitah::commands::demo::budget::save(&app.db, edition).await.unwrap();
    let page = app.get("/fr/budget/2027").await;
    let rows = page.find("#where ~ table tbody tr");
    let row = |number: i64| rows.iter().find(|row| row.starts_with(&format!("حساب {number} "))).cloned();
    assert!((1..=12).all(|number| row(number).is_some()), "{rows:?}");
    let shown = page.find("#where ~ table tbody tr:not(.screen):not(.paper)");
    assert_eq!(shown.len(), 3, "{shown:?}");
    assert!(shown.iter().all(|row| [10, 11, 12].iter().any(|number| row.starts_with(&format!("حساب {number} ")))));
    assert_eq!(page.find("#where ~ table tbody tr.screen").len(), 9);
    let folded = page.find("#where ~ table tbody tr.paper").concat();
    let millions = (once * 45 / 10_000_000) as f64 / 10.0;
    assert!(folded.replace(['\u{2068}', '\u{2069}'], "").starts_with("9 autres comptes"), "{folded}");
    assert!(folded.contains(&millions.to_string().replace('.', ",")), "{folded}: {millions}");
    let lines = app.get("/fr/budget/2027/lines").await.find("main").concat();
    assert!(lines.contains("sont ensemble ici"), "the sums say that they hold several accounts");
    let main = app.get("/fr/budget/2027/lines?account=main").await.find("main").concat();
    assert!(!main.contains("sont ensemble ici"));
}

#[db_test]
async fn a_programme_says_what_it_is_for_and_what_was_measured(db: TestDb) {
    let app = TestApp::demo(db).await;
    let page = app.get("/fr/budget/2027/in/spending/2/30/10/1").await;
    assert_eq!(page.find("#programme ~ ul li"), ["Réduire l’isolement des communes"]);
    assert_eq!(page.find("#programme ~ table tbody td"), ["62", "72 (2027)", "64,5 (2025)"]);
    let before = app.get("/fr/budget/2025/in/spending/2/30/10/1").await;
    assert_eq!(before.find("#programme ~ table tbody td"), ["62", "72 (2027)", "non publié"]);
    let without = app.get("/fr/budget/2026/in/spending/2/30/10/1").await;
    assert_eq!((without.status, without.find("#programme").len()), (StatusCode::OK, 0));
}

#[db_test]
async fn a_line_says_that_its_project_is_not_in_the_register_yet(db: TestDb) {
    let app = TestApp::bare(db).await;
    app.save(demo_projects()).await;
    let mut edition = voted();
    let known = edition.lines.iter().find(|line| line.project.is_some()).unwrap().id.clone();
    let line = edition.lines.iter_mut().find(|line| line.project.is_none() && !line.surplus).unwrap();
    line.project = Some("PRJ-2099-0001".to_owned());
    let id = line.id.clone();
    ::infitah::commands::demo::budget::save(&app.db, edition).await.unwrap();
    let page = app.get(&format!("/fr/budget/2027/lines/{id}")).await;
    assert!(page.find("main dl").concat().contains("PRJ-2099-0001 Ce projet n’est pas encore dans le registre."));
    assert!(!page.attribute("main a", "href").iter().any(|href| href.contains("PRJ-2099")));
    let page = app.get(&format!("/fr/budget/2027/lines/{known}")).await;
    assert!(page.attribute("main a", "href").iter().any(|href| href.starts_with("/fr/projects/PRJ-")));
    assert!(!page.text().contains("pas encore dans le registre"));
}
