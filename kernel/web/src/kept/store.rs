//! Where answers are kept: a number of bytes, those not asked for go first.
use std::sync::Arc;

use axum::{body::Bytes, http::HeaderMap, response::Response};
use quick_cache::{Weighter, sync::Cache};

use super::Stamp;

/// Of answers and their addresses together.
const BYTES_MAX: u64 = 32 * 1024 * 1024;
/// What a page weighs on the line, compressed: as many are expected.
const ANSWER_BYTES_TYPICAL: u64 = 12 * 1024;
/// A larger one is made each time: it would push out hundreds of pages.
const ANSWER_BYTES_MAX: usize = 512 * 1024;
/// Of each answer beside its body: headers and the table's own.
const OVERHEAD_BYTES: u64 = 1024;

/// An answer as it travels, and the state it is of; cheap to clone.
#[derive(Clone)]
pub struct Answer {
    pub stamp: Stamp,
    headers: Arc<HeaderMap>,
    bytes: Bytes,
}

impl Answer {
    pub fn new(stamp: Stamp, headers: HeaderMap, bytes: Bytes) -> Self {
        Self { stamp, headers: Arc::new(headers), bytes }
    }

    pub fn to_response(&self) -> Response {
        super::travelling(&self.headers, self.bytes.clone())
    }
}

#[derive(Clone)]
struct Bytewise;

impl Weighter<String, Answer> for Bytewise {
    fn weight(&self, question: &String, answer: &Answer) -> u64 {
        u64::try_from(question.len() + answer.bytes.len()).unwrap_or(u64::MAX) + OVERHEAD_BYTES
    }
}

/// By question, the last answer alone: one of a state that is no longer the present makes room for the next.
pub struct Answers(Cache<String, Answer, Bytewise>);

impl Default for Answers {
    fn default() -> Self {
        let count = usize::try_from(BYTES_MAX / ANSWER_BYTES_TYPICAL).unwrap_or(1);
        Self(Cache::with_weighter(count, BYTES_MAX, Bytewise))
    }
}

impl Answers {
    pub fn get(&self, question: &str) -> Option<Answer> {
        self.0.get(question)
    }

    pub fn put(&self, question: String, answer: Answer) {
        if answer.bytes.len() <= ANSWER_BYTES_MAX {
            self.0.insert(question, answer);
        }
    }
}

#[cfg(test)]
mod tests {
    use base::Seq;
    use jiff::civil::date;

    use super::*;

    #[test]
    fn no_more_is_kept_than_fits() {
        let answers = Answers::default();
        let stamp = Stamp { last: Seq(1), today: date(2026, 11, 24) };
        let answer = |bytes| Answer::new(stamp, HeaderMap::new(), Bytes::from(vec![0; bytes]));
        let question = |n: usize| format!("/{n}");
        for n in 0..10_000 {
            answers.put(question(n), answer(10_000));
        }
        let kept = (0..10_000).filter(|n| answers.get(&question(*n)).is_some()).count();
        assert!((1_000..=3_355).contains(&kept), "{kept} of 10 kB in 32 MiB");
        answers.put(question(10_001), answer(ANSWER_BYTES_MAX + 1));
        assert!(answers.get(&question(10_001)).is_none(), "what is too large is not kept");
    }
}
