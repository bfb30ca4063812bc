//! Who is signed in, and where else.

use std::collections::{BTreeMap, BTreeSet};

use infitah_base::{Lang, Timestamp, text};
use infitah_store::{
    StoreError,
    entities::{account, account_word, contact, granting, session},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, QueryTrait, RelationDef,
    sea_query::{Expr, ExprTrait},
};
use strum::IntoEnumIterator;
use uuid::Uuid;

use super::{model::Token, rules};
use crate::access::{Grant, Role, Strength, Who};

/// An account that may be used.
pub(super) const OPEN: &str = "open";

/// One that was given up: its rows stay, since the record names it.
pub(super) const CLOSED: &str = "closed";

/// Who holds this token, if their session lasts and their account is open; with whether it is time to note that the device
/// is in use ([`super::seen`]). Two statements. Roles of staff stand in it whatever was proved: the policy decides.
pub async fn who(db: &impl ConnectionTrait, token: &Token, now: Timestamp) -> Result<Option<(Who, bool)>, StoreError> {
    let of_its_owner: RelationDef =
        session::Entity::belongs_to(account::Entity).from(session::Column::Account).to(account::Column::Id).into();
    let found = session::Entity::find()
        .join(JoinType::InnerJoin, of_its_owner)
        .select_also(account::Entity)
        .filter(session::Column::Token.eq(token.hash()))
        .filter(session::Column::EndedAt.is_null())
        .filter(account::Column::State.eq(OPEN))
        .one(db)
        .await?;
    let Some((session, Some(owner))) = found else { return Ok(None) };
    let grants = grants(db, owner.id, now).await?;
    let staff = grants.iter().any(|grant| grant.role.is_staff());
    let at = Timestamp::from_millis;
    if !rules::lasts(at(session.made_at), at(session.seen_at), at(session.ends_at), staff, now) {
        return Ok(None);
    }
    let who = Who {
        account: owner.id,
        session: session.id,
        name: owner.name,
        lang: Lang::parse(&owner.lang).map_err(|_| unreadable("account", owner.id))?,
        strength: strength(&session.strength, session.id)?,
        proved: at(session.proved_at),
        grants,
    };
    Ok(Some((who, rules::worth_noting(at(session.seen_at), now))))
}

/// The roles that somebody holds at this instant.
pub(super) async fn grants(db: &impl ConnectionTrait, account: Uuid, now: Timestamp) -> Result<Vec<Grant>, StoreError> {
    let rows = granting::Entity::find()
        .filter(granting::Column::Account.eq(account))
        .filter(granting::Column::EndedAt.is_null())
        .order_by_asc(granting::Column::Id)
        .all(db)
        .await?;
    // What was handed on holds no longer than what it was made of, and not once its holder's account is closed.
    let made_of: Vec<Uuid> = rows.iter().filter_map(|row| row.delegated_from).collect();
    let lasting = if made_of.is_empty() { BTreeSet::new() } else { lasting(db, made_of, now).await? };
    let rows = rows.into_iter().filter(|row| row.delegated_from.is_none_or(|from| lasting.contains(&from)));
    let grants = rows.map(|row| {
        let bad = || unreadable("granting", row.id);
        Ok(Grant {
            id: row.id,
            role: row.role.parse().map_err(|_| bad())?,
            place: row.place.clone(),
            domain: match row.domain.as_str() {
                "" => None,
                domain => Some(domain.parse().map_err(|_| bad())?),
            },
            from: Timestamp::from_millis(row.from_at),
            until: row.until_at.map(Timestamp::from_millis),
            delegated: row.delegated_from.is_some(),
        })
    });
    let grants = grants.collect::<Result<Vec<_>, StoreError>>()?;
    Ok(grants.into_iter().filter(|grant| grant.holds(now)).collect())
}

/// Which of these hold at this instant, in the hands of somebody whose account is open.
async fn lasting(db: &impl ConnectionTrait, ids: Vec<Uuid>, now: Timestamp) -> Result<BTreeSet<Uuid>, StoreError> {
    let open =
        account::Entity::find().select_only().column(account::Column::Id).filter(account::Column::State.eq(OPEN));
    let rows = granting::Entity::find()
        .filter(granting::Column::Id.is_in(ids))
        .filter(granting::Column::EndedAt.is_null())
        .filter(granting::Column::FromAt.lte(now.millis()))
        .filter(granting::Column::Account.in_subquery(open.into_query()))
        .all(db)
        .await?;
    let holds = rows.into_iter().filter(|row| row.until_at.is_none_or(|until| now.millis() < until));
    Ok(holds.map(|row| row.id).collect())
}

