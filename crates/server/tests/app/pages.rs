//! Every page, in every language: what the frame promises, and what each page shows.

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use infitah_base::Lang;
use infitah_store::{db_test, testing::TestDb};

use crate::support::{Answer, TestApp, demo_projects};

/// Every page that a visitor can reach, without its language.
pub const PAGES: &[&str] = &[
    "/",
    "/projects",
    "/projects?place=05.081&stage=works&sort=news",
    "/projects?page=2",
    "/projects?q=nothing-has-this",
    "/projects/PRJ-2026-0001",
    "/projects/PRJ-2026-0016",
    "/budget",
    "/budget/2027?place=05.081",
    "/budget/2025?phase=executed",
    "/budget/2027/lines",
    "/budget/2027/lines?direction=spending&purpose=none&sort=amount",
    "/budget/2027/lines?q=nothing-has-this",
    "/budget/2027/lines/revenue:1:20:5",
    "/budget/2027/lines/revenue:1:20:5?history=yes",
    "/budget/2027/in/spending",
    "/budget/2027/in/spending/2/30/10",
    "/budget/2027/compare",
    "/budget/2025/spent",
    "/budget/2027/spent",
    "/budget/2027/law",
    "/budget/2027/thanks",
    "/places",
    "/places/05",
    "/places/05.081",
    "/places/05.081.03.13",
    "/places/01",
    "/places/MA",
    "/search",
    "/search?q=route",
    "/about",
    "/privacy",
    "/accessibility",
    "/contact",
    "/data",
    "/words",
    "/messages",
    "/outbox",
    "/design",
];

fn keeps_what_every_page_keeps(address: &str, lang: Lang, answer: &Answer) {
    let html = answer.text();
    assert_eq!(answer.status, StatusCode::OK, "{address}");
    assert_eq!(answer.attribute("html", "lang"), [lang.bcp47()], "{address}");
    assert_eq!(answer.attribute("html", "dir"), [lang.dir().as_str()], "{address}");
    assert_eq!(answer.find("h1").len(), 1, "{address}");
    assert_eq!(answer.find("main").len(), 1, "{address}");
    assert!(!answer.find("title")[0].is_empty(), "{address}");
    assert!(!html.contains(" style="), "{address} has a style attribute");
    assert!(!html.contains("onclick="), "{address} has an inline handler");
    assert!(
        !html.contains("[") || !regex::Regex::new(r"\[[a-z-]+\]").unwrap().is_match(&html),
        "{address} shows a missing message"
    );
    assert_eq!(answer.header(header::SET_COOKIE), "", "{address} sets a cookie");
    let policy = answer.header(header::CONTENT_SECURITY_POLICY);
    assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{address}: {policy}");
    assert_eq!(
        answer.attribute("details.listen [data-voice]", "data-voice"),
        ["ary", "tzm", "shi", "ar", "fr"],
        "{address}"
    );
    let alternates = answer.attribute("link[rel=alternate][hreflang]", "hreflang");
    assert_eq!(alternates.len(), Lang::all().count() + 1, "{address}: {alternates:?}");
    // A chart stands beside its table, a map beside its list; drawings are for the eye only.
    assert_eq!(answer.find("main svg[aria-hidden=true]").len(), answer.find("main svg").len(), "{address}");
    assert!(
        answer.find("main .map").is_empty() || !answer.find("main table").is_empty() || address.contains("/design"),
        "{address}"
    );
}

#[db_test]
async fn every_page_in_every_language(db: TestDb) {
    let app = TestApp::demo(db).await;
    for lang in Lang::all() {
        for page in PAGES {
            let address = format!("/{lang}{page}");
            keeps_what_every_page_keeps(&address, lang, &app.get(&address).await);
        }
    }
}

