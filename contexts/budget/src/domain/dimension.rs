//! By what money can be cut.
use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! dimensions {
    ($($(#[$doc:meta])* $variant:ident = $code:literal),+ $(,)?) => {
        /// One way to classify a budget row. What a code looks like (width, whether it continues its parent's
        /// code) is data of the country: see [`super::Classification`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(into = "&'static str", try_from = "String")]
        pub enum Dimension { $($(#[$doc])* $variant),+ }

        impl Dimension {
            /// In the order of the stored columns.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in tables, commands and addresses.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }
    };
}

dimensions! {
    /// Fiscal year, four digits.
    Year = "year",
    /// `00` for budget rows and for what a layout gives for the whole year; `01` to `12`.
    Month = "month",
    /// Level of government: E national, R regional, M local.
    Level = "level",
    /// The public body that spends, derived from level, sector, pliego and seat.
    Entity = "entity",
    Sector = "sector",
    Pliego = "pliego",
    /// Identity of the executing unit in SIAF, unique in the state.
    SecEjec = "sec_ejec",
    /// Number of the executing unit inside its pliego.
    Ejecutora = "ejecutora",
    /// Seat of the executing unit: department, then province and district by UBIGEO.
    Department = "department",
    Province = "province",
    District = "district",
    /// Place that benefits, which is not the seat.
    MetaDepartment = "meta_department",
    MetaProvince = "meta_province",
    MetaDistrict = "meta_district",
    /// Sequence of the goal inside the executing unit (`SEC_FUNC`).
    GoalSequence = "goal_sequence",
    Programme = "programme",
    /// Product or project.
    Kind = "kind",
    /// Product (3…) or investment project (2…, its unique investment code).
    Product = "product",
    /// Activity, investment action or work.
    ActivityKind = "activity_kind",
    Activity = "activity",
    Function = "function",
    Division = "division",
    Group = "group",
    Goal = "goal",
    Purpose = "purpose",
    Source = "source",
    Rubro = "rubro",
    ResourceType = "resource_type",
    /// Current, capital, debt.
    Category = "category",
    Transaction = "transaction",
    Generic = "generic",
    Subgeneric = "subgeneric",
    SubgenericDetail = "subgeneric_detail",
    Specific = "specific",
    SpecificDetail = "specific_detail",
    /// Unit in which the physical target of the goal is counted.
    TargetUnit = "target_unit",
    /// Physical target of the goal for the year, as reported; repeated on every row of the goal.
    TargetAnnual = "target_annual",
    TargetSemester = "target_semester",
    ProgressAnnual = "progress_annual",
    ProgressSemester = "progress_semester",
}

/// Not one of the names of [`Dimension::ALL`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no dimension is called {given:?}; there are: {}", list(Dimension::ALL))]
pub struct UnknownDimension {
    pub given: String,
}

fn list(dimensions: &[Dimension]) -> String {
    dimensions.iter().map(|d| d.code()).collect::<Vec<_>>().join(", ")
}

impl Dimension {
    pub const COUNT: usize = Self::ALL.len();

    /// Places by their seat and by what benefits, from the finest: a district says more than its department.
    pub const PLACES: [Self; 6] = [
        Self::District,
        Self::MetaDistrict,
        Self::Province,
        Self::MetaProvince,
        Self::Department,
        Self::MetaDepartment,
    ];

    /// Position among the stored columns.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// Physical targets and progress: quantities of a goal, kept as reported and never summed.
    pub const fn is_quantity(self) -> bool {
        matches!(
            self,
            Self::TargetAnnual | Self::TargetSemester | Self::ProgressAnnual | Self::ProgressSemester
        )
    }

    /// What tells one budget line from another over the year: every classification, without the month
    /// and without quantities.
    pub fn line_key() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|d| !d.is_quantity() && *d != Self::Month)
    }

    /// A code as a person writes it: `7` for month `07`.
    pub fn written(self, code: &str) -> String {
        let code = code.trim();
        match self {
            Self::Month if code.len() == 1 => format!("0{code}"),
            Self::SecEjec | Self::GoalSequence => bare(code).to_owned(),
            _ => code.to_owned(),
        }
    }
}

/// Without leading zeros; a lone zero stays.
pub(crate) fn bare(code: &str) -> &str {
    let stripped = code.trim_start_matches('0');
    if stripped.is_empty() && !code.is_empty() { "0" } else { stripped }
}

impl fmt::Display for Dimension {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl std::str::FromStr for Dimension {
    type Err = UnknownDimension;

    fn from_str(text: &str) -> Result<Self, UnknownDimension> {
        let given = text.trim();
        let found = Self::ALL.iter().copied().find(|d| d.code() == given);
        found.ok_or_else(|| UnknownDimension { given: given.chars().take(80).collect() })
    }
}

impl From<Dimension> for &'static str {
    fn from(dimension: Dimension) -> Self {
        dimension.code()
    }
}

impl TryFrom<String> for Dimension {
    type Error = UnknownDimension;

    fn try_from(text: String) -> Result<Self, UnknownDimension> {
        text.parse()
    }
}
