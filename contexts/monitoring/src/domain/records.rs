//! What sources deliver and the store keeps: series, observations, bindings, cards.
use base::Period;
use base::codes::{IndicatorCode, PlanCode, SeriesCode, TerritoryCode};
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::indicator::word;
use super::territory::{Part, Terms};

/// A series of observations of one thing by one source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Series {
    pub code: SeriesCode,
    pub name: String,
    pub name_en: Option<String>,
    pub unit: String,
    pub source: String,
    pub provenance: Option<String>,
    pub note: Option<String>,
    /// States that all editions of the series compare with each other, and with other series of the
    /// same group; where it is absent only values of one edition do.
    pub comparable_group: Option<String>,
    /// Day on which the source stopped publishing.
    pub frozen_on: Option<Date>,
}

/// What people are observed apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Group {
    pub kind: GroupKind,
    pub name: String,
}

word! {
    /// By what a group of people is told apart.
    GroupKind {
        Sex = "sex",
        Area = "area",
        Ethnicity = "ethnicity",
        Age = "age",
    }
}

/// What an observation is about; two of the same key are two versions of one fact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct ObservationKey {
    pub series: SeriesCode,
    pub territory: TerritoryCode,
    pub group: Option<Group>,
    pub period: Period,
    pub edition: Option<String>,
}

/// For whom and where a series has values.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Place {
    pub series: SeriesCode,
    pub territory: TerritoryCode,
    pub group: Option<Group>,
}

impl From<&ObservationKey> for Place {
    fn from(key: &ObservationKey) -> Self {
        let ObservationKey { series, territory, group, .. } = key.clone();
        Self { series, territory, group }
    }
}

/// What was measured, and who says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Measurement {
    pub value: Decimal,
    pub numerator: Option<Decimal>,
    pub denominator: Option<Decimal>,
    pub source: String,
    pub provenance: Option<String>,
    pub quality_note: Option<String>,
    pub published_on: Option<Date>,
}

impl Measurement {
    /// As a part of a larger territory.
    pub fn part(&self) -> Part {
        let terms = self.numerator.zip(self.denominator);
        let terms = terms.map(|(numerator, denominator)| Terms { numerator, denominator });
        Part { value: self.value, terms }
    }
}

/// Which indicator a binding is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct BindingKey {
    pub plan: PlanCode,
    pub indicator: IndicatorCode,
    pub series: SeriesCode,
}

/// How a series measures an indicator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Binding {
    /// The comparable group in which the card states its baseline and targets.
    pub targets_group: Option<String>,
    /// Budget programme and product that the indicator measures.
    pub programme: Option<String>,
    pub product: Option<String>,
    pub note: Option<String>,
}

/// Identity of a technical sheet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct CardKey {
    pub year: i16,
    pub code: String,
}

word! {
    /// Level of the value chain a sheet measures (Box 17).
    CardLevel {
        SpecificResult = "specific_result",
        Product = "product",
    }
}

/// Technical sheet of a performance indicator of a budget programme (¶334, RESULTA). It says how
/// a thing is measured; it has neither targets nor values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Card {
    pub name: String,
    pub level: CardLevel,
    pub programme: String,
    pub programme_name: String,
    /// Absent for a specific result.
    pub product: Option<String>,
    pub product_name: Option<String>,
    pub sector: String,
    pub pliego: String,
    pub unit: String,
    pub dimension: Option<String>,
    pub method: Option<String>,
    pub limitations: Option<String>,
    /// Months between values, for every interval the sheet names (some indicators are measured every
    /// two, three or four years); none in a few.
    pub intervals_months: Vec<u16>,
    pub data_source: Option<String>,
    pub scope: Option<String>,
    /// Places as the sheet names them.
    pub places: Vec<String>,
    pub reported_on: Option<Date>,
    pub file: String,
}
