//! What pages that join money and results ask for first: the year, the engine, the rules of the day.
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use axum::http::header;
use axum::response::{IntoResponse, Response};
use base::codes::TerritoryCode;
use budget::columnar::Columnar;
use db::memo;
use jiff::tz::Offset;
use pack::Pack;
use planning::reading::frame::Law;
use web::{PageError, Reading};

use crate::domain::Rules;
use crate::queries::rules::{RulesError, country_rules};

/// The money engine that the program gives.
pub fn columnar(reading: &Reading) -> Result<Arc<dyn Columnar>, PageError> {
    reading.app.part::<Arc<dyn Columnar>>().cloned()
}

/// The fiscal years of which money is known. Where the view names none it is given the usual one, so that
/// money and results of a page, and of those it leads to, speak of the same year.
pub async fn with_year(reading: &mut Reading) -> Result<Vec<i16>, PageError> {
    let known = reading.known;
    let years = budget::queries::fiscal_years(reading.conn(), known).await?;
    if reading.view.year.is_none() {
        reading.view.year = budget::queries::usual_year(&years);
    }
    Ok(years.into_keys().collect())
}

/// The rules that judge on the day of the view. `None` before a country pack was recorded: nothing could
/// be judged then.
pub async fn rules(reading: &mut Reading) -> Result<Option<Rules>, PageError> {
    let (known, files) = (reading.known, reading.app.files.clone());
    let (on, known_on) = (reading.judged_on(), reading.known_on());
    match country_rules(reading.conn(), &files, known, on, known_on).await {
        Ok(rules) => Ok(Some(rules)),
        Err(RulesError::Pack(pack::Error::NoPack)) => Ok(None),
        // Asked about a day before the first rule: nobody's failure, and another day can be asked for.
        Err(RulesError::NoAnswer(_)) => Err(PageError::Refused {
            key: "monitoring-refused-no-rules",
            args: vec![("date", on.to_string().into())],
        }),
        Err(error) => Err(PageError::internal(error)),
    }
}

/// An answer for machines, the same bytes as the terminal's.
pub fn json(value: &impl serde::Serialize) -> Result<Response, PageError> {
    let mut body = serde_json::to_string_pretty(value).map_err(PageError::internal)?;
    body.push('\n');
    let headers =
        [(header::CONTENT_TYPE, "application/json; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")];
    Ok((headers, body).into_response())
}

/// What judges plans on the day of the view. `None` before a country pack was recorded.
pub async fn law(reading: &mut Reading) -> Result<Option<Arc<Law>>, PageError> {
    let (known, files) = (reading.known, reading.app.files.clone());
    let (on, known_on) = (reading.judged_on(), reading.known_on());
    let pack = match Pack::known(reading.conn(), &files, known).await {
        Ok(pack) => pack,
        Err(pack::Error::NoPack) => return Ok(None),
        Err(error) => return Err(PageError::internal(error)),
    };
    let question = format!("{on} {known_on}");
    if let Some(found) = memo::recall(known, &question) {
        return Ok(Some(found));
    }
    let rules = pack.law().map_err(PageError::internal)?.rulebook;
    let law = Law::of(&pack, &rules, on, known_on).map_err(PageError::internal)?;
    Ok(Some(memo::keep(known, &question, law)))
}

/// Names of places on the day of the view; a place that did not exist then keeps its code.
pub async fn places<'p>(
    reading: &mut Reading,
    wanted: impl Iterator<Item = &'p TerritoryCode>,
) -> Result<BTreeMap<TerritoryCode, String>, PageError> {
    let wanted: BTreeSet<TerritoryCode> = wanted.cloned().collect();
    let (known, on) = (reading.known, reading.judged_on());
    let codes: Vec<&str> = wanted.iter().map(TerritoryCode::as_str).collect();
    let found = directory::queries::territories_of(reading.conn(), known, on, &codes).await?;
    Ok(found.into_iter().map(|territory| (territory.code, territory.name)).collect())
}

/// Where the country's days begin.
pub fn offset(reading: &Reading) -> Offset {
    let minutes = reading.app.frame.country.utc_offset_minutes;
    Offset::from_seconds(i32::from(minutes) * 60).unwrap_or(Offset::UTC)
}
