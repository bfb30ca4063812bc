//! The one number formatter: Latin digits, decimal comma, thousands by a no-break space, in every language.
//!
//! CLDR prints a dot between thousands for `ar-MA` and `fr-MA`; a plain space reorders numbers in right-to-left
//! text. A no-break space does neither and is what the region's own documents print.

/// Between thousands (U+00A0).
pub const GROUP: char = '\u{a0}';

/// A whole number: `2 525 801`.
pub fn integer(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if value < 0 {
        // U+2212 is the minus sign; the hyphen would break lines and confuse bidirectional text.
        out.push('\u{2212}');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(GROUP);
        }
        out.push(digit);
    }
    out
}

/// A number of `tenths` power: `value` counted in 10^-`places`, so `fixed(420, 1)` is `42,0`.
pub fn fixed(value: i64, places: u32) -> String {
    let scale = 10_i64.pow(places);
    let whole = value / scale;
    if places == 0 {
        return integer(whole);
    }
    let rest = (value % scale).unsigned_abs();
    let width = usize::try_from(places).unwrap_or_default();
    let sign = if value < 0 && whole == 0 { "\u{2212}" } else { "" };
    format!("{sign}{},{rest:0width$}", integer(whole))
}

/// A measured value with at most `places` decimals, trailing zeros dropped: `38,3`, `100`.
pub fn measured(value: f64, places: u32) -> String {
    let scaled = (value * 10_f64.powi(i32::try_from(places).unwrap_or_default())).round();
    #[expect(clippy::cast_possible_truncation, reason = "measures are percentages and counts, far below 2^53")]
    let text = fixed(scaled as i64, places);
    if text.contains(',') { text.trim_end_matches('0').trim_end_matches(',').to_owned() } else { text }
}

/// The digits that people type: Eastern Arabic (٠–٩) and Persian (۰–۹) become 0–9, nothing else changes.
pub fn latin_digits(input: &str) -> String {
    input
        .chars()
        .map(|c| match c {
            '\u{660}'..='\u{669}' => ascii_digit(c as u32 - 0x660),
            '\u{6f0}'..='\u{6f9}' => ascii_digit(c as u32 - 0x6f0),
            other => other,
        })
        .collect()
}

fn ascii_digit(value: u32) -> char {
    char::from_digit(value, 10).unwrap_or('0')
}

/// What decimal mark a file uses, when it has to be told apart from its thousands mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecimalMark {
    /// `1 234,50`
    Comma,
    /// `1,234.50`
    Point,
}

/// Turns a number as people write it (`1 234,50`, `١٢٣٤٫٥`, `1,234.50`) into a plain decimal
/// (`1234.50`), or `None` when it is not one number. `mark` settles what a lone comma or point means: without it
/// a lone mark followed by exactly three digits is refused, because it could be a thousand or a thousandth.
pub fn plain_decimal(input: &str, mark: Option<DecimalMark>) -> Option<String> {
    let latin = latin_digits(input.trim());
    let bare: String = latin
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\'' | '\u{2019}' | '\u{66c}'))
        .map(|c| match c {
            '\u{66b}' => ',',
            '\u{2212}' => '-',
            other => other,
        })
        .collect();
    let (commas, points) = (bare.matches(',').count(), bare.matches('.').count());
    let decimal = match (commas, points, mark) {
        (_, _, Some(DecimalMark::Comma)) => (commas <= 1).then_some(','),
        (_, _, Some(DecimalMark::Point)) => (points <= 1).then_some('.'),
        (0, 0, None) => Some('.'),
        (1, 0, None) | (0, 1, None) => {
            let at = bare.find([',', '.'])?;
            let fraction = bare.get(at + 1..)?;
            let after = fraction.bytes().take_while(u8::is_ascii_digit).count();
            let whole = bare.get(..at)?.trim_start_matches(['-', '+']);
            // A thousand is written with one to three digits before the mark; "0,125" can only be a fraction.
            let could_be_thousands =
                after == 3 && fraction.len() == 3 && (1..=3).contains(&whole.len()) && whole != "0";
            (!could_be_thousands).then_some(if commas == 1 { ',' } else { '.' })
        }
        (0, _, None) => Some(','),
        (_, 0, None) => Some('.'),
        _ => Some(if bare.rfind(',') > bare.rfind('.') { ',' } else { '.' }),
    }?;
    let grouping = if decimal == ',' { '.' } else { ',' };
    if !groups_are_whole(&bare, decimal, grouping) {
        return None;
    }
    let plain: String = bare.chars().filter(|c| *c != grouping).map(|c| if c == decimal { '.' } else { c }).collect();
    let (mantissa, exponent) = plain.split_once(['e', 'E']).map_or((plain.as_str(), None), |(m, e)| (m, Some(e)));
    let digits = mantissa.trim_start_matches(['-', '+']);
    let is_number = digits.bytes().any(|b| b.is_ascii_digit())
        && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        && digits.matches('.').count() <= 1
        && mantissa.len() - digits.len() <= 1
        && exponent.is_none_or(|e| e.parse::<i32>().is_ok());
    is_number.then_some(plain)
}

