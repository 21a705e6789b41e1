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
#[derive(Debug)]
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
        let mut names: HashMap<String, Vec<Borne>> = HashMap::new();
        for NameRow { within, code, name, delivery, year_first, year_last, rows } in rows {
            let of_code = names.entry(code).or_default();
            let by = Bearer { year_last, delivery, rows, year_first };
            match of_code.iter_mut().find(|borne| borne.name == name && borne.within == within) {
                Some(borne) => borne.by.push(by),
                None => of_code.push(Borne { within, name, by: vec![by] }),
            }
        }
        Self(names.into_iter().map(|(code, names)| (code, Arc::new(names))).collect())
    }

    pub fn of_code(&self, code: &str) -> &[Borne] {
        self.0.get(code).map_or(&[], |names| names.as_slice())
    }

    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

/// Names of the dimensions wanted: of the codes listed at least, of all codes where none is.
pub(super) async fn of(
    conn: &mut Conn,
    known: Known,
    wanted: &[(Dimension, Vec<&str>)],
) -> Result<BTreeMap<Dimension, Arc<BorneNames>>, db::Error> {
    let is_kept = memo::keeps(known);
    let known = told(conn, known).await?;
    let mut names = BTreeMap::new();
    let mut listed: Vec<(Dimension, Vec<&str>)> = Vec::new();
    for (dimension, codes) in wanted {
        let kept = if is_kept { kept(conn, known, *dimension).await? } else { None };
        if let Some(kept) = kept {
            names.insert(*dimension, kept);
        } else if codes.len() <= ONE_BY_ONE_MAX {
            let (held, absent) = of_codes(known, *dimension, codes);
            names.insert(*dimension, Arc::new(held));
            listed.extend((!absent.is_empty() || codes.is_empty()).then_some((*dimension, absent)));
        } else {
            listed.push((*dimension, Vec::new()));
        }
    }
    let mut found: BTreeMap<Dimension, Vec<NameRow>> = BTreeMap::new();
    for (dimension, row) in store::names_of(conn, known, &listed).await? {
        found.entry(dimension).or_default().push(row);
    }
    for (dimension, codes) in &listed {
        let read = BorneNames::of(found.remove(dimension).unwrap_or_default());
        for code in codes {
            let question = format!("{dimension} {code}");
            let of_code = read.0.get(*code).cloned().unwrap_or_default();
            memo::keep_of_many(CODES, known, &question, OfCode(of_code));
        }
        let all = Arc::make_mut(names.entry(*dimension).or_default());
        all.0.extend(read.0);
    }
    Ok(names)
}

/// The names of one code, of a dimension of which not all are kept.
struct OfCode(Arc<Vec<Borne>>);

/// Codes whose names are kept one by one.
const CODES: Option<NonZeroUsize> = NonZeroUsize::new(20_000);

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

/// All names of a dimension, read once of a state of deliveries; `None` where there are too many to keep.
async fn kept(
    conn: &mut Conn,
    known: Known,
    dimension: Dimension,
) -> Result<Option<Arc<BorneNames>>, db::Error> {
    if let Some(found) = memo::recall::<Option<Arc<BorneNames>>>(known, dimension.code()) {
        return Ok(Option::clone(&found));
    }
    let found = if store::has_names_above(conn, dimension, KEPT_MAX).await? {
        None
    } else {
        Some(Arc::new(BorneNames::of(store::names(conn, known, dimension, None).await?)))
    };
    Ok(Option::clone(&memo::keep_of_many(DIMENSIONS, known, dimension.code(), found)))
}

/// The state after the last delivery of those known: no other act says a name.
async fn told(conn: &mut Conn, known: Known) -> Result<Known, db::Error> {
    let last = store::deliveries(conn, known).await?.iter().map(|delivery| delivery.seq).max();
    Ok(Known(Seq(last.unwrap_or_default())))
}

/// Of several states, the names of every dimension.
const DIMENSIONS: Option<NonZeroUsize> = NonZeroUsize::new(2 * Dimension::ALL.len());
