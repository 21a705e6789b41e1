//! Indicator cards: what is measured, how, by whom, from where to where.
use base::{
    Period,
    codes::{ElementCode, IndicatorCode, PostCode, SeriesCode},
    period::Periodicity,
};
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::words::{Accumulation, Aggregation, Dimension, Level, Sense};

/// Where the promise starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Baseline {
    pub value: Decimal,
    pub period: Period,
}

/// An indicator card. Only its identity is certain: a card with gaps is kept and found by the checks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    pub code: IndicatorCode,
    pub element: ElementCode,
    pub name: String,
    pub name_en: Option<String>,
    pub level: Option<Level>,
    pub dimension: Option<Dimension>,
    pub unit: Option<String>,
    pub sense: Option<Sense>,
    pub accumulation: Option<Accumulation>,
    pub aggregation: Option<Aggregation>,
    pub justification: Option<String>,
    pub limitations: Option<String>,
    pub method: Option<String>,
    pub relevance: Option<String>,
    pub responsible_post: Option<PostCode>,
    pub periodicity: Option<Periodicity>,
    pub data_source: Option<String>,
    pub baseline: Option<Baseline>,
    pub lead: bool,
    pub end_date: Option<Date>,
    /// Series of observations that measures it.
    pub series: Option<SeriesCode>,
    /// Budget codes whose result it measures.
    pub programme: Option<String>,
    pub product: Option<String>,
    pub valid_from: Option<Date>,
}

/// Reads a periodicity in English or Spanish.
pub fn periodicity(text: &str) -> Option<Periodicity> {
    match base::text::fold(text).as_str() {
        "annual" | "anual" => Some(Periodicity::Annual),
        "semester" | "semestral" => Some(Periodicity::Semester),
        "quarter" | "trimestral" => Some(Periodicity::Quarter),
        "month" | "mensual" => Some(Periodicity::Month),
        _ => None,
    }
}

/// The word for it in files and tables.
pub const fn periodicity_word(periodicity: Periodicity) -> &'static str {
    match periodicity {
        Periodicity::Annual => "annual",
        Periodicity::Semester => "semester",
        Periodicity::Quarter => "quarter",
        Periodicity::Month => "month",
    }
}

/// The word of the Spanish form.
pub const fn periodicity_in_spanish(periodicity: Periodicity) -> &'static str {
    match periodicity {
        Periodicity::Annual => "anual",
        Periodicity::Semester => "semestral",
        Periodicity::Quarter => "trimestral",
        Periodicity::Month => "mensual",
    }
}
