//! The rows of the record are chained, and what tells of a person stands apart from them.

use sea_orm_migration::{
    prelude::*,
    schema::*,
    sea_orm::{ConnectionTrait, FromQueryResult, Statement},
};

use crate::record::{BEGINNING, Link, digest};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // `private`: old, new and why are commitments, the values stand in `record_private`. `content`: the digest of
        // the document of this version. `hash`: of this row and of the hash of the row before.
        let columns = [
            boolean("private").default(false).to_owned(),
            text_null("content").to_owned(),
            text("hash").default("").to_owned(),
        ];
        for column in columns {
            // One at a time: SQLite adds no more.
            manager.alter_table(Table::alter().table("record").add_column(column).to_owned()).await?;
        }

        // Values that tell of a person, each with the salt of its commitment: erased when the person asks for it.
        let private = Table::create()
            .table("record_private")
            .col(big_integer("seq"))
            .col(text("field"))
            .col(text("salt"))
            .col(text("value"))
            .primary_key(Index::create().col("seq").col("field"))
            .to_owned();
        manager.create_table(private).await?;

        // One row: the number and hash of the last row of the record.
        let head = Table::create()
            .table("record_head")
            .col(big_integer("id").primary_key())
            .col(big_integer("seq"))
            .col(text("hash"))
            .to_owned();
        manager.create_table(head).await?;
        chain(manager.get_connection()).await
    }
}

/// A row as it was before this migration, with what its version of a document says.
#[derive(FromQueryResult)]
struct Row {
    seq: i64,
    at: i64,
    actor: String,
    action: String,
    object: String,
    version: Option<i64>,
    old: Option<String>,
    new: Option<String>,
    why: Option<String>,
    kept_at: Option<i64>,
    body: Option<String>,
}

/// Rows that are read together.
const TOGETHER: u64 = 500;

/// Chains the rows that are there. They are numbered anew without gaps: a number was lost with each write that failed.
async fn chain(db: &SchemaManagerConnection<'_>) -> Result<(), DbErr> {
    let (mut read, mut number, mut hash) = (0, 0, BEGINNING.to_owned());
    loop {
        let rows = rows_after(db, read).await?;
        if rows.is_empty() {
            break;
        }
        for row in rows {
            read = row.seq;
            number += 1;
            let content = row.kept_at.zip(row.body.as_deref()).map(|(at, body)| digest(at, body));
            let link = Link {
                seq: number,
                at: row.at,
                actor: &row.actor,
                action: &row.action,
                object: &row.object,
                version: row.version,
                values: [row.old.as_deref(), row.new.as_deref(), row.why.as_deref()],
                private: false,
                content: content.as_deref(),
            };
            hash = link.hash(&hash);
            let update = Query::update()
                .table("record")
                .value("seq", number)
                .value("content", content)
                .value("hash", hash.clone())
                .and_where(Expr::col("seq").eq(row.seq))
                .to_owned();
            db.execute(&update).await?;
        }
    }
    if number == 0 {
        return Ok(());
    }
    let head = Query::insert()
        .into_table("record_head")
        .columns(["id", "seq", "hash"])
        .values_panic([1_i64.into(), number.into(), hash.into()])
        .to_owned();
    db.execute(&head).await?;
    Ok(())
}

async fn rows_after(db: &SchemaManagerConnection<'_>, seq: i64) -> Result<Vec<Row>, DbErr> {
    let of = |column: &'static str| Expr::col(("record", column));
    let mut select = Query::select();
    select
        .columns(["seq", "at", "actor", "action", "object", "version", "old", "new", "why"].map(|one| ("record", one)))
        .expr_as(Expr::col(("document", "at")), "kept_at")
        .column(("document", "body"))
        .from("record")
        .left_join(
            "document",
            Expr::col(("document", "object"))
                .eq(of("object"))
                .and(Expr::col(("document", "version")).eq(of("version"))),
        )
        .and_where(of("seq").gt(seq))
        .order_by(("record", "seq"), Order::Asc)
        .limit(TOGETHER);
    let statement: Statement = db.get_database_backend().build(&select);
    Row::find_by_statement(statement).all(db).await
}
