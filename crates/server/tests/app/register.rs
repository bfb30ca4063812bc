//! The register whole: who pays and who builds, what changed, what was on a day, and where old addresses lead.

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use infitah_base::{Currency, Lang, Money, Text};
use infitah_commons::{Permit, moved};
use infitah_store::{StoreError, db_test, testing::TestDb};
use infitah_transparency::projects::{Budget, Project};

use crate::support::TestApp;

fn project(identifier: &str, title: &str, minor: i64) -> Project {
    let mut project = Project::new(identifier, Text::one(Lang::arabic(), title));
    project.budget = Some(Budget { amount: Money::new(minor, Currency::MAD), approved: None });
    project
}

async fn keep_addresses(app: &TestApp, table: &str) {
    let table = moved::read_table(table.as_bytes()).unwrap();
    let kept: Result<(), StoreError> =
        app.db.write(|tx| Box::pin(async move { moved::keep(tx, &Permit::for_operator("test"), table).await })).await;
    kept.unwrap();
}

#[db_test]
async fn an_address_of_the_platform_before_leads_to_the_right_page(db: TestDb) {
    let app = TestApp::demo(db).await;
    let table = "from,to\nhttps://old.example/index.php?id=12,/fr/projects/PRJ-2026-0001\n\
                 /المشاريع,/ar/projects\n/fr/projects,/fr/elsewhere\n/fr/projects/12,/fr/projects/PRJ-2026-0002\n";
    keep_addresses(&app, table).await;
    for (from, to) in [
        ("/index.php?id=12", "/fr/projects/PRJ-2026-0001"),
        ("/%D8%A7%D9%84%D9%85%D8%B4%D8%A7%D8%B1%D9%8A%D8%B9", "/ar/projects"),
        ("/%D8%A7%D9%84%D9%85%D8%B4%D8%A7%D8%B1%D9%8A%D8%B9?page=2", "/ar/projects"),
        ("/fr/projects/12", "/fr/projects/PRJ-2026-0002"),
    ] {
        let answer = app.get(from).await;
        assert_eq!((answer.status, answer.header(header::LOCATION)), (StatusCode::MOVED_PERMANENTLY, to), "{from}");
    }
    assert_eq!(app.get("/fr/projects").await.status, StatusCode::OK, "a page of this site wins");
    assert_eq!(app.get("/index.php?id=13").await.status, StatusCode::NOT_FOUND);
    let post = Request::builder().method(Method::POST).uri("/index.php?id=12").header("sec-fetch-site", "same-origin");
    let post = app.ask(post.body(Body::empty()).unwrap()).await;
    assert_ne!(post.status, StatusCode::MOVED_PERMANENTLY, "who sends something is not sent on");
    keep_addresses(&app, "from,to\n/index.php?id=12,/fr/projects/PRJ-2026-0003\n").await;
    assert_eq!(app.get("/index.php?id=12").await.header(header::LOCATION), "/fr/projects/PRJ-2026-0003");
}