/// Thousands marks must stand before groups of exactly three digits, or the number was misread.
fn groups_are_whole(text: &str, decimal: char, grouping: char) -> bool {
    let whole = text.split(decimal).next().unwrap_or_default();
    whole.split(grouping).skip(1).all(|group| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit()))
        && !text.split(decimal).nth(1).is_some_and(|fraction| fraction.contains(grouping))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case(0, "0")]
    #[case(999, "999")]
    #[case(1000, "1\u{a0}000")]
    #[case(2_525_801, "2\u{a0}525\u{a0}801")]
    #[case(-1234, "\u{2212}1\u{a0}234")]
    fn whole_numbers(#[case] value: i64, #[case] expected: &str) {
        assert_eq!(integer(value), expected);
    }

    #[test]
    fn decimals() {
        assert_eq!(fixed(420, 1), "42,0");
        assert_eq!(fixed(-5, 2), "\u{2212}0,05");
        assert_eq!(measured(38.3, 1), "38,3");
        assert_eq!(measured(100.0, 1), "100");
        assert_eq!(measured(0.04, 1), "0");
    }

    #[rstest]
    #[case("1 234,50", None, Some("1234.50"))]
    #[case("1\u{202f}234\u{202f}567", None, Some("1234567"))]
    #[case("١٢٣٤٫٥", None, Some("1234.5"))]
    #[case("۱۲", None, Some("12"))]
    #[case("1,234.50", None, Some("1234.50"))]
    #[case("1.234.567,89", None, Some("1234567.89"))]
    #[case("1,234", None, None)]
    #[case("1.234", None, None)]
    #[case("1,234", Some(DecimalMark::Comma), Some("1.234"))]
    #[case("1,234", Some(DecimalMark::Point), Some("1234"))]
    #[case("0,125", None, Some("0.125"))]
    #[case("4.9E7", None, Some("4.9E7"))]
    #[case("4.508E7", None, Some("4.508E7"))]
    #[case("1,23,456", None, None)]
    #[case("douze", None, None)]
    #[case("", None, None)]
    #[case("12 DH", None, None)]
    fn numbers_as_people_write_them(
        #[case] input: &str,
        #[case] mark: Option<DecimalMark>,
        #[case] expected: Option<&str>,
    ) {
        assert_eq!(plain_decimal(input, mark).as_deref(), expected);
    }

    proptest! {
        #[test]
        fn what_we_print_we_read(value in -1_000_000_000_000i64..1_000_000_000_000) {
            let read = plain_decimal(&fixed(value, 2), Some(DecimalMark::Comma)).unwrap();
            let money = crate::Money::from_decimal(&read, crate::Currency::MAD).unwrap();
            prop_assert_eq!(money.minor, value);
        }

        #[test]
        fn anything_is_read_or_refused_without_panic(text in ".{0,30}") {
            let _ = plain_decimal(&text, None);
        }
    }
}
