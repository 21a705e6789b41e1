use std::{num::NonZeroUsize, sync::Arc};

use base::Known;
use db::{Conn, Files, memo};
use serde::Serialize;

use crate::{
    columnar::{Columnar, ColumnarError},
    domain::{Answer, Cut, Dimension, Measure, Piece, UnknownDimension, UnknownMeasure},
    store,
};

/// A cut as a person asks for it: which deliveries answer is found out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CutRequest {
    pub by: Vec<Dimension>,
    pub filters: Vec<(Dimension, String)>,
    pub year: Option<i16>,
    /// [`Measure::USUAL`] where empty.
    pub measures: Vec<Measure>,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CutRequestError {
    #[error(transparent)]
    Dimension(#[from] UnknownDimension),
    #[error(transparent)]
    Measure(#[from] UnknownMeasure),
    #[error("{0:?} is not of the form DIMENSION=CODE, as in department=24")]
    Condition(String),
    #[error("{0} is asked for twice; name it once")]
    Twice(&'static str),
}

impl CutRequest {
    /// From the texts of a command line or an address.
    pub fn parse(
        by: &[String],
        conditions: &[String],
        year: Option<i16>,
        measures: &[String],
    ) -> Result<Self, CutRequestError> {
        let condition = |text: &String| {
            let (dimension, code) = text
                .split_once('=')
                .ok_or_else(|| CutRequestError::Condition(text.chars().take(80).collect()))?;
            Ok::<_, CutRequestError>((dimension.parse()?, code.trim().to_owned()))
        };
        let by: Vec<Dimension> = by.iter().map(|d| d.parse()).collect::<Result<_, _>>()?;
        let filters = conditions.iter().map(condition).collect::<Result<_, _>>()?;
        let measures: Vec<Measure> = measures.iter().map(|m| m.parse()).collect::<Result<_, _>>()?;
        let twice = repeated(by.iter().map(|d| d.code())).or(repeated(measures.iter().map(|m| m.code())));
        match twice {
            Some(code) => Err(CutRequestError::Twice(code)),
            None => Ok(Self { by, filters, year, measures }),
        }
    }

    pub(super) fn over(&self, pieces: &[Piece]) -> Cut {
        let filters = self.filters.iter().map(|(d, code)| (*d, d.written(code))).collect();
        let measures = if self.measures.is_empty() { Measure::USUAL.to_vec() } else { self.measures.clone() };
        let own = pieces.iter().filter(|p| self.year.is_none() || p.year == self.year);
        let pieces = own.cloned().collect();
        Cut { by: self.by.clone(), filters, measures, pieces }
    }
}

fn repeated<'c>(codes: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    let mut seen = std::collections::BTreeSet::new();
    codes.into_iter().find(|code| !seen.insert(*code))
}

/// Answers of a state that are kept: of short ones, which pages show again and again, many, of the longest few.
const SHORT: Kept = Kept { rows_max: 500, count_max: NonZeroUsize::new(1_000) };
const LONG: Kept = Kept { rows_max: 5_000, count_max: NonZeroUsize::new(200) };
const LONGEST: Kept = Kept { rows_max: 50_000, count_max: NonZeroUsize::new(16) };

struct Kept {
    rows_max: usize,
    count_max: Option<NonZeroUsize>,
}

struct Short(Arc<Answer>);
struct Long(Arc<Answer>);
struct Longest(Arc<Answer>);

/// Answers over every delivery known, no money twice (see `domain::pieces`).
pub async fn cut(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    known: Known,
    request: &CutRequest,
) -> Result<Arc<Answer>, ColumnarError> {
    let question = format!("{request:?}");
    let known = memo::settled(conn, known, store::TABLES).await?;
    if let Some(found) = recall(known, &question) {
        return Ok(found);
    }
    let answer = Arc::new(cut_anew(conn, files, columnar, known, request).await?);
    keep(known, &question, &answer);
    Ok(answer)
}

fn recall(known: Known, question: &str) -> Option<Arc<Answer>> {
    let long = || memo::recall::<Long>(known, question).map(|long| Arc::clone(&long.0));
    let longest = || memo::recall::<Longest>(known, question).map(|longest| Arc::clone(&longest.0));
    let short = memo::recall::<Short>(known, question).map(|short| Arc::clone(&short.0));
    short.or_else(long).or_else(longest)
}

fn keep(known: Known, question: &str, answer: &Arc<Answer>) {
    let (rows, answer) = (answer.rows.len(), Arc::clone(answer));
    if rows <= SHORT.rows_max {
        memo::keep_of_many(SHORT.count_max, known, question, Short(answer));
    } else if rows <= LONG.rows_max {
        memo::keep_of_many(LONG.count_max, known, question, Long(answer));
    } else if rows <= LONGEST.rows_max {
        memo::keep_of_many(LONGEST.count_max, known, question, Longest(answer));
    }
}

/// The same, made now and not kept.
pub(super) async fn cut_anew(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    known: Known,
    request: &CutRequest,
) -> Result<Answer, ColumnarError> {
    let pieces = store::pieces(conn, files, known).await?;
    columnar.run(&request.over(&pieces)).await
}

/// What is read of one delivery and year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Read {
    pub delivery: i64,
    pub year: Option<i16>,
    /// The rollup's name; `None`: the rows themselves.
    pub rollup: Option<String>,
    /// Rows of the rollup; unknown of the rows themselves, of which a record has one to thirteen.
    pub rows: Option<u64>,
}

/// What answers a request, without asking it.
pub async fn reads(
    conn: &mut Conn,
    files: &Files,
    known: Known,
    request: &CutRequest,
) -> Result<Vec<Read>, db::Error> {
    let cut = request.over(&store::pieces(conn, files, known).await?);
    let read = |piece: &Piece| {
        let rollup = cut.reading(piece);
        Read {
            delivery: piece.delivery,
            year: piece.year,
            rollup: rollup.map(|rollup| rollup.name.clone()),
            rows: rollup.map(|rollup| rollup.rows),
        }
    };
    Ok(cut.pieces.iter().map(read).collect())
}
