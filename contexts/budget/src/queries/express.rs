//! An answer as shares, per head or in constant soles.
use std::collections::{BTreeMap, BTreeSet};

use base::{Known, Money};
use db::{Conn, Files};
use jiff::civil::Date;
use pack::Pack;
use serde::Deserialize;

use super::{CutRequest, cut, steps};
use crate::{
    columnar::{Columnar, ColumnarError},
    domain::{
        Against, Answer, CutRow, Dimension, Expressed, Expression, Measure, NoPrice, Prices, PricesError,
        express,
    },
};

#[derive(Debug, thiserror::Error)]
pub enum ExpressError {
    #[error(transparent)]
    Columnar(#[from] ColumnarError),
    #[error(transparent)]
    Pack(#[from] pack::Error),
    #[error(transparent)]
    Prices(#[from] PricesError),
    #[error("budget/per_head.csv: {0}")]
    Kinds(#[from] csv::Error),
    #[error(transparent)]
    Db(#[from] db::Error),
    /// What was asked for has no answer: a refusal, not a fault.
    #[error(transparent)]
    NoPrice(#[from] NoPrice),
}

/// The answer, in constant soles where those are asked for, and what is shown of it.
#[derive(Clone, Debug, Default)]
pub struct Expressing {
    pub answer: Answer,
    pub expressed: Expressed,
    /// The year of constant soles.
    pub base: i16,
    /// Of prices or of populations.
    pub source: String,
}

/// `on`: the day on which the register is asked for populations.
pub async fn expressed(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    (known, on): (Known, Date),
    request: &CutRequest,
    expression: Expression,
) -> Result<Expressing, ExpressError> {
    let (mut base, mut source) = (0, String::new());
    let answer = if let Expression::Constant(asked) = expression {
        let prices = Prices::parse(Pack::known(conn, files, known).await?.text("budget/prices.csv")?)?;
        base = asked.unwrap_or_else(|| prices.last());
        prices.source().clone_into(&mut source);
        constant(conn, files, columnar, known, request, &prices, base).await?
    } else {
        cut(conn, files, columnar, known, request).await?
    };
    let mut against = Against { lead: lead(&answer.measures), ..Against::default() };
    match expression {
        Expression::Share => {
            let steps = steps(&request.filters);
            if let Some((_, before)) = steps.split_last() {
                let one = |(d, codes): &(Dimension, Vec<String>)| {
                    codes.iter().map(|code| (*d, code.clone())).collect::<Vec<_>>()
                };
                let filters = before.iter().flat_map(one).collect();
                let wider = CutRequest { by: Vec::new(), filters, ..request.clone() };
                let wider = cut(conn, files, columnar, known, &wider).await?;
                against.parent = against.lead.and_then(|lead| wider.total(lead));
            }
        }
        Expression::PerHead => {
            let heads = Heads::load(conn, files, known, on).await?;
            source.clone_from(&heads.source);
            let whole = heads.of_filters(&request.filters);
            against.populations =
                answer.rows.iter().map(|row| heads.of_row(&answer.by, row, whole)).collect();
            against.population = whole;
        }
        Expression::Soles | Expression::Constant(_) => {}
    }
    let expressed = express(&answer, expression, base, &against);
    Ok(Expressing { answer, expressed, base, source })
}

/// The measure that is shown beside its shares.
fn lead(measures: &[Measure]) -> Option<Measure> {
    if measures.contains(&Measure::Pim) { Some(Measure::Pim) } else { measures.first().copied() }
}

/// Each year's sums in soles of the base, then added: rounding is to the céntimo once per row, measure and year.
async fn constant(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    known: Known,
    request: &CutRequest,
    prices: &Prices,
    base: i16,
) -> Result<Answer, ExpressError> {
    // A base without prices is refused even where there is no money.
    prices.constant(Money::ZERO, base, base)?;
    let mut by_year = request.clone();
    // Beside the year of the listing itself, if it is in it: the last column is dropped again.
    let year_at = request.by.iter().position(|d| *d == Dimension::Year);
    if year_at.is_none() {
        by_year.by.push(Dimension::Year);
    }
    let answer = cut(conn, files, columnar, known, &by_year).await?;
    let mut sums: BTreeMap<Vec<String>, Vec<Option<Money>>> = BTreeMap::new();
    for mut row in answer.rows {
        let year = match year_at {
            Some(at) => row.codes.get(at).cloned().unwrap_or_default(),
            None => row.codes.pop().unwrap_or_default(),
        };
        let year = year.parse::<i16>().unwrap_or_default();
        let sum = sums.entry(row.codes).or_insert_with(|| vec![None; row.amounts.len()]);
        for (sum, amount) in sum.iter_mut().zip(row.amounts) {
            let Some(amount) = amount else { continue };
            let amount = prices.constant(amount, year, base)?;
            *sum = Some(sum.map_or(amount, |sum| sum + amount));
        }
    }
    let rows = sums.into_iter().map(|(codes, amounts)| CutRow { codes, amounts }).collect();
    Ok(Answer { by: request.by.clone(), measures: answer.measures, rows })
}

#[derive(Deserialize)]
struct Kind {
    kind: String,
}

/// How many live where.
struct Heads {
    places: BTreeMap<String, i64>,
    country: Option<i64>,
    /// Places that bodies govern; those that govern none (a ministry, an association) are absent.
    entities: BTreeMap<String, i64>,
    units: BTreeMap<String, i64>,
    source: String,
}

/// From the finest: a district says more than its department.
const PLACES: [Dimension; 6] = [
    Dimension::District,
    Dimension::MetaDistrict,
    Dimension::Province,
    Dimension::MetaProvince,
    Dimension::Department,
    Dimension::MetaDepartment,
];
/// Bodies: where they govern no place, the country's population would say nothing of them.
const BODIES: [Dimension; 4] =
    [Dimension::SecEjec, Dimension::Entity, Dimension::Ejecutora, Dimension::Pliego];

impl Heads {
    async fn load(conn: &mut Conn, files: &Files, known: Known, on: Date) -> Result<Self, ExpressError> {
        let pack = Pack::known(conn, files, known).await?;
        let kinds = pack.text("budget/per_head.csv")?.trim_start_matches('\u{feff}').to_owned();
        let kinds: BTreeSet<String> = csv::Reader::from_reader(kinds.as_bytes())
            .deserialize()
            .map(|kind| kind.map(|Kind { kind }| kind))
            .collect::<Result<_, _>>()?;
        let territories = directory::queries::territories(conn, known, on).await?;
        // The whole is the place that is part of none.
        let top = territories.iter().find(|t| t.parent.is_none() && t.population.is_some());
        let (country, source) = top.map(|t| (t.population, t.source.clone())).unwrap_or_default();
        let places: BTreeMap<String, i64> =
            territories.iter().filter_map(|t| Some((t.code.to_string(), t.population?))).collect();
        let mut entities = BTreeMap::new();
        for entity in directory::queries::entities(conn, known, on).await? {
            let heads = places.get(entity.territory.as_str()).filter(|_| kinds.contains(&entity.kind));
            entities.extend(heads.map(|heads| (entity.code.to_string(), *heads)));
        }
        let units = directory::queries::units(conn, known, on).await?;
        let units = units.into_iter().filter_map(|u| Some((u.sec_ejec, *entities.get(u.entity.as_str())?)));
        Ok(Self { units: units.collect(), places, country, entities, source })
    }

    fn of(&self, dimension: Dimension, code: &str) -> Option<i64> {
        match dimension {
            Dimension::Entity => self.entities.get(code).copied(),
            Dimension::SecEjec => self.units.get(code).copied(),
            Dimension::Pliego | Dimension::Ejecutora => None,
            _ => self.places.get(code).copied(),
        }
    }

    /// Of the place or body in the row, or that of the whole.
    fn of_row(&self, by: &[Dimension], row: &CutRow, whole: Option<i64>) -> Option<i64> {
        let found = PLACES.iter().chain(&BODIES).find_map(|d| Some((*d, by.iter().position(|b| b == d)?)));
        match found {
            Some((dimension, at)) => self.of(dimension, row.codes.get(at)?),
            None => whole,
        }
    }

    /// The sum over the codes of the finest place, or body, that conditions name; the country's where none does.
    fn of_filters(&self, filters: &[(Dimension, String)]) -> Option<i64> {
        let found = PLACES.iter().chain(&BODIES).find(|d| filters.iter().any(|(f, _)| f == *d));
        let Some(dimension) = found else { return self.country };
        // A code named twice is one place.
        let codes = filters.iter().filter(|(d, _)| d == dimension).map(|(d, code)| d.written(code));
        codes.collect::<BTreeSet<String>>().iter().map(|code| self.of(*dimension, code)).sum()
    }
}