/// What somebody handed on and has not taken back: the grant, to whom, of which role, until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedOn {
    /// The grant of the other.
    pub id: Uuid,
    /// The role of which it was made.
    pub from: Uuid,
    /// What the other is called.
    pub name: String,
    /// Its last instant.
    pub until: Timestamp,
}

/// What was handed on of these grants.
pub async fn handed_on(
    db: &impl ConnectionTrait,
    grants: &[Uuid],
    now: Timestamp,
) -> Result<Vec<HandedOn>, StoreError> {
    let rows = granting::Entity::find()
        .filter(granting::Column::DelegatedFrom.is_in(grants.iter().copied()))
        .filter(granting::Column::EndedAt.is_null())
        .filter(granting::Column::UntilAt.gt(now.millis()))
        .order_by_asc(granting::Column::Id)
        .all(db)
        .await?;
    let called = names(db, &rows.iter().map(|row| row.account).collect::<Vec<_>>()).await?;
    let handed = rows.into_iter().filter_map(|row| {
        let (from, until) = (row.delegated_from?, Timestamp::from_millis(row.until_at?));
        Some(HandedOn { id: row.id, from, name: called.get(&row.account)?.clone(), until })
    });
    Ok(handed.collect())
}

/// The colleagues who are reached at an address: people with an open account, that they have proved, who keep something
/// here themselves.
pub async fn colleagues(db: &impl ConnectionTrait, canonical: &str, now: Timestamp) -> Result<Vec<Person>, StoreError> {
    let at = contact::Entity::find()
        .select_only()
        .column(contact::Column::Account)
        .filter(contact::Column::Canonical.eq(canonical))
        .filter(contact::Column::ProvedAt.is_not_null());
    let rows = account::Entity::find()
        .filter(account::Column::State.eq(OPEN))
        .filter(account::Column::Id.in_subquery(at.into_query()))
        .all(db)
        .await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let roles = roles_of(db, &ids, now).await?;
    let keeps = |row: &account::Model| roles.get(&row.id).is_some_and(|roles| roles.iter().any(|role| role.is_staff()));
    Ok(rows.into_iter().filter(keeps).map(Person::from).collect())
}

/// A device on which somebody is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// Its session.
    pub id: Uuid,
    /// What it calls itself.
    pub name: String,
    /// How its owner was proved.
    pub strength: Strength,
    /// Since when.
    pub since: Timestamp,
    /// Used last, to five minutes.
    pub seen: Timestamp,
}

/// The devices of somebody, the one used last first.
pub async fn devices(db: &impl ConnectionTrait, who: &Who, now: Timestamp) -> Result<Vec<Device>, StoreError> {
    let rows = session::Entity::find()
        .filter(session::Column::Account.eq(who.account))
        .filter(session::Column::EndedAt.is_null())
        .order_by_desc(session::Column::SeenAt)
        .all(db)
        .await?;
    let staff = who.grants.iter().any(|grant| grant.role.is_staff());
    let at = Timestamp::from_millis;
    let lasting =
        rows.into_iter().filter(|row| rules::lasts(at(row.made_at), at(row.seen_at), at(row.ends_at), staff, now));
    let devices = lasting.map(|row| {
        Ok(Device {
            strength: strength(&row.strength, row.id)?,
            id: row.id,
            name: row.device,
            since: at(row.made_at),
            seen: at(row.seen_at),
        })
    });
    devices.collect()
}

fn strength(code: &str, session: Uuid) -> Result<Strength, StoreError> {
    code.parse().map_err(|_| unreadable("session", session))
}

fn unreadable(table: &str, id: Uuid) -> StoreError {
    StoreError::Unreadable(format!("{table}/{id}"))
}

/// Somebody who has an account, as others see them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The account.
    pub id: Uuid,
    /// By which they are called.
    pub name: String,
    /// Since when.
    pub since: Timestamp,
    /// Whether it was closed.
    pub closed: bool,
}

impl From<account::Model> for Person {
    fn from(row: account::Model) -> Self {
        let (since, closed) = (Timestamp::from_millis(row.made_at), row.state == CLOSED);
        Self { id: row.id, name: row.name, since, closed }
    }
}

