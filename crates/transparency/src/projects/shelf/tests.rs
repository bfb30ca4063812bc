//! The shelf against the documents: whatever is asked, both give the same.

use std::collections::HashMap;

use infitah_base::{Chance, Lang, Text};
use infitah_commons::{Permit, Viewer};
use infitah_store::{Db, StoreError, db_test, testing::TestDb};
use strum::IntoEnumIterator;

use super::*;
use crate::{
    keeper::Memory,
    projects::{
        model::{Budget, Observation, Party, PlaceRef, Project, Status},
        queries::{self, Listed},
        service::{self, Done},
    },
};

const PLACES: [(&str, &str); 4] = [("05.081", "05"), ("05.091", "05"), ("05.081.01", "05.081"), ("06.001", "06")];
const SECTORS: [&str; 4] = ["transport", "transport.road", "transportation", "education"];
const PAYERS: [&str; 3] = ["Conseil de la région", "Ministère", "Commune"];

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

fn parents() -> HashMap<String, Option<String>> {
    let mut all: HashMap<String, Option<String>> =
        ["05", "06"].map(|code| (code.to_owned(), Some("MA".to_owned()))).into();
    all.extend(PLACES.map(|(code, around)| (code.to_owned(), Some(around.to_owned()))));
    all
}

/// Throws dice.
struct Dice(Chance);

impl Dice {
    fn below(&self, count: u64) -> u64 {
        u64::from_le_bytes(self.0.bytes()) % count
    }

    fn one<T: Clone>(&self, of: &[T]) -> Option<T> {
        let index = usize::try_from(self.below(u64::try_from(of.len()).unwrap() + 1)).unwrap();
        of.get(index).cloned()
    }

    fn date(&self) -> Option<CivilDate> {
        let days = ["2025-12-31", "2026-08-24", "2026-08-25", "2026-11-22", "2026-11-23", "2027-03-01"];
        self.one(&days.map(day))
    }

    fn observations(&self) -> Vec<Observation> {
        let one =
            |date| Observation { date, percent: u32::try_from(self.below(101)).unwrap(), source: Text::default() };
        [self.date(), self.date()].into_iter().flatten().map(one).collect()
    }

    /// A project with whatever comes.
    fn project(&self, identifier: &str) -> Project {
        let title = ["Route", "École", "Pont", "Souk"].map(|word| format!("{word} {}", self.below(3)));
        let mut project = Project::new(identifier, Text::one(Lang::arabic(), self.one(&title).unwrap_or_default()));
        project.status = self.one(&Status::iter().collect::<Vec<_>>());
        project.kind = self.one(&Kind::iter().collect::<Vec<_>>());
        project.sectors = self.one(&SECTORS).into_iter().chain(self.one(&SECTORS)).map(str::to_owned).collect();
        for place in [self.one(&PLACES), self.one(&PLACES)].into_iter().flatten() {
            project.places.push(PlaceRef { code: Some(place.0.to_owned()), ..PlaceRef::default() });
        }
        let currency = if self.below(5) == 0 { "EUR" } else { "MAD" }.parse().unwrap();
        let cost = self.one(&[Money::new(1_000, currency), Money::new(50_000, currency), Money::new(900, currency)]);
        project.budget = cost.map(|amount| Budget { amount, approved: None });
        project.dates.planned_end = self.date();
        project.dates.actual_start = self.date();
        project.updated = self.date();
        (project.physical, project.financial) = (self.observations(), self.observations());
        if let Some(name) = self.one(&PAYERS) {
            let roles = self.one(&["funder", "supplier"]).into_iter().map(str::to_owned).collect();
            let (id, name) = (format!("MA-{name}"), Text::one(Lang::arabic(), name));
            project.parties.push(Party { id, name, roles, registered: None, contact: None });
        }
        project
    }
}

async fn save(db: &Db, projects: Vec<Project>) {
    let saved: Result<_, StoreError> = db
        .write(|tx| {
            Box::pin(
                async move { service::save(tx, &Permit::for_operator("test"), projects, &parents(), 2026, None).await },
            )
        })
        .await;
    saved.unwrap();
}

/// Takes projects back that were created and not changed since.
async fn withdraw(db: &Db, references: Vec<String>) {
    let done: Vec<Done> = references.into_iter().map(|reference| Done { reference, before: None, after: 1 }).collect();
    let taken: Result<_, StoreError> = db
        .write(|tx| {
            Box::pin(
                async move { service::take_back(tx, &Permit::for_operator("test"), &done, &parents(), None).await },
            )
        })
        .await;
    taken.unwrap();
}

