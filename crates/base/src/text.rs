//! Text folded for search: what people type and what is written meet, whatever the spelling of alef, the accent or
//! the digits. One normaliser for both databases; the databases only compare what comes out of it.

use icu_normalizer::{DecomposingNormalizerBorrowed, properties::CanonicalCombiningClassMapBorrowed};

/// Folds a text for search and comparison: compatibility forms are taken apart, case, accents, tashkeel, tatweel,
/// zero-width and direction marks go, the alefs, the yas, ta marbuta, the gafs and the Tifinagh variants become one
/// letter each, digits become 0–9, everything that is not a letter or a digit becomes one space.
///
/// Folding a folded text changes nothing (property-tested). It is for finding, never for showing.
pub fn fold(input: &str) -> String {
    let mut out = String::with_capacity(input.len());
    // Case goes after the forms are taken apart: what hides in a compatibility form can be a capital too.
    for c in DecomposingNormalizerBorrowed::new_nfkd().normalize_iter(input.chars()).flat_map(char::to_lowercase) {
        match fold_char(c) {
            Folded::Keep(kept) => out.push(kept),
            Folded::Pair(pair) => out.push_str(pair),
            Folded::Drop => {}
            Folded::Space => {
                if !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
            }
        }
    }
    out.truncate(out.trim_end().len());
    out
}

