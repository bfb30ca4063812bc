//! What is being written.

/// A draft of somebody, until it is published or given up.
pub mod draft {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "draft")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub kind: String,
        pub object: String,
        pub base: i64,
        pub author: Uuid,
        pub state: String,
        #[sea_orm(unique)]
        pub open_key: Option<String>,
        pub body: String,
        pub turn: i64,
        pub made_at: i64,
        pub saved_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
