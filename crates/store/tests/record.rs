//! The record: its chain holds, and every alteration of its tables is found.

use infitah_store::{
    Act, Db, StoreError, db_test, documents,
    entities::{document, record as rows, record_head, record_private},
    record::{self, RecordHead, Tampered},
    testing::TestDb,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, sea_query::Expr,
};

fn act<'a>(object: &'a str, version: Option<i64>) -> Act<'a> {
    Act {
        actor: "operator:test",
        action: "thing.done",
        object,
        version,
        old: Some("before".to_owned()),
        new: Some("after".to_owned()),
        why: Some("because"),
    }
}

/// Three documents with their rows, then two rows about a person.
async fn fill(db: &Db) {
    for number in 1..=3 {
        let done: Result<(), StoreError> = db
            .write(move |tx| {
                Box::pin(async move {
                    let object = format!("thing/{number}");
                    documents::keep(tx, &object, 1, &"متن").await?;
                    tx.record(act(&object, Some(1)));
                    Ok(())
                })
            })
            .await;
        done.unwrap();
    }
    let done: Result<(), StoreError> = db
        .write(|tx| {
            Box::pin(async move {
                tx.record_privately(act("person/1", None));
                tx.record_privately(Act { new: None, ..act("person/2", None) });
                Ok(())
            })
        })
        .await;
    done.unwrap();
}

async fn wrong(db: &Db) -> Option<Tampered> {
    record::verify(&db.read().await.unwrap(), None).await.unwrap().wrong
}

/// Changes tables as somebody with the database's own tools would: with a row of the record that says nothing of it.
async fn by_hand<T: Send + 'static>(
    db: &Db,
    work: impl for<'t> FnOnce(&'t infitah_store::WriteTx) -> infitah_store::InTx<'t, T, StoreError> + Send + 'static,
) {
    db.write(work).await.unwrap();
}

#[db_test]
async fn what_was_written_is_whole_and_says_its_head(db: TestDb) {
    assert_eq!(wrong(&db).await, None, "an empty record");
    fill(&db).await;
    let verified = record::verify(&db.read().await.unwrap(), None).await.unwrap();
    assert_eq!((verified.head.seq, verified.erased, verified.wrong), (5, 0, None));
    let known: RecordHead = verified.head.to_string().parse().unwrap();
    fill_more(&db).await;
    let later = record::verify(&db.read().await.unwrap(), Some(&known)).await.unwrap();
    assert_eq!((later.head.seq, later.wrong), (6, None), "what was written down earlier is found again");
}

async fn fill_more(db: &Db) {
    let done: Result<(), StoreError> = db
        .write(|tx| {
            Box::pin(async move {
                tx.record(act("thing/4", None));
                Ok(())
            })
        })
        .await;
    done.unwrap();
}

#[db_test]
async fn every_column_of_a_row_that_is_altered_is_found(db: TestDb) {
    fill(&db).await;
    let columns = [
        (rows::Column::At, Expr::value(1_i64)),
        (rows::Column::Actor, Expr::value("operator:other")),
        (rows::Column::Action, Expr::value("thing.undone")),
        (rows::Column::Object, Expr::value("thing/9")),
        (rows::Column::Version, Expr::value(2_i64)),
        (rows::Column::Old, Expr::value("other")),
        (rows::Column::New, Expr::value(None::<String>)),
        (rows::Column::Why, Expr::value("becaus e")),
        (rows::Column::Private, Expr::value(true)),
        (rows::Column::Content, Expr::value("00")),
        (rows::Column::Hash, Expr::value("00")),
    ];
    let before = rows::Entity::find_by_id(2_i64).one(&db.read().await.unwrap()).await.unwrap().unwrap();
    for (column, value) in columns {
        by_hand(&db, move |tx| {
            Box::pin(async move {
                let altered = rows::Entity::update_many().col_expr(column, value).filter(rows::Column::Seq.eq(2));
                altered.exec(tx).await?;
                tx.record(act("thing/5", None));
                Ok(())
            })
        })
        .await;
        let found = wrong(&db).await;
        assert!(matches!(found, Some(Tampered::Altered { seq: 2, .. })), "{column:?}: {found:?}");
        let back = before.clone();
        by_hand(&db, move |tx| {
            Box::pin(async move {
                back.into_active_model().reset_all().update(tx).await?;
                tx.record(act("thing/5", None));
                Ok(())
            })
        })
        .await;
        assert_eq!(wrong(&db).await, None);
    }
}

/// One way to alter what the record holds, and what must be said of it.
type Attack =
    (&'static str, fn(&infitah_store::WriteTx) -> infitah_store::InTx<'_, (), StoreError>, fn(&Tampered) -> bool);

