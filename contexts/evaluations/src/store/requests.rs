//! Ceilings, requests of money, and the steps of the directorate.
use std::collections::BTreeMap;

use base::{Known, Money, Seq, codes::EntityCode};
use db::{Absent, Conn, Error, Row, RowExt, Value, Versioned, insert_many, instant, known_rows as rows};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::domain::{Block, Ceiling, Decision, EvaluationCode, Request, RequestCode};

const CEILINGS: Versioned = Versioned {
    table: "evaluations_ceilings",
    columns: &["entity", "year", "programme", "has_centimos", "ceiling_centimos", "source"],
    key_columns: 3,
};

pub(crate) async fn put_ceiling(conn: &mut Conn, seq: Seq, of: &Ceiling) -> Result<db::Revision, Error> {
    let row = vec![
        of.entity.as_str().into(),
        i64::from(of.year).into(),
        of.programme.as_str().into(),
        of.has.as_centimos().into(),
        of.ceiling.as_centimos().into(),
        of.source.as_str().into(),
    ];
    CEILINGS.revise_part(conn, seq, of.entity.as_str(), [row], Absent::Kept).await
}

fn ceiling(row: &Row) -> Result<Ceiling, Error> {
    Ok(Ceiling {
        year: i16::try_from(row.int("year")?).unwrap_or_default(),
        entity: row.parsed("entity")?,
        programme: row.text("programme")?,
        has: Money::centimos(row.int("has_centimos")?),
        ceiling: Money::centimos(row.int("ceiling_centimos")?),
        source: row.text("source")?,
    })
}

/// Every ceiling, later years first.
pub(crate) async fn ceilings(conn: &mut Conn, known: Known) -> Result<Vec<Ceiling>, Error> {
    let order = "year DESC, entity, programme";
    rows(conn, known, "evaluations_ceilings", None, order).await?.iter().map(ceiling).collect()
}

/// Those of a body.
pub(crate) async fn ceilings_of(
    conn: &mut Conn,
    known: Known,
    entity: &EntityCode,
) -> Result<Vec<Ceiling>, Error> {
    let of = Some(("entity", entity.as_str()));
    rows(conn, known, "evaluations_ceilings", of, "year DESC, programme").await?.iter().map(ceiling).collect()
}

/// `e12/C1;e12/C2`.
fn tied_text(tied: &[(EvaluationCode, String)]) -> String {
    tied.iter().map(|(evaluation, code)| format!("{evaluation}/{code}")).collect::<Vec<_>>().join(";")
}

fn tied(text: &str) -> Option<Vec<(EvaluationCode, String)>> {
    let parts = text.split(';').filter(|part| !part.is_empty());
    let each = parts.map(|part| {
        let (evaluation, code) = part.split_once('/')?;
        Some((evaluation.parse().ok()?, code.to_owned()))
    });
    each.collect()
}

pub(crate) async fn add_request(conn: &mut Conn, seq: Seq, of: &Request) -> Result<(), Error> {
    let columns = [
        "code",
        "year",
        "entity",
        "programme",
        "objective",
        "amount_centimos",
        "purpose",
        "results",
        "tied",
        "post",
        "at",
        "rec_from",
    ];
    let row = vec![
        of.code.as_str().into(),
        i64::from(of.year).into(),
        of.entity.as_str().into(),
        of.programme.as_str().into(),
        of.objective.as_str().into(),
        of.amount.as_centimos().into(),
        of.purpose.as_str().into(),
        of.results.as_str().into(),
        tied_text(&of.tied).into(),
        of.post.as_str().into(),
        instant(of.at).into(),
        seq.into(),
    ];
    insert_many(conn, "evaluations_requests", &columns, [row]).await?;
    Ok(())
}

fn request(row: &Row) -> Result<Request, Error> {
    let written = row.text("tied")?;
    let tied = tied(&written).ok_or_else(|| Error::corrupt("tied", written, "e12/C1 with ; between"))?;
    Ok(Request {
        code: row.parsed("code")?,
        year: i16::try_from(row.int("year")?).unwrap_or_default(),
        entity: row.parsed("entity")?,
        programme: row.text("programme")?,
        objective: row.text("objective")?,
        amount: Money::centimos(row.int("amount_centimos")?),
        purpose: row.text("purpose")?,
        results: row.text("results")?,
        tied,
        post: row.text("post")?,
        at: row.parsed("at")?,
    })
}

