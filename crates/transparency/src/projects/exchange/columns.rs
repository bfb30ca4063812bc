//! What a column can mean, and the headers that mean it.

use std::{
    collections::{BTreeMap, HashMap},
    sync::LazyLock,
};

use infitah_base::{Lang, text};

/// The headers that are understood without a mapping.
static HEADERS: LazyLock<BTreeMap<String, Vec<String>>> = LazyLock::new(|| {
    toml::from_str(include_str!("columns.toml"))
        .unwrap_or_else(|error| panic!("columns.toml, part of the program: {error}"))
});

/// The same, the other way about: meaning by folded header.
static MEANINGS: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let pairs = HEADERS.iter().flat_map(|(target, headers)| headers.iter().map(|one| (bare(one), target.as_str())));
    pairs.collect()
});

/// As headers are compared.
fn bare(header: &str) -> String {
    text::fold(header).replace(' ', "")
}

/// Kept word for word, not shown.
pub(super) const KEEP: &str = "keep";
/// Left out, and named in the report.
pub(super) const IGNORE: &str = "ignore";

/// The fields whose text may say its language: `title.fr`.
const TEXTS: [&str; 3] = ["title", "purpose", "description"];

/// Whether a mapping may name this as the meaning of a column.
pub(super) fn is_known(target: &str) -> bool {
    target == KEEP || target == IGNORE || HEADERS.contains_key(target) || with_language(target).is_some()
}

/// All meanings, for messages and drafts.
pub(super) fn known() -> Vec<&'static str> {
    HEADERS.keys().map(String::as_str).chain([KEEP, IGNORE]).collect()
}

/// `title.fr` as `title` and its language.
pub(super) fn with_language(target: &str) -> Option<(&str, Lang)> {
    let (field, tag) = target.rsplit_once('.')?;
    TEXTS.contains(&field).then(|| Lang::parse(tag).ok()).flatten().map(|lang| (field, lang))
}

/// What a header means, if that is understood. `title_fr` means the title in French.
pub(super) fn understand(header: &str) -> Option<String> {
    if let Some(target) = MEANINGS.get(&bare(header)) {
        return Some((*target).to_owned());
    }
    let (field, tag) = header.trim().rsplit_once(['_', ' ', '.'])?;
    let target = format!("{}.{}", understand(field)?, tag.to_ascii_lowercase());
    with_language(&target).is_some().then_some(target)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("ProjectId", Some("identifier"))]
    #[case("Intitulé du projet", Some("title"))]
    #[case("اسم المشروع", Some("title"))]
    #[case("title_ar", Some("title.ar"))]
    #[case("ApprovedBudgetForContract", Some("budget"))]
    #[case("الكلفة الاجمالية", Some("budget"))]
    #[case("Maître d’ouvrage", Some("owner"))]
    #[case("Título del proyecto", Some("title"))]
    #[case("Title EN", Some("title.en"))]
    #[case("Título ES", None)]
    #[case("MainIsland", None)]
    #[case("name_xx", None)]
    fn headers(#[case] header: &str, #[case] expected: Option<&str>) {
        assert_eq!(understand(header).as_deref(), expected);
    }

    #[test]
    fn no_header_means_two_things() {
        let mut seen = BTreeMap::new();
        for (target, headers) in HEADERS.iter() {
            for header in headers {
                let other = seen.insert(bare(header), target);
                assert_eq!(other, None, "{header} of {target}");
            }
        }
    }
}