/// Long Arabic with every mark, and texts that look like markup, in every field that a page shows.
#[db_test]
async fn long_and_strange_texts_are_shown_as_text(db: TestDb) {
    let app = TestApp::bare(db).await;
    let long = "مشروعُ تأهيلِ الطّريقِ القرويّةِ الرّابطةِ بين الدّواوير والمركزِ <b>الصّحيّ</b> & \"السوق\" ".repeat(12);
    let mut project = demo_projects().remove(0);
    for text in [&mut project.title, &mut project.purpose, &mut project.description] {
        *text = infitah_base::Text::one(Lang::arabic(), long.clone());
    }
    project.parties[0].name = infitah_base::Text::one(Lang::arabic(), long.clone());
    app.save(vec![project]).await;
    for lang in Lang::all() {
        for page in ["/", "/projects", "/projects/PRJ-2026-0001", "/places/05.081.03.13", "/search?q=تأهيل"] {
            let page = page.replace("تأهيل", "%D8%AA%D8%A3%D9%87%D9%8A%D9%84");
            let answer = app.get(&format!("/{lang}{page}")).await;
            keeps_what_every_page_keeps(&page, lang, &answer);
            assert!(!answer.text().contains("<b>الصّحيّ"), "{lang}{page} lets markup through");
            let marked = answer.attribute("main [lang=ar-MA][dir=rtl]", "dir").len();
            // Where Arabic is not the page's language it is marked, so that it is read right and in the right direction.
            assert!(lang.tag() == "ar" || marked > 0, "{lang}{page} does not mark its Arabic");
        }
    }
}

#[db_test]
async fn pages_say_what_is_not_published_and_never_zero(db: TestDb) {
    let app = TestApp::demo(db).await;
    let projects = demo_projects();
    let index = projects.iter().position(|project| project.budget.is_none() && project.funding.is_empty()).unwrap();
    let page = app.get(&format!("/fr/projects/PRJ-2026-{:04}", index + 1)).await;
    assert!(page.find("main").concat().contains("Coût : non publié"), "{:?}", page.find("main"));
    assert!(!page.find("main").concat().contains("0 dirhams"));
}

#[db_test]
async fn a_project_shows_built_beside_paid_and_says_when_paid_runs_ahead(db: TestDb) {
    let app = TestApp::demo(db).await;
    let page = app.get("/fr/projects/PRJ-2026-0001").await;
    let main = page.find("main").concat();
    for words in [
        "Route rurale vers Taghia",
        "Travaux construits46%",
        "Argent payé61%",
        "On a payé plus vite qu’on n’a construit",
        "42,0 millions de dirhams",
        "Total42,0 millions de dirhams",
    ] {
        let bare = main.replace(['\u{2068}', '\u{2069}'], "");
        assert!(bare.contains(words), "{words} is not in {bare}");
    }
    assert_eq!(page.attribute(".stages [aria-current]", "aria-current"), ["step"]);
    let breakdown = demo_projects().iter().position(|project| project.identifier == "demo-0066").unwrap();
    let page = app.get(&format!("/fr/projects/PRJ-2026-{:04}", breakdown + 1)).await;
    assert!(
        page.find("main").concat().contains("Les parts ne font pas le total"),
        "a breakdown that differs is shown as such"
    );
}

#[db_test]
async fn small_groups_are_protected_on_the_page_and_in_the_files(db: TestDb) {
    let app = TestApp::demo(db).await;
    let projects = demo_projects();
    let small = |count: Option<u32>| count.is_some_and(|count| (1..5).contains(&count));
    let index = projects.iter().position(|project| small(project.jobs.created.women)).unwrap();
    let page = app.get(&format!("/fr/projects/PRJ-2026-{:04}", index + 1)).await;
    assert!(page.find("main").concat().contains("moins de 5"));
    let csv = app.get("/data/projects.csv?q=demo&sort=name").await.text();
    let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    let headers = reader.headers().unwrap().clone();
    let column = |name: &str| headers.iter().position(|header| header == name).unwrap();
    for row in reader.records().map(Result::unwrap) {
        for name in ["jobs_created_women", "jobs_created_men"] {
            assert!(!small(row[column(name)].parse().ok()), "{row:?}");
        }
    }
}

