//! What is known of values besides their numbers, in one reading: answers without a value, values that are under review or were
//! returned, what the statistician said.
use std::collections::HashMap;

use base::{
    Known, Period,
    codes::{SeriesCode, TerritoryCode},
};
use db::{Conn, Error, RowExt};
use rust_decimal::Decimal;

use crate::domain::Unavailable;
use crate::domain::review::{Phase, Verdict};

/// What is said of a value of everyone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    Review(Phase),
    Validation(Verdict),
}

/// A remark on a value of everyone in a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    pub period: Period,
    pub edition: Option<Box<str>>,
    pub value: Decimal,
    pub said: Said,
    pub words: Box<str>,
}

/// Of one series in one place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remarks {
    pub unavailable: Vec<Unavailable>,
    pub remarks: Vec<Remark>,
}

/// By series and territory.
pub type All = HashMap<SeriesCode, HashMap<TerritoryCode, Remarks>>;

const ANSWERS: &str = "SELECT 'answer' AS kind, series, territory, period, '' AS edition, '0' AS value, reason AS word, words \
                       FROM monitoring_no_values WHERE rec_from <= $1 AND $1 < rec_to";
const REVIEWS: &str = "SELECT 'review' AS kind, series, territory, period, edition, value, phase AS word, reason AS words \
                       FROM monitoring_reviews WHERE rec_from <= $1 AND $1 < rec_to AND group_kind = '' AND phase <> 'accepted'";
const VALIDATIONS: &str = "SELECT 'validation' AS kind, series, territory, period, edition, value, verdict AS word, words \
                           FROM monitoring_validations WHERE rec_from <= $1 AND $1 < rec_to AND group_kind = ''";

/// Of every value; of those of one series where it is named.
pub(crate) async fn all(conn: &mut Conn, known: Known, series: Option<&SeriesCode>) -> Result<All, Error> {
    let only = if series.is_some() { " AND series = $2" } else { "" };
    let sql = [ANSWERS, REVIEWS, VALIDATIONS].map(|part| format!("{part}{only}")).join(" UNION ALL ");
    let mut statement = db::dynamic(sql).bind(known.seq());
    if let Some(series) = series {
        statement = statement.bind(series.to_string());
    }
    let mut found = All::new();
    for row in &statement.fetch_all(&mut *conn).await? {
        let of_place = found.entry(row.parsed("series")?).or_default();
        let remarks = of_place.entry(row.parsed("territory")?).or_default();
        let (period, words) = (row.parsed("period")?, row.text("words")?.into());
        let said = match row.text("kind")?.as_str() {
            "answer" => {
                remarks.unavailable.push(Unavailable { period, why: row.text("word")?.into(), words });
                continue;
            }
            "review" => Said::Review(row.parsed("word")?),
            _ => Said::Validation(row.parsed("word")?),
        };
        let edition = Some(row.text("edition")?).filter(|edition| !edition.is_empty()).map(Into::into);
        remarks.remarks.push(Remark { period, edition, value: row.parsed("value")?, said, words });
    }
    for remarks in found.values_mut().flat_map(HashMap::values_mut) {
        remarks.unavailable.sort_by_key(|answer| answer.period);
        remarks.remarks.sort_by(|a, b| (a.period, &a.edition).cmp(&(b.period, &b.edition)));
    }
    Ok(found)
}
