//! What somebody with an account wants to be sent, which way, and when not.

use infitah_base::config::{Config, QuietHours};
use infitah_store::{
    Act, StoreError, WriteTx,
    entities::{message, message_wish},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::Expr};
use strum::{EnumIter, EnumString, IntoStaticStr};
use uuid::Uuid;

use super::model::{Address, Purpose, State};
use crate::Permit;

/// The way on which somebody is told something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Way {
    /// By SMS.
    Sms,
    /// By mail.
    Mail,
    /// Not at all.
    None,
}

impl Way {
    /// As it is kept.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// Whether it leads to an address.
    pub fn leads_to(self, address: &Address) -> bool {
        match self {
            Way::Sms => matches!(address, Address::Phone(_)),
            Way::Mail => matches!(address, Address::Mail(_)),
            Way::None => false,
        }
    }
}

/// What somebody wants of what can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wishes {
    /// How news of what they follow come.
    pub notices: Way,
    /// How news gathered come.
    pub digests: Way,
    /// When neither comes; `None`: there are no such hours.
    pub quiet: Option<QuietHours>,
}

impl Wishes {
    /// Those of who never said any, and is reached at these addresses.
    pub fn usual(config: &Config, addresses: &[Address]) -> Self {
        let has = |way: Way| addresses.iter().any(|address| way.leads_to(address));
        let first = |ways: [Way; 2]| ways.into_iter().find(|way| has(*way)).unwrap_or(Way::None);
        Self {
            notices: first([Way::Sms, Way::Mail]),
            digests: first([Way::Mail, Way::Sms]),
            quiet: config.messages.quiet,
        }
    }

    /// Which of these addresses something goes to: one for what can be chosen, all for what cannot.
    pub fn choose(&self, purpose: Purpose, addresses: Vec<Address>) -> Vec<Address> {
        let way = match purpose {
            Purpose::Notice => self.notices,
            Purpose::Digest => self.digests,
            Purpose::Code | Purpose::Legal | Purpose::Security | Purpose::Answer => return addresses,
        };
        addresses.into_iter().filter(|address| way.leads_to(address)).take(1).collect()
    }
}

/// Somebody says what they want to be sent: the action of the permit.
#[derive(Clone, Copy, Debug)]
pub struct Wish;

/// What somebody wants; `None`: they never said.
pub async fn wishes_of(db: &impl ConnectionTrait, account: Uuid) -> Result<Option<Wishes>, StoreError> {
    let Some(row) = message_wish::Entity::find_by_id(account).one(db).await? else { return Ok(None) };
    let bad = |what: &str| StoreError::Unreadable(format!("message_wish/{account}: {what}"));
    let hour = |hour: i64| i8::try_from(hour).map_err(|_| bad("hour"));
    let quiet = QuietHours { from: hour(row.quiet_from)?, to: hour(row.quiet_to)? };
    Ok(Some(Wishes {
        notices: row.notices.parse().map_err(|_| bad("way"))?,
        digests: row.digests.parse().map_err(|_| bad("way"))?,
        quiet: Some(quiet).filter(|quiet| quiet.from != quiet.to),
    }))
}

/// Keeps what somebody wants, in place of what they wanted before.
pub async fn wish(tx: &WriteTx, permit: &Permit<Wish>, account: Uuid, wishes: Wishes) -> Result<(), StoreError> {
    let quiet = wishes.quiet.unwrap_or(QuietHours { from: 0, to: 0 });
    let row = message_wish::ActiveModel {
        account: Set(account),
        notices: Set(wishes.notices.code().to_owned()),
        digests: Set(wishes.digests.code().to_owned()),
        quiet_from: Set(quiet.from.into()),
        quiet_to: Set(quiet.to.into()),
    };
    message_wish::Entity::delete_by_id(account).exec(tx).await?;
    message_wish::Entity::insert(row).exec_without_returning(tx).await?;
    let (actor, object) = (permit.actor().as_str(), format!("account/{account}"));
    tx.record(Act { actor, action: "account.wishes", object: &object, version: None, old: None, new: None, why: None });
    Ok(())
}

/// Forgets what somebody wants.
pub async fn forget_wishes(tx: &WriteTx, account: Uuid) -> Result<(), StoreError> {
    message_wish::Entity::delete_by_id(account).exec(tx).await?;
    Ok(())
}

/// Forgets, of messages that are settled, to whom they went and what they said: their receiver closed their account. What
/// is still to leave is forgotten with all the others, in three months.
pub async fn forget_of(tx: &WriteTx, account: Uuid) -> Result<(), StoreError> {
    let columns = [message::Column::Address, message::Column::Subject, message::Column::Text];
    let blank =
        columns.into_iter().fold(message::Entity::update_many(), |rows, column| rows.col_expr(column, Expr::value("")));
    blank
        .filter(message::Column::Account.eq(account))
        .filter(message::Column::State.ne(State::Waiting.code()))
        .exec(tx)
        .await?;
    Ok(())
}
