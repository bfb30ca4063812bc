//! What follows from a budget without asking anybody: sums, what the law says of it, how two say the same line.

pub(super) mod law;
pub(super) mod merge;
pub(super) mod totals;
