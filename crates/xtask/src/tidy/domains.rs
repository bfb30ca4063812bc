//! What a domain may see of another, and what its rooms may see of the world.

use super::{
    Findings, Rule, Weight,
    lex::Kind,
    paths::{self, Mention},
    tree::{RustFile, Tree},
};

/// The rules of this room.
pub const RULES: &[Rule] = &[
    Rule {
        id: "domain-door",
        reason: "a domain uses another one only through its mod.rs, so that what lies behind can be rebuilt",
        instead: "re-export what others may use in that domain's mod.rs, or add a use case to it",
        weight: Weight::Law,
        check: door,
    },
    Rule {
        id: "pure-rules",
        reason: "rules.rs decides and does nothing else: it imports base, the pure crates, std and its own model",
        instead: "pass in what the rule needs to know; loading and writing are the service's, words and pages are kit's",
        weight: Weight::Law,
        check: pure_rules,
    },
    Rule {
        id: "service-without-web",
        reason: "service.rs serves pages, jobs and the command line alike: it knows neither axum nor askama",
        instead: "take a command, return a result; forms.rs and web.rs turn the one and the other into pages",
        weight: Weight::Law,
        check: service,
    },
    Rule {
        id: "pages-without-database",
        reason: "web.rs, admin.rs and api.rs tell a short story; a query in them escapes the viewer's filter",
        instead: "write a function in queries.rs that takes the viewer",
        weight: Weight::Law,
        check: pages,
    },
    Rule {
        id: "bookkeeping",
        reason: "a write without its row in the record is rolled back; who has which job, or which device is in use, says nothing about the world",
        instead: "write with the transaction itself, and record what changed",
        weight: Weight::Law,
        check: bookkeeping,
    },
];

/// The crates whose folders are domains.
const CRATES: &[&str] = &["commons", "participation", "transparency"];

/// What is behind every domain's door.
const ROOMS: &[&str] =
    &["rules", "service", "queries", "forms", "web", "admin", "api", "model", "jobs", "templates", "locales"];

/// The two lists of the server name handlers and jobs where they are: that is what these files are for.
const LISTS: &[(&str, &[&str])] =
    &[("crates/server/src/routes", &["web", "admin", "api"]), ("crates/server/src/schedules", &["jobs"])];

fn door(tree: &Tree, findings: &mut Findings) {
    for file in tree.rust() {
        for mention in paths::mentions(file) {
            let [krate, domain, room, ..] = mention.parts.as_slice() else { continue };
            let Some(krate) = krate.strip_prefix("infitah_").filter(|krate| CRATES.contains(krate)) else { continue };
            let own = file.krate == krate && file.domain() == Some(domain);
            let listed =
                LISTS.iter().any(|(path, rooms)| file.path.starts_with(path) && rooms.contains(&room.as_str()));
            if own || listed || !tree.is_domain(krate, domain) {
                continue;
            }
            let is_module = ROOMS.contains(&room.as_str())
                || tree
                    .rust()
                    .any(|other| other.krate == krate && other.inside.starts_with(&[domain.clone(), room.clone()]));
            if is_module {
                findings.add(&file.path, mention.line, mention.parts.join("::"));
            }
        }
    }
}

/// The roots that rules.rs may name: the language, what is pure, and the names of attributes.
const PURE: &[&str] = &[
    "std",
    "core",
    "alloc",
    "infitah_base",
    "infitah_statute",
    "infitah_deliberation",
    "infitah_openlog",
    "infitah_press",
    "clippy",
    "rustfmt",
    "rustdoc",
];

const PRIMITIVES: &[&str] = &[
    "bool", "char", "str", "i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64", "u128", "usize",
    "f32", "f64",
];

fn pure_rules(tree: &Tree, findings: &mut Findings) {
    for file in rooms(tree, &["rules"]).filter(|file| !file.test) {
        for mention in paths::mentions(file) {
            if !mention.test && !may_be_in_rules(file, &mention) {
                findings.add(&file.path, mention.line, mention.parts.join("::"));
            }
        }
    }
}

fn may_be_in_rules(file: &RustFile, mention: &Mention) -> bool {
    let Mention { parts, .. } = mention;
    let root = parts[0].as_str();
    // What stands beside it: a part of a domain, in a folder of its own, has its own model.
    let depth = file.module.iter().position(|part| part == "rules").unwrap_or(2);
    let own_rooms = [2, depth].into_iter().any(|depth| {
        let beside = parts.len() > depth && file.module.starts_with(&parts[..depth]);
        beside && matches!(parts[depth].as_str(), "model" | "rules")
    });
    // A type or a variant that an import brought in, or a module declared in this very file.
    let local = root.starts_with(char::is_uppercase)
        || file.tokens.windows(2).any(|pair| pair[0].is("mod") && pair[1].is(root));
    own_rooms || local || PURE.contains(&root) || PRIMITIVES.contains(&root)
}

fn service(tree: &Tree, findings: &mut Findings) {
    forbid_names(tree, &["service"], &["axum", "axum_extra", "askama"], findings);
}

