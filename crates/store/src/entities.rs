//! The tables, as SeaORM sees them. Instants are milliseconds (`i64`), civil dates ISO text, JSON is text that is
//! kept and never filtered. What each table is for stands above it; its columns are made in `migrations`.
#![expect(missing_docs, reason = "columns are documented where the migrations make them")]
#![expect(clippy::disallowed_methods, reason = "SeaORM's macro writes nested saves that nobody here calls")]

mod accounts;
mod drafts;
mod places;
mod settings;

pub use accounts::{account, account_word, challenge, contact, factor, factor_miss, granting, session, sign_in};
pub use drafts::draft;
pub use places::{indicator, place, place_figure, place_kind, place_outline};
pub use settings::{section, setting_value};

/// What lists, filters and sums need of a project; the project itself is its document.
pub mod project {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "project")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        #[sea_orm(unique)]
        pub reference: String,
        #[sea_orm(unique)]
        pub identifier: String,
        pub version: i64,
        pub kind: String,
        pub stage: String,
        pub sort_key: String,
        pub budget_minor: Option<i64>,
        pub currency: Option<String>,
        pub planned_end: Option<String>,
        pub updated: Option<String>,
        pub built: Option<i32>,
        pub paid: Option<i32>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Who has a part in projects: by a registered id, or by its name where there is none.
pub mod organisation {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "organisation")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: String,
        pub names: String,
        pub sort_key: String,
        pub scheme: Option<String>,
        pub number: Option<String>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// The part that an organisation has in a project.
pub mod project_organisation {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "project_organisation")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub organisation: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub project: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub role: String,
        pub amount_minor: Option<i64>,
        pub currency: Option<String>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Where an address of a platform that was replaced leads now.
pub mod old_address {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "old_address")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub path: String,
        pub target: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Where a project is: its own places (`direct`) and all places around them.
pub mod project_place {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "project_place")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub project: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub place: String,
        pub direct: bool,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// The sectors of a project.
pub mod project_sector {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "project_sector")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub project: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub sector: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Every version of every rich object, whole. `object` is `kind/id`, as in the change feed and the record.
pub mod document {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "document")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub object: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub version: i64,
        pub at: i64,
        pub body: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// The record: who did what to which object when, from what to what, and why. Rows are only added, each with the hash
/// of itself and of the one before.
pub mod record {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "record")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub seq: i64,
        pub at: i64,
        pub actor: String,
        pub action: String,
        pub object: String,
        pub version: Option<i64>,
        pub old: Option<String>,
        pub new: Option<String>,
        pub why: Option<String>,
        pub private: bool,
        pub content: Option<String>,
        pub hash: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Values of the record that tell of a person, each with the salt of the commitment that stands in its row.
pub mod record_private {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "record_private")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub seq: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub field: String,
        pub salt: String,
        pub value: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// The last row of the record: its number and hash, in one row.
pub mod record_head {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "record_head")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i64,
        pub seq: i64,
        pub hash: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// The change feed: which object reached which version. Rows are only added, in the order of their commits.
pub mod change {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "change")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub seq: i64,
        pub at: i64,
        pub object: String,
        pub version: Option<i64>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Running numbers, by name (`PRJ-2026`).
pub mod counter {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "counter")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub name: String,
        pub value: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What this database knows of itself (whether it is a demonstration, which data was loaded).
pub mod setting {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "setting")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: String,
        pub value: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// The journal of imports: one row per file that was brought in.
pub mod import {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "import")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub file: String,
        pub size: i64,
        pub sha256: String,
        pub mapping: Option<String>,
        pub options: String,
        pub state: String,
        pub total: i64,
        pub applied: i64,
        pub created: i64,
        pub updated: i64,
        pub unchanged: i64,
        pub started: i64,
        pub ended: Option<i64>,
        pub actor: String,
        pub why: Option<String>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What each row of an imported file changed, so that it can be taken back.
pub mod import_row {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "import_row")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub import: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i64,
        pub reference: String,
        pub before: Option<i64>,
        pub after: i64,
        pub stayed: bool,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Projects that were taken back: they stand in no list, and their versions stay.
pub mod project_withdrawn {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "project_withdrawn")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        #[sea_orm(unique)]
        pub reference: String,
        #[sea_orm(unique)]
        pub identifier: String,
        pub version: i64,
        pub at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What somebody said about a page: whether they understood it, and what ought to be explained.
pub mod remark {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "remark")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub at: i64,
        pub about: String,
        pub lang: String,
        pub understood: bool,
        pub text: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What is done in the background, and how that went.
pub mod job {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "job")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub kind: String,
        pub key: Option<String>,
        #[sea_orm(unique)]
        pub open_key: Option<String>,
        pub payload: String,
        pub state: String,
        pub run_at: i64,
        pub attempts: i64,
        pub lease_until: Option<i64>,
        pub lease_by: Option<String>,
        pub error: Option<String>,
        pub made_at: i64,
        pub ended_at: Option<i64>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// When each schedule last gave a job.
pub mod schedule {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "schedule")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub name: String,
        pub last: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A message that leaves, or left.
pub mod message {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "message")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub made_at: i64,
        pub month: String,
        pub address: String,
        pub purpose: String,
        pub lang: String,
        pub subject: String,
        pub text: String,
        pub state: String,
        pub attempts: i64,
        pub segments: i64,
        pub cost: i64,
        pub sent_at: Option<i64>,
        pub delivered_at: Option<i64>,
        pub error: Option<String>,
        pub provider_id: Option<String>,
        pub account: Option<Uuid>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// An SMS that arrived.
pub mod message_in {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "message_in")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub at: i64,
        #[sea_orm(unique)]
        pub provider_id: String,
        pub sender: String,
        pub kind: String,
        pub reference: Option<String>,
        pub text: String,
        pub name: Option<String>,
        pub read_at: Option<i64>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What somebody wants to be sent, which way, and when not.
pub mod message_wish {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "message_wish")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub account: Uuid,
        pub notices: String,
        pub digests: String,
        pub quiet_from: i64,
        pub quiet_to: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// An address to which no notice and no digest is sent any more.
pub mod message_stop {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "message_stop")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub address: String,
        pub at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
