//! What a column holds, for every format in which it leaves.
use serde::Deserialize;

/// Type of a column's values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    #[default]
    Text,
    Integer,
    /// Fiscal or calendar year, four digits.
    Year,
    Flag,
    /// Stored in céntimos; published in soles with two decimals.
    Money,
    /// Stored in millionths; published as a fraction of one with six decimals.
    Share,
    /// A number of any scale, stored as text so that nothing is rounded.
    Decimal,
    /// `YYYY-MM-DD`.
    Date,
    /// RFC 3339 in UTC.
    Instant,
}

impl Kind {
    /// Type of a Table Schema field (frictionless data).
    pub const fn table_schema(self) -> &'static str {
        match self {
            Self::Text => "string",
            Self::Integer => "integer",
            Self::Year => "year",
            Self::Flag => "boolean",
            Self::Money | Self::Share | Self::Decimal => "number",
            Self::Date => "date",
            Self::Instant => "datetime",
        }
    }

    /// Decimals behind the point; `None` where a value has as many as its source wrote.
    pub const fn scale(self) -> Option<u32> {
        match self {
            Self::Money => Some(2),
            Self::Share => Some(6),
            _ => None,
        }
    }
}

/// A column as published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// As published: `pim` for the column `pim_centimos`.
    pub name: String,
    pub column: String,
    pub kind: Kind,
    /// Whether a value may be absent.
    pub optional: bool,
    /// Every value it may have, where the list is closed.
    pub values: Vec<String>,
    /// Type of the column in a fiscal data package, where it has one.
    pub fiscal: Option<String>,
    /// A value as it may be, for documentation.
    pub example: Option<String>,
}

impl Field {
    /// A field that no table holds: of an answer that is computed.
    pub fn computed(name: &str, kind: Kind) -> Self {
        Self {
            name: name.to_owned(),
            column: String::new(),
            kind,
            optional: true,
            values: Vec::new(),
            fiscal: None,
            example: None,
        }
    }

    #[must_use]
    pub fn required(mut self) -> Self {
        self.optional = false;
        self
    }

    #[must_use]
    pub fn like(mut self, example: &str) -> Self {
        self.example = Some(example.to_owned());
        self
    }

    #[must_use]
    pub fn typed(mut self, fiscal: &str) -> Self {
        self.fiscal = Some(fiscal.to_owned());
        self
    }
}
