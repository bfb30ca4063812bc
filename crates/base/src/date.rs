//! Dates in words, as Morocco says them: ICU4X with `ar-MA`, `fr-MA` and `en`, own small tables where ICU has none.

use icu_calendar::Date;
use icu_datetime::{
    DateTimeFormatter,
    fieldsets::{YM, YMD, YMDE},
};
use icu_locale_core::Locale;

use crate::{CivilDate, Lang, lang::DateTables};

/// How much of the date is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// `23 novembre 2026`
    Long,
    /// `lundi 23 novembre 2026`: with every deadline.
    Full,
    /// `novembre 2026`: what is told of a whole month.
    Month,
}

/// A date in words.
pub fn in_words(date: CivilDate, lang: Lang, length: Length) -> String {
    match &lang.file().dates {
        Some(tables) => from_tables(date, tables, length),
        None => from_icu(date, lang, length).unwrap_or_else(|| date.to_string()),
    }
}

fn from_tables(date: CivilDate, tables: &DateTables, length: Length) -> String {
    let month = usize::try_from(date.month() - 1).ok().and_then(|index| tables.months.get(index));
    let weekday = tables.weekdays.get(date.weekday_from_sunday());
    let pattern = match length {
        Length::Long => &tables.pattern_long,
        Length::Full => &tables.pattern_full,
        Length::Month => "{month} {year}",
    };
    pattern
        .replace("{day}", &date.day().to_string())
        .replace("{month}", month.map(String::as_str).unwrap_or_default())
        .replace("{weekday}", weekday.map(String::as_str).unwrap_or_default())
        .replace("{year}", &date.year().to_string())
}

fn from_icu(date: CivilDate, lang: Lang, length: Length) -> Option<String> {
    let locale: Locale = lang.icu()?.parse().ok()?;
    let month = u8::try_from(date.month()).ok()?;
    let day = u8::try_from(date.day()).ok()?;
    let date = Date::try_new_iso(i32::from(date.year()), month, day).ok()?;
    let text = match length {
        Length::Long => DateTimeFormatter::try_new(locale.into(), YMD::long()).ok()?.format(&date).to_string(),
        Length::Full => DateTimeFormatter::try_new(locale.into(), YMDE::long()).ok()?.format(&date).to_string(),
        Length::Month => DateTimeFormatter::try_new(locale.into(), YM::long()).ok()?.format(&date).to_string(),
    };
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("ar", Length::Long, "23 نونبر 2026")]
    #[case("ar", Length::Full, "الاثنين، 23 نونبر 2026")]
    #[case("ary", Length::Full, "التنين 23 نونبر 2026")]
    #[case("zgh", Length::Long, "23 ⵏⵓⵡⴰⵏⴱⵉⵔ 2026")]
    #[case("zgh", Length::Full, "ⴰⵢⵏⴰⵙ 23 ⵏⵓⵡⴰⵏⴱⵉⵔ 2026")]
    #[case("ar", Length::Month, "نونبر 2026")]
    #[case("zgh", Length::Month, "ⵏⵓⵡⴰⵏⴱⵉⵔ 2026")]
    #[case("en", Length::Month, "November 2026")]
    #[case("fr", Length::Long, "23 novembre 2026")]
    #[case("fr", Length::Full, "lundi 23 novembre 2026")]
    #[case("en", Length::Long, "November 23, 2026")]
    fn dates_as_morocco_says_them(#[case] lang: &str, #[case] length: Length, #[case] expected: &str) {
        let date = CivilDate::new(2026, 11, 23).unwrap();
        assert_eq!(in_words(date, Lang::parse(lang).unwrap(), length), expected);
    }
}