/// A keeper who hears of changes.
fn keeper(db: &Db) -> Keeper {
    let keeper = Keeper::default();
    let hears = keeper.clone();
    db.on_change(move |changes| hears.note(changes));
    keeper
}

/// Every filter alone, and some together.
fn filters() -> Vec<Filter> {
    let plain = Filter::default;
    let today = day("2026-11-23");
    let mut all = vec![plain(), Filter { reference: Some("PRJ-2026-0003".to_owned()), ..plain() }];
    all.push(Filter { words: "route".to_owned(), ..plain() });
    all.push(Filter { words: "!".to_owned(), ..plain() });
    all.extend(["05", "05.081", "06", "99"].map(|code| Filter { place: Some(code.to_owned()), ..plain() }));
    all.extend(SECTORS.map(|code| Filter { sector: Some(code.to_owned()), ..plain() }));
    all.extend(Stage::iter().map(|stage| Filter { stage: Some(stage), ..plain() }));
    all.extend(Kind::iter().map(|kind| Filter { kind: Some(kind), ..plain() }));
    all.extend(PAYERS.map(|name| Filter { organisation: Some(format!("MA-{name}")), ..plain() }));
    all.extend(Concern::iter().map(|concern| Filter { concern: Some((concern, today)), ..plain() }));
    let narrow = Filter { place: Some("05".to_owned()), stage: Some(Stage::Works), ..plain() };
    all.push(Filter { concern: Some((Concern::Late, today)), ..narrow });
    all.into_iter().flat_map(|filter| Sort::iter().map(move |sort| Filter { sort, ..filter.clone() })).collect()
}

/// Whether a filter finds a project, told by its document.
fn is_found(filter: &Filter, one: &Listed) -> bool {
    let Listed { reference, project, .. } = one;
    let around = |code: &str| {
        let parents = parents();
        let all = std::iter::successors(Some(code.to_owned()), |code| parents.get(code).cloned().flatten());
        all.collect::<Vec<_>>()
    };
    let is_in = |place: &String| {
        let codes = project.places.iter().filter_map(|one| one.code.as_deref());
        codes.flat_map(around).any(|code| code == *place)
    };
    let has =
        |sector: &String| project.sectors.iter().any(|one| one == sector || one.starts_with(&format!("{sector}.")));
    // Who is named without a role has no part.
    let has_part = |key: &String| project.parties.iter().any(|party| party.key() == *key && !party.roles.is_empty());
    let gives = |(concern, today): (Concern, CivilDate)| match concern {
        Concern::Late => project.days_late(today).is_some(),
        Concern::Silent => project.days_silent(today).is_some(),
        Concern::Ahead => project.paid_ahead().is_some(),
    };
    let title = project.title.plain(Lang::arabic()).to_lowercase();
    (!filter.words.contains("route") || title.contains("route"))
        && filter.reference.as_ref().is_none_or(|sought| sought == reference)
        && filter.place.as_ref().is_none_or(is_in)
        && filter.sector.as_ref().is_none_or(has)
        && filter.stage.is_none_or(|stage| project.stage() == Some(stage))
        && filter.kind.is_none_or(|kind| project.kind == Some(kind))
        && filter.organisation.as_ref().is_none_or(has_part)
        && filter.concern.is_none_or(gives)
}

