//! The doors of second factors: what one has, adding one, proving by one, and the way back in when all are lost.

mod add;
mod prove;
mod recover;
mod show;

use axum::{
    Router,
    routing::{get, post},
};
use infitah_base::Lang;
use infitah_kit::{Error, Head, Site, T, Visit, components::TextField, form::FormState, urls};
use infitah_store::{StoreError, WriteTx};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    challenges::{self, Purpose},
    model::Outcome,
    passkeys::{Asked, Party},
};
use crate::{
    App,
    accounts::{own_path, telling::warn},
    failed,
};

/// The routes of second factors.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/{lang}/my/prove", get(prove::ask).post(prove::enter))
        .route("/{lang}/my/prove/passkey", get(prove::passkey).post(prove::ask_passkey))
        .route("/{lang}/my/prove/passkey/answer", post(prove::answer))
        .route("/{lang}/my/proofs", get(show::list))
        .route("/{lang}/my/proofs/codes", post(show::make_codes))
        .route("/{lang}/my/proofs/totp", get(add::totp).post(add::begin_totp))
        .route("/{lang}/my/proofs/totp/code", post(add::confirm_totp))
        .route("/{lang}/my/proofs/passkey", get(add::passkey).post(add::begin_passkey))
        .route("/{lang}/my/proofs/passkey/answer", post(add::confirm_passkey))
        .route("/{lang}/my/proofs/{id}/name", post(show::rename))
        .route("/{lang}/my/proofs/{id}/remove", post(show::remove))
        .route("/{lang}/recover", get(recover::ask).post(recover::enter))
}

/// Where to go on afterwards.
#[derive(Clone, Debug, Default, Deserialize)]
struct Next {
    #[serde(default)]
    next: String,
}

impl Next {
    /// The address, where it is one of ours.
    fn address(&self) -> &str {
        own_path(&self.next).unwrap_or_default()
    }

    fn or_proofs(&self, lang: Lang) -> String {
        own_path(&self.next).map_or_else(|| urls::my_proofs().to(lang), str::to_owned)
    }
}

/// To where it is proved, and back.
fn prove_first(lang: Lang) -> Error {
    Error::Elsewhere(urls::my_prove().with("next", urls::my_proofs().to(lang)).to(lang))
}

/// The site as passkeys know it. Its name is what people read on their device, in the language of the page.
fn party(app: &App, visit: &Visit) -> Option<Party> {
    Party::at(&app.site.config().public_url, &visit.t.m("site-name").bare())
}

/// What a person is told of what did not happen.
fn told(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::TooMany => "proofs-too-many",
        Outcome::Over => "proofs-over",
        Outcome::Last => "proofs-last",
        Outcome::Full => "proofs-full",
        _ => "proofs-wrong",
    }
}

fn field<'a>(
    t: &'a T,
    form: &'a FormState,
    name: &'a str,
    label: &'a str,
    hint: &'a str,
    autocomplete: &'a str,
) -> TextField<'a> {
    TextField { t, form, name, label, hint, autocomplete }
}

/// What the frame has to know of these pages, which are made for one person and stand under their own space.
fn head(t: &T, title: &str, url: urls::Url, parent: Option<(&str, urls::Url)>, form: &FormState) -> Head {
    let parent = parent.map(|(name, url)| (t.as_text(name), url));
    let crumbs = [(t.as_text("home-link"), urls::home()), (t.as_text("my-title"), urls::my())];
    Head {
        title: t.m(title).to_string(),
        url,
        crumbs: crumbs.into_iter().chain(parent).collect(),
        unlisted: true,
        error: !form.is_good(),
        ..Head::default()
    }
}

/// Tells somebody what was done to what proves them, once it was.
async fn warned(
    tx: &WriteTx,
    site: &Site,
    account: Uuid,
    outcome: Outcome,
    key: &'static str,
) -> Result<Outcome, StoreError> {
    if outcome == Outcome::Done {
        warn(tx, site, account, key).await?;
    }
    Ok(outcome)
}

/// Takes what a device was asked.
async fn taken(app: &App, session: Uuid, purpose: Purpose) -> Result<Option<Asked>, Error> {
    let taking = app.db.write(move |tx| Box::pin(async move { challenges::take(tx, session, purpose).await }));
    let asked = taking.await.map_err(failed)?;
    asked.map(|asked| serde_json::from_str(&asked)).transpose().map_err(Error::internal)
}

/// Does what is slow on purpose where nobody waits for it but who asked.
async fn slowly<T: Send + 'static>(work: impl FnOnce() -> Result<T, StoreError> + Send + 'static) -> Result<T, Error> {
    tokio::task::spawn_blocking(work).await.map_err(Error::internal)?.map_err(failed)
}
