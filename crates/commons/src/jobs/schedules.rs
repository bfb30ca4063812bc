//! What is to be done at certain times. A schedule gives a job when one of its instants has come; which one gave the
//! last is kept in the database, so that of many workers one adds it, and instants that were missed add one together.

use std::{collections::HashMap, str::FromStr, sync::Arc};

use croner::{Cron, errors::CronError};
use infitah_base::Timestamp;
use infitah_store::{Db, StoreError, WriteTx, entities::schedule};
use jiff::tz::TimeZone;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, sea_query::OnConflict};

use super::{model::New, queue};

/// When to do what.
#[derive(Clone, Debug)]
pub struct Schedule {
    name: &'static str,
    kind: &'static str,
    cron: Cron,
    zone: TimeZone,
}

/// A schedule that cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum BadSchedule {
    /// Its pattern.
    #[error("the schedule `{0}`: {1}")]
    Cron(&'static str, CronError),
    /// Its time zone.
    #[error("the schedule `{0}`: {1}")]
    Zone(&'static str, jiff::Error),
}

impl Schedule {
    /// A job of `kind` at each instant of `cron` (minute, hour, day, month, weekday) where people live.
    pub fn new(name: &'static str, cron: &str, zone: &str, kind: &'static str) -> Result<Self, BadSchedule> {
        let cron = Cron::from_str(cron).map_err(|error| BadSchedule::Cron(name, error))?;
        let zone = TimeZone::get(zone).map_err(|error| BadSchedule::Zone(name, error))?;
        Ok(Self { name, kind, cron, zone })
    }

    /// The first instant after one; `None`: there is none any more.
    pub fn next_after(&self, at: Timestamp) -> Option<Timestamp> {
        let at = jiff::Timestamp::from_millisecond(at.millis()).ok()?.to_zoned(self.zone.clone());
        let next = self.cron.find_next_occurrence(&at, false).ok()?;
        Some(Timestamp::from_millis(next.timestamp().as_millisecond()))
    }

    /// Whether an instant has come since the last one. One that never gave a job gives its first at once.
    fn is_due(&self, last: Option<Timestamp>, now: Timestamp) -> bool {
        last.is_none_or(|last| self.next_after(last).is_some_and(|next| next <= now))
    }
}

async fn last(db: &impl ConnectionTrait) -> Result<HashMap<String, Timestamp>, StoreError> {
    let rows = schedule::Entity::find().all(db).await?;
    Ok(rows.into_iter().map(|row| (row.name, Timestamp::from_millis(row.last))).collect())
}

/// Adds the jobs of schedules that are due, and says when the next one is.
pub(super) async fn turn(db: &Db, schedules: &Arc<[Schedule]>) -> Result<Option<Timestamp>, StoreError> {
    let now = db.clock().now();
    let known = last(&db.read().await?).await?;
    if schedules.iter().any(|one| one.is_due(known.get(one.name).copied(), now)) {
        let schedules = schedules.clone();
        db.write(move |tx| Box::pin(async move { add(tx, &schedules).await })).await?;
    }
    // Others can only have put the next one off: to look then is early enough.
    Ok(schedules.iter().filter_map(|one| one.next_after(now)).min())
}

async fn add(tx: &WriteTx, schedules: &[Schedule]) -> Result<(), StoreError> {
    // Read again: another worker may have been quicker.
    let known = last(tx).await?;
    for one in schedules.iter().filter(|one| one.is_due(known.get(one.name).copied(), tx.at())) {
        let row = schedule::ActiveModel { name: Set(one.name.to_owned()), last: Set(tx.at().millis()) };
        let replace = OnConflict::column(schedule::Column::Name).update_column(schedule::Column::Last).to_owned();
        schedule::Entity::insert(row).on_conflict(replace).exec_without_returning(&tx.bookkeeping()).await?;
        // While the one before is open, its turn counts for both.
        let new = New { kind: one.kind, key: Some(one.name.to_owned()), payload: &(), run_at: None };
        queue::enqueue(tx, new).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The next instants after one, as RFC 3339.
    fn next(cron: &str, zone: &str, after: &str, count: usize) -> Vec<String> {
        let schedule = Schedule::new("test", cron, zone, "test").unwrap();
        let after = after.parse::<jiff::Timestamp>().unwrap().as_millisecond();
        let instants = std::iter::successors(Some(Timestamp::from_millis(after)), |at| schedule.next_after(*at));
        instants.skip(1).take(count).map(Timestamp::rfc3339).collect()
    }

    #[test]
    fn a_night_without_its_hour_and_one_that_has_it_twice_have_one_instant_each() {
        // In Morocco the clock goes back from three to two on 7 February 2027, and forward on 14 March.
        let back = next("30 2 * * *", "Africa/Casablanca", "2027-02-06T00:00:00Z", 3);
        assert_eq!(back, ["2027-02-06T01:30:00Z", "2027-02-07T01:30:00Z", "2027-02-08T02:30:00Z"]);
        let forward = next("30 2 * * *", "Africa/Casablanca", "2027-03-13T00:00:00Z", 3);
        assert_eq!(forward.len(), 3);
        assert_eq!((forward[0].as_str(), forward[2].as_str()), ("2027-03-13T02:30:00Z", "2027-03-15T01:30:00Z"));
        assert!(forward[1].starts_with("2027-03-14T02:"), "{forward:?}");
        let plain = next("17 3 * * *", "UTC", "2026-11-23T03:17:00Z", 1);
        assert_eq!(plain, ["2026-11-24T03:17:00Z"], "the instant itself is past");
    }

    #[test]
    fn what_cannot_be_read_says_which_schedule_it_is() {
        for (cron, zone) in [("61 * * * *", "UTC"), ("", "UTC"), ("0 3 * * *", "Africa/Nowhere")] {
            let error = Schedule::new("backup", cron, zone, "backup").unwrap_err().to_string();
            assert!(error.starts_with("the schedule `backup`: "), "{error}");
        }
    }
}
