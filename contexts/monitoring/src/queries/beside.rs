//! What was last measured in a place, beside the same measure of the places that hold it.
use base::codes::TerritoryCode;
use base::{Known, Period};
use db::Conn;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::evidence::Evidence;
use crate::domain::records::Series;
use crate::store::packed::Point;
use crate::store::series;

/// One series in one place and, of the same period and edition, in others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    pub series: Series,
    pub period: Period,
    pub value: Decimal,
    /// One per place asked for; `None` where nothing comparable is known.
    pub others: Vec<Option<Decimal>>,
}

/// Every series with a value for all people of the place, of a period over by the day, by code.
pub async fn beside(
    conn: &mut Conn,
    known: Known,
    on: Date,
    place: &TerritoryCode,
    others: &[TerritoryCode],
) -> Result<Vec<Beside>, db::Error> {
    let all = series::all(conn, known).await?;
    let evidence = Evidence::load(conn, known).await?;
    let found = all.into_iter().filter_map(|(code, series)| {
        let places = evidence.totals().get(&code)?;
        let last = last(&places.get(place)?.points, on)?;
        let of = |other| places.get(other).and_then(|values| comparable(&values.points, last, &series));
        let others = others.iter().map(of).collect();
        Some(Beside { period: last.period, value: last.value, others, series })
    });
    Ok(found.collect())
}

/// The value of the latest period that was over; of several editions the last published.
fn last(points: &[Point], on: Date) -> Option<&Point> {
    points.iter().filter(|point| point.period.end() <= on).max_by_key(|point| point.period.end())
}

/// The value of the same period that compares: of the same edition, or of any where the series says that
/// its editions do.
fn comparable(points: &[Point], with: &Point, series: &Series) -> Option<Decimal> {
    let compares = |point: &&Point| {
        point.period == with.period && (series.comparable_group.is_some() || point.edition == with.edition)
    };
    points.iter().rfind(compares).map(|point| point.value)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn points(text: &str) -> Vec<Point> {
        let point = |word: &str| {
            let (period, rest) = word.split_once('=').unwrap();
            let (value, edition) = rest.split_once('@').map_or((rest, None), |(v, e)| (v, Some(e.into())));
            Point { period: period.parse().unwrap(), value: value.parse().unwrap(), edition }
        };
        text.split_whitespace().map(point).collect()
    }

    #[test]
    fn the_last_value_is_of_a_period_that_is_over() {
        let check = |text: &str, on: &str, expect: Option<&str>| {
            let points = points(text);
            let found = last(&points, on.parse().unwrap());
            assert_eq!(found.map(|p| p.value.to_string()).as_deref(), expect, "{text} on {on}");
        };
        check("", "2020-12-31", None);
        check("2019=1 2020=2", "2020-12-31", Some("2"));
        check("2019=1 2020=2", "2020-12-30", Some("1"));
        check("2020=2", "2019-12-31", None);
        check("2020=2@A 2020=3@B", "2021-01-01", Some("3"));
    }

    #[test]
    fn only_values_of_one_edition_compare_unless_the_series_says_so() {
        let check = |others: &str, group: Option<&str>, expect: Option<&str>| {
            let mut series = crate::tests::records::a_series("S", None);
            series.comparable_group = group.map(Into::into);
            let own = points("2020=5@A").remove(0);
            let found = comparable(&points(others), &own, &series);
            assert_eq!(found.map(|v| v.to_string()).as_deref(), expect, "{others} {group:?}");
        };
        check("2020=7@A", None, Some("7"));
        check("2020=7@B", None, None);
        check("2020=7@B", Some("G"), Some("7"));
        check("2019=7@A", Some("G"), None);
    }
}
