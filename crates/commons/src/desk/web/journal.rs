//! The record, read: by object, by who acted, by what was done, by day.

use std::collections::BTreeMap;

use askama::Template;
use axum::{extract::State, response::Response};
use infitah_base::{CivilDate, Lang, Timestamp};
use infitah_kit::{Cache, Error, Head, Page, T, Visit, components::TextField, extract::Query, form::FormState, urls};
use infitah_store::{entities::record as rows, record};
use serde::Deserialize;
use uuid::Uuid;

use super::Desk;
use crate::{
    App,
    accounts::{self, Signed},
    failed,
};

/// Rows on a page.
const SHOWN: u64 = 50;

#[derive(Clone, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    object: String,
    #[serde(default)]
    actor: String,
    #[serde(default)]
    action: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    until: String,
    /// Rows before this one.
    #[serde(default)]
    before: Option<i64>,
}

/// A row as it is shown.
struct Row {
    seq: i64,
    day: String,
    time: String,
    actor: String,
    /// The person's name, where the actor is somebody with an account.
    name: String,
    action: String,
    object: String,
    why: Option<String>,
    change: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "desk/templates/journal.html")]
struct JournalPage {
    t: T,
    lang: Lang,
    desk: Desk,
    asked: Asked,
    form: FormState,
    rows: Vec<Row>,
    older: Option<String>,
}

impl JournalPage {
    fn field<'p>(&'p self, name: &'p str, label: &'p str, hint: &'p str) -> TextField<'p> {
        TextField { t: &self.t, form: &self.form, name, label, hint, autocomplete: "off" }
    }

    fn by(&self, name: &'static str, value: &str) -> String {
        urls::desk_journal().with(name, value).to(self.lang)
    }
}

fn url(asked: &Asked) -> urls::Url {
    let url = urls::desk_journal().with("object", asked.object.trim()).with("actor", asked.actor.trim());
    url.with("action", asked.action.trim()).with("from", asked.from.trim()).with("until", asked.until.trim())
}

impl Page for JournalPage {
    const CACHE: Cache = Cache::Never;

    fn head(&self, _: &T) -> Head {
        self.desk.page("desk-journal", url(&self.asked))
    }
}

pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Signed(who): Signed,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let desk = Desk::at(&app, &visit, who, "journal")?;
    visit
        .page(async || {
            let zone = app.site.config().time_zone.as_str();
            let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
            let day = |text: &str| text.trim().parse::<CivilDate>().ok();
            let filter = record::RecordFilter {
                object: some(&asked.object),
                actor: some(&asked.actor),
                action: some(&asked.action),
                from: day(&asked.from).map(|day| day.hour_begins_in(0, zone)),
                until: day(&asked.until).map(|day| day.ends_in(zone)),
                before: asked.before,
            };
            let tx = app.db.read().await.map_err(failed)?;
            let mut found = record::newest(&tx, &filter, SHOWN + 1).await.map_err(failed)?;
            let more = found.len() as u64 > SHOWN;
            found.truncate(usize::try_from(SHOWN).unwrap_or(usize::MAX));
            let people = names(&tx, &found).await?;
            let last = found.last().map(|row| row.seq).filter(|_| more);
            let older = last.map(|seq| url(&asked).with("before", seq.to_string()).to(visit.lang));
            let shown = found.into_iter().map(|row| shown(&visit, zone, &people, row)).collect();
            let mut form = FormState::default();
            form.keep("object", &asked.object).keep("actor", &asked.actor).keep("action", &asked.action);
            form.keep("from", &asked.from).keep("until", &asked.until);
            Ok(JournalPage { t: visit.t.clone(), lang: visit.lang, desk, asked, form, rows: shown, older })
        })
        .await
}

/// How an actor with an account begins.
const ACCOUNT: &str = "account:";

/// The names of those who acted: they stand in no row of the record.
async fn names(tx: &infitah_store::ReadTx, found: &[rows::Model]) -> Result<BTreeMap<Uuid, String>, Error> {
    let ids: Vec<Uuid> = found.iter().filter_map(|row| row.actor.strip_prefix(ACCOUNT)?.parse().ok()).collect();
    accounts::names(tx, &ids).await.map_err(failed)
}

fn shown(visit: &Visit, zone: &str, people: &BTreeMap<Uuid, String>, row: rows::Model) -> Row {
    let at = Timestamp::from_millis(row.at);
    let account = row.actor.strip_prefix(ACCOUNT).and_then(|id| id.parse::<Uuid>().ok());
    let name = account.and_then(|id| people.get(&id).cloned()).unwrap_or_else(|| row.actor.clone());
    let values = [("journal-old", row.old), ("journal-new", row.new), ("journal-hash", Some(row.hash))];
    Row {
        seq: row.seq,
        day: visit.t.date(at.date_in(zone)),
        time: at.time_in(zone),
        name,
        actor: row.actor,
        action: row.action,
        object: row.object,
        why: row.why,
        change: values.into_iter().filter_map(|(key, value)| Some((key, value?))).collect(),
    }
}
