//! Promises with everything that their status was computed from, for whoever looks for more in it than the word.
use std::{sync::Arc, thread};

use base::{Known, Seq};
use db::Conn;
use jiff::civil::Date;
use planning::queries::indicators::IndicatorView;

use super::promises::Promise;
use super::standings::{Scope, evidence, selected};
use crate::domain::{Assessment, Facts, Rules, assess};

/// One promise, judged.
#[derive(Clone, Copy, Debug)]
pub struct Judged<'a> {
    pub view: &'a IndicatorView,
    pub promise: &'a Promise,
    pub facts: &'a Facts,
    pub found: &'a Assessment,
    /// The entry by which the values of its series in its territory became what they are; none without values.
    pub changed: Option<Seq>,
}

/// What `read` makes of each promise of the scope, in order of plan, version and code; the work is shared by the processors
/// there are.
pub async fn judged<T: Send>(
    conn: &mut Conn,
    known: Known,
    on: Date,
    (rules, scope): (&Rules, &Scope),
    read: impl Fn(Judged<'_>) -> Vec<T> + Sync,
) -> Result<Vec<T>, db::Error> {
    let found = selected(conn, known, on, scope).await?;
    let evidence = evidence(conn, known, &found).await?;
    let one = |(view, promise): &(Arc<IndicatorView>, Promise)| {
        let facts = evidence.facts(promise);
        let found = assess(&facts, rules, on);
        let changed = evidence.changed(promise);
        read(Judged { view, promise, facts: &facts, found: &found, changed })
    };
    let shares = thread::available_parallelism().map_or(1, usize::from);
    let share = found.len().div_ceil(shares).max(1);
    if found.len() < 1_000 {
        return Ok(found.iter().flat_map(one).collect());
    }
    let one = &one;
    Ok(thread::scope(|scope| {
        let work = |part: &'_ [(Arc<IndicatorView>, Promise)]| part.iter().flat_map(one).collect::<Vec<T>>();
        let workers: Vec<_> = found.chunks(share).map(|part| scope.spawn(move || work(part))).collect();
        let done = |worker: thread::ScopedJoinHandle<'_, Vec<T>>| {
            worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        };
        workers.into_iter().flat_map(done).collect()
    }))
}
