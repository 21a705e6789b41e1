//! What is known of the values of a series besides their numbers, each with when it was said.
use base::{Known, Seq, codes::SeriesCode};
use db::Conn;

use crate::domain::answer::{Answer, AnswerKey};
use crate::domain::records::{Measurement, ObservationKey};
use crate::domain::review::{Review, Validation};
use crate::store::{self, reviews::Which};

/// Answers without a value, reviews in the order in which they began, validations.
#[derive(Clone, Debug, Default)]
pub struct Said {
    pub answers: Vec<(AnswerKey, Answer, Seq)>,
    pub reviews: Vec<Review>,
    pub validations: Vec<(ObservationKey, Validation)>,
}

impl Said {
    /// The review of a value that stands: the last of it.
    pub fn review(&self, key: &ObservationKey) -> Option<&Review> {
        self.reviews.iter().rev().find(|review| review.key == *key)
    }

    pub fn validation(&self, key: &ObservationKey) -> Option<&Validation> {
        self.validations.iter().find(|(of, _)| of == key).map(|(_, said)| said)
    }
}

/// Of one series.
pub async fn said_of(conn: &mut Conn, known: Known, series: &SeriesCode) -> Result<Said, db::Error> {
    let answers = store::no_values::of_series(conn, known, &[series]).await?;
    Ok(Said {
        answers: answers.into_iter().map(|(key, (answer, seq))| (key, answer, seq)).collect(),
        reviews: store::reviews::all(conn, known, Which::OfSeries(series.as_str())).await?,
        validations: store::validations::of_series(conn, known, series.as_str()).await?,
    })
}

/// Values recorded last of which the statistician said nothing, the newest first.
pub async fn unvalidated(
    conn: &mut Conn,
    known: Known,
    rows_max: i64,
) -> Result<Vec<(ObservationKey, Measurement)>, db::Error> {
    store::observations::unvalidated(conn, known, rows_max).await
}
