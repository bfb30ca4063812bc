//! Translations are whole: every key in every language, with the same arguments; none orphaned, none missing.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey},
    parser,
};
use infitah_base::Lang;

fn crates() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn files(under: &Path, ending: &[&str], out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(under).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() && !path.ends_with("target") {
            files(&path, ending, out);
        } else if ending.iter().any(|ending| path.to_string_lossy().ends_with(ending)) {
            out.push(path);
        }
    }
}

/// What a message holds that must agree between languages.
#[derive(Debug, Default, Clone)]
struct Message {
    text: String,
    arguments: BTreeSet<String>,
    /// The categories of each selector.
    selectors: Vec<BTreeSet<String>>,
}

fn messages(lang: Lang) -> BTreeMap<String, Message> {
    let mut found = Vec::new();
    files(&crates(), &[&format!("locales/{lang}.ftl")], &mut found);
    assert!(!found.is_empty(), "{lang} has no messages");
    let mut out = BTreeMap::new();
    for path in found {
        let text = fs::read_to_string(&path).unwrap();
        let resource =
            parser::parse(text.as_str()).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let mut gathered = Message::default();
            gather(message.value.as_ref().unwrap(), &mut gathered);
            let twice = out.insert(message.id.name.to_owned(), gathered);
            assert!(twice.is_none(), "{} stands twice in {lang}", message.id.name);
        }
    }
    out
}

fn gather(pattern: &Pattern<&str>, out: &mut Message) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => out.text.push_str(value),
            PatternElement::Placeable { expression } => expression_of(expression, out),
        }
    }
}

fn expression_of(expression: &Expression<&str>, out: &mut Message) {
    match expression {
        Expression::Inline(inline) => inline_of(inline, out),
        Expression::Select { selector, variants } => {
            inline_of(selector, out);
            let categories = variants.iter().map(|variant| match variant.key {
                VariantKey::Identifier { name } => name.to_owned(),
                VariantKey::NumberLiteral { value } => value.to_owned(),
            });
            out.selectors.push(categories.collect());
            for variant in variants {
                gather(&variant.value, out);
            }
        }
    }
}

fn inline_of(inline: &InlineExpression<&str>, out: &mut Message) {
    if let InlineExpression::VariableReference { id } = inline {
        out.arguments.insert(id.name.to_owned());
    }
}

