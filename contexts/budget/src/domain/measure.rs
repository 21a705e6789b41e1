//! What is measured of a budget row: the phases of the law on the national budget system
//! (Decreto Legislativo 1440, art. 41 to 44), under the names that officials know.
use std::fmt;

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// PIA: the budget as approved at the opening of the year.
    Pia,
    /// Modifications of the PIA.
    Modifications,
    /// PIM: the budget as modified.
    Pim,
    /// Certificación.
    Certified,
    /// Compromiso anual.
    CommittedAnnual,
    /// Atención de compromiso mensual.
    CommittedMonthly,
    /// Devengado.
    Accrued,
    /// Girado.
    Paid,
    /// Pagado: what the bank has paid of what was drawn.
    Disbursed,
}

/// Not one of the names of [`Measure::ALL`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no measure is called {given:?}; there are: {}", list())]
pub struct UnknownMeasure {
    pub given: String,
}

fn list() -> String {
    Measure::ALL.map(Measure::code).join(", ")
}

impl Measure {
    pub const COUNT: usize = 9;

    /// In the order in which Peruvian tables show them.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Pia,
        Self::Modifications,
        Self::Pim,
        Self::Certified,
        Self::CommittedAnnual,
        Self::CommittedMonthly,
        Self::Accrued,
        Self::Paid,
        Self::Disbursed,
    ];

    /// What a table shows where nothing else is asked for.
    pub const USUAL: [Self; 6] =
        [Self::Pia, Self::Pim, Self::Certified, Self::CommittedAnnual, Self::Accrued, Self::Paid];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Pia => "pia",
            Self::Modifications => "modifications",
            Self::Pim => "pim",
            Self::Certified => "certified",
            Self::CommittedAnnual => "committed_annual",
            Self::CommittedMonthly => "committed_monthly",
            Self::Accrued => "accrued",
            Self::Paid => "paid",
            Self::Disbursed => "disbursed",
        }
    }

    pub const fn index(self) -> usize {
        self as usize
    }

    /// Measures of which the first cannot exceed the second over a whole year. In single months it
    /// can: payment lags accrual.
    pub const ORDERED: [(Self, Self); 5] = [
        (Self::Paid, Self::Accrued),
        (Self::Disbursed, Self::Paid),
        (Self::Accrued, Self::CommittedAnnual),
        (Self::CommittedAnnual, Self::Certified),
        (Self::Certified, Self::Pim),
    ];
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl std::str::FromStr for Measure {
    type Err = UnknownMeasure;

    fn from_str(text: &str) -> Result<Self, UnknownMeasure> {
        let given = text.trim();
        let found = Self::ALL.into_iter().find(|m| m.code() == given);
        found.ok_or_else(|| UnknownMeasure { given: given.chars().take(80).collect() })
    }
}
