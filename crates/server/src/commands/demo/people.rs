//! The people of the demonstration, one for each thing that can be tried out. They are invented.

use std::sync::Arc;

use infitah_base::{Chance, Lang};
use infitah_commons::{
    App, Permit,
    access::Role,
    accounts::{self, DemoPeople, NewAccount, NewGrant},
};
use infitah_store::{StoreError, WriteTx, settings};
use uuid::Uuid;

use super::super::CommandError;

/// What each is called in the links, their name, their role, and where they hold it; no place: in the whole region.
const PEOPLE: &[(&str, &str, Option<Role>, Option<&str>)] = &[
    ("citizen", "Itto Ouaziz", None, None),
    ("agent", "Said Amrani", Some(Role::Agent), None),
    ("second-agent", "Malika Berrada", Some(Role::Agent), None),
    ("agent-of-azilal", "Hassan Ouchen", Some(Role::Agent), Some("05.081")),
    ("information-officer", "Khadija Benali", Some(Role::InformationOfficer), None),
    ("facilitator", "Fadma Aziz", Some(Role::Facilitator), None),
    ("auditor", "Omar Tazi", Some(Role::Auditor), None),
    ("administrator", "Youssef Alaoui", Some(Role::Administrator), None),
];

/// The invented addresses of the citizen: a number that nobody has, an address that cannot be one.
const PHONE: &str = "+212600000001";
const MAIL: &str = "citizen@example.org";

/// Finds or makes the people, and gives the links that sign them in while the program runs.
pub async fn sign_in_links(app: &App) -> Result<Vec<(&'static str, String)>, CommandError> {
    let region = app.site.config().region.clone();
    let making: Result<Vec<_>, StoreError> = app
        .db
        .write(move |tx| {
            Box::pin(async move {
                let mut people = Vec::new();
                for (called, name, role, place) in PEOPLE {
                    let grant = role.map(|role| (role, place.unwrap_or(&region)));
                    people.push((*called, person(tx, called, name, grant).await?, (*name).to_owned()));
                }
                Ok(people)
            })
        })
        .await;
    let known = app.held::<Arc<DemoPeople>>().map_err(|error| CommandError::Usage(error.to_string()))?;
    Ok(known.are(making?, &Chance::system(), Lang::arabic()))
}

/// The account of one of them: a setting says which it is, so that it is made once.
async fn person(tx: &WriteTx, called: &str, name: &str, grant: Option<(Role, &str)>) -> Result<Uuid, StoreError> {
    let key = format!("demo-{called}");
    if let Some(id) = settings::get(tx, &key).await?.and_then(|id| id.parse().ok()) {
        // Whoever tried how an account is closed leaves room for the next.
        if accounts::person(tx, id).await?.is_some_and(|person| !person.closed) {
            return Ok(id);
        }
    }
    let new = NewAccount { name: name.to_owned(), lang: Lang::arabic(), place: None, opened_by: None };
    let account = accounts::open(tx, &Permit::for_operator("demo"), new).await?;
    // Codes of a demonstration are for everybody to read: whoever has a role is reached nowhere.
    for address in [MAIL, PHONE].into_iter().filter(|_| grant.is_none()) {
        let address = address.parse().map_err(|_| StoreError::Unreadable(address.to_owned()))?;
        accounts::known_at(tx, account, &address).await?;
    }
    if let Some((role, place)) = grant {
        let place = place.to_owned();
        let new = NewGrant { account, role, place, domain: None, until: None, given_by: None };
        accounts::give(tx, &Permit::for_operator("demo"), new).await?;
    }
    settings::set(tx, &key, &account.to_string()).await?;
    Ok(account)
}
