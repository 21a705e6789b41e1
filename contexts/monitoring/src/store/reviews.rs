//! `monitoring_reviews`, and the acts of each.
use std::collections::BTreeMap;
use std::sync::Arc;

use base::{Known, Seq};
use db::{Conn, Error, Row, RowExt, Value, dynamic, insert_many, memo, query};
use jiff::Timestamp;
use workflow::{Act, By};

use super::observations::{group_columns, read_group};
use crate::domain::records::ObservationKey;
use crate::domain::review::{Phase, Review, ReviewCode};

const COLUMNS: [&str; 21] = [
    "code",
    "entity",
    "plan",
    "indicator",
    "series",
    "territory",
    "period",
    "group_kind",
    "group_name",
    "edition",
    "value",
    "procedure",
    "began_at",
    "post",
    "account",
    "submissions",
    "submitted_seq",
    "state",
    "phase",
    "reason",
    "rec_from",
];

fn instant(at: Timestamp) -> String {
    format!("{at:.6}")
}

fn read(row: &Row) -> Result<Review, Error> {
    let key = ObservationKey {
        series: row.parsed("series")?,
        territory: row.parsed("territory")?,
        group: read_group(row)?,
        period: row.parsed("period")?,
        edition: Some(row.text("edition")?).filter(|edition| !edition.is_empty()),
    };
    Ok(Review {
        code: row.parsed("code")?,
        entity: row.parsed("entity")?,
        plan: row.parsed("plan")?,
        indicator: row.parsed("indicator")?,
        key,
        value: row.parsed("value")?,
        procedure: row.text("procedure")?,
        began_at: row.parsed("began_at")?,
        post: row.text("post")?,
        account: row.text("account")?,
        submissions: row.int("submissions")?,
        submitted: Seq(row.int("submitted_seq")?),
        state: row.text("state")?,
        phase: row.parsed("phase")?,
        reason: row.text("reason")?,
    })
}