#[db_test]
async fn the_front_door_asks_the_browser_and_arabic_comes_first(db: TestDb) {
    let app = TestApp::bare(db).await;
    for (wanted, expected) in [("", "/ar/"), ("fr-MA,fr;q=0.9", "/fr/"), ("de", "/ar/"), ("tzm", "/zgh/")] {
        let request = Request::get("/").header(header::ACCEPT_LANGUAGE, wanted).body(Body::empty()).unwrap();
        let answer = app.ask(request).await;
        assert_eq!((answer.status, answer.header(header::LOCATION)), (StatusCode::SEE_OTHER, expected), "{wanted}");
        assert_eq!(answer.header(header::VARY), "Accept-Language");
    }
    let answer = app.get("/fr/places?go=05.081").await;
    assert_eq!((answer.status, answer.header(header::LOCATION)), (StatusCode::SEE_OTHER, "/fr/places/05.081"));
}

#[db_test]
async fn an_instance_offers_the_languages_it_chooses(db: TestDb) {
    let app = TestApp::with(db, &[("INFITAH_LANGUAGES", "fr,en")]).await;
    let page = app.get("/fr/").await;
    assert_eq!(page.find(".langs a[hreflang]"), ["Français", "English"]);
    assert_eq!(app.get("/ar/").await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.get("/").await.header(header::LOCATION), "/fr/");
}

#[db_test]
async fn another_region_starts_by_naming_its_code(db: TestDb) {
    let app = TestApp::with(db, &[("INFITAH_REGION", "03")]).await;
    let page = app.get("/fr/places").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.find("main h2").contains(&"Fès-Meknès".to_owned()), "{:?}", page.find("main h2"));
    assert_eq!(page.attribute("details.place option", "value").len(), 194);
    assert!(app.get("/fr/").await.find(".foot").concat().contains("Fès-Meknès"));
}

#[db_test]
async fn what_is_not_there_gets_a_page_with_ways_on(db: TestDb) {
    let app = TestApp::bare(db).await;
    for (address, lang) in [
        ("/fr/nothing", "fr-MA"),
        ("/ar/projects/PRJ-2026-9999", "ar-MA"),
        ("/fr/projects/nonsense", "fr-MA"),
        ("/zgh/places/99", "zgh-MA"),
        ("/nothing", "ar-MA"),
        ("/xx/", "ar-MA"),
        ("/fr/projects?page=99", "fr-MA"),
    ] {
        let answer = app.get(address).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
        assert_eq!(answer.attribute("html", "lang"), [lang], "{address}");
        assert!(answer.attribute("main a", "href").len() >= 3, "{address}");
    }
    let answer = app.get("/api/v1/nothing").await;
    assert_eq!(answer.header(header::CONTENT_TYPE), "application/problem+json");
    assert_eq!(answer.json()["status"], 404);
}

#[db_test]
async fn strange_addresses_still_get_a_page(db: TestDb) {
    let app = TestApp::demo(db).await;
    for query in [
        "page=abc",
        "page=-1",
        "page=99999999999999999999",
        "stage=%22%3E%3Cscript%3E",
        "sort=DROP",
        "place=%27%20OR%201=1",
        "kind=",
        "q=%22%27()*:%26%7C!",
        "sector=%25",
        "unknown=1",
    ] {
        let answer = app.get(&format!("/fr/projects?{query}")).await;
        assert_eq!(answer.status, StatusCode::OK, "{query}");
        assert!(!answer.text().contains("<script>"), "{query}");
    }
    let answer = app.get("/fr/search?q=%3Cscript%3Ealert(1)%3C/script%3E").await;
    assert!(!answer.text().contains("<script>alert"), "what was typed is shown as text");
}

