//! The tables of accounts.

/// A person who is known here.
pub mod account {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "account")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub name: String,
        pub search: String,
        pub lang: String,
        pub place: Option<String>,
        pub state: String,
        pub opened_by: Option<Uuid>,
        pub made_at: i64,
        pub claimed_at: Option<i64>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// How a person is reached.
pub mod contact {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "contact")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub account: Uuid,
        pub address: String,
        pub canonical: String,
        pub proved_at: Option<i64>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A code that was asked for.
pub mod sign_in {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sign_in")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub purpose: String,
        pub account: Option<Uuid>,
        pub address: String,
        pub canonical: String,
        pub browser: String,
        pub code: String,
        pub tries: i64,
        pub made_at: i64,
        pub ends_at: i64,
        pub used_at: Option<i64>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A signed-in device.
pub mod session {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "session")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        #[sea_orm(unique)]
        pub token: String,
        pub account: Uuid,
        pub device: String,
        pub strength: String,
        pub made_at: i64,
        pub proved_at: i64,
        pub seen_at: i64,
        pub ends_at: i64,
        pub ended_at: Option<i64>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A passkey, an application that shows codes, or a code for the day on which both are lost.
pub mod factor {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "factor")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub account: Uuid,
        pub kind: String,
        pub label: String,
        pub data: String,
        pub counter: i64,
        pub made_at: i64,
        pub used_at: Option<i64>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What was asked of a browser and is not answered yet.
pub mod challenge {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "challenge")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub session: Uuid,
        pub purpose: String,
        pub data: String,
        pub ends_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A code that was typed and is wrong.
pub mod factor_miss {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "factor_miss")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub account: Uuid,
        pub missed_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What a person may do, where and until when.
pub mod granting {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "granting")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub account: Uuid,
        pub role: String,
        pub place: String,
        pub domain: String,
        pub from_at: i64,
        pub until_at: Option<i64>,
        pub given_by: Option<Uuid>,
        pub delegated_from: Option<Uuid>,
        pub ended_at: Option<i64>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A word of a person's name.
pub mod account_word {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "account_word")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub word: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub account: Uuid,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
