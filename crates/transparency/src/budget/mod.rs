//! The budget as anybody can read it: where money comes from, where it goes, and whether the law was kept.
//!
//! The budget of one year in one phase is one edition ([`Budget`]) and one versioned document with all its lines: a
//! council votes, signs and publishes it as one. Pages and files read the editions in memory ([`Ledger`]).

mod data;
mod ledger;
mod model;
mod queries;
mod rules;

pub use data::{
    Family, Law, Purpose, documents, families, family, laws, mandatory, purpose, purposes, scheme, schemes, sources,
};
pub use ledger::{
    By, Edition, Filter, Found, Keeper, Key, Ledger, NONE, Placed, Row, Share, Side, Sort, ledger_of, side_by_side,
};
pub use model::{
    Account, Amounts, Audit, Budget, Decision, Direction, Indicator, Level, Line, Measure, Nature, NodeKey, NotANode,
    Part, Phase, Programme, Scheme, Signed, Stated, Transfer, Vote, Words, YearAhead,
};
pub use queries::{edition, edition_at, words};
pub use rules::totals::{Difference, Sums, Tree, TreeNode, by_code, differences, sum, sum_of};
