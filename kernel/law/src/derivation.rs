//! The arithmetic behind a due date, day by day.
use jiff::civil::Date;
use serde::Serialize;

use crate::{
    Roll, RuleVersion, StartRule, Suspension, Term,
    calendar::{DayOff, DayOffKind},
};

/// Why a day does not count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum SkipReason {
    Weekend,
    Holiday { name_es: String, name_en: String, norm: String, article: String },
    Decreed { name_es: String, name_en: String, norm: String, article: String },
    Suspended { norm: String, article: String },
}

impl SkipReason {
    pub(crate) fn of_day_off(day: &DayOff) -> Self {
        let (name_es, name_en) = (day.name_es.clone(), day.name_en.clone());
        let (norm, article) = (day.norm.clone(), day.article.clone());
        match day.kind {
            DayOffKind::Holiday => Self::Holiday { name_es, name_en, norm, article },
            DayOffKind::Decreed => Self::Decreed { name_es, name_en, norm, article },
        }
    }

    pub(crate) fn of_suspension(suspension: &Suspension) -> Self {
        Self::Suspended { norm: suspension.norm.clone(), article: suspension.article.clone() }
    }
}

/// What became of one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Step {
    /// It is day number `ordinal` of the term, from 1.
    Counted { date: Date, ordinal: u32 },
    /// It does not count.
    Skipped { date: Date, reasons: Vec<SkipReason> },
    /// The term would end here, but a term does not end on such a day.
    CannotEnd { date: Date, reasons: Vec<SkipReason> },
}

/// A due date and everything it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Derivation {
    pub start: Date,
    pub term: Term,
    pub start_rule: StartRule,
    pub roll: Roll,
    /// Terms in months or years: the same day of the last month, before suspensions and rolling.
    /// The steps then list only the days that move it.
    pub date_to_date: Option<Date>,
    pub steps: Vec<Step>,
    pub due: Date,
    /// The rule that gives the term, where one was named.
    pub rule: Option<RuleVersion>,
    pub calendar_version: String,
}

/// One line of a derivation for a table: what `Step` says, one row per reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DerivationRow<'a> {
    pub date: Date,
    /// `counted`, `skipped` or `cannot_end`.
    pub step: &'static str,
    pub ordinal: Option<u32>,
    /// `weekend`, `holiday`, `decreed` or `suspended`.
    pub reason: Option<&'static str>,
    pub name_es: &'a str,
    pub name_en: &'a str,
    pub norm: &'a str,
    pub article: &'a str,
}

impl Derivation {
    /// The steps as plain rows; words for people are the caller's.
    pub fn rows(&self) -> Vec<DerivationRow<'_>> {
        self.steps
            .iter()
            .flat_map(|step| match step {
                Step::Counted { date, ordinal } => {
                    vec![DerivationRow { ordinal: Some(*ordinal), ..bare(*date, "counted") }]
                }
                Step::Skipped { date, reasons } => explained(*date, "skipped", reasons),
                Step::CannotEnd { date, reasons } => explained(*date, "cannot_end", reasons),
            })
            .collect()
    }

    /// Days that count, in order.
    pub fn counted(&self) -> impl Iterator<Item = Date> {
        self.steps.iter().filter_map(|step| match step {
            Step::Counted { date, .. } => Some(*date),
            Step::Skipped { .. } | Step::CannotEnd { .. } => None,
        })
    }
}

const fn bare(date: Date, step: &'static str) -> DerivationRow<'static> {
    DerivationRow { date, step, ordinal: None, reason: None, name_es: "", name_en: "", norm: "", article: "" }
}

fn explained<'a>(date: Date, step: &'static str, reasons: &'a [SkipReason]) -> Vec<DerivationRow<'a>> {
    let row = |reason: &'a SkipReason| match reason {
        SkipReason::Weekend => DerivationRow { reason: Some("weekend"), ..bare(date, step) },
        SkipReason::Holiday { name_es, name_en, norm, article } => {
            DerivationRow { reason: Some("holiday"), name_es, name_en, norm, article, ..bare(date, step) }
        }
        SkipReason::Decreed { name_es, name_en, norm, article } => {
            DerivationRow { reason: Some("decreed"), name_es, name_en, norm, article, ..bare(date, step) }
        }
        SkipReason::Suspended { norm, article } => {
            DerivationRow { reason: Some("suspended"), norm, article, ..bare(date, step) }
        }
    };
    reasons.iter().map(row).collect()
}
