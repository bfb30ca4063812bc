//! Time as a parameter: instants in milliseconds, civil dates, and the clock that is passed around.

use std::{
    fmt,
    str::FromStr,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use serde::{Deserialize, Serialize};

/// An instant: milliseconds since 1970-01-01T00:00:00Z, the same number in both databases.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(i64);

impl Timestamp {
    /// The instant that many milliseconds after the epoch.
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Milliseconds after the epoch.
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// The instant this many milliseconds later.
    pub const fn plus_millis(self, millis: i64) -> Self {
        Self(self.0 + millis)
    }

    /// Hours, minutes and seconds of the day there (`09:05:00`): for lists that people go through.
    pub fn time_in(self, zone: &str) -> String {
        self.zoned(zone).strftime("%H:%M:%S").to_string()
    }

    /// The civil date of this instant where people live (`Africa/Casablanca`, whose offset changes around Ramadan).
    /// An unknown zone counts as UTC.
    pub fn date_in(self, zone: &str) -> CivilDate {
        CivilDate(self.zoned(zone).date())
    }

    fn zoned(self, zone: &str) -> jiff::Zoned {
        let stamp = jiff::Timestamp::from_millisecond(self.0).unwrap_or_default();
        let zone = jiff::tz::TimeZone::get(zone).unwrap_or(jiff::tz::TimeZone::UTC);
        stamp.to_zoned(zone)
    }

    /// The hour of the day of this instant where people live, 0 to 23. An unknown zone counts as UTC.
    pub fn hour_in(self, zone: &str) -> i8 {
        self.zoned(zone).hour()
    }

    /// RFC 3339 in UTC, with seconds (`2026-11-23T10:15:00Z`).
    pub fn rfc3339(self) -> String {
        let stamp = jiff::Timestamp::from_millisecond(self.0).unwrap_or_default();
        stamp.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
    }

    /// As HTTP writes dates (RFC 9110, 5.6.7): `Mon, 23 Nov 2026 10:15:00 GMT`.
    pub fn http_date(self) -> String {
        let stamp = jiff::Timestamp::from_millisecond(self.0).unwrap_or_default();
        stamp.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
    }
}

/// A day of the civil calendar, without hour and zone. Written and kept as `2026-11-23`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CivilDate(jiff::civil::Date);

/// What was given is not a date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a date is written year-month-day, as 2026-11-23")]
pub struct NotADate;

impl CivilDate {
    /// A date of year, month (1–12) and day (1–31).
    pub fn new(year: i16, month: i8, day: i8) -> Result<Self, NotADate> {
        jiff::civil::Date::new(year, month, day).map(Self).map_err(|_| NotADate)
    }

    /// Year, as in 2026.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// Month, 1 to 12.
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// Day of the month, 1 to 31.
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// Day of the week, Sunday 0 to Saturday 6.
    pub fn weekday_from_sunday(self) -> usize {
        usize::try_from(self.0.weekday().to_sunday_zero_offset()).unwrap_or_default()
    }

    /// The last instant of the day where people live. An unknown zone counts as UTC.
    pub fn ends_in(self, zone: &str) -> Timestamp {
        let zone = jiff::tz::TimeZone::get(zone).unwrap_or(jiff::tz::TimeZone::UTC);
        let next = self.0.tomorrow().unwrap_or(self.0).to_zoned(zone);
        Timestamp(next.map_or(i64::MAX, |next| next.timestamp().as_millisecond() - 1))
    }

    /// The instant at which an hour of the day (0 to 23) begins where people live; an hour that clocks leap over begins
    /// when they have leapt. An unknown zone counts as UTC.
    pub fn hour_begins_in(self, hour: i8, zone: &str) -> Timestamp {
        let zone = jiff::tz::TimeZone::get(zone).unwrap_or(jiff::tz::TimeZone::UTC);
        let begins = self.0.at(hour, 0, 0, 0).to_zoned(zone);
        Timestamp(begins.map_or(i64::MAX, |begins| begins.timestamp().as_millisecond()))
    }

    /// The date so many days later (earlier, where they are negative); `None`: beyond the calendar.
    pub fn plus_days(self, days: i32) -> Option<Self> {
        self.0.checked_add(jiff::Span::new().try_days(days).ok()?).ok().map(Self)
    }

    /// Whole days from `self` to `later` (negative when `later` is before).
    pub fn days_until(self, later: CivilDate) -> i32 {
        self.0.until(later.0).map_or(0, |span| span.get_days())
    }

    /// Whole months from `self` to `later` (0 when less than a month).
    pub fn months_until(self, later: CivilDate) -> i32 {
        self.0.until((jiff::Unit::Month, later.0)).map_or(0, |span| span.get_months())
    }
}

impl fmt::Display for CivilDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl FromStr for CivilDate {
    type Err = NotADate;

    fn from_str(input: &str) -> Result<Self, NotADate> {
        let mut parts = input.trim().splitn(3, '-').map(|part| part.parse::<i16>().map_err(|_| NotADate));
        let (Some(year), Some(month), Some(day)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(NotADate);
        };
        let small = |value: Result<i16, NotADate>| value.and_then(|v| i8::try_from(v).map_err(|_| NotADate));
        Self::new(year?, small(month)?, small(day)?)
    }
}

impl TryFrom<String> for CivilDate {
    type Error = NotADate;

    fn try_from(value: String) -> Result<Self, NotADate> {
        value.parse()
    }
}

impl From<CivilDate> for String {
    fn from(value: CivilDate) -> Self {
        value.to_string()
    }
}

/// Who says what time it is. The program holds the system's; tests hold one that stands still until told.
#[derive(Clone, Debug)]
pub struct Clock(Source);

#[derive(Clone, Debug)]
enum Source {
    System,
    Held(Arc<AtomicI64>),
}

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Self(Source::System)
    }

    /// A clock that stands at `at` until [`Clock::advance`] moves it; clones move together.
    pub fn held(at: Timestamp) -> Self {
        Self(Source::Held(Arc::new(AtomicI64::new(at.millis()))))
    }

    /// The present instant.
    pub fn now(&self) -> Timestamp {
        match &self.0 {
            #[expect(clippy::disallowed_methods, reason = "the one place where the machine's clock is read")]
            Source::System => Timestamp(jiff::Timestamp::now().as_millisecond()),
            Source::Held(at) => Timestamp(at.load(Ordering::SeqCst)),
        }
    }

    /// Moves a held clock forward; the machine's clock does not listen.
    pub fn advance(&self, millis: i64) {
        if let Source::Held(at) = &self.0 {
            at.fetch_add(millis, Ordering::SeqCst);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn midnight_in_morocco_is_the_next_day_before_it_is_in_greenwich() {
        // 2026-11-23T23:30Z is already the 24th at UTC+1.
        let late = Timestamp::from_millis(1_795_476_600_000);
        assert_eq!(late.rfc3339(), "2026-11-23T23:30:00Z");
        assert_eq!(late.date_in("Africa/Casablanca").to_string(), "2026-11-24");
        assert_eq!(late.date_in("UTC").to_string(), "2026-11-23");
    }

    #[test]
    fn dates_are_read_strictly() {
        assert_eq!("2026-11-23".parse::<CivilDate>().map(|d| d.day()), Ok(23));
        for bad in ["2026-02-30", "23/11/2026", "2026-11", "", "2026-11-23T10:00"] {
            assert_eq!(bad.parse::<CivilDate>(), Err(NotADate), "{bad}");
        }
    }

    #[test]
    fn a_held_clock_moves_for_all_who_hold_it() {
        let clock = Clock::held(Timestamp::from_millis(1_234));
        let other = clock.clone();
        other.advance(6);
        assert_eq!(clock.now().millis(), 1_240);
    }
}
