//! The budget as anybody can read it: where money comes from, where it goes, and whether the law was kept.
//!
//! The budget of one year in one phase is one edition ([`Budget`]) and one versioned document with all its lines: a
//! council votes, signs and publishes it as one. Pages and files read the editions in memory ([`Ledger`]).

mod api;
mod checks;
mod data;
mod exchange;
mod ledger;
mod model;
mod queries;
mod rules;
mod service;
mod signed;
mod web;

pub use crate::tables::{Body, Source};
pub use api::{Api, api_routes, whole_csv, workbook};
pub use checks::what_must_hold;
pub use data::{documents, families, family, laws, mandatory, purpose, purposes, scheme, schemes, sources};
pub(crate) use exchange::is_header;
pub use exchange::{
    Finding, Mapping, ReadOptions, Reading, Rows, draft_decision, draft_mapping, read, read_decision, read_mapping,
    read_words, what_is_wrong, write_words,
};
pub use ledger::{
    By, Edition, Filter, Found, InParts, Keeper, Key, Ledger, Lies, NONE, Placed, Row, Share, Side, Slice, Sort,
    Verdicts, ledger_of, side_by_side, slices,
};
pub use model::{
    Account, Amounts, Audit, Budget, Decision, Direction, Family, Indicator, Law, Level, Line, Measure, Measured,
    Nature, NodeKey, NotANode, Part, Phase, Programme, Purpose, Scheme, Signed, Stated, Transfer, Vote, Words,
    YearAhead,
};
pub use queries::{edition, edition_at, words};
pub use rules::law::{Breach, By as Excess, Case, Verdict, judge, judge_all};
pub use rules::merge::{Merged, merge};
pub use rules::totals::{Difference, Sums, Tree, TreeNode, by_code, differences, sum, sum_of};
pub use service::{BudgetError, ImportBudget, NewEdition, is_of_budget, put, save, save_words, undo};
pub use signed::{LARGEST_SIGNED, folder as signed_folder, keep_signed, look_at_signed};
pub use web::{BudgetContent, BudgetOfPlace, BudgetResolver, routes};
