//! The `infitah` program: command line, every route, and what several domains make together (home, gallery, data).

pub mod backup;
pub mod cli;
pub mod commands;
mod data;
mod gallery;
mod home;
mod mail;
pub mod messages;
pub mod routes;
pub mod schedules;
pub mod start;
