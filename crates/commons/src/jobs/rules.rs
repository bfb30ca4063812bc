//! How long to wait before a job is tried again, and how often.

use infitah_base::Chance;

/// How often a job is tried, and how long is waited in between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// Attempts after which it is given up.
    pub attempts: u32,
    /// The pause after the first, in milliseconds; each pause is twice the one before.
    pub first: i64,
    /// The longest pause.
    pub longest: i64,
}

impl Default for Patience {
    /// Half a minute, a minute … six hours: fifteen attempts within a day and a half.
    fn default() -> Self {
        Self { attempts: 15, first: 30_000, longest: 6 * 3600 * 1000 }
    }
}

impl Patience {
    /// The pause after an attempt (from 1), in milliseconds: up to a quarter shorter by chance, so that jobs that failed
    /// together do not come back together. `None`: it is given up.
    pub fn pause_after(&self, attempt: u32, chance: &Chance) -> Option<i64> {
        if attempt >= self.attempts {
            return None;
        }
        let doubled = 1_i64.checked_shl(attempt.saturating_sub(1).min(62)).unwrap_or(i64::MAX);
        let pause = self.first.saturating_mul(doubled).min(self.longest);
        let share = i64::from(u16::from_be_bytes(chance.bytes()));
        Some(pause - pause / 4 * share / i64::from(u16::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_the_longest_and_then_it_is_given_up() {
        let (patience, chance) = (Patience::default(), Chance::seeded(1));
        let minutes = [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, 360.0, 360.0, 360.0, 360.0];
        for (attempt, minutes) in (1..).zip(minutes) {
            let whole = (minutes * 60_000.0) as i64;
            let pauses: Vec<i64> = (0..50).filter_map(|_| patience.pause_after(attempt, &chance)).collect();
            assert_eq!(pauses.len(), 50);
            assert!(pauses.iter().all(|pause| (whole * 3 / 4..=whole).contains(pause)), "{attempt}: {pauses:?}");
            assert!(pauses.iter().any(|pause| *pause != pauses[0]), "not all at once");
        }
        assert_eq!(patience.pause_after(15, &chance), None);
        let endless = Patience { attempts: u32::MAX, ..patience };
        assert!(endless.pause_after(1_000_000, &chance).is_some_and(|pause| pause <= endless.longest));
    }
}
