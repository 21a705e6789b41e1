//! The parts of one whole as a single bar, each named beside its swatch with its amount.
use askama::Template;

use super::safe;
use crate::{Html, Shell};

/// One part. `percent` of the whole; the amount as shown.
struct Part {
    from: f64,
    percent: f64,
    /// 1 to 4, dark to light, so that grey prints tell them apart.
    shade: usize,
    text: String,
    amount: Html,
    percent_text: String,
}

/// A whole and its parts, in the order given.
#[derive(Template)]
#[template(path = "components/shares.html")]
pub struct Shares {
    parts: Vec<Part>,
}

safe!(Shares);

impl Shares {
    pub const fn new() -> Self {
        Self { parts: Vec::new() }
    }

    /// A part of `percent` of the whole. What is negative or beyond the whole has its amount in the list
    /// and no more length than the bar.
    #[must_use]
    pub fn part(mut self, shell: &Shell, text: &str, percent: f64, amount: impl Into<Html>) -> Self {
        let from = self.parts.last().map_or(0.0, |part| part.from + part.percent);
        let room = (100.0 - from).max(0.0);
        let length = if percent.is_finite() { percent.clamp(0.0, room) } else { 0.0 };
        self.parts.push(Part {
            from,
            percent: length,
            shade: self.parts.len() % 4 + 1,
            text: text.to_owned(),
            amount: amount.into(),
            percent_text: shell.percent(percent),
        });
        self
    }
}

impl Default for Shares {
    fn default() -> Self {
        Self::new()
    }
}
