//! The queue under everything that can go wrong: both databases, several workers, some of them dying.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use futures_util::future::join_all;
use infitah_base::{Chance, Timestamp};
use infitah_store::{Act, Db, InTx, StoreError, WriteTx, db_test, settings, testing::TestDb};
use tokio::{
    sync::{Barrier, Notify, mpsc, oneshot},
    task::JoinHandle,
    time::{sleep, timeout},
};

use super::*;
use crate::Permit;

const MINUTE: i64 = 60_000;

async fn add(db: &Db, kind: &'static str, key: Option<String>, payload: usize) -> Option<JobId> {
    let added: Result<Option<JobId>, StoreError> = db
        .write(move |tx| Box::pin(async move { enqueue(tx, New { kind, key, payload: &payload, run_at: None }).await }))
        .await;
    added.unwrap()
}

async fn add_many(db: &Db, kind: &'static str, numbers: std::ops::Range<usize>) {
    let added: Result<(), StoreError> = db
        .write(move |tx| {
            Box::pin(async move {
                for number in numbers {
                    enqueue(tx, New { kind, key: None, payload: &number, run_at: None }).await?;
                }
                Ok(())
            })
        })
        .await;
    added.unwrap();
}

/// Adds one to a number in the database: twice would be seen.
fn count(tx: &WriteTx, name: String) -> InTx<'_, (), StoreError> {
    Box::pin(async move {
        let before: usize = settings::get(tx, &name).await?.map_or(0, |text| text.parse().unwrap());
        settings::set(tx, &name, &(before + 1).to_string()).await?;
        let object = format!("setting/{name}");
        tx.record(Act {
            actor: "operator:test",
            action: "counted",
            object: &object,
            version: None,
            old: None,
            new: None,
            why: None,
        });
        Ok(())
    })
}

async fn counted(db: &Db, number: usize) -> usize {
    let text = settings::get(&db.read().await.unwrap(), &format!("n{number}")).await.unwrap();
    text.map_or(0, |text| text.parse().unwrap())
}

/// Counts the number in its payload, after at most so many milliseconds.
fn counting(kind: &'static str, patience: Patience, chance: Chance, longest: u64) -> Kinds {
    Kinds::default().with(kind, patience, move |task| {
        let pause = u64::from(u16::from_be_bytes(chance.bytes())) % (longest + 1);
        async move {
            let number: usize = task.payload()?;
            sleep(Duration::from_millis(pause)).await;
            Ok(Done::with(move |tx| count(tx, format!("n{number}"))))
        }
    })
}

fn worker(db: &Db, kinds: Kinds) -> Worker {
    let mut worker = Worker::new(db.clone(), kinds, Vec::new(), Chance::seeded(3));
    worker.look = Duration::from_millis(5);
    worker
}

/// A worker at work, until told or dropped.
struct AtWork {
    stop: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

impl AtWork {
    fn begin(worker: Worker) -> Self {
        let (stop, stopped) = oneshot::channel();
        let task = tokio::spawn(worker.run(async {
            let _ = stopped.await;
        }));
        Self { stop, task }
    }

