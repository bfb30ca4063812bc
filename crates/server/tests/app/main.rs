//! The whole program, from request to page, on both databases. One binary, because linking it is what costs.

mod api;
mod budget;
mod budget_pages;
mod budget_views;
mod carriers;
mod complaints;
mod cost;
mod damaged;
mod exchange;
mod files;
mod holding;
mod imports;
mod kannel;
mod keys;
mod matrix;
mod messages;
mod pages;
mod photos;
mod record;
mod register;
mod roles;
mod safety;
mod schedules;
mod service;
mod sign_in;
mod support;