#[db_test]
async fn pages_are_kept_compressed_and_asked_for_again(db: TestDb) {
    let app = TestApp::demo(db).await;
    let ask = |headers: &[(header::HeaderName, &str)]| {
        let mut request = Request::get("/fr/projects/PRJ-2026-0001");
        for (name, value) in headers {
            request = request.header(name, *value);
        }
        app.ask(request.body(Body::empty()).unwrap())
    };
    let plain = ask(&[]).await;
    let packed = ask(&[(header::ACCEPT_ENCODING, "gzip")]).await;
    assert_eq!(packed.header(header::CONTENT_ENCODING), "gzip");
    assert!(packed.body.len() * 3 < plain.body.len());
    assert_eq!(infitah_kit::compress::gunzip(&packed.body), plain.body);
    let known = packed.header(header::ETAG).to_owned();
    let again = ask(&[(header::IF_NONE_MATCH, &known)]).await;
    assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0));
    let (hits, misses) = app.app.site.cache().hits_and_misses();
    assert_eq!((hits, misses), (2, 1));
    // Anything about a project makes the page anew.
    let mut project = demo_projects().remove(0);
    project.status = Some(infitah_transparency::projects::Status::Completion);
    app.save(vec![project]).await;
    let fresh = ask(&[(header::IF_NONE_MATCH, &known)]).await;
    assert_eq!(fresh.status, StatusCode::OK);
    assert_ne!(fresh.header(header::ETAG), known);
}

