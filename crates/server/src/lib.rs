//! The `infitah` program: command line, every route, and what several domains make together (home, gallery, data).

pub mod backup;
pub mod cli;
pub mod commands;
mod data;
mod gallery;
pub mod health;
mod home;
pub mod keys;
pub mod messages;
pub mod metrics;
mod process;
pub mod routes;
pub mod schedules;
pub mod start;
pub mod tls;
pub mod watch;
