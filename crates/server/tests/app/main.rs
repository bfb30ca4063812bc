//! The whole program, from request to page, on both databases. One binary, because linking it is what costs.

mod api;
mod exchange;
mod holding;
mod imports;
mod matrix;
mod messages;
mod pages;
mod support;
