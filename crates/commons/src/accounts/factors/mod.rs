//! What people prove themselves with beside the code that is sent to them: a passkey, or an application that shows codes;
//! codes on paper for the day on which both are lost, and one that the operator of the machine gives.
//!
//! The secret of an application that shows codes stands in the database as it is. There is no secret of the instance
//! that is not beside the database: encrypted with one, it would be lost with each backup that is restored elsewhere, and
//! safe from nobody who reads the disk. It is in no page but the one that shows it first, in no log, no export and no row
//! of the record; it proves nothing without the code that is sent. Of passkeys only public halves are here, of codes only
//! Argon2id hashes.
//!
//! Codes are wrong at most five times in ten minutes, in whatever browser. What a browser is asked is kept here, for ten
//! minutes, for that device and one answer. Who has a factor that lasts changes nothing without having proved it lately;
//! who has none yet adds the first one with the code alone, because there is nothing else they could show.

mod challenges;
#[cfg(test)]
mod device;
mod model;
mod passkeys;
mod qr;
mod queries;
mod rules;
mod secrets;
mod service;
mod web;

pub use model::{Factor, KeptCode, Kind, Proofs};
pub use queries::proofs;
pub use service::{give_operator_code, is_proved};
pub use web::routes;
