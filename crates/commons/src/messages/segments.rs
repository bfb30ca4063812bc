//! In how many parts an SMS travels (GSM 03.38 and 03.40): each part is paid for.

/// How the letters of an SMS are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alphabet {
    /// The default alphabet of GSM, seven bits a letter: Latin letters, few accents.
    Gsm,
    /// Two bytes a letter: Arabic, Tifinagh, and all that the other lacks.
    Ucs2,
}

/// What a text is as an SMS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segments {
    /// How its letters are written.
    pub alphabet: Alphabet,
    /// In how many parts it travels.
    pub count: u32,
}

/// The default alphabet (GSM 03.38, 6.2.1).
const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?\
                     ¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

/// Letters of its extension: an escape stands before each.
const EXTENDED: &str = "\u{c}^{}\\[~]|€";

/// Room of a text in one part, and of each part of several: a header takes the difference.
const GSM_ROOM: (u32, u32) = (160, 153);
const UCS2_ROOM: (u32, u32) = (70, 67);

/// Counts the parts of a text.
pub fn segments(text: &str) -> Segments {
    let septets: Option<Vec<u32>> = text.chars().map(septets).collect();
    match septets {
        Some(widths) => Segments { alphabet: Alphabet::Gsm, count: parts(&widths, GSM_ROOM) },
        None => {
            // A character beyond the basic plane is two units; UCS-2 of telephones is UTF-16 in truth.
            let widths: Vec<u32> = text.chars().map(|c| if c as u32 > 0xffff { 2 } else { 1 }).collect();
            Segments { alphabet: Alphabet::Ucs2, count: parts(&widths, UCS2_ROOM) }
        }
    }
}

/// Seven-bit units of a letter, or none when the alphabet lacks it.
fn septets(c: char) -> Option<u32> {
    if BASIC.contains(c) {
        Some(1)
    } else if EXTENDED.contains(c) {
        Some(2)
    } else {
        None
    }
}

/// How many parts letters of these widths fill; a letter of two units is never torn apart.
fn parts(widths: &[u32], (alone, each): (u32, u32)) -> u32 {
    if widths.iter().sum::<u32>() <= alone {
        return 1;
    }
    let mut count = 1;
    let mut filled = 0;
    for width in widths {
        if filled + width > each {
            count += 1;
            filled = 0;
        }
        filled += width;
    }
    count
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("", Alphabet::Gsm, 1)]
    #[case(&"a".repeat(160), Alphabet::Gsm, 1)]
    #[case(&"a".repeat(161), Alphabet::Gsm, 2)]
    #[case(&"a".repeat(306), Alphabet::Gsm, 2)]
    #[case(&"a".repeat(307), Alphabet::Gsm, 3)]
    #[case(&"€".repeat(80), Alphabet::Gsm, 1)]
    #[case(&"€".repeat(81), Alphabet::Gsm, 2)]
    // 76 pairs fill 152 of 153: the next one is not torn apart.
    #[case(&"€".repeat(153), Alphabet::Gsm, 3)]
    #[case("Votre code : 123456, à l'été", Alphabet::Gsm, 1)]
    #[case("où êtes-vous ?", Alphabet::Ucs2, 1)]
    #[case("no\u{a0}break", Alphabet::Ucs2, 1)]
    #[case(&"م".repeat(70), Alphabet::Ucs2, 1)]
    #[case(&"م".repeat(71), Alphabet::Ucs2, 2)]
    #[case(&"ⵎ".repeat(134), Alphabet::Ucs2, 2)]
    #[case(&"ⵎ".repeat(135), Alphabet::Ucs2, 3)]
    #[case(&"😀".repeat(35), Alphabet::Ucs2, 1)]
    #[case(&"😀".repeat(67), Alphabet::Ucs2, 3)]
    fn texts_travel_in_so_many_parts(#[case] text: &str, #[case] alphabet: Alphabet, #[case] count: u32) {
        assert_eq!(segments(text), Segments { alphabet, count });
    }

    #[test]
    fn the_alphabet_has_its_127_letters_and_no_letter_twice() {
        let mut letters: Vec<char> = BASIC.chars().chain(EXTENDED.chars()).collect();
        letters.sort_unstable();
        letters.dedup();
        // 128 places less the escape, and the ten of the extension.
        assert_eq!(letters.len(), 127 + 10);
    }

    proptest! {
        #[test]
        fn parts_have_room_for_the_text_and_no_part_is_wasted(text in "[a-zé€\\[م ⵎ😀]{0,500}") {
            let Segments { alphabet, count } = segments(&text);
            let (units, (alone, each)) = match alphabet {
                Alphabet::Gsm => (text.chars().map(|c| septets(c).unwrap()).sum::<u32>(), GSM_ROOM),
                Alphabet::Ucs2 => (u32::try_from(text.encode_utf16().count()).unwrap(), UCS2_ROOM),
            };
            let room = if count == 1 { alone } else { count * each };
            prop_assert!(units <= room);
            // Each part but the last may leave one unit empty, no more.
            prop_assert!(count == 1 || units > (count - 1) * (each - 1));
        }

        #[test]
        fn a_longer_text_never_has_fewer_parts(text in "[a-z€ ]{0,400}", more in "[a-z€م]") {
            let longer = format!("{text}{more}");
            prop_assert!(segments(&longer).count >= segments(&text).count);
        }
    }
}
