//! The tables of places and of what is counted of them.

/// A level of the administrative map (region, province, commune…): data, because other countries have others.
pub mod place_kind {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "place_kind")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub kind: String,
        pub rank: i32,
        pub one: String,
        pub many: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A place: the country, a region, a province, a cercle, a commune.
pub mod place {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "place")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub code: String,
        pub kind: String,
        pub parent: Option<String>,
        pub names: String,
        pub sort_key: String,
        pub population: Option<i64>,
        pub households: Option<i64>,
        pub has_outline: bool,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// The simplified outline of a place: rings of longitude and latitude.
pub mod place_outline {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "place_outline")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub code: String,
        pub rings: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What is counted of places (census indicators): its unit, source, date and words.
pub mod indicator {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "indicator")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: String,
        pub position: i32,
        pub definition: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// One figure of one place.
pub mod place_figure {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "place_figure")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub place: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub indicator: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub area: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub sex: String,
        pub value: f64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
