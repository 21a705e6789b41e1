use std::collections::BTreeMap;

use base::Known;
use db::Conn;
use serde::Serialize;

use super::borne::{self, Borne, BorneNames};
use crate::{domain::Dimension, store};

/// A name and when it held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NameAt {
    pub within: String,
    pub name: String,
    /// Fiscal years of the deliveries that bear it.
    pub year_first: i64,
    pub year_last: i64,
    pub deliveries: Vec<i64>,
}

/// Every name a code has had, the oldest first: a code whose name changes keeps both.
pub async fn name_history(
    conn: &mut Conn,
    known: Known,
    dimension: Dimension,
    code: &str,
) -> Result<Vec<NameAt>, db::Error> {
    let mut history: Vec<NameAt> = Vec::new();
    for row in store::names(conn, known, dimension, Some(code)).await? {
        match history.iter_mut().find(|at| at.name == row.name && at.within == row.within) {
            Some(at) => {
                at.year_first = at.year_first.min(row.year_first);
                at.year_last = at.year_last.max(row.year_last);
                at.deliveries.push(row.delivery);
            }
            None => history.push(NameAt {
                within: row.within,
                name: row.name,
                year_first: row.year_first,
                year_last: row.year_last,
                deliveries: vec![row.delivery],
            }),
        }
    }
    history.sort_by(|a, b| (a.year_first, &a.within, &a.name).cmp(&(b.year_first, &b.within, &b.name)));
    Ok(history)
}

/// The name to show for each code of a dimension: of the year asked for, then of the latest year, then of the latest
/// delivery, then of most rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names(BTreeMap<String, String>);

impl Names {
    /// `None` for a code that means something else in every context, as pliego 000.
    pub fn name(&self, code: &str) -> Option<&str> {
        self.0.get(code).map(String::as_str)
    }

    /// Every code that has one name, with it, by code.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(code, name)| (code.as_str(), name.as_str()))
    }

    fn of<'a>(names: &BorneNames, codes: impl Iterator<Item = &'a str>, year: Option<i16>) -> Self {
        let named = |code: &str| {
            let all = names.of_code(code);
            let best = all.iter().max_by_key(|borne| borne.rank(year))?;
            let differs = |other: &Borne| other.within != best.within && other.name != best.name;
            (!all.iter().any(differs)).then(|| (code.to_owned(), best.name.clone()))
        };
        Self(codes.filter_map(named).collect())
    }
}

/// The latest name of every code.
pub async fn names(conn: &mut Conn, known: Known, dimension: Dimension) -> Result<Names, db::Error> {
    let mut names = names_by(conn, known, &[dimension], None).await?;
    Ok(names.remove(&dimension).unwrap_or_default())
}

/// As [`names`], of several dimensions, with the names of a year before those of others.
pub async fn names_by(
    conn: &mut Conn,
    known: Known,
    dimensions: &[Dimension],
    year: Option<i16>,
) -> Result<BTreeMap<Dimension, Names>, db::Error> {
    let wanted: Vec<(Dimension, Vec<&str>)> = dimensions.iter().map(|d| (*d, Vec::new())).collect();
    names_of(conn, known, &wanted, year).await
}

/// As [`names`], of those codes alone; of all of a dimension that lists none.
pub async fn names_of(
    conn: &mut Conn,
    known: Known,
    wanted: &[(Dimension, Vec<&str>)],
    year: Option<i16>,
) -> Result<BTreeMap<Dimension, Names>, db::Error> {
    let found = borne::of(conn, known, wanted).await?;
    let names = |(dimension, codes): &(Dimension, Vec<&str>)| {
        let names = match (found.get(dimension), codes.is_empty()) {
            (None, _) => Names::default(),
            (Some(all), true) => Names::of(all, all.codes(), year),
            (Some(all), false) => Names::of(all, codes.iter().copied(), year),
        };
        (*dimension, names)
    };
    Ok(wanted.iter().map(names).collect())
}
