//! What was made of a state is kept and made no second time: facts known at an entry of the journal never
//! change, so neither does what is made of them.
//!
//! A memo belongs to one data folder. The web layer opens it around each request ([`scope`]); outside of one,
//! at a terminal and in tests, nothing is kept. "Whatever is known now" is no state, and is never kept.
use std::{
    any::{Any, TypeId},
    collections::{BTreeMap, BTreeSet, HashMap},
    num::NonZeroUsize,
    sync::{Arc, Mutex, PoisonError},
};

use base::{Known, Seq};
use lru::LruCache;

use crate::{Conn, Error, versions};

tokio::task_local! {
    static MEMO: Arc<Memo>;
}

/// The state and the rest of the question.
type Key = (i64, String);
type Held = LruCache<Key, Arc<dyn Any + Send + Sync>>;

/// Values by type, the least recently asked for goes first.
pub struct Memo {
    of_each_max: NonZeroUsize,
    held: Mutex<HashMap<TypeId, Held>>,
    ends: Mutex<LruCache<i64, Ends>>,
}

impl Memo {
    /// Keeps at most `of_each_max` values of each type: a state's plans can be large.
    pub fn new(of_each_max: NonZeroUsize) -> Self {
        Self { of_each_max, held: Mutex::default(), ends: Mutex::new(LruCache::new(ENDS_MAX)) }
    }
}

/// Runs `future` with the memo open.
pub async fn scope<F: Future>(memo: Arc<Memo>, future: F) -> F::Output {
    MEMO.scope(memo, future).await
}

/// Whether what is made of this state will be kept: worth asking before making more than is asked for.
pub fn keeps(known: Known) -> bool {
    with(known, |_, _| ()).is_some()
}

/// The state by which to keep what is made of these versioned tables alone: that of their last change, so that acts which
/// do not touch them leave it good. Where nothing is kept, the state itself.
///
/// # Errors
/// A database that cannot be read, or that lacks a table.
pub async fn settled(conn: &mut Conn, known: Known, tables: &[&'static str]) -> Result<Known, Error> {
    if !keeps(known) {
        return Ok(known);
    }
    let kept = |memo: &Memo, seq| {
        let held = memo.ends.lock().unwrap_or_else(PoisonError::into_inner);
        held.iter().find_map(|(at, ends)| ends.settled(*at, seq, tables))
    };
    if let Some(found) = with(known, kept).flatten() {
        return Ok(found);
    }
    // With those that others ask of every state: one statement answers all of a page.
    let asked = {
        let mut asked = ASKED.lock().unwrap_or_else(PoisonError::into_inner);
        asked.extend(tables);
        asked.clone()
    };
    let last = versions::last_written(conn, known, &asked).await?;
    let ends = Ends { asked, last };
    let found = ends.settled(known.seq(), known.seq(), tables).unwrap_or(known);
    with(known, |memo, seq| {
        memo.ends.lock().unwrap_or_else(PoisonError::into_inner).put(seq, ends);
    });
    Ok(found)
}

/// Tables that anything was kept by in this process.
static ASKED: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());

/// When tables were written to last, as known at a state.
struct Ends {
    asked: BTreeSet<&'static str>,
    last: BTreeMap<String, Seq>,
}

impl Ends {
    /// The same for the state `seq`, where what is known at `at` tells it: no table was written to between the two.
    fn settled(&self, at: i64, seq: i64, tables: &[&'static str]) -> Option<Known> {
        let mut settled = Seq(0);
        for table in tables {
            let last = self.last.get(*table).copied().unwrap_or(Seq(0));
            if !self.asked.contains(table) || seq > at || last.0 > seq {
                return None;
            }
            settled = settled.max(last);
        }
        Some(Known(settled))
    }
}

/// States of which it is kept when tables were written to last.
const ENDS_MAX: NonZeroUsize = NonZeroUsize::new(64).expect("more than none");

/// Says which tables things will be kept by, so that the first to ask asks of all of them.
pub fn expect_settled(tables: impl IntoIterator<Item = &'static str>) {
    ASKED.lock().unwrap_or_else(PoisonError::into_inner).extend(tables);
}

/// What was made before of this state for this question. Where `T` is no type of its own, the question names what it is.
pub fn recall<T: Send + Sync + 'static>(known: Known, question: &str) -> Option<Arc<T>> {
    with(known, |memo, seq| {
        let mut held = memo.held.lock().unwrap_or_else(PoisonError::into_inner);
        let found = held.get_mut(&TypeId::of::<T>())?.get(&(seq, question.to_owned()))?.clone();
        found.downcast().ok()
    })
    .flatten()
}

