//! The gates of the annual budget law (¶332 of the Public Governance Review of Peru, 2016): a request is evaluated only if
//! signed commitments are fulfilled, and more money tied to commitments is refused without evidence of progress in them.
use base::codes::EntityCode;
use jiff::civil::Date;

use super::{
    EvaluationCode,
    commitment::{Matrix, State, has_progress, state},
};

/// What stands in the way of a request.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Block {
    /// The term for the matrix ended and nobody signed one: what is not signed fulfils nothing.
    MatrixOverdue { evaluation: EvaluationCode, due: Date },
    /// A signed commitment whose deadline has passed is not fulfilled.
    Unfulfilled { evaluation: EvaluationCode, commitment: String, deadline: Date },
    /// More money is asked for what a commitment is about, and nothing verified shows progress in it.
    NoProgress { evaluation: EvaluationCode, commitment: String },
}

impl Block {
    /// The word of it in messages and tables.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::MatrixOverdue { .. } => "matrix-overdue",
            Self::Unfulfilled { .. } => "unfulfilled",
            Self::NoProgress { .. } => "no-progress",
        }
    }

    pub const fn evaluation(&self) -> &EvaluationCode {
        match self {
            Self::MatrixOverdue { evaluation, .. }
            | Self::Unfulfilled { evaluation, .. }
            | Self::NoProgress { evaluation, .. } => evaluation,
        }
    }

    pub fn commitment(&self) -> Option<&str> {
        match self {
            Self::MatrixOverdue { .. } => None,
            Self::Unfulfilled { commitment, .. } | Self::NoProgress { commitment, .. } => Some(commitment),
        }
    }
}

/// Whose money is asked for, and for what.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    pub entity: &'a EntityCode,
    pub programme: &'a str,
    /// Commitments that the request names beside those of its programme.
    pub tied: &'a [(EvaluationCode, String)],
}

impl Asked<'_> {
    /// A matrix binds the body that answers for it, whatever programme it asks for, and whoever asks for its programme.
    fn is_bound_by(&self, matrix: &Matrix) -> bool {
        matrix.entity == *self.entity || self.is_of_programme(matrix)
    }

    fn is_of_programme(&self, matrix: &Matrix) -> bool {
        matrix.programme.as_deref() == Some(self.programme)
    }

    fn names(&self, matrix: &Matrix, commitment: &str) -> bool {
        self.tied.iter().any(|(evaluation, code)| *evaluation == matrix.evaluation && code == commitment)
    }
}

/// What keeps a request from being evaluated on `on`: matrices overdue, commitments not fulfilled by their deadline.
pub fn fulfilment(asked: &Asked<'_>, matrices: &[Matrix], on: Date) -> Vec<Block> {
    let mut blocks = Vec::new();
    for matrix in matrices.iter().filter(|matrix| asked.is_bound_by(matrix)) {
        let evaluation = || matrix.evaluation.clone();
        if let Some(due) = matrix.due.filter(|due| *due < on && !matrix.is_signed) {
            blocks.push(Block::MatrixOverdue { evaluation: evaluation(), due });
        }
        let overdue = |one: &&super::Commitment| state(one, &matrix.progress, on) == State::Overdue;
        blocks.extend(matrix.commitments.iter().filter(overdue).map(|one| Block::Unfulfilled {
            evaluation: evaluation(),
            commitment: one.code.clone(),
            deadline: one.deadline,
        }));
    }
    blocks
}

/// What keeps more money from being granted: commitments of the same programme, and those that the request names, in which
/// nothing verified shows progress.
pub fn progress(asked: &Asked<'_>, matrices: &[Matrix]) -> Vec<Block> {
    let mut blocks = Vec::new();
    for matrix in matrices {
        let tied = |one: &&super::Commitment| asked.is_of_programme(matrix) || asked.names(matrix, &one.code);
        let stuck = matrix.commitments.iter().filter(tied).filter(|one| !has_progress(one, &matrix.progress));
        blocks.extend(stuck.map(|one| Block::NoProgress {
            evaluation: matrix.evaluation.clone(),
            commitment: one.code.clone(),
        }));
    }
    blocks
}
