//! `reviews_draft_decisions`, `reviews_decisions` of the same columns, and `reviews_followups`.
use base::{Known, Seq};
use db::{Conn, Error, Row, RowExt, Value, insert_many, instant, known_rows, query};
use planning::domain::reference::IndicatorRef;

use super::{joined, split};
use crate::domain::{Change, Decision, DecisionCode, Follow, Owner, ReviewCode};

const COLUMNS: [&str; 17] = [
    "review",
    "code",
    "item",
    "kind",
    "text",
    "owner_role",
    "owner_entity",
    "due_on",
    "evidence",
    "indicator",
    "territory",
    "period",
    "target_old",
    "target_new",
    "post",
    "at",
    "rec_from",
];

/// Whether decisions are written still, or signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Table {
    Drafts,
    Signed,
}

impl Table {
    const fn name(self) -> &'static str {
        match self {
            Self::Drafts => "reviews_draft_decisions",
            Self::Signed => "reviews_decisions",
        }
    }
}

pub(crate) async fn add(conn: &mut Conn, seq: Seq, (table, all): (Table, &[Decision])) -> Result<(), Error> {
    let rows: Vec<Vec<Value>> = all.iter().map(|one| row_of(seq, one)).collect();
    insert_many(conn, table.name(), &COLUMNS, rows).await?;
    Ok(())
}

fn row_of(seq: Seq, of: &Decision) -> Vec<Value> {
    let change = of.change.as_ref();
    vec![
        of.review.as_str().into(),
        of.code.as_str().into(),
        of.item.into(),
        of.kind.as_str().into(),
        of.text.as_str().into(),
        of.owner.role.into(),
        of.owner.entity.as_str().into(),
        of.due_on.to_string().into(),
        joined(of.evidence.iter().map(String::as_str)).into(),
        Value::from(change.map(|change| change.indicator.to_string())),
        Value::from(change.map(|change| change.territory.to_string())),
        Value::from(change.map(|change| change.period.to_string())),
        Value::from(change.and_then(|change| change.old).map(|value| value.to_string())),
        Value::from(change.map(|change| change.new.to_string())),
        of.post.as_str().into(),
        instant(of.at).into(),
        seq.into(),
    ]
}

fn decision(row: &Row) -> Result<Decision, Error> {
    let role = row.text("owner_role")?;
    let found = authz::ROLES.into_iter().find(|one| *one == role);
    let change = match row.opt_parsed::<IndicatorRef>("indicator")? {
        Some(indicator) => Some(Change {
            indicator,
            territory: row.parsed("territory")?,
            period: row.parsed("period")?,
            old: row.opt_parsed("target_old")?,
            new: row.parsed("target_new")?,
        }),
        None => None,
    };
    let evidence = row.text("evidence")?;
    Ok(Decision {
        code: row.parsed("code")?,
        review: row.parsed("review")?,
        item: row.int("item")?,
        kind: row.parsed("kind")?,
        text: row.text("text")?,
        owner: Owner {
            role: found.ok_or_else(|| Error::corrupt("owner_role", role, "a role"))?,
            entity: row.parsed("owner_entity")?,
        },
        due_on: row.parsed("due_on")?,
        evidence: split(&evidence).map(str::to_owned).collect(),
        change,
        post: row.text("post")?,
        at: row.parsed("at")?,
    })
}

/// Decisions of a session, by matter.
pub(crate) async fn of_review(
    conn: &mut Conn,
    known: Known,
    (table, code): (Table, &ReviewCode),
) -> Result<Vec<Decision>, Error> {
    let of = Some(("review", code.as_str()));
    known_rows(conn, known, table.name(), of, "item, rec_from, code").await?.iter().map(decision).collect()
}

/// A signed decision.
pub(crate) async fn one(
    conn: &mut Conn,
    known: Known,
    code: &DecisionCode,
) -> Result<Option<Decision>, Error> {
    let of = Some(("code", code.as_str()));
    known_rows(conn, known, "reviews_decisions", of, "code").await?.first().map(decision).transpose()
}

/// Every signed decision, by its day.
pub(crate) async fn all(conn: &mut Conn, known: Known) -> Result<Vec<Decision>, Error> {
    known_rows(conn, known, "reviews_decisions", None, "due_on, code").await?.iter().map(decision).collect()
}

/// Ends what was drafted: one decision, or all of a session.
pub(crate) async fn end_drafts(
    conn: &mut Conn,
    seq: Seq,
    (review, code): (&ReviewCode, Option<&DecisionCode>),
) -> Result<u64, Error> {
    let sql = "UPDATE reviews_draft_decisions SET rec_to = $1 \
               WHERE review = $2 AND rec_to = $3 AND ($4 = '' OR code = $4)";
    let statement = query(sql)
        .bind(seq.0)
        .bind(review.as_str().to_owned())
        .bind(Seq::OPEN.0)
        .bind(code.map_or("", DecisionCode::as_str).to_owned());
    Ok(statement.execute(&mut *conn).await?.rows_affected())
}

pub(crate) async fn add_step(
    conn: &mut Conn,
    seq: Seq,
    (code, of): (&DecisionCode, &Follow),
) -> Result<(), Error> {
    let columns = ["decision", "number", "step", "text", "post", "at", "rec_from"];
    let row = vec![
        code.as_str().into(),
        of.number.into(),
        of.step.as_str().into(),
        of.text.as_str().into(),
        of.post.as_str().into(),
        instant(of.at).into(),
        seq.into(),
    ];
    insert_many(conn, "reviews_followups", &columns, [row]).await?;
    Ok(())
}

/// Steps after decisions, in order; of one where it is named.
pub(crate) async fn steps(
    conn: &mut Conn,
    known: Known,
    code: Option<&DecisionCode>,
) -> Result<Vec<(DecisionCode, Follow)>, Error> {
    let of = code.map(|code| ("decision", code.as_str()));
    let rows = known_rows(conn, known, "reviews_followups", of, "decision, number").await?;
    let read = |row: &Row| {
        let step = Follow {
            number: row.int("number")?,
            step: row.parsed("step")?,
            text: row.text("text")?,
            post: row.text("post")?,
            at: row.parsed("at")?,
        };
        Ok((row.parsed("decision")?, step))
    };
    rows.iter().map(read).collect()
}
