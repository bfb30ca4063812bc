//! Signing in by a code: it is asked for with an address, sent there, and entered in the browser that asked. It is good
//! once, for ten minutes and five tries. Whether anybody is known at an address is never said before the code was right:
//! who is not known opens an account with it, and where several share a telephone they choose who they are.
//!
//! A browser that asked keeps 32 random bytes. The database keeps their SHA-256, and of the code its HMAC with them as the
//! key: who reads the database can try out no code.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use infitah_base::{Chance, ids};
use infitah_store::{
    StoreError, WriteTx,
    entities::{account, contact, sign_in},
};
use ring::hmac;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

use super::{
    model::{NewAccount, Token},
    queries::OPEN,
    service::{self, BeginSession, OpenAccount},
};
use crate::{Permit, access::Strength, messages::Address};

const MINUTE: i64 = 60 * 1000;

/// How long a code is good, in milliseconds.
pub const GOOD_FOR: i64 = 10 * MINUTE;

/// Wrong tries of one code, at most: one of 200,000 who guess is right.
pub const TRIES: i64 = 5;

/// Codes to one address while one is good.
const SOON: u64 = 3;

/// Codes to one address in a day.
const IN_A_DAY: u64 = 12;

/// People at one address: a family, or the telephone of a village's association.
pub const PEOPLE: usize = 12;

/// What a code is good for. It stands in its row, so that one is never good for another thing.
const SIGN_IN: &str = "sign-in";

/// A code on paper, by which an account that was opened for somebody becomes theirs.
const CLAIM: &str = "claim";

/// How long a code on paper is good, in milliseconds: a year.
const ON_PAPER_FOR: i64 = 365 * 24 * 60 * MINUTE;

/// Letters of a code on paper: 50 random bits, without what is read for something else.
const ON_PAPER: usize = 10;
const LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/// So many codes went to this address that no more do for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("too many codes were sent there")]
pub struct TooMany;

/// Writes down that a code was asked for, and gives the code, which is to be sent and nowhere kept.
pub async fn ask(tx: &WriteTx, to: &Address, browser: &Token) -> Result<Result<String, TooMany>, StoreError> {
    let (now, canonical) = (tx.at().millis(), canonical(to));
    let since = |ago: i64| {
        let at_this = sign_in::Entity::find().filter(sign_in::Column::Canonical.eq(&canonical));
        at_this.filter(sign_in::Column::MadeAt.gt(now - ago))
    };
    let (soon, in_a_day) = (since(GOOD_FOR).count(tx).await?, since(24 * 60 * MINUTE).count(tx).await?);
    if soon >= SOON || in_a_day >= IN_A_DAY {
        return Ok(Err(TooMany));
    }
    let (id, code) = (ids::new_uuid(tx.at(), tx.chance()), six_digits(tx.chance()));
    let row = sign_in::ActiveModel {
        id: Set(id),
        purpose: Set(SIGN_IN.to_owned()),
        account: Set(None),
        address: Set(to.to_string()),
        canonical: Set(canonical),
        browser: Set(browser.hash()),
        code: Set(keyed(browser, id, &code)),
        tries: Set(0),
        made_at: Set(now),
        ends_at: Set(now + GOOD_FOR),
        used_at: Set(None),
    };
    sign_in::Entity::insert(row).exec_without_returning(&tx.bookkeeping()).await?;
    Ok(Ok(code))
}

/// What came of a code that was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is right: these are the people at the address.
    Right(Vec<Known>),
    /// It is wrong, and may be tried so often again.
    Wrong(i64),
    /// There is nothing to enter it for: this browser did not ask, or it was used, tried too often, or is too old.
    Over,
}

/// Somebody at an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The account.
    pub account: Uuid,
    /// By which its owner is called.
    pub name: String,
    /// Whether somebody else opened it for its owner, who never used it.
    pub waits: bool,
}

