//! Names that codes have borne, delivery by delivery.
use std::{
    collections::{BTreeMap, HashMap},
    num::NonZeroUsize,
    sync::Arc,
};

use base::{Known, Seq};
use db::{Conn, memo};

use crate::{
    domain::Dimension,
    store::{self, NameRow},
};

/// Names of a dimension, delivery by delivery, up to which all of them are kept of a state: some ten megabytes. Of
/// one that has more, those asked for are read.
const KEPT_MAX: usize = 100_000;
/// Codes of such a dimension beyond which all its names are read at once.
const ONE_BY_ONE_MAX: usize = 200;

/// Names by code.
#[derive(Clone, Debug, Default)]
pub(super) struct BorneNames(HashMap<String, Arc<Vec<Borne>>>);

/// A name that a code has within others, and the deliveries that bear it.
#[derive(Clone, Debug)]
pub(super) struct Borne {
    pub within: String,
    pub name: String,
    by: Vec<Bearer>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Bearer {
    year_last: i64,
    delivery: i64,
    rows: u64,
    year_first: i64,
}

/// Whether a delivery of the year asked for bears the name; then the latest year, the latest delivery, most rows.
pub(super) type Rank = (bool, Bearer);

impl Borne {
    pub fn rank(&self, year: Option<i16>) -> Option<Rank> {
        let of_year = |by: &Bearer| {
            year.map(i64::from).is_some_and(|year| by.year_first <= year && year <= by.year_last)
        };
        self.by.iter().map(|by| (of_year(by), *by)).max()
    }

    pub fn years(&self) -> (i64, i64) {
        let firsts = self.by.iter().map(|by| by.year_first);
        let lasts = self.by.iter().map(|by| by.year_last);
        (firsts.min().unwrap_or_default(), lasts.max().unwrap_or_default())
    }
}

impl BorneNames {
    pub(super) fn of(rows: Vec<NameRow>) -> Self {
        let mut names = Self::default();
        names.add(rows);
        names
    }

    pub(super) fn add(&mut self, rows: Vec<NameRow>) {
        for NameRow { within, code, name, delivery, year_first, year_last, rows } in rows {
            let of_code = Arc::make_mut(self.0.entry(code).or_default());
            let by = Bearer { year_last, delivery, rows, year_first };
            match of_code.iter_mut().find(|borne| borne.name == name && borne.within == within) {
                Some(borne) => borne.by.push(by),
                None => of_code.push(Borne { within, name, by: vec![by] }),
            }
        }
    }

    pub fn of_code(&self, code: &str) -> &[Borne] {
        self.0.get(code).map_or(&[], |names| names.as_slice())
    }

    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

/// What is kept of a dimension in a state of deliveries.
#[derive(Clone)]
enum Kept {
    All(Arc<BorneNames>),
    /// There are too many: codes are kept one by one.
    TooMany,
}

/// The names of one code, of a dimension of which not all are kept.
struct OfCode(Arc<Vec<Borne>>);

/// Of several states, the names of every dimension.
const DIMENSIONS: Option<NonZeroUsize> = NonZeroUsize::new(2 * Dimension::ALL.len());
/// Codes whose names are kept one by one.
const CODES: Option<NonZeroUsize> = NonZeroUsize::new(20_000);

/// Names by dimension.
type Found = BTreeMap<Dimension, Arc<BorneNames>>;

/// Names of the dimensions wanted: of the codes listed at least, of all codes where none is. At most three questions
/// to the store, however many dimensions.
pub(super) async fn of(
    conn: &mut Conn,
    known: Known,
    wanted: &[(Dimension, Vec<&str>)],
) -> Result<Found, db::Error> {
    if !memo::keeps(known) {
        let listed: Vec<_> = wanted.iter().map(|(dimension, codes)| (*dimension, at_once(codes))).collect();
        return Ok(read(conn, known, &listed)
            .await?
            .into_iter()
            .map(|(d, names)| (d, names.into()))
            .collect());
    }
    let known = told(conn, known).await?;
    let mut names = Found::new();
    let mut absent = Vec::new();
    for (dimension, kept) in kept(conn, known, wanted).await? {
        let codes =
            wanted.iter().filter(|(d, _)| *d == dimension).flat_map(|(_, codes)| codes.iter().copied());
        match kept {
            Some(Kept::All(all)) => {
                names.insert(dimension, all);
            }
            Some(Kept::TooMany) => {
                let codes: Vec<&str> = codes.collect();
                let (held, lacking) = of_codes(known, dimension, &codes);
                names.insert(dimension, Arc::new(held));
                if codes.is_empty() || !lacking.is_empty() {
                    absent.push((dimension, at_once(&lacking)));
                }
            }
            None => absent.push((dimension, Vec::new())),
        }
    }
    let is_whole = |dimension: &Dimension| !names.contains_key(dimension);
    let whole: Vec<Dimension> = absent.iter().map(|(dimension, _)| *dimension).filter(is_whole).collect();
    for (dimension, found) in read(conn, known, &absent).await? {
        if whole.contains(&dimension) {
            let found = Arc::new(found);
            memo::keep_of_many(DIMENSIONS, known, dimension.code(), Kept::All(Arc::clone(&found)));
            names.insert(dimension, found);
        } else {
            let listed = absent.iter().filter(|(d, _)| *d == dimension).flat_map(|(_, codes)| codes);
            keep_codes(known, dimension, listed, &found);
            Arc::make_mut(names.entry(dimension).or_default()).0.extend(found.0);
        }
    }
    Ok(names)
}

/// The codes to read one by one; none where it is better to read all at once.
fn at_once<'c>(codes: &[&'c str]) -> Vec<&'c str> {
    if codes.len() <= ONE_BY_ONE_MAX { codes.to_vec() } else { Vec::new() }
}

