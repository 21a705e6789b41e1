//! How the codes of each dimension are written, as the country's `budget/dimensions.csv` says.
use std::{collections::BTreeMap, ops::Range};

use serde::{Deserialize, Serialize};

use super::{Dimension, dimension::bare};

/// Why `budget/dimensions.csv` is not usable.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ClassificationError {
    #[error("budget/dimensions.csv, line {line}: {reason}")]
    Row { line: u64, reason: String },
    #[error("budget/dimensions.csv has no row for the dimension {0}")]
    Missing(Dimension),
    #[error("budget/dimensions.csv has two rows for the dimension {0}")]
    Twice(Dimension),
    #[error("budget/dimensions.csv: {dimension} is part of {parent}, which comes after it")]
    Order { dimension: Dimension, parent: Dimension },
}

/// The written form of one dimension's codes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Form {
    pub dimension: Dimension,
    /// The dimension whose code starts this one's: a province's code continues its department's.
    pub part_of: Option<Dimension>,
    /// What stands between the parent's code and the own part.
    pub joined_by: String,
    pub width: Width,
    /// The dimensions within which a code has one name: a pliego's number repeats from sector to sector.
    pub named_within: Vec<Dimension>,
    pub name: String,
    pub name_en: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Width {
    /// As delivered.
    AsIs,
    /// No leading zeros.
    Bare,
    /// At least so many digits, zeros in front.
    Digits(usize),
}

impl Width {
    fn write(self, text: &mut String, code: &str) {
        match self {
            Self::Digits(width) if is_digits(code) => {
                text.extend(std::iter::repeat_n('0', width.saturating_sub(code.len())));
                text.push_str(code);
            }
            Self::Bare if is_digits(code) => text.push_str(bare(code)),
            _ => text.push_str(code),
        }
    }
}

fn is_digits(code: &str) -> bool {
    !code.is_empty() && code.bytes().all(|b| b.is_ascii_digit())
}

impl Form {
    /// Adds to `text` the stored code of an own part; its parent's stored code stands in `text` at `parent`.
    /// Nothing where the source has none.
    pub(super) fn write(&self, text: &mut String, parent: Range<usize>, own: &str) {
        let own = own.trim();
        if own.is_empty() {
            return;
        }
        if !parent.is_empty() {
            text.extend_from_within(parent);
            text.push_str(&self.joined_by);
        }
        self.width.write(text, own);
    }
}

/// The forms of all dimensions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Classification {
    forms: Vec<Form>,
}

#[derive(Deserialize)]
struct FormRow {
    dimension: String,
    part_of: String,
    joined_by: String,
    width: String,
    named_within: String,
    name: String,
    name_en: String,
}

impl Classification {
    pub fn parse(text: &str) -> Result<Self, ClassificationError> {
        let mut forms: BTreeMap<Dimension, Form> = BTreeMap::new();
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        for (index, row) in reader.deserialize::<FormRow>().enumerate() {
            let line = index as u64 + 2;
            let wrong = |reason: String| ClassificationError::Row { line, reason };
            let form = row.map_err(|e| wrong(e.to_string())).and_then(|row| form_of(row).map_err(wrong))?;
            let dimension = form.dimension;
            if forms.insert(dimension, form).is_some() {
                return Err(ClassificationError::Twice(dimension));
            }
        }
        for dimension in Dimension::ALL {
            let form = forms.get(dimension).ok_or(ClassificationError::Missing(*dimension))?;
            if let Some(parent) = form.part_of.filter(|parent| parent >= dimension) {
                return Err(ClassificationError::Order { dimension: *dimension, parent });
            }
        }
        Ok(Self { forms: forms.into_values().collect() })
    }

    /// In the order of [`Dimension::ALL`].
    pub fn forms(&self) -> &[Form] {
        &self.forms
    }

    pub fn form(&self, dimension: Dimension) -> Option<&Form> {
        self.forms.get(dimension.index())
    }
}

fn form_of(row: FormRow) -> Result<Form, String> {
    let dimension = |text: &str| text.parse::<Dimension>().map_err(|e| e.to_string());
    let part_of = Some(row.part_of.trim()).filter(|t| !t.is_empty()).map(dimension).transpose()?;
    let named = row.named_within.split(';').map(str::trim).filter(|t| !t.is_empty());
    let width = match row.width.trim() {
        "" => Width::AsIs,
        "bare" => Width::Bare,
        digits => Width::Digits(digits.parse().ok().filter(|n| (1..=12).contains(n)).ok_or_else(|| {
            format!("width {digits:?} is neither empty, nor \"bare\", nor a number from 1 to 12")
        })?),
    };
    Ok(Form {
        dimension: dimension(&row.dimension)?,
        part_of,
        joined_by: row.joined_by.trim().to_owned(),
        width,
        named_within: named.map(dimension).collect::<Result<_, _>>()?,
        name: row.name,
        name_en: row.name_en,
    })
}