/// The shelf says of every filter what the documents say, and stands in the order that was asked for.
async fn agrees(db: &Db, shelf: &Arc<Shelf>) {
    let tx = db.read().await.unwrap();
    let viewer = Viewer::Public;
    let everything = queries::hits(&tx, shelf, &viewer, &Filter::default()).await.unwrap();
    let all = everything.page(&tx, 1, 10_000).await.unwrap();
    assert_eq!(all.len(), shelf.len());
    for one in &all {
        let entry = &shelf.entries[shelf.position(&one.reference).unwrap()];
        assert_eq!(entry.standing, one.project.standing(), "{}", one.reference);
    }
    for filter in filters() {
        let hits = queries::hits(&tx, shelf, &viewer, &filter).await.unwrap();
        let shown = hits.page(&tx, 1, 10_000).await.unwrap();
        let mut found: Vec<&str> = shown.iter().map(|one| one.reference.as_str()).collect();
        let order = |one: &Listed| match filter.sort {
            Sort::Cost => (Reverse(one.project.budget.as_ref().map(|budget| budget.amount.minor)), None, String::new()),
            Sort::News => (Reverse(None), Some(Reverse(one.project.last_news())), String::new()),
            Sort::Name => (Reverse(None), None, infitah_base::text::sort_key(one.project.title.plain(Lang::arabic()))),
        };
        assert!(shown.is_sorted_by_key(|one| (order(one), one.reference.clone())), "{filter:?}");
        found.sort_unstable();
        let mut expected: Vec<&str> =
            all.iter().filter(|one| is_found(&filter, one)).map(|one| one.reference.as_str()).collect();
        expected.sort_unstable();
        assert_eq!(found, expected, "{filter:?}");
        assert_eq!(hits.stages().iter().map(|(_, count)| count).sum::<u64>(), hits.count());
        let late = shown.iter().filter(|one| one.project.days_late(day("2026-11-23")).is_some()).count();
        assert_eq!(hits.concerning(Concern::Late, day("2026-11-23")), u64::try_from(late).unwrap());
        let budgets = shown.iter().filter_map(|one| Some(one.project.budget.as_ref()?.amount.minor));
        assert_eq!(hits.totals().iter().map(|total| total.minor).sum::<i64>(), budgets.sum::<i64>());
    }
}

#[db_test]
async fn the_shelf_and_the_documents_agree_whatever_is_asked_and_changed(db: TestDb) {
    let dice = Dice(Chance::seeded(7));
    let keeper = keeper(&db);
    assert!(keeper.shelf(&db).await.unwrap().is_empty());
    save(&db, (0..60).map(|number| dice.project(&number.to_string())).collect()).await;
    agrees(&db, &keeper.shelf(&db).await.unwrap()).await;
    // A few change, two are new, one goes: only those are read again, and the whole is as if read from the beginning.
    for round in 0..3 {
        let some = (0..5).map(|_| dice.project(&dice.below(62).to_string())).collect();
        save(&db, some).await;
        let shelf = keeper.shelf(&db).await.unwrap();
        let gone = shelf.entries.iter().filter(|entry| entry.version == 1).nth(round).unwrap().reference.to_string();
        withdraw(&db, vec![gone.clone()]).await;
        let shelf = keeper.shelf(&db).await.unwrap();
        assert_eq!(shelf.version(&gone), None);
        agrees(&db, &shelf).await;
        let anew = Shelf::load(&db.read().await.unwrap()).await.unwrap();
        let versions = |shelf: &Shelf| -> Vec<(String, i64)> {
            shelf.entries.iter().map(|entry| (entry.reference.to_string(), entry.version)).collect()
        };
        assert_eq!(versions(&shelf), versions(&anew));
        assert_eq!(shelf.orders, anew.orders);
        assert_eq!(shelf.sectors().collect::<Vec<_>>(), anew.sectors().collect::<Vec<_>>());
        assert_eq!(shelf.offered().map(Iterator::collect::<Vec<_>>), anew.offered().map(Iterator::collect::<Vec<_>>));
    }
}

#[db_test]
async fn who_asks_after_a_change_has_it_and_the_unchanged_costs_nothing(db: TestDb) {
    let dice = Dice(Chance::seeded(8));
    let keeper = keeper(&db);
    save(&db, (0..10).map(|number| dice.project(&number.to_string())).collect()).await;
    let first = keeper.shelf(&db).await.unwrap();
    let before = db.statements();
    assert!(Arc::ptr_eq(&first, &keeper.shelf(&db).await.unwrap()));
    assert_eq!(db.statements(), before);
    // Asked by many while projects change: nobody gets less than what was told before they asked.
    for number in 10..30 {
        save(&db, vec![dice.project(&number.to_string())]).await;
        let asked = [keeper.shelf(&db), keeper.shelf(&db), keeper.shelf(&db)];
        for shelf in futures_util::future::join_all(asked).await {
            assert_eq!(shelf.unwrap().len(), number + 1);
        }
    }
    // Who gives up, at whatever moment, leaves what was noted to the next.
    for pause in 0..20 {
        save(&db, vec![dice.project(&format!("last {pause}"))]).await;
        let _ = tokio::time::timeout(std::time::Duration::from_micros(50 * pause), keeper.shelf(&db)).await;
        assert_eq!(keeper.shelf(&db).await.unwrap().len(), 31 + usize::try_from(pause).unwrap());
    }
    // Another process.
    save(&db.again().await, vec![dice.project("elsewhere")]).await;
    db.catch_up().await.unwrap();
    assert_eq!(keeper.shelf(&db).await.unwrap().len(), 51);
}