pub(crate) async fn one(conn: &mut Conn, known: Known, code: &RequestCode) -> Result<Option<Request>, Error> {
    let of = Some(("code", code.as_str()));
    rows(conn, known, "evaluations_requests", of, "code").await?.first().map(request).transpose()
}

/// Every request, the newest first.
pub(crate) async fn all(conn: &mut Conn, known: Known) -> Result<Vec<Request>, Error> {
    rows(conn, known, "evaluations_requests", None, "rec_from DESC").await?.iter().map(request).collect()
}

/// Those of a body, the newest first.
pub(crate) async fn of_body(
    conn: &mut Conn,
    known: Known,
    entity: &EntityCode,
) -> Result<Vec<Request>, Error> {
    let of = Some(("entity", entity.as_str()));
    rows(conn, known, "evaluations_requests", of, "rec_from DESC").await?.iter().map(request).collect()
}

/// A block as it is kept: what it is, of what, and the day that gives it.
#[derive(Serialize, Deserialize)]
struct Written {
    block: String,
    evaluation: EvaluationCode,
    commitment: Option<String>,
    date: Option<Date>,
}

fn written(block: &Block) -> Written {
    let date = match block {
        Block::MatrixOverdue { due, .. } => Some(*due),
        Block::Unfulfilled { deadline, .. } => Some(*deadline),
        Block::NoProgress { .. } => None,
    };
    Written {
        block: block.word().to_owned(),
        evaluation: block.evaluation().clone(),
        commitment: block.commitment().map(str::to_owned),
        date,
    }
}

fn block(of: Written) -> Option<Block> {
    let evaluation = of.evaluation;
    Some(match (of.block.as_str(), of.commitment, of.date) {
        ("matrix-overdue", _, Some(due)) => Block::MatrixOverdue { evaluation, due },
        ("unfulfilled", Some(commitment), Some(deadline)) => {
            Block::Unfulfilled { evaluation, commitment, deadline }
        }
        ("no-progress", Some(commitment), _) => Block::NoProgress { evaluation, commitment },
        _ => return None,
    })
}

pub(crate) async fn add_decision(
    conn: &mut Conn,
    seq: Seq,
    (code, of): (&RequestCode, &Decision),
) -> Result<(), Error> {
    let columns = [
        "request",
        "number",
        "step",
        "amount_centimos",
        "blocks",
        "override_reason",
        "reason",
        "post",
        "at",
        "rec_from",
    ];
    let blocks: Vec<Written> = of.blocks.iter().map(written).collect();
    let row = vec![
        code.as_str().into(),
        of.number.into(),
        of.step.as_str().into(),
        Value::from(of.amount.map(Money::as_centimos)),
        serde_json::to_string(&blocks).unwrap_or_else(|_| "[]".to_owned()).into(),
        of.override_reason.as_str().into(),
        of.reason.as_str().into(),
        of.post.as_str().into(),
        instant(of.at).into(),
        seq.into(),
    ];
    insert_many(conn, "evaluations_decisions", &columns, [row]).await?;
    Ok(())
}

fn decision(row: &Row) -> Result<(RequestCode, Decision), Error> {
    let text = row.text("blocks")?;
    let blocks: Option<Vec<Block>> =
        serde_json::from_str::<Vec<Written>>(&text).ok().and_then(|all| all.into_iter().map(block).collect());
    let of = Decision {
        number: row.int("number")?,
        step: row.parsed("step")?,
        amount: row.opt_int("amount_centimos")?.map(Money::centimos),
        blocks: blocks.ok_or_else(|| Error::corrupt("blocks", text, "a list of blocks"))?,
        override_reason: row.text("override_reason")?,
        reason: row.text("reason")?,
        post: row.text("post")?,
        at: row.parsed("at")?,
    };
    Ok((row.parsed("request")?, of))
}

pub(crate) async fn decisions(
    conn: &mut Conn,
    known: Known,
    code: &RequestCode,
) -> Result<Vec<Decision>, Error> {
    let of = Some(("request", code.as_str()));
    let found = rows(conn, known, "evaluations_decisions", of, "number").await?;
    found.iter().map(|row| Ok(decision(row)?.1)).collect()
}

/// Of every request.
pub(crate) async fn all_decisions(
    conn: &mut Conn,
    known: Known,
) -> Result<BTreeMap<RequestCode, Vec<Decision>>, Error> {
    let mut all: BTreeMap<RequestCode, Vec<Decision>> = BTreeMap::new();
    for row in &rows(conn, known, "evaluations_decisions", None, "request, number").await? {
        let (code, one) = decision(row)?;
        all.entry(code).or_default().push(one);
    }
    Ok(all)
}
