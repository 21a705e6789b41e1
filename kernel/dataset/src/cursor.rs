//! Where a page of rows begins: right behind a key. A cursor is text that any program can keep; whatever
//! key it names, the place behind it exists, even after the row is gone.
use db::Value;

use crate::{Dataset, Kind};

/// Between the parts of a key; `~` and `%` inside a part are written `%7E` and `%25`.
const SEPARATOR: char = '~';

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{part:?} in the cursor is not a whole number")]
pub struct CursorError {
    pub part: String,
}

/// The key behind which a page begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor(Vec<Value>);

impl Cursor {
    /// Reads a cursor of `dataset`. Parts that are missing are empty, which is before every other value;
    /// separators beyond the last part belong to it.
    pub fn parse(dataset: &Dataset, text: &str) -> Result<Self, CursorError> {
        let mut parts = text.splitn(dataset.key.len().max(1), SEPARATOR);
        let of = |field: &usize| {
            let part = decoded(parts.next().unwrap_or_default());
            match dataset.fields.get(*field).map(|field| field.kind) {
                Some(Kind::Integer | Kind::Year | Kind::Flag) => number(&part),
                _ => Ok(Value::Text(part)),
            }
        };
        Ok(Self(dataset.key.iter().map(of).collect::<Result<_, _>>()?))
    }

    /// The cursor behind a row whose key's values are these.
    pub const fn behind(key: Vec<Value>) -> Self {
        Self(key)
    }

    pub(crate) fn values(&self) -> &[Value] {
        &self.0
    }
}

fn number(part: &str) -> Result<Value, CursorError> {
    if part.is_empty() {
        return Ok(Value::Int(i64::MIN));
    }
    part.parse().map(Value::Int).map_err(|_| CursorError { part: part.chars().take(40).collect() })
}

fn decoded(part: &str) -> String {
    part.replace("%7E", "~").replace("%25", "%")
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (at, value) in self.0.iter().enumerate() {
            if at > 0 {
                write!(f, "{SEPARATOR}")?;
            }
            match value {
                Value::Int(number) => write!(f, "{number}")?,
                Value::Text(text) => f.write_str(&text.replace('%', "%25").replace(SEPARATOR, "%7E"))?,
                Value::Null | Value::Blob(_) => (),
            }
        }
        Ok(())
    }
}
