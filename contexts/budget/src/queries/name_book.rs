use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use base::Known;
use db::Conn;

use super::borne::{self, Borne, BorneNames, Rank};
use crate::{
    domain::{Classification, Dimension},
    store::NameRow,
};

/// Names of codes as deliveries of a year bore them, with those they had otherwise.
#[derive(Clone, Debug, Default)]
pub struct NameBook {
    names: BTreeMap<Dimension, Arc<BorneNames>>,
    within: BTreeMap<Dimension, Vec<Dimension>>,
}

/// What a code is called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Called {
    /// In the year asked for, else the last one; absent for a code that names several things there.
    pub name: Option<String>,
    /// First and last fiscal year of the deliveries that bear that name.
    pub years: Option<(i64, i64)>,
    /// Other names of it, with the first and last fiscal year of the deliveries that bear them.
    pub others: Vec<(String, i64, i64)>,
}

impl NameBook {
    /// The names of the codes wanted. `classification` says within which codes a code has one name.
    pub async fn load(
        conn: &mut Conn,
        known: Known,
        classification: Option<&Classification>,
        wanted: &BTreeMap<Dimension, BTreeSet<String>>,
    ) -> Result<Self, db::Error> {
        let mut book = Self::default();
        let mut listed: Vec<(Dimension, Vec<&str>)> = Vec::new();
        for (dimension, codes) in wanted {
            let form = classification.and_then(|all| all.form(*dimension));
            book.within.insert(*dimension, form.map(|f| f.named_within.clone()).unwrap_or_default());
            let codes: Vec<&str> = codes.iter().map(String::as_str).filter(|code| !code.is_empty()).collect();
            if !codes.is_empty() {
                listed.push((*dimension, codes));
            }
        }
        book.names = borne::of(conn, known, &listed).await?;
        Ok(book)
    }

    pub fn add(&mut self, dimension: Dimension, within: Vec<Dimension>, rows: Vec<NameRow>) {
        Arc::make_mut(self.names.entry(dimension).or_default()).add(rows);
        self.within.insert(dimension, within);
    }

    /// What `code` is called in `year`. `context`: the codes known to stand beside it, which tell pliego 001
    /// of one sector from that of another.
    pub fn called(
        &self,
        dimension: Dimension,
        code: &str,
        year: Option<i16>,
        context: &[(Dimension, &str)],
    ) -> Called {
        let names = self.names.get(&dimension).map(|names| names.of_code(code));
        let within = self.within.get(&dimension).map_or(&[][..], Vec::as_slice);
        let mut names: Vec<(Rank, &Borne)> = names
            .into_iter()
            .flatten()
            .filter(|borne| stands(borne, within, context))
            .filter_map(|borne| Some((borne.rank(year)?, borne)))
            .collect();
        names.sort_by_key(|(rank, _)| *rank);
        let Some((_, best)) = names.pop() else { return Called::default() };
        let several = names.iter().any(|(_, other)| other.within != best.within && other.name != best.name);
        if several {
            return Called::default();
        }
        let mut years = best.years();
        let mut others: Vec<(String, i64, i64)> = Vec::new();
        for (_, borne) in &names {
            let (first, last) = borne.years();
            let (held_first, held_last) = if borne.name == best.name {
                (&mut years.0, &mut years.1)
            } else if let Some((_, held_first, held_last)) =
                others.iter_mut().find(|(name, ..)| *name == borne.name)
            {
                (held_first, held_last)
            } else {
                others.push((borne.name.clone(), first, last));
                continue;
            };
            (*held_first, *held_last) = ((*held_first).min(first), (*held_last).max(last));
        }
        others.sort_by_key(|(_, first, _)| *first);
        Called { name: Some(best.name.clone()), years: Some(years), others }
    }
}

/// Whether the codes within which a name holds agree with those known.
fn stands(borne: &Borne, within: &[Dimension], context: &[(Dimension, &str)]) -> bool {
    within.iter().zip(borne.within.split(';')).all(|(dimension, code)| {
        let known = context.iter().find(|(d, _)| d == dimension);
        known.is_none_or(|(_, known)| *known == code)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(within: &str, code: &str, name: &str, years: (i64, i64), delivery: i64) -> NameRow {
        let (year_first, year_last) = years;
        let (within, code, name) = (within.to_owned(), code.to_owned(), name.to_owned());
        NameRow { within, code, name, delivery, year_first, year_last, rows: 1 }
    }

    #[test]
    fn a_code_has_the_name_of_its_year_and_the_others_with_theirs() {
        let mut book = NameBook::default();
        let rows = vec![
            row("", "0068", "REDUCCION DE LA VULNERABILIDAD", (2019, 2020), 1),
            row("", "0068", "REDUCCION DE VULNERABILIDAD", (2021, 2021), 2),
        ];
        book.add(Dimension::Programme, Vec::new(), rows);
        let check = |year, name: &str, other: (&str, i64, i64)| {
            let called = book.called(Dimension::Programme, "0068", year, &[]);
            assert_eq!(called.name.as_deref(), Some(name), "{year:?}");
            assert_eq!(called.others, [(other.0.to_owned(), other.1, other.2)], "{year:?}");
        };
        check(Some(2020), "REDUCCION DE LA VULNERABILIDAD", ("REDUCCION DE VULNERABILIDAD", 2021, 2021));
        check(Some(2021), "REDUCCION DE VULNERABILIDAD", ("REDUCCION DE LA VULNERABILIDAD", 2019, 2020));
        check(None, "REDUCCION DE VULNERABILIDAD", ("REDUCCION DE LA VULNERABILIDAD", 2019, 2020));
        assert_eq!(book.called(Dimension::Programme, "9999", None, &[]), Called::default());
    }

    #[test]
    fn a_number_that_repeats_is_named_where_its_sector_is_known() {
        let mut book = NameBook::default();
        let rows = vec![
            row("E;09", "001", "ECONOMIA", (2020, 2020), 1),
            row("E;11", "001", "SALUD", (2020, 2020), 1),
        ];
        book.add(Dimension::Pliego, vec![Dimension::Level, Dimension::Sector], rows);
        let check = |context: &[(Dimension, &str)], expect: Option<&str>| {
            let called = book.called(Dimension::Pliego, "001", Some(2020), context);
            assert_eq!(called.name.as_deref(), expect, "{context:?}");
        };
        check(&[], None);
        check(&[(Dimension::Level, "E")], None);
        check(&[(Dimension::Sector, "11")], Some("SALUD"));
        check(&[(Dimension::Level, "E"), (Dimension::Sector, "09")], Some("ECONOMIA"));
        check(&[(Dimension::Level, "R")], None);
    }
}
