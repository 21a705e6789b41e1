//! Waves as the public is shown them.
use std::collections::BTreeMap;

use base::Known;
use db::Conn;
use planning::domain::reference::ElementRef;

use crate::{
    domain::{Question, QuestionCode, Reached, Results, Wave, WaveCode},
    store,
};

/// A wave with its channels; of one that is not closed they have no reach yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaveView {
    pub wave: Wave,
    pub reached: Vec<Reached>,
}

/// A question in one wave, with its results where they were published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub question: Question,
    pub results: Option<Results>,
}

impl WaveView {
    /// All who answered; none before the wave is closed.
    pub fn responses(&self) -> Option<u64> {
        self.reached.iter().map(|one| one.responses).sum()
    }
}

/// Every question, the last written first.
///
/// # Errors
/// A database that cannot be read.
pub async fn questions(conn: &mut Conn, known: Known) -> Result<Vec<Question>, db::Error> {
    store::questions::all(conn, known).await
}

/// Waves that were opened, the last to begin first; of one objective where it is named, whatever the version of its plan.
///
/// # Errors
/// A database that cannot be read.
pub async fn waves(
    conn: &mut Conn,
    known: Known,
    of: Option<&ElementRef>,
) -> Result<Vec<WaveView>, db::Error> {
    let all = store::waves::opened(conn, known, None).await?;
    let is_of = |wave: &Wave| {
        of.is_none_or(|of| wave.card.element.plan.plan == of.plan.plan && wave.card.element.code == of.code)
    };
    let own = all.into_iter().filter(|(wave, _)| is_of(wave));
    Ok(own.map(|(wave, reached)| WaveView { wave, reached }).collect())
}

/// One wave with its questions; none of that code that was opened.
///
/// # Errors
/// A database that cannot be read.
pub async fn wave(
    conn: &mut Conn,
    known: Known,
    code: &WaveCode,
) -> Result<Option<(WaveView, Vec<Asked>)>, db::Error> {
    let Some((wave, reached)) = store::waves::opened(conn, known, Some(code)).await?.pop() else {
        return Ok(None);
    };
    let mut results = store::results::published(conn, known, Some(code)).await?;
    let mut all: BTreeMap<QuestionCode, Question> = by_code(store::questions::all(conn, known).await?);
    let asked = wave.card.questions.iter().filter_map(|code| {
        let results = results.remove(&(wave.code.clone(), code.clone()));
        Some(Asked { question: all.remove(code)?, results })
    });
    let asked: Vec<Asked> = asked.collect();
    Ok(Some((WaveView { wave, reached }, asked)))
}

pub(super) fn by_code(questions: Vec<Question>) -> BTreeMap<QuestionCode, Question> {
    questions.into_iter().map(|question| (question.code.clone(), question)).collect()
}

/// Published results of every wave, by wave and question, for what a question was answered over time.
///
/// # Errors
/// A database that cannot be read.
pub async fn series(
    conn: &mut Conn,
    known: Known,
) -> Result<BTreeMap<(WaveCode, QuestionCode), Results>, db::Error> {
    store::results::published(conn, known, None).await
}