#[db_test]
async fn a_page_can_be_seen_as_it_was(db: TestDb) {
    let app = TestApp::bare(db).await;
    app.save(vec![project("A1", "طريق", 100_00)]).await;
    app.save(vec![project("A1", "طريق", 250_00)]).await;
    let address = "/fr/projects/PRJ-2026-0001";
    let now = app.get(address).await;
    assert_eq!(now.find("section[aria-labelledby=changed] del"), ["\u{2068}100\u{2069} \u{2068}dirhams\u{2069}"]);
    assert!(now.find(".money")[0].contains("250"), "{:?}", now.find(".money"));
    let first = app.get(&format!("{address}?version=1")).await;
    assert!(first.find(".money")[0].contains("100"), "{:?}", first.find(".money"));
    assert!(first.find("title")[0].contains("publié"), "the title says that it is not of today");
    assert_eq!(first.attribute("meta[name=robots]", "content"), ["noindex"]);
    assert!(first.find(".note--warn").iter().any(|note| note.contains("aujourd")), "and there is a way back");
    assert_eq!(app.get(&format!("{address}?version=3")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.get(&format!("{address}?version=0")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.get(&format!("{address}?on=yesterday")).await.status, StatusCode::BAD_REQUEST);
    let before = app.get(&format!("{address}?on=1999-12-31")).await;
    assert!(before.find(".money")[0].contains("100"), "before all news, the first version says since when it is");
    let today = app.app.site.today().to_string();
    assert!(app.get(&format!("{address}?on={today}")).await.find(".money")[0].contains("250"));
}

#[db_test]
async fn a_feed_is_well_formed_whatever_a_title_holds(db: TestDb) {
    let app = TestApp::bare(db).await;
    app.save(vec![project("A1", "<b>طريق</b> & \"جسر\" \u{1}", 100_00)]).await;
    app.save(vec![project("A1", "طريق", 250_00)]).await;
    for address in ["/ar/changes.atom", "/ar/projects/PRJ-2026-0001/changes.atom"] {
        let answer = app.get(address).await;
        assert_eq!(answer.header(header::CONTENT_TYPE), "application/atom+xml; charset=utf-8");
        let text = answer.text();
        let mut reader = quick_xml::Reader::from_str(&text);
        let (mut entries, mut depth) = (0, 0_i32);
        loop {
            match reader.read_event().unwrap_or_else(|error| panic!("{error}\n{text}")) {
                quick_xml::events::Event::Start(tag) => {
                    depth += 1;
                    entries += usize::from(tag.name().as_ref() == "entry");
                }
                quick_xml::events::Event::End(_) => depth -= 1,
                quick_xml::events::Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!((entries, depth), (2, 0), "{text}");
        assert!(!text.contains('\u{1}') && text.contains("طريق"), "{text}");
        let etag = answer.header(header::ETAG).to_owned();
        let again = Request::get(address).header(header::IF_NONE_MATCH, etag).body(Body::empty()).unwrap();
        assert_eq!(app.ask(again).await.status, StatusCode::NOT_MODIFIED);
    }
    let page = app.get("/ar/changes").await;
    assert_eq!(page.attribute("link[type='application/atom+xml']", "href"), ["/ar/changes.atom"]);
}

#[db_test]
async fn who_pays_and_who_builds_can_be_found(db: TestDb) {
    let app = TestApp::demo(db).await;
    let all = app.get("/fr/organisations").await;
    assert_eq!(all.find("tbody tr").len(), 30);
    assert!(all.find("tbody th")[0].starts_with("Conseil de la région"), "who has most projects stands first");
    let builders = app.get("/fr/organisations?role=supplier").await;
    assert!(!builders.find("tbody th").iter().any(|name| name.starts_with("Conseil de la région")));
    let found = app.get("/ar/organisations?q=%D8%A3%D8%B7%D9%84%D8%B3").await;
    assert!(found.find("tbody th").iter().any(|name| name.contains("أطلس أوراش")), "{:?}", found.find("tbody th"));
    let one = app.get("/fr/organisations/MA-FIC-ATLAS-AWRACH").await;
    assert!(one.find("h1")[0].contains("Atlas Awrach"));
    assert!(one.attribute("tbody a", "href").contains(&"/fr/projects/PRJ-2026-0001".to_owned()));
    let from = app.get("/fr/projects/PRJ-2026-0001").await.attribute("aside a", "href");
    assert!(from.contains(&"/fr/organisations/MA-FIC-ATLAS-AWRACH".to_owned()), "{from:?}");
    assert!(!app.get("/fr/search?q=Awrach").await.attribute("main a[href*='/organisations/']", "href").is_empty());
    let table = app.get("/data/organisations.csv").await.text();
    assert!(table.lines().next().unwrap().contains("organisation,name_ar"), "{}", table.lines().next().unwrap());
}

#[db_test]
async fn a_contract_is_told_with_what_changed_it_and_why(db: TestDb) {
    let app = TestApp::demo(db).await;
    let page = app.get("/fr/projects/PRJ-2026-0001").await;
    let contracts = page.find("section[aria-labelledby=contracts]").join(" ");
    for words in ["Appel d’offres ouvert", "Atlas Awrach", "Raison", "mur de soutènement"] {
        assert!(contracts.contains(words), "{words}: {contracts}");
    }
    assert!(page.find("section[aria-labelledby=agreements]").join(" ").contains("Pour"), "the vote is told");
    let disclosed = page.find("section[aria-labelledby=disclosed] p").join(" ");
    assert!(disclosed.contains("39"), "{disclosed}");
}
