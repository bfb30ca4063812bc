//! People with an account are told something, where they have shown that they are reached, in their language and as they
//! wish.

use infitah_base::{Lang, ids};
use infitah_kit::{Site, T, urls};
use infitah_store::{
    StoreError, WriteTx,
    entities::{account, contact},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use uuid::Uuid;

use super::{codes, queries::OPEN};
use crate::{
    Permit,
    messages::{self, Address, NotAMessage, Outgoing, Purpose, PutMessage, Wishes},
};

/// Where somebody has shown that they are reached, the first address first.
pub async fn addresses(db: &impl ConnectionTrait, account: Uuid) -> Result<Vec<Address>, StoreError> {
    let rows = contact::Entity::find()
        .filter(contact::Column::Account.eq(account))
        .filter(contact::Column::ProvedAt.is_not_null())
        .order_by_asc(contact::Column::Id)
        .all(db)
        .await?;
    let read = |row: contact::Model| row.address.parse().map_err(|_| unreadable("contact", row.id));
    rows.into_iter().map(read).collect()
}

fn unreadable(table: &str, id: Uuid) -> StoreError {
    StoreError::Unreadable(format!("{table}/{id}"))
}

/// The languages of those who have shown that they are reached at an address, each once.
pub async fn langs_at(db: &impl ConnectionTrait, address: &Address) -> Result<Vec<Lang>, StoreError> {
    let at = contact::Entity::find()
        .select_only()
        .column(contact::Column::Account)
        .filter(contact::Column::Canonical.eq(codes::canonical(address)))
        .filter(contact::Column::ProvedAt.is_not_null());
    let owners = account::Entity::find()
        .filter(account::Column::State.eq(OPEN))
        .filter(account::Column::Id.in_subquery(at.into_query()))
        .all(db)
        .await?;
    let mut langs: Vec<Lang> = owners.iter().filter_map(|row| Lang::parse(&row.lang).ok()).collect();
    langs.sort_by_key(|lang| lang.tag());
    langs.dedup();
    Ok(langs)
}

/// Puts a message for somebody, in the write of what it is about, and says how many addresses it goes to: none where they
/// want none of this, have shown no address, or closed their account. `say` gives subject and text in their language; it
/// gets their name, since a whole family may read the same telephone.
pub async fn tell(
    tx: &WriteTx,
    permit: &Permit<PutMessage>,
    site: &Site,
    account: Uuid,
    purpose: Purpose,
    say: impl FnOnce(&T, &str) -> (String, String) + Send,
) -> Result<usize, StoreError> {
    let owner = account::Entity::find_by_id(account).one(tx).await?.filter(|row| row.state == OPEN);
    let Some(owner) = owner else { return Ok(0) };
    let lang = Lang::parse(&owner.lang).map_err(|_| unreadable("account", account))?;
    let addresses = addresses(tx, account).await?;
    let wishes = messages::wishes_of(tx, account).await?;
    let wishes = wishes.unwrap_or_else(|| Wishes::usual(site.config(), &addresses));
    let receivers = wishes.choose(purpose, addresses);
    let (subject, text) = say(&site.t(lang), &owner.name);
    for to in &receivers {
        let id = ids::new_uuid(tx.at(), tx.chance());
        let way_out = messages::stop_address(site, lang, id).filter(|_| {
            // Who gets an SMS answers STOP.
            purpose.can_be_stopped() && matches!(to, Address::Mail(_))
        });
        let text = match way_out {
            Some(link) => format!("{text}\n\n{}", site.t(lang).m("wish-stop-link").s("link", link).bare()),
            None => text.clone(),
        };
        let outgoing = Outgoing {
            id,
            to: to.clone(),
            purpose,
            lang,
            subject: subject.parse().map_err(unsaid)?,
            text: text.parse().map_err(unsaid)?,
        };
        messages::put_for(tx, permit, &outgoing, &site.config().time_zone, account, wishes.quiet).await?;
    }
    Ok(receivers.len())
}

fn unsaid(error: NotAMessage) -> StoreError {
    StoreError::Unreadable(format!("a message to somebody with an account: {error}"))
}

/// Tells somebody, at every address, that their account is closed: it was them, or somebody who has all that proves them.
pub(super) async fn say_closed(tx: &WriteTx, site: &Site, account: Uuid) -> Result<(), StoreError> {
    let say = |t: &T, name: &str| (t.m("security-subject").bare(), t.m("security-closed").s("name", name).bare());
    tell(tx, &Permit::for_machine("security"), site, account, Purpose::Security, say).await?;
    Ok(())
}

/// Tells somebody, at every address, that something changed in what protects their account, and where to look if it was
/// not them.
pub(super) async fn warn(tx: &WriteTx, site: &Site, account: Uuid, key: &'static str) -> Result<(), StoreError> {
    let permit = Permit::for_machine("security");
    let say = |t: &T, name: &str| {
        let link = site.absolute(&urls::my_proofs().to(t.lang()));
        let (what, now) = (t.m(key).s("name", name).bare(), t.m("security-not-you").s("link", link).bare());
        (t.m("security-subject").bare(), format!("{what} {now}"))
    };
    tell(tx, &permit, site, account, Purpose::Security, say).await?;
    Ok(())
}