#[test]
fn every_language_has_every_message_with_the_same_arguments() {
    let reference = messages(Lang::parse("fr").unwrap());
    let mut wrong = Vec::new();
    for lang in Lang::all() {
        let here = messages(lang);
        for key in reference.keys().filter(|key| !here.contains_key(*key)) {
            wrong.push(format!("{lang} lacks {key}"));
        }
        for (key, message) in &here {
            match reference.get(key) {
                None => wrong.push(format!("{lang} has {key}, French has not")),
                // A language may say a number in words (one, two), but never speak of what it is not given.
                Some(known)
                    if !message.arguments.is_subset(&known.arguments)
                        || (message.arguments != known.arguments && message.selectors.is_empty()) =>
                {
                    wrong.push(format!("{lang} {key}: {:?}, French {:?}", message.arguments, known.arguments));
                }
                Some(_) => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn plurals_are_each_languages_own() {
    let all_six: BTreeSet<String> = ["zero", "one", "two", "few", "many", "other"].map(str::to_owned).into();
    let mut wrong = Vec::new();
    for lang in Lang::all() {
        for (key, message) in messages(lang) {
            for categories in &message.selectors {
                let words: BTreeSet<String> =
                    categories.iter().filter(|one| one.parse::<f64>().is_err()).cloned().collect();
                let good = match lang.plural_rules() {
                    Some("ar") => words == all_six,
                    // No plural rules are published for Standard Moroccan Tamazight: its messages avoid them.
                    None => false,
                    Some(_) => words.contains("other") && words.contains("one"),
                };
                if !good {
                    wrong.push(format!("{lang} {key}: {categories:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_message_is_missing_and_none_is_orphaned() {
    let known = messages(Lang::parse("fr").unwrap());
    let mut sources = Vec::new();
    for one in fs::read_dir(crates())
        .unwrap()
        .flatten()
        .filter(|one| one.path().join("src").is_dir() && !one.path().ends_with("xtask"))
    {
        files(&one.path().join("src"), &[".rs", ".html"], &mut sources);
    }
    let asked = regex::Regex::new(r#"\.m\("([a-z0-9A-Z-]+)"\)"#).unwrap();
    let literal = regex::Regex::new(r#""([a-z][a-zA-Z0-9-]*)""#).unwrap();
    let (mut used, mut missing) = (BTreeSet::new(), Vec::new());
    for path in sources {
        let text = fs::read_to_string(&path).unwrap();
        for found in literal.captures_iter(&text) {
            used.insert(found[1].to_owned());
        }
        for found in asked.captures_iter(&text) {
            if !known.contains_key(&found[1]) {
                missing.push(format!("{}: {}", path.display(), &found[1]));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    // Made of data: sectors of OC4IDS, currencies, the stages of the gallery; codes, fields and parts of a project.
    let made = [
        "sector-",
        "spent-",
        "came-",
        "direction-",
        "measure-",
        "currency-",
        "stage-",
        "actor-",
        "contract-",
        "cost-at-",
        "document-",
        "edit-role-",
        "edit-status-",
        "edit-work-",
        "field-",
        "investment-",
        "job-",
        "method-",
        "milestone-",
        "modified-",
        "nature-",
        "part-",
        "phase-",
        "sex-",
    ];
    let orphans: Vec<&String> =
        known.keys().filter(|key| !used.contains(*key) && !made.iter().any(|start| key.starts_with(start))).collect();
    assert!(orphans.is_empty(), "{orphans:?}");
}

/// A history tells of every field by its name: no field of a project is without one.
#[test]
fn every_field_of_a_project_has_a_name() {
    fn names(value: &serde_json::Value, missing: &mut BTreeSet<String>, known: &BTreeMap<String, Message>) {
        match value {
            serde_json::Value::Array(items) => items.iter().for_each(|item| names(item, missing, known)),
            serde_json::Value::Object(parts) => {
                let is_text = parts.keys().all(|key| Lang::parse(key).is_ok());
                let is_money = parts.contains_key("minor");
                for (part, value) in parts.iter().filter(|_| !is_text && !is_money) {
                    let key = format!("part-{}", part.replace('_', "-"));
                    if !known.contains_key(&key) {
                        missing.insert(key);
                    }
                    names(value, missing, known);
                }
            }
            _ => {}
        }
    }
    let known = messages(Lang::parse("fr").unwrap());
    let mut missing = BTreeSet::new();
    for project in crate::support::demo_projects() {
        let serde_json::Value::Object(fields) = serde_json::to_value(project).unwrap() else { unreachable!() };
        for (field, value) in fields {
            let key = format!("field-{}", field.replace('_', "-"));
            if !known.contains_key(&key) {
                missing.insert(key);
            }
            names(&value, &mut missing, &known);
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}

/// Darija is written as it is spoken, not copied from Arabic. The share is said at each run; most long messages must differ.
#[test]
fn darija_is_not_copied_from_arabic() {
    let (arabic, darija) = (messages(Lang::parse("ar").unwrap()), messages(Lang::parse("ary").unwrap()));
    let long: Vec<&String> =
        arabic.iter().filter(|(_, message)| message.text.chars().count() >= 40).map(|(key, _)| key).collect();
    let same: Vec<&&String> = long.iter().filter(|key| arabic[**key].text == darija[**key].text).collect();
    println!("{} of {} long messages are the same in Arabic and Darija: {same:?}", same.len(), long.len());
    assert!(same.len() * 10 <= long.len(), "{same:?}");
}

/// Tifinagh pages hold Tifinagh: letters of another script would be read by nobody's voice.
#[test]
fn tamazight_is_written_in_tifinagh() {
    let latin_words = regex::Regex::new(r"[a-z]{3,}").unwrap();
    let mut wrong = Vec::new();
    for (key, message) in messages(Lang::parse("zgh").unwrap()) {
        let has_tifinagh = message.text.chars().any(|c| ('\u{2d30}'..='\u{2d7f}').contains(&c));
        let has_arabic = message.text.chars().any(|c| ('\u{600}'..='\u{6ff}').contains(&c));
        if !has_tifinagh && (has_arabic || latin_words.is_match(&message.text)) {
            wrong.push(format!("{key}: {}", message.text));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
