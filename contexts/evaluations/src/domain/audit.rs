//! The calendar of audits, and where two of them fall on one body at once.
use std::collections::BTreeMap;

use base::codes::EntityCode;
use jiff::{Timestamp, civil::Date};

use super::{AuditCode, evaluation::fits};

base::closed_words! {
    /// What an audit looks at.
    Matter {
        Budget = "budget",
        Procurement = "procurement",
        Works = "works",
        Staff = "staff",
        Treasury = "treasury",
        Systems = "systems",
        Performance = "performance",
        Services = "services",
    }
}

/// An audit of the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audit {
    pub code: AuditCode,
    /// Who audits, by name.
    pub auditor: String,
    pub entity: EntityCode,
    pub matter: Matter,
    pub title: String,
    pub from: Date,
    /// Its last day.
    pub to: Date,
    /// Why it goes on beside another of the same body and matter; empty where there is none.
    pub overlap_reason: String,
    pub post: String,
    pub at: Timestamp,
}

/// Why an audit is not put into the calendar.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoAudit {
    #[error("name who audits and what, in at most 200 and 300 characters")]
    Title,
    #[error("an audit lasts from a day to the same or a later one, at most three years")]
    Period,
    #[error("others of the same body and matter fall into its time: {}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))]
    Overlaps(Vec<AuditCode>),
    #[error("no other falls into its time: there is no overlap to give a reason for")]
    NoOverlap,
}

const AUDITOR_CHARS_MAX: usize = 200;
const TITLE_CHARS_MAX: usize = 300;
const REASON_CHARS_MAX: usize = 2_000;
const DAYS_MAX: i32 = 1_096;

impl Audit {
    fn is_beside(&self, other: &Self) -> bool {
        self.entity == other.entity
            && self.matter == other.matter
            && self.from <= other.to
            && other.from <= self.to
    }

    /// Judges an audit beside those of the calendar: one that falls on another needs a reason.
    ///
    /// # Errors
    /// The first refusal; all that it falls on at once.
    pub fn checked(mut self, calendar: &[Self]) -> Result<Self, NoAudit> {
        let reason = std::mem::take(&mut self.overlap_reason);
        reason.trim().clone_into(&mut self.overlap_reason);
        if !fits(&self.auditor, AUDITOR_CHARS_MAX) || !fits(&self.title, TITLE_CHARS_MAX) {
            return Err(NoAudit::Title);
        }
        let days = self.from.until(self.to).map_or(-1, |span| span.get_days());
        if !(0..=DAYS_MAX).contains(&days) || self.overlap_reason.chars().count() > REASON_CHARS_MAX {
            return Err(NoAudit::Period);
        }
        let beside: Vec<AuditCode> =
            calendar.iter().filter(|other| self.is_beside(other)).map(|other| other.code.clone()).collect();
        match (beside.is_empty(), self.overlap_reason.is_empty()) {
            (false, true) => Err(NoAudit::Overlaps(beside)),
            (true, false) => Err(NoAudit::NoOverlap),
            _ => Ok(self),
        }
    }
}

/// Audits of one body and matter whose times have a day in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlap<'a> {
    pub one: &'a Audit,
    pub other: &'a Audit,
    /// The days in common, first and last.
    pub from: Date,
    pub to: Date,
}

/// Every pair, by body and matter, the earlier first. An audit that falls on several makes a pair with each.
pub fn overlaps(calendar: &[Audit]) -> Vec<Overlap<'_>> {
    let mut groups: BTreeMap<(&EntityCode, Matter), Vec<&Audit>> = BTreeMap::new();
    for one in calendar {
        groups.entry((&one.entity, one.matter)).or_default().push(one);
    }
    let mut found = Vec::new();
    for group in groups.values_mut() {
        group.sort_by_key(|one| (one.from, one.to, &one.code));
        for (at, one) in group.iter().enumerate() {
            // Sorted by their first days: who begins after its end falls on it no more, nor does any after that.
            let beside = group.iter().skip(at + 1).take_while(|other| other.from <= one.to);
            found.extend(beside.map(|other| Overlap {
                one,
                other,
                from: other.from,
                to: one.to.min(other.to),
            }));
        }
    }
    found
}
