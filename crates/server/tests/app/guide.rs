//! The guide inside the program says what is there, by the names that the pages have.

use std::{collections::HashSet, fs, path::Path};

use infitah_commons::access::Role;
use infitah_store::{db_test, testing::TestDb};
use regex::Regex;

use crate::support::TestApp;

/// Everything that a page may say in this language, word for word.
fn said_on_pages(lang: &str, within: &Path, said: &mut HashSet<String>) {
    for entry in fs::read_dir(within).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            said_on_pages(lang, &path, said);
        } else if path.ends_with(format!("locales/{lang}.ftl")) {
            let text = fs::read_to_string(&path).unwrap();
            let values = text.lines().filter_map(|line| line.split_once(" = ")).map(|(_, value)| plain(value));
            said.extend(values);
        }
    }
}

/// Spaces of any width are one space.
fn plain(text: &str) -> String {
    text.split([' ', '\u{a0}', '\u{202f}']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_guide_names_pages_and_buttons_as_they_are_named() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let quoted = Regex::new("(?s)«(.*?)»").unwrap();
    let mut looked = 0;
    for lang in ["ar", "fr"] {
        let mut said = HashSet::new();
        said_on_pages(lang, &root.join("crates"), &mut said);
        for entry in fs::read_dir(root.join("docs/guides/desk")).unwrap().map(Result::unwrap) {
            let name = entry.file_name().into_string().unwrap();
            if !name.ends_with(&format!(".{lang}.md")) {
                continue;
            }
            let text = fs::read_to_string(entry.path()).unwrap();
            for words in quoted.captures_iter(&text).map(|found| plain(&found[1])) {
                assert!(said.contains(&words), "{name}: no page says « {words} »");
                looked += 1;
            }
        }
    }
    assert!(looked > 40, "{looked}");
}

#[db_test]
async fn each_reads_what_concerns_them_and_a_page_leads_to_its_own_explanation(db: TestDb) {
    let app = TestApp::bare(db).await;
    let mut agent = app.signed_in(Some((Role::Agent, "05"))).await;
    let list = agent.get("/fr/desk/guide").await;
    let titles = list.find(".tasks a");
    assert!(titles.iter().any(|title| title == "Écrire un projet"), "{titles:?}");
    assert!(!titles.iter().any(|title| title == "Les réglages"), "{titles:?}");
    let desk = agent.get("/ar/desk/projects").await;
    assert!(desk.attribute(".side a", "href").contains(&"/ar/desk/guide/projects".to_owned()));
    let page = agent.get("/ar/desk/guide/projects").await;
    assert_eq!(page.find("h1"), ["كتابة مشروع"]);
    assert_eq!(page.attribute("article", "dir"), ["rtl"]);
    // Who reads English is given a language that they may know, and told which.
    let page = agent.get("/en/desk/guide/projects").await;
    assert_eq!(page.attribute("article", "lang").len(), 1);
    assert_eq!(agent.get("/fr/desk/guide/nothing").await.status, 404);
    let mut administrator = app.signed_in(Some((Role::Administrator, "05"))).await;
    assert!(administrator.get("/fr/desk/guide").await.find(".tasks a").iter().any(|title| title == "Les réglages"));
}
