//! What people say about a page without an account: whether they understood it, and what ought to be explained. It is
//! counted on the page and listed for its owner; who said it is not kept.

mod gate;
mod queries;
mod service;

pub use gate::{Gate, Pass};
pub use queries::{Counted, all, counted};
pub use service::{KIND, MOST_A_DAY, MakeRemark, Remark, TooMany, make};