/// People one of whose names begins with each of these words, by name; without words those who came last. At most
/// `limit`, in one statement.
pub async fn people(db: &impl ConnectionTrait, asked: &str, limit: u64) -> Result<Vec<Person>, StoreError> {
    let folded = text::fold(asked);
    let mut words: Vec<&str> = folded.split_whitespace().collect();
    // The longest names the fewest.
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let Some((first, others)) = words.split_first() else {
        let newest = account::Entity::find().order_by_desc(account::Column::Id).limit(limit);
        return Ok(newest.all(db).await?.into_iter().map(Person::from).collect());
    };
    let mut found = account_word::Entity::find().filter(account_word::Column::Word.gte(*first));
    found = found.filter(account_word::Column::Word.lt(format!("{first}\u{10ffff}")));
    for other in others {
        let same = Expr::col((account_word::Entity, account_word::Column::Account));
        let has = account_word::Entity::find()
            .select_only()
            .column(account_word::Column::Account)
            .filter(account_word::Column::Word.gte(*other))
            .filter(account_word::Column::Word.lt(format!("{other}\u{10ffff}")));
        found = found.filter(same.in_subquery(has.into_query()));
    }
    let first_of_them = found
        .select_only()
        .column(account_word::Column::Account)
        .order_by_asc(account_word::Column::Word)
        .order_by_asc(account_word::Column::Account)
        .limit(limit);
    let people = account::Entity::find().filter(account::Column::Id.in_subquery(first_of_them.into_query()));
    let people = people.order_by_asc(account::Column::Search).order_by_asc(account::Column::Id);
    Ok(people.all(db).await?.into_iter().map(Person::from).collect())
}

/// Somebody, by their account.
pub async fn person(db: &impl ConnectionTrait, account: Uuid) -> Result<Option<Person>, StoreError> {
    Ok(account::Entity::find_by_id(account).one(db).await?.map(Person::from))
}

/// The names of these people, by account.
pub async fn names(db: &impl ConnectionTrait, accounts: &[Uuid]) -> Result<BTreeMap<Uuid, String>, StoreError> {
    let rows = account::Entity::find().filter(account::Column::Id.is_in(accounts.iter().copied())).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// The roles that somebody holds now.
pub async fn roles(db: &impl ConnectionTrait, account: Uuid, now: Timestamp) -> Result<Vec<Grant>, StoreError> {
    grants(db, account, now).await
}

/// The roles that each of these people holds now, by account.
pub async fn roles_of(
    db: &impl ConnectionTrait,
    accounts: &[Uuid],
    now: Timestamp,
) -> Result<BTreeMap<Uuid, BTreeSet<Role>>, StoreError> {
    let rows = granting::Entity::find()
        .filter(granting::Column::Account.is_in(accounts.iter().copied()))
        .filter(granting::Column::EndedAt.is_null())
        .filter(granting::Column::FromAt.lte(now.millis()))
        .all(db)
        .await?;
    let mut out: BTreeMap<Uuid, BTreeSet<Role>> = BTreeMap::new();
    for row in rows.into_iter().filter(|row| row.until_at.is_none_or(|until| now.millis() < until)) {
        let role = row.role.parse().map_err(|_| unreadable("granting", row.id))?;
        out.entry(row.account).or_default().insert(role);
    }
    Ok(out)
}

/// Whoever holds a role of staff for one of these places now, by name.
pub async fn staff_at(
    db: &impl ConnectionTrait,
    places: impl IntoIterator<Item = String>,
    now: Timestamp,
) -> Result<Vec<(Uuid, String)>, StoreError> {
    let staff = Role::iter().filter(|role| role.is_staff()).map(Role::code);
    let rows = granting::Entity::find()
        .filter(granting::Column::Place.is_in(places))
        .filter(granting::Column::Role.is_in(staff))
        .filter(granting::Column::EndedAt.is_null())
        .filter(granting::Column::FromAt.lte(now.millis()))
        .all(db)
        .await?;
    let holding = rows.into_iter().filter(|row| row.until_at.is_none_or(|until| now.millis() < until));
    let ids: BTreeSet<Uuid> = holding.map(|row| row.account).collect();
    let people = account::Entity::find()
        .filter(account::Column::Id.is_in(ids))
        .filter(account::Column::State.eq(OPEN))
        .order_by_asc(account::Column::Search)
        .order_by_asc(account::Column::Id)
        .all(db)
        .await?;
    Ok(people.into_iter().map(|row| (row.id, row.name)).collect())
}