const ATTACKS: &[Attack] = &[
    (
        "a row in the middle is taken out",
        |tx| {
            Box::pin(
                async move { rows::Entity::delete_by_id(3_i64).exec(tx).await.map(|_| ()).map_err(StoreError::from) },
            )
        },
        |found| *found == Tampered::Missing(3),
    ),
    (
        "the first row is taken out",
        |tx| {
            Box::pin(
                async move { rows::Entity::delete_by_id(1_i64).exec(tx).await.map(|_| ()).map_err(StoreError::from) },
            )
        },
        |found| *found == Tampered::Missing(1),
    ),
    (
        "two rows change places",
        |tx| {
            Box::pin(async move {
                for (from, to) in [(1, 99), (2, 1), (99, 2)] {
                    let moved = rows::Entity::update_many().col_expr(rows::Column::Seq, Expr::value(to as i64));
                    moved.filter(rows::Column::Seq.eq(from)).exec(tx).await?;
                }
                Ok(())
            })
        },
        |found| matches!(found, Tampered::Altered { seq: 1, .. }),
    ),
    (
        "a document is altered",
        |tx| {
            Box::pin(async move {
                let altered = document::Entity::update_many().col_expr(document::Column::Body, Expr::value("\"x\""));
                altered
                    .filter(document::Column::Object.eq("thing/2"))
                    .exec(tx)
                    .await
                    .map(|_| ())
                    .map_err(StoreError::from)
            })
        },
        |found| matches!(found, Tampered::Document { seq: 2, .. }),
    ),
    (
        "a document is dated back",
        |tx| {
            Box::pin(async move {
                let altered = document::Entity::update_many().col_expr(document::Column::At, Expr::value(1_i64));
                altered
                    .filter(document::Column::Object.eq("thing/2"))
                    .exec(tx)
                    .await
                    .map(|_| ())
                    .map_err(StoreError::from)
            })
        },
        |found| matches!(found, Tampered::Document { seq: 2, .. }),
    ),
    (
        "a document is taken out",
        |tx| {
            Box::pin(async move {
                let gone = document::Entity::delete_many().filter(document::Column::Object.eq("thing/3"));
                gone.exec(tx).await.map(|_| ()).map_err(StoreError::from)
            })
        },
        |found| matches!(found, Tampered::Document { seq: 3, .. }),
    ),
    (
        "a document is put in",
        |tx| {
            Box::pin(async move {
                let row = document::ActiveModel {
                    object: Set("thing/1".to_owned()),
                    version: Set(2),
                    at: Set(1),
                    body: Set("\"y\"".to_owned()),
                };
                document::Entity::insert(row).exec_without_returning(tx).await.map(|_| ()).map_err(StoreError::from)
            })
        },
        |found| *found == Tampered::Unrecorded { object: "thing/1".to_owned(), version: 2 },
    ),
    (
        "a value that was set apart is altered",
        |tx| {
            Box::pin(async move {
                let altered = record_private::Entity::update_many()
                    .col_expr(record_private::Column::Value, Expr::value("other"))
                    .filter(record_private::Column::Seq.eq(4))
                    .filter(record_private::Column::Field.eq("why"));
                altered.exec(tx).await.map(|_| ()).map_err(StoreError::from)
            })
        },
        |found| *found == Tampered::Private { seq: 4, field: "why".to_owned() },
    ),
    (
        "its salt is altered",
        |tx| {
            Box::pin(async move {
                let altered = record_private::Entity::update_many()
                    .col_expr(record_private::Column::Salt, Expr::value("00"))
                    .filter(record_private::Column::Seq.eq(5))
                    .filter(record_private::Column::Field.eq("old"));
                altered.exec(tx).await.map(|_| ()).map_err(StoreError::from)
            })
        },
        |found| *found == Tampered::Private { seq: 5, field: "old".to_owned() },
    ),
    (
        "a value that was set apart is taken out, and no row says so",
        |tx| {
            Box::pin(async move {
                let gone = record_private::Entity::delete_many().filter(record_private::Column::Seq.eq(5));
                gone.exec(tx).await.map(|_| ()).map_err(StoreError::from)
            })
        },
        |found| *found == Tampered::Private { seq: 5, field: "old".to_owned() },
    ),
    (
        "a value is put beside a row that has none",
        |tx| Box::pin(put_apart(tx, 5, "new")),
        |found| *found == Tampered::Private { seq: 5, field: "new".to_owned() },
    ),
    (
        "a value is put beside a row that set nothing apart",
        |tx| Box::pin(put_apart(tx, 1, "new")),
        |found| *found == Tampered::Private { seq: 1, field: "new".to_owned() },
    ),
    (
        "a value is put beside a row that is not there",
        |tx| Box::pin(put_apart(tx, 99, "new")),
        |found| *found == Tampered::Private { seq: 99, field: "new".to_owned() },
    ),
];

