use std::collections::{BTreeMap, BTreeSet};

use base::Known;
use db::Conn;
use jiff::civil::Date;
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

/// The codes of rows listed by dimensions, each once.
pub fn codes_of<'r>(
    by: &[Dimension],
    rows: impl Iterator<Item = &'r [String]>,
) -> Vec<(Dimension, Vec<&'r str>)> {
    let mut codes: Vec<BTreeSet<&str>> = vec![BTreeSet::new(); by.len()];
    for row in rows {
        for (codes, code) in codes.iter_mut().zip(row) {
            codes.insert(code);
        }
    }
    by.iter().zip(codes).map(|(dimension, codes)| (*dimension, codes.into_iter().collect())).collect()
}

/// The names of codes as pages show them: what deliveries call them; of bodies and executing units, what the register
/// of the day does.
pub async fn names_shown(
    conn: &mut Conn,
    (known, on): (Known, Date),
    wanted: &[(Dimension, Vec<&str>)],
    year: Option<i16>,
) -> Result<BTreeMap<Dimension, Names>, db::Error> {
    let is_wanted = |(dimension, codes): &&(Dimension, Vec<&str>)| {
        !codes.is_empty() && !matches!(dimension, Dimension::Entity | Dimension::SecEjec)
    };
    let of_deliveries: Vec<_> = wanted.iter().filter(is_wanted).cloned().collect();
    let mut names = names_of(conn, known, &of_deliveries, year).await?;
    for (dimension, codes) in wanted {
        let found: BTreeMap<String, String> = match dimension {
            Dimension::Entity => {
                let found = directory::queries::entities_of(conn, known, on, codes).await?;
                found.into_iter().map(|body| (body.code.to_string(), body.name)).collect()
            }
            Dimension::SecEjec => {
                let found = directory::queries::units_of(conn, known, on, codes).await?;
                found.into_iter().map(|unit| (unit.sec_ejec, unit.name)).collect()
            }
            _ => continue,
        };
        names.insert(*dimension, Names(found));
    }
    Ok(names)
}
