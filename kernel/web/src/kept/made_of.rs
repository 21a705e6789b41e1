//! What an answer was made of: followed from the request to the page, and back to who would keep the answer.
use std::sync::{Arc, Mutex, PoisonError};

use base::Seq;
use jiff::civil::Date;

/// A state as readers see it: the journal's last entry, and the day where the country is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stamp {
    pub last: Seq,
    pub today: Date,
}

#[derive(Clone, Copy, Debug, Default)]
enum Seen {
    /// No state was read: a redirection, a file of the program.
    #[default]
    Nothing,
    One(Stamp),
    /// Two states, or something that changes without an entry.
    More,
}

/// Carried by the request; every clone is the same.
#[derive(Clone, Debug, Default)]
pub struct MadeOf(Arc<Mutex<Seen>>);

impl MadeOf {
    pub fn state(&self, stamp: Stamp) {
        self.see(|seen| match seen {
            Seen::Nothing => Seen::One(stamp),
            Seen::One(before) if before == stamp => seen,
            _ => Seen::More,
        });
    }

    /// Something that changes without an entry of the journal.
    pub fn more(&self) {
        self.see(|_| Seen::More);
    }

    /// The one state that the answer was made of, and of nothing else.
    pub fn stamp(&self) -> Option<Stamp> {
        match *self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            Seen::One(stamp) => Some(stamp),
            Seen::Nothing | Seen::More => None,
        }
    }

    fn see(&self, next: impl FnOnce(Seen) -> Seen) {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *seen = next(*seen);
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn only_what_is_made_of_one_state_is_kept() {
        let [one, two] = [1, 2].map(|seq| Stamp { last: Seq(seq), today: date(2026, 11, 24) });
        let check = |seen: &[Stamp], more: bool, expect: Option<Stamp>| {
            let made_of = MadeOf::default();
            for stamp in seen {
                made_of.clone().state(*stamp);
            }
            if more {
                made_of.more();
            }
            assert_eq!(made_of.stamp(), expect, "{seen:?} {more}");
        };
        check(&[], false, None);
        check(&[one], false, Some(one));
        check(&[one, one], false, Some(one));
        check(&[one, two], false, None);
        check(&[one, two, two], false, None);
        check(&[one], true, None);
        check(&[], true, None);
    }
}
