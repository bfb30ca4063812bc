use infitah_base::config::{Config, Layers};
use infitah_store::{
    StoreError, db_test,
    record::{RecordFilter, newest},
    testing::TestDb,
};

use super::*;
use crate::{
    places::{Atlas, load_all},
    settings::{Settings, find, key},
};

/// A commune, and the province around it.
const COMMUNE: &str = "05.081.03.13";
const PROVINCE: &str = "05.081";
const REGION: &str = "05";

fn config() -> Config {
    Config::parse(&Layers::new(None, &Default::default(), &[]).unwrap()).unwrap()
}

async fn atlas(db: &TestDb) -> Atlas {
    let loaded: Result<_, StoreError> =
        db.write(|tx| Box::pin(async move { load_all(tx, &Permit::for_operator("test")).await })).await;
    loaded.unwrap();
    Atlas::load(&db.read().await.unwrap()).await.unwrap()
}

async fn choose(db: &TestDb, place: &str, value: Option<bool>, seen: i64) -> Result<(), SettingError> {
    let known = find(key::PROJECTS_SECOND).unwrap();
    let new = NewValue { known, place: place.to_owned(), value: value.map(Value::Switch), seen };
    db.write(move |tx| Box::pin(async move { change(tx, &Permit::for_operator("test"), new).await })).await
}

#[db_test]
async fn a_place_takes_what_was_chosen_nearest_around_it(db: TestDb) {
    let atlas = atlas(&db).await;
    let second = |settings: &Settings, place: &str| settings.truth(key::PROJECTS_SECOND, place, &atlas);
    assert!(!second(&Settings::of(&config()), COMMUNE));
    choose(&db, REGION, Some(true), 0).await.unwrap();
    choose(&db, PROVINCE, Some(false), 0).await.unwrap();
    let settings = Settings::load(&db.read().await.unwrap(), &config()).await.unwrap();
    assert_eq!([REGION, PROVINCE, COMMUNE].map(|place| second(&settings, place)), [true, false, false]);
    let found = settings.find(key::PROJECTS_SECOND, COMMUNE, &atlas).unwrap();
    assert_eq!(found.origin, Some(PROVINCE));
    choose(&db, PROVINCE, None, 1).await.unwrap();
    let settings = Settings::load(&db.read().await.unwrap(), &config()).await.unwrap();
    let found = settings.find(key::PROJECTS_SECOND, COMMUNE, &atlas).unwrap();
    assert_eq!((found.value, found.origin), (&Value::Switch(true), Some(REGION)));
}

#[db_test]
async fn who_did_not_see_the_last_change_is_refused(db: TestDb) {
    choose(&db, REGION, Some(true), 0).await.unwrap();
    assert!(matches!(choose(&db, REGION, Some(false), 0).await, Err(SettingError::Changed)));
    choose(&db, REGION, Some(false), 1).await.unwrap();
    // The default is no beginning anew: what was seen before it is old as well.
    choose(&db, REGION, None, 2).await.unwrap();
    assert!(matches!(choose(&db, REGION, Some(true), 0).await, Err(SettingError::Changed)));
}

#[db_test]
async fn each_change_stands_in_the_record_and_none_that_changes_nothing(db: TestDb) {
    choose(&db, REGION, Some(true), 0).await.unwrap();
    choose(&db, REGION, Some(true), 1).await.unwrap();
    choose(&db, REGION, None, 1).await.unwrap();
    let filter = RecordFilter { object: Some(object(key::PROJECTS_SECOND, REGION)), ..RecordFilter::default() };
    let rows = newest(&db.read().await.unwrap(), &filter, 10).await.unwrap();
    let told: Vec<_> = rows.iter().map(|row| (row.old.as_deref(), row.new.as_deref())).collect();
    assert_eq!(told, [(Some("true"), None), (None, Some("true"))]);
}

#[db_test]
async fn leave_for_one_place_is_none_for_another(db: TestDb) {
    use infitah_base::{Lang, Timestamp};
    use uuid::Uuid;

    use crate::access::{Grant, Role, Strength, Who};
    let atlas = atlas(&db).await;
    let now = db.clock().now();
    let grant = Grant {
        id: Uuid::nil(),
        role: Role::Administrator,
        place: PROVINCE.to_owned(),
        domain: None,
        from: Timestamp::from_millis(0),
        until: None,
        delegated: false,
    };
    let who = Who {
        account: Uuid::nil(),
        session: Uuid::nil(),
        name: "Itto".to_owned(),
        lang: Lang::arabic(),
        strength: Strength::Passkey,
        proved: now,
        grants: vec![grant],
    };
    assert!(Permit::<ChangeSettings>::of(&who, REGION, &atlas, now).is_err());
    let permit = Permit::<ChangeSettings>::of(&who, COMMUNE, &atlas, now).unwrap();
    let known = find(key::BUDGET_SECOND).unwrap();
    let new = NewValue { known, place: REGION.to_owned(), value: Some(Value::Switch(true)), seen: 0 };
    let done = db.write(move |tx| Box::pin(async move { change(tx, &permit, new).await })).await;
    assert!(matches!(done, Err(SettingError::Store(StoreError::Elsewhere(_)))));
}
