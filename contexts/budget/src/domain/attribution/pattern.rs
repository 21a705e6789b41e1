//! Which rows a claim is about: a condition per column of the key.
use std::fmt;

use crate::domain::Dimension;

/// The columns by which money can be claimed, in the order of [`Dimension::ALL`].
pub const KEY_COLUMNS: [Dimension; 15] = [
    Dimension::Level,
    Dimension::Entity,
    Dimension::Sector,
    Dimension::Pliego,
    Dimension::SecEjec,
    Dimension::MetaDepartment,
    Dimension::Programme,
    Dimension::Product,
    Dimension::Activity,
    Dimension::Function,
    Dimension::Division,
    Dimension::Group,
    Dimension::Goal,
    Dimension::Source,
    Dimension::Rubro,
];

/// A condition on one code; a column without one is not asked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Term {
    Exact(Box<str>),
    /// Not empty.
    Prefix(Box<str>),
}

impl Term {
    pub fn meets(&self, code: &str) -> bool {
        match self {
            Self::Exact(exact) => code == &**exact,
            Self::Prefix(prefix) => code.starts_with(&**prefix),
        }
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exact(exact) => f.write_str(exact),
            Self::Prefix(prefix) => write!(f, "{prefix}*"),
        }
    }
}

/// Why conditions are no pattern.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    #[error("money cannot be claimed by {0}")]
    NoKeyColumn(Dimension),
    #[error("two conditions on {0}")]
    Twice(Dimension),
    #[error("a `*` stands only at the end of a code: {0:?}")]
    Star(String),
    #[error("a code holds no `;`, `=` or control character: {0:?}")]
    Character(String),
    #[error("no key column is called {0:?}")]
    UnknownColumn(String),
    #[error("no condition at all would claim the money of the whole state: fill in at least one key column")]
    Unbound,
}

/// All conditions must hold. At least one, each on another column, in the order of the columns: two
/// patterns that ask the same are equal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pattern(Vec<(Dimension, Term)>);

impl Pattern {
    /// Reads codes as written in a sheet: a code, a prefix with `*` at its end, nothing (or `*` alone) for any.
    pub fn parse<'a>(
        conditions: impl IntoIterator<Item = (Dimension, &'a str)>,
    ) -> Result<Self, PatternError> {
        let mut terms: Vec<(Dimension, Term)> = Vec::new();
        for (column, text) in conditions {
            if !KEY_COLUMNS.contains(&column) {
                return Err(PatternError::NoKeyColumn(column));
            }
            let Some(term) = term(column, text.trim())? else { continue };
            if terms.iter().any(|(other, _)| *other == column) {
                return Err(PatternError::Twice(column));
            }
            terms.push((column, term));
        }
        if terms.is_empty() {
            return Err(PatternError::Unbound);
        }
        terms.sort();
        Ok(Self(terms))
    }

    pub fn terms(&self) -> &[(Dimension, Term)] {
        &self.0
    }

    pub fn term(&self, column: Dimension) -> Option<&Term> {
        self.0.iter().find(|(of, _)| *of == column).map(|(_, term)| term)
    }
}

fn term(column: Dimension, text: &str) -> Result<Option<Term>, PatternError> {
    let (code, prefix) = match text.strip_suffix('*') {
        Some(prefix) => (prefix, true),
        None => (text, false),
    };
    if code.contains('*') {
        return Err(PatternError::Star(text.to_owned()));
    }
    if code.contains([';', '=']) || code.chars().any(char::is_control) {
        return Err(PatternError::Character(text.to_owned()));
    }
    Ok(match (code.is_empty(), prefix) {
        (true, _) => None,
        (false, true) => Some(Term::Prefix(code.into())),
        (false, false) => Some(Term::Exact(column.written(code).into())),
    })
}

/// `programme=0090;product=30*`: also its written form in storage and exports.
impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, (column, term)) in self.0.iter().enumerate() {
            let between = if at == 0 { "" } else { ";" };
            write!(f, "{between}{column}={term}")?;
        }
        Ok(())
    }
}

impl std::str::FromStr for Pattern {
    type Err = PatternError;

    fn from_str(text: &str) -> Result<Self, PatternError> {
        let condition = |part: &'_ str| {
            let unknown = || PatternError::UnknownColumn(part.chars().take(80).collect());
            let (column, code) = part.split_once('=').ok_or_else(unknown)?;
            Ok((column.parse::<Dimension>().map_err(|_| unknown())?, code.to_owned()))
        };
        let conditions = text.split(';').map(condition).collect::<Result<Vec<_>, PatternError>>()?;
        Self::parse(conditions.iter().map(|(column, code)| (*column, code.as_str())))
    }
}
