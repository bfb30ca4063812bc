//! The doors of accounts: signing in and out, one's own space, the desk of those who keep what is here.

mod close;
pub(super) mod cookies;
mod demo;
mod door;
mod my;
mod roles;
mod sign_in;
mod start;
mod wishes;

pub use demo::{DemoPeople, routes as demo_routes};
pub use door::{Door, Signed, SignedOrNot, own_path};
pub(super) use sign_in::device;
pub use sign_in::{Asking, name_in};

use axum::{
    Router,
    routing::{get, post},
};

use crate::App;

/// The routes of accounts.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/{lang}/sign-in", get(sign_in::ask).post(sign_in::send))
        .route("/{lang}/sign-in/code", get(sign_in::code).post(sign_in::enter))
        .route("/{lang}/sign-in/who", get(sign_in::who).post(sign_in::choose))
        .route("/{lang}/sign-out", post(my::sign_out))
        .route("/{lang}/my", get(my::show))
        .route("/{lang}/my/messages", get(wishes::show).post(wishes::keep))
        .route("/{lang}/my/close", get(close::ask).post(close::close))
        .route("/{lang}/my/devices", post(my::end_devices))
        .route("/{lang}/my/roles/{grant}", get(roles::ask).post(roles::hand_on))
        .route("/{lang}/start", get(start::ask).post(start::choose))
        .route("/{lang}/start/administrator", get(start::who).post(start::send))
        .route("/{lang}/start/code", get(start::code).post(start::enter))
        .route("/{lang}/start/done", get(start::done))
        .merge(super::factors::routes())
}
