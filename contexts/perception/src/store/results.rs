//! `perception_results` and `perception_counts`: what may be shown, and nothing else.
use std::collections::BTreeMap;

use base::{Known, Seq};
use db::{Conn, Error, RowExt, Value, insert_many, known_rows};
use rust_decimal::Decimal;

use crate::domain::{Cell, Margin, Place, Question, QuestionCode, Results, Tally, WaveCode, margin, share};

fn count(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// Publishes the results of a question.
pub(crate) async fn add(
    conn: &mut Conn,
    seq: Seq,
    (code, deff): (&WaveCode, Option<Decimal>),
    (question, results): (&Question, &Results),
) -> Result<(), Error> {
    let columns =
        ["wave", "question", "place", "is_shown", "answered", "favourable", "share", "margin", "rec_from"];
    let row = |cell: &Cell| {
        let figures = cell.shown.as_ref().map(|tally| (tally.answered(), question.favourable_of(tally)));
        let margin = figures.and_then(|(n, f)| match margin(n, f, deff) {
            Margin::Points(points) => Some(points.to_string()),
            Margin::Open | Margin::NoSpread => None,
        });
        vec![
            code.as_str().into(),
            question.code.as_str().into(),
            cell.place.to_string().into(),
            cell.shown.is_some().into(),
            Value::from(figures.map(|(n, _)| count(n))),
            Value::from(figures.map(|(_, f)| count(f))),
            Value::from(figures.and_then(|(n, f)| share(n, f)).map(|share| share.to_string())),
            Value::from(margin),
            seq.into(),
        ]
    };
    let rows: Vec<Vec<Value>> = results.iter().map(row).collect();
    insert_many(conn, "perception_results", &columns, rows).await?;
    let columns = ["wave", "question", "place", "answer", "respondents", "rec_from"];
    let mut rows: Vec<Vec<Value>> = Vec::new();
    for cell in results {
        for answer in cell.shown.iter().flat_map(|_| question.scale.answers()) {
            let respondents =
                cell.shown.as_ref().and_then(|tally| tally.0.get(&answer)).copied().unwrap_or(0);
            rows.push(vec![
                code.as_str().into(),
                question.code.as_str().into(),
                cell.place.to_string().into(),
                answer.into(),
                count(respondents).into(),
                seq.into(),
            ]);
        }
    }
    insert_many(conn, "perception_counts", &columns, rows).await?;
    Ok(())
}

/// Published results by wave and question: of one wave, or of all.
pub(crate) async fn published(
    conn: &mut Conn,
    known: Known,
    code: Option<&WaveCode>,
) -> Result<BTreeMap<(WaveCode, QuestionCode), Results>, Error> {
    let of = code.map(|code| ("wave", code.as_str()));
    let mut tallies: BTreeMap<(WaveCode, QuestionCode, String), Tally> = BTreeMap::new();
    for row in known_rows(conn, known, "perception_counts", of, "wave, question, place, answer").await? {
        let key = (row.parsed("wave")?, row.parsed("question")?, row.text("place")?);
        let respondents = u64::try_from(row.int("respondents")?).unwrap_or(0);
        tallies.entry(key).or_default().0.insert(row.int("answer")?, respondents);
    }
    let mut found: BTreeMap<(WaveCode, QuestionCode), Results> = BTreeMap::new();
    for row in known_rows(conn, known, "perception_results", of, "wave, question, place").await? {
        let (wave, question): (WaveCode, QuestionCode) = (row.parsed("wave")?, row.parsed("question")?);
        let place = row.text("place")?;
        let shown = row.flag("is_shown")?;
        let tally = tallies.remove(&(wave.clone(), question.clone(), place)).unwrap_or_default();
        let place: Place = row.parsed("place")?;
        let cells = found.entry((wave, question)).or_default();
        cells.push(Cell { place, shown: shown.then_some(tally) });
    }
    for cells in found.values_mut() {
        cells.sort_by(|one, other| one.place.cmp(&other.place));
    }
    Ok(found)
}
