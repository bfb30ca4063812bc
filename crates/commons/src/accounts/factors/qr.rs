//! A QR code as the path of a drawing.

use qrcode::{Color, EcLevel, QrCode};

/// Modules of nothing around it, without which cameras do not find it (ISO/IEC 18004).
const QUIET: usize = 4;

/// A QR code: a square of `side` units in which the dark modules are one path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// Units from side to side, the quiet zone included.
    pub side: usize,
    /// The dark modules, run by run.
    pub path: String,
}

impl Qr {
    /// Draws a text; `None`: it is too long for any camera.
    pub fn of(text: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
        let width = code.width();
        let mut path = String::new();
        for (row, modules) in code.to_colors().chunks(width).enumerate() {
            let mut column = 0;
            for run in modules.chunk_by(|one, other| one == other) {
                if run[0] == Color::Dark {
                    path += &format!("M{} {}h{}v1h-{}z", column + QUIET, row + QUIET, run.len(), run.len());
                }
                column += run.len();
            }
        }
        Some(Self { side: width + 2 * QUIET, path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dark_module_is_drawn_once() {
        let text = "otpauth://totp/x:y?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        let qr = Qr::of(text).unwrap();
        let code = QrCode::with_error_correction_level(text, EcLevel::M).unwrap();
        assert_eq!(qr.side, code.width() + 8);
        let mut drawn = vec![Color::Light; code.width() * code.width()];
        for run in qr.path.split_terminator('z') {
            let numbers: Vec<usize> = run.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect();
            let (column, row, length) = (numbers[0] - QUIET, numbers[1] - QUIET, numbers[2]);
            for place in 0..length {
                let module = &mut drawn[row * code.width() + column + place];
                assert_eq!(std::mem::replace(module, Color::Dark), Color::Light);
            }
        }
        assert_eq!(drawn, code.to_colors());
        assert_eq!(Qr::of(&"x".repeat(5000)), None);
    }
}
