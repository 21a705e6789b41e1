//! When a letter that was not taken is tried again.
use jiff::SignedDuration;

/// Soon at first, because most failures are of minutes; then for about two days, as RFC 5321 (4.5.4.1) advises at least
/// for a queue, in few attempts.
const WAITS: [SignedDuration; 7] = [
    SignedDuration::from_mins(1),
    SignedDuration::from_mins(5),
    SignedDuration::from_mins(30),
    SignedDuration::from_hours(2),
    SignedDuration::from_hours(6),
    SignedDuration::from_hours(12),
    SignedDuration::from_hours(24),
];

/// How often a letter is handed over before it is refused.
pub const ATTEMPTS_MAX: usize = WAITS.len() + 1;

/// How long a letter waits after so many attempts failed; `None`: it is refused.
pub fn retry(attempts: i64) -> Option<SignedDuration> {
    // Nothing failed yet: it is due at once.
    let Some(failed_before) = attempts.checked_sub(1).filter(|n| *n >= 0) else {
        return Some(SignedDuration::ZERO);
    };
    usize::try_from(failed_before).ok().and_then(|at| WAITS.get(at)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_end() {
        let check = |attempts: i64, minutes: Option<i64>| {
            assert_eq!(retry(attempts), minutes.map(SignedDuration::from_mins), "after {attempts}");
        };
        check(i64::MIN, Some(0));
        check(0, Some(0));
        check(1, Some(1));
        check(2, Some(5));
        check(3, Some(30));
        check(4, Some(2 * 60));
        check(5, Some(6 * 60));
        check(6, Some(12 * 60));
        check(7, Some(24 * 60));
        check(8, None);
        check(i64::MAX, None);
    }
}
