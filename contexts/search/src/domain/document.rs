use serde::{Deserialize, Serialize};

use super::{Kind, question::code};

/// Something public that has a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    pub kind: Kind,
    /// As people write it: `PEDN/OE2`, `E:11-011`, `240101`.
    pub code: String,
    /// Other codes by which it is asked for: `OE2`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    pub title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title_en: Option<String>,
    /// Whose it is, the nearest first: its plan, its body, the place it lies in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub of: Vec<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sample: bool,
    pub place: Place,
}

/// Where its page is: segments of the path, and parameters of that page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub segments: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub own: Vec<(String, String)>,
}

impl Place {
    pub fn at(segments: &[&str]) -> Self {
        Self { segments: segments.iter().map(|s| (*s).to_owned()).collect(), own: Vec::new() }
    }

    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.own.push((name.to_owned(), value.to_owned()));
        self
    }
}

impl Document {
    /// The title in the language asked for, where there is one.
    pub fn title_in(&self, english: bool) -> &str {
        self.title_en.as_deref().filter(|_| english).unwrap_or(&self.title)
    }

    /// Codes that are not its own but ask for it: aliases, and a number without its leading zeros.
    pub fn other_codes(&self) -> Vec<String> {
        let bare = self.code.trim_start_matches('0');
        let is_number = self.code.bytes().all(|b| b.is_ascii_digit());
        let bare = Some(bare).filter(|bare| is_number && !bare.is_empty() && *bare != self.code);
        self.aliases.iter().map(String::as_str).chain(bare).map(code).collect()
    }
}