/// Which reviews are asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Which<'a> {
    One(&'a ReviewCode),
    /// Of values recorded together: what their codes begin with.
    Together(&'a str),
    OfSeries(&'a str),
    In(Phase),
    /// Those on which silence fell.
    Silent,
    /// Those that decide when a value came: not accepted, or submitted more than once.
    Deciding,
}

/// In the order in which they began.
pub(crate) async fn all(conn: &mut Conn, known: Known, which: Which<'_>) -> Result<Vec<Review>, Error> {
    let (only, value) = match which {
        Which::One(code) => ("code = $2", code.to_string()),
        Which::Together(start) => ("code LIKE $2", format!("{start}%")),
        Which::OfSeries(series) => ("series = $2", series.to_owned()),
        Which::In(phase) => ("phase = $2", phase.to_string()),
        Which::Silent => (
            "code IN (SELECT review FROM monitoring_review_acts WHERE kind = $2 AND rec_from <= $1)",
            "clock".to_owned(),
        ),
        Which::Deciding => ("(phase <> $2 OR submissions > 1)", Phase::Accepted.to_string()),
    };
    let sql = format!(
        "SELECT * FROM monitoring_reviews WHERE rec_from <= $1 AND $1 < rec_to AND {only} ORDER BY began_at, code"
    );
    let rows = dynamic(sql).bind(known.seq()).bind(value).fetch_all(&mut *conn).await?;
    rows.iter().map(read).collect()
}

/// Those that decide when a value came, read once of a state.
pub(crate) async fn deciding(conn: &mut Conn, known: Known) -> Result<Arc<Vec<Review>>, Error> {
    if let Some(found) = memo::recall(known, "deciding") {
        return Ok(found);
    }
    let found = all(conn, known, Which::Deciding).await?;
    Ok(memo::keep(known, "deciding", found))
}

/// Writes a review, or the next version of it.
pub(crate) async fn write(conn: &mut Conn, seq: Seq, review: &Review) -> Result<(), Error> {
    let close = "UPDATE monitoring_reviews SET rec_to = $1 WHERE rec_to = $2 AND code = $3";
    query(close).bind(seq.0).bind(Seq::OPEN.0).bind(review.code.to_string()).execute(&mut *conn).await?;
    let (kind, name) = group_columns(review.key.group.as_ref());
    let row = vec![
        review.code.as_str().into(),
        review.entity.as_str().into(),
        review.plan.as_str().into(),
        review.indicator.as_str().into(),
        review.key.series.to_string().into(),
        review.key.territory.to_string().into(),
        review.key.period.to_string().into(),
        kind.into(),
        name.into(),
        review.key.edition.clone().unwrap_or_default().into(),
        review.value.to_string().into(),
        review.procedure.as_str().into(),
        instant(review.began_at).into(),
        review.post.as_str().into(),
        review.account.as_str().into(),
        review.submissions.into(),
        review.submitted.into(),
        review.state.as_str().into(),
        review.phase.as_str().into(),
        review.reason.as_str().into(),
        seq.into(),
    ];
    insert_many(conn, "monitoring_reviews", &COLUMNS, [row]).await?;
    Ok(())
}

/// An act that was taken, and the post that took it; absent where silence acted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    pub act: Act,
    pub post: Option<String>,
}

fn taken(row: &Row) -> Result<(ReviewCode, Taken), Error> {
    let who = row.text("who")?;
    let kind = row.text("kind")?;
    let by = match kind.as_str() {
        "role" => By::Role(who),
        "clock" => By::Clock(who),
        _ => {
            let column = "kind".to_owned();
            return Err(Error::Corrupt { column, value: kind, expected: "role or clock" });
        }
    };
    let mut act = Act::new(&row.text("act")?, row.parsed("at")?, by);
    act.reason = row.text("reason")?;
    Ok((row.parsed("review")?, Taken { act, post: row.opt_text("post")? }))
}

/// What was done in a review, in order.
pub(crate) async fn acts(conn: &mut Conn, known: Known, code: &ReviewCode) -> Result<Vec<Taken>, Error> {
    let sql = "SELECT * FROM monitoring_review_acts \
               WHERE rec_from <= $1 AND $1 < rec_to AND review = $2 ORDER BY number";
    let rows = query(sql).bind(known.seq()).bind(code.to_string()).fetch_all(&mut *conn).await?;
    rows.iter().map(|row| Ok(taken(row)?.1)).collect()
}

/// What was done in the reviews of a phase, in order.
pub(crate) async fn acts_in(
    conn: &mut Conn,
    known: Known,
    phase: Phase,
) -> Result<BTreeMap<ReviewCode, Vec<Taken>>, Error> {
    let sql = "SELECT * FROM monitoring_review_acts WHERE rec_from <= $1 AND $1 < rec_to AND review IN \
               (SELECT code FROM monitoring_reviews WHERE rec_from <= $1 AND $1 < rec_to AND phase = $2) \
               ORDER BY review, number";
    let rows = query(sql).bind(known.seq()).bind(phase.to_string()).fetch_all(&mut *conn).await?;
    let mut all: BTreeMap<ReviewCode, Vec<Taken>> = BTreeMap::new();
    for row in &rows {
        let (code, one) = taken(row)?;
        all.entry(code).or_default().push(one);
    }
    Ok(all)
}

/// Adds acts after those there are.
pub(crate) async fn add_acts(
    conn: &mut Conn,
    seq: Seq,
    code: &ReviewCode,
    (before, new): (usize, &[Taken]),
) -> Result<(), Error> {
    let columns = ["review", "number", "act", "at", "kind", "who", "post", "reason", "rec_from"];
    let rows = new.iter().zip(before + 1..).map(|(taken, number)| {
        let (kind, who) = match &taken.act.by {
            By::Role(role) => ("role", role),
            By::Clock(clock) => ("clock", clock),
        };
        vec![
            code.as_str().into(),
            i64::try_from(number).unwrap_or(i64::MAX).into(),
            taken.act.code.as_str().into(),
            instant(taken.act.at).into(),
            kind.into(),
            who.as_str().into(),
            Value::from(taken.post.clone()),
            taken.act.reason.as_str().into(),
            seq.into(),
        ]
    });
    let rows: Vec<Vec<Value>> = rows.collect();
    insert_many(conn, "monitoring_review_acts", &columns, rows).await?;
    Ok(())
}
