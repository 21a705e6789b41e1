use std::collections::BTreeMap;

use base::Known;
use db::Conn;

use crate::store;

/// Fiscal years that any delivery known tells of, and of how many executing units.
pub async fn fiscal_years(conn: &mut Conn, known: Known) -> Result<BTreeMap<i16, usize>, db::Error> {
    store::units_by_year(conn, known).await
}

/// The year to show where nobody asks for one: the last of which at least half as many units have told as of
/// the fullest, so that one early report does not pass for the year of the whole state.
pub fn usual_year(years: &BTreeMap<i16, usize>) -> Option<i16> {
    let most = years.values().copied().max()?;
    years.iter().rev().find(|(_, units)| *units * 2 >= most).map(|(year, _)| *year)
}

#[cfg(test)]
mod tests {
    use super::usual_year;

    #[test]
    fn the_last_year_of_which_most_of_the_state_has_told() {
        let check = |years: &[(i16, usize)], expect| {
            assert_eq!(usual_year(&years.iter().copied().collect()), expect, "{years:?}");
        };
        check(&[], None);
        check(&[(2025, 1)], Some(2025));
        check(&[(2020, 900), (2025, 1)], Some(2020));
        check(&[(2024, 2_950), (2025, 2_890)], Some(2025));
        check(&[(2024, 2), (2025, 1)], Some(2025));
    }
}
