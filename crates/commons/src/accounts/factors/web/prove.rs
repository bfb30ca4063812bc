//! Proving once more who it is, by a passkey or a code.

use askama::Template;
use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Redirect, Response},
};
use infitah_base::Lang;
use infitah_kit::{
    Cache, Error, Head, Page, T, Visit, assets,
    components::{ErrorSummary, TextField},
    extract::{Form, Query},
    form::FormState,
    urls,
};
use serde::Deserialize;

use super::{Next, field, head, party, told, warned};
use crate::{
    App,
    access::Who,
    accounts::{
        Signed, Token,
        factors::{
            challenges::{self, Purpose},
            model::{Kind, Outcome, Proofs, Typed},
            passkeys::Asked,
            queries, rules, service,
            service::Tried,
        },
        service as sessions,
        web::cookies::{self, Kept},
    },
    failed,
};

#[derive(Template)]
#[template(path = "accounts/factors/templates/prove.html")]
struct ProvePage {
    t: T,
    lang: Lang,
    next: Next,
    has: Proofs,
    form: FormState,
}

impl ProvePage {
    fn errors(&self) -> ErrorSummary<'_> {
        ErrorSummary { t: &self.t, errors: self.form.errors() }
    }

    fn code(&self) -> TextField<'_> {
        field(&self.t, &self.form, "code", "prove-code", "prove-code-hint", "one-time-code")
    }

    fn kept(&self) -> TextField<'_> {
        field(&self.t, &self.form, "kept", "prove-kept", "prove-kept-hint", "off")
    }

    fn action(&self) -> String {
        urls::my_prove().with("next", self.next.address()).to(self.lang)
    }

    fn passkey(&self) -> String {
        urls::my_prove_passkey().with("next", self.next.address()).to(self.lang)
    }

    fn has(&self, kind: Kind) -> bool {
        self.has.has(kind)
    }
}

impl Page for ProvePage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        head(t, "prove-title", urls::my_prove().with("next", self.next.address()), None, &self.form)
    }
}

/// What somebody can prove themselves with here. Who has nothing yet adds it first.
async fn has(app: &App, visit: &Visit, who: &Who) -> Result<Proofs, Error> {
    let tx = app.db.read().await.map_err(failed)?;
    let mut has = queries::proofs(&tx, who.account).await.map_err(failed)?;
    if has.factors.is_empty() {
        return Err(Error::Elsewhere(urls::my_proofs().to(visit.lang)));
    }
    if party(app, visit).is_none() {
        has.factors.retain(|factor| factor.kind != Kind::Passkey);
    }
    Ok(has)
}

pub(super) async fn ask(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
    Query(next): Query<Next>,
) -> Result<Response, Error> {
    let has = has(&app, &visit, &who).await?;
    let (t, lang, form) = (visit.t.clone(), visit.lang, FormState::default());
    visit.page(async || Ok(ProvePage { t, lang, next, has, form })).await
}

/// A code of one kind or the other.
#[derive(Deserialize)]
pub(super) struct Entered {
    #[serde(default)]
    code: String,
    #[serde(default)]
    kept: String,
}

pub(super) async fn enter(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
    Query(next): Query<Next>,
    Form(entered): Form<Entered>,
) -> Result<Response, Error> {
    let (name, text) = if entered.kept.is_empty() { ("code", &entered.code) } else { ("kept", &entered.kept) };
    let outcome = match rules::typed(text) {
        Some(typed) => prove(&app, &who, typed).await?,
        None => Outcome::Wrong,
    };
    if outcome == Outcome::Done {
        return renewed(&app, &visit, who, &next).await;
    }
    let mut form = FormState::default();
    form.wrong(name, told(outcome), 0);
    let has = has(&app, &visit, &who).await?;
    visit.refused(&ProvePage { t: visit.t.clone(), lang: visit.lang, next, has, form })
}

/// Sends who proved it is them on, with another token than the one they came with.
async fn renewed(app: &App, visit: &Visit, who: Who, next: &Next) -> Result<Response, Error> {
    let demo = app.site.config().demo;
    let renewing = app.db.write(move |tx| {
        Box::pin(async move {
            let token = if demo { Token::of_demo(tx.chance()) } else { Token::new(tx.chance()) };
            sessions::renew(tx, &who, &token).await?;
            Ok(token)
        })
    });
    let token = renewing.await.map_err(failed)?;
    let kept = cookies::keep(app.site.config(), Kept::Session, &token)?;
    Ok(([(header::SET_COOKIE, kept)], Redirect::to(&next.or_proofs(visit.lang))).into_response())
}

