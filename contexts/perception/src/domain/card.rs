//! The technical card of a wave: about which objective, who conducts it, how, over which channels, with which questions.
use std::collections::{BTreeMap, BTreeSet};

use base::codes::EntityCode;
use jiff::{ToSpan, civil::Date};
use planning::domain::reference::ElementRef;
use rust_decimal::Decimal;

use super::QuestionCode;

base::closed_words! {
    /// Ways to answer one questionnaire (¶749: the web site, the hotline, paper through the bank's agencies).
    Channel {
        Web = "web",
        Phone = "phone",
        Paper = "paper",
    }
    /// How who answers is chosen.
    Design {
        /// By chance, from a frame: of the sample a margin can be told.
        Probability = "probability",
        /// Whoever wanted answered: no margin.
        Open = "open",
    }
}

/// What a wave is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The objective, without a version: it is asked about over the years.
    pub element: ElementRef,
    pub title: (String, String),
    pub from: Date,
    pub to: Date,
    pub entity: EntityCode,
    pub design: Design,
    /// How much the variance is greater than that of a simple sample of the size; of a probability sample alone.
    pub deff: Option<Decimal>,
    /// From what the sample was drawn, or how people were invited.
    pub frame: String,
    /// What the reach of each channel is counted in: `encuestas repartidas`.
    pub units: BTreeMap<Channel, String>,
    pub questions: Vec<QuestionCode>,
}

/// Why a card is not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CardFault {
    #[error("write the title in Spanish and in English, each in 5 to 200 characters")]
    Title,
    #[error("the last day is not before the first, and at most a year after it")]
    Days,
    #[error("choose how who answers is chosen")]
    Design,
    #[error("a probability sample says its frame, in 20 to 2000 characters")]
    Frame,
    #[error("a probability sample says its design effect, a number from 0.10 to 99.99")]
    Deff,
    #[error("a wave that is open to whoever wants has no design effect")]
    OpenDeff,
    #[error("the web form is open to whoever wants: a probability sample does not take it")]
    OpenWeb,
    #[error("name what the reach of at least one channel is counted in, each in at most 80 characters")]
    Channels,
    #[error("name one to {QUESTIONS_MAX} questions, each once")]
    Questions,
}

/// Questions of one wave: a form that people finish.
pub const QUESTIONS_MAX: usize = 20;
const DAYS_MAX: i64 = 366;

impl Card {
    /// Tidied, and without a version of the plan.
    ///
    /// # Errors
    /// What it lacks.
    pub fn checked(mut self) -> Result<Self, CardFault> {
        self.element.plan.version = None;
        for text in [&mut self.title.0, &mut self.title.1] {
            *text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            if !(5..=200).contains(&text.chars().count()) {
                return Err(CardFault::Title);
            }
        }
        if self.to < self.from || self.to > self.from.saturating_add(DAYS_MAX.days()) {
            return Err(CardFault::Days);
        }
        let frame = self.frame.trim().to_owned();
        self.frame = frame;
        self.of_design()?;
        let is_unit = |unit: &String| (1..=80).contains(&unit.chars().count());
        if self.units.is_empty() || !self.units.values().all(is_unit) {
            return Err(CardFault::Channels);
        }
        let once: BTreeSet<&QuestionCode> = self.questions.iter().collect();
        let fits = once.len() == self.questions.len() && (1..=QUESTIONS_MAX).contains(&once.len());
        fits.then_some(self).ok_or(CardFault::Questions)
    }

    fn of_design(&mut self) -> Result<(), CardFault> {
        let chars = self.frame.chars().count();
        match (self.design, self.deff) {
            _ if chars > 2_000 => Err(CardFault::Frame),
            (Design::Probability, _) if chars < 20 => Err(CardFault::Frame),
            (Design::Probability, _) if self.units.contains_key(&Channel::Web) => Err(CardFault::OpenWeb),
            (Design::Probability, Some(deff)) => {
                let deff = deff.round_dp(2).normalize();
                let fits = deff >= Decimal::new(10, 2) && deff <= Decimal::new(9_999, 2);
                self.deff = Some(deff);
                fits.then_some(()).ok_or(CardFault::Deff)
            }
            (Design::Probability, None) => Err(CardFault::Deff),
            (Design::Open, Some(_)) => Err(CardFault::OpenDeff),
            (Design::Open, None) => Ok(()),
        }
    }

    /// Whether somebody may answer on the web that day, once it is open.
    pub fn takes_web_on(&self, day: Date) -> bool {
        self.units.contains_key(&Channel::Web) && self.from <= day && day <= self.to
    }
}
