//! Who does the jobs.

use std::{any::Any, panic::AssertUnwindSafe, pin::pin, sync::Arc, time::Duration};

use futures_util::FutureExt;
use infitah_base::{Chance, Timestamp};
use infitah_store::{Db, StoreError};
use tokio::{sync::Notify, task::JoinSet, time};

use super::{
    kinds::{Failure, Kinds},
    model::KIND,
    queue::{self, Claimed, Lease},
    schedules::{self, Schedule},
};

/// How many jobs a worker does at once.
const AT_ONCE: usize = 4;
/// How long a job is taken for. Its worker renews that three times as often; a dead one's job waits so long.
const LEASE: Duration = Duration::from_secs(60);
/// What other processes enqueue is found within this time.
const LOOK: Duration = Duration::from_secs(1);
/// How long jobs may take to end when the worker is told to stop.
const GRACE: Duration = Duration::from_secs(10);

/// Does jobs of the kinds that it knows, and adds those of schedules.
#[derive(Clone)]
pub struct Worker {
    db: Db,
    kinds: Arc<Kinds>,
    schedules: Arc<[Schedule]>,
    chance: Chance,
    woken: Arc<Notify>,
    pub(super) at_once: usize,
    pub(super) lease: Duration,
    pub(super) look: Duration,
    pub(super) grace: Duration,
}

/// What a worker has in hand.
#[derive(Default)]
struct Hands {
    /// Dropped, they all end: nothing of a worker goes on without it.
    tasks: JoinSet<Lease>,
    leases: Vec<Lease>,
    /// When the schedules have to be looked at.
    schedules: Option<Timestamp>,
}

impl Worker {
    /// A worker that does nothing yet.
    pub fn new(db: Db, kinds: Kinds, schedules: Vec<Schedule>, chance: Chance) -> Self {
        let woken = Arc::new(Notify::new());
        let wake = woken.clone();
        db.on_change(move |changes| {
            if changes.iter().any(|change| change.kind() == KIND) {
                wake.notify_one();
            }
        });
        Self {
            db,
            kinds: Arc::new(kinds),
            schedules: schedules.into(),
            chance,
            woken,
            at_once: AT_ONCE,
            lease: LEASE,
            look: LOOK,
            grace: GRACE,
        }
    }

    /// Works until told to stop. What is being done then may end within ten seconds, the rest is given back.
    pub async fn run(self, stop: impl Future<Output = ()>) {
        let (mut hands, mut stop) = (Hands { schedules: Some(Timestamp::default()), ..Hands::default() }, pin!(stop));
        loop {
            let pause = self.turn(&mut hands).await.unwrap_or_else(|error| {
                tracing::warn!(%error, "the queue could not be read");
                self.look
            });
            tokio::select! {
                () = &mut stop => break,
                () = self.woken.notified() => {}
                Some(ended) = hands.tasks.join_next() => {
                    // One that was aborted or panicked outside its work keeps its lease until that runs out.
                    if let Ok(lease) = ended {
                        hands.leases.retain(|one| *one != lease);
                    }
                }
                () = time::sleep(pause) => {}
            }
        }
        self.end(hands).await;
    }

    /// Takes what is due, and says how long nothing else will be.
    async fn turn(&self, hands: &mut Hands) -> Result<Duration, StoreError> {
        let now = self.db.clock().now();
        if hands.schedules.is_some_and(|at| at <= now) {
            hands.schedules = schedules::turn(&self.db, &self.schedules).await?;
        }
        let free = self.at_once.saturating_sub(hands.tasks.len());
        if free == 0 {
            return Ok(self.look);
        }
        let due = queue::next_due(&self.db, &self.kinds).await?;
        if due.is_some_and(|due| due <= now) {
            for claimed in queue::claim(&self.db, &self.kinds, free, millis(self.lease)).await? {
                hands.leases.push(claimed.lease.clone());
                hands.tasks.spawn(self.clone().attempt(claimed));
            }
            return Ok(self.look);
        }
        let next = [due, hands.schedules].into_iter().flatten().map(|at| at.millis() - now.millis()).min();
        let next = next.map_or(self.look, |millis| Duration::from_millis(millis.max(1).unsigned_abs()));
        Ok(next.min(self.look))
    }

    /// One attempt, to its end.
    async fn attempt(self, claimed: Claimed) -> Lease {
        let Claimed { task, lease } = claimed;
        let (id, attempt) = (task.id, task.attempt);
        let Some(kind) = self.kinds.get(&task.kind).cloned() else { return lease };
        let name = task.kind.clone();
        let work = AssertUnwindSafe(async move { (kind.work)(task).await }).catch_unwind();
        let outcome = tokio::select! {
            outcome = work => outcome.unwrap_or_else(|panic| Err(Failure::Later(said(panic.as_ref())))),
            () = self.lose(&lease) => {
                tracing::warn!(job = %id, kind = name, "the job took so long to answer for that another worker has it");
                return lease;
            }
        };
        let failure = match outcome {
            Err(failure) => failure,
            Ok(done) => match queue::finish(&self.db, &lease, done.0).await {
                Ok(true) => return lease,
                Ok(false) => {
                    tracing::warn!(job = %id, kind = name, "the job was done when it was another worker's: not kept");
                    return lease;
                }
                Err(error) => Failure::Later(error.to_string()),
            },
        };
        let pause = match &failure {
            Failure::Later(_) => kind.patience.pause_after(attempt, &self.chance),
            Failure::Never(_) => None,
        };
        match pause {
            None => tracing::error!(job = %id, kind = name, attempt, %failure, "the job is given up"),
            Some(pause) => tracing::warn!(job = %id, kind = name, attempt, pause, %failure, "the job failed"),
        }
        if let Err(error) = queue::fail(&self.db, &lease, &failure, pause).await {
            // Its lease runs out, and it is tried again.
            tracing::error!(job = %id, kind = name, %error, "that the job failed could not be written down");
        }
        lease
    }

    /// Renews a lease; ends when it is lost.
    async fn lose(&self, lease: &Lease) {
        loop {
            time::sleep(self.lease / 3).await;
            match queue::renew(&self.db, lease, millis(self.lease)).await {
                Ok(true) => {}
                Ok(false) => return,
                Err(error) => tracing::warn!(job = %lease.id, %error, "the lease of a job could not be renewed"),
            }
        }
    }

    async fn end(self, mut hands: Hands) {
        let Hands { tasks, leases, .. } = &mut hands;
        let all = async {
            while let Some(ended) = tasks.join_next().await {
                if let Ok(lease) = ended {
                    leases.retain(|one| *one != lease);
                }
            }
        };
        if time::timeout(self.grace, all).await.is_err() {
            hands.tasks.shutdown().await;
            if let Err(error) = queue::give_back(&self.db, hands.leases).await {
                tracing::warn!(%error, "jobs could not be given back: others take them when their leases run out");
            }
        }
    }
}

fn millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

/// What a panic said.
fn said(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    format!("it panicked: {}", text.unwrap_or("without a word"))
}
