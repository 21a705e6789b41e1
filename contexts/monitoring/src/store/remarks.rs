//! What is known of values besides their numbers, in one reading: answers without a value, reviews, what the statistician said.
use std::collections::HashMap;
use std::num::NonZeroUsize;
use std::sync::Arc;

use base::{
    Known, Period, Seq,
    codes::{SeriesCode, TerritoryCode},
};
use db::{Conn, Error, Row, RowExt, dynamic, marks, memo};
use rust_decimal::Decimal;

use super::observations::read_group;
use crate::domain::Unavailable;
use crate::domain::answer::Answer;
use crate::domain::records::Group;
use crate::domain::review::{Phase, Verdict};

/// What is said of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    Review(Phase),
    Validation(Verdict),
}

/// A remark on a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    pub period: Period,
    pub group: Option<Group>,
    pub edition: Option<Box<str>>,
    pub value: Decimal,
    pub said: Said,
    pub words: Box<str>,
    /// The entry that submitted the value under review, or said what the statistician says.
    pub seq: Seq,
}

/// Why a period has no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    pub period: Period,
    pub answer: Answer,
    pub seq: Seq,
}

impl Answered {
    /// As the status takes it.
    pub fn unavailable(&self) -> Unavailable {
        let (why, words) = (self.answer.reason.as_str().into(), self.answer.words.as_str().into());
        Unavailable { period: self.period, why, words }
    }
}

/// Of one series in one place, in order of time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remarks {
    pub answers: Vec<Answered>,
    pub remarks: Vec<Remark>,
}

/// By series and territory.
pub type All = HashMap<SeriesCode, HashMap<TerritoryCode, Remarks>>;

const ANSWERS: &str = "SELECT 'answer' AS kind, series, territory, period, '' AS group_kind, '' AS group_name, \
                       '' AS edition, '0' AS value, reason AS word, words, source, provenance, rec_from AS seq \
                       FROM monitoring_no_values WHERE rec_from <= $1 AND $1 < rec_to";
const REVIEWS: &str = "SELECT 'review' AS kind, series, territory, period, group_kind, group_name, edition, value, \
                       phase AS word, reason AS words, '' AS source, NULL AS provenance, submitted_seq AS seq \
                       FROM monitoring_reviews WHERE rec_from <= $1 AND $1 < rec_to";
const VALIDATIONS: &str = "SELECT 'validation' AS kind, series, territory, period, group_kind, group_name, edition, \
                           value, verdict AS word, words, '' AS source, NULL AS provenance, rec_from AS seq \
                           FROM monitoring_validations WHERE rec_from <= $1 AND $1 < rec_to";

/// Series of which it is kept what is said of them.
const KEPT_MAX: Option<NonZeroUsize> = NonZeroUsize::new(16);

/// Of everyone, without the values that were accepted: what a status and its explanation are made of.
pub(crate) async fn all(conn: &mut Conn, known: Known) -> Result<All, Error> {
    let only = " AND group_kind = ''";
    let reviews = format!("{REVIEWS}{only} AND phase <> 'accepted'");
    let sql = [ANSWERS.to_owned(), reviews, format!("{VALIDATIONS}{only}")].join(" UNION ALL ");
    let rows = dynamic(sql).bind(known.seq()).fetch_all(&mut *conn).await?;
    gathered(&rows)
}

/// Of some series, everything.
pub(crate) async fn of_series(
    conn: &mut Conn,
    known: Known,
    series: &[SeriesCode],
) -> Result<Arc<All>, Error> {
    if series.is_empty() {
        return Ok(Arc::default());
    }
    let question = series.iter().map(SeriesCode::as_str).collect::<Vec<_>>().join(" ");
    if let Some(found) = memo::recall(known, &question) {
        return Ok(found);
    }
    let only = format!(" AND series IN ({})", marks(2, series.len()));
    let sql = [ANSWERS, REVIEWS, VALIDATIONS].map(|part| format!("{part}{only}")).join(" UNION ALL ");
    let statement = dynamic(sql).bind(known.seq());
    let statement = series.iter().fold(statement, |statement, code| statement.bind(code.to_string()));
    let rows = statement.fetch_all(&mut *conn).await?;
    Ok(memo::keep_of_many(KEPT_MAX, known, &question, gathered(&rows)?))
}

fn gathered(rows: &[Row]) -> Result<All, Error> {
    let mut found = All::new();
    for row in rows {
        let of_place = found.entry(row.parsed("series")?).or_default();
        let remarks = of_place.entry(row.parsed("territory")?).or_default();
        let (period, words, seq) = (row.parsed("period")?, row.text("words")?, Seq(row.int("seq")?));
        let said = match row.text("kind")?.as_str() {
            "answer" => {
                let (reason, source) = (row.text("word")?, row.text("source")?);
                let answer = Answer { reason, words, source, provenance: row.opt_text("provenance")? };
                remarks.answers.push(Answered { period, answer, seq });
                continue;
            }
            "review" => Said::Review(row.parsed("word")?),
            _ => Said::Validation(row.parsed("word")?),
        };
        let edition = Some(row.text("edition")?).filter(|edition| !edition.is_empty()).map(Into::into);
        let (group, value, words) = (read_group(row)?, row.parsed("value")?, words.into());
        remarks.remarks.push(Remark { period, group, edition, value, said, words, seq });
    }
    for remarks in found.values_mut().flat_map(HashMap::values_mut) {
        remarks.answers.sort_by_key(|answer| answer.period);
        remarks.remarks.sort_by(|a, b| (a.period, &a.edition, a.seq).cmp(&(b.period, &b.edition, b.seq)));
    }
    Ok(found)
}
