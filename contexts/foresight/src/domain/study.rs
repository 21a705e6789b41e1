//! A study: whose it is, how far it looks, on which scale it judges.
use base::codes::{EntityCode, PlanCode};

use super::is_code;

/// What a study says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Study {
    pub code: String,
    pub entity: EntityCode,
    /// The plan whose prospective phase it is; absent where no plan follows yet.
    pub plan: Option<PlanCode>,
    pub title: String,
    pub title_en: Option<String>,
    /// Years it looks to, the nearest first.
    pub horizons: Vec<i16>,
    /// The highest step of its scale of probability, impact and plausibility; the lowest is 1.
    pub scale_max: i64,
    pub is_sample: bool,
}

/// Why a study cannot be begun so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StudyFault {
    #[error("a code has letters, digits, dots and hyphens, at most 40")]
    Code,
    #[error("write a title, in at most 300 characters")]
    Title,
    #[error("write one to ten years between 1900 and 2200, separated by ;")]
    Horizons,
    #[error("a scale has 2 to 10 steps")]
    Scale,
}

const TITLE_CHARS_MAX: usize = 300;
const HORIZONS_MAX: usize = 10;

impl Study {
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn checked(mut self) -> Result<Self, StudyFault> {
        if !is_code(&self.code) {
            return Err(StudyFault::Code);
        }
        let is_title = |text: &str| !text.trim().is_empty() && text.chars().count() <= TITLE_CHARS_MAX;
        if !is_title(&self.title) || self.title_en.as_deref().is_some_and(|title| !is_title(title)) {
            return Err(StudyFault::Title);
        }
        self.horizons.sort_unstable();
        self.horizons.dedup();
        let is_year = |year: &i16| (1900..=2200).contains(year);
        if !(1..=HORIZONS_MAX).contains(&self.horizons.len()) || !self.horizons.iter().all(is_year) {
            return Err(StudyFault::Horizons);
        }
        if !(2..=10).contains(&self.scale_max) {
            return Err(StudyFault::Scale);
        }
        Ok(self)
    }

    /// Years as they are written: `2021;2030;2050`.
    ///
    /// # Errors
    /// A part that is no year.
    pub fn horizons_of(text: &str) -> Result<Vec<i16>, StudyFault> {
        let parts = text.split([';', ',', ' ']).map(str::trim).filter(|part| !part.is_empty());
        parts.map(|part| part.parse().map_err(|_| StudyFault::Horizons)).collect()
    }

    pub fn horizons_text(&self) -> String {
        self.horizons.iter().map(ToString::to_string).collect::<Vec<_>>().join(";")
    }
}
