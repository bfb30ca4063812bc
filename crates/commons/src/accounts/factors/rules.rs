//! What is accepted, how often, and what may go.

use infitah_base::{Timestamp, number};

use super::model::{KeptCode, Kind, Typed};

const MINUTE: i64 = 60 * 1000;

/// So many codes may be wrong within [`MISSED`]; then none is looked at. A million codes cannot be tried by fives.
pub const MOST_MISSES: u64 = 5;

/// Since when wrong codes count.
pub fn misses_since(now: Timestamp) -> Timestamp {
    now.plus_millis(-10 * MINUTE)
}

/// How long a browser has to answer: what is typed or touched on the spot.
pub fn challenge_ends(now: Timestamp) -> Timestamp {
    now.plus_millis(10 * MINUTE)
}

/// Since when a code of the operator counts: it is said on the telephone and typed at once.
pub fn operator_since(now: Timestamp) -> Timestamp {
    now.plus_millis(-15 * MINUTE)
}

/// As many factors as anybody needs: each more is one more thing to lose, and one more to guess.
pub const MOST_FACTORS: usize = 8;

/// So many recovery codes are made at once.
pub const RECOVERY_CODES: usize = 10;

/// Letters of the name that somebody gives to a factor.
pub const LABEL: usize = 60;

/// Crockford's digits: no letter that is taken for another one.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const NAME: usize = 4;
const WHOLE: usize = 16;

/// A code of ten random bytes.
pub fn kept_code(random: [u8; 10]) -> KeptCode {
    let bits = random.iter().fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
    let digit = |place: usize| char::from(DIGITS[(bits >> (5 * place)) as usize % DIGITS.len()]);
    KeptCode { name: (0..NAME).map(digit).collect(), secret: (NAME..WHOLE).map(digit).collect() }
}

/// Reads what somebody typed: spaces and hyphens are forgiven, and letters that look like digits are these digits.
pub fn typed(text: &str) -> Option<Typed> {
    let plain: Vec<char> = number::latin_digits(text)
        .chars()
        .filter(|letter| !letter.is_whitespace() && *letter != '-')
        .take(WHOLE + 1)
        .collect();
    if plain.len() == 6 && plain.iter().all(char::is_ascii_digit) {
        return Some(Typed::Shown(plain.into_iter().collect()));
    }
    let code: Option<String> = plain.into_iter().map(as_digit).collect();
    let code = code.filter(|code| code.len() == WHOLE)?;
    let (name, secret) = code.split_at(NAME);
    Some(Typed::Kept(KeptCode { name: name.to_owned(), secret: secret.to_owned() }))
}

fn as_digit(letter: char) -> Option<char> {
    let digit = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    (digit.is_ascii() && DIGITS.contains(&(digit as u8))).then_some(digit)
}

/// Whether a factor may go: who works here keeps one that lasts.
pub fn may_go(kinds: &[Kind], staff: bool) -> bool {
    !staff || kinds.iter().filter(|kind| Kind::LASTING.contains(kind)).count() > 1
}

/// Whether somebody may change what proves them. With nothing that lasts yet, what they signed in with is all they can
/// show; afterwards whoever has only their telephone must not be able to add a factor of their own.
pub fn may_change(has_lasting: bool, strong: bool, fresh: bool) -> bool {
    !has_lasting || (strong && fresh)
}

/// Whether the counter of a passkey shows that this is the same device: it grows, or there is none.
pub fn counts_on(known: i64, shown: i64) -> bool {
    shown > known || (known == 0 && shown == 0)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[test]
    fn a_kept_code_is_read_as_it_was_shown_however_it_is_typed() {
        let code = kept_code([0xF0, 1, 2, 3, 4, 5, 6, 7, 8, 255]);
        let shown = code.to_string();
        assert_eq!((shown.len(), shown.matches('-').count()), (19, 3));
        for text in [shown.clone(), shown.to_lowercase(), shown.replace('-', " "), shown.replace('0', "o")] {
            assert_eq!(typed(&text), Some(Typed::Kept(code.clone())), "{text}");
        }
        assert_ne!(kept_code([0; 10]), kept_code([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]));
        assert_ne!(kept_code([0; 10]), kept_code([128, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
        assert!(!format!("{code:?}{:?}", Typed::Kept(code.clone())).contains(&code.secret));
    }

    #[rstest]
    #[case("123456", true)]
    #[case(" 123 456 ", true)]
    #[case("12345", false)]
    #[case("1234567", false)]
    #[case("١٢٣٤٥٦", true)]
    #[case("", false)]
    #[case("UUUU-UUUU-UUUU-UUUU", false)]
    #[case("0123-4567-89AB-CDEFG", false)]
    fn what_is_no_code_is_not_looked_at(#[case] text: &str, #[case] is_code: bool) {
        assert_eq!(typed(text).is_some(), is_code);
    }

    #[rstest]
    #[case(&[Kind::Totp], true, false)]
    #[case(&[Kind::Totp], false, true)]
    #[case(&[Kind::Totp, Kind::Recovery, Kind::Operator], true, false)]
    #[case(&[Kind::Totp, Kind::Passkey], true, true)]
    fn the_last_factor_of_staff_stays(#[case] kinds: &[Kind], #[case] staff: bool, #[case] goes: bool) {
        assert_eq!(may_go(kinds, staff), goes);
    }

    #[rstest]
    #[case(0, 0, true)]
    #[case(0, 1, true)]
    #[case(5, 6, true)]
    #[case(5, 5, false)]
    #[case(5, 4, false)]
    #[case(5, 0, false)]
    fn a_counter_only_grows(#[case] known: i64, #[case] shown: i64, #[case] good: bool) {
        assert_eq!(counts_on(known, shown), good);
    }
}