async fn put_apart(tx: &infitah_store::WriteTx, seq: i64, field: &str) -> Result<(), StoreError> {
    let (field, salt, value) = (Set(field.to_owned()), Set("00".to_owned()), Set("x".to_owned()));
    let row = record_private::ActiveModel { seq: Set(seq), field, salt, value };
    record_private::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

#[db_test]
async fn what_is_altered_in_any_table_is_found_and_named(db: TestDb) {
    fill(&db).await;
    for (what, alter, is_said) in ATTACKS {
        // Rolled back afterwards, so that each stands alone.
        let found: Result<(), Seen> = db
            .write(move |tx| {
                Box::pin(async move {
                    alter(tx).await?;
                    Err(Seen::Found(record::verify(tx, None).await?.wrong))
                })
            })
            .await;
        match found {
            Err(Seen::Found(Some(found))) => assert!(is_said(&found), "{what}: {found}"),
            Err(Seen::Failed(error)) => panic!("{what}: {error}"),
            other => panic!("{what}: not found: {other:?}"),
        }
    }
    assert_eq!(wrong(&db).await, None);
}

/// What was seen before a write is rolled back.
#[derive(Debug)]
enum Seen {
    Found(Option<Tampered>),
    Failed(StoreError),
}

impl From<StoreError> for Seen {
    fn from(error: StoreError) -> Self {
        Seen::Failed(error)
    }
}

impl From<sea_orm::DbErr> for Seen {
    fn from(error: sea_orm::DbErr) -> Self {
        Seen::Failed(error.into())
    }
}

#[db_test]
async fn an_end_that_is_cut_off_is_found_by_the_head_and_by_what_was_written_down(db: TestDb) {
    fill(&db).await;
    let before = record::verify(&db.read().await.unwrap(), None).await.unwrap().head;
    let found: Result<(), Seen> = db
        .write(move |tx| {
            Box::pin(async move {
                record_private::Entity::delete_many().filter(record_private::Column::Seq.gt(3)).exec(tx).await?;
                rows::Entity::delete_many().filter(rows::Column::Seq.gt(3)).exec(tx).await?;
                let cut = record::verify(tx, None).await?.wrong;
                assert_eq!(cut, Some(Tampered::End { found: 3, named: 5 }));
                // Whoever cuts off the head as well is found by who wrote it down.
                let last = rows::Entity::find_by_id(3_i64).one(tx).await?.unwrap();
                let moved = record_head::ActiveModel { id: Set(1), seq: Set(3), hash: Set(last.hash) };
                moved.update(tx).await?;
                assert_eq!(record::verify(tx, None).await?.wrong, None);
                Err(Seen::Found(record::verify(tx, Some(&before)).await?.wrong))
            })
        })
        .await;
    assert!(matches!(found, Err(Seen::Found(Some(Tampered::End { found: 3, named: 5 })))), "{found:?}");
}

#[db_test]
async fn a_record_that_was_made_anew_is_found_by_what_was_written_down(db: TestDb) {
    fill(&db).await;
    let head = record::verify(&db.read().await.unwrap(), None).await.unwrap().head;
    let other = RecordHead { hash: head.hash.chars().rev().collect(), ..head };
    let found = record::verify(&db.read().await.unwrap(), Some(&other)).await.unwrap().wrong;
    assert_eq!(found, Some(Tampered::Anew(5)));
    for text in ["", "5", "5:00", "0:aa", "x:y"] {
        assert!(text.parse::<RecordHead>().is_err(), "{text}");
    }
}

#[db_test]
async fn a_person_is_erased_and_the_chain_holds(db: TestDb) {
    fill(&db).await;
    let row = rows::Entity::find_by_id(4_i64).one(&db.read().await.unwrap()).await.unwrap().unwrap();
    assert!(row.private && [row.old, row.new, row.why].iter().flatten().all(|value| value.len() == 64));
    let erased: Result<usize, StoreError> = db
        .write(|tx| {
            Box::pin(async move { record::erase(tx, "operator:test", "person/1", "asked by the person").await })
        })
        .await;
    assert_eq!(erased.unwrap(), 1);
    let tx = db.read().await.unwrap();
    let verified = record::verify(&tx, None).await.unwrap();
    assert_eq!((verified.head.seq, verified.erased, verified.wrong), (6, 1, None));
    let left = record_private::Entity::find().all(&tx).await.unwrap();
    assert!(left.iter().all(|value| value.seq == 5), "what is kept of others stays: {left:?}");
}

#[db_test]
async fn a_document_without_its_row_is_not_kept(db: TestDb) {
    let done: Result<(), StoreError> = db
        .write(|tx| {
            Box::pin(async move {
                documents::keep(tx, "thing/1", 1, &"x").await?;
                tx.record(act("thing/1", None));
                Ok(())
            })
        })
        .await;
    assert!(matches!(done, Err(StoreError::Unrecorded)), "{done:?}");
    assert_eq!(wrong(&db).await, None);
}
