//! The carpet of a hundred knots: what a hundred of a currency are for, in motifs before colours.

use std::fmt::{self, Write};

use crate::i18n::Escaped;

/// A carpet. Its drawing is one picture with a name; a key and a table beside it carry the same figures.
#[derive(Clone, Debug)]
pub struct Rug {
    /// The whole in words: what a screen reader says of the picture.
    pub label: String,
    /// The number of each motif (0: not sorted yet) and of its knots, in the order in which they are woven.
    pub knots: Vec<(u8, u32)>,
}

/// Knots in a row, and rows.
const ROW: u32 = 10;
/// From knot to knot.
const STEP: u32 = 28;
/// Drawing units of the whole.
const WIDE: u32 = 340;
const HIGH: u32 = 368;

impl fmt::Display for Rug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<div role=\"img\" aria-label=\"{}\">", Escaped(&self.label))?;
        write!(f, "<svg class=\"rug\" viewBox=\"0 0 {WIDE} {HIGH}\" aria-hidden=\"true\">")?;
        f.write_str("<rect class=\"rug__edge\" x=\"6\" y=\"16\" width=\"328\" height=\"336\"/>")?;
        f.write_str("<rect class=\"rug__ground\" x=\"22\" y=\"32\" width=\"296\" height=\"304\"/>")?;
        write!(f, "<path class=\"rug__teeth\" d=\"{}\"/>", teeth())?;
        write!(f, "<path class=\"rug__fringe\" d=\"{}\"/>", fringe())?;
        let motifs = self.knots.iter().flat_map(|(motif, count)| (0..*count).map(move |_| motif));
        for (place, motif) in (0..ROW * ROW).zip(motifs) {
            let (x, y) = (31 + place % ROW * STEP, 45 + place / ROW * STEP);
            write!(f, "<use class=\"k{motif}\" href=\"#m{motif}\" x=\"{x}\" y=\"{y}\" width=\"26\" height=\"26\"/>")?;
        }
        f.write_str("</svg></div>")
    }
}

impl askama::filters::HtmlSafe for Rug {}

/// The teeth of the border, on four sides.
fn teeth() -> String {
    let mut path = String::new();
    for x in (12..=320).step_by(14) {
        let _ = write!(path, "M{x} 28l7-8 7 8zM{x} 340l7 8 7-8z");
    }
    for y in (33..=313).step_by(14) {
        let _ = write!(path, "M18 {y}l-8 7 8 7zM322 {y}l8 7-8 7z");
    }
    path
}

/// The fringes at both ends.
fn fringe() -> String {
    let mut path = String::new();
    for x in (10..=332).step_by(7) {
        let _ = write!(path, "M{x} 2v14M{x} 352v14");
    }
    path
}

/// How many of a hundred fall to each amount: whole numbers that sum to a hundred, the largest remainders rounded up,
/// the first of equals first. What is below zero has no share. All are 0 where there is nothing.
pub fn hundredths(amounts: &[i64]) -> Vec<u32> {
    let amounts: Vec<i128> = amounts.iter().map(|amount| i128::from(*amount).max(0)).collect();
    let total: i128 = amounts.iter().sum();
    if total == 0 {
        return vec![0; amounts.len()];
    }
    let mut shares: Vec<u32> =
        amounts.iter().map(|amount| u32::try_from(amount * 100 / total).unwrap_or_default()).collect();
    let left = 100 - shares.iter().sum::<u32>();
    let mut order: Vec<(i128, usize)> =
        amounts.iter().enumerate().map(|(index, amount)| (amount * 100 % total, index)).collect();
    order.sort_by_key(|(remainder, index)| (std::cmp::Reverse(*remainder), *index));
    for (_, index) in order.into_iter().take(usize::try_from(left).unwrap_or_default()) {
        if let Some(share) = shares.get_mut(index) {
            *share += 1;
        }
    }
    shares
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_largest_remainders_are_rounded_up() {
        assert_eq!(hundredths(&[1, 1, 1]), [34, 33, 33]);
        assert_eq!(hundredths(&[236, 128, 118, 92, 84, 62, 60]), [30, 16, 15, 12, 11, 8, 8]);
        assert_eq!(hundredths(&[0, -5]), [0, 0]);
        assert_eq!(hundredths(&[7, -7]), [100, 0]);
        assert_eq!(hundredths(&[]), [0; 0]);
    }

    proptest! {
        #[test]
        fn knots_are_a_hundred_and_no_share_is_off_by_one(amounts in prop::collection::vec(0..=i64::MAX / 16, 1..9)) {
            let total: i128 = amounts.iter().map(|amount| i128::from(*amount)).sum();
            prop_assume!(total > 0);
            let shares = hundredths(&amounts);
            prop_assert_eq!(shares.iter().sum::<u32>(), 100);
            for (amount, share) in amounts.iter().zip(shares) {
                let off = (i128::from(*amount) * 100 - i128::from(share) * total).abs();
                prop_assert!(off < total);
            }
        }
    }

    #[test]
    fn a_carpet_has_a_name_and_a_hundred_knots() {
        let drawn = Rug { label: "30 <roads>".to_owned(), knots: vec![(1, 30), (3, 70)] }.to_string();
        assert_eq!(drawn.matches("<use ").count(), 100);
        assert_eq!(drawn.matches("#m1").count(), 30);
        assert!(drawn.contains("aria-label=\"30 &lt;roads&gt;\"") && drawn.contains("aria-hidden=\"true\""));
    }
}
