//! How long a device stays signed in.

use infitah_base::Timestamp;

const HOUR: i64 = 60 * 60 * 1000;
const DAY: i64 = 24 * HOUR;

/// Without use, a device of somebody who keeps what others rely on is signed out after an hour of absence from the desk.
const STAFF_IDLE: i64 = HOUR;
/// And after a working day in any case.
const STAFF_WHOLE: i64 = 12 * HOUR;
/// A citizen's telephone: codes cost money and patience.
const IDLE: i64 = 30 * DAY;
const WHOLE: i64 = 180 * DAY;

/// So often, at most, it is noted that a device is in use.
const NOTED: i64 = 5 * 60 * 1000;

/// The last instant of a session that begins now.
pub fn whole(now: Timestamp, staff: bool) -> Timestamp {
    now.plus_millis(if staff { STAFF_WHOLE } else { WHOLE })
}

/// Whether a session that was last seen then is still there. Of somebody who became staff in between, the shorter times
/// count.
pub fn lasts(made: Timestamp, seen: Timestamp, ends: Timestamp, staff: bool, now: Timestamp) -> bool {
    let (idle, most) = if staff { (STAFF_IDLE, STAFF_WHOLE) } else { (IDLE, WHOLE) };
    now < ends && now < seen.plus_millis(idle) && now < made.plus_millis(most)
}

/// Whether it is time to note that a device is in use.
pub fn worth_noting(seen: Timestamp, now: Timestamp) -> bool {
    now.millis() - seen.millis() >= NOTED
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_ends_without_use_and_in_any_case() {
        let at = |hours: i64| Timestamp::from_millis(hours * HOUR);
        let lasts =
            |seen: i64, staff: bool, now: Timestamp| super::lasts(at(0), at(seen), whole(at(0), staff), staff, now);
        assert!(lasts(0, true, at(1).plus_millis(-1)) && !lasts(0, true, at(1)));
        assert!(lasts(11, true, at(12).plus_millis(-1)) && !lasts(11, true, at(12)));
        assert!(lasts(0, false, at(30 * 24).plus_millis(-1)) && !lasts(0, false, at(30 * 24)));
        assert!(lasts(179 * 24, false, at(180 * 24).plus_millis(-1)) && !lasts(179 * 24, false, at(180 * 24)));
        // Begun as a citizen, then trusted with more.
        assert!(!super::lasts(at(0), at(13), whole(at(0), false), true, at(13)));
    }
}