enum Folded {
    Keep(char),
    Pair(&'static str),
    Drop,
    Space,
}

fn fold_char(c: char) -> Folded {
    use Folded::{Drop, Keep, Pair, Space};
    match c {
        // Tatweel, Tifinagh joiner, zero-width and direction marks, the apostrophes of M'rirt and of l'eau,
        // and the hamza, which people leave out.
        '\u{640}'
        | '\u{2d7f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}'
        | '\''
        | '\u{2019}'
        | '\u{2bc}'
        | 'ء' => Drop,
        'أ' | 'إ' | 'آ' | 'ٱ' => Keep('ا'),
        'ى' | 'ی' | 'ئ' => Keep('ي'),
        'ؤ' => Keep('و'),
        'ة' | 'ۃ' => Keep('ه'),
        'ک' | 'گ' | 'ڭ' | 'ݣ' | 'ڨ' => Keep('ك'),
        'ڤ' | 'ڥ' => Keep('ف'),
        'پ' => Keep('ب'),
        'چ' => Keep('ج'),
        '\u{660}'..='\u{669}' => digit(c as u32 - 0x660),
        '\u{6f0}'..='\u{6f9}' => digit(c as u32 - 0x6f0),
        'œ' => Pair("oe"),
        'æ' => Pair("ae"),
        'ß' => Pair("ss"),
        'ı' => Keep('i'),
        // Tifinagh: regional letters become the IRCAM ones; the schwa and the labial mark are written or not.
        'ⵯ' | 'ⴻ' => Drop,
        'ⴲ' => Keep('ⴱ'),
        'ⴴ' => Keep('ⴳ'),
        'ⴺ' => Keep('ⴹ'),
        'ⴿ' => Keep('ⴽ'),
        'ⵝ' => Keep('ⵜ'),
        'ⵁ' | 'ⵂ' => Keep('ⵀ'),
        'ⵆ' => Keep('ⵅ'),
        'ⵈ' => Keep('ⵇ'),
        'ⵗ' | 'ⵘ' => Keep('ⵖ'),
        // Combining marks: Latin accents, tashkeel, superscript alef, Quranic signs, hamza above and below. All of
        // them, in every script: what is left has one order only.
        mark if CanonicalCombiningClassMapBorrowed::new().get_u8(mark) != 0 => Drop,
        other if other.is_alphanumeric() => Keep(other),
        _ => Space,
    }
}

fn digit(value: u32) -> Folded {
    Folded::Keep(char::from_digit(value, 10).unwrap_or('0'))
}

/// The words of a search, folded and without the Arabic article, at most eight: a longer sentence finds nothing better
/// and costs more.
pub fn words(query: &str) -> Vec<String> {
    fold(query).split(' ').filter(|word| !word.is_empty()).take(8).map(|word| bare(word).to_owned()).collect()
}

/// A text as the search index keeps it: folded, and each word that carries the Arabic article once more without it, so
/// that طريق finds الطريق and بالطريق.
pub fn for_index(text: &str) -> String {
    let folded = fold(text);
    let bare_words: Vec<&str> = folded.split(' ').filter(|word| bare(word) != *word).map(bare).collect();
    if bare_words.is_empty() { folded } else { format!("{folded} {}", bare_words.join(" ")) }
}

/// A folded Arabic word without its article and what is written together with it (و ف ب ك before ال, and لل); a word
/// of which less than three letters would be left stays.
fn bare(word: &str) -> &str {
    let prefixes = ["وال", "فال", "بال", "كال", "لل", "ال"];
    let rest = prefixes.iter().find_map(|prefix| word.strip_prefix(prefix));
    rest.filter(|rest| rest.chars().count() >= 3).unwrap_or(word)
}

/// What a list is sorted by: the folded text without the Arabic article at its head, so that الفقيه stands under ف.
pub fn sort_key(input: &str) -> String {
    let folded = fold(input);
    match folded.strip_prefix("ال") {
        Some(rest) if rest.chars().count() > 2 => rest.to_owned(),
        _ => folded,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;
    use std::collections::HashMap;

    #[rstest]
    #[case("زاوية الشيخ", "زاويه الشيخ")]
    #[case("أزيلال", "ازيلال")]
    #[case("الفقيه بن صَالِح", "الفقيه بن صالح")]
    #[case("أݣادير", "اكادير")]
    #[case("Khénifra", "khenifra")]
    #[case("M'rirt", "MRIRT")]
    #[case("M’rirt", "mrirt")]
    #[case("٢٠٢٦", "2026")]
    #[case("ﻻ", "لا")]
    #[case("Cœur", "coeur")]
    #[case("ⵜⴰⵎⴰⵣⵉⵖⵜ", "ⵜⴰⵎⴰⵣⵉⵗⵜ")]
    #[case("Béni Mellal-Khénifra", "beni  mellal khenifra ")]
    fn these_are_one(#[case] left: &str, #[case] right: &str) {
        assert_eq!(fold(left), fold(right));
    }

    #[test]
    fn the_article_does_not_hide_a_word() {
        assert_eq!(words("الطَّريق والماء"), ["طريق", "والما"]);
        assert_eq!(for_index("محطة بالطريق"), "محطه بالطريق طريق");
        assert_eq!(for_index("للفلاحين"), "للفلاحين فلاحين");
        assert_eq!(for_index("route 2026"), "route 2026");
    }

    #[test]
    fn the_article_does_not_sort() {
        assert!(sort_key("الفقيه بن صالح") > sort_key("بني ملال"));
        assert_eq!(sort_key("ألم"), "الم");
    }

    #[test]
    fn no_two_communes_of_the_region_are_merged() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/places/ma_communes.csv");
        let mut reader = csv::Reader::from_path(path).unwrap();
        let headers = reader.headers().unwrap().clone();
        let column = |name: &str| headers.iter().position(|header| header == name).unwrap();
        let (region, french, arabic) = (column("region_code"), column("name_fr"), column("name_ar"));
        let mut seen: HashMap<String, String> = HashMap::new();
        let mut communes = 0;
        for row in reader.records() {
            let row = row.unwrap();
            if &row[region] != "05" {
                continue;
            }
            communes += 1;
            for name in [&row[french], &row[arabic]] {
                if let Some(other) = seen.insert(fold(name), name.to_owned()) {
                    panic!("{name} and {other} fold to the same text");
                }
            }
        }
        assert_eq!(communes, 135);
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,60}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn arabic_and_tifinagh_fold_once_and_for_all(text in "[\u{600}-\u{6ff}\u{2d30}-\u{2d7f}\u{fe70}-\u{feff} ]{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