/// Takes a code that was entered in a browser.
pub async fn answer(tx: &WriteTx, browser: &Token, code: &str) -> Result<Answer, StoreError> {
    let Some(asked) = newest(tx, browser, sign_in::Column::UsedAt.is_null()).await? else { return Ok(Answer::Over) };
    // Counted before it is looked at: of many at once no more than five look.
    let counted = sign_in::Entity::update_many()
        .col_expr(sign_in::Column::Tries, Expr::col(sign_in::Column::Tries).add(1))
        .filter(sign_in::Column::Id.eq(asked.id))
        .filter(sign_in::Column::Tries.lt(TRIES))
        .filter(sign_in::Column::UsedAt.is_null())
        .exec(&tx.bookkeeping())
        .await?;
    if counted.rows_affected == 0 {
        return Ok(Answer::Over);
    }
    let key = hmac::Key::new(hmac::HMAC_SHA256, browser.secret().as_bytes());
    let kept = BASE64_URL_SAFE_NO_PAD.decode(&asked.code).unwrap_or_default();
    if hmac::verify(&key, told(asked.id, code).as_bytes(), &kept).is_err() {
        return Ok(match TRIES - asked.tries - 1 {
            left if left > 0 => Answer::Wrong(left),
            _ => Answer::Over,
        });
    }
    let used = sign_in::Entity::update_many()
        .col_expr(sign_in::Column::UsedAt, Expr::value(tx.at().millis()))
        .filter(sign_in::Column::Id.eq(asked.id))
        .filter(sign_in::Column::UsedAt.is_null())
        .exec(&tx.bookkeeping())
        .await?;
    if used.rows_affected == 0 {
        return Ok(Answer::Over);
    }
    Ok(Answer::Right(people(tx, &asked.canonical).await?))
}

/// The people at the address whose code this browser has entered; `None`: it has entered none.
pub async fn proved(db: &impl ConnectionTrait, browser: &Token, now: i64) -> Result<Option<Vec<Known>>, StoreError> {
    let entered = newest_at(db, browser, sign_in::Column::UsedAt.is_not_null(), now).await?;
    match entered {
        Some(entered) => people(db, &entered.canonical).await.map(Some),
        None => Ok(None),
    }
}

/// Who of the people at an address signs in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// Somebody who is known.
    Known(Uuid),
    /// Somebody new.
    New(NewAccount),
    /// Whose account was opened for them, by the code on the paper that they were given.
    OnPaper(String),
}

/// Signs in who entered the right code. `None`: nobody did in this browser, it was done already, the account is not at
/// that address, or there are too many.
pub async fn finish(tx: &WriteTx, browser: &Token, chosen: Chosen, device: &str) -> Result<Option<Token>, StoreError> {
    let Some(entered) = newest(tx, browser, sign_in::Column::UsedAt.is_not_null()).await? else { return Ok(None) };
    let people = people(tx, &entered.canonical).await?;
    let paper = match &chosen {
        Chosen::OnPaper(code) => on_paper(tx, code).await?,
        Chosen::Known(_) | Chosen::New(_) => None,
    };
    let fits = match &chosen {
        Chosen::Known(id) => people.iter().any(|known| known.account == *id),
        Chosen::New(_) => people.len() < PEOPLE,
        Chosen::OnPaper(_) => paper.is_some() && people.len() < PEOPLE,
    };
    if !fits {
        return Ok(None);
    }
    let gone = sign_in::Entity::delete_by_id(entered.id).exec(&tx.bookkeeping()).await?;
    if gone.rows_affected == 0 {
        return Ok(None);
    }
    let account = match chosen {
        Chosen::Known(id) => {
            service::reached(tx, id, &entered.canonical).await?;
            id
        }
        Chosen::New(new) => {
            let id = service::open(tx, &Permit::<OpenAccount>::for_anybody("sign-in"), new).await?;
            service::add_contact(tx, id, &entered.address, &entered.canonical, true).await?;
            id
        }
        Chosen::OnPaper(_) => {
            let Some(paper) = paper else { return Ok(None) };
            let Some(id) = paper.account else { return Ok(None) };
            sign_in::Entity::delete_by_id(paper.id).exec(&tx.bookkeeping()).await?;
            if !people.iter().any(|known| known.account == id) {
                service::add_contact(tx, id, &entered.address, &entered.canonical, true).await?;
            }
            service::reached(tx, id, &entered.canonical).await?;
            id
        }
    };
    let token = Token::new(tx.chance());
    let permit = Permit::<BeginSession>::for_anybody("sign-in");
    service::begin(tx, &permit, &token, account, Strength::Code, device).await?;
    Ok(Some(token))
}