#[db_test]
async fn a_form_keeps_what_was_typed_and_says_what_to_do(db: TestDb) {
    let app = TestApp::bare(db).await;
    let post = |body: &str, origin: Option<&str>| {
        let mut request = Request::post("/fr/design").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        if let Some(origin) = origin {
            request = request.header("sec-fetch-site", origin);
        }
        app.ask(request.body(Body::from(body.to_owned())).unwrap())
    };
    let refused = post("name=%3Cb%3EFatima&amount=douze&date=", Some("same-origin")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.find("title")[0].starts_with("Erreur"), "{:?}", refused.find("title"));
    assert_eq!(refused.attribute("main > div > .errsum a", "href"), ["#amount", "#date"]);
    assert_eq!(refused.attribute("#name", "value"), ["<b>Fatima"]);
    assert_eq!(refused.attribute("#amount", "value"), ["douze"]);
    let accepted = post("name=Fatima&amount=%D9%A1%D9%A2%D9%AB%D9%A5&date=2026-11-23", Some("same-origin")).await;
    assert_eq!(accepted.status, StatusCode::OK, "Eastern digits are read");
    assert_eq!(post("name=x", Some("cross-site")).await.status, StatusCode::FORBIDDEN);
    let large = post(&"a".repeat(2 * 1024 * 1024), Some("same-origin")).await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(large.find("h1")[0].contains("trop grand"));
    let request = Request::builder().method(Method::DELETE).uri("/fr/design").body(Body::empty()).unwrap();
    assert_eq!(app.ask(request).await.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[db_test]
async fn search_finds_places_and_projects_in_any_spelling(db: TestDb) {
    let app = TestApp::demo(db).await;
    for query in [
        "%D8%B2%D8%A7%D9%88%D9%8A%D9%87%20%D8%A7%D8%AD%D9%86%D8%B5%D8%A7%D9%84",
        "zaouiat%20ahansal",
        "ZAOUIAT%20AHANS",
    ] {
        let answer = app.get(&format!("/fr/search?q={query}")).await;
        assert!(answer.attribute("main .card a", "href").contains(&"/fr/places/05.081.03.13".to_owned()), "{query}");
    }
    let answer = app.get("/fr/search?q=taghia").await;
    assert!(answer.attribute("main .card a", "href").contains(&"/fr/projects/PRJ-2026-0001".to_owned()));
    assert_eq!(app.get("/fr/search?q=xyzzy").await.find(".empty").len(), 1);
    let answer = app.get("/fr/places?q=AHANSAL").await;
    assert_eq!(answer.attribute("details.more[open] tbody a", "href"), ["/fr/places/05.081.03.13"]);
    assert!(app.get("/fr/places?q=xyzzy").await.find("main [role=status]").concat().contains("xyzzy"));
}

#[db_test]
async fn a_recording_is_offered_where_there_is_one(db: TestDb) {
    let directory = tempfile::tempdir().unwrap();
    let voice = directory.path().join("recordings/tzm");
    std::fs::create_dir_all(&voice).unwrap();
    std::fs::write(voice.join("projects.opus"), b"OggS sound").unwrap();
    std::fs::write(voice.join("projects.mp3"), b"ID3 sound").unwrap();
    let app = TestApp::with(db, &[("INFITAH_DATA", directory.path().to_str().unwrap())]).await;
    let page = app.get("/ar/projects").await;
    let sources = page.attribute(".listen [data-voice=tzm] audio source", "src");
    assert_eq!(sources, ["/recordings/tzm/projects.opus", "/recordings/tzm/projects.mp3"]);
    assert_eq!(page.attribute(".listen [data-voice=shi] audio", "src").len(), 0);
    assert_eq!(page.attribute(".listen [data-voice=ar] [data-speak]", "data-speak"), ["ar"]);
    let request = Request::get(sources[0].as_str()).header(header::RANGE, "bytes=0-3").body(Body::empty()).unwrap();
    let part = app.ask(request).await;
    assert_eq!((part.status, part.body.as_slice()), (StatusCode::PARTIAL_CONTENT, b"OggS".as_slice()));
    assert_eq!(app.get("/recordings/../infitah.db").await.status, StatusCode::NOT_FOUND);
}

/// The components, as they are drawn. French once is enough for the shape; the browser tests see every language.
#[test]
fn components_look_as_reviewed() {
    let catalog = std::sync::Arc::new(infitah::messages::catalog().unwrap());
    let t = infitah_kit::T::new(catalog.clone(), Lang::parse("fr").unwrap());
    let examples = infitah_kit::components::examples(&t).unwrap();
    let drawn: Vec<String> =
        examples.iter().map(|one| format!("== {} / {}\n{}", one.component, one.case, one.html)).collect();
    insta::assert_snapshot!(drawn.join("\n"));
    for lang in Lang::all() {
        let t = infitah_kit::T::new(catalog.clone(), lang);
        for example in infitah_kit::components::examples(&t).unwrap() {
            assert!(
                !example.html.contains("& \"filles\" <"),
                "{} / {} lets HTML through",
                example.component,
                example.case
            );
            assert!(!example.html.is_empty());
        }
    }
}

#[db_test]
async fn a_place_adds_up_how_far_its_projects_are(db: TestDb) {
    let app = TestApp::demo(db).await;
    let page = app.get("/fr/places/05").await;
    let table = "section[aria-labelledby=place-stages]";
    let counted = async |address: &str| -> usize {
        app.get(address).await.attribute("[data-count]", "data-count")[0].parse().unwrap()
    };
    let counts: Vec<usize> = page.find(&format!("{table} td.n")).iter().map(|count| count.parse().unwrap()).collect();
    assert_eq!(counts.iter().sum::<usize>(), counted("/fr/projects?place=05").await);
    let links = page.attribute(&format!("{table} tbody a"), "href");
    assert!(!links.is_empty());
    for (link, count) in links.iter().zip(&counts) {
        assert_eq!(counted(link).await, *count, "{link}");
    }
    let late = page.attribute(&format!("{table} p a"), "href");
    assert_eq!(late.len(), 2, "{late:?}");
    for (link, told) in late.iter().zip(page.find(&format!("{table} p a"))) {
        let number = told.split(|c: char| !c.is_ascii_digit()).find(|digits| !digits.is_empty());
        assert_eq!(number, Some(counted(link).await.to_string().as_str()), "{link}: {told}");
    }
}
