use base::Known;
use db::{Conn, Files};

use crate::{
    columnar::{Columnar, ColumnarError},
    domain::{Answer, Cut, Dimension, Measure, Piece, UnknownDimension, UnknownMeasure, pieces},
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

    pub(super) fn over(&self, pieces: Vec<Piece>) -> Cut {
        let filters = self.filters.iter().map(|(d, code)| (*d, d.written(code))).collect();
        let measures = if self.measures.is_empty() { Measure::USUAL.to_vec() } else { self.measures.clone() };
        let pieces = pieces.into_iter().filter(|p| self.year.is_none() || p.year == self.year).collect();
        Cut { by: self.by.clone(), filters, measures, pieces }
    }
}

fn repeated<'c>(codes: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    let mut seen = std::collections::BTreeSet::new();
    codes.into_iter().find(|code| !seen.insert(*code))
}

/// Answers over every delivery known, no money twice (see `domain::pieces`).
pub async fn cut(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    known: Known,
    request: &CutRequest,
) -> Result<Answer, ColumnarError> {
    let covered = store::covered(conn, files, known).await?;
    columnar.run(&request.over(pieces(&covered))).await
}