    async fn end(self) {
        self.stop.send(()).unwrap();
        self.task.await.unwrap();
    }
}

/// Waits until nothing is open any more.
async fn all_ended(db: &Db) {
    let waited = timeout(Duration::from_secs(120), async {
        loop {
            let counts = counts(&db.read().await.unwrap(), db.clock().now()).await.unwrap();
            if (counts.waiting, counts.running) == (0, 0) {
                return;
            }
            sleep(Duration::from_millis(5)).await;
        }
    });
    waited.await.expect("the jobs end");
}

async fn jobs_in(db: &Db, state: State) -> Vec<Job> {
    list(&db.read().await.unwrap(), &[state]).await.unwrap()
}

/// Waits until one job is as expected.
async fn one(db: &Db, is: impl Fn(&Job) -> bool) -> Job {
    let waited = timeout(Duration::from_secs(30), async {
        loop {
            let all = list(&db.read().await.unwrap(), &State::ALL).await.unwrap();
            if let Some(job) = all.into_iter().find(&is) {
                return job;
            }
            sleep(Duration::from_millis(5)).await;
        }
    });
    waited.await.expect("a job as expected")
}

#[db_test]
async fn a_job_is_there_if_its_reason_is_committed_and_needs_no_row_in_the_record(db: TestDb) {
    let undone: Result<(), StoreError> = db
        .write(|tx| {
            Box::pin(async move {
                enqueue(tx, New { kind: "test", key: None, payload: &1, run_at: None }).await?;
                Err(StoreError::Interrupted)
            })
        })
        .await;
    assert!(undone.is_err());
    assert_eq!(db.count("job").await.unwrap(), 0);
    add(&db, "test", None, 1).await.unwrap();
    assert_eq!((db.count("job").await.unwrap(), db.count("record").await.unwrap()), (1, 0));
    let unrecorded: Result<(), StoreError> = db
        .write(|tx| {
            Box::pin(async move {
                enqueue(tx, New { kind: "test", key: None, payload: &2, run_at: None }).await?;
                settings::set(tx, "a", "b").await
            })
        })
        .await;
    assert!(matches!(unrecorded, Err(StoreError::Unrecorded)), "what else is written still needs one");
    assert_eq!(db.count("job").await.unwrap(), 1);
}

#[db_test]
async fn of_many_who_enqueue_one_key_at_once_one_does(db: TestDb) {
    let other = db.again().await;
    let barrier = Arc::new(Barrier::new(64));
    let tasks = (0..64).map(|number| {
        let (db, barrier) = (if number % 2 == 0 { db.db.clone() } else { other.clone() }, barrier.clone());
        tokio::spawn(async move {
            barrier.wait().await;
            add(&db, "test", Some("one".to_owned()), number).await
        })
    });
    let added = join_all(tasks).await.into_iter().filter(|added| added.as_ref().unwrap().is_some()).count();
    assert_eq!((added, db.count("job").await.unwrap()), (1, 1));
    assert!(add(&db, "other", Some("one".to_owned()), 0).await.is_some(), "another kind has keys of its own");
    let at_work = AtWork::begin(worker(&db, counting("test", Patience::default(), Chance::seeded(1), 0)));
    one(&db, |job| job.state == State::Done).await;
    at_work.end().await;
    assert!(add(&db, "test", Some("one".to_owned()), 0).await.is_some(), "what has ended is in nobody's way");
}

#[db_test]
async fn two_workers_do_two_hundred_jobs_each_once(db: TestDb) {
    let other = db.again().await;
    let kinds = |seed| counting("test", Patience::default(), Chance::seeded(seed), 3);
    add_many(&db, "test", 0..100).await;
    let workers = [AtWork::begin(worker(&db, kinds(1))), AtWork::begin(worker(&other, kinds(2)))];
    add_many(&other, "test", 100..200).await;
    all_ended(&db).await;
    for worker in workers {
        worker.end().await;
    }
    for number in 0..200 {
        assert_eq!(counted(&db, number).await, 1, "{number}");
    }
    assert!(jobs_in(&db, State::Done).await.iter().all(|job| job.attempts == 1));
}

/// Whether this is the long run (`cargo xtask prove`).
fn proving() -> bool {
    #[expect(clippy::disallowed_methods, reason = "who starts the tests says how long they may take")]
    std::env::var("INFITAH_PROVE").is_ok()
}

#[db_test]
async fn workers_that_die_at_any_moment_leave_every_effect_once(db: TestDb) {
    let deaths = if proving() { 100 } else { 20 };
    let chance = Chance::seeded(7);
    let patience = Patience { attempts: 1000, ..Patience::default() };
    let kinds = counting("test", patience, chance.clone(), 8);
    let (mut number, mut in_the_middle) = (0, 0);
    for _ in 0..deaths {
        add_many(&db, "test", number..number + 10).await;
        number += 10;
        let dying = AtWork::begin(worker(&db, kinds.clone()));
        let moment = u64::from(u16::from_be_bytes(chance.bytes())) % 40_000;
        sleep(Duration::from_micros(moment)).await;
        dying.task.abort();
        assert!(dying.task.await.is_err_and(|error| error.is_cancelled()), "it died at work");
        in_the_middle += usize::from(!jobs_in(&db, State::Running).await.is_empty());
        // Its leases run out.
        db.clock.advance(MINUTE + 1);
    }
    // A claim that was on its way when its worker died is committed nevertheless, dated by the clock of that moment.
    sleep(Duration::from_millis(500)).await;
    db.clock.advance(MINUTE + 1);
    assert!(in_the_middle > deaths / 4, "{in_the_middle} died in the middle of a job");
    let last = AtWork::begin(worker(&db, kinds));
    all_ended(&db).await;
    last.end().await;
    for number in 0..number {
        assert_eq!(counted(&db, number).await, 1, "{number}");
    }
    assert!(jobs_in(&db, State::Failed).await.is_empty());
}

#[db_test]
async fn who_comes_back_after_its_lease_changes_nothing(db: TestDb) {
    let (begun, mut begins) = mpsc::unbounded_channel();
    // For the first attempt, and for the second.
    let go_on = [Arc::new(Notify::new()), Arc::new(Notify::new())];
    let kinds = {
        let go_on = go_on.clone();
        Kinds::default().with("test", Patience::default(), move |task| {
            let (begun, go_on) = (begun.clone(), go_on[usize::from(task.attempt > 1)].clone());
            async move {
                begun.send(task.attempt).unwrap();
                go_on.notified().await;
                Ok(Done::with(|tx| count(tx, "n0".to_owned())))
            }
        })
    };
    add(&db, "test", None, 0).await;
    let mut sleeper = worker(&db, kinds.clone());
    sleeper.at_once = 1;
    let sleeper = AtWork::begin(sleeper);
    assert_eq!(begins.recv().await, Some(1));
    // As if the machine had slept: its lease runs out, another one takes the job.
    db.clock.advance(MINUTE + 1);
    let other = AtWork::begin(worker(&db.again().await, kinds));
    assert_eq!(begins.recv().await, Some(2));
    // The sleeper ends, whole: its attempt is over before the other one's.
    go_on[0].notify_one();
    sleeper.end().await;
    assert_eq!((counted(&db, 0).await, jobs_in(&db, State::Running).await.len()), (0, 1));
    go_on[1].notify_one();
    let done = one(&db, |job| job.state == State::Done).await;
    other.end().await;
    assert_eq!((counted(&db, 0).await, done.attempts), (1, 2));
}

#[db_test]
async fn a_long_job_keeps_its_lease(db: TestDb) {
    let kinds = Kinds::default().with("test", Patience::default(), |_| async {
        sleep(Duration::from_millis(400)).await;
        Ok(Done::with(|tx| count(tx, "n0".to_owned())))
    });
    add(&db, "test", None, 0).await;
    let other = db.again().await;
    let workers = [&db.db, &other].map(|db| {
        let mut worker = worker(db, kinds.clone());
        worker.lease = Duration::from_millis(120);
        AtWork::begin(worker)
    });
    // The clock runs beside it, as fast as the real one.
    for _ in 0..60 {
        sleep(Duration::from_millis(10)).await;
        db.clock.advance(10);
    }
    all_ended(&db).await;
    for worker in workers {
        worker.end().await;
    }
    assert_eq!((counted(&db, 0).await, jobs_in(&db, State::Done).await[0].attempts), (1, 1));
}

#[db_test]
async fn what_fails_is_tried_again_later_and_then_given_up(db: TestDb) {
    let patience = Patience { attempts: 3, ..Patience::default() };
    let kinds = Kinds::default()
        .with("later", patience, |task| async move { Err(Failure::Later(format!("attempt {}", task.attempt))) })
        .with("never", patience, |_| async { Err(Failure::Never("no such thing".to_owned())) })
        .with("panics", patience, |_| async { panic!("of all things") })
        .with("unrecorded", patience, |_| async {
            Ok(Done::with(|tx| Box::pin(async move { settings::set(tx, "a", "b").await })))
        });
    for kind in ["later", "never", "panics", "unrecorded"] {
        add(&db, kind, Some("x".to_owned()), 0).await.unwrap();
    }
    let at_work = AtWork::begin(worker(&db, kinds));
    let never = one(&db, |job| job.kind == "never" && job.state == State::Failed).await;
    assert_eq!((never.attempts, never.error.as_deref()), (1, Some("no such thing")));
    let panicked = one(&db, |job| job.kind == "panics" && job.state == State::Waiting && job.attempts == 1).await;
    assert_eq!(panicked.error.as_deref(), Some("it panicked: of all things"));
    let unrecorded = one(&db, |job| job.kind == "unrecorded" && job.state == State::Waiting && job.attempts == 1).await;
    assert!(unrecorded.error.unwrap().contains("without its row in the record"));
    assert_eq!(settings::get(&db.read().await.unwrap(), "a").await.unwrap(), None, "and nothing of it is kept");
    let first = one(&db, |job| job.kind == "later" && job.state == State::Waiting && job.attempts == 1).await;
    let pause = first.run_at.millis() - db.clock().now().millis();
    assert!((22_500..=30_000).contains(&pause), "{pause}");
    assert!(add(&db, "later", Some("x".to_owned()), 0).await.is_none(), "it is open between its attempts");
    db.clock.advance(22_000);
    sleep(Duration::from_millis(50)).await;
    assert!(jobs_in(&db, State::Waiting).await.iter().all(|job| job.attempts == 1), "not before its time");
    db.clock.advance(8_001);
    let second = one(&db, |job| job.kind == "later" && job.state == State::Waiting && job.attempts == 2).await;
    let pause = second.run_at.millis() - db.clock().now().millis();
    assert!((45_000..=60_000).contains(&pause), "{pause}");
    for kind in ["panics", "unrecorded"] {
        one(&db, |job| job.kind == kind && job.state == State::Waiting && job.attempts == 2).await;
    }
    db.clock.advance(60_001);
    let last = one(&db, |job| job.kind == "later" && job.state == State::Failed).await;
    assert_eq!((last.attempts, last.error.as_deref()), (3, Some("attempt 3")));
    assert!(last.ended_at.is_some());
    all_ended(&db).await;
    at_work.end().await;
    let counts = counts(&db.read().await.unwrap(), db.clock().now()).await.unwrap();
    assert_eq!((counts.failed, counts.waiting, counts.due_since), (4, 0, None));
}

#[db_test]
async fn a_job_that_ends_its_worker_each_time_is_given_up(db: TestDb) {
    let patience = Patience { attempts: 2, ..Patience::default() };
    let hangs = Kinds::default().with("test", patience, |_| std::future::pending());
    let id = add(&db, "test", None, 0).await.unwrap();
    for attempt in 1..=2 {
        let dying = AtWork::begin(worker(&db, hangs.clone()));
        one(&db, |job| job.state == State::Running && job.attempts == attempt).await;
        dying.task.abort();
        let _ = dying.task.await;
        db.clock.advance(MINUTE + 1);
    }
    let at_work = AtWork::begin(worker(&db, hangs));
    let given_up = one(&db, |job| job.state == State::Failed).await;
    at_work.end().await;
    assert_eq!((given_up.id, given_up.error.as_deref()), (id, Some("its worker ended without an answer")));
}

#[db_test]
async fn who_is_told_to_stop_lets_jobs_end_and_gives_the_others_back(db: TestDb) {
    let (begun, mut begins) = mpsc::unbounded_channel();
    let go_on = Arc::new(Notify::new());
    let kinds = {
        let (short, long, go_on) = (begun.clone(), begun, go_on.clone());
        Kinds::default()
            .with("short", Patience::default(), move |_| {
                let (begun, go_on) = (short.clone(), go_on.clone());
                async move {
                    begun.send(()).unwrap();
                    go_on.notified().await;
                    Ok(Done::nothing())
                }
            })
            .with("long", Patience::default(), move |_| begun_then_never(long.clone()))
    };
    add(&db, "short", None, 0).await;
    add(&db, "long", None, 0).await;
    let mut stopping = worker(&db, kinds);
    stopping.grace = Duration::from_millis(300);
    let at_work = AtWork::begin(stopping);
    begins.recv().await.unwrap();
    begins.recv().await.unwrap();
    let ending = tokio::spawn(at_work.end());
    sleep(Duration::from_millis(50)).await;
    add(&db, "short", None, 1).await;
    go_on.notify_waiters();
    ending.await.unwrap();
    let done = jobs_in(&db, State::Done).await;
    assert_eq!(done.iter().map(|job| job.kind.as_str()).collect::<Vec<_>>(), ["short"]);
    let waiting = jobs_in(&db, State::Waiting).await;
    assert_eq!(waiting.len(), 2, "one was given back, one was not begun");
    assert!(waiting.iter().all(|job| job.attempts == 0 && job.run_at <= db.clock().now()));
}

async fn begun_then_never(begun: mpsc::UnboundedSender<()>) -> Result<Done, Failure> {
    begun.send(()).unwrap();
    std::future::pending().await
}

#[db_test]
async fn a_worker_is_woken_by_its_own_process_and_looks_for_what_others_enqueue(db: TestDb) {
    let kinds = counting("test", Patience::default(), Chance::seeded(1), 0);
    let mut sleepy = worker(&db, kinds);
    sleepy.look = Duration::from_secs(3600);
    let at_work = AtWork::begin(sleepy);
    sleep(Duration::from_millis(50)).await;
    add(&db, "test", None, 0).await;
    one(&db, |job| job.state == State::Done).await;
    at_work.end().await;
    let at_work = AtWork::begin(worker(&db, counting("test", Patience::default(), Chance::seeded(1), 0)));
    add(&db.again().await, "test", None, 1).await;
    all_ended(&db).await;
    at_work.end().await;
    assert_eq!(counted(&db, 1).await, 1);
}

#[db_test]
async fn what_is_for_another_time_or_another_program_waits(db: TestDb) {
    let later = db.clock().now().plus_millis(MINUTE);
    let added: Result<Option<JobId>, StoreError> = db
        .write(move |tx| {
            let new = New { kind: "test", key: None, payload: &0_usize, run_at: Some(later) };
            Box::pin(async move { enqueue(tx, new).await })
        })
        .await;
    added.unwrap();
    add(&db, "of-a-newer-program", None, 0).await;
    let at_work = AtWork::begin(worker(&db, counting("test", Patience::default(), Chance::seeded(1), 0)));
    sleep(Duration::from_millis(60)).await;
    assert_eq!(jobs_in(&db, State::Waiting).await.len(), 2);
    db.clock.advance(MINUTE);
    one(&db, |job| job.state == State::Done).await;
    at_work.end().await;
    let counts = counts(&db.read().await.unwrap(), db.clock().now()).await.unwrap();
    assert_eq!(counts.waiting, 1);
    assert_eq!(counts.due_since, Some(db.clock().now().plus_millis(-MINUTE)));
}

#[db_test]
async fn a_person_has_a_job_done_again_or_takes_it_away(db: TestDb) {
    let tries = Arc::new(AtomicUsize::new(0));
    let kinds = {
        let tries = tries.clone();
        Kinds::default().with("test", Patience::default(), move |_| {
            let is_first = tries.fetch_add(1, Ordering::SeqCst) == 0;
            async move { if is_first { Err(Failure::Never("no".to_owned())) } else { Ok(Done::nothing()) } }
        })
    };
    let id = add(&db, "test", Some("x".to_owned()), 0).await.unwrap();
    let at_work = AtWork::begin(worker(&db, kinds));
    one(&db, |job| job.state == State::Failed).await;
    let permit = || Permit::for_operator("jobs");
    let again = |id| db.write(move |tx| Box::pin(async move { super::again(tx, &permit(), id).await }));
    let forget = |id| db.write(move |tx| Box::pin(async move { super::forget(tx, &permit(), id).await }));
    let before = db.count("record").await.unwrap();
    assert_eq!(again(id).await.unwrap().error.as_deref(), Some("no"));
    let done = one(&db, |job| job.state == State::Done).await;
    assert_eq!((done.attempts, done.error), (1, None));
    assert!(matches!(again(id).await, Err(JobError::Done(_))));
    forget(id).await.unwrap();
    assert!(matches!(forget(id).await, Err(JobError::NoSuch(_))));
    assert_eq!(db.count("record").await.unwrap() - before, 2, "both are in the record");
    at_work.end().await;

    // Given up, and enqueued anew since.
    tries.store(0, Ordering::SeqCst);
    let hangs = Kinds::default().with("test", Patience { attempts: 1, ..Patience::default() }, |_| async {
        Err(Failure::Later("no".to_owned()))
    });
    let old = add(&db, "test", Some("x".to_owned()), 0).await.unwrap();
    let at_work = AtWork::begin(worker(&db, hangs));
    one(&db, |job| job.state == State::Failed).await;
    at_work.end().await;
    let new = add(&db, "test", Some("x".to_owned()), 0).await.unwrap();
    assert!(matches!(again(old).await, Err(JobError::Another(_))));
    let at_work =
        AtWork::begin(worker(&db, Kinds::default().with("test", Patience::default(), |_| std::future::pending())));
    one(&db, |job| job.id == new && job.state == State::Running).await;
    assert!(matches!(forget(new).await, Err(JobError::Running(_))));
    at_work.task.abort();
    let _ = at_work.task.await;
    db.clock.advance(MINUTE + 1);
    forget(new).await.unwrap();
    assert_eq!(jobs_in(&db, State::Running).await, []);
}

#[db_test]
async fn a_schedule_gives_one_job_for_all_that_was_missed_however_many_workers_look(db: TestDb) {
    let other = db.again().await;
    let kinds = || {
        Kinds::default()
            .with("daily", Patience::default(), |_| async { Ok(Done::with(|tx| count(tx, "n0".to_owned()))) })
    };
    // It is 10:15 in Morocco.
    let daily = || vec![Schedule::new("daily", "0 12 * * *", "Africa/Casablanca", "daily").unwrap()];
    let workers = [&db.db, &db.db, &other].map(|db| {
        let mut worker = Worker::new(db.clone(), kinds(), daily(), Chance::seeded(1));
        worker.look = Duration::from_millis(5);
        AtWork::begin(worker)
    });
    let until = async |expected: usize| {
        let waited = timeout(Duration::from_secs(30), async {
            while counted(&db, 0).await < expected {
                sleep(Duration::from_millis(5)).await;
            }
        });
        waited.await.expect("the schedule gives its job");
        // Time for a second one, if there were one.
        sleep(Duration::from_millis(60)).await;
        assert_eq!(counted(&db, 0).await, expected);
        assert_eq!(usize::try_from(db.count("job").await.unwrap()).unwrap(), expected);
    };
    until(1).await;
    db.clock.advance(104 * MINUTE);
    sleep(Duration::from_millis(60)).await;
    until(1).await;
    db.clock.advance(MINUTE);
    until(2).await;
    db.clock.advance(5 * 24 * 60 * MINUTE);
    until(3).await;
    for worker in workers {
        worker.end().await;
    }
    db.clock.advance(24 * 60 * MINUTE);
    let at_work = AtWork::begin(Worker::new(db.db.clone(), kinds(), daily(), Chance::seeded(1)));
    until(4).await;
    at_work.end().await;
}

#[db_test]
async fn what_was_done_long_ago_is_taken_away_and_what_was_given_up_stays(db: TestDb) {
    let kinds = || {
        counting("test", Patience::default(), Chance::seeded(1), 0)
            .with("never", Patience::default(), |_| async { Err(Failure::Never("no".to_owned())) })
    };
    add_many(&db, "test", 0..5).await;
    add(&db, "never", None, 0).await;
    let at_work = AtWork::begin(worker(&db, kinds()));
    all_ended(&db).await;
    db.clock.advance(29 * 24 * 60 * MINUTE);
    add_many(&db, "test", 5..7).await;
    all_ended(&db).await;
    at_work.end().await;
    assert_eq!(remove_old(&db).await.unwrap(), 0);
    db.clock.advance(24 * 60 * MINUTE + 1);
    add(&db, "waits", None, 0).await;
    assert_eq!(remove_old(&db).await.unwrap(), 5);
    let left: Vec<String> =
        list(&db.read().await.unwrap(), &State::ALL).await.unwrap().into_iter().map(|job| job.kind).collect();
    assert_eq!(left, ["waits", "test", "test", "never"]);
}

#[test]
fn numbers_of_jobs_are_read_back() {
    let id = JobId(infitah_base::ids::new_uuid(Timestamp::from_millis(1), &Chance::seeded(1)));
    assert_eq!(id.to_string().parse(), Ok(id));
    assert!("PRJ-2026-0001".parse::<JobId>().is_err());
}
