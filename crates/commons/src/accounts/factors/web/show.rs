//! What somebody has to prove themselves with.

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use infitah_base::{CivilDate, Lang};
use infitah_kit::{
    Cache, Error, Head, Page, T, Visit,
    components::{Notice, NoticeKind},
    extract::{Form, Path},
    form::FormState,
    urls,
};
use serde::Deserialize;
use uuid::Uuid;

use super::{head, party, prove_first, told, warned};
use crate::{
    App, Permit,
    access::Who,
    accounts::{
        Signed,
        factors::{
            model::{Factor, KeptCode, Kind, Outcome},
            queries,
            service::{self, KeepProofs},
        },
    },
    failed,
};

/// A factor with its days.
struct Dated {
    factor: Factor,
    since: CivilDate,
    used: Option<CivilDate>,
}

#[derive(Template)]
#[template(path = "accounts/factors/templates/proofs.html")]
struct ProofsPage {
    t: T,
    lang: Lang,
    factors: Vec<Dated>,
    codes_left: usize,
    staff: bool,
    with_passkeys: bool,
    wrong: Option<&'static str>,
}

impl ProofsPage {
    fn warning(&self) -> Option<Notice<'static>> {
        let key = match self.wrong {
            Some(key) => key,
            None if self.factors.is_empty() && self.staff => "proofs-staff",
            None => return None,
        };
        Some(Notice { kind: NoticeKind::Warning, strong: self.t.m(key).to_string(), text: "" })
    }

    fn kind(&self, factor: &Factor) -> String {
        self.t.m(if factor.kind == Kind::Passkey { "proofs-passkey" } else { "proofs-totp" }).to_string()
    }
}

impl Page for ProofsPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        let head = head(t, "proofs-title", urls::my_proofs(), None, &FormState::default());
        Head { error: self.wrong.is_some(), ..head }
    }
}

async fn page(app: &App, visit: &Visit, who: &Who, wrong: Option<&'static str>) -> Result<ProofsPage, Error> {
    let zone = app.site.config().time_zone.as_str();
    let has = queries::proofs(&app.db.read().await.map_err(failed)?, who.account).await.map_err(failed)?;
    let dated = has.factors.into_iter().map(|factor| Dated {
        since: factor.since.date_in(zone),
        used: factor.used.map(|used| used.date_in(zone)),
        factor,
    });
    Ok(ProofsPage {
        t: visit.t.clone(),
        lang: visit.lang,
        factors: dated.collect(),
        codes_left: has.codes_left,
        staff: who.grants.iter().any(|grant| grant.role.is_staff()),
        with_passkeys: party(app, visit).is_some(),
        wrong,
    })
}

pub(super) async fn list(State(app): State<App>, visit: Visit, Signed(who): Signed) -> Result<Response, Error> {
    visit.page(async || page(&app, &visit, &who, None).await).await
}

async fn done(app: &App, visit: &Visit, who: &Who, outcome: Outcome) -> Result<Response, Error> {
    match outcome {
        Outcome::Done => Ok(Redirect::to(&urls::my_proofs().to(visit.lang)).into_response()),
        Outcome::ProveFirst => Err(prove_first(visit.lang)),
        Outcome::NotThere => Err(Error::NotFound),
        outcome => visit.refused(&page(app, visit, who, Some(told(outcome))).await?),
    }
}

/// The language and the factor.
type OfFactor = Path<(String, Uuid)>;

#[derive(Deserialize)]
pub(super) struct Named {
    #[serde(default)]
    label: String,
}

pub(super) async fn rename(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
    Path((_, id)): OfFactor,
    Form(named): Form<Named>,
) -> Result<Response, Error> {
    let person = who.clone();
    let naming = app.db.write(move |tx| {
        Box::pin(async move {
            let permit = Permit::<KeepProofs>::for_person(&person);
            service::rename(tx, &permit, &person, id, &named.label).await
        })
    });
    let outcome = naming.await.map_err(failed)?;
    done(&app, &visit, &who, outcome).await
}

pub(super) async fn remove(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
    Path((_, id)): OfFactor,
) -> Result<Response, Error> {
    let (person, site) = (who.clone(), app.site.clone());
    let removing = app.db.write(move |tx| {
        Box::pin(async move {
            let outcome = service::remove(tx, &Permit::<KeepProofs>::for_person(&person), &person, id).await?;
            warned(tx, &site, person.account, outcome, "security-removed").await
        })
    });
    let outcome = removing.await.map_err(failed)?;
    done(&app, &visit, &who, outcome).await
}

#[derive(Template)]
#[template(path = "accounts/factors/templates/codes.html")]
struct CodesPage {
    t: T,
    lang: Lang,
    codes: Vec<KeptCode>,
}

impl Page for CodesPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, t: &T) -> Head {
        // They are shown once: the page has no address at which it could be asked for again.
        let parent = Some(("proofs-title", urls::my_proofs()));
        let head = head(t, "proofs-codes-title", urls::my_proofs(), parent, &FormState::default());
        Head { nowhere: true, ..head }
    }
}

pub(super) async fn make_codes(State(app): State<App>, visit: Visit, Signed(who): Signed) -> Result<Response, Error> {
    // Whether they may is decided in the write; slow hashes are not for those who may not.
    if !service::may_make_codes(&who, app.db.clock().now()) {
        return Err(prove_first(visit.lang));
    }
    let chance = app.db.chance().clone();
    let codes = super::slowly(move || service::new_codes(&chance)).await?;
    let hashes: Vec<_> = codes.iter().map(|(code, hash)| (code.name.clone(), hash.clone())).collect();
    let site = app.site.clone();
    let making = app.db.write(move |tx| {
        Box::pin(async move {
            let permit = Permit::<KeepProofs>::for_person(&who);
            let outcome = service::replace_codes(tx, &permit, &who, &hashes).await?;
            warned(tx, &site, who.account, outcome, "security-codes-made").await
        })
    });
    if making.await.map_err(failed)? != Outcome::Done {
        return Err(prove_first(visit.lang));
    }
    let codes = codes.into_iter().map(|(code, _)| code).collect();
    let (t, lang) = (visit.t.clone(), visit.lang);
    visit.page(async || Ok(CodesPage { t, lang, codes })).await
}
