//! The pace of a long work that is done in many small writes, so that nobody waits long for their turn.

use std::time::{Duration, Instant};

use crate::tx::BATCH;

/// What a write of a long work should take. It may come out larger when rows are unlike, so this is well under the
/// 100 ms that nobody should notice.
const WANTED: Duration = Duration::from_millis(50);

/// Sizes above this are multiples of it.
const STEP: usize = 50;

/// Finds out how many rows one write can take.
#[derive(Debug)]
pub struct Pace {
    rows: usize,
    longest: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self { rows: 25, longest: Duration::ZERO }
    }
}

impl Pace {
    /// How many rows the next write should have.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The longest write so far.
    pub fn longest(&self) -> Duration {
        self.longest
    }

    /// A write of `rows` rows had the database since `begun`: the next one is made larger or smaller.
    pub fn took(&mut self, rows: usize, begun: Instant) {
        let took = begun.elapsed();
        self.longest = self.longest.max(took);
        let micros = usize::try_from(took.as_micros()).unwrap_or(usize::MAX).max(1);
        let wanted = usize::try_from(WANTED.as_micros()).unwrap_or(usize::MAX);
        // Never more than twice as many at once: one quick write may have been luck.
        let fitting = (rows.saturating_mul(wanted) / micros).clamp(1, (self.rows * 2).min(BATCH));
        // Writes of many sizes would be many statements, each kept prepared.
        self.rows = if fitting > STEP { fitting - fitting % STEP } else { fitting };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_grow_while_they_are_quick_and_shrink_when_they_are_slow() {
        let mut pace = Pace::default();
        pace.took(25, Instant::now());
        assert_eq!(pace.rows(), 50, "never more than twice as many at once");
        for _ in 0..10 {
            pace.took(pace.rows(), Instant::now());
        }
        assert_eq!(pace.rows(), BATCH, "one statement has so many rows at most");
        let Some(begun) = Instant::now().checked_sub(Duration::from_millis(250)) else { return };
        pace.took(500, begun);
        assert!((80..=100).contains(&pace.rows()), "{}", pace.rows());
        assert!(pace.longest() >= Duration::from_millis(250));
    }
}
