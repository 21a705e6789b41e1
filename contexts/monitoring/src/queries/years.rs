//! Of which fiscal years money is known.
use std::collections::BTreeMap;

use base::{Known, Money};
use budget::columnar::{Columnar, ColumnarError};
use budget::domain::{Dimension, Measure};
use budget::queries::{CutRequest, cut};
use db::{Conn, Files};

/// PIM of every year of which a delivery tells.
pub async fn money_years(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    known: Known,
) -> Result<BTreeMap<i16, Money>, ColumnarError> {
    let request = CutRequest {
        by: vec![Dimension::Year],
        filters: Vec::new(),
        year: None,
        measures: vec![Measure::Pim],
    };
    let answer = cut(conn, files, columnar, known, &request).await?;
    let years = answer.rows.into_iter().filter_map(|row| {
        let year = row.codes.first()?.parse().ok()?;
        Some((year, row.amounts.first().copied().flatten().unwrap_or_default()))
    });
    Ok(years.collect())
}

/// The year to show where nobody asks for one: that of most money known, so that an early or partial
/// report does not pass for the state's year. The later of two alike.
pub fn usual_year(years: &BTreeMap<i16, Money>) -> Option<i16> {
    years.iter().max_by_key(|(year, money)| (**money, **year)).map(|(year, _)| *year)
}

#[cfg(test)]
mod tests {
    use base::Money;

    #[test]
    fn the_usual_year_is_that_of_most_money() {
        let check = |years: &[(i16, i64)], expect| {
            let years = years.iter().map(|(year, centimos)| (*year, Money::centimos(*centimos))).collect();
            assert_eq!(super::usual_year(&years), expect);
        };
        check(&[], None);
        check(&[(2020, 900), (2025, 5)], Some(2020));
        check(&[(2020, 5), (2025, 5)], Some(2025));
    }
}
