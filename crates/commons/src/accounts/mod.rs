//! Accounts: who is known here, on which devices they are signed in, and what they may do.
//!
//! A device keeps 32 random bytes; the database keeps their SHA-256, so that who reads the database can sign in nowhere.
//! A session ends by itself after a while without use, and at the latest after a longer while (ASVS 5.0, V7.3); it can be
//! ended from every other device (V7.4), and an account that is closed ends all of its own at once.

mod checks;
mod closing;
mod codes;
mod factors;
mod model;
mod operator;
mod queries;
mod rules;
mod service;
mod start;
mod telling;
mod web;

pub use checks::what_must_hold;
pub use closing::{Closing, close_own, is_last_administrator};
pub use codes::remove_old as remove_old_codes;
pub use factors::{Factor, KeptCode, Kind as FactorKind, Proofs, give_operator_code, proofs};
pub use model::{NewAccount, NewGrant, Token};
pub use operator::{Holder, administrators, appoint, known_at, named};
pub use queries::{
    Device, HandedOn, Person, colleagues, devices, handed_on, names, people, person, roles, roles_of, staff_at, who,
};
pub use service::{
    BeginSession, CloseAccount, EndSession, GiveRole, HandOn, OpenAccount, TakeRole, begin, close, end, end_others,
    give, hand_on, open, open_for, prove, seen, take, take_back,
};
pub use start::{forget_key, has_had_administrator, new_key, settled};
pub use telling::{addresses, langs_at, tell};
pub use web::{Asking, DemoPeople, Door, Signed, SignedOrNot, demo_routes, name_in, own_path, routes};
