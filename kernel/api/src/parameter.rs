//! What an operation takes. One declaration judges the call and documents it.
use jiff::{Timestamp, civil::Date};

use crate::Problem;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Path,
    Query,
}

/// Which texts a parameter admits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Takes {
    /// Any text.
    Text,
    Integer {
        min: i64,
        max: i64,
    },
    Choice(Vec<String>),
    /// `YYYY-MM-DD`.
    Date,
    /// A day or an instant: what was known then.
    Known,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    pub name: String,
    pub place: Place,
    pub takes: Takes,
    pub required: bool,
    /// Whether it may be given several times.
    pub many: bool,
    /// Message keys of its words, the most particular first.
    pub words: Vec<String>,
    pub example: Option<String>,
}

impl Parameter {
    pub fn query(name: &str, takes: Takes, words: &str) -> Self {
        Self {
            name: name.to_owned(),
            place: Place::Query,
            takes,
            required: false,
            many: false,
            words: vec![words.to_owned()],
            example: None,
        }
    }

    pub fn path(name: &str, words: &str, example: &str) -> Self {
        let parameter = Self { place: Place::Path, required: true, ..Self::query(name, Takes::Text, words) };
        parameter.like(example)
    }

    #[must_use]
    pub fn like(mut self, example: &str) -> Self {
        self.example = Some(example.to_owned());
        self
    }

    #[must_use]
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    #[must_use]
    pub fn many(mut self) -> Self {
        self.many = true;
        self
    }

    /// Refuses a text that it does not admit.
    pub fn judge(&self, text: &str) -> Result<(), Problem> {
        let admitted = match &self.takes {
            Takes::Text => true,
            Takes::Known => is_date(text) || text.parse::<Timestamp>().is_ok(),
            Takes::Integer { min, max } => whole(text).is_some_and(|n| (*min..=*max).contains(&n)),
            Takes::Choice(choices) => choices.iter().any(|choice| choice == text),
            Takes::Date => is_date(text),
        };
        if admitted { Ok(()) } else { Err(Problem::parameter(&self.name, text)) }
    }
}

/// Digits with an optional minus: what JSON calls an integer, so `+7` and `07` are none.
fn whole(text: &str) -> Option<i64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = digits.chars().all(|c| c.is_ascii_digit()) && (digits == "0" || !digits.starts_with('0'));
    if plain { text.parse().ok() } else { None }
}

fn is_date(text: &str) -> bool {
    text.len() == 10 && text.parse::<Date>().is_ok()
}
