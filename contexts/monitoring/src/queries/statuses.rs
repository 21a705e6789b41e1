//! How many promises stand on a day.
use std::thread;

use jiff::civil::Date;

use super::{evidence::Evidence, promises::Promise};
use crate::domain::{Explanation, Rules, Status, assess, explain};

/// Status of each promise, in the same order; the work is shared by the processors there are.
pub fn statuses(evidence: &Evidence, promises: &[Promise], rules: &Rules, on: Date) -> Vec<Status> {
    let judge = |promise: &Promise| assess(&evidence.facts(promise), rules, on).status;
    let shares = thread::available_parallelism().map_or(1, usize::from);
    let share = promises.len().div_ceil(shares).max(1);
    if promises.len() < 1_000 {
        return promises.iter().map(judge).collect();
    }
    thread::scope(|scope| {
        let work = |part| scope.spawn(move || promises_of(part, judge));
        let workers: Vec<_> = promises.chunks(share).map(work).collect();
        workers
            .into_iter()
            .flat_map(|worker| worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    })
}

fn promises_of(part: &[Promise], judge: impl Fn(&Promise) -> Status) -> Vec<Status> {
    part.iter().map(judge).collect()
}

/// The status of one promise with its arithmetic.
pub fn explained(evidence: &Evidence, promise: &Promise, rules: &Rules, on: Date) -> Explanation {
    explain(evidence.facts(promise), rules.clone(), on)
}
