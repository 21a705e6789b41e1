//! Refused rows: where, what was read, why. The same shape for every importer.
use std::fmt;

use serde::Serialize;

/// One reason why one row is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
pub struct RowError {
    /// File (or `workbook › sheet`) as the user named it.
    pub file: String,
    /// Line of the file from 1, the header counted; a record with line breaks counts from its first line.
    pub line: u64,
    /// Header of the column; empty where the whole row is meant.
    pub column: String,
    /// What was read, cut to 120 characters.
    pub value: String,
    /// What is wrong and what is accepted.
    pub reason: String,
}

impl fmt::Display for RowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)?;
        if !self.column.is_empty() {
            write!(f, ", {} = {:?}", self.column, self.value)?;
        }
        write!(f, ": {}", self.reason)
    }
}

/// Every refused row of an import; kept whole so that a form or a terminal can list them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct RowErrors(pub Vec<RowError>);

impl RowErrors {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn push(&mut self, error: RowError) {
        self.0.push(error);
    }
}

impl std::error::Error for RowErrors {}

/// The first twenty, then how many more.
impl fmt::Display for RowErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for error in self.0.iter().take(20) {
            writeln!(f, "{error}")?;
        }
        match self.0.len().saturating_sub(20) {
            0 => Ok(()),
            more => writeln!(f, "… {more} more"),
        }
    }
}
