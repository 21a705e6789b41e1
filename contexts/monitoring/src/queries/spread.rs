//! The last values of a series in several places, where they compare: of one period and one edition.
use std::collections::{BTreeMap, BTreeSet};

use base::codes::TerritoryCode;
use base::{Known, Period};
use db::Conn;
use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::domain::records::Series;
use crate::store::packed;
use crate::store::packed::Point;

/// Values of one period by place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    pub series: Series,
    pub period: Period,
    pub edition: Option<String>,
    pub values: BTreeMap<TerritoryCode, Decimal>,
}

/// The first of the series that has two of the places at least. Of the last period over by the day that two
/// places share; where editions do not compare, of the one that tells of most places.
pub async fn spread(
    conn: &mut Conn,
    known: Known,
    on: Date,
    series: &[Series],
    places: &BTreeSet<TerritoryCode>,
) -> Result<Option<Spread>, db::Error> {
    for one in series {
        let totals = packed::totals(conn, known, Some(&one.code)).await?;
        let Some(points) = totals.get(&one.code) else { continue };
        let of_places = points.iter().filter(|(place, _)| places.contains(place));
        let of_places: Vec<(&TerritoryCode, &[Point])> =
            of_places.map(|(place, values)| (place, values.points.as_slice())).collect();
        if let Some((period, edition, values)) = last_shared(&of_places, on, one.comparable_group.is_some()) {
            return Ok(Some(Spread { series: one.clone(), period, edition, values }));
        }
    }
    Ok(None)
}

type Shared = (Period, Option<String>, BTreeMap<TerritoryCode, Decimal>);

/// `is_one_scale`: whether the editions of the series compare.
fn last_shared(places: &[(&TerritoryCode, &[Point])], on: Date, is_one_scale: bool) -> Option<Shared> {
    let mut groups: BTreeMap<(Date, Period, Option<&str>), BTreeMap<TerritoryCode, Decimal>> =
        BTreeMap::new();
    for (place, points) in places {
        for point in points.iter().filter(|point| point.period.end() <= on) {
            let edition = point.edition.as_deref().filter(|_| !is_one_scale);
            let group = groups.entry((point.period.end(), point.period, edition)).or_default();
            group.insert((*place).clone(), point.value);
        }
    }
    let shared = groups.into_iter().filter(|(_, values)| values.len() > 1);
    let ((_, period, edition), values) = shared.max_by_key(|((end, _, _), values)| (*end, values.len()))?;
    Some((period, edition.map(str::to_owned), values))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn check(places: &[(&str, &str)], on: &str, is_one_scale: bool, expect: &str) {
        let point = |word: &str| {
            let (period, rest) = word.split_once('=').unwrap();
            let (value, edition) = rest.split_once('@').map_or((rest, None), |(v, e)| (v, Some(e.into())));
            Point { period: period.parse().unwrap(), value: value.parse().unwrap(), edition }
        };
        let places: Vec<(TerritoryCode, Vec<Point>)> = places
            .iter()
            .map(|(code, words)| (code.parse().unwrap(), words.split_whitespace().map(point).collect()))
            .collect();
        let places: Vec<(&TerritoryCode, &[Point])> = places.iter().map(|(c, p)| (c, p.as_slice())).collect();
        let got = last_shared(&places, on.parse().unwrap(), is_one_scale).map(|(period, edition, values)| {
            let values: Vec<String> = values.iter().map(|(code, value)| format!("{code}={value}")).collect();
            format!("{period} {} {}", edition.unwrap_or_default(), values.join(" "))
        });
        assert_eq!(got.unwrap_or_default(), expect, "{places:?} on {on}");
    }

    #[test]
    fn values_of_one_period_and_one_edition() {
        let two = [("01", "2018=1 2019=2"), ("02", "2018=3 2019=4 2020=5")];
        check(&two, "2020-12-31", false, "2019  01=2 02=4");
        check(&two, "2019-06-30", false, "2018  01=1 02=3");
        check(&two, "2017-12-31", false, "");
        check(&two[..1], "2020-12-31", false, "");
        let editions =
            [("01", "2019=1@A 2019=7@B"), ("02", "2019=2@A"), ("03", "2019=3@B"), ("04", "2019=4@B")];
        check(&editions, "2020-12-31", false, "2019 B 01=7 03=3 04=4");
        check(&editions[1..3], "2020-12-31", false, "");
        check(&editions[1..3], "2020-12-31", true, "2019  02=2 03=3");
    }
}
