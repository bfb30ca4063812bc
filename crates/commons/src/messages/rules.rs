//! When a message may leave: the money of the month, the hours in which people sleep, the next try.

use infitah_base::{Timestamp, config::QuietHours};

use super::model::Purpose;

/// From this part of the limit on, in hundredths, digests stop.
const DIGESTS_STOP: i128 = 80;

/// Whether the month has money left for a message of this purpose: at 80 % of the limit digests stop, at all of it
/// notices and answers too; codes, legal notices and what protects an account never.
pub(super) fn may_send(purpose: Purpose, spent: i64, limit: Option<i64>) -> bool {
    let Some(limit) = limit else { return true };
    match purpose {
        Purpose::Code | Purpose::Legal | Purpose::Security => true,
        Purpose::Notice | Purpose::Answer => spent < limit,
        Purpose::Digest => i128::from(spent) * 100 < i128::from(limit) * DIGESTS_STOP,
    }
}

/// Until when a message has to wait because people sleep; `None`: it need not.
pub(super) fn not_before(purpose: Purpose, now: Timestamp, quiet: Option<QuietHours>, zone: &str) -> Option<Timestamp> {
    let quiet = quiet.filter(|_| purpose.can_wait())?;
    let hour = now.hour_in(zone);
    let (after, before) = (hour >= quiet.from, hour < quiet.to);
    let over_midnight = quiet.from > quiet.to;
    let sleeping = if over_midnight { after || before } else { after && before };
    if !sleeping {
        return None;
    }
    let today = now.date_in(zone);
    let ends_on = if over_midnight && after { today.plus_days(1)? } else { today };
    Some(ends_on.hour_begins_in(quiet.to, zone))
}

const MINUTE: i64 = 60 * 1000;

/// Pauses after the first try, the second and so on, in minutes. A code is of no use a quarter of an hour later, nor is an answer.
const PAUSES: &[i64] = &[1, 5, 30, 120, 360, 720];
const PAUSES_OF_A_CODE: &[i64] = &[1, 2, 5];

/// When a message is tried again after so many tries; `None`: no more.
pub(super) fn again_at(purpose: Purpose, now: Timestamp, tries: i64) -> Option<Timestamp> {
    let pauses = if matches!(purpose, Purpose::Code | Purpose::Answer) { PAUSES_OF_A_CODE } else { PAUSES };
    let pause = pauses.get(usize::try_from(tries.max(1) - 1).ok()?)?;
    Some(now.plus_millis(pause * MINUTE))
}

#[cfg(test)]
mod tests {
    use infitah_base::CivilDate;
    use rstest::rstest;

    use super::*;
    use Purpose::{Answer, Code, Digest, Legal, Notice, Security};

    #[rstest]
    #[case(79, [true, true, true, true, true, true])]
    #[case(80, [true, true, true, true, true, false])]
    #[case(99, [true, true, true, true, true, false])]
    #[case(100, [true, true, true, false, false, false])]
    #[case(i64::MAX, [true, true, true, false, false, false])]
    fn digests_stop_first_codes_and_legal_notices_never(#[case] spent: i64, #[case] expected: [bool; 6]) {
        assert_eq!(
            [Code, Legal, Security, Answer, Notice, Digest].map(|purpose| may_send(purpose, spent, Some(100))),
            expected
        );
        assert!(may_send(Digest, spent, None), "without a limit all may be sent");
    }

    #[test]
    fn a_limit_of_nothing_leaves_codes_and_legal_notices() {
        assert_eq!([Code, Legal, Notice, Digest].map(|it| may_send(it, 0, Some(0))), [true, true, false, false]);
    }

    const NIGHT: QuietHours = QuietHours { from: 21, to: 8 };
    const NAP: QuietHours = QuietHours { from: 13, to: 15 };

    fn at(day: &str, hour: i8, zone: &str) -> Timestamp {
        day.parse::<CivilDate>().unwrap().hour_begins_in(hour, zone)
    }

    #[rstest]
    #[case(NIGHT, 20, None)]
    #[case(NIGHT, 21, Some(("2026-11-24", 8)))]
    #[case(NIGHT, 23, Some(("2026-11-24", 8)))]
    #[case(NIGHT, 0, Some(("2026-11-23", 8)))]
    #[case(NIGHT, 7, Some(("2026-11-23", 8)))]
    #[case(NIGHT, 8, None)]
    #[case(NAP, 12, None)]
    #[case(NAP, 13, Some(("2026-11-23", 15)))]
    #[case(NAP, 15, None)]
    fn people_sleep_across_midnight(#[case] quiet: QuietHours, #[case] hour: i8, #[case] expected: Option<(&str, i8)>) {
        let zone = "Africa/Casablanca";
        let now = at("2026-11-23", hour, zone);
        let expected = expected.map(|(day, hour)| at(day, hour, zone));
        for purpose in [Notice, Digest] {
            assert_eq!(not_before(purpose, now, Some(quiet), zone), expected);
            assert_eq!(not_before(purpose, now, None, zone), None);
        }
        for purpose in [Code, Legal, Security, Answer] {
            assert_eq!(not_before(purpose, now, Some(quiet), zone), None, "it cannot wait");
        }
    }

    #[rstest]
    // Clocks go back an hour at 3:00 (Morocco, as Ramadan begins): the night has an hour more.
    #[case("Africa/Casablanca", "2026-02-14", 12)]
    // And on an hour at 2:00 as it ends.
    #[case("Africa/Casablanca", "2026-03-21", 10)]
    #[case("Europe/Paris", "2026-10-24", 12)]
    #[case("Europe/Paris", "2026-03-28", 10)]
    #[case("Africa/Casablanca", "2026-11-23", 11)]
    fn quiet_hours_end_by_the_clock_on_the_wall(#[case] zone: &str, #[case] evening: &str, #[case] hours: i64) {
        let now = at(evening, 21, zone);
        let until = not_before(Notice, now, Some(NIGHT), zone).unwrap();
        assert_eq!(until.hour_in(zone), 8);
        assert_eq!((until.millis() - now.millis()) / (60 * MINUTE), hours);
        assert_eq!(not_before(Notice, until, Some(NIGHT), zone), None);
    }

    #[test]
    fn tries_come_ever_later_and_end() {
        let now = Timestamp::from_millis(0);
        let all = |purpose| -> Vec<i64> {
            (1..).map_while(|tries| again_at(purpose, now, tries)).map(|at| at.millis() / MINUTE).collect()
        };
        assert_eq!(all(Notice), [1, 5, 30, 120, 360, 720]);
        assert_eq!(all(Code), [1, 2, 5]);
        assert_eq!(again_at(Legal, now, i64::MAX), None);
    }
}