/// Writes a code on paper for an account that was opened for somebody, and gives it, to be printed and nowhere kept.
/// One that was written before for them is good no more.
pub async fn write_on_paper(tx: &WriteTx, account: Uuid) -> Result<String, StoreError> {
    let before = sign_in::Entity::delete_many().filter(sign_in::Column::Purpose.eq(CLAIM));
    before.filter(sign_in::Column::Account.eq(account)).exec(&tx.bookkeeping()).await?;
    let letter = |byte: &u8| char::from(LETTERS[usize::from(*byte) % LETTERS.len()]);
    let code: String = tx.chance().bytes::<ON_PAPER>().iter().map(letter).collect();
    let row = sign_in::ActiveModel {
        id: Set(ids::new_uuid(tx.at(), tx.chance())),
        purpose: Set(CLAIM.to_owned()),
        account: Set(Some(account)),
        address: Set(String::new()),
        canonical: Set(account.to_string()),
        browser: Set(String::new()),
        code: Set(Token::brought(&code).hash()),
        tries: Set(0),
        made_at: Set(tx.at().millis()),
        ends_at: Set(tx.at().millis() + ON_PAPER_FOR),
        used_at: Set(None),
    };
    sign_in::Entity::insert(row).exec_without_returning(&tx.bookkeeping()).await?;
    Ok(code)
}

/// The row of a code on paper that is still good, however it is written: with spaces, in small letters.
async fn on_paper(tx: &WriteTx, code: &str) -> Result<Option<sign_in::Model>, StoreError> {
    let plain: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
    let found = sign_in::Entity::find()
        .filter(sign_in::Column::Purpose.eq(CLAIM))
        .filter(sign_in::Column::Code.eq(Token::brought(&plain.to_ascii_uppercase()).hash()))
        .filter(sign_in::Column::EndsAt.gt(tx.at().millis()))
        .one(tx)
        .await?;
    let Some(found) = found else { return Ok(None) };
    let owner = account::Entity::find_by_id(found.account.unwrap_or_default()).one(tx).await?;
    // Once its owner has it, by whatever way, the paper opens it no more.
    Ok(owner.filter(|row| row.state == OPEN && row.claimed_at.is_none()).map(|_| found))
}

/// Removes what was asked for more than a day ago, and papers that are good no more.
pub async fn remove_old(tx: &WriteTx) -> Result<(), StoreError> {
    let old = sign_in::Column::EndsAt.lt(tx.at().millis() - 24 * 60 * MINUTE);
    sign_in::Entity::delete_many().filter(old).exec(&tx.bookkeeping()).await?;
    Ok(())
}

/// An address as it is compared.
pub(super) fn canonical(address: &Address) -> String {
    address.to_string().to_lowercase()
}

async fn newest(
    tx: &WriteTx,
    browser: &Token,
    state: impl sea_orm::sea_query::IntoCondition,
) -> Result<Option<sign_in::Model>, StoreError> {
    newest_at(tx, browser, state, tx.at().millis()).await
}

async fn newest_at(
    db: &impl ConnectionTrait,
    browser: &Token,
    state: impl sea_orm::sea_query::IntoCondition,
    now: i64,
) -> Result<Option<sign_in::Model>, StoreError> {
    let found = sign_in::Entity::find()
        .filter(sign_in::Column::Browser.eq(browser.hash()))
        .filter(sign_in::Column::Purpose.eq(SIGN_IN))
        .filter(sign_in::Column::EndsAt.gt(now))
        .filter(state)
        .order_by_desc(sign_in::Column::Id)
        .one(db)
        .await?;
    Ok(found)
}

async fn people(db: &impl ConnectionTrait, canonical: &str) -> Result<Vec<Known>, StoreError> {
    let rows = contact::Entity::find().filter(contact::Column::Canonical.eq(canonical)).all(db).await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.account).collect();
    let accounts = account::Entity::find()
        .filter(account::Column::Id.is_in(ids))
        .filter(account::Column::State.eq(OPEN))
        .order_by_asc(account::Column::Search)
        .order_by_asc(account::Column::Id)
        .all(db)
        .await?;
    let known = accounts.into_iter().map(|row| Known {
        account: row.id,
        name: row.name,
        waits: row.opened_by.is_some() && row.claimed_at.is_none(),
    });
    Ok(known.collect())
}

/// Six digits, each as likely as the other to one in 10¹³.
fn six_digits(chance: &Chance) -> String {
    format!("{:06}", u64::from_le_bytes(chance.bytes::<8>()) % 1_000_000)
}

fn told(id: Uuid, code: &str) -> String {
    format!("{SIGN_IN}\n{id}\n{code}")
}

fn keyed(browser: &Token, id: Uuid, code: &str) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA256, browser.secret().as_bytes());
    BASE64_URL_SAFE_NO_PAD.encode(hmac::sign(&key, told(id, code).as_bytes()))
}

#[cfg(test)]
mod tests;
