//! Drawing by chance, the same each time: a generator of numbers and Zipf's law.

/// SplitMix64: small, even, and the same on every machine.
pub struct Dice(u64);

impl Dice {
    /// The same seed, the same numbers.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// 0 up to, and without, `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }

    /// 0 up to, and without, 1.
    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// One of these.
    pub fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len() as u64) as usize]
    }

    /// Mixes the order.
    pub fn shuffle<T>(&mut self, all: &mut [T]) {
        for end in (1..all.len()).rev() {
            all.swap(end, self.below(end as u64 + 1) as usize);
        }
    }
}

/// Zipf's law with exponent 1: the second is drawn half as often as the first, the third a third as often.
pub struct Zipf(Vec<f64>);

impl Zipf {
    /// For ranks 0 up to, and without, `count`.
    pub fn new(count: usize) -> Self {
        let mut sum = 0.0;
        let mut sums: Vec<f64> = Vec::with_capacity(count);
        for rank in 1..=count {
            sum += 1.0 / rank as f64;
            sums.push(sum);
        }
        Self(sums)
    }

    /// A rank.
    pub fn draw(&self, dice: &mut Dice) -> usize {
        let wanted = dice.share() * self.0.last().copied().unwrap_or_default();
        self.0.partition_point(|sum| *sum <= wanted).min(self.0.len().saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_is_drawn_twice_as_often_as_the_second() {
        let (zipf, mut dice) = (Zipf::new(1000), Dice::new(1));
        let mut counts = vec![0_u32; 1000];
        (0..200_000).for_each(|_| counts[zipf.draw(&mut dice)] += 1);
        let ratio = f64::from(counts[0]) / f64::from(counts[1]);
        assert!((1.9..2.1).contains(&ratio), "{ratio}");
        assert!(counts[0] > 25_000 && counts[999] > 0, "{} {}", counts[0], counts[999]);
    }

    #[test]
    fn mixing_keeps_every_one() {
        let mut all: Vec<u32> = (0..100).collect();
        Dice::new(7).shuffle(&mut all);
        assert!(!all.is_sorted());
        all.sort_unstable();
        assert_eq!(all, (0..100).collect::<Vec<_>>());
    }
}
