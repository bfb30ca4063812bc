//! Money: whole numbers of the currency's own minor unit. Dirhams have centimes; CFA francs have nothing smaller.

use std::{fmt, str::FromStr, sync::LazyLock};

use serde::{Deserialize, Serialize};

/// ISO 4217 codes with the digits of their minor unit. Codes: the currency code list of OC4IDS 0.9.5
/// (Apache-2.0); digits: ISO 4217.
static CURRENCIES: LazyLock<Vec<(&str, u32)>> = LazyLock::new(|| {
    include_str!("../data/currencies.csv")
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once(','))
        .filter_map(|(code, digits)| Some((code, digits.parse().ok()?)))
        .collect()
});

/// A currency that ISO 4217 knows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency([u8; 3]);

/// What was given is not a currency code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a currency is three letters of ISO 4217, as MAD")]
pub struct NotACurrency;

impl Currency {
    /// The Moroccan dirham.
    pub const MAD: Currency = Currency(*b"MAD");

    /// The three letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// How many decimal digits the minor unit has (MAD 2, XOF 0, TND 3).
    pub fn digits(&self) -> u32 {
        CURRENCIES.iter().find(|(code, _)| *code == self.code()).map_or(2, |(_, digits)| *digits)
    }

    /// Minor units in one unit (100 centimes in a dirham).
    pub fn scale(&self) -> i64 {
        10_i64.pow(self.digits())
    }
}

impl FromStr for Currency {
    type Err = NotACurrency;

    fn from_str(input: &str) -> Result<Self, NotACurrency> {
        let upper = input.trim().to_ascii_uppercase();
        let known = CURRENCIES.iter().any(|(code, _)| *code == upper);
        let bytes: [u8; 3] = upper.as_bytes().try_into().map_err(|_| NotACurrency)?;
        if known { Ok(Self(bytes)) } else { Err(NotACurrency) }
    }
}

impl TryFrom<String> for Currency {
    type Error = NotACurrency;

    fn try_from(value: String) -> Result<Self, NotACurrency> {
        value.parse()
    }
}

impl From<Currency> for String {
    fn from(value: Currency) -> Self {
        value.code().to_owned()
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// An amount: a whole number of minor units of one currency. Two currencies never add up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    /// Minor units (centimes for MAD).
    pub minor: i64,
    /// Of which currency.
    pub currency: Currency,
}

/// Why an amount could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAnAmount {
    /// It has no number in it.
    #[error("not a number")]
    NotANumber,
    /// It has more decimals than the currency has: rounding would lose money silently.
    #[error("more decimals than the currency has")]
    TooFine,
    /// It does not fit (over 90 thousand million million minor units).
    #[error("too large")]
    TooLarge,
}

