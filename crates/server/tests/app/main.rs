//! The whole program, from request to page, on both databases. One binary, because linking it is what costs.

mod api;
mod complaints;
mod exchange;
mod holding;
mod matrix;
mod messages;
mod pages;
mod safety;
mod schedules;
mod support;
