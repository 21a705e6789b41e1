use std::collections::BTreeMap;

use base::Known;
use db::Conn;
use serde::Serialize;

use crate::{
    domain::Dimension,
    store::{self, NameRow},
};

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

/// The name to show for each code of a dimension.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names(BTreeMap<String, Shown>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Shown {
    name: String,
    /// Whether a delivery of the year asked for bears it, then the latest year, delivery and most rows.
    rank: (bool, i64, i64, u64),
    /// The codes within which this name holds; a code that stands for several things has no one name.
    within: String,
    several: bool,
}

impl Names {
    /// `None` for a code that means something else in every context, as pliego 000.
    pub fn name(&self, code: &str) -> Option<&str> {
        self.0.get(code).filter(|shown| !shown.several).map(|shown| shown.name.as_str())
    }

    /// Every code that has one name, with it, by code.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        let single = self.0.iter().filter(|(_, shown)| !shown.several);
        single.map(|(code, shown)| (code.as_str(), shown.name.as_str()))
    }

    fn add(&mut self, row: NameRow, year: Option<i16>) {
        let of_year = year.is_some_and(|y| (row.year_first..=row.year_last).contains(&i64::from(y)));
        let rank = (of_year, row.year_last, row.delivery, row.rows);
        let new = Shown { name: row.name, rank, within: row.within, several: false };
        match self.0.get_mut(&row.code) {
            None => {
                self.0.insert(row.code, new);
            }
            Some(shown) => {
                shown.several |= shown.within != new.within && shown.name != new.name;
                if new.rank > shown.rank {
                    let several = shown.several;
                    *shown = Shown { several, ..new };
                }
            }
        }
    }
}

/// The latest name of every code: of the latest year, then of the latest delivery, then of most rows.
pub async fn names(conn: &mut Conn, known: Known, dimension: Dimension) -> Result<Names, db::Error> {
    let mut names = Names::default();
    for row in store::names(conn, known, dimension, None).await? {
        names.add(row, None);
    }
    Ok(names)
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
    let mut names: BTreeMap<Dimension, Names> = wanted.iter().map(|(d, _)| (*d, Names::default())).collect();
    for (dimension, row) in store::names_of(conn, known, wanted).await? {
        names.entry(dimension).or_default().add(row, year);
    }
    Ok(names)
}
