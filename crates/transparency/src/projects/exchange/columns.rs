//! What a column can mean, and the headers that mean it.

use std::{
    borrow::Cow,
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
    let pairs = HEADERS.iter().flat_map(|(target, headers)| {
        // Our own files name a column by its meaning.
        headers.iter().chain([target]).map(|one| (bare(one), target.as_str()))
    });
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
const TEXTS: [&str; 17] = [
    "title",
    "purpose",
    "description",
    "contract.method.words",
    "agreement.title",
    "vote.body",
    "cost.approval.reason",
    "cost.award.reason",
    "cost.now.reason",
    "cost.final.reason",
    "jobs.method",
    "beneficiaries",
    "environment",
    "land",
    "accessibility",
    "final.scope",
    "final.reason",
];

/// The meanings that are amounts of money.
const AMOUNTS: [&str; 13] = [
    "budget",
    "funding",
    "contract.estimate",
    "contract.value",
    "contract.final",
    "contracts.other",
    "cost.approval",
    "cost.award",
    "cost.now",
    "cost.final",
    "committed",
    "paid.amount",
    "land.compensation",
];

/// The other meanings that are numbers.
const MEASURES: [&str; 21] = [
    "latitude",
    "longitude",
    "built",
    "paid",
    "contract.bidders",
    "vote.ayes",
    "vote.noes",
    "vote.abstained",
    "beneficiaries.people",
    "jobs.planned",
    "jobs.planned.women",
    "jobs.planned.men",
    "jobs.planned.local",
    "jobs.planned.permanent",
    "jobs.planned.temporary",
    "jobs.created",
    "jobs.created.women",
    "jobs.created.men",
    "jobs.created.local",
    "jobs.created.permanent",
    "jobs.created.temporary",
];

/// The meanings that are yes or no.
const TRUTHS: [&str; 3] = ["impact.assessed", "protected.area", "accessible"];

/// The beginning of what is said of a contract, and what is said of its contractor.
const CONTRACT: &str = "contract.";
const CONTRACTOR: &str = "contractor";

/// `contract.2.value` as its number and `contract.value`.
fn taken_apart(target: &str) -> Option<(&str, String)> {
    let (number, field) = target.strip_prefix(CONTRACT)?.split_once('.')?;
    let is_number = matches!(number.as_bytes(), [b'2'..=b'9']);
    let field = if field == CONTRACTOR { field.to_owned() } else { format!("{CONTRACT}{field}") };
    is_number.then_some((number, field))
}

/// The beginning of a column's meaning that is said of another contract than the main one: `contract.2`.
pub(super) fn numbered(target: &str) -> Option<String> {
    taken_apart(target).map(|(number, _)| format!("{CONTRACT}{number}"))
}

/// A meaning without the number of its contract.
pub(super) fn unnumbered(target: &str) -> Cow<'_, str> {
    taken_apart(target).map_or(target.into(), |(_, field)| field.into())
}

/// Whether this is an amount of money.
pub(super) fn is_amount(target: &str) -> bool {
    AMOUNTS.contains(&unnumbered(target).as_ref())
}

/// Whether this is a number.
pub(super) fn is_measure(target: &str) -> bool {
    is_amount(target) || MEASURES.contains(&unnumbered(target).as_ref())
}

/// Whether this is yes or no.
pub(super) fn is_truth(target: &str) -> bool {
    TRUTHS.contains(&target)
}

/// Whether a mapping may name this as the meaning of a column.
pub(super) fn is_known(target: &str) -> bool {
    let plain = unnumbered(target);
    target == KEEP || target == IGNORE || HEADERS.contains_key(plain.as_ref()) || with_language(target).is_some()
}

/// All meanings, for messages and drafts.
pub(super) fn known() -> Vec<&'static str> {
    HEADERS.keys().map(String::as_str).chain([KEEP, IGNORE]).collect()
}

/// `title.fr` as `title` and its language.
pub(super) fn with_language(target: &str) -> Option<(&str, Lang)> {
    let (field, tag) = target.rsplit_once('.')?;
    TEXTS.contains(&unnumbered(field).as_ref()).then(|| Lang::parse(tag).ok()).flatten().map(|lang| (field, lang))
}

/// What a header means, if that is understood. `title_fr` means the title in French, `contract_2_value` or
/// `Montant du marché 2` the value of another contract.
pub(super) fn understand(header: &str) -> Option<String> {
    if let Some(target) = MEANINGS.get(&bare(header)) {
        return Some((*target).to_owned());
    }
    in_language(header).or_else(|| of_another_contract(header))
}

fn in_language(header: &str) -> Option<String> {
    let (field, tag) = header.trim().rsplit_once(['_', ' ', '.'])?;
    let lang = Lang::parse(&tag.to_ascii_lowercase()).ok()?;
    let target = format!("{}.{lang}", understand(field)?);
    with_language(&target).is_some().then_some(target)
}

fn of_another_contract(header: &str) -> Option<String> {
    let folded = text::fold(header);
    let number = folded.split(' ').find(|word| matches!(word.as_bytes(), [b'2'..=b'9']))?;
    let rest: String = folded.split(' ').filter(|word| *word != number).collect();
    let target = *MEANINGS.get(&rest)?;
    let field = if target == CONTRACTOR { target } else { target.strip_prefix(CONTRACT)? };
    Some(format!("{CONTRACT}{number}.{field}"))
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
    #[case("ContractCost", Some("contract.value"))]
    #[case("N° du marché", Some("contract.id"))]
    #[case("مبلغ الصفقة", Some("contract.value"))]
    #[case("Montant du marché 2", Some("contract.2.value"))]
    #[case("contract_2_method_words_fr", Some("contract.2.method.words.fr"))]
    #[case("Titulaire 3", Some("contract.3.contractor"))]
    #[case("Titre 2", None)]
    #[case("Mode de passation", Some("contract.method"))]
    #[case("cost_award_reason_ar", Some("cost.award.reason.ar"))]
    #[case("Número de licitadores", Some("contract.bidders"))]
    fn headers(#[case] header: &str, #[case] expected: Option<&str>) {
        assert_eq!(understand(header).as_deref(), expected);
        assert!(expected.is_none_or(is_known), "a mapping may say what is understood");
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