async fn read(
    conn: &mut Conn,
    known: Known,
    wanted: &[(Dimension, Vec<&str>)],
) -> Result<BTreeMap<Dimension, BorneNames>, db::Error> {
    let mut rows: BTreeMap<Dimension, Vec<NameRow>> =
        wanted.iter().map(|(dimension, _)| (*dimension, Vec::new())).collect();
    for (dimension, row) in store::names_of(conn, known, wanted).await? {
        rows.entry(dimension).or_default().push(row);
    }
    Ok(rows.into_iter().map(|(dimension, rows)| (dimension, BorneNames::of(rows))).collect())
}

/// What is kept of each dimension wanted; `None` where all of it will be, and is not yet.
async fn kept(
    conn: &mut Conn,
    known: Known,
    wanted: &[(Dimension, Vec<&str>)],
) -> Result<BTreeMap<Dimension, Option<Kept>>, db::Error> {
    let recalled = |(dimension, _): &(Dimension, Vec<&str>)| {
        let kept = memo::recall::<Kept>(known, dimension.code());
        (*dimension, kept.as_deref().cloned())
    };
    let mut kept: BTreeMap<Dimension, Option<Kept>> = wanted.iter().map(recalled).collect();
    let unknown: Vec<Dimension> =
        kept.iter().filter(|(_, kept)| kept.is_none()).map(|(dimension, _)| *dimension).collect();
    for dimension in store::dimensions_named_above(conn, &unknown, KEPT_MAX).await? {
        memo::keep_of_many(DIMENSIONS, known, dimension.code(), Kept::TooMany);
        kept.insert(dimension, Some(Kept::TooMany));
    }
    Ok(kept)
}

/// Those of the codes whose names are kept, and the codes whose names must be read.
fn of_codes<'a>(known: Known, dimension: Dimension, codes: &[&'a str]) -> (BorneNames, Vec<&'a str>) {
    let (mut held, mut absent) = (BorneNames::default(), Vec::new());
    for code in codes {
        match memo::recall::<OfCode>(known, &format!("{dimension} {code}")) {
            Some(names) => {
                held.0.insert((*code).to_owned(), Arc::clone(&names.0));
            }
            None => absent.push(*code),
        }
    }
    (held, absent)
}

fn keep_codes<'a>(
    known: Known,
    dimension: Dimension,
    codes: impl Iterator<Item = &'a &'a str>,
    found: &BorneNames,
) {
    for code in codes {
        let of_code = found.0.get(*code).cloned().unwrap_or_default();
        memo::keep_of_many(CODES, known, &format!("{dimension} {code}"), OfCode(of_code));
    }
}

/// The state after the last delivery of those known: no other act says a name.
async fn told(conn: &mut Conn, known: Known) -> Result<Known, db::Error> {
    let last = store::deliveries(conn, known).await?.iter().map(|delivery| delivery.seq).max();
    Ok(Known(Seq(last.unwrap_or_default())))
}