async fn prove(app: &App, who: &Who, typed: Typed) -> Result<Outcome, Error> {
    let tried = match typed {
        Typed::Shown(code) => Tried::Shown(code),
        Typed::Kept(code) => {
            let (tx, now) = (app.db.read().await.map_err(failed)?, app.db.clock().now());
            // Looked at here as well: a slow hash is not for whoever has had their five tries.
            if queries::too_many(&tx, who.account, now).await.map_err(failed)? {
                return Ok(Outcome::TooMany);
            }
            let found = queries::kept_codes(&tx, who.account, &code, now).await.map_err(failed)?;
            Tried::Kept(super::slowly(move || service::matching(found, &code)).await?)
        }
    };
    let (who, site) = (who.clone(), app.site.clone());
    let proving = app.db.write(move |tx| {
        Box::pin(async move {
            let outcome = service::prove_by_code(tx, &who, &tried).await?;
            match tried {
                Tried::Shown(_) => Ok(outcome),
                Tried::Kept(_) => warned(tx, &site, who.account, outcome, "security-code-used").await,
            }
        })
    });
    proving.await.map_err(failed)
}

pub(super) async fn ask_passkey(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
    Query(next): Query<Next>,
) -> Result<Response, Error> {
    let party = party(&app, &visit).ok_or(Error::NotFound)?;
    let known = queries::passkeys(&app.db.read().await.map_err(failed)?, who.account).await.map_err(failed)?;
    if known.is_empty() {
        return Err(Error::Elsewhere(urls::my_proofs().to(visit.lang)));
    }
    let known: Vec<_> = known.into_iter().map(|(_, passkey)| passkey).collect();
    let asked = serde_json::to_string(&party.ask(&known).map_err(failed)?).map_err(Error::internal)?;
    let keeping = app
        .db
        .write(move |tx| Box::pin(async move { challenges::keep(tx, who.session, Purpose::Passkey, asked).await }));
    keeping.await.map_err(failed)?;
    Ok(Redirect::to(&urls::my_prove_passkey().with("next", next.address()).to(visit.lang)).into_response())
}

#[derive(Template)]
#[template(path = "accounts/factors/templates/unlock.html")]
struct UnlockPage {
    t: T,
    lang: Lang,
    next: Next,
    options: String,
    script: String,
}

impl UnlockPage {
    fn action(&self) -> String {
        urls::my_prove_passkey_answer().with("next", self.next.address()).to(self.lang)
    }

    fn other(&self) -> String {
        urls::my_prove().with("next", self.next.address()).to(self.lang)
    }
}

impl Page for UnlockPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        let url = urls::my_prove_passkey().with("next", self.next.address());
        head(t, "prove-unlock-title", url, None, &FormState::default())
    }
}

pub(super) async fn passkey(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
    Query(next): Query<Next>,
) -> Result<Response, Error> {
    let (tx, now) = (app.db.read().await.map_err(failed)?, app.db.clock().now());
    let asked = challenges::find(&tx, who.session, Purpose::Passkey, now).await.map_err(failed)?;
    let Some(asked) = asked else {
        return Err(Error::Elsewhere(urls::my_prove().with("next", next.address()).to(visit.lang)));
    };
    let asked: Asked = serde_json::from_str(&asked).map_err(Error::internal)?;
    let (t, lang, options) = (visit.t.clone(), visit.lang, asked.options.to_string());
    visit.page(async || Ok(UnlockPage { t, lang, next, options, script: assets::url("passkey.js") })).await
}

/// What the script of the page sends.
#[derive(Deserialize)]
pub(super) struct Answer {
    #[serde(default)]
    answer: String,
}

pub(super) async fn answer(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
    Query(next): Query<Next>,
    Form(answer): Form<Answer>,
) -> Result<Response, Error> {
    let party = party(&app, &visit).ok_or(Error::NotFound)?;
    let asked = super::taken(&app, who.session, Purpose::Passkey).await?;
    let proved = asked.as_ref().map(|asked| party.proved(asked, &answer.answer));
    let (now_who, lang) = (who.clone(), visit.lang);
    let proving = app.db.write(move |tx| {
        Box::pin(async move {
            match proved {
                None => Ok(Outcome::Over),
                Some(None) => service::refuse_passkey(tx, &now_who).await,
                Some(Some(proved)) => service::prove_by_passkey(tx, &now_who, &proved).await,
            }
        })
    });
    match proving.await.map_err(failed)? {
        Outcome::Done => renewed(&app, &visit, who, &next).await,
        outcome => {
            let mut form = FormState::default();
            let key = if outcome == Outcome::Over { "proofs-over" } else { "passkey-wrong" };
            form.wrong("passkey", key, 0);
            let has = has(&app, &visit, &who).await?;
            visit.refused(&ProvePage { t: visit.t.clone(), lang, next, has, form })
        }
    }
}