/// Keeps what was made of a state.
pub fn keep<T: Send + Sync + 'static>(known: Known, question: &str, made: T) -> Arc<T> {
    keep_of_many(None, known, question, made)
}

/// The same, for small things of which there are many: `count_max` of the type are kept.
pub fn keep_of_many<T: Send + Sync + 'static>(
    count_max: Option<NonZeroUsize>,
    known: Known,
    question: &str,
    made: T,
) -> Arc<T> {
    let made = Arc::new(made);
    with(known, |memo, seq| {
        let mut held = memo.held.lock().unwrap_or_else(PoisonError::into_inner);
        let of_type = held
            .entry(TypeId::of::<T>())
            .or_insert_with(|| LruCache::new(count_max.unwrap_or(memo.of_each_max)));
        of_type.put((seq, question.to_owned()), made.clone());
    });
    made
}

fn with<R>(known: Known, ask: impl FnOnce(&Memo, i64) -> R) -> Option<R> {
    let is_state = known != Known::NOW;
    is_state.then(|| MEMO.try_with(|memo| ask(memo, known.seq())).ok()).flatten()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// `a` was written to last by entry 5, `b` by 9, `c` never; as known at 10.
    #[test]
    fn what_is_made_of_tables_is_good_from_their_last_change_on() {
        let last = [("a".to_owned(), Seq(5)), ("b".to_owned(), Seq(9))].into();
        let ends = Ends { asked: ["a", "b", "c"].into(), last };
        let check = |seq: i64, tables: &[&'static str], expected: Option<i64>| {
            let found = ends.settled(10, seq, tables).map(Known::seq);
            assert_eq!(found, expected, "{seq} {tables:?}");
        };
        check(10, &["a"], Some(5));
        check(7, &["a"], Some(5));
        check(5, &["a"], Some(5));
        check(10, &["a", "b", "c"], Some(9));
        check(10, &["c"], Some(0));
        // What was written to `b` before 9, nobody asked; nor what comes after 10, nor of another table.
        check(8, &["a", "b"], None);
        check(4, &["a"], None);
        check(11, &["a"], None);
        check(10, &["a", "d"], None);
    }

    #[tokio::test]
    async fn a_state_is_kept_and_now_is_not() {
        let memo = Arc::new(Memo::new(NonZeroUsize::new(2).unwrap()));
        let known = |seq| Known(Seq(seq));
        assert_eq!(recall::<u8>(known(1), "a"), None, "outside of a scope nothing is kept");
        scope(memo.clone(), async {
            assert_eq!(*keep(known(1), "a", 1_u8), 1);
            assert_eq!(recall::<u8>(known(1), "a").as_deref(), Some(&1));
            assert_eq!(recall::<u8>(known(2), "a"), None, "another state");
            assert_eq!(recall::<u8>(known(1), "b"), None, "another question");
            assert_eq!(recall::<u16>(known(1), "a"), None, "another thing");
            keep(Known::NOW, "a", 9_u8);
            assert_eq!(recall::<u8>(Known::NOW, "a"), None);
        })
        .await;
        scope(memo, async {
            keep(known(2), "a", 2_u8);
            assert_eq!(recall::<u8>(known(1), "a").as_deref(), Some(&1), "another request sees it");
            keep(known(3), "a", 3_u8);
            assert_eq!(recall::<u8>(known(2), "a"), None, "the one not asked for since goes");
            for seq in 1..=9 {
                keep_of_many(NonZeroUsize::new(8), known(seq), "a", seq);
            }
            assert_eq!(recall::<i64>(known(1), "a"), None);
            assert_eq!(recall::<i64>(known(2), "a").as_deref(), Some(&2), "of small things, many");
        })
        .await;
    }
}