impl Money {
    /// An amount of so many minor units.
    pub fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Reads a plain decimal (`-1234.50`, `4.9E7`) exactly, without passing through floating point.
    /// Zeros beyond the currency's digits are forgiven, other digits are an error.
    pub fn from_decimal(text: &str, currency: Currency) -> Result<Self, NotAnAmount> {
        let text = text.trim();
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => {
                (mantissa, exponent.trim_start_matches('+').parse::<i32>().map_err(|_| NotAnAmount::NotANumber)?)
            }
            None => (text, 0),
        };
        let (negative, mantissa) = match mantissa.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, mantissa.strip_prefix('+').unwrap_or(mantissa)),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits: String = whole.chars().chain(fraction.chars()).collect();
        if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(NotAnAmount::NotANumber);
        }
        let fraction_digits = i32::try_from(fraction.len()).map_err(|_| NotAnAmount::TooFine)?;
        let currency_digits = i32::try_from(currency.digits()).map_err(|_| NotAnAmount::TooFine)?;
        let shift = exponent.checked_sub(fraction_digits).and_then(|v| v.checked_add(currency_digits));
        let digits = digits.trim_start_matches('0');
        if digits.is_empty() {
            return Ok(Self::new(0, currency));
        }
        let number = |text: &str| text.parse::<i64>().map_err(|_| NotAnAmount::TooLarge);
        let minor = match shift.ok_or(NotAnAmount::TooLarge)? {
            shift @ 0.. => {
                let power = 10_i64.checked_pow(shift.unsigned_abs()).ok_or(NotAnAmount::TooLarge)?;
                number(digits)?.checked_mul(power).ok_or(NotAnAmount::TooLarge)?
            }
            shift => {
                let cut = usize::try_from(shift.unsigned_abs()).map_err(|_| NotAnAmount::TooFine)?;
                let (kept, dropped) = digits.split_at_checked(digits.len().saturating_sub(cut)).unwrap_or(("", digits));
                if digits.len() < cut || !dropped.bytes().all(|b| b == b'0') {
                    return Err(NotAnAmount::TooFine);
                }
                if kept.is_empty() { 0 } else { number(kept)? }
            }
        };
        Ok(Self::new(if negative { -minor } else { minor }, currency))
    }

    /// The plain decimal with a point, without needless zeros (`1234.5`, `42000000`): for CSV and JSON.
    pub fn to_decimal(self) -> String {
        let scale = self.currency.scale();
        let sign = if self.minor < 0 { "-" } else { "" };
        let (whole, rest) =
            (self.minor.unsigned_abs() / scale.unsigned_abs(), self.minor.unsigned_abs() % scale.unsigned_abs());
        if rest == 0 {
            return format!("{sign}{whole}");
        }
        let digits = usize::try_from(self.currency.digits()).unwrap_or_default();
        format!("{sign}{whole}.{}", format!("{rest:0digits$}").trim_end_matches('0'))
    }

    /// Adds, when the currencies are the same and the sum fits.
    pub fn checked_add(self, other: Money) -> Option<Money> {
        (self.currency == other.currency)
            .then(|| self.minor.checked_add(other.minor).map(|minor| Money { minor, ..self }))
            .flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("4.9E7", "MAD", Ok(4_900_000_000))]
    #[case("4.7521252E7", "MAD", Ok(4_752_125_200))]
    #[case("12.5", "MAD", Ok(1250))]
    #[case("-0.05", "MAD", Ok(-5))]
    #[case("12.50", "XOF", Err(NotAnAmount::TooFine))]
    #[case("12.00", "XOF", Ok(12))]
    #[case("1.234", "MAD", Err(NotAnAmount::TooFine))]
    #[case("1.234", "TND", Ok(1234))]
    #[case("0.000", "MAD", Ok(0))]
    #[case("1e99", "MAD", Err(NotAnAmount::TooLarge))]
    #[case("99999999999999999999", "MAD", Err(NotAnAmount::TooLarge))]
    #[case("", "MAD", Err(NotAnAmount::NotANumber))]
    #[case("douze", "MAD", Err(NotAnAmount::NotANumber))]
    fn amounts_are_exact(#[case] text: &str, #[case] code: &str, #[case] expected: Result<i64, NotAnAmount>) {
        let currency: Currency = code.parse().unwrap();
        assert_eq!(Money::from_decimal(text, currency).map(|money| money.minor), expected);
    }

    proptest! {
        #[test]
        fn decimals_go_round(minor in -1_000_000_000_000_000i64..1_000_000_000_000_000, code in prop::sample::select(vec!["MAD", "XOF", "TND"])) {
            let money = Money::new(minor, code.parse().unwrap());
            prop_assert_eq!(Money::from_decimal(&money.to_decimal(), money.currency), Ok(money));
        }

        #[test]
        fn any_text_is_read_or_refused_without_panic(text in ".{0,40}") {
            let _ = Money::from_decimal(&text, Currency::MAD);
        }
    }

    #[test]
    fn two_currencies_never_add_up() {
        let one = Money::new(1, Currency::MAD);
        assert_eq!(one.checked_add(Money::new(1, "XOF".parse().unwrap())), None);
        assert_eq!(one.checked_add(one), Some(Money::new(2, Currency::MAD)));
    }
}
