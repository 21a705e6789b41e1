//! Sessions.
use std::collections::BTreeMap;

use base::Known;
use db::Conn;

use crate::{
    domain::{Attendance, Decision, Item, Minutes, Review, ReviewCode, Standing},
    store::{self, decisions::Table},
};

/// A session with its agenda and what was signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewView {
    pub review: Review,
    pub items: Vec<Item>,
    pub decisions: Vec<Decision>,
    pub minutes: Option<Minutes>,
}

impl ReviewView {
    pub fn standing(&self) -> Standing {
        standing(&self.review, self.minutes.as_ref())
    }
}

fn standing(review: &Review, minutes: Option<&Minutes>) -> Standing {
    match (&review.cancelled, minutes) {
        (Some(_), _) => Standing::Cancelled,
        (None, Some(_)) => Standing::Signed,
        (None, None) => Standing::Convened,
    }
}

/// The session alone; none of that code.
pub async fn review_head(
    conn: &mut Conn,
    known: Known,
    code: &ReviewCode,
) -> Result<Option<Review>, db::Error> {
    store::reviews::one(conn, known, code).await
}

/// One session.
///
/// # Errors
/// A database that cannot be read.
pub async fn review(
    conn: &mut Conn,
    known: Known,
    code: &ReviewCode,
) -> Result<Option<ReviewView>, db::Error> {
    let Some(review) = store::reviews::one(conn, known, code).await? else { return Ok(None) };
    Ok(Some(ReviewView {
        items: store::items::of_review(conn, known, code).await?,
        decisions: store::decisions::of_review(conn, known, (Table::Signed, code)).await?,
        minutes: store::minutes::of_review(conn, known, code).await?,
        review,
    }))
}

/// What is written of a session that is not signed: decisions and minutes. Of the office.
pub(crate) async fn drafts(
    conn: &mut Conn,
    code: &ReviewCode,
) -> Result<(Vec<Decision>, Option<Attendance>), db::Error> {
    let decisions = store::decisions::of_review(conn, Known::NOW, (Table::Drafts, code)).await?;
    Ok((decisions, store::minutes::draft(conn, Known::NOW, code).await?))
}

/// Every session, the last held first.
///
/// # Errors
/// A database that cannot be read.
pub async fn reviews(conn: &mut Conn, known: Known) -> Result<Vec<ReviewView>, db::Error> {
    let mut items: BTreeMap<ReviewCode, Vec<Item>> = BTreeMap::new();
    for (review, item) in store::items::all(conn, known).await? {
        items.entry(review).or_default().push(item);
    }
    let mut decisions: BTreeMap<ReviewCode, Vec<Decision>> = BTreeMap::new();
    for decision in store::decisions::all(conn, known).await? {
        decisions.entry(decision.review.clone()).or_default().push(decision);
    }
    let mut minutes: BTreeMap<_, _> = store::minutes::all(conn, known).await?.into_iter().collect();
    let all = store::reviews::all(conn, known).await?;
    let view = |review: Review| ReviewView {
        items: items.remove(&review.code).unwrap_or_default(),
        decisions: decisions.remove(&review.code).unwrap_or_default(),
        minutes: minutes.remove(&review.code),
        review,
    };
    Ok(all.into_iter().map(view).collect())
}