fn pages(tree: &Tree, findings: &mut Findings) {
    forbid_names(tree, &["web", "admin", "api"], &["sea_orm", "sea_query", "sea_orm_migration", "sqlx"], findings);
}

/// The folders that may write without a row in the record.
const BOOKKEEPERS: &[&str] =
    &["crates/commons/src/accounts/", "crates/commons/src/drafts/", "crates/commons/src/jobs/", "crates/store/src/"];

fn bookkeeping(tree: &Tree, findings: &mut Findings) {
    for file in tree.rust().filter(|file| !BOOKKEEPERS.iter().any(|folder| file.path.starts_with(folder))) {
        for token in file.product().filter(|token| token.kind == Kind::Ident) {
            if token.is("bookkeeping") || token.is("Bookkeeping") {
                findings.add(&file.path, token.line, &token.text);
            }
        }
    }
}

/// The files of these rooms in every crate with domains.
fn rooms<'a>(tree: &'a Tree, names: &'a [&str]) -> impl Iterator<Item = &'a RustFile> {
    let in_domains = tree.rust().filter(|file| CRATES.contains(&file.krate.as_str()));
    in_domains.filter(move |file| names.iter().any(|name| file.is_room(name)))
}

fn forbid_names(tree: &Tree, names: &[&str], forbidden: &[&str], findings: &mut Findings) {
    for file in rooms(tree, names) {
        for token in file.tokens.iter().filter(|token| token.kind == Kind::Ident) {
            if forbidden.contains(&token.text.as_str()) {
                findings.add(&file.path, token.line, &token.text);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    const PLACES: (&str, &str) = ("crates/commons/src/places/mod.rs", "mod queries; pub use queries::all;");

    #[test]
    fn domains_are_entered_by_the_door() {
        let files = [
            PLACES,
            ("crates/commons/src/jobs/mod.rs", ""),
            ("crates/commons/src/places/tree.rs", "use super::rules::x;\nuse crate::places::rules;"),
            ("crates/commons/src/jobs/service.rs", "use crate::places::{Place, all};\nuse crate::places::tree::Node;"),
            ("crates/commons/src/jobs/web.rs", "use super::super::places;\nfn f() { places::queries::all() }"),
            ("crates/transparency/src/projects/service.rs", "use infitah_commons::places::{all, model::Place};"),
            (
                "crates/server/src/routes.rs",
                "fn f() { infitah_commons::places::web::list; infitah_commons::places::rules::x }",
            ),
        ];
        let expected = [
            "crates/commons/src/jobs/service.rs:2",
            "crates/commons/src/jobs/web.rs:2",
            "crates/transparency/src/projects/service.rs:1",
            "crates/server/src/routes.rs:1",
        ];
        assert_eq!(found("domain-door", &files), expected);
    }

    #[test]
    fn rules_import_only_what_is_pure() {
        let path = "crates/commons/src/places/rules.rs";
        let good = "use std::fmt;\nuse infitah_base::{Date, money::Money};\nuse super::model::{self, Place};\n\
                    fn f() -> u8 { model::x(); Place::new(); u8::MAX; fmt::x; i64::from(1) }\n\
                    #[cfg(test)] mod tests { use proptest::prelude::*; use super::*; }";
        assert!(found("pure-rules", &[PLACES, (path, good)]).is_empty());
        let part = "crates/commons/src/places/maps/rules.rs";
        assert!(
            found("pure-rules", &[PLACES, (part, "use super::model::Map;\nuse crate::places::model::Place;")])
                .is_empty()
        );
        assert_eq!(found("pure-rules", &[PLACES, (part, "use super::queries;")]).len(), 1);
        let bad = "use sea_orm::Value;\nuse super::queries;\nfn f() { tokio::spawn(x); }\nuse crate::jobs::model::Job;\nuse infitah_kit::Page;";
        assert_eq!(found("pure-rules", &[PLACES, (path, bad)]).len(), 5);
    }

    #[test]
    fn only_the_queue_of_jobs_writes_without_the_record() {
        let source = "fn f(tx: &WriteTx) { row.insert(&tx.bookkeeping()) }";
        let path = "crates/commons/src/remarks/service.rs";
        assert_eq!(found("bookkeeping", &[(path, source)]), [format!("{path}:1")]);
        assert!(found("bookkeeping", &[("crates/commons/src/jobs/queue.rs", source)]).is_empty());
        assert!(found("bookkeeping", &[(path, "fn bookkeeper() {} // bookkeeping")]).is_empty());
    }

    #[test]
    fn rooms_know_only_their_own_business() {
        let service = [("crates/commons/src/places/service.rs", "use std::fmt;\nuse axum::Router; // askama\n")];
        assert_eq!(found("service-without-web", &service), ["crates/commons/src/places/service.rs:2"]);
        let web = [
            ("crates/commons/src/places/web/list.rs", "fn f() { sea_orm::x() }"),
            ("crates/commons/src/places/queries.rs", "use sea_orm::Value;"),
            ("crates/commons/src/places/api.rs", "// sea_orm\nuse axum::Json;"),
        ];
        assert_eq!(found("pages-without-database", &web), ["crates/commons/src/places/web/list.rs:1"]);
    }
}
