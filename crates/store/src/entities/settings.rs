//! The tables of what administrators choose.

/// A setting of a place: the value is JSON, and none is back to what holds around the place.
pub mod setting_value {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "setting_value")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub place: String,
        pub value: Option<String>,
        pub version: i64,
        pub set_at: i64,
        pub set_by: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A section of a place: who answers for it, within how many working days, and whether it is open.
pub mod section {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "section")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub place: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub section: String,
        pub owner: Option<Uuid>,
        pub deputy: Option<Uuid>,
        pub days: Option<i64>,
        pub opened_at: Option<i64>,
        pub closed: bool,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
