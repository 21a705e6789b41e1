//! The register: evaluations, final reports, responses.
use base::{Digest, Known, Seq};
use db::{Absent, Conn, Error, Row, RowExt, Value, Versioned, insert_many, instant, known_rows as rows};
use jiff::{Timestamp, civil::Date};

use crate::domain::{Evaluation, EvaluationCode, Evaluator, Stance};

const EVALUATIONS: Versioned = Versioned {
    table: "evaluations_evaluations",
    columns: &[
        "code",
        "kind",
        "subject",
        "entity",
        "title",
        "title_en",
        "year",
        "evaluator",
        "evaluator_entity",
        "sample",
    ],
    key_columns: 1,
};

/// A final report as it was delivered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    pub delivered_on: Date,
    pub summary: String,
    pub digest: Digest,
    pub name: String,
    /// The version of the procedure that governs its matrix; none where the country declares none.
    pub procedure: Option<String>,
    pub post: String,
    pub at: Timestamp,
}

/// What the management of the evaluated body said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    pub stance: Stance,
    pub text: String,
    pub post: String,
    pub at: Timestamp,
}

pub(crate) async fn put(conn: &mut Conn, seq: Seq, of: &Evaluation) -> Result<db::Revision, Error> {
    let evaluator = of.evaluator.as_ref();
    let row = vec![
        of.code.as_str().into(),
        of.kind.as_str().into(),
        of.subject.as_str().into(),
        of.entity.as_str().into(),
        of.title.as_str().into(),
        Value::from(of.title_en.clone()),
        i64::from(of.year).into(),
        Value::from(evaluator.map(|one| one.name.clone())),
        Value::from(evaluator.and_then(|one| one.entity.as_ref()).map(ToString::to_string)),
        of.is_sample.into(),
    ];
    EVALUATIONS.revise_part(conn, seq, of.code.as_str(), [row], Absent::Closed).await
}

fn evaluation(row: &Row) -> Result<Evaluation, Error> {
    let evaluator = match row.opt_text("evaluator")? {
        Some(name) => Some(Evaluator { name, entity: row.opt_parsed("evaluator_entity")? }),
        None => None,
    };
    Ok(Evaluation {
        code: row.parsed("code")?,
        kind: row.parsed("kind")?,
        subject: row.text("subject")?,
        entity: row.parsed("entity")?,
        title: row.text("title")?,
        title_en: row.opt_text("title_en")?,
        year: i16::try_from(row.int("year")?).unwrap_or_default(),
        evaluator,
        is_sample: row.flag("sample")?,
    })
}

pub(crate) async fn one(
    conn: &mut Conn,
    known: Known,
    code: &EvaluationCode,
) -> Result<Option<Evaluation>, Error> {
    let of = Some(("code", code.as_str()));
    rows(conn, known, "evaluations_evaluations", of, "code").await?.first().map(evaluation).transpose()
}

/// Every evaluation, the agendas of later years first.
pub(crate) async fn all(conn: &mut Conn, known: Known) -> Result<Vec<Evaluation>, Error> {
    let found = rows(conn, known, "evaluations_evaluations", None, "year DESC, code").await?;
    found.iter().map(evaluation).collect()
}

pub(crate) async fn add_report(
    conn: &mut Conn,
    seq: Seq,
    (code, report): (&EvaluationCode, &Report),
) -> Result<(), Error> {
    let columns =
        ["evaluation", "delivered_on", "summary", "digest", "name", "procedure", "post", "at", "rec_from"];
    let row = vec![
        code.as_str().into(),
        report.delivered_on.to_string().into(),
        report.summary.as_str().into(),
        report.digest.to_string().into(),
        report.name.as_str().into(),
        Value::from(report.procedure.clone()),
        report.post.as_str().into(),
        instant(report.at).into(),
        seq.into(),
    ];
    insert_many(conn, "evaluations_reports", &columns, [row]).await?;
    Ok(())
}

fn report(row: &Row) -> Result<(EvaluationCode, Report), Error> {
    let report = Report {
        delivered_on: row.parsed("delivered_on")?,
        summary: row.text("summary")?,
        digest: row.digest("digest")?,
        name: row.text("name")?,
        procedure: row.opt_text("procedure")?,
        post: row.text("post")?,
        at: row.parsed("at")?,
    };
    Ok((row.parsed("evaluation")?, report))
}

pub(crate) async fn report_of(
    conn: &mut Conn,
    known: Known,
    code: &EvaluationCode,
) -> Result<Option<Report>, Error> {
    let of = Some(("evaluation", code.as_str()));
    let found = rows(conn, known, "evaluations_reports", of, "evaluation").await?;
    Ok(found.first().map(report).transpose()?.map(|(_, report)| report))
}

/// Every final report, by evaluation.
pub(crate) async fn reports(conn: &mut Conn, known: Known) -> Result<Vec<(EvaluationCode, Report)>, Error> {
    rows(conn, known, "evaluations_reports", None, "evaluation").await?.iter().map(report).collect()
}

pub(crate) async fn add_response(
    conn: &mut Conn,
    seq: Seq,
    (code, response): (&EvaluationCode, &Response),
) -> Result<(), Error> {
    let columns = ["evaluation", "stance", "text", "post", "at", "rec_from"];
    let row = vec![
        code.as_str().into(),
        response.stance.as_str().into(),
        response.text.as_str().into(),
        response.post.as_str().into(),
        instant(response.at).into(),
        seq.into(),
    ];
    insert_many(conn, "evaluations_responses", &columns, [row]).await?;
    Ok(())
}

pub(crate) async fn response_of(
    conn: &mut Conn,
    known: Known,
    code: &EvaluationCode,
) -> Result<Option<Response>, Error> {
    let of = Some(("evaluation", code.as_str()));
    let found = rows(conn, known, "evaluations_responses", of, "evaluation").await?;
    let read = |row: &Row| {
        Ok(Response {
            stance: row.parsed("stance")?,
            text: row.text("text")?,
            post: row.text("post")?,
            at: row.parsed("at")?,
        })
    };
    found.first().map(read).transpose()
}
