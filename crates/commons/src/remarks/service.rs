//! Remarks are written together, as many as came at once: people read a new budget on the same evening.

use infitah_base::{Lang, ids};
use infitah_store::{Act, Command, Db, InTx, StoreError, SubmitError, WriteTx, entities::remark};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::Permit;

/// The kind before the slash of a remark's object name.
pub const KIND: &str = "remark";

/// Remarks that are kept in 24 hours, at most: a machine must not fill the disk.
pub const MOST_A_DAY: u64 = 2000;

/// What a remark is: the action of its permit.
#[derive(Clone, Copy, Debug)]
pub struct MakeRemark;

/// A remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// About which page (`budget/2027`).
    pub about: String,
    /// The language in which it was read.
    pub lang: Lang,
    /// Whether all of it was understood.
    pub understood: bool,
    /// What ought to be explained; empty where nothing was written.
    pub text: String,
}

/// So many came in 24 hours that no more are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("as many remarks as a day has room for")]
pub struct TooMany;

/// A remark on its way.
struct Coming {
    permit: Permit<MakeRemark>,
    remark: Remark,
}

/// A day, in milliseconds.
const DAY: i64 = 24 * 3600 * 1000;

/// Keeps a remark, together with others that come at the same time.
pub async fn make(db: &Db, permit: Permit<MakeRemark>, remark: Remark) -> Result<Result<(), TooMany>, SubmitError> {
    db.submit(Coming { permit, remark }).await
}

impl Command for Coming {
    type Answer = Result<(), TooMany>;

    fn apply_many<'t>(tx: &'t WriteTx, commands: &'t [Self]) -> InTx<'t, Vec<Self::Answer>, StoreError> {
        Box::pin(async move {
            let since = tx.at().millis() - DAY;
            let lately = remark::Entity::find().filter(remark::Column::At.gt(since)).count(tx).await?;
            let room = usize::try_from(MOST_A_DAY.saturating_sub(lately)).unwrap_or(usize::MAX);
            let mut rows = Vec::new();
            for Coming { permit, remark } in commands.iter().take(room) {
                let id = ids::new_uuid(tx.at(), tx.chance());
                // What was said stays out of the record: it is no act on anything.
                tx.record(Act {
                    actor: permit.actor().as_str(),
                    action: "remark.made",
                    object: &format!("{KIND}/{id}"),
                    version: None,
                    old: None,
                    new: Some(remark.about.clone()),
                    why: None,
                });
                rows.push(remark::ActiveModel {
                    id: Set(id),
                    at: Set(tx.at().millis()),
                    about: Set(remark.about.clone()),
                    lang: Set(remark.lang.tag().to_owned()),
                    understood: Set(remark.understood),
                    text: Set(remark.text.clone()),
                });
            }
            let kept = rows.len();
            if !rows.is_empty() {
                remark::Entity::insert_many(rows).exec_without_returning(tx).await?;
            }
            Ok((0..commands.len()).map(|index| if index < kept { Ok(()) } else { Err(TooMany) }).collect())
        })
    }
}

#[cfg(test)]
mod tests {
    use infitah_store::{db_test, testing::TestDb};

    use super::*;
    use crate::remarks;

    fn remark(about: &str, understood: bool, text: &str) -> Remark {
        Remark { about: about.to_owned(), lang: Lang::arabic(), understood, text: text.to_owned() }
    }

    #[db_test]
    async fn remarks_are_counted_by_page_and_listed_in_their_order(db: TestDb) {
        let day = db.clock().now();
        for (about, understood, text) in
            [("budget/2027", true, ""), ("budget/2027", false, "ما هو الفائض؟"), ("budget/2026", true, "")]
        {
            let permit = Permit::for_anybody("remark");
            make(&db, permit, remark(about, understood, text)).await.unwrap().unwrap();
            db.clock.advance(1000);
        }
        let tx = db.read().await.unwrap();
        let counted = remarks::counted(&tx, "budget/2027").await.unwrap();
        assert_eq!((counted.all, counted.understood), (2, 1));
        let all = remarks::all(&tx).await.unwrap();
        let listed: Vec<_> = all.iter().map(|(at, one)| (at.millis() - day.millis(), one.text.as_str())).collect();
        assert_eq!(listed, [(0, ""), (1000, "ما هو الفائض؟"), (2000, "")]);
        assert_eq!(db.count("record").await.unwrap(), 3);
    }

    #[db_test]
    async fn a_day_has_so_many_and_the_next_begins_anew(db: TestDb) {
        let permit = || Permit::for_anybody("remark");
        let many = (0..MOST_A_DAY + 3).map(|number| make(&db, permit(), remark("a", true, &number.to_string())));
        let answers = futures_util::future::join_all(many).await;
        let kept = answers.iter().filter(|answer| matches!(answer, Ok(Ok(())))).count();
        assert_eq!(u64::try_from(kept).unwrap(), MOST_A_DAY);
        assert!(answers.iter().all(Result::is_ok), "the others are told");
        db.clock.advance(24 * 3600 * 1000);
        assert_eq!(make(&db, permit(), remark("a", true, "")).await.unwrap(), Ok(()));
    }
}
